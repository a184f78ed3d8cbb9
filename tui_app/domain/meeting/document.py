"""Documents on the table of a meeting (R-30)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import count

from tui_app.domain.frozen import dataclass

from ..problem import Problem
from .agenda import AgendaItem


class FileState(StrEnum):
    """What is found where the file of a document is said to lie."""

    IN_PLACE = "in place"
    NOT_FOUND = "not found"
    CHANGED = "changed"
    NO_FILE = "no file"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentVersion:
    """One version of a document: where its file lies, the SHA-256 of it, and when it came and went out."""

    version: str = ""
    path: str = ""
    checksum: str = ""
    received: date | None = None
    circulated: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document: `number` as people cite it (`3.1`), where it lies, and its SHA-256 if the file was there.

    `path` is relative to the register's folder where the file lies in it. `earlier`: the versions before this one,
    the oldest first. `held_back`: it does not go out with the agenda.
    """

    id: str
    meeting: str
    item: str
    number: str
    title: str
    path: str = ""
    checksum: str = ""
    version: str = ""
    received: date | None = None
    circulated: date | None = None
    held_back: bool = False
    earlier: tuple[DocumentVersion, ...] = ()

    @property
    def versions(self) -> tuple[DocumentVersion, ...]:
        """Every version, the oldest first, the one that is current last."""
        current = DocumentVersion(
            version=self.version,
            path=self.path,
            checksum=self.checksum,
            received=self.received,
            circulated=self.circulated,
        )
        return (*self.earlier, current)

    @property
    def gap(self) -> str:
        """What the lack of its file is called among the gaps of its meeting."""
        return f"document {self.number}"

    @property
    def goes_out(self) -> bool:
        """Whether it goes out with the agenda that is circulated next."""
        return self.circulated is None and not self.held_back


def next_version(document: Document, version: str, path: str, checksum: str, received: date) -> Document:
    """The document in a new version, the old one kept behind it; versions without a name are counted from 1."""
    *before, last = document.versions
    name = version or str(len(document.versions) + 1)
    kept = replace(last, version=last.version or str(len(document.versions)))
    if name in {each.version for each in (*before, kept)}:
        raise Problem(f"Document {document.number} has a version {name} already: give the new one another name.")
    return replace(
        document,
        version=name,
        path=path,
        checksum=checksum,
        received=received,
        circulated=None,
        held_back=False,
        earlier=(*before, kept),
    )


def next_number(item_number: str, documents: Iterable[Document]) -> str:
    """The first number under an item that no document of the meeting has: `3.1`, `3.2`."""
    taken = {document.number for document in documents}
    return next(number for n in count(1) if (number := f"{item_number}.{n}") not in taken)


def lacks_papers(item: AgendaItem, documents: Iterable[Document]) -> bool:
    """Whether it is for decision, a document is expected, and none of it was circulated (R-30)."""
    return item.expects_document and not any(d.item == item.id and _went_out(d) for d in documents)


def _went_out(document: Document) -> bool:
    return any(version.circulated for version in document.versions)
