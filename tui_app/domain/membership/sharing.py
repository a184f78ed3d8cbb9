"""The member list: when it was shared, with whom, and what has changed since (R-06)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui_app.domain.frozen import dataclass

from ..calendar import long_date
from ..charter.charter import Charter, Clause, Tier
from ..words import ENGLISH, Words
from .roster import Entity, Seat, seats_on

_A_QUARTER = 92  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntity:
    """One line of a list that was shared."""

    entity: str
    name: str
    tier: Tier = Tier.MEMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedList:
    """The member list of a body as it went out on a day, and with whom it was shared."""

    id: str
    body: str
    on: date
    recipients: str
    members: tuple[ListedEntity, ...] = ()

    def __str__(self) -> str:
        return f"on {long_date(self.on)} with {self.recipients}"


def listed(seats: Iterable[Seat], entities: Iterable[Entity], body: str, on: date) -> tuple[ListedEntity, ...]:
    """The members of a body on a day as a list has them."""
    names = {entity.acronym: entity.name for entity in entities}
    return tuple(
        ListedEntity(entity=seat.entity, name=names.get(seat.entity, seat.entity), tier=seat.tier)
        for seat in seats_on(seats, body, on)
    )


def last_shared(shared: Iterable[SharedList], body: str, on: date) -> SharedList | None:
    """The list of a body that was shared last, on that day or before."""
    ours = [each for each in shared if each.body == body and each.on <= on]
    return max(ours, key=lambda each: each.on) if ours else None


def changes_by(
    before: SharedList, seats: Iterable[Seat], entities: Iterable[Entity], on: date, words: Words = ENGLISH
) -> tuple[str, ...]:
    """What is another on a day than in a list that was shared, from the seats that had begun by then."""
    begun = [seat for seat in seats if seat.since is None or seat.since <= on]
    return changes_since(before, listed(begun, entities, before.body, on), begun, words)


def changes_since(
    before: SharedList, now: Iterable[ListedEntity], seats: Iterable[Seat] = (), words: Words = ENGLISH
) -> tuple[str, ...]:
    """What is another now than in a list that was shared, a sentence each without a full stop; by entity.

    `seats`: those from which the days are told, of each entity the last.
    """
    old = {each.entity: each for each in before.members}
    new = {each.entity: each for each in now}
    days = {each.entity: each for each in sorted(seats, key=_begins) if each.body == before.body and not each.pending}
    every = sorted({*old, *new}, key=str.casefold)
    return tuple(
        sentence for entity in every for sentence in _changes(old.get(entity), new.get(entity), days.get(entity), words)
    )


def _begins(seat: Seat) -> date:
    return seat.since or date.min


def _changes(old: ListedEntity | None, new: ListedEntity | None, seat: Seat | None, words: Words) -> Iterable[str]:
    if old is None and new is not None:
        joined = words("{entity} joined", entity=new.entity) + _on(seat.since if seat else None, words)
        committee = new.tier is Tier.EXECUTIVE_COMMITTEE
        yield f"{joined}, {words('on the Executive Committee')}" if committee else joined
    elif old is not None and new is None:
        yield words("{entity} left", entity=old.entity) + _on(seat.until if seat else None, words)
    elif old is not None and new is not None:
        if old.tier is not new.tier:
            yield words(TIERS[new.tier], entity=new.entity)
        if old.name != new.name:
            yield words("{entity} is {name} now, and was {before}", entity=new.entity, name=new.name, before=old.name)


def _on(day: date | None, words: Words) -> str:
    return f" {words('on {day}', day=words.date(day))}" if day else ""


TIERS = {
    Tier.MEMBER: "{entity} is a member outside the Executive Committee now",
    Tier.EXECUTIVE_COMMITTEE: "{entity} is on the Executive Committee now",
}
"""What became of an entity of which the tier is another, as labels."""


def asked_by(charter: Charter) -> tuple[Clause, ...]:
    """The clauses by which the member list is to be shared regularly; empty where the ToR do not say so."""
    return next((each.clauses for each in charter.provisions if each.subject == "Member list"), ())


def sharing_due(charter: Charter, last: SharedList | None, today: date, words: Words = ENGLISH) -> str:
    """What is to be said where the ToR ask for sharing and it is older than a quarter, or never was; else empty."""
    if not asked_by(charter):
        return ""
    if last is None:
        return words("The member list is not recorded as shared yet")
    days = (today - last.on).days
    told = words("The member list was shared last on {day}, {number} days ago", day=words.date(last.on), number=days)
    return told if days > _A_QUARTER else ""
