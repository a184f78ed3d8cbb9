"""What a record of any table is called where it is told of: `2026/Q3/A07`, `item 3 Data`, `J. Mwangi (UNDP)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from .membership.roster import NETWORK

Document = Mapping[str, Any]
"""A record as the journal has it: its fields by name."""


class Names(Protocol):
    """How other records were called at the time."""

    def name(self, id: str) -> str:
        """The record with that id by its symbol or title; empty if there is none."""

    def number(self, item: str) -> str:
        """The number of an agenda item; empty if it is on the agenda no more."""


_NOUNS: Mapping[str, str] = {
    "entries": "entry", "entities": "entity", "bodies": "body", "adopted_minutes": "minutes as adopted",
    "chair_terms": "term", "searches": "search",
}  # fmt: skip


def title_of(table: str, id: str, record: Document, names: Names) -> str:
    """What a record is called: `2026/Q3/A07`, `item 3 Data`, `J. Mwangi (UNDP)`, `note under item 3 Data`."""
    if table == "items":
        return " ".join(filter(None, ("item", names.number(id), record.get("title"))))
    if table in _TITLES:
        return _TITLES[table](record, names)
    return str(record.get("acronym") or record.get("symbol") or noun_of(table))


def _numbered(record: Document, names: Names) -> str:
    return f"{names.name(record.get('meeting', ''))}/{record.get('number', '')}"


def _entry(record: Document, names: Names) -> str:
    said = f" of {record['entity']}" if record.get("entity") else ""
    return f"{record.get('kind', 'entry')}{said} under {names.name(record.get('item', '')) or 'no item'}"


def _participant(record: Document, _: Names) -> str:
    person, entity = record.get("name", ""), record.get("entity", "")
    return f"{person} ({entity})" if person else entity


def _seat(record: Document, _: Names) -> str:
    within = "" if record.get("body") == NETWORK else f" in {record.get('body')}"
    return f"seat of {record.get('entity')}{within}"


_TITLES: Mapping[str, Callable[[Document, Names], str]] = {
    "actions": _numbered,
    "decisions": _numbered,
    "proposals": _numbered,
    "entries": _entry,
    "participants": _participant,
    "seats": _seat,
    "chair_terms": lambda record, _: f"{record.get('entity') or record.get('person')} as {record.get('office')}",
    "workplan_lines": lambda record, _: f"{record.get('year')}/{record.get('number')}",
    "reports": lambda record, _: f"report {str(record.get('until'))[:4]}/{record.get('number')}",
    "workplans": lambda record, _: f"workplan of {record.get('year')}",
    "explained": lambda record, names: f"{record.get('gap')} of {names.name(record.get('meeting', ''))}",
    "shared_lists": lambda record, _: f"member list shared with {record.get('recipients')}",
    "documents": lambda record, _: f"document {record.get('number')}",
    "bodies": lambda record, _: "the network" if record.get("symbol") == NETWORK else str(record.get("symbol")),
    "searches": lambda record, _: f"search @{record.get('name')}",
    "networks": lambda *_: "the register",
    "corrigenda": _numbered,
    "comments": lambda record, names: f"{_numbered(record, names)} of {record.get('entity')}",
    "circulated_papers": lambda record, names: (
        f"{record.get('kind')} v{record.get('version')} of {names.name(record.get('meeting', ''))}, word for word"
    ),
    "adopted_minutes": lambda *_: "the minutes as adopted, word for word",
}


def noun_of(table: str) -> str:
    """What a record of a table is: `action`, `entry`."""
    return _NOUNS.get(table) or table.replace("_", " ").removesuffix("s")
