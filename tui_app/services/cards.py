"""The cards of the register: what a search compares of each record, folded once and kept as long as nothing changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from tui_app.domain.consensus.answer import Answered, Ruled
from tui_app.domain.consensus.consensus import find
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.comment import Comment
from tui_app.domain.meeting.corrigendum import Corrigendum
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.minutes import Entry, EntryKind, in_order
from tui_app.domain.names import ALL_MEMBERS
from tui_app.domain.review.search import SILENT, Card, card, folded_fields, plain
from tui_app.domain.symbols import full_symbol
from tui_app.services import passages
from tui_app.services.rows import KINDS, Shelf

Matter = Decision | Proposal
"""What the register of decisions lists: a decision, or a proposal that never became one."""

Said = Entry | passages.Remark
"""What was noted and said: in the minutes, and on papers that went out."""

PROPOSALS = ("proposal", "referral")
"""The kinds of what never became a decision."""


@dataclass(frozen=True, slots=True)
class MeetingCards:
    """The cards of one meeting: of its decisions and proposals, the newest first, and of what else was said.

    That is in its minutes, then on its papers.
    """

    matters: tuple[Card[Matter], ...]
    said: tuple[Card[Said], ...]


class CardBox:
    """The cards of all meetings. Those of a meeting are folded anew only when something of it has changed."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[_Held, MeetingCards]] = {}

    def cards(self, around: Shelf) -> Iterator[MeetingCards]:
        """Meeting by meeting, the newest first: whoever cannot wait for all takes them one by one."""
        names = tuple(around.entities.values())
        for meeting in newest_first(around):
            held = _held(around, meeting, (around.today, names))
            kept = self._kept.get(meeting.id)
            if kept is None or kept[0] != held:
                kept = held, _cards(around, held)
                self._kept[meeting.id] = kept
            yield kept[1]


@dataclass(frozen=True, slots=True)
class _Held:
    """All that the cards of one meeting are made of; equal as long as they would be the same."""

    meeting: Meeting
    titles: tuple[str, ...]
    entries: tuple[Entry, ...]
    documents: tuple[Document, ...]
    matters: tuple[Matter, ...]
    checks: tuple[Proposal, ...]
    remarks: tuple[passages.Remark, ...]
    since: object


def newest_first(around: Shelf) -> list[Meeting]:
    """Every meeting, the last one first."""
    return sorted(around.meetings.values(), key=lambda meeting: meeting.starts, reverse=True)


def matters_of(around: Shelf, meeting: Meeting) -> tuple[Matter, ...]:
    """The decisions of a meeting and the proposals that became none, not those struck out; the newest first."""
    decisions = around.book.of(Decision).of(meeting.id)
    became = {decision.proposal for decision in decisions}
    left = [p for p in around.book.of(Proposal).of(meeting.id) if p.id not in became and not p.struck]
    return tuple(sorted(decisions, key=by_number, reverse=True) + sorted(left, key=by_number, reverse=True))


def matters(around: Shelf) -> list[Matter]:
    """The same of all meetings, the newest meeting first; the proposals that became decisions are not read."""
    decisions = around.book.of(Decision).all()
    became = {decision.proposal for decision in decisions}
    left = [each for each in map(around.proposals.__getitem__, around.proposals.keys() - became) if not each.struck]
    found: dict[str, list[Matter]] = {meeting.id: [] for meeting in newest_first(around)}
    for decision in sorted(decisions, key=by_number, reverse=True):
        found[decision.meeting].append(decision)
    for proposal in sorted(left, key=by_number, reverse=True):
        found[proposal.meeting].append(proposal)
    return [each for of_one_meeting in found.values() for each in of_one_meeting]


def by_number(record: Matter | ActionPoint) -> tuple[int, str]:
    """Numbers in their order, however many digits they have."""
    return len(record.number), record.number


