"""The gaps in how a meeting was held: its day, agenda, attendance and minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..calendar import long_date
from ..meeting.comment import unanswered_words
from ..meeting.meeting import MeetingState
from .gap import Gap, MeetingFiles

_EXPLAIN = "give the reason"


def of_session(files: MeetingFiles, today: date) -> Iterable[Gap]:
    """A meeting whose day is over was held, or cancelled."""
    meeting = files.meeting
    if meeting.on >= today:
        return
    if meeting.state is MeetingState.PLANNED:
        told = f"It was planned for {long_date(meeting.on)} and was not opened"
        yield Gap(key="session", sentence=told, closes="open it and write it up, or cancel it")
    elif meeting.in_session:
        told = f"It has been in session since {long_date(meeting.on)}"
        yield Gap(key="session", sentence=told, closes="close it")


def of_agenda(files: MeetingFiles, today: date) -> Iterable[Gap]:
    """The agenda went out, and before the meeting began (R-27); nobody can send it afterwards."""
    meeting = files.meeting
    sent = next((step.at for step in meeting.steps if step.what.startswith("agenda v")), None)
    if not files.meeting.over or (sent is not None and sent <= (meeting.opened or meeting.starts)):
        return
    late = f" before the meeting, but on {long_date(sent.date())}" if sent else ""
    clause = files.clause("Agenda", "circulat")
    told = f"The agenda was not circulated{late}"
    yield Gap(key="agenda", sentence=told, closes=_EXPLAIN, clause=clause, explainable=True)


def of_attendance(files: MeetingFiles, today: date) -> Iterable[Gap]:
    """Who came is recorded, so that those not represented can be named (R-13)."""
    if not files.meeting.over:
        return
    stated = (clause for each in files.charter.representation if each.each_member for clause in each.clauses)
    clause = next(stated, files.clause("Files"))
    if not any(each.attended for each in files.participants):
        closes = f"record them (/in UNDP J. Mwangi, in Minutes), or {_EXPLAIN}"
        told = "Nobody is recorded as present"
    elif not files.members:
        closes = f"admit the members, from a day before the meeting, or {_EXPLAIN}"
        told = "The body had no member on that day, so nobody who was not represented can be named"
    else:
        return
    yield Gap(key="attendance", sentence=told, closes=closes, clause=clause, explainable=True)


def of_minutes(files: MeetingFiles, today: date) -> Iterable[Gap]:
    """The minutes are circulated and adopted (R-60), and how late they are."""
    meeting, clause = files.meeting, files.clause("Minutes")
    if meeting.state is MeetingState.DRAFT:
        told = f"The minutes are not circulated{_late(meeting.on, today, 'the meeting')}"
        yield Gap(key="minutes", sentence=told, closes="circulate them", clause=clause)
    elif meeting.state is MeetingState.CIRCULATED:
        due = meeting.comments_by
        late = _late(due, today, "comments were due") if due else _late(meeting.on, today, "the meeting")
        awaited = f", comments are awaited until {long_date(due)}" if due and due >= today else late
        yield Gap(key="minutes", sentence=f"The minutes are not adopted{awaited}", closes="adopt them", clause=clause)


def of_comments(files: MeetingFiles, today: date) -> Iterable[Gap]:
    """It is said of each comment what was done about it."""
    told = unanswered_words(files.comments)
    if told:
        closes = "say what was done about each (v in Papers)"
        yield Gap(key="comments", sentence=told, closes=closes, clause=files.clause("Minutes"))


def _late(since: date, today: date, what: str) -> str:
    days = (today - since).days
    return f", {days} day{'' if days == 1 else 's'} after {what}" if days > 0 else ""
