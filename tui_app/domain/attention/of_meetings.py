"""The meetings that need attention, and the quarters without one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..calendar import day_and_date, quarter, short_date
from ..meeting.meeting import Meeting, MeetingState, moved_since_circulated
from ..meeting.quarters import lacks_annual, quarters
from .matter import Matter, Standing, Urgency


def of_meetings(standing: Standing, today: date) -> Iterable[Matter]:
    """What each meeting needs in the state that it has come to."""
    for meeting in standing.meetings:
        days = (meeting.on - today).days
        when = day_and_date(meeting.on)
        if meeting.in_session:
            yield Matter(
                urgency=Urgency.NOW,
                what="in session",
                sentence=f"{meeting.title} is in session.",
                place="minutes",
                meeting=meeting.id,
            )
        elif meeting.state is MeetingState.PLANNED and days < 0:
            yield Matter(
                urgency=Urgency.LATE,
                what="not opened",
                since=meeting.on,
                place="minutes",
                meeting=meeting.id,
                deed="minutes.open-meeting",
                sentence=f"{meeting.title} was planned for {when} and was not opened.",
            )
        elif meeting.state is MeetingState.PLANNED:
            yield Matter(
                urgency=Urgency.NOW if days == 0 else Urgency.LATER,
                what="next meeting",
                since=meeting.on,
                sentence=f"{meeting.title}, {when}, {_in_days(days)}.",
                place="minutes" if days == 0 else "agenda",
                meeting=meeting.id,
                deed="minutes.open-meeting" if days == 0 else "",
            )
            if not meeting.agenda_version and days <= 21:
                yield Matter(
                    urgency=Urgency.SOON,
                    what="agenda",
                    sentence=f"The agenda of {meeting.symbol} has not been circulated; it meets {_in_days(days)}.",
                    place="agenda",
                    meeting=meeting.id,
                    deed="agenda.circulate",
                )
            elif moved_since_circulated(meeting):
                yield Matter(
                    urgency=Urgency.SOON,
                    what="agenda",
                    sentence=f"The members have the agenda of {meeting.symbol} from before it was moved.",
                    place="agenda",
                    meeting=meeting.id,
                    deed="agenda.circulate",
                )
        elif meeting.state is MeetingState.DRAFT:
            yield Matter(
                urgency=Urgency.SOON,
                what="minutes",
                since=meeting.on,
                place="papers",
                meeting=meeting.id,
                record="minutes",
                deed="papers.circulate",
                clause=standing.clause_on("Minutes"),
                sentence=f"The minutes of {meeting.symbol} have not been circulated.",
            )
        elif meeting.state is MeetingState.CIRCULATED:
            yield _comments(meeting, today)


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
    first = min([meeting.on for meeting in standing.meetings] + [today])
    for year in range(max(first.year, today.year - 1), today.year + 1):
        for each in quarters(standing.meetings, year, today):
            if each.state == "missing":
                yield Matter(
                    urgency=Urgency.LATE,
                    what="quarter",
                    clause=clause,
                    place="home",
                    deed="any.new-meeting",
                    sentence=f"No meeting was held in Q{each.number} {year}.",
                )
            if each.state == "to come" and (year, each.number) == (today.year, quarter(today)):
                yield Matter(
                    urgency=Urgency.SOON,
                    what="quarter",
                    clause=clause,
                    place="home",
                    deed="any.new-meeting",
                    sentence=f"No meeting is planned in this quarter, Q{each.number} {year}.",
                )


def of_annual(standing: Standing, today: date) -> Iterable[Matter]:
    """The last year without the annual meeting that the ToR ask for (R-23), and this one from October on."""
    rule = standing.charter.cadence.annual
    if rule is None or not standing.meetings:
        return
    first = min([meeting.on for meeting in standing.meetings] + [today])
    for year in range(max(first.year + (quarter(first) > 1), today.year - 1), today.year + 1):
        over = year < today.year
        if lacks_annual(standing.meetings, year) and (over or quarter(today) == 4):
            yield Matter(
                urgency=Urgency.LATE if over else Urgency.SOON,
                what="annual",
                clause=rule.clauses[0] if rule.clauses else "",
                place="home",
                deed="any.new-meeting",
                sentence=f"No annual meeting was held in {year}." if over
                else f"No annual meeting is planned in {year} yet.",
            )  # fmt: skip
