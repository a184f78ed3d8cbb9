"""Keeping the register: backups made, listed, brought back; and the way out to stock TinyDB."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from tui_app.domain.frozen import dataclass
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.register import backups, opening
from tui_app.services.book import Book


def back_up(book: Book) -> Path:
    """Back the register up now; the new backup, or the newest one if nothing has changed since it was made."""
    return backing_up(book)()


def backing_up(book: Book) -> Callable[[], Path]:
    """The same, to be done later or in another thread, while the register is written to."""
    written, at = book.register.written, book.now()
    return lambda: backups.make(written, at)


def backup_due(book: Book) -> bool:
    """Whether this program writes to the register and has not backed it up today."""
    made_today = f"register-{book.today():%Y-%m-%d}"
    return not book.register.read_only and not any(
        backup.stem.startswith(made_today) for backup in backups.found(book.register.folder)
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup, how many changes it holds, and why it is not good if it is not."""

    path: Path
    changes: int
    fault: str = ""


def kept(folder: Path) -> Iterator[Kept]:
    """The backups of the register in a folder, the newest first, each read whole."""
    for path in backups.found(folder):
        try:
            yield Kept(path, backups.read(path).sequence)
        except Problem as problem:
            yield Kept(path, 0, str(problem))


def restore(folder: Path, name: str) -> tuple[Path, Path | None]:
    """Put a backup, by its name or as a file, in the place of the register, which need not be readable.

    The backup, and where the register as it was is kept. Problem if there is no such backup, it is not good
    or of another register, or the register is open in another window; then nothing has changed.
    """
    backup = _named(folder, name)
    with opening.writing_to(folder):
        lock = opening.lock(folder)
    if lock is None:
        raise Problem(f"{folder} is open in another window: close it there, then restore.")
    try:
        return backup, backups.restore(folder / opening.JOURNAL_NAME, backup, datetime.now().astimezone())
    finally:
        lock.release()


def _named(folder: Path, name: str) -> Path:
    places = (folder / backups.FOLDER_NAME / name, folder / name, Path(name).expanduser())
    for path in places:
        if path.is_file():
            return path
    there = [path.name for path in backups.found(folder)]
    if not there:
        raise Problem(f"There is no file {name}, and no backup in {folder / backups.FOLDER_NAME}.")
    raise Problem(f"There is no backup {name}: {did_you_mean(name, there)}")


def tinydb_file(book: Book, *, contacts: bool = False) -> str:
    """The register as a file that stock TinyDB opens, with whole numbers for ids; without contacts unless asked."""
    from tui_app.documents.letterhead import internal_words  # on use, since every command that writes comes by here
    from tui_app.register.stock import stock_tinydb

    return stock_tinydb(book.register, internal_words(book.charter), () if contacts else ("contact",))
