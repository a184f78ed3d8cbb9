"""Papers for the public: what a decision released, which each names at its top, and nothing beside it (R-70, R-71)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tui_app.documents.decisions import by_number
from tui_app.documents.formulas import told, told_names
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import cited, facts, paper
from tui_app.documents.markdown import escape, heading, paragraph, quote, strong, table
from tui_app.documents.outcomes import action_line
from tui_app.documents.phrases import in_a_sentence
from tui_app.documents.proceedings import entry_text
from tui_app.documents.release import CLOSED_ITEM
from tui_app.domain.charter.charter import Charter, Handling
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.meeting import title_in
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.membership.roster import NETWORK, Entity, Seat
from tui_app.domain.words import Words
from tui_app.domain.workplan.workplan import WorkplanLine

QUARTERS = (1, 2, 3, 4)


def public_minutes(record: MeetingRecord, released_by: Iterable[Decision], *, corrected: bool = False) -> str:
    """The public version of adopted minutes; `record` is what `released_minutes` leaves of the meeting's.

    `corrected`: at the adoption or after it, in words that this version has not.
    """
    words = words_of(record.charter)
    adopted = (words("Minutes adopted"), words.day(record.meeting.adopted_on))
    corrections = words("made to the minutes, and not in this version") if corrected else ""
    return paper(
        record.charter,
        words("Public version of the minutes of the {meeting}", meeting=in_a_sentence(title_in(words, record.meeting))),
        _head(released_by, words, [*_when(record, words), adopted, (words("Corrections"), corrections)]),
        _left_out(record.charter, words),
        *_proceedings(record, words),
        public=True,
    )


def public_agenda(record: MeetingRecord, released_by: Iterable[Decision]) -> str:
    """The items of an agenda, those behind closed doors by their number; `record` is what `for_outsiders` leaves."""
    words = words_of(record.charter)
    rows = (
        [escape(record.agenda.numbers[item.id]), escape(told(item.title, words)), _purpose(item, words)]
        for item in record.agenda.items
    )
    return paper(
        record.charter,
        words("Agenda of the {meeting}", meeting=in_a_sentence(title_in(words, record.meeting))),
        _head(released_by, words, _when(record, words)),
        table([*map(words, ("No.", "Item", "For|purpose"))], rows),
        public=True,
    )


def public_decisions(charter: Charter, records: Iterable[MeetingRecord], released_by: Iterable[Decision]) -> str:
    """The decisions that were released, under their meetings; `records` are what `for_outsiders` leaves of them."""
    words = words_of(charter)
    return paper(
        charter,
        words("Decisions released for the public"),
        _head(released_by, words),
        *(block for record in records for block in _of_meeting(record, words)),
        public=True,
    )


def public_members(
    charter: Charter, seats: Sequence[Seat], entities: Iterable[Entity], on: date, released_by: Iterable[Decision]
) -> str:
    """The entities that hold a `seats` of the network on a day, by their names; of nobody who sits there for them."""
    names, words = {entity.acronym: entity.name for entity in entities}, words_of(charter)
    rows = [[escape(seat.entity), escape(names.get(seat.entity, seat.entity))] for seat in seats]
    return paper(
        charter,
        words("Members as at {day}", day=words.date(on)),
        _head(released_by, words),
        table([*map(words, ("Entity", "Name"))], rows) if rows else paragraph(words("No member is recorded.")),
        public=True,
    )


def public_workplan(
    charter: Charter, year: int, endorsed: tuple[str, date], lines: Sequence[WorkplanLine],
    released_by: Iterable[Decision],
) -> str:  # fmt: skip
    """The workplan of a year as it was `endorsed`, by which decision and when: not what was done about it since."""
    by, on = endorsed
    words = words_of(charter)
    header = [*map(words, ("No.", "Output", "Lead and partners", "GCM", "SDG", "UNSDCF"))]
    return paper(
        charter,
        words("Workplan for {year}", year=year),
        _head(released_by, words, [(words("Endorsed by"), f"{by}, {words.date(on)}")]),
        table(header, [_line(line, words) for line in lines]),
        *_milestones(lines, words),
        public=True,
    )


# -- what they are made of -----------------------------------------------


def _head(released_by: Iterable[Decision], words: Words, more: Iterable[tuple[str, str]] = ()) -> str:
    """By which decision the paper may be read, before anything else."""
    decisions = words.all_of(
        words("{symbol} of {day}", symbol=each.symbol, day=words.date(each.adopted_on)) for each in released_by
    )
    return facts([(words("Released by"), decisions), *more], words)


def _when(record: MeetingRecord, words: Words) -> Iterator[tuple[str, str]]:
    yield words("Date"), words.date(record.meeting.on)
    yield words("Place"), record.meeting.place
    yield words("Body"), record.body.name if record.meeting.body != NETWORK else ""


def _left_out(charter: Charter, words: Words) -> str:
    rule = charter.confidentiality
    source = cited(rule.clauses) if rule.statement is Handling.INTERNAL else ""
    internal = words("Who took part, the positions taken and closed items stay internal")
    return paragraph(escape(f"{internal}{source}."))


def _proceedings(record: MeetingRecord, words: Words) -> Iterator[str]:
    """Each item of the agenda with what was said, decided and agreed under it; what is under none comes first."""
    items = {item.id for item in record.agenda.items}
    yield from _entries(record, (entry for entry in record.entries if entry.item not in items), words)
    for item in record.agenda.items:
        purpose = _purpose(item, words) and f" [{words('for {purpose}', purpose=_purpose(item, words))}]"
        number = record.agenda.numbers[item.id]
        yield heading(4 if item.parent else 3, escape(f"{number}. {told(item.title, words)}") + purpose)
        entered = list(_entries(record, record.entries_under(item), words))
        parts = any(other.parent == item.id for other in record.agenda.items)
        yield from entered or ([] if parts else [paragraph(words("Nothing of this item is in this version."))])


def _purpose(item: AgendaItem, words: Words) -> str:
    return "" if item.title == words(CLOSED_ITEM) else words(item.purpose.value)


def _entries(record: MeetingRecord, entries: Iterable[Entry], words: Words) -> Iterator[str]:
    for entry in _closed_told_once(entries, words):
        match record.behind(entry):
            case ActionPoint() as action:
                yield action_line(action, words)
            case Decision() as decision:
                yield _decision(decision, words)
            case _:
                yield paragraph(entry_text(record, entry, words))


def _closed_told_once(entries: Iterable[Entry], words: Words) -> Iterator[Entry]:
    """Of what was said behind closed doors under an item not how much it was."""
    told = False
    for entry in entries:
        closed = entry.text == words(CLOSED_ITEM)
        if not (closed and told):
            yield entry
        told = told or closed


def _decision(decision: Decision, words: Words) -> str:
    gone = words("rescinded since" if decision.state is DecisionState.RESCINDED else "superseded since")
    later = "" if decision.state is DecisionState.ADOPTED else f" ({gone})"
    return quote(paragraph(strong(decision.symbol) + escape(f" {decision.text}{later}")))


def _of_meeting(record: MeetingRecord, words: Words) -> Iterator[str]:
    meeting = record.meeting
    if record.decisions:
        yield heading(3, escape(f"{meeting.symbol}{words.colon}{title_in(words, meeting)}, {words.date(meeting.on)}"))
        rows = (
            [escape(each.symbol), escape(each.text), words.date(each.adopted_on)]
            for each in sorted(record.decisions, key=by_number)
        )
        yield table([*map(words, ("Symbol", "Decision", "Adopted"))], rows)


def _line(line: WorkplanLine, words: Words) -> list[str]:
    partners = f" {words('with {entities}', entities=told_names(line.partners, words))}" if line.partners else ""
    who = f"{told(line.lead, words)}{partners}".strip()
    return [line.number, *map(escape, (line.output, who, ", ".join(map(str, line.gcm)), ", ".join(line.sdg),
                                       line.unsdcf))]  # fmt: skip


def _done_in(line: WorkplanLine, quarter: int, words: Words) -> str:
    return words.semicolon.join(escape(each.text) for each in line.milestones if each.quarter == quarter)


def _milestones(lines: Iterable[WorkplanLine], words: Words) -> Iterator[str]:
    planned = [line for line in lines if line.milestones]
    if planned:
        yield heading(3, words("Milestones by quarter"))
        rows = ([line.number, *(_done_in(line, quarter, words) for quarter in QUARTERS)] for line in planned)
        yield table([words("No."), *(words("Q{quarter}", quarter=each) for each in QUARTERS)], rows)
