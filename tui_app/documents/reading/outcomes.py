"""Decisions and actions: from the tables of exported minutes, or from a list, one a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from tui_app.documents.outcomes import NO_OWNER, NOBODY
from tui_app.documents.reading.blocks import Block, Kind
from tui_app.documents.reading.found import ReadOutcome
from tui_app.documents.reading.reading import Reading, opened
from tui_app.documents.reading.tables import Row, rows
from tui_app.domain.capture.who_and_when import split_due, split_responsible
from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.follow_up.assignment import NOTHING_TO_DO, read_deadline
from tui_app.domain.follow_up.progress_words import Reported, read_progress
from tui_app.domain.names import fold
from tui_app.domain.problem import Problem

_COLUMNS = {
    "symbol": "symbol", "no.": "symbol", "decision": "text", "action": "text", "action point": "text",
    "basis": "basis", "owner": "who", "responsible": "who", "due": "due", "by": "due", "deadline": "due",
    "status": "status",
}  # fmt: skip
_PASSED_OVER = frozenset({"no decision was taken.", "no action point was agreed.", "none."})
_SYMBOL = re.compile(r"(?:(?P<network>[A-Z][\w-]*)/)?(?:(?P<meeting>\d{4}/[A-Z][\w-]*)/)?(?P<number>[DA]\d{1,3})")
_SYMBOL_BEFORE = re.compile(rf"({_SYMBOL.pattern})(?::|\.)?\s+(.*)", re.DOTALL)


def read_outcomes(
    reading: Reading, section: Sequence[Block], meetings: set[str], *, decision: bool
) -> list[ReadOutcome]:
    """The decisions, or the actions, of a section; adds the symbols of meetings that they name to `meetings`."""
    found = []
    for row in rows(reading, section, _COLUMNS):
        found += _kept(reading, row.line, row.text, partial(_of_a_row, reading, row, meetings, decision))
    for block in section:
        if block.kind in (Kind.POINT, Kind.PARAGRAPH, Kind.QUOTE) and fold(block.text) not in _PASSED_OVER:
            found += read_outcome(reading, block.line, block.text, meetings, decision=decision)
    return found


def read_outcome(reading: Reading, line: int, text: str, meetings: set[str], *, decision: bool) -> list[ReadOutcome]:
    """One decision or action as it is written in a list; nothing, and a note, where it cannot be read."""
    if text.startswith("|"):
        reading.miss(line, f"{text[:40]!r} is no row of a table that can be read: below the names of the columns "
                     "stands | --- | for each of them.", text)  # fmt: skip
        return []
    read = _decision if decision else _action
    return _kept(reading, line, text, lambda: read(reading, line, text, meetings))


def _kept(reading: Reading, line: int, text: str, read: Callable[[], ReadOutcome]) -> list[ReadOutcome]:
    try:
        return [read()]
    except Problem as problem:
        reading.miss(line, str(problem), text)
        return []


def number_of(reading: Reading, symbol: str, meetings: set[str], *, decision: bool) -> str:
    """`D03` of `UNNM-KEN/2019/Q2/D03`; Problem for the symbol of another network, or for none."""
    found = _SYMBOL.fullmatch(symbol.strip())
    letter = "D" if decision else "A"
    if not found or found["number"][0] != letter:
        raise Problem(f"{symbol!r} is not a symbol: write 2019/Q2/{letter}03, {letter}03, or leave it empty.")
    if found["network"] and found["network"] != reading.charter.symbol:
        raise Problem(f"{symbol} is of another network than {reading.charter.symbol}.")
    if found["meeting"]:
        meetings.add(found["meeting"])
    return f"{letter}{int(found['number'][1:]):02d}"


# -- tables --------------------------------------------------------------


def _of_a_row(reading: Reading, row: Row, meetings: set[str], decision: bool) -> ReadOutcome:
    text, closed = opened(row["text"])
    number = number_of(reading, row["symbol"], meetings, decision=decision) if row["symbol"] else ""
    flagged = fold(row["who"]) in (NO_OWNER, NOBODY) and row.said("who").bold
    nothing = decision and fold(row["who"]) == NOTHING_TO_DO
    who = () if flagged or nothing else reading.entities(row["who"])
    due, words = _deadline(reading, row["due"])
    if decision and words:
        raise Problem(f"{row['due']!r} is not a day: the date of a decision is one, as in 12 June 2019.")
    made = ReadOutcome(line=row.line, decision=decision, text=text, number=number, responsible=who, due=due,
                       due_words=words, basis=row["basis"], closed=closed,
                       carried_out=nothing or (decision and not who and not due and not flagged))  # fmt: skip
    return _with_status(reading, made, row["status"])


def _deadline(reading: Reading, text: str) -> tuple[date | None, str]:
    return read_deadline(text, reading.any_date) if text.strip() else (None, "")


def _with_status(reading: Reading, outcome: ReadOutcome, text: str) -> ReadOutcome:
    if not text:
        return outcome
    if fold(text) == "open":
        return replace(outcome, status=ActionStatus.NOT_STARTED, carried_out=False)
    said: Reported = read_progress(text, date.max)
    return replace(outcome, status=said.status, note=said.note, evidence=said.evidence, carried_out=False)


# -- lists ---------------------------------------------------------------


def _decision(reading: Reading, line: int, text: str, meetings: set[str]) -> ReadOutcome:
    """`The Network agreed to ... (IOM, ILO; 30 September 2019) [implemented]`."""
    number, rest, status = _marks(reading, text, meetings, decision=True)
    bracket = re.fullmatch(r"(.*\S)\s*\(([^()]*)\)", rest, re.DOTALL)
    found = _owners_and_date(reading, bracket[2]) if bracket else None
    if bracket and found:
        rest = bracket[1]
    who, due = found or ((), None)
    made = ReadOutcome(line=line, decision=True, text=rest, number=number, responsible=who, due=due,
                       carried_out=not who and not due)  # fmt: skip
    return _with_status(reading, made, status)


def _owners_and_date(reading: Reading, text: str) -> tuple[tuple[str, ...], date | None] | None:
    """Owners and a date in brackets; None if they hold neither; Problem if only some of it can be read."""
    who: list[str] = []
    odd: list[str] = []
    due = None
    for part in filter(None, (each.strip() for each in re.split(r"[,;]|\band\b", text))):
        known = reading.names.find(part) is not None or _collective(reading, part)
        if known:
            who.append(reading.entity(part))
        elif due is None and (day := _day(reading, part)) is not None:
            due = day
        else:
            odd.append(part)
    if odd and (who or due):
        raise Problem(f"{odd[0]!r} in ({text}) is neither an entity of this network nor a date.")
    return None if odd else (tuple(dict.fromkeys(who)), due)


def _collective(reading: Reading, part: str) -> bool:
    try:
        return bool(reading.entity(part))
    except Problem:
        return False


def _day(reading: Reading, part: str) -> date | None:
    try:
        return reading.any_date(re.sub(r"^(?:due|by)\s+", "", part, flags=re.IGNORECASE))
    except Problem:
        return None


def _action(reading: Reading, line: int, text: str, meetings: set[str]) -> ReadOutcome:
    """`UNHCR, IOM: share the questionnaire by 30 September 2019 [done]`."""
    number, rest, status = _marks(reading, text, meetings, decision=False)
    head, colon, _ = rest.partition(":")
    if not colon:
        raise Problem(f"{rest[:40]!r} does not say who is to do it: write UNHCR, IOM: share the data by 30 Sep 2019.")
    who, what = split_responsible(rest, reading.names)
    if not who:
        who, what = reading.entities(head), rest.partition(":")[2].strip()
    what, due, words = split_due(what, reading.any_date)
    made = ReadOutcome(line=line, decision=False, text=what, number=number, responsible=who, due=due,
                       due_words=words)  # fmt: skip
    return _with_status(reading, made, status)


def _marks(reading: Reading, text: str, meetings: set[str], *, decision: bool) -> tuple[str, str, str]:
    """The number in front and the status in brackets at the end, and what is between them."""
    found = re.fullmatch(r"(.*\S)\s*\[([^\[\]]*)\]", text, re.DOTALL)
    rest, status = (found[1], found[2]) if found else (text, "")
    symbol = _SYMBOL_BEFORE.fullmatch(rest)
    if not symbol:
        return "", rest, status
    return number_of(reading, symbol[1], meetings, decision=decision), symbol[symbol.re.groups], status
