"""What is annexed to the minutes: agenda, documents, the consensus record, recommendations without an answer."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.documents.formulas import told
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import cited
from tui_app.documents.markdown import bullets, escape, heading, paragraph, strong, table
from tui_app.documents.outcomes import outcome_of
from tui_app.documents.positions import matrix, so_decided, taken_together
from tui_app.domain.consensus.proposal import Outcome, Proposal
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.words import Words

_CHECKSUM = 16  # as many digits as one can compare by eye, and more than chance can match


def annexes(record: MeetingRecord) -> Iterator[str]:
    """The annexes that have something in them, numbered."""
    words, parent = words_of(record.charter), record.charter.terms.parent_body
    every = (
        (words("Agenda as adopted" if _adopted(record) else "Agenda"), list(_agenda(record, words))),
        (words("Documents"), list(_documents(record, words))),
        (words("Consensus record"), list(_consensus(record, words))),
        (words("Recommendations awaiting the response of the {body}", body=parent), list(_awaiting(record, words))),
    )
    there = [(title, blocks) for title, blocks in every if blocks]
    if there:
        yield heading(3, words("Annexes"))
    for number, (title, blocks) in enumerate(there, 1):
        yield heading(4, escape(words("Annex {number}. {title}", number=number, title=title)))
        yield from blocks


def _adopted(record: MeetingRecord) -> bool:
    """Whether the agenda as it stands is what the meeting adopted."""
    return record.meeting.agenda_adopted == record.agenda_fingerprint


def _agenda(record: MeetingRecord, words: Words) -> Iterator[str]:
    if record.agenda.items:
        rows = (
            (
                record.agenda.numbers[item.id],
                told(item.title, words),
                words(item.purpose.value),
                told(item.presenter, words),
            )
            for item in record.agenda.items
        )
        yield table([*map(words, ("No.", "Item", "Purpose", "Presenter"))], [[*map(escape, row)] for row in rows])


def _documents(record: MeetingRecord, words: Words) -> Iterator[str]:
    numbers = record.agenda.numbers
    if record.documents:
        header = [*map(words, ("No.", "Title|document", "Version", "Item", "Received", "Circulated"))]
        header.append(words("SHA-256, first {number} digits", number=_CHECKSUM))
        rows = (
            (d.number, d.title, each.version, numbers.get(d.item, ""), words.day(each.received),
             words.day(each.circulated), each.checksum[:_CHECKSUM])
            for d in record.documents for each in d.versions
        )  # fmt: skip
        yield table(header, [[*map(escape, row)] for row in rows])


def _consensus(record: MeetingRecord, words: Words) -> Iterator[str]:
    for proposal in record.proposals:
        if proposal.rounds and not proposal.struck:
            yield heading(5, escape(f"{proposal.number}{words.colon}{_became(record, proposal, words)}"))
            for each in proposal.rounds:
                label = words("Text of round {number}", number=each.number)
                yield paragraph(strong(label) + escape(f"{words.colon}{each.text}"))
            together = taken_together(proposal)
            yield paragraph(escape(so_decided(proposal, words))) if together else matrix(record, proposal)


def _became(record: MeetingRecord, proposal: Proposal, words: Words) -> str:
    decision = next((d for d in record.decisions if d.proposal == proposal.id), None)
    if decision is not None:
        return words("adopted as {symbol}", symbol=decision.symbol)
    adopted = proposal.closing is not None and proposal.closing.outcome is Outcome.ADOPTED
    return words("adopted") if adopted else outcome_of(proposal, words)


def _awaiting(record: MeetingRecord, words: Words) -> Iterator[str]:
    waiting = [d for d in record.decisions if d.awaits_answer]
    if waiting:
        yield bullets(strong(d.symbol) + escape(f" {d.text}") for d in waiting)
    answer = record.charter.decision.answer
    if waiting and answer is not None and answer.motivation:
        motivated = words(
            "Where the {body} does not follow a recommendation, it documents the motivation", body=answer.by
        )
        yield paragraph(escape(f"{motivated}{cited(answer.clauses)}."))
