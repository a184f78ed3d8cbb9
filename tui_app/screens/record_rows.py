"""Any record as rows: a decision, an action, a line of the workplan, a meeting, an entity."""

from __future__ import annotations

from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.calendar import day_and_date, long_date, short_date
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.meeting import Meeting, state_words
from tui_app.domain.membership.entity_sheet import EntitySheet, Stance
from tui_app.domain.membership.roster import NETWORK, Seat
from tui_app.domain.workplan.workplan import WorkplanLine
from tui_app.screens import action_rows, matrix, reading, whole_rows
from tui_app.screens.beside import AS_IT_WRAPS
from tui_app.screens.facts import facts, under
from tui_app.screens.workplan_rows import whole_line_rows
from tui_app.services import workplan
from tui_app.services.book import Book
from tui_app.services.entity_sheet import entity_sheet
from tui_app.services.meeting_place import conjunction_words
from tui_app.services.rows import Shelf
from tui_app.widgets.rows import Row


def record_rows(book: Book, id: str, around: Shelf) -> list[Row]:
    """Everything about the record with an id; empty where there is none that more could be said of."""
    if (read := reading.find(book, id)) is not None:
        return whole_rows.whole_rows(read, around, width=AS_IT_WRAPS)
    if (action := book.of(ActionPoint).find(id)) is not None:
        return action_rows.whole_rows(action, around)
    if (line := book.of(WorkplanLine).find(id)) is not None:
        texts = {each.symbol: each.text for each in workplan.linkable(book)}
        return whole_line_rows(line, texts, book.today())
    if (meeting := book.of(Meeting).find(id)) is not None:
        return meeting_rows(book, meeting)
    seat = book.of(Seat).find(id)
    return entity_rows(entity_sheet(book, seat.entity, book.today())) if seat else []


# -- a meeting ---------------------------------------------------------------


def meeting_rows(book: Book, meeting: Meeting) -> list[Row]:
    """When and where it is held and how far it has come, its items, what it decided and who has to do what."""
    record = book.record(meeting.id)
    numbers = record.agenda.numbers
    asked = f"{meeting.requested_by}{f', {short_date(meeting.requested_on)}' if meeting.requested_on else ''}"
    return [
        *facts(
            ("Meeting", meeting.title),
            ("Symbol", meeting.symbol),
            ("When", f"{day_and_date(meeting.on)}, {meeting.starts:%H:%M}"),
            ("Where", meeting.place or ("" if meeting.over else "no place yet")),
            ("Held", conjunction_words(meeting.conjunction) if meeting.conjunction else ""),
            ("State", state_words(meeting)),
            ("Asked by", asked),
            ("Reason", meeting.cancelled_because or meeting.reason),
        ),
        *under("Items", (Row(i.id, (numbers[i.id], f"{i.title}  [{i.purpose}]")) for i in record.agenda.items)),
        *under("Decisions", (Row(d.id, (d.number, d.text)) for d in book.of(Decision).of(meeting.id))),
        *under("Actions", (_action(a) for a in book.of(ActionPoint).of(meeting.id) if not a.struck)),
    ]


def _action(action: ActionPoint) -> Row:
    who = ", ".join(action.responsible) or "nobody yet"
    return Row(action.id, (action.number, f"{who}: {action.text} - {action.status}"), "" if action.open else "dim")


# -- an entity ---------------------------------------------------------------


def entity_rows(sheet: EntitySheet) -> list[Row]:
    """Its seats, attendance and positions, and what is open of what it has to carry out."""
    seats = (Row(seat.id, (_body(seat), _since(seat))) for seat in sheet.seats)
    came = (Row(e.meeting.id, (e.meeting.symbol, e.presence.value)) for e in sheet.attended)
    open_decisions = (Row(d.id, (short_symbol(d.symbol), d.text)) for d in sheet.decisions if d.open)
    open_actions = (Row(a.id, (short_symbol(a.symbol), a.text)) for a in sheet.actions if a.open)
    return [
        *facts(("Entity", sheet.entity), ("Name", sheet.name if sheet.name != sheet.entity else "")),
        *under("Seats", seats),
        *under("Has to carry out", (*open_decisions, *open_actions)),
        *under("Attendance", came),
        *under("Positions", (_stance(each) for each in sheet.stances)),
    ]


def _body(seat: Seat) -> str:
    return "Network" if seat.body == NETWORK else seat.body


def _since(seat: Seat) -> str:
    since = "waits for approval" if seat.pending else f"since {long_date(seat.since)}" if seat.since else ""
    until = f"until {long_date(seat.until)}" if seat.until else ""
    return ", ".join(filter(None, (seat.tier.value, since, until)))


def _stance(stance: Stance) -> Row:
    kind = "objection withdrawn" if stance.position.withdrawn else stance.position.kind.value
    said = matrix.as_said(stance.position).removesuffix(".")  # a colon follows
    words = f"{kind}, {said}" if said else kind
    return Row(stance.symbol, (short_symbol(stance.symbol), f"{words}: {stance.text}"))
