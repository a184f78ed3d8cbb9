"""Adopting a text does what it says, on that date, and history stays (R-07, R-49 to R-52)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.effect import undone
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.membership.roster import Body, Seat
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene, membership
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make
from tui_app.services.workplan import add_line

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
ON = date(2026, 9, 22)


@pytest.fixture
def pen(tmp_path):
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", clock=lambda: NOW)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    convene.open_meeting(book, meeting)
    pen = Pen(book, meeting.id)
    capture.take(pen, "/in all")
    yield pen
    book.register.close()


def take(pen, *lines):
    return [capture.take(pen, line) for line in lines]


def group(pen, symbol):
    return next((body for body in pen.book.of(Body).all() if body.symbol == symbol), None)


def test_a_group_is_established_by_its_decision_and_not_before(pen):
    take(pen, "/propose The Network establishes a group", "/effect establish WG-DATA Data, ad hoc until 30 Jun 2027")
    assert group(pen, "WG-DATA") is None
    take(pen, "/rest joins", "/declare")
    made = group(pen, "WG-DATA")
    (decision,) = pen.book.of(Decision).all()
    assert (made.established, made.established_by) == (ON, decision.symbol)
    assert (made.ad_hoc, made.review_on) == (True, date(2027, 6, 30))
    assert [effect.subject for effect in decision.effects] == ["WG-DATA"]


def test_a_text_that_is_not_adopted_does_nothing(pen):
    take(pen, "/propose The Network establishes a group", "/effect establish WG-DATA Data", "/defer")
    assert group(pen, "WG-DATA") is None


def test_undo_takes_back_the_decision_with_all_it_did(pen):
    take(pen, "/propose A group", "/effect establish WG-DATA Data", "/rest joins", "/declare")
    pen.book.register.undo()
    assert group(pen, "WG-DATA") is None
    assert not pen.book.of(Decision).all()
    pen.book.register.redo()
    assert group(pen, "WG-DATA") is not None


def test_an_abolished_group_stays_in_the_record_and_its_symbol_is_not_used_again(pen):
    take(pen, "/d A group is made", "/effect establish WG-DATA Data", "/d It is abolished", "/effect abolish WG-DATA")
    assert group(pen, "WG-DATA").abolished == ON
    with pytest.raises(Problem, match="not used again"):
        take(pen, "/effect establish WG-DATA Data again")


def test_a_seat_that_waited_for_the_decision_is_held_from_its_day(pen):
    membership.admit(pen.book, "UNOPS", "Office for Project Services", date(2026, 7, 1))
    take(pen, "/propose UNOPS is admitted", "/effect admit UNOPS", "/rest joins", "/declare")
    (seat,) = [seat for seat in pen.book.of(Seat).all() if seat.entity == "UNOPS"]
    (decision,) = pen.book.of(Decision).all()
    assert (seat.pending, seat.since, seat.approved_by) == (False, ON, decision.symbol)


def test_a_new_member_has_its_seat_by_the_decision(pen):
    take(pen, "/d UNOPS is admitted", "/effect admit UNOPS Office for Project Services")
    (seat,) = [seat for seat in pen.book.of(Seat).all() if seat.entity == "UNOPS"]
    assert not seat.pending
    assert seat.held_on(ON)


@pytest.mark.parametrize(("verb", "state"), [("supersede", "superseded"), ("rescind", "rescinded")])
def test_an_earlier_decision_is_superseded_or_rescinded_both_ways(pen, verb, state):
    take(pen, "/d The first text", "/propose The second", f"/effect {verb} D01", "/rest joins", "/declare")
    first, second = pen.book.of(Decision).all()
    assert first.state is DecisionState(state)
    assert second.id in (first.superseded_by, first.rescinded_by)
    assert [effect.subject for effect in second.effects] == [first.symbol]
    assert first.text == "The first text"
    with pytest.raises(Problem, match=f"is {state} already"):
        take(pen, "/d A third text", f"/effect {verb} 2026/Q3/D01")


def test_the_chair_of_a_group_is_chosen_for_a_term(pen):
    take(pen, "/d A group is made", "/effect establish WG-DATA Data")
    take(pen, "/propose IOM chairs it", "/effect chair WG-DATA IOM J. Doe until 21 Sep 2027", "/rest joins", "/declare")
    from tui_app.domain.membership.tenure import ChairTerm

    (term,) = pen.book.of(ChairTerm).all()
    assert (term.body, term.entity, term.person, term.since) == ("WG-DATA", "IOM", "J. Doe", ON)
    with pytest.raises(Problem, match="12 months"):
        take(pen, "/d Another", "/effect establish WG-IBM Borders", "/effect chair WG-IBM ILO until 30 Dec 2028")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/effect supersede 2026/Q1/D09", "no decision"),
        ("/effect abolish WG-NONE", "no working group"),
        ("/effect chair WG-NONE IOM", "no working group"),
        ("/effect admit UNHCR", "has a seat already"),
        ("/effect release 2025/Q1", "no meeting"),
    ],
)
def test_what_could_not_be_done_at_adoption_is_refused_at_once(pen, line, told):
    take(pen, "/propose A text")
    with pytest.raises(Problem, match=told):
        take(pen, line)


def test_without_a_proposal_or_decision_nothing_can_do_it(pen):
    with pytest.raises(Problem, match="no proposal and no decision"):
        take(pen, "/effect workplan 2027")


def test_a_group_of_the_network_decides_without_a_rule_of_the_terms_of_reference(pen):
    """No ToR says how a group decides: all its members bind, and the paper claims no clause (R-45)."""
    book = pen.book
    take(pen, "/d A group is made", "/effect establish WG-DATA Data")
    for entity in ("FAO", "WHO"):
        membership.admit(book, entity, "", date(2026, 9, 1), body="WG-DATA", by="UNNM-KEN/2026/Q3/D01")
    convene.close_meeting(book, pen.meeting)
    kind = MeetingKind.WORKING_GROUP
    starts = datetime(2026, 9, 22, 15)
    meeting = convene.plan(book, convene.Invitation(kind=kind, starts=starts, body="WG-DATA"))
    convene.open_meeting(book, meeting)
    group_pen = Pen(book, meeting.id)
    take(group_pen, "/in FAO, WHO", "/propose The group reports", "/position FAO objects process: too early")
    taken = take(group_pen, "/rest joins", "/declare")[-1]
    assert taken.what.startswith("not reached")
    (decision,) = [capture.take(group_pen, "/d The group reports in 2027")]
    made = book.of(Decision).of(meeting.id)[0]
    assert decision.symbol == "D01"
    assert made.clause == ""
    assert "no rule of decision for working groups" in made.basis


def test_what_a_decision_does_is_printed_and_shown_with_it(pen):
    from tui_app.services import papers

    take(pen, "/propose A group", "/effect establish WG-DATA Data", "/effect workplan 2027", "/rest joins", "/declare")
    paper = papers.paper(pen.book, "minutes", pen.meeting.symbol)
    assert "- **Effect**: establishes WG-DATA (Data), permanent; endorses the workplan for 2027" in paper


def test_no_meeting_is_planned_of_a_group_that_does_not_stand(pen):
    take(pen, "/d A group", "/effect establish WG-DATA Data", "/d No group", "/effect abolish WG-DATA")
    later = convene.Invitation(kind=MeetingKind.WORKING_GROUP, starts=datetime(2026, 10, 1, 10), body="WG-DATA")
    with pytest.raises(Problem, match="does not stand on 1 October 2026"):
        convene.plan(pen.book, later)


def test_what_a_text_does_is_named_with_it_and_can_be_taken_back(pen):
    take(pen, "/propose A group", "/effect establish WG-DATA Data")
    (taken,) = take(pen, "/effect chair WG-DATA IOM")
    assert str(taken) == "P1 chooses IOM to chair WG-DATA"
    take(pen, "/effect none", "/rest joins", "/declare")
    assert group(pen, "WG-DATA") is None


def test_a_group_is_not_born_overdue(pen):
    take(pen, "/propose A group")
    with pytest.raises(Problem, match="30 Jan 2026 is over"):
        take(pen, "/effect establish WG-AA Alpha, ad hoc until 30 Jan 2026")
    (taken,) = take(pen, "/effect establish WG-AA Alpha, ad hoc")
    assert "no day is set to review it" in taken.note


def test_what_a_proposal_does_to_a_group_is_said_anew_until_it_is_adopted(pen):
    *_, again = take(pen, "/propose A group", "/effect establish WG-AA Alpha", "/effect chair WG-AA IOM",
                     "/effect establish WG-AA All ages, ad hoc until 30 Jun 2027")  # fmt: skip
    assert again.note == "This takes the place of: establishes WG-AA (Alpha), permanent."
    take(pen, "/rest joins", "/declare")
    assert (group(pen, "WG-AA").name, group(pen, "WG-AA").review_on) == ("All ages", date(2027, 6, 30))


def test_a_text_that_establishes_and_has_no_effect_is_remarked_on(pen):
    *_, declared = take(pen, "/propose The Network establishes a task force on data", "/rest joins", "/declare")
    assert 'says "establishes", and its adoption does nothing of the kind: /effect establish' in declared.note
    (decided,) = take(pen, "/d The Network endorses the workplan of 2027")
    assert "/effect workplan 2027" in decided.note
    *_, kept = take(pen, "/propose It is agreed to establish a group on data", "/effect establish WG-D Data",
                    "/rest joins", "/declare")  # fmt: skip
    assert "nothing of the kind" not in kept.note
    (other,) = take(pen, "/d The Network establishes a calendar of reports")
    assert "nothing of the kind" not in other.note


def test_what_is_said_right_after_a_decision_is_said_of_it_though_another_text_is_open(pen):
    take(pen, "/propose A text that stays open", "/decide The Network establishes a group.")
    take(pen, "/effect establish WG-DATA Data and research")
    assert group(pen, "WG-DATA").established_by.endswith("/D01")
    take(pen, "/propose A text put later", "/effect establish WG-IBM Border management")
    assert group(pen, "WG-IBM") is None


def test_the_form_of_an_effect_names_the_year_of_the_text():
    assert "/effect workplan 2026." in undone("The Network endorses its workplan for 2026", ())
    assert "/effect workplan 2027." in undone("The Network endorses its workplan", ())


def test_that_a_workplan_without_a_line_is_endorsed_is_told(pen):
    take(pen, "/d The Network endorses the workplan of 2027")
    (endorsed,) = take(pen, "/effect workplan 2027")
    assert endorsed.note == "The workplan for 2027 has no line yet: nothing stands in what is endorsed."
    add_line(pen.book, 2026, "Survey held [IOM]; Q4 report")
    take(pen, "/d The Network endorses the workplan of 2026")
    (endorsed,) = take(pen, "/effect workplan 2026")
    assert endorsed.note == ""
