"""Testing consensus: proposals, positions, rounds, consultations, the chair's declaration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui_app.domain import moves
from tui_app.domain.attendance import Capacity, Participant
from tui_app.domain.charter import DecisionRule
from tui_app.domain.consensus import Finding, clause_of, find, not_consulted
from tui_app.domain.decision import Decision
from tui_app.domain.declaring import basis_of, proposed_words, words_for
from tui_app.domain.identity import new_id
from tui_app.domain.lines import (
    AmendLine,
    ConcernLine,
    ConsultLine,
    DecideLine,
    DeclareLine,
    PositionLine,
    ProposeLine,
    ReferLine,
    RestLine,
    SilenceLine,
    WithdrawLine,
)
from tui_app.domain.minutes import EntryKind
from tui_app.domain.moves import Asked, Declaration
from tui_app.domain.problem import Problem
from tui_app.domain.proposal import Consultation, Outcome, PositionKind, Proposal
from tui_app.domain.symbols import Letter, full_symbol
from tui_app.services.pen import Pen, Taken, Takers

SO_DECIDED = "Declared by the chair without a check of positions"
"""The reason recorded where absent entities were not consulted because the chair so decided (R-40)."""


def on_the_table(pen: Pen) -> Proposal | None:
    """The proposal that was put last in this meeting and is still open."""
    proposals = pen.book.of(Proposal).of(pen.meeting_id)
    return next((p for p in reversed(proposals) if p.open), None)


def require_proposal(pen: Pen) -> Proposal:
    """The proposal on the table; Problem if there is none."""
    proposal = on_the_table(pen)
    if proposal is None:
        raise Problem("There is no proposal on the table: put one with /propose text.")
    return proposal


def finding(pen: Pen, proposal: Proposal) -> Finding:
    """Where a proposal stands by the charter's rule."""
    return find(proposal, pen.book.charter.decision)


def open_check(pen: Pen, proposal: Proposal) -> Proposal:
    """Put the text to everyone who is entitled, as the roster and the room are now; once."""
    if proposal.rounds:
        return proposal
    opened = moves.open_check(proposal, _asked(pen), pen.moment())
    with pen.book.register.transaction(f"{proposal.number} put to the body"):
        return pen.book.of(Proposal).put(opened)


def _asked(pen: Pen) -> tuple[Asked, ...]:
    here = {
        p.entity: p.name
        for p in pen.book.of(Participant).of(pen.meeting_id)
        if p.present and p.capacity is Capacity.MEMBER
    }
    return tuple(
        Asked(entity=s.entity, tier=s.tier, represented_by=here.get(s.entity, ""), present=s.entity in here)
        for s in pen.book.seats(pen.meeting)
    )


def change(pen: Pen, why: str, move: Callable[[Proposal], Proposal]) -> Proposal:
    """Make one move on the proposal on the table."""
    with pen.book.register.transaction(why):
        proposal = open_check(pen, require_proposal(pen))
        return pen.book.of(Proposal).put(move(proposal))


def _taken(pen: Pen, proposal: Proposal, what: str) -> Taken:
    return Taken(what, proposal.number, note=" ".join(finding(pen, proposal).missing[:1]))


# -- lines ---------------------------------------------------------------


def _propose(pen: Pen, line: ProposeLine) -> Taken:
    with pen.book.register.transaction("proposal"):
        proposal = _new_proposal(pen, line.text, line.proposed_by)
        entry = pen.enter(EntryKind.PROPOSAL, refers_to=proposal.id)
    return Taken(f"proposal {line.text}", proposal.number, entry.id)


def _new_proposal(pen: Pen, text: str, proposed_by: str = "") -> Proposal:
    meeting = pen.meeting
    return pen.book.of(Proposal).put(
        Proposal(
            id=new_id(),
            number=pen.book.take_number(meeting.id, Letter.PROPOSAL),
            meeting=meeting.id,
            item=pen.item,
            body=meeting.body,
            text=text,
            proposed_by=proposed_by,
        )
    )


