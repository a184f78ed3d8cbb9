"""Help: what a place is for, and its keys, from the catalogue."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_app.commands.action import ANYWHERE
from tui_app.commands.catalogue import CATALOGUE, action_of, key_of
from tui_app.commands.places import PLACES, title_of
from tui_app.domain.capture.grammar import COMMANDS
from tui_app.screens.place import Place
from tui_app.widgets.clicked import Keys
from tui_app.widgets.rows import Column, Row, Rows
from tui_app.widgets.typed_line import Typed

_HELP = action_of("any.help")
_ABOUT = {
    "home": "What needs attention today, most urgent first.",
    "agenda": "The items of the meeting in their order, with the minutes planned against the time available.",
    "backlog": "What was suggested between meetings, and what a meeting deferred or did not reach, "
    "until an agenda takes it.",
    "documents": "The documents of one item of the agenda: they go to the members with it, unless held back. "
    "It is told whether each file is in place and unchanged.",
    "minutes": "One line, one entry: type it and press Enter. What Enter will do stands under the line.",
    "consensus": "The text before the body and what each entity says of it: one key a position, "
    "so that arrows move here and letters do not.",
    "decisions": "The register of decisions of all meetings, searched as you type.",
    "actions": "Who has to do what by when, over all meetings.",
    "network": "The charter with its clauses, the roster, the chairs, the working groups, the workplan. "
    "A line of the workplan is typed as Data plan adopted [IOM] with ILO; "
    "gcm 1, 3; sdg 10.7; unsdcf 2.1; Q2 draft; Q4 plan adopted.",
    "papers": "The papers to hand out: see one, then write it to a file, or copy it. "
    "Completeness names the gaps in the files, History who changed what and when.",
    "versions": "What went to the members, version by version, with what has changed since, the comments on it, "
    "and corrigenda to adopted minutes.",
}


def about(place: str) -> str:
    """What a place is for, and how the keys lead to the meeting that is meant."""
    chosen = key_of("any.choose-meeting")
    back = {
        "home": f"{key_of('home.go')} goes to where it is dealt with. From another meeting, 3 or F4 leads back to the "
        f"one in session; one chosen with {chosen} stays.",
        "minutes": f"3 or F4 leads to the meeting in session, unless another one was chosen with {chosen}.",
    }
    return " ".join(filter(None, (_ABOUT.get(place, ""), back.get(place, ""))))


def moving(place: str) -> str:
    """The keys that move in a place, Tab where nothing else has it there."""
    taken = any("tab" in action.default_keys.split(",") for action in CATALOGUE if action.place == place)
    panes = f"{key_of('any.jump') if taken else 'Tab, ' + key_of('any.jump')} or a click to another pane"
    return f"arrows or j k, PgUp PgDn, Home End or g G; {panes}; Esc one step out, never further"


def more_words(above: bool, below: bool) -> str:
    """Where there is more to read, and the keys that lead there."""
    if above and below:
        return "More above and below: arrows, PgUp, PgDn, Home, End.   Esc closes."
    if below:
        return "More below: Down, PgDn, End.   Esc closes."
    return "More above: Up, PgUp, Home.   Esc closes." if above else "Esc closes."


def explain(place: Place) -> None:
    """Show the help of a place: where a line is being typed, the lines first."""
    place.app.push_screen(Help(place.NAME, typing=isinstance(place.focused, Typed)))


class Help(ModalScreen[None]):
    """The keys of one place, the lines that can be typed in the minutes, and the keys that work anywhere.

    `typing`: the lines stand first, since keys are typed then.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "Close"),
        Binding(_HELP.default_keys, "dismiss", "Close", id=_HELP.id),
    ]

    def __init__(self, place: str, *, typing: bool = False) -> None:
        super().__init__()
        self._place, self._typing = place, typing

    def compose(self) -> ComposeResult:
        """A title, one sentence, the keys."""
        with Vertical():
            yield Static(title_of(self._place), classes="title", markup=False)
            yield Static(about(self._place), markup=False)
            yield Rows(Column("", 12), Column(""))
            yield Keys(classes="note")

    def on_mount(self) -> None:
        """Fill the list, and keep saying where there is more of it."""
        rows = self.query_one(Rows)
        rows.show(self._rows())
        self.watch(rows, "scroll_y", self._say_more)
        self.watch(rows.vertical_scrollbar, "window_virtual_size", self._say_more)
        self.call_after_refresh(self._say_more)

    def on_resize(self) -> None:
        """Another window shows more of it, or less."""
        self.call_after_refresh(self._say_more)

    def _say_more(self) -> None:
        rows = self.query_one(Rows)
        self.query_one(Keys).say(more_words(rows.scroll_y > 0, rows.scroll_y < rows.max_scroll_y))

    def _rows(self) -> list[Row]:
        rows = [Row("", ("Keys here",), "heading"), *self._keys(self._place)]
        if self._place in ("minutes", "consensus"):
            lines = [Row("", ("Lines to type in the minutes",), "heading"), *self._lines()]
            rows = [*lines, *rows] if self._typing else [*rows, *lines]
        places = "  ".join(f"{p.number} or {p.function_key.upper()} {p.title}" for p in PLACES)
        ways = (Row("places", ("Places", places)), Row("moving", ("Moving", moving(self._place))))
        return [*rows, Row("", ("Anywhere",), "heading"), *ways, *self._keys(ANYWHERE)]

    def _keys(self, place: str) -> list[Row]:
        here = [action for action in CATALOGUE if action.place == place]
        return [Row(each.id, (" ".join(each.every_key) or "-", f"{each.title}: {each.help}")) for each in here]

    def _lines(self) -> list[Row]:
        plain = [("text", "a note under the current item"), ("UNHCR: text", "what an entity said"),
                 ("! UNHCR: text", "placed on record, printed with its author")]  # fmt: skip
        return [_line(form, does) for form, does in [*plain, *((c.form, c.does) for c in COMMANDS)]]


def _line(form: str, does: str) -> Row:
    """The command, or how the line begins; its words, and what it does."""
    command, _, words = form.partition(" ")
    return Row(form, (command, f"{words}  -  {does}" if words else does))
