"""The workplan: milestones of quarters that are past."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..membership.tenure import last_day
from ..workplan.workplan import WorkplanLine
from .matter import Matter, Standing, Urgency, brief


def of_milestones(standing: Standing, today: date) -> Iterable[Matter]:
    """The lines with a milestone that was to be reached in a quarter that is past, and was not."""
    clauses = standing.charter.clauses_on("Workplan")
    for line in standing.workplan_lines:
        late = [milestone for milestone in line.milestones if line.late(milestone, today)]
        if late:
            yield Matter(
                urgency=Urgency.LATE,
                what="milestone",
                since=last_day(date(line.year, 1, 1), 3 * late[0].quarter),
                place="network",
                record=line.id,
                deed="network.milestone",
                clause=clauses[0] if clauses else "",
                sentence=f"{line.symbol}, {_who(line)}: not done {'; '.join(brief(str(each)) for each in late)}.",
            )


def _who(line: WorkplanLine) -> str:
    return line.lead or "no lead"
