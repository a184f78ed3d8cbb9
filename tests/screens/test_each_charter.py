"""A text through consensus by keys alone, in each of the five networks, as its Terms of Reference have it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Outcome, Proposal
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.services import capture, convene, membership
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make

NOW = datetime(2026, 9, 22, 8, 0, tzinfo=UTC)
NETWORKS = ("kenya", "albania", "kyrgyzstan", "serbia", "kosovo")


@pytest.fixture
def meeting_of(tmp_path):
    """`meeting_of(network, line, ...)`: its book, with everybody in the room of a meeting in session."""

    def opened(network, *lines):
        book = make(load_charter(network), tmp_path / network, "A. Officer", clock=lambda: NOW, remembered=False)
        for entity in () if book.charter.members else ("IOM", "UNDP", "UNHCR"):
            membership.admit(book, entity, "", date(2026, 1, 1))
        invitation = convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10))
        pen = Pen(book, convene.open_meeting(book, convene.plan(book, invitation)).id)
        for line in ("/in all", *lines):
            capture.take(pen, line)
        return book

    return opened


async def declare(user):
    """The chair's declaration in the proposed words; where the ToR are silent the usual basis is kept."""
    await user.press("enter", "enter")
    if "on what does this network decide" in user.screen:
        await user.press("enter")
    await user.press("enter")


@pytest.mark.parametrize("network", NETWORKS)
async def test_nobody_objects_and_the_text_is_adopted(meeting_of, drive, network):
    book = meeting_of(network)
    async with drive(book) as user:
        await user.press("f5", "p")
        await user.type("The Network endorses the data plan.", "enter")
        await user.press("J", "y")
        await declare(user)
        (decision,) = book.of(Decision).all()
        assert decision.text == "The Network endorses the data plan."
        assert decision.kind.value == ("recommendation" if network == "kosovo" else "decision")
        assert ("KOS:" in decision.clause) is False
        assert bool(decision.clause) is (network != "kosovo")


@pytest.mark.parametrize("network", NETWORKS)
async def test_a_sustained_objection_ends_as_the_terms_of_reference_have_it(meeting_of, drive, network):
    objector = "UNDP"
    book = meeting_of(network, "/propose A text.", f"/position {objector} objects mandate: leaves its work out")
    async with drive(book) as user:
        await user.press("f5", "J", "y")
        await declare(user)
        (proposal,) = book.of(Proposal).all()
        assert proposal.closing.outcome is Outcome.NOT_REACHED
        if book.charter.decision.escalation:
            await user.press("E")
            assert f"is tabled to the {book.charter.decision.escalation}" in user.told
            await user.press("R", "enter")
            expected = Outcome.REFERRED
        else:
            await user.press("R")
            assert "know no referral" in user.told
            await user.press("E", "y")
            expected = Outcome.CLOSED
        (proposal,) = book.of(Proposal).all()
        assert proposal.closing.outcome is expected
        assert not book.of(Decision).all()


@pytest.mark.parametrize("network", ["albania", "kyrgyzstan", "serbia"])
async def test_what_concerns_the_state_waits_for_its_body(meeting_of, drive, network):
    book = meeting_of(network, "/propose A text.", "/rest joins")
    async with drive(book) as user:
        await user.press("f5", "f", "enter")
        assert not book.of(Decision).all()
        assert "must be consulted before adoption" in " ".join(user.screen.split())
        await user.press("end", "c")
        await user.type("on 18 Sep: no concern, by letter", "enter")
        await declare(user)
        assert len(book.of(Decision).all()) == 1


BINDS = [("kenya", "FAO", False), ("albania", "WHO", True), ("kyrgyzstan", "FAO", True), ("serbia", "WHO", True)]


@pytest.mark.parametrize(("network", "entity", "binds"), BINDS)
async def test_an_objection_blocks_where_its_entity_binds(meeting_of, drive, network, entity, binds):
    book = meeting_of(network, "/propose A text.", f"/position {entity} objects legal: against the law", "/rest joins")
    async with drive(book) as user:
        await user.press("f5")
        assert ("does not bind" in user.screen) is not binds
        await declare(user)
        assert bool(book.of(Decision).all()) is not binds


async def test_in_kenya_an_absent_committee_entity_is_consulted_in_writing(meeting_of, drive):
    book = meeting_of("kenya", "/out UNDP", "/propose A text.", "/rest joins")
    async with drive(book) as user:
        await user.press("f5")
        assert "UNDP must be consulted in writing" in user.screen
        await user.press("j")
        assert "UNDP is not in the room" in user.told
        await user.press("c")
        await user.type("agrees, by e-mail", "enter")
        await declare(user)
        (proposal,) = book.of(Proposal).all()
        assert proposal.consultations[0].channel == "by e-mail"
        assert len(book.of(Decision).all()) == 1
