"""One entity in a check, whole: who speaks for it, its words, what it said before; and how the text came about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from tui_app.domain.calendar import short_date
from tui_app.domain.charter.charter import DecisionRule, Tier
from tui_app.domain.consensus.consensus import binds
from tui_app.domain.consensus.proposal import Position, PositionKind, Proposal
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.meeting.versions import marked
from tui_app.screens.facts import facts, under
from tui_app.screens.matrix import as_said, words_of
from tui_app.widgets.rows import Row


def entity_rows(key: str, proposal: Proposal, record: MeetingRecord) -> list[Row]:
    """The entity, or the state's body, of a row of the matrix; `record`: that of the meeting."""
    now = next((each for each in proposal.positions if each.entity == key), None)
    zone = ZoneInfo(record.meeting.zone)
    return [
        *(_standing(now, proposal, record, zone) if now else facts(("The state", key))),
        *under("Consulted", _consultations(key, proposal)),
        *under("Before in this check", _before(key, proposal, zone)),
        *under("Said under the item", _said(key, proposal, record, zone)),
        *under("How the text was changed", _texts(proposal)),
    ]


def _standing(now: Position, proposal: Proposal, record: MeetingRecord, zone: ZoneInfo) -> Iterator[Row]:
    """Who it is and what it says now."""
    name = next((each.name for each in record.entities if each.acronym == now.entity), "")
    seat = next((each.spoken for each in record.seats if each.entity == now.entity), now.entity)
    asked = now.kind is not PositionKind.PENDING
    return facts(
        ("Entity", seat),
        ("Name", name if name != now.entity else ""),
        ("Seat", _seat(now, record.charter.decision)),
        ("Speaks", now.represented_by or ("not in the room" if proposal.away(now) else "")),
        ("With", _others(now, record)),
        ("Position", f"{now.kind}{_clock(now.at, zone)}" if asked else "not asked yet"),
        ("Words", now.words and as_said(now)),
        ("Withdrawn", _clock(now.withdrawn, zone).strip(", ")),
        ("Closed", "said behind closed doors" if now.closed else ""),
    )


def _seat(now: Position, rule: DecisionRule) -> str:
    """Whether its objection blocks, where not everybody's does."""
    if rule.binding_tier is Tier.MEMBER:
        return ""
    return "Executive Committee" if binds(now, rule) else "member: its objection is recorded and does not block"


def _others(now: Position, record: MeetingRecord) -> str:
    there = (each for each in record.participants if each.entity == now.entity and each.present)
    return ", ".join(each.name for each in there if each.name and each.name != now.represented_by)


def _consultations(key: str, proposal: Proposal) -> Iterator[Row]:
    for n, held in enumerate(each for each in proposal.consultations if each.body == key):
        words = ", ".join(filter(None, (held.result, held.channel, short_date(held.on))))
        yield Row(f"consultation-{n}", ("waived" if held.waived else "answer", words))


def _before(key: str, proposal: Proposal, zone: ZoneInfo) -> Iterator[Row]:
    """Objections that it gave up, and its positions on earlier texts, the last one first."""
    for each in reversed(proposal.rounds):
        given_up = [position for position in each.resolved if position.entity == key]
        earlier = [p for p in each.positions if p.entity == key and p.kind is not PositionKind.PENDING]
        for position in (*reversed(given_up), *(earlier if each != proposal.round else ())):
            said = f"{position.kind}{_clock(position.at, zone)}"
            words = ": ".join(filter(None, (said, words_of(position, proposal))))
            yield Row(f"round-{each.number}", (f"round {each.number}", words))


def _said(key: str, proposal: Proposal, record: MeetingRecord, zone: ZoneInfo) -> Iterator[Row]:
    """What it said under the item of the text, the last first."""
    spoke = (e for e in record.entries if e.entity == key and e.item == proposal.item and record.visible(e))
    for each in reversed([*spoke]):
        yield Row(each.id, (f"{each.at.astimezone(zone):%H:%M}", _words(each)))


def _words(entry: Entry) -> str:
    return f"! {entry.text}" if entry.on_record else entry.text


def _texts(proposal: Proposal) -> Iterator[Row]:
    """What each amendment changed, the last one first."""
    for before, after in reversed([*pairwise(proposal.rounds)]):
        yield Row(f"text-{after.number}", (f"round {after.number}", marked(before.text, after.text)))


def _clock(at: datetime | None, zone: ZoneInfo) -> str:
    return f", {at.astimezone(zone):%H:%M}" if at else ""
