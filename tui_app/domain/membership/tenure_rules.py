"""What a term in a chair's office must be by the charter: one sentence with its clause where it is not (R-09, R-51)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from ..calendar import long_date
from ..problem import Problem
from .offices import Office
from .roster import NETWORK
from .tenure import AD_INTERIM, OFFICER_IN_CHARGE, ChairTerm, last_day, over_limit, span, terms_in


class NeedsOverride(Problem):
    """What the charter does not foresee and a recorded reason allows."""


def require_term(office: Office, terms: Iterable[ChairTerm], new: ChairTerm) -> None:
    """Raise Problem unless a term may be recorded beside the others; NeedsOverride if a reason would allow it.

    A term with the id of another replaces it. Whoever acts is held to no limit.
    """
    others = [term for term in terms_in(office, terms) if term.id != new.id]
    if new.last < new.since:
        raise Problem(f"A term that begins on {long_date(new.since)} cannot end on {long_date(new.last)}.")
    _require_somebody(office, new)
    if not new.acting:
        _require_entity(office, new)
        _require_length(office, new)
    _require_free(office, others, new)
    if not new.acting:
        _require_turn(office, others, new)


def _require_free(office: Office, others: Iterable[ChairTerm], new: ChairTerm) -> None:
    for term in others:
        if bool(term.acting) is bool(new.acting) and term.since <= new.last and new.since <= term.last:
            held = f"{term.who} {'acts there' if term.acting else 'holds it'} {span(term)}"
            if term.since < new.since:
                right = f"end that term by {long_date(new.since - timedelta(days=1))} first."
            elif new.since < term.since:
                right = f"a term from {long_date(new.since)} must end before {long_date(term.since)}."
            else:
                right = "another can begin when it has ended."
            raise Problem(f"The office of {office.label} is not free: {held}; {right}")


def _require_somebody(office: Office, new: ChairTerm) -> None:
    if office.personal and not new.who:
        raise Problem(f"The office of {office.label}{office.cited} is a person's: write the name.")
    if not office.personal and not new.entity:
        raise Problem(f"A term as {office.label} is an entity's: write its acronym, as in UNHCR.")


def _require_entity(office: Office, new: ChairTerm) -> None:
    if office.entity and new.entity != office.entity:
        raise Problem(
            f"The Terms of Reference name {office.entity} for the office of {office.label}{office.cited}: "
            f"{new.entity} can only act there, as {OFFICER_IN_CHARGE} or {AD_INTERIM}"
        )


def _require_length(office: Office, new: ChairTerm) -> None:
    if not over_limit(office, new):
        return
    latest = long_date(last_day(new.since, office.months))
    told = f"A term as {office.label} is of at most {office.months} months{office.cited}"
    if office.binding:
        raise Problem(f"{told}: from {long_date(new.since)} it can last until {latest}.")
    if not new.override:
        raise NeedsOverride(f"{told}, until {latest}: a longer one needs a reason, which is recorded.")


def _excused(office: Office, new: ChairTerm) -> bool:
    """A reason was recorded; or the body itself chose again, where no ToR give a number of terms."""
    return bool(new.override or (new.decision and not office.terms_each))


def _require_turn(office: Office, others: Iterable[ChairTerm], new: ChairTerm) -> None:
    """Ask for a reason before an entity serves again beyond what the charter gives it."""
    if _excused(office, new):
        return
    same = [term for term in others if term.entity == new.entity and not (term.acting or _excused(office, term))]
    served = _served(office, [*same, new])
    if office.terms_each and len(served) > office.terms_each:
        terms = "one term" if office.terms_each == 1 else f"{office.terms_each} terms"
        raise NeedsOverride(
            f"{new.entity} has its {terms} as {office.label} already{office.cited}: "
            f"another needs a reason, which is recorded."
        )
    if office.months and any(_follows(last, first) for (_, last), (first, _) in pairwise(served)):
        raise NeedsOverride(
            f"{new.entity} would be {office.label} for more than {office.months} months on end{office.cited}: "
            f"that needs a reason, which is recorded."
        )


def _follows(last: date, first: date) -> bool:
    return last < date.max and first == last + timedelta(days=1)


def _served(office: Office, terms: Iterable[ChairTerm]) -> list[tuple[date, date]]:
    """An entity's terms by first and last day; what is carried on by another person within the limit is one term."""
    served: list[tuple[date, date]] = []
    for term in sorted(terms, key=lambda term: term.since):
        within = bool(served) and (not office.months or term.last <= last_day(served[-1][0], office.months))
        if within and _follows(served[-1][1], term.since):
            served[-1] = served[-1][0], term.last
        else:
            served.append((term.since, term.last))
    return served


def remark(new: ChairTerm, office: Office, seated: Iterable[str]) -> str:
    """What is to be told of a term that may be recorded: its entity has no seat in the body; else empty."""
    if not office.any_member or new.entity in {*seated}:
        return ""
    whose = "the network" if office.body == NETWORK else office.body
    return f"{new.entity} has no seat in {whose} on {long_date(new.since)}; the term is recorded all the same."
