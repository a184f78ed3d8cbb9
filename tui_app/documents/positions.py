"""How a check went, in facts: positions other than plain joining, consultations, silence; and the full matrix."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui_app.documents.letterhead import cited
from tui_app.documents.markdown import escape, table
from tui_app.documents.phrases import all_of, clock, day_and_time, deadline
from tui_app.domain.calendar import long_date
from tui_app.domain.charter.charter import DecisionRule, Tier
from tui_app.domain.consensus.consensus import binds, clause_of, not_consulted
from tui_app.domain.consensus.proposal import Ground, Position, PositionKind, Proposal, SilenceProcedure
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.record import MeetingRecord

Fact = tuple[str, str]
"""A label and its value, both raw text."""


def how_it_went(record: MeetingRecord, proposal: Proposal) -> Iterator[Fact]:
    """Everything that members said of a proposal beside joining it, and who was consulted otherwise."""
    yield from _positions(record, proposal)
    yield from _together("No position", proposal, PositionKind.NO_POSITION)
    yield from _earlier_objections(record, proposal)
    yield from consulted_otherwise(record, proposal)
    if proposal.closing is not None:
        yield "Absent and not consulted", all_of(not_consulted(proposal, record.charter.decision))


def consulted_otherwise(record: MeetingRecord, proposal: Proposal) -> Iterator[Fact]:
    """What was tried outside the room: silence procedures, written consultations, the body of the state."""
    yield from _silence(record, proposal)
    yield from _consultations(record, proposal)


def _positions(record: MeetingRecord, proposal: Proposal) -> Iterator[Fact]:
    for position in proposal.positions:
        match position.kind:
            case PositionKind.STATEMENT:
                yield f"Statement of {position.entity}", position.words
            case PositionKind.RESERVATION:
                on = f" on {position.paragraph}" if position.paragraph else ""
                yield f"Reservation of {position.entity}{on}", position.words
            case PositionKind.DISSOCIATES:
                on = f" from {position.paragraph}" if position.paragraph else ""
                yield f"Dissociation of {position.entity}{on}", position.words or "it dissociated itself from the text"
            case PositionKind.OBJECTS:
                yield _objection(record, position)


def _objection(record: MeetingRecord, position: Position, in_round: str = "") -> Fact:
    rule = record.charter.decision
    if position.withdrawn is not None:
        standing = f", withdrawn at {clock(position.withdrawn, record.meeting)}"
    elif in_round:
        standing = in_round
    elif binds(position, rule):
        standing = ", sustained"
    else:
        standing = f", on record{cited([clause_of(rule)])} and not binding"
    return f"Objection of {position.entity}{standing}", f"{_ground(position, rule)}{position.words}"


def _ground(position: Position, rule: DecisionRule) -> str:
    if position.ground is None:
        return ""
    clause = rule.mandate_clause if position.ground is Ground.MANDATE and rule.mandate_clause else ""
    return f"on the ground of {position.ground.value}{cited([clause])}; "


def _together(label: str, proposal: Proposal, kind: PositionKind) -> Iterator[Fact]:
    """Who took no position, together, except those who gave words with it."""
    yield label, all_of(p.entity for p in proposal.positions if p.kind is kind and not p.words)
    for position in proposal.positions:
        if position.kind is kind and position.words:
            yield f"{label}, {position.entity}", position.words


def _earlier_objections(record: MeetingRecord, proposal: Proposal) -> Iterator[Fact]:
    for each in proposal.rounds:
        for position in each.resolved:
            yield _objection(record, position)
        for position in each.positions if each is not proposal.round else ():
            if position.kind is PositionKind.OBJECTS:
                yield _objection(record, position, f" to the text of round {each.number}")


def _silence(record: MeetingRecord, proposal: Proposal) -> Iterator[Fact]:
    """Every silence procedure, also one on the text of an earlier round, and whom the texts went to (R-47)."""
    for silence in proposal.silences:
        sent = f", circulated {silence.circulated}" if silence.circulated else ""
        on = _of_round(proposal, silence.round)
        result = _silence_result(record, proposal, silence)
        yield f"Silence procedure{on}", f"until {deadline(silence.deadline, record.meeting)}{sent}; {result}"
    for recipients in dict.fromkeys(silence.recipients for silence in proposal.silences):
        yield "Silence procedure sent to", all_of(recipients)


def _silence_result(record: MeetingRecord, proposal: Proposal, silence: SilenceProcedure) -> str:
    bound = {p.entity for p in proposal.positions if binds(p, record.charter.decision)}
    broken = [entity for entity in silence.objections if entity in bound]
    if broken:
        at = next((p.at for p in proposal.positions if p.entity in broken and p.objecting), None)
        return f"broken by {all_of(broken)}{f' on {day_and_time(at, record.meeting)}' if at else ''}"
    if silence.objections:
        return f"objection on record of {all_of(silence.objections)}, which does not bind"
    if silence.ended:
        return f"no objection was received, as confirmed on {day_and_time(silence.ended, record.meeting)}"
    if silence == proposal.silence:
        return "not yet confirmed" if proposal.open else "not confirmed"
    return "extended" if _of_round(proposal, silence.round) == "" else "overtaken by an amended text"


def _of_round(proposal: Proposal, number: int) -> str:
    """` on the text of round 1`, where that is an earlier one."""
    earlier = proposal.round is not None and number not in (0, proposal.round.number)
    return f" on the text of round {number}" if earlier else ""


def _consultations(record: MeetingRecord, proposal: Proposal) -> Iterator[Fact]:
    """One fact for all bodies with the same answer; the state's is told in the words of the charter."""
    wording, state = record.charter.wording, record.charter.decision.state_concern
    answers: dict[tuple[bool, str, date, str, int], list[str]] = {}
    for held in proposal.consultations:
        answers.setdefault((held.waived, held.result, held.on, held.channel, held.round), []).append(held.body)
    for (waived, result, on, channel, number), bodies in answers.items():
        how = f"{long_date(on)}{f', {channel}' if channel else ''}"
        if state and bodies == [state]:
            template = wording.consultation_waived if waived else wording.consultation_concluded
            yield "Concern of the state", f"{record.charter.say(template, reason=result.rstrip('.'))} ({how})"
        else:
            label = "Consultation waived" if waived else f"Consulted in writing{_of_round(proposal, number)}"
            yield label, f"{all_of(bodies)}, {how}: {result}"
    if state and proposal.state_concern and proposal.consulted(state) is None:
        yield "Concern of the state", f"{state} has not been consulted"


