"""Who is in the room: arrivals, departures, apologies, guests."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from tui_app.domain.capture.room_lines import ApologiesLine, GuestLine, InLine, MembersInLine, OutLine
from tui_app.domain.consensus.moves import attend
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.attendance import Capacity, Participant, arrive, leave, media_here, since
from tui_app.domain.names import SECRETARIAT, fold
from tui_app.domain.problem import Problem
from tui_app.services.doors import closed_to
from tui_app.services.pen import Pen, Taken, Takers


def _at(pen: Pen, given: time | None) -> datetime:
    """When somebody came or went; Problem for a time that a meeting which is going on has not reached."""
    return pen.moment() if given is None else require_past(pen, given)


def require_past(pen: Pen, given: time) -> datetime:
    """A time on the day of the meeting; Problem for one that a meeting which is going on has not reached."""
    meeting = pen.meeting
    zone = ZoneInfo(meeting.zone)
    now, at = pen.book.now().astimezone(zone), datetime.combine(meeting.on, given, zone)
    if at > now and not pen.keeps_time and meeting.live_on(now.date()):
        raise Problem(f"It is {now:%H:%M}, and {given:%H:%M} is still to come: leave the time out for now.")
    return at


def _here(pen: Pen) -> tuple[Participant, ...]:
    return pen.book.of(Participant).of(pen.meeting_id)


def _capacity(pen: Pen, entity: str) -> Capacity:
    """A member's by its seat on the day; the state's counterpart by the charter; otherwise an observer."""
    if any(seat.entity == entity for seat in pen.book.seats(pen.meeting)):
        return Capacity.MEMBER
    if entity == SECRETARIAT:
        return Capacity.SECRETARIAT
    counterpart = pen.book.charter.terms.state_counterpart.short
    return Capacity.STATE_COUNTERPART if counterpart and entity == counterpart else Capacity.OBSERVER


def _in(pen: Pen, line: InLine) -> Taken:
    at = _at(pen, line.at)
    with pen.book.register.transaction(f"{line.entity} came in"):
        person = _person(pen, line)
        arrived = since(person, at) if person.present and line.at else arrive(person, at)
        pen.book.of(Participant).put(arrived)
        _tell_checks(pen, line.entity)
    needs_no_word = arrived.capacity in (Capacity.MEMBER, Capacity.SECRETARIAT)
    seatless = "" if needs_no_word else f"{line.entity} has no seat: it gives no position."
    note = closed_to(pen.meeting, arrived) or seatless
    return Taken(f"in {line.entity} {arrived.name}".rstrip() + f" {at:%H:%M}", note=note)


def _members_in(pen: Pen, line: MembersInLine) -> Taken:
    """Several at once, or every member; who is in the room already, or sent apologies, is not touched by `all`."""
    there = {p.entity for p in _here(pen) if p.present or (p.apologies and not line.entities)}
    everyone = line.entities or tuple(seat.entity for seat in pen.book.seats(pen.meeting))
    coming = [entity for entity in everyone if entity not in there]
    if not coming:
        if everyone:
            raise Problem("They are all in the room already.")
        raise Problem("This body has no members yet.", deed="network.admit", option="minutebook member add")
    with pen.book.register.transaction(f"{len(coming)} members came in"):
        for entity in coming:
            _in(pen, InLine(entity, at=line.at))
    note = f"Names can follow, as in /in {coming[0]} J. Doe."
    return Taken(f"in {', '.join(coming)} {_at(pen, line.at):%H:%M}", note=note)


def _person(pen: Pen, line: InLine) -> Participant:
    """The participant meant: the same name, or the entity's one without a name yet."""
    theirs = [p for p in _here(pen) if p.entity == line.entity]
    same = [p for p in theirs if fold(p.name) == fold(line.name) or not p.name or not line.name]
    person = same[-1] if same else Participant(
        id=new_id(), meeting=pen.meeting_id, entity=line.entity, capacity=_capacity(pen, line.entity)
    )  # fmt: skip
    return replace(
        person,
        name=line.name or person.name,
        title=line.title or person.title,
        acting_for=line.acting_for or person.acting_for,
    )


