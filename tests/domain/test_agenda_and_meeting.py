"""Agendas, meetings and attendance, by tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.charter.charter import Tier
from tui_app.domain.meeting.agenda import (
    Purpose,
    agenda_of,
    fingerprint,
    item_line,
    read_agenda,
    read_item,
    start_clock,
    stop_clock,
)
from tui_app.domain.meeting.attendance import Participant, arrive, attendance, leave
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState, meeting_symbol, read_kind, require_step
from tui_app.domain.meeting.usual_agenda import usual_items
from tui_app.domain.membership.roster import Seat, seats_on
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import read_meeting_symbol

NOON = datetime(2026, 9, 22, 12, 0, tzinfo=UTC)

LINES = [
    ("Data on labour migration [decision] 20m IOM", ("Data on labour migration", Purpose.DECISION, 20, "IOM")),
    ("Opening", ("Opening", Purpose.DISCUSSION, 0, "")),
    ("3. Workplan [for information] 30 min UN Women", ("Workplan", Purpose.INFORMATION, 30, "UN Women")),
    ("Report on 2030 targets [info] UNDP", ("Report on 2030 targets", Purpose.INFORMATION, 0, "UNDP")),
    ("The draft [v2] of the plan [decision] 5m", ("The draft [v2] of the plan", Purpose.DECISION, 5, "")),
    ("Issue [#17749](https://example.org) []", ("Issue [#17749](https://example.org) []", Purpose.DISCUSSION, 0, "")),
    ("Briefing by UNDP [decision] 20m", ("Briefing by UNDP", Purpose.DECISION, 20, "")),
    ("Follow up with IOM", ("Follow up with IOM", Purpose.DISCUSSION, 0, "")),
    ("Briefing by IOM [info] ILO 5m", ("Briefing by IOM", Purpose.INFORMATION, 5, "ILO")),
    ("2a) Sources 10' ILO", ("Sources", Purpose.DISCUSSION, 10, "ILO")),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_an_agenda_line_is_read(line: str, expected: tuple[str, Purpose, int, str]) -> None:
    (item,) = read_agenda([line], "m", ("IOM", "ILO", "UNDP", "UN Women"))
    assert (item.title, item.purpose, item.minutes, item.presenter) == expected


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_printed_agenda_line_reads_as_the_same_item(line: str, expected: tuple[str, Purpose, int, str]) -> None:
    presenters = ("IOM", "ILO", "UNDP", "UN Women")
    (item,) = read_agenda([line], "m", presenters)
    (again,) = read_agenda([item_line(item)], "m", presenters)
    assert (again.title, again.purpose, again.minutes, again.presenter) == expected


BAD_AGENDAS = [
    (["Opening [desicion]"], "line 1: 'desicion' is not a purpose: did you mean 'decision'"),
    (["  a part"], "line 1: a sub-item needs an item above it"),
    (["Opening", "[decision] 10m"], "line 2: an item needs a title"),
]


@pytest.mark.parametrize(("lines", "sentence"), BAD_AGENDAS)
def test_a_wrong_agenda_is_refused_with_its_line(lines: list[str], sentence: str) -> None:
    with pytest.raises(Problem, match=sentence):
        read_agenda(lines, "m", ())


SENT = ["One [decision] 5m IOM", "  part 10m", "  part 20m", "Two 15m"]
OTHERS = [
    ["One [decision] 5m IOM", "  part 10m", "  part 20m", "Three 15m"],
    ["One [discussion] 5m IOM", *SENT[1:]],
    ["One [decision] 6m IOM", *SENT[1:]],
    ["One [decision] 5m ILO", *SENT[1:]],
    ["Two 15m", *SENT[:3]],
    [*SENT[:2], "part 20m", "Two 15m"],
    [*SENT, "Three"],
    SENT[:3],
]


def announced(lines: list[str], starts: datetime = NOON, minutes: int = 120) -> str:
    return fingerprint(agenda_of(read_agenda(lines, "m", ("IOM", "ILO"))), starts, minutes)


def test_a_fingerprint_is_another_with_every_word_of_an_agenda_and_its_time() -> None:
    every = [announced(SENT), *map(announced, OTHERS), announced(SENT, NOON + timedelta(hours=1)),
             announced(SENT, minutes=90)]  # fmt: skip
    assert len(set(every)) == len(every)


def test_a_fingerprint_is_the_same_whatever_became_of_the_items_in_the_meeting() -> None:
    items = read_agenda(SENT, "m", ("IOM", "ILO"))
    later = NOON + timedelta(minutes=5)
    taken = [stop_clock(start_clock(replace(item, deferred=True, rank=item.rank * 7), NOON), later) for item in items]
    assert fingerprint(agenda_of(taken), NOON, 120) == announced(SENT)


def test_items_are_numbered_and_parts_lettered() -> None:
    agenda = agenda_of(read_agenda(["One 5m", "  part 10m", "  part 20m", "Two 15m"], "m", ()))
    assert list(agenda.numbers.values()) == ["1", "1a", "1b", "2"]
    assert agenda.by_number("1B").minutes == 20
    assert agenda.minutes == 45  # the parts of the first item need more than its own five minutes
    with pytest.raises(Problem, match="the items are 1, 1a, 1b, 2"):
        agenda.by_number("7")


@given(st.lists(st.tuples(st.booleans(), st.integers(min_value=0, max_value=90)), max_size=40))
def test_every_item_has_a_number_of_its_own(shape: list[tuple[bool, int]]) -> None:
    lines = [f"{'  ' if part and n else ''}Item {n} [discussion] {m}m" for n, (part, m) in enumerate(shape)]
    agenda = agenda_of(read_agenda(lines, "m", ()))
    assert len(set(agenda.numbers.values())) == len(agenda.items) == len(lines)
    walked, item = [], agenda.after("")
    while item is not None:
        walked.append(item.id)
        item = agenda.after(item.id)
    assert walked == [i.id for i in agenda.items]


def test_a_clock_adds_up_and_never_runs_backwards() -> None:
    (item,) = read_agenda(["One"], "m", ())
    item = stop_clock(start_clock(item, NOON), NOON + timedelta(minutes=10))
    item = stop_clock(start_clock(item, NOON + timedelta(minutes=20)), NOON)  # the clock was set back
    assert item.spent(NOON) == timedelta(minutes=10)
    assert start_clock(item, NOON).spent(NOON + timedelta(minutes=3)) == timedelta(minutes=13)


SYMBOLS = [
    (MeetingKind.QUARTERLY, date(2026, 9, 22), set(), "2026/Q3"),
    (MeetingKind.QUARTERLY, date(2026, 9, 30), {"2026/Q3"}, "2026/Q3-2"),
    (MeetingKind.QUARTERLY, date(2026, 10, 1), {"2026/Q3"}, "2026/Q4"),
    (MeetingKind.EXTRAORDINARY, date(2026, 2, 1), set(), "2026/EX1"),
    (MeetingKind.EXTRAORDINARY, date(2026, 2, 1), {"2026/EX1", "2026/EX2"}, "2026/EX3"),
    (MeetingKind.ANNUAL, date(2026, 12, 1), set(), "2026/AN"),
    (MeetingKind.WORKING_GROUP, date(2026, 5, 1), {"2026/WG-DATA-1"}, "2026/WG-DATA-2"),
]


@pytest.mark.parametrize(("kind", "on", "taken", "symbol"), SYMBOLS)
def test_meetings_have_symbols_that_are_never_used_twice(
    kind: MeetingKind, on: date, taken: set[str], symbol: str
) -> None:
    assert meeting_symbol(kind, on, "WG-DATA", taken) == symbol


@pytest.mark.parametrize("typed", ["2026/Q3", "2026Q3", " 2026-Q3", "UNNM-KEN/2026/Q3"])
def test_a_meeting_is_found_as_people_type_it(typed: str) -> None:
    assert read_meeting_symbol(typed) == "2026/Q3"


def test_a_kind_of_meeting_may_be_a_beginning_and_a_wrong_one_names_the_nearest() -> None:
    assert read_kind("quart") is MeetingKind.QUARTERLY
    assert read_kind("on-request") is MeetingKind.ON_REQUEST
    with pytest.raises(Problem, match="did you mean 'quarterly'"):
        read_kind("quaterly")


def test_a_meeting_takes_its_steps_in_order_only() -> None:
    meeting = Meeting(id="m", symbol="2026/Q3", kind=MeetingKind.QUARTERLY, starts=NOON, zone="Africa/Nairobi")
    require_step(meeting, MeetingState.IN_SESSION)
    for wrong in (MeetingState.DRAFT, MeetingState.CIRCULATED, MeetingState.ADOPTED):
        with pytest.raises(Problem, match="can now only be opened"):
            require_step(meeting, wrong)


TITLES = [
    ("2026/Q3", MeetingKind.QUARTERLY, "Third quarterly meeting of 2026"),
    ("2026/EX1", MeetingKind.EXTRAORDINARY, "Extraordinary meeting of 2026, no. 1"),
    ("2026/AN", MeetingKind.ANNUAL, "Annual meeting of 2026"),
]


@pytest.mark.parametrize(("symbol", "kind", "title"), TITLES)
def test_a_meeting_has_a_title(symbol: str, kind: MeetingKind, title: str) -> None:
    assert Meeting(id="m", symbol=symbol, kind=kind, starts=NOON, zone="Africa/Nairobi").title == title


def test_members_are_represented_or_sent_apologies_or_did_not_come() -> None:
    iom = arrive(Participant(id="1", meeting="m", entity="IOM", name="A. Otieno"), NOON)
    ilo = leave(arrive(Participant(id="2", meeting="m", entity="ILO"), NOON), NOON + timedelta(hours=1))
    who = Participant(id="3", meeting="m", entity="WHO", apologies=True)
    found = attendance(("FAO", "ILO", "IOM", "WHO"), (iom, ilo, who))
    assert found.represented == ("IOM",)
    assert found.left == ("ILO",)
    assert found.apologies == ("WHO",)
    assert found.not_represented == ("FAO",)
    assert found.absent == ("FAO", "ILO", "WHO")


def test_a_seat_counts_from_its_first_to_its_last_day_and_not_while_pending() -> None:
    seat = Seat(
        id="1", body="network", entity="UNEP", since=date(2026, 3, 1), until=date(2026, 6, 30), tier=Tier.MEMBER
    )
    pending = Seat(id="2", body="network", entity="UNOPS", pending=True)
    days = {date(2026, 2, 28): 0, date(2026, 3, 1): 1, date(2026, 6, 30): 1, date(2026, 7, 1): 0}
    for on, held in days.items():
        assert len(seats_on((seat, pending), "network", on)) == held


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Data plan [decision] 20m", True),
        ("Data plan [discussion] 20m", False),
        ("Opening and adoption of the agenda [decision] 5m", False),
        ("minutes of the previous meeting [decision] 5m", False),
        ("Any other business [decision] 5m", False),
    ],
)
def test_a_document_is_expected_for_what_is_to_be_decided_but_not_for_the_standing_items(
    line: str, expected: bool
) -> None:
    assert read_agenda([line], "m", ())[0].expects_document is expected


def test_for_none_of_the_usual_items_is_a_document_expected() -> None:
    assert not [
        item.title
        for item in usual_items("m", MeetingKind.ANNUAL, ("Review of the workplan",))
        if item.expects_document
    ]


def test_a_clock_that_starts_on_a_day_to_come_shows_no_time():
    item = read_item("Data plan 20m", "m", (), rank=0)
    assert start_clock(item, NOON + timedelta(days=10)).spent(NOON) == timedelta()
