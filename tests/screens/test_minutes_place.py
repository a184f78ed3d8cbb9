"""The live meeting, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.meeting import MeetingKind, MeetingState
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.services import convene, half_typed, prepare_agenda
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.convene import Invitation
from tui_app.services.registers import make, open_book

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)

Drive = Callable[..., object]


def entries(book: Book) -> list[Entry]:
    return sorted(book.of(Entry).all(), key=lambda entry: entry.rank)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_line_is_saved_and_seen_with_its_time(in_session: Book, drive: Drive, size: tuple[int, int]) -> None:
    async with drive(in_session, size) as user:
        await user.type("Members discussed the sources.", "enter")
        assert "10:30 · Members discussed the sources." in user.screen
        assert "saved 10:30:00" in user.screen
        assert [e.text for e in entries(in_session)] == ["Members discussed the sources."]


async def test_the_echo_says_what_enter_will_do(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("/a UNHCR: share the questionnaire by fri")
        assert 'Action A01 - UNHCR - "share the questionnaire" - by Fri 25 Sep 2026' in user.screen
        assert not entries(in_session)


async def test_the_echo_is_there_with_the_letter(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        line = user.app.screen.query_one("#capture", Input)
        line.value = "UNHCR: shared it"
        assert "UNHCR said" in str(user.app.screen.query_one("#echo", Static).content)


async def test_of_a_long_line_the_end_is_seen_while_it_is_typed(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("word " * 20 + "the end")
        assert "the end" in user.screen
        await user.press("home")
        assert "the end" not in user.screen.replace(str(user.app.screen.query_one("#echo", Static).content), "")


async def test_a_wrong_line_stays_in_the_line_with_a_sentence(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("/a UNCHR: share it by fri", "enter")
        assert "'UNCHR' is not an entity of this network: did you mean UNHCR?" in user.screen
        assert user.app.screen.query_one("#capture", Input).value == "/a UNCHR: share it by fri"
        assert not entries(in_session)


async def test_an_entry_is_edited_struck_out_restored_and_undone(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("Members discused it.", "enter")
        await user.press("up")
        await user.press("home", *["right"] * 13)
        await user.type("s", "enter")
        assert "Members discussed it." in user.screen
        await user.press("escape", "x")
        assert "(struck out) · Members discussed it." in user.screen
        await user.press("x")
        assert "struck out" not in user.screen
        await user.press("u", "u", "u", "u")
        assert not entries(in_session)
        await user.press("ctrl+y")
        assert "Members discused it." in user.screen


async def test_kinds_change_by_one_key_and_the_old_entry_stays_struck(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("ILO: revise section 2 by 30 Sep", "enter")
        await user.press("escape", "a")
        assert "ACTION A01 ILO - revise section 2" in user.screen
        assert [a.responsible for a in in_session.of(ActionPoint).all()] == [("ILO",)]
        kinds = [(e.kind, e.struck) for e in entries(in_session)]
        assert kinds == [(EntryKind.STATEMENT, True), (EntryKind.ACTION, False)]


async def test_entries_are_reordered_and_moved_into_the_next_item(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        for text in ("first", "second"):
            await user.type(text, "enter")
        await user.press("escape", "shift+up")
        assert [e.text for e in entries(in_session)] == ["second", "first"]
        await user.press("shift+down", "shift+down")
        agenda = in_session.agenda(in_session.meetings()[0].id)
        moved = next(e for e in entries(in_session) if e.text == "second")
        assert agenda.numbers[moved.item] == "2"


async def test_tab_completes_commands_and_entities(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("/apo")
        await user.press("tab")
        await user.type("unh")
        await user.press("tab")
        assert user.app.screen.query_one("#capture", Input).value == "/apologies UNHCR"
        await user.type(", UN")
        await user.press("tab")
        assert "UNAIDS" in user.screen
        assert "UNICEF" in user.screen


async def test_items_move_on_and_the_room_is_seen(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("/in UNDP J. Mwangi", "enter")
        assert "Present 1/19" in user.screen
        await user.type("/next", "enter")
        assert "> 2 Minutes of" in user.screen
        await user.type("/next", "enter")
        await user.type("/next", "enter")
        await user.type("/next", "enter")
        assert "This is the last item of the agenda" in user.screen


async def test_many_pasted_lines_become_as_many_entries_and_one_undo(in_session: Book, drive: Drive) -> None:
    from textual.events import Paste

    async with drive(in_session) as user:
        line = user.app.screen.query_one("#capture", Input)
        line.post_message(Paste("first line\n/a NOBODY: x by fri\n\nsecond line\n"))
        await user.press()
        texts = ["first line", "/a NOBODY: x by fri", "second line"]
        assert [e.text for e in entries(in_session)] == texts
        assert "3 lines were saved; ctrl+z takes them all back." in user.screen
        assert "Line 2 stands as a note (e writes one anew)." in user.screen
        assert "'NOBODY' is" in user.screen
        await user.press("e", "home", "delete", *["right"] * 3, *["delete"] * 6)
        await user.type("ILO", "enter")
        assert "ACTION A01 ILO - x" in user.screen
        await user.press("ctrl+z", "ctrl+z")
        assert not entries(in_session)


async def test_a_half_typed_line_is_there_again(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("UNHCR: asked th")
    meeting = in_session.meetings()[0].id
    assert half_typed.recall(in_session, meeting).text == "UNHCR: asked th"


async def test_a_half_typed_edit_is_an_edit_again(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("Members discused it.", "enter", "up")
        await user.type(" And more", "end")
    again = open_book(in_session.register.folder, clock=lambda: NOW)
    async with drive(again) as user:
        assert "Edits the entry: Members discused it. And more" in user.screen
        await user.press("enter")
    assert [e.text for e in entries(again)] == ["Members discused it. And more"]


async def test_ctrl_z_takes_back_the_typing_before_the_record(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("first", "enter")
        await user.type("two words more")
        line = user.app.screen.query_one("#capture", Input)
        await user.press("ctrl+z")
        assert line.value == "two words"
        await user.press("ctrl+z", "ctrl+z")
        assert line.value == ""
        assert entries(in_session)
        await user.press("ctrl+y")
        assert line.value == "two"
        await user.press("ctrl+u", "ctrl+z")
        assert line.value == "two"
        await user.press("ctrl+z", "ctrl+z")
        assert not entries(in_session)


async def test_in_a_question_ctrl_z_leaves_the_record_alone(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("first", "enter")
        await user.press("escape", "slash", "x", "ctrl+z", "ctrl+z")
        assert entries(in_session)


async def test_what_enter_would_refuse_is_said_before(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("/item 77")
        assert "There is no item '77' on the agenda" in user.screen
        await user.press("ctrl+u")
        await user.type("/?")
        assert "Shows every line that can be typed here" in user.screen


async def test_what_is_pasted_into_the_list_is_not_lost(in_session: Book, drive: Drive) -> None:
    from textual.events import Paste

    async with drive(in_session) as user:
        await user.press("escape")
        user.app.screen.query_one("#entries").post_message(Paste("one line"))
        await user.press()
        assert user.app.screen.query_one("#capture", Input).value == "one line"
        await user.press("enter", "escape")
        user.app.screen.query_one("#entries").post_message(Paste("second\nthird"))
        await user.press()
        assert [e.text for e in entries(in_session)] == ["one line", "second", "third"]


async def test_without_a_meeting_keys_are_commands(book: Book, drive: Drive) -> None:
    async with drive(book) as user:
        await user.press("f4", "M")
        assert "Plan which meeting?" in user.screen


async def test_the_cursor_follows_an_entry_that_changed_its_kind(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("ILO: revise section 2", "enter")
        await user.type("second", "enter")
        await user.press("escape", "up", "n", "x")
        assert [(e.kind, e.struck) for e in entries(in_session)] == [
            (EntryKind.STATEMENT, True),
            (EntryKind.NOTE, True),
            (EntryKind.NOTE, False),
        ]


async def test_control_characters_are_removed_and_it_says_so(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        user.app.screen.query_one("#capture", Input).value = "bell\x07 and tab\t."
        await user.press("enter")
        assert [e.text for e in entries(in_session)] == ["bell and tab ."]
        assert "1 control character was removed." in user.screen


async def test_the_meeting_is_opened_and_closed_by_keys_and_what_is_missing_is_shown(book: Book, drive: Drive) -> None:
    convene.plan(book, Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    async with drive(book) as user:
        await user.press("f4")
        assert "has not been opened: o opens it" in user.screen
        await user.press("o")
        await user.type("/a revise section 2", "enter")
        await user.press("escape", "C")
        assert "Nobody is responsible: A01." in user.screen
        await user.press("n")
        assert book.meetings()[0].in_session
        await user.press("C", "y")
        assert book.meetings()[0].state is MeetingState.DRAFT
        assert "its minutes are a draft" in user.screen


async def test_a_held_key_loses_nothing(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("a" * 200, "enter")
        assert entries(in_session)[0].text == "a" * 200


async def test_where_the_tor_is_silent_the_basis_is_asked_once_before_the_first_decision(
    tmp_path: Path, drive: Drive
) -> None:
    now = datetime(2026, 9, 22, 8, 0, tzinfo=UTC)
    book = make(load_charter("kosovo"), tmp_path / "kosovo", "B. Krasniqi", clock=lambda: now)
    convene.open_meeting(
        book, convene.plan(book, Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    )
    async with drive(book) as user:
        await user.type("/d The Network took note of the report", "enter")
        assert "state no rule" in user.screen
        await user.press("ctrl+u")
        await user.type("the practice of the UNKT", "enter")
        await user.type("/d The Network recommended a study", "enter")
    first, second = book.of(Decision).all()
    assert "the practice of the UNKT" in first.basis
    assert first.basis == second.basis


async def test_in_the_minutes_a_declaration_closes_the_check_and_is_told(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("/p A text.", "enter")
        await user.type("/rest joins", "enter")
        await user.type("/declare", "enter")
        assert "DECISION D01 A text." in user.screen


async def test_one_pasted_line_stands_in_the_line_once(in_session: Book, drive: Drive) -> None:
    from textual.events import Paste

    async with drive(in_session) as user:
        line = user.app.screen.query_one("#capture", Input)
        line.post_message(Paste("one line"))
        await user.press()
        assert line.value == "one line"
        assert not entries(in_session)


async def test_a_meeting_opened_elsewhere_is_typed_into_at_once(book: Book, drive: Drive) -> None:
    convene.plan(book, Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    async with drive(book) as user:
        await user.press("f4", "f3", "o", "f4")
        await user.type("Hello colleagues", "enter")
        assert "Esc list" in user.screen
    assert [e.text for e in entries(book)] == ["Hello colleagues"]
    assert book.meetings()[0].in_session


async def test_going_to_the_list_and_back_keeps_what_is_half_typed(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("UNHCR: asked that seasonal wo")
        await user.press("escape", "enter")
        await user.type("rk be included", "enter")
        assert [e.text for e in entries(in_session)] == ["asked that seasonal work be included"]


async def test_a_struck_entry_is_no_source_of_others_and_a_closed_meeting_decides_nothing(
    in_session: Book, drive: Drive
) -> None:
    async with drive(in_session) as user:
        await user.type("IOM: will send the file", "enter")
        await user.press("escape", "n", "up", "a")
        assert "is struck out: restore it first" in user.screen
        assert [(e.kind, e.struck) for e in entries(in_session)] == [
            (EntryKind.STATEMENT, True),
            (EntryKind.NOTE, False),
        ]
        await user.press("C", "y", "down", "d")
        assert not in_session.of(Decision).all()


async def test_what_was_half_typed_comes_back_after_an_edit(in_session: Book, drive: Drive) -> None:
    async with drive(in_session) as user:
        await user.type("first", "enter")
        await user.type("half of a line")
        line = user.app.screen.query_one("#capture", Input)
        await user.press("escape", "e", "escape")
        assert line.value == "half of a line"
        assert user.app.screen.query_one("#entries").has_focus
        await user.press("e")
        await user.type(" one", "enter")
        assert [e.text for e in entries(in_session)] == ["first one"]
        assert line.value == "half of a line"


@pytest.mark.parametrize("by_key", [False, True])
async def test_the_reason_is_asked_where_somebody_who_binds_is_away(
    in_session: Book, drive: Drive, take: Callable[..., None], by_key: bool
) -> None:
    take(in_session, "/in all", "/out UNDP")
    async with drive(in_session) as user:
        if by_key:
            await user.type("The Network took note", "enter", "escape")
            await user.press("d")
        else:
            await user.type("/d The Network took note", "enter")
        assert "UNDP absent and not consulted: why without (printed)?" in user.screen
        await user.press("ctrl+u")
        await user.type("UNDP agreed by telephone beforehand", "enter")
        (decision,) = in_session.of(Decision).all()
        (proposal,) = in_session.of(Proposal).all()
        assert decision.text == "The Network took note"
        assert [c.result for c in proposal.consultations] == ["UNDP agreed by telephone beforehand"]


async def test_a_session_left_open_says_so_and_counts_no_clock(in_session, drive):
    later = replace(in_session, clock=lambda: datetime(2026, 10, 3, 7, 30, tzinfo=UTC))
    async with drive(later) as user:
        await user.press("f4")
        assert "IN SESSION SINCE 22 SEP 2026" in user.screen
        opening = next(line for line in user.screen.splitlines() if "> 1 " in line)
        assert "/" not in opening.split("│")[0][:24]


async def test_the_titles_of_items_take_the_lines_that_there_are(in_session: Book, drive: Drive) -> None:
    def beside() -> str:
        lines = user.screen.splitlines()[1:21]
        return " ".join(" ".join(line.partition("│")[0] for line in lines).split())

    meeting = in_session.meeting("2026/Q3")
    async with drive(in_session) as user:
        assert "> 1 Opening and 0/5 adoption of the agenda 2 Minutes of 5 the previous meeting" in beside()
        for number in range(10):
            prepare_agenda.add_item(in_session, meeting, f"Point {number} of what was left over 5m", None)
        await user.press()
        assert "> 1 Opening and 0/5 adoption of the agenda 2 Minutes of… 5" in beside()
        assert "14 Point 9 o… 5 Present 0/19 /in all" in beside()


async def test_tab_completes_items_and_dates_and_the_echo_says_what_becomes_of_them(in_session, drive):
    async with drive(in_session) as user:
        await user.type("/item follow", "tab")
        assert "/item 3" in user.screen
        assert "Goes to: item 3 Follow-up" in user.screen
        await user.press("ctrl+u")
        await user.type("/item ", "tab")
        assert "1 Opening and adoption" in user.words
        await user.press("ctrl+u")
        await user.type("/a IOM: revise section 2 by 30 s", "tab")
        assert 'IOM - "revise section 2" - by Wed 30 Sep 2026' in user.screen
