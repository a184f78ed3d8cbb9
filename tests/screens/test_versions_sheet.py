"""The versions of a meeting's papers by keys: what differs, comments and their answers, corrigenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tui_app.screens.backlog import Backlog
from tui_app.screens.versions import Versions
from tui_app.services import adopting, capture, circulating, convene
from tui_app.services.comments import comments_on, log_comment
from tui_app.services.corrigenda import corrigenda_to
from tui_app.services.pen import Pen

SIZES = [(80, 24), (120, 40)]


def words(user):
    """The words on the screen, pane by pane where two stand side by side."""
    lines = [line.partition("│") for line in user.screen.splitlines()]
    return " ".join(" ".join((*(left for left, _, _ in lines), *(right for _, _, right in lines))).split())


@pytest.fixture
def sent(in_session, take):
    """Minutes that went out as v1 and v2 with one word changed between them, and were changed again since."""
    take(in_session, "Members discussed the sources")
    meeting = convene.close_meeting(in_session, in_session.meeting("2026/Q3"))
    for text in (
        "Members discussed the sources",
        "Members discussed all sources",
        "Members discussed the main sources",
    ):
        entry = in_session.record(meeting.id).entries[0]
        if entry.text != text:
            capture.edit(Pen(in_session, meeting.id), entry, text)
        if "main" not in text:
            asked = circulating.Circulation(comments_by=date(2026, 9, 20))
            earlier = replace(in_session, clock=lambda: datetime(2026, 9, 20, 9, tzinfo=UTC))
            circulating.circulate(earlier, earlier.meeting("2026/Q3"), asked)
    return in_session


@pytest.mark.parametrize("size", SIZES)
async def test_what_differs_is_shown_by_line_and_word_and_the_whole_text_too(sent, drive, size):
    async with drive(sent, size) as user:
        await user.press("f9", "v")
        assert "v2 20 Sep 2026 to 19 recipients; comments by 20 Sep 2026" in words(user)
        assert "lines differ between minutes v2 and the minutes as they stand." in words(user)
        await user.press("down")
        assert "lines differ between minutes v1 and minutes v2." in words(user)
        await user.press("tab", "pagedown")
        assert "[-the -]sources" in user.screen
        assert "[+all +]sources" in user.screen
        await user.press("tab", "t")
        assert "Status: DRAFT v2" in user.screen
        await user.press("escape")
        assert user.app.screen.NAME == "papers"


async def test_a_title_that_changed_is_shown_without_marks_of_markdown(book, drive):
    meeting = convene.plan(
        book, convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10))
    )
    circulating.circulate(book, meeting)
    convene.open_meeting(book, book.meeting("2026/Q3"))
    async with drive(book, size=(120, 40)) as user:
        await user.press("f9", "v")
        assert "- [-Annotated draft agenda -]of the third quarterly meeting of 2026" in words(user)


@pytest.mark.parametrize("size", SIZES)
async def test_a_comment_is_kept_and_answered(sent, drive, size):
    async with drive(sent, size) as user:
        await user.press("f9", "v", "s")
        assert "There is no comment under the cursor: a keeps one." in user.told
        await user.press("a")
        await user.type("unhcr item 3")
        assert "As in UNHCR:" in words(user)
        await user.press(*["backspace"] * 6)
        await user.type(": item 3, the draft plan", "enter")
        await user.press("enter")
        assert "it is kept, and marked late" in words(user)
        assert "UNHCR (late) on minutes v2: item 3, the draft plan" in words(user)
        await user.press("s")
        await user.type("no", "enter")
        assert "Why is it not taken in?" in words(user)
        await user.type(": it was adopted so", "enter")
        (comment,) = comments_on(sent, sent.meeting("2026/Q3"))
        assert comment.treated.words == "it was adopted so"
        assert "not taken in on 22 Sep 2026 (A. Otieno): it was adopted so" in words(user)
        await user.press("ctrl+z")
        assert "no answer yet" in user.screen


async def test_a_corrigendum_is_asked_for_step_by_step(sent, drive):
    async with drive(sent) as user:
        await user.press("f9", "v", "n")
        assert "only adopted minutes have corrigenda" in words(user)
        adopting.adopt(sent, sent.meeting("2026/Q3"))
        await user.press("n")
        await user.type("the main sources")
        assert "The minutes have these words" in user.screen
        await user.press("enter")
        await user.type("the sources", "enter")
        await user.type("2026/Q3", "enter")
        (made,) = corrigenda_to(sent, sent.meeting("2026/Q3"))
        assert (made.says, made.reads, made.number) == ("the main sources", "the sources", "Corr.1")
        assert "Corrigendum 1 to the minutes" in user.screen


async def test_a_meeting_of_which_nothing_went_out_says_what_does(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f9", "v")
        assert "c in Papers circulates the paper" in words(user)


async def test_circulating_again_tells_what_differs(sent, drive):
    async with drive(sent) as user:
        await user.press("f9", "c", "enter", "enter")
        assert "lines differ between minutes v2 and minutes v3. v shows them." in words(user)
        await user.press("v")
        assert "lines differ between minutes v2 and minutes v3." in words(user)
        assert "- Status: DRAFT [-v2-], comments by" in words(user)
        assert "**" not in user.screen


async def test_home_leads_to_a_comment_without_an_answer(sent, drive):
    from tui_app.services.comments import log_comment

    log_comment(sent, sent.meeting("2026/Q3"), "ILO", "item 2")
    async with drive(sent) as user:
        await user.press("f2")
        assert "1 comment has no answer: C01 of ILO" in words(user)


async def test_a_version_is_written_to_a_file(sent, drive, tmp_path):
    async with drive(sent) as user:
        await user.press("f9", "v", "down", "w")
        await user.type(str(tmp_path / "sent.md"), "enter")
        assert "DRAFT v2" in (tmp_path / "sent.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "sentence"), [("sent.pdf", "pdf is printed from html"), ("sent.csv", "minutes has md, html, docx")]
)
async def test_a_version_is_not_written_as_what_it_cannot_be(sent, drive, tmp_path, name, sentence):
    async with drive(sent) as user:
        await user.press("f9", "v", "down", "w")
        await user.type(str(tmp_path / name), "enter")
        assert sentence in words(user)
        assert not [*tmp_path.glob("sent*")]


@pytest.mark.parametrize(("sheet", "key", "title"), [(("f9", "v"), "8", "Papers"), (("f3", "b"), "f3", "Agenda")])
async def test_the_key_of_a_place_leads_to_it_though_a_sheet_is_open_over_it(sent, drive, sheet, key, title):
    async with drive(sent) as user:
        for leave in ("f6", key):
            await user.press(*sheet)
            assert isinstance(user.app.screen, Versions | Backlog)
            await user.press(leave, key)
            assert type(user.app.screen).__name__ == title


async def test_an_action_of_papers_is_found_by_name_from_the_versions_too(sent, drive):
    async with drive(sent) as user:
        await user.press("f9", "v", "ctrl+p")
        await user.type("papers: new report")
        await user.press("enter")
        await user.pilot.pause()
        assert "Draft which report?" in user.screen
        await user.press("escape")
        assert user.app.screen.NAME == "papers"


async def test_the_list_takes_no_more_lines_than_it_has(in_session, drive):
    async with drive(in_session) as user:
        await user.press("f9", "v")
        assert user.app.screen.query_one("#versions").size.height == 1
        assert user.screen.splitlines()[3].startswith("───")


async def test_in_a_narrow_window_no_key_is_parted_from_its_word(sent, drive):
    async with drive(sent, (60, 20)) as user:
        await user.press("f9", "v")
        assert user.screen.splitlines()[-2].endswith("Esc papers")
        assert user.screen.splitlines()[-1].strip() == "? help  ctrl+q quit"


@pytest.mark.parametrize("size", SIZES)
async def test_a_comment_is_found_by_searching_and_read_among_the_versions(sent, drive, size):
    meeting = sent.meeting("2026/Q3")
    log_comment(sent, meeting, "ILO", "Item 4: seasonal work is left out")
    log_comment(sent, meeting, "UNHCR", "Item 3: the caravan came in June")
    async with drive(sent, size) as user:
        await user.press("f6", "slash")
        await user.type("caravan", "enter")
        assert "1 noted or said" in user.screen
        assert user.app.screen.rows().rows[-1].cells[-1] == (
            "UNHCR: Item 3: the caravan came in June\n"
            "2026/Q3, 22 Sep 2026, C02 of 22 Sep 2026 on minutes v2, no answer yet"
        )
        assert ("About" in user.screen) is (size[0] >= 120)
        await user.press("s")
        assert "This was said on a paper that went out: Enter shows it among its versions." in words(user)
        await user.press("enter")
        assert user.app.screen.NAME == "versions"
        assert "C02 UNHCR on minutes v2, 22 Sep 2026, late: Item 3" in words(user)
        await user.press("s")
        await user.type("taken in", "enter")
        assert comments_on(sent, meeting)[1].treated is not None
        await user.press("escape", "f6")
        assert "taken in on 22 Sep 2026" in user.app.screen.rows().rows[-1].cells[-1]
