"""The workplan of a year: its lines by outcome, milestones by quarter, status; annexed, what it leaves out (R-67)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from tui_app.documents.formulas import told, told_names
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import paper
from tui_app.documents.markdown import bullets, escape, heading, paragraph, strong, table
from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.charter.charter import Charter
from tui_app.domain.words import Words
from tui_app.domain.workplan.global_compact import OBJECTIVES
from tui_app.domain.workplan.overview import YearPlan, coverage
from tui_app.domain.workplan.workplan import Milestone, WorkplanLine

QUARTERS = (1, 2, 3, 4)


def workplan_paper(charter: Charter, plan: YearPlan, texts: Mapping[str, str], on: date) -> str:
    """The workplan of a year as at a day; `texts` are those of the decisions and actions linked, by symbol."""
    words = words_of(charter)
    nothing = paragraph(escape(words("The workplan for {year} has no line yet.", year=plan.year)))
    as_at = words("As at {day}.", day=words.date(on))
    return paper(
        charter,
        words("Workplan for {year}", year=plan.year),
        paragraph(escape(f"{plan.state[:1].upper()}{plan.state[1:]}. {as_at}")),
        *(_by_outcome(plan.lines, words) if plan.lines else [nothing]),
        *_milestones(plan.lines, on, words),
        *_links(plan.lines, texts, words),
        *_changes(plan.changes, words),
        *_without_line(plan, words),
        *_coverage(plan.lines, words),
    )


def _by_outcome(lines: Sequence[WorkplanLine], words: Words) -> Iterator[str]:
    """A table an outcome of the cooperation framework, those without one last."""
    ordered = sorted(lines, key=lambda line: (not line.unsdcf, line.unsdcf.casefold()))
    for outcome, group in groupby(ordered, key=lambda line: line.unsdcf):
        if ordered[0].unsdcf:
            named = words("UNSDCF outcome {outcome}", outcome=outcome)
            yield heading(3, escape(named if outcome else words("Without an UNSDCF outcome")))
        header = [*map(words, ("No.", "Output", "Lead and partners", "GCM", "SDG", "Status"))]
        yield table(header, [_row(line, words) for line in group])


def _row(line: WorkplanLine, words: Words) -> list[str]:
    return [
        line.number,
        escape(line.output),
        _who(line, words),
        ", ".join(map(str, line.gcm)),
        escape(", ".join(line.sdg)),
        escape(_status(line, words)),
    ]


def _who(line: WorkplanLine, words: Words) -> str:
    lead = strong(told(line.lead, words)) if line.lead else escape(words("(no lead yet)"))
    partners = words("with {entities}", entities=told_names(line.partners, words))
    return f"{lead} {escape(partners)}" if line.partners else lead


def _status(line: WorkplanLine, words: Words) -> str:
    """`in progress: draft shared; evidence: its link`."""
    last = line.progress[-1] if line.progress else None
    evidence = f"{words('evidence')}{words.colon}{told(last.evidence, words)}" if last and last.evidence else ""
    said = words.semicolon.join(filter(None, (told(last.note, words).rstrip(".") if last else "", evidence)))
    return f"{words(line.status.value)}{f'{words.colon}{said}' if said else ''}"


def _milestones(lines: Sequence[WorkplanLine], on: date, words: Words) -> Iterator[str]:
    planned = [line for line in lines if line.milestones]
    if planned:
        yield heading(3, words("Milestones by quarter"))
        rows = ([line.number, *(_in_quarter(line, quarter, on, words) for quarter in QUARTERS)] for line in planned)
        yield table([words("No."), *(words("Q{quarter}", quarter=quarter) for quarter in QUARTERS)], rows)


def _in_quarter(line: WorkplanLine, quarter: int, on: date, words: Words) -> str:
    return words.semicolon.join(
        _milestone(line, each, on, words) for each in line.milestones if each.quarter == quarter
    )


def _milestone(line: WorkplanLine, milestone: Milestone, on: date, words: Words) -> str:
    if milestone.done_on:
        return escape(f"{milestone.text} ({words('done {day}', day=words.brief(milestone.done_on))})")
    return escape(milestone.text) + (f" ({strong(words('not done'))})" if line.late(milestone, on) else "")


def _links(lines: Sequence[WorkplanLine], texts: Mapping[str, str], words: Words) -> Iterator[str]:
    rows = [[line.number, escape(short_symbol(symbol)), escape(texts.get(symbol, ""))]
            for line in lines for symbol in line.linked]  # fmt: skip
    if rows:
        yield heading(3, words("Decisions and actions that serve it"))
        yield table([*map(words, ("No.", "Symbol", "Text"))], rows)


def _changes(changes: Sequence[str], words: Words) -> Iterator[str]:
    if changes:
        yield heading(3, words("Changes since the endorsement"))
        yield bullets(map(escape, changes))


def _without_line(plan: YearPlan, words: Words) -> Iterator[str]:
    rows = [[escape(short_symbol(each.symbol)), escape(each.text)] for each in plan.unserved]
    yield heading(3, words("Annex 1: decisions of {year} without a line", year=plan.year))
    yield table([*map(words, ("Symbol", "Decision"))], rows) if rows else paragraph(words("None."))


def _coverage(lines: Iterable[WorkplanLine], words: Words) -> Iterator[str]:
    covered = coverage(lines)
    rows = [[str(goal), escape(words(OBJECTIVES[goal])), ", ".join(covered[goal])] for goal in covered if covered[goal]]
    left = ", ".join(str(goal) for goal in covered if not covered[goal])
    yield heading(3, words("Annex 2: objectives of the Global Compact"))
    if rows:
        yield table([*map(words, ("Objective", "Title|document", "Lines"))], rows)
    yield paragraph(
        escape(words("Without a line: {goals}.", goals=left) if left else words("Each objective has a line."))
    )
