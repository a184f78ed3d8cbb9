"""How action points are written in lists and whole, and in which order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tui_app.domain.action import ActionPoint
from tui_app.domain.calendar import long_date, short_date
from tui_app.domain.timetable import late_words
from tui_app.screens.decision_rows import progress_rows, progress_words
from tui_app.services.rows import Shelf
from tui_app.widgets.rows import Row

NOBODY = "Nobody yet"


def action_row(action: ActionPoint, around: Shelf) -> Row:
    """Due, status, who and what with its symbol; below, how late it is and what was last reported."""
    late = late_words(action.due, around.today) if action.open else ""
    who = f"{', '.join(action.responsible) or 'nobody yet'}: "
    last = progress_words(action.progress[-1]) if action.progress else ""
    symbol = f"{around.meetings[action.meeting].symbol}/{action.number}"
    text = "\n".join(part for part in (f"{who}{action.text}  [{symbol}]", late, last) if part)
    due = short_date(action.due) if action.due else action.due_words or "no date"
    look = "bold" if late else "" if action.open else "dim"
    return Row(action.id, (due, action.status.value, text), look)


def by_due(actions: Iterable[ActionPoint], rows: dict[str, Row], today: date) -> list[Row]:
    """What is overdue, what is to come, what is done."""
    ordered = sorted(actions, key=_order)
    groups = (
        ("Overdue", [a for a in ordered if a.overdue(today)]),
        ("To be done", [a for a in ordered if a.open and not a.overdue(today)]),
        ("Done", [a for a in ordered if not a.open]),
    )
    return [row for title, group in groups if group for row in _group(title, group, rows)]


def by_entity(actions: Sequence[ActionPoint], rows: dict[str, Row]) -> list[Row]:
    """Under each entity what it has to do, and then what it has done; what has several, under each of them."""
    ordered = sorted(actions, key=lambda action: (not action.open, *_order(action)))
    entities = sorted({name for action in ordered for name in action.responsible}, key=str.casefold)
    groups = [(name, [a for a in ordered if name in a.responsible]) for name in entities]
    groups.append((NOBODY, [a for a in ordered if not a.responsible]))
    return [row for name, group in groups if group for row in _group(name, group, rows)]


def _group(title: str, group: list[ActionPoint], rows: dict[str, Row]) -> Iterator[Row]:
    yield Row("", (f"{title} ({len(group)})",), "heading")
    for action in group:
        yield rows[action.id]


def _order(action: ActionPoint) -> tuple[date, bool, str]:
    return action.due or date.max, not action.due_words, action.symbol


def whole_rows(action: ActionPoint, around: Shelf) -> list[Row]:
    """Everything that is on record of one action."""
    meeting, item = around.meetings[action.meeting], around.item(action.item)
    facts = (
        ("Action", action.text),
        ("Symbol", action.symbol),
        ("Responsible", ", ".join(action.responsible) or "nobody yet"),
        ("Due", long_date(action.due) if action.due else action.due_words or "no date"),
        (
            "Status",
            ", ".join(filter(None, (action.status, late_words(action.due, around.today) if action.open else ""))),
        ),
        ("From", f"{meeting.title} ({meeting.symbol})" + (f", under “{item}”" if item else "")),
    )
    return [*(Row(label, (label, value)) for label, value in facts), *progress_rows(action.progress)]
