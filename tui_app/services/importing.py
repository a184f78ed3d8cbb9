"""Importing minutes not taken with this program, so that the years before it can be searched with the rest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from tui_app.documents.language import words_of
from tui_app.documents.letterhead import classified, enclosed
from tui_app.documents.reading.found import ReadMinutes, Unread
from tui_app.documents.reading.minutes import read_minutes
from tui_app.documents.seal import checksum
from tui_app.domain.calendar import long_date, short_date
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.assignment import by_words
from tui_app.domain.frozen import dataclass
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.agenda import AgendaItem, agenda_of
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.imported import Imported
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, meeting_symbol
from tui_app.domain.meeting.minutes import AdoptedMinutes, Entry
from tui_app.domain.membership.network import Numbering
from tui_app.domain.membership.roster import Entity
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import Letter
from tui_app.services.book import Book
from tui_app.services.convene import zone_of
from tui_app.services.imported_record import ImportedRecord, imported_record, meeting_of


class Unreadable(Problem):
    """A file of which it cannot be told of which meeting it is; `unread` is all of it that cannot be read."""

    def __init__(self, name: str, unread: tuple[Unread, ...]) -> None:
        super().__init__(f"{name}: {'; '.join(map(str, unread))}")
        self.unread = unread


LARGEST = 2_000_000
"""As many bytes of a file are read: minutes of some thousand entries."""


@dataclass(frozen=True, slots=True)
class Import:
    """What an import would make: the text that is kept of adopted minutes, what was read of it, and the records."""

    text: str
    read: ReadMinutes
    record: ImportedRecord

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What could not be read, by its line."""
        return self.read.unread


def file_content(name: str) -> bytes:
    """The bytes of a file; Problem if it cannot be read."""
    try:
        return Path(name).expanduser().read_bytes()
    except OSError as error:
        raise Problem(f"{name} cannot be read: {error.strerror or error}.") from error


def look(
    book: Book,
    name: str,
    content: bytes,
    *,
    kind: MeetingKind | None = None,
    on: date | None = None,
    nothing_open: bool = False,
    as_notes: bool = False,
) -> Import:
    """What an import would make of a file, and what of it cannot be read; nothing is saved.

    `kind` and `on` where the file does not say them; the others as in `imported_record`. Problem: it is no text,
    or of a meeting that the register has; Unreadable: it does not say of which.
    """
    text = _text(name, content)
    digest = hashlib.sha256(content).hexdigest()
    _require_new(book, name, digest)
    read = read_minutes(text, book.charter, book.names(), kind, on)
    _require_meeting(book, read, name)
    imported = Imported(name=name, checksum=digest, at=book.now(), by=book.register.who, absent=read.absent)
    zone = zone_of(read.head.zone, book.charter.zone)
    meeting = meeting_of(read, _symbol(book, read), zone, imported)
    record = imported_record(read, meeting, book.charter.symbol, nothing_open=nothing_open, as_notes=as_notes)
    return Import(_kept(book, text, imported), read, record)


def _kept(book: Book, text: str, imported: Imported) -> str:
    """The text as it stands; one that was not written by this program gets what every paper has (R-02, R-70)."""
    words = words_of(book.charter)
    on = words.date(imported.at.date())
    source = words("Imported from {file} on {date}; not taken with this program.", file=imported.name, date=on)
    return text if classified(text) else enclosed(book.charter, text, source)


def import_minutes(book: Book, found: Import) -> Meeting:
    """Save what was read, in one change that can be undone; adopted minutes keep their text word for word."""
    record = found.record
    meeting = record.meeting
    where = meeting.imported.words if meeting.imported else "imported"
    if meeting.adopted_on:
        meeting = replace(meeting, sealed_sequence=book.register.sequence, sealed_head=book.register.head,
                          sealed_checksum=checksum(found.text))  # fmt: skip
    with book.register.transaction(f"minutes of {meeting.symbol} {where}"):
        for acronym, name in found.read.entities:
            book.of(Entity).put(Entity(id=new_id(), acronym=acronym, name=name))
        book.of(Meeting).put(meeting)
        _put_parts(book, record)
        if found.read.corrigenda:
            _take_numbers(book, meeting, Letter.CORRIGENDUM, found.read.corrigenda)
        if meeting.adopted_on:
            book.of(AdoptedMinutes).put(AdoptedMinutes(id=meeting.id, text=found.text))
    return meeting


def _put_parts(book: Book, record: ImportedRecord) -> None:
    for item in record.items:
        book.of(AgendaItem).put(item)
    for participant in record.participants:
        book.of(Participant).put(participant)
    for decision in record.decisions:
        book.of(Decision).put(decision)
    for action in record.actions:
        book.of(ActionPoint).put(action)
    for entry in record.entries:
        book.of(Entry).put(entry)
    for letter, numbered in ((Letter.DECISION, record.decisions), (Letter.ACTION, record.actions)):
        if numbered:
            last = max(int(each.number[1:]) for each in numbered)
            _take_numbers(book, record.meeting, letter, last)


