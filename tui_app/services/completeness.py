"""Checking whether the files are complete (R-31), and giving the reason for a gap that will stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui_app.domain.completeness.completeness import meeting_gaps, network_gaps, require_explainable
from tui_app.domain.completeness.gap import Explained, Gap, MeetingFiles
from tui_app.domain.frozen import dataclass
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem
from tui_app.domain.words import ENGLISH, Words
from tui_app.services.attention import standing
from tui_app.services.book import Book
from tui_app.services.document_files import state_of
from tui_app.services.meeting_files import files_of


@dataclass(frozen=True, slots=True)
class Checked:
    """One gap: of which meeting, None where it is the network's; and the reason that was given for it."""

    meeting: Meeting | None
    gap: Gap
    reason: str = ""

    @property
    def open(self) -> bool:
        """Whether it is still to be closed."""
        return not self.reason


def check(book: Book, meeting: Meeting | None = None, words: Words = ENGLISH) -> tuple[Checked, ...]:
    """Every gap of one meeting; without one, of all meetings by date and then of the network; told in some language."""
    meetings = book.meetings() if meeting is None else (meeting,)
    found = [checked for files in _looked_at(book, meetings) for checked in _checked(book, files, words)]
    if meeting is None:
        found += [Checked(None, gap) for gap in network_gaps(standing(book), book.today(), words)]
    return tuple(found)


def _checked(book: Book, files: MeetingFiles, words: Words) -> Iterable[Checked]:
    reasons = {each.gap: each.reason for each in files.explained}
    for gap in meeting_gaps(files, book.today(), words):
        yield Checked(files.meeting, gap, reasons.get(gap.key, "") if gap.explainable else "")


def _looked_at(book: Book, meetings: Iterable[Meeting]) -> Iterable[MeetingFiles]:
    """What is on file of meetings, with a look at the files of their documents and at the seals of their minutes."""
    from tui_app.services.sealing import seal_faults  # it loads the papers, and a start needs none

    every = tuple(meetings)
    faults = seal_faults(book, every)
    for meeting in every:
        files = files_of(book, meeting)
        found = {each.id: state_of(book, each.path, each.checksum) for each in files.documents}
        yield replace(files, found=found, faults=faults.get(meeting.id, ()))


def explain(book: Book, meeting: Meeting, key: str, reason: str) -> Gap:
    """Give the reason for a gap that will stay, or another one than before; Problem where only mending closes it."""
    (files,) = _looked_at(book, [meeting])
    gap = require_explainable(meeting_gaps(files, book.today()), key)
    if not reason.strip():
        raise Problem("The reason is read by whoever looks for the missing: write it.")
    before = next((each for each in files.explained if each.gap == gap.key), None)
    explained = Explained(
        id=before.id if before else new_id(),
        meeting=meeting.id,
        gap=gap.key,
        reason=" ".join(reason.split()),
        on=book.today(),
    )
    with book.register.transaction(f"reason for a gap of {meeting.symbol}, {gap.key}"):
        book.of(Explained).put(explained)
    return gap
