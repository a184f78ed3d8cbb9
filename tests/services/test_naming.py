"""A decision is named as lists print it, whole, or by its end, wherever a decision is asked for."""

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.membership.roster import Body, BodyKind
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene
from tui_app.services.charters import load_charter
from tui_app.services.disagreements import disagreements, settle
from tui_app.services.groups import find_group, grounds_words, read_grounds, set_review
from tui_app.services.membership import admit
from tui_app.services.naming import find_decision
from tui_app.services.pen import Pen
from tui_app.services.registers import make
from tui_app.services.tenure import begin_term

D01, D02 = "UNNM-KEN/2026/Q3/D01", "UNNM-KEN/2026/Q3/D02"
FORMS = [D02, D02.lower(), "2026/Q3/D02", "2026q3/d2", " Q3/D02 ", "D02", "d2"]


@pytest.fixture
def book(tmp_path):
    """D01 and D02 of Q3, D01 of an extraordinary meeting, and a group."""
    now = datetime(2026, 9, 22, 8, tzinfo=UTC)
    book = make(load_charter("kenya"), tmp_path / "kenya", "A. Otieno", lambda: now, remembered=False)
    q3 = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 9)))
    ex = convene.plan(book, convene.Invitation(kind=MeetingKind.EXTRAORDINARY, starts=datetime(2026, 9, 22, 10),
                                               reason="floods"))  # fmt: skip
    for meeting, lines in ((q3, ("/decide One", "/decide Two")), (ex, ("/decide Three",))):
        convene.open_meeting(book, meeting)
        for line in lines:
            capture.take(Pen(book, meeting.id), line)
        convene.close_meeting(book, book.meeting(meeting.symbol))
    with book.register.transaction("group"):
        book.of(Body).put(Body(id="g", symbol="WG-DATA", name="Data", kind=BodyKind.WORKING_GROUP))
    return book


@pytest.mark.parametrize("typed", FORMS)
def test_every_form_of_a_symbol_names_the_decision(book, typed):
    assert find_decision(book, typed).symbol == D02


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("D01", "D01 can be 2026/Q3/D01 or 2026/EX1/D01: name the meeting"),
     ("2026/Q3/D03", "There is no decision '2026/Q3/D03': did you mean '2026/Q3/D0"), ("", "There is no decision ''"),
     ("02", "There is no decision '02'")],
)  # fmt: skip
def test_what_names_none_or_several_is_told_with_what_would_be_right(book, typed, sentence):
    with pytest.raises(Problem) as refused:
        find_decision(book, typed)
    assert sentence in str(refused.value)


@pytest.mark.parametrize("typed", FORMS)
def test_the_short_symbol_is_taken_wherever_a_decision_is_asked_for(book, typed):
    assert set_review(book, find_group(book, "WG-DATA"), date(2026, 12, 31), decision=typed).review_by == D02
    assert admit(book, "KNCHR", "Commission", date(2026, 9, 22), by=typed).approved_by == D02
    term = begin_term(book, body="WG-DATA", office="chair", entity="IOM", since=date(2026, 9, 22), decision=typed)
    assert term.decision == D02
    first = disagreements(book)[0].id
    assert settle(book, first, typed).resolved_by_decision == D02


def test_what_is_typed_as_grounds_is_a_decision_or_a_reason_and_never_a_mistyped_symbol(book):
    assert read_grounds(book, "2026/q3/d2") == (D02, "")
    assert grounds_words(book, "D02") == f"by {D02}"
    assert read_grounds(book, "the  D02 survey is late") == ("", "the D02 survey is late")
    with pytest.raises(Problem, match="There is no decision '2026/Q3/D09'"):
        read_grounds(book, "2026/Q3/D09")
