"""What was decided and is not done: actions and decisions that are late or have no owner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ..calendar import short_date
from ..consensus.decision import Decision
from ..follow_up.action import ActionPoint
from .matter import Matter, Standing, Urgency, brief, oldest, short_symbol


def of_actions(standing: Standing, today: date) -> Iterable[Matter]:
    """The actions that are overdue."""
    clause = standing.clause_on("Follow-up")
    late = sorted((a for a in standing.actions if a.overdue(today)), key=lambda each: each.due or today)
    return oldest(late, lambda action: replace(_late_action(action, today), clause=clause), "actions are overdue")


def _late_action(action: ActionPoint, today: date) -> Matter:
    due = action.due or today
    who = ", ".join(action.responsible) or "nobody"
    return Matter(
        urgency=Urgency.LATE,
        what="overdue",
        since=due,
        place="actions",
        record=action.id,
        deed="actions.report",
        sentence=f"{short_symbol(action.symbol)}, due {short_date(due)}: {who} - {brief(action.text)}",
    )


def of_decisions(standing: Standing, today: date) -> Iterable[Matter]:
    """The decisions that nobody owns (R-48), or that are overdue."""
    still = [decision for decision in standing.decisions if decision.open]
    unowned = sorted((d for d in still if d.lacks_owner), key=lambda each: each.adopted_on)
    late = sorted((d for d in still if d.overdue(today)), key=lambda each: each.due or today)
    accountable, followed = standing.clause_on("Accountability"), standing.clause_on("Follow-up")
    yield from oldest(unowned, lambda each: replace(_no_owner(each), clause=accountable), "decisions have no owner")
    yield from oldest(late, lambda each: replace(_late_decision(each, today), clause=followed), "decisions are overdue")


def _no_owner(decision: Decision) -> Matter:
    return Matter(
        urgency=Urgency.SOON,
        what="no owner",
        since=decision.adopted_on,
        place="decisions",
        record=decision.id,
        deed="decisions.owner",
        sentence=f"{short_symbol(decision.symbol)} has no owner: {brief(decision.text)}",
    )


def _late_decision(decision: Decision, today: date) -> Matter:
    due = decision.due or today
    return Matter(
        urgency=Urgency.LATE,
        what="overdue",
        since=due,
        place="decisions",
        record=decision.id,
        deed="decisions.report",
        sentence=f"{short_symbol(decision.symbol)}, due {short_date(due)}: {brief(decision.text)}",
    )
