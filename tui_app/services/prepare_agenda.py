"""Preparing the agenda: its items are set, added, edited, moved and removed, each in one transaction.

The order is kept as a list with every sub-item behind the item it belongs to;
what changes the order changes that list and writes the ranks that moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from tui_app.documents.language import words_of
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.agenda import Agenda, AgendaItem, read_agenda, read_item
from tui_app.domain.meeting.attendance import Capacity, Participant
from tui_app.domain.meeting.backlog import Move, MoveKind, Suggestion
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.meeting import Meeting, MeetingState, state_sentence
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.meeting.usual_agenda import recognised, retitled
from tui_app.domain.names import COLLECTIVES, fold
from tui_app.domain.problem import Problem
from tui_app.services.book import Book
from tui_app.services.correcting import require_correctable
from tui_app.services.purposes import lost_by, reasoned

T = TypeVar("T")


def set_agenda(book: Book, meeting: Meeting, lines: Iterable[str], *without: str) -> Agenda:
    """Replace the whole agenda of a planned meeting by these lines, as `read_agenda` reads them.

    `without`: why it leaves out purposes that the ToR give the meeting, for each or for all (R-23).
    Problem: it does and no reason is given, a line cannot be read (with its number), there is none, the
    meeting is no longer planned, or the minutes have entries under an item.
    """
    if meeting.state is not MeetingState.PLANNED:
        raise Problem(f"{state_sentence(meeting)}: its agenda is changed item by item now, not replaced.")
    old = book.agenda(meeting.id)
    for item in old.items:
        _require_no_entries(book, item)
    read = read_agenda(lines, meeting.id, presenters(book, meeting))
    items = [recognised(_as_before(item, old), words_of(book.charter)) for item in read]
    kept = {item.suggestion for item in items}
    if not items:
        raise Problem("An agenda needs an item, as in: Data on labour migration [decision] 20m IOM")
    explained = reasoned(book, meeting, items, *without)
    with book.register.transaction(f"agenda of {meeting.symbol} set"):
        book.of(Meeting).put(explained)
        for item in old.items:
            if item.suggestion in kept:
                book.of(AgendaItem).remove(item.id)
            else:
                _take_off(book, item, old)
        for item in items:
            book.of(AgendaItem).put(item)
    return book.agenda(meeting.id)


def _as_before(item: AgendaItem, old: Agenda) -> AgendaItem:
    """What stood on the agenda by the same title still knows where it came from, and which purpose it serves."""
    same = [each for each in old.items if fold(each.title) == fold(item.title)]
    before = next((each for each in same if each.suggestion), same[0] if same else item)
    return replace(item, suggestion=before.suggestion, proposed_by=before.proposed_by, put_off=before.put_off,
                   serves=before.serves, noted_as=before.noted_as)  # fmt: skip


def presenters(book: Book, meeting: Meeting) -> tuple[str, ...]:
    """Every name that counts as a presenter at the end of an agenda line: entities, collectives, guests."""
    guests = [p for p in book.of(Participant).of(meeting.id) if p.capacity is not Capacity.MEMBER]
    named = (name for guest in guests for name in (guest.entity, guest.name) if name)
    return tuple(dict.fromkeys((*book.names().acronyms, *COLLECTIVES.values(), *named)))


def add_item(book: Book, meeting: Meeting, line: str, after: str | None) -> AgendaItem:
    """Add the item of a line behind the item with the id `after`, or at the end.

    Two spaces in front make it a sub-item of the item that it comes behind;
    any other comes behind that item's sub-items.
    """
    require_correctable(meeting)
    item = recognised(read_item(line, meeting.id, presenters(book, meeting), rank=0), words_of(book.charter))
    item = replace(item, untold=meeting.doors_closed)
    blocks = _blocks(book.agenda(meeting.id))
    where = _block_of(blocks, after) if after is not None else len(blocks) - 1
    if not line.startswith(("  ", "\t")):
        blocks.insert(where + 1, [item])
    elif not blocks:
        raise Problem("A sub-item needs an item above it: remove the two spaces.")
    else:
        block = blocks[where]
        item = replace(item, parent=block[0].id)
        place = next((n for n, each in enumerate(block) if each.id == after), len(block) - 1)
        block.insert(place + 1, item)
    with book.register.transaction(f"item {item.title} added"):
        _put_in_order(book, blocks)
    return book.of(AgendaItem).get(item.id)


def edit_item(book: Book, item: AgendaItem, line: str) -> AgendaItem:
    """Write an item anew from its line; its place, its clock and what was taken under it stay."""
    item, meeting = _as_it_is(book, item)
    read = read_item(line, item.meeting, presenters(book, meeting), rank=item.rank)
    edited = replace(item, title=read.title, purpose=read.purpose, presenter=read.presenter, minutes=read.minutes,
                     closed=read.closed,
                     untold=item.untold or (meeting.doors_closed and read.title != item.title))  # fmt: skip
    with book.register.transaction(f"item {edited.title} edited"):
        return book.of(AgendaItem).put(retitled(edited, item, words_of(book.charter)))


def move_item(book: Book, item: AgendaItem, down: bool) -> None:
    """Exchange an item with the one after or before it on its level; its sub-items go with it."""
    item, _ = _as_it_is(book, item)
    blocks = _blocks(book.agenda(item.meeting))
    block = blocks[_block_of(blocks, item.id)]
    # Of a block, the first is the item itself: only what follows it has sub-items for siblings.
    if item.parent:
        parts = block[1:]
        block[1:] = _exchanged(parts, parts.index(item), down, item)
    else:
        blocks = _exchanged(blocks, blocks.index(block), down, item)
    with book.register.transaction(f"item {item.title} moved"):
        _put_in_order(book, blocks)


def indent_item(book: Book, item: AgendaItem) -> None:
    """Make an item the last sub-item of the one above it."""
    item, _ = _as_it_is(book, item)
    blocks = _blocks(book.agenda(item.meeting))
    where = _block_of(blocks, item.id)
    if item.parent:
        raise Problem(f"{item.title} is a sub-item already: an agenda has two levels.")
    if where == 0:
        raise Problem(f"{item.title} is the first item: there is none above it of which it could be a part.")
    if len(blocks[where]) > 1:
        raise Problem(f"{item.title} has sub-items of its own: an agenda has two levels.")
    blocks[where - 1].append(replace(item, parent=blocks[where - 1][0].id))
    del blocks[where]
    with book.register.transaction(f"item {item.title} made a sub-item"):
        _put_in_order(book, blocks)


def outdent_item(book: Book, item: AgendaItem) -> None:
    """Make a sub-item an item of its own, behind the one of which it was a part."""
    item, _ = _as_it_is(book, item)
    if not item.parent:
        raise Problem(f"{item.title} is no sub-item.")
    blocks = _blocks(book.agenda(item.meeting))
    where = _block_of(blocks, item.id)
    blocks[where].remove(item)
    blocks.insert(where + 1, [replace(item, parent="")])
    with book.register.transaction(f"item {item.title} made an item of its own"):
        _put_in_order(book, blocks)


def add_before_the_last(book: Book, meeting: Meeting, block: list[AgendaItem]) -> None:
    """Put an item with its sub-items before any other business; at the end where that was taken up, or is not there."""
    require_correctable(meeting)
    blocks = _blocks(book.agenda(meeting.id))
    last = (place for place, each in enumerate(blocks) if each[0].comes_last and not each[0].spans)
    blocks.insert(next(last, len(blocks)), block)
    _put_in_order(book, blocks)


def remove_item(book: Book, item: AgendaItem, why: str = "") -> None:
    """Remove an item with its sub-items; what came from the backlog is there again, with the reason.

    `why` is asked of an item without which no other serves a purpose of the meeting (R-23). Problem if it is missing
    there, or if one of them is on the table or has entries under it.
    """
    item, meeting = _as_it_is(book, item)
    agenda = book.agenda(item.meeting)
    blocks = _blocks(agenda)
    block = blocks[_block_of(blocks, item.id)]
    going = [item] if item.parent else block[:]
    for each in going:
        _require_no_entries(book, each)
        if each.id == meeting.current_item:
            raise Problem(f"{each.title} is on the table: go to another item first (/item).")
    left = [each for each in agenda.items if each not in going]
    explained = reasoned(book, meeting, left, why) if lost_by(book, item) else meeting
    with book.register.transaction(f"item {item.title} removed"):
        book.of(Meeting).put(explained)
        for each in going:
            block.remove(each)
            _take_off(book, each, agenda, why)
        _put_in_order(book, blocks)


def _take_off(book: Book, item: AgendaItem, agenda: Agenda, why: str = "") -> None:
    """Remove an item from an agenda; the suggestion from which it came waits again, in the words it had here."""
    book.of(AgendaItem).remove(item.id)
    suggestion = book.of(Suggestion).find(item.suggestion) if item.suggestion else None
    if suggestion is not None:
        symbol = book.of(Meeting).get(item.meeting).symbol
        back = Move(kind=MoveKind.SENT_BACK, on=book.today(), meeting=symbol, why=why.strip(), by=book.register.who)
        book.of(Suggestion).put(suggestion.worded(item, agenda.items).moved(back))


# -- the order -----------------------------------------------------------

Blocks = list[list[AgendaItem]]
"""The items in their order, each as a list of itself and its sub-items."""


def _blocks(agenda: Agenda) -> Blocks:
    blocks: Blocks = []
    for item in agenda.items:
        if item.parent and blocks:
            blocks[-1].append(item)
        else:
            blocks.append([item])
    return blocks


def _block_of(blocks: Blocks, item_id: str) -> int:
    for place, block in enumerate(blocks):
        if any(item.id == item_id for item in block):
            return place
    raise Problem("This item is no longer on the agenda.")


def _exchanged(siblings: Sequence[T], place: int, down: bool, item: AgendaItem) -> list[T]:
    other = place + (1 if down else -1)
    if not 0 <= other < len(siblings):
        raise Problem(f"{item.title} is the {'last' if down else 'first'} already.")
    order = list(siblings)
    order[place], order[other] = order[other], order[place]
    return order


def _put_in_order(book: Book, blocks: Blocks) -> None:
    """Save the order; once the meeting is over its items keep their numbers, which the minutes print."""
    items = book.of(AgendaItem)
    for meeting in {book.of(Meeting).get(item.meeting) for block in blocks for item in block}:
        if meeting.state not in (MeetingState.PLANNED, MeetingState.IN_SESSION):
            told = f"{state_sentence(meeting)}: its items keep their order; their words can be mended."
            raise Problem(told, deed="agenda.edit")
    for rank, item in enumerate(item for block in blocks for item in block):
        ranked = replace(item, rank=rank)
        if items.find(item.id) != ranked:
            items.put(ranked)


def _as_it_is(book: Book, item: AgendaItem) -> tuple[AgendaItem, Meeting]:
    """The item as it stands in the register, and its meeting, whose minutes are not adopted yet."""
    meeting = book.of(Meeting).get(item.meeting)
    require_correctable(meeting)
    return book.of(AgendaItem).get(item.id), meeting


def _require_no_entries(book: Book, item: AgendaItem) -> None:
    taken = sum(entry.item == item.id for entry in book.of(Entry).of(item.meeting))
    if taken:
        entries = "an entry stands" if taken == 1 else f"{taken} entries stand"
        raise Problem(f"{item.title} cannot go: {entries} under it; move them to another item first.")
    record = book.record(item.meeting)
    there: tuple[Proposal | Decision | ActionPoint | Document, ...] = (
        *record.proposals, *record.decisions, *record.actions, *record.documents
    )  # fmt: skip
    for each in there:
        if each.item == item.id:  # these stay where they were taken, also when their entry is moved
            raise Problem(f"{item.title} cannot go: {each.number} was taken under it.")
