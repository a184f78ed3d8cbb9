"""Verifying: the whole register is held against itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.circulated import CirculatedPaper
from tui_app.domain.meeting.meeting import Meeting
from tui_app.register import backups, disk
from tui_app.register.references import dangling, unreadable
from tui_app.services.book import Book
from tui_app.services.reports import report_faults
from tui_app.services.sealing import adopted_faults, adopted_meetings


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found in order, and what was not; sentences."""

    sound: Sequence[str]
    faults: Sequence[str]


def verify(book: Book) -> Verified:
    """Hold the register against itself: its opening has read the chain; now references, adopted minutes, backups."""
    register = book.register
    sound = [f"{_counted(register.sequence, 'change')}, each sealed to the one before it", *_incomplete_end(book)]
    faults = tuple(unreadable(register)) or (*dangling(register), *adopted_faults(book), *_circulated_faults(book),
                                                *report_faults(book))  # fmt: skip
    if not faults:
        records = sum(len(register.documents(repository.name)) for repository in register.tables.values())
        adopted = ", ".join(meeting.symbol for meeting in adopted_meetings(book)) or "none yet"
        sound.append(f"{_counted(records, 'record')}, and each that is named by another is there")
        sound.append(f"adopted minutes, unchanged: {adopted}")
    return Verified((*sound, _backups(book)), faults)


def _circulated_faults(book: Book) -> Iterator[str]:
    """What went to the members and is kept as another text than it was."""
    for paper in book.of(CirculatedPaper).all():
        if sha256(paper.text.encode()).hexdigest() != paper.checksum:
            of = book.of(Meeting).get(paper.meeting).symbol
            yield f"The text of {paper.name} of {of}, as it was circulated, does not fit its checksum."


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _incomplete_end(book: Book) -> Iterator[str]:
    written = book.register.written
    left = len(disk.rest(written.path, written.end).rstrip(b"\n"))  # blank lines fill a file that is written to
    if left:
        yield f"{_counted(left, 'byte')} after them that are no whole line yet; who opens it to write sets them aside"


def _backups(book: Book) -> str:
    folder = book.register.folder
    good = backups.newest_good(folder)
    if good is None:
        return "no good backup yet: minutebook backup makes one"
    copy = backups.read(good)
    same = book.register.head_at(copy.sequence) == copy.head.decode()
    holds = f"{copy.sequence:,} of them" if same else f"{copy.sequence:,} changes, but not all of them are these"
    return f"{_counted(len(backups.found(folder)), 'backup')}; the newest good one, {good.name}, holds {holds}"