def _held(around: Shelf, meeting: Meeting, since: object) -> _Held:
    book, matters = around.book, matters_of(around, meeting)
    entries = in_order(passages.spoken(book.of(Entry).of(meeting.id)))
    return _Held(
        meeting=meeting,
        titles=tuple(around.item(id) for id in dict.fromkeys(record.item for record in (*matters, *entries))),
        entries=entries,
        documents=book.of(Document).of(meeting.id),
        matters=matters,
        checks=book.of(Proposal).of(meeting.id),
        remarks=(*book.of(Comment).of(meeting.id), *book.of(Corrigendum).of(meeting.id)),
        since=since,
    )


def _cards(around: Shelf, held: _Held) -> MeetingCards:
    folded = {entry.id: plain(entry.text) for entry in held.entries}
    said: dict[str, list[str]] = {record.item: [] for record in (*held.matters, *held.entries)}
    for entry in held.entries:
        said[entry.item].append(folded[entry.id])
    for document in held.documents:
        if document.item in said:
            said[document.item].append(plain(document.title))
    around_item = {item: "\n".join(texts) for item, texts in said.items()}
    common = {item: _common(around, held.meeting, item) for item in said}
    spoken = _EntryCards(around, held.meeting, common)
    return MeetingCards(
        tuple(_matter_card(around, each, common[each.item], around_item[each.item]) for each in held.matters),
        (
            *(spoken.card(entry, folded[entry.id]) for entry in held.entries),
            *(_remark_card(around, each, held.meeting) for each in held.remarks),
        ),
    )


def _common(around: Shelf, meeting: Meeting, item: str) -> Mapping[str, str]:
    return folded_fields({"meeting": (meeting.symbol,), "item": (around.item(item),), "body": (meeting.body,)})


# -- decisions and proposals ---------------------------------------------


def matter_cards(around: Shelf, *, discussed: bool = True) -> Iterator[Card[Matter]]:
    """What can be searched of each decision and proposal, by meeting; `discussed`: what was said about it too."""
    if discussed:
        yield from (each for cards in CardBox().cards(around) for each in cards.matters)
        return
    for meeting in newest_first(around):
        for record in matters_of(around, meeting):
            yield _matter_card(around, record, _common(around, meeting, record.item), "")


def _matter_card(around: Shelf, record: Matter, common: Mapping[str, str], said: str) -> Card[Matter]:
    title, *rest = (passage.text for passage in passages.of_matter(around, record))
    symbol = record.symbol if isinstance(record, Decision) else proposal_symbol(around, record)
    names = _names(around, record.owners if isinstance(record, Decision) else (), record.meeting)
    fields = {
        "is": (*_states(around, record), *_answer(record)),
        "kind": _kinds(record),
        "owner": names,
        "entity": (*names, *_entities(around, record)),
        SILENT: _silent(around, record),
    }
    on = record.adopted_on if isinstance(record, Decision) else around.meetings[record.meeting].on
    return Card(
        record, plain(title), plain("\n".join((symbol, *names, *rest))), folded_fields(fields), on, said, common
    )


def _names(around: Shelf, responsible: tuple[str, ...], meeting: str) -> tuple[str, ...]:
    """Who carries something out, in each spelling; where all members do, each who has a seat of the body that met."""
    everyone = around.seated(meeting) if ALL_MEMBERS in responsible else ()
    return (*around.spellings(responsible), *everyone)


def proposal_symbol(around: Shelf, proposal: Proposal) -> str:
    """The symbol of a proposal over all meetings."""
    return full_symbol(around.book.charter.symbol, around.meetings[proposal.meeting].symbol, proposal.number)


def _states(around: Shelf, record: Matter) -> tuple[str, ...]:
    if isinstance(record, Decision):
        return (record.state, record.implementation, *_progress(record, around.today))
    state = find(record, around.book.charter_of(record.body).decision).state
    return (state, *(("open",) if record.open or record.awaits_answer else ()))


def _kinds(record: Matter) -> tuple[str, ...]:
    """A referral is a proposal, too."""
    if isinstance(record, Decision):
        return (record.kind,)
    return PROPOSALS if record.referred else PROPOSALS[:1]


