"""The text before the body as the room may see it: what changed in it, what each entity says, how it ended.

Of a position not its words, which are the secretariat's until they are circulated; no text and no outcome from behind
closed doors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from tui_app.documents.language import words_of
from tui_app.documents.outcomes import ENDED
from tui_app.documents.release import behind_closed_doors
from tui_app.domain.charter.charter import DecisionRule, Output, Tier
from tui_app.domain.consensus.consensus import binds
from tui_app.domain.consensus.proposal import Outcome, Position, Proposal, Round
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.differences import Side
from tui_app.domain.meeting.projection import ProjectedPosition, ProjectedText
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.meeting.versions import Change, changes
from tui_app.domain.membership.turn import asking_order
from tui_app.domain.words import Words

Changed = Callable[[Proposal], int]
"""By which of two proposals changed last, where that was in the same moment."""


def text_before_the_body(record: MeetingRecord, item: AgendaItem | None, changed: Changed) -> ProjectedText | None:
    """The text of which something was recorded last, under the item on the table or since that is there; or None.

    `changed` is asked in minutes that are written up later, where all is of one moment.
    """
    words, rule = words_of(record.charter), record.charter.decision
    proposal = _before_the_body(record, item, changed)
    if proposal is None:
        return None
    rounds = [each for each in proposal.rounds if not each.closed]
    adopted = proposal.closing is not None and proposal.closing.outcome is Outcome.ADOPTED
    shown = rounds[-1] if rounds and not adopted else proposal.round
    return ProjectedText(
        heading=_heading(record, proposal, shown, words),
        changes=_changes(proposal, () if adopted else rounds),
        marks=words("underlined: new; in brackets: taken out"),
        positions=_positions(proposal, rule, words) if shown is proposal.round else (),
        legend=words("on the Executive Committee") if rule.binding_tier is not Tier.MEMBER else "",
        declared=proposal.closing.words if proposal.closing else "",
    )


def _open_proposals(record: MeetingRecord) -> tuple[Proposal, ...]:
    """The proposals that were neither put nor decided behind closed doors, nor under an item of the closed part."""
    behind = behind_closed_doors(record)
    private = {item.id for item in record.agenda.items if record.agenda.in_closed_part(item)}
    return tuple(p for p in record.proposals if not (p.struck or p.id in behind or p.item in private))


def _before_the_body(record: MeetingRecord, item: AgendaItem | None, changed: Changed) -> Proposal | None:
    """The proposal of which something was recorded last: of the item on the table, or since that is there."""
    since = item.spans[-1].start if item and item.spans else None
    seen = _open_proposals(record)
    last = {each.id: max(_moments(record, each), default=record.meeting.starts) for each in seen}
    near = [
        (last[each.id], changed(each), place, each)
        for place, each in enumerate(seen)
        if (item and each.item == item.id) or (since and last[each.id] > since)
    ]
    return max(near)[-1] if near else None


def _moments(record: MeetingRecord, proposal: Proposal) -> Iterator[datetime]:
    """When something was recorded of a proposal."""
    yield from (entry.at for entry in record.entries if entry.refers_to == proposal.id)
    yield from (each.opened for each in proposal.rounds)
    yield from (at for each in proposal.positions for at in (each.at, each.withdrawn) if at is not None)
    if proposal.closing is not None:
        yield proposal.closing.at


def _heading(record: MeetingRecord, proposal: Proposal, shown: Round | None, words: Words) -> str:
    """`Decision D04`, `Proposal P3, round 2`, `Proposal P3, deferred`."""
    decision = next((each for each in record.decisions if each.proposal == proposal.id), None)
    if decision is not None and decision.kind is Output.RECOMMENDATION:
        return words("Recommendation {number}", number=decision.number)
    if decision is not None:
        return words("Decision {number}", number=decision.number)
    name = words("Proposal {number}", number=proposal.number)
    if proposal.closing is not None and proposal.closing.outcome in ENDED:
        return f"{name}{words.comma}{words(ENDED[proposal.closing.outcome])}"
    if shown is None or shown.number == 1:
        return name
    return f"{name}{words.comma}{words('round {number}', number=shown.number)}"


def _changes(proposal: Proposal, rounds: Sequence[Round]) -> tuple[Change, ...]:
    """The whole text, against that of the round before; what the chair declared on has no changes any more."""
    if proposal.closing is not None or not rounds:
        return ((Side.BOTH, rounds[-1].text if rounds else proposal.text),)
    before = rounds[-2].text if len(rounds) > 1 else rounds[-1].text
    return tuple(changes(before, rounds[-1].text))


def _positions(proposal: Proposal, rule: DecisionRule, words: Words) -> tuple[ProjectedPosition, ...]:
    return tuple(_position(each, rule, words) for each in asking_order(proposal, rule))


def _position(position: Position, rule: DecisionRule, words: Words) -> ProjectedPosition:
    withdrawn = position.withdrawn is not None
    said = words("objection withdrawn") if withdrawn else words(position.kind.value)
    return ProjectedPosition(
        entity=position.entity,
        position=words("(closed session)") if position.closed else said,
        objects=position.objecting and not position.closed,
        binds=rule.binding_tier is not Tier.MEMBER and binds(position, rule),
    )
