"""The agenda and the minutes of a meeting as they stand, and in each version that went to the members (R-27)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from tui_app.documents.agenda import AS_NAMED, agenda_paper
from tui_app.documents.corrigendum import with_corrigenda
from tui_app.documents.language import CODE
from tui_app.documents.minutes import AS_ENTERED, NOT_AS_ADOPTED, minutes_paper
from tui_app.documents.seal import without_seal
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.circulated import CirculatedPaper, PaperKind, last_of, version_named
from tui_app.domain.meeting.differences import DiffLine, Side, count_words, differences, differing
from tui_app.domain.meeting.meeting import Meeting, MeetingState, state_sentence
from tui_app.domain.meeting.minutes import AdoptedMinutes
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.problem import Problem
from tui_app.register.register import Register
from tui_app.register.tables import TABLES
from tui_app.services.book import Book
from tui_app.services.corrigenda import corrigenda_made
from tui_app.services.migrations import STEPS


def text_now(book: Book, meeting: Meeting, kind: PaperKind, on: date | None = None) -> str:
    """The agenda or the minutes as they stand; what the agenda follows up as it is `on` a day (today)."""
    return agenda_text(book, meeting, on or book.today()) if kind is PaperKind.AGENDA else minutes_text(book, meeting)


def agenda_text(book: Book, meeting: Meeting, on: date) -> str:
    """The agenda; what is followed up stands as it was on that day, or on the day of the meeting if that is over."""
    return agenda_paper(book.record(meeting.id), min(on, meeting.on), AS_NAMED if _in_another(book) else "")


def minutes_text(book: Book, meeting: Meeting) -> str:
    """The minutes; adopted ones are the very text that was adopted, whatever came later (R-60), but in another
    language, where they are made from the record of then and say so; the corrigenda stand behind it.

    Those that went to the members and are another text by now say so.
    """
    if meeting.cancelled:
        raise Problem(f"{state_sentence(meeting)} ({meeting.cancelled_because}): it has no minutes.")
    if meeting.state is MeetingState.ADOPTED:
        return with_corrigenda(book.charter_of(meeting.body), _adopted(book, meeting), corrigenda_made(book, meeting))
    record, following = book.record(meeting.id), book.next_meeting_told(meeting)
    note = AS_ENTERED if _in_another(book) else ""
    text, sent = _standing_text(record, following, note=note), record.sent(PaperKind.MINUTES)
    if sent is None or not sent.text:
        return text
    own = book.in_language("")
    changed = sent.text != (_standing_text(own.record(meeting.id), following) if book.translating else text)
    return _standing_text(record, following, changed=True, note=note) if changed else text


@lru_cache(maxsize=8)  # what is typed into the next meeting leaves them as they are, and asks about them at each key
def _standing_text(record: MeetingRecord, following: Meeting | None, *, changed: bool = False, note: str = "") -> str:
    return minutes_paper(record, None, following, changed=changed, note=note)


def _in_another(book: Book) -> bool:
    """Whether a paper is in another language than the record: what was entered in English alone is told in each."""
    return book.translating and book.network.charter.language != CODE


def _adopted(book: Book, meeting: Meeting) -> str:
    if not book.translating:
        return book.of(AdoptedMinutes).get(meeting.id).text
    # In the very transaction that adopted them, since what a meeting reports after that is of the same day.
    with Register.as_at(book.register.folder, TABLES, meeting.sealed_sequence + 1, STEPS) as then:
        past = Book(then, language=book.language)
        record = past.record(meeting.id)
        return minutes_paper(record, None, past.next_meeting_told(record.meeting), note=NOT_AS_ADOPTED)


def circulated_text(book: Book, meeting: Meeting, kind: PaperKind, version: int) -> str:
    """The very text of a version that went out; Problem with those that were kept."""
    return version_named(book.of(CirculatedPaper).of(meeting.id), kind, version, meeting.symbol).text


def minutes_changed(book: Book, meeting: Meeting) -> bool:
    """Whether the minutes as they stand are another text than the version that went out last, if it was kept."""
    sent = last_of(book.of(CirculatedPaper).of(meeting.id), PaperKind.MINUTES)
    return sent is not None and sent.text != minutes_text(book, meeting)


NOW = 0
"""In place of a version's number: the paper as it stands."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts of one paper, by the words for them, and every line of both, in words without marks."""

    before: str
    after: str
    lines: tuple[DiffLine, ...]

    @property
    def differ(self) -> bool:
        """Whether anything in them differs."""
        return any(differing(self.lines))

    @property
    def sentence(self) -> str:
        """`3 lines differ between minutes v1 and minutes v2.`"""
        between = f"{self.before} and {self.after}"
        if not self.differ:
            return f"Nothing differs between {between}."
        return f"{count_words(self.lines)} between {between}."


def kind_at_hand(meeting: Meeting) -> PaperKind:
    """Of what versions are spoken of: the agenda until the meeting is opened, then the minutes."""
    return PaperKind.MINUTES if meeting.held else PaperKind.AGENDA


def compare(book: Book, meeting: Meeting, kind: PaperKind, before: int = NOW, after: int = NOW) -> Compared:
    """Two versions by their numbers; without the first it is the last that went out. Problem where there is none."""
    if not before:
        sent = last_of(book.of(CirculatedPaper).of(meeting.id), kind)
        if sent is None:
            raise Problem(f"No version of the {kind} of {meeting.symbol} was kept: there is nothing to compare with.")
        before = sent.version
    old = circulated_text(book, meeting, kind, before)
    new = circulated_text(book, meeting, kind, after) if after else text_now(book, meeting, kind)
    names = f"{kind} v{before}", f"{kind} v{after}" if after else _standing(meeting, kind)
    return Compared(*names, differences(_compared(old), _compared(new)))


def _compared(paper: str) -> str:
    """What the members read of it: its words without marks, and without the seal of an adoption."""
    from tui_app.documents.formats.plain import lines_to_compare  # it reads Markdown, and a paper needs none of that

    return lines_to_compare(without_seal(paper))


def _standing(meeting: Meeting, kind: PaperKind) -> str:
    adopted = kind is PaperKind.MINUTES and meeting.state is MeetingState.ADOPTED
    return f"the {kind} as {'adopted' if adopted else 'they stand' if kind is PaperKind.MINUTES else 'it stands'}"


def told_of_version(book: Book, meeting: Meeting) -> str:
    """What differs between the version that just went out and the one before it; empty where only its number does."""
    papers = book.of(CirculatedPaper).of(meeting.id)
    last = last_of(papers, kind_at_hand(meeting))
    if last is None or all((each.kind, each.version) != (last.kind, last.version - 1) for each in papers):
        return ""
    compared = compare(book, meeting, last.kind, last.version - 1, last.version)
    changed = [line.text for line in differing(compared.lines) if line.side is not Side.BOTH]
    numbers = f"v{last.version - 1}", f"v{last.version}"
    return "" if all(any(number in text for number in numbers) for text in changed) else compared.sentence
