"""The workplan of a year: its lines by outcome, milestones by quarter, status; annexed, what it leaves out (R-67)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from tui_app.documents.letterhead import paper
from tui_app.documents.markdown import bullets, escape, heading, paragraph, strong, table
from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.calendar import long_date, short_date
from tui_app.domain.charter.charter import Charter
from tui_app.domain.workplan.global_compact import OBJECTIVES
from tui_app.domain.workplan.overview import YearPlan, coverage
from tui_app.domain.workplan.workplan import Milestone, WorkplanLine

QUARTERS = (1, 2, 3, 4)


def workplan_paper(charter: Charter, plan: YearPlan, texts: Mapping[str, str], on: date) -> str:
    """The workplan of a year as at a day; `texts` are those of the decisions and actions linked, by symbol."""
    nothing = paragraph(escape(f"The workplan for {plan.year} has no line yet."))
    return paper(
        charter,
        f"Workplan for {plan.year}",
        paragraph(escape(f"{plan.state[:1].upper()}{plan.state[1:]}. As at {long_date(on)}.")),
        *(_by_outcome(plan.lines) if plan.lines else [nothing]),
        *_milestones(plan.lines, on),
        *_links(plan.lines, texts),
        *_changes(plan.changes),
        *_without_line(plan),
        *_coverage(plan.lines),
    )


def _by_outcome(lines: Sequence[WorkplanLine]) -> Iterator[str]:
    """A table an outcome of the cooperation framework, those without one last."""
    ordered = sorted(lines, key=lambda line: (not line.unsdcf, line.unsdcf.casefold()))
    for outcome, group in groupby(ordered, key=lambda line: line.unsdcf):
        if ordered[0].unsdcf:
            yield heading(3, escape(f"UNSDCF outcome {outcome}" if outcome else "Without an UNSDCF outcome"))
        yield table(["No.", "Output", "Lead and partners", "GCM", "SDG", "Status"], map(_row, group))


def _row(line: WorkplanLine) -> list[str]:
    return [
        line.number,
        escape(line.output),
        _who(line),
        ", ".join(map(str, line.gcm)),
        escape(", ".join(line.sdg)),
        escape(_status(line)),
    ]


def _who(line: WorkplanLine) -> str:
    lead = strong(line.lead) if line.lead else escape("(no lead yet)")
    return lead + (escape(f" with {', '.join(line.partners)}") if line.partners else "")


def _status(line: WorkplanLine) -> str:
    """`in progress: draft shared; evidence: its link`."""
    last = line.progress[-1] if line.progress else None
    said = (last.note.rstrip("."), f"evidence: {last.evidence}" if last.evidence else "") if last else ()
    words = "; ".join(filter(None, said))
    return f"{line.status}{f': {words}' if words else ''}"


def _milestones(lines: Sequence[WorkplanLine], on: date) -> Iterator[str]:
    planned = [line for line in lines if line.milestones]
    if planned:
        yield heading(3, "Milestones by quarter")
        rows = ([line.number, *(_in_quarter(line, quarter, on) for quarter in QUARTERS)] for line in planned)
        yield table(["No.", *(f"Q{quarter}" for quarter in QUARTERS)], rows)


def _in_quarter(line: WorkplanLine, quarter: int, on: date) -> str:
    return "; ".join(_milestone(line, each, on) for each in line.milestones if each.quarter == quarter)


def _milestone(line: WorkplanLine, milestone: Milestone, on: date) -> str:
    if milestone.done_on:
        return escape(f"{milestone.text} (done {short_date(milestone.done_on)})")
    return escape(milestone.text) + (f" ({strong('not done')})" if line.late(milestone, on) else "")


def _links(lines: Sequence[WorkplanLine], texts: Mapping[str, str]) -> Iterator[str]:
    rows = [[line.number, escape(short_symbol(symbol)), escape(texts.get(symbol, ""))]
            for line in lines for symbol in line.linked]  # fmt: skip
    if rows:
        yield heading(3, "Decisions and actions that serve it")
        yield table(["No.", "Symbol", "Text"], rows)


def _changes(changes: Sequence[str]) -> Iterator[str]:
    if changes:
        yield heading(3, "Changes since the endorsement")
        yield bullets(map(escape, changes))


def _without_line(plan: YearPlan) -> Iterator[str]:
    rows = [[escape(short_symbol(each.symbol)), escape(each.text)] for each in plan.unserved]
    yield heading(3, f"Annex 1: decisions of {plan.year} without a line")
    yield table(["Symbol", "Decision"], rows) if rows else paragraph("None.")


def _coverage(lines: Iterable[WorkplanLine]) -> Iterator[str]:
    covered = coverage(lines)
    rows = [[str(goal), escape(OBJECTIVES[goal]), ", ".join(covered[goal])] for goal in covered if covered[goal]]
    left = ", ".join(str(goal) for goal in covered if not covered[goal])
    yield heading(3, "Annex 2: objectives of the Global Compact")
    if rows:
        yield table(["Objective", "Title", "Lines"], rows)
    yield paragraph(escape(f"Without a line: {left}." if left else "Each objective has a line."))
