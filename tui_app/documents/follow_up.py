"""What is carried over to a meeting, as the agenda and the minutes print it: one table, the oldest first (R-63)."""

from __future__ import annotations

from datetime import date

from tui_app.documents.actions import OVERDUE
from tui_app.documents.markdown import escape, strong, table
from tui_app.documents.outcomes import NO_OWNER, NOBODY
from tui_app.documents.phrases import CLOSED_SESSION
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.carry_over import Carried, due_words, overdue_on, responsible_for, status_words, text_of
from tui_app.domain.meeting.record import MeetingRecord


def carried_table(record: MeetingRecord, on: date) -> str:
    """Symbol, text, responsible, due, and how each stood at the end of a day; what is late is marked in words."""
    rows = (
        (
            escape(each.symbol),
            escape(f"{CLOSED_SESSION if each.closed else ''}{text_of(each.record)}"),
            _who(each, on),
            escape(due_words(each.record, on)),
            _standing(record, each, on),
        )
        for each in record.carried
    )
    return table(["Symbol", "Matter", "Responsible", "By", "Status"], rows)


def _who(carried: Carried, on: date) -> str:
    who = ", ".join(responsible_for(carried.record, on))
    if who:
        return escape(who)
    flagged = {ActionPoint: NOBODY, Decision: NO_OWNER}
    return strong(flagged.get(type(carried.record), ""))


def _standing(record: MeetingRecord, carried: Carried, on: date) -> str:
    late = f"{strong(OVERDUE)}, " if overdue_on(carried.record, on) else ""
    return late + escape(status_words(carried.record, record.charter, on))
