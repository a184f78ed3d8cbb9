"""Versions: what went to the members of a meeting's papers, what came back, what was put right; opened over Papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Static

from tui_app.commands.catalogue import key_of
from tui_app.commands.ways import with_key
from tui_app.documents.formats.formats import ending_of, in_format, require_format
from tui_app.domain.calendar import short_date
from tui_app.domain.meeting.circulated import CirculatedPaper, PaperKind, last_of
from tui_app.domain.meeting.comment import Comment, comment_words, treatment_words
from tui_app.domain.meeting.corrigendum import Corrigendum
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem
from tui_app.resources import stylesheet
from tui_app.screens.beside import Wide
from tui_app.screens.comment_asking import ask_answer, ask_comment, ask_corrigendum
from tui_app.screens.paper_lines import paper_lines
from tui_app.screens.place import bindings_of
from tui_app.screens.version_rows import NOW, comment_rows, corrigendum_rows, difference_lines, version_rows
from tui_app.services import filing
from tui_app.services.comments import comments_on
from tui_app.services.corrigenda import corrigenda_to, corrigendum_text
from tui_app.services.versions import compare, text_now
from tui_app.widgets.preview import Preview
from tui_app.widgets.rows import Column, Row, Rows
from tui_app.widgets.wrapping import Line, wrap

Shown = CirculatedPaper | Comment | Corrigendum | PaperKind | None
"""What the cursor can be on; a kind of paper: that paper as it stands."""


class Versions(Wide):
    """The versions of the agenda and the minutes of the meeting shown; Esc leads back to the papers."""

    CSS_PATH = stylesheet("papers")
    NAME = "versions"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("versions")

    def __init__(self, record: str = "") -> None:
        """`record`: the id of that on which the cursor begins, where it is not the version made last."""
        super().__init__()
        self._wanted = record
        self._on: dict[str, CirculatedPaper | Comment | Corrigendum] = {}
        self._whole = False

    def compose_body(self) -> ComposeResult:
        """Of which meeting, what went out and came back, and the one under the cursor."""
        yield Static("", id="versions-of", markup=False)
        with Container(id="versions-and-one"):
            yield Rows(Column("", 10), Column("", 12), Column(""), id="versions")
            yield Preview(id="version")

    # -- following the record --------------------------------------------

    def show_record(self) -> None:
        """What is on record now."""
        if self.meeting is None:
            self.dismiss(None)
            return
        meeting, book = self.meeting, self.book
        papers, comments = book.of(CirculatedPaper).of(meeting.id), comments_on(book, meeting)
        corrigenda = corrigenda_to(book, meeting)
        every: tuple[CirculatedPaper | Comment | Corrigendum, ...] = (*papers, *comments, *corrigenda)
        self._on = {each.id: each for each in every}
        adopted = short_date(meeting.adopted_on) if meeting.adopted_on else ""
        rows = [
            *version_rows(papers, PaperKind.MINUTES, adopted),
            *comment_rows(comments),
            *corrigendum_rows(corrigenda),
            *version_rows(papers, PaperKind.AGENDA),
        ]
        nothing = f"Nothing went to the members yet: {key_of('papers.circulate')} in Papers circulates the paper."
        none = [Row("", (nothing,), "heading")]
        self.query_one("#versions-of", Static).update(f"What went to the members: {meeting.symbol}, {meeting.title}")
        self.rows().show(rows or none, key=None if self.rows().rows else self._wanted or self._first(papers))
        self._show()

    def _first(self, papers: tuple[CirculatedPaper, ...]) -> str | None:
        """Where the cursor begins: on the version made last, or on the paper as it stands where that differs."""
        last = last_of(papers, PaperKind.MINUTES) or last_of(papers, PaperKind.AGENDA)
        if last is None:
            return None
        differs = compare(self.book, self.require_meeting(), last.kind).differ
        return f"{NOW}{last.kind}" if differs else last.id

    @on(Rows.Moved)
    def _moved(self) -> None:
        self._whole = False
        self._show()

    def _show(self) -> None:
        self.query_one(Preview).show(self._write(), from_top=True)

    def _write(self) -> Callable[[int], Iterable[Line]]:
        """What the preview writes of what is under the cursor."""
        try:
            return self._lines_of(self._under_cursor())
        except Problem as problem:
            return partial(_plain, with_key(problem))

    def _lines_of(self, shown: Shown) -> Callable[[int], Iterable[Line]]:
        if isinstance(shown, Comment):
            return partial(_plain, f"{comment_words(shown)}\n\n{treatment_words(shown)}")
        before = self._before(shown)
        if before is None or self._whole:
            return partial(paper_lines, self._text(shown))
        kind, after = (shown, 0) if isinstance(shown, PaperKind) else (before.kind, before.version + 1)
        return partial(difference_lines, compare(self.book, self.require_meeting(), kind, before.version, after))

    def _before(self, shown: Shown) -> CirculatedPaper | None:
        """The version with which a paper is compared: the one before it, if that was kept."""
        papers = [each for each in self._on.values() if isinstance(each, CirculatedPaper)]
        if isinstance(shown, PaperKind):
            return max((each for each in papers if each.kind is shown), key=lambda each: each.version, default=None)
        if isinstance(shown, CirculatedPaper):
            return next((e for e in papers if (e.kind, e.version) == (shown.kind, shown.version - 1)), None)
        return None

    def _text(self, shown: Shown) -> str:
        """A paper whole, as Markdown; empty where there is none."""
        meeting = self.require_meeting()
        if isinstance(shown, CirculatedPaper):
            return shown.text
        if isinstance(shown, Corrigendum):
            return corrigendum_text(self.book, meeting, shown)
        return text_now(self.book, meeting, shown) if isinstance(shown, PaperKind) else ""

    def _under_cursor(self) -> Shown:
        key = self.rows().key
        return PaperKind(key.removeprefix(NOW)) if key.startswith(NOW) else self._on.get(key)

    # -- doing -----------------------------------------------------------

    def action_back(self) -> None:
        """One step out, from the list back to the papers."""
        if not self.step_out():
            self.dismiss(None)

    def action_preview(self) -> None:
        """Between the list and the text."""
        target = self.rows() if self.query_one(Preview).has_focus else self.query_one(Preview)
        target.focus()

    def action_whole(self) -> None:
        """The whole text in place of the differences, and back."""
        if self._before(self._under_cursor()) is None:
            self.tell("There is no version before this one to compare it with: all of it is shown.", wrong=True)
            return
        self._whole = not self._whole
        self._show()

    def action_comment(self) -> None:
        """Ask whose comment it is, what it says, and when it came in."""
        self.attempt(lambda: ask_comment(self))

    def action_answer(self) -> None:
        """Ask what was done about the comment under the cursor."""
        shown = self._under_cursor()
        comment = shown if isinstance(shown, Comment) else None
        self.attempt(lambda: ask_answer(self, comment))

    def action_corrigendum(self) -> None:
        """Ask what adopted minutes say, what is right, and who decided it."""
        self.attempt(lambda: ask_corrigendum(self))

    def action_export(self) -> None:
        """Write the paper under the cursor to a file."""
        self.attempt(lambda: self._ask_where(self._under_cursor(), self.require_meeting()))

    def _ask_where(self, shown: Shown, meeting: Meeting) -> None:
        text, language = self._text(shown), self.book.charter.language
        if not text:
            raise Problem("There is no paper under the cursor: a version, or a corrigendum, can be written to a file.")
        name = " ".join((self.book.charter.symbol, meeting.symbol.replace("/", "-"), _named(shown))) + ".md"

        def written(typed: str) -> None:
            path = filing.read_file_path(typed, name)
            form = require_format(_kind(shown), ending_of(path))
            content = in_format(text, form.name, language=language)
            self.tell(f"Written: {filing.file_away(content, path)}")

        self.ask("Write it (.md, .html, .docx) to", written, text=str(filing.papers_folder() / name), reads=True)


def _named(shown: Shown) -> str:
    """What a file of it is called, behind the meeting."""
    if isinstance(shown, CirculatedPaper):
        return f"{shown.kind} v{shown.version}"
    return shown.number if isinstance(shown, Corrigendum) else str(shown)


def _kind(shown: Shown) -> PaperKind:
    """Of which kind of paper it is; a corrigendum is one to the minutes."""
    if isinstance(shown, CirculatedPaper):
        return shown.kind
    return shown if isinstance(shown, PaperKind) else PaperKind.MINUTES


def _plain(text: str, width: int) -> list[Line]:
    return [((line, ""),) for line in wrap(text, width)]
