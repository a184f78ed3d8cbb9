"""A report: drafted from the record under the charter's headings, edited by hand, frozen when sent (R-64 to R-66)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256

from tui_app.domain.frozen import dataclass

from ..charter.charter import Clause
from ..problem import Problem, did_you_mean
from ..words import ENGLISH, Words
from .period import Period, period_words

ON_DEMAND = "report"
"""The kind of a report that was asked for, and by no clause of the ToR."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the record says under one heading, in Markdown; `mandatory`: the ToR ask for the heading by name."""

    heading: str
    text: str
    mandatory: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section, its texts in Markdown. `edited` None: it stands as it was drafted.

    `basis` is the fingerprint of what was drafted when it was edited, so that it is seen when the record has changed.
    """

    heading: str
    drafted: str = ""
    edited: str | None = None
    basis: str = ""
    mandatory: bool = False

    @property
    def text(self) -> str:
        """What it says: the words of the hand, or else those of the record."""
        return self.drafted if self.edited is None else self.edited

    @property
    def outdated(self) -> bool:
        """Whether it was edited by hand and the record says something else since."""
        return self.edited is not None and self.basis != fingerprint(self.drafted)

    @property
    def missing(self) -> bool:
        """Whether the ToR ask for it and it says nothing."""
        return self.mandatory and not self.text.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report on a period. `number` (`R01`) is never used again in its year, the one in which the period ends.

    `clauses` are those of the rule by which it is made, none where it was asked for. `released_by`: the symbol of the
    decision that lets it go to somebody outside. `drafted_on`: the day as at which the record was read, None where an
    older version drafted it. `sent_text`: as it was sent, word for word, with its checksum; empty until then.
    """

    id: str
    number: str
    kind: str
    since: date
    until: date
    audience: tuple[str, ...]
    external: bool = False
    clauses: tuple[Clause, ...] = ()
    sections: tuple[Section, ...] = ()
    sent_on: date | None = None
    sent_to: str = ""
    sent_text: str = ""
    checksum: str = ""
    released_by: str = ""
    drafted_on: date | None = None

    @property
    def symbol(self) -> str:
        """`2026/R01`."""
        return f"{self.until.year}/{self.number}"

    @property
    def period(self) -> Period:
        """The days that it is on."""
        return Period(self.since, self.until)

    @property
    def drafted_unfinished(self) -> bool:
        """Whether it was drafted before its period had ended."""
        return self.drafted_on is not None and self.drafted_on < self.until

    def written_up_after(self, on: date) -> bool:
        """Whether it was drafted after a day, so that it cannot be the very text that was sent on that day."""
        return self.drafted_on is not None and self.drafted_on > on

    @property
    def title(self) -> str:
        """`Quarterly report on the third quarter of 2026`."""
        return report_title(self, ENGLISH)


def report_title(report: Report, words: Words) -> str:
    """The title of a report in some language; its kind is in the charter's words if the ToR ask for it."""
    kind = words("report|kind") if report.kind == ON_DEMAND else report.kind
    kind = f"{kind[:1].upper()}{kind[1:]}"
    return words("{kind} on {period}", kind=kind, period=period_words(report.period, words))


def fingerprint(text: str) -> str:
    """A short text that is another for every other text."""
    return sha256(text.encode()).hexdigest()[:16]


def require_unsent(report: Report) -> None:
    """Raise Problem if it was sent: what was sent never changes."""
    if report.sent_on is not None:
        raise Problem(f"{report.symbol} was sent and cannot change: draft another report.")


def alike(one: Report, other: Report) -> bool:
    """Whether two reports are of one kind, on the same days and for the same readers."""
    return (one.kind, one.clauses, one.period, one.audience) == (
        other.kind,
        other.clauses,
        other.period,
        other.audience,
    )


def refreshed(report: Report, drafts: Iterable[Draft]) -> Report:
    """The report as the record would have it drafted now; what a hand has written stays, also under an old heading."""
    require_unsent(report)
    kept = {section.heading: section for section in report.sections}
    sections = [
        replace(kept.pop(draft.heading, Section(heading=draft.heading)), drafted=draft.text, mandatory=draft.mandatory)
        for draft in drafts
    ]
    left = (replace(section, drafted="", mandatory=False) for section in kept.values() if section.edited is not None)
    return replace(report, sections=(*sections, *left))


def retold(report: Report, drafts: Iterable[Draft], in_other_words: Iterable[Draft]) -> Report:
    """The report in another language, as far as it stands as it was drafted; `drafts` are those that it was made of."""
    other = {(one.heading, one.text): another for one, another in zip(drafts, in_other_words, strict=True)}

    def told(section: Section) -> Section:
        draft = other.get((section.heading, section.drafted))
        return replace(section, heading=draft.heading, drafted=draft.text) if draft else section

    return replace(report, sections=tuple(map(told, report.sections)))


def edited(report: Report, section: Section, text: str) -> Report:
    """The report with a section in other words; with those of the draft, it is as drafted again."""
    require_unsent(report)
    words = text.strip()
    as_drafted = words == section.drafted.strip()
    changed = replace(
        section, edited=None if as_drafted else words, basis="" if as_drafted else fingerprint(section.drafted)
    )
    sections = (changed if each.heading == section.heading else each for each in report.sections)
    return replace(report, sections=tuple(sections))


def find_section(report: Report, named: str) -> Section:
    """The section by its number, counted from 1, or by its heading or a beginning of it; Problem with the nearest."""
    wanted = named.strip().casefold()
    if wanted.isdigit() and 0 < int(wanted) <= len(report.sections):
        return report.sections[int(wanted) - 1]
    found = [each for each in report.sections if wanted and each.heading.casefold().startswith(wanted)]
    if len(found) == 1:
        return found[0]
    near = did_you_mean(wanted, [each.heading for each in report.sections])
    raise Problem(f"{report.symbol} has no section {named.strip()!r}: {near}")


def section_state(section: Section) -> str:
    """How a section stands, in words."""
    if section.missing:
        return "empty, and the ToR ask for it"
    if section.outdated:
        return "edited; the record has changed since"
    return "as drafted" if section.edited is None else "edited"


def shortcomings(report: Report) -> tuple[str, ...]:
    """What to look at before it is sent, a sentence each: empty headings, edits that the record has left."""
    empty = [f"“{each.heading}” is empty, and the ToR ask for it." for each in report.sections if each.missing]
    old = (each for each in report.sections if each.outdated)
    return (*empty, *(f"“{each.heading}” was edited, and the record has changed since." for each in old))
