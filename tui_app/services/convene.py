"""Convening: meetings are planned, opened, closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from tui_app.documents.language import words_of
from tui_app.domain.calendar import day_and_date, long_date
from tui_app.domain.charter.zones import zone_meant
from tui_app.domain.frozen import dataclass
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.agenda import AgendaItem, start_clock, stop_clock
from tui_app.domain.meeting.attendance import Participant, leave
from tui_app.domain.meeting.closing import missing_at_closing
from tui_app.domain.meeting.meeting import (
    Meeting,
    MeetingKind,
    MeetingState,
    meeting_symbol,
    require_step,
    state_sentence,
)
from tui_app.domain.meeting.purposes import unserved
from tui_app.domain.meeting.usual_agenda import usual_items
from tui_app.domain.membership.roster import NETWORK, Body
from tui_app.domain.names import fold
from tui_app.domain.problem import Problem
from tui_app.services.book import Book
from tui_app.services.carrying import to_carry
from tui_app.services.doors import enter_part
from tui_app.services.purposes import purposes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What is known of a meeting when it is planned; `starts` without an offset is read in `zone`."""

    kind: MeetingKind
    starts: datetime
    zone: str = ""
    body: str = NETWORK
    place: str = ""
    minutes_available: int = 120
    requested_by: str = ""
    requested_on: date | None = None
    reason: str = ""
    conjunction: str = ""


def plan(book: Book, invitation: Invitation) -> Meeting:
    """Add a meeting with the usual agenda; its symbol is never used again."""
    group = book.body(invitation.body)
    zone = zone_of(invitation.zone, book.charter.zone)
    starts = invitation.starts if invitation.starts.tzinfo else invitation.starts.replace(tzinfo=zone)
    caller = _grounds(book, invitation)
    require_standing(group, starts.astimezone(zone).date())
    body = group.symbol
    if invitation.kind is MeetingKind.WORKING_GROUP and body == NETWORK:
        raise Problem("A working group's meeting needs the group, by its symbol, as in WG-DATA.", option="--body")
    if invitation.kind is not MeetingKind.WORKING_GROUP and body != NETWORK:
        raise Problem(f"{body} is a working group, so its meeting is of that kind.", option="--kind 'working group'")
    if invitation.minutes_available <= 0:
        raise Problem(f"{invitation.minutes_available} is no time for a meeting: give its minutes, as 120.",
                      option="--minutes")  # fmt: skip
    meeting = Meeting(
        id=new_id(),
        symbol=meeting_symbol(invitation.kind, starts.date(), body, _taken(book)),
        kind=invitation.kind,
        starts=starts.astimezone(zone),
        zone=zone.key,
        body=body,
        place=invitation.place,
        minutes_available=invitation.minutes_available,
        requested_by=caller,
        requested_on=invitation.requested_on,
        reason=invitation.reason,
        conjunction=invitation.conjunction,
        chairs=tuple(chair.office for chair in book.charter.chairs) if body == NETWORK else (),
    )
    # The network may have met before its register began; a group that the register established has not.
    first = body != NETWORK and all(other.body != body for other in book.meetings())
    with book.register.transaction(f"meeting {meeting.symbol} planned"):
        book.of(Meeting).put(meeting)
        purposes, words = purposes_of(book, meeting.kind), words_of(book.charter)
        for item in usual_items(meeting.id, meeting.kind, purposes, first=first, words=words):
            book.of(AgendaItem).put(item)
    return meeting


def _taken(book: Book) -> set[str]:
    return {meeting.symbol for meeting in book.meetings()}


def zone_of(typed: str, usual: str) -> ZoneInfo:
    """The zone that was typed, by its name or its city, the usual one where none was; Problem if there is none such."""
    return ZoneInfo(zone_meant(typed) if typed else usual)


def require_standing(group: Body, on: date) -> None:
    """Raise Problem for a group that was not established yet, or is abolished, on the day of its meeting."""
    if not group.stands_on(on):
        raise Problem(f"{group.symbol} does not stand on {long_date(on)}: its meeting needs another day.")


def _grounds(book: Book, invitation: Invitation) -> str:
    """Who requested or called a meeting that is not of the ordinary rhythm, by the name known (R-21, R-22)."""
    if invitation.kind is MeetingKind.ON_REQUEST and not (invitation.requested_by and invitation.requested_on):
        raise Problem("A meeting on request needs who requested it and when.",
                      option="--requested-by and --requested-on")  # fmt: skip
    if invitation.kind is MeetingKind.EXTRAORDINARY and not invitation.reason.strip():
        raise Problem("An extraordinary meeting needs its reason, which is printed.", option="--reason")
    caller = caller_named(book, invitation.kind, invitation.requested_by)
    if invitation.kind is MeetingKind.EXTRAORDINARY and not caller:
        raise Problem("An extraordinary meeting needs who calls it, which is printed.", option="--requested-by")
    if invitation.requested_on is not None:
        require_request_before(book, invitation.requested_on, invitation.starts.date())
    return caller


def known_caller(book: Book, caller: str) -> bool:
    """Whether a caller is on record: an entity, a collective, or somebody whom the ToR name; or nobody is given."""
    terms, cadence = book.charter.terms, book.charter.cadence
    rules = (cadence.additional, cadence.extraordinary)
    named = {rule.called_by for rule in rules if rule}
    for term in (terms.parent_body, terms.coordinator, terms.secretariat, terms.state_counterpart):
        named |= {term.short, term.name}
    wanted = fold(caller).removeprefix("the ")
    return wanted in {"", *map(fold, named)} or book.names().known(caller)


