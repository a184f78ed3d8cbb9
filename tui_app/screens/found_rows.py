"""How what a search over all meetings found is listed: the best first, or under its meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import short_date
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.comment import Comment, treatment_words
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.screens.decision_rows import listed_row, meeting_heading
from tui_app.services.cards import Matter, Said, by_number
from tui_app.services.passages import Remark, context_of
from tui_app.services.rows import KINDS, Shelf
from tui_app.widgets.rows import Row

CONTEXT = 96
"""About as many characters around a hit as fill two lines of a list at 80 columns."""
MOST = 200
"""Nobody reads on after so many; another word finds it sooner."""
Words = tuple[str, ...]


def ranked_rows(
    found: Sequence[Matter], said_also: Callable[[], Sequence[Said]], around: Shelf, words: Words
) -> Iterator[Row]:
    """What was decided, then what was said, the best `MOST` of each first to last, with the hit in its context.

    What was said is asked for when its rows are.
    """
    if found:
        yield Row("", ("Decided and proposed",), "heading")
    for record in found[:MOST]:
        row = listed_row(record, around)
        text, _, below = row.cells[-1].rpartition("\n")
        context = context_of(around, record, words, CONTEXT)
        lines = (text, f"{_meeting(record, around)}; {below}", context)
        yield replace(row, cells=(*row.cells[:-1], "\n".join(filter(None, lines))), marked=words)
    yield from _and_more(len(found))
    said = said_also()
    if said:
        yield Row("", ("Noted and said, in the minutes and on papers",), "heading")
    for entry in said[:MOST]:
        yield _said_row(entry, around, words, f"{_meeting(entry, around)}, ")
    yield from _and_more(len(said))


def _and_more(found: int) -> Iterator[Row]:
    if found > MOST:
        order = key_of("decisions.order")
        told = f"and {found - MOST} more, not as near: another word narrows them, {order} lists all by meeting."
        yield Row(f"more-{found}", ("", "", "", told), "dim")


def _meeting(record: Matter | Said, around: Shelf) -> str:
    meeting = around.meetings[record.meeting]
    return f"{meeting.symbol}, {short_date(meeting.on)}"


def _said_row(record: Said, around: Shelf, words: Words, where: str = "") -> Row:
    """`where`: the meeting, where the row does not stand below it."""
    if isinstance(record, Entry):
        return _entry_row(record, around, words, where)
    said = f"{record.entity}: {record.text}" if isinstance(record, Comment) else record.text
    cells = ("", KINDS[type(record)], "", f"{said}\n{where}{remark_words(record)}")
    return Row(record.id, cells, "dim" if isinstance(record, Comment) and record.treated else "", marked=words)


def remark_words(record: Remark) -> str:
    """What it is about, and what became of it: `C01 of 1 Oct 2026 on minutes v1, no answer yet`."""
    named = f"{record.number} of {short_date(record.on)}"
    if isinstance(record, Comment):
        return f"{named} on {record.about}, {treatment_words(record)}"
    return f"{named} to the minutes, made by {record.decision or record.decided_at}"


def _entry_row(entry: Entry, around: Shelf, words: Words, where: str) -> Row:
    kind = "chair" if entry.kind is EntryKind.PROCEDURAL else entry.kind.value
    closed = "(closed) " if entry.closed else ""
    said = f"{closed}{entry.entity}: {entry.text}" if entry.entity else f"{closed}{entry.text}"
    return Row(entry.id, ("", kind, "", f"{said}\n{where}under “{around.item(entry.item)}”"), marked=words)


def by_meeting(
    records: Iterable[Matter | Said], around: Shelf, row: Callable[[Matter], Row], words: Words, *, newest_first: bool
) -> Iterator[Row]:
    """The records under their meetings, in each what was decided before what was said."""
    meetings = around.meetings
    place = {id: n for n, id in enumerate(sorted(meetings, key=lambda id: meetings[id].starts, reverse=newest_first))}
    ordered = sorted(records, key=lambda record: place[record.meeting])
    for meeting, group in groupby(ordered, key=lambda record: record.meeting):
        yield meeting_heading(meetings[meeting])
        held = list(group)
        decisions = [record for record in held if isinstance(record, Decision)]
        proposals = [record for record in held if isinstance(record, Proposal)]
        for each in (decisions, proposals):
            for matter in sorted(each, key=by_number, reverse=newest_first):
                yield replace(row(matter), marked=words) if words else row(matter)
        for entry in sorted((record for record in held if isinstance(record, Entry)), key=lambda said: said.rank):
            yield _entry_row(entry, around, words, "")
        for remark in (record for record in held if isinstance(record, Remark)):
            yield _said_row(remark, around, words)
