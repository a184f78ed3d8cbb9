"""Reading a record whole, and going on from it: to what it is tied to, and to the meeting in which it stands.

What was said on a paper is read among the versions of that paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.comment import Comment
from tui_app.domain.meeting.corrigendum import Corrigendum
from tui_app.domain.meeting.minutes import Entry
from tui_app.screens import whole_rows
from tui_app.screens.linked import LinkedRecord
from tui_app.screens.whole import text_width
from tui_app.services.cards import Matter, Said
from tui_app.services.passages import OfItem, Remark
from tui_app.services.rows import Shelf

if TYPE_CHECKING:
    from tui_app.app import MinutebookApp
    from tui_app.services.book import Book

Read = Matter | Said


def find(book: Book, id: str) -> Read | None:
    """The decision, proposal, entry, comment or corrigendum with an id."""
    found = book.of(Decision).find(id) or book.of(Proposal).find(id) or book.of(Entry).find(id)
    return found or book.of(Comment).find(id) or book.of(Corrigendum).find(id)


def show_whole(app: MinutebookApp, record: Read, around: Shelf, words: tuple[str, ...] = ()) -> None:
    """Show a record with all that led to it and everything since."""
    if isinstance(record, Remark):
        app.call_later(_to_versions, app, record)
        return

    def follow(key: str) -> bool:
        other = find(app.book, whole_rows.link_of(key))
        if other is None or other.id == record.id:
            return False
        show_whole(app, other, around, words)
        return True

    rows = whole_rows.whole_rows(record, around, words, since=True, width=text_width(app))
    title = whole_rows.whole_title(record, around)
    app.push_screen(LinkedRecord(title, rows, follow, lambda: app.call_later(to_minutes, app, record)))


async def _to_versions(app: MinutebookApp, record: Remark) -> None:
    """Show the versions of the papers of its meeting, the cursor on it."""
    from tui_app.screens.versions import Versions

    app.choose_meeting(record.meeting, to_stay=True)
    await app.switch_mode("papers")
    app.push_screen(Versions(record.id))


async def to_minutes(app: MinutebookApp, record: OfItem) -> None:
    """Show the meeting of a record in Minutes, the cursor on its entry."""
    app.choose_meeting(record.meeting, to_stay=True)
    await app.switch_mode("minutes")
    app.screen.call_after_refresh(_put_cursor, app, _entry_of(app.book, record))


def _put_cursor(app: MinutebookApp, entry: str) -> None:
    from tui_app.screens.minutes import Minutes

    if isinstance(app.screen, Minutes) and entry:
        app.screen.rows().focus()
        app.screen.rows().go_to(entry)


def _entry_of(book: Book, record: OfItem) -> str:
    """The id of the entry in which it stands in the minutes; empty where there is none."""
    if isinstance(record, Entry):
        return record.id
    ids = (record.id, record.proposal) if isinstance(record, Decision) else (record.id,)
    entries = [entry for entry in book.of(Entry).of(record.meeting) if entry.refers_to in ids]
    return next((entry.id for id in ids for entry in entries if entry.refers_to == id), "")