def caller_named(book: Book, kind: MeetingKind, typed: str) -> str:
    """An entity by the name known, whoever the ToR let call it, or any other body as typed.

    If nothing was typed, for an extraordinary meeting the body of the ToR. An additional meeting is one on request.
    Problem where a known one was probably meant.
    """
    cadence = book.charter.cadence
    rules = {MeetingKind.EXTRAORDINARY: cadence.extraordinary, MeetingKind.ON_REQUEST: cadence.additional}
    by_rule = rule.called_by if (rule := rules.get(kind)) else ""
    if not typed.strip():
        return by_rule if kind is MeetingKind.EXTRAORDINARY else ""
    return by_rule if fold(typed).removeprefix("the ") == fold(by_rule) else book.names().anybody(typed)


def require_request_before(book: Book, requested_on: date, meets_on: date) -> None:
    """Raise Problem for a request that is still to come, or came after the day of its meeting (R-21)."""
    if requested_on > book.today():
        raise Problem(f"{long_date(requested_on)} is still to come: a meeting is planned after it was requested.")
    if requested_on > meets_on:
        raise Problem(f"It meets on {long_date(meets_on)}: it cannot be requested on {long_date(requested_on)}.")


def before_opening(book: Book, meeting: Meeting) -> tuple[str, ...]:
    """What to consider before the meeting is opened: sentences, none of which blocks; Problem if it cannot be.

    That it is opened `on_another_day` is not among them.
    """
    _require_openable(book, meeting)
    odd = []
    carried, agenda = len(to_carry(book, meeting)), book.agenda(meeting.id)
    if carried and agenda.follow_up is None:
        are = "s are" if carried > 1 else " is"
        called = words_of(book.charter)("Follow-up")
        odd.append(f"{carried} matter{are} carried over, and no item is called {called}: /new {called} adds one.")
    explained = {each.purpose for each in meeting.without}
    odd += [f"No item is called {purpose!r}, which the ToR ask of the {meeting.kind.value} meeting."
            for purpose in unserved(agenda.items, purposes_of(book, meeting.kind))
            if purpose not in explained]  # fmt: skip
    return tuple(odd)


def on_another_day(book: Book, meeting: Meeting) -> str:
    """Where a meeting is opened on another day than its own: for when it is planned, and what today is; else empty."""
    today = today_at(book, meeting)
    if today == meeting.on:
        return ""
    return f"It is planned for {day_and_date(meeting.on)}; today is {day_and_date(today)}."


def today_at(book: Book, meeting: Meeting) -> date:
    """Today, where the meeting is held."""
    return book.now().astimezone(ZoneInfo(meeting.zone)).date()


def _require_openable(book: Book, meeting: Meeting) -> None:
    require_step(meeting, MeetingState.IN_SESSION)
    other = next((m for m in book.meetings() if m.in_session), None)
    if other is not None:
        raise Problem(f"{state_sentence(other)}: close it before you open {meeting.symbol}.")


def open_meeting(book: Book, meeting: Meeting, at: time | None = None) -> Meeting:
    """Open the meeting: its clock runs, the first item is on the table, and what is open is carried to it (R-63).

    Opened on another day than its own, its minutes are written up: they begin `at` a time of its day, or at its start.
    """
    _require_openable(book, meeting)
    opened = moment(book, meeting, at)
    agenda = book.agenda(meeting.id)
    kept = tuple(record.id for record in to_carry(book, meeting))
    with book.register.transaction(f"{meeting.symbol} opened"):
        if agenda.items:
            first = agenda.items[0]
            book.of(AgendaItem).put(start_clock(first, opened))
            meeting, _ = enter_part(book, meeting, first, opened)
        return book.of(Meeting).put(
            book.stepped(replace(meeting, state=MeetingState.IN_SESSION, opened=opened, carried=kept), "opened")
        )


def moment(book: Book, meeting: Meeting, at: time | None) -> datetime:
    """A time of day on the day of the meeting; without one, now, or the start if it is another day."""
    zone = ZoneInfo(meeting.zone)
    if at is not None:
        return datetime.combine(meeting.on, at, zone)
    now = book.now().astimezone(zone)
    return now if meeting.live_on(now.date()) else meeting.starts


def close_meeting(book: Book, meeting: Meeting, at: datetime | None = None) -> Meeting:
    """Close the meeting: clocks stop, whoever is in the room leaves, the minutes are a draft."""
    require_step(meeting, MeetingState.DRAFT)
    closed = at or _last_moment(book, meeting)
    if meeting.opened is not None and closed < meeting.opened:
        raise Problem(f"{meeting.symbol} was opened at {meeting.opened:%H:%M}: it cannot be closed at {closed:%H:%M}.")
    with book.register.transaction(f"{meeting.symbol} closed"):
        for item in book.agenda(meeting.id).items:
            stopped = stop_clock(item, closed)
            if stopped != item:
                book.of(AgendaItem).put(stopped)
        for participant in book.of(Participant).of(meeting.id):
            if participant.present:
                book.of(Participant).put(leave(participant, closed))
        closing = replace(meeting, state=MeetingState.DRAFT, closed=closed, doors_closed=False)
        return book.of(Meeting).put(book.stepped(closing, "closed"))


def _last_moment(book: Book, meeting: Meeting) -> datetime:
    """When a meeting that is written up on another day ended: at its last entry."""
    now = book.now().astimezone(ZoneInfo(meeting.zone))
    if meeting.live_on(now.date()):
        return now
    record = book.record(meeting.id)
    times = [entry.at for entry in record.entries] + [meeting.opened or meeting.starts]
    return max(times).astimezone(ZoneInfo(meeting.zone))


def before_closing(book: Book, meeting: Meeting) -> tuple[str, ...]:
    """What is missing before the meeting is closed: sentences, none of which blocks."""
    return missing_at_closing(book.record(meeting.id))
