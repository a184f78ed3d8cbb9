"""Chairs' terms that need seeing to: they end soon, have ended with nobody to follow, or are too long (R-09, R-51)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tui_app.domain.frozen import dataclass

from ..calendar import short_date
from .offices import Office
from .tenure import ChairTerm, over_limit, span, terms_in

SOON = 60
"""How many days before its end a term is spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One term to see to, `term` its id; `ended`: it has ended already. `on` is its last day."""

    what: str
    sentence: str
    clause: str
    on: date | None
    ended: bool = False
    term: str = ""
    too_long: bool = False


def notices(offices: Iterable[Office], terms: Iterable[ChairTerm], today: date) -> Iterator[Notice]:
    """What is to be told of the terms in these offices on a day, office by office."""
    every = tuple(terms)
    for office in offices:
        held = [term for term in terms_in(office, every) if not term.acting]
        begun = [term for term in held if term.since <= today]
        if begun:
            yield from _too_long(office, begun[-1], today)
        if begun and begun[-1] is held[-1]:  # nobody is recorded to follow
            yield from _ending(office, begun[-1], today)


def _clause(office: Office) -> str:
    return office.clauses[0] if office.clauses else ""


def _too_long(office: Office, term: ChairTerm, today: date) -> Iterator[Notice]:
    if term.held_on(today) and over_limit(office, term):
        told = f"{term.who} is {office.label} {span(term)}, for more than {office.months} months."
        yield Notice(
            what="long term", sentence=told, clause=_clause(office), on=term.until, term=term.id, too_long=True
        )


def _ending(office: Office, term: ChairTerm, today: date) -> Iterator[Notice]:
    if term.until is None or (term.until - today).days > SOON:
        return
    next_one = f"the next is chosen by the {office.chosen_by}" if office.chosen_by else "who follows is not recorded"
    whose = f"The term of {term.who} as {office.label}"
    if term.until < today:
        told = f"{whose} ended on {short_date(term.until)}; {next_one}."
        yield Notice(what="term ended", sentence=told, clause=_clause(office), on=term.until, ended=True, term=term.id)
    else:
        told = f"{whose} ends on {short_date(term.until)}, {time_left(term.until, today)}; {next_one}."
        yield Notice(what="term ends", sentence=told, clause=_clause(office), on=term.until, term=term.id)


def time_left(until: date, today: date) -> str:
    """How far a last day is off: `today`, `in 23 days`, `in 7 months`; `over` when it has passed."""
    days = (until - today).days
    if days < 0:
        return "over"
    if days <= SOON:
        return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
    months = (until.year - today.year) * 12 + until.month - today.month - (until.day < today.day)
    return f"in {months} months"
