"""A meeting in words, for lists: when it is, who called it, how it stands; and what moving it means."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from ..calendar import day_and_date
from ..words import ENGLISH, Words
from .meeting import Meeting, MeetingKind, state_words
from .quarters import is_late, quarter_of, quarter_on


def when_words(meeting: Meeting, words: Words = ENGLISH) -> str:
    """`Tue 22 Sep 2026, 10:00`, by the clock where it is held."""
    if not meeting.timed:
        return words.weekday(meeting.on)
    there = meeting.starts.astimezone(ZoneInfo(meeting.zone))
    return f"{words.weekday(there.date())}, {there:%H:%M}"


def moment_words(at: datetime, zone: str) -> str:
    """The same for any moment, by the clock of a zone."""
    there = at.astimezone(ZoneInfo(zone))
    return f"{day_and_date(there.date())}, {there:%H:%M}"


def called_words(meeting: Meeting, words: Words = ENGLISH) -> str:
    """`called by the Executive Committee`, `requested by UNHCR on 3 Sep 2026` (R-21, R-22); empty if neither."""
    if not meeting.requested_by:
        return ""
    if meeting.kind is MeetingKind.EXTRAORDINARY:
        return words("called by {who}", who=meeting.requested_by)
    requested = words("requested by {who}", who=meeting.requested_by)
    on = meeting.requested_on
    return f"{requested} {words('on {day}', day=words.brief(on))}" if on else requested


def standing_words(meeting: Meeting) -> str:
    """`planned, agenda v1 circulated`; `cancelled: no room`; `adopted, imported from minutes2019.md`."""
    because = f": {meeting.cancelled_because}" if meeting.cancelled_because else ""
    source = f", {meeting.imported.words}" if meeting.imported else ""
    return f"{state_words(meeting)}{because}{source}"


def listed_words(meeting: Meeting) -> str:
    """`Extraordinary meeting of 2026, no. 1, called by UNHCR, planned`, as a list of meetings has it."""
    return ", ".join(filter(None, (meeting.title, called_words(meeting), standing_words(meeting))))


def year_words(meeting: Meeting) -> str:
    """`2026/EX1  Thu 10 Dec 2026, 10:00, extraordinary, called by UNHCR, planned`: one line of the year."""
    more = (meeting.kind.value, called_words(meeting), f"with {meeting.conjunction}" if meeting.conjunction else "")
    late = "after its quarter" if is_late(meeting) else ""
    state = standing_words(meeting) if meeting.cancelled else meeting.state.value
    return f"{meeting.symbol}  {', '.join(filter(None, (when_words(meeting), *more, late, state)))}"


def moved_words(meeting: Meeting, starts: datetime) -> tuple[str, ...]:
    """What moving a planned meeting to another time means, in sentences; the first one says what is done."""
    sentences = [f"{meeting.symbol} moves to {moment_words(starts, meeting.zone)} ({meeting.zone})."]
    stands_for, day = quarter_of(meeting), starts.astimezone(ZoneInfo(meeting.zone)).date()
    if stands_for is not None and quarter_on(day) != stands_for:
        (year, number), (its_year, its_number) = stands_for, quarter_on(day)
        sentences.append(f"It stays the meeting of Q{number} {year}, though that day is in Q{its_number} {its_year}.")
    elif not meeting.symbol.startswith(f"{day.year}/"):
        sentences.append(f"It keeps its symbol, though that day is in {day.year}.")
    if meeting.agenda_version:
        sentences.append(f"Agenda v{meeting.agenda_version} went out with the old time: circulate it again.")
    return tuple(sentences)
