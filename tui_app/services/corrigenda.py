"""Corrigenda to adopted minutes: recorded, numbered, printed; the adopted text stays byte for byte (R-60)."""

from __future__ import annotations

from datetime import date

from tui_app.documents.corrigendum import Made, corrigendum_paper
from tui_app.domain.calendar import long_date
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.corrigendum import Corrigendum, stands_in
from tui_app.domain.meeting.meeting import Meeting, MeetingState, state_sentence
from tui_app.domain.meeting.minutes import AdoptedMinutes
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import Letter
from tui_app.services.book import Book
from tui_app.services.naming import find_decision


def require_adopted(meeting: Meeting) -> None:
    """Raise Problem unless the minutes are adopted: until then the record itself is corrected."""
    if meeting.state is not MeetingState.ADOPTED:
        raise Problem(f"{state_sentence(meeting)}: only adopted minutes have corrigenda; correct them in the record.")


def not_in_the_minutes(book: Book, meeting: Meeting, says: str) -> str:
    """What to consider of words that adopted minutes are said to have and have not; empty where they have them."""
    if not says.strip() or stands_in(says, book.of(AdoptedMinutes).get(meeting.id).text):
        return ""
    return f"The minutes of {meeting.symbol} do not have these words: is it something that they leave out?"


def record_corrigendum(
    book: Book, meeting: Meeting, says: str, reads: str, *, at: str = "", decision: str = "", on: date | None = None
) -> Corrigendum:
    """Put one thing right in adopted minutes; `at` is a later meeting, `decision` a decision, as typed.

    `on`: the day, by default that of the meeting, else today. Problem where nothing says who decided it.
    """
    require_adopted(meeting)
    if not says.strip() or not reads.strip():
        raise Problem("A corrigendum needs both: what the minutes say, and what is right.")
    if says.split() == reads.split():
        raise Problem("This is what the minutes say already: write what is right.")
    decided_at = book.meeting(at) if at.strip() else None
    decided_by = find_decision(book, decision) if decision.strip() else None
    if decided_at is None and decided_by is None:
        raise Problem("A corrigendum needs who made it: the meeting, as 2026/Q4, or the decision, as 2026/Q4/D01.",
                      option="--at or --decision")  # fmt: skip
    if decided_at is not None and decided_at.starts < meeting.starts:
        raise Problem(f"{decided_at.symbol} was before {meeting.symbol}: a later meeting corrects its minutes.")
    if decided_at is not None and decided_at.on > book.today():
        raise Problem(
            f"{decided_at.symbol} is still to come, on {long_date(decided_at.on)}: it has made no corrigendum."
        )
    if decided_by is not None and decided_by.adopted_on < meeting.on:
        raise Problem(f"{decided_by.symbol} was taken before {meeting.symbol}: a later decision corrects its minutes.")
    with book.register.transaction(f"corrigendum to the minutes of {meeting.symbol}"):
        return book.of(Corrigendum).put(
            Corrigendum(
                id=new_id(),
                meeting=meeting.id,
                number=book.take_number(meeting.id, Letter.CORRIGENDUM),
                says=" ".join(says.split()),
                reads=" ".join(reads.split()),
                on=on or (decided_at.on if decided_at else book.today()),
                by=book.register.who,
                decided_at=decided_at.symbol if decided_at else "",
                decision=decided_by.symbol if decided_by else "",
            )
        )


def corrigenda_to(book: Book, meeting: Meeting) -> tuple[Corrigendum, ...]:
    """Every corrigendum to the minutes of a meeting, in order."""
    return book.of(Corrigendum).of(meeting.id)


def corrigenda_made(book: Book, meeting: Meeting) -> tuple[Made, ...]:
    """The same, each with the meeting that made it."""
    return tuple(_made(book, each) for each in corrigenda_to(book, meeting))


def corrigendum_text(book: Book, meeting: Meeting, corrigendum: Corrigendum) -> str:
    """A corrigendum as a paper of its own."""
    return corrigendum_paper(book.charter_of(meeting.body), meeting, _made(book, corrigendum))


def _made(book: Book, corrigendum: Corrigendum) -> Made:
    return Made(corrigendum, book.meeting(corrigendum.decided_at) if corrigendum.decided_at else None)


def find_corrigendum(book: Book, meeting: Meeting, number: str) -> Corrigendum:
    """The corrigendum with a number, as `1` or `Corr.1`; Problem with those there are."""
    wanted = number.strip().casefold().removeprefix("corr").lstrip(".0 ")
    there = corrigenda_to(book, meeting)
    for each in there:
        if each.ordinal == wanted:
            return each
    which = ", ".join(each.ordinal for each in there) or "none yet"
    raise Problem(f"There is no corrigendum {number!r} to the minutes of {meeting.symbol}: there is {which}.")
