"""How action points are written in lists and whole, and in which order they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from tui_app.domain.calendar import short_date
from tui_app.domain.follow_up.action import ActionPoint, last_report
from tui_app.domain.follow_up.assignment import by_words, deadline_words, kept_words
from tui_app.domain.meeting.timetable import late_words
from tui_app.screens.decision_rows import assignment_rows, progress_rows, progress_words
from tui_app.screens.facts import facts
from tui_app.services.rows import Shelf
from tui_app.services.workplan import served_by
from tui_app.widgets.rows import Row

NOBODY = "Nobody yet"
DUE = 12
"""Cells of the column with the deadline; longer words stand below the text."""


def action_row(action: ActionPoint, around: Shelf) -> Row:
    """Due, status, who and what with its symbol; below, how late it is and what was last reported."""
    late = late_words(action.due, around.today) if action.open else ""
    who = f"{', '.join(action.responsible) or 'nobody yet'}: "
    noted = last_report(action.progress)
    last = f"{short_date(noted.on)}, {progress_words(noted)}" if noted else ""
    symbol = f"{around.meetings[action.meeting].symbol}/{action.number}"
    in_words = not action.due and len(action.due_words) > DUE
    kept = by_words(None, action.due_words) if in_words else kept_words(action.due, action.due_words)
    standing = "; ".join(filter(None, (late, kept if action.due or in_words else "", _before(action))))
    text = "\n".join(part for part in (f"{who}{action.text}  [{symbol}]", standing, last) if part)
    due = short_date(action.due) if action.due else "in words" if in_words else action.due_words or "no date"
    look = "late" if late else "" if action.open else "dim"
    return Row(action.id, (due, action.status.value, text), look)


def _before(action: ActionPoint) -> str:
    """`was with IOM, due 30 Sep 2026`: what of who and by when the meeting had agreed otherwise."""
    first = action.agreed
    who, due = ", ".join(first.responsible) or "nobody", deadline_words(first.due, first.due_words, short_date)
    told = first.due is None and first.due_words == action.due_words  # the same words stand beside the day now
    parts = (
        f"with {who}" if first.responsible != action.responsible else "",
        f"due {due}" if due and not told and (first.due, first.due_words) != (action.due, action.due_words) else "",
    )
    was = ", ".join(filter(None, parts))
    return f"was {was}" if was else ""


Write = Callable[[ActionPoint], Row]
"""Writes the row of an action, once somebody comes as far down the list as that."""


def by_due(actions: Iterable[ActionPoint], write: Write, today: date) -> Iterator[Row]:
    """What is overdue, what is to come, what is done."""
    ordered = sorted(actions, key=_order)
    groups = (
        ("Overdue", [a for a in ordered if a.overdue(today)]),
        ("To be done", [a for a in ordered if a.open and not a.overdue(today)]),
        ("Done", [a for a in ordered if not a.open]),
    )
    return (row for title, group in groups if group for row in _group(title, group, write))


def by_entity(actions: Sequence[ActionPoint], write: Write) -> Iterator[Row]:
    """Under each entity what it has to do, and then what it has done; what has several, under each of them.

    What all members have to do stands once, under that name. A row's key is that of the action and the entity.
    """
    ordered = sorted(actions, key=lambda action: (not action.open, *_order(action)))
    entities = sorted({name for action in ordered for name in action.responsible}, key=str.casefold)
    groups = [(name, [a for a in ordered if name in a.responsible]) for name in entities]
    groups.append((NOBODY, [a for a in ordered if not a.responsible]))
    listed = ((name, _group(name, group, write)) for name, group in groups if group)
    return (replace(row, key=f"{row.key} {name}".strip() if row.key else "") for name, group in listed for row in group)


def action_of(key: str) -> str:
    """The id of the action that a row is about."""
    return key.partition(" ")[0]


def entity_of(key: str) -> str:
    """The entity under which a row stands; empty in a list by due date, or under nobody."""
    name = key.partition(" ")[2]
    return "" if name == NOBODY else name


def _group(title: str, group: list[ActionPoint], write: Write) -> Iterator[Row]:
    yield Row("", (f"{title} ({len(group)})",), "heading")
    yield from map(write, group)


def _order(action: ActionPoint) -> tuple[date, bool, str]:
    return action.due or date.max, not action.due_words, action.symbol


def whole_rows(action: ActionPoint, around: Shelf) -> list[Row]:
    """Everything that is on record of one action."""
    meeting, item = around.meetings[action.meeting], around.item(action.item)
    told = facts(
        ("Action", action.text),
        ("Symbol", action.symbol),
        ("Responsible", ", ".join(action.responsible) or "nobody yet"),
        ("Due", deadline_words(action.due, action.due_words) or "no date"),
        (
            "Status",
            ", ".join(filter(None, (action.status, late_words(action.due, around.today) if action.open else ""))),
        ),
        ("Workplan", served_by(around.book, action.symbol)),
        ("From", f"{meeting.title} ({meeting.symbol})" + (f", under “{item}”" if item else "")),
    )
    return [*told, *progress_rows(action.progress), *assignment_rows(action)]
