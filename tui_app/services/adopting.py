"""Adopting: circulated minutes become the record, which only a corrigendum corrects from then on (R-60)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tui_app.documents.language import words_of
from tui_app.domain.calendar import long_date
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.circulated import CirculatedPaper, PaperKind, last_of
from tui_app.domain.meeting.comment import Comment, unanswered_words
from tui_app.domain.meeting.meeting import AGENDA_ADOPTED, Meeting, MeetingState, require_step, state_sentence
from tui_app.domain.meeting.minutes import AdoptedMinutes
from tui_app.domain.meeting.procedure import AGENDA_AS_CHANGED, AGENDA_AS_CIRCULATED, AGENDA_AS_IT_IS
from tui_app.domain.problem import Problem
from tui_app.services.book import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """At which meeting, by its symbol, minutes are adopted, on what day, and with what corrections, in words."""

    at: str
    on: date
    corrections: str = ""


def previous_minutes(book: Book, meeting: Meeting, symbol: str = "") -> Meeting:
    """The earlier meeting of the same body whose minutes can be adopted at this one: the last, or that named.

    Problem with what is in the way: there is none, or its minutes are not circulated, or are adopted already.
    """
    earlier = [each for each in book.meetings() if each.body == meeting.body and each.over and each.on <= meeting.on]
    earlier = [each for each in earlier if each.id != meeting.id]
    if symbol:
        named = book.meeting(symbol)
        if named not in earlier:
            raise Problem(f"{named.symbol} is no earlier meeting of this body: it does not adopt its minutes.")
        earlier = [named]
    waiting = [each for each in earlier if each.state is MeetingState.CIRCULATED]
    if not earlier:
        raise Problem("No earlier meeting of this body is on record: note in words which minutes were adopted.")
    found = (waiting or earlier)[-1]
    require_adoptable(book, found)
    return found


def promise(book: Book, meeting: Meeting, symbol: str, corrections: str) -> str:
    """What `/adopt` will do at a meeting: `the minutes of 2026/Q2, v2 of 15 September 2026, as they are`."""
    found = previous_minutes(book, meeting, symbol)
    sent = last_of(book.of(CirculatedPaper).of(found.id), PaperKind.MINUTES)
    version = f"v{found.minutes_version}{f' of {long_date(sent.at.date())}' if sent else ''}"
    with_what = f"with the corrections “{corrections}”" if corrections else "as they are"
    version += ", as changed since" if _changed(book, found) else ""
    return f"the minutes of {found.symbol}, {version}, {with_what}; this cannot be undone{_elsewhere(book, meeting)}"


def _elsewhere(book: Book, meeting: Meeting) -> str:
    """Under which item it will be written that they were adopted, where that item is not the one for the minutes."""
    agenda = book.agenda(meeting.id)
    current = next((item for item in agenda.items if item.id == meeting.current_item), None)
    if current is None or current.adopts_minutes:
        return ""
    own = next((each for each in agenda.items if each.adopts_minutes), None)
    instead = f", not {agenda.numbers[own.id]} {own.title}" if own else ""
    return f"; written under {agenda.numbers[current.id]} {current.title}{instead}"


def agenda_promise(book: Book, meeting: Meeting) -> str:
    """What `/adopt agenda` will do: `the agenda v2, with what was changed since`; Problem where there is nothing to."""
    record = book.record(meeting.id)
    if not record.agenda.items:
        raise Problem(f"The agenda of {meeting.symbol} is empty: there is nothing to adopt.")
    if meeting.agenda_adopted == record.agenda_fingerprint:
        raise Problem("The agenda was adopted already, and is the same since.")
    if not meeting.agenda_version:
        return "the agenda, which was not circulated"
    how = "with what was changed since" if record.agenda_changed else "as it was circulated"
    return f"the agenda v{meeting.agenda_version}, {how}"


def adopt_agenda(book: Book, meeting: Meeting, at: datetime) -> str:
    """The meeting adopts its agenda as it stands; the sentence for its minutes. Problem as in `agenda_promise`."""
    agenda_promise(book, meeting)  # or a Problem
    record, words = book.record(meeting.id), words_of(book.charter)
    changed = record.agenda_changed
    stamped = replace(meeting, agenda_adopted=record.agenda_fingerprint)
    book.of(Meeting).put(book.stepped(stamped, AGENDA_ADOPTED, at))
    if not meeting.agenda_version:
        return words(AGENDA_AS_IT_IS)
    return words(AGENDA_AS_CHANGED if changed else AGENDA_AS_CIRCULATED)


def require_adoptable(book: Book, meeting: Meeting) -> None:
    """Raise Problem unless the minutes of a meeting can be adopted now."""
    if meeting.state is MeetingState.DRAFT:
        raise Problem(f"{state_sentence(meeting)}: circulate them to the members before they are adopted.")
    require_step(meeting, MeetingState.ADOPTED)
    still_open = [p.number for p in book.of(Proposal).of(meeting.id) if p.open]
    if still_open:
        which, them = ("an open proposal", "it") if len(still_open) == 1 else ("open proposals", "them")
        raise Problem(f"{meeting.symbol} has {which}, {', '.join(still_open)}: declare or defer {them} first.")


def before_adopting(book: Book, meeting: Meeting) -> tuple[str, ...]:
    """What to consider before the minutes are adopted: sentences; Problem if they cannot be adopted now."""
    require_adoptable(book, meeting)
    due = meeting.comments_by
    comments = (f"Comments are awaited until {long_date(due)}.",) if due and due >= book.today() else ()
    left = unanswered_words(book.of(Comment).of(meeting.id))
    unheard = (f"{left}.",) if left else ()
    final = "From then on they cannot change, and this cannot be undone."
    return (final, *comments, *unheard, *_changed(book, meeting))


def odd_at(book: Book, meeting: Meeting, found: Meeting) -> tuple[str, ...]:
    """What to consider before a meeting adopts the minutes of another: its room, then as `before_adopting`."""
    there = any(each.present for each in book.of(Participant).of(meeting.id))
    return (*(() if there else ("Nobody is in the room on record.",)), *before_adopting(book, found))


def _changed(book: Book, meeting: Meeting) -> tuple[str, ...]:
    from tui_app.services.versions import minutes_changed  # it loads the papers, and a start needs none

    if not minutes_changed(book, meeting):
        return ()
    return (f"They have changed since v{meeting.minutes_version} went to the members.",)


def adopt(book: Book, meeting: Meeting, adoption: Adoption | None = None) -> Meeting:
    """Adopt the minutes, at a meeting or without one; from then on they cannot change (R-60); it cannot be undone."""
    from tui_app.services.sealing import sealed  # it loads the papers, and a start needs none

    require_adoptable(book, meeting)
    how = adoption or Adoption(at="", on=book.today())
    adopted = replace(
        meeting,
        state=MeetingState.ADOPTED,
        adopted_on=how.on,
        adopted_at=how.at,
        corrections=how.corrections,
        sealed_sequence=book.register.sequence,
        sealed_head=book.register.head,
    )
    adopted, kept = sealed(book, book.stepped(adopted, "minutes adopted"))
    with book.register.transaction(f"minutes of {meeting.symbol} adopted", undoable=False):
        book.of(AdoptedMinutes).put(kept)
        return book.of(Meeting).put(adopted)
