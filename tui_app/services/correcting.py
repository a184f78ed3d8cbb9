"""Correcting the minutes: edit, strike out, move, change the kind of an entry."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tui_app.domain.capture.lines import ActionLine, DecideLine, Line, NoteLine, ProposeLine, StatementLine
from tui_app.domain.consensus import moves
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import PositionKind, Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.assignment import Terms
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.meeting import Meeting, MeetingState, require_session, state_sentence
from tui_app.domain.meeting.minutes import Entry, EntryKind, in_order
from tui_app.domain.meeting.record import MeetingRecord, entry_words, typed_form
from tui_app.domain.problem import Problem
from tui_app.register.repository import Repository
from tui_app.services.book import Book
from tui_app.services.checking import open_check
from tui_app.services.pen import Pen, Taken

_COMMANDS = {EntryKind.ACTION: "/action ", EntryKind.DECISION: "/decide ", EntryKind.STATEMENT: ""}


def require_correctable(meeting: Meeting) -> None:
    """Raise Problem once the minutes are adopted: only a corrigendum corrects them then (R-60); or if cancelled."""
    if meeting.cancelled:
        raise Problem(f"{state_sentence(meeting)}: nothing of it can be changed.")
    if meeting.state is MeetingState.ADOPTED:
        raise Problem(f"{state_sentence(meeting)}: only a corrigendum can correct them.")


def require_replaceable(pen: Pen, entry: Entry, line: Line) -> None:
    """Raise Problem unless the line may stand in the minutes in place of the entry."""
    require_correctable(pen.meeting)
    if entry.struck:
        raise Problem("This entry is struck out: restore it first.", deed="minutes.strike")
    _require_undeclared(entry)
    proposal = pen.book.of(Proposal).find(entry.refers_to) if entry.kind is EntryKind.PROPOSAL else None
    if proposal is not None and (proposal.rounds or not proposal.open):
        raise Problem(f"{proposal.number} is before the body: what was said of it stays; declare on it (/declare).")
    if isinstance(line, DecideLine | ProposeLine):
        require_session(pen.meeting)


def _require_undeclared(entry: Entry) -> None:
    """The chair's words that ended a check stay as they were declared."""
    if entry.kind is EntryKind.PROCEDURAL and entry.refers_to:
        raise Problem("These are the words with which the chair ended a check: undo that (/undo) and declare anew.")


def repaired(pen: Pen, old: str, new: str) -> tuple[Entry, str]:
    """The last entry that has `old`, and how it would be typed with `new` instead, once."""
    record = pen.book.record(pen.meeting_id)
    for entry in reversed(record.entries):
        typed = typed_form(entry, record)
        if record.visible(entry) and entry.kind is not EntryKind.DECISION and old in typed:
            return entry, typed.replace(old, new, 1)
    raise Problem(f"No entry of this meeting has {old!r} in it, as it is spelt here.")


def rewrite(pen: Pen, entry: Entry, line: Line) -> Taken:
    """Write an entry anew; its time, place and number stay. One of a closed session stays one wherever it is edited."""
    require_correctable(pen.meeting)
    with pen.book.register.transaction("entry edited"):
        before = _as_stored(pen, entry)
        _rewrite(pen, entry, line)
        note = _close(pen, entry) if _as_stored(pen, entry) != before else ""
    record = pen.book.record(pen.meeting_id)
    return Taken(f"edited {entry_words(pen.book.of(Entry).get(entry.id), record)}", entry=entry.id, note=note)


def _as_stored(pen: Pen, entry: Entry) -> tuple[Entry, ActionPoint | None]:
    return pen.book.of(Entry).get(entry.id), pen.book.of(ActionPoint).find(entry.refers_to)


def _close(pen: Pen, entry: Entry) -> str:
    """What is written behind closed doors is of the closed session; of a proposal the text before it stays open."""
    now = pen.book.of(Entry).get(entry.id)
    if now.closed or not pen.meeting.doors_closed or now.kind is EntryKind.PROPOSAL:
        return ""
    pen.book.of(Entry).put(replace(now, closed=True))
    return "Edited behind closed doors, it is of the closed session now; edited after /open it would not be."


def _rewrite(pen: Pen, entry: Entry, line: Line) -> None:
    book = pen.book
    behind = (
        book.of(ActionPoint).find(entry.refers_to) if entry.kind is EntryKind.ACTION else
        book.of(Proposal).find(entry.refers_to) if entry.kind is EntryKind.PROPOSAL else None
    )  # fmt: skip
    match (line, behind):
        case (ActionLine(), ActionPoint()):
            terms = Terms(responsible=line.responsible, due=line.due, due_words=line.due_words)
            book.of(ActionPoint).put(behind.corrected(line.text, terms))
        case (ProposeLine(), Proposal()):
            if behind.rounds or not behind.open:
                raise Problem(f"{behind.number} is before the body: amend it (/amend), so that both texts are kept.")
            book.of(Proposal).put(_reworded(pen, replace(behind, proposed_by=line.proposed_by), entry, line.text))
        case (NoteLine(), None):
            _put_text(book, entry, EntryKind.NOTE, line.text)
        case (StatementLine(), None):
            _put_text(book, entry, EntryKind.STATEMENT, line.text, line.entity, on_record=line.on_record)
        case _:
            raise Problem(
                "An edited entry stays what it is: change its kind in the list, or strike it out.",
                deed="minutes.strike",
            )


