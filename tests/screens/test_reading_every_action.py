"""A window that only reads: no action of the catalogue asks what it could not save, and none changes the record."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import isawaitable
from pathlib import Path

import pytest

from tests.screens.conftest import NOW
from tui_app.commands.action import ANYWHERE, UserAction
from tui_app.commands.catalogue import CATALOGUE
from tui_app.commands.places import SHEETS
from tui_app.screens.palette import method_of
from tui_app.screens.place import Place
from tui_app.screens.prompt import PromptLine
from tui_app.services.registers import open_book
from tui_app.services.sample_year import play

MEETINGS = ("2026/Q2", "2026/Q3", "2026/Q4")
"""Circulated, in session, to come."""
ROUNDS = {"network": 6}
"""How often the actions of a place are done, where that is not once with each meeting: in each of its sections."""
LEAD_AWAY = ("any.quit", "any.palette", "backlog.back", "documents.back", "versions.back")
READ = {
    "any.help", "any.choose-meeting", "any.choose-register", "minutes.find", "consensus.versions", "decisions.show",
    "decisions.saved", "decisions.history", "actions.chase", "actions.saved", "actions.history", "network.as-at",
    "network.entity", "network.whole-line", "network.line-history", "papers.export", "papers.format", "papers.history",
    "papers.lacking", "versions.export",
}  # fmt: skip
"""What asks there, or shows something over the place: none of it is saved in the record."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The sample year in its live meeting, which another window holds."""
    with pytest.MonkeyPatch.context() as patched:
        home = tmp_path_factory.mktemp("year")
        patched.setenv("MINUTEBOOK_HOME", str(home / "home"))
        book = play(home / "kenya", to_the_end=False)
        yield book.register.folder
        book.register.close()


async def go(user, place: str, n: int) -> Place:
    """To a place or a sheet, with the n-th of the meetings, or in the n-th section."""
    app = user.app
    while len(app.screen_stack) > 1:
        app.pop_screen()
    opened_by = SHEETS[place].opened_by if place in SHEETS else ""
    app.switch_mode(opened_by.partition(".")[0] or ("home" if place == ANYWHERE else place))
    app.choose_meeting(app.book.meeting(MEETINGS[n % len(MEETINGS)]).id, to_stay=True)
    await user.pilot.pause()
    if opened_by:
        await do(user, next(each for each in CATALOGUE if each.id == opened_by))
    for _ in range(n if place == "network" else 0):
        app.screen.action_section()
    return app.screen


async def do(user, action: UserAction) -> None:
    """As the palette does it."""
    result = method_of(user.app if action.place == ANYWHERE else user.app.screen, action)()
    if isawaitable(result):
        await result
    await user.pilot.pause()


def asks(user) -> bool:
    """Whether a question stands, or something is shown over the place."""
    here = user.app.screen
    return not isinstance(here, Place) or here.query_one(PromptLine).has_class("open")


@pytest.mark.parametrize("place", list(dict.fromkeys(action.place for action in CATALOGUE)))
async def test_only_what_reads_asks_and_nothing_changes_the_record(folder, drive, place):
    book, asked = open_book(folder, clock=lambda: NOW, read_only=True), set()
    changes = book.register.sequence
    async with drive(book) as user:
        for n in range(ROUNDS.get(place, len(MEETINGS))):
            here = await go(user, place, n)
            for action in (each for each in CATALOGUE if each.place == place and each.id not in LEAD_AWAY):
                await do(user, action)
                if asks(user):
                    asked.add(action.id)
                if asks(user) or user.app.screen is not here:
                    here.query_one(PromptLine).action_put_away()
                    here = await go(user, place, n)
    assert asked == {each for each in READ if each.startswith(f"{place}.")}
    assert open_book(folder, read_only=True).register.sequence == changes


@pytest.mark.parametrize(("meeting", "keys"), [
    ("2026/Q3", ("f4", "C")), ("2026/Q4", ("f3", "c")), ("2026/Q2", ("f9", "A")), ("2026/Q2", ("f9", "c")),
    ("2026/Q3", ("f2", "ctrl+z")),
])  # fmt: skip
async def test_why_nothing_can_be_saved_is_all_that_is_told_of_a_change(folder, drive, meeting, keys):
    book = open_book(folder, clock=lambda: NOW, read_only=True)
    async with drive(book) as user:
        user.app.choose_meeting(book.meeting(meeting).id, to_stay=True)
        await user.press(*keys)
        assert "read only" in user.told
        assert user.told.count("\n") == 0
        assert not asks(user)
        assert not user.app._notifications
