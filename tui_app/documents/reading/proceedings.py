"""The items of the agenda and what was said, decided and agreed under each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tui_app.documents.outcomes import NOBODY
from tui_app.documents.phrases import in_brackets
from tui_app.documents.reading.blocks import Block, Kind
from tui_app.documents.reading.found import ReadEntry, ReadItem, ReadOutcome
from tui_app.documents.reading.outcomes import read_outcome
from tui_app.documents.reading.reading import Reading, label_and_value, opened
from tui_app.documents.reading.tables import rows
from tui_app.domain.consensus.answer import Answered, Response
from tui_app.domain.follow_up.assignment import by_words
from tui_app.domain.meeting.agenda import Purpose, read_purpose
from tui_app.domain.meeting.minutes import EntryKind
from tui_app.domain.names import fold
from tui_app.domain.problem import Problem

_HEADING = re.compile(r"(?:(\d{1,2})([a-z]{0,2})[.)]\s+)?(.*?)(?:\s*\[(?:for )?(information|discussion|decision)\])?",
                      re.DOTALL)  # fmt: skip
_OF_NO_ITEM = frozenset({"proceedings", "notes"})
_NO_ITEM = "No item of the agenda was for what earlier meetings had left open:"
_WITHOUT_WORDS = frozenset({
    "The item was deferred.", "Nothing was recorded under this item.", "The item was not taken up.",
    "No matter was carried over from earlier meetings.", _NO_ITEM,
})  # fmt: skip


@dataclass(slots=True)
class Proceedings:
    """What is gathered while the sections are read one after the other."""

    reading: Reading
    decisions: list[ReadOutcome]
    actions: list[ReadOutcome]
    meetings: set[str]
    items: list[ReadItem] = field(default_factory=list)
    entries: list[ReadEntry] = field(default_factory=list)

    def read(self, heading: Block, section: Sequence[Block]) -> None:
        """One section: its heading is an item, or is of none."""
        item = self._item(heading, section)
        last: ReadOutcome | None = None
        for block in section:
            entry = self._entry(block, item, last)
            if entry is None:
                continue
            last = entry.outcome if block.kind is Kind.QUOTE else last if block.kind is Kind.POINT else None
            self.entries.append(replace(entry, item=item))

    def _item(self, heading: Block, section: Sequence[Block]) -> ReadItem | None:
        item = read_item(heading.text)
        without = any(block.text == _NO_ITEM for block in section)
        if fold(item.title) in _OF_NO_ITEM or (without and not item.number):
            return None
        there = next((each for each in self.items if _same(each, item)), None)
        if there is None:
            self.items.append(item)
            return item
        there.purpose, there.closed = item.purpose, item.closed
        return there

    def _entry(self, block: Block, item: ReadItem | None, last: ReadOutcome | None) -> ReadEntry | None:
        if block.kind is Kind.HEADER or (not block.text and block.kind is not Kind.ROW):
            return None
        text, closed = opened("; ".join(said.text for said in block.cells if said.text))
        if block.kind is Kind.PARAGRAPH and text in _WITHOUT_WORDS:
            if item is not None:
                item.deferred = item.deferred or text == "The item was deferred."
                item.taken_up = item.taken_up and text != "The item was not taken up."
            return None
        if block.kind is Kind.POINT and last is not None:
            text = self._fact(block, last, text)
        if block.kind is Kind.PARAGRAPH and item is not None:
            text = _introduction(item, text)
        return self._words(block, text, closed) if text else None

    def _fact(self, block: Block, decision: ReadOutcome, text: str) -> str:
        try:
            return _fact(self.reading, decision, text)
        except Problem as problem:
            self.reading.miss(block.line, str(problem), text)
            return ""

    def _words(self, block: Block, text: str, closed: bool) -> ReadEntry:
        """An action or a decision by its number, a statement, or a note."""
        note = ReadEntry(item=None, kind=EntryKind.NOTE, text=text, closed=closed)
        bold = opened(block.said.bold)[0] or text.partition(" ")[0] if block.said.bold or closed else ""
        outcome = self._known(block, bold)
        if outcome is not None:
            _take_text(outcome, text.removeprefix(bold).lstrip(" "))
            outcome.closed = outcome.closed or closed
            kind = EntryKind.DECISION if outcome.decision else EntryKind.ACTION
            return replace(note, kind=kind, text="", outcome=outcome)
        marked = re.match(r"(?:/|#)?(ACTION|DECISION)(?: POINT)?:\s*(.+)", text, re.DOTALL | re.IGNORECASE)
        if marked:
            return self._marked(block, marked, note)
        return _statement(self.reading, note, block.said.bold)

    def _known(self, block: Block, bold: str) -> ReadOutcome | None:
        """The outcome whose number stands in bold at the beginning: an action's, or in a quotation a decision's."""
        every = self.decisions if block.kind is Kind.QUOTE else self.actions
        number = bold.rpartition("/")[2]
        return next((each for each in every if bold and each.number == number), None)

    def _marked(self, block: Block, marked: re.Match[str], note: ReadEntry) -> ReadEntry:
        decision = fold(marked[1]) == "decision"
        found = read_outcome(self.reading, block.line, marked[2], self.meetings, decision=decision)
        if not found:
            return note
        (self.decisions if decision else self.actions).extend(found)
        kind = EntryKind.DECISION if decision else EntryKind.ACTION
        return replace(note, kind=kind, text="", outcome=found[0])


def read_item(heading: str) -> ReadItem:
    """`3. Data on labour migration (closed part) [for decision]`; `2a.` is a part of the item before it."""
    found = _HEADING.fullmatch(heading)
    assert found is not None
    title = found[3].removesuffix(" (closed part)")
    return ReadItem(title=title, number=f"{found[1] or ''}{found[2] or ''}", part=bool(found[2]),
                    closed=title != found[3], purpose=Purpose(found[4] or Purpose.DISCUSSION))  # fmt: skip


def _same(one: ReadItem, other: ReadItem) -> bool:
    numbers = not one.number or not other.number or one.number == other.number
    return numbers and fold(one.title) == fold(other.title)


def read_agenda(reading: Reading, section: Sequence[Block]) -> Iterator[ReadItem]:
    """The items of an agenda that stands by itself: a table, or a list."""
    columns = {"no.": "number", "item": "title", "title": "title", "purpose": "purpose", "presenter": "presenter"}
    for row in rows(reading, section, columns):
        letters = row["number"].lstrip("0123456789")
        try:
            purpose = read_purpose(row["purpose"]) if row["purpose"] else Purpose.DISCUSSION
        except Problem as problem:
            reading.miss(row.line, str(problem), row.text)
            continue
        yield ReadItem(title=row["title"], number=row["number"], part=bool(letters), purpose=purpose,
                       presenter=row["presenter"])  # fmt: skip
    for block in section:
        if block.kind in (Kind.POINT, Kind.PARAGRAPH) and block.text:
            yield read_item(block.text)


def _introduction(item: ReadItem, text: str) -> str:
    """A paragraph without the presenter whom the agenda has; what is left names the documents."""
    presented = (f"Presented by {the}{item.presenter}." for the in ("", "the "))
    said = next(filter(text.startswith, presented), "") if item.presenter else ""
    return text.removeprefix(said).lstrip() if said else text


def _take_text(outcome: ReadOutcome, text: str) -> None:
    """The text of a decision or an action as it stands among the entries, where it has kept its line breaks."""
    whole = text
    if not outcome.decision:
        who = ", ".join(outcome.responsible)
        when = in_brackets(by_words(outcome.due, outcome.due_words))
        start = next((start for start in (f"{who or NOBODY}: ", ": ") if text.startswith(start)), "")
        if not text.endswith(when):
            return
        whole = text[len(start) : len(text) - len(when)]
    if re.sub(r"\s*\n\s*", " / ", whole) == outcome.text:
        outcome.text = whole


def _fact(reading: Reading, decision: ReadOutcome, text: str) -> str:
    """What a point below a decision says that its row does not; empty where it says nothing more."""
    label, value = label_and_value(text)
    if label in ("owner", "due", "basis"):
        return ""
    if label == "adopted" and value.startswith("on "):
        decision.adopted_on = reading.full_date(value.removeprefix("on "))
        return ""
    if label == "recommendation to":
        decision.recommended = True
        return ""
    if label.startswith("answer of the ") and decision.recommended:
        decision.answer = _answer(reading, value)
        return "" if decision.answer or value.startswith("awaited") else text
    return text


_ANSWER = re.compile(r"(followed in part|followed|not followed), (\d{1,2} \w+ \d{4})(?:: (.*))?", re.DOTALL)
_RESPONSES = {"followed in part": Response.PARTLY}


def _answer(reading: Reading, text: str) -> Answered | None:
    found = _ANSWER.fullmatch(text)
    if not found:
        return None
    kind = _RESPONSES.get(found[1]) or Response(found[1])
    return Answered(kind=kind, on=reading.full_date(found[2]), motivation=found[3] or "")


def _statement(reading: Reading, note: ReadEntry, bold: str) -> ReadEntry:
    """`UNHCR: text` of an entity that is known, and what was placed on record; anything else stays as it is."""
    marked = "On record, as requested: "
    on_record = bold == marked.removesuffix(": ") and note.text.startswith(marked)
    text = note.text.removeprefix(marked) if on_record else note.text
    entity, colon, words = text.partition(": ")
    known = reading.names.find(entity) if colon else None
    if known is None and on_record:
        known, words = _reporting(reading, text)
    if known is None or not words.strip():
        return note
    return replace(note, kind=EntryKind.STATEMENT, entity=known, text=words.strip(), on_record=on_record)


def _reporting(reading: Reading, text: str) -> tuple[str | None, str]:
    """`UNHCR asked for data` as who and what."""
    try:
        return reading.names.split(text)
    except Problem:
        return None, ""
