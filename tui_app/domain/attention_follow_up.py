"""What was decided and is not done: actions and decisions that are late or have no owner."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .calendar import short_date
from .matter import Matter, Standing, Urgency, brief, short_symbol


def of_actions(standing: Standing, today: date) -> Iterable[Matter]:
    """The actions that are overdue."""
    for action in standing.actions:
        if action.overdue(today) and action.due is not None:
            who = ", ".join(action.responsible) or "nobody"
            yield Matter(
                urgency=Urgency.LATE,
                what="overdue",
                since=action.due,
                place="actions",
                meeting=action.meeting,
                sentence=f"{short_symbol(action.symbol)}, due {short_date(action.due)}: {who} - {brief(action.text)}",
            )


def of_decisions(standing: Standing, today: date) -> Iterable[Matter]:
    """The decisions that nobody owns (R-48), or that are overdue."""
    for decision in standing.decisions:
        if decision.open and not decision.owners:
            yield Matter(
                urgency=Urgency.SOON,
                what="no owner",
                since=decision.adopted_on,
                place="decisions",
                meeting=decision.meeting,
                sentence=f"{short_symbol(decision.symbol)} has no owner: {brief(decision.text)}",
            )
        if decision.open and decision.due is not None and decision.due < today:
            yield Matter(
                urgency=Urgency.LATE,
                what="overdue",
                since=decision.due,
                place="decisions",
                meeting=decision.meeting,
                sentence=f"{short_symbol(decision.symbol)}, due {short_date(decision.due)}: {brief(decision.text)}",
            )
