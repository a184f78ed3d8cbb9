"""The calendar file (.ics, RFC 5545) that Outlook and every other calendar reads.

It carries no METHOD: the file is a snapshot to be imported and no invitation, for which RFC 5546 would ask for the
organiser's address. An entry is known again by its UID; SEQUENCE and STATUS tell that it was changed or cancelled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui_app.documents.calendar_entries import CalendarEntry
from tui_app.documents.letterhead import footnote_marks, internal_words
from tui_app.domain.charter import Charter
from tui_app.domain.text import clean


def calendar_file(charter: Charter, entries: Sequence[CalendarEntry]) -> bytes:
    """The file, with line ends as the format asks for them; times are UTC, so that no table of zones is needed.

    The network's name, and its standing footnotes with it, stand once: in the only entry, or else on the calendar.
    """
    from icalendar import Calendar, Event, vText  # it takes a while to load

    file = Calendar()
    file.add("prodid", "-//Minutebook//Minutes and meetings//EN")
    file.add("version", "2.0")
    about = _about(charter)
    if len(entries) != 1:
        file.add("x-wr-calname", vText(_text(charter.symbol)))
        file.add("x-wr-caldesc", vText(_text("\n".join(about))))
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", entry.revision.at)
        event.add("sequence", entry.revision.number)
        event.add("dtstart", entry.starts)
        event.add("dtend", entry.ends)
        event.add("summary", _text(entry.summary))
        if entry.place:
            event.add("location", _text(entry.place))
        lines = (internal_words(charter), entry.when, *entry.lines, *(about if len(entries) == 1 else ()))
        event.add("description", _text("\n".join(lines)))
        event.add("class", "PRIVATE")
        event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
        event.add("transp", "TRANSPARENT" if entry.cancelled else "OPAQUE")
        file.add_component(event)
    return bytes(file.to_ical(sorted=False))


def _about(charter: Charter) -> tuple[str, ...]:
    """The network's name with the marks of its standing footnotes, and these (R-02)."""
    name, notes = charter.name, []
    for mark, note in footnote_marks(charter):
        name = re.sub(rf"(?<!\w){re.escape(note.mark)}(?!\w)", rf"\g<0>{mark}", name, count=1)
        notes.append(f"{mark} {note.text}")
    return (name, *notes)


def _text(text: str) -> str:
    return clean(text)[0]
