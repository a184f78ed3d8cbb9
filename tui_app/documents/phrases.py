"""How papers put things: sentences, times, deadlines, who said what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tui_app.domain.follow_up.action import ActionPoint, ActionStatus, Progress, last_report
from tui_app.domain.follow_up.assignment import Terms, by_words, deadline_words
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.words import Words

_REPORTING = frozenset(
    """
    accepted acknowledged added advised agreed announced appealed appreciated argued asked assured briefed called
    cautioned clarified commended commented committed concluded confirmed congratulated considered encouraged
    endorsed enquired explained expressed felt highlighted indicated informed inquired insisted introduced invited
    listed maintained mentioned named noted observed offered outlined pledged pointed preferred presented promised
    proposed queried questioned raised reaffirmed recalled recognized recognised recommended reiterated remarked
    reminded reported requested said shared sought spoke stated stressed suggested supported thanked told took
    underlined underscored undertook updated urged volunteered warned welcomed wished wondered
    """.split()  # noqa: SIM905
)
"""Verbs with which minutes report what someone said: words that begin with one need their speaker before them."""


def behind_doors(words: Words, *, closed: bool) -> str:
    """What stands before a text that was taken behind closed doors, in the internal paper; else nothing."""
    return f"{words('(closed session)')} " if closed else ""


def in_closed_part(words: Words, *, closed: bool) -> str:
    """What stands behind an agenda item that is taken behind closed doors; else nothing."""
    return f" {words('(closed part)')}" if closed else ""


def said(speaker: str, text: str, words: Words) -> str:
    """What someone said, as minutes report it: `UNHCR asked for data`, or else `UNHCR: data are needed`.

    The words stay as they were typed: the record adds no capital and no full stop of its own.
    """
    reported = text.split(" ", 1)[0].rstrip(",:") in _REPORTING
    return f"{speaker} {text}" if reported else f"{speaker}{words.colon}{text}"


def speaker_unnamed(record: MeetingRecord, entity: str, words: Words) -> str:
    """Who spoke where it is not to be attributed."""
    member = any(seat.entity == entity for seat in record.seats)
    return words("One member") if member else words("One participant")


def clock(at: datetime, meeting: Meeting) -> str:
    """The time of day where the meeting is held: `10:05`."""
    return f"{at.astimezone(ZoneInfo(meeting.zone)):%H:%M}"


def day_and_time(at: datetime, meeting: Meeting, words: Words) -> str:
    """`25 September 2026, 17:00`, in the zone of the meeting."""
    local = at.astimezone(ZoneInfo(meeting.zone))
    return f"{words.date(local.date())}, {local:%H:%M}"


def deadline(at: datetime, meeting: Meeting, words: Words) -> str:
    """`25 September 2026, 17:00 (UTC+03:00)`, in the zone of the meeting."""
    return f"{day_and_time(at, meeting, words)} ({utc_offset(at, meeting)})"


def utc_offset(at: datetime, meeting: Meeting) -> str:
    """`UTC+03:00`, where the meeting is held."""
    offset = f"{at.astimezone(ZoneInfo(meeting.zone)):%z}"
    return f"UTC{offset[:3]}:{offset[3:5]}"


def zone_words(at: datetime, meeting: Meeting) -> str:
    """`Africa/Nairobi, UTC+03:00`, or only `UTC` where the meeting goes by that."""
    return meeting.zone if meeting.zone == "UTC" else f"{meeting.zone}, {utc_offset(at, meeting)}"


def by_when(action: ActionPoint, words: Words) -> str:
    """`30 November 2026 (before the winter)`: the day, the words that say more, or both."""
    return deadline_words(action.due, action.due_words, words.date)


def by_bracketed(action: ActionPoint | Terms, words: Words) -> str:
    """` (by 10 December 2026, the first snow)`: the deadline behind a text; or nothing."""
    return in_brackets(by_words(action.due, action.due_words, words.date, words("by {deadline}")))


def in_brackets(when: str) -> str:
    """` (by 10 December 2026, the first snow)`: a deadline behind a text, its own brackets taken out; or nothing."""
    return f" ({when.replace(' (', ', ').removesuffix(')')})" if when else ""


def status_on(progress: Iterable[Progress], on: date | None) -> ActionStatus:
    """What had been reported by that day, or until now, so that adopted minutes stay as they were."""
    last = last_report(progress, on)
    return last.status if last else ActionStatus.NOT_STARTED


def in_a_sentence(title: str) -> str:
    """A meeting's title with its first letter small: `Minutes of the third quarterly meeting of 2026`."""
    return title[:1].lower() + title[1:]
