"""The eight places, the sheets that are opened over them, and their titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui_app.domain.frozen import dataclass

if TYPE_CHECKING:
    from tui_app.domain.meeting.meeting import Meeting


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One of the eight places: its id, its title, the number key and the function key that lead there."""

    id: str
    title: str
    number: str
    function_key: str


PLACES = tuple(
    PlaceName(title.lower(), title, str(number), f"f{number + 1}")
    for number, title in enumerate(
        ("Home", "Agenda", "Minutes", "Consensus", "Decisions", "Actions", "Network", "Papers"), 1
    )
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is opened over a place and has keys of its own: its title, and the id of the action that opens it."""

    title: str
    opened_by: str


SHEETS = {
    "documents": Sheet("Documents", "agenda.documents"),
    "backlog": Sheet("Backlog", "agenda.backlog"),
    "versions": Sheet("Versions", "papers.versions"),
}
"""Every sheet by its id."""

SECTIONS: Mapping[str, frozenset[str]] = {
    "Roster": frozenset({"admit", "end_seat", "as_at", "share", "entity", "contact"}),
    "Chairs": frozenset({"begin_term", "acting", "end_term"}),
    "Groups": frozenset({"admit_to_group", "end_group_seat", "group_chair", "review"}),
    "Charter": frozenset({"basis"}),
    "Discrepancies": frozenset({"settle"}),
    "Workplan": frozenset(
        {"add_line", "edit_line", "strike_line", "line_progress", "milestone", "link", "unlink", "whole_line"}
    ),
}
"""Each section of Network with the actions that are its own;
a key that several have is the section's."""


def title_of(place: str) -> str:
    """The title of a place or a sheet, or of the projector screen; `anywhere` for what works everywhere."""
    titles = {each.id: each.title for each in PLACES} | {id: sheet.title for id, sheet in SHEETS.items()}
    return {**titles, "projector": "Projector"}.get(place, "anywhere")


def first_place(meeting: Meeting | None) -> str:
    """Where a register is shown from its beginning, by the meeting at hand: its minutes in session, else home."""
    return "minutes" if meeting is not None and meeting.in_session else "home"
