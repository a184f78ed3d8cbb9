"""What the adoption of a text does: known before it, done with the decision on its date (R-07, R-49 to R-53)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from tui_app.documents.language import words_of
from tui_app.domain.capture.lines import EffectLine
from tui_app.domain.charter.charter import Output, Wording
from tui_app.domain.consensus import moves
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.effect import (
    AGENDA,
    MEMBERS,
    WORKPLAN,
    Effect,
    EffectKind,
    alike,
    names_decision,
    output_of,
)
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.frozen import dataclass
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.meeting import require_session
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.membership.roster import NETWORK, Body, BodyKind, Seat
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.services import membership, tenure, workplan
from tui_app.services.book import Book
from tui_app.services.checking import on_the_table
from tui_app.services.naming import find_decision
from tui_app.services.pen import Pen, Taken, Takers
from tui_app.services.trial import tried


@dataclass(frozen=True, slots=True)
class Adoption:
    """The decision that does it: its id, its symbol and its day."""

    id: str
    symbol: str
    on: date


def carry_out(book: Book, adoption: Adoption, effects: Iterable[Effect]) -> None:
    """Do what a decision does, in the transaction that adopts it; Problem if anything of it cannot be done."""
    for effect in effects:
        deed = _DEEDS.get(effect.kind)
        if deed is not None:
            deed(book, adoption, effect)


def _effect(pen: Pen, line: EffectLine) -> Taken:
    """Kept with the proposal on the table until it is adopted; done at once by a decision taken since, or with none."""
    proposal = on_the_table(pen)
    if proposal is not None and proposal.open and not _decided_since(pen, proposal):
        return _keep(pen, proposal, line.effect)
    decision = _so_decided(pen)
    if line.effect is None:
        raise Problem(f"What {decision.number} does is done: a later decision undoes it.")
    effect = _known(pen, line.effect)
    with pen.book.register.transaction(f"{decision.number} {effect}"):
        carry_out(pen.book, Adoption(decision.id, decision.symbol, decision.adopted_on), [effect])
        effects = (*decision.effects, effect)
        kind = output_of(pen.charter, effects)
        if kind is not decision.kind:
            _declare_anew(pen, decision)
        pen.book.of(Decision).put(replace(decision, effects=effects, kind=kind))
    return Taken(str(effect), decision.number, note=_remark(pen.book, effect))


def _declare_anew(pen: Pen, decision: Decision) -> None:
    """Put the words for a decision of the network's own in place of those that called it a recommendation."""
    proposal, wording = pen.book.of(Proposal).get(decision.proposal), pen.charter.wording
    if proposal.closing is not None and proposal.closing.words == pen.charter.say(wording.so_decided):
        closing = replace(proposal.closing, words=words_of(pen.charter)(Wording().so_decided))
        pen.book.of(Proposal).put(replace(proposal, closing=closing))


def _keep(pen: Pen, proposal: Proposal, effect: Effect | None) -> Taken:
    """Keep with a proposal what its adoption does, if all of it together could be done today."""
    known = _known(pen, effect) if effect is not None else None
    changed = moves.add_effect(proposal, known)
    tried(pen.book, lambda: carry_out(pen.book, Adoption("", "", pen.moment().date()), changed.effects))
    said = str(known) if known is not None else "does nothing more"
    with pen.book.register.transaction(f"{proposal.number} {said}"):
        pen.book.of(Proposal).put(changed)
    earlier = alike(proposal.effects, known) if known is not None else None
    replaced = f"This takes the place of: {earlier}." if earlier is not None else ""
    return Taken(said, proposal.number, note=" ".join(filter(None, (replaced, _remark(pen.book, known)))))


def _remark(book: Book, effect: Effect | None) -> str:
    """What is to be seen to: that an ad hoc group has its review (R-52), and a workplan its lines."""
    if effect is not None and effect.kind is EffectKind.WORKPLAN and not workplan.standing(book, int(effect.subject)):
        return f"The workplan for {effect.subject} has no line yet: nothing stands in what is endorsed."
    if effect is None or not effect.ad_hoc or effect.until is not None:
        return ""
    return f"{effect.subject} is ad hoc and no day is set to review it: add `until 30 Jun 2027`, or set it in Network."


def _so_decided(pen: Pen) -> Decision:
    """The last decision, if it was taken by /decide, so that nobody was asked; what an adopted text does stays."""
    decisions = pen.book.of(Decision).of(pen.meeting_id)
    if not decisions:
        raise Problem("There is no proposal and no decision yet that could do this: put one with /propose text.")
    decision = decisions[-1]
    if _was_put(pen, decision):
        raise Problem(f"{decision.number} was adopted without this: put a text that says so, with /propose.")
    require_session(pen.meeting)
    return decision


def _was_put(pen: Pen, decision: Decision) -> bool:
    """Whether a decision was put as a text first, and not taken by /decide."""
    entries = pen.book.of(Entry).of(pen.meeting_id)
    return any(e.kind is EntryKind.PROPOSAL and e.refers_to == decision.proposal for e in entries)


