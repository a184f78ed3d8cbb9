"""The prompt line: typing takes the place of a proposed answer, and a chain of questions is not typed twice."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from textual.events import Paste

from tui_app.domain.membership.roster import Body, BodyKind, Entity, Seat
from tui_app.domain.membership.sharing import SharedList
from tui_app.services import convene, documents
from tui_app.services.backlog import backlog, suggest
from tui_app.services.circulating import circulate
from tui_app.services.comments import comments_on

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


@pytest.fixture
def planned(book):
    convene.plan(book, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    return book


@pytest.fixture
def with_group(book):
    with book.register.transaction("group made"):
        book.of(Body).put(Body(id="g", symbol="WG-DATA", name="Data", kind=BodyKind.WORKING_GROUP,
                               established=date(2026, 3, 3), established_by="UNNM-KEN/2026/Q1/D03"))  # fmt: skip
    return book


def line_of(user):
    return user.app.screen.query_one("PromptLine AnswerLine")


@SIZES
async def test_typing_takes_the_place_of_a_proposed_answer_and_ctrl_z_brings_it_back(book, drive, size):
    async with drive(book, size=size) as user:
        await user.press("f8", "s")
        assert line_of(user).value == "all members"
        await user.type("the UNCT")
        assert line_of(user).value == "the UNCT"
        await user.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert line_of(user).value == "all members"
        await user.press("escape", "s")
        await user.press("enter", "enter")
        assert [each.recipients for each in book.of(SharedList).all()] == ["all members"]


async def test_a_paste_takes_its_place_too_and_an_arrow_or_end_keeps_it(planned, drive):
    async with drive(planned) as user:
        await user.press("f3", "p")
        await user.type("Gigiri", "enter")
        await user.press("p")
        line_of(user).post_message(Paste("Room 9"))
        await user.press("enter")
        assert planned.meetings()[0].place == "Room 9"
        for key, words in (("end", "Room 9, floor 2"), ("left", "UN Room 9, floor 2")):
            await user.press("p", key)
            await user.type(words.replace("Room 9, floor 2", "") if key == "left" else ", floor 2", "enter")
            assert planned.meetings()[0].place == words


async def test_a_new_version_begins_with_an_empty_line(planned, drive, tmp_path):
    file = tmp_path / "plan.docx"
    file.write_bytes(b"one")
    item = planned.agenda(planned.meetings()[0].id).items[0]
    documents.add_document(planned, planned.meetings()[0], item.id, documents.Submission(file=file))
    async with drive(planned) as user:
        await user.press("f3", "D", "v")
        assert line_of(user).value == ""
        await user.press("escape", "f")
        newer = tmp_path / "elsewhere.docx"
        newer.write_bytes(b"one")
        line_of(user).post_message(Paste(str(newer)))
        await user.press("enter")
        assert planned.of(documents.Document).all()[0].path == str(newer)


@SIZES
async def test_a_search_is_typed_over_the_one_before(planned, drive, size):
    async with drive(planned, size=size) as user:
        await user.press("f6", "slash")
        await user.type("owner:IOM", "enter")
        await user.press("slash")
        await user.type("UNODC")
        assert user.app.screen.line.value == "UNODC"


async def test_a_chain_left_in_the_middle_offers_again_what_was_given(with_group, drive):
    async with drive(with_group) as user:
        await user.press("f8", "tab", "tab", "a")
        await user.type("KNBS", "enter")
        await user.type("Kenya National Bureau of Statistics", "enter")
        await user.type("1 Sep 2026", "enter")
        await user.type("Statistics", "enter")
        await user.type("UNNM-KEN/2026/Q9/D99", "enter")
        assert "There is no decision" in user.screen
        assert line_of(user).value == "UNNM-KEN/2026/Q9/D99"
        await user.press("escape", "a")
        given = []
        for _ in range(4):
            given.append(line_of(user).value)
            await user.press("enter")
        assert given == ["KNBS", "Kenya National Bureau of Statistics", "1 Sep 2026", "Statistics"]
        await user.press("delete", "enter")
        (seat,) = (seat for seat in with_group.of(Seat).all() if seat.body == "WG-DATA")
        assert (seat.entity, seat.since, seat.speaks_for) == ("KNBS", date(2026, 9, 1), "Statistics")
        await user.press("a")
        assert line_of(user).value == ""


async def test_words_that_were_not_entered_yet_are_kept_in_a_chain_and_no_other_question_gets_them(planned, drive):
    async with drive(planned) as user:
        await user.press("f3", "b", "a")
        await user.type("Housing [decision] 20m", "enter")
        await user.type("UNHCR", "enter")
        await user.press("enter")
        await user.type("asked in the fie")
        await user.press("escape", "a", "enter", "enter", "enter")
        assert line_of(user).value == "asked in the fie"
        await user.press("end")
        await user.type("ld", "enter")
        assert [(each.line, each.note) for each in backlog(planned)] == [
            ("Housing [decision] 20m", "asked in the field")
        ]
        await user.press("e")
        assert line_of(user).value.startswith("Housing")


async def test_the_admission_of_a_member_is_kept_across_the_choice_of_its_tier(book, drive):
    async with drive(book) as user:
        await user.press("f8", "a")
        await user.type("UNOPS", "enter")
        await user.type("United Nations Office for Project Services", "enter")
        await user.press("enter", "enter")
        await user.type("UNNM-KEN/2026/Q9/D99", "enter")
        await user.press("escape", "a")
        assert line_of(user).value == "UNOPS"
        await user.press("enter", "enter", "enter", "enter")
        assert line_of(user).value == "UNNM-KEN/2026/Q9/D99"


async def test_an_acronym_is_typed_with_its_name_in_one_go(with_group, drive):
    async with drive(with_group) as user:
        await user.press("f8", "tab", "tab", "a")
        await user.type("Kenya National Bureau of Statistics", "enter")
        assert "Its acronym comes first" in user.screen
        await user.press("ctrl+u")
        await user.type("KNBS Kenya National Bureau of Statistics")
        assert "KNBS, Kenya National Bureau of Statistics" in user.screen
        await user.press("enter")
        assert "KNBS has a seat in WG-DATA since" in user.screen
        await user.press("enter", "enter", "enter")
        names = {each.acronym: each.name for each in with_group.of(Entity).all()}
        assert names["KNBS"] == "Kenya National Bureau of Statistics"


@SIZES
@pytest.mark.parametrize("keys", [("f2", "f9"), ("f9",)])
async def test_what_was_half_typed_on_a_sheet_is_offered_again_after_it_was_left_by_a_key_of_a_place(
    in_session, drive, size, keys
):
    closed = convene.close_meeting(in_session, in_session.meetings()[0])
    circulate(in_session, closed)
    async with drive(in_session, size=size) as user:
        await user.press("f9", "v", "a")
        await user.type("UNHCR: item 3, it was the dra")
        await user.press(*keys, "v", "a")
        assert line_of(user).value == "UNHCR: item 3, it was the dra"
        await user.press("end")
        await user.type("ft plan", "enter", "enter")
        assert [each.text for each in comments_on(in_session, closed)] == ["item 3, it was the draft plan"]
        await user.press("a")
        assert line_of(user).value == ""


async def test_a_single_question_left_by_a_key_of_a_place_offers_its_words_once(planned, drive):
    suggest(planned, "Housing 20m", "UNHCR")
    async with drive(planned) as user:
        await user.press("f3", "b", "e")
        await user.type("Housing of workers [decision] 3")
        await user.press("f2", "f3", "b", "e")
        assert line_of(user).value == "Housing of workers [decision] 3"
        await user.press("escape", "e")
        assert line_of(user).value == "Housing [discussion] 20m"