def taken_together(proposal: Proposal) -> bool:
    """Whether nobody was asked one by one: the chair declared at the moment at which all present joined."""
    joined = [p for p in proposal.positions if p.kind is PositionKind.JOINS]
    others = any(p.kind not in (PositionKind.JOINS, PositionKind.ABSENT) for p in proposal.positions)
    at = proposal.closing.at if proposal.closing else None
    return len(proposal.rounds) == 1 and not others and all(p.at == at for p in joined)


def so_decided(proposal: Proposal) -> str:
    """Who was there when it was so decided, and who was not."""
    joined = all_of(p.entity for p in proposal.positions if p.kind is PositionKind.JOINS)
    absent = all_of(p.entity for p in proposal.positions if p.kind is PositionKind.ABSENT)
    present = f"present: {joined}" if joined else "attendance was not recorded"
    there = f"So decided without asking one by one; {present}."
    return f"{there} Not in the room: {absent}." if joined and absent else there


def matrix(record: MeetingRecord, proposal: Proposal) -> str:
    """Every entity by every round, with its words, as a table."""
    tiers = len({p.tier for p in proposal.positions}) > 1
    header = ["Entity", "Represented by", *(f"Round {each.number}" for each in proposal.rounds)]
    rows = []
    for seat in proposal.positions:
        of_each = [p for each in proposal.rounds for p in each.positions if p.entity == seat.entity]
        committee = f" ({seat.tier.value})" if tiers and seat.tier is Tier.EXECUTIVE_COMMITTEE else ""
        who = seat.represented_by or ("not in the room" if proposal.away(seat) else "not named")
        said = [_cell(position, record.meeting) for position in of_each]
        said[-1] += _consulted(proposal, seat)
        rows.append([*map(escape, (seat.entity + committee, who, *said))])
    return table(header, rows)


def _consulted(proposal: Proposal, position: Position) -> str:
    consultation = proposal.consulted(position.entity) if position.kind is PositionKind.ABSENT else None
    if consultation is None:
        return ""
    return ", consultation waived" if consultation.waived else f", consulted in writing: {consultation.result}"


def _cell(position: Position, meeting: Meeting) -> str:
    on = position.ground.value if position.ground else position.paragraph
    said = f"{position.kind.value}{f' ({on})' if on else ''}"
    words = f": {position.words}" if position.words else ""
    withdrawn = f" [withdrawn at {clock(position.withdrawn, meeting)}]" if position.withdrawn else ""
    return f"{said}{words}{withdrawn}"
