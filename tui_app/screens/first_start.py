"""The first start: choose a charter, say who you are, done; or open a register that is there, or the sample year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui_app.commands.ways import with_key
from tui_app.domain.charter.charter import Charter
from tui_app.domain.charter.naming import NAME_FORM, in_zone, named
from tui_app.domain.charter.zones import zone_meant
from tui_app.domain.problem import Problem
from tui_app.services.book import Book
from tui_app.services.charters import BLANK, charter_names, is_blank, load_charter
from tui_app.services.own_zone import own_zone
from tui_app.services.registers import SAMPLE, free_folder, make, open_book, places, read_setting, unused
from tui_app.widgets.clicked import Keys
from tui_app.widgets.rows import Column, Row, Rows

_OWN, _SAMPLE = "own", "sample"
_CHOOSE = "Arrows move, Enter chooses, s: sample year, Esc leaves."


class FirstStart(ModalScreen[Book | None]):
    """Makes a register, or opens one of those `found`, and answers with it, open; None if it was left with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose"),
        Binding("escape", "back", "Back"),
        Binding("s", "look_around", "Sample year"),
    ]

    def __init__(self, found: Sequence[Path] = ()) -> None:
        super().__init__()
        self._found = {str(folder): folder for folder in found}
        self._charter: Charter | None = None
        self._then: Callable[[str], object] = self._take_charter
        self._echo: Callable[[str], str] | None = None

    def compose(self) -> ComposeResult:
        """A title, what can be chosen, one line for words, the keys."""
        with Vertical():
            yield Static("Minutebook: whose meetings do you keep?", classes="title", markup=False)
            yield Rows(Column("what", 14), Column(""))
            yield Static("", id="question", markup=False)
            yield Input(id="words")
            yield Static("", id="answer", markup=False)
            yield Keys(_CHOOSE, id="keys", classes="note")

    def on_mount(self) -> None:
        """Show what can be chosen; nothing is asked yet."""
        self._ask("")
        there = [Row(key, (folder.name, f"open it: {folder}")) for key, folder in self._found.items()]
        if there:
            there = [Row("", ("Registers on this laptop",), "heading"), *there, Row("", ("A new one",), "heading")]
        self.query_one(Rows).show([*there, *map(_charter_row, charter_names()), *_OTHER_ROWS])

    # -- asking ----------------------------------------------------------

    def _ask(self, question: str, text: str = "", echo: Callable[[str], str] | None = None) -> None:
        """Ask for words, of which `echo` says what they will be; without a question, back to the rows."""
        line, self._echo = self.query_one(Input), echo
        self.set_class(bool(question), "asking")
        self.query_one("#question", Static).update(question)
        self._answer("")
        line.value = text
        line.select_all()
        self.query_one(Keys).say("Enter goes on, Esc goes back." if question else _CHOOSE)
        (line if question else self.query_one(Rows)).focus()

    def _answer(self, sentence: str) -> None:
        self.query_one("#answer", Static).update(sentence)

    def action_back(self) -> None:
        """One step back; from the first one, leave."""
        if self.has_class("asking"):
            self._charter = None
            self._ask("")
        else:
            self.dismiss(None)

    @on(Rows.Chosen)
    def action_choose(self) -> None:
        """Go on with the row under the cursor."""
        key = self.query_one(Rows).key
        if key == _SAMPLE:
            self.action_look_around()
        elif key in self._found:
            self._attempt(lambda: self.dismiss(open_book(self._found[key])))
        elif key == _OWN:
            self._then = self._take_charter
            self._ask("Where is your charter? A TOML file, as in ~/Documents/my-network.toml")
        else:
            self._attempt(lambda: self._take_charter(key))

    def action_look_around(self) -> None:
        """Open the sample year, which is played first."""
        self.query_one(Keys).say("The sample year is being played ...")
        self.call_after_refresh(self._play)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self._attempt(lambda: self._then(event.value))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """What Enter will make of the words is shown before it."""
        echo = self._echo
        if echo is not None and event.value.strip():
            self._attempt(lambda: self._answer(echo(event.value)))

    # -- making ----------------------------------------------------------

    def _take_charter(self, name: str) -> None:
        if not name.strip():
            raise Problem("Give the path of the file, as in ~/Documents/my-network.toml.")
        charter = load_charter(name)
        if is_blank(charter):
            self._then = self._name_network
            self._ask(f"What is the network called? As in {NAME_FORM}", echo=_numbered)
        else:
            self._ask_who(charter)

    def _name_network(self, name: str) -> None:
        self._charter, self._then = named(load_charter(BLANK), name), self._take_zone
        self._ask("In which time zone does it meet? A city will do, as in Accra.", own_zone(), _what_time)

    def _take_zone(self, zone: str) -> None:
        if self._charter is not None:
            self._ask_who(in_zone(self._charter, zone))

    def _ask_who(self, charter: Charter) -> None:
        self._charter, self._then = charter, self._make
        self._ask("Who are you? Your name stands in the minutes as who took them.", read_setting("me"))
        self._answer(f"{charter.name}; its register will lie in {free_folder(charter)}")

    def _attempt(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except Problem as problem:
            self._answer(with_key(problem))

    def _make(self, name: str) -> None:
        if self._charter is None or not name.strip():
            raise Problem("Type your name, as in A. Otieno.")
        self.dismiss(make(self._charter, free_folder(self._charter), name))

    def _play(self) -> None:
        from tui_app.services.sample_year import play

        self._attempt(lambda: self.dismiss(play(unused(places().registers / SAMPLE), to_the_end=False)))
        self.query_one(Keys).say(_CHOOSE)


def _numbered(name: str) -> str:
    symbol = named(load_charter(BLANK), name).symbol
    return f"Its decisions: {symbol}/2026/Q3/D01. Another symbol may follow behind a comma."


def _what_time(zone: str) -> str:
    meant = zone_meant(zone)
    return f"{meant}, where it is {datetime.now(ZoneInfo(meant)):%H:%M} now."


def _charter_row(name: str) -> Row:
    if name == BLANK:
        return Row(name, ("Blank", "another network: no rule, no member yet"))
    return Row(name, (name.capitalize(), load_charter(name).name))


_OTHER_ROWS = (
    Row(_OWN, ("A charter file", "a charter of your own (a TOML file)")),
    Row(_SAMPLE, ("Look around", "in the sample year of an invented Kenyan network")),
)
