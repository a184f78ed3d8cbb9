"""The workplan of a year: its lines added, changed, linked to decisions and actions, and endorsed (R-49, R-67)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.identity import new_id
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.domain.symbols import Letter, official
from tui_app.domain.words import ENGLISH, Words
from tui_app.domain.workplan.line import line_echo, read_line, typed_line
from tui_app.domain.workplan.overview import YearPlan, overview, serving
from tui_app.domain.workplan.workplan import REACHED, Workplan, WorkplanLine, begun, in_order, replanned
from tui_app.services.book import Book
from tui_app.services.follow_up import find_followed_up


def year_plan(book: Book, year: int, words: Words = ENGLISH) -> YearPlan:
    """The workplan of a year, told in some language."""
    endorsed, lines = book.of(Workplan).find(_key(year)), book.of(WorkplanLine).all()
    return overview(year, endorsed, lines, book.of(Decision).all(), words)


def read_year(text: str) -> int:
    """A year, or the year of a meeting's symbol (`2026/Q3`); Problem for anything else."""
    found = re.fullmatch(r"(20\d\d)(?:/.*)?", text.strip())
    if not found:
        raise Problem(f"{text.strip()!r} is not a year: write it as 2026.")
    return int(found[1])


def find_line(book: Book, text: str, year: int) -> WorkplanLine:
    """The line that `3`, `W03` or `2026/W03` means, of `year` unless it says which; Problem with the nearest."""
    found = re.fullmatch(r"(?:(?:.*/)?(20\d\d)/)?[wW]?0*(\d{1,4})", text.strip())
    wanted = f"{found[1] or year}/{official(Letter.WORKPLAN_LINE, int(found[2]))}" if found else text.strip()
    there = {line.symbol: line for line in in_order(book.of(WorkplanLine).all())}
    if wanted in there:
        return there[wanted]
    ours = [line.number for line in there.values() if line.year == year]
    near = did_you_mean(wanted.rpartition("/")[2], ours) if ours else f"the workplan for {year} has no line yet."
    raise Problem(f"There is no line {wanted} in the workplan: {near}")


# -- what is planned -----------------------------------------------------


def add_line(book: Book, year: int, text: str) -> WorkplanLine:
    """Add a line as typed, after the others; Problem with what of it cannot be read."""
    last = max((line.rank for line in book.of(WorkplanLine).all() if line.year == year), default=0)
    line = read_line(text, book.names(), id=new_id(), year=year, rank=last + 1)
    number = book.next_number(_key(year), Letter.WORKPLAN_LINE)
    with book.register.transaction(f"{year}/{number} added"):
        number = book.take_number(_key(year), Letter.WORKPLAN_LINE)
        return book.of(WorkplanLine).put(replace(line, number=number))


def edit_line(book: Book, line: WorkplanLine, text: str) -> WorkplanLine:
    """Give a line another plan, as typed; its reports and links stay."""
    plan = read_line(text, book.names(), id=line.id, year=line.year)
    return _put(book, replanned(line, plan), "edited")


def echo(book: Book, text: str, year: int) -> str:
    """What a typed line says, part by part; Problem as in `add_line`."""
    names = book.names()
    return line_echo(read_line(text, names, id="", year=year), names)


def strike_line(book: Book, line: WorkplanLine) -> WorkplanLine:
    """Strike a line out, or restore it; its number stays its own."""
    return _put(book, replace(line, struck=not line.struck), "restored" if line.struck else "struck out")


def move_line(book: Book, line: WorkplanLine, steps: int) -> None:
    """Move a line up (negative) or down among those that stand; at an end it stays."""
    standing = [*year_plan(book, line.year).lines]
    if line not in standing:
        raise Problem(f"{line.symbol} was struck out: restore it before you move it.")
    place = standing.index(line)
    to = min(max(0, place + steps), len(standing) - 1)
    if to == place:
        return
    ranks = [each.rank for each in standing]
    standing.insert(to, standing.pop(place))
    with book.register.transaction(f"{line.symbol} moved {'up' if to < place else 'down'}"):
        for each, rank in zip(standing, ranks, strict=True):
            if each.rank != rank:
                book.of(WorkplanLine).put(replace(each, rank=rank))


