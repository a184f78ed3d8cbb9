"""Progress as people type it: a status by the beginning of its words, its day, a note, the evidence."""

from __future__ import annotations

import re
from datetime import date

from tui_app.domain.frozen import dataclass

from ..calendar import day_and_date, is_date_phrase, read_past_date
from ..problem import Problem, did_you_mean
from .action import ActionStatus


@dataclass(frozen=True, slots=True)
class Reported:
    """What was read from a line on progress; `on` None: today."""

    status: ActionStatus
    note: str = ""
    evidence: str = ""
    on: date | None = None

    @property
    def needs_evidence(self) -> bool:
        """Whether it claims to be implemented and does not say what shows it (R-62)."""
        return self.status is ActionStatus.IMPLEMENTED and not self.evidence


_EVIDENCE = re.compile(r"(?:^|[\s,;.])evidence\s*:\s*", re.IGNORECASE)
_ALSO = {"done": ActionStatus.IMPLEMENTED}
"""Words that hands trained elsewhere type."""


def read_progress(text: str, today: date) -> Reported:
    """Read `in progress on 10 Sep: draft shared`, `impl survey published; evidence: its link`.

    Problem: no such status, with those there are; or a day that is still to come.
    """
    said, *shown = _EVIDENCE.split(text.strip(), maxsplit=1)
    status, rest = _take_status(said.strip())
    on, note = _take_day(rest, today)
    return Reported(status, note.lstrip(" :,;.-").rstrip(" :,;-"), shown[0].strip() if shown else "", on)


_ON = re.compile(r"\s*,?\s*on\s+([^:;,]+?)\s*(?:[:;,]|$)", re.IGNORECASE)


def _take_day(text: str, today: date) -> tuple[date | None, str]:
    """The day behind the status, where one was meant: `on 10 Sep:`; "on hold" is a note."""
    found = _ON.match(text)
    if not found or not is_date_phrase(found[1]):
        return None, text
    return read_past_date(found[1], today), text[found.end() :]


def statuses_begun(word: str) -> list[ActionStatus]:
    """The statuses of which a word can be the beginning."""
    first = word.casefold()
    return [_ALSO[first]] if first in _ALSO else [status for status in ActionStatus if status.startswith(first)]


def _take_status(text: str) -> tuple[ActionStatus, str]:
    text = text.lstrip(" :,;.")
    words = re.findall(r"[^\s:,;.]+", text)
    if not words:
        raise Problem(f"How far has it come? {_statuses()}.")
    first = words[0].casefold()
    found = statuses_begun(first)
    if len(found) > 1:
        raise Problem(f"{words[0]!r} can be {' or '.join(found)}: type one letter more.")
    if not found:
        raise Problem(f"{words[0]!r} is not a status: {did_you_mean(first, [s.value for s in ActionStatus])}")
    _, _, second = found[0].partition(" ")
    rest = text[len(words[0]) :]
    if second and len(words) > 1 and len(words[1]) > 1 and second.startswith(words[1].casefold()):
        rest = rest.lstrip(" ")[len(words[1]) :]
    return found[0], rest


def _statuses() -> str:
    *most, last = ActionStatus
    return f"{', '.join(most)} or {last}"


STATUSES = _statuses()
"""The statuses in a row, for a prompt."""


def progress_echo(symbol: str, said: Reported) -> str:
    """What Enter will do with a line on progress."""
    on = f" on {day_and_date(said.on)}" if said.on else ""
    parts = [f"{symbol} is {said.status}{on}", said.note, f"evidence: {said.evidence}" if said.evidence else ""]
    then = "; its evidence is asked next" if said.needs_evidence else ""
    return " - ".join(part for part in parts if part) + then
