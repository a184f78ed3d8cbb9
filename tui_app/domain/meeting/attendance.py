"""Who is in the room: representatives, apologies, guests (R-11 to R-14)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from tui_app.domain.frozen import dataclass

from .agenda import Span


class Capacity(StrEnum):
    """In what capacity someone attends; only a member's representative gives a position."""

    MEMBER = "member"
    INVITEE = "invitee"
    OBSERVER = "observer"
    STATE_COUNTERPART = "state counterpart"
    SECRETARIAT = "secretariat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One person of one entity at one meeting; `presence` is when they were in the room.

    `entity` is the acronym, or a guest's organisation as typed. `apologies`:
    the entity sent word that nobody comes.
    """

    id: str
    meeting: str
    entity: str
    name: str = ""
    title: str = ""
    capacity: Capacity = Capacity.MEMBER
    acting_for: str = ""
    invited_by: str = ""
    invited_why: str = ""
    apologies: bool = False
    presence: tuple[Span, ...] = ()

    @property
    def present(self) -> bool:
        """Whether they are in the room now."""
        return bool(self.presence) and self.presence[-1].end is None

    @property
    def attended(self) -> bool:
        """Whether they were in the room at all."""
        return bool(self.presence)


_MEDIA = (r"(?i)\b(?:media|presse?|journalist\w*|reporters?|correspondents?|newspapers?"
          r"|broadcasters?|television|radio|\w*tv)\b")  # fmt: skip


def guests_here(participants: Iterable[Participant]) -> tuple[str, ...]:
    """The organisations in the room now that are neither members nor the secretariat, each once (R-14)."""
    ours = (Capacity.MEMBER, Capacity.SECRETARIAT)
    return tuple(dict.fromkeys(p.entity for p in participants if p.present and p.capacity not in ours))


def media_here(participants: Iterable[Participant]) -> tuple[str, ...]:
    """Those among them whose own name or that of whom they sent says that they are media (R-14)."""
    return guests_here(p for p in participants if re.search(_MEDIA, f"{p.entity} {p.name} {p.title}"))


def arrive(participant: Participant, at: datetime) -> Participant:
    """In the room from `at`; unchanged if there already."""
    if participant.present:
        return participant
    return replace(participant, apologies=False, presence=(*participant.presence, Span(start=at)))


def since(participant: Participant, at: datetime) -> Participant:
    """In the room from `at`, as is learned of somebody who is there already."""
    return replace(participant, presence=(*participant.presence[:-1], Span(start=at)))


def leave(participant: Participant, at: datetime) -> Participant:
    """Out of the room from `at`; unchanged if not there."""
    if not participant.present:
        return participant
    last = participant.presence[-1]
    return replace(participant, presence=(*participant.presence[:-1], replace(last, end=max(at, last.start))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """The members of the body by how they are represented (R-13), each by entity."""

    represented: tuple[str, ...]
    left: tuple[str, ...]
    apologies: tuple[str, ...]
    not_represented: tuple[str, ...]

    @property
    def absent(self) -> tuple[str, ...]:
        """Every entitled entity that is not in the room now."""
        return tuple(sorted((*self.left, *self.apologies, *self.not_represented), key=str.casefold))


def attendance(entitled: Iterable[str], participants: Iterable[Participant]) -> Attendance:
    """Sort the entitled entities of a meeting by who is in the room now, was, sent apologies, or did not come."""
    groups: dict[str, list[str]] = {"represented": [], "left": [], "apologies": [], "not_represented": []}
    everyone = tuple(participants)
    for entity in entitled:
        theirs = [p for p in everyone if p.entity == entity and p.capacity is Capacity.MEMBER]
        if any(p.present for p in theirs):
            groups["represented"].append(entity)
        elif any(p.attended for p in theirs):
            groups["left"].append(entity)
        elif any(p.apologies for p in theirs):
            groups["apologies"].append(entity)
        else:
            groups["not_represented"].append(entity)
    return Attendance(**{name: tuple(entities) for name, entities in groups.items()})
