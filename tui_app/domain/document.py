"""Documents on the table of a meeting (R-30)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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
