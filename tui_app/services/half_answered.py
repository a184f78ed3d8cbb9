"""The words of questions that were not answered to their end: offered when one is asked again, after a crash too."""

from __future__ import annotations

from tui_app.services import half_typed
from tui_app.services.book import Book
from tui_app.services.half_typed import Key

_SHOWN = 40


class HalfAnswered:
    """What was typed to the questions of a register, by question.

    The words of a question that stands open are on the disk too, beside the register and as private as that, until it
    is answered or put away.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._words = {} if book.register.read_only else half_typed.recall_answers(book)
        self._put_away: set[Key] = set()
        self._on_disk = self._to_keep()
        self.remark = self._remark()
        """What to tell at the start: that words were left, and where they are offered; empty if none were."""

    def words(self, key: Key) -> dict[str, str]:
        """What was typed to a question, or to each of a chain of them, by its label."""
        return self._words.get(key, {})

    def keep(self, key: Key, label: str, words: str) -> None:
        """The words so far; `write` brings them to the disk."""
        self._put_away.discard(key)
        self._words.setdefault(key, {})[label] = words

    def put_away(self, key: Key) -> None:
        """Keep the words while the program runs, and no longer on the disk."""
        self._put_away.add(key)
        self.write()

    def forget(self, key: Key) -> None:
        """It was answered, or its words are not wanted."""
        self._words.pop(key, None)
        self.write()

    def write(self) -> None:
        """Bring to the disk what stands in questions now."""
        kept = self._to_keep()
        if kept != self._on_disk:
            half_typed.keep_answers(self._book, kept)
            self._on_disk = kept

    def _to_keep(self) -> dict[Key, dict[str, str]]:
        return {key: dict(words) for key, words in self._words.items() if key not in self._put_away}

    def _remark(self) -> str:
        if not self._words:
            return ""
        (place, _), answers = list(self._words.items())[-1]
        words = list(answers.values())[-1]
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}..."
        return f'Typed and not entered before the program ended: "{shown}". {place} offers it when it asks again.'
