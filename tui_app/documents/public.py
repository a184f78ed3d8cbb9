"""Papers for the public: what a decision released, which each names at its top, and nothing beside it (R-70, R-71)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tui_app.documents.decisions import by_number
from tui_app.documents.letterhead import cited, facts, paper
from tui_app.documents.markdown import escape, heading, paragraph, quote, strong, table
from tui_app.documents.outcomes import action_line
from tui_app.documents.phrases import all_of, in_a_sentence
from tui_app.documents.proceedings import words_of
from tui_app.documents.release import CLOSED_ITEM
from tui_app.domain.calendar import long_date
from tui_app.domain.charter.charter import Charter, Handling
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.membership.roster import NETWORK, Entity, Seat
from tui_app.domain.workplan.workplan import WorkplanLine

QUARTERS = (1, 2, 3, 4)


def public_minutes(record: MeetingRecord, released_by: Iterable[Decision]) -> str:
    """The public version of adopted minutes; `record` is what `released_minutes` leaves of the meeting's."""
    return paper(
        record.charter,
        f"Public version of the minutes of the {in_a_sentence(record.meeting.title)}",
        _head(released_by, [*_when(record), ("Minutes adopted", _day(record.meeting.adopted_on))]),
        _left_out(record.charter),
        *_proceedings(record),
        public=True,
    )


def public_agenda(record: MeetingRecord, released_by: Iterable[Decision]) -> str:
    """The items of an agenda, those behind closed doors by their number; `record` is what `for_outsiders` leaves."""
    rows = (
        [escape(record.agenda.numbers[item.id]), escape(item.title), _purpose(item)] for item in record.agenda.items
    )
    return paper(
        record.charter,
        f"Agenda of the {in_a_sentence(record.meeting.title)}",
        _head(released_by, _when(record)),
        table(["No.", "Item", "For"], rows),
        public=True,
    )


def public_decisions(charter: Charter, records: Iterable[MeetingRecord], released_by: Iterable[Decision]) -> str:
    """The decisions that were released, under their meetings; `records` are what `for_outsiders` leaves of them."""
    return paper(
        charter,
        "Decisions released for the public",
        _head(released_by),
        *(block for record in records for block in _of_meeting(record)),
        public=True,
    )


def public_members(
    charter: Charter, seats: Sequence[Seat], entities: Iterable[Entity], on: date, released_by: Iterable[Decision]
) -> str:
    """The entities that hold a `seats` of the network on a day, by their names; of nobody who sits there for them."""
    names = {entity.acronym: entity.name for entity in entities}
    rows = [[escape(seat.entity), escape(names.get(seat.entity, seat.entity))] for seat in seats]
    return paper(
        charter,
        f"Members as at {long_date(on)}",
        _head(released_by),
        table(["Entity", "Name"], rows) if rows else paragraph("No member is recorded."),
        public=True,
    )


def public_workplan(
    charter: Charter, year: int, endorsed: tuple[str, date], lines: Sequence[WorkplanLine],
    released_by: Iterable[Decision],
) -> str:  # fmt: skip
    """The workplan of a year as it was `endorsed`, by which decision and when: not what was done about it since."""
    by, on = endorsed
    return paper(
        charter,
        f"Workplan for {year}",
        _head(released_by, [("Endorsed by", f"{by}, {long_date(on)}")]),
        table(["No.", "Output", "Lead and partners", "GCM", "SDG", "UNSDCF"], map(_line, lines)),
        *_milestones(lines),
        public=True,
    )


# -- what they are made of -----------------------------------------------


def _head(released_by: Iterable[Decision], more: Iterable[tuple[str, str]] = ()) -> str:
    """By which decision the paper may be read, before anything else."""
    decisions = all_of(f"{each.symbol} of {long_date(each.adopted_on)}" for each in released_by)
    return facts([("Released by", decisions), *more])


def _when(record: MeetingRecord) -> Iterator[tuple[str, str]]:
    yield "Date", long_date(record.meeting.on)
    yield "Place", record.meeting.place
    yield "Body", record.body.name if record.meeting.body != NETWORK else ""


def _day(on: date | None) -> str:
    return long_date(on) if on else ""


def _left_out(charter: Charter) -> str:
    rule = charter.confidentiality
    source = cited(rule.clauses) if rule.statement is Handling.INTERNAL else ""
    return paragraph(escape(f"Who took part, the positions taken and closed items stay internal{source}."))


def _proceedings(record: MeetingRecord) -> Iterator[str]:
    """Each item of the agenda with what was said, decided and agreed under it; what is under none comes first."""
    items = {item.id for item in record.agenda.items}
    yield from _entries(record, (entry for entry in record.entries if entry.item not in items))
    for item in record.agenda.items:
        purpose = f" [for {_purpose(item)}]" if _purpose(item) else ""
        number = record.agenda.numbers[item.id]
        yield heading(4 if item.parent else 3, escape(f"{number}. {item.title}") + purpose)
        yield from _entries(record, record.entries_under(item))


def _purpose(item: AgendaItem) -> str:
    return "" if item.title == CLOSED_ITEM else item.purpose.value


def _entries(record: MeetingRecord, entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        match record.behind(entry):
            case ActionPoint() as action:
                yield action_line(action)
            case Decision() as decision:
                yield _decision(decision)
            case _:
                yield paragraph(words_of(record, entry))


def _decision(decision: Decision) -> str:
    later = "" if decision.state is DecisionState.ADOPTED else f" ({decision.state.value} since)"
    return quote(paragraph(strong(decision.symbol) + escape(f" {decision.text}{later}")))


def _of_meeting(record: MeetingRecord) -> Iterator[str]:
    if record.decisions:
        yield heading(3, escape(f"{record.meeting.symbol}: {record.meeting.title}, {long_date(record.meeting.on)}"))
        rows = (
            [escape(each.symbol), escape(each.text), long_date(each.adopted_on)]
            for each in sorted(record.decisions, key=by_number)
        )
        yield table(["Symbol", "Decision", "Adopted"], rows)


def _line(line: WorkplanLine) -> list[str]:
    partners = f" with {', '.join(line.partners)}" if line.partners else ""
    who = f"{line.lead}{partners}".strip()
    return [line.number, *map(escape, (line.output, who, ", ".join(map(str, line.gcm)), ", ".join(line.sdg),
                                       line.unsdcf))]  # fmt: skip


def _milestones(lines: Iterable[WorkplanLine]) -> Iterator[str]:
    planned = [line for line in lines if line.milestones]
    if planned:
        yield heading(3, "Milestones by quarter")
        rows = (
            [line.number, *("; ".join(escape(each.text) for each in line.milestones if each.quarter == quarter)
                            for quarter in QUARTERS)]
            for line in planned
        )  # fmt: skip
        yield table(["No.", *(f"Q{quarter}" for quarter in QUARTERS)], rows)
