"""The agenda made by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.services import circulating, convene, prepare_agenda
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.registers import make

Drive = Callable[..., object]
Take = Callable[..., None]
SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def planned(book: Book) -> Book:
    """The third quarterly meeting of 2026, planned for 10:00 with the usual items."""
    convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    return book


def titles(book: Book) -> list[str]:
    agenda = book.agenda(book.meetings()[0].id)
    return [f"{agenda.numbers[item.id]} {item.title}" for item in agenda.items]


def line_of(screen: str, words: str) -> str:
    return next(line for line in screen.splitlines() if words in line)


@pytest.mark.parametrize("size", SIZES)
async def test_an_item_is_added_below_the_cursor_and_says_when_it_begins(
    planned: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(planned, size) as user:
        await user.press("f3", "down", "down", "a")
        assert "New item below 3, as Title" in user.screen
        await user.type("Data plan [decision] 20m IOM")
        assert "Item: Data plan - for decision - 20 minutes - IOM" in user.screen
        await user.press("enter")
        assert titles(planned)[3] == "4 Data plan"
        assert line_of(user.screen, "Data plan (IOM)").split()[:6] == ["10:25", "4", "20", "decision", "none", "Data"]
        assert "10:45" in line_of(user.screen, "Any other business")
        assert "50 of 120 minutes" in user.screen
        await user.press("x")
        assert "Data plan" not in user.screen


async def test_a_line_that_cannot_be_read_is_told_before_enter_and_stays(planned: Book, drive: Drive) -> None:
    async with drive(planned) as user:
        await user.press("f3", "a")
        await user.type("Data [descision] 20m", "enter")
        assert "'descision' is not a purpose: did you mean 'decision'?" in user.screen
        assert len(titles(planned)) == 4
        await user.press("escape")
        assert "Data [descision]" not in user.screen


async def test_items_move_with_their_parts(planned: Book, drive: Drive) -> None:
    async with drive(planned) as user:
        await user.press("f3", "down", "tab")
        assert titles(planned)[:2] == ["1 Opening and adoption of the agenda", "1a Minutes of the previous meeting"]
        await user.press("up", "J")
        assert titles(planned)[:3] == ["1 Follow-up to decisions and actions", "2 Opening and adoption of the agenda",
                                       "2a Minutes of the previous meeting"]  # fmt: skip
        await user.press("shift+up", "down", "tab")
        assert titles(planned)[1] == "2 Minutes of the previous meeting"
        await user.press("up", "up", "K")
        assert "is the first already" in user.told


async def test_below_a_sub_item_another_is_offered(planned: Book, drive: Drive) -> None:
    async with drive(planned) as user:
        await user.press("f3", "down", "tab", "a")
        await user.type("Sources 5m")
        assert "Sub-item: Sources" in user.screen
        await user.press("enter")
        assert "1b Sources" in titles(planned)


async def test_an_item_is_edited_whole(planned: Book, drive: Drive) -> None:
    async with drive(planned) as user:
        await user.press("f3", "end", "enter")
        assert "Any other business [discussion] 5m" in user.screen
        await user.press("ctrl+u")
        await user.type("Closing [information] 10m", "enter")
        assert titles(planned)[-1] == "4 Closing"


async def test_too_much_is_said_in_words(planned: Book, drive: Drive) -> None:
    async with drive(planned) as user:
        await user.press("f3", "t", "ctrl+u")
        await user.type("until 10:15")
        assert "15 minutes from 10:00" in user.screen
        await user.press("enter")
        assert "30 of 15 minutes: 15 minutes over" in user.screen


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_the_place_of_the_meeting_is_set_and_changed(planned: Book, drive: Drive, size: tuple[int, int]) -> None:
    async with drive(planned, size) as user:
        await user.press("f3")
        assert "no place yet: p sets it" in " ".join(user.screen.split())
        await user.press("p")
        await user.type("UN House")
        assert "It meets at: UN House" in user.screen
        await user.press("enter")
        assert "Tue 22 Sep 2026, UN House" in " ".join(user.screen.split())
        await user.press("p", "end")
        await user.type(", Gigiri", "enter")
        assert planned.meetings()[0].place == "UN House, Gigiri"
        await user.press("p", "ctrl+u", "enter")
        assert "no place yet" in " ".join(user.screen.split())


@pytest.mark.parametrize("size", SIZES)
async def test_the_agenda_is_circulated_once_it_is_confirmed(
    planned: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(planned, size) as user:
        await user.press("f3", "c")
        assert "Record agenda v1 of 2026/Q3 as circulated" in user.screen
        assert "without a circulated document" not in user.screen
        await user.press("n", "end", "a")
        await user.type("Data plan [decision] 20m", "enter")
        await user.press("c")
        assert "For decision without a circulated document: 5." in user.screen
        await user.press("n")
        assert planned.meetings()[0].agenda_version == 0
        await user.press("c", "y")
        assert planned.meetings()[0].agenda_version == 1
        assert "v1 circulated on 22 September 2026" in user.screen
        await user.press("c")
        assert "Nothing has changed since v1." in user.screen


@pytest.mark.parametrize("size", SIZES)
async def test_an_agenda_changed_since_it_went_out_says_so_and_goes_out_again(
    planned: Book, drive: Drive, size: tuple[int, int]
) -> None:
    async with drive(planned, size) as user:
        await user.press("f3", "c", "y", "a")
        await user.type("Late item 5m", "enter")
        assert "v1 circulated on 22 September 2026; changed since: c circulates v2" in user.screen
        await user.press("f9")
        assert "DRAFT v1, circulated on 22" in user.screen
        assert "; changed" in user.screen
        await user.press("f3", "c", "y")
        assert "v2 circulated on 22 September 2026" in user.screen
        assert "changed since" not in user.screen
        await user.press("o", "f3")
        assert "changed since" not in user.screen


async def test_the_next_version_of_the_agenda_keeps_the_day_for_comments(planned: Book, drive: Drive) -> None:
    circulating.circulate(planned, planned.meetings()[0], circulating.Circulation(comments_by=date(2026, 9, 25)))
    async with drive(planned) as user:
        await user.press("f3", "c")
        assert "Comments by 25 September 2026, as before." in user.screen
        await user.press("y")
    last = planned.record(planned.meetings()[0].id).circulated[-1]
    assert (last.version, last.comments_by) == (2, date(2026, 9, 25))


async def test_documents_of_an_item_are_named_and_one_not_circulated_is_flagged(planned: Book, drive: Drive) -> None:
    meeting = planned.meetings()[0]
    first = planned.agenda(meeting.id).items[0]
    prepare_agenda.edit_item(planned, first, "Data plan [decision] 5m")
    paper = Document(id="d", meeting=meeting.id, item=first.id, number="1.1", title="Draft agenda")
    with planned.register.transaction("document"):
        planned.of(Document).put(paper)
    async with drive(planned) as user:
        await user.press("f3")
        assert "1.1?" in line_of(user.screen, "10:00")
        assert "Document 1.1 Draft agenda, not circulated" in user.screen
        with planned.register.transaction("circulated"):
            planned.of(Document).put(replace(paper, circulated=date(2026, 9, 1)))
        await user.press("down", "up")
        assert "Document 1.1 Draft agenda, circulated 1 Sep 2026" in user.screen
        assert "1.1?" not in user.screen


async def test_what_is_missing_stands_before_the_documents_and_what_is_cut_says_so(planned: Book, drive: Drive) -> None:
    async with drive(planned) as user:
        await user.press("f3", "j", "j", "a")
        await user.type("Seasonal work [decision] 40m", "enter", "D")
        for title in ("Brief 1", "Brief 2"):
            await user.press("a")
            await user.type(title, "enter")
        await user.press("escape")
        assert "2 docs?" in line_of(user.screen, "Seasonal work")
        assert "no document was circulated for it.\n Document 4.1 Brief 1, not circulated ..." in user.screen
        await user.pilot.resize_terminal(130, 40)
        assert "Document 4.2 Brief 2" in user.screen
        await user.pilot.resize_terminal(80, 24)
        assert "Brief 1, not circulated ..." in user.screen


async def test_the_meeting_is_opened_from_its_agenda_and_can_still_get_items(planned: Book, drive: Drive) -> None:
    async with drive(planned) as user:
        await user.press("f3", "o")
        assert planned.meetings()[0].in_session
        assert "Enter saves it" in user.screen
        await user.press("f3")
        assert "> 1" in line_of(user.screen, "Opening")
        await user.press("a")
        await user.type("Late item 5m", "enter")
        assert "2 Late item" in titles(planned)
        await user.press("c")
        assert "2026/Q3 is in session" in user.told


@pytest.mark.parametrize("keys", [("f3", "o"), ("f4", "o")])
@pytest.mark.parametrize("size", SIZES)
async def test_a_meeting_of_another_day_is_opened_after_a_question_only(
    book: Book, drive: Drive, size: tuple[int, int], keys: tuple[str, str]
) -> None:
    convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 10, 6, 10)))
    async with drive(book, size) as user:
        await user.press(*keys)
        told = " ".join(user.screen.split())
        assert "It is planned for Tue 6 Oct 2026; today is Tue 22 Sep 2026." in told
        assert "It is of Tue 6 Oct 2026 all the same: its minutes are written up, and begin at 10:00;" in told
        await user.press("escape")
        assert not book.meetings()[0].in_session
        await user.press(keys[1], "enter")
        assert book.meetings()[0].in_session
        assert str(book.meetings()[0].on) == "2026-09-22"  # of a day to come nothing can be written up
        assert "Enter saves it" in user.screen
        await user.type("At once", "enter")
        assert "At once" in user.screen


@pytest.mark.parametrize(("keys", "begins"), [((), "22 10:30"), (("down",), "21 10:00")])
async def test_a_meeting_opened_a_day_late_is_moved_to_today_or_written_up(book, drive, keys, begins):
    convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 21, 10)))
    async with drive(book) as user:
        await user.press("f3", "o", *keys, "enter")
        opened = book.meetings()[0].opened
        assert opened is not None
        assert f"{opened.astimezone(ZoneInfo('Africa/Nairobi')):%d %H:%M}" == begins
        await user.type("At once", "enter")
        assert "At once" in user.screen


async def test_what_the_tor_ask_of_an_annual_meeting_is_missed_before_it_is_opened(
    tmp_path: Path, drive: Drive
) -> None:
    at = datetime(2026, 9, 22, 8, 0, tzinfo=UTC)
    book = make(load_charter("albania"), tmp_path / "albania", "A. Hoxha", clock=lambda: at)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.ANNUAL, starts=datetime(2026, 9, 22, 10)))
    with book.register.transaction("as registers were before a reason was asked"):
        book.of(AgendaItem).remove(book.agenda(meeting.id).items[3].id)
    async with drive(book) as user:
        await user.press("f3", "o")
        assert "No item is called" in user.screen
        assert "which the ToR ask of the annual meeting" in " ".join(user.screen.split())
        await user.press("n", "ctrl+z", "o")
        assert book.meetings()[0].in_session


async def test_a_meeting_is_not_opened_beside_another(in_session: Book, drive: Drive) -> None:
    convene.plan(in_session, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 10, 6, 10)))
    async with drive(in_session) as user:
        await user.press("f3", "m", "home", "enter", "o")
        assert "2026/Q3 is in session: close it before you open 2026/Q4" in user.told


async def test_the_agenda_of_adopted_minutes_does_not_change(planned: Book, drive: Drive) -> None:
    with planned.register.transaction("adopted"):
        planned.of(Meeting).put(replace(planned.meetings()[0], state=MeetingState.ADOPTED))
    async with drive(planned) as user:
        await user.press("f3", "a")
        assert "only a corrigendum can correct them" in user.told
        await user.press("x")
        assert len(titles(planned)) == 4


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_an_empty_place_says_which_key_fills_it(book: Book, drive: Drive, size: tuple[int, int]) -> None:
    async with drive(book, size) as user:
        await user.press("f3")
        assert "M plans one" in " ".join(user.screen.split())
        await user.press("e")
        assert "a adds one" in user.told


async def test_the_sum_and_the_times_agree_where_the_parts_need_more_than_their_item(
    planned: Book, drive: Drive
) -> None:
    async with drive(planned) as user:
        await user.press("f3", "end", "a")
        await user.type("Data plan 5m", "enter")
        for line in ("  Sources 10m", "Method 20m"):
            await user.press("a")
            await user.type(line, "enter")
        assert "60 of 120 minutes" in user.screen
        await user.press("a")
        await user.type("Closing", "enter")
        await user.press("tab")
        assert line_of(user.screen, "Data plan").split()[:3] == ["10:30", "5", "30"]
        assert line_of(user.screen, "Closing").split()[0] == "11:00"
        await user.press("up", "up", "up")
        assert "Its parts need 30 minutes, more than its own 5." in user.screen


async def test_once_the_meeting_was_opened_the_keys_before_it_are_not_offered(planned: Book, drive: Drive) -> None:
    async with drive(planned) as user:
        await user.press("f3")
        assert "c circulate  o open" in user.screen.splitlines()[-1]
        convene.open_meeting(planned, planned.meeting("2026/Q3"))
        await user.pilot.pause()
        assert "D documents  ? help" in user.screen.splitlines()[-1]
