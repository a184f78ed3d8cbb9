"""What lines do to the record where the room, the item or the clock matters."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import PositionKind, Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene, correcting, membership, moving, papers
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)


def open_pen(folder, network, zone_hour=10):
    book = make(load_charter(network), folder / network, "A. Otieno", clock=lambda: NOW)
    starts = datetime(2026, 9, 22, zone_hour)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts))
    convene.open_meeting(book, meeting)
    return Pen(book, meeting.id)


@pytest.fixture
def pen(tmp_path):
    pen = open_pen(tmp_path, "kenya")
    yield pen
    pen.book.register.close()


def take(pen, *lines):
    return [capture.take(pen, line) for line in lines]


def minutes(pen):
    return papers.paper(pen.book, "minutes", pen.meeting.symbol)


def item_of(pen, entry_id):
    return pen.book.agenda(pen.meeting_id).numbers[pen.book.of(Entry).get(entry_id).item]


@pytest.mark.parametrize("ending", ["/withdraw", "/declare"])
def test_the_end_of_a_check_is_written_under_the_item_of_its_text(pen, ending):
    *_, taken = take(pen, "/in all", "/item 3", "/propose A text", "/rest joins", "/item 4", ending)
    assert item_of(pen, taken.entry) == "3"


def test_a_decision_with_nobody_recorded_as_present_claims_that_nobody_joined(pen):
    (taken,) = take(pen, "/decide The Network took note of the report")
    (proposal,) = pen.book.of(Proposal).all()
    (decision,) = pen.book.of(Decision).all()
    assert "Nobody is recorded as present" in taken.note
    assert {p.kind for p in proposal.positions} == {PositionKind.ABSENT}
    assert decision.basis.endswith("; attendance was not recorded")
    text = minutes(pen)
    assert "attendance was not recorded" in text
    assert "Not in the room" not in text
    assert "present: " not in text


@pytest.mark.parametrize("network", ["albania", "kyrgyzstan", "serbia", "kosovo"])
def test_it_can_be_so_decided_in_every_network_without_attendance(tmp_path, network):
    pen = open_pen(tmp_path, network)
    (taken,) = take(pen, "/decide The Network took note of the report")
    assert taken.symbol == "D01"
    assert "absent and not consulted" not in minutes(pen)
    pen.book.register.close()


def test_every_member_comes_in_at_once_but_those_who_sent_apologies(pen):
    take(pen, "/apologies FAO", "/in UNDP J. Mwangi", "/in all")
    here = {p.entity: p.name for p in pen.book.of(Participant).all() if p.present}
    assert len(here) == 18
    assert "FAO" not in here
    assert here["UNDP"] == "J. Mwangi"
    with pytest.raises(Problem, match="in the room already"):
        take(pen, "/in all")


def test_several_members_come_in_without_names_and_get_them_later(pen):
    take(pen, "/in IOM, ILO 10:05", "/in ILO M. Njeri, Officer")
    people = [(p.entity, p.name, p.title) for p in pen.book.of(Participant).all()]
    assert people == [("IOM", "", ""), ("ILO", "M. Njeri", "Officer")]


@pytest.mark.parametrize(
    ("line", "told"),
    [("/out IOM 11:05", "is still to come"), ("/out IOM 09:50", "came in at 10:05"), ("/in WHO 23:00", "to come")],
)
def test_a_time_that_cannot_be_is_refused(pen, line, told):
    take(pen, "/in IOM 10:05")
    with pytest.raises(Problem, match=told):
        take(pen, line)


def test_who_was_put_down_with_all_and_sent_apologies_was_not_in_the_room(pen):
    take(pen, "/in all", "/apologies FAO", "/out WHO", "/apologies WHO")
    record = pen.book.record(pen.meeting_id)
    assert record.attendance.apologies == ("FAO", "WHO")
    assert "| FAO |" not in minutes(pen)
    with pytest.raises(Problem, match="is in the room"):
        take(pen, "/in ILO M. Njeri", "/apologies ILO")


def test_several_leave_at_once_or_one_of_two(pen):
    take(pen, "/in ILO M. Njeri", "/in ILO B. Otieno", "/in FAO, WHO", "/out FAO, WHO", "/out ILO m. njeri")
    assert [p.name for p in pen.book.of(Participant).all() if p.present] == ["B. Otieno"]
    with pytest.raises(Problem, match=r"B\. Otieno is"):
        take(pen, "/out ILO X. Y.")


def test_a_guest_gets_a_name_later(pen):
    take(pen, "/guest Min. of Labour, invited by IOM for item 3", "/guest Min. of Labour: J. Kamau")
    (guest,) = pen.book.of(Participant).all()
    assert (guest.name, guest.invited_by) == ("J. Kamau", "IOM")


def test_a_document_number_is_given_once(pen):
    take(pen, "/doc 3.1 Data plan")
    with pytest.raises(Problem, match=r"3\.1 is on the table already, Data plan"):
        take(pen, "/doc 3.1 Another paper")


def test_an_entry_restored_beside_the_one_made_of_it_moves(pen):
    note, other = take(pen, "IOM: sends it", "second")
    entries = pen.book.of(Entry)
    made = capture.change_kind(pen, entries.get(note.entry), "action")
    correcting.strike(pen.book, entries.get(note.entry))
    correcting.move(pen.book, entries.get(made.entry), down=False)
    order = [e.id for e in pen.book.record(pen.meeting_id).entries]
    assert order == [made.entry, note.entry, other.entry]


@pytest.mark.parametrize(("line", "table"), [("/a IOM: send it", ActionPoint), ("/d A text", Decision)])
def test_what_moves_to_another_item_takes_its_record_along(pen, line, table):
    (taken,) = take(pen, line)
    correcting.move(pen.book, pen.book.of(Entry).get(taken.entry), down=True)
    (record,) = pen.book.of(table).all()
    assert pen.book.agenda(pen.meeting_id).numbers[record.item] == "2"


def test_who_is_away_joins_only_by_an_answer_in_writing(pen):
    take(pen, "/in all", "/out UNDP", "/propose A text")
    for said in ("joins", "dissociates", "no position"):
        with pytest.raises(Problem, match="UNDP is not in the room"):
            take(pen, f"/position UNDP {said}")
    take(pen, "/consult UNDP on 18 Sep: dissociates: no funds, by e-mail")
    (proposal,) = pen.book.of(Proposal).all()
    undp = next(p for p in proposal.positions if p.entity == "UNDP")
    assert (undp.kind, undp.words) == (PositionKind.DISSOCIATES, "no funds")
    assert proposal.consultations[0].channel == "by e-mail"


def test_a_silence_procedure_is_one_change(pen):
    take(pen, "/in all", "/propose A text", "/rest joins", "/silence 29 Sep 17:00 by e-mail")
    pen.book.register.undo()
    (proposal,) = pen.book.of(Proposal).all()
    assert proposal.silence is None


def test_what_is_open_after_the_meeting_can_still_be_deferred(pen):
    take(pen, "/in all", "/propose A text")
    convene.close_meeting(pen.book, pen.meeting)
    take(pen, "/defer")
    with pytest.raises(Problem, match="is closed"):
        take(pen, "/defer")


def test_no_basis_is_recorded_where_the_terms_of_reference_state_the_rule(pen):
    with pytest.raises(Problem, match="KEN:134"):
        take(pen, "/basis we vote")


def test_a_time_learned_later_is_the_time_of_arrival(pen):
    take(pen, "/in all", "/in ILO M. Njeri 10:05")
    ilo = next(p for p in pen.book.of(Participant).all() if p.entity == "ILO")
    assert f"{ilo.presence[-1].start:%H:%M}" == "10:05"


def test_an_objection_that_stands_under_the_item_is_told_before_it_is_so_decided(pen):
    take(pen, "/in all", "/propose text one", "/position UNHCR objects substance: no")
    (taken,) = take(pen, "/d Another text")
    assert taken.note == "The objection of UNHCR to P1 stands under this item."


def test_an_entity_keeps_the_name_it_is_known_by(pen):
    take(pen, "/d A group", "/effect establish WG-DATA Data")
    with pytest.raises(Problem, match="is on record as United Nations High Commissioner for Refugees"):
        membership.admit(pen.book, "UNHCR", "X", date(2026, 9, 1), body="WG-DATA")


def test_what_is_missing_is_told_once_and_again_only_when_it_is_another(pen):
    take(pen, "/in ILO A", "/in UNHCR B", "/in FAO C", "/propose A plan")
    objection, rest, other = take(
        pen, "/position UNHCR objects mandate: it is ours", "/rest joins", "/position FAO objects resources: no budget"
    )
    assert "UNHCR objects on mandate" in objection.note
    assert rest.note == ""
    assert "UNHCR" not in other.note


@pytest.mark.parametrize(("network", "then"), [("kenya", "/refer May it be funded?"), ("kyrgyzstan", "/end")])
def test_a_text_without_consensus_on_which_nothing_followed_is_told_at_closing_and_is_a_gap(tmp_path, network, then):
    pen = open_pen(tmp_path, network)
    objected = ("/in all", "/propose A text", "/rest joins", "/position IOM objects mandate: not ours", "/declare")
    take(pen, *objected)
    told = "Without consensus, and nothing followed: P1."
    assert told in convene.before_closing(pen.book, pen.meeting)
    convene.close_meeting(pen.book, pen.meeting)
    gap = "P1 ended without consensus, and nothing followed"
    assert gap in papers.paper(pen.book, "completeness", pen.meeting.symbol)
    take(pen, then)
    assert gap not in papers.paper(pen.book, "completeness", pen.meeting.symbol)
    pen.book.register.close()


@pytest.fixture
def a_day_late(tmp_path):
    """A meeting planned for the day before, at ten."""
    book = make(load_charter("kenya"), tmp_path / "late", "A. Otieno", clock=lambda: NOW)
    convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 21, 10)))
    yield book
    book.register.close()


def header(book):
    lines = papers.paper(book, "minutes", "2026/Q3").splitlines()
    return [line for line in lines if line.startswith(("- **Date**", "- **Time**"))]


def test_minutes_opened_on_another_day_are_of_the_day_and_time_for_which_the_meeting_was_planned(a_day_late):
    (meeting,) = a_day_late.meetings()
    told = convene.on_another_day(a_day_late, meeting)
    assert told == "It is planned for Mon 21 Sep 2026; today is Tue 22 Sep 2026."
    pen = Pen(a_day_late, convene.open_meeting(a_day_late, meeting).id)
    first, _, later = take(pen, "Members met", "/time 10:40", "Members went on")
    times = [f"{a_day_late.of(Entry).get(taken.entry).at:%d %H:%M}" for taken in (first, later)]
    assert times == ["21 10:00", "21 10:40"]
    convene.close_meeting(a_day_late, pen.meeting)
    assert header(a_day_late) == [
        "- **Date**: 21 September 2026", "- **Time**: 10:00-10:40 (Africa/Nairobi, UTC+03:00)"
    ]  # fmt: skip


def test_a_meeting_held_a_day_late_is_moved_to_today_and_opened_by_the_clock_in_one_change(a_day_late):
    (meeting,) = a_day_late.meetings()
    opened = moving.open_today(a_day_late, meeting)
    assert opened.live_on(NOW.date())
    assert (f"{opened.starts:%d %H:%M}", opened.opened) == ("22 10:00", NOW)
    assert header(a_day_late)[0] == "- **Date**: 22 September 2026"
    a_day_late.register.undo()
    assert a_day_late.meetings() == (meeting,)


def test_an_item_is_deferred_once_until_it_is_taken_up_again(pen):
    take(pen, "/item 3", "/defer")
    with pytest.raises(Problem, match="Item 3 is deferred already: /next goes on, /item 3 takes it up again"):
        take(pen, "/defer")
    take(pen, "/item 3", "/defer")
    assert minutes(pen).count("The item was deferred.") == 2


def test_a_body_without_members_says_so_with_the_way_to_one(tmp_path):
    pen = open_pen(tmp_path, "kosovo")
    with pytest.raises(Problem, match="This body has no members yet") as problem:
        take(pen, "/in all")
    assert (problem.value.deed, problem.value.option) == ("network.admit", "minutebook member add")
    pen.book.register.close()
