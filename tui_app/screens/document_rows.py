"""How documents are written on screen: a row a version, and the one under the cursor in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import long_date, short_date
from tui_app.domain.meeting.document import Document, DocumentVersion, FileState
from tui_app.screens.facts import facts, under
from tui_app.widgets.rows import Row


def _told(state: FileState) -> str:
    version, file = key_of("documents.version"), key_of("documents.file")
    return {
        FileState.IN_PLACE: "It is the file on record.",
        FileState.NOT_FOUND: f"No such file is found; {file} says where it lies now.",
        FileState.CHANGED: f"Another file lies there than the one on record: {version} records a new version, {file} "
        "names the old one.",
        FileState.NO_FILE: f"Only its title is on record: {file} names its file.",
    }[state]


def document_rows(documents: Iterable[Document], states: Mapping[str, Sequence[FileState]]) -> list[Row]:
    """Each document with its earlier versions below it, the latest of them first."""
    return [row for document in documents for row in _versions(document, states[document.id])]


def _versions(document: Document, states: Sequence[FileState]) -> Iterable[Row]:
    every = list(zip(document.versions, states, strict=True))
    current, state = every.pop()
    held = "held back" if document.held_back else "no"
    look = "bold" if state in (FileState.NOT_FOUND, FileState.CHANGED) else ""
    yield Row(document.id, (document.number, *_cells(current, state, held), document.title), look)
    for place, (version, found) in reversed([*enumerate(every)]):
        yield Row(f"{document.id}:{place}", ("", *_cells(version, found, "no"), f"earlier: {version.path}"), "dim")


def _cells(version: DocumentVersion, state: FileState, unsent: str) -> tuple[str, ...]:
    received = short_date(version.received) if version.received else ""
    sent = short_date(version.circulated) if version.circulated else unsent
    return version.version or "-", received, sent, state.value


def about(document: Document, states: Sequence[FileState]) -> str:
    """Where its file lies, what was found there, and how its checksum begins, as papers print it."""
    where = f"{document.path}\n" if document.path else ""
    checksum = f" Its SHA-256 begins with {document.checksum[:16]}." if document.checksum else ""
    return f"{where}{_told(states[-1])}{checksum}"


def whole_rows(document: Document, states: Sequence[FileState]) -> list[Row]:
    """Everything about a document: what is found of its file, and its versions, the last first."""
    told = facts(
        ("Document", f"{document.number}  {document.title}"),
        ("Held back", "it does not go out with the agenda" if document.held_back else ""),
        ("Its file", _told(states[-1])),
    )
    versions = reversed([*zip(document.versions, states, strict=True)])
    return [*told, *(row for version, state in versions for row in _version(version, state))]


def _version(version: DocumentVersion, state: FileState) -> list[Row]:
    dates = facts(
        ("Received", long_date(version.received) if version.received else ""),
        ("Circulated", long_date(version.circulated) if version.circulated else "not yet"),
        ("File", version.path),
        ("Found", state.value if version.path else ""),
        ("SHA-256", version.checksum),
    )
    return under(f"Version {version.version}" if version.version else "As it was recorded", dates)
