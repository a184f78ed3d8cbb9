"""A register in which every text of every record is a mark, and a decision of the second quarter released some of it.

Given by name is only what a record needs to be what it is; everything else is made from the types of the records, so
that a field or a table that is added to the register is marked by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.services.marks import NOW, Marker
from tui_app.domain.charter.charter import Charter, Handling
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.effect import Effect, EffectKind
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.agenda import AgendaItem, agenda_of, fingerprint
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.meeting.minutes import AdoptedMinutes, Entry, EntryKind
from tui_app.domain.membership.network import Network, Numbering
from tui_app.domain.membership.roster import NETWORK, Entity, Seat
from tui_app.domain.reports.report import Report
from tui_app.domain.workplan.workplan import Workplan, WorkplanLine
from tui_app.register.tables import TABLES
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.registers import make

ZONE = "Africa/Nairobi"
BY = "UNNM-KEN/2026/Q2/D01"
"""The decision that releases."""
RELEASED = ("2026/Q3", "UNNM-KEN/2026/Q2/D02", "agenda 2026/Q4", "workplan 2026", "members")


def marked_book(folder: Path, marker: Marker) -> Book:
    """The register; `marker` knows afterwards which mark stands where."""
    book = make(load_charter("kenya"), folder, "A. Otieno", clock=lambda: NOW, remembered=False)
    with book.register.transaction("marks"):
        charter = _charter(book.charter, marker)
        book.of(Network).put(marker.record(Network, "network", id=book.network.id, charter=charter))
        made = [*_meetings(marker), *_outcomes(marker), *_said(marker), *_network(marker)]
        for record in (*made, *_of_every_other_table(marker, {Network, Numbering, *map(type, made)})):
            book.of(type(record)).put(record)
    return book


def _charter(charter: Charter, marker: Marker) -> Charter:
    """Its key, symbol, zone and language stay, and its templates, which have fields in them; all is internal."""
    kept = {name: getattr(charter, name) for name in ("key", "symbol", "zone", "language") if hasattr(charter, name)}
    wording = replace(charter.wording, network_short=marker.mark("charter.wording.network_short"))
    marked = marker.marked(charter, "charter")
    confidentiality = replace(marked.confidentiality, statement=Handling.INTERNAL)
    return replace(marked, **kept, wording=wording, confidentiality=confidentiality)


def _meetings(marker: Marker) -> Iterator[Any]:
    for symbol, month, state in (("2026/Q2", 6, MeetingState.ADOPTED), ("2026/Q3", 9, MeetingState.ADOPTED),
                                 ("2026/Q4", 12, MeetingState.PLANNED)):  # fmt: skip
        starts = datetime(2026, month, 22, 10, tzinfo=ZoneInfo(ZONE))
        items = [
            marker.record(AgendaItem, f"{symbol} {word} item", id=f"{symbol} {word}", meeting=symbol, rank=rank,
                          parent="", closed=word == "closed", untold=word == "untold")
            for rank, word in enumerate(("open", "closed", "untold"))
        ]  # fmt: skip
        yield from items
        yield marker.record(
            Meeting, symbol, id=symbol, symbol=symbol, kind=MeetingKind.QUARTERLY, starts=starts, zone=ZONE,
            body=NETWORK, state=state, carried=(), current_item="", adopted_at="", agenda_version=1,
            agenda_fingerprint=fingerprint(agenda_of(items), starts, 1), adopted_on=date(2026, month, 28),
        )  # fmt: skip
        if state is MeetingState.ADOPTED:
            yield marker.record(AdoptedMinutes, f"{symbol} adopted minutes", id=symbol)


def _outcomes(marker: Marker) -> Iterator[Any]:
    """Decisions, proposals and actions: in the open and behind closed doors, standing and not, released and not."""
    release = tuple(marker.record(Effect, "release.effects", kind=EffectKind.RELEASE, subject=each)
                    for each in RELEASED)  # fmt: skip
    rescinded = (marker.record(Effect, "rescinded.effects", kind=EffectKind.RELEASE, subject="UNNM-KEN/2026/Q2/D03"),)
    statement = (marker.record(Effect, "statement.effects", kind=EffectKind.STATEMENT),)
    for meeting, number, what, given in (
        ("2026/Q2", "D01", "release", {"effects": release}),
        ("2026/Q2", "D02", "released alone", {"effects": statement}),
        ("2026/Q2", "D03", "unreleased", {}), ("2026/Q2", "D04", "rescinded", {"effects": rescinded,
                                                                             "rescinded_by": BY}),
        ("2026/Q3", "D01", "decision", {}), ("2026/Q3", "D02", "closed decision", {"item": "2026/Q3 closed"}),
        ("2026/Q3", "D03", "superseded", {"superseded_by": BY}),
    ):  # fmt: skip
        standing = {"superseded_by": "", "rescinded_by": "", "effects": ()}
        yield marker.record(Decision, what, **{
            **standing, "id": what, "number": number, "symbol": f"UNNM-KEN/{meeting}/{number}", "meeting": meeting,
            "item": f"{meeting} open", "proposal": f"proposal of {what}", "body": NETWORK,
            "adopted_on": date(2026, 6 if meeting == "2026/Q2" else 9, 22), **given})  # fmt: skip
    for what in ("proposal", "closed proposal"):
        yield marker.record(Proposal, what, id=what, number="P1", meeting="2026/Q3", item="2026/Q3 open", body=NETWORK)
    for what in ("action", "closed action", "struck action"):
        yield marker.record(ActionPoint, what, id=what, number="A01", symbol="UNNM-KEN/2026/Q3/A01", meeting="2026/Q3",
                            item="2026/Q3 open", struck=what == "struck action", earlier=())  # fmt: skip
    yield marker.record(ActionPoint, "unreleased action", id="unreleased action", number="A01", meeting="2026/Q2",
                        symbol="UNNM-KEN/2026/Q2/A01")  # fmt: skip


def _said(marker: Marker) -> Iterator[Entry]:
    """The entries of both meetings; those of the one that was released in every kind there is."""
    kept = {"closed": False, "struck": False, "on_record": False, "refers_to": "", "meeting": "2026/Q3"}
    for rank, (what, kind, own) in enumerate((
        ("note", EntryKind.NOTE, {}), ("statement", EntryKind.STATEMENT, {}),
        ("on record", EntryKind.STATEMENT, {"on_record": True}), ("procedural", EntryKind.PROCEDURAL, {}),
        ("struck note", EntryKind.NOTE, {"struck": True}), ("closed note", EntryKind.NOTE, {"closed": True}),
        ("closed statement", EntryKind.STATEMENT, {"closed": True, "on_record": True}),
        *((f"entry of {each}", kind, {"refers_to": each, "text": "", "closed": each.startswith("closed")})
          for each, kind in (("decision", EntryKind.DECISION), ("closed decision", EntryKind.DECISION),
                             ("superseded", EntryKind.DECISION), ("proposal", EntryKind.PROPOSAL),
                             ("closed proposal", EntryKind.PROPOSAL), ("action", EntryKind.ACTION),
                             ("closed action", EntryKind.ACTION), ("struck action", EntryKind.ACTION))),
        ("unreleased note", EntryKind.NOTE, {"meeting": "2026/Q2"}),
        ("unreleased statement", EntryKind.STATEMENT, {"meeting": "2026/Q2", "on_record": True}),
    )):  # fmt: skip
        given = {**kept, **own}
        yield marker.record(Entry, what, id=what, kind=kind, rank=rank, item=f"{given['meeting']} open", **given)


def _network(marker: Marker) -> Iterator[Any]:
    """A member, a workplan that was endorsed and is another now, a report that was sent outside and one inside."""
    member = marker.record(Entity, "member", id="member")
    yield member
    yield marker.record(Seat, "seat", id="seat", body=NETWORK, entity=member.acronym, since=None, until=None,
                        pending=False)  # fmt: skip
    line = marker.record(WorkplanLine, "line", id="line", year=2026, number="W01", struck=False)
    yield line
    words = [marker.mark(f"endorsed {what}") for what in ("output", "partner", "outcome", "milestone")]
    typed = "{0} [{lead}] with {1}; unsdcf {2}; Q3 {3}".format(*words, lead=member.acronym)
    yield marker.record(Workplan, "workplan", id="workplan", year=2026, endorsed={"line": typed}, endorsed_by=BY)
    yield marker.record(Report, "sent report", id="sent", number="R01", external=True, released_by=BY)
    yield marker.record(
        Report, "internal report", id="internal", number="R02", external=False, sent_on=None, sent_text=""
    )


def _of_every_other_table(marker: Marker, made: set[type]) -> Iterator[Any]:
    """One record of each type that has none yet, under the meeting whose minutes are released, or the network."""
    for table in TABLES:
        owner = table.owner_field
        if table.record_type not in made:
            owned = {owner: "2026/Q3" if owner == "meeting" else NETWORK} if owner else {}
            yield marker.record(table.record_type, table.record_type.__name__, **owned)
