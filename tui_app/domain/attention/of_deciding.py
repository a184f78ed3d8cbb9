"""The checks that are not ended, and what waits for the parent body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from ..consensus.awaiting import Unanswered, awaited, unanswered
from ..consensus.consensus import Finding, find
from ..consensus.decision import Decision, DecisionState
from ..consensus.ending import unreached
from ..consensus.proposal import PositionKind, Proposal
from ..consensus.silence import silence_words
from ..membership.roster import NETWORK
from .matter import Matter, Standing, Urgency, brief, oldest


def of_answers(standing: Standing, today: date) -> Iterable[Matter]:
    """What waits for the parent body; the ToR give it no time, so a recommendation is chased after a quarter."""
    every: tuple[Decision | Proposal, ...] = (*standing.decisions, *standing.proposals)
    found = tuple(unanswered(awaited(standing.charter, every, standing.meetings)))
    return oldest(found, lambda each: _unanswered(each, today), "wait for an answer")


def _unanswered(each: Unanswered, today: date) -> Matter:
    old = (today - each.since).days > 92
    return Matter(
        urgency=Urgency.SOON if each.referral or old else Urgency.LATER,
        what="referral" if each.referral else "no answer",
        since=each.since,
        place="decisions",
        record=each.record,
        deed="decisions.answer",
        clause=each.clause,
        sentence=f"{each.sentence}{f': {brief(each.text)}' if each.text else '.'}",
    )


def of_referrals(standing: Standing, today: date) -> Iterable[Matter]:
    """Where consensus was not reached: the matter is still to be referred, or ended where the ToR know no referral."""
    parent = standing.charter.terms.parent_body.short
    rule, meetings = standing.charter.decision, {meeting.id: meeting for meeting in standing.meetings}
    found = [proposal for proposal in standing.proposals if unreached(proposal)]

    def ended(proposal: Proposal) -> Matter:
        symbol = f"{proposal.number} of {meetings[proposal.meeting].symbol}"
        return Matter(
            urgency=Urgency.SOON,
            what="no consensus",
            place="consensus",
            meeting=proposal.meeting,
            record=proposal.id,
            deed="consensus.end",
            sentence=f"{symbol} ended without consensus, and nothing followed: {brief(proposal.text)}",
        )

    def told(proposal: Proposal) -> Matter:
        return Matter(
            urgency=Urgency.NOW,
            what="to refer",
            place="consensus",
            meeting=proposal.meeting,
            record=proposal.id,
            deed="consensus.refer",
            clause=rule.clauses[0] if rule.clauses else "",
            sentence=f"No consensus; to be put before the {parent}: {brief(proposal.text)}",
        )

    if not rule.escalation:
        return oldest(found, ended, "ended without consensus, and nothing followed")
    return oldest(found, told, f"are to be put before the {parent}")


def of_open_checks(standing: Standing, today: date) -> Iterable[Matter]:
    """The proposals on which a meeting that is over has not ended the check: its minutes cannot be adopted."""
    over = {meeting.id: meeting for meeting in standing.meetings if meeting.over}
    for proposal in standing.proposals:
        if proposal.open and proposal.meeting in over:
            meeting = over[proposal.meeting]
            charter = standing.charter if meeting.body == NETWORK else standing.charter.for_group()
            open_one = _in_silence if proposal.in_silence else partial(_unheard, find(proposal, charter.decision))
            yield replace(
                open_one(proposal, f"{proposal.number} of {meeting.symbol}", today),
                place="consensus", meeting=meeting.id, record=proposal.id,
            )  # fmt: skip


def _in_silence(proposal: Proposal, symbol: str, today: date) -> Matter:
    silence = proposal.silence
    assert silence is not None
    runs = today <= silence.deadline.date()
    return Matter(
        urgency=Urgency.LATER if runs else Urgency.SOON,
        what="silence",
        place="consensus",
        deed="" if runs else "consensus.declare",
        since=silence.deadline.date(),
        sentence=silence_words(symbol, silence, today),
    )


def _unheard(found: Finding, proposal: Proposal, symbol: str, today: date) -> Matter:
    """A check that nobody ended, with the first of what is missing: the absent (R-40), the state's body (R-41)."""
    asked = bool(proposal.positions) and not any(p.kind is PositionKind.PENDING for p in proposal.positions)
    gate = found.state is DecisionState.AWAITING_CONSULTATION
    consult = gate or (found.state is DecisionState.CONSULTATION and asked)
    missing = f". {found.missing[0]}" if found.missing else ": the chair declares it, or it is put off."
    return Matter(
        urgency=Urgency.SOON,
        what="to consult" if consult else "still open",
        place="consensus",
        deed="consensus.consult" if consult else "consensus.declare" if found.adoptable else "",
        sentence=f"{symbol} is still open{missing}",
    )
