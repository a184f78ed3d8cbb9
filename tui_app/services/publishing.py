"""The public version of a paper: only where a decision in force releases it, and only of what that names (R-70)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from tui_app.documents import public
from tui_app.documents.release import for_outsiders, released_minutes
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.effect import AGENDA, MEMBERS, WORKPLAN, released_words
from tui_app.domain.consensus.release import all_released, releases, releasing
from tui_app.domain.meeting.agenda import agenda_of
from tui_app.domain.meeting.circulated import PaperKind
from tui_app.domain.meeting.corrigendum import Corrigendum
from tui_app.domain.meeting.meeting import Meeting, MeetingState
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.membership.roster import NETWORK, Entity, Seat, seats_on
from tui_app.domain.problem import Problem
from tui_app.domain.reports.report import Report
from tui_app.domain.reports.reporting import goes_outside
from tui_app.domain.workplan.line import read_line
from tui_app.domain.workplan.workplan import Workplan, WorkplanLine
from tui_app.register.register import Register
from tui_app.register.tables import TABLES
from tui_app.services.book import Book
from tui_app.services.migrations import STEPS
from tui_app.services.naming import find_decision
from tui_app.services.reports import find_report, require_current, text_of
from tui_app.services.statements import find_statement, statement_text


def public_paper(book: Book, kind: str, of: str, on: date) -> str:
    """The public version of a paper; `of` is the symbol of its meeting, its year or its number, as `paper` takes them.

    Problem: no decision in force releases it, and which would; or it is a kind that is always internal.
    """
    if kind not in PUBLIC_KINDS:
        able = ", ".join(PUBLIC_KINDS)
        raise Problem(f"{kind} is always internal: a decision can release only {able}.")
    return PUBLIC_KINDS[kind](book, of, on)


def _minutes(book: Book, of: str, _: date) -> str:
    meeting = book.meeting(of)
    by = _released_by(book, meeting.symbol)
    if meeting.state is not MeetingState.ADOPTED:
        raise Problem(f"The minutes of {meeting.symbol} are not adopted yet: only adopted minutes become public.")
    corrected = bool(meeting.corrections or book.of(Corrigendum).of(meeting.id))
    return public.public_minutes(released_minutes(book.record(meeting.id)), by, corrected=corrected)


def _agenda(book: Book, of: str, _: date) -> str:
    meeting = book.meeting(of)
    by = _released_by(book, f"{AGENDA} {meeting.symbol}")
    return public.public_agenda(for_outsiders(_as_circulated(book, meeting), ()), by)


def _as_circulated(book: Book, meeting: Meeting) -> MeetingRecord:
    """The record of a meeting when its agenda went out last; an item that is behind closed doors by now stays there."""
    now = book.record(meeting.id)
    if meeting.agenda_version and not now.agenda_changed:
        return now
    sent = now.sent(PaperKind.AGENDA)
    if sent is None:
        raise Problem(f"The agenda of {meeting.symbol} was not circulated: only what was circulated becomes public.")
    circulated = next(book.register.past.touching([("circulated_papers", sent.id)])).sequence
    with Register.as_at(book.register.folder, TABLES, circulated, STEPS) as then:
        record = Book(then, language=book.language).record(meeting.id)
    private = {item.id for item in now.agenda.items if now.agenda.number_alone(item)}
    items = (replace(item, closed=item.closed or item.id in private) for item in record.agenda.items)
    return replace(record, agenda=agenda_of(items))


def _decisions(book: Book, _: str, __: date) -> str:
    records = [record for record in (_outside(book, meeting) for meeting in book.meetings()) if record.decisions]
    told = (
        symbol for record in records for each in record.decisions for symbol in (each.symbol, record.meeting.symbol)
    )
    by = releasing(_every_decision(book), *told)
    if not by:
        raise Problem("No decision in force releases a decision: a meeting does so by /effect release 2026/Q3/D04, or "
                      "by /effect release 2026/Q3 for all of its minutes.")  # fmt: skip
    return public.public_decisions(book.charter, records, by)


def _members(book: Book, _: str, on: date) -> str:
    by = _released_by(book, MEMBERS)
    seats = seats_on(book.of(Seat).all(), NETWORK, on)
    return public.public_members(book.charter, seats, book.of(Entity).all(), on, by)


def _workplan(book: Book, of: str, _: date) -> str:
    by = _released_by(book, f"{WORKPLAN} {of}")
    plan = next((each for each in book.of(Workplan).all() if each.year == int(of)), None)
    if plan is None:
        raise Problem(f"The workplan for {of} is not endorsed yet: only what was endorsed becomes public.")
    endorsed = sorted(((book.of(WorkplanLine).get(id), typed) for id, typed in plan.endorsed.items()),
                      key=lambda each: each[0].rank)  # fmt: skip
    names = book.names()
    lines = [read_line(typed, names, id=now.id, year=plan.year, number=now.number) for now, typed in endorsed]
    return public.public_workplan(book.charter, plan.year, (plan.endorsed_by, plan.endorsed_on), lines, by)


def _report(book: Book, of: str, _: date) -> str:
    """A report is public by whom it was drafted for, and by the decision that it names."""
    report = find_report(book, of)
    if not report.external:
        raise Problem(f"{report.symbol} was drafted for readers inside: draft one for those outside, who get only what "
                      "was released.", option="report draft --audience")  # fmt: skip
    if not goes_outside(book.charter, report):
        if report.sent_on:
            raise Problem(f"{report.symbol} was sent without a decision that releases it: draft another report.")
        raise Problem(f"{report.symbol} names no decision that releases it: that is asked when it is sent.",
                      option=f"report send {report.number} --released-by")  # fmt: skip
    _require_still_released(book, report)
    return text_of(book, report)


def _statement(book: Book, of: str, _: date) -> str:
    """A joint statement is public by a release of its own, or of the minutes of its meeting."""
    statement = find_statement(book, of)
    meeting = book.of(Meeting).get(statement.meeting)
    by = releasing(_every_decision(book), statement.symbol, meeting.symbol) or _released_by(book, statement.symbol)
    (told,) = (each for each in _outside(book, meeting).decisions if each.id == statement.id)
    return statement_text(book, replace(told, proposal=statement.proposal), by)


def _require_still_released(book: Book, report: Report) -> None:
    """Raise Problem if the decision that it names, or a release of what it tells, is in force no more."""
    if not report.sent_on:
        require_current(book, report)
    if report.released_by and not releases(find_decision(book, report.released_by)):
        raise Problem(f"{report.released_by} is in force no more: {report.symbol} is released by nothing.")
    released, symbols = all_released(_every_decision(book)), {meeting.id: meeting.symbol for meeting in book.meetings()}
    for each in _every_decision(book):
        told = each.symbol in report.sent_text and each.symbol != report.released_by
        if told and not {each.symbol, symbols[each.meeting]} & released:
            raise Problem(f"{report.symbol} tells {each.symbol}, which is released no more.")


PUBLIC_KINDS: Mapping[str, Callable[[Book, str, date], str]] = {
    "minutes": _minutes,
    "decisions": _decisions,
    "agenda": _agenda,
    "members": _members,
    "workplan": _workplan,
    "report": _report,
    "joint-statement": _statement,
}
"""The kinds of paper that a decision can release."""


def _released_by(book: Book, subject: str) -> tuple[Decision, ...]:
    """The decisions in force that release it; Problem with how one does where there is none."""
    found = releasing(_every_decision(book), subject)
    if not found:
        what = released_words(subject)
        raise Problem(f"No decision in force releases {what}: a meeting does so by /effect release {subject}.")
    return found


def _outside(book: Book, meeting: Meeting) -> MeetingRecord:
    return for_outsiders(book.record(meeting.id), all_released(_every_decision(book)))


def _every_decision(book: Book) -> tuple[Decision, ...]:
    return book.of(Decision).all()
