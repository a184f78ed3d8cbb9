"""The words of questions that were not answered to their end: offered when one is asked again, after a crash too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_app.services import half_typed
from tui_app.services.book import Book
from tui_app.services.half_typed import Answers, Key

_SHOWN = 40
_KEPT, _TOLD = 30, 3
"""So many days words are kept, and told of at the start."""


class HalfAnswered:
    """What was typed to the questions of a register, by question.

    The words of a question that stands open are on the disk too, beside the register and as private as that, until it
    is answered or put away; of one that is never asked again they are forgotten in time, for they may name a person.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        today, kept = book.today(), {} if book.register.read_only else half_typed.recall_answers(book)
        self._kept = {key: each for key, each in kept.items() if (today - each.on).days <= _KEPT}
        self._put_away: set[Key] = set()
        self._on_disk = kept
        self.remark = _remark([(key, each) for key, each in self._kept.items() if (today - each.on).days <= _TOLD])
        """What to tell at the start: that words were left, and where they are offered; empty if none were."""
        self.write()

    def words(self, key: Key) -> Mapping[str, str]:
        """What was typed to a question, or to each of a chain of them, by its label."""
        return self._kept[key].words if key in self._kept else {}

    def keep(self, key: Key, label: str, words: str) -> None:
        """The words so far; `write` brings them to the disk."""
        self._put_away.discard(key)
        self._kept[key] = Answers({**self.words(key), label: words}, self._book.today())

    def put_away(self, key: Key) -> None:
        """Keep the words while the program runs, and no longer on the disk."""
        self._put_away.add(key)
        self.write()

    def forget(self, key: Key) -> None:
        """It was answered, or its words are not wanted."""
        self._kept.pop(key, None)
        self.write()

    def write(self) -> None:
        """Bring to the disk what stands in questions now."""
        kept = {key: each for key, each in self._kept.items() if key not in self._put_away}
        if kept != self._on_disk:
            half_typed.keep_answers(self._book, kept)
            self._on_disk = kept


def _remark(left: Sequence[tuple[Key, Answers]]) -> str:
    if not left:
        return ""
    (place, _), answers = left[-1]
    words = list(answers.words.values())[-1]
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}..."
    return f'Typed and not entered before the program ended: "{shown}". {place} offers it when it asks again.'
