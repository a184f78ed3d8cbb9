"""Documents on the table of a meeting (R-30)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .agenda import AgendaItem


class FileState(StrEnum):
    """What is found where the file of a document is said to lie."""

    IN_PLACE = "in place"
    NOT_FOUND = "not found"
    CHANGED = "changed"
    NO_FILE = "no file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document: `number` as people cite it (`3.1`), where it lies, and its SHA-256 if the file was there."""

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


def lacks_papers(item: AgendaItem, documents: Iterable[Document]) -> bool:
    """Whether it is for decision, a document is expected, and none of it was circulated (R-30)."""
    return item.expects_document and not any(d.item == item.id and d.circulated for d in documents)
