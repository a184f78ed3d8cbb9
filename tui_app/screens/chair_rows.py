"""How the network place writes its chairs: who holds each office, who has not served, terms to come and past."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import long_date, short_date
from tui_app.domain.membership.offices import Office
from tui_app.domain.membership.roster import NETWORK, Body, Entity
from tui_app.domain.membership.succession import time_left
from tui_app.domain.membership.tenure import ChairTerm, Held
from tui_app.services.book import Book
from tui_app.services.tenure import held, office_of, offices, yet_to_serve
from tui_app.widgets.rows import Row

_OFFICE, _UNSERVED = "office", "unserved"


def chair_rows(book: Book, today: date) -> list[Row]:
    """Every office with who holds it and who acts there, then who has not served, terms to come, past ones."""
    every, there = offices(book, today), held(book, today)
    terms = sorted(book.of(ChairTerm).all(), key=lambda term: term.since)
    rows: list[Row] = []
    for body in book.of(Body).all():
        ours = [row for each in there if each.office.body == body.symbol
                for row in _held(every.index(each.office), each, today)]  # fmt: skip
        rows += _under(_whose(body, today), ours)
    for office in (each.office for each in there):
        rows += _unserved(book, every.index(office), office, today)
    rows += _under("Terms to come", [_term(book, term) for term in terms if term.since > today])
    past = (term for term in reversed(terms) if term.last < today)
    return rows + _under("Past terms", [_term(book, term, "dim") for term in past])


def _under(heading: str, rows: list[Row]) -> list[Row]:
    return [Row("", (heading,), "heading"), *rows] if rows else []


def _whose(body: Body, today: date) -> str:
    if body.symbol == NETWORK:
        return f"Who chairs on {long_date(today)}"
    return body.symbol if body.name == body.symbol else f"{body.symbol}: {body.name}"


def _held(number: int, there: Held, today: date) -> Iterable[Row]:
    office, term = there.office, there.term
    title = office.title if office.body == NETWORK else office.name.capitalize()
    whose = f"{office.name}: " if office.body == NETWORK else ""
    nobody = f"nobody is recorded; {key_of('network.begin-term')} begins a term"
    words = _words(str(Held(office=office, term=term)), term, today) if term else nobody
    yield Row(f"{_OFFICE}:{number}", (title, f"{whose}{words}{office.cited}"), "bold" if term else "")
    if there.acting:
        yield Row(there.acting.id, ("   acting", _words(str(there), there.acting, today)), "bold")


def _words(who: str, term: ChairTerm, today: date) -> str:
    """`UNHCR, B. Berisha, from 1 Jan 2026 until 31 Dec 2026, ends in 3 months`."""
    left = f", ends {time_left(term.until, today)}" if term.until and term.held_on(today) else ""
    reason = f"; reason: {term.override}" if term.override else ""
    by = f", by {term.decision}" if term.decision else ""
    return f"{who}, {_dates(term)}{left}{by}{reason}" if who else f"{_dates(term)}{by}{reason}"


def _dates(term: ChairTerm) -> str:
    since = short_date(term.since)
    return f"from {since} until {short_date(term.until)}" if term.until else f"since {since}"


def _unserved(book: Book, number: int, office: Office, today: date) -> list[Row]:
    names = {entity.acronym: entity.name for entity in book.of(Entity).all()}
    waiting = yet_to_serve(book, office, today)
    rows = [Row(f"{_UNSERVED}:{number}:{entity}", (entity, names.get(entity, entity))) for entity in waiting]
    return _under(f"Not yet {office.label}{office.cited}", rows)


def _term(book: Book, term: ChairTerm, look: str = "") -> Row:
    who = ", ".join(filter(None, (term.person if term.entity else "", term.acting)))
    return Row(term.id, (term.who, f"{office_of(book, term).label}: {_words(who, term, book.today())}"), look)


# -- what a row is about -----------------------------------------------------


def office_at(book: Book, key: str, today: date) -> tuple[Office | None, str]:
    """The office of the row with a key, and the entity where the row names one that has not served."""
    what, _, rest = key.partition(":")
    number, _, entity = rest.partition(":")
    if what in (_OFFICE, _UNSERVED):
        return offices(book, today)[int(number)], entity
    term = book.of(ChairTerm).find(key)
    return (office_of(book, term), "") if term else (None, "")


def term_at(book: Book, key: str, today: date) -> ChairTerm | None:
    """The term of the row with a key: its own, or that of who holds the office now."""
    if not key.startswith(f"{_OFFICE}:"):
        return book.of(ChairTerm).find(key)
    office, _ = office_at(book, key, today)
    return next((each.term for each in held(book, today) if each.office == office), None)


def office_key(book: Book, office: Office, today: date) -> str:
    """The key of the row of an office."""
    return f"{_OFFICE}:{offices(book, today).index(office)}"