def _take_numbers(book: Book, meeting: Meeting, letter: Letter, last: int) -> None:
    """The numbers up to the last one are used: the next one made here comes after it."""
    book.of(Numbering).put(Numbering(id=f"{meeting.id}-{letter}", last=last))


# -- what is refused -----------------------------------------------------


def _text(name: str, content: bytes) -> str:
    """The text with plain line ends and one at its end; Problem if it is no text."""
    if len(content) > LARGEST:
        raise Problem(f"{name} has {len(content) / 1e6:.1f} MB, more than minutes have: give the text of one meeting.")
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")):
        raise Problem(f"{name} is a Word file or the like, not text: save its text as Markdown, in UTF-8.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(f"{name} is not text in UTF-8: save it as Markdown in UTF-8.") from None
    if not text.strip():
        raise Problem(f"{name} is empty.")
    if text.lstrip()[:14].casefold().startswith(("<!doctype html", "<html", "<?xml")):
        raise Problem(f"{name} is a page for a browser, not Markdown: export the minutes as .md, or save its text.")
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"


def _require_new(book: Book, name: str, digest: str) -> None:
    for meeting in book.meetings():
        if meeting.imported is not None and meeting.imported.checksum == digest:
            raise Problem(
                f"{name} was imported already, as {meeting.symbol}, on {long_date(meeting.imported.at.date())}."
            )


def _require_meeting(book: Book, read: ReadMinutes, name: str) -> None:
    """One meeting of a body that there is, held already, and not in the register."""
    head = read.head
    if head.kind is None or head.on is None:
        raise Unreadable(name, read.unread)
    if head.on > book.today():
        raise Problem(f"{name} is of {long_date(head.on)}, which is still to come: only what was held is imported.")
    body = book.body(head.body).symbol
    for meeting in book.meetings():
        same_day = (meeting.kind, meeting.body, meeting.on) == (head.kind, body, head.on)
        if meeting.symbol == head.symbol or (same_day and not meeting.cancelled):
            raise Problem(
                f"{meeting.symbol} is in the register already, of {long_date(meeting.on)}: nothing is imported."
            )


def _symbol(book: Book, read: ReadMinutes) -> str:
    head = read.head
    assert head.kind is not None
    assert head.on is not None
    taken = {meeting.symbol for meeting in book.meetings()}
    return head.symbol or meeting_symbol(head.kind, head.on, book.body(head.body).symbol, taken)


# -- saying what is made -------------------------------------------------


def made_lines(found: Import) -> Iterator[str]:
    """One line for each thing that is made."""
    record, meeting = found.record, found.record.meeting
    state = f"adopted on {short_date(meeting.adopted_on)}" if meeting.adopted_on else "not adopted"
    yield f"{meeting.symbol} {meeting.title}, {short_date(meeting.on)}, minutes {state}"
    yield from (f"entity {acronym}: {name}" for acronym, name in found.read.entities)
    for person in record.participants:
        yield (
            f"apologies {person.entity}"
            if person.apologies
            else (
                f"{person.capacity.value} {person.entity}{f': {person.name}' if person.name else ''}"
                f"{f', {person.title}' if person.title else ''}"
            )
        )
    yield from map(_decision_line, record.decisions)
    yield from map(_action_line, record.actions)
    numbers = agenda_of(record.items).numbers
    for item in record.items:
        entries = [entry for entry in record.entries if entry.item == item.id]
        yield f"item {numbers[item.id]} {item.title}: {_count(len(entries), 'entry', 'entries')}"
        yield from map(_said_line, (entry for entry in entries if entry.text))
    loose = [entry for entry in record.entries if not entry.item]
    if loose:
        yield f"under no item: {_count(len(loose), 'entry', 'entries')}"
        yield from map(_said_line, (entry for entry in loose if entry.text))


def _said_line(made: Entry) -> str:
    """A note, or what an entity said; a decision and an action have their lines already."""
    said = f"{'on record ' if made.on_record else ''}{f'{made.entity}: ' if made.entity else ''}{made.text}"
    return f"{made.kind.value} {' '.join(said.split())}"


def _decision_line(made: Decision) -> str:
    left = "nothing to carry out" if made.carried_out else made.implementation.value
    parts = (", ".join(made.owners), " ".join(made.text.split()), by_words(made.due, "", short_date), left)
    return f"{made.number} decision {' - '.join(filter(None, parts))}"


def _action_line(made: ActionPoint) -> str:
    when = by_words(made.due, made.due_words, short_date)
    parts = (", ".join(made.responsible), " ".join(made.text.split()), when, made.status.value)
    return f"{made.number} action {' - '.join(filter(None, parts))}"


def still_open(found: Import) -> str:
    """The sentence on what will be followed up; empty where nothing is."""
    decisions = sum(each.open for each in found.record.decisions)
    actions = sum(each.open for each in found.record.actions)
    both = (_count(decisions, "decision", "decisions") if decisions else "",
            _count(actions, "action", "actions") if actions else "")  # fmt: skip
    told = " and ".join(filter(None, both))
    are = "is" if decisions + actions == 1 else "are"
    return f"{told} {are} open and will be carried to the next meeting." if told else ""


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
