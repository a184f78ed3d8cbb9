"""How the network place writes the roster, the chairs, the charter and its discrepancies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import long_date, short_date
from tui_app.domain.charter.charter import Status, Tier
from tui_app.domain.charter.sentences import Stated, stated_chairs, stated_rules
from tui_app.domain.membership.roster import NETWORK, Entity, Seat, seats_on, seats_to_come
from tui_app.domain.membership.sharing import SharedList, asked_by
from tui_app.screens.chair_rows import chair_rows
from tui_app.services.book import Book
from tui_app.services.disagreements import disagreements
from tui_app.services.sharing import changed_since, shared_by
from tui_app.widgets.rows import Row

_TIERS = {Tier.EXECUTIVE_COMMITTEE: "Executive Committee", Tier.MEMBER: "Members"}


def roster_rows(book: Book, on: date) -> list[Row]:
    """Who holds a seat of the network on that day, by tier, then who waits for one or has one to come."""
    names = {entity.acronym: entity.name for entity in book.of(Entity).all()}
    seats = book.of(Seat).of(NETWORK)
    held = seats_on(seats, NETWORK, on)
    shared = shared_by(book, on)
    title = f"Roster as at {long_date(on)}: {len(held)} member{'' if len(held) == 1 else 's'}{_sharing(book, shared)}"
    rows = [Row("", (title,), "heading")]
    for tier, heading in _TIERS.items():
        rows += _seats(heading, (seat for seat in held if seat.tier is tier), names)
    rows += _waiting(book, (seat for seat in seats if seat.pending and seat.until is None), names)
    rows += _seats("Seats to come", seats_to_come(seats, NETWORK, on), names)
    rows += _changes(book, shared, on) if shared else []
    none = f"No member on this day: {key_of('network.admit')} admits an entity."
    return rows if held else [*rows, Row("none", ("", none))]


def _sharing(book: Book, shared: SharedList | None) -> str:
    if shared is None:
        return "; not shared yet" if asked_by(book.charter) else ""
    return f"; shared {short_date(shared.on)}"


def _changes(book: Book, shared: SharedList, on: date) -> list[Row]:
    """What changed since the list was shared."""
    changes = [Row(f"changed-{n}", ("", each)) for n, each in enumerate(changed_since(book, shared, on))]
    return [Row("", (f"Since the list was shared {shared}",), "heading"), *changes] if changes else []


def _seats(heading: str, seats: Iterable[Seat], names: dict[str, str]) -> list[Row]:
    rows = [Row(seat.id, (seat.entity, seat_words(seat, names)), _look(seat)) for seat in seats]
    return [Row("", (f"{heading} ({len(rows)})",), "heading"), *rows] if rows else []


def _waiting(book: Book, seats: Iterable[Seat], names: dict[str, str]) -> list[Row]:
    approval = book.charter.membership.approved_by
    by = f" by the {approval}" if approval else ""
    return _seats(f"Pending, no position until approved{by}", seats, names)


def _look(seat: Seat) -> str:
    return "dim" if seat.pending else "bold" if seat.tier is Tier.EXECUTIVE_COMMITTEE else ""


def seat_words(seat: Seat, names: Mapping[str, str]) -> str:
    """The name of its entity, for which consortium it speaks, its dates, and the decision that admitted it."""
    since = f"since {short_date(seat.since)}" if seat.since else ""
    until = f"until {short_date(seat.until)}" if seat.until else ""
    by = f"by {seat.approved_by}" if seat.approved_by else ""
    spoken = seat.spoken.removeprefix(seat.entity).removeprefix(", ")
    return ", ".join(filter(None, (names.get(seat.entity, seat.entity), spoken, since, until, by)))


def _cited(clauses: Iterable[str]) -> str:
    named = ", ".join(clauses)
    return f" ({named})" if named else ""


def chairs_rows(book: Book) -> list[Row]:
    """Who holds every chair's office, who has not served, then the offices in the words of the charter."""
    chairs = stated_chairs(book.charter)
    rows = chair_rows(book, book.today())
    stated = _rules("Who chairs, in the words of the Terms of Reference", chairs) if chairs else []
    return [*rows, *stated] or [Row("none", ("", "The charter names no chair."))]


def charter_rows(book: Book) -> list[Row]:
    """Every rule of the charter with its clauses and the words of the Terms of Reference."""
    draft = ", a draft" if book.charter.status is Status.DRAFT else ""
    status = f"{book.charter.name}, Terms of Reference{draft}"
    return _rules(status + _cited(book.charter.status_clauses), stated_rules(book.charter, book.network.basis))


def _rules(heading: str, rules: Iterable[Stated]) -> list[Row]:
    """A line or two to each rule: what it says, then the quotation."""
    rows = [Row("", (heading,), "heading")]
    for number, rule in enumerate(rules):
        quote = f"\n“{rule.quote}”" if rule.quote else ""
        rows.append(Row(f"rule{number}", (rule.subject, f"{rule.sentence}{_cited(rule.clauses)}{quote}")))
    return rows


def discrepancy_rows(book: Book) -> list[Row]:
    """Where the Terms of Reference contradict themselves, and the decision that settled it, if one did."""
    found = disagreements(book)
    if not found:
        return [Row("none", ("", "No place was found in which the Terms of Reference disagree with themselves."))]
    heading = "In the Terms of Reference; not repaired, to be resolved by a decision"
    rows = [Row("", (heading,), "heading")]
    for each in found:
        state = f"settled by {each.resolved_by_decision}" if each.resolved_by_decision else "open"
        rows.append(Row(each.id, (state, each.sentence + _cited(each.clauses))))
    return rows
