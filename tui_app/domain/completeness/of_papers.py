"""The gaps in what a meeting leaves behind: documents, proposals, decisions, the seal of its minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..calendar import long_date
from ..consensus.decision import DecisionState
from ..meeting.document import Document, FileState, lacks_papers
from .gap import Gap, MeetingFiles


def of_items(files: MeetingFiles, today: date) -> Iterable[Gap]:
    """Each item for decision had a document that was circulated (R-30), where the ToR ask for their distribution."""
    asked = any(each.subject == "Documents" for each in files.charter.provisions)
    for item in files.agenda.items if files.meeting.over and asked else ():
        if lacks_papers(item, files.documents) and not item.deferred:
            number = files.agenda.numbers[item.id]
            yield Gap(
                key=f"item {number}",
                sentence=f"No document was circulated for item {number}, {item.title}, which was for decision",
                closes="record the document and when it was circulated, or give the reason",
                clause=files.clause("Documents"),
                explainable=True,
            )


def of_documents(files: MeetingFiles, today: date) -> Iterable[Gap]:
    """Each document is where it is said to lie, and as it was."""
    for document in files.documents:
        state = files.found.get(document.id, FileState.IN_PLACE if document.path else FileState.NO_FILE)
        if state in _OF_A_FILE and (files.meeting.over or state is not FileState.NO_FILE):
            told, closes = _OF_A_FILE[state]
            yield Gap(
                key=document.gap,
                sentence=f"Document {document.number}, {document.title}, {told.format(_where(document))}",
                closes=f"{closes}, or give the reason",
                clause=files.clause("Files"),
                explainable=True,
            )


_OF_A_FILE = {
    FileState.NO_FILE: ("is on record by its title alone", "name its file"),
    FileState.NOT_FOUND: ("is not found at {}", "name the place where it lies now"),
    FileState.CHANGED: ("is another file at {} than the one on record", "name the one on record, or a new version"),
}


def _where(document: Document) -> str:
    return document.path or "any place"


def of_proposals(files: MeetingFiles, today: date) -> Iterable[Gap]:
    """No proposal is left open."""
    for proposal in files.proposals if files.meeting.over else ():
        if proposal.open:
            number = proposal.number
            yield Gap(key=f"proposal {number}", sentence=f"{number} is still open", closes="declare it or defer it")


def of_decisions(files: MeetingFiles, today: date) -> Iterable[Gap]:
    """Each decision that stands has its text, and an owner (R-48)."""
    for decision in files.decisions:
        if decision.state is not DecisionState.ADOPTED:
            continue
        if not decision.text.strip():
            told = f"{decision.number} of {long_date(decision.adopted_on)} has no text"
            yield Gap(key=f"text of {decision.number}", sentence=told, closes="supersede it by a decision that has one")
        if decision.lacks_owner:
            clause = files.clause("Accountability")
            told = f"{decision.number} has no owner"
            yield Gap(key=f"owner of {decision.number}", sentence=told, closes="name who carries it out", clause=clause)


def of_seal(files: MeetingFiles, today: date) -> Iterable[Gap]:
    """Adopted minutes are as they were adopted."""
    for number, fault in enumerate(files.faults, 1):
        closes = "bring back a backup (minutebook restore)"
        yield Gap(key=f"seal {number}", sentence=fault.removesuffix("."), closes=closes, clause=files.clause("Files"))
