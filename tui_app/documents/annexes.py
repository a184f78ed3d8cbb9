"""What is annexed to the minutes: agenda, documents, the consensus record, recommendations without an answer."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.documents.letterhead import cited
from tui_app.documents.markdown import bullets, escape, heading, paragraph, strong, table
from tui_app.documents.outcomes import outcome_of
from tui_app.documents.phrases import day
from tui_app.documents.positions import matrix, so_decided, taken_together
from tui_app.domain.consensus.proposal import Outcome, Proposal
from tui_app.domain.meeting.record import MeetingRecord

_CHECKSUM = 16  # as many digits as one can compare by eye, and more than chance can match


def annexes(record: MeetingRecord) -> Iterator[str]:
    """The annexes that have something in them, numbered."""
    every = (
        ("Agenda as adopted", list(_agenda(record))),
        ("Documents", list(_documents(record))),
        ("Consensus record", list(_consensus(record))),
        (f"Recommendations awaiting the response of the {record.charter.terms.parent_body}", list(_awaiting(record))),
    )
    there = [(title, blocks) for title, blocks in every if blocks]
    if there:
        yield heading(3, "Annexes")
    for number, (title, blocks) in enumerate(there, 1):
        yield heading(4, escape(f"Annex {number}. {title}"))
        yield from blocks


def _agenda(record: MeetingRecord) -> Iterator[str]:
    if record.agenda.items:
        yield table(
            ["No.", "Item", "Purpose", "Presenter"],
            [
                [escape(record.agenda.numbers[item.id]), escape(item.title), item.purpose.value, escape(item.presenter)]
                for item in record.agenda.items
            ],
        )


def _documents(record: MeetingRecord) -> Iterator[str]:
    numbers = record.agenda.numbers
    if record.documents:
        header = ["No.", "Title", "Version", "Item", "Received", "Circulated", f"SHA-256, first {_CHECKSUM} digits"]
        rows = (
            (d.number, d.title, each.version, numbers.get(d.item, ""), day(each.received), day(each.circulated),
             each.checksum[:_CHECKSUM])
            for d in record.documents for each in d.versions
        )  # fmt: skip
        yield table(header, [[*map(escape, row)] for row in rows])


def _consensus(record: MeetingRecord) -> Iterator[str]:
    for proposal in record.proposals:
        if proposal.rounds and not proposal.struck:
            yield heading(5, escape(f"{proposal.number}: {_became(record, proposal)}"))
            for each in proposal.rounds:
                yield paragraph(strong(f"Text of round {each.number}") + escape(f": {each.text}"))
            yield paragraph(escape(so_decided(proposal))) if taken_together(proposal) else matrix(record, proposal)


def _became(record: MeetingRecord, proposal: Proposal) -> str:
    decision = next((d for d in record.decisions if d.proposal == proposal.id), None)
    if decision is not None:
        return f"adopted as {decision.symbol}"
    adopted = proposal.closing is not None and proposal.closing.outcome is Outcome.ADOPTED
    return "adopted" if adopted else outcome_of(proposal)


def _awaiting(record: MeetingRecord) -> Iterator[str]:
    waiting = [d for d in record.decisions if d.awaits_answer]
    if waiting:
        yield bullets(strong(d.symbol) + escape(f" {d.text}") for d in waiting)
    answer = record.charter.decision.answer
    if waiting and answer is not None and answer.motivation:
        motivated = f"Where the {answer.by} does not follow a recommendation, it documents the motivation"
        yield paragraph(escape(f"{motivated}{cited(answer.clauses)}."))
