"""Consensus tested by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Outcome, Proposal
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.services import convene, membership
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.registers import make
from tui_app.services.room_screen import positions_shown
from tui_app.widgets.rows import Rows

Drive = Callable[..., object]
Take = Callable[..., None]

COMMITTEE = ("ILO", "IOM", "OHCHR", "UNDP", "UNHCR", "UNICEF", "UNODC")


def room(*entities: str) -> list[str]:
    return [f"/in {entity} A. Person" for entity in entities]


async def test_the_committee_joins_with_one_key_each(in_session: Book, drive: Drive, take: Take) -> None:
    take(in_session, *room(*COMMITTEE), "/propose The Network endorses the data plan.")
    async with drive(in_session) as user:
        await user.press("f5")
        assert "The Network endorses the data plan." in user.screen
        await user.press(*["j"] * len(COMMITTEE))
        assert "Nothing is missing: Enter is the chair's declaration." in user.screen
        await user.press("enter", "enter")
        (decision,) = in_session.of(Decision).all()
        assert (decision.number, decision.text) == ("D01", "The Network endorses the data plan.")
        assert decision.clause == "KEN:134"
        await user.press("f4")
        assert "DECISION D01 The Network endorses the" in user.screen


async def test_one_key_joins_the_rest_after_the_exceptions_were_shown(
    in_session: Book, drive: Drive, take: Take
) -> None:
    take(in_session, *room(*COMMITTEE, "FAO"), "/propose A text.")
    async with drive(in_session) as user:
        await user.press("f5", "end", *["home"])
        await user.press("r")
        await user.type("para 3: seasonal work", "enter")
        assert "reservation" in user.screen
        await user.press("J")
        assert "ILO: reservation. para 3: seasonal work" in user.screen
        assert "Absent: IFAD, UN Women, UNAIDS, UNCTAD, UNEP, UNESCO, UNFPA" in user.words
        await user.press("y", "enter", "enter")
        assert [d.text for d in in_session.of(Decision).all()] == ["A text."]


async def test_an_objection_needs_its_ground_and_blocks_until_the_text_is_amended(
    in_session: Book, drive: Drive, take: Take
) -> None:
    take(in_session, *room(*COMMITTEE), "/propose A text.")
    async with drive(in_session) as user:
        await user.press("f5", "o")
        await user.type("because", "enter")
        assert "is not a ground of objection" in user.screen
        await user.press(*["backspace"] * 7)
        await user.type("substance: leaves out seasonal work", "enter")
        assert "ILO objects on substance" in user.screen
        await user.press("t", "ctrl+u")
        await user.type("A text with seasonal work.", "enter")
        assert "round 2" in user.screen
        await user.press("J", "y", "enter", "enter")
        assert [d.text for d in in_session.of(Decision).all()] == ["A text with seasonal work."]
        await user.press("v")
        assert "A [-text.-] [+text with seasonal work.+]" in user.screen
        await user.press("end")
        assert "leaves out seasonal work" in user.screen


async def test_an_absent_member_of_the_committee_is_consulted_first(in_session: Book, drive: Drive, take: Take) -> None:
    take(in_session, *room(*COMMITTEE[:-1]), "/propose A text.")
    async with drive(in_session) as user:
        await user.press("f5", "J", "y")
        assert "UNODC must be consulted in writing, or by silence (KEN:134, as read here)." in user.screen
        await user.press("enter", "enter")
        assert not in_session.of(Decision).all()
        await user.press("escape", "home", *["down"] * 6, "c")
        await user.type("agrees, by e-mail", "enter")
        await user.press("enter", "enter")
        assert len(in_session.of(Decision).all()) == 1


async def test_kenya_refers_what_was_not_agreed(in_session: Book, drive: Drive, take: Take) -> None:
    take(in_session, *room(*COMMITTEE), "/propose A text.", "/position ILO objects mandate: leaves labour out")
    async with drive(in_session) as user:
        await user.press("f5", "enter", "enter")
        assert "round 1, not reached" in user.screen
        await user.press("R", "enter")
        (proposal,) = in_session.of(Proposal).all()
        assert proposal.closing is not None
        assert proposal.closing.outcome is Outcome.REFERRED


async def test_kosovo_is_asked_for_its_basis_once(tmp_path: Path, drive: Drive, take: Take) -> None:
    now = datetime(2026, 9, 22, 8, 0, tzinfo=UTC)
    book = make(load_charter("kosovo"), tmp_path / "kosovo", "B. Krasniqi", clock=lambda: now)
    for entity in ("IOM", "UNDP"):
        membership.admit(book, entity, entity, now.date())
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    convene.open_meeting(book, meeting)
    take(book, *room("IOM", "UNDP"), "/propose A text.")
    async with drive(book) as user:
        await user.press("f5", "j", "j", "enter")
        assert "state no rule" in user.screen
        await user.press("enter", "enter")
        (decision,) = book.of(Decision).all()
        assert "as recorded by the network" in decision.basis
        assert decision.clause == ""
        assert decision.kind.value == "recommendation"
        await user.press("p")
        await user.type("Another text.", "enter")
        await user.press("j", "j", "enter")
        assert "The chair's declaration" in user.screen


async def test_the_state_has_a_row_of_its_own_and_the_cursor_comes_to_it_last(
    tmp_path: Path, drive: Drive, take: Take
) -> None:
    now = datetime(2026, 9, 22, 8, 30, tzinfo=UTC)
    book = make(load_charter("albania"), tmp_path / "albania", "E. Hoxha", clock=lambda: now)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    convene.open_meeting(book, meeting)
    take(book, *room("RCO", "IOM", "UNHCR", "UNICEF", "UN WOMEN", "UNDP", "UNFPA", "WHO", "UNODC"), "/propose A text.")
    async with drive(book) as user:
        await user.press("f5", *["j"] * 9)
        assert "If it concerns the state, f first" in " ".join(user.screen.split())
        await user.press("f")
        assert "Ministry of Interior: not yet" in user.screen
        assert user.app.screen.rows().key == "Ministry of Interior"
        await user.press("j")
        assert "takes no position: c records its consultation" in user.told
        await user.press("c")
        await user.type("by letter: agrees", "enter")
        assert "Ministry of Interior, 22 Sep" in user.screen
        await user.press("enter", "enter")
        assert "adopted as D01, concerns the state" in user.screen


async def test_after_an_amendment_the_first_is_asked_again_and_the_last_leads_to_who_is_absent(
    in_session: Book, drive: Drive, take: Take
) -> None:
    take(in_session, *room(*COMMITTEE[1:], "FAO"), "/propose A text.")
    async with drive(in_session) as user:
        await user.press("f5", *["j"] * 6)
        rows = user.app.screen.rows()
        assert rows.key == "FAO"
        await user.press("t")
        await user.type(" And more.", "enter")
        assert rows.key == "IOM"
        await user.press("end", "up", "J", "y")
        assert rows.key == "ILO", "absent, in the Committee, and not consulted"
        await user.press("c")
        await user.type("agrees", "enter")
        assert rows.key == "ILO", "nothing is left"


async def test_an_earlier_text_that_is_still_open_is_shown_and_declared(
    in_session: Book, drive: Drive, take: Take
) -> None:
    take(in_session, *room(*COMMITTEE), "/propose One.", "/propose Two.", "/propose Three.")
    async with drive(in_session) as user:
        await user.press("f5")
        assert "Also open: P1, P2 (Left and Right go there)" in user.screen
        await user.press("right")
        assert "P3 is the last proposal of this meeting." in user.told
        await user.press("left", "left_square_bracket")
        assert "Proposal P1, round 1" in user.screen
        await user.press("J", "y", "enter", "enter")
        assert "Proposal P1, round 1, adopted as D01" in user.screen
        assert "Also open: P2, P3" in user.screen
        assert [d.text for d in in_session.of(Decision).all()] == ["One."]
        await user.press("right", "D", "y")
        assert "Proposal P2, round 1, deferred" in user.screen
        await user.press("p")
        await user.type("Four.", "enter")
        assert "Proposal P4, round 1" in user.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
async def test_a_long_text_leaves_room_for_the_positions_and_the_row_asked_stays_in_sight(
    in_session: Book, drive: Drive, take: Take, size: tuple[int, int]
) -> None:
    text = " ".join(f"Paragraph {n} of the plan." for n in range(120))
    take(in_session, *room(*COMMITTEE), f"/propose {text}")
    async with drive(in_session, size) as user:
        await user.press("f5", *["down"] * 9)
        for key in ("o", "escape", "enter"):
            await user.press(key)
            assert "UN Women" in user.screen
        assert "(v shows it whole)" in user.screen
        await user.press("v")
        assert "Esc closes." in user.screen
        rows = user.app.screen.query_one(Rows)
        while rows.key.startswith("text"):
            last = " ".join(user.screen.split())
            await user.press("down")
        assert "Paragraph 119" in last


@pytest.mark.parametrize("key", ["j", "s", "r", "d", "n", "o", "a", "space", "J", "y", "c", "W", "w", "t", "v", "f",
                                 "enter", "D", "R"])  # fmt: skip
async def test_without_a_text_every_key_is_harmless(in_session: Book, drive: Drive, key: str) -> None:
    async with drive(in_session) as user:
        before = in_session.register.sequence
        await user.press("f5", key)
        assert in_session.register.sequence == before


async def test_one_key_shows_the_room_the_positions_and_hides_them_without_a_trace_in_the_record(
    in_session: Book, drive: Drive, take: Take
) -> None:
    take(in_session, "/propose A text.")
    meeting, sequence = in_session.meeting_at_hand(), in_session.register.sequence
    assert meeting is not None
    async with drive(in_session) as user:
        await user.press("f5", "P")
        assert "The projector shows what each entity says" in user.screen
        assert positions_shown(in_session, meeting.id)
        await user.press("P")
        assert "The projector hides what each entity says." in user.screen
        assert not positions_shown(in_session, meeting.id)
    assert in_session.register.sequence == sequence


LEGEND = "j joins s statement r reserves d dissociates n none o objects a absent J rest"


async def test_a_legend_of_the_positions_stands_above_the_footer_while_they_are_taken(
    in_session: Book, drive: Drive, take: Take
) -> None:
    take(in_session, *room(*COMMITTEE, "FAO"), "/propose A text.")
    async with drive(in_session) as user:
        await user.press("f5")
        assert user.screen.splitlines()[-2].strip() == LEGEND
        await user.press("o")  # its words are asked for
        assert "j joins" not in user.screen
        await user.press("escape")
        take(in_session, "/silence 2026-09-25T17:00")
        await user.press("f4", "f5")
        assert "j joins" not in user.screen
