"""What one captured line can be that tells who is in the room: who comes, who leaves, who sent word."""

from __future__ import annotations

from datetime import time

from tui_app.domain.frozen import dataclass


@dataclass(frozen=True, slots=True)
class InLine:
    """Someone of a member comes in."""

    entity: str
    name: str = ""
    title: str = ""
    acting_for: str = ""
    at: time | None = None


@dataclass(frozen=True, slots=True)
class MembersInLine:
    """Several members come in, their representatives not named; none listed: every member."""

    entities: tuple[str, ...] = ()
    at: time | None = None


@dataclass(frozen=True, slots=True)
class OutLine:
    """Members' representatives leave; `name`: one person of one entity."""

    entities: tuple[str, ...]
    at: time | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class ApologiesLine:
    """Members that sent word that nobody comes."""

    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuestLine:
    """Someone who attends without a position; who invited them and why is printed (R-14)."""

    organisation: str
    name: str = ""
    invited_by: str = ""
    why: str = ""
