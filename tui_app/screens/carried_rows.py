"""How the minutes place writes what is carried over, under the item at which it is followed up."""

from __future__ import annotations

from datetime import date

from tui_app.commands.catalogue import key_of
from tui_app.domain.attention.matter import brief
from tui_app.domain.calendar import short_date
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.assignment import by_words
from tui_app.domain.meeting.carry_over import (
    Carried,
    overdue_on,
    reported_on,
    status_words,
    terms_on,
    text_of,
)
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.widgets.rows import Row


def carried_rows(record: MeetingRecord) -> list[Row]:
    """A heading that says how many there are and what to do, then each; `+` and dim: it was reported on that day."""
    return [Row("", (f"   {_summary(record)}",), "heading"), *(_row(each, record) for each in record.carried)]


def _summary(record: MeetingRecord) -> str:
    on = record.meeting.on
    late = sum(overdue_on(each.record, on) for each in record.carried)
    counted = f"{len(record.carried)} carried over{f', {late} overdue' if late else ''}"
    if not record.carried:
        return "Nothing was carried over." if record.meeting.carried is not None else ""
    keys = f"{key_of('minutes.list')}, {key_of('minutes.report')}, or /report"
    return f"{counted}: {keys}" if record.meeting.in_session else counted


def _row(each: Carried, record: MeetingRecord) -> Row:
    on, heard = record.meeting.on, reported_on(each.record, record.meeting.on)
    late = "OVERDUE" if overdue_on(each.record, on) else ""
    first = f"{each.symbol} {', '.join(filter(None, (*_terms(each, on), late)))}".strip()
    status = status_words(each.record, record.charter, on, short_date)
    return Row(
        each.record.id,
        ("+" if heard else "", f"{first}\n{brief(text_of(each.record), 90)}\n{status}"),
        "dim" if heard else "",
    )


def _terms(each: Carried, on: date) -> tuple[str, str]:
    """Who and by when; of a referral, neither."""
    if isinstance(each.record, Proposal):
        return "", ""
    terms = terms_on(each.record, on)
    return ", ".join(terms.responsible) or "(nobody yet)", by_words(terms.due, terms.due_words, short_date)
