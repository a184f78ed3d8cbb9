"""Who carries an action or a decision out and by when, changed after its meeting too (R-48, R-62)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui_app.domain.calendar import read_date
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.assignment import Assignment, Terms, read_terms, terms_line
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.problem import Problem
from tui_app.services.book import Book


def read_assignment(book: Book, record: ActionPoint | Decision, text: str) -> Terms:
    """Read `IOM, ILO by 30 Sep because ...`; what is not said stays. Problem where a name or a date cannot be read."""
    _require_standing(record)
    meeting, today = book.of(Meeting).get(record.meeting), book.today()
    to_come = (m.on for m in book.meetings() if m.body == meeting.body and m.on >= today and m.id != meeting.id)
    following = next(to_come, None)

    def read(phrase: str) -> date:
        return read_date(phrase, today, following)

    terms = read_terms(text, record.terms, book.names(), read)
    if isinstance(record, Decision) and terms.due_words:
        raise Problem(f"The date of a decision is a day, and {terms.due_words!r} is none: write it as 30 Sep.")
    if isinstance(record, ActionPoint) and terms.carried_out:
        raise Problem(f"An action is somebody's: report {record.symbol} as overtaken if nothing is to be done.")
    return terms


def assign(book: Book, record: ActionPoint | Decision, terms: Terms) -> ActionPoint | Decision:
    """Record who carries it out and by when; what a meeting that is over had agreed stays readable beside it."""
    record = book.of(ActionPoint).find(record.id) or book.of(Decision).get(record.id)
    _require_standing(record)
    who, due, earlier = terms.responsible, terms.due, (*record.earlier, *_before(book, record, terms))
    with book.register.transaction(f"{record.symbol}: who and by when"):
        if isinstance(record, ActionPoint):
            action = replace(record, responsible=who, due=due, due_words=terms.due_words, earlier=earlier)
            return book.of(ActionPoint).put(action)
        decision = replace(record, owners=who, due=due, carried_out=terms.carried_out, earlier=earlier)
        return book.of(Decision).put(decision)


def _before(book: Book, record: ActionPoint | Decision, terms: Terms) -> tuple[Assignment, ...]:
    """What stays readable: nothing where nothing had been said, or where the meeting is still agreeing it."""
    now = record.terms
    said = now.responsible or now.due or now.due_words
    same = terms_line(now) == terms_line(terms)
    if not said or same or not book.of(Meeting).get(record.meeting).over:
        return ()
    return (
        Assignment(responsible=now.responsible, due=now.due, due_words=now.due_words,
                   until=book.today(), by=book.register.who, why=terms.why),
    )  # fmt: skip


def _require_standing(record: ActionPoint | Decision) -> None:
    if isinstance(record, ActionPoint) and record.struck:
        raise Problem(f"{record.symbol} was struck out: nobody has to do it.")
    if isinstance(record, Decision) and record.state is not DecisionState.ADOPTED:
        raise Problem(f"{record.symbol} is {record.state}: name the owner of the decision that took its place.")
