"""The calendar file (.ics, RFC 5545) that Outlook and every other calendar reads.

It carries no METHOD: the file is a snapshot to be imported and no invitation, for which RFC 5546 would ask for the
organiser's address. An entry is known again by its UID; SEQUENCE and STATUS tell that it was changed or cancelled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from icalendar import Calendar, Event, vText

from tui_app.documents.calendar_entries import CalendarEntry
from tui_app.documents.letterhead import footnote_marks, internal_words
from tui_app.domain.charter.charter import Charter
from tui_app.domain.text import clean


def calendar_file(charter: Charter, entries: Sequence[CalendarEntry]) -> bytes:
    """The file, with line ends as the format asks for them; times are UTC, so that no table of zones is needed.

    The network's name, and its standing footnotes with it, stand once: in the only entry, or else on the calendar.
    """
    file, about = Calendar(), _about(charter)
    file.add("prodid", "-//Minutebook//Minutes and meetings//EN")
    file.add("version", "2.0")
    if len(entries) != 1:
        file.add("x-wr-calname", _Text(charter.symbol))
        file.add("x-wr-caldesc", _Text("\n".join(about)))
    for entry in entries:
        lines = (internal_words(charter), entry.when, *entry.lines, *(about if len(entries) == 1 else ()))
        file.add_component(_event(entry, "\n".join(lines)))
    return bytes(file.to_ical(sorted=False))


def _event(entry: CalendarEntry, description: str) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.revision.at)
    event.add("sequence", entry.revision.number)
    event.add("dtstart", entry.starts)
    event.add("dtend", entry.ends)
    event.add("summary", _Text(entry.summary))
    if entry.place:
        event.add("location", _Text(entry.place))
    event.add("description", _Text(description))
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if entry.cancelled else "OPAQUE")
    return event


class _Text(vText):
    """Text as RFC 5545, 3.3.11 writes it; its parent takes a typed `\\N`, as in `C:\\Network`, for a line's end."""

    def to_ical(self) -> bytes:
        return re.sub(r"[\\;,]", r"\\\g<0>", clean(str(self))[0]).replace("\n", r"\n").encode()


def _about(charter: Charter) -> tuple[str, ...]:
    """The network's name with the marks of its standing footnotes, and these (R-02)."""
    name, notes = charter.name, []
    for mark, note in footnote_marks(charter):
        name = re.sub(rf"(?<!\w){re.escape(note.mark)}(?!\w)", rf"\g<0>{mark}", name, count=1)
        notes.append(f"{mark} {note.text}")
    return (name, *notes)
