"""Who took part: from the tables of exported minutes, or from a list, one entity a line."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from datetime import time

from tui_app.documents.reading.blocks import Block, Kind
from tui_app.documents.reading.found import ReadParticipant
from tui_app.documents.reading.reading import Reading, label_and_value
from tui_app.documents.reading.tables import Row, rows
from tui_app.domain.calendar import read_time
from tui_app.domain.meeting.attendance import Capacity
from tui_app.domain.names import fold
from tui_app.domain.problem import Problem, did_you_mean

_COLUMNS = {
    "entity": "entity", "organisation": "entity", "organization": "entity", "agency": "entity",
    "representative": "name", "name": "name", "title": "title", "function": "title", "capacity": "capacity",
    "invited": "invited", "in and out": "presence",
}  # fmt: skip
_PASSED_OVER = frozenset({"no attendance was recorded.", "guests, who give no position:"})


def read_attendance(reading: Reading, section: Sequence[Block]) -> tuple[list[ReadParticipant], tuple[str, ...]]:
    """The participants, apologies among them; and who was not represented, as the file states it."""
    rowed = [_person(reading, row) for row in rows(reading, section, _COLUMNS)]
    people: list[ReadParticipant] = []
    absent: tuple[str, ...] = ()
    for block in section:
        for line, text in _listed(block):
            label, value = label_and_value(text)
            label = reading.english(label)
            if fold(text) in _PASSED_OVER:
                continue
            try:
                if label == "apologies":
                    people += [
                        ReadParticipant(line=line, entity=each, apologies=True) for each in reading.entities(value)
                    ]
                elif label == "not represented":
                    absent = reading.entities(value)
                else:
                    people += _of_an_entity(reading, line, text)
            except Problem as problem:
                reading.miss(line, str(problem), text)
    came = [person for person in rowed if person]
    _require_once(reading, people, {each.entity for each in (*came, *people) if not each.apologies})
    return came + people, absent


def _require_once(reading: Reading, people: Sequence[ReadParticipant], came: Container[str]) -> None:
    """Note who stands twice in the list, and which entity is said to have come and to have sent apologies."""
    seen: set[tuple[str, str]] = set()
    for each in people:
        person = each.entity, fold(each.name)
        if each.name and person in seen:
            reading.miss(each.line, f"{each.name} of {each.entity} is there twice.", each.name)
        elif each.apologies and each.entity in came:
            reading.miss(each.line, f"{each.entity} is said to have come and to have sent apologies: leave one out.",
                         each.entity)  # fmt: skip
        seen.add(person)


def _listed(block: Block) -> Iterator[tuple[int, str]]:
    if block.kind is Kind.POINT:
        yield block.line, block.text
    elif block.kind in (Kind.PARAGRAPH, Kind.QUOTE):
        yield from ((n, line.strip()) for n, line in enumerate(block.said.lines, block.line) if line.strip())


def _of_an_entity(reading: Reading, line: int, text: str) -> Iterator[ReadParticipant]:
    """`UNHCR: A. Otieno, Representative; B. Mwangi`, `Ministry of Labour: J. Kamau [invitee]`."""
    bracket = re.fullmatch(r"(.*?)\s*\[([^\]]*)\]", text)
    capacity = _capacity(bracket[2]) if bracket else Capacity.MEMBER
    entity, colon, names = (bracket[1] if bracket else text).partition(":")
    if not colon and len(entity.split()) > 6:  # a sentence is no name
        raise Problem(f"{text[:40]!r} does not say who came: write UNHCR: A. Otieno, Representative.")
    entity = _named(reading, entity, capacity)
    for person in names.split(";") if names.strip() else ("",):
        name, _, title = person.strip().partition(", ")
        yield ReadParticipant(line=line, entity=entity, name=name, title=title.strip(), capacity=capacity)


def _named(reading: Reading, text: str, capacity: Capacity) -> str:
    """A member is an entity that is known; a guest's organisation may be any."""
    if capacity is not Capacity.MEMBER:
        return reading.names.find(text) or text.strip()
    return reading.entity(text)


def _capacity(text: str) -> Capacity:
    words = fold(text)
    if words in ("guest", "expert"):
        return Capacity.INVITEE
    for each in Capacity:
        if each.value == words:
            return each
    raise Problem(f"{text!r} is not a capacity: {did_you_mean(words, [each.value for each in Capacity])}")


def _person(reading: Reading, row: Row) -> ReadParticipant | None:
    try:
        return _of_a_row(reading, row)
    except Problem as problem:
        reading.miss(row.line, str(problem), row.text)
        return None


def _of_a_row(reading: Reading, row: Row) -> ReadParticipant:
    capacity = _capacity(row["capacity"]) if row["capacity"] else Capacity.MEMBER
    entity = row["entity"]
    if capacity is Capacity.MEMBER and not reading.names.find(entity):
        entity = entity.partition(", for the ")[0]  # the consortium for which it spoke is told by its seat
    name, acting = _acting("" if row["name"] == "not named" else row["name"])
    by, why = _invitation(row["invited"])
    return ReadParticipant(
        line=row.line, entity=_named(reading, entity, capacity), name=name, title=row["title"], capacity=capacity,
        acting_for=acting, invited_by=by, invited_why=why, presence=tuple(_presence(row["presence"])),
    )  # fmt: skip


def _acting(text: str) -> tuple[str, str]:
    before, found, acting = f", {text}".rpartition(", acting for ")
    return (before.removeprefix(", "), acting) if found else (text, "")


def _invitation(text: str) -> tuple[str, str]:
    by, _, why = text.partition(", for ")
    return ("" if by == "by whom is not recorded" else by.removeprefix("by ")), why


def _presence(text: str) -> Iterator[tuple[time, time | None]]:
    for span in filter(None, text.split(", ")):
        start, _, end = span.removeprefix("from ").partition("-")
        yield read_time(start), read_time(end) if end else None
