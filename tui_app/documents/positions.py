"""How a check went, in facts: positions other than plain joining, consultations, silence; and the full matrix."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui_app.documents.formulas import told
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import cited
from tui_app.documents.markdown import escape, table
from tui_app.documents.phrases import clock, day_and_time, deadline
from tui_app.domain.charter.charter import DecisionRule, Tier
from tui_app.domain.consensus.consensus import binds, clause_of, not_consulted
from tui_app.domain.consensus.proposal import Ground, Position, PositionKind, Proposal, SilenceProcedure
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.words import Words

Fact = tuple[str, str]
"""A label and its value, both raw text."""


def how_it_went(record: MeetingRecord, proposal: Proposal) -> Iterator[Fact]:
    """Everything that members said of a proposal beside joining it, and who was consulted otherwise."""
    words = words_of(record.charter)
    yield from _positions(record, proposal, words)
    yield from _together(words("No position"), proposal, PositionKind.NO_POSITION, words)
    yield from _earlier_objections(record, proposal, words)
    yield from consulted_otherwise(record, proposal)
    if proposal.closing is not None:
        yield words("Absent and not consulted"), words.all_of(not_consulted(proposal, record.charter.decision))


def consulted_otherwise(record: MeetingRecord, proposal: Proposal) -> Iterator[Fact]:
    """What was tried outside the room: silence procedures, written consultations, the body of the state."""
    words = words_of(record.charter)
    yield from _silence(record, proposal, words)
    yield from _consultations(record, proposal, words)


def _positions(record: MeetingRecord, proposal: Proposal, words: Words) -> Iterator[Fact]:
    for position in proposal.positions:
        match position.kind:
            case PositionKind.STATEMENT:
                yield words("Statement of {entity}", entity=position.entity), position.words
            case PositionKind.RESERVATION:
                yield _reservation(position, words), position.words
            case PositionKind.DISSOCIATES:
                alone = words("it dissociated itself from the text")
                yield _dissociation(position, words), position.words or alone
            case PositionKind.OBJECTS:
                yield _objection(record, position, words)


def _reservation(position: Position, words: Words) -> str:
    if not position.paragraph:
        return words("Reservation of {entity}", entity=position.entity)
    return words("Reservation of {entity} on {paragraph}", entity=position.entity, paragraph=position.paragraph)


def _dissociation(position: Position, words: Words) -> str:
    if not position.paragraph:
        return words("Dissociation of {entity}", entity=position.entity)
    return words("Dissociation of {entity} from {paragraph}", entity=position.entity, paragraph=position.paragraph)


def _objection(record: MeetingRecord, position: Position, words: Words, in_round: int = 0) -> Fact:
    rule, objection = record.charter.decision, words("Objection of {entity}", entity=position.entity)
    if position.withdrawn is not None:
        label = f"{objection}, {words('withdrawn at {time}', time=clock(position.withdrawn, record.meeting))}"
    elif in_round:
        label = f"{objection} {words('to the text of round {number}', number=in_round)}"
    elif binds(position, rule):
        label = f"{objection}, {words('sustained')}"
    else:
        label = f"{objection}, {words('on record{clause} and not binding', clause=cited([clause_of(rule)]))}"
    return label, f"{_ground(position, rule, words)}{position.words}"


def _ground(position: Position, rule: DecisionRule, words: Words) -> str:
    if position.ground is None:
        return ""
    clause = rule.mandate_clause if position.ground is Ground.MANDATE and rule.mandate_clause else ""
    return (
        f"{words('on the ground of {ground}', ground=words(position.ground.value))}{cited([clause])}{words.semicolon}"
    )


def _together(label: str, proposal: Proposal, kind: PositionKind, words: Words) -> Iterator[Fact]:
    """Who took no position, together, except those who gave words with it."""
    yield label, words.all_of(p.entity for p in proposal.positions if p.kind is kind and not p.words)
    for position in proposal.positions:
        if position.kind is kind and position.words:
            yield f"{label}, {position.entity}", position.words


def _earlier_objections(record: MeetingRecord, proposal: Proposal, words: Words) -> Iterator[Fact]:
    for each in proposal.rounds:
        for position in each.resolved:
            yield _objection(record, position, words)
        for position in each.positions if each is not proposal.round else ():
            if position.kind is PositionKind.OBJECTS:
                yield _objection(record, position, words, each.number)


def _silence(record: MeetingRecord, proposal: Proposal, words: Words) -> Iterator[Fact]:
    """Every silence procedure, also one on the text of an earlier round, and whom the texts went to (R-47)."""
    for silence in proposal.silences:
        sent = f", {words('circulated {how}', how=silence.circulated)}" if silence.circulated else ""
        until = words("until {day}", day=deadline(silence.deadline, record.meeting, words))
        result = _silence_result(record, proposal, silence, words)
        yield (
            words("Silence procedure") + _of_round(proposal, silence.round, words),
            f"{until}{sent}{words.semicolon}{result}",
        )
    for recipients in dict.fromkeys(silence.recipients for silence in proposal.silences):
        yield words("Silence procedure sent to"), words.all_of(recipients)


def _silence_result(record: MeetingRecord, proposal: Proposal, silence: SilenceProcedure, words: Words) -> str:
    bound = {p.entity for p in proposal.positions if binds(p, record.charter.decision)}
    broken = [entity for entity in silence.objections if entity in bound]
    if broken:
        at = next((p.at for p in proposal.positions if p.entity in broken and p.objecting), None)
        by = words("broken by {entities}", entities=words.all_of(broken))
        return f"{by} {words('on {day}', day=day_and_time(at, record.meeting, words))}" if at else by
    if silence.objections:
        entities = words.all_of(silence.objections)
        return words("objection on record of {entities}, which does not bind", entities=entities)
    if silence.ended:
        ended = day_and_time(silence.ended, record.meeting, words)
        return words("no objection was received, as confirmed on {day}", day=ended)
    if silence == proposal.silence:
        return words("not yet confirmed" if proposal.open else "not confirmed")
    return words("overtaken by an amended text" if _of_round(proposal, silence.round, words) else "extended")


def _of_round(proposal: Proposal, number: int, words: Words) -> str:
    """` on the text of round 1`, where that is an earlier one."""
    earlier = proposal.round is not None and number not in (0, proposal.round.number)
    return f" {words('on the text of round {number}', number=number)}" if earlier else ""


ANSWERS = frozenset(kind.value for kind in PositionKind)
"""What a consultation can bring in one word: a position."""


def _consultations(record: MeetingRecord, proposal: Proposal, words: Words) -> Iterator[Fact]:
    """One fact for all bodies with the same answer; the state's is told in the words of the charter."""
    wording, state = record.charter.wording, record.charter.decision.state_concern
    answers: dict[tuple[bool, str, date, str, int], list[str]] = {}
    for held in proposal.consultations:
        answers.setdefault((held.waived, held.result, held.on, held.channel, held.round), []).append(held.body)
    for (waived, result, on, channel, number), bodies in answers.items():
        how = ", ".join(filter(None, (words.date(on), channel.rstrip("."))))
        reason = _answer(result, words)
        if state and bodies == [state]:
            template = wording.consultation_waived if waived else wording.consultation_concluded
            yield words("Concern of the state"), f"{record.charter.say(template, reason=reason.rstrip('.'))} ({how})"
        else:
            written = words("Consulted in writing") + _of_round(proposal, number, words)
            label = words("Consultation waived") if waived else written
            yield label, f"{words.all_of(bodies)}, {how}{words.colon}{reason}"
    if state and proposal.state_concern and proposal.consulted(state) is None:
        yield words("Concern of the state"), words("{body} has not been consulted", body=state)


