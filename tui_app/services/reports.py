"""Reports: drafted from the record, refreshed, edited by hand, and frozen when they are sent (R-64 to R-66)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tui_app.documents.report import SUMMARY, drafts, report_paper, sent_paper
from tui_app.documents.report_activities import activities
from tui_app.documents.seal import checksum
from tui_app.domain.calendar import long_date
from tui_app.domain.charter.charter import Ambiguity, ReportRule
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.consensus.release import all_released
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.meeting.quarters import first_held
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.membership.roster import NETWORK, Seat
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.domain.reports import report as rules
from tui_app.domain.reports.period import Period
from tui_app.domain.reports.report import Draft, Report, Section
from tui_app.domain.reports.reporting import (
    Due,
    addressed,
    ambiguities_on,
    due_reports,
    insiders,
    misfit,
    usual_period,
)
from tui_app.domain.reports.sending import early_words, late_words, require_addressed, require_begun
from tui_app.domain.symbols import Letter
from tui_app.services import half_typed, releasing
from tui_app.services.book import Book


def draft(
    book: Book, rule: ReportRule, period: Period, audience: Iterable[str] = (), *, released_by: str = ""
) -> Report:
    """A report by a rule, drafted from the record and not kept yet; `audience` another than the rule's.

    `released_by`: the symbol of the decision that lets it go outside. Problem: that decision releases nothing, or the
    period has not begun.
    """
    require_begun(period, book.today())
    rule = addressed_to(book, rule, audience)
    empty = Report(
        id="", number="", kind=rule.kind, since=period.since, until=period.until, audience=rule.audience,
        external=rule.external, clauses=rule.clauses, drafted_on=book.today(),
        sections=tuple(Section(heading=each, mandatory=True) for each in rule.headings),
    )  # fmt: skip
    empty = releasing.released(book, empty, released_by)
    return rules.refreshed(empty, _drafts(book, empty))


def addressed_to(book: Book, rule: ReportRule, audience: Iterable[str]) -> ReportRule:
    """The rule for another audience than its own, and whether somebody outside reads it."""
    return addressed(book.charter, rule, tuple(audience), _members(book))


def _members(book: Book) -> set[str]:
    return {seat.entity for seat in book.of(Seat).of(NETWORK)}


def keep(book: Book, report: Report) -> Report:
    """Keep a report that was drafted, under the next number of its year."""
    with book.register.transaction(f"{report.kind} on {report.period.words} drafted"):
        number = book.take_number(f"reports-{report.until.year}", Letter.REPORT)
        return book.of(Report).put(replace(report, id=new_id(), number=number))


def remarks(book: Book, report: Report) -> Iterable[str]:
    """What to know of a report that was drafted, a sentence each: of its days, its content, and another like it."""
    yield from _misfits(book, report)
    if all(section.heading == SUMMARY or section.mandatory for section in report.sections):
        yield f"Nothing is on record of {report.period.words} that this report could tell: it says that alone."
    for other in reversed(all_reports(book) if report.id else ()):
        if other.id != report.id and rules.alike(other, report):
            stands = f"sent on {long_date(other.sent_on)}" if other.sent_on else "still a draft"
            yield f"On the same days and for the same readers there is {other.symbol}, {stands}."
            return


def _misfits(book: Book, report: Report) -> Iterable[str]:
    """That its kind and its days do not fit, if so."""
    own = (rule for rule in book.charter.reports if rule.clauses == report.clauses)
    return filter(None, (misfit(rule, report.period) for rule in own))


def _drafts(book: Book, report: Report) -> tuple[Draft, ...]:
    records = (_record(book, meeting) for meeting in book.meetings() if meeting.held and meeting.on <= report.until)
    done = activities(book.charter, report.period, records, external=report.external,
                      released=all_released(book.of(Decision).all()))  # fmt: skip
    return tuple(drafts(done, (section.heading for section in report.sections if section.mandatory)))


def _record(book: Book, meeting: Meeting) -> MeetingRecord:
    """What of a meeting is reported: without what it carried over, and who is responsible by what was settled since."""
    return MeetingRecord(
        charter=book.charter_of(meeting.body),
        meeting=meeting,
        body=book.body(meeting.body),
        agenda=book.agenda(meeting.id),
        seats=book.seats(meeting),
        entities=(),
        participants=book.of(Participant).of(meeting.id),
        entries=book.of(Entry).of(meeting.id),
        proposals=book.of(Proposal).of(meeting.id),
        decisions=book.of(Decision).of(meeting.id),
        actions=book.of(ActionPoint).of(meeting.id),
        documents=(),
    )


def as_of_now(book: Book, report: Report) -> Report:
    """The report as `refresh` would make it; one that was sent stays as it is."""
    return report if report.sent_on else rules.refreshed(report, _drafts(book, report))


def refresh(book: Book, report: Report) -> Report:
    """Draft a report anew from the record as it is now; what was edited by hand stays."""
    rules.require_unsent(report)
    with book.register.transaction(f"{report.symbol} refreshed"):
        return book.of(Report).put(replace(as_of_now(book, report), drafted_on=book.today()))


def edit(book: Book, report: Report, section: Section, text: str) -> Report:
    """Write a section by hand; with the words of the draft it follows the record again."""
    with book.register.transaction(f"{report.symbol} edited: {section.heading}"):
        return book.of(Report).put(rules.edited(report, section, text))


def send(book: Book, report: Report, to: str, on: date | None = None, *, released_by: str = "") -> Report:
    """Record that a report was sent, to whom and when; its text is frozen.

    `released_by`: the decision that lets it go outside, where it names none yet. Problem: the day is to come, `to`
    names somebody outside its audience, the decision releases nothing, or what somebody outside reads is out of date.
    """
    rules.require_unsent(report)
    report = releasing.released(book, report, released_by or report.released_by)
    require_current(book, report)
    day = on or book.today()
    if day > book.today():
        raise Problem(f"A report is sent today or earlier: {long_date(day)} is still to come.")
    require_recipients(book, report, to)
    sent = sent_paper(book.charter, replace(report, sent_on=day, sent_to=to.strip()))
    with book.register.transaction(f"{report.symbol} sent to {to.strip()}", undoable=False):
        frozen = book.of(Report).put(sent)
    half_typed.forget_long(book, report.id)
    return frozen


def require_current(book: Book, report: Report) -> None:
    """Raise Problem if somebody outside reads it and the record has changed: what it tells may be released no more."""
    if report.external and as_of_now(book, report) != report:
        raise Problem(f"Somebody outside reads {report.symbol}, and the record has changed since: refresh it first.")


def require_recipients(book: Book, report: Report, to: str) -> None:
    """Raise Problem if nobody is named, or somebody for whom the report was not drafted."""
    if not to.strip():
        raise Problem("Write to whom it was sent.")
    require_addressed(report, to, insiders(book.charter, _members(book)))


def before_sending(book: Book, report: Report, on: date | None = None) -> tuple[str, ...]:
    """What to look at before a report is sent on a day (today), a sentence each."""
    rules.require_unsent(report)
    fresh = as_of_now(book, report)
    day = on or book.today()
    found = [
        *filter(None, (early_words(report, day), late_words(report, day))),
        *_misfits(book, report),
        *rules.shortcomings(fresh),
    ]
    if fresh != report:
        found.append("The record has changed since it was drafted: refresh it to have that in.")
    elif fresh.drafted_unfinished and book.today() >= report.until:
        found.append("It was drafted while its period still ran, and says so: refresh it, now that it is over.")
    unsaved = half_typed.unsaved_of(book, report.id)
    if unsaved:
        found.append(f"Typed and not saved, so it is not in it and is dropped once it is sent: {', '.join(unsaved)}.")
    found += releasing.before_going_outside(book.charter, fresh)
    return tuple(found)


def text_of(book: Book, report: Report) -> str:
    """The report as a paper; one that was sent is the very text that was sent, whatever came later."""
    if report.sent_text or not book.translating:
        return report.sent_text or report_paper(book.charter, report)
    return report_paper(
        book.charter, rules.retold(report, _drafts(book.in_language(""), report), _drafts(book, report))
    )


# -- which there are -----------------------------------------------------


def all_reports(book: Book) -> tuple[Report, ...]:
    """Every report, the newest first."""
    return tuple(reversed(book.of(Report).all()))


def find_report(book: Book, named: str = "") -> Report:
    """The report that `2026/R01`, `R01` or `1` means, without a name the newest; Problem with the nearest."""
    there = all_reports(book)
    if not there:
        raise Problem("There is no report yet: draft one.", option="minutebook report draft", deed="papers.new-report")
    wanted = named.strip().upper().removeprefix("R")
    wanted = f"R{int(wanted):02d}" if wanted.isdigit() else named.strip().upper()
    for report in there:
        if not named.strip() or wanted in (report.symbol, report.number):
            return report
    raise Problem(f"There is no report {named.strip()!r}: {did_you_mean(wanted, [each.symbol for each in there])}")


def due(book: Book) -> tuple[Due, ...]:
    """For each report with a rhythm, the period on which one is due, or will be next."""
    began = first_held(book.meetings())
    return tuple(due_reports(book.charter, began, all_reports(book), book.today()))


def ambiguities(book: Book, rule: ReportRule) -> tuple[Ambiguity, ...]:
    """Where the ToR disagree with themselves on a report by that rule."""
    return ambiguities_on(book.charter, rule)


def ambiguities_of(book: Book, report: Report) -> tuple[Ambiguity, ...]:
    """Where the ToR disagree with themselves on such a report; of one on demand, on any report to that audience."""
    charter = book.charter
    rules_of = [rule for rule in charter.reports if rule.clauses == report.clauses] or [
        rule for rule in charter.reports if {*rule.audience} & {*report.audience} and not report.clauses
    ]
    return tuple(dict.fromkeys(each for rule in rules_of for each in ambiguities_on(charter, rule)))


def proposed_period(book: Book, rule: ReportRule) -> Period:
    """On which period a report by that rule is proposed."""
    return usual_period(rule, due(book), all_reports(book), book.today())


def report_faults(book: Book) -> Iterable[str]:
    """What of the reports that were sent is not as it was, a sentence each."""
    for report in all_reports(book):
        if report.sent_on and checksum(report.sent_text) != report.checksum:
            yield f"The text of the report {report.symbol} does not fit its checksum."
