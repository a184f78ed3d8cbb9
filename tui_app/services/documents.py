"""The documents of a meeting: recorded with their files, in versions, sent to the members (R-30)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from tui_app.domain.frozen import dataclass
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.document import Document, FileState, next_number, next_version
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.services.book import Book
from tui_app.services.correcting import require_correctable
from tui_app.services.document_files import checksum_of, kept_path, state_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A document as it comes in: `file` None is known by its `title` alone, which else is that of its file."""

    file: Path | None = None
    title: str = ""
    number: str = ""
    version: str = ""
    received: date | None = None


def add_document(book: Book, meeting: Meeting, item_id: str, submission: Submission) -> Document:
    """Record a document under an item; without a number it gets the next one of the item."""
    require_correctable(meeting)
    there = book.of(Document).of(meeting.id)
    number = submission.number or next_number(_item_number(book, meeting, item_id), there)
    taken = next((each for each in there if each.number == number), None)
    if taken is not None:
        raise Problem(f"Document {number} is on the table already, {taken.title}: give this one its own.")
    file, title = submission.file, " ".join(submission.title.split())
    if not file and not title:
        raise Problem("A document needs its file or its title.", option="--title")
    document = Document(
        id=new_id(),
        meeting=meeting.id,
        item=item_id,
        number=number,
        title=title or (file.stem if file else ""),
        path=kept_path(book, file) if file else "",
        checksum=_checksum(file) if file else "",
        version=submission.version,
        received=submission.received or book.today(),
    )
    return _put(book, document, f"document {number}")


def _item_number(book: Book, meeting: Meeting, item_id: str) -> str:
    return book.agenda(meeting.id).numbers.get(item_id, "0")


def _checksum(file: Path) -> str:
    try:
        return checksum_of(file)
    except OSError as error:
        raise Problem(f"{file} cannot be read: {error.strerror or error}.") from error


def _put(book: Book, document: Document, why: str) -> Document:
    with book.register.transaction(why):
        return book.of(Document).put(document)


def _open_to_change(book: Book, document: Document) -> Document:
    """The document as it stands, in a meeting whose minutes are not adopted: they have its versions annexed."""
    require_correctable(book.of(Meeting).get(document.meeting))
    return book.of(Document).get(document.id)


def find_document(book: Book, meeting: Meeting, number: str) -> Document:
    """The document of a meeting with a number; Problem with the nearest one."""
    there = {each.number: each for each in book.of(Document).of(meeting.id)}
    found = there.get(number.strip())
    if found is None:
        known = did_you_mean(number, there) if there else "none is on record."
        raise Problem(f"{meeting.symbol} has no document {number}: {known}")
    return found


def add_version(
    book: Book, document: Document, file: Path, version: str = "", received: date | None = None
) -> Document:
    """Record a new version of a document; the one before stays on record with its file."""
    document = _open_to_change(book, document)
    checksum, path = _checksum(file), kept_path(book, file)
    if checksum == document.checksum:
        raise Problem(f"{file.name} is what is on record of document {document.number}: there is nothing new in it.")
    changed = next_version(document, version.strip(), path, checksum, received or book.today())
    return _put(book, changed, f"document {document.number}, version {changed.version}")


def overwritten(document: Document) -> str:
    """What is to be told of a new version that took the place of the old one on the disk; else empty."""
    before = document.earlier[-1] if document.earlier else None
    if before is None or not before.path or before.path != document.path:
        return ""
    return f"Version {before.version} lay in the same file and can be read no more: save each under a name of its own."


def name_file(book: Book, document: Document, file: Path) -> Document:
    """Say where the file lies now, or which it is where only the title was known; it must be the one on record."""
    document = book.of(Document).get(document.id)
    checksum = _checksum(file)
    if document.checksum and checksum != document.checksum:
        raise Problem(f"{file.name} is another file than the one on record of document {document.number}: "
                      "record it as a new version.")  # fmt: skip
    named = replace(document, path=kept_path(book, file), checksum=checksum)
    return _put(book, named, f"file of document {document.number}")


def retitle(book: Book, document: Document, title: str) -> Document:
    """Write the title of a document anew."""
    if not title.strip():
        raise Problem("A document needs its title.")
    changed = replace(_open_to_change(book, document), title=" ".join(title.split()))
    return _put(book, changed, f"title of document {document.number}")


def circulate_document(book: Book, document: Document, on: date) -> Document:
    """Record that a document went to the members on a day."""
    document = _open_to_change(book, document)
    if on > book.today():
        raise Problem("A document is recorded as circulated once it went out: give today or a day before.",
                      option="--on")  # fmt: skip
    return _put(book, replace(document, circulated=on, held_back=False), f"document {document.number} circulated")


def file_astray(book: Book, document: Document) -> str:
    """What is to be told when a document goes out whose file is not there as it is on record; else empty."""
    found = state_of(book, document.path, document.checksum)
    if found in (FileState.IN_PLACE, FileState.NO_FILE):
        return ""
    return f"The file of document {document.number}, {document.path}, is {found} on this computer."


def on_the_table_twice(book: Book, document: Document) -> str:
    """That another document of the meeting has the same file, with its number; empty if none has."""
    there = (each for each in of_meeting(book, book.of(Meeting).get(document.meeting)) if each.id != document.id)
    same = next((each for each in there if document.checksum and each.checksum == document.checksum), None)
    return f"The same file is on the table as document {same.number} already." if same else ""


def hold_back(book: Book, document: Document, *, held: bool) -> Document:
    """Hold a document back when the agenda is circulated, or let it go with it."""
    document = _open_to_change(book, document)
    if document.circulated:
        raise Problem(f"Document {document.number} was circulated already: it cannot be held back.")
    why = f"document {document.number} {'held back' if held else 'goes with the agenda'}"
    return _put(book, replace(document, held_back=held), why)


def remove_document(book: Book, document: Document) -> None:
    """Take a document off the record; one that went out stays."""
    document = _open_to_change(book, document)
    if any(version.circulated for version in document.versions):
        raise Problem(f"Document {document.number} was circulated, so it stays on record.")
    with book.register.transaction(f"document {document.number} removed"):
        book.of(Document).remove(document.id)


# -- with the agenda ---------------------------------------------------------


def going_out(book: Book, meeting: Meeting) -> tuple[Document, ...]:
    """The documents that go to the members with the agenda that is circulated next."""
    return tuple(document for document in book.of(Document).of(meeting.id) if document.goes_out)


def send_with_agenda(book: Book, meeting: Meeting, on: date) -> None:
    """Record that they went out with it on a day."""
    for document in going_out(book, meeting):
        book.of(Document).put(replace(document, circulated=on))


def file_states(book: Book, documents: Iterable[Document]) -> dict[str, tuple[FileState, ...]]:
    """By the id of each document, what is found of the file of each of its versions, the oldest first."""
    return {each.id: tuple(state_of(book, v.path, v.checksum) for v in each.versions) for each in documents}


def of_meeting(book: Book, meeting: Meeting) -> tuple[Document, ...]:
    """The documents of a meeting, by number."""
    return tuple(sorted(book.of(Document).of(meeting.id), key=lambda document: _natural(document.number)))


def _natural(number: str) -> list[tuple[int, str]]:
    """Orders numbers as people count them: 3.2 before 3.10, 2a before 2b."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", number)]


def under(book: Book, item: AgendaItem) -> tuple[Document, ...]:
    """The documents of one item, by number."""
    meeting = book.of(Meeting).get(item.meeting)
    return tuple(document for document in of_meeting(book, meeting) if document.item == item.id)
