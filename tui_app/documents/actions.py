"""The list of all action points, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui_app.documents.letterhead import paper
from tui_app.documents.markdown import escape, paragraph, strong, table
from tui_app.documents.outcomes import responsible
from tui_app.documents.phrases import by_when
from tui_app.domain.calendar import long_date
from tui_app.domain.charter.charter import Charter
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.chasing import by_deadline

OVERDUE = "overdue"


def actions_paper(charter: Charter, actions: Iterable[ActionPoint], on: date) -> str:
    """Every action that was not struck, open ones first, those due first at the top."""
    listed = sorted((a for a in actions if not a.struck), key=_order)
    rows = ((escape(a.symbol), escape(a.text), responsible(a), escape(by_when(a)), _status(a, on)) for a in listed)
    shown = table(["Symbol", "Action", "Responsible", "By", "Status"], rows)
    nothing = paragraph("No action point has been agreed yet.")
    return paper(charter, f"Action points as at {long_date(on)}", shown if listed else nothing)


def _order(action: ActionPoint) -> tuple[bool, tuple[date, str, int, str]]:
    """Open before done, then by deadline, those without one last, then by meeting and number."""
    return not action.open, by_deadline(action)


def _status(action: ActionPoint, on: date) -> str:
    evidence = action.progress[-1].evidence if action.progress else ""
    late = f"{strong(OVERDUE)}, " if action.overdue(on) else ""
    return late + escape(f"{action.status.value}{f': {evidence}' if evidence else ''}")