def _decided_since(pen: Pen, proposal: Proposal) -> bool:
    """Whether /decide took a decision after a text was put, so that the next line is said of the decision."""
    decisions = pen.book.of(Decision).of(pen.meeting_id)
    if pen.proposal or not decisions:
        return False
    put = [each.id for each in pen.book.of(Proposal).of(pen.meeting_id)]
    return put.index(decisions[-1].proposal) > put.index(proposal.id) and not _was_put(pen, decisions[-1])


TAKERS: Takers = {EffectLine: _effect}


# -- what is meant -------------------------------------------------------


def _known(pen: Pen, effect: Effect) -> Effect:
    """The effect with the official symbol of a decision or meeting that was typed short; `D01` is of this meeting."""
    book = pen.book
    if re.fullmatch(r"D\d+", effect.subject):
        effect = replace(effect, subject=f"{pen.meeting.symbol}/{effect.subject}")
    if effect.kind in (EffectKind.SUPERSEDE, EffectKind.RESCIND):
        return replace(effect, subject=find_decision(book, effect.subject).symbol)
    if effect.kind is EffectKind.OWN and pen.charter.decision.output is not Output.RECOMMENDATION:
        raise Problem("By these Terms of Reference every adopted text is a decision of the body's own: leave this out.")
    if effect.kind is EffectKind.RELEASE:
        return replace(effect, subject=_released(book, effect.subject))
    return effect


def _released(book: Book, subject: str) -> str:
    """A decision's symbol, or a meeting's, whose minutes are meant; or another paper, by its word."""
    paper, _, symbol = subject.rpartition(" ")
    if paper == AGENDA:
        return f"{AGENDA} {book.meeting(symbol).symbol}"
    if paper == WORKPLAN or subject == MEMBERS:
        return subject
    return find_decision(book, subject).symbol if names_decision(subject) else book.meeting(subject).symbol


def _group(book: Book, symbol: str) -> Body:
    groups = {body.symbol: body for body in book.of(Body).all() if body.kind is BodyKind.WORKING_GROUP}
    there = {each: body for each, body in groups.items() if body.abolished is None}
    if symbol not in there:
        known = did_you_mean(symbol, there) if there else "none has been established."
        raise Problem(f"There is no working group {symbol}: {known}")
    return there[symbol]


# -- what is done --------------------------------------------------------


def _establish(book: Book, adoption: Adoption, effect: Effect) -> None:
    if any(body.symbol == effect.subject for body in book.of(Body).all()):
        raise Problem(f"There is or was a group {effect.subject} already: its symbol is not used again.")
    book.of(Body).put(
        Body(
            id=new_id(),
            symbol=effect.subject,
            name=effect.name,
            kind=BodyKind.WORKING_GROUP,
            established=adoption.on,
            established_by=adoption.symbol,
            ad_hoc=effect.ad_hoc,
            review_on=effect.until,
        )
    )


def _abolish(book: Book, adoption: Adoption, effect: Effect) -> None:
    group = _group(book, effect.subject)
    book.of(Body).put(replace(group, abolished=adoption.on, abolished_by=adoption.symbol))


def _choose_chair(book: Book, adoption: Adoption, effect: Effect) -> None:
    group = _group(book, effect.subject)
    tenure.begin_term(
        book, body=group.symbol, office="chair", entity=effect.entity, person=effect.person,
        since=adoption.on, until=effect.until, decision=adoption.symbol,
    )  # fmt: skip


def _admit(book: Book, adoption: Adoption, effect: Effect) -> None:
    """A seat that waited for this decision is held from its day on; without one, a new seat is made."""
    names = book.names()
    acronym = names.find(effect.subject) or effect.subject
    waiting = [seat for seat in book.of(Seat).of(NETWORK) if seat.entity == acronym and seat.pending and not seat.until]
    if waiting:
        seat = waiting[-1]
        since = max(seat.since or adoption.on, adoption.on)
        book.of(Seat).put(replace(seat, pending=False, since=since, tier=effect.tier, approved_by=adoption.symbol))
        return
    membership.admit(book, acronym, effect.name, adoption.on, tier=effect.tier, by=adoption.symbol)


def _take_place_of(book: Book, adoption: Adoption, effect: Effect) -> None:
    earlier = find_decision(book, effect.subject)
    if earlier.state is not DecisionState.ADOPTED:
        raise Problem(f"{earlier.symbol} is {earlier.state.value} already: name the decision that stands.")
    if effect.kind is EffectKind.SUPERSEDE:
        book.of(Decision).put(replace(earlier, superseded_by=adoption.id))
    else:
        book.of(Decision).put(replace(earlier, rescinded_by=adoption.id))


def _endorse_workplan(book: Book, adoption: Adoption, effect: Effect) -> None:
    workplan.endorse(book, int(effect.subject), adoption.symbol, adoption.on)


_DEEDS: Mapping[EffectKind, Callable[[Book, Adoption, Effect], None]] = {
    EffectKind.ESTABLISH: _establish,
    EffectKind.ABOLISH: _abolish,
    EffectKind.CHAIR: _choose_chair,
    EffectKind.ADMIT: _admit,
    EffectKind.WORKPLAN: _endorse_workplan,
    EffectKind.SUPERSEDE: _take_place_of,
    EffectKind.RESCIND: _take_place_of,
}
"""What changes the record; a release and a joint statement stand in the decision itself."""
