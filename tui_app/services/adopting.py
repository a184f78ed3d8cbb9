"""Adopting: circulated minutes become the record, which only a corrigendum corrects from then on (R-60)."""

from __future__ import annotations

from dataclasses import replace

from tui_app.domain.calendar import long_date
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.comment import Comment, unanswered_words
from tui_app.domain.meeting.meeting import Meeting, MeetingState, require_step, state_sentence
from tui_app.domain.meeting.minutes import AdoptedMinutes
from tui_app.domain.problem import Problem
from tui_app.services.book import Book


def before_adopting(book: Book, meeting: Meeting) -> tuple[str, ...]:
    """What to consider before the minutes are adopted: sentences; Problem if they cannot be adopted now."""
    if meeting.state is MeetingState.DRAFT:
        raise Problem(f"{state_sentence(meeting)}: circulate them to the members before they are adopted.")
    require_step(meeting, MeetingState.ADOPTED)
    still_open = [p.number for p in book.of(Proposal).of(meeting.id) if p.open]
    if still_open:
        which, them = ("an open proposal", "it") if len(still_open) == 1 else ("open proposals", "them")
        raise Problem(f"{meeting.symbol} has {which}, {', '.join(still_open)}: declare or defer {them} first.")
    due = meeting.comments_by
    comments = (f"Comments are awaited until {long_date(due)}.",) if due and due >= book.today() else ()
    left = unanswered_words(book.of(Comment).of(meeting.id))
    unheard = (f"{left}.",) if left else ()
    final = "From then on they cannot change, and this cannot be undone."
    return (final, *comments, *unheard, *_changed(book, meeting))


def _changed(book: Book, meeting: Meeting) -> tuple[str, ...]:
    from tui_app.services.versions import minutes_changed  # it loads the papers, and a start needs none

    if not minutes_changed(book, meeting):
        return ()
    return (f"They have changed since v{meeting.minutes_version} went to the members.",)


def adopt(book: Book, meeting: Meeting) -> Meeting:
    """Adopt the minutes; from then on they cannot change (R-60), and this cannot be undone."""
    from tui_app.services.sealing import sealed  # it loads the papers, and a start needs none

    before_adopting(book, meeting)
    adopted = replace(
        meeting,
        state=MeetingState.ADOPTED,
        adopted_on=book.today(),
        sealed_sequence=book.register.sequence,
        sealed_head=book.register.head,
    )
    adopted, kept = sealed(book, book.stepped(adopted, "minutes adopted"))
    with book.register.transaction(f"minutes of {meeting.symbol} adopted", undoable=False):
        book.of(AdoptedMinutes).put(kept)
        return book.of(Meeting).put(adopted)
