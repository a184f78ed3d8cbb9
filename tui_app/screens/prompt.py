"""One line that asks for words, at the foot of a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_app.commands.ways import with_key
from tui_app.domain.frozen import dataclass
from tui_app.domain.problem import Problem
from tui_app.domain.text import clean
from tui_app.services.half_answered import HalfAnswered
from tui_app.services.half_typed import Key
from tui_app.widgets.few_lines import FewLines
from tui_app.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from tui_app.app import MinutebookApp


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a label, what stands in the line already, what to do with the answer.

    `then` may raise Problem: its sentence is shown and the line stays open.
    `echo` says what Enter will do with the text so far; it may raise Problem
    too. `chain` names the chain of questions that this one begins, or goes on
    with after a dialog: what was answered in it is offered again until it succeeds,
    so it names the record that it is about; `about` is that record for a question alone.
    """

    label: str
    then: Callable[[str], object]
    text: str = ""
    echo: Callable[[str], str] | None = None
    chain: str = ""
    about: str = ""


class AnswerLine(TypedLine):
    """The line of a question; what is taken back there is never the record."""

    def take_back(self) -> bool:
        """Take the last words back; nothing else is meant while a question stands."""
        super().take_back()
        return True

    def bring_back(self) -> bool:
        """Type them again."""
        super().bring_back()
        return True


class PromptLine(Vertical):
    """Asks one question at a time; Esc puts it away with nothing done.

    What stands in the line already is selected: the first character typed or pasted takes its place, an arrow key or
    End keeps it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "put_away", "Cancel", show=False)]

    def __init__(self) -> None:
        super().__init__(id="prompt")
        self._line = AnswerLine()
        self._question: Question | None = None
        self._before: Widget | None = None
        self._chain, self._key = "", ("", "")
        self._behind_dialog: Key | None = None

    def ask(self, question: Question) -> None:
        """Open the line with a question; the first one makes it: a label, the line, and what Enter will do."""
        if not self._line.parent:
            self.mount(Static("", classes="label", markup=False), self._line, FewLines(classes="answer"))
        if not self.has_class("open"):
            self._before = self.screen.focused
            self._chain, self._key = "", (type(self.screen).__name__, f"{question.label} {question.about}".rstrip())
        if question.chain:
            self._chain, self._key = question.chain, (self._key[0], question.chain)
        self._question = question
        self._end_what_led_here()
        text = self._left.words(self._key).get(question.label, question.text)
        self.query_one(".label", Static).update(question.label)
        self._line.begin(text)
        self._line.action_select_all()
        self.add_class("open")
        self._line.focus()
        self._answer(text)

    def action_put_away(self) -> None:
        """Close the line with nothing done; a chain of questions keeps what was typed, while the program runs."""
        if self._chain:
            self._keep()
            self._left.put_away(self._key)
        else:
            self._left.forget(self._key)
        self._close()

    def dialog_answered(self, *, done: bool) -> None:
        """A dialog to which an answer led was answered, too: with something `done`, or left."""
        if self._behind_dialog and not self.has_class("open") and not isinstance(self.app.screen, ModalScreen):
            (self._left.forget if done else self._left.put_away)(self._behind_dialog)
            self._behind_dialog = None

    def _end_what_led_here(self) -> None:
        """What was answered before a dialog is done with, unless its chain goes on behind it."""
        if self._behind_dialog and self._behind_dialog != self._key:
            self._left.forget(self._behind_dialog)
        self._behind_dialog = None

    def _keep(self) -> None:
        if self._question is not None:
            self._left.keep(self._key, self._question.label, self._line.value)

    def _keep_typed(self) -> None:
        """What is proposed is not typed."""
        question, words = self._question, self._line.value
        if question is not None and words != self._left.words(self._key).get(question.label, question.text):
            self._keep()

    @property
    def _left(self) -> HalfAnswered:
        return cast("MinutebookApp", self.app).half_answered

    def _close(self) -> None:
        """The focus goes back to where it was."""
        self._question = None
        self.remove_class("open")
        if self._before is not None:
            self._before.focus()

    def on_unmount(self) -> None:
        """Leaving may come before the last letters are on the disk."""
        if self._question is not None:
            self._keep_typed()
            self._left.write()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._answer(event.value)
        self._keep_typed()
        self.call_after_refresh(self._left.write)

    def _answer(self, text: str) -> None:
        shown = ""
        if self._question is not None and self._question.echo is not None and text.strip():
            try:
                shown = self._question.echo(text)
            except Problem as problem:
                shown = with_key(problem)
        self.query_one(FewLines).say(shown)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        question = self._question
        if question is None:
            return
        if self._chain:
            self._keep()
        try:
            question.then(clean(event.value)[0].replace("\n", " "))
        except Problem as problem:
            self.query_one(FewLines).say(with_key(problem))
            return
        if self._question is question:  # the answer may have asked the next question
            self._end()
            self._close()

    def _end(self) -> None:
        """Nothing more is asked on this line; a dialog may still go on with it, or show what came of it."""
        from tui_app.screens.asking import Choose, Confirm

        if not isinstance(self.app.screen, ModalScreen):
            self._left.forget(self._key)
        elif isinstance(self.app.screen, Choose | Confirm):
            self._behind_dialog = self._key
        else:
            self._left.put_away(self._key)
