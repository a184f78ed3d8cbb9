"""The member list is shared, by keys and on the command line, and what changed since is shown."""

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.membership.sharing import SharedList
from tui_app.services import papers
from tui_app.services.charters import load_charter
from tui_app.services.membership import end_seat
from tui_app.services.registers import make


@pytest.fixture
def albania(tmp_path):
    at = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
    return make(load_charter("albania"), tmp_path / "albania", "A. Otieno", clock=lambda: at)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_home_asks_for_it_and_the_roster_shows_what_changed_since(albania, drive, size):
    async with drive(albania, size=size) as user:
        assert "not recorded as shared yet (ALB:44) [s share]" in user.words
        await user.press("f8")
        assert "9 members; not shared yet" in user.words
        assert "s share" in user.screen
        await user.press("s", "enter", "ctrl+u")
        await user.type("1 Oct 2026", "enter")
        assert "is still to come" in user.words
        await user.press("ctrl+u")
        await user.type("1 Sep 2026", "enter")
        assert [(each.on, each.recipients, len(each.members)) for each in albania.of(SharedList).all()] == [
            (date(2026, 9, 1), "all members", 9)
        ]
        assert "9 members; shared 1 Sep 2026" in user.words
        end_seat(albania, "WHO", date(2026, 9, 20))
        await user.press("end")
        assert "Since the list was shared on 1 September 2026 with all members WHO left" in (user.words)
        await user.press("f2")
        assert "member list" not in user.screen


def test_the_paper_says_when_and_what_changed(albania):
    assert "Not recorded as shared yet (ALB:44)." in papers.paper(albania, "members")
    from tui_app.services.sharing import share

    share(albania, "the partners", date(2026, 9, 1))
    assert "Shared last on 1 September 2026 with the partners (ALB:44). No change since." in (
        papers.paper(albania, "members")
    )
    end_seat(albania, "WHO", date(2026, 9, 20))
    assert "Since then:\n\n- WHO left on 20 September 2026." in papers.paper(albania, "members")
    assert "Not recorded as shared yet" in papers.paper(albania, "members", on=date(2026, 8, 1))
