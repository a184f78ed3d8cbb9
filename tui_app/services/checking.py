"""Testing consensus: proposals, positions, rounds, consultations. `deciding` ends what begins here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from tui_app.documents.language import words_of
from tui_app.domain.calendar import long_moment
from tui_app.domain.capture import position_words
from tui_app.domain.capture.lines import (
    AmendLine,
    ConcernLine,
    ConsultLine,
    PositionLine,
    ProposeLine,
    RestLine,
    SilenceLine,
)
from tui_app.domain.consensus import moves
from tui_app.domain.consensus.consensus import Finding, find
from tui_app.domain.consensus.decision import DecisionState
from tui_app.domain.consensus.declaring import silence_broken
from tui_app.domain.consensus.moves import Asked
from tui_app.domain.consensus.proposal import Consultation, PositionKind, Proposal
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.attendance import Capacity, Participant
from tui_app.domain.meeting.minutes import EntryKind
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import Letter
from tui_app.services.pen import Pen, Taken, Takers


def on_the_table(pen: Pen) -> Proposal | None:
    """The proposal that the pen is at, open or not; else the one put last in this meeting that is still open."""
    if pen.proposal:
        return pen.book.of(Proposal).find(pen.proposal)
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
    return find(proposal, pen.charter.decision)


def open_check(pen: Pen, proposal: Proposal) -> Proposal:
    """Put the text to everyone who is entitled, as the roster and the room are now; once."""
    if proposal.rounds:
        return proposal
    opened = moves.open_check(proposal, asked(pen), pen.moment())
    with pen.book.register.transaction(f"{proposal.number} put to the body"):
        return pen.book.of(Proposal).put(opened)


def asked(pen: Pen) -> tuple[Asked, ...]:
    """Everyone who is entitled on the day of the meeting, with who represents them in the room now."""
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


def _taken(pen: Pen, before: Proposal, proposal: Proposal, what: str) -> Taken:
    """What was taken, and the first of what is missing that was not so before the line."""
    known = finding(pen, before).missing
    new = [each for each in finding(pen, proposal).missing if each not in known]
    return Taken(what, proposal.number, note=" ".join(new[:1]))


# -- lines ---------------------------------------------------------------


def _propose(pen: Pen, line: ProposeLine) -> Taken:
    with pen.book.register.transaction("proposal"):
        proposal = new_proposal(pen, line.text, line.proposed_by)
        entry = pen.enter(EntryKind.PROPOSAL, refers_to=proposal.id)
    return Taken(f"proposal {line.text}", proposal.number, entry.id)


def new_proposal(pen: Pen, text: str, proposed_by: str = "") -> Proposal:
    """Put a text on record as a proposal under the current item."""
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


def _position(pen: Pen, line: PositionLine) -> Taken:
    at, before, closed = _said_at(pen, line), require_proposal(pen), pen.meeting.doors_closed
    with pen.book.register.transaction(f"{line.entity} {line.said.kind}"):
        proposal = change(pen, "", lambda p: moves.take_position(p, line.entity, line.said, at, closed=closed))
        if before.in_silence and finding(pen, proposal).state is DecisionState.OBJECTED:
            words = silence_broken(pen.charter, line.entity, line.said, words_of(pen.charter))
            pen.enter(EntryKind.PROCEDURAL, text=words, item=proposal.item, refers_to=proposal.id)
    ground = f" {line.said.ground}:" if line.said.ground else ""
    return _taken(pen, before, proposal, f"{line.entity} {line.said.kind}{ground} {line.said.words}".rstrip())


def _said_at(pen: Pen, line: PositionLine) -> datetime:
    """When it was said: now, or when it came in writing, which can lie behind but not before the text was put."""
    now, received, put = pen.moment(), line.received, require_proposal(pen).round
    if received is None:
        return now
    if received > now or (put is not None and received < put.opened):
        raise Problem(f"{long_moment(received)} is no time between the putting of this text and now.")
    return received


def _rest(pen: Pen, line: RestLine) -> Taken:
    at, before, closed = pen.moment(), require_proposal(pen), pen.meeting.doors_closed
    unasked = [p.entity for p in before.positions if p.kind is PositionKind.PENDING]
    proposal = change(pen, f"the rest: {line.kind}", lambda p: moves.rest(p, line.kind, at, closed=closed))
    return _taken(pen, before, proposal, f"the rest {line.kind}: {', '.join(unasked) or 'all who were not yet asked'}")


def _amend(pen: Pen, line: AmendLine) -> Taken:
    at = pen.moment()
    proposal = change(pen, "text amended", lambda p: moves.amend(p, line.text, at, closed=pen.meeting.doors_closed))
    assert proposal.round is not None
    return Taken(f"round {proposal.round.number} {line.text}", proposal.number)


def withdraw_objection(pen: Pen, entity: str) -> Taken:
    """An entity withdraws its objection to the proposal on the table."""
    at, before, closed = pen.moment(), require_proposal(pen), pen.meeting.doors_closed
    why = f"objection of {entity} withdrawn"
    proposal = change(pen, why, lambda p: moves.withdraw_objection(p, entity, at, closed=closed))
    return _taken(pen, before, proposal, f"{entity} withdraws its objection")


def _consult(pen: Pen, line: ConsultLine) -> Taken:
    _require_consulted_body(pen, line.body)
    _require_no_objection(pen, line)
    consultation = Consultation(
        body=line.body,
        result=line.result,
        on=line.on or pen.moment().date(),
        waived=line.waived,
        channel=line.channel,
    )
    said = None if line.waived else position_words.answer_as_position(line.result)
    before = require_proposal(pen)
    with pen.book.register.transaction(f"consultation of {line.body}"):
        proposal = change(pen, "", lambda p: moves.consult(p, consultation))
        if said is not None and any(p.entity == line.body for p in proposal.positions):
            at, closed = pen.moment(), pen.meeting.doors_closed
            proposal = change(pen, "", lambda p: moves.take_position(p, line.body, said, at, closed=closed))
    waived = "waived, " if line.waived else ""
    return _taken(pen, before, proposal, f"consultation of {line.body}: {waived}{line.result}")


def _require_consulted_body(pen: Pen, body: str) -> None:
    entitled = [seat.entity for seat in pen.book.seats(pen.meeting)]
    state = pen.charter.decision.state_concern
    if body not in (*entitled, state):
        raise pen.book.names().unknown(body)


def _require_no_objection(pen: Pen, line: ConsultLine) -> None:
    """A member that objects in writing objects: its answer is a position, and no consultation that lets go on."""
    objects = position_words.answer_objects(line.result)
    if objects and not line.waived and line.body != pen.charter.decision.state_concern:
        raise Problem(
            f"{line.body}'s answer is an objection: record it as one, with its ground and the change it seeks, as in "
            f"/position {line.body} objects resources: asks for a budget line."
        )


def _silence(pen: Pen, line: SilenceLine) -> Taken:
    at, now = pen.moment(), pen.book.now()
    if line.deadline <= now and pen.meeting.live_on(now.date()):  # a /time that lies behind does not let it run out
        raise Problem(f"The deadline, {long_moment(line.deadline)}, has passed: give one that is still to come.")
    until = words_of(pen.charter).moment(line.deadline)
    words = pen.charter.say(pen.charter.wording.silence_opened, deadline=until)
    with pen.book.register.transaction("silence procedure"):
        proposal = change(pen, "", lambda p: moves.keep_silence(p, line.deadline, line.circulated, at))
        entry = pen.enter(EntryKind.PROCEDURAL, text=words, item=proposal.item, refers_to=proposal.id)
    return Taken(f"silence until {line.deadline:%Y-%m-%d %H:%M}", proposal.number, entry.id)


def _concern(pen: Pen, _: ConcernLine) -> Taken:
    state = pen.charter.decision.state_concern
    if not state:
        raise Problem("The Terms of Reference of this network ask for no consultation of the state before a decision.")
    before = require_proposal(pen)
    proposal = change(pen, "concerns the state", lambda p: replace(p, state_concern=True))
    return _taken(pen, before, proposal, f"concerns the state: {state} is to be consulted")


TAKERS: Takers = {
    ProposeLine: _propose,
    PositionLine: _position,
    RestLine: _rest,
    AmendLine: _amend,
    ConsultLine: _consult,
    SilenceLine: _silence,
    ConcernLine: _concern,
}
