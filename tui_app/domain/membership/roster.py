"""Who belongs to a body: entities, bodies, seats with their dates (R-03, R-07, R-15)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from tui_app.domain.frozen import dataclass

from ..charter.charter import Tier

NETWORK = "network"
"""The key of the body that is the network itself; a working group's is its symbol, `WG-DATA`."""


class BodyKind(StrEnum):
    """What a body is."""

    NETWORK = "network"
    WORKING_GROUP = "working group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An organisation: the unit that takes a position. `acronym` is how every record names it.

    `contact`: its focal point, with mail and telephone, as typed; in no paper unless it is asked for (R-71).
    """

    id: str
    acronym: str
    name: str
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The network or a working group, each with its own roster.

    `established_by` and `abolished_by` are the symbols of the decisions. `ad_hoc`: the group is not permanent;
    `review_on`: when it is to be reviewed (R-52), and where that was set afterwards, `review_by` the symbol of the
    decision that did so, or `review_reason` why.
    """

    id: str
    symbol: str
    name: str
    kind: BodyKind = BodyKind.NETWORK
    established: date | None = None
    established_by: str = ""
    abolished: date | None = None
    abolished_by: str = ""
    ad_hoc: bool = False
    review_on: date | None = None
    review_by: str = ""
    review_reason: str = ""

    def review_overdue(self, today: date) -> bool:
        """Whether it stands, and its review was due before that day."""
        return self.abolished is None and self.review_on is not None and self.review_on < today

    def stands_on(self, on: date) -> bool:
        """Whether it is established by that day and not abolished yet; a day of abolition is none of its own."""
        return (self.established is None or self.established <= on) and (self.abolished is None or on < self.abolished)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """An entity's membership of a body.

    `since` None: from the beginning; `until`: the last day. `pending`: waits
    for a linked decision and has no position until then (R-07). `speaks_for`:
    the consortium for which it speaks beside itself (R-15).
    """

    id: str
    body: str
    entity: str
    tier: Tier = Tier.MEMBER
    since: date | None = None
    until: date | None = None
    approved_by: str = ""
    pending: bool = False
    speaks_for: str = ""

    @property
    def spoken(self) -> str:
        """The entity as it is printed: `KNCHR, for the Civil Society consortium`."""
        if not self.speaks_for:
            return self.entity
        whom = re.sub(r"^the\s+", "", self.speaks_for, flags=re.IGNORECASE)
        named = any(word in whom.casefold() for word in ("consortium", "alliance", "coalition"))
        return f"{self.entity}, for the {whom}{'' if named else ' consortium'}"

    def held_on(self, on: date) -> bool:
        """Whether the seat gives a position on that day."""
        return (
            not self.pending and (self.since is None or self.since <= on) and (self.until is None or on <= self.until)
        )


def seats_on(seats: Iterable[Seat], body: str, on: date) -> tuple[Seat, ...]:
    """The seats of a body that are held on a day, by entity."""
    held = (seat for seat in seats if seat.body == body and seat.held_on(on))
    return tuple(sorted(held, key=lambda seat: seat.entity.casefold()))


def seats_to_come(seats: Iterable[Seat], body: str, on: date) -> tuple[Seat, ...]:
    """The seats of a body that are given, and begin after a day, by that day."""
    coming = (seat for seat in seats if seat.body == body and not seat.pending and seat.since and seat.since > on)
    return tuple(sorted(coming, key=lambda seat: (seat.since or on, seat.entity.casefold())))
