"""What needs attention on a day: a pure reading of the record, most urgent first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from .action import ActionPoint
from .awaiting import awaited, unanswered
from .calendar import day_and_date, quarter, short_date
from .charter import Charter
from .decision import Decision
from .meeting import Meeting, MeetingState
from .proposal import Outcome, Proposal
from .quarters import quarters
from .roster import NETWORK, Seat, seats_on
from .silence import silence_words
from .succession import Notice


class Urgency(IntEnum):
    """How soon a matter has to be seen to, the first one first."""

    NOW = 0
    LATE = 1
    SOON = 2
    LATER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing to see to: what, why, by which clause, and where it is dealt with.

    `place` is the place to go to; `meeting` the id of the meeting to show there.
    """

    urgency: Urgency
    what: str
    sentence: str
    place: str
    meeting: str = ""
    clause: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is on record of a network: its charter, seats, meetings, actions, decisions, proposals, chairs."""

    charter: Charter
    seats: tuple[Seat, ...]
    meetings: tuple[Meeting, ...]
    actions: tuple[ActionPoint, ...]
    decisions: tuple[Decision, ...]
    proposals: tuple[Proposal, ...]
    notices: tuple[Notice, ...] = ()


def matters(standing: Standing, today: date) -> tuple[Matter, ...]:
    """Everything that needs attention on that day, most urgent first, the oldest first among equals."""
    found = [
        *_roster(standing, today),
        *_meetings(standing, today),
        *_actions(standing.actions, today),
        *_decisions(standing, today),
        *_referrals(standing),
        *_still_open(standing, today),
        *_unanswered(standing, today),
        *_quarters(standing, today),
        *map(_term, standing.notices),
    ]
    return tuple(sorted(found, key=lambda matter: (matter.urgency, matter.since or today)))


def _roster(standing: Standing, today: date) -> Iterable[Matter]:
    """Without a member nobody can be asked; Kosovo's ToR list none."""
    if not seats_on(standing.seats, NETWORK, today):
        clauses = standing.charter.membership.clauses
        yield Matter(
            urgency=Urgency.NOW,
            what="roster",
            clause=clauses[0] if clauses else "",
            place="network",
            sentence="The roster has no member, so no consensus can be tested: 7 (Network), then a admits one.",
        )


def _meetings(standing: Standing, today: date) -> Iterable[Matter]:
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
            )
            if not meeting.agenda_version and days <= 21:
                yield Matter(
                    urgency=Urgency.SOON,
                    what="agenda",
                    sentence=f"The agenda of {meeting.symbol} has not "
                    f"been circulated; the meeting is {_in_days(days)}.",
                    place="agenda",
                    meeting=meeting.id,
                )
        elif meeting.state is MeetingState.DRAFT:
            yield Matter(
                urgency=Urgency.SOON,
                what="minutes",
                since=meeting.on,
                place="papers",
                meeting=meeting.id,
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
        since=due,
    )


