"""Two small kinds of record, one owned by the other, for the tests of the register."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tui_app.register import Register, TableOf
from tui_app.register.repository import name_of


@dataclass(frozen=True, slots=True)
class Gathering:
    id: str
    title: str = ""
    held_on: date | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    id: str
    gathering: str
    text: str = ""
    entities: tuple[str, ...] = ()
    minutes: int = 0
    struck: bool = False
    marks: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Numbers:
    id: str
    last: int


TABLES = (
    TableOf(name_of(Gathering), "gatherings"),
    TableOf(name_of(Remark), "remarks", "gathering"),
    TableOf(name_of(Numbers), "numbers", undoable=False),
)


def new_register(folder: Path) -> Register:
    return Register.create(folder, TABLES, who="Ann", device="laptop-1")


def open_register(folder: Path, *, read_only: bool = False) -> Register:
    return Register.open(folder, TABLES, who="Ann", read_only=read_only)


def contents(register: Register) -> dict[str, tuple[object, ...]]:
    return {name: repository.all() for name, repository in register.tables.items()}
