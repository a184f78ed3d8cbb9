"""A record whole: its facts, what led to it, everything since. A row whose key names another record leads there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from tui_app.domain.calendar import day_and_date, short_date
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.meeting.comment import Comment
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.meeting.record import action_words
from tui_app.screens import decision_rows
from tui_app.screens.facts import facts, under
from tui_app.screens.found_rows import remark_words
from tui_app.screens.matrix import LINE
from tui_app.services import lineage
from tui_app.services.cards import Matter, Said
from tui_app.services.passages import Found, OfItem, Remark, discussion, documents
from tui_app.services.rows import KINDS, Shelf
from tui_app.widgets.rows import Row

Words = tuple[str, ...]


def whole_title(record: Matter | Entry, around: Shelf) -> str:
    """What it is: a symbol, or what was said when."""
    if not isinstance(record, Entry):
        return decision_rows.whole_title(record, around)
    meeting = around.meetings[record.meeting]
    return f"Said at the {meeting.title} ({meeting.symbol}), {_clock(record, around)}"


def whole_rows(
    record: Matter | Said, around: Shelf, words: Words = (), *, since: bool = False, width: int = LINE
) -> list[Row]:
    """Everything about a record; `since`: what came after it in other meetings too, which takes a look at them all.

    `width`: so many cells has a row of a text that was put.
    """
    if isinstance(record, Remark):
        return [replace(row, marked=words) if words else row for row in _remark_facts(record, around)]
    rows = [
        *(_entry_facts(record, around) if isinstance(record, Entry) else _matter_rows(record, around, width, since))
    ]
    rows += [*_decided(record, around), *_actions(record, around), *_said(record, around), *_documents(record, around)]
    return [replace(row, marked=words) if words else row for row in rows]


def link_of(key: str) -> str:
    """The id of the record to which a row leads; empty where it leads to none."""
    kind, _, id = key.partition(":")
    return id if kind == "to" else ""


def _link(record: Found) -> str:
    return f"to:{record.id}"


def _matter_rows(record: Matter, around: Shelf, width: int, since: bool) -> Iterator[Row]:
    yield from decision_rows.fact_rows(record, around)
    if isinstance(record, Decision):
        taken = lineage.before(around, record)
        yield from under("In place of", (Row(_link(d), (d.number, f"{d.symbol}: {d.text}")) for d in taken))
    if since:
        events = lineage.since(around, record)
        yield from under("Since then", (_event_row(n, event) for n, event in enumerate(events)))
    yield from decision_rows.follow_up_rows(record)
    yield from decision_rows.check_rows(record, around, width)


def _event_row(n: int, event: lineage.Event) -> Row:
    key = _link(event.record) if event.record else f"since-{n}"
    return Row(key, (short_date(event.on) if event.on else "", event.words))


def _entry_facts(entry: Entry, around: Shelf) -> Iterator[Row]:
    meeting = around.meetings[entry.meeting]
    return facts(
        ("Statement" if entry.kind is EntryKind.STATEMENT else "Note", entry.text),
        ("By", entry.entity),
        ("On record", "as asked for" if entry.on_record else ""),
        ("Closed", "behind closed doors: in no paper but the internal one" if entry.closed else ""),
        ("When", f"{day_and_date(meeting.on)}, {_clock(entry, around)}"),
        ("Where", decision_rows.where(entry, around)),
        ("Taken by", entry.by),
    )


def _remark_facts(record: Remark, around: Shelf) -> list[Row]:
    meeting = around.meetings[record.meeting]
    told = facts(
        (KINDS[type(record)].capitalize(), record.text),
        ("By", record.entity if isinstance(record, Comment) else record.by),
        ("When", day_and_date(record.on)),
        ("Where", f"{meeting.symbol}, {meeting.title}"),
        ("About", remark_words(record)),
    )
    return [*told]


def _clock(entry: Entry, around: Shelf) -> str:
    return f"{entry.at.astimezone(ZoneInfo(around.meetings[entry.meeting].zone)):%H:%M}"


def _decided(record: OfItem, around: Shelf) -> list[Row]:
    title = "Decided and proposed under the item" if isinstance(record, Entry) else "Also decided and proposed under it"
    rows = (Row(_link(each), (each.number, each.text)) for each in lineage.decided_under(around, record))
    return under(title, rows)


def _actions(record: OfItem, around: Shelf) -> list[Row]:
    rows = (
        Row(f"action-{each.id}", (each.number, f"{action_words(each).partition(' ')[2]} - {each.status}"),
            "" if each.open else "dim")
        for each in lineage.actions_under(around, record)
    )  # fmt: skip
    return under("Actions under the same item", rows)


def _said(record: OfItem, around: Shelf) -> list[Row]:
    rows = (
        Row(_link(each), (_clock(each, around), f"{each.entity}: {each.text}" if each.entity else each.text),
            "bold" if each.id == record.id else "")
        for each in discussion(around, record)
    )  # fmt: skip
    return under("Said under the item", rows)


def _documents(record: OfItem, around: Shelf) -> list[Row]:
    rows = (Row(f"document-{d.id}", (d.number, f"{d.title} {d.version}".strip())) for d in documents(around, record))
    return under("On the table", rows)
