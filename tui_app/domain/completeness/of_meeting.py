"""The gaps in how a meeting was held: its day, agenda, attendance and minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..meeting.comment import unanswered_words
from ..meeting.meeting import MeetingState
from ..words import Words
from .gap import Gap, MeetingFiles


def of_session(files: MeetingFiles, today: date, words: Words) -> Iterable[Gap]:
    """A meeting whose day is over was held, or cancelled."""
    meeting = files.meeting
    if meeting.on >= today:
        return
    if meeting.state is MeetingState.PLANNED:
        told = words("It was planned for {day} and was not opened", day=words.date(meeting.on))
        yield Gap(key="session", sentence=told, closes=words("open it and write it up, or cancel it"))
    elif meeting.in_session:
        told = words("It has been in session since {day}", day=words.date(meeting.on))
        yield Gap(key="session", sentence=told, closes=words("close it"))


def of_agenda(files: MeetingFiles, today: date, words: Words) -> Iterable[Gap]:
    """The agenda went out, and before the meeting began (R-27); nobody can send it afterwards."""
    meeting = files.meeting
    sent = next((step.at for step in meeting.steps if step.what.startswith("agenda v")), None)
    if not files.meeting.over or (sent is not None and sent <= (meeting.opened or meeting.starts)):
        return
    told = words("The agenda was not circulated")
    if sent:
        told = words("The agenda was not circulated before the meeting, but on {day}", day=words.date(sent.date()))
    clause = files.clause("Agenda", "circulat")
    yield Gap(key="agenda", sentence=told, closes=words("give the reason"), clause=clause, explainable=True)


def of_attendance(files: MeetingFiles, today: date, words: Words) -> Iterable[Gap]:
    """Who came is recorded, so that those not represented can be named (R-13)."""
    if not files.meeting.over:
        return
    stated = (clause for each in files.charter.representation if each.each_member for clause in each.clauses)
    clause = next(stated, files.clause("Files"))
    if not any(each.attended for each in files.participants):
        closes = words("record them (/in UNDP J. Mwangi, in Minutes), or give the reason")
        told = words("Nobody is recorded as present")
    elif not files.members:
        closes = words("admit the members, from a day before the meeting, or give the reason")
        told = words("The body had no member on that day, so nobody who was not represented can be named")
    else:
        return
    yield Gap(key="attendance", sentence=told, closes=closes, clause=clause, explainable=True)


def of_minutes(files: MeetingFiles, today: date, words: Words) -> Iterable[Gap]:
    """The minutes are circulated and adopted (R-60), and how late they are."""
    meeting, clause = files.meeting, files.clause("Minutes")
    if meeting.state is MeetingState.DRAFT:
        told = words("The minutes are not circulated") + _since_the_meeting(meeting.on, today, words)
        yield Gap(key="minutes", sentence=told, closes=words("circulate them"), clause=clause)
    elif meeting.state is MeetingState.CIRCULATED:
        due = meeting.comments_by
        late = _since_comments(due, today, words) if due else _since_the_meeting(meeting.on, today, words)
        told = words("The minutes are not adopted") + late
        yield Gap(key="minutes", sentence=told, closes=words("adopt them"), clause=clause)


def of_comments(files: MeetingFiles, today: date, words: Words) -> Iterable[Gap]:
    """It is said of each comment what was done about it."""
    told = unanswered_words(files.comments, words)
    if told:
        closes = words("say what was done about each")
        yield Gap(key="comments", sentence=told, closes=closes, clause=files.clause("Minutes"))


def _since_the_meeting(since: date, today: date, words: Words) -> str:
    days = (today - since).days
    return f", {words.count(days, '1 day after the meeting', '{number} days after the meeting')}" if days > 0 else ""


def _since_comments(due: date, today: date, words: Words) -> str:
    days = (today - due).days
    if days <= 0:
        return f", {words('comments are awaited until {day}', day=words.date(due))}"
    return f", {words.count(days, '1 day after comments were due', '{number} days after comments were due')}"
