"""The register of decisions over all meetings (R-61)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui_app.documents.letterhead import cited, paper
from tui_app.documents.markdown import escape, heading, paragraph, table
from tui_app.documents.outcomes import owners
from tui_app.documents.phrases import day
from tui_app.domain.calendar import long_date
from tui_app.domain.charter import Charter
from tui_app.domain.decision import Decision, DecisionState
from tui_app.domain.meeting import Meeting


def decisions_paper(charter: Charter, decisions: Iterable[Decision], meetings: Iterable[Meeting]) -> str:
    """Every decision under its meeting, in the order in which they were taken."""
    every = tuple(decisions)
    blocks = [block for meeting in meetings for block in _of_meeting(meeting, every)]
    return paper(charter, "Register of decisions", *(blocks or [paragraph("No decision has been taken yet.")]))


def by_number(decision: Decision) -> tuple[int, str]:
    """Orders the decisions of one meeting: D9 before D10."""
    return len(decision.number), decision.number


def _of_meeting(meeting: Meeting, every: Sequence[Decision]) -> Iterator[str]:
    taken = sorted((d for d in every if d.meeting == meeting.id), key=by_number)
    if taken:
        yield heading(3, escape(f"{meeting.symbol}: {meeting.title}, {long_date(meeting.on)}"))
        rows = map(_row, taken)
        yield table(["Symbol", "Decision", "Basis", "Owner", "Due", "State"], rows)


def _row(decision: Decision) -> tuple[str, ...]:
    return (
        escape(decision.symbol),
        escape(decision.text),
        escape(f"{decision.basis}{cited([decision.clause])}"),
        owners(decision),
        escape(day(decision.due)),
        escape(_state(decision)),
    )


def _state(decision: Decision) -> str:
    """Adopted with its implementation, or the later decision that took its place."""
    later = decision.rescinded_by or decision.superseded_by
    if later:
        return f"{decision.state.value} by {later}"
    evidence = decision.progress[-1].evidence if decision.progress else ""
    done = f"{decision.implementation.value}{f': {evidence}' if evidence else ''}"
    return f"{DecisionState.ADOPTED.value}, {done}"
