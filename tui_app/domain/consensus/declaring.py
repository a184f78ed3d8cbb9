"""The words of a declaration and the basis of a decision, from the charter."""

from __future__ import annotations

from ..charter.charter import Binding, Charter, Output
from ..words import ENGLISH, Words
from .consensus import binds
from .effect import output_of
from .moves import Said
from .proposal import Outcome, Position, PositionKind, Proposal

PRACTICE = "by the practice of consensus: no objection was raised"
"""The basis proposed where a ToR states no rule; the secretariat may record another (R-45)."""

SO_DECIDED = "Declared by the chair without a check of positions"
"""The reason recorded where absent entities were not consulted because the chair so decided (R-40)."""

UNRECORDED = "no attendance was recorded when the chair so declared"
"""The reason recorded for everyone where a decision was taken and nobody was recorded as present."""

NOBODY_RECORDED = "declared by the chair, no objection being raised; attendance was not recorded"
"""The basis of a decision that was taken so."""

OF_THOSE_HEARD = (
    "consensus of those present or consulted; {entities} absent and not consulted, for the reason on record"
)
"""The basis where somebody who binds was neither there nor asked."""

WITHDRAWN = "The proposal was withdrawn by its proposer."


def proposed_words(charter: Charter, proposal: Proposal, language: Words = ENGLISH) -> str:
    """What the chair says when the check is closed as it stands now; lists and dates are in a language."""
    words = _declaration(charter, proposal, language)
    silence = proposal.silence
    if silence is None or not proposal.in_silence or silence.objections or any(p.objecting for p in proposal.positions):
        return words
    confirmed = charter.say(charter.wording.silence_unbroken, deadline=language.moment(silence.deadline))
    return f"{confirmed} {words}"


def silence_broken(charter: Charter, entity: str, said: Said, words: Words = ENGLISH) -> str:
    """What the minutes say when an entity breaks the silence, with its ground and the change it seeks."""
    reason = f"{words(said.ground.value)}{words.colon}{said.words}" if said.ground else said.words
    return charter.say(charter.wording.silence_broken, entities=entity, reason=reason.rstrip("."))


def _declaration(charter: Charter, proposal: Proposal, words: Words) -> str:
    objecting = [p for p in proposal.positions if p.objecting]
    blocking = [p.entity for p in objecting if binds(p, charter.decision)]
    wording = charter.wording
    if blocking:
        return charter.say(wording.declaration_not_reached, entities=words.all_of(blocking))
    if objecting:
        return charter.say(wording.declaration_adopted_on_record, entities=words.all_of(p.entity for p in objecting))
    recommends = output_of(charter, proposal.effects) is Output.RECOMMENDATION
    return charter.say(wording.declaration_recommended if recommends else wording.declaration_adopted)


def words_for(charter: Charter, outcome: Outcome) -> str:
    """What the chair says when a matter ends otherwise."""
    templates = {
        Outcome.DEFERRED: charter.wording.declaration_deferred,
        Outcome.REFERRED: charter.wording.declaration_referred,
        Outcome.CLOSED: charter.wording.declaration_closed,
        Outcome.WITHDRAWN: WITHDRAWN,
    }
    return charter.say(templates[outcome])


def basis_of(charter: Charter, recorded: str, proposal: Proposal) -> str:
    """On what a decision on this proposal rests, as it is printed; `recorded` where the ToR is silent."""
    if charter.decision.statement is Binding.NOT_STATED:
        return charter.say(charter.wording.basis, basis=recorded or PRACTICE)
    binding = [p for p in proposal.positions if binds(p, charter.decision)]
    waived = {p.entity: reason for p in binding if (reason := _waived(p, proposal))}
    if waived:  # the words of the charter would claim a consultation of all who bind
        if set(waived.values()) == {UNRECORDED}:
            return NOBODY_RECORDED
        return OF_THOSE_HEARD.format(entities=listed([*waived]))
    everyone = charter.decision.endeavour and all(_joined(p, proposal) for p in proposal.positions)
    template = charter.wording.basis_of_all if everyone and charter.wording.basis_of_all else charter.wording.basis
    return charter.say(template, basis=recorded)


def _waived(position: Position, proposal: Proposal) -> str:
    """The reason why an absent entity was not consulted; empty where it was, or was there."""
    held = proposal.consulted(position.entity)
    return held.result if position.kind is PositionKind.ABSENT and held is not None and held.waived else ""


def _joined(position: Position, proposal: Proposal) -> bool:
    """Whether nothing speaks against saying that this entity was part of the consensus."""
    if position.kind is PositionKind.ABSENT:
        held = proposal.consulted(position.entity)
        return held is not None and not held.waived
    return not position.objecting


def listed(names: list[str]) -> str:
    """`FAO`, `FAO and ILO`, `FAO, ILO and WHO`."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