def _decide(pen: Pen, line: DecideLine) -> Taken:
    """ "It was so decided": nobody present objected; who was absent and not consulted is recorded as such."""
    book, now = pen.book, pen.moment()
    with book.register.transaction("decision"):
        proposal = moves.open_check(_new_proposal(pen, line.text), _asked(pen), now)
        proposal = moves.rest(proposal, PositionKind.JOINS, now)
        absent = not_consulted(proposal, book.charter.decision)
        for entity in absent:
            waiver = Consultation(body=entity, result=SO_DECIDED, on=now.date(), waived=True)
            proposal = moves.consult(proposal, waiver)
        words = book.charter.say(book.charter.wording.so_decided)
        decision, entry = _close_with(pen, moves.declare, proposal, words, enter_words=False)
    assert decision is not None
    rule = clause_of(book.charter.decision)
    note = f"Absent and not consulted{f' ({rule})' if rule else ''}: {', '.join(absent)}." if absent else ""
    return Taken(f"decision {decision.text}", decision.number, entry, note)


def _position(pen: Pen, line: PositionLine) -> Taken:
    at = pen.moment()
    proposal = change(
        pen,
        f"{line.entity} {line.said.kind}",
        lambda p: moves.take_position(p, line.entity, line.said, at),
    )
    ground = f" {line.said.ground}:" if line.said.ground else ""
    return _taken(pen, proposal, f"{line.entity} {line.said.kind}{ground} {line.said.words}".rstrip())


def _rest(pen: Pen, line: RestLine) -> Taken:
    at = pen.moment()
    asked = [p.entity for p in require_proposal(pen).positions if p.kind is PositionKind.PENDING]
    proposal = change(pen, f"the rest: {line.kind}", lambda p: moves.rest(p, line.kind, at))
    return _taken(pen, proposal, f"the rest {line.kind}: {', '.join(asked) or 'all who were not yet asked'}")


def _amend(pen: Pen, line: AmendLine) -> Taken:
    at = pen.moment()
    proposal = change(pen, "text amended", lambda p: moves.amend(p, line.text, at))
    assert proposal.round is not None
    return Taken(f"round {proposal.round.number} {line.text}", proposal.number)


def _withdraw(pen: Pen, line: WithdrawLine) -> Taken:
    at = pen.moment()
    if not line.entity:
        return _end(pen, moves.drop, Outcome.WITHDRAWN)
    proposal = change(
        pen, f"objection of {line.entity} withdrawn", lambda p: moves.withdraw_objection(p, line.entity, at)
    )
    return _taken(pen, proposal, f"{line.entity} withdraws its objection")


def _consult(pen: Pen, line: ConsultLine) -> Taken:
    _require_consulted_body(pen, line.body)
    consultation = Consultation(body=line.body, result=line.result, on=pen.moment().date(), waived=line.waived)
    proposal = change(pen, f"consultation of {line.body}", lambda p: moves.consult(p, consultation))
    waived = "waived, " if line.waived else ""
    return _taken(pen, proposal, f"consultation of {line.body}: {waived}{line.result}")


def _require_consulted_body(pen: Pen, body: str) -> None:
    entitled = [seat.entity for seat in pen.book.seats(pen.meeting)]
    state = pen.book.charter.decision.state_concern
    if body not in (*entitled, state):
        raise pen.book.names().unknown(body)


def _silence(pen: Pen, line: SilenceLine) -> Taken:
    at = pen.moment()
    proposal = change(
        pen,
        "silence procedure",
        lambda p: moves.keep_silence(p, line.deadline, line.circulated, at),
    )
    words = pen.book.charter.say(
        pen.book.charter.wording.silence_opened, deadline=f"{line.deadline:%Y-%m-%d %H:%M %Z}".strip()
    )
    with pen.book.register.transaction("silence procedure announced"):
        entry = pen.enter(EntryKind.PROCEDURAL, text=words)
    return Taken(f"silence until {line.deadline:%Y-%m-%d %H:%M}", proposal.number, entry.id)


