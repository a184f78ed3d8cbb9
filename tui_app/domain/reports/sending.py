"""What stands between a report and its sending: whom it was drafted for, empty headings, the days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ..calendar import long_date
from ..problem import Problem
from .period import Period
from .report import Report

_BETWEEN = re.compile(r"(?:[\s,;&.]|\b(?:and|the|to)\b)+", re.IGNORECASE)


def require_addressed(report: Report, to: str, insiders: Iterable[str]) -> None:
    """Raise Problem unless everybody whom `to` names is of its audience, or may read whatever is internal."""
    left, known = to, [name.removeprefix("the ") for name in (*report.audience, *insiders)]
    for name in sorted(filter(None, known), key=len, reverse=True):
        left = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", ",", left, flags=re.IGNORECASE)
    outside = _BETWEEN.sub(" ", left).strip()
    if outside:
        raise Problem(
            f"{report.symbol} was drafted for {' and '.join(report.audience) or 'nobody'}, and {outside!r} is somebody "
            "else: draft one for that audience.",
            option="report draft --audience",
            deed="papers.new-report",
        )


def empty_headings(report: Report) -> str:
    """`“Performance” and “Process”`: the headings that the ToR ask for and that say nothing."""
    return " and ".join(f"“{each.heading}”" for each in report.sections if each.missing)


def require_filled(report: Report) -> None:
    """Raise Problem if a heading that the ToR ask for says nothing."""
    empty = empty_headings(report)
    if empty:
        raise Problem(f"{report.symbol} says nothing under {empty}: write it, or send it all the same.",
                      option="--although-empty")  # fmt: skip


def early_words(report: Report, on: date) -> str:
    """That its period still runs on a day, and what follows from sending it then; empty if it does not."""
    if on >= report.until:
        return ""
    counts = f": sent before, it is not the one that {report.clauses[0]} asks for" if report.clauses else ""
    return f"Its period runs until {long_date(report.until)}{counts}."


def require_ended(report: Report, on: date) -> None:
    """Raise Problem if its period still runs on the day on which it is sent."""
    early = early_words(report, on)
    if early:
        raise Problem(f"{early.removesuffix('.')}; send it then, or now all the same.", option="--although-early")


def require_begun(period: Period, today: date) -> None:
    """Raise Problem if nothing of a period is over: a report tells of what happened."""
    if period.since > today:
        raise Problem(f"A report tells of what happened, and {period.words} has not begun: give days until today.")


def late_words(report: Report, on: date) -> str:
    """That a report was written up after the day on which it is said to have been sent; empty if it was not."""
    if not report.written_up_after(on) or report.drafted_on is None:
        return ""
    drafted = long_date(report.drafted_on)
    return f"It was drafted on {drafted}, after it was sent on {long_date(on)}: the paper will say so."
