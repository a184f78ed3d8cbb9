"""Beside the minutes: an item of the agenda with all that belongs to it, or an entry whole and the item below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from tui_app.commands.catalogue import key_of
from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.calendar import short_date
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.backlog_words import origin
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.meeting.record import MeetingRecord, action_words
from tui_app.domain.names import fold
from tui_app.screens.facts import facts, under
from tui_app.screens.record_rows import meeting_rows, record_rows
from tui_app.services.book import Book
from tui_app.services.rows import gather
from tui_app.widgets.rows import Row


def beside_rows(book: Book, record: MeetingRecord, key: str) -> list[Row]:
    """What a row of the minutes is about: an entry, or what was carried over; without a key, the item on the table.

    Where there is none of these, the meeting itself.
    """
    entry = book.of(Entry).find(key)
    if entry is not None:
        return entry_rows(book, record, entry)
    item = "" if key else record.meeting.current_item
    return _item_rows(book, record, item) or record_rows(book, key, gather(book)) or meeting_rows(book, record.meeting)


def entry_rows(book: Book, record: MeetingRecord, entry: Entry) -> list[Row]:
    """An action, a decision or a proposal as it stands; words that were said, and under which item."""
    if not entry.text and record.behind(entry) is not None:
        return record_rows(book, entry.refers_to, gather(book))
    at = f"{entry.at.astimezone(ZoneInfo(record.meeting.zone)):%H:%M}" if record.meeting.imported is None else ""
    told = facts(
        (_KINDS.get(entry.kind, "Note"), entry.text),
        ("By", _speaker(entry, record)),
        ("On record", "as asked for: it is printed with its author" if entry.on_record else ""),
        ("Closed", "behind closed doors: in no paper but the internal one" if entry.closed else ""),
        ("Struck out", f"{key_of('minutes.strike')} restores it" if entry.struck else ""),
        ("Written", ", ".join(filter(None, (at, entry.by)))),
    )
    return [*told, *_item_rows(book, record, entry.item)]


_KINDS = {EntryKind.STATEMENT: "Statement", EntryKind.DECISION: "Declared"}


def _speaker(entry: Entry, record: MeetingRecord) -> str:
    """The entity, and who is in the room for it."""
    there = (each.name for each in record.participants if each.entity == entry.entity and each.attended)
    return ", ".join(filter(None, (entry.entity, *there))) if entry.entity else ""


def _item_rows(book: Book, record: MeetingRecord, id: str) -> list[Row]:
    """An item by its id: what it is for, its documents, what came of it, what was decided on it before."""
    item = next((each for each in record.agenda.items if each.id == id), None)
    if item is None:
        return []
    told = facts(
        ("For", item.purpose.value),
        ("Presenter", item.presenter),
        ("Planned", f"{item.minutes} min" if item.minutes else ""),
        ("Came here", origin(item)),
        ("Closed", "behind closed doors" if record.agenda.in_closed_part(item) else ""),
    )
    return [
        *under(f"{record.agenda.numbers[item.id]}  {item.title}", told),
        *under("Documents", _documents(item, record)),
        *under("Decided and proposed", _decided(item, record)),
        *under("Actions", (_action(each) for each in record.actions if each.item == item.id and not each.struck)),
        *under("Before, under the same title", _before(book, record, item)),
    ]


def _documents(item: AgendaItem, record: MeetingRecord) -> Iterator[Row]:
    own = [each for each in record.documents if each.item == item.id]
    yield from (_document(each) for each in own)
    if item.expects_document and not own:
        yield Row("none", ("none", "and it is for decision"))


def _document(document: Document) -> Row:
    version = f"version {document.version}" if document.version else ""
    sent = f"circulated {short_date(document.circulated)}" if document.circulated else "not circulated"
    return Row(document.id, (document.number, ", ".join(filter(None, (document.title, version, sent)))))


def _decided(item: AgendaItem, record: MeetingRecord) -> Iterator[Row]:
    for decision in record.decisions:
        if decision.item == item.id:
            yield Row(decision.id, (decision.number, decision.text), "bold")
    for proposal in record.proposals:
        if proposal.item == item.id and not proposal.struck and proposal.closing is None:
            yield Row(proposal.id, (proposal.number, proposal.text))


def _action(action: ActionPoint) -> Row:
    return Row(action.id, (action.number, action_words(action).partition(" ")[2]), "" if action.open else "dim")


def _before(book: Book, record: MeetingRecord, item: AgendaItem) -> Iterator[Row]:
    """What earlier meetings of the body decided under an item of that title or suggestion, the last first."""
    meeting = record.meeting
    earlier = (m for m in book.meetings() if m.body == meeting.body and m.starts < meeting.starts)
    for each in reversed([*earlier]) if item.standing is None else ():
        same = {there.id for there in book.of(AgendaItem).of(each.id) if _same(there, item)}
        yield from _came_of(book, each.id, same)


def _same(there: AgendaItem, item: AgendaItem) -> bool:
    return fold(there.title) == fold(item.title) or bool(item.suggestion and there.suggestion == item.suggestion)


def _came_of(book: Book, meeting: str, items: Iterable[str]) -> Iterator[Row]:
    found: tuple[Decision | ActionPoint, ...] = (*book.of(Decision).of(meeting), *book.of(ActionPoint).of(meeting))
    for each in found if items else ():
        standing = not (isinstance(each, ActionPoint) and each.struck)
        if each.item in items and standing:
            yield Row(each.id, (short_symbol(each.symbol), each.text), "" if each.open else "dim")