def _concern(pen: Pen, _: ConcernLine) -> Taken:
    state = pen.book.charter.decision.state_concern
    if not state:
        raise Problem("The Terms of Reference of this network ask for no consultation of the state before a decision.")
    proposal = change(pen, "concerns the state", lambda p: replace(p, state_concern=True))
    return _taken(pen, proposal, f"concerns the state: {state} is to be consulted")


# -- ending --------------------------------------------------------------

End = Callable[[Proposal, DecisionRule, Declaration], Proposal]


def _declare(pen: Pen, line: DeclareLine) -> Taken:
    with pen.book.register.transaction("declaration of the chair"):
        proposal = open_check(pen, require_proposal(pen))
        words = line.words or proposed_words(pen.book.charter, proposal)
        decision, entry = _close_with(pen, moves.declare, proposal, words)
    if decision is not None:
        return Taken(f"{decision.kind} {decision.text}", decision.number, entry)
    escalation = pen.book.charter.decision.escalation
    note = f"It goes to the {escalation}: /refer followed by the question." if escalation else ""
    return Taken("not_reached: consensus was not reached", proposal.number, entry, note)


def defer(pen: Pen) -> Taken:
    """Put off the proposal on the table."""
    return _end(pen, moves.defer, Outcome.DEFERRED)


def _end(pen: Pen, end: End, outcome: Outcome) -> Taken:
    proposal = require_proposal(pen)
    with pen.book.register.transaction(f"{proposal.number} {outcome}"):
        _, entry = _close_with(pen, end, proposal, words_for(pen.book.charter, outcome))
    return Taken(f"{outcome} {proposal.text}", proposal.number, entry)


def _refer(pen: Pen, line: ReferLine) -> Taken:
    proposals = pen.book.of(Proposal).of(pen.meeting_id)
    unreached = [p for p in proposals if p.closing and p.closing.outcome is Outcome.NOT_REACHED]
    if not unreached:
        raise Problem("There is nothing to refer: no check of this meeting ended without consensus.")
    with pen.book.register.transaction(f"{unreached[-1].number} referred"):
        words = words_for(pen.book.charter, Outcome.REFERRED)
        _, entry = _close_with(pen, moves.refer, unreached[-1], words, question=line.question)
    return Taken(f"referred to the {pen.book.charter.decision.escalation}", unreached[-1].number, entry)


def _close_with(
    pen: Pen, end: End, proposal: Proposal, words: str, *, enter_words: bool = True, question: str = ""
) -> tuple[Decision | None, str]:
    """End a check, put the words into the minutes, and the decision into the register if it was adopted."""
    charter = pen.book.charter
    declaration = Declaration(
        declared_by=charter.say(charter.wording.chair),
        words=words,
        basis=basis_of(charter, pen.book.network.basis, proposal),
        at=pen.moment(),
        question=question or proposal.text,
    )
    ended = pen.book.of(Proposal).put(end(proposal, charter.decision, declaration))
    entry = pen.enter(EntryKind.PROCEDURAL, text=words, refers_to=ended.id) if enter_words else None
    if ended.closing is None or ended.closing.outcome is not Outcome.ADOPTED:
        return None, entry.id if entry else ""
    decision = _register_decision(pen, ended)
    return decision, pen.enter(EntryKind.DECISION, refers_to=decision.id).id


def _register_decision(pen: Pen, proposal: Proposal) -> Decision:
    """The decision that follows from an adopted proposal, under its official symbol."""
    assert proposal.closing is not None
    meeting, charter = pen.meeting, pen.book.charter
    number = pen.book.take_number(meeting.id, Letter.DECISION)
    return pen.book.of(Decision).put(
        Decision(
            id=new_id(),
            number=number,
            symbol=full_symbol(charter.symbol, meeting.symbol, number),
            kind=charter.decision.output,
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
        )
    )


TAKERS: Takers = {
    ProposeLine: _propose,
    DecideLine: _decide,
    PositionLine: _position,
    RestLine: _rest,
    AmendLine: _amend,
    WithdrawLine: _withdraw,
    ConsultLine: _consult,
    SilenceLine: _silence,
    ConcernLine: _concern,
    DeclareLine: _declare,
    ReferLine: _refer,
}
