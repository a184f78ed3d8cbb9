"""What the line under the line promises, Enter keeps: one is tried with the code of the other."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tui_app.domain.capture.grammar import COMMANDS
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import Letter
from tui_app.services import capture, convene
from tui_app.services.charters import load_charter
from tui_app.services.foresight import foretell, foretell_edit
from tui_app.services.pen import Pen
from tui_app.services.registers import make

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
SITUATIONS = {
    "at the beginning": (),
    "with members in the room": ("/in UNDP A. B.", "/in IOM", "/closed"),
    "with a text before the body": ("/in UNDP A. B.", "/in IOM", "a note on UNDP", "/propose A text", "/rest joins"),
    "with an objection": ("/in all", "/propose A text", "/position UNHCR objects legal: no", "/rest joins"),
    "after a decision": ("/in all", "/decide A text", "/doc 3.1 Data plan.docx"),
}
LINES = [command.form for command in COMMANDS] + [
    "/item 77", "/owner D09 IOM", "/withdraw IOM", "/withdraw", "/out WHO", "/in all", "/in IOM, ILO",
    "/out UNDP 23:00", "/fix not there/x/", "/fix note/remark/", "/out UNDP 09:00", "/item 2", "/silence fri 17:00",
]  # fmt: skip


@pytest.fixture
def pen(tmp_path):
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", clock=lambda: NOW)
    starts = datetime(2026, 9, 22, 10)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts))
    convene.open_meeting(book, meeting)
    yield Pen(book, meeting.id)
    book.register.close()


def numbers(pen):
    return {letter: pen.book.next_number(pen.meeting_id, letter) for letter in Letter}


def attempt(deed):
    """The sentence of the Problem, empty where it was done."""
    try:
        deed()
    except Problem as problem:
        return str(problem)
    return ""


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_line_is_refused_before_enter_exactly_where_enter_refuses_it(pen, situation):
    for line in SITUATIONS[situation]:
        capture.take(pen, line)
    for line in LINES:
        before = pen.book.register.sequence
        foretold = attempt(lambda line=line: foretell(pen, line, numbers(pen)))
        assert pen.book.register.sequence == before
        taken = attempt(lambda line=line: capture.take(pen, line))
        if line.startswith("/doc") and taken:  # only Enter reads the file
            continue
        assert foretold == taken, line
        if not taken and pen.book.register.sequence > before:
            pen.book.register.undo()


def test_what_is_foretold_names_what_it_touches(pen):
    for line in ("/in all", "/item 3", "/propose A text"):
        capture.take(pen, line)
    assert foretell(pen, "/defer", numbers(pen)) == "Puts off: P1 A text"
    assert foretell(pen, "/next", numbers(pen)) == "To the next item: item 4 Any other business"
    capture.take(pen, "/rest joins")
    assert foretell(pen, "/declare", numbers(pen)) == "The chair declares: D01 decision A text"
    capture.take(pen, "/declare")
    assert foretell(pen, "/defer", numbers(pen)).startswith("Puts off: item 3")
    assert foretell(pen, "/owner IOM", numbers(pen)) == "IOM will carry out D01"
    assert foretell(pen, "/owner D01 IOM by 30 Nov 2026", numbers(pen)) == "IOM will carry out D01 by Mon 30 Nov 2026"
    assert foretell(pen, "/owner nobody", numbers(pen)) == "D01: nothing to carry out"


def test_deferring_means_what_is_under_the_item_on_the_table_and_names_what_stays_open_elsewhere(pen):
    for line in ("/in all", "/item 2", "/propose A text", "/item 3"):
        capture.take(pen, line)
    told = foretell(pen, "/defer", numbers(pen))
    assert told.startswith("Puts off: item 3")
    assert told.endswith("P1 under item 2 stays open: /item leads back there.")
    capture.take(pen, "/defer")
    (proposal,) = pen.book.of(Proposal).all()
    assert proposal.open
    capture.take(pen, "/item 2")
    assert foretell(pen, "/defer", numbers(pen)) == "Puts off: P1 A text"


@pytest.mark.parametrize(("lines", "told"), [
    (("/item 2", "/propose A text", "/propose Another"), "P1 and P2 under item 2 stay open"),
    (("/item 2", "/propose A", "/item 4", "/propose B", "/propose C"), "P1 under item 2, P2 and P3 under item 4 stay"),
])  # fmt: skip
def test_texts_that_stay_open_under_one_item_are_named_together(pen, lines, told):
    for line in ("/in all", *lines, "/item 3"):
        capture.take(pen, line)
    assert told in foretell(pen, "/defer", numbers(pen))


def test_an_edit_is_foretold_with_the_number_that_stays(pen):
    taken = capture.take(pen, "/action IOM: send it by fri")
    capture.take(pen, "/action ILO: read it by fri")
    entry = pen.book.of(Entry).get(taken.entry)
    told = foretell_edit(pen, entry, "/action ILO: send it by fri")
    assert told == "Edits the entry: A01 ILO - send it - by 25 Sep 2026"
    with pytest.raises(Problem, match="stays what it is"):
        foretell_edit(pen, entry, "now a note")


def test_a_note_that_is_written_as_a_command_becomes_what_it_says(pen):
    note = capture.take(pen, "//acton IOM: send it by fri")
    entry = pen.book.of(Entry).get(note.entry)
    taken = capture.edit(pen, entry, "/action IOM: send it by fri")
    assert taken.symbol == "A01"
    old, new = pen.book.record(pen.meeting_id).entries
    assert (old.struck, new.struck, new.rank, new.at) == (True, False, entry.rank, entry.at)
