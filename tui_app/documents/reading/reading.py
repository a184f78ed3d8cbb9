"""What is known while a file is read, and the list of what could not be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from tui_app.documents.reading.found import Unread
from tui_app.domain.calendar import is_date_phrase, read_date
from tui_app.domain.charter.charter import Charter
from tui_app.domain.names import COLLECTIVES, EntityNames, fold
from tui_app.domain.problem import Problem, nearest

_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_NONE = frozenset({"", "-", "none", "no one", "nobody", "nobody yet", "no owner", "n/a"})


@dataclass(slots=True)
class Reading:
    """One reading of one file. `day` is that of the meeting, from which dates without a year are counted.

    Readers of parts answer None, or with what they could read, and note what they could not.
    """

    charter: Charter
    names: EntityNames
    day: date | None = None
    unread: list[Unread] = field(default_factory=list)

    def miss(self, line: int, sentence: str, text: str = "") -> None:
        """Note what could not be read."""
        self.unread.append(Unread(line, sentence, text))

    def english(self, label: str) -> str:
        """A label folded, in the words of the code where the charter has its own in their place."""
        own = {fold(mine): fold(words.partition("|")[0]) for words, mine in self.charter.labels.items()}
        return own.get(fold(label), fold(label))

    def entity(self, text: str) -> str:
        """A known entity or a collective; Problem with the nearest, or with how the file makes it known."""
        found = self.names.find(text) or COLLECTIVES.get(fold(text))
        if found:
            return found
        near = nearest(text, self.names.acronyms, least=0.6)
        meant = f"did you mean {near}? If not, " if near else ""
        right = f"{meant}name it under the heading Entities, as in {text.strip()}: its full name."
        raise Problem(f"{text.strip()!r} is not an entity of this network: {right}")

    def entities(self, text: str) -> tuple[str, ...]:
        """`IOM, ILO and UNHCR`; an entity's own name may hold a comma. Problem on the first that is not known."""
        if fold(text) in _NONE:
            return ()
        return tuple(dict.fromkeys(map(self.entity, self._apart(text))))

    def _apart(self, text: str) -> Iterator[str]:
        """The names in a list, each as long as one that is known can be."""
        rest = text.strip()
        while rest:
            ends = [len(rest), *(found.start() for found in reversed([*_BETWEEN.finditer(rest)]))]
            known = (end for end in ends if self._knows(rest[:end]))
            end = next(known, ends[-1])
            if rest[:end].strip():
                yield rest[:end]
            rest = _BETWEEN.sub("", rest[end:], count=1)

    def _knows(self, text: str) -> bool:
        return self.names.find(text) is not None or fold(text) in COLLECTIVES

    def any_date(self, text: str) -> date:
        """A day in any form of the minutes, counted from the day of the meeting; Problem for anything else."""
        return read_date(text, self.day or date.min)

    def full_date(self, text: str) -> date:
        """A day with its year; Problem for anything else."""
        words = text.strip().rstrip(".")
        if not is_date_phrase(words) or not re.search(r"\d{4}", words):
            raise Problem(f"{words!r} is not a day with its year: write 12 June 2019.")
        return read_date(words, date.min)


def opened(text: str) -> tuple[str, bool]:
    """A text without the mark of a closed session, and whether it had one."""
    mark = "(closed session)"
    return (text.removeprefix(mark).lstrip(), True) if text.startswith(mark) else (text, False)


def label_and_value(text: str) -> tuple[str, str]:
    """`Date: 12 June 2019` as its label, folded, and its value; no label where there is no colon."""
    label, colon, value = text.partition(":")
    return (fold(label), value.strip()) if colon else ("", text.strip())
