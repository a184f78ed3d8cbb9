"""What is carried over to a meeting, as the agenda and the minutes print it: one table, the oldest first (R-63)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui_app.documents.formulas import told, told_names
from tui_app.documents.language import words_of
from tui_app.documents.markdown import escape, strong, table
from tui_app.documents.outcomes import NO_OWNER, NOBODY
from tui_app.documents.phrases import behind_doors
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.carry_over import (
    Carried,
    Followed,
    due_words,
    overdue_on,
    responsible_for,
    status_words,
    text_of,
)
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.words import Words


def carried_table(record: MeetingRecord, on: date) -> str:
    """Symbol, text, responsible, due, and how each stood at the end of a day; what is late is marked in words."""
    words = words_of(record.charter)
    rows = (
        (
            escape(each.symbol),
            escape(f"{behind_doors(words, closed=each.closed)}{text_of(each.record)}"),
            _who(each, on, words),
            escape(due_words(each.record, on, words.date)),
            _standing(record, each, on, words),
        )
        for each in record.carried
    )
    return table([*map(words, ("Symbol", "Matter", "Responsible", "By", "Status"))], rows)


def _who(carried: Carried, on: date, words: Words) -> str:
    who = told_names(responsible_for(carried.record, on), words)
    if who:
        return escape(who)
    flagged = {ActionPoint: words(NOBODY), Decision: words(NO_OWNER)}
    return strong(flagged.get(type(carried.record), ""))


def _standing(record: MeetingRecord, carried: Carried, on: date, words: Words) -> str:
    late = f"{strong(words('overdue'))}, " if overdue_on(carried.record, on) else ""
    return late + escape(status_words(_reported(carried.record, words), record.charter, on, words.date, words))


def _reported(record: Followed, words: Words) -> Followed:
    """A record with what the program noted of it, when it was imported, in the language of the paper."""
    if isinstance(record, Proposal):
        return record
    notes = (
        replace(each, note=told(each.note, words), evidence=told(each.evidence, words)) for each in record.progress
    )
    return replace(record, progress=tuple(notes))