def _out(pen: Pen, line: OutLine) -> Taken:
    at = _at(pen, line.at)
    with pen.book.register.transaction(f"{', '.join(line.entities)} left"):
        for entity in line.entities:
            for person in _leaving(pen, entity, line.name, at):
                pen.book.of(Participant).put(leave(person, at))
            _tell_checks(pen, entity)
    who = f"{', '.join(line.entities)} {line.name}".rstrip()
    return Taken(f"out {who} {at:%H:%M}")


def _leaving(pen: Pen, entity: str, name: str, at: datetime) -> list[Participant]:
    """Those of an entity who are in the room, or the one of that name; Problem if there is none."""
    here = [p for p in _here(pen) if p.entity == entity and p.present]
    if not here:
        raise Problem(f"Nobody of {entity} is in the room: record who came first, as in /in {entity} J. Doe.")
    leaving = [p for p in here if fold(p.name) == fold(name)] if name else here
    if not leaving:
        named = ", ".join(p.name or "somebody not named" for p in here)
        raise Problem(f"{name} of {entity} is not in the room: {named} is.")
    came = max(person.presence[-1].start for person in leaving)
    if at < came.replace(second=0):
        raise Problem(f"{entity} came in at {came.astimezone(at.tzinfo):%H:%M}: it cannot leave at {at:%H:%M}.")
    return leaving


def _tell_checks(pen: Pen, entity: str) -> None:
    """Late arrivals and departures change who is asked in an open check."""
    present = [p for p in _here(pen) if p.entity == entity and p.present and p.capacity is Capacity.MEMBER]
    name = present[-1].name if present else ""
    for proposal in pen.book.of(Proposal).of(pen.meeting_id):
        changed = attend(proposal, entity, name, bool(present)) if proposal.open else proposal
        if changed != proposal:
            pen.book.of(Proposal).put(changed)


def _apologies(pen: Pen, line: ApologiesLine) -> Taken:
    with pen.book.register.transaction(f"apologies of {', '.join(line.entities)}"):
        for entity in line.entities:
            pen.book.of(Participant).put(_absentee(pen, entity))
            _tell_checks(pen, entity)
    return Taken(f"apologies {', '.join(line.entities)}")


def _absentee(pen: Pen, entity: str) -> Participant:
    """The entity as sending apologies; who was only put down with all the others was not in the room."""
    theirs = [p for p in _here(pen) if p.entity == entity]
    named = [p for p in theirs if p.attended and p.name]
    if named:
        there = "is" if named[-1].present else "was"
        leaving = (
            f": record its leaving with /out {entity}" if named[-1].present else ", so its apologies are not recorded"
        )
        raise Problem(f"{named[-1].name} of {entity} {there} in the room{leaving}.")
    person = theirs[-1] if theirs else Participant(
        id=new_id(), meeting=pen.meeting_id, entity=entity, capacity=_capacity(pen, entity)
    )  # fmt: skip
    return replace(person, apologies=True, presence=())


def _guest(pen: Pen, line: GuestLine) -> Taken:
    unnamed = [p for p in _here(pen) if fold(p.entity) == fold(line.organisation) and not p.name]
    known = unnamed[-1] if unnamed else Participant(
        id=new_id(), meeting=pen.meeting_id, entity=line.organisation, capacity=Capacity.INVITEE
    )  # fmt: skip
    guest = replace(
        known,
        name=line.name,
        invited_by=line.invited_by or known.invited_by,
        invited_why=line.why or known.invited_why,
    )
    with pen.book.register.transaction(f"guest {line.organisation}"):
        pen.book.of(Participant).put(arrive(guest, pen.moment()))
    unknown = "" if guest.invited_by else "Who invited them? It is printed: /guest ... invited by IOM for item 3"
    media = f"{line.organisation}: media in the room" if media_here([arrive(guest, pen.moment())]) else ""
    note = closed_to(pen.meeting, guest) or ". ".join(filter(None, (media, unknown)))
    return Taken(f"guest {line.organisation} {line.name}".rstrip(), note=note)


TAKERS: Takers = {
    InLine: _in,
    MembersInLine: _members_in,
    OutLine: _out,
    ApologiesLine: _apologies,
    GuestLine: _guest,
}
