"""The history on the screen: newest first, read from the disk only as far as somebody goes down in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tui_app.domain.calendar import short_date
from tui_app.register.past import Address
from tui_app.screens.whole import WholeRecord
from tui_app.services.book import Book
from tui_app.services.history import Told, told
from tui_app.widgets.rows import Row
from tui_app.widgets.wrapping import Line, wrap

_FIRST = 60
"""Transactions that are read at once: more than one screen of them."""


class HistoryRead:
    """What was read so far of the history of a register or of some records; each reading on doubles it."""

    def __init__(self, book: Book, title: str, addresses: tuple[Address, ...] = ()) -> None:
        self._title, self._coming = title, told(book, addresses)
        self._read: list[Told] = []
        self.whole = False

    def read_on(self) -> None:
        """Read as many again as there are, the first time a screenful."""
        wanted = len(self._read) or _FIRST
        more = [*islice(self._coming, wanted)]
        self._read += more
        self.whole = len(more) < wanted

    def lines(self, width: int) -> list[Line]:
        """What was read, in lines of at most `width` cells."""
        return [*self._lines(width)]

    def _lines(self, width: int) -> Iterator[Line]:
        yield from (((line, "heading"),) for line in wrap(self._title, width))
        yield (("Words in [ ] are those that differ.", "dim"),)
        for transaction in self._read:
            yield ()
            yield from (((line, "bold"),) for line in wrap(transaction.headline, width))
            for line in transaction.lines:
                yield from (((part, ""),) for part in _indented(f"  {line}", width))
        if not self.whole:
            yield from ((), (("Older ones follow: go on down.", "dim"),))


def _indented(line: str, width: int) -> Iterator[str]:
    """Wrapped, with what follows a little further in than its beginning."""
    text = line.lstrip()
    indent = len(line) - len(text)
    first, *others = wrap(text, width - indent - 2)
    yield " " * indent + first
    yield from (" " * (indent + 2) + other for other in others)


def history_rows(book: Book, addresses: tuple[Address, ...]) -> list[Row]:
    """The whole history of one record, as a record is shown whole: when, what was done and by whom, what changed."""
    return [_row(transaction) for transaction in told(book, addresses)]


def whole_history(book: Book, symbol: str, address: Address) -> WholeRecord:
    """The history of the record with a symbol, to be shown over the place in which it is listed."""
    title = f"History of {symbol}, newest first; words in [ ] are those that differ"
    return WholeRecord(title, history_rows(book, (address,)))


def _row(transaction: Told) -> Row:
    done = f"{transaction.at:%H:%M}  {transaction.why}  ({transaction.by})"
    return Row(str(transaction.sequence), (short_date(transaction.at.date()), "\n".join((done, *transaction.lines))))
