"""Membership: entities join and leave, and every earlier meeting keeps the roster it had."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui_app.domain.calendar import short_date
from tui_app.domain.charter import Tier
from tui_app.domain.decision import Decision
from tui_app.domain.identity import new_id
from tui_app.domain.names import fold
from tui_app.domain.problem import Problem
from tui_app.domain.roster import NETWORK, Entity, Seat
from tui_app.services.book import Book


def admit(
    book: Book, acronym: str, name: str, since: date, *, tier: Tier = Tier.MEMBER, body: str = NETWORK, by: str = ""
) -> Seat:
    """Give an entity a seat from a day on; `by` is the symbol of the decision that admits it.

    Where the ToR ask for an approval (KEN:74), the seat is pending until that decision is named.
    """
    place = book.body(body).symbol
    entity = _entity(book, acronym.strip(), name.strip())
    held = [s for s in book.of(Seat).of(place) if s.entity == entity.acronym and (s.until is None or s.until >= since)]
    if held:
        raise Problem(f"{entity.acronym} has a seat already: end it before a new one begins on {short_date(since)}.")
    _require_known_name(book, entity)
    if by and all(decision.symbol != by for decision in book.of(Decision).all()):
        raise Problem(f"There is no decision {by!r} in this register: give its whole symbol.")
    approval = book.charter.membership.approved_by if place == NETWORK else None
    seat = Seat(id=new_id(), body=place, entity=entity.acronym, tier=tier, since=since, approved_by=by,
                pending=bool(approval) and not by)  # fmt: skip
    with book.register.transaction(f"seat of {entity.acronym}"):
        book.of(Entity).put(entity)
        return book.of(Seat).put(seat)


def _require_known_name(book: Book, entity: Entity) -> None:
    """An entity that has a name keeps it: every paper prints it."""
    there = book.of(Entity).find(entity.id)
    if there is not None and there.name != there.acronym and fold(there.name) != fold(entity.name):
        raise Problem(f"{there.acronym} is on record as {there.name}: leave the name out, or give that one.")


def _entity(book: Book, acronym: str, name: str) -> Entity:
    if not acronym:
        raise Problem("An entity needs its acronym, as in UNHCR.")
    there = next((e for e in book.of(Entity).all() if fold(e.acronym) == fold(acronym)), None)
    if there is None:
        return Entity(id=new_id(), acronym=acronym, name=name or acronym)
    return replace(there, name=name or there.name)


def end_seat(book: Book, acronym: str, until: date, body: str = NETWORK) -> Seat:
    """End an entity's seat: `until` is its last day. Earlier minutes still show it (R-03)."""
    entity = book.names().require(acronym)
    seats = [s for s in book.of(Seat).of(book.body(body).symbol) if s.entity == entity and s.until is None]
    if not seats:
        raise Problem(f"{entity} has no seat that could end.")
    with book.register.transaction(f"seat of {entity} ended"):
        return book.of(Seat).put(replace(seats[-1], until=until))
