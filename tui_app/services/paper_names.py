"""What the file of a paper is called: network, meeting, paper, how final it is: no version hides another."""

from __future__ import annotations

import re

from tui_app.documents.formats.formats import MARKDOWN
from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.meeting.meeting import Meeting, MeetingState
from tui_app.services.book import Book
from tui_app.services.papers import (
    CALENDAR,
    COMPLETENESS,
    ENTITY,
    OF_A_MEETING,
    REPORT,
    STATEMENT,
    TABLING_NOTE,
    WORKPLAN,
    meeting_named,
    require_kind,
)
from tui_app.services.reports import find_report
from tui_app.services.statements import find_statement
from tui_app.services.versions import minutes_changed
from tui_app.services.workplan import read_year

_LONGEST = 120
"""Characters of a name: with its folder, what Windows takes."""


def file_name(
    book: Book, kind: str, meeting: str | None = None, entity: str = "", *, ending: str = MARKDOWN, public: bool = False
) -> str:
    """`UNNM-KEN 2026-Q3 minutes v1.md`, `UNNM-KEN actions 2026-11-21.md`; a name that every system takes.

    `ending` is the name of a format; the others are as for `paper`.
    """
    of, state = _of_and_state(book, require_kind(kind), meeting, entity)
    words = (book.charter.symbol, of, kind.replace("-", " "), "public" if public else "", state)
    return f"{_taken_everywhere(' '.join(filter(None, words)))}.{ending}"


def _of_and_state(book: Book, kind: str, meeting: str | None, entity: str) -> tuple[str, str]:
    """What the paper is about, and how final it is; of a list, the day as at which it is made."""
    today = book.today().isoformat()
    if kind == REPORT:
        report = find_report(book, meeting or "")
        return report.symbol, "" if report.sent_on else "draft"
    if kind == STATEMENT:
        return short_symbol(find_statement(book, meeting or "").symbol), "adopted"
    if kind == CALENDAR:
        return meeting or today[:4], ""
    if kind == WORKPLAN:
        return str(read_year(meeting) if meeting else book.today().year), today
    if kind in OF_A_MEETING:
        found = meeting_named(book, meeting)
        return found.symbol, _state(book, kind, found)
    return entity if kind == ENTITY else (meeting or "") if kind == COMPLETENESS else "", today


def _state(book: Book, kind: str, meeting: Meeting) -> str:
    """`draft`, `v1`, `v2 draft` where it changed since v1 went out, `adopted`."""
    if kind == TABLING_NOTE:
        return ""
    if kind == "agenda":
        return _version(meeting.agenda_version, changed=book.record(meeting.id).agenda_changed)
    if meeting.state in (MeetingState.IN_SESSION, MeetingState.ADOPTED):
        return meeting.state.value
    return _version(meeting.minutes_version, changed=minutes_changed(book, meeting))


def _version(number: int, *, changed: bool) -> str:
    if not number:
        return "draft"
    return f"v{number + 1} draft" if changed else f"v{number}"


def _taken_everywhere(name: str) -> str:
    """Without what some system refuses in a name: `2026/Q3` becomes `2026-Q3`."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]+', "-", " ".join(name.split()))[:_LONGEST].strip(" .")
