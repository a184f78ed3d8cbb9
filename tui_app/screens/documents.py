"""Documents: those of one item of the agenda, opened over it; recorded, versioned, sent, and their files looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import day_and_date, read_past_date
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.document import Document, FileState
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem
from tui_app.resources import stylesheet
from tui_app.screens.beside import Beside
from tui_app.screens.document_rows import about, document_rows, whole_rows
from tui_app.screens.place import bindings_of
from tui_app.services import documents
from tui_app.services.book import Book
from tui_app.services.correcting import require_correctable
from tui_app.services.document_files import find_file, looks_like_path, require_file
from tui_app.widgets.few_lines import Cut
from tui_app.widgets.rows import Column, Row, Rows


class Documents(Beside):
    """The documents of one item; Esc leads back to the agenda."""

    CSS_PATH = stylesheet("agenda")
    NAME = "documents"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("documents")

    def __init__(self, item: AgendaItem) -> None:
        super().__init__()
        self._item = item
        self._documents: tuple[Document, ...] = ()
        self._states: dict[str, tuple[FileState, ...]] = {}

    def compose_body(self) -> ComposeResult:
        """Which item, its documents, and the one under the cursor in words."""
        yield Static("", id="of-item", markup=False)
        columns = (Column("no.", 5), Column("version", 7), Column("received", 11, narrow=0), Column("circulated", 14),
                   Column("file", 9), Column("title"))  # fmt: skip
        yield from self.compose_beside(Rows(*columns, titles=True))
        yield Cut(id="about-document")

    def on_screen_resume(self) -> None:
        """Seen again, before the place looks whether it must show anything: files change without the record."""
        self._stale = True

    def show_headline(self) -> None:
        """The clock has gone on, and with it what lies on the disk: a file may have come, changed, or gone."""
        super().show_headline()
        if documents.file_states(self.book, self._documents) != self._states:
            self.show_record()

    def show_record(self) -> None:
        """The documents as they are; whether their files are in place is looked at now."""
        if self.meeting is None or self.meeting.id != self._item.meeting:
            self.dismiss(None)  # another meeting was chosen
            return
        agenda = self.book.agenda(self._item.meeting)
        number, title = agenda.numbers.get(self._item.id, "-"), self._item.title
        self._documents = documents.under(self.book, self._item)
        self._states = documents.file_states(self.book, self._documents)
        self.query_one("#of-item", Static).update(
            f"Documents of item {number}, {title} (for {self._item.purpose.value})"
        )
        none = [Row("", (f"No document yet: {key_of('documents.add')} records one.",), "heading")]
        self.rows().show(document_rows(self._documents, self._states) or none)
        self._show_document()
        self.show_beside_later()

    @on(Rows.Moved)
    def _show_document(self) -> None:
        document = self._document(self.rows().key)
        words = about(document, self._states[document.id]) if document else ""
        self.query_one(Cut).say(words)

    def whole(self, key: str) -> list[Row]:
        """The document under the cursor with every version of it."""
        document = self._document(key)
        return whole_rows(document, self._states[document.id]) if document else []

    def _document(self, key: str) -> Document | None:
        id, _, _ = key.partition(":")
        return next((document for document in self._documents if document.id == id), None)

    def _on_document(self, deed: Callable[[Document], object]) -> None:
        def do() -> None:
            document = self._document(self.rows().key)
            if document is None:
                raise Problem(f"There is no document under the cursor: {key_of('documents.add')} records one.")
            deed(document)

        self.attempt(do)

    def action_back(self) -> None:
        """One step out, from the list back to the agenda."""
        if not self.step_out():
            self.dismiss(None)

    # -- recording -------------------------------------------------------

    def action_add(self) -> None:
        """Ask for a file, or for a title."""
        self.attempt(self._ask_file)

    def _ask_file(self) -> None:
        require_correctable(self.book.of(Meeting).get(self._item.meeting))
        self.ask(
            "Its file with its folder, or its title",
            self._ask_title,
            echo=self._echo_file,
            chain=f"document of {self._item.id}",
        )

    def _echo_file(self, text: str) -> str:
        found = find_file(self.book, text)
        return f"File: {found}" if found else f"No such file; its title: {self._title(text)}"

    def _title(self, text: str) -> str:
        """A text that is no file as a title; Problem where a file was meant."""
        if looks_like_path(text):
            require_file(self.book, text)
        return text.strip()

    def _ask_title(self, text: str) -> None:
        found = find_file(self.book, text)

        def add(title: str) -> None:
            submission = documents.Submission(file=found, title=title.strip())
            added = documents.add_document(self.book, self.require_meeting(), self._item.id, submission)
            self.rows().go_to(added.id)
            self.tell(documents.on_the_table_twice(self.book, added))

        if found is None:
            add(self._title(text))
        else:
            self.ask("Its title", add, text=found.stem)

    def action_version(self) -> None:
        """Ask for the file of a new version."""
        self._on_document(self._ask_version)

    def _ask_version(self, document: Document) -> None:
        def record(text: str) -> None:
            changed = documents.add_version(self.book, document, require_file(self.book, text))
            self.tell(documents.overwritten(changed))

        require_correctable(self.require_meeting())
        self.ask(f"The file of the new version of {document.number}", record,
                 echo=lambda text: f"File: {require_file(self.book, text)}")  # fmt: skip

    def action_file(self) -> None:
        """Ask where the file lies now."""
        self._on_document(self._ask_where)

    def _ask_where(self, document: Document) -> None:
        def named(text: str) -> None:
            documents.name_file(self.book, document, require_file(self.book, text))
            self.show_record()  # the file may be where it was again, and then the record has not changed

        self.ask(
            f"Where does the file of {document.number} lie now?",
            named,
            text=document.path,
            echo=lambda text: f"File: {require_file(self.book, text)}",
        )

    def action_title(self) -> None:
        """Ask for its title."""
        self._on_document(
            lambda document: self.ask(
                f"The title of {document.number}",
                lambda title: documents.retitle(self.book, document, title),
                text=document.title,
            )
        )

    def action_remove(self) -> None:
        """Take it off the record."""
        self._on_document(lambda document: documents.remove_document(self.book, document))

    # -- sending ---------------------------------------------------------

    def action_circulated(self) -> None:
        """Ask when it went to the members."""
        self._on_document(self._ask_day)

    def _ask_day(self, document: Document) -> None:
        def went_out(phrase: str) -> None:
            sent = documents.circulate_document(self.book, document, read_past_date(phrase, self.book.today()))
            self.tell(documents.file_astray(self.book, sent))

        self.ask(
            f"On which day did {document.number} go to the members?",
            went_out,
            text="today",
            echo=lambda phrase: day_and_date(read_past_date(phrase, self.book.today())),
        )

    def action_hold(self) -> None:
        """Hold it back, or let it go with the agenda."""
        self._on_document(lambda document: documents.hold_back(self.book, document, held=not document.held_back))


def going_words(book: Book, meeting: Meeting) -> Iterable[str]:
    """Which documents go out with an agenda when it is recorded as circulated."""
    going = documents.going_out(book, meeting)
    if going:
        keys = f"{key_of('agenda.documents')}, then {key_of('documents.hold')}"
        yield f"With it go the documents {', '.join(each.number for each in going)}; {keys} holds one back."
