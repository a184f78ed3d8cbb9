"""The gaps in what a meeting leaves behind: documents, proposals, decisions, the seal of its minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..consensus.decision import DecisionState
from ..consensus.ending import unreached
from ..meeting.document import Document, FileState, lacks_papers
from ..words import Words
from .gap import Gap, MeetingFiles


def of_items(files: MeetingFiles, today: date, words: Words) -> Iterable[Gap]:
    """Each item for decision had a document that was circulated (R-30), where the ToR ask for their distribution."""
    asked = any(each.subject == "Documents" for each in files.charter.provisions)
    for item in files.agenda.items if files.meeting.over and asked else ():
        if lacks_papers(item, files.documents) and not item.deferred:
            number = files.agenda.numbers[item.id]
            yield Gap(
                key=f"item {number}",
                sentence=words(
                    "No document was circulated for item {number}, {title}, which was for decision",
                    number=number,
                    title=item.title,
                ),
                closes=words("record the document and when it was circulated, or give the reason"),
                clause=files.clause("Documents"),
                explainable=True,
            )


def of_documents(files: MeetingFiles, today: date, words: Words) -> Iterable[Gap]:
    """Each document is where it is said to lie, and as it was."""
    for document in files.documents:
        state = files.found.get(document.id, FileState.IN_PLACE if document.path else FileState.NO_FILE)
        if state in OF_A_FILE and (files.meeting.over or state is not FileState.NO_FILE):
            told, closes = OF_A_FILE[state]
            yield Gap(
                key=document.gap,
                sentence=words(told, number=document.number, title=document.title, place=_where(document, words)),
                closes=words(closes),
                clause=files.clause("Files"),
                explainable=True,
            )


OF_A_FILE = {
    FileState.NO_FILE: (
        "Document {number}, {title}, is on record by its title alone",
        "name its file, or give the reason",
    ),
    FileState.NOT_FOUND: (
        "Document {number}, {title}, is not found at {place}",
        "name the place where it lies now, or give the reason",
    ),
    FileState.CHANGED: (
        "Document {number}, {title}, is another file at {place} than the one on record",
        "name the one on record, or a new version, or give the reason",
    ),
}
"""What is told of a file, and what closes the gap, as labels."""


def _where(document: Document, words: Words) -> str:
    return document.path or words("any place")


def of_proposals(files: MeetingFiles, today: date, words: Words) -> Iterable[Gap]:
    """No proposal is left open, nor without what follows where consensus was not reached."""
    for proposal in files.proposals if files.meeting.over else ():
        number = proposal.number
        if proposal.open:
            told = words("{number} is still open", number=number)
            yield Gap(key=f"proposal {number}", sentence=told, closes=words("declare it or defer it"))
        elif unreached(proposal):
            told = words("{number} ended without consensus, and nothing followed", number=number)
            yield Gap(key=f"proposal {number}", sentence=told, closes=words("say what follows"))


def of_decisions(files: MeetingFiles, today: date, words: Words) -> Iterable[Gap]:
    """Each decision that stands has its text, and an owner (R-48)."""
    for decision in files.decisions:
        if decision.state is not DecisionState.ADOPTED:
            continue
        if not decision.text.strip():
            day = words.date(decision.adopted_on)
            told = words("{number} of {day} has no text", number=decision.number, day=day)
            closes = words("supersede it by a decision that has one")
            yield Gap(key=f"text of {decision.number}", sentence=told, closes=closes)
        if decision.lacks_owner:
            clause = files.clause("Accountability")
            told, closes = words("{number} has no owner", number=decision.number), words("name who carries it out")
            yield Gap(key=f"owner of {decision.number}", sentence=told, closes=closes, clause=clause)


def of_seal(files: MeetingFiles, today: date, words: Words) -> Iterable[Gap]:
    """Adopted minutes are as they were adopted."""
    for number, fault in enumerate(files.faults, 1):
        closes = words("bring back a backup (minutebook restore)")
        yield Gap(key=f"seal {number}", sentence=fault.removesuffix("."), closes=closes, clause=files.clause("Files"))
