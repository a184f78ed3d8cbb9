"""The meetings that need attention, and the quarters without one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ..calendar import day_and_date, quarter, short_date
from ..meeting.meeting import Meeting, MeetingState, moved_since_circulated
from ..meeting.quarters import annual_since, began, lacks_annual, quarters
from .matter import Matter, Standing, Urgency


def of_meetings(standing: Standing, today: date) -> Iterable[Matter]:
    """What each meeting needs in the state that it has come to; of those to come, the next one of each body."""
    seen: set[str] = set()
    for meeting in sorted(standing.meetings, key=lambda each: each.starts):
        if meeting.state is MeetingState.PLANNED and meeting.on >= today:
            if meeting.body not in seen:
                yield _next(meeting, today)
            seen.add(meeting.body)
            yield from _agenda(meeting, today)
        elif meeting.state is MeetingState.PLANNED:
            yield _not_opened(meeting)
        elif meeting.state is MeetingState.DRAFT and meeting.imported is None:
            yield _minutes(meeting, standing.clause_on("Minutes"))
        elif meeting.state is MeetingState.CIRCULATED:
            yield _comments(meeting, today)
        elif meeting.in_session:
            sentence = f"{meeting.title} is in session."
            yield Matter(urgency=Urgency.NOW, what="in session", sentence=sentence, place="minutes", meeting=meeting.id)


def _next(meeting: Meeting, today: date) -> Matter:
    days = (meeting.on - today).days
    return Matter(
        urgency=Urgency.LATER if days else Urgency.NOW,
        what="next meeting",
        since=meeting.on,
        sentence=f"{meeting.title}, {day_and_date(meeting.on)}, {_in_days(days)}.",
        place="agenda" if days else "minutes",
        meeting=meeting.id,
        deed="" if days else "minutes.open-meeting",
    )


_DAYS_BEFORE = 21
"""An agenda that is not out so many days before its meeting is told of."""
_DAYS_LEFT = 7
"""With so many days left it comes before what is late: nothing else has so little time."""


def _agenda(meeting: Meeting, today: date) -> Iterable[Matter]:
    days = (meeting.on - today).days
    told = ""
    if not meeting.agenda_version and days <= _DAYS_BEFORE:
        told = f"The agenda of {meeting.symbol} has not been circulated; it meets {_in_days(days)}."
    elif meeting.agenda_version and moved_since_circulated(meeting):
        told = f"The members have the agenda of {meeting.symbol} from before it was moved."
    if told:
        near = days <= _DAYS_LEFT
        yield Matter(
            urgency=Urgency.NOW if near else Urgency.SOON,
            what="agenda",
            since=meeting.on if near else meeting.on - timedelta(_DAYS_BEFORE),
            place="agenda",
            meeting=meeting.id,
            deed="agenda.circulate",
            sentence=told,
        )


def _not_opened(meeting: Meeting) -> Matter:
    return Matter(
        urgency=Urgency.LATE,
        what="not opened",
        since=meeting.on,
        place="minutes",
        meeting=meeting.id,
        deed="minutes.open-meeting",
        sentence=f"{meeting.title} was planned for {day_and_date(meeting.on)} and was not opened.",
    )


def _minutes(meeting: Meeting, clause: str) -> Matter:
    return Matter(
        urgency=Urgency.SOON,
        what="minutes",
        since=meeting.on,
        place="papers",
        meeting=meeting.id,
        record="minutes",
        deed="papers.circulate",
        clause=clause,
        sentence=f"The minutes of {meeting.symbol} have not been circulated.",
    )


def _comments(meeting: Meeting, today: date) -> Matter:
    due = meeting.comments_by
    over = due is not None and due < today
    until = f"Comments on the minutes of {meeting.symbol} were due" if over else f"Comments on {meeting.symbol} are due"
    sentence = f"{until} on {short_date(due)}." if due else f"The minutes of {meeting.symbol} wait to be adopted."
    return Matter(
        urgency=Urgency.SOON if over else Urgency.LATER,
        what="comments",
        sentence=sentence,
        place="papers",
        meeting=meeting.id,
        record="minutes",
        deed="papers.adopt" if over or due is None else "",
        since=due,
    )


def _in_days(days: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def of_quarters(standing: Standing, today: date) -> Iterable[Matter]:
    """The quarters missed this year and the last one, and one that runs without a meeting planned."""
    rule = standing.charter.cadence.quarterly
    if rule is None or not standing.meetings:
        return
    clause = rule.clauses[0] if rule.clauses else ""
    first = began(standing.meetings, today)
    for year in range(max(first.year, today.year - 1), today.year + 1):
        for each in quarters(standing.meetings, year, today):
            if each.state == "missing":
                yield Matter(
                    urgency=Urgency.LATE,
                    what="quarter",
                    since=_begin(year, each.number),
                    clause=clause,
                    place="home",
                    deed="any.new-meeting",
                    sentence=f"No quarterly meeting was held in Q{each.number} {year}.",
                )
            if each.state == "to come" and (year, each.number) == (today.year, quarter(today)):
                yield Matter(
                    urgency=Urgency.SOON,
                    what="quarter",
                    since=_begin(year, each.number),
                    clause=clause,
                    place="home",
                    deed="any.new-meeting",
                    sentence=f"No quarterly meeting is planned in Q{each.number} {year}, this quarter.",
                )


def _begin(year: int, number: int) -> date:
    return date(year, 3 * number - 2, 1)


def of_annual(standing: Standing, today: date) -> Iterable[Matter]:
    """The last year without the annual meeting that the ToR ask for (R-23), and this one from October on."""
    rule = standing.charter.cadence.annual
    if rule is None or not standing.meetings:
        return
    for year in range(max(annual_since(standing.meetings, today), today.year - 1), today.year + 1):
        over = year < today.year
        if lacks_annual(standing.meetings, year) and (over or quarter(today) == 4):
            yield Matter(
                urgency=Urgency.LATE if over else Urgency.SOON,
                what="annual",
                since=_begin(year, 4),
                clause=rule.clauses[0] if rule.clauses else "",
                place="home",
                deed="any.new-meeting",
                sentence=f"No annual meeting was held in {year}." if over
                else f"No annual meeting is planned in {year} yet.",
            )  # fmt: skip
