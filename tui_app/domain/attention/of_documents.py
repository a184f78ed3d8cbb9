"""The documents whose files are gone, or are others than those on record, where the disk was looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from ..meeting.document import FileState
from .matter import Astray, Matter, Standing, Urgency, brief

_TOLD = {FileState.NOT_FOUND: "not found", FileState.CHANGED: "another file than on record"}


def of_documents(standing: Standing, today: date) -> Iterable[Matter]:
    """A matter for each meeting with such documents; it leads to the item of the first of them."""
    for meeting, found in groupby(standing.astray, key=lambda each: each.meeting):
        astray = list(found)
        yield Matter(
            urgency=Urgency.LATER if meeting.over else Urgency.SOON,
            what="documents",
            place="agenda",
            meeting=meeting.id,
            record=astray[0].document.item,
            deed="agenda.documents",
            clause=standing.clause_on("Files"),
            sentence=f"Documents of {meeting.symbol}: {'; '.join(_told(astray))}.",
        )


def _told(astray: list[Astray]) -> Iterable[str]:
    for state, words in _TOLD.items():
        numbers = [each.document.number for each in astray if each.state is state]
        if numbers:
            yield f"{brief(', '.join(numbers))} {words}"
