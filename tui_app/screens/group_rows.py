"""How the network place writes its working groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from tui_app.commands.catalogue import key_of
from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.calendar import short_date
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.meeting import state_words
from tui_app.domain.meeting.record import action_words
from tui_app.domain.membership.group_words import kind_words, meetings_words, review_words
from tui_app.domain.membership.offices import CHAIR
from tui_app.domain.membership.roster import Body, Entity, Seat
from tui_app.domain.membership.tenure import Held
from tui_app.screens.facts import facts, under
from tui_app.screens.network_rows import seat_words
from tui_app.services.book import Book
from tui_app.services.groups import Group, groups
from tui_app.widgets.rows import Row

_OF = "group"


def group_rows(book: Book, today: date) -> list[Row]:
    """Each group with its review, chairs, meetings and members; those abolished by one line."""
    names = {entity.acronym: entity.name for entity in book.of(Entity).all()}
    rows = [row for group in groups(book, today) for row in _group(book, group, names, today)]
    effect = key_of("consensus.effect")
    return rows or [Row("none", ("", f"No working group yet: a decision establishes one (4 Consensus, {effect})."))]


def _group(book: Book, group: Group, names: Mapping[str, str], today: date) -> Iterable[Row]:
    body = group.body
    stands = body.stands_on(today)
    yield Row("", (f"{body.symbol} {body.name}" if body.name != body.symbol else body.symbol,), "heading")
    yield Row(_key(body, "kind"), ("kind", kind_words(body)), "" if stands else "dim")
    if not stands:
        return
    clauses = book.charter.groups.clauses if book.charter.groups else ()
    cited = f" ({clauses[0]})" if clauses and body.review_overdue(today) else ""
    late = "late" if body.review_overdue(today) else ""
    yield Row(_key(body, "review"), ("review", f"{review_words(body, today)}{cited}"), late)
    for chair in group.chairs:
        if chair.office.name == CHAIR or str(chair):
            yield Row(_key(body, chair.office.name), (chair.office.name, _chair_words(chair)))
    yield Row(_key(body, "meetings"), ("meetings", meetings_words(group.held, group.planned)))
    if not group.members:
        yield Row(_key(body, "members"), ("members", f"none yet: {key_of('network.admit-to-group')} admits an entity"))
    for seat in group.members:
        yield Row(seat.id, (f"  {seat.entity}", seat_words(seat, names)))
    for seat in group.coming:
        yield Row(seat.id, (f"  {seat.entity}", f"{seat_words(seat, names)}; its seat is to come"), "dim")
    for seat in group.waiting:
        yield Row(seat.id, (f"  {seat.entity}", f"{seat_words(seat, names)}; waits for a decision"), "dim")


def review_key(group: Body) -> str:
    """The key of the row on the review of a group."""
    return _key(group, "review")


def _key(body: Body, what: str) -> str:
    return f"{_OF}:{body.symbol}:{what}"


def _chair_words(chair: Held) -> str:
    term = chair.acting or chair.term
    if term is None:
        return f"nobody is recorded; {key_of('network.group-chair')} records who chairs"
    until = f" until {short_date(term.until)}" if term.until else ""
    return f"{chair}, from {short_date(term.since)}{until}{f', by {term.decision}' if term.decision else ''}"


def group_at(book: Book, key: str) -> str:
    """The symbol of the group to which the row with a key belongs; empty if to none."""
    what, _, rest = key.partition(":")
    if what == _OF:
        return rest.partition(":")[0]
    seat = book.of(Seat).find(key)
    return seat.body if seat else ""


def work_rows(book: Book, symbol: str) -> list[Row]:
    """What a group has done, in two columns: why it is there, its meetings, what they decided, what is to be done."""
    body = book.body(symbol)
    meetings = [meeting for meeting in reversed(book.meetings()) if meeting.body == symbol]
    decided = [each for meeting in meetings for each in book.of(Decision).of(meeting.id)]
    actions = [each for meeting in meetings for each in book.of(ActionPoint).of(meeting.id) if each.open]
    founded = next((each.text for each in book.of(Decision).all() if each.symbol == body.established_by), "")
    return [
        *facts(("Group", body.name), ("Decision", founded)),
        *under("Meetings", (Row(m.id, (short_date(m.on), f"{m.symbol}, {state_words(m)}")) for m in meetings)),
        *under("Decided", (Row(d.id, (d.number, f"{d.text} ({short_symbol(d.symbol)})")) for d in decided)),
        *under("To be done", (Row(a.id, (a.number, action_words(a).partition(" ")[2])) for a in actions)),
    ]