def _in_days(days: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def _actions(actions: Iterable[ActionPoint], today: date) -> Iterable[Matter]:
    for action in actions:
        if action.overdue(today) and action.due is not None:
            who = ", ".join(action.responsible) or "nobody"
            yield Matter(
                urgency=Urgency.LATE,
                what="overdue",
                since=action.due,
                place="actions",
                meeting=action.meeting,
                sentence=f"{_short(action.symbol)}, due {short_date(action.due)}: {who} - {_brief(action.text)}",
            )


def _short(symbol: str) -> str:
    """A symbol without the network's own, which is known here: `2026/Q3/D04`."""
    return symbol.partition("/")[2]


def _brief(text: str) -> str:
    """A text cut at a word, long enough to be recognised."""
    return text if len(text) <= 90 else f"{text[:90].rpartition(' ')[0]} ..."


def _decisions(standing: Standing, today: date) -> Iterable[Matter]:
    for decision in standing.decisions:
        if decision.open and not decision.owners:
            yield Matter(
                urgency=Urgency.SOON,
                what="no owner",
                since=decision.adopted_on,
                place="decisions",
                meeting=decision.meeting,
                sentence=f"{_short(decision.symbol)} has no owner: {_brief(decision.text)}",
            )
        if decision.open and decision.due is not None and decision.due < today:
            yield Matter(
                urgency=Urgency.LATE,
                what="overdue",
                since=decision.due,
                place="decisions",
                meeting=decision.meeting,
                sentence=f"{_short(decision.symbol)}, due {short_date(decision.due)}: {_brief(decision.text)}",
            )


def _unanswered(standing: Standing, today: date) -> Iterable[Matter]:
    """What waits for the parent body; the ToR give it no time, so a recommendation is chased after a quarter."""
    every: tuple[Decision | Proposal, ...] = (*standing.decisions, *standing.proposals)
    for each in unanswered(awaited(standing.charter, every, standing.meetings)):
        old = (today - each.since).days > 92
        yield Matter(
            urgency=Urgency.SOON if each.referral or old else Urgency.LATER,
            what="referral" if each.referral else "no answer",
            since=each.since,
            place="decisions",
            meeting=each.meeting,
            clause=each.clause,
            sentence=f"{each.sentence}{f': {_brief(each.text)}' if each.text else '.'}",
        )


def _referrals(standing: Standing) -> Iterable[Matter]:
    parent = standing.charter.terms.parent_body.short
    rule = standing.charter.decision
    for proposal in standing.proposals:
        outcome = proposal.closing.outcome if proposal.closing else None
        if outcome is Outcome.NOT_REACHED and rule.escalation:
            yield Matter(
                urgency=Urgency.NOW,
                what="to refer",
                place="consensus",
                meeting=proposal.meeting,
                clause=rule.clauses[0] if rule.clauses else "",
                sentence=f"No consensus; to be put before the {parent}: {_brief(proposal.text)}",
            )


def _still_open(standing: Standing, today: date) -> Iterable[Matter]:
    """The proposals on which a meeting that is over has not ended the check: its minutes cannot be adopted."""
    over = {meeting.id: meeting.symbol for meeting in standing.meetings if meeting.over}
    for proposal in standing.proposals:
        if not proposal.open or proposal.meeting not in over:
            continue
        symbol = f"{proposal.number} of {over[proposal.meeting]}"
        silence = proposal.silence if proposal.in_silence else None
        runs = silence is not None and today <= silence.deadline.date()
        yield Matter(
            urgency=Urgency.LATER if runs else Urgency.SOON,
            what="silence" if silence else "still open",
            place="consensus",
            meeting=proposal.meeting,
            since=silence.deadline.date() if silence else None,
            sentence=silence_words(symbol, silence, today)
            if silence
            else f"{symbol} is still open: declare it or defer it.",
        )


def _quarters(standing: Standing, today: date) -> Iterable[Matter]:
    """The quarters missed since the first meeting on record, and one that runs without a meeting planned."""
    rule = standing.charter.cadence.quarterly
    if rule is None or not standing.meetings:
        return
    clause = rule.clauses[0] if rule.clauses else ""
    first = min(meeting.on for meeting in standing.meetings)
    for year in range(first.year, today.year + 1):
        for each in quarters(standing.meetings, year, today):
            if each.state == "missing":
                yield Matter(
                    urgency=Urgency.LATE,
                    what="quarter",
                    clause=clause,
                    place="agenda",
                    sentence=f"No meeting was held in Q{each.number} {year}.",
                )
            if each.state == "to come" and (year, each.number) == (today.year, quarter(today)):
                yield Matter(
                    urgency=Urgency.SOON,
                    what="quarter",
                    clause=clause,
                    place="agenda",
                    sentence=f"No meeting is planned in this quarter, Q{each.number} {year}: M plans one.",
                )


def _term(notice: Notice) -> Matter:
    return Matter(
        urgency=Urgency.LATE if notice.ended else Urgency.SOON,
        what=notice.what,
        sentence=notice.sentence,
        place="network",
        clause=notice.clause,
        since=notice.on,
    )
