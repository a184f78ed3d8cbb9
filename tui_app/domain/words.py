"""The words that the program itself writes in a paper, in one language: labels, dates and lists.

A label is known by its English words as they stand in the code, which are also what is
printed where nothing else is given. What people typed never goes through here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import field

from tui_app.domain.frozen import dataclass

from .day_forms import MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How one language writes; the defaults are English.

    `labels`: by the English words, those of the language; `own`: those by which a charter replaces single ones.
    `long_date` and `short_date` are patterns of {day}, {month} and {year}; `first_day` stands for the day 1.
    `comma` and `last` stand between the names of a list, `colon` behind a label, `semicolon` between parts of a line.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    months: tuple[str, ...] = MONTHS
    short_months: tuple[str, ...] = tuple(name[:3] for name in MONTHS)
    short_weekdays: tuple[str, ...] = tuple(name[:3] for name in WEEKDAYS)
    long_date: str = "{day} {month} {year}"
    short_date: str = "{day} {month} {year}"
    first_day: str = "1"
    comma: str = ", "
    last: str = " and "
    colon: str = ": "
    semicolon: str = "; "

    def __call__(self, label: str, **filled: object) -> str:
        """A label, its {names} filled in: `words("Members as at {day}", day="21 November 2026")`.

        Where English says two things by one word, the label has a hint behind a bar, which is not printed:
        `By|whom`.
        """
        found = self.own.get(label) or self.labels.get(label) or label.partition("|")[0]
        return found.format(**filled) if filled else found

    def count(self, number: int, one: str, many: str, none: str = "") -> str:
        """`1 day`, `{number} days`: the label for one, or for as many as there are; `none` for 0, if it is given."""
        label = none if none and not number else one if number == 1 else many
        return self(label, number=number)

    def date(self, on: datetime.date) -> str:
        """`21 November 2026`."""
        return self._dated(self.long_date, on, self.months)

    def day(self, on: datetime.date | None) -> str:
        """The same; empty without a date."""
        return self.date(on) if on else ""

    def brief(self, on: datetime.date) -> str:
        """`21 Nov 2026`, for lists."""
        return self._dated(self.short_date, on, self.short_months)

    def moment(self, at: datetime.datetime) -> str:
        """`25 September 2026, 17:00 EAT`, as a deadline is announced."""
        return f"{self.date(at.date())}, {at:%H:%M %Z}".strip()

    def weekday(self, on: datetime.date) -> str:
        """`Sat 21 Nov 2026`."""
        return f"{self.short_weekdays[on.weekday()]} {self.brief(on)}"

    def _dated(self, pattern: str, on: datetime.date, months: tuple[str, ...]) -> str:
        day = self.first_day if on.day == 1 else str(on.day)
        return pattern.format(day=day, month=months[on.month - 1], year=on.year)

    def all_of(self, names: Iterable[str]) -> str:
        """`FAO`, `FAO and ILO`, `FAO, ILO and WHO`."""
        *most, final = [*names] or [""]
        return f"{self.comma.join(most)}{self.last}{final}" if most else final


ENGLISH = Words()
