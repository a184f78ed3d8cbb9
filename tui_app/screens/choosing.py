"""Choosing what the places show: the meeting, the register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui_app.commands.catalogue import action_of, key_of
from tui_app.commands.ways import with_key
from tui_app.domain.calendar import day_and_date
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.meeting_words import listed_words
from tui_app.domain.problem import Problem
from tui_app.screens.asking import Choose
from tui_app.screens.planning import plan_meeting
from tui_app.services.registers import found_registers, open_book
from tui_app.widgets.rows import Column, Row

if TYPE_CHECKING:
    from tui_app.app import MinutebookApp

_NEW = "new"
_PLAN = action_of("any.new-meeting")


class ChooseMeeting(Choose):
    """Choose a meeting, or plan another with the key that does so anywhere."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(_PLAN.default_keys, "plan", "Plan a meeting", id=_PLAN.id)]

    def action_plan(self) -> None:
        """None of these: another one is planned."""
        self.dismiss(_NEW)


# -- the meeting -------------------------------------------------------------


def choose_meeting(app: MinutebookApp) -> None:
    """Show another meeting in every place; without any, plan the first."""
    meetings = app.book.meetings()
    if not meetings:
        plan_meeting(app)
        return

    def chosen(key: str | None) -> None:
        if key == _NEW:
            plan_meeting(app)
        elif key:
            app.choose_meeting(key, to_stay=True)

    shown, widest = app.meeting, max(len(meeting.symbol) for meeting in meetings)
    app.push_screen(
        ChooseMeeting(
            "Which meeting?",
            [*map(_meeting_row, reversed(meetings)), Row(_NEW, ("", "", "Plan another meeting"))],
            *(Column("symbol", min(widest, 17)), Column("when", 15), Column("what")),
            key=shown.id if shown else "",
            note=f"Enter chooses, {key_of('any.new-meeting')} plans another, Esc leaves it.",
        ),
        chosen,
    )


def _meeting_row(meeting: Meeting) -> Row:
    words = f"{meeting.title}, IN SESSION" if meeting.in_session else listed_words(meeting)
    look = "bold" if meeting.in_session else "dim" if meeting.cancelled else ""
    return Row(meeting.id, (meeting.symbol, day_and_date(meeting.on), words), look)


# -- the register ------------------------------------------------------------


def choose_register(app: MinutebookApp) -> None:
    """Open another register of this laptop in place of the present one, or make one."""
    present = app.book.register.folder

    def chosen(key: str | None) -> None:
        if key == _NEW:
            app.first_start()
        elif key and Path(key) != present:
            _open(app, Path(key))

    rows = [_register_row(folder, folder == present) for folder in found_registers(present)]
    app.push_screen(
        Choose("Which register?", [*rows, Row(_NEW, ("Make a new one", ""))], Column("name", 26), Column(""),
               key=str(present)), chosen,
    )  # fmt: skip


def _register_row(folder: Path, present: bool) -> Row:
    return Row(str(folder), (folder.name, "open now" if present else str(folder.parent)), "bold" if present else "")


def _open(app: MinutebookApp, folder: Path) -> None:
    try:
        app.start(open_book(folder))
    except Problem as problem:
        app.notify(with_key(problem), severity="warning", markup=False)