def _reworded(pen: Pen, proposal: Proposal, entry: Entry, text: str) -> Proposal:
    """With another text; one that was put in the open is amended behind closed doors, so that both are kept."""
    if entry.closed or text == proposal.text or not pen.meeting.doors_closed:
        return replace(proposal, text=text)
    return moves.amend(open_check(pen, proposal), text, pen.moment(), closed=True)


def _put_text(
    book: Book, entry: Entry, kind: EntryKind, text: str, entity: str = "", *, on_record: bool = False
) -> None:
    _require_undeclared(entry)
    if entry.kind in (EntryKind.DECISION, EntryKind.ACTION, EntryKind.PROPOSAL):
        raise Problem(
            "This entry has a record of its own: change its kind in the list, or strike it out.", deed="minutes.strike"
        )
    kept = EntryKind.PROCEDURAL if entry.kind is EntryKind.PROCEDURAL and not entity else kind
    book.of(Entry).put(replace(entry, kind=kept, text=text, entity=entity, on_record=on_record))


def strike(book: Book, entry: Entry) -> Taken:
    """Strike an entry out, or take the stroke back; its number stays taken. A decision is never struck out."""
    require_correctable(book.of(Meeting).get(entry.meeting))
    if entry.kind is EntryKind.DECISION:
        raise Problem("A decision is not struck out: it is superseded or rescinded by a later one.")
    struck = not entry.struck
    with book.register.transaction("entry struck out" if struck else "entry restored"):
        book.of(Entry).put(replace(entry, struck=struck))
        action = book.of(ActionPoint).find(entry.refers_to)
        proposal = book.of(Proposal).find(entry.refers_to) if entry.kind is EntryKind.PROPOSAL else None
        if action is not None:
            book.of(ActionPoint).put(replace(action, struck=struck))
        if proposal is not None:
            if proposal.closing is not None:
                raise Problem(f"{proposal.number} was declared on and stays in the record.")
            if any(p.kind is PositionKind.OBJECTS for each in proposal.rounds for p in each.positions):
                raise Problem(f"{proposal.number} was objected to and stays in the record: /withdraw, or /declare.")
            book.of(Proposal).put(replace(proposal, struck=struck))
    return Taken("struck out" if struck else "restored", entry=entry.id)


def line_of_kind(pen: Pen, entry: Entry, kind: EntryKind) -> Line:
    """The line that an entry would be if it were of another kind; Problem if it cannot be."""
    if entry.kind is kind:
        raise Problem(f"This entry is {kind} already.")
    if entry.kind is EntryKind.DECISION:
        raise Problem("A decision stays one: it is superseded or rescinded by a later one.")
    words = _bare_words(entry, pen.book.record(pen.meeting_id))
    line = NoteLine(words) if kind is EntryKind.NOTE else pen.read(f"{_COMMANDS[kind]}{words}")
    if kind is EntryKind.STATEMENT and not isinstance(line, StatementLine):
        raise Problem("A statement begins with its entity, as in UNHCR: text; edit the entry.", deed="minutes.edit")
    return line


def _bare_words(entry: Entry, record: MeetingRecord) -> str:
    """The words without the command that makes them what they are now."""
    typed = typed_form(entry, record)
    return typed if entry.text else typed.partition(" ")[2]


def move(book: Book, entry: Entry, down: bool) -> None:
    """Move an entry one place among those of its item; past the end, into the next item."""
    require_correctable(book.of(Meeting).get(entry.meeting))
    everyone = in_order(book.of(Entry).of(entry.meeting))
    siblings = [each for each in everyone if (each.item == entry.item and not each.struck) or each.id == entry.id]
    here = next(n for n, each in enumerate(siblings) if each.id == entry.id)
    there = here + (1 if down else -1)
    with book.register.transaction("entry moved"):
        if not 0 <= there < len(siblings):
            _move_with_its_record(book, _into_neighbour(book, entry, everyone, down))
            return
        ranks = [each.rank for each in siblings]
        if len(set(ranks)) < len(ranks):  # an entry that was restored beside the one made of it has the same
            ranks = [everyone[-1].rank + n for n in range(1, len(ranks) + 1)]
        siblings[here], siblings[there] = siblings[there], siblings[here]
        for each, rank in zip(siblings, ranks, strict=True):
            if each.rank != rank:
                book.of(Entry).put(replace(each, rank=rank))


def _move_with_its_record(book: Book, entry: Entry) -> None:
    """An action, a decision or a proposal is of the item under which its entry stands."""
    book.of(Entry).put(entry)
    if entry.kind not in (EntryKind.ACTION, EntryKind.DECISION, EntryKind.PROPOSAL):
        return
    repositories: tuple[Repository[Any], ...] = (book.of(ActionPoint), book.of(Decision), book.of(Proposal))
    for repository in repositories:
        record = repository.find(entry.refers_to)
        if record is not None:
            repository.put(replace(record, item=entry.item))


def _into_neighbour(book: Book, entry: Entry, everyone: tuple[Entry, ...], down: bool) -> Entry:
    items: list[AgendaItem] = list(book.agenda(entry.meeting).items)
    here = next((n for n, item in enumerate(items) if item.id == entry.item), -1)
    there = here + (1 if down else -1)
    if not 0 <= there < len(items):
        raise Problem("There is no item beyond this one.")
    ranks = [each.rank for each in everyone]
    return replace(entry, item=items[there].id, rank=min(ranks) - 1 if down else max(ranks) + 1)
