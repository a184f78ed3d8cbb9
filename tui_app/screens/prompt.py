"""One line that asks for words, at the foot of a place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from tui_app.domain.frozen import dataclass
from tui_app.domain.problem import Problem
from tui_app.domain.text import clean
from tui_app.widgets.few_lines import FewLines
from tui_app.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from tui_app.app import MinutebookApp

Answers = dict[tuple[str, str], dict[str, str]]
"""What was typed and left: by place and chain, or place and single question, the words by their question."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: a label, what stands in the line already, what to do with the answer.

    `then` may raise Problem: its sentence is shown and the line stays open.
    `echo` says what Enter will do with the text so far; it may raise Problem
    too. `chain` names the chain of questions that this one begins, or goes on
    with after a dialog: what was answered in it is offered again until it succeeds,
    so it names the record that it is about.
    """

    label: str
    then: Callable[[str], object]
    text: str = ""
    echo: Callable[[str], str] | None = None
    chain: str = ""


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
        self._question: Question | None = None
        self._before: Widget | None = None
        self._chain = ""

    def compose(self) -> ComposeResult:
        """A label, the line, and what Enter will do."""
        yield Static("", classes="label", markup=False)
        yield AnswerLine()
        yield FewLines(classes="answer")

    def ask(self, question: Question) -> None:
        """Open the line with a question."""
        if not self.has_class("open"):
            self._before = self.screen.focused
            self._chain = ""
        self._chain = question.chain or self._chain
        self._question = question
        text = self._answers.get(self._key, {}).get(question.label, question.text)
        self.query_one(".label", Static).update(f"{question.label}   (Enter: done, Esc: leave it)")
        line = self.query_one(AnswerLine)
        line.begin(text)
        line.action_select_all()
        self.add_class("open")
        line.focus()
        self._answer(text)

    def action_put_away(self) -> None:
        """Close the line with nothing done; a chain of questions keeps what was typed."""
        if self._chain:
            self.keep_for_later()
        else:
            self._answers.pop(self._key, None)
        self._close()

    def keep_for_later(self) -> None:
        """What was typed is offered when the question is asked again, on this sheet or a new one like it."""
        question, words = self._question, self.query_one(AnswerLine).value
        if question is not None and (self._chain or words != question.text):
            self._answers.setdefault(self._key, {})[question.label] = words

    @property
    def _answers(self) -> Answers:
        return cast("MinutebookApp", self.app).answers_left

    @property
    def _key(self) -> tuple[str, str]:
        """Of the chain asked now, or of the single question."""
        return type(self.screen).__name__, self._chain or (self._question.label if self._question else "")

    def _close(self) -> None:
        """The focus goes back to where it was."""
        self._question = None
        self.remove_class("open")
        if self._before is not None:
            self._before.focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._answer(event.value)

    def _answer(self, text: str) -> None:
        shown = ""
        if self._question is not None and self._question.echo is not None and text.strip():
            try:
                shown = self._question.echo(text)
            except Problem as problem:
                shown = str(problem)
        self.query_one(FewLines).say(shown)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        question = self._question
        if question is None:
            return
        if self._chain:
            self.keep_for_later()
        try:
            question.then(clean(event.value)[0].replace("\n", " "))
        except Problem as problem:
            self.query_one(FewLines).say(str(problem))
            return
        if self._question is question:  # the answer may have asked the next question
            if not isinstance(self.app.screen, ModalScreen):  # nor does a dialog end the chain
                self._answers.pop(self._key, None)
            self._close()
