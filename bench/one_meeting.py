"""What is said in one meeting of a made-up register: participants, documents, entries, decisions and actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bench.vocabulary import FOLLOW_UP, OPERATIVE, PEOPLE, STATEMENTS, TASKS, Words
from tui_app.domain.charter.charter import Output
from tui_app.domain.consensus.answer import Answered, Response
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.effect import Effect, EffectKind
from tui_app.domain.consensus.proposal import (
    Closing,
    Consultation,
    Ground,
    Outcome,
    Position,
    PositionKind,
    Proposal,
    Round,
)
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus, Progress
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.agenda import AgendaItem, Purpose, Span
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.symbols import Letter, full_symbol
from tui_app.services.book import Book

NOT_ADOPTED = (Outcome.DEFERRED, Outcome.NOT_REACHED, Outcome.REFERRED, Outcome.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is; `decisions`: proposals, most of which are adopted; their entries are among `entries`."""

    meetings: int = 100
    entries: int = 20_000
    decisions: int = 1_600
    actions: int = 1_500

    def share(self, n: int) -> Size:
        """What falls to the n-th meeting."""
        return Size(1, *(_share(whole, n, self.meetings) for whole in (self.entries, self.decisions, self.actions)))


def _share(whole: int, n: int, meetings: int) -> int:
    return whole * (n + 1) // meetings - whole * n // meetings


