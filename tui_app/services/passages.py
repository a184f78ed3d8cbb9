"""What was said and written of a matter, passage by passage: what a search looks through, and shows as the context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui_app.domain.calendar import short_date
from tui_app.domain.consensus.answering import answer_words, who_answers
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Position, PositionKind, Proposal, Round
from tui_app.domain.follow_up.action import ActionPoint, Progress
from tui_app.domain.follow_up.assignment import kept_words
from tui_app.domain.meeting.comment import Comment
from tui_app.domain.meeting.corrigendum import Corrigendum
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.minutes import Entry, EntryKind, in_order
from tui_app.domain.review.ranking import context
from tui_app.domain.review.search import Passage, plain
from tui_app.services.rows import KINDS, Shelf, position_words

SPOKEN = (EntryKind.NOTE, EntryKind.STATEMENT, EntryKind.PROCEDURAL)
"""The entries whose words stand in themselves."""
Remark = Comment | Corrigendum
"""What came back on a paper, or puts adopted minutes right."""
OfItem = Decision | Proposal | ActionPoint | Entry
"""What stands under an item of an agenda."""
Found = OfItem | Remark
"""Whatever a search over all meetings finds."""
REMARKS = (KINDS[Comment], KINDS[Corrigendum])
"""The kinds of these."""
SILENT = (PositionKind.JOINS, PositionKind.ABSENT, PositionKind.PENDING)
"""The positions in which an entity says nothing more."""


def context_of(around: Shelf, record: Found, words: Sequence[str], width: int) -> str:
    """The passage in which the words are that a record's own text has not; empty where that has them all."""
    folded = plain(record.text)
    elsewhere = [word for word in words if word not in folded]
    return context(_beside_its_text(around, record), elsewhere, width) if elsewhere else ""


def _beside_its_text(around: Shelf, record: Found) -> Iterator[Passage]:
    if isinstance(record, Decision | Proposal):
        _, *others = of_matter(around, record)
        yield from others
        yield from of_discussion(discussion(around, record), documents(around, record))
        return
    if isinstance(record, Remark):
        yield from of_remark(record)
        return
    yield Passage("under", around.item(record.item))
    if isinstance(record, ActionPoint):
        yield from of_action(record)


def discussion(around: Shelf, record: OfItem) -> tuple[Entry, ...]:
    """What was said under the item of a record, in its order."""
    return spoken_in(around, record.meeting).get(record.item, ())


def spoken_in(around: Shelf, meeting: str) -> Mapping[str, tuple[Entry, ...]]:
    """What was said in a meeting by the item under which it was, in its order; looked up once for each shelf."""
    if meeting not in around.spoken:
        said: dict[str, list[Entry]] = {}
        for entry in in_order(spoken(around.book.of(Entry).of(meeting))):
            said.setdefault(entry.item, []).append(entry)
        around.spoken[meeting] = {item: tuple(entries) for item, entries in said.items()}
    return around.spoken[meeting]


def documents(around: Shelf, record: OfItem) -> tuple[Document, ...]:
    """What lay on the table under the item of a record."""
    return tuple(each for each in around.book.of(Document).of(record.meeting) if each.item == record.item)


def of_matter(around: Shelf, record: Decision | Proposal) -> Iterator[Passage]:
    """Everything on record of a decision, or of a proposal that became none; its own text first."""
    proposal = around.proposals.get(record.proposal) if isinstance(record, Decision) else record
    yield Passage("", record.text)
    yield Passage("under", around.item(record.item))
    if proposal is not None:
        yield from _of_check(proposal)
    if isinstance(record, Decision):
        yield from of_progress(record.progress)
        yield from _of_changes(record)
    if record.answer is not None:
        yield Passage(f"answer of the {who_answers(record, around.book.charter)}", answer_words(record.answer))
    yield from (Passage("effect", str(effect)) for effect in record.effects)


def of_remark(record: Remark) -> Iterator[Passage]:
    """What was done about a comment; which meeting or decision made a corrigendum."""
    if isinstance(record, Corrigendum):
        yield Passage("made by", record.decision or record.decided_at)
    elif record.treated is not None:
        yield Passage(f"{record.treated.kind}, {short_date(record.treated.on)}", record.treated.words)


def of_progress(progress: Iterable[Progress]) -> Iterator[Passage]:
    """The dated notes on what was done."""
    for each in progress:
        yield Passage(f"{each.status}, {short_date(each.on)}", " ".join(filter(None, (each.note, each.evidence))))


def of_action(action: ActionPoint) -> Iterator[Passage]:
    """Everything on record of an action beside its own text: its deadline in words, what was done, what was changed."""
    if kept := kept_words(action.due, action.due_words):
        yield Passage("by when", kept)
    yield from of_progress(action.progress)
    yield from _of_changes(action)


def _of_changes(record: ActionPoint | Decision) -> Iterator[Passage]:
    """Who carried it out and by when before that was changed, and why it was."""
    for each in record.earlier:
        words = (", ".join(each.responsible), kept_words(each.due, each.due_words), each.why)
        yield Passage(f"changed on {short_date(each.until)}", "; ".join(filter(None, words)))


def _of_check(proposal: Proposal) -> Iterator[Passage]:
    several = len(proposal.rounds) > 1
    for each in reversed(proposal.rounds):
        when = f", round {each.number}" if several else ""
        if several:
            yield Passage(f"text of round {each.number}", each.text)
        for position in explicit(each):
            yield Passage(f"{position.entity} {position.kind}{when}", position_words(position))
    for held in proposal.consultations:
        words = ", ".join(filter(None, (held.result, held.channel)))
        yield Passage(f"{held.body} {'not consulted' if held.waived else 'consulted'}", words)
    if proposal.closing is not None and proposal.closing.question:
        yield Passage("question", proposal.closing.question)


def explicit(each: Round) -> Iterator[Position]:
    """The positions of a round in which an entity said more than that it joins, those it gave up too."""
    return (position for position in (*each.resolved, *each.positions) if position.kind not in SILENT)


def of_discussion(entries: Iterable[Entry], documents: Iterable[Document]) -> Iterator[Passage]:
    """What was said under an item, and what lay on the table."""
    for entry in entries:
        yield Passage(entry.entity or "noted", entry.text)
    for document in documents:
        yield Passage(f"document {document.number}", document.title)


def spoken(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries that stand and have words of their own."""
    return (entry for entry in entries if entry.text and entry.kind in SPOKEN and not entry.struck)
