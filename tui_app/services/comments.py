"""Comments on circulated agendas and minutes: kept by entity, with what was done about each (R-27, R-60)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui_app.domain.calendar import long_date
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.circulated import CirculatedPaper, PaperKind, last_of
from tui_app.domain.meeting.comment import Comment, Treated, read_treatment
from tui_app.domain.meeting.meeting import Meeting, MeetingState, state_sentence
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.domain.symbols import Letter
from tui_app.services.book import Book


def comments_on(book: Book, meeting: Meeting) -> tuple[Comment, ...]:
    """Every comment on the agenda and the minutes of a meeting, in order."""
    return book.of(Comment).of(meeting.id)


def commented(meeting: Meeting) -> tuple[PaperKind, int]:
    """What a comment is about that comes in now: the agenda or the minutes, and the version that went out last.

    Problem where nothing is open to comments.
    """
    if meeting.state is MeetingState.ADOPTED:
        raise Problem(f"{state_sentence(meeting)}: a corrigendum corrects them.")
    if meeting.state is MeetingState.PLANNED and meeting.agenda_version:
        return PaperKind.AGENDA, meeting.agenda_version
    if meeting.state is MeetingState.CIRCULATED:
        return PaperKind.MINUTES, meeting.minutes_version
    raise Problem(f"{state_sentence(meeting)}: nothing of it is open to comments; circulate it first.")


def log_comment(
    book: Book, meeting: Meeting, entity: str, text: str, *, on: date | None = None, version: int = 0
) -> Comment:
    """Keep what an entity said; `version` is that which it had before it, by default the last one out on that day.

    Late ones are marked. Problem: there is no such version, or it was not out yet.
    """
    kind, last = commented(meeting)
    if not 0 <= version <= last:
        raise Problem(f"There is no {kind} v{version} of {meeting.symbol}: v{last} went out last.")
    day = on or book.today()
    if day > book.today():
        raise Problem(f"{long_date(day)} is still to come: record a comment once it is there.")
    about = version or _out_on(book, meeting, kind, day) or last
    _require_out(book, meeting, kind, about, day)
    if not text.strip():
        raise Problem("A comment needs its words: what is to be changed, and where.")
    with book.register.transaction(f"comment of {entity} on {kind} of {meeting.symbol}"):
        return book.of(Comment).put(
            Comment(
                id=new_id(),
                meeting=meeting.id,
                number=book.take_number(meeting.id, Letter.COMMENT),
                kind=kind,
                version=about,
                entity=book.names().anybody(entity),
                text=" ".join(text.split()),
                on=day,
                late=_is_late(book, meeting, kind, about, day),
            )
        )


def _out_on(book: Book, meeting: Meeting, kind: PaperKind, day: date) -> int:
    """The version that was out on a day; 0 where none was, or none was kept."""
    papers = (each for each in book.of(CirculatedPaper).of(meeting.id) if each.at.date() <= day)
    out = last_of(papers, kind)
    return out.version if out else 0


def _require_out(book: Book, meeting: Meeting, kind: PaperKind, version: int, day: date) -> None:
    """Raise Problem where a comment would be older than what it is about."""
    for paper in book.of(CirculatedPaper).of(meeting.id):
        if (paper.kind, paper.version) == (kind, version) and day < paper.at.date():
            went = f"{paper.name} of {meeting.symbol} went out on {long_date(paper.at.date())}"
            raise Problem(f"{went}: a comment on it cannot be of {long_date(day)}.")


def _is_late(book: Book, meeting: Meeting, kind: PaperKind, version: int, day: date) -> bool:
    papers = book.of(CirculatedPaper).of(meeting.id)
    due = next((each.comments_by for each in papers if (each.kind, each.version) == (kind, version)), None)
    return due is not None and day > due


def answer_comment(book: Book, comment: Comment, typed: str) -> Comment:
    """Say what was done about a comment, as in `not taken in: it was said later`; a later answer takes its place."""
    kind, words = read_treatment(typed)
    treated = Treated(kind=kind, words=words, on=book.today(), by=book.register.who)
    with book.register.transaction(f"{comment.number} of {comment.entity} {kind}"):
        return book.of(Comment).put(replace(comment, treated=treated))


def find_comment(book: Book, meeting: Meeting, number: str) -> Comment:
    """The comment with a number, as `C01` or `1`; Problem with those there are."""
    wanted = number.strip().upper().removeprefix("C").lstrip("0")
    by_number = {each.number: each for each in comments_on(book, meeting)}
    for there, comment in by_number.items():
        if wanted and there.removeprefix("C").lstrip("0") == wanted:
            return comment
    there = did_you_mean(number, by_number) if by_number else "none has come in yet."
    raise Problem(f"There is no comment {number!r} on {meeting.symbol}: {there}")
