"""What a screen and its user say to each other: sentences above the keys, words asked for, choices, what is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.screen import Screen
from textual.widgets import Input, Static

from tui_app.commands.catalogue import key_of
from tui_app.commands.ways import with_key
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem
from tui_app.screens.prompt import PromptLine, Question
from tui_app.services.book import Book
from tui_app.widgets.rows import Column, Row

if TYPE_CHECKING:
    from tui_app.app import MinutebookApp


class Dialogue(Screen[None]):
    """A screen on the open register that tells its user something and asks for something.

    It has a prompt line, and `#told` for the sentences.
    """

    NAME: ClassVar[str] = ""

    def __init__(self) -> None:
        super().__init__()
        self._told = tuple[str, ...]()

    @property
    def minutebook(self) -> MinutebookApp:
        """The application."""
        return cast("MinutebookApp", self.app)

    @property
    def book(self) -> Book:
        """The open register."""
        return self.minutebook.book

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that the places show, as it is now."""
        return self.minutebook.meeting

    def require_meeting(self) -> Meeting:
        """The meeting shown; Problem with the key that adds one."""
        if self.meeting is None:
            raise Problem(f"There is no meeting yet: {key_of('any.new-meeting')} plans one.")
        return self.meeting

    # -- telling ---------------------------------------------------------

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do it; a Problem is told in its own words. Whether it was done."""
        try:
            deed()
        except Problem as problem:
            self.tell(with_key(problem, self.NAME), wrong=True)
            return False
        return True

    def tell(self, sentence: str, *, wrong: bool = False) -> None:
        """One sentence above the keys, below what was told just now, until the next key; `wrong`: it was not done."""
        if sentence:
            self._show_told((*self._told, sentence), wrong=wrong)
        if wrong:
            self.minutebook.keys_in_turn.refused()

    def _show_told(self, sentences: tuple[str, ...], *, wrong: bool = False) -> None:
        self._told = sentences
        told = self.query_one("#told", Static)
        told.update("\n".join(sentences))
        told.set_class(wrong, "-wrong")
        told.display = bool(sentences)

    def forget(self) -> None:
        """What was told has been read, or is so no more."""
        if self._told:
            self._show_told(())

    def on_key(self) -> None:
        """A key comes here before it does what it is bound to, which may tell something again."""
        self.forget()

    @on(Input.Changed)
    def _typed_on(self, event: Input.Changed) -> None:
        """A text field keeps its keys for itself; that it was emptied is the program's doing."""
        if event.value:
            self.forget()

    def on_screen_suspend(self) -> None:
        """Another place, or a question over this one: what was told was about what went before."""
        self.forget()

    # -- asking ----------------------------------------------------------

    def ask(self, label: str, then: Callable[[str], object], *, text: str = "",
            echo: Callable[[str], str] | None = None, chain: str = "", about: str = "",
            reads: bool = False) -> bool:  # fmt: skip
        """Ask for words on the prompt line; `then` is called with the answer and may raise Problem (see `Question`).

        Where nothing can be written, only what `reads` is asked; of anything else it is told why not. Whether it was.
        """
        asks = reads or self.attempt(self.book.register.check_writable)
        if asks:
            of = about or (self.meeting.id if self.meeting else "")
            self.query_one(PromptLine).ask(Question(label, then, text, echo, chain, of))
        return asks

    def choose(self, title: str, rows: Iterable[Row], *columns: Column, then: Callable[[str], object], key: str = "",
               note: str = "") -> None:  # fmt: skip
        """Offer rows of which one is chosen for a change; `then` is called with its key and may raise Problem.

        Where nothing can be written it is told why not. What only reads shows a `Choose` by itself.
        """
        from tui_app.screens.asking import Choose

        def chosen(answer: str | None) -> None:
            done = answer is not None and self.attempt(lambda: then(answer))
            self.query_one(PromptLine).dialog_answered(done=done)

        if self.attempt(self.book.register.check_writable):
            self.app.push_screen(Choose(title, rows, *columns, key=key, note=note), chosen)

    def confirm(self, question: str, sentences: Iterable[str], verb: str, then: Callable[[], object]) -> None:
        """Ask before a change that is hard to reverse; `then` is called once it is meant, and may raise Problem.

        Where nothing can be written it is told why not.
        """
        from tui_app.screens.asking import Confirm

        def answered(yes: bool | None) -> None:
            done = bool(yes) and self.attempt(then)
            self.query_one(PromptLine).dialog_answered(done=done)

        if self.attempt(self.book.register.check_writable):
            self.app.push_screen(Confirm(question, sentences, verb), answered)
