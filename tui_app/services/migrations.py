"""What becomes of a register of an older schema: one function a step, the next schema by the one it leads from."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tui_app.register.register import Register, Step
from tui_app.register.rows import Changes
from tui_app.register.tables import TABLES
from tui_app.services.book import Book


def _keep_adopted_minutes(register: Register) -> Mapping[str, Changes]:
    """1 to 2: the text of adopted minutes is kept, printed once more from the record as it was at their adoption."""
    meetings: Changes = {}
    texts: Changes = {}
    for document in register.database.table("meetings"):
        id = str(document.doc_id)
        if document["state"] == "adopted":
            text, checksum = _printed(register, id, document["sealed_sequence"])
            meetings[id] = {**document, "sealed_checksum": checksum}
            texts[id] = {"text": text}
    return {"meetings": meetings, "adopted_minutes": texts}


def _printed(register: Register, meeting_id: str, sealed_sequence: int) -> tuple[str, str]:
    from tui_app.domain.meeting import Meeting
    from tui_app.services.sealing import sealed

    with Register.as_at(register.folder, TABLES, sealed_sequence + 1) as then:
        book = Book(then)
        meeting, adopted = sealed(book, book.of(Meeting).get(meeting_id))
    return adopted.text, meeting.sealed_checksum


STEPS: Mapping[int, Step] = MappingProxyType({1: _keep_adopted_minutes})
"""The steps by the schema that they lead from."""
