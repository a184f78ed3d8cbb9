"""What the room may see of a meeting, on a projector: the item on the table, its clock, the text before the body.

Made of what is named here and of nothing else. Not what was noted or said, who is there, what anybody has to do; of a
position not its words, which are the secretariat's until they are circulated; nothing taken behind closed doors.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tui_app.documents.language import words_of
from tui_app.documents.letterhead import footnote_marks
from tui_app.documents.release import without_closed_items
from tui_app.domain.charter.charter import Charter
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.meeting import Meeting, title_in
from tui_app.domain.meeting.projection import Clock, ProjectedItem, Projection
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.words import Words
from tui_app.services.projected_text import Changed, text_before_the_body


def project(record: MeetingRecord, following: Meeting | None = None, changed: Changed = lambda _: 0) -> Projection:
    """What the room sees of a meeting as it is now; `following`: the meeting after it.

    `changed` is asked in minutes that are written up later, where all is of one moment.
    """
    words, meeting = words_of(record.charter), record.meeting
    if meeting.in_session and meeting.doors_closed:
        return Projection(said=(words("Closed session"),))
    if not meeting.in_session:
        said = _over(words, following) if meeting.over else _awaited(meeting, words)
        return replace(_around(record.charter, words, meeting), said=said)
    shown = without_closed_items(record)
    item = _item_on_the_table(shown)
    nxt = shown.agenda.after(item.id) if item else None
    return replace(
        _around(record.charter, words, meeting),
        said=() if item else (words("The meeting is open."),),
        item=_item(shown, item, words) if item else None,
        following=words("Next: {item}", item=f"{shown.agenda.numbers[nxt.id]}  {nxt.title}") if nxt else "",
        text=text_before_the_body(record, item, changed),
    )


def project_nothing(charter: Charter) -> Projection:
    """What the room sees where no meeting is planned."""
    words = words_of(charter)
    return replace(_around(charter, words), said=(words("No meeting is planned."),))


def _around(charter: Charter, words: Words, meeting: Meeting | None = None) -> Projection:
    """The network, with the marks of its footnotes (R-02), and the meeting."""
    name, notes = charter.name, []
    for mark, note in footnote_marks(charter):
        if note.mark in name:
            name = name.replace(note.mark, note.mark + mark, 1)
            notes.append(f"{mark} {note.text}")
    title = title_in(words, meeting) if meeting else ""
    return Projection(network=name, meeting=title, footnotes=tuple(notes))


# -- no meeting in session -----------------------------------------------


def _awaited(meeting: Meeting, words: Words) -> tuple[str, ...]:
    if meeting.cancelled:
        return (words("This meeting was cancelled."),)
    return (words("The meeting has not been opened yet."), _when(meeting, words), meeting.place)


def _over(words: Words, following: Meeting | None) -> tuple[str, ...]:
    nxt = f"{words('Next meeting')}{words.colon}{_when(following, words)}" if following else ""
    return words("The meeting is closed."), nxt


def _when(meeting: Meeting, words: Words) -> str:
    return words("{day} at {time}", day=words.date(meeting.on), time=f"{meeting.starts:%H:%M}")


# -- the item ------------------------------------------------------------


def _item_on_the_table(record: MeetingRecord) -> AgendaItem | None:
    return next((each for each in record.agenda.items if each.id == record.meeting.current_item), None)


def _item(record: MeetingRecord, item: AgendaItem, words: Words) -> ProjectedItem:
    return ProjectedItem(
        number=record.agenda.numbers[item.id],
        title=item.title,
        purpose=words("for {purpose}", purpose=words(item.purpose.value)),
        clock=_clock(item, record.meeting),
    )


def _clock(item: AgendaItem, meeting: Meeting) -> Clock:
    over = (span.end - span.start for span in item.spans if span.end is not None)
    return Clock(
        spent=sum((max(each, timedelta()) for each in over), timedelta()),
        since=next((span.start for span in item.spans if span.end is None), None),
        on=meeting.on,
        planned=item.minutes,
    )
