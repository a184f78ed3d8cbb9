"""What a paper still lacks before it goes out, and where each is dealt with; nothing of the disk is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from tui_app.domain.completeness.completeness import open_gaps
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.document import lacks_papers
from tui_app.domain.meeting.meeting import Meeting, MeetingState
from tui_app.services.book import Book
from tui_app.services.documents import going_out
from tui_app.services.meeting_files import files_of


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing: a sentence without its full stop, and the place and record where it is dealt with."""

    sentence: str
    place: str
    record: str = ""


_PLACEHOLDER = re.compile(r"\b(?:TBD|TBC|XX+)\b|\?\?+|\[\s*(?:\.\.+|…)?\s*\]|__+", re.IGNORECASE)
"""What people type where they mean to write something later."""


def lacking(book: Book, kind: str, meeting: Meeting | None) -> tuple[Lack, ...]:
    """What a kind of paper lacks; of the agenda and the minutes, that of the meeting."""
    read = _OF.get(kind)
    return (
        tuple(read(book))
        if read
        else tuple(_OF_MEETING[kind](book, meeting))
        if kind in _OF_MEETING and meeting
        else ()
    )


def _agenda(book: Book, meeting: Meeting) -> Iterator[Lack]:
    """Only while it can still be mended."""
    if meeting.state is not MeetingState.PLANNED:
        return
    record = book.record(meeting.id)
    agenda, sent = record.agenda, {each.item for each in going_out(book, meeting)}
    if not meeting.place:
        yield Lack("The place of the meeting is not set", "agenda")
    for item in agenda.items:
        number = agenda.numbers[item.id]
        if lacks_papers(item, record.documents) and item.id not in sent:
            yield Lack(f"Item {number} is for decision and has no document", "agenda", item.id)
        if _PLACEHOLDER.search(item.title):
            yield Lack(f"Item {number} is still to be written: {item.title}", "agenda", item.id)


def _minutes(book: Book, meeting: Meeting) -> Iterator[Lack]:
    """Only until they are adopted."""
    if not meeting.held or meeting.state is MeetingState.ADOPTED:
        return
    record = book.record(meeting.id)
    files = files_of(book, meeting)
    where = {number: item for item, number in record.agenda.numbers.items()}
    where |= {document.number: document.item for document in record.documents}
    where |= {each.number: each.id for each in record.proposals} | {each.number: each.id for each in record.decisions}
    for gap in open_gaps(files, book.today()):
        subject, _, number = gap.key.rpartition(" ")
        if (subject or gap.key) in _PLACES:
            yield Lack(gap.sentence, _PLACES[subject or gap.key], where.get(number, ""))
    yield from _actions_lack(record.actions)
    for entry in record.entries:
        found = None if entry.struck else _PLACEHOLDER.search(entry.text)
        if found:
            yield Lack(f"Still to be written: {_around(entry.text, found)}", "minutes", entry.id)


_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "attendance": "minutes",
        "item": "agenda",
        "document": "agenda",
        "proposal": "consensus",
        "text of": "decisions",
        "owner of": "decisions",
    }
)
"""Where the gaps in the files are closed that the minutes would show, by the beginning of their keys."""


def _around(text: str, found: re.Match[str]) -> str:
    """The words around a place in a text."""
    start, end = max(0, found.start() - 20), found.end() + 20
    return f"{'...' if start else ''}{text[start:end].strip()}{'...' if end < len(text) else ''}".replace("\n", " ")


def _decisions(book: Book) -> Iterator[Lack]:
    for each in book.of(Decision).all():
        if each.lacks_owner:
            yield Lack(f"{each.symbol.partition('/')[2]} has no owner", "decisions", each.id)


def _actions(book: Book) -> Iterator[Lack]:
    yield from _actions_lack(each for each in book.of(ActionPoint).all() if each.open)


def _actions_lack(actions: Iterable[ActionPoint]) -> Iterator[Lack]:
    for each in actions:
        missing = [*(() if each.responsible else ("nobody responsible",)),
                   *(() if each.due or each.due_words else ("no date",))]  # fmt: skip
        if missing and not each.struck:
            yield Lack(f"{each.symbol.partition('/')[2]} has {' and '.join(missing)}", "actions", each.id)


_OF: Mapping[str, Callable[[Book], Iterable[Lack]]] = MappingProxyType({"decisions": _decisions, "actions": _actions})
_OF_MEETING: Mapping[str, Callable[[Book, Meeting], Iterable[Lack]]] = MappingProxyType(
    {"agenda": _agenda, "minutes": _minutes}
)
