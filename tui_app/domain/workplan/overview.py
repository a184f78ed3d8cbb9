"""What can be read off a workplan: its state, what changed since its endorsement, what it covers and what it misses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tui_app.domain.frozen import dataclass

from ..attention.matter import short_symbol
from ..consensus.decision import Decision, DecisionState
from ..consensus.effect import EffectKind
from ..words import ENGLISH, Words
from .global_compact import OBJECTIVES
from .line import typed_line
from .workplan import Workplan, WorkplanLine, in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPlan:
    """The workplan of a year as it stands: its lines in order, what it is in words, what it leaves out.

    `state`: `draft ...` or `endorsed by ...`, with `changes` since then; `lines` stand, `struck` ones do not;
    `unserved` are the decisions of the year without a line.
    """

    year: int
    state: str
    lines: tuple[WorkplanLine, ...]
    struck: tuple[WorkplanLine, ...]
    changes: tuple[str, ...]
    unserved: tuple[Decision, ...]


def overview(
    year: int,
    endorsed: Workplan | None,
    lines: Iterable[WorkplanLine],
    decisions: Collection[Decision],
    words: Words = ENGLISH,
) -> YearPlan:
    """The workplan of a year, read from every line and decision on record; its sentences are in some language."""
    every = in_order(lines)
    ours = [line for line in every if line.year == year]
    changes = changes_since(endorsed, ours, words)
    by = next((each.state for each in decisions if endorsed and each.symbol == endorsed.endorsed_by), None)
    return YearPlan(
        year=year,
        state=state_words(endorsed, changes, by, words),
        lines=tuple(line for line in ours if not line.struck),
        struck=tuple(line for line in ours if line.struck),
        changes=changes,
        unserved=without_line(year, decisions, every),
    )


def changes_since(
    workplan: Workplan | None, lines: Collection[WorkplanLine], words: Words = ENGLISH
) -> tuple[str, ...]:
    """A sentence for each line of the year, struck ones too, that is another than it was endorsed."""
    if workplan is None:
        return ()
    return tuple(filter(None, (_change(line, workplan.endorsed.get(line.id), words) for line in lines)))


def _change(line: WorkplanLine, endorsed: str | None, words: Words) -> str:
    if endorsed is None:
        return "" if line.struck else words("{number} was added: {output}", number=line.number, output=line.output)
    if line.struck:
        return words("{number} was struck out: {output}", number=line.number, output=line.output)
    if typed_line(line) == endorsed:
        return ""
    return words("{number} was endorsed as: {output}", number=line.number, output=endorsed)


def state_words(
    workplan: Workplan | None,
    changes: Collection[str] = (),
    since: DecisionState | None = None,
    words: Words = ENGLISH,
) -> str:
    """`endorsed by 2025/Q4/D02 on 2 December 2025, 2 changes since`; `since`: what became of that decision."""
    if workplan is None:
        return words("draft, not endorsed by a decision")
    endorsed = words("endorsed by {symbol} on {day}", symbol=short_symbol(workplan.endorsed_by),
                     day=words.date(workplan.endorsed_on))  # fmt: skip
    version = words("version {number}", number=workplan.version) if workplan.version > 1 else ""
    stands = since in (None, DecisionState.ADOPTED)
    gone = "" if stands or since is None else words("a decision that is now {state}", state=words(since.value))
    changed = words.count(len(changes), "1 change since", "{number} changes since") if changes else ""
    return ", ".join(filter(None, (endorsed, version, gone, changed)))


def without_line(year: int, decisions: Iterable[Decision], lines: Iterable[WorkplanLine]) -> tuple[Decision, ...]:
    """The decisions of a year that stand and serve no line of any year (R-67); not the one that endorses a workplan."""
    served = {symbol for line in lines if not line.struck for symbol in line.decisions}
    return tuple(
        each
        for each in decisions
        if each.adopted_on.year == year
        and each.state is DecisionState.ADOPTED
        and each.symbol not in served
        and not any(effect.kind is EffectKind.WORKPLAN for effect in each.effects)
    )


def coverage(lines: Iterable[WorkplanLine]) -> Mapping[int, tuple[str, ...]]:
    """By objective of the Global Compact, all 23, the numbers of the lines that serve it."""
    standing = [line for line in lines if not line.struck]
    return {goal: tuple(line.number for line in standing if goal in line.gcm) for goal in OBJECTIVES}


def serving(symbol: str, lines: Iterable[WorkplanLine]) -> str:
    """`2026/W03 Data plan adopted`: the lines that a decision or an action serves; empty where it serves none."""
    return "; ".join(f"{line.symbol} {line.output}" for line in lines if not line.struck and symbol in line.linked)
