"""The application: its places, how it starts and is left, and what works in every place."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import ClassVar, cast

from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.events import Event, Key
from textual.screen import Screen
from textual.widget import AwaitMount

from tui_app.commands.action import ANYWHERE
from tui_app.commands.places import PLACES, first_place
from tui_app.commands.ways import with_key
from tui_app.domain.problem import Problem
from tui_app.resources import stylesheet
from tui_app.screens.in_turns import InTurns
from tui_app.screens.keys_in_turn import KeysInTurn
from tui_app.screens.loaded_later import load_in_pauses, palette, place
from tui_app.screens.on_register import OnRegister
from tui_app.screens.painted_whole import PaintedWhole
from tui_app.screens.place import Place, bindings_of
from tui_app.screens.taking_back import bring_back, take_back
from tui_app.screens.themes import Dressed, remember_theme, theme_after
from tui_app.services.book import Book
from tui_app.services.own_keys import use_own_keys


class MinutebookApp(OnRegister, PaintedWhole, InTurns, Dressed):
    """Minutebook on the screen. Without a register it begins with making one."""

    TITLE = "Minutebook"
    NOTIFICATION_TIMEOUT = 3
    ENABLE_COMMAND_PALETTE = False  # with a key that cannot be changed; the palette has one of the catalogue's
    CSS_PATH: ClassVar = [stylesheet(each) for each in ("dialogs", "searched", "theme")]  # the rest comes when seen
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {palette}
    MODES: ClassVar[dict[str, str | Callable[[], Screen[None]]]] = {p.id: place(p.id) for p in PLACES}
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(p.number, f"go('{p.id}')", p.title, show=False) for p in PLACES),
        *(Binding(p.function_key, f"go('{p.id}')", p.title, show=False, priority=True) for p in PLACES),
        *bindings_of(ANYWHERE),
    ]

    def __init__(self, book: Book | None = None) -> None:
        if book is not None:
            self.DEFAULT_MODE = first_place(book.meeting_at_hand())  # type: ignore[misc]  # else an empty screen is laid out before it
        super().__init__(book)
        self._wanted = ""
        self.await_backup: Callable[[], object] = lambda: None
        self.keys_in_turn = KeysInTurn(self, super().on_event)
        self._own_keys, self._mistaken_keys = use_own_keys()

    async def on_event(self, event: Event) -> None:
        """Keys go on one after the other, in the order in which they were pressed."""
        if isinstance(event, Key) and not event.is_forwarded:
            await self.keys_in_turn.take(event)
        else:
            await super().on_event(event)

    # -- the places ------------------------------------------------------

    def show(self, place: str, record: str = "") -> None:
        """Go to a place, and there to a record: the place takes it with `record_wanted` once it is seen."""
        self._wanted = record
        self.switch_mode(place)

    def switch_mode(self, mode: str) -> AwaitMount:
        """Go to a place itself: a sheet that was left open over it is closed."""
        shown = super().switch_mode(mode)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        return shown

    def record_wanted(self) -> str:
        """The record to go to in the place that is seen now, told once; empty if none is."""
        wanted, self._wanted = self._wanted, ""
        return wanted

    # -- starting and leaving --------------------------------------------

    def on_load(self) -> None:
        """The register is at hand before the first place is made."""
        if self._book is not None:
            self.open_book(self._book)

    def on_mount(self) -> None:
        """The user's own keys; the first start, where there is no register."""
        if self._own_keys:
            self.set_keymap(self._own_keys)
        if self._book is None:
            self.first_start()
        else:
            self._after_first_screen()
        self.set_interval(15, self._tick)
        self._reading_along = self.set_interval(1, self._read_along)

    def start(self, book: Book) -> None:
        """Show a register from its beginning."""
        self.open_book(book)
        self.switch_mode(first_place(book.meeting_at_hand()))
        self._after_first_screen()

    def _after_first_screen(self) -> None:
        self.call_after_refresh(self._tell_at_start)
        self.set_timer(2, self._back_up_daily)  # long after it
        load_in_pauses(self)

    def _tell_at_start(self) -> None:
        """What was typed and not entered before; and once, what of the user's own keys does not hold."""
        shown = cast("Place", self.screen_stack[0])  # over it there may be what was asked for meanwhile
        shown.tell(self.half_answered.remark)
        sentences, self._mistaken_keys = self._mistaken_keys, ()
        for sentence in sentences:
            shown.tell(sentence, wrong=True)
        if not gc.isenabled():  # for the start, which made what stays: no later collection goes through it
            gc.freeze()
            gc.enable()
            sys.setswitchinterval(0.001)  # what is painted is written by a thread, at once while more is computed

    def first_start(self) -> None:
        """Make a register, or open one that is there; left with Esc, the present one is shown again, or it ends."""
        from tui_app.screens.first_start import FirstStart
        from tui_app.services.registers import found_registers

        def made(book: Book | None) -> None:
            if book is not None:
                self.start(book)
            elif self._book is None:
                self.exit()

        self.push_screen(FirstStart(() if self._book is not None else found_registers()), made)

    def _back_up_daily(self) -> None:
        from tui_app.screens.backing_up import back_up_daily

        if self._book is not None:
            back_up_daily(self)

    def _tick(self) -> None:
        if isinstance(self.screen, Place) and self.screen.is_mounted:
            self.screen.show_headline()

    def _read_along(self) -> None:
        """What another window writes is shown here too; once it cannot be read, that is told once."""
        if self._book is not None and self._book.register.read_only:
            refresh = self._book.register.refresh
            if not self.attempt(refresh):
                self._reading_along.pause()

    def on_unmount(self) -> None:
        """The register is closed, once the backup under way is made."""
        self.await_backup()
        self.close_book()

    # -- actions ---------------------------------------------------------

    def action_palette(self) -> None:
        """Find an action by its name, where there is a place to do it."""
        from tui_app.screens.palette import Finder

        if isinstance(self.screen, Place):
            self.push_screen(Finder(self.screen.lines_of_keys))

    def action_jump(self) -> None:
        """Show a letter on each pane of the place."""
        from tui_app.screens.jumping import jump

        if isinstance(self.screen, Place):
            jump(self.screen)

    def action_go(self, place: str) -> None:
        """Go to a place; to the minutes of the meeting in session, unless another one was chosen to stay."""
        if self._book is not None and isinstance(self.screen, Place):
            if place == "minutes" and self.in_session_elsewhere is not None and not self._to_stay:
                self.choose_meeting("")
            self.show(place)

    def action_undo(self) -> None:
        """Take the last typed words back; where nothing was typed, the last change of the record."""
        take_back(self)

    def action_redo(self) -> None:
        """Type again, or make the change again, what was taken back."""
        bring_back(self)

    def tell_last(self, sentence: str) -> None:
        """In place of what was told before: there is room for one sentence, and several keys come quickly."""
        self.clear_notifications()
        self.screen.query("ToastHolder").remove()  # Textual takes out the sentence, and leaves a line for it
        self.notify(sentence, markup=False)

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do it; a Problem is told in its own words. Whether it was done."""
        try:
            deed()
        except Problem as problem:
            self.notify(with_key(problem), severity="warning", markup=False)
            return False
        return True

    def action_theme(self) -> None:
        """From dark to light, to the terminal's own colours, and back; remembered for the next start."""
        if self.no_color:
            self.tell_last("NO_COLOR is set: there are no colours to change.")
            return
        self.theme = theme_after(self.theme)
        remember_theme(self.theme)

    def action_help(self) -> None:
        """Explain the place."""
        from tui_app.screens.help import explain

        if isinstance(self.screen, Place):
            explain(self.screen)

    def action_choose_meeting(self) -> None:
        """Choose the meeting that the places show."""
        from tui_app.screens import choosing

        choosing.choose_meeting(self)

    def action_new_meeting(self) -> None:
        """Plan a meeting."""
        from tui_app.screens import planning

        planning.plan_meeting(self)

    def action_import_minutes(self) -> None:
        """Import the minutes of an earlier meeting."""
        from tui_app.screens import importing

        importing.import_minutes(self)

    def action_choose_register(self) -> None:
        """Open another register."""
        from tui_app.screens import choosing

        choosing.choose_register(self)


def run_app(book: Book | None) -> None:
    """Open the application on a register; without one, on the making of the first."""
    MinutebookApp(book).run()
