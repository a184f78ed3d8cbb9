"""Keys that come faster than they are handled wait for their turn, so that none overtakes another.

Textual hands each key to the widget with the focus at once, and runs what a key is bound to only when the key has come
back up to the application: in a burst (a slow machine, a terminal that pastes by typing, a key held down) letters
overtook the Enter before them, and what was typed for a question went to the list that had the focus before it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key
from textual.message_pump import MessagePump
from textual.screen import ModalScreen
from textual.widgets import Input

from tui_app.widgets.rows import Rows

_LONGEST = 2.0
"""Seconds after which a key no longer waits for the one before it, whatever became of that one."""
TYPING_ON = 0.7
"""Whoever presses a key so many seconds after one that was refused has not read that yet, and types on."""


class KeysInTurn:
    """Lets one key through at a time: the next one goes on when all that the last one caused has been done."""

    def __init__(self, app: App[Any], hand_on: Callable[[Key], Awaitable[None]]) -> None:
        self._app, self._hand_on = app, hand_on
        self._waiting: deque[Key] = deque()
        self._since: float | None = None
        self._pressed, self._refused, self._dropped = 0.0, False, False
        self._taken = monotonic()

    def refused(self) -> None:
        """What the last key was to do was refused: letters typed on at once were meant for what it would have asked."""
        self._refused, self._dropped = True, False

    async def take(self, key: Key) -> None:
        """Hand a key on, or keep it until its turn comes."""
        self._waiting.append(key)
        self._taken = monotonic()
        if self._since is None or monotonic() - self._since >= _LONGEST:
            await self._next()

    def rest(self, seconds: float) -> bool:
        """Whether no key came for so long, since the start too."""
        return monotonic() - self._taken >= seconds

    async def _go_on(self, key: Key) -> None:
        self._since = monotonic()
        focused = self._app.focused
        at_once, self._pressed = key.time - self._pressed < TYPING_ON, key.time
        if self._refused and at_once and self._is_typed_on(key, focused):
            self._refused, self._dropped = key.key != "enter", True
            self._app.call_later(self._next)
            return
        self._refused = False
        await self._hand_on(key)
        typed = key.is_printable and isinstance(focused, Input)
        # A letter is done where it is typed. Any other key comes up to the application, where it does what it is
        # bound to; what that posts, such as a line that was entered, comes up in a second round.
        self._follow(focused if typed else focused or self._app.screen, 0 if typed else 2)

    def _is_typed_on(self, key: Key, focused: DOMNode | None) -> bool:
        """Whether it is a letter that would be a command, or the Enter behind such; moving in a list does no harm."""
        from textual.widgets import TextArea  # 7 ms, which no start needs

        if isinstance(focused, Input | TextArea) or isinstance(self._app.screen, ModalScreen):
            return False
        bound = self._app.screen.active_bindings.get(key.key)
        moves = bound is not None and isinstance(bound.node, Rows)
        return not moves if key.is_printable else self._dropped and key.key in ("enter", "backspace")

    def _follow(self, node: DOMNode | None, rounds: int) -> None:
        """Wait until the node has done what it was sent, then those above it, so many times."""
        waits: MessagePump = node or self._app
        if not waits.call_later(self._done, node, rounds):
            self._app.call_later(self._next)

    def _done(self, node: DOMNode | None, rounds: int) -> None:
        if rounds and node is not None and node is not self._app:
            self._follow(node.parent or self._app, rounds)
        elif rounds > 1:
            self._follow(self._app.focused or self._app.screen, rounds - 1)
        else:
            self._app.call_later(self._next)

    async def _next(self) -> None:
        self._since = None
        if self._waiting:
            await self._go_on(self._waiting.popleft())
