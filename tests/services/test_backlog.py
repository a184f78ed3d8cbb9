"""The backlog: over any moves, undone and done again, each suggestion is in exactly one place, and none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tui_app.domain.meeting.agenda import AgendaItem, item_line
from tui_app.domain.meeting.backlog import Suggestion, on_agendas, waiting
from tui_app.domain.meeting.backlog_words import origin
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.problem import Problem
from tui_app.register.references import dangling
from tui_app.services import capture, convene, prepare_agenda
from tui_app.services.backlog import (
    backlog,
    edit,
    find_suggestion,
    held,
    send_back,
    suggest,
    take,
    withdraw,
)
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.papers import paper
from tui_app.services.pen import Pen
from tui_app.services.registers import make

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)


def plan(book: Book, on: datetime) -> Meeting:
    return convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=on))


def fresh(folder: Path) -> Book:
    return make(load_charter("kenya"), folder, "A. Otieno", clock=lambda: NOW, remembered=False)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    book = fresh(tmp_path / "r")
    plan(book, datetime(2026, 9, 22, 10))
    yield book
    book.register.close()


def titles(book: Book) -> list[str]:
    return [each.title for each in backlog(book)]


def hold(book: Book, *lines: str) -> None:
    """Open the next meeting, go through all its items with these lines, and close it."""
    meeting = convene.open_meeting(book, next(m for m in book.meetings() if m.state is MeetingState.PLANNED))
    pen = Pen(book, meeting.id)
    for line in lines:
        capture.take(pen, line)
    convene.close_meeting(book, book.of(Meeting).get(meeting.id))


def test_a_suggestion_goes_before_any_other_business_and_knows_who_made_it(book: Book) -> None:
    made = suggest(book, "Housing [decision] 20m", "unhcr", on=date(2026, 9, 3), note=" asked in August ")
    assert (made.number, made.proposed_by, made.minutes, made.note) == ("S01", "UNHCR", 20, "asked in August")
    (meeting,) = book.meetings()
    item = take(book, find_suggestion(book, "hous"), meeting)
    assert [each.title for each in book.agenda(meeting.id).items][-2:] == ["Housing", "Any other business"]
    assert origin(item) == "proposed by UNHCR"
    assert "Housing (proposed by UNHCR)" in paper(book, "agenda", "2026/Q3")
    assert titles(book) == []
    with pytest.raises(Problem, match="S01 is on the agenda of 2026/Q3 already"):
        find_suggestion(book, "S01")


def test_what_is_deferred_comes_back_with_its_history_and_its_parts(book: Book) -> None:
    suggest(book, "Housing [decision] 20m IOM", "UNHCR")
    (q3,) = book.meetings()
    item = take(book, backlog(book)[0], q3)
    prepare_agenda.add_item(book, q3, "  Rents 5m", item.id)
    hold(book, "/next", "/item 4", "/defer")
    plan(book, datetime(2026, 12, 8, 10))
    (again,) = (each for each in backlog(book) if each.title == "Housing")
    assert (again.number, again.parts) == ("S01", ("Rents [discussion] 5m",))
    q4 = book.meeting("2026/Q4")
    second = take(book, again, q4)
    assert origin(second) == "proposed by UNHCR; deferred from 2026/Q3"
    assert [each.title for each in book.agenda(q4.id).items if each.parent] == ["Rents"]
    assert "(proposed by UNHCR; deferred from 2026/Q3)" in paper(book, "agenda", "2026/Q4")
    hold(book, "/item 4", "/defer")
    (third,) = (each for each in backlog(book) if each.title == "Housing")
    assert [each.meeting for each in third.put_off] == ["2026/Q3", "2026/Q4"]


def test_an_item_that_was_never_suggested_waits_too_and_the_standing_ones_do_not(book: Book) -> None:
    (q3,) = book.meetings()
    for line in ("Workplan 10m", "Diaspora 10m"):
        prepare_agenda.add_item(book, q3, line, None)
    hold(book, "/item 1", "/item 5", "/defer")
    assert [(s.number, s.put_off[0].how.name) for s in backlog(book)] == [
        ("2026/Q3/5", "DEFERRED"), ("2026/Q3/6", "NOT_REACHED")
    ]  # fmt: skip
    q4 = plan(book, datetime(2026, 12, 8, 10))
    edited = edit(book, find_suggestion(book, "2026/Q3/5"), "Workplan of 2027 15m")
    assert (edited.number, titles(book)) == ("S01", ["Diaspora", "Workplan of 2027"])
    assert take(book, find_suggestion(book, "S01"), q4).minutes == 15
    withdraw(book, find_suggestion(book, "Diaspora"), "settled")
    assert titles(book) == []


def test_what_was_put_on_a_later_agenda_by_hand_waits_no_more(book: Book) -> None:
    (q3,) = book.meetings()
    prepare_agenda.add_item(book, q3, "Workplan 10m", None)
    hold(book, "/item 5", "/defer")
    q4 = plan(book, datetime(2026, 12, 8, 10))
    assert titles(book) == ["Workplan"]
    prepare_agenda.add_item(book, q4, "workplan [decision] 15m", None)
    assert titles(book) == []


def test_a_text_that_was_deferred_brings_its_item_back(book: Book) -> None:
    (q3,) = book.meetings()
    prepare_agenda.add_item(book, q3, "Workplan [decision] 10m", None)
    hold(book, "/item 5", "/propose The Network endorses the workplan", "/defer")
    assert titles(book) == ["Workplan"]


def test_a_text_deferred_under_any_other_business_waits_by_itself(book: Book) -> None:
    hold(
        book, "/item 4", "/propose Visits are held jointly", "/defer", "/closed", "/propose Names are shared", "/defer"
    )
    q4 = plan(book, datetime(2026, 12, 8, 10))
    assert [(each.number, each.line) for each in backlog(book)] == [
        ("2026/Q3/P1", "Visits are held jointly [decision]"),
        ("2026/Q3/P2", "Names are shared [decision] [closed]"),
    ]
    item = take(book, find_suggestion(book, "2026/Q3/P1"), q4)
    assert origin(item) == "deferred from 2026/Q3"
    assert titles(book) == ["Names are shared"]
    hold(book, "/item 4", "/propose Visits are held jointly in March", "/defer")
    assert [each.number for each in backlog(book)] == ["2026/Q3/P2", "S01"]
    withdraw(book, find_suggestion(book, "S01"), "settled by mail")
    assert titles(book) == ["Names are shared"]


def test_what_is_taken_off_an_agenda_is_in_the_backlog_again(book: Book) -> None:
    (q3,) = book.meetings()
    suggest(book, "Housing 20m", "UNHCR")
    item = take(book, backlog(book)[0], q3)
    item = prepare_agenda.edit_item(book, item, "Housing and rents 25m")
    prepare_agenda.remove_item(book, item)
    assert [(s.title, s.minutes) for s in backlog(book)] == [("Housing and rents", 25)]
    item = take(book, backlog(book)[0], q3)
    lines = [item_line(each) for each in book.agenda(q3.id).items]
    prepare_agenda.set_agenda(book, q3, lines)
    assert titles(book) == []
    assert "(proposed by UNHCR)" in paper(book, "agenda", "2026/Q3")
    prepare_agenda.set_agenda(book, q3, lines[:2])
    assert titles(book) == ["Housing and rents"]


def test_any_item_of_a_meeting_to_come_can_be_sent_back_but_the_standing_ones(book: Book) -> None:
    (q3,) = book.meetings()
    item = prepare_agenda.add_item(book, q3, "Workplan 10m IOM", None)
    back = send_back(book, item, "not ready")
    assert (back.moves[-1].why, back.presenter, titles(book)) == ("not ready", "IOM", ["Workplan"])
    assert not list(dangling(book.register))
    with pytest.raises(Problem, match="stands on every agenda"):
        send_back(book, book.agenda(q3.id).items[0])


@pytest.mark.parametrize(("line", "by", "told"), [("", "UNHCR", "title"), ("Housing", " ", "who makes it")])
def test_what_is_no_suggestion_is_told(book: Book, line: str, by: str, told: str) -> None:
    with pytest.raises(Problem, match=told):
        suggest(book, line, by)


class Moves(RuleBasedStateMachine):
    """Suggestions moved at random between the backlog and the agendas of four meetings."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.book = fresh(Path(self._folder.name) / "r")
        for month in (3, 6, 9, 12):
            plan(self.book, datetime(2026, month, 15, 10))

    def teardown(self) -> None:
        self.book.register.close()
        self._folder.cleanup()

    def _to_come(self) -> list[Meeting]:
        return [m for m in self.book.meetings() if m.state in (MeetingState.PLANNED, MeetingState.IN_SESSION)]

    def _items(self) -> list[AgendaItem]:
        return [i for m in self._to_come() for i in self.book.agenda(m.id).items if not i.standing and not i.spans]

    @rule(number=st.integers(1, 99))
    def suggest(self, number: int) -> None:
        suggest(self.book, f"Issue {number} 5m", "UNHCR")

    @precondition(lambda self: backlog(self.book) and self._to_come())
    @rule(data=st.data())
    def take(self, data: st.DataObject) -> None:
        take(self.book, data.draw(st.sampled_from(backlog(self.book))), data.draw(st.sampled_from(self._to_come())))

    @precondition(lambda self: self._items())
    @rule(data=st.data(), how=st.sampled_from([send_back, prepare_agenda.remove_item]))
    def off(self, data: st.DataObject, how) -> None:  # type: ignore[no-untyped-def]
        how(self.book, data.draw(st.sampled_from(self._items())))

    @precondition(lambda self: self._items())
    @rule(data=st.data())
    def indent(self, data: st.DataObject) -> None:
        with suppress(Problem):
            prepare_agenda.indent_item(self.book, data.draw(st.sampled_from(self._items())))

    @precondition(lambda self: backlog(self.book))
    @rule(data=st.data(), how=st.sampled_from([withdraw, lambda book, each: edit(book, each, "Other 3m")]))
    def change(self, data: st.DataObject, how) -> None:  # type: ignore[no-untyped-def]
        how(self.book, data.draw(st.sampled_from(backlog(self.book))))

    @precondition(lambda self: self._to_come())
    @rule(taken_up=st.sets(st.integers(0, 8)), deferred=st.sets(st.integers(0, 8)))
    def hold(self, taken_up: set[int], deferred: set[int]) -> None:
        meeting = self._to_come()[0]
        if not meeting.in_session:
            convene.open_meeting(self.book, meeting)
        pen = Pen(self.book, meeting.id)
        numbers = list(self.book.agenda(meeting.id).numbers.values())
        for place, number in enumerate(numbers):
            if place in taken_up:
                capture.take(pen, f"/item {number}")
                if place in deferred:
                    capture.take(pen, "/defer")
        convene.close_meeting(self.book, self.book.of(Meeting).get(meeting.id))

    @rule()
    def undo(self) -> None:
        with suppress(Problem):  # the making of the register cannot be undone
            self.book.register.undo()

    @rule()
    def redo(self) -> None:
        self.book.register.redo()

    @invariant()
    def each_is_in_one_place(self) -> None:
        stored, read = self.book.of(Suggestion).all(), held(self.book)
        waits = [each.id for each in waiting(stored, read)]
        placed = on_agendas(stored, read)
        assert len(waits) == len(set(waits))
        assert not {*waits} & {*placed}
        over = {m.id for m in self.book.meetings() if m.over}
        for each in stored:
            item = read.last.get(each.id)
            parts = [i for i in read.items if item and i.parent == item.id]
            taken_up = item and not item.deferred and (item.spans or any(part.spans for part in parts))
            dealt_with = item and item.meeting in over and (taken_up or any(part.deferred for part in parts))
            assert each.withdrawn or each.id in waits or each.id in placed or dealt_with
        carrying = [i.suggestion for i in read.items if i.suggestion and i.meeting not in over]
        assert len(carrying) == len(set(carrying))

    @invariant()
    def nothing_names_what_is_not_there(self) -> None:
        assert not list(dangling(self.book.register))


Moves.TestCase.settings = settings(max_examples=25, stateful_step_count=20)
TestMoves = Moves.TestCase


def test_an_item_of_a_cancelled_meeting_waits(book: Book) -> None:
    (q3,) = book.meetings()
    prepare_agenda.add_item(book, q3, "Workplan 10m", None)
    with book.register.transaction("cancelled"):
        book.of(Meeting).put(replace(q3, state=MeetingState.CANCELLED))
    assert [(s.title, s.put_off[0].how.value) for s in backlog(book)] == [("Workplan", "planned for the cancelled")]


def test_a_mistyped_entity_is_not_stored_as_a_person(book: Book) -> None:
    with pytest.raises(Problem, match="did you mean UNHCR"):
        suggest(book, "Data plan [decision] 20m", "UNHRC")
    assert suggest(book, "Data plan [decision] 20m", "J. Mwangi").proposed_by == "J. Mwangi"
