"""The numbered sections of the minutes: each agenda item with its documents and its entries in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_app.documents.follow_up import carried_table
from tui_app.documents.formulas import told
from tui_app.documents.language import words_of
from tui_app.documents.markdown import escape, heading, paragraph, strong
from tui_app.documents.outcomes import action_line, decision_blocks, proposal_blocks
from tui_app.documents.phrases import behind_doors, in_closed_part, said, speaker_unnamed
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Outcome, Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.meeting.procedure import ITEM_DEFERRED
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.names import SECRETARIAT
from tui_app.domain.words import Words


def proceedings(record: MeetingRecord) -> Iterator[str]:
    """The blocks of all items; entries of no item on the agenda come first, so that none is lost."""
    items, words = {item.id for item in record.agenda.items}, words_of(record.charter)
    stray = list(_entries(record, (entry for entry in record.entries if entry.item not in items), words))
    if stray:
        yield heading(3, words("Proceedings"))
        yield from stray
    for item in record.agenda.items:
        yield from _section(record, item, words)
    if record.carried and record.agenda.follow_up is None:
        yield heading(3, words("Follow-up"))
        yield paragraph(words("No item of the agenda was for what earlier meetings had left open:"))
        yield carried_table(record, record.meeting.on)


def _section(record: MeetingRecord, item: AgendaItem, words: Words) -> Iterator[str]:
    yield heading(4 if item.parent else 3, item_title(record, item, words))
    yield _introduction(record, item, words)
    if item == record.agenda.follow_up:
        yield from _carried(record, words)
    yield from _entries(record, record.entries_under(item), words)
    yield _without_entries(record, item, words)


def _carried(record: MeetingRecord, words: Words) -> Iterator[str]:
    """What was on the table from earlier meetings, with what was reported of it by that day (R-63)."""
    if record.carried:
        yield carried_table(record, record.meeting.on)
    elif record.meeting.carried is not None and record.meeting.imported is None:
        yield paragraph(words("No matter was carried over from earlier meetings."))


def _without_entries(record: MeetingRecord, item: AgendaItem, words: Words) -> str:
    """The sentence for an item under which nothing stands once the meeting is over."""
    parts = any(other.parent == item.id for other in record.agenda.items)
    if not record.meeting.over or parts or any(map(record.visible, record.entries_under(item))):
        return ""
    if item.deferred:
        return paragraph(words(ITEM_DEFERRED))
    if not item.spans:
        return paragraph(words("The item was not taken up."))
    told_already = item == record.agenda.follow_up and record.meeting.carried is not None
    return "" if told_already else paragraph(words("Nothing was recorded under this item."))


def item_title(record: MeetingRecord, item: AgendaItem, words: Words) -> str:
    """`3. Data on labour migration [for decision]`, as inline Markdown."""
    part = in_closed_part(words, closed=record.agenda.in_closed_part(item))
    purpose = words("for {purpose}", purpose=words(item.purpose.value))
    # These brackets need no escape: they could be a link only if the paper defined one, and no text typed can.
    return f"{escape(f'{record.agenda.numbers[item.id]}. {told(item.title, words)}{part}')} [{purpose}]"


def _introduction(record: MeetingRecord, item: AgendaItem, words: Words) -> str:
    presented = words("Presented by {presenter}.", presenter=item.presenter) if item.presenter else ""
    if item.presenter == SECRETARIAT:
        presented = words("Presented by the Secretariat.")
    papers = words.semicolon.join(f"{d.number} {d.title}".strip() for d in record.documents if d.item == item.id)
    documents = f"{words('Documents')}{words.colon}{papers}." if papers else ""
    return paragraph(escape(" ".join(filter(None, (presented, documents)))))


def _entries(record: MeetingRecord, entries: Iterable[Entry], words: Words) -> Iterator[str]:
    for entry in entries:
        if record.visible(entry):
            yield from _entry(record, entry, words)


def _entry(record: MeetingRecord, entry: Entry, words: Words) -> Iterator[str]:
    mark = behind_doors(words, closed=entry.closed)
    match record.behind(entry):
        case ActionPoint() as action:
            yield action_line(action, words, mark)
        case Decision() as decision:
            yield from decision_blocks(record, decision, mark)
        case Proposal() as proposal if entry.kind is EntryKind.PROPOSAL:
            yield from proposal_blocks(record, proposal, mark)
        case _:
            yield paragraph(escape(mark) + entry_text(record, entry, words))


def entry_text(record: MeetingRecord, entry: Entry, words: Words) -> str:
    """A note as it is; a statement with its author only where it was placed on record."""
    if entry.kind is not EntryKind.STATEMENT:
        text = told(entry.text, words) if entry.kind is EntryKind.PROCEDURAL else entry.text
        return escape(f"{_on_which(record, entry, words)}{text}")
    if not entry.on_record:
        return escape(said(speaker_unnamed(record, entry.entity, words), entry.text, words))
    return strong(words("On record, as requested")) + escape(words.colon + said(entry.entity, entry.text, words))


def _on_which(record: MeetingRecord, entry: Entry, words: Words) -> str:
    """`On proposal P3: `, where the chair's words could be taken for those on another one."""
    proposal = record.behind(entry)
    if not isinstance(proposal, Proposal) or len(record.proposals) == 1:
        return ""
    closing = proposal.closing
    adopts = closing is not None and closing.outcome is Outcome.ADOPTED and closing.words == entry.text
    if adopts:  # what is adopted follows at once, under its symbol
        return ""
    return words("On proposal {number}", number=proposal.number) + words.colon
