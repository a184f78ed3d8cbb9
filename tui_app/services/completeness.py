"""Checking whether the files are complete (R-31), and giving the reason for a gap that will stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui_app.domain.completeness import meeting_gaps, network_gaps, require_explainable
from tui_app.domain.gap import Explained, Gap, MeetingFiles
from tui_app.domain.identity import new_id
from tui_app.domain.meeting import Meeting, MeetingState
from tui_app.domain.problem import Problem
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


def check(book: Book, meeting: Meeting | None = None) -> tuple[Checked, ...]:
    """Every gap of one meeting; without one, of all meetings by date and then of the network."""
    meetings = book.meetings() if meeting is None else (meeting,)
    found = [checked for each in meetings for checked in _of_meeting(book, each)]
    if meeting is None:
        found += [Checked(None, gap) for gap in network_gaps(standing(book), book.today())]
    return tuple(found)


def _of_meeting(book: Book, meeting: Meeting) -> Iterable[Checked]:
    files = looked_at(book, meeting)
    reasons = {each.gap: each.reason for each in files.explained}
    for gap in meeting_gaps(files, book.today()):
        yield Checked(meeting, gap, reasons.get(gap.key, "") if gap.explainable else "")


def looked_at(book: Book, meeting: Meeting) -> MeetingFiles:
    """What is on file of a meeting, with a look at the files of its documents and at the seal of its minutes."""
    from tui_app.services.sealing import seal_faults  # it loads the papers, and a start needs none

    files = files_of(book, meeting)
    found = {each.id: state_of(book, each.path, each.checksum) for each in files.documents}
    adopted = meeting.state is MeetingState.ADOPTED
    return replace(files, found=found, faults=tuple(seal_faults(book, meeting)) if adopted else ())


def explain(book: Book, meeting: Meeting, key: str, reason: str) -> Gap:
    """Give the reason for a gap that will stay, or another one than before; Problem where only mending closes it."""
    files = looked_at(book, meeting)
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