def mark_milestone(book: Book, line: WorkplanLine, place: int, done_on: date | None) -> WorkplanLine:
    """Record on which day a milestone was reached, or with None that it was not; Problem for a day to come.

    A line that was not started is in progress from then on.
    """
    if done_on is not None and done_on > book.today():
        raise Problem(f"A milestone is done today or earlier: {done_on.isoformat()} is still to come.")
    changed = replace(line.milestones[place], done_on=done_on)
    milestones = (*line.milestones[:place], changed, *line.milestones[place + 1 :])
    note = REACHED.format(quarter=changed.quarter, milestone=changed.text)
    started = begun(line, note, done_on, book.register.who) if done_on else line
    return _put(book, replace(started, milestones=milestones), f"{changed} {'done' if done_on else 'not done'}")


def _put(book: Book, line: WorkplanLine, why: str) -> WorkplanLine:
    with book.register.transaction(f"{line.symbol} {why}"):
        return book.of(WorkplanLine).put(line)


# -- what it serves, and who decided it ----------------------------------


def link(book: Book, line: WorkplanLine, symbols: Iterable[str]) -> WorkplanLine:
    """Link decisions and actions to a line, by their symbols with or without the network's own."""
    if line.struck:
        raise Problem(f"{line.symbol} was struck out: nothing is linked to it.")
    named = [find_followed_up(book, symbol) for symbol in symbols]
    if gone := [each.symbol for each in named if isinstance(each, ActionPoint) and each.struck]:
        raise Problem(f"{gone[0]} was struck out: it serves no line.")
    decisions = [each.symbol for each in named if isinstance(each, Decision)]
    actions = [each.symbol for each in named if isinstance(each, ActionPoint)]
    changed = replace(
        line,
        decisions=tuple(dict.fromkeys((*line.decisions, *decisions))),
        actions=tuple(dict.fromkeys((*line.actions, *actions))),
    )
    return _put(book, changed, f"linked to {', '.join(short_symbol(each.symbol) for each in named)}")


def unlink(book: Book, line: WorkplanLine, symbols: Iterable[str]) -> WorkplanLine:
    """Take links back; Problem for a symbol that is not linked."""
    gone = {find_followed_up(book, symbol).symbol for symbol in symbols}
    if left := gone - {*line.linked}:
        raise Problem(f"{short_symbol(min(left))} is not linked to {line.symbol}: what serves it is {_listed(line)}.")
    changed = replace(
        line,
        decisions=tuple(each for each in line.decisions if each not in gone),
        actions=tuple(each for each in line.actions if each not in gone),
    )
    return _put(book, changed, f"no longer linked to {', '.join(sorted(map(short_symbol, gone)))}")


def _listed(line: WorkplanLine) -> str:
    return ", ".join(map(short_symbol, line.linked)) or "nothing yet"


def linkable(book: Book) -> Iterator[Decision | ActionPoint]:
    """What can be linked: every decision, then every action that was not struck out, the newest first."""
    yield from reversed(book.of(Decision).all())
    yield from (action for action in reversed(book.of(ActionPoint).all()) if not action.struck)


def served_by(book: Book, symbol: str) -> str:
    """The lines that a decision or an action serves, in words; empty where it serves none."""
    return serving(symbol, in_order(book.of(WorkplanLine).all()))


def standing(book: Book, year: int) -> tuple[WorkplanLine, ...]:
    """The lines of a year's workplan, but those struck out."""
    return tuple(line for line in book.of(WorkplanLine).all() if line.year == year and not line.struck)


def endorse(book: Book, year: int, decision: str, on: date) -> Workplan:
    """Record that a decision endorsed the workplan of a year as its lines stand now; each time is a version."""
    before = book.of(Workplan).find(_key(year))
    lines = standing(book, year)
    with book.register.transaction(f"workplan for {year} endorsed"):
        return book.of(Workplan).put(
            Workplan(
                id=_key(year),
                year=year,
                version=before.version + 1 if before else 1,
                endorsed_by=decision,
                endorsed_on=on,
                endorsed={line.id: typed_line(line) for line in lines},
            )
        )


def _key(year: int) -> str:
    return f"workplan-{year}"
