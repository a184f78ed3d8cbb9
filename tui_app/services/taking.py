"""What each form of line does to the minutes, by a table: notes, actions, the agenda, documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui_app.documents.language import words_of
from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.capture.lines import (
    ActionLine,
    AdoptAgendaLine,
    AdoptLine,
    BasisLine,
    ChairLine,
    DeferLine,
    DocumentLine,
    DoorsLine,
    ItemLine,
    NewItemLine,
    NextLine,
    NoteLine,
    OwnerLine,
    StatementLine,
)
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.assignment import NOTHING_TO_DO, Terms, by_words
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.agenda import AgendaItem, read_item, start_clock, stop_clock
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.minutes import EntryKind
from tui_app.domain.meeting.procedure import ITEM_DEFERRED, minutes_adopted
from tui_app.domain.meeting.usual_agenda import recognised
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import Letter, full_symbol
from tui_app.services import deciding
from tui_app.services.adopting import Adoption, adopt, adopt_agenda, odd_at, previous_minutes
from tui_app.services.basis import record_basis
from tui_app.services.document_files import find_file, unquoted
from tui_app.services.documents import Submission, add_document
from tui_app.services.doors import enter_part
from tui_app.services.naming import find_decision
from tui_app.services.ownership import assign
from tui_app.services.pen import Pen, Taken, Takers


def _note(pen: Pen, line: NoteLine) -> Taken:
    entry = pen.enter(EntryKind.NOTE, text=line.text)
    return Taken(f"note {line.text}", entry=entry.id)


def _statement(pen: Pen, line: StatementLine) -> Taken:
    entry = pen.enter(EntryKind.STATEMENT, text=line.text, entity=line.entity, on_record=line.on_record)
    placed = "statement on record" if line.on_record else "statement"
    return Taken(f"{placed} {line.entity}: {line.text}", entry=entry.id)


def _action(pen: Pen, line: ActionLine) -> Taken:
    meeting = pen.meeting
    with pen.book.register.transaction("action point"):
        number = pen.book.take_number(meeting.id, Letter.ACTION)
        action = pen.book.of(ActionPoint).put(
            ActionPoint(
                id=new_id(),
                number=number,
                symbol=full_symbol(pen.book.charter.symbol, meeting.symbol, number),
                meeting=meeting.id,
                item=pen.item,
                text=line.text,
                responsible=line.responsible,
                due=line.due,
                due_words=line.due_words,
            )
        )
        entry = pen.enter(EntryKind.ACTION, refers_to=action.id)
    who = f"{', '.join(line.responsible)}: " if line.responsible else ""
    when = by_words(line.due, line.due_words, date.isoformat)
    by = f" {when}" if when else ""
    return Taken(f"action {who}{line.text}{by}", number, entry.id, _missing(line))


def _missing(line: ActionLine) -> str:
    if line.responsible and (line.due or line.due_words):
        return ""
    return "Nobody is responsible yet." if not line.responsible else "It has no date yet."


def _owner(pen: Pen, line: OwnerLine) -> Taken:
    decision = _owned(pen, line.number)
    due = line.due or decision.due if line.owners else None
    if decision.meeting == pen.meeting_id:
        with pen.book.register.transaction(f"owner of {decision.number}"):
            pen.book.of(Decision).put(replace(decision, owners=line.owners, due=due, carried_out=not line.owners))
    else:
        assign(pen.book, decision, Terms(responsible=line.owners, due=due, carried_out=not line.owners))
    by = f" by {due.isoformat()}" if due else ""
    number = decision.number if decision.meeting == pen.meeting_id else short_symbol(decision.symbol)
    return Taken(f"owner {', '.join(line.owners)}{by}" if line.owners else NOTHING_TO_DO, number)


def _owned(pen: Pen, number: str) -> Decision:
    """The decision of this meeting with a number, or else the last one; with a meeting before it, of any meeting."""
    if "/" in number:
        return find_decision(pen.book, number)
    decisions = pen.book.of(Decision).of(pen.meeting_id)
    chosen = [each for each in decisions if number in ("", each.number)]
    if not chosen:
        there = ", ".join(each.number for each in decisions) or "none yet"
        raise Problem(f"There is no decision {number}: the decisions of this meeting are {there}.")
    return chosen[-1]


# -- the agenda ----------------------------------------------------------


def go_to(pen: Pen, item: AgendaItem, *, untold: bool = False) -> Taken:
    """Put an item on the table: its clock runs, the other one's stops.

    In the open its title is told by that, unless it was given behind closed doors just now, `untold`.
    """
    meeting, now = pen.meeting, pen.moment()
    with pen.book.register.transaction(f"to item {pen.book.agenda(meeting.id).numbers[item.id]}"):
        leaving = pen.book.of(AgendaItem).find(meeting.current_item)
        if leaving is not None:
            pen.book.of(AgendaItem).put(stop_clock(leaving, now))
        entered, doors = enter_part(pen.book, meeting, item, now)
        running = start_clock(pen.book.of(AgendaItem).get(item.id), now)
        untold = untold or (running.untold and entered.doors_closed)
        pen.book.of(AgendaItem).put(replace(running, deferred=False, untold=untold))
        pen.book.of(Meeting).put(entered)
    return Taken(f"item {pen.book.agenda(meeting.id).numbers[item.id]} {item.title}", note=doors)


def _next(pen: Pen, _: NextLine) -> Taken:
    following = pen.book.agenda(pen.meeting_id).after(pen.meeting.current_item)
    if following is None:
        raise Problem("This is the last item of the agenda: close the meeting, or add an item with /new.")
    return go_to(pen, following)


def _item(pen: Pen, line: ItemLine) -> Taken:
    return go_to(pen, pen.book.agenda(pen.meeting_id).by_number(line.number))


def _new_item(pen: Pen, line: NewItemLine) -> Taken:
    agenda = pen.book.agenda(pen.meeting_id)
    current = next((i for i in agenda.items if i.id == pen.meeting.current_item), None)
    read = read_item(line.text, pen.meeting_id, pen.book.names().acronyms, rank=0)
    item = replace(recognised(read, words_of(pen.charter)), parent=current.parent if current else "")
    with pen.book.register.transaction(f"new item {item.title}"):
        place = agenda.items.index(current) + 1 if current else len(agenda.items)
        for rank, each in enumerate((*agenda.items[:place], item, *agenda.items[place:])):
            if each.rank != rank or each is item:
                pen.book.of(AgendaItem).put(replace(each, rank=rank))
        return go_to(pen, item, untold=pen.meeting.doors_closed)


def _defer(pen: Pen, _: DeferLine) -> Taken:
    deferred = deciding.defer(pen)
    if deferred is not None:
        return deferred
    current = pen.book.of(AgendaItem).find(pen.meeting.current_item)
    if current is None:
        raise Problem("There is no item on the table to defer: go to one with /item.")
    if current.deferred:
        number = pen.book.agenda(pen.meeting_id).numbers[current.id]
        raise Problem(f"Item {number} is deferred already: /next goes on, /item {number} takes it up again.")
    with pen.book.register.transaction(f"item {current.title} deferred"):
        pen.book.of(AgendaItem).put(replace(stop_clock(current, pen.moment()), deferred=True))
        entry = pen.enter(EntryKind.PROCEDURAL, text=words_of(pen.charter)(ITEM_DEFERRED))
    number = pen.book.agenda(pen.meeting_id).numbers[current.id]
    note = deciding.open_elsewhere(pen)
    return Taken(f"deferred item {number} {current.title}", entry=entry.id, note=note)


def _adopt(pen: Pen, line: AdoptLine) -> Taken:
    """The minutes of an earlier meeting are adopted, and the minutes of this one say so."""
    found = previous_minutes(pen.book, pen.meeting, line.meeting)
    adoption = Adoption(at=pen.meeting.symbol, on=pen.moment().date(), corrections=line.corrections)
    with_what = f", with the following corrections: {line.corrections.rstrip('.')}" if line.corrections else ""
    odd = " ".join(odd_at(pen.book, pen.meeting, found))
    with pen.book.register.transaction(f"minutes of {found.symbol} adopted", undoable=False):
        adopt(pen.book, found, adoption)
        entry = pen.enter(EntryKind.PROCEDURAL, text=minutes_adopted(found, words_of(pen.charter), line.corrections))
    return Taken(f"minutes of {found.symbol} adopted{with_what}", entry=entry.id, note=odd)


def _adopt_agenda(pen: Pen, _: AdoptAgendaLine) -> Taken:
    """The agenda is adopted as it stands, and the minutes say so."""
    with pen.book.register.transaction(f"agenda of {pen.meeting.symbol} adopted"):
        said = adopt_agenda(pen.book, pen.meeting, pen.moment())
        entry = pen.enter(EntryKind.PROCEDURAL, text=said)
    return Taken(f"agenda of {pen.meeting.symbol} adopted", entry=entry.id)


# -- the table and the doors ---------------------------------------------


def _document(pen: Pen, line: DocumentLine) -> Taken:
    file, title = find_file(pen.book, line.path), unquoted(line.path)
    submission = Submission(file=file, title="" if file else title, number=line.number, received=pen.moment().date())
    add_document(pen.book, pen.meeting, pen.item, submission)
    note = "" if file else "No such file was found here: only its title is kept."
    return Taken(f"document {line.number} {title}", note=note)


def _chair(pen: Pen, line: ChairLine) -> Taken:
    with pen.book.register.transaction(f"chair: {line.name}"):
        pen.book.of(Meeting).put(replace(pen.meeting, in_the_chair=line.name))
    return Taken(f"chair {line.name}")


def _doors(pen: Pen, line: DoorsLine) -> Taken:
    if line.closed and pen.meeting.doors_closed:
        raise Problem("The session is closed already: /open ends that.")
    if not line.closed and not pen.meeting.doors_closed:
        raise Problem("The session is open already: /closed takes it behind closed doors.")
    with pen.book.register.transaction("doors closed" if line.closed else "doors open"):
        pen.book.of(Meeting).put(replace(pen.meeting, doors_closed=line.closed))
    if line.closed:
        return Taken("closed session: what follows stays out of every paper but the internal one")
    return Taken("open session", note=_not_put_in_the_open(pen))


def _not_put_in_the_open(pen: Pen) -> str:
    """How the room comes to see what was made behind closed doors and is before it now: the title, the text."""
    record = pen.book.record(pen.meeting_id)
    item, proposal = pen.book.of(AgendaItem).find(pen.meeting.current_item), record.on_the_table
    told = []
    if item is not None and item.untold:
        number = record.agenda.numbers[item.id]
        told.append(f"The room sees item {number} by its number alone: /item {number} tells its title.")
    if proposal is not None and proposal.round is not None and proposal.round.closed:
        told.append(
            f"The room sees {proposal.number} as it was before: /amend with the new text puts that in the open."
        )
    return " ".join(told)


def _basis(pen: Pen, line: BasisLine) -> Taken:
    record_basis(pen.book, line.text)
    return Taken(f"basis {line.text}")


TAKERS: Takers = {
    NoteLine: _note,
    StatementLine: _statement,
    ActionLine: _action,
    OwnerLine: _owner,
    NextLine: _next,
    ItemLine: _item,
    NewItemLine: _new_item,
    DeferLine: _defer,
    AdoptLine: _adopt,
    AdoptAgendaLine: _adopt_agenda,
    ChairLine: _chair,
    DocumentLine: _document,
    DoorsLine: _doors,
    BasisLine: _basis,
}
