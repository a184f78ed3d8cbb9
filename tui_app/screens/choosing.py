"""Choosing what the places show: the meeting, the register; and planning a meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui_app.domain.calendar import day_and_date, read_date, read_date_and_time
from tui_app.domain.charter_sentences import stated_meeting, unstated_meeting
from tui_app.domain.meeting import Meeting, MeetingKind, meeting_symbol, state_words
from tui_app.domain.problem import Problem
from tui_app.domain.roster import NETWORK, Body, BodyKind
from tui_app.screens.asking import Choose
from tui_app.screens.place import Place
from tui_app.services import convene
from tui_app.services.book import Book
from tui_app.services.meeting_place import place_words, read_place
from tui_app.services.registers import found_registers, open_book
from tui_app.widgets.rows import Column, Row

if TYPE_CHECKING:
    from tui_app.app import MinutebookApp

_NEW = "new"


class ChooseMeeting(Choose):
    """Choose a meeting, or plan another with M."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("M", "plan", "Plan a meeting")]

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

    shown = app.meeting
    app.push_screen(
        ChooseMeeting(
            "Which meeting?",
            [*map(_meeting_row, reversed(meetings)), Row(_NEW, ("", "", "Plan another meeting"))],
            *(Column("symbol", 10), Column("when", 15), Column("what")),
            key=shown.id if shown else "",
            note="Enter chooses, M plans another, Esc leaves it.",
        ),
        chosen,
    )


def _meeting_row(meeting: Meeting) -> Row:
    state = state_words(meeting).upper() if meeting.in_session else state_words(meeting)
    look = "bold" if meeting.in_session else ""
    return Row(meeting.id, (meeting.symbol, day_and_date(meeting.on), f"{meeting.title}, {state}"), look)


# -- planning ----------------------------------------------------------------


def plan_meeting(app: MinutebookApp) -> None:
    """Ask kind, date and time, place, and what the ToR ask to know of it; then show it on the Agenda."""
    place = app.screen
    if isinstance(place, Place):
        rows = _kind_rows(app.book)
        app.push_screen(
            Choose("Plan which meeting?", rows, Column("kind", 24), Column("")), lambda key: _ask_when(place, key)
        )


def _kind_rows(book: Book) -> list[Row]:
    """The kinds that the ToR provide for first; a working group's meeting by its group."""
    of_network = [kind for kind in MeetingKind if kind is not MeetingKind.WORKING_GROUP]
    told = [(kind, stated_meeting(book.charter, kind.value)) for kind in of_network]
    rows = [Row(kind.value, (kind.value, words or "the Terms of Reference do not speak of it"), "" if words else "dim")
            for kind, words in sorted(told, key=lambda each: not each[1])]  # fmt: skip
    groups = [body for body in book.of(Body).all() if body.kind is BodyKind.WORKING_GROUP and not body.abolished]
    return rows + [Row(group.symbol, (group.symbol, f"meeting of {group.name}")) for group in groups]


def _ask_when(place: Place, key: str | None) -> None:
    if not key:
        return
    kinds = {kind.value: kind for kind in MeetingKind}
    kind, body = kinds.get(key, MeetingKind.WORKING_GROUP), NETWORK if key in kinds else key
    book = place.book

    def starts(phrase: str) -> datetime:
        return datetime.combine(*read_date_and_time(phrase, book.today()))

    def echo(phrase: str) -> str:
        at = starts(phrase)
        symbol = meeting_symbol(kind, at.date(), body, {meeting.symbol for meeting in book.meetings()})
        planned = f"{symbol}: {day_and_date(at.date())}, {at:%H:%M} ({book.charter.zone})"
        return "\n".join(filter(None, (planned, unstated_meeting(book.charter, kind.value))))

    def then(phrase: str) -> None:
        _ask_where(place, convene.Invitation(kind=kind, starts=starts(phrase), body=body))

    place.ask("When does it meet? As in 22 Sep 10:00", then, echo=echo)


def _ask_where(place: Place, invitation: convene.Invitation) -> None:
    place.ask(
        "Where does it meet? Empty: not known yet",
        lambda where: _ask_grounds(place, replace(invitation, place=read_place(where))),
        echo=place_words,
    )


def _ask_grounds(place: Place, invitation: convene.Invitation) -> None:
    """A meeting on request needs who and when, an extraordinary one its reason (R-21, R-22)."""
    if invitation.kind is MeetingKind.ON_REQUEST:
        _ask_who(place, "Who requested it?", lambda who: _ask_since(place, replace(invitation, requested_by=who)))
    elif invitation.kind is MeetingKind.EXTRAORDINARY:
        rule = place.book.charter.cadence.extraordinary
        caller = f"; empty: the {rule.called_by}" if rule and rule.called_by else ""
        _ask_who(place, f"Which entity calls it?{caller}",
                 lambda who: _ask_reason(place, replace(invitation, requested_by=who)))  # fmt: skip
    else:
        _plan(place, invitation)


def _ask_who(place: Place, label: str, then: Callable[[str], None]) -> None:
    names = place.book.names()

    def known(text: str) -> str:
        return names.responsible(text) if text.strip() else ""

    place.ask(label, lambda text: then(known(text)), echo=known)


def _ask_since(place: Place, invitation: convene.Invitation) -> None:
    if not invitation.requested_by:
        raise Problem("A meeting on request needs who requested it, as in UNHCR.")
    today = place.book.today()
    place.ask(
        "Requested on",
        lambda day: _ask_reason(place, replace(invitation, requested_on=read_date(day, today))),
        text="today",
        echo=lambda day: day_and_date(read_date(day, today)),
    )


def _ask_reason(place: Place, invitation: convene.Invitation) -> None:
    def then(reason: str) -> None:
        if not reason.strip() and invitation.kind is MeetingKind.EXTRAORDINARY:
            raise Problem("An extraordinary meeting needs its reason, which is printed.")
        _plan(place, replace(invitation, reason=reason.strip()))

    place.ask("For which reason? It is printed in the minutes", then)


def _plan(place: Place, invitation: convene.Invitation) -> None:
    meeting = convene.plan(place.book, invitation)
    place.minutebook.choose_meeting(meeting.id)
    place.app.switch_mode("agenda")


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
        app.notify(str(problem), severity="warning", markup=False)
