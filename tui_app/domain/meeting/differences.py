"""Two versions of a paper beside each other: by line and, within a line that changed, by word (R-27).

Nothing is lost: the lines of both versions are all there, and either text can be put together again from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from tui_app.domain.frozen import dataclass

_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
_HEADING = re.compile(r"#{1,6} ")
_NEAR = 12  # lines that are looked through for the one that a changed line became
_ALIKE = 0.4  # of the words, for one line to be what became of another


class Side(StrEnum):
    """In which of the two versions a line stands, as it is marked before it."""

    BOTH = " "
    BEFORE = "-"
    AFTER = "+"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line; `differs`: it is not in the line of the other version."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of one version, or of both. A line that changed stands twice, first as it was."""

    side: Side
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The line as it stands in its version."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def marked(self) -> str:
        """`- The survey begins in [-May-]`, with a mark before it and its own marks around the words that differ."""
        opening, closing = ("[-", "-]") if self.side is Side.BEFORE else ("[+", "+]")
        whole = all(piece.differs for piece in self.pieces)
        words = (f"{opening}{piece.text}{closing}" if piece.differs and not whole else piece.text
                 for piece in self.pieces)  # fmt: skip
        return f"{self.side} {''.join(words)}".rstrip()


def differences(before: str, after: str) -> tuple[DiffLine, ...]:
    """Every line of both texts in order, those that are the same once."""
    old, new = before.split("\n"), after.split("\n")
    lines: list[DiffLine] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            lines += [DiffLine(Side.BOTH, (Piece(line),)) for line in old[start:end]]
        else:
            lines += _changed(old[start:end], new[new_start:new_end])
    return tuple(lines)


def text_of(lines: Iterable[DiffLine], side: Side) -> str:
    """The text before or after, put together again."""
    return "\n".join(line.text for line in lines if line.side in (Side.BOTH, side))


def differing(lines: Sequence[DiffLine]) -> Iterator[DiffLine]:
    """The lines that differ, each under the heading of its part, without the empty ones; nothing where none does."""
    heading: DiffLine | None = None
    for line in lines:
        if line.side is not Side.BOTH:
            if heading is not None:
                yield heading
                heading = None
            if line.text.strip():
                yield line
        elif _HEADING.match(line.text):
            heading = line


def count_words(lines: Iterable[DiffLine]) -> str:
    """`3 lines differ`: a line that changed counts once."""
    old = sum(1 for line in lines if line.side is Side.BEFORE and line.text.strip())
    new = sum(1 for line in lines if line.side is Side.AFTER and line.text.strip())
    count = max(old, new)
    return f"{count} line{'s differ' if count != 1 else ' differs'}"


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[DiffLine]:
    """The lines of a part that changed, each old one before the new one that it became."""
    at = 0
    for line in old:
        became = _became(line, new, at)
        if became is None:
            yield _whole(Side.BEFORE, line)
            continue
        yield from (_whole(Side.AFTER, each) for each in new[at:became])
        yield from _by_word(line, new[became])
        at = became + 1
    yield from (_whole(Side.AFTER, each) for each in new[at:])


def _whole(side: Side, line: str) -> DiffLine:
    return DiffLine(side, (Piece(line, differs=True),))


def _became(line: str, new: Sequence[str], start: int) -> int | None:
    """The place of the line into which one has changed; None if it was taken out."""
    words = set(line.split())
    likeness = [(_likeness(words, set(each.split())), -place) for place, each in enumerate(new[start : start + _NEAR])]
    best, place = max(likeness, default=(0.0, 0))
    return start - place if best >= _ALIKE else None


def _likeness(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _by_word(before: str, after: str) -> Iterator[DiffLine]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    was: list[Piece] = []
    now: list[Piece] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        removed, added, differs = "".join(old[start:end]), "".join(new[new_start:new_end]), tag != "equal"
        was += [Piece(removed, differs)] if removed else []
        now += [Piece(added, differs)] if added else []
    yield DiffLine(Side.BEFORE, tuple(was))
    yield DiffLine(Side.AFTER, tuple(now))
