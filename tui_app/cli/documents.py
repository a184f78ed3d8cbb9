"""Documents of a meeting: recorded, listed, sent, in versions, and whether their files are in place."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from tui_app.cli.opening import chosen_meeting, reading, writing
from tui_app.cli.output import complain, say, say_columns, say_objects
from tui_app.cli.usage import Parser, past_day, words

if TYPE_CHECKING:
    from tui_app.domain.meeting.document import Document, DocumentVersion, FileState
    from tui_app.services.book import Book

_FILE = "its file; without a folder it is looked for here, in the register's folder, then among your documents"


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help="as 2026/Q4")
    parser.add_argument("item", metavar="ITEM", help="the number of the agenda item, as 3 or 2a")
    parser.add_argument("file", metavar="FILE", nargs="?", default="", help=_FILE)
    parser.add_argument("--title", metavar="T", default="", type=words, help="its title (default: the file's name)")
    parser.add_argument("--number", metavar="N", default="", type=words, help="as 3.1 (default: the item's next)")
    parser.add_argument("--version", metavar="V", default="", type=words, help="what its version is called")
    parser.add_argument("--received", metavar="D", type=past_day, help="when it came in (default: today)")


def _add(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.document_files import require_file
        from tui_app.services.documents import Submission, add_document, on_the_table_twice

        meeting = book.meeting(arguments.meeting)
        item = book.agenda(meeting.id).by_number(arguments.item)
        file = require_file(book, arguments.file) if arguments.file else None
        submission = Submission(file=file, title=arguments.title, number=arguments.number,
                                version=arguments.version, received=arguments.received)  # fmt: skip
        added = add_document(book, meeting, item.id, submission)
        _say(added)
        _complain(on_the_table_twice(book, added))


def _complain(sentence: str) -> None:
    """What is to be known of it, if anything is."""
    if sentence:
        complain(sentence)


def _say(document: Document) -> None:
    """`3.1 Data plan, version 2, circulated 2026-11-21`."""
    parts = (
        f"{document.number} {document.title}",
        f"version {document.version}" if document.version else "",
        f"circulated {document.circulated}" if document.circulated else "not circulated",
        "held back" if document.held_back else "",
    )
    say(", ".join(filter(None, parts)))


def _named_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help="as 2026/Q4")
    parser.add_argument("number", metavar="NUMBER", help="of the document, as 3.1")


def _named(book: Book, arguments: Namespace) -> Document:
    from tui_app.services.documents import find_document

    return find_document(book, book.meeting(arguments.meeting), arguments.number)


def _version_arguments(parser: Parser) -> None:
    _named_arguments(parser)
    parser.add_argument("file", metavar="FILE", help=_FILE)
    parser.add_argument("--version", metavar="V", default="", type=words, help="its name (default: the next number)")
    parser.add_argument("--received", metavar="D", type=past_day, help="when it came in (default: today)")


def _version(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.document_files import require_file
        from tui_app.services.documents import add_version, overwritten

        file = require_file(book, arguments.file)
        changed = add_version(book, _named(book, arguments), file, arguments.version, arguments.received)
        _say(changed)
        _complain(overwritten(changed))


def _circulate_arguments(parser: Parser) -> None:
    _named_arguments(parser)
    parser.add_argument("--on", metavar="D", type=past_day, help="when it went out (default: today)")


def _circulate(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.documents import circulate_document, file_astray

        sent = circulate_document(book, _named(book, arguments), arguments.on or book.today())
        _say(sent)
        _complain(file_astray(book, sent))


def _hold_arguments(parser: Parser) -> None:
    _named_arguments(parser)
    parser.add_argument("--release", action="store_true", help="let it go with the agenda again")


def _hold(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.documents import hold_back

        _say(hold_back(book, _named(book, arguments), held=not arguments.release))


def _file_arguments(parser: Parser) -> None:
    _named_arguments(parser)
    parser.add_argument("file", metavar="FILE", help=_FILE)


def _file(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.document_files import require_file
        from tui_app.services.documents import name_file

        named = name_file(book, _named(book, arguments), require_file(book, arguments.file))
        say(f"{named.number} {named.title}: {named.path}")


def _remove(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.documents import remove_document

        document = _named(book, arguments)
        remove_document(book, document)
        say(f"{document.number} {document.title} removed")


# -- the list ------------------------------------------------------------


def _list_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", nargs="?", help="as 2026/Q4 (default: the meeting at hand)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _list(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.domain.meeting.document import FileState
        from tui_app.services.documents import file_states
        from tui_app.services.documents import of_meeting as documents_of

        meeting = chosen_meeting(book, arguments.meeting)
        documents, numbers = documents_of(book, meeting), book.agenda(meeting.id).numbers
        states = file_states(book, documents)
    every = [(d, v, state) for d in documents for v, state in zip(d.versions, states[d.id], strict=True)]
    if arguments.json:
        say_objects(_object(*each, numbers.get(each[0].item, "")) for each in every)
        return
    say_columns(_cells(*each) for each in every)
    astray = [d.number for d, v, state in every
              if v == d.versions[-1] and state in (FileState.NOT_FOUND, FileState.CHANGED)]  # fmt: skip
    if not every:
        complain(f"{meeting.symbol} has no document yet.")
    if astray:
        complain(f"Not as on record: document {', '.join(astray)}; minutebook check says what closes that.")


def _cells(document: Document, version: DocumentVersion, state: FileState) -> tuple[str, ...]:
    sent = "held back" if document.held_back and not version.circulated else "not circulated"
    return (
        document.number, version.version or "-", state.value, f"received {version.received or '-'}",
        f"circulated {version.circulated}" if version.circulated else sent, document.title, version.path,
    )  # fmt: skip


def _object(document: Document, version: DocumentVersion, state: FileState, item: str) -> dict[str, object]:
    return {
        "number": document.number, "title": document.title, "item": item, "version": version.version or None,
        "current": version == document.versions[-1], "file": state.value, "path": version.path or None,
        "checksum": version.checksum or None, "received": str(version.received) if version.received else None,
        "circulated": str(version.circulated) if version.circulated else None, "held_back": document.held_back,
    }  # fmt: skip


COMMANDS = {
    "document add": (_add_arguments, _add),
    "document list": (_list_arguments, _list),
    "document version": (_version_arguments, _version),
    "document circulate": (_circulate_arguments, _circulate),
    "document hold": (_hold_arguments, _hold),
    "document file": (_file_arguments, _file),
    "document remove": (_named_arguments, _remove),
}
