"""The first start: choose a charter, say who you are, done; or open a register that is there, or the sample year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
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
from tui_app.domain.frozen import dataclass
from tui_app.domain.problem import Problem
from tui_app.services.book import Book
from tui_app.services.charters import BLANK, charter_names, is_blank, load_charter
from tui_app.services.own_zone import own_zone
from tui_app.services.registers import SAMPLE, free_folder, make, open_book, places, read_setting, unused
from tui_app.widgets.clicked import Keys
from tui_app.widgets.rows import Column, Row, Rows

_OWN, _SAMPLE = "own", "sample"
_CHOOSE = "Arrows move, Enter chooses, s: sample year, Esc leaves."


@dataclass(frozen=True, slots=True)
class _Question:
    """A question for words: what is done with them, which are proposed, what they will be, what is said at once."""

    question: str
    then: Callable[[str], object]
    words: str = ""
    echo: Callable[[str], str] | None = None
    said: str = ""


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
        self._asked: list[_Question] = []
        """One after the other, the last one open; none while the rows are chosen from."""

    def compose(self) -> ComposeResult:
        """A title, what can be chosen, one line for words, the keys."""
        with Vertical():
            yield Static("Minutebook: whose meetings do you keep?", classes="title", markup=False)
            yield Rows(Column("what", 15), Column(""))
            yield Static("", id="question", markup=False)
            yield Input(id="words")
            yield Static("", id="answer", markup=False)
            yield Keys(_CHOOSE, id="keys", classes="note")

    def on_mount(self) -> None:
        """Show what can be chosen; nothing is asked yet."""
        there = [Row(key, (folder.name, f"open it: {folder}")) for key, folder in self._found.items()]
        if there:
            there = [Row("", ("Registers on this laptop",), "heading"), *there, Row("", ("A new one",), "heading")]
        self.query_one(Rows).show([*there, *map(_charter_row, charter_names()), *_OTHER_ROWS])
        self.query_one(Rows).focus()

    # -- asking ----------------------------------------------------------

    def _ask(self, question: _Question) -> None:
        """Ask it; Esc leads back to the one before, with the words that were typed there."""
        if self._asked:
            self._asked[-1] = replace(self._asked[-1], words=self.query_one(Input).value)
        self._asked.append(question)
        self._show_question()

    def _show_question(self) -> None:
        """The last one asked; where none is, the rows."""
        line, asks = self.query_one(Input), bool(self._asked)
        now = self._asked[-1] if asks else _Question("", self._take_charter)
        self.set_class(asks, "asking")
        self.query_one("#question", Static).update(now.question)
        line.value = now.words
        line.select_all()
        self._answer(now.said)
        self.query_one(Keys).say("Enter goes on, Esc goes back." if asks else _CHOOSE)
        (line if asks else self.query_one(Rows)).focus()

    def _answer(self, sentence: str) -> None:
        self.query_one("#answer", Static).update(sentence)

    def action_back(self) -> None:
        """One step back; from the first one, leave."""
        if self._asked:
            self._asked.pop()
            self._show_question()
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
            where = "Where is your charter? A TOML file, as in ~/Documents/my-network.toml"
            self._ask(_Question(where, self._take_charter))
        else:
            self._attempt(lambda: self._take_charter(key))

    def action_look_around(self) -> None:
        """Open the sample year, which is played first."""
        self.query_one(Keys).say("The sample year is being played ...")
        self.call_after_refresh(self._play)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self._attempt(lambda: self._asked[-1].then(event.value))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """What Enter will make of the words is shown before it."""
        echo = self._asked[-1].echo if self._asked else None
        if echo is not None:
            self._attempt(lambda: self._answer(echo(event.value) if event.value.strip() else ""))

    # -- making ----------------------------------------------------------

    def _take_charter(self, name: str) -> None:
        if not name.strip():
            raise Problem("Give the path of the file, as in ~/Documents/my-network.toml.")
        charter = load_charter(name)
        if is_blank(charter):
            self._ask(_Question(f"What is the network called? As in {NAME_FORM}", self._name_network, echo=_numbered))
        else:
            self._ask_who(charter)

    def _name_network(self, name: str) -> None:
        self._charter = named(load_charter(BLANK), name)
        where = "In which time zone does it meet? A city will do, as in Accra."
        self._ask(_Question(where, self._take_zone, own_zone(), _what_time))

    def _take_zone(self, zone: str) -> None:
        if self._charter is not None:
            self._ask_who(in_zone(self._charter, zone))

    def _ask_who(self, charter: Charter) -> None:
        self._charter = charter
        who = "Who are you? Your name stands in the minutes as who took them."
        there = f"{charter.name}; its register will lie in {free_folder(charter)}"
        self._ask(_Question(who, self._make, read_setting("me"), said=there))

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
    return f"Its decisions are numbered as {symbol}/2026/Q3/D01. Another symbol may follow behind a comma."


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
