"""Membership: entities join and leave, and every earlier meeting keeps the roster it had."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui_app.domain.calendar import short_date
from tui_app.domain.charter.charter import Charter, Tier
from tui_app.domain.frozen import dataclass
from tui_app.domain.identity import new_id
from tui_app.domain.membership.roster import NETWORK, Entity, Seat
from tui_app.domain.names import acronym_and_name, fold
from tui_app.domain.problem import Problem
from tui_app.services.book import Book
from tui_app.services.naming import decision_symbol


@dataclass(frozen=True, slots=True)
class Approval:
    """Whose decision it takes to join a body, by which clauses."""

    by: str
    clauses: tuple[str, ...]

    @property
    def cited(self) -> str:
        """` (KEN:74)`, or nothing."""
        return f" ({', '.join(self.clauses)})" if self.clauses else ""


def approval_for(charter: Charter, body: str) -> Approval | None:
    """Whose decision it takes to join the network (KEN:74), or a working group (KEN:123); None: nobody's."""
    if body == NETWORK:
        rule = charter.membership
        return Approval(rule.approved_by, rule.clauses) if rule.approved_by else None
    groups = charter.groups
    return Approval(groups.composed_by, groups.composed_clauses) if groups and groups.composed_by else None


def admit(  # noqa: PLR0913  # all that is known of a seat
    book: Book,
    acronym: str,
    name: str,
    since: date,
    *,
    tier: Tier = Tier.MEMBER,
    body: str = NETWORK,
    by: str = "",
    speaks_for: str = "",
) -> Seat:
    """Give an entity a seat from a day on; `by` is the symbol of the decision that admits it.

    Where the ToR ask for an approval, the seat is pending until that decision is named: of the network (KEN:74), or of
    a group (KEN:123). `name` may be empty where the entity is on record; `speaks_for`: a consortium (R-15).
    """
    group = book.body(body)
    place = group.symbol
    entity = _entity(book, acronym.strip(), name.strip())
    by = decision_symbol(book, by)
    seats = [s for s in book.of(Seat).of(place) if s.entity == entity.acronym]
    waiting = next((s for s in seats if s.pending and s.until is None), None)
    if waiting is not None and by:
        with book.register.transaction(f"seat of {entity.acronym} approved"):
            return book.of(Seat).put(replace(waiting, pending=False, since=since, tier=tier, approved_by=by))
    if any(s.until is None or s.until >= since for s in seats):
        raise Problem(f"{entity.acronym} has a seat already: end it before a new one begins on {short_date(since)}.")
    if group.abolished is not None and group.abolished <= since:
        raise Problem(
            f"{place} was abolished on {short_date(group.abolished)}: nobody joins it on {short_date(since)}."
        )
    _require_known_name(book, entity)
    seat = Seat(id=new_id(), body=place, entity=entity.acronym, tier=tier, since=since, approved_by=by,
                pending=approval_for(book.charter, place) is not None and not by,
                speaks_for=" ".join(speaks_for.split()))  # fmt: skip
    with book.register.transaction(f"seat of {entity.acronym}"):
        book.of(Entity).put(entity)
        return book.of(Seat).put(seat)


def known_entity(book: Book, acronym: str) -> Entity | None:
    """The entity on record with an acronym."""
    return next((each for each in book.of(Entity).all() if fold(each.acronym) == fold(acronym)), None)


def read_newcomer(book: Book, text: str) -> tuple[str, str]:
    """Acronym and name of who is to be admitted, as typed; the name is empty where none is on record yet.

    An entity on record is found by any of its spellings. Problem: a name without its acronym.
    """
    there = known_entity(book, book.names().find(text) or text.strip())
    if there is None:
        return acronym_and_name(text)
    return there.acronym, there.name if there.name != there.acronym else ""


def _require_known_name(book: Book, entity: Entity) -> None:
    """An entity that has a name keeps it: every paper prints it."""
    there = book.of(Entity).find(entity.id)
    if there is not None and there.name != there.acronym and fold(there.name) != fold(entity.name):
        raise Problem(f"{there.acronym} is on record as {there.name}: leave the name out, or give that one.")


def _entity(book: Book, acronym: str, name: str) -> Entity:
    if not acronym:
        raise Problem("An entity needs its acronym, as in UNHCR.")
    there = known_entity(book, acronym)
    if there is None:
        return Entity(id=new_id(), acronym=acronym, name=name or acronym)
    return replace(there, name=name or there.name)


def set_contact(book: Book, acronym: str, contact: str) -> Entity:
    """Record whom to write to at an entity, in one line; empty where it is to be forgotten."""
    entity = _on_record(book, acronym)
    with book.register.transaction(f"contact of {entity.acronym}"):
        return book.of(Entity).put(replace(entity, contact=" ".join(contact.split())))


def contact_of(book: Book, acronym: str) -> str:
    """Whom to write to at an entity; empty where nobody is recorded."""
    return _on_record(book, acronym).contact


def _on_record(book: Book, acronym: str) -> Entity:
    named = book.names().require(acronym)
    entity = known_entity(book, named)
    if entity is None:
        raise Problem(f"{named} is no entity on record: only those have a contact.")
    return entity


def end_seat(book: Book, acronym: str, until: date, body: str = NETWORK) -> Seat:
    """End an entity's seat: `until` is its last day. Earlier minutes still show it (R-03)."""
    entity = book.names().require(acronym)
    seats = [s for s in book.of(Seat).of(book.body(body).symbol) if s.entity == entity and s.until is None]
    if not seats:
        raise Problem(f"{entity} has no seat that could end.")
    with book.register.transaction(f"seat of {entity} ended"):
        return book.of(Seat).put(replace(seats[-1], until=until))
