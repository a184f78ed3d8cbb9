"""What the projector screen draws, as lines of words with their looks: it works in black and white."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.differences import Side
from tui_app.domain.meeting.projection import ProjectedPosition, ProjectedText, Projection
from tui_app.domain.meeting.versions import Change
from tui_app.widgets.wrapping import Line, fit, wrap_line

BOLD, NEW, TAKEN_OUT, PLAIN = "bold", "bold underline", "strike", ""
_LOOKS = {Side.AFTER: NEW, Side.BEFORE: TAKEN_OUT}
_GAP = 2
LONGEST_LINE = 100
"""So many cells of a line are read with ease."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the chair wants the room to see of a text beside the text itself."""

    positions: bool = False
    changes: bool = True


def head(projection: Projection, width: int) -> str:
    """The network and the meeting, on one line if they fit."""
    names = [*filter(None, (projection.network, projection.meeting))]
    line = "   ".join(names)
    return line if cell_len(line) <= width else "\n".join(names)


def heading(text: ProjectedText, chosen: Chosen, width: int) -> list[Line]:
    """What the text is and, while changes are shown, how they are marked: behind it, or beneath where that is long."""
    if not (chosen.changes and has_changes(text)):
        return [((text.heading, BOLD),)]
    if cell_len(f"{text.heading}   {text.marks}") > width:
        return [((text.heading, BOLD),), ((text.marks, PLAIN),)]
    return [((text.heading, BOLD), (f"   {text.marks}", PLAIN))]


def body_lines(projection: Projection, chosen: Chosen, width: int, height: int) -> list[Line]:
    """The text before the body, what was declared of it, the positions; or what is said in place of it.

    All lines stand apart from each other where there is room for that, or those of the text alone.
    """
    text = projection.text
    if text is None:
        first, *more = projection.said or ("",)
        return _apart([_wrapped([((first, BOLD),)], width), *(_wrapped([((each, PLAIN),)], width) for each in more)])
    paragraphs = [_wrapped([each], width) for each in _paragraphs(text, with_changes=chosen.changes)]
    declared = _wrapped([((line, PLAIN),) for line in text.declared.split("\n") if line], width)
    positions = position_lines(text, width) if chosen.positions and text.positions else []
    parts = [_apart(paragraphs), declared, positions]
    for count in (3, 1, 0):
        lines = _apart([*map(_spaced, parts[:count]), *parts[count:]])
        if len(lines) <= height:
            break
    return lines


def _spaced(lines: list[Line]) -> list[Line]:
    return [line for each in lines for line in ((), each)][1:]


def first_change(lines: Sequence[Line]) -> int:
    """The first line in which something changed; 0 if there is none."""
    return next((row for row, line in enumerate(lines) if any(look in (NEW, TAKEN_OUT) for _, look in line)), 0)


def content(lines: Iterable[Line]) -> Content:
    """The lines as Textual draws them."""
    return Content("\n").join(Content.assemble(*((words, look) for words, look in line)) for line in lines)


def _apart(parts: Iterable[list[Line]]) -> list[Line]:
    return [line for part in parts if part for line in ((), *part)][1:]


def _wrapped(lines: Iterable[Line], width: int) -> list[Line]:
    return [each for line in lines for each in wrap_line(line, min(width, LONGEST_LINE))]


def has_changes(text: ProjectedText) -> bool:
    """Whether the round before had another text."""
    return any(side is not Side.BOTH for side, _ in text.changes)


def _paragraphs(text: ProjectedText, *, with_changes: bool) -> Iterator[Line]:
    """The text, a line for each of its own: bold, or where changes are shown only what is new."""
    shown = with_changes and has_changes(text)
    line: list[tuple[str, str]] = []
    for words, look in _pieces(text.changes if shown else _as_it_stands(text), PLAIN if shown else BOLD):
        first, *more = words.split("\n")
        line.append((first, look))
        for each in more:
            yield tuple(line)
            line = [(each, look)]
    yield tuple(line)


def _as_it_stands(text: ProjectedText) -> tuple[Change, ...]:
    return tuple((Side.BOTH, words) for side, words in text.changes if side is not Side.BEFORE)


def _pieces(changes: Iterable[Change], usual: str) -> Iterator[tuple[str, str]]:
    """Words with their looks; the space behind them is neither underlined nor struck through."""
    last = " "
    for side, words in changes:
        bare = words.rstrip()
        space = words[len(bare) :]
        if side is Side.BEFORE:
            apart = "" if last[-1:].isspace() or not bare[:1].isalnum() else " "
            bare, space = f"{apart}[-{' '.join(bare.split())}-]", " " if space else ""
        elif last.endswith("-]") and bare[:1].isalnum():
            yield " ", usual
        yield bare, _LOOKS.get(side, usual)
        yield space, usual
        last = space or bare


def position_lines(text: ProjectedText, width: int) -> list[Line]:
    """Each entity with its position, in as many columns as there is room for, from above to below."""
    every = text.positions
    names = min(max(cell_len(each.entity) for each in every) + 3, width // 2)
    cell = min(names + max(cell_len(each.position) for each in every) + _GAP, width)
    height = -(-len(every) // max(1, (width + _GAP) // cell))
    rows = [_position_row(every[row::height], names, cell) for row in range(height)]
    return [*rows, ((f"* {text.legend}", PLAIN),)] if text.legend else rows


def _position_row(row: Iterable[ProjectedPosition], names: int, cell: int) -> Line:
    *parts, (last, look) = (part for each in row for part in _position(each, names, cell))
    return (*parts, (last.rstrip(), look))


def _position(each: ProjectedPosition, names: int, cell: int) -> Line:
    name = fit(f"{each.entity}{' *' if each.binds else ''}", names)
    word = each.position.upper() if each.objects else each.position
    return ((name, PLAIN), (fit(word, cell - names), BOLD if each.objects else PLAIN))
