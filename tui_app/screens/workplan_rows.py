"""How the network place writes the workplan of a year: its lines, its changes, the decisions without a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from tui_app.commands.catalogue import key_of
from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.calendar import short_date
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.workplan.global_compact import objective_words
from tui_app.domain.workplan.overview import YearPlan
from tui_app.domain.workplan.workplan import Milestone, WorkplanLine
from tui_app.screens.decision_rows import progress_rows
from tui_app.widgets.rows import Row


def plan_rows(plan: YearPlan, today: date) -> list[Row]:
    """The lines in their order, those struck out, what changed since the endorsement, the decisions without a line."""
    rows = [Row("", (f"{plan.year}: {plan.state}",), "heading")]
    rows += [_line_row(line, today) for line in plan.lines] or [_none(plan.year)]
    rows += _under("Struck out", [_line_row(line, today) for line in plan.struck])
    rows += _under("Changes since", [Row(f"change-{n}", ("", each)) for n, each in enumerate(plan.changes)])
    unserved = [Row(each.id, (short_symbol(each.symbol), each.text)) for each in plan.unserved]
    without = f"Decisions of {plan.year} without a line ({len(unserved)})"
    return rows + _under(f"{without}: {key_of('network.link')} links one", unserved)


def _none(year: int) -> Row:
    add, before, after = map(key_of, ("network.add-line", "network.year-before", "network.year-after"))
    told = f"No line for {year} yet: {add} adds one. {before} and {after} lead to the years before and after."
    return Row("none", ("", told))


def _under(heading: str, rows: list[Row]) -> list[Row]:
    return [Row("", (heading,), "heading"), *rows] if rows else []


def _line_row(line: WorkplanLine, today: date) -> Row:
    """Number and lead; the output; below, its status and its quarters: `in progress   Q2 done  Q3 NOT DONE`."""
    late = any(line.late(each, today) for each in line.milestones)
    quarters = "  ".join(_marks(line, quarter, today) for quarter in _quarters(line))
    links = f"{len(line.linked)} linked" if line.linked else ""
    below = "   ".join(filter(None, (line.status.value, quarters, links)))
    subject = f"{line.number} {line.lead or 'no lead'}"
    return Row(line.id, (subject, f"{line.output}\n{below}"), "late" if late else "" if line.open else "dim")


def _quarters(line: WorkplanLine) -> list[int]:
    return sorted({each.quarter for each in line.milestones})


def _marks(line: WorkplanLine, quarter: int, today: date) -> str:
    """How far the milestones of a quarter have come."""
    ours = [each for each in line.milestones if each.quarter == quarter]
    done = sum(each.done_on is not None for each in ours)
    if done == len(ours):
        return f"Q{quarter} done"
    some = f" {done} of {len(ours)} done" if done else ""
    return f"Q{quarter}{some}{' NOT DONE' if any(line.late(each, today) for each in ours) else ''}"


def whole_line_rows(line: WorkplanLine, texts: Mapping[str, str], today: date) -> list[Row]:
    """Everything about one line; `texts` of the decisions and actions that serve it, by symbol."""
    facts = (
        ("Output", line.output),
        ("Number", f"{line.symbol}{', struck out' if line.struck else ''}"),
        ("Lead", line.lead or "no lead yet"),
        ("Partners", ", ".join(line.partners)),
        ("Status", line.status.value),
        ("GCM", "\n".join(map(objective_words, line.gcm))),
        ("SDG", ", ".join(line.sdg)),
        ("UNSDCF", line.unsdcf),
    )
    rows = [Row(label, (label, value)) for label, value in facts if value]
    rows += _under("Milestones", milestone_rows(line, today))
    linked = [Row(symbol, (short_symbol(symbol), texts.get(symbol, ""))) for symbol in line.linked]
    rows += _under("Decisions and actions that serve it", linked)
    return rows + progress_rows(line.progress)


def milestone_rows(line: WorkplanLine, today: date) -> list[Row]:
    """Each milestone with what became of it; the key is its place."""
    return [
        Row(str(n), (f"Q{each.quarter}", f"{each.text}{_became(line, each, today)}"), "dim" if each.done_on else "")
        for n, each in enumerate(line.milestones)
    ]


def _became(line: WorkplanLine, milestone: Milestone, today: date) -> str:
    if milestone.done_on:
        return f", done {short_date(milestone.done_on)}"
    return ", NOT DONE" if line.late(milestone, today) else ""


def link_rows(records: Iterable[Decision | ActionPoint]) -> list[Row]:
    """Decisions and actions to choose from, by symbol."""
    return [Row(each.symbol, (short_symbol(each.symbol), each.text)) for each in records]


def line_choices(lines: Iterable[WorkplanLine]) -> list[Row]:
    """Lines to choose from, by id."""
    return [Row(line.id, (line.number, line.output)) for line in lines]
