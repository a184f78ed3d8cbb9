"""What becomes of a register of an older schema: one function a step, by the schema that it leads from.

A step is given the register as it is and returns the documents that become other ones. It reads documents, not
records, since the records of today may not be able to hold what was written then.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tui_app.register.register import Register, Step
from tui_app.register.rows import Changes
from tui_app.register.tables import TABLES
from tui_app.services.book import Book


def _from_1(register: Register) -> Mapping[str, Changes]:
    """Proposals hold every silence procedure, and the text of adopted minutes is kept."""
    return {**_all_silences(register), **_adopted_minutes(register)}


def _all_silences(register: Register) -> Mapping[str, Changes]:
    """The one silence procedure of a proposal becomes the first of several, on the text of its last round."""
    proposals: Changes = {}
    for id, document in register.documents("proposals").items():
        if "silence" in document:
            other = {name: value for name, value in document.items() if name != "silence"}
            silence = {**document["silence"], "round": len(document.get("rounds", ())) or 1}
            proposals[id] = {**other, "silences": [silence]}
    return {"proposals": proposals}


def _adopted_minutes(register: Register) -> Mapping[str, Changes]:
    """The text is printed once more from the record as it was at the adoption."""
    meetings: Changes = {}
    texts: Changes = {}
    for id, document in register.documents("meetings").items():
        if document["state"] == "adopted":
            text, checksum = _printed(register, id, document["sealed_sequence"] + 1)
            meetings[id] = {**document, "sealed_checksum": checksum}
            texts[id] = {"text": text}
    return {"meetings": meetings, "adopted_minutes": texts}


def _printed(register: Register, meeting_id: str, sequence: int) -> tuple[str, str]:
    from tui_app.domain.meeting.meeting import Meeting
    from tui_app.services.sealing import sealed

    with Register.as_at(register.folder, TABLES, sequence, {1: _all_silences}) as then:
        book = Book(then)
        meeting, adopted = sealed(book, book.of(Meeting).get(meeting_id))
    return adopted.text, meeting.sealed_checksum


def _from_2(_: Register) -> Mapping[str, Changes]:
    """Tables were added, and an older program must not write to a register without seeing them."""
    return {}


STEPS: Mapping[int, Step] = MappingProxyType({1: _from_1, 2: _from_2})
"""The steps by the schema that they lead from."""
