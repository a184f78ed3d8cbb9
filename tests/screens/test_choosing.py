from datetime import UTC, date, datetime

import pytest

from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.membership.roster import Body, BodyKind
from tui_app.services import convene
from tui_app.services.charters import load_charter
from tui_app.services.registers import free_folder, make

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])


def plan(book, kind: MeetingKind, on: datetime, **known) -> None:
    convene.plan(book, convene.Invitation(kind=kind, starts=on, **known))


@SIZES
async def test_a_meeting_is_planned_by_keys_and_the_agenda_shows_it(book, drive, size):
    async with drive(book, size=size) as user:
        await user.press("M")
        assert "KEN:138" in user.screen
        await user.press("enter")
        await user.type("22 Oct 10:00")
        assert "2026/Q4: Thu 22 Oct 2026, 10:00 (Africa/Nairobi)" in user.screen
        await user.press("enter")
        assert "Empty: not known yet" in user.screen
        await user.type("UN House,  Gigiri")
        assert "It meets at: UN House, Gigiri" in user.screen
        await user.press("enter")
        meeting = book.meeting("2026/Q4")
        assert meeting.place == "UN House, Gigiri"
        assert meeting.starts.isoformat() == "2026-10-22T10:00:00+03:00"
        assert user.app.screen.NAME == "agenda"
        assert "2026/Q4" in user.screen


async def test_a_time_that_is_missing_is_asked_for_under_the_line(book, drive):
    async with drive(book) as user:
        await user.press("M", "enter")
        await user.type("22 Oct", "enter")
        assert "write both, as in 22 Sep 10:00" in user.screen
        assert not book.meetings()


async def test_a_meeting_on_request_asks_who_and_when(book, drive):
    async with drive(book) as user:
        await user.press("M", "down", "enter")
        await user.type("22 Oct 10:00", "enter", "enter")
        await user.type("unhrc", "enter")
        assert "is not an entity of this network" in user.screen
        await user.press("ctrl+u")
        await user.type("unhcr", "enter")
        await user.press("enter")
        await user.type("the new figures", "enter")
        meeting = book.meeting("2026/RQ1")
        assert (meeting.requested_by, meeting.requested_on) == ("UNHCR", date(2026, 9, 22))
        assert meeting.reason == "the new figures"


async def test_an_extraordinary_meeting_needs_its_reason(book, drive):
    async with drive(book) as user:
        await user.press("M", "down", "down", "enter")
        await user.type("22 Oct 10:00", "enter", "enter")
        assert "Executive Committee" in user.screen
        await user.press("enter", "enter")
        assert "needs its reason" in user.screen
        await user.type("floods", "enter")
        assert book.meeting("2026/EX1").reason == "floods"


async def test_a_working_group_meets_as_itself(book, drive):
    group = Body(id="g", symbol="WG-DATA", name="Data", kind=BodyKind.WORKING_GROUP)
    with book.register.transaction("group"):
        book.of(Body).put(group)
    async with drive(book) as user:
        await user.press("M", "end")
        assert "meeting of Data" in user.screen
        await user.press("enter")
        await user.type("22 Oct 10:00", "enter", "enter")
        assert book.meeting("2026/WG-DATA-1").body == "WG-DATA"


@SIZES
async def test_a_kind_that_the_tor_do_not_provide_for_is_told_and_planned_all_the_same(tmp_path, drive, size):
    at = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
    book = make(load_charter("kosovo"), tmp_path / "kosovo", "B. Krasniqi", clock=lambda: at)
    async with drive(book, size=size) as user:
        await user.press("M", "end", "enter")
        await user.type("22 Oct 10:00")
        told = " ".join(user.screen.split())
        assert "2026/AN: Thu 22 Oct 2026, 10:00" in told
        assert "The Terms of Reference do not provide for an annual meeting; it is planned all the same." in told
        await user.press("enter", "enter")
        assert book.meeting("2026/AN").kind is MeetingKind.ANNUAL
        await user.press("M", "enter")
        await user.type("22 Oct 10:00")
        assert "do not provide" not in user.screen


async def test_leaving_the_kinds_plans_nothing(book, drive):
    async with drive(book) as user:
        await user.press("M", "escape")
        assert not book.meetings()
        assert user.app.screen.NAME == "home"


@SIZES
async def test_the_newest_meeting_comes_first_and_the_one_chosen_is_shown_everywhere(book, drive, size):
    plan(book, MeetingKind.QUARTERLY, datetime(2026, 3, 10, 10))
    plan(book, MeetingKind.QUARTERLY, datetime(2026, 10, 6, 10))
    async with drive(book, size=size) as user:
        await user.press("m")
        assert user.screen.index("2026/Q4") < user.screen.rindex("2026/Q1")
        assert "Tue 6 Oct 2026" in user.screen
        await user.press("home", "enter")
        assert user.app.meeting.symbol == "2026/Q4"
        await user.press("f9")
        assert "2026/Q4" in user.screen.splitlines()[0]


async def test_another_meeting_is_planned_from_the_list_of_meetings(book, drive):
    plan(book, MeetingKind.QUARTERLY, datetime(2026, 3, 10, 10))
    async with drive(book) as user:
        await user.press("m", "M")
        assert "Plan which meeting?" in user.screen
        await user.press("escape", "m", "end", "enter")
        assert "Plan which meeting?" in user.screen


async def test_choosing_without_any_meeting_plans_the_first(book, drive):
    async with drive(book) as user:
        await user.press("m")
        assert "Plan which meeting?" in user.screen


async def test_another_register_is_opened_in_place_of_the_present_one(drive, home):
    at = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
    books = [make(load_charter(name), free_folder(load_charter(name)), "A. Otieno", clock=lambda: at)
             for name in ("albania", "kenya")]  # fmt: skip
    books[0].register.close()
    async with drive(books[1]) as user:
        await user.press("N")
        assert "open now" in user.screen
        await user.press("home", "enter")
        assert "Migration Network in Albania" in user.screen
        assert user.app.book.charter.key == "ALB"
        await user.press("f8")
        assert "UNDP" in user.screen or "IOM" in user.screen


async def test_a_register_that_cannot_be_opened_is_told_and_the_present_one_stays(book, drive, home):
    folder = home / "registers" / "BROKEN"
    folder.mkdir(parents=True)
    (folder / "register.journal").write_text("nothing\nof\nuse\n", encoding="utf-8")
    async with drive(book) as user:
        await user.press("N", "home", "enter")
        assert user.app.book is book
        assert user.told


async def test_a_register_is_made_from_the_list_of_registers(book, drive):
    async with drive(book) as user:
        await user.press("N", "end", "enter")
        assert "whose meetings do you keep?" in user.screen
        await user.press("escape")
        assert user.app.book is book
        await user.press("N", "end", "enter", "enter", "enter")
        assert "Migration Network in Albania" in user.screen
        assert book.register._journal is not user.app.book.register._journal


@pytest.mark.parametrize("place", ["f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9"])
async def test_nothing_of_the_register_that_was_open_before_is_left_on_any_place(in_session, drive, take, place):
    take(in_session, "A word of Kenya", "/a IOM: act for Kenya", "/propose that Kenya agrees")
    async with drive(in_session) as user:
        await user.press(place, "f2", "N", "end", "enter", "enter")
        await user.type("A. Otieno", "enter")
        await user.press(place)
        assert "Albania" in user.screen
        assert "Kenya" not in user.screen
