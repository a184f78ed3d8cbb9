"""The checks that are not ended, and what waits for the parent body."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .awaiting import awaited, unanswered
from .decision import Decision
from .matter import Matter, Standing, Urgency, brief
from .proposal import Outcome, Proposal
from .silence import silence_words


def of_answers(standing: Standing, today: date) -> Iterable[Matter]:
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
            sentence=f"{each.sentence}{f': {brief(each.text)}' if each.text else '.'}",
        )


def of_referrals(standing: Standing, today: date) -> Iterable[Matter]:
    """Where consensus was not reached and the ToR know a referral: the matter has still to be referred."""
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
                sentence=f"No consensus; to be put before the {parent}: {brief(proposal.text)}",
            )


def of_open_checks(standing: Standing, today: date) -> Iterable[Matter]:
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
