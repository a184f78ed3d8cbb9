"""What is reported in a meeting of the matters under Follow-up: dated that day, so that its minutes print it (R-62)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui_app.domain.capture.lines import ReportLine
from tui_app.domain.consensus.answering import latest_day
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.meeting.carry_over import Carried, carried
from tui_app.domain.meeting.meeting import Meeting, MeetingState, state_sentence
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.domain.reports.report_words import Reply
from tui_app.services import follow_up
from tui_app.services.answering import record_answer
from tui_app.services.book import Book
from tui_app.services.carrying import followed_up
from tui_app.services.pen import Pen, Taken, Takers


def report(book: Book, meeting: Meeting, on: Carried, said: Reported | Reply) -> Taken:
    """Record what a meeting heard of a matter, dated its day; what was recorded, and whether a later report stands.

    Problem: the minutes are adopted, "implemented" has no evidence, an answer is none to this matter or lacks its
    words, or it is the answer that is awaited.
    """
    require_reportable(meeting)
    record = on.record
    if isinstance(said, Reply):
        if isinstance(record, ActionPoint):
            raise Problem(f"{on.symbol} is an action: {said.kind!s} is what the parent body answers to a matter.")
        record_answer(book, record, said.kind, said.words, said.on or min(meeting.on, latest_day(record, book.today())))
        return Taken(f"{on.symbol} {said.kind}{f': {said.words}' if said.words else ''}")
    if isinstance(record, Proposal):
        raise Problem(f"{on.symbol} was referred: its answer is decided or returned, then its words.")
    dated = replace(said, on=said.on or meeting.on)
    note = follow_up.not_the_last(follow_up.report(book, record, dated), dated)
    shown = f" (evidence: {said.evidence})" if said.evidence else ""
    return Taken(f"{on.symbol} {said.status}{f': {said.note}' if said.note else ''}{shown}", note=note)


def require_reportable(meeting: Meeting) -> None:
    """Raise Problem unless what is reported now still belongs to the minutes of the meeting."""
    if meeting.state is MeetingState.ADOPTED:
        raise Problem(f"{state_sentence(meeting)}: what is reported since is recorded of the action or the decision.")
    if not meeting.held:
        raise Problem(f"{state_sentence(meeting)}{'' if meeting.cancelled else ': it is opened first'}.")


def find_followed(book: Book, meeting: Meeting, symbol: str) -> Carried:
    """What is on the table under a symbol: `2026/Q2/A03`, or `A03` where only one has that number.

    What was carried over goes before what the meeting itself has taken. Problem with the nearest, or with both.
    """
    wanted = symbol.casefold().removeprefix(f"{book.charter.symbol}/".casefold())
    over, own = followed_up(book, meeting), _own(book, meeting)
    found = _named(over, wanted) or _named(own, wanted)
    if len(found) == 1:
        return found[0]
    if found:
        raise Problem(f"{symbol} can be {' or '.join(each.symbol for each in found)}: write it with its meeting.")
    known = [each.symbol for each in (*over, *own)]
    if not known:
        raise Problem("Nothing is followed up here: no matter was carried over, and none was agreed yet.")
    raise Problem(f"{symbol} is not followed up here: {did_you_mean(symbol, known)}")


def _named(among: Sequence[Carried], wanted: str) -> list[Carried]:
    return [each for each in among if f"/{each.symbol.casefold()}".endswith(f"/{wanted}")]


def _own(book: Book, meeting: Meeting) -> tuple[Carried, ...]:
    actions, decisions = book.of(ActionPoint).of(meeting.id), book.of(Decision).of(meeting.id)
    return carried((*decisions, *actions), (meeting,), ())


def _report(pen: Pen, line: ReportLine) -> Taken:
    return report(pen.book, pen.meeting, find_followed(pen.book, pen.meeting, line.symbol), line.said)


TAKERS: Takers = {ReportLine: _report}
