"""Ending a check: the chair's declaration, and the decision that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from tui_app.documents.language import words_of
from tui_app.domain.capture.lines import (
    ConsultLine,
    DecideLine,
    DeclareLine,
    DeferLine,
    EffectLine,
    EndLine,
    PositionLine,
    ReferLine,
    SilenceLine,
    WithdrawLine,
)
from tui_app.domain.charter.charter import DecisionRule
from tui_app.domain.consensus import ending, moves
from tui_app.domain.consensus.consensus import binds, find, not_consulted
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.declaring import (
    SO_DECIDED,
    UNRECORDED,
    basis_of,
    listed,
    proposed_words,
    words_for,
)
from tui_app.domain.consensus.effect import output_of, undone
from tui_app.domain.consensus.ending import Declaration
from tui_app.domain.consensus.proposal import Consultation, Outcome, PositionKind, Proposal
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.meeting import MeetingState
from tui_app.domain.meeting.minutes import EntryKind
from tui_app.domain.names import fold
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import Letter, full_symbol
from tui_app.services.basis import settle_basis
from tui_app.services.checking import (
    asked,
    new_proposal,
    on_the_table,
    open_check,
    require_proposal,
    withdraw_objection,
)
from tui_app.services.effects import Adoption, carry_out
from tui_app.services.pen import Pen, Taken, Takers


def _decide(pen: Pen, line: DecideLine) -> Taken:
    """ "It was so decided": nobody present objected; who was absent and not consulted is recorded as such.

    Where nobody was recorded as present, nobody is said to have joined.
    """
    book, now = pen.book, pen.moment()
    _require_not_before_the_body(pen, line.text)
    stands = _objection_here(pen)
    with book.register.transaction(str(pen.charter.decision.output)):
        settled = settle_basis(book)
        proposal, note = _so_decided(pen, moves.open_check(new_proposal(pen, line.text), asked(pen), now), line.reason)
        words = pen.charter.say(pen.charter.wording.so_decided)
        decision, entry = _close_with(pen, ending.declare, proposal, words, enter_words=False)
    assert decision is not None
    notes = " ".join(part for part in (stands, note, settled, undone(decision.text, ())) if part)
    return Taken(f"{decision.kind} {decision.text}", decision.number, entry, notes)


def _require_not_before_the_body(pen: Pen, text: str) -> None:
    """A text on which positions were asked is declared on; it is not decided beside them."""
    for proposal in pen.book.of(Proposal).of(pen.meeting_id):
        going_on = proposal.open or ending.unreached(proposal)
        if proposal.rounds and going_on and fold(proposal.text) == fold(text):
            raise Problem(f"This text is before the body as {proposal.number}, with the positions on it: /declare.")


def _objection_here(pen: Pen) -> str:
    """The sentence for an objection that binds and stands on another text under the same item."""
    rule = pen.charter.decision
    for proposal in pen.book.of(Proposal).of(pen.meeting_id):
        standing = [p.entity for p in proposal.positions if p.objecting and binds(p, rule)]
        if proposal.open and proposal.item == pen.item and standing:
            return f"The objection of {listed(standing)} to {proposal.number} stands under this item."
    return ""


def _so_decided(pen: Pen, proposal: Proposal, reason: str) -> tuple[Proposal, str]:
    """The positions of a decision taken without a matrix, and what whoever writes it should know."""
    now, rule, closed = pen.moment(), pen.charter.decision, pen.meeting.doors_closed
    if not any(p.present for p in proposal.positions):
        everyone = [p.entity for p in proposal.positions]
        taken = moves.rest(proposal, PositionKind.ABSENT, now, closed=closed)
        note = "Nobody is recorded as present, and the minutes will say so: /in all, or /in UNDP J. Mwangi."
        return _without_consulting(taken, everyone, UNRECORDED, now), note if everyone else ""
    taken = moves.rest(proposal, PositionKind.JOINS, now, closed=closed)
    absent = not_consulted(taken, rule)
    note = f"Absent and not consulted: {', '.join(absent)}." if absent else ""
    return _without_consulting(taken, absent if rule.consult_absent else (), reason or SO_DECIDED, now), note


def unheard(pen: Pen) -> tuple[str, ...]:
    """Who binds, is known to be away, and would not be consulted if it were decided now: a reason is printed (R-40)."""
    everyone = asked(pen)
    if not pen.charter.decision.consult_absent or not any(each.present for each in everyone):
        return ()
    blank = Proposal(id="", number="", meeting=pen.meeting_id, item="", body=pen.meeting.body, text="")
    return not_consulted(moves.open_check(blank, everyone, pen.moment()), pen.charter.decision)


def _without_consulting(proposal: Proposal, entities: Iterable[str], reason: str, at: datetime) -> Proposal:
    for entity in entities:
        waiver = Consultation(body=entity, result=reason, on=at.date(), waived=True)
        proposal = moves.consult(proposal, waiver)
    return proposal


End = Callable[[Proposal, DecisionRule, Declaration], Proposal]


def _declare(pen: Pen, line: DeclareLine) -> Taken:
    with pen.book.register.transaction("declaration of the chair"):
        settled = settle_basis(pen.book)
        proposal = open_check(pen, require_proposal(pen))
        _require_silence_over(pen, proposal)
        words = line.words or proposed_words(pen.charter, proposal, words_of(pen.charter))
        decision, entry = _close_with(pen, ending.declare, proposal, words)
    if decision is not None:
        notes = " ".join(part for part in (settled, undone(decision.text, decision.effects)) if part)
        return Taken(f"{decision.kind} {decision.text}", decision.number, entry, notes)
    escalation = pen.charter.decision.escalation
    note = f"It goes to the {escalation}: /refer followed by the question." if escalation else ""
    return Taken("not reached: the objection stands", proposal.number, entry, f"{note} {settled}".strip())


def _require_silence_over(pen: Pen, proposal: Proposal) -> None:
    """A /time that is still to come does not end a silence procedure; minutes written up later have their own clock."""
    now, found = pen.book.now(), find(proposal, pen.charter.decision)
    runs = proposal.silence is not None and proposal.in_silence and now <= proposal.silence.deadline
    if runs and found.state is DecisionState.SILENCE and pen.meeting.live_on(now.date()):
        raise Problem(f"{proposal.number} cannot be adopted yet: {' '.join(found.missing)}")


def defer(pen: Pen) -> Taken | None:
    """Put off the text of the item on the table, open or without consensus; None where it has none.

    A pen at a proposal puts that off; once the meeting is over, the one still open.
    """
    proposal = _to_defer(pen)
    return _end(pen, ending.defer, Outcome.DEFERRED, proposal) if proposal else None


def _to_defer(pen: Pen) -> Proposal | None:
    if pen.proposal or is_over(pen):
        here = on_the_table(pen)
    else:
        here = next((p for p in _open(pen) if p.item in (pen.item, "")), None)
    return here or next((p for p in _unreached(pen) if p.item == pen.item), None)


def open_elsewhere(pen: Pen) -> str:
    """What to tell of the texts that are open under other items than the one on the table; empty if none are."""
    numbers = pen.book.agenda(pen.meeting_id).numbers
    stay = [p for p in reversed(_open(pen)) if p.item in numbers]
    texts = {item: [p.number for p in stay if p.item == item] for item in dict.fromkeys(p.item for p in stay)}
    there = ", ".join(f"{listed(those)} under item {numbers[item]}" for item, those in texts.items())
    return f"{there} stay{'' if len(stay) > 1 else 's'} open: /item leads back there." if there else ""


def _open(pen: Pen) -> list[Proposal]:
    """The proposals of the meeting that are still open, the last one first."""
    return [p for p in reversed(pen.book.of(Proposal).of(pen.meeting_id)) if p.open]


def _abandon(pen: Pen, _: EndLine) -> Taken:
    proposal = require_proposal(pen) if pen.proposal else _last_unreached(pen, "close without consensus")
    return _end(pen, ending.abandon, Outcome.CLOSED, proposal)


def _end(pen: Pen, end: End, outcome: Outcome, proposal: Proposal) -> Taken:
    with pen.book.register.transaction(f"{proposal.number} {outcome}"):
        _, entry = _close_with(pen, end, proposal, words_for(pen.charter, outcome))
    return Taken(f"{outcome} {proposal.text}", proposal.number, entry)


def _refer(pen: Pen, line: ReferLine) -> Taken:
    proposal = require_proposal(pen) if pen.proposal else _last_unreached(pen, "refer")
    with pen.book.register.transaction(f"{proposal.number} referred"):
        words = words_for(pen.charter, Outcome.REFERRED)
        _, entry = _close_with(pen, ending.refer, proposal, words, question=line.question)
    return Taken(f"referred to the {pen.charter.decision.escalation}", proposal.number, entry)


def _unreached(pen: Pen) -> list[Proposal]:
    """The proposals of the meeting on which there was no consensus and nothing followed, the last one first."""
    return [p for p in reversed(pen.book.of(Proposal).of(pen.meeting_id)) if ending.unreached(p)]


def _last_unreached(pen: Pen, verb: str) -> Proposal:
    unreached = _unreached(pen)
    if not unreached:
        raise Problem(f"There is nothing to {verb}: no check of this meeting ended without consensus.")
    return unreached[0]


def _close_with(
    pen: Pen, end: End, proposal: Proposal, words: str, *, enter_words: bool = True, question: str = ""
) -> tuple[Decision | None, str]:
    """End a check, put the words into the minutes, and the decision into the register if it was adopted."""
    charter = pen.charter
    declaration = Declaration(
        declared_by=pen.meeting.in_the_chair or charter.say(charter.wording.chair),
        words=words,
        basis=basis_of(charter, pen.book.network.basis, proposal),
        at=pen.moment(),
        question=question or proposal.text,
        unasked=not enter_words,
    )
    ended = pen.book.of(Proposal).put(end(proposal, charter.decision, declaration))
    item = proposal.item  # the meeting may have moved on to another
    entry = pen.enter(EntryKind.PROCEDURAL, text=words, refers_to=ended.id, item=item) if enter_words else None
    if ended.closing is None or ended.closing.outcome is not Outcome.ADOPTED:
        return None, entry.id if entry else ""
    decision = _register_decision(pen, ended)
    return decision, pen.enter(EntryKind.DECISION, refers_to=decision.id, item=item).id


def _register_decision(pen: Pen, proposal: Proposal) -> Decision:
    """The decision that follows from an adopted proposal, under its official symbol."""
    assert proposal.closing is not None
    meeting, charter = pen.meeting, pen.charter
    number = pen.book.take_number(meeting.id, Letter.DECISION)
    decision = pen.book.of(Decision).put(
        Decision(
            id=new_id(),
            number=number,
            symbol=full_symbol(charter.symbol, meeting.symbol, number),
            kind=output_of(charter, proposal.effects),
            meeting=meeting.id,
            item=proposal.item,
            proposal=proposal.id,
            body=proposal.body,
            text=proposal.text,
            tier=charter.decision.binding_tier.value,
            basis=proposal.closing.basis,
            clause=proposal.closing.clause,
            adopted_on=proposal.closing.at.date(),
            declared_by=proposal.closing.declared_by,
            effects=proposal.effects,
        )
    )
    carry_out(pen.book, Adoption(decision.id, decision.symbol, decision.adopted_on), decision.effects)
    return decision


def _withdraw(pen: Pen, line: WithdrawLine) -> Taken:
    """An entity withdraws its objection; where none is named, the proposer withdraws the text."""
    if line.entity:
        return withdraw_objection(pen, line.entity)
    return _end(pen, ending.drop, Outcome.WITHDRAWN, require_proposal(pen))


AFTER_THE_MEETING = (PositionLine, WithdrawLine, ConsultLine, SilenceLine, EffectLine, DeclareLine, EndLine, ReferLine)
"""What can still be done with an open check when the meeting is over: a silence procedure outlasts it."""


def is_over(pen: Pen) -> bool:
    """Whether the meeting is closed and its minutes are not adopted yet."""
    return pen.meeting.state in (MeetingState.DRAFT, MeetingState.CIRCULATED)


def outlasts_the_meeting(pen: Pen, line: object) -> bool:
    """Whether a line belongs to a check that goes on after its meeting, until the minutes are adopted."""
    waiting = isinstance(line, DeferLine) and _to_defer(pen) is not None  # not the item: the meeting is over
    return is_over(pen) and (waiting or isinstance(line, AFTER_THE_MEETING))


TAKERS: Takers = {
    DecideLine: _decide,
    DeclareLine: _declare,
    EndLine: _abandon,
    ReferLine: _refer,
    WithdrawLine: _withdraw,
}