def _entities(around: Shelf, record: Matter) -> Iterator[str]:
    """Who had a part in it: `FAO objects`, `ILO consulted`, `IOM proposed`; not who only joined."""
    proposal = around.proposals.get(record.proposal) if isinstance(record, Decision) else record
    if proposal is None:
        return
    if proposal.proposed_by:
        yield f"{proposal.proposed_by} proposed"
    for each in proposal.rounds:
        for position in passages.explicit(each):
            yield f"{position.entity} {position.kind}"
            yield from around.spellings((position.entity,))
    yield from (f"{held.body} consulted" for held in proposal.consultations if not held.waived)


def _silent(around: Shelf, record: Matter) -> tuple[str, ...]:
    """Who said nothing more of it, `ILO joins`, `FAO absent`: found by both words, since else each has nearly all."""
    proposal = around.proposals.get(record.proposal) if isinstance(record, Decision) else record
    positions = proposal.positions if proposal is not None else ()
    return tuple(f"{each.entity} {each.kind}" for each in positions if each.kind in passages.SILENT)


def _answer(record: Matter) -> tuple[str, ...]:
    answer: Answered | Ruled | None = record.answer
    if answer is not None:
        return (answer.kind,)
    return ("awaiting",) if record.awaits_answer else ()


# -- entries -------------------------------------------------------------


class _EntryCards:
    """Makes the cards of entries, thousands of which have the same few kinds and entities."""

    def __init__(self, around: Shelf, meeting: Meeting, common: Mapping[str, Mapping[str, str]]) -> None:
        self._around, self._meeting, self._common = around, meeting, common
        self._fields: dict[tuple[EntryKind, str], Mapping[str, str]] = {}

    def card(self, entry: Entry, folded: str) -> Card[Entry]:
        """What can be searched of one entry."""
        key = entry.kind, entry.entity
        if key not in self._fields:
            names = self._around.spellings((entry.entity,)) if entry.entity else ()
            self._fields[key] = folded_fields({"kind": (entry.kind,), "entity": names})
        common = self._common[entry.item]
        who = plain(f"{entry.entity} {self._around.item(entry.item)}")
        return Card(entry, folded, who, self._fields[key], self._meeting.on, "", common)


# -- comments and corrigenda -----------------------------------------------


def _remark_card(around: Shelf, record: passages.Remark, meeting: Meeting) -> Card[Said]:
    """A comment without an answer is open."""
    comment = record if isinstance(record, Comment) else None
    entities = around.spellings((comment.entity,)) if comment else ()
    about = comment.about if comment else "minutes"
    fields = {
        "is": ("open",) if comment and comment.treated is None else (),
        "kind": (KINDS[type(record)],),
        "entity": entities,
        "meeting": (meeting.symbol,),
        "body": (meeting.body,),
    }
    beside = (passage.text for passage in passages.of_remark(record))
    return card(record, (record.text, record.number, about, *entities, *beside), fields, record.on)


# -- actions -------------------------------------------------------------


def action_cards(around: Shelf) -> Iterator[Card[ActionPoint]]:
    """What can be searched of each action point that was not struck out, by meeting and number."""
    for meeting in reversed(newest_first(around)):
        for action in sorted(around.book.of(ActionPoint).of(meeting.id), key=by_number):
            if not action.struck:
                yield _action_card(around, action, meeting)


def _action_card(around: Shelf, action: ActionPoint, meeting: Meeting) -> Card[ActionPoint]:
    item, names = around.item(action.item), _names(around, action.responsible, meeting.id)
    notes = [passage.text for passage in passages.of_action(action)]
    fields = {
        "is": (action.status, *_progress(action, around.today)),
        "kind": ("action",),
        "owner": names,
        "entity": names,
        "meeting": (meeting.symbol,),
        "item": (item,),
        "body": (meeting.body,),
    }
    return card(action, (action.text, action.symbol, item, *names, *notes), fields, meeting.on)


def _progress(record: Decision | ActionPoint, today: date) -> tuple[str, ...]:
    late = record.open and record.due is not None and record.due < today
    return (*(("open",) if record.open else ()), *(("overdue",) if late else ()))