class Session:
    """What is said in one meeting."""

    def __init__(
        self, book: Book, words: Words, meeting: Meeting, size: Size, decided: list[Decision], today: date
    ) -> None:
        self.book, self.words, self.chance, self.meeting = book, words, words.chance, meeting
        self.size, self.decided, self.today = size, decided, today
        self.seats = self.book.seats(meeting)
        self.at = self.book.now()
        self.entries: list[Entry] = []

    def take(self) -> None:
        """The participants, the items, and then entry after entry."""
        items = self._items()
        self._participants()
        self._documents(items)
        plain = max(0, self.size.entries - 3 * self.size.decisions - self.size.actions)
        deeds = ["decision"] * self.size.decisions + ["action"] * self.size.actions + ["words"] * plain
        self.chance.shuffle(deeds)
        for place, deed in enumerate(deeds):
            self.at += timedelta(seconds=self.chance.randint(5, 60))
            item = items[place * len(items) // len(deeds)]
            {"decision": self._decision, "action": self._action, "words": self._entry}[deed](item)
        while len(self.entries) < self.size.entries:  # not every proposal became a decision with an entry of its own
            self._entry(items[-1])
        for entry in self.entries[: self.size.entries]:
            self.book.of(Entry).put(entry)

    def _items(self) -> list[AgendaItem]:
        usual = list(self.book.agenda(self.meeting.id).items)
        more = [
            AgendaItem(id=new_id(), meeting=self.meeting.id, rank=rank, title=self.words.title(),
                       purpose=self.chance.choice([*Purpose]), presenter=self._entity(), minutes=20)
            for rank in range(len(usual), len(usual) + 4)
        ]  # fmt: skip
        for item in more:
            self.book.of(AgendaItem).put(item)
        return [*usual, *more]

    def _participants(self) -> None:
        for seat in self.seats:
            here = self.chance.random() < 0.8
            self.book.of(Participant).put(Participant(
                id=new_id(), meeting=self.meeting.id, entity=seat.entity, apologies=not here,
                name=self.words.pick(PEOPLE) if here else "", presence=(Span(start=self.at),) if here else (),
            ))  # fmt: skip

    def _documents(self, items: list[AgendaItem]) -> None:
        for place, item in enumerate(items[3:6], 3):
            self.book.of(Document).put(Document(
                id=new_id(), meeting=self.meeting.id, item=item.id, number=f"{place}.1", title=f"Draft: {item.title}",
                received=self.meeting.on, circulated=self.meeting.on,
            ))  # fmt: skip

    def _entity(self) -> str:
        return self.words.pick([seat.entity for seat in self.seats])

    def _enter(self, item: AgendaItem, kind: EntryKind, text: str = "", entity: str = "", refers_to: str = "") -> None:
        self.entries.append(Entry(
            id=new_id(), meeting=self.meeting.id, item=item.id, rank=len(self.entries), at=self.at, kind=kind,
            by="Bench", text=text, entity=entity, refers_to=refers_to, on_record=bool(entity) and len(text) % 9 == 0,
            struck=self.chance.random() < 0.01,
        ))  # fmt: skip

    def _entry(self, item: AgendaItem) -> None:
        if self.chance.random() < 0.55:
            self._enter(item, EntryKind.NOTE, self.words.note())
        else:
            self._enter(item, EntryKind.STATEMENT, self.words.say(STATEMENTS), self._entity())

    def _number(self, letter: Letter) -> tuple[str, str]:
        number = self.book.take_number(self.meeting.id, letter)
        return number, full_symbol(self.book.charter.symbol, self.meeting.symbol, number)

    # -- actions ---------------------------------------------------------

    def _action(self, item: AgendaItem) -> None:
        number, symbol = self._number(Letter.ACTION)
        action = self.book.of(ActionPoint).put(ActionPoint(
            id=new_id(), number=number, symbol=symbol, meeting=self.meeting.id, item=item.id,
            text=self.words.say(TASKS), responsible=tuple({self._entity(): 0, self._entity(): 0}), due=self._due(),
            progress=tuple(self._progress()),
        ))  # fmt: skip
        self._enter(item, EntryKind.ACTION, refers_to=action.id)

    def _due(self) -> date | None:
        return self.meeting.on + timedelta(days=self.chance.randint(7, 180)) if self.chance.random() < 0.8 else None

    def _progress(self) -> Iterator[Progress]:
        """A few notes; of what is older than two years nearly all is done."""
        on = self.meeting.on
        for _ in range(self.chance.choice((0, 1, 1, 2, 3))):
            on += timedelta(days=self.chance.randint(10, 90))
            if on <= self.today:
                status = self.chance.choice((ActionStatus.IN_PROGRESS, ActionStatus.DELAYED))
                yield Progress(on=on, status=status, note=self.words.say(FOLLOW_UP), by=self.words.pick(PEOPLE))
        if self.meeting.on.year < self.today.year - 1 and self.chance.random() < 0.95:
            evidence = f"report of {on.year}, page {self.chance.randint(2, 80)}"
            yield Progress(on=on, status=ActionStatus.IMPLEMENTED, evidence=evidence, by=self.words.pick(PEOPLE))

    # -- decisions -------------------------------------------------------

    def _decision(self, item: AgendaItem) -> None:
        """A proposal with its rounds, the chair's words, and mostly a decision."""
        outcome = Outcome.ADOPTED if self.chance.random() < 0.93 else self.chance.choice(NOT_ADOPTED)
        number, _ = self._number(Letter.PROPOSAL)
        proposal = self.book.of(Proposal).put(self._proposal(number, item, outcome))
        self._enter(item, EntryKind.PROPOSAL, refers_to=proposal.id)
        assert proposal.closing is not None
        self._enter(item, EntryKind.PROCEDURAL, proposal.closing.words, refers_to=proposal.id)
        if outcome is Outcome.ADOPTED:
            decision = self.book.of(Decision).put(self._adopted(proposal, item))
            self.decided.append(decision)
            self._enter(item, EntryKind.DECISION, refers_to=decision.id)

    def _proposal(self, number: str, item: AgendaItem, outcome: Outcome) -> Proposal:
        texts = [f"The Network {self.words.say(OPERATIVE)}." for _ in range(self.chance.choice((1, 1, 1, 2, 3)))]
        rounds = tuple(
            Round(number=n, text=text, opened=self.at, positions=tuple(self._positions(last=n == len(texts))))
            for n, text in enumerate(texts, 1)
        )
        absent = [p.entity for p in rounds[-1].positions if p.kind is PositionKind.ABSENT]
        closing = Closing(outcome=outcome, at=self.at, declared_by="The Network Coordinator",
                          words="The Network Coordinator declared that there was no objection.",
                          basis="Consensus of the Executive Committee", clause="KEN:134")  # fmt: skip
        return Proposal(
            id=new_id(), number=number, meeting=self.meeting.id, item=item.id, body=self.meeting.body, text=texts[-1],
            proposed_by=self._entity(), rounds=rounds, closing=closing,
            consultations=tuple(Consultation(body=each, result=self.words.say(STATEMENTS), on=self.meeting.on)
                                for each in absent),
        )  # fmt: skip

    def _positions(self, *, last: bool) -> Iterator[Position]:
        for seat in self.seats:
            kind = self.chance.choices(
                (PositionKind.JOINS, PositionKind.STATEMENT, PositionKind.RESERVATION, PositionKind.ABSENT,
                 PositionKind.OBJECTS), (80, 6, 3, 6, 0 if last else 8))[0]  # fmt: skip
            said = kind in (PositionKind.STATEMENT, PositionKind.RESERVATION, PositionKind.OBJECTS)
            yield Position(
                entity=seat.entity, tier=seat.tier, kind=kind, at=self.at, present=kind is not PositionKind.ABSENT,
                words=self.words.say(STATEMENTS) if said else "",
                ground=Ground.RESOURCES if kind is PositionKind.OBJECTS else None,
                paragraph="para 2" if kind is PositionKind.RESERVATION else "",
            )  # fmt: skip

    def _adopted(self, proposal: Proposal, item: AgendaItem) -> Decision:
        number, symbol = self._number(Letter.DECISION)
        kind = Output.RECOMMENDATION if self.chance.random() < 0.2 else Output.DECISION
        owned = self.chance.random() < 0.85
        decision = Decision(
            id=new_id(), number=number, symbol=symbol, kind=kind, meeting=self.meeting.id, item=item.id,
            proposal=proposal.id, body=self.meeting.body, text=proposal.text,
            tier=self.book.charter.decision.binding_tier,
            basis="Consensus of the Executive Committee", clause="KEN:134", adopted_on=self.meeting.on,
            declared_by="The Network Coordinator", owners=(self._entity(),) if owned else (),
            due=self._due() if owned else None, progress=tuple(self._progress()),
        )  # fmt: skip
        decision = replace(decision, answer=self._answer() if kind is Output.RECOMMENDATION else None)
        return self._superseding(decision) if self.chance.random() < 0.05 else decision

    def _answer(self) -> Answered | None:
        on = self.meeting.on + timedelta(days=self.chance.randint(20, 120))
        if on > self.today or self.chance.random() < 0.3:
            return None
        return Answered(kind=self.chance.choice([*Response]), on=on, motivation=self.words.note(), by="Bench")

    def _superseding(self, decision: Decision) -> Decision:
        """The decision in place of one of the last fifty."""
        before = [d for d in self.decided[-50:] if d.meeting != decision.meeting and not d.superseded_by]
        if not before:
            return decision
        old = self.chance.choice(before)
        self.book.of(Decision).put(replace(self.book.of(Decision).get(old.id), superseded_by=decision.id))
        self.decided.remove(old)
        return replace(decision, effects=(Effect(kind=EffectKind.SUPERSEDE, subject=old.symbol),))
