"""Planning a meeting: its kind, its day and time, its place, and what the Terms of Reference ask to know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from tui_app.domain.calendar import day_and_date, read_date_and_time, read_past_date
from tui_app.domain.charter.sentences import stated_meeting
from tui_app.domain.meeting.meeting import MeetingKind, meeting_symbol
from tui_app.domain.membership.roster import NETWORK, Body, BodyKind
from tui_app.domain.problem import Problem
from tui_app.screens.place import Place
from tui_app.services import convene
from tui_app.services.book import Book
from tui_app.services.meeting_place import conjunction_words, place_words, read_place
from tui_app.services.planning_remarks import told_of_caller, told_of_day
from tui_app.widgets.rows import Column, Row

if TYPE_CHECKING:
    from tui_app.app import MinutebookApp


def plan_meeting(app: MinutebookApp) -> None:
    """Ask kind, date and time, place, and what the ToR ask to know of it; then show it on the Agenda."""
    place = app.screen
    if isinstance(place, Place):
        rows = _kind_rows(app.book)
        none = "" if any(row.key.startswith("WG") for row in rows) else _NO_GROUP
        place.choose("Plan which meeting?", rows, Column("kind", 24, narrow=14), Column(""), note=none,
                     then=lambda key: _ask_when(place, key))  # fmt: skip


_NO_GROUP = "Enter chooses, Esc leaves it. A working group is here once it is established."


def _kind_rows(book: Book) -> list[Row]:
    """The kinds that the ToR provide for first; a working group's meeting by its group."""
    of_network = [kind for kind in MeetingKind if kind is not MeetingKind.WORKING_GROUP]
    told = [(kind, stated_meeting(book.charter, kind.value)) for kind in of_network]
    rows = [Row(kind.value, (kind.value, words or "the Terms of Reference do not speak of it"), "" if words else "dim")
            for kind, words in sorted(told, key=lambda each: not each[1])]  # fmt: skip
    groups = [body for body in book.of(Body).all() if body.kind is BodyKind.WORKING_GROUP and not body.abolished]
    return rows + [Row(group.symbol, (group.symbol, f"meeting of {group.name}")) for group in groups]


def _ask_when(place: Place, key: str) -> None:
    kinds = {kind.value: kind for kind in MeetingKind}
    kind, body = kinds.get(key, MeetingKind.WORKING_GROUP), NETWORK if key in kinds else key
    book = place.book

    def starts(phrase: str) -> datetime:
        return datetime.combine(*read_date_and_time(phrase, book.today()))

    def echo(phrase: str) -> str:
        at = starts(phrase)
        symbol = meeting_symbol(kind, at.date(), body, {meeting.symbol for meeting in book.meetings()})
        planned = f"{symbol}: {day_and_date(at.date())}, {at:%H:%M} ({book.charter.zone})"
        return "\n".join((planned, *told_of_day(book, kind, at.date())))

    def then(phrase: str) -> None:
        at = starts(phrase)
        convene.require_standing(book.body(body), at.date())
        _ask_where(place, convene.Invitation(kind=kind, starts=at, body=body))

    first = "" if book.meetings() else f"today {book.now():%H:%M}"  # perhaps it sits there already, and waits
    place.ask("When does it meet? As in 22 Sep 10:00", then, text=first, echo=echo, chain=f"plan {key}")


def _ask_where(place: Place, invitation: convene.Invitation) -> None:
    place.ask(
        "Where does it meet? Empty: not known yet",
        lambda where: _ask_with_which(place, replace(invitation, place=read_place(where))),
        echo=place_words,
    )


def _ask_with_which(place: Place, invitation: convene.Invitation) -> None:
    """Where the ToR speak of it, with which other meeting it is held (R-26); `i` on the Agenda sets it anywhere."""
    rule = getattr(place.book.charter.cadence, invitation.kind.value.replace(" ", "_"))
    if rule is None or not rule.in_conjunction_with:
        _ask_grounds(place, invitation)
        return
    place.ask(
        "In conjunction with which other meeting? Empty: with none",
        lambda other: _ask_grounds(place, replace(invitation, conjunction=read_place(other))),
        echo=lambda other: f"It is held {conjunction_words(other)}",
    )


def _ask_grounds(place: Place, invitation: convene.Invitation) -> None:
    """A meeting on request needs who and when, an extraordinary one its reason (R-21, R-22)."""
    if invitation.kind is MeetingKind.ON_REQUEST:
        additional = place.book.charter.cadence.additional
        caller = f" An entity, or the {additional.called_by}" if additional and additional.called_by else ""
        _ask_who(place, invitation, f"Who requested it?{caller}", _ask_since)
    elif invitation.kind is MeetingKind.EXTRAORDINARY:
        rule = place.book.charter.cadence.extraordinary
        caller = f" Empty: the {rule.called_by}" if rule and rule.called_by else ""
        _ask_who(place, invitation, f"Who calls it?{caller}", _ask_reason)
    else:
        _plan(place, invitation)


def _ask_who(place: Place, invitation: convene.Invitation, label: str,
             then: Callable[[Place, convene.Invitation], None]) -> None:  # fmt: skip
    def known(text: str) -> str:
        return convene.caller_named(place.book, invitation.kind, text)

    def called(text: str) -> None:
        if not known(text):
            raise Problem("It needs who asks for it, as in UNHCR: that is printed.")
        then(place, replace(invitation, requested_by=known(text)))

    def echo(text: str) -> str:
        return "\n".join((known(text), *told_of_caller(place.book, invitation.kind, text)))

    place.ask(label, called, echo=echo)


def _ask_since(place: Place, invitation: convene.Invitation) -> None:
    today = place.book.today()

    def then(phrase: str) -> None:
        on = read_past_date(phrase, today)
        convene.require_request_before(place.book, on, invitation.starts.date())
        _ask_reason(place, replace(invitation, requested_on=on))

    place.ask("Requested on", then, text="today", echo=lambda day: day_and_date(read_past_date(day, today)))


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
