"""How the minutes place writes its items and entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from operator import is_
from zoneinfo import ZoneInfo

from rich.text import Text

from tui_app.commands.catalogue import key_of
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.attendance import Participant, guests_here, media_here
from tui_app.domain.meeting.meeting import Meeting, MeetingState, state_sentence
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.meeting.record import MeetingRecord, entry_words
from tui_app.screens.carried_rows import carried_rows
from tui_app.services.book import Book
from tui_app.widgets.clicked import doing
from tui_app.widgets.rows import Row
from tui_app.widgets.wrapping import fit, wrap

_WORDS = {EntryKind.ACTION: "ACTION ", EntryKind.PROPOSAL: "PROPOSAL ",
          EntryKind.NOTE: "· ", EntryKind.PROCEDURAL: "· "}  # fmt: skip


class EntryRows:
    """The entries of a meeting as rows; to two thousand a new line adds one, and the others stay as written."""

    def __init__(self) -> None:
        self._record: MeetingRecord | None = None
        self._written: dict[str, tuple[object, Row]] = {}
        self._under: dict[str, list[Row]] = {}

    def of(self, record: MeetingRecord) -> list[Row]:
        """Every entry under the heading of its item, in the order of the agenda; before them what was carried over."""
        self._write(record)
        under = dict(self._under)
        rows: list[Row] = []
        for item in record.agenda.items:
            found = under.pop(item.id, [])
            followed = item == record.agenda.follow_up and bool(record.meeting.over or item.spans)
            if found or followed or item.id == record.meeting.current_item:
                rows.append(Row("", (_item_title(item, record),), "heading"))
                rows += [*(carried_rows(record) if followed else ()), *found]
        return [*rows, *(row for left in under.values() for row in left)]

    def _write(self, record: MeetingRecord) -> None:
        """The rows under each item; where nothing but further entries has come, only these."""
        before, self._record, entries, known = self._record, record, record.entries, self._written
        if before is not None and _goes_on(record, before):
            entries = entries[len(before.entries) :]
        else:
            self._written, self._under = {}, {}
        for entry in entries:
            made_of = (entry, record.behind(entry), record.meeting.zone)
            was_made_of, row = known.get(entry.id, (None, None))
            if row is None or was_made_of != made_of:
                row = _entry_row(entry, record)
            self._written[entry.id] = made_of, row
            self._under.setdefault(entry.item, []).append(row)


def _goes_on(record: MeetingRecord, before: MeetingRecord) -> bool:
    """Whether a record has what was there before, the very same, and perhaps further entries after it."""
    pairs = ((record.proposals, before.proposals), (record.decisions, before.decisions),
             (record.actions, before.actions), (record.entries[: len(before.entries)], before.entries))  # fmt: skip
    kept = all(len(now) == len(then) and all(map(is_, now, then)) for now, then in pairs)
    return kept and record.meeting.id == before.meeting.id and record.meeting.zone == before.meeting.zone


def newest_since(before: MeetingRecord | None, record: MeetingRecord) -> str | None:
    """The last entry, where it came behind what was last before, or nothing of this meeting was shown."""
    if not record.entries:
        return None
    last = record.entries[-1]
    there = before.entries if before is not None and before.meeting.id == record.meeting.id else ()
    return last.id if not there or last.rank > there[-1].rank else None


def _item_title(item: AgendaItem, record: MeetingRecord) -> str:
    deferred = "  deferred" if item.deferred else ""
    doors = "(closed) " if record.agenda.in_closed_part(item) else ""
    return f"{record.agenda.numbers[item.id]}  {doors}{item.title}  [{item.purpose}]{deferred}"


def _entry_row(entry: Entry, record: MeetingRecord) -> Row:
    at = f"{entry.at.astimezone(ZoneInfo(record.meeting.zone)):%H:%M}" if record.meeting.imported is None else ""
    marks = ("(closed) " if entry.closed else "") + ("! " if entry.on_record else "")
    words = f"{marks}{_word(entry, record)}{entry_words(entry, record)}"
    if not record.visible(entry):
        return Row(entry.id, (at, f"(struck out) {words}"), "dim")
    return Row(entry.id, (at, words), "bold" if entry.kind is EntryKind.DECISION else "")


def _word(entry: Entry, record: MeetingRecord) -> str:
    """What kind of entry it is; what was adopted has the word of the charter, decision or recommendation."""
    behind = record.behind(entry) if entry.kind is EntryKind.DECISION else None
    return f"{behind.kind} ".upper() if isinstance(behind, Decision) else _WORDS.get(entry.kind, "")


_LONGEST = 3
"""In as many lines a title may stand."""


def items_text(record: MeetingRecord, now: datetime, width: int, height: int) -> Text:
    """The agenda with its clocks, who is present (afterwards: who was), who is still to come, in `width` cells.

    What `height` leaves goes to the titles that need more than a line, the current item and those to come first. A
    click on an item asks the screen to `go_to_item` of that number.
    """
    items, room = record.agenda.items, _room_lines(record, width)
    left = height - len(items) - sum(len(wrap(line, width)) for line in room)
    lines = {}
    for item in sorted(items, key=lambda item: bool(item.spans) and not _current(item, record)):
        ways = (_item_lines(item, record, now, width, most) for most in range(_LONGEST, 0, -1))
        lines[item.id] = next(way for way in ways if len(way) <= max(1, 1 + left))
        left -= len(lines[item.id]) - 1
    numbers = record.agenda.numbers
    pressed = [doing("\n".join(lines[item.id]), f"screen.go_to_item({numbers[item.id]!r})") for item in items]
    return Text("\n").join([*pressed, Text("\n".join(room))])


def _room_lines(record: MeetingRecord, width: int) -> list[str]:
    there = record.attendance
    entitled = len(record.seats)
    came = len(there.represented) + len(there.left)
    present = f"Attended {came}/{entitled}" if record.meeting.over else f"Present {len(there.represented)}/{entitled}"
    if record.meeting.imported is not None:
        present = f"Attended {came}"  # who was entitled on its day is not known
    lines = ["", present]
    if record.meeting.doors_closed:
        lines.append("CLOSED SESSION")
    if record.meeting.in_session:
        lines += (fit(line, width).rstrip() for line in _guest_lines(record.participants))
    awaited = there.not_represented
    if there.represented and awaited:
        lines.append("Not here: " + ", ".join(awaited))
    elif record.meeting.in_session and awaited and not there.left:
        lines.append(f"/in all, or /in {awaited[0]}")
    return lines


def _guest_lines(participants: Sequence[Participant]) -> Iterator[str]:
    """The guests in the room; that media are among them is said by itself (R-14)."""
    guests = guests_here(participants)
    if guests:
        yield f"Also here: {', '.join(guests) if len(guests) == 1 else len(guests)}"
    if media_here(participants):
        yield "MEDIA IN THE ROOM"


def _current(item: AgendaItem, record: MeetingRecord) -> bool:
    return record.meeting.in_session and item.id == record.meeting.current_item


def _item_lines(item: AgendaItem, record: MeetingRecord, now: datetime, width: int, most: int) -> list[str]:
    mark = ">" if _current(item, record) else "+" if item.spans else " "
    before = f"{mark} {record.agenda.numbers[item.id]} "
    clock = f" {_clock(item, record.meeting, now):>5}"
    wide = max(8, width - len(before))
    first, *others = _title_lines(item.title, wide - len(clock), wide, most)
    return [before + first + clock, *(" " * len(before) + line for line in others)]


def _title_lines(title: str, beside_clock: int, wide: int, most: int) -> list[str]:
    """A title in at most so many lines; what there is no room for ends with an ellipsis."""
    if most == 1:
        return [fit(title, beside_clock)]
    first = wrap(title, beside_clock)[0]
    left = title[len(first) :].strip()
    others = wrap(left, wide) if left else ()
    last = " ".join(others[most - 2 :])
    return [fit(first, beside_clock), *others[: most - 2], *([fit(last, wide).rstrip()] if last else [])]


def _clock(item: AgendaItem, meeting: Meeting, now: datetime) -> str:
    """`14/20`, the minutes spent and planned; what runs on another day than the meeting's counts for nothing."""
    stale = now.astimezone(ZoneInfo(meeting.zone)).date() != meeting.on
    spent = int(item.spent(item.spans[-1].start if stale and item.spans else now).total_seconds() // 60)
    return f"{spent}/{item.minutes or '-'}" if spent or (item.spans and not stale) else str(item.minutes or "")


def saved_words(book: Book) -> str:
    """When the last change was written to the disk."""
    saved = book.register.saved_at
    return f"saved {saved.astimezone(book.zone):%H:%M:%S}" if saved else ""


def not_in_session_words(meeting: Meeting) -> str:
    """What stands where the line would be, while no minutes are taken."""
    return f"{state_sentence(meeting)}{_next(meeting.state)}."


def _next(state: MeetingState) -> str:
    """What comes next, by how far the meeting has come."""
    match state:
        case MeetingState.PLANNED:
            return f": {key_of('minutes.open-meeting')} opens it"
        case MeetingState.CANCELLED:
            return f": {key_of('any.choose-meeting')} chooses another, {key_of('any.new-meeting')} plans one"
        case MeetingState.DRAFT:
            circulate, mend = key_of("papers.circulate"), key_of("minutes.edit")
            return f": 8 shows them (Papers), {circulate} there circulates them; {mend} mends an entry here"
        case MeetingState.CIRCULATED:
            return f": 8 shows them (Papers), {key_of('papers.adopt')} there adopts them"
        case MeetingState.ADOPTED:
            return ": 8 shows them (Papers)"
    return ""


def kept_words(wrong: Mapping[int, str]) -> str:
    """Which pasted lines could not be read, by number, what to do with them, and what is wrong with the first."""
    (first, problem), *others = wrong.items()
    numbers = ", ".join(str(number) for number in wrong)
    which = f"Lines {numbers} could not be read and stand as notes" if others else f"Line {first} stands as a note"
    return f"{which} ({key_of('minutes.edit')} writes one anew). Line {first}: {problem}"
