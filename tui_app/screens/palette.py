"""The palette: every action of the catalogue and every place, found by name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from functools import partial
from inspect import isawaitable

from textual.app import ComposeResult
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.markup import escape

from tui_app.commands.action import ANYWHERE, UserAction
from tui_app.commands.catalogue import CATALOGUE, action_of
from tui_app.commands.places import PLACES, SHEETS, title_of
from tui_app.screens.place import Place
from tui_app.widgets.clicked import Keys

Found = tuple[str, str, Callable[[], Awaitable[None]]]
"""Its title, what it does, and the doing."""


def method_of(target: object, action: UserAction) -> Callable[[], object]:
    """What carries the action out: a method of its place, or of the application."""
    method: Callable[[], object] = getattr(target, f"action_{action.method}")
    return method


def _first(action: UserAction, here: str) -> UserAction:
    """The action itself; from elsewhere, that which opens the sheet on which it is done."""
    sheet = SHEETS.get(action.place) if action.place != here else None
    return action_of(sheet.opened_by) if sheet else action


class Finder(CommandPalette):
    """Asks for words and lists what they find; its keys stand over those of the place, which wait meanwhile."""

    def __init__(self, lines: int) -> None:
        """`lines`: how many lines at the foot of the place name its keys."""
        super().__init__(placeholder="What do you want to do?")
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The line for words, what was found, the keys."""
        yield from super().compose()
        keys = Keys("Enter does it, arrows move, Esc closes.", id="finder-keys")
        keys.styles.height = self._lines
        yield keys


class Palette(Provider):
    """Those of the place first, then those that work anywhere, the way to every place, and those of the others."""

    async def discover(self) -> Hits:
        """Everything, for the one who looks around."""
        for title, does, deed in self._all():
            yield DiscoveryHit(escape(title), deed, text=title, help=escape(does))

    async def search(self, query: str) -> Hits:
        """What the words of the title resemble, then what is explained with these words."""
        matcher = self.matcher(query)
        for title, does, deed in self._all():
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, matcher.highlight(title), deed, text=title, help=escape(does))
            elif query.casefold() in does.casefold():
                yield Hit(0.01, escape(title), deed, text=title, help=escape(does))

    def _all(self) -> Iterator[Found]:
        here = self.screen.NAME if isinstance(self.screen, Place) else ""
        yield from self._actions(action for action in CATALOGUE if action.place == here)
        yield from self._actions(action for action in CATALOGUE if action.place == ANYWHERE)
        for place in PLACES:
            ways = f"{place.number} or {place.function_key.upper()}"
            yield f"Go to {place.title}  ({ways})", "Shows this place.", partial(self._go, place.id)
        yield from self._actions(action for action in CATALOGUE if action.place not in (here, ANYWHERE))

    def _actions(self, actions: Iterable[UserAction]) -> Iterator[Found]:
        here = self.screen.NAME if isinstance(self.screen, Place) else ""
        for action in actions:
            title = f"{title_of(action.place)}: {action.title}" if action.place != ANYWHERE else action.title
            yield f"{title}  ({action.key or 'no key'})", action.help, partial(self._do, _first(action, here))

    async def _go(self, place: str) -> None:
        if place != ANYWHERE and place != getattr(self.app.screen, "NAME", ""):
            await self.app.switch_mode(place)

    async def _do(self, action: UserAction) -> None:
        """Go where the action is at home; do it once that place shows the record."""
        await self._go(action.place)
        method = method_of(self.app if action.place == ANYWHERE else self.app.screen, action)

        async def deed() -> None:
            done = method()
            if isawaitable(done):
                await done

        self.app.screen.call_after_refresh(deed)
