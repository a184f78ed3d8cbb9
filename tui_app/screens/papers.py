"""Papers: what is handed out, seen first, then written to a file, circulated, adopted."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from tui_app.commands.catalogue import actions_of, key_of
from tui_app.commands.ways import with_key
from tui_app.documents.markdown import escape, paragraph
from tui_app.domain.problem import Problem
from tui_app.domain.reports.report import Report
from tui_app.resources import stylesheet
from tui_app.screens import report_asking
from tui_app.screens.circulation_asking import ask_adoption, ask_circulation
from tui_app.screens.copying import copy_as_text
from tui_app.screens.file_asking import ask_file, ask_format
from tui_app.screens.gaps import ask_reason
from tui_app.screens.history_shown import HISTORY, HistoryShown
from tui_app.screens.lacking_shown import go_to_lacking, lacking_lines
from tui_app.screens.paper_chosen import ONE, Chosen, paper_rows
from tui_app.screens.paper_lines import paper_lines
from tui_app.screens.place import bindings_of
from tui_app.screens.resting import Resting
from tui_app.screens.showing import show_on_desktop
from tui_app.services import filing
from tui_app.services.lacking import Lack, lacking
from tui_app.services.reports import refresh, remarks
from tui_app.widgets.laid_out import LaidOut
from tui_app.widgets.preview import Preview
from tui_app.widgets.rows import Column, Rows

_WIDTH = 15


class Papers(HistoryShown):
    """The papers on the left, the one under the cursor on the right: the cursor moves first, the paper follows."""

    CSS_PATH = stylesheet("papers")
    NAME = "papers"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("papers")

    def __init__(self) -> None:
        super().__init__()
        self._key = self._shown = ""
        self._resting = Resting(self, self._catch_up)
        self._public = False
        self._lacks: tuple[Lack, ...] = ()
        self._written: Path | None = None

    def compose_body(self) -> ComposeResult:
        """The list and the preview."""
        with Horizontal(id="desk"):
            yield Rows(Column("paper", _WIDTH), wraps=False, id="papers")
            with Vertical(id="paper"):
                yield Static("", id="lacking", markup=False)
                yield Preview(id="preview")

    @property
    def chosen(self) -> Chosen:
        """The paper under the cursor."""
        return Chosen(self._key, self.meeting.symbol if self.meeting else None, public=self._public)

    # -- following the record --------------------------------------------

    def show_record(self) -> None:
        """The list, and the paper under the cursor as it would be written now."""
        first = "" if self.rows().rows else self._first_kind()
        self.rows().show(paper_rows(self.book), key=first or None)
        self._take(self.rows().key)
        self._show_paper()

    def seek(self, record: str) -> None:
        """A kind of paper, or a report by its symbol."""
        self.rows().go_to(f"{ONE}{record}" if "/" in record else record)

    def _first_kind(self) -> str:
        meeting = self.meeting
        return "minutes" if meeting is not None and meeting.held else "agenda"

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        if event.key == self._key:
            return
        self._take(event.key)
        self._resting.moved()

    def _take(self, key: str) -> None:
        """What the keys are about from now on."""
        self._public = self._public and key == self._key
        self._key = key
        self.show_hints()

    @property
    def follows(self) -> bool:
        """Whether the paper under the cursor is still to be shown."""
        return self._shown != self._key

    def _catch_up(self) -> None:
        if self.follows:
            self._show_paper()

    def _show_paper(self) -> None:
        from_top, self._shown = self.follows, self._key
        self._show_lacks()
        if self._key == HISTORY:
            self.show_history(from_top=from_top)
            return
        try:
            shown = self.chosen.shown(self.book)
        except Problem as problem:
            shown = paragraph(escape(with_key(problem)))
        self.query_one(Preview).show(partial(paper_lines, shown), from_top=from_top)

    def _show_lacks(self) -> None:
        """What the paper lacks, in two lines above it."""
        self._lacks = lacking(self.book, self._key, self.meeting)
        line = self.query_one("#lacking", Static)
        line.update(LaidOut(partial(lacking_lines, self._lacks)))
        line.display = bool(self._lacks)

    def hints(self) -> str:
        """The keys that matter with the paper under the cursor."""
        own = {action.method: action for action in actions_of(self.NAME)}
        here = [own[method] for method in Chosen(self._key, None).hints]
        return "  ".join(f"{a.key} {a.hint}" for a in (*here, own["help"], own["quit"]) if a.key)

    # -- the paper shown -------------------------------------------------

    def action_preview(self) -> None:
        """Between the list and the preview."""
        target = self.rows() if self.query_one(Preview).has_focus else self.query_one(Preview)
        target.focus()

    def action_public(self) -> None:
        """Between the paper as the members read it and its public version."""
        self._public = not self._public
        self._show_paper()
        public = f"The public version: {key_of('papers.public')} leads back to the internal one."
        self.tell(public if self._public else "The internal paper.")

    def action_export(self) -> None:
        """Ask where, then write the file."""
        self.attempt(lambda: ask_file(self, self.chosen, self._tell_written))

    def action_format(self) -> None:
        """Ask for another format, then where."""
        self.attempt(lambda: ask_format(self, self.chosen, self._tell_written))

    def _tell_written(self, path: Path) -> None:
        self._written = path
        file, folder = key_of("papers.open-file"), key_of("papers.open-folder")
        self.tell(f"Written: {path}   ({file} opens it, {folder} its folder)")

    def action_open_file(self) -> None:
        """Open the file that was written last."""
        if self._written is None:
            write = key_of("papers.export")
            self.tell(f"Nothing was written yet: {write} writes the paper under the cursor to a file.", wrong=True)
        else:
            show_on_desktop(self, self._written)

    def action_open_folder(self) -> None:
        """Open the folder of the paper that was written last."""
        folder = self._written.parent if self._written else filing.papers_folder()
        if folder.is_dir():
            show_on_desktop(self, folder)
        else:
            self.tell(f"Nothing was written yet: papers will go to {folder}.", wrong=True)

    def action_copy(self) -> None:
        """Copy the paper as text for a mail."""
        otherwise = f"If nothing arrives, {key_of('papers.export')} writes a file."
        self.attempt(lambda: copy_as_text(self, self.chosen.text(self.book), self.tell, otherwise))

    def action_lacking(self) -> None:
        """Go to what the paper lacks."""
        if self.follows:
            self._show_lacks()
        self.attempt(lambda: go_to_lacking(self, self._lacks))

    def action_explain(self) -> None:
        """Give the reason for a gap of the files that will stay."""
        self.attempt(lambda: ask_reason(self, self.require_meeting()))

    # -- the report under the cursor -------------------------------------

    def action_new_report(self) -> None:
        """Ask which, on which days and for whom, then draft it."""

        def drafted(report: Report) -> None:
            self.rows().go_to(f"{ONE}{report.symbol}")
            for sentence in remarks(self.book, report):
                self.tell(sentence)

        self.attempt(lambda: report_asking.ask_new(self, drafted))

    def action_section(self) -> None:
        """Choose a section and write it."""
        self.attempt(lambda: report_asking.ask_section(self, self.chosen.report(self.book)))

    def action_refresh(self) -> None:
        """Draft anew what was not edited."""
        self.attempt(self._refresh)

    def _refresh(self) -> None:
        report = self.chosen.report(self.book)
        again = refresh(self.book, report)
        if again.sections == report.sections:
            self.tell(f"Nothing that {report.symbol} tells has changed on record: it stands as it was.")

    def action_send(self) -> None:
        """Ask to whom it was sent, then freeze it."""
        self.attempt(lambda: report_asking.ask_sent(self, self.chosen.report(self.book)))

    # -- the meeting -----------------------------------------------------

    def action_circulate(self) -> None:
        """Record that the agenda or the minutes went to the members."""
        self.attempt(lambda: ask_circulation(self))

    def action_adopt(self) -> None:
        """Ask, since it cannot be undone, then adopt the minutes."""
        self.attempt(lambda: ask_adoption(self))

    def action_versions(self) -> None:
        """What went to the members, and what came back."""
        from tui_app.screens.versions import Versions

        self.attempt(lambda: (self.require_meeting(), self.app.push_screen(Versions())))
