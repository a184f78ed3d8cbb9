"""The backlog of issues: suggested, taken onto an agenda, sent back, withdrawn; each in one transaction (R-28)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.agenda import AgendaItem, read_item
from tui_app.domain.meeting.backlog import Held, Move, MoveKind, Suggestion, on_agendas, waiting
from tui_app.domain.meeting.meeting import Meeting, state_sentence
from tui_app.domain.membership.roster import NETWORK
from tui_app.domain.names import COLLECTIVES, fold
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.domain.symbols import Letter
from tui_app.services import prepare_agenda
from tui_app.services.book import Book
from tui_app.services.unfinished import behind_closed_doors, deferred


def held(book: Book) -> Held:
    """What the backlog is read from, as it is now."""
    texts = deferred(book)
    return Held(
        meetings={meeting.id: meeting for meeting in book.meetings()},
        items=book.of(AgendaItem).all(),
        texts_deferred=frozenset(text.item for text in texts if _is_last(book, text)),
        texts=texts,
        closed=frozenset(entry.refers_to for entry in behind_closed_doors(book)) if texts else frozenset(),
    )


def _is_last(book: Book, text: Proposal) -> bool:
    """Whether no other text was put under its item after it."""
    under = [each.id for each in book.of(Proposal).of(text.meeting) if each.item == text.item and not each.struck]
    return under[-1:] == [text.id]


def backlog(book: Book, body: str = NETWORK) -> tuple[Suggestion, ...]:
    """What waits for an agenda of a body."""
    return tuple(each for each in waiting(book.of(Suggestion).all(), held(book)) if each.body == body)


def find_suggestion(book: Book, words: str) -> Suggestion:
    """One that waits, by its number (`S03`, `2026/Q2/4`) or the beginning of its title; Problem with the nearest."""
    every = waiting(book.of(Suggestion).all(), held(book))
    wanted = fold(words)
    found = [each for each in every if fold(each.number) == wanted]
    found = found or [each for each in every if wanted and fold(each.title).startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Problem(f"{words.strip()!r} can be {' or '.join(each.number for each in found)}: name one by its number.")
    elsewhere = on_agendas(book.of(Suggestion).all(), held(book))
    there = next((s for s in book.of(Suggestion).all() if fold(s.number) == wanted and s.id in elsewhere), None)
    if there is not None:
        raise Problem(f"{there.number} is on the agenda of {elsewhere[there.id]} already.")
    if not every:
        raise Problem("The backlog is empty.")
    raise Problem(f"Nothing in the backlog is {words.strip()!r}: {did_you_mean(words, [s.number for s in every])}")


def read_suggestion(book: Book, line: str, body: str = NETWORK) -> Suggestion:
    """A line of an agenda, `Title [decision] 20m IOM`, as a suggestion that is not made yet."""
    presenters = (*book.names().acronyms, *COLLECTIVES.values())
    item = read_item(line, "", presenters, rank=0)
    return Suggestion(id=new_id(), number="", body=body, title=item.title, purpose=item.purpose,
                      minutes=item.minutes, presenter=item.presenter, closed=item.closed)  # fmt: skip


def suggest(
    book: Book, line: str, by: str, *, on: date | None = None, note: str = "", body: str = NETWORK
) -> Suggestion:
    """Put an issue into the backlog; `by` is an entity in any of its spellings, or a person, `on` the day (today).

    Problem: the line cannot be read, nobody proposes it, or the day is still to come.
    """
    who, day = proposer(book, by), on or book.today()
    if not who:
        raise Problem("A suggestion needs who makes it: an entity, as in UNHCR, or a person.", option="--by")
    if day > book.today():
        raise Problem("A suggestion was made today or before: give the day on which it came.", option="--on")
    read = read_suggestion(book, line, book.body(body).symbol)
    with book.register.transaction(f"{read.title} suggested by {who}"):
        return book.of(Suggestion).put(
            replace(read, number=_number(book), proposed_by=who, proposed_on=day, note=note.strip())
        )


def proposer(book: Book, text: str) -> str:
    """An entity by its acronym, or whoever it was as typed; Problem where an entity was probably meant."""
    return book.names().anybody(text)


def _number(book: Book) -> str:
    return book.take_number("backlog", Letter.SUGGESTION)


def _numbered(book: Book, suggestion: Suggestion) -> Suggestion:
    """With a number of its own, which it gets as soon as something is done with it."""
    stored = book.of(Suggestion).find(suggestion.id)
    return suggestion if stored else replace(suggestion, number=_number(book))


def _move(book: Book, kind: MoveKind, meeting: str = "", why: str = "") -> Move:
    return Move(kind=kind, on=book.today(), meeting=meeting, why=why.strip(), by=book.register.who)


def edit(book: Book, suggestion: Suggestion, line: str) -> Suggestion:
    """Word one that waits anew."""
    read = read_suggestion(book, line)
    worded = replace(suggestion, title=read.title, purpose=read.purpose, minutes=read.minutes,
                     presenter=read.presenter, closed=read.closed)  # fmt: skip
    with book.register.transaction(f"suggestion {read.title} worded anew"):
        return book.of(Suggestion).put(_numbered(book, worded).moved(_move(book, MoveKind.EDITED)))


def withdraw(book: Book, suggestion: Suggestion, why: str = "") -> Suggestion:
    """Take one out of the backlog for good; it stays on record with its reason."""
    with book.register.transaction(f"suggestion {suggestion.title} withdrawn"):
        return book.of(Suggestion).put(_numbered(book, suggestion).moved(_move(book, MoveKind.WITHDRAWN, why=why)))


def take(book: Book, suggestion: Suggestion, meeting: Meeting) -> AgendaItem:
    """Put one that waits onto the agenda of a meeting, before any other business; its parts with it.

    Problem: the meeting is over, or of another body, or it does not wait any more.
    """
    if meeting.body != suggestion.body:
        raise Problem(f"{suggestion.title} was suggested to {suggestion.body}; {meeting.symbol} is of {meeting.body}.")
    if not meeting.takes_items:
        raise Problem(f"{state_sentence(meeting)}: choose another meeting.", deed="any.choose-meeting")
    if all(each.id != suggestion.id for each in backlog(book, meeting.body)):
        raise Problem(f"{suggestion.title} is not in the backlog any more.")
    with book.register.transaction(f"{suggestion.title} taken onto the agenda of {meeting.symbol}"):
        taken = _numbered(book, suggestion).moved(_move(book, MoveKind.TAKEN, meeting.symbol))
        book.of(Suggestion).put(taken)
        item = taken.item(new_id(), meeting.id)
        presenters = prepare_agenda.presenters(book, meeting)
        parts = (replace(read_item(line, meeting.id, presenters, rank=0), parent=item.id) for line in taken.parts)
        prepare_agenda.add_before_the_last(book, meeting, [item, *parts])
    return book.of(AgendaItem).get(item.id)


def send_back(book: Book, item: AgendaItem, why: str = "") -> Suggestion:
    """Take an item off an agenda that is still to come, into the backlog, its parts with it.

    Problem: it was taken up already, or it is one of the items that every agenda has.
    """
    require_sendable(item)
    meeting = book.of(Meeting).get(item.meeting)
    with book.register.transaction(f"item {item.title} sent back to the backlog"):
        if not item.suggestion:
            stored = Suggestion(id=new_id(), number=_number(book), title=item.title, body=meeting.body)
            item = replace(item, suggestion=book.of(Suggestion).put(stored).id)
            book.of(AgendaItem).put(item)
        prepare_agenda.remove_item(book, item, why)
    return book.of(Suggestion).get(item.suggestion)


def require_sendable(item: AgendaItem) -> None:
    """Problem unless the item can go to the backlog: not a standing one, nor one that was taken up."""
    if item.standing:
        raise Problem(f"{item.title} stands on every agenda: remove it from this one.", deed="agenda.remove")
    if item.spans:
        raise Problem(f"{item.title} was taken up already: /defer puts it off in the minutes.")
