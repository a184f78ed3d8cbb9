"""The tabling note: what goes to the parent body where consensus was not reached (R-43), with space for its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tui_app.documents.letterhead import cited, facts, paper
from tui_app.documents.markdown import escape, heading, paragraph, quote, rule, strong, table
from tui_app.documents.phrases import CLOSED_SESSION, all_of, clock, deadline, in_a_sentence
from tui_app.documents.positions import Fact, consulted_otherwise, matrix
from tui_app.documents.release import behind_closed_doors
from tui_app.documents.seal import Seal, checksum, seal_facts
from tui_app.domain.calendar import long_date
from tui_app.domain.charter.charter import Charter
from tui_app.domain.consensus.answering import answer_sentence, put_on, who_answers
from tui_app.domain.consensus.consensus import binds
from tui_app.domain.consensus.proposal import Closing, Position, PositionKind, Proposal, Round
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.symbols import full_symbol

_POSITIONS = {PositionKind.PENDING: "Not asked"}


def tabling_note(record: MeetingRecord, referred: Iterable[Proposal], seal: Seal) -> str:
    """The note on each proposal that was referred, one after the other, each whole; sealed with its own checksum."""
    notes = [block for proposal in referred for block in _note(record, proposal)]
    title = f"Tabling note to the {record.charter.decision.escalation}"

    def sealed(by: Seal) -> str:
        return paper(record.charter, title, *notes, rule(), facts(seal_facts(by)))

    return sealed(replace(seal, checksum=checksum(sealed(seal))))


def _note(record: MeetingRecord, proposal: Proposal) -> Iterator[str]:
    assert proposal.closing is not None
    mark = CLOSED_SESSION if proposal.id in behind_closed_doors(record) else ""
    symbol = full_symbol(record.charter.symbol, record.meeting.symbol, proposal.number)
    yield heading(3, escape(f"{mark}{symbol}"))
    yield facts(_particulars(record, proposal, proposal.closing))
    yield heading(4, "Question")
    yield quote(paragraph(escape(proposal.closing.question or proposal.text)))
    yield heading(4, "Text" if len(proposal.rounds) < 2 else "Texts, round by round")
    yield from _texts(proposal)
    yield heading(4, "Positions")
    yield facts(_summary(proposal))
    yield matrix(record, proposal)
    yield from _objections(record, proposal)
    yield heading(4, "What was tried")
    yield facts([*_rounds(record, proposal), *consulted_otherwise(record, proposal)])
    yield heading(4, "Why it is tabled")
    yield from _why(record.charter, proposal.closing)
    yield heading(4, escape(f"Answer of the {who_answers(proposal, record.charter)}"))
    yield _answer(record.charter, proposal)


def _particulars(record: MeetingRecord, proposal: Proposal, closing: Closing) -> Iterator[Fact]:
    charter, meeting = record.charter, record.meeting
    item = next((each for each in record.agenda.items if each.id == proposal.item), None)
    chair = f" ({meeting.in_the_chair})" if meeting.in_the_chair else ""
    yield "Date", long_date(put_on(proposal))
    yield "To", _named(charter)
    yield "From", charter.name
    yield "Put by", f"{closing.declared_by}{chair}"
    yield "Meeting", f"{in_a_sentence(meeting.title)} ({meeting.symbol}), {long_date(meeting.on)}"
    yield "Item", f"{record.agenda.numbers[item.id]}. {item.title}" if item else ""
    yield "Proposed by", proposal.proposed_by


def _named(charter: Charter) -> str:
    """The body to which it goes, in full where the charter has its name."""
    parent, body = charter.terms.parent_body, charter.decision.escalation or ""
    return f"{parent.name} ({body})" if parent.short == body and parent.name not in ("", body) else body


def _texts(proposal: Proposal) -> Iterator[str]:
    if len(proposal.rounds) < 2:
        yield quote(paragraph(escape(proposal.text)))
        return
    for each in proposal.rounds:
        yield quote(paragraph(strong(f"Round {each.number}") + escape(f": {each.text}")))


def _summary(proposal: Proposal) -> Iterator[Fact]:
    """Who took which position in the last round; never how many."""
    for kind in PositionKind:
        names = [p.entity for p in proposal.positions if p.kind is kind and p.withdrawn is None]
        yield _POSITIONS.get(kind, kind.value.capitalize()), all_of(names)
    yield "Objection withdrawn", all_of(p.entity for p in proposal.positions if p.withdrawn is not None)


def _objections(record: MeetingRecord, proposal: Proposal) -> Iterator[str]:
    rows = [
        [*map(escape, (p.entity, str(each.number), p.ground.value if p.ground else "", p.words, standing))]
        for each in proposal.rounds
        for p in (*each.resolved, *each.positions)
        if p.kind is PositionKind.OBJECTS and (standing := _standing(record, proposal, each, p))
    ]
    if rows:
        yield heading(4, "Objections")
        yield table(["Entity", "Round", "Ground", "Change sought", "Now"], rows)


def _standing(record: MeetingRecord, proposal: Proposal, of: Round, position: Position) -> str:
    if position.withdrawn is not None:
        return f"withdrawn at {clock(position.withdrawn, record.meeting)}"
    if of is not proposal.round:
        return "the text was amended"
    return "sustained" if binds(position, record.charter.decision) else "on record, not binding"


def _rounds(record: MeetingRecord, proposal: Proposal) -> Iterator[Fact]:
    for each in proposal.rounds:
        yield f"Round {each.number}", f"put to the members on {deadline(each.opened, record.meeting)}"


def _why(charter: Charter, closing: Closing) -> Iterator[str]:
    """The chair's declarations, and the clause in its own words."""
    for declared in (closing.before, closing):
        yield paragraph(escape(declared.words)) if declared is not None else ""
    decides = charter.decision
    clause = cited(decides.clauses)
    unquoted = f"Where consensus is not reached, the matter goes to the {decides.escalation}{clause}."
    yield paragraph(escape(f"“{decides.quote}”{clause}" if decides.quote else unquoted))


def _answer(charter: Charter, proposal: Proposal) -> str:
    if proposal.answer is not None:
        return facts([("Answer", answer_sentence(proposal))])
    body = escape(f"For the {who_answers(proposal, charter)}")
    return table(["Decided, or returned", "What was decided, or why it was returned", "Date", body], [[""] * 4])
