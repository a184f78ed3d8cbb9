"""The workplan of a year: its lines, their milestones, and what was endorsed (R-49, R-67)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from datetime import date

from tui_app.domain.frozen import dataclass

from ..calendar import quarter
from ..follow_up.action import DONE, ActionStatus, Progress
from ..problem import Problem, nearest

REACHED = "Q{quarter} {milestone}: done"
"""What is noted of a line that was not started when a milestone of it is reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """What is to be reached in a quarter, 1 to 4, of the year; `done_on` None until it is."""

    quarter: int
    text: str
    done_on: date | None = None

    def __str__(self) -> str:
        return f"Q{self.quarter} {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkplanLine:
    """One output of a year. `number` (`W03`) is never used again in its year; `rank` orders the lines.

    `lead` is an entity or a collective such as the Secretariat, `partners` are entities or anybody else by name.
    `gcm`: objectives of the Global Compact, `sdg`: targets, `unsdcf`: the outcome of the cooperation framework in
    words. `decisions` and `actions` are the symbols of those that serve it.
    """

    id: str
    year: int
    number: str
    rank: int
    output: str
    lead: str = ""
    partners: tuple[str, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    gcm: tuple[int, ...] = ()
    sdg: tuple[str, ...] = ()
    unsdcf: str = ""
    progress: tuple[Progress, ...] = ()
    decisions: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    struck: bool = False

    @property
    def symbol(self) -> str:
        """`2026/W03`."""
        return f"{self.year}/{self.number}"

    @property
    def status(self) -> ActionStatus:
        """What was last reported."""
        return self.progress[-1].status if self.progress else ActionStatus.NOT_STARTED

    @property
    def open(self) -> bool:
        """Whether something remains to be done."""
        return self.status not in DONE and not self.struck

    @property
    def linked(self) -> tuple[str, ...]:
        """The symbols of the decisions and actions that serve it."""
        return (*self.decisions, *self.actions)

    def late(self, milestone: Milestone, today: date) -> bool:
        """Whether a milestone of this line was to be reached in a quarter that is past, and was not."""
        return self.open and milestone.done_on is None and (self.year, milestone.quarter) < (today.year, quarter(today))


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplan:
    """The workplan of a year as a decision endorsed it; one that has no such record is a draft.

    `version` counts the endorsements; `endorsed` is every line as it then was, as typed, by its id.
    """

    id: str
    year: int
    version: int
    endorsed_by: str
    endorsed_on: date
    endorsed: dict[str, str] = field(default_factory=dict)


def in_order(lines: Iterable[WorkplanLine]) -> tuple[WorkplanLine, ...]:
    """The lines in the order in which they are shown."""
    return tuple(sorted(lines, key=lambda line: (line.year, line.rank)))


def begun(line: WorkplanLine, note: str, on: date, by: str) -> WorkplanLine:
    """The line in progress since that day, if nothing but "not started" was reported of it; else as it is."""
    if line.status is not ActionStatus.NOT_STARTED:
        return line
    day = max(on, line.progress[-1].on) if line.progress else on
    return replace(line, progress=(*line.progress, Progress(on=day, status=ActionStatus.IN_PROGRESS, note=note, by=by)))


def replanned(line: WorkplanLine, plan: WorkplanLine) -> WorkplanLine:
    """The line with another plan; its number, reports and links stay, and the day of each milestone that was kept.

    A milestone is kept where its words are the same, or nearly so in the same quarter.
    """
    return replace(
        line, output=plan.output, lead=plan.lead, partners=plan.partners, gcm=plan.gcm, sdg=plan.sdg,
        unsdcf=plan.unsdcf, milestones=_kept(line.milestones, plan.milestones),
    )  # fmt: skip


def _kept(before: tuple[Milestone, ...], after: tuple[Milestone, ...]) -> tuple[Milestone, ...]:
    left, texts = list(before), {each.text for each in after}
    kept = []
    for milestone in after:
        same = next((each for each in left if each.text == milestone.text), None)
        same = same or _reworded(milestone, [each for each in left if each.text not in texts])
        if same is not None:
            left.remove(same)
        kept.append(replace(milestone, done_on=same.done_on if same else None))
    return tuple(kept)


def _reworded(milestone: Milestone, before: list[Milestone]) -> Milestone | None:
    there = {each.text: each for each in before if each.quarter == milestone.quarter}
    near = nearest(milestone.text, there, least=0.7)
    return there[near] if near is not None else None


def find_milestone(line: WorkplanLine, words: str) -> int:
    """The place of the milestone that `Q2` or `Q2 draft` means: its quarter, and a beginning of it; else Problem."""
    wanted = " ".join(words.casefold().split())
    found = [n for n, each in enumerate(line.milestones) if str(each).casefold().startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not line.milestones:
        raise Problem(f"{line.symbol} has no milestone: edit the line and add one, as in ; Q2 draft circulated.")
    there = "; ".join(str(line.milestones[n]) for n in found or range(len(line.milestones)))
    which = "can be several" if found else "is none of its milestones"
    raise Problem(f"{words.strip()!r} {which}: {there}.")
