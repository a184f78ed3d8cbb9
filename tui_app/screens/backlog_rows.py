"""How the backlog is written: as a sheet of its own, beside the agenda, and one suggestion in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import short_date
from tui_app.domain.meeting.backlog import Suggestion
from tui_app.domain.meeting.backlog_words import history, put_off_words, standing_words
from tui_app.domain.meeting.meeting import Meeting
from tui_app.screens.facts import facts, under
from tui_app.widgets.rows import Row


def backlog_rows(waiting: Iterable[Suggestion]) -> list[Row]:
    """One row a suggestion: number, minutes, purpose, title with who proposed it; below, what put it off."""
    return [
        Row(each.id, (each.number, f"{each.minutes or '-':>3}", each.purpose.value, _words(each)))
        for each in waiting
    ]  # fmt: skip


def _words(each: Suggestion) -> str:
    return "\n".join(filter(None, (each.title, standing_words(each))))


def beside_rows(waiting: Iterable[Suggestion], *, takes: bool) -> list[Row]:
    """The backlog in one narrow column; whether the meeting `takes` items still."""
    rows = [Row(each.id, (f"{each.title}{_minutes(each)}\n{_origin(each)}",)) for each in waiting]
    does = f"{key_of('agenda.backlog')} {'takes from' if takes else 'opens'} it"
    return [Row("", (f"Backlog ({len(rows)}): {does}",), "heading"), *rows]


def _origin(each: Suggestion) -> str:
    return "; ".join(filter(None, (each.proposed_by, put_off_words(each))))


def _minutes(each: Suggestion) -> str:
    return f" {each.minutes}m" if each.minutes else ""


def about(each: Suggestion, meetings: Mapping[str, Meeting]) -> str:
    """Its note, its parts, and everything that happened to it; `meetings` by symbol."""
    events = (f"{short_date(on) if on else ''} {words}".strip() for on, words in history(each, meetings))
    parts = f"With: {'; '.join(each.parts)}" if each.parts else ""
    return "\n".join(filter(None, (each.note, parts, ". ".join(events))))


def whole_rows(each: Suggestion, meetings: Mapping[str, Meeting]) -> list[Row]:
    """Everything about a suggestion, in two columns; `meetings` by symbol."""
    told = facts(
        ("Suggestion", each.title),
        ("For", each.purpose.value),
        ("Minutes", str(each.minutes or "")),
        ("Presenter", each.presenter),
        ("With", "\n".join(each.parts)),
        ("Note", each.note),
        ("Closed", "raised behind closed doors" if each.closed else ""),
    )
    events = history(each, meetings)
    happened = (Row(f"event-{n}", (short_date(on) if on else "", words)) for n, (on, words) in enumerate(events))
    return [*told, *under("What happened to it", happened)]
