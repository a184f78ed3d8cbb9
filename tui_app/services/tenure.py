"""Chairs: terms begin and end, officers act; every earlier meeting keeps who chaired it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui_app.domain.identity import new_id
from tui_app.domain.membership.offices import CO_CHAIR, Office, find_office, offices_of
from tui_app.domain.membership.roster import NETWORK, Body, Seat, seats_on
from tui_app.domain.membership.succession import Notice, notices
from tui_app.domain.membership.tenure import ChairTerm, Held, holders, last_day, not_served
from tui_app.domain.membership.tenure_rules import remark, require_term
from tui_app.services.book import Book


def begin_term(  # noqa: PLR0913  # all that is known of a term
    book: Book,
    *,
    body: str,
    office: str,
    entity: str,
    since: date,
    until: date | None = None,
    person: str = "",
    acting: str = "",
    override: str = "",
    decision: str = "",
) -> ChairTerm:
    """Record who holds an office, or acts there; without `until` it lasts as long as the charter gives it.

    `entity` may be empty where the ToR name none for an office that is not for the members in turn.
    `body` is the network or a group's symbol, `office` the name or title of a chair's office (a group has `chair` and
    `co-chair`), `decision` the symbol of the decision that chose it, which must be on record.
    Problem where the charter says no; NeedsOverride where a reason in `override` would allow it.
    """
    from tui_app.services.naming import decision_symbol

    group = book.body(body)
    found = find_office(offices_of(book.charter, group), office)
    if not until and found.months and not acting:
        until = last_day(since, found.months)
    term = ChairTerm(
        id=new_id(),
        body=group.symbol,
        office=found.name,
        entity=book.names().require(entity) if entity.strip() else "",
        since=since,
        until=until,
        person=person.strip(),
        acting=acting,
        override=override.strip(),
        decision=decision_symbol(book, decision),
    )
    return _record(book, found, term, f"{term.who} {'acts as' if acting else 'is'} {found.label}")


def end_term(book: Book, term: ChairTerm, last: date) -> ChairTerm:
    """End a term: `last` is its last day, earlier or, within the charter's limit, later than it was."""
    office = office_of(book, term)
    return _record(book, office, replace(term, until=last), f"term of {term.who} as {office.label} ended")


def _record(book: Book, office: Office, term: ChairTerm, why: str) -> ChairTerm:
    require_term(office, book.of(ChairTerm).of(office.body), term)
    with book.register.transaction(why):
        return book.of(ChairTerm).put(term)


def told_of(book: Book, term: ChairTerm) -> str:
    """What is to be told of a term that was recorded: its entity has no seat in the body; else empty."""
    seats = seats_on(book.of(Seat).of(term.body), term.body, term.since)
    return remark(term, office_of(book, term), (seat.entity for seat in seats))


def offices(book: Book, on: date) -> tuple[Office, ...]:
    """The chairs' offices of the network and of every group that is not abolished on that day."""
    standing = (body for body in book.of(Body).all() if body.abolished is None or body.abolished > on)
    return tuple(office for body in standing for office in offices_of(book.charter, body))


def office_of(book: Book, term: ChairTerm) -> Office:
    """The office in which a term is."""
    return find_office(offices_of(book.charter, book.body(term.body)), term.office)


def held(book: Book, on: date) -> tuple[Held, ...]:
    """Every office with who holds it on a day; a group's co-chair only where there is one."""
    every = holders(offices(book, on), book.of(ChairTerm).all(), on)
    return tuple(h for h in every if h.office.body == NETWORK or h.office.name != CO_CHAIR or str(h))


def yet_to_serve(book: Book, office: Office, on: date) -> tuple[str, ...]:
    """The members on a day that have not served in a rotating office, but those that the ToR name for another."""
    named = {each.entity for each in offices_of(book.charter, book.body(office.body))}
    seats = seats_on(book.of(Seat).of(office.body), office.body, on)
    members = (seat.entity for seat in seats if seat.entity not in named)
    return not_served(office, book.of(ChairTerm).of(office.body), members)


def term_notices(book: Book, today: date) -> tuple[Notice, ...]:
    """The terms that need seeing to on a day."""
    return tuple(notices(offices(book, today), book.of(ChairTerm).all(), today))
