"""The list of action points: all of them as a table, or one entity's as lines for a mail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui_app.documents.letterhead import paper
from tui_app.documents.markdown import bullets, escape, paragraph, strong, table
from tui_app.documents.outcomes import responsible
from tui_app.documents.phrases import by_when
from tui_app.domain.action import ActionPoint
from tui_app.domain.calendar import long_date
from tui_app.domain.charter import Charter

OVERDUE = "overdue"


def actions_paper(charter: Charter, actions: Iterable[ActionPoint], on: date) -> str:
    """Every action that was not struck, open ones first, those due first at the top."""
    listed = sorted((a for a in actions if not a.struck), key=_order)
    rows = ((escape(a.symbol), escape(a.text), responsible(a), escape(by_when(a)), _status(a, on)) for a in listed)
    shown = table(["Symbol", "Action", "Responsible", "By", "Status"], rows)
    return paper(charter, _title("", on), shown if listed else paragraph("No action point has been agreed yet."))


def chasing_paper(charter: Charter, actions: Iterable[ActionPoint], on: date, entity: str) -> str:
    """The open actions for which an entity is responsible, a line each, ready to paste into a mail."""
    theirs = sorted((a for a in actions if a.open), key=_order)
    shown = bullets(_line(action, on, entity) for action in theirs)
    nothing = paragraph(escape(f"{entity} has no open action point."))
    return paper(charter, _title(f" of {entity}", on), shown if theirs else nothing)


def _title(whose: str, on: date) -> str:
    return f"{'Open action' if whose else 'Action'} points{whose} as at {long_date(on)}"


def _order(action: ActionPoint) -> tuple[bool, date, str, int, str]:
    """Open before done, then by deadline, those without one last, then by meeting and number."""
    meeting, _, number = action.symbol.rpartition("/")
    return not action.open, action.due or date.max, meeting, len(number), number


def _line(action: ActionPoint, on: date, entity: str) -> str:
    by = f" (by {by_when(action)})" if by_when(action) else ""
    others = [name for name in action.responsible if name != entity]
    together = f" (with {', '.join(others)})" if others and entity in action.responsible else ""
    return strong(action.symbol) + escape(f" {action.text}{by}{together}: ") + _status(action, on)


def _status(action: ActionPoint, on: date) -> str:
    evidence = action.progress[-1].evidence if action.progress else ""
    late = f"{strong(OVERDUE)}, " if action.overdue(on) else ""
    return late + escape(f"{action.status.value}{f': {evidence}' if evidence else ''}")
