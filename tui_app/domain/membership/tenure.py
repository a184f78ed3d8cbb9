"""Who holds a chair's office from when until when, and who acts there (R-09 to R-11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tui_app.domain.frozen import dataclass

from ..problem import Problem
from ..words import ENGLISH, Words
from .offices import Office

OFFICER_IN_CHARGE = "officer-in-charge"
AD_INTERIM = "a.i."
_ACTING = {
    **dict.fromkeys(("oic", "officer in charge"), OFFICER_IN_CHARGE),
    **dict.fromkeys(("ai", "ad interim"), AD_INTERIM),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairTerm:
    """One entity in one office of a body, from `since` to `until`, its last day (None: no end is known).

    `entity` may be empty where the office is a person's.
    `acting`: it does not hold the office but acts for whoever does, as officer-in-charge or a.i.
    `override`: why the charter's limit was passed over. `decision`: the symbol of the decision that chose it.
    """

    id: str
    body: str
    office: str
    entity: str
    since: date
    person: str = ""
    until: date | None = None
    acting: str = ""
    override: str = ""
    decision: str = ""

    @property
    def who(self) -> str:
        """The entity, or the person where the office is a person's, for a sentence."""
        return self.entity or self.person

    @property
    def last(self) -> date:
        """The last day, or the end of the calendar."""
        return self.until or date.max

    def held_on(self, on: date) -> bool:
        """Whether the term runs on that day."""
        return self.since <= on <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office on a day: who holds it, and who acts."""

    office: Office
    term: ChairTerm | None = None
    acting: ChairTerm | None = None

    def __str__(self) -> str:
        return self.named(ENGLISH)

    def named(self, words: Words) -> str:
        """Who sits there: `UNHCR, B. Berisha`, or `C. Dema, officer-in-charge` without the entity that the ToR name."""
        term = self.acting or self.term
        if term is None:
            return ""
        entity = "" if term.person and term.entity == self.office.entity else term.entity
        return ", ".join(filter(None, (entity, term.person, words(term.acting) if term.acting else "")))


def read_acting(text: str) -> str:
    """`officer-in-charge` or `a.i.` in any usual spelling; Problem with the two."""
    folded = " ".join(text.casefold().replace(".", "").replace("-", " ").split())
    if folded in _ACTING:
        return _ACTING[folded]
    raise Problem(f"{text.strip()!r} is not a way of acting: write {OFFICER_IN_CHARGE} or {AD_INTERIM}")


def holders(offices: Iterable[Office], terms: Iterable[ChairTerm], on: date) -> tuple[Held, ...]:
    """Every office with who holds it on a day, and who acts on that day."""
    running = [term for term in terms if term.held_on(on)]
    return tuple(Held(office=o, term=_first(o, running), acting=_first(o, running, acting=True)) for o in offices)


def _first(office: Office, terms: Iterable[ChairTerm], *, acting: bool = False) -> ChairTerm | None:
    return next((term for term in terms_in(office, terms) if bool(term.acting) is acting), None)


def terms_in(office: Office, terms: Iterable[ChairTerm]) -> list[ChairTerm]:
    """The terms of one office by their first day, acting ones too."""
    ours = (term for term in terms if (term.body, term.office) == (office.body, office.name))
    return sorted(ours, key=lambda term: term.since)


def not_served(office: Office, terms: Iterable[ChairTerm], members: Iterable[str]) -> tuple[str, ...]:
    """The members that have held a rotating office in no term, past, running or agreed; acting does not count."""
    if not office.rotating:
        return ()
    served = {term.entity for term in terms_in(office, terms) if not term.acting}
    return tuple(sorted({*members} - served, key=str.casefold))


def span(term: ChairTerm, words: Words = ENGLISH) -> str:
    """`from 1 January 2026 until 31 December 2026`."""
    since = words.date(term.since)
    if term.until is None:
        return words("from {since}", since=since)
    return words("from {since} until {until}", since=since, until=words.date(term.until))


def last_day(since: date, months: int) -> date:
    """The last day of so many months: 31 December for twelve from 1 January."""
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    if year >= date.max.year:
        return date.max
    try:
        return date(year, month + 1, since.day) - timedelta(days=1)
    except ValueError:  # the month is shorter: its last day
        return (date(year, month + 1, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def over_limit(office: Office, term: ChairTerm) -> bool:
    """Whether a term is longer than the charter's."""
    return bool(office.months) and not term.acting and term.last > last_day(term.since, office.months)
