"""What the eight places share: header, body, prompt line, footer, and how they follow the record."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Resize
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_app.commands.catalogue import CATALOGUE, actions_of, hints_of, hints_while_typing
from tui_app.screens.dialogue import Dialogue
from tui_app.screens.headline import away_from, headline, states_of
from tui_app.screens.prompt import PromptLine
from tui_app.widgets.clicked import Keys, doing
from tui_app.widgets.few_lines import SameSpace
from tui_app.widgets.hints import Hints
from tui_app.widgets.rows import Rows

NARROWEST, LOWEST = 60, 16
"""The columns and lines of the smallest window in which a place can be used."""


def bindings_of(place: str) -> list[BindingType]:
    """Textual's bindings for a place's own actions, or for those that work anywhere, from the catalogue."""
    return [
        Binding(a.default_keys, a.method, a.title, show=False, id=a.id, priority=a.always)
        for a in CATALOGUE
        if a.place == place
    ]


class Place(Dialogue):
    """A place. Subclasses name themselves, compose a body, and show the record when it changes.

    `show_record` is called when the place is first seen, when the record has
    changed, and when another meeting was chosen; never while it is hidden.
    """

    AUTO_FOCUS = "Rows"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "step_out", "One step out", show=False)]
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)  # what gets or loses it paints itself

    def __init__(self) -> None:
        super().__init__()
        self._stale, self._hints = True, ""

    # -- layout ----------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Header, body, prompt line, footer."""
        yield SameSpace(id="headline")
        yield from self.compose_body()
        with Vertical(id="foot"):
            yield from self.compose_foot()
            yield PromptLine()
            yield Static("", id="told", markup=False)
            yield Keys(Hints(self.hints()), id="hints")

    def compose_body(self) -> ComposeResult:
        """The place's own widgets."""
        yield Rows()

    def compose_foot(self) -> ComposeResult:
        """Widgets between the body and the prompt line."""
        yield from ()

    def hints(self) -> str:
        """The footer: the few keys that matter here."""
        return "  ".join(f"{key} {word}" for key, word in hints_of(self.NAME))

    @property
    def lines_of_keys(self) -> int:
        """How many lines at the foot name keys: what is opened over the place, where they do nothing, covers them."""
        tops = [keys.region.y for keys in self.query(Keys) if keys.region.height]
        return max(1, self.size.height - min(tops, default=self.size.height))

    def show_hints(self) -> None:
        """The footer as it is now; the screen is laid out anew only where it takes more than its line."""
        asked = self.query_one(PromptLine).has_focus_within
        hints = hints_while_typing("done", "leave it") if asked else self.hints()
        shown, line = self._hints, self.query_one("#hints", Static)
        if hints != shown:
            self._hints = hints
            line.update(Hints(hints), layout=max(len(shown), len(hints)) > line.content_size.width)

    def watch_focused(self) -> None:
        """Other keys matter where the focus is now; they are painted with it."""
        if self.is_mounted:
            self.show_hints()

    # -- following the record --------------------------------------------

    def show_record(self) -> None:
        """Show what the record says now."""

    def record_changed(self) -> None:
        """The record or the chosen meeting is another: show it now, or when the place is next seen."""
        self._stale = True
        if self.is_current and self.is_mounted:
            self._follow()

    def on_screen_resume(self) -> None:
        """The place is seen again, perhaps for the sake of one record; the clock has gone on meanwhile."""
        if not self.is_current:  # left again, or closed, before it came to this
            return
        if self._stale:
            self._follow()
        else:
            self.show_headline()
        wanted = self.minutebook.record_wanted()
        if wanted:
            self.attempt(lambda: self.seek(wanted))

    def seek(self, record: str) -> None:
        """Put the cursor on a record, by its id; where the place shows one at a time, show it."""
        self.rows().go_to(record)

    def _follow(self) -> None:
        self._stale = False
        self.forget()
        self.attempt(self.show_record)
        self.show_headline()

    def show_headline(self) -> None:
        """Network, meeting, its state, whether another one is in session, the clock."""
        meeting, book = self.meeting, self.book
        states = states_of(meeting, book.today()) if meeting is not None else ()
        live = self.minutebook.in_session_elsewhere
        if live is not None:
            states = away_from(live.symbol, self.minutebook.key_back, states)
        told = (meeting.symbol if meeting else "", "reading only" if book.register.read_only else "")
        network = (book.charter.name, book.charter.symbol)
        line = headline(self.app.size.width - 2, network, told, states, f"{book.now():%H:%M}")
        self.query_one("#headline", SameSpace).say(doing(line, "app.palette"))

    @on(Resize)
    def _fit_window(self, event: Resize) -> None:
        """The headline as wide as there is room; where there is too little for the place, a sentence over it."""
        if not self._stale:
            self.show_headline()
        small, cover = event.size.width < NARROWEST or event.size.height < LOWEST, self.query("#too-small")
        if small and not cover:  # what is beneath keeps its focus and its keys
            larger = f"Please make this window larger: Minutebook needs {NARROWEST} columns and {LOWEST} lines."
            self.mount(Static(larger, id="too-small"))
        cover.set(display=small)

    # -- the focus -------------------------------------------------------

    def action_step_out(self) -> None:
        """Esc goes one step out, and from the list of a place nowhere."""
        self.step_out()

    def step_out(self) -> bool:
        """Put a question away, else go to the list; False where the list has the focus already."""
        prompt = self.query_one(PromptLine)
        if prompt.has_class("open"):
            prompt.action_put_away()
        elif not self.rows().has_focus:
            self.rows().focus()
        else:
            return False
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The single keys of a place are text while a text field has the focus."""
        return not (isinstance(self.focused, Input) and not self._works_while_typing(action))

    def _works_while_typing(self, action: str) -> bool:
        own = {a.method for a in actions_of(self.NAME) if not a.always}
        return action not in own

    # -- the mouse -------------------------------------------------------

    @on(Rows.Chosen)
    def _clicked_twice(self, event: Rows.Chosen) -> None:
        if event.rows.has_focus:  # not what stands beside the list
            self.twice()

    def twice(self) -> None:
        """A row was clicked twice: it does what Enter does, also where the user has given that another key."""
        done = [each.method for each in actions_of(self.NAME) if "enter" in each.default_keys.split(",")]
        if done:
            self.forget()
            self.call_later(self.run_action, *done)

    def rows(self, selector: str = "Rows") -> Rows:
        """The list of this place."""
        return self.query_one(selector, Rows)
