"""The tabling note: what goes to the parent body where consensus was not reached (R-43), with space for its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tui_app.documents.formulas import told
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import cited, facts, paper
from tui_app.documents.markdown import escape, heading, paragraph, quote, rule, strong, table
from tui_app.documents.phrases import behind_doors, clock, deadline, in_a_sentence
from tui_app.documents.positions import Fact, consulted_otherwise, matrix
from tui_app.documents.release import behind_closed_doors
from tui_app.documents.seal import Seal, checksum, seal_facts
from tui_app.domain.charter.charter import Charter
from tui_app.domain.consensus.answering import answer_sentence, put_on, who_answers
from tui_app.domain.consensus.consensus import binds
from tui_app.domain.consensus.proposal import Closing, Position, PositionKind, Proposal, Round
from tui_app.domain.meeting.meeting import title_in
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.symbols import full_symbol
from tui_app.domain.words import Words


def tabling_note(record: MeetingRecord, referred: Iterable[Proposal], seal: Seal) -> str:
    """The note on each proposal that was referred, one after the other, each whole; sealed with its own checksum."""
    words = words_of(record.charter)
    notes = [block for proposal in referred for block in _note(record, proposal, words)]
    title = words("Tabling note to the {body}", body=record.charter.decision.escalation)

    def sealed(by: Seal) -> str:
        return paper(record.charter, title, *notes, rule(), facts(seal_facts(by, words), words))

    return sealed(replace(seal, checksum=checksum(sealed(seal))))


def _note(record: MeetingRecord, proposal: Proposal, words: Words) -> Iterator[str]:
    assert proposal.closing is not None
    mark = behind_doors(words, closed=proposal.id in behind_closed_doors(record))
    symbol = full_symbol(record.charter.symbol, record.meeting.symbol, proposal.number)
    yield heading(3, escape(f"{mark}{symbol}"))
    yield facts(_particulars(record, proposal, proposal.closing, words), words)
    yield heading(4, words("Question"))
    yield quote(paragraph(escape(proposal.closing.question or proposal.text)))
    yield heading(4, words("Text" if len(proposal.rounds) < 2 else "Texts, round by round"))
    yield from _texts(proposal, words)
    yield heading(4, words("Positions"))
    yield facts(_summary(proposal, words), words)
    yield matrix(record, proposal)
    yield from _objections(record, proposal, words)
    yield heading(4, words("What was tried"))
    yield facts([*_rounds(record, proposal, words), *consulted_otherwise(record, proposal)], words)
    yield heading(4, words("Why it is tabled"))
    yield from _why(record.charter, proposal.closing, words)
    yield heading(4, escape(words("Answer of the {body}", body=who_answers(proposal, record.charter))))
    yield _answer(record.charter, proposal, words)


def _particulars(record: MeetingRecord, proposal: Proposal, closing: Closing, words: Words) -> Iterator[Fact]:
    charter, meeting = record.charter, record.meeting
    item = next((each for each in record.agenda.items if each.id == proposal.item), None)
    chair = f" ({meeting.in_the_chair})" if meeting.in_the_chair else ""
    title = in_a_sentence(title_in(words, meeting))
    yield words("Date"), words.date(put_on(proposal))
    yield words("To"), _named(charter)
    yield words("From"), charter.name
    yield words("Put by"), f"{told(closing.declared_by, words)}{chair}"
    yield words("Meeting"), f"{title} ({meeting.symbol}), {words.date(meeting.on)}"
    yield words("Item"), f"{record.agenda.numbers[item.id]}. {told(item.title, words)}" if item else ""
    yield words("Proposed by"), proposal.proposed_by


def _named(charter: Charter) -> str:
    """The body to which it goes, in full where the charter has its name."""
    parent, body = charter.terms.parent_body, charter.decision.escalation or ""
    return f"{parent.name} ({body})" if parent.short == body and parent.name not in ("", body) else body


def _texts(proposal: Proposal, words: Words) -> Iterator[str]:
    if len(proposal.rounds) < 2:
        yield quote(paragraph(escape(proposal.text)))
        return
    for each in proposal.rounds:
        label = words("Round {number}", number=each.number)
        yield quote(paragraph(strong(label) + escape(f"{words.colon}{each.text}")))


def _summary(proposal: Proposal, words: Words) -> Iterator[Fact]:
    """Who took which position in the last round; never how many."""
    for kind in PositionKind:
        names = [p.entity for p in proposal.positions if p.kind is kind and p.withdrawn is None]
        label = words("not asked" if kind is PositionKind.PENDING else kind.value)
        yield label.capitalize(), words.all_of(names)
    yield words("Objection withdrawn"), words.all_of(p.entity for p in proposal.positions if p.withdrawn is not None)


def _objections(record: MeetingRecord, proposal: Proposal, words: Words) -> Iterator[str]:
    rows = [
        [*map(escape, (p.entity, str(each.number), words(p.ground.value) if p.ground else "", p.words, standing))]
        for each in proposal.rounds
        for p in (*each.resolved, *each.positions)
        if p.kind is PositionKind.OBJECTS and (standing := _standing(record, proposal, each, p, words))
    ]
    if rows:
        yield heading(4, words("Objections"))
        yield table([*map(words, ("Entity", "Round", "Ground", "Change sought", "Now"))], rows)


def _standing(record: MeetingRecord, proposal: Proposal, of: Round, position: Position, words: Words) -> str:
    if position.withdrawn is not None:
        return words("withdrawn at {time}", time=clock(position.withdrawn, record.meeting))
    if of is not proposal.round:
        return words("the text was amended")
    return words("sustained" if binds(position, record.charter.decision) else "on record, not binding")


def _rounds(record: MeetingRecord, proposal: Proposal, words: Words) -> Iterator[Fact]:
    for each in proposal.rounds:
        opened = deadline(each.opened, record.meeting, words)
        yield words("Round {number}", number=each.number), words("put to the members on {day}", day=opened)


def _why(charter: Charter, closing: Closing, words: Words) -> Iterator[str]:
    """The chair's declarations, and the clause in its own words."""
    for declared in (closing.before, closing):
        yield paragraph(escape(told(declared.words, words))) if declared is not None else ""
    decides = charter.decision
    clause = cited(decides.clauses)
    unquoted = words("Where consensus is not reached, the matter goes to the {body}", body=decides.escalation)
    quoted = words("“{quote}”", quote=decides.quote)
    yield paragraph(escape(f"{quoted}{clause}" if decides.quote else f"{unquoted}{clause}."))


def _answer(charter: Charter, proposal: Proposal, words: Words) -> str:
    if proposal.answer is not None:
        return facts([(words("Answer"), answer_sentence(proposal, words))], words)
    header = [*map(words, ("Decided, or returned", "What was decided, or why it was returned", "Date"))]
    body = words("For the {body}", body=who_answers(proposal, charter))
    return table([*header, escape(body)], [[""] * 4])
