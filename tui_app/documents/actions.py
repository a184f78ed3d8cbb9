"""The list of all action points, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui_app.documents.formulas import told
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import paper
from tui_app.documents.markdown import escape, paragraph, strong, table
from tui_app.documents.outcomes import responsible
from tui_app.documents.phrases import by_when
from tui_app.domain.charter.charter import Charter
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.chasing import by_deadline
from tui_app.domain.words import Words


def actions_paper(charter: Charter, actions: Iterable[ActionPoint], on: date) -> str:
    """Every action that was not struck, open ones first, those due first at the top."""
    listed, words = sorted((a for a in actions if not a.struck), key=_order), words_of(charter)
    rows = (
        (escape(a.symbol), escape(a.text), responsible(a, words), escape(by_when(a, words)), _status(a, on, words))
        for a in listed
    )
    shown = table([*map(words, ("Symbol", "Action", "Responsible", "By", "Status"))], rows)
    nothing = paragraph(words("No action point has been agreed yet."))
    return paper(charter, words("Action points as at {day}", day=words.date(on)), shown if listed else nothing)


def _order(action: ActionPoint) -> tuple[bool, tuple[date, str, int, str]]:
    """Open before done, then by deadline, those without one last, then by meeting and number."""
    return not action.open, by_deadline(action)


def _status(action: ActionPoint, on: date, words: Words) -> str:
    evidence = told(action.progress[-1].evidence, words) if action.progress else ""
    late = f"{strong(words('overdue'))}, " if action.overdue(on) else ""
    return late + escape(f"{words(action.status.value)}{f'{words.colon}{evidence}' if evidence else ''}")