def taken_together(proposal: Proposal) -> bool:
    """Whether nobody was asked one by one: the chair declared at the moment at which all present joined."""
    joined = [p for p in proposal.positions if p.kind is PositionKind.JOINS]
    others = any(p.kind not in (PositionKind.JOINS, PositionKind.ABSENT) for p in proposal.positions)
    at = proposal.closing.at if proposal.closing else None
    return len(proposal.rounds) == 1 and not others and all(p.at == at for p in joined)


def so_decided(proposal: Proposal, words: Words) -> str:
    """Who was there when it was so decided, and who was not."""
    joined = words.all_of(p.entity for p in proposal.positions if p.kind is PositionKind.JOINS)
    absent = words.all_of(p.entity for p in proposal.positions if p.kind is PositionKind.ABSENT)
    present = words("present: {entities}", entities=joined) if joined else words("attendance was not recorded")
    there = f"{words('So decided without asking one by one')}{words.semicolon}{present}."
    return f"{there} {words('Not in the room: {entities}', entities=absent)}." if joined and absent else there


def matrix(record: MeetingRecord, proposal: Proposal) -> str:
    """Every entity by every round, with its words, as a table."""
    tiers = len({p.tier for p in proposal.positions}) > 1
    words = words_of(record.charter)
    rounds = (words("Round {number}", number=each.number) for each in proposal.rounds)
    header = [words("Entity"), words("Represented by"), *rounds]
    rounds_by_entity = [{p.entity: p for p in each.positions} for each in proposal.rounds]
    rows = []
    for seat in proposal.positions:
        of_each = [positions[seat.entity] for positions in rounds_by_entity if seat.entity in positions]
        committee = f" ({words(seat.tier.value)})" if tiers and seat.tier is Tier.EXECUTIVE_COMMITTEE else ""
        who = seat.represented_by or words("not in the room" if proposal.away(seat) else "not named")
        said = [_cell(position, record.meeting, words) for position in of_each]
        said[-1] += _consulted(proposal, seat, words)
        rows.append([*map(escape, (seat.entity + committee, who, *said))])
    return table(header, rows)


def _consulted(proposal: Proposal, position: Position, words: Words) -> str:
    consultation = proposal.consulted(position.entity) if position.kind is PositionKind.ABSENT else None
    if consultation is None:
        return ""
    if consultation.waived:
        return f", {words('consultation waived')}"
    return f", {words('consulted in writing')}{words.colon}{_answer(consultation.result, words)}"


def _answer(result: str, words: Words) -> str:
    """What a consultation brought: the name of a position in the language of the paper, anything else as typed."""
    return words(result) if result in ANSWERS else told(result, words)


def _cell(position: Position, meeting: Meeting, words: Words) -> str:
    on = words(position.ground.value) if position.ground else position.paragraph
    kind = f"{words(position.kind.value)}{f' ({on})' if on else ''}"
    said = f"{words.colon}{position.words}" if position.words else ""
    if position.withdrawn is None:
        return f"{kind}{said}"
    return f"{kind}{said} [{words('withdrawn at {time}', time=clock(position.withdrawn, meeting))}]"
