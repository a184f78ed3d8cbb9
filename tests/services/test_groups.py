"""Working groups: members, consortia, reviews; what takes a decision waits for one (R-15, R-50 to R-52)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tui_app.documents.participation import participation
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.meeting.agenda import Span
from tui_app.domain.meeting.attendance import Participant
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.membership.group_words import kind_words, meetings_words, review_words
from tui_app.domain.membership.roster import Body, BodyKind, Seat
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene
from tui_app.services.charters import load_charter
from tui_app.services.groups import find_group, groups, read_grounds, set_review
from tui_app.services.membership import admit, approval_for
from tui_app.services.papers import paper
from tui_app.services.pen import Pen
from tui_app.services.registers import make

AT = datetime(2026, 9, 22, 8, tzinfo=UTC)
TODAY = AT.date()


def register(tmp_path, charter):
    return make(load_charter(charter), tmp_path / charter, "A. Otieno", lambda: AT, remembered=False)


@pytest.fixture
def kenya(tmp_path):
    """A meeting in session that has established one group."""
    book = register(tmp_path, "kenya")
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    pen = Pen(book, convene.open_meeting(book, meeting).id)
    for line in ("/in all", "/d a group is established", "/effect establish WG-DATA Data, ad hoc until 30 Jun 2027"):
        capture.take(pen, line)
    return book


@pytest.fixture
def albania(tmp_path):
    book = register(tmp_path, "albania")
    with book.register.transaction("group"):
        book.of(Body).put(Body(id="g", symbol="WG-DATA", name="Data", kind=BodyKind.WORKING_GROUP))
    return book


def test_a_group_is_told_with_its_decision_its_members_and_its_meetings(kenya):
    convene.plan(kenya, convene.Invitation(kind=MeetingKind.WORKING_GROUP, starts=datetime(2026, 10, 1, 10),
                                           body="WG-DATA"))  # fmt: skip
    (group,) = groups(kenya, TODAY)
    assert kind_words(group.body) == "ad hoc, established on 22 September 2026 by UNNM-KEN/2026/Q3/D01"
    assert review_words(group.body, TODAY) == "by 30 June 2027"
    assert review_words(group.body, date(2027, 7, 1)) == "OVERDUE since 30 June 2027"
    assert meetings_words(group.held, group.planned) == "none held yet; the next 2026/WG-DATA-1 on 1 Oct 2026"
    assert groups(kenya, TODAY - timedelta(days=1)) == ()


def test_where_the_terms_of_reference_give_the_composition_to_a_body_a_seat_waits_for_its_decision(kenya):
    approval = approval_for(kenya.charter, "WG-DATA")
    assert (approval.by, approval.cited) == ("Executive Committee", " (KEN:123)")
    seat = admit(kenya, "KNCHR", "Human rights", TODAY, body="WG-DATA", speaks_for="Civil Society")
    (group,) = groups(kenya, TODAY)
    assert (group.members, group.waiting) == ((), (seat,))
    decided = kenya.of(Decision).all()[0].symbol
    admit(kenya, "KNCHR", "", TODAY, body="WG-DATA", by=decided)
    (group,) = groups(kenya, TODAY)
    assert [(s.spoken, s.approved_by) for s in group.members] == [
        ("KNCHR, for the Civil Society consortium", "UNNM-KEN/2026/Q3/D01")
    ]


def test_a_seat_that_waits_in_a_group_is_not_given_by_admission_to_the_network(kenya):
    admit(kenya, "KNCHR", "Human rights", TODAY, body="WG-DATA")
    pen = Pen(kenya, kenya.meetings()[0].id)
    for line in ("/d the commission is a member", "/effect admit KNCHR"):
        capture.take(pen, line)
    assert [(s.body, s.pending) for s in kenya.of(Seat).all() if s.entity == "KNCHR"] == [
        ("WG-DATA", True), ("network", False),
    ]  # fmt: skip


def test_elsewhere_whoever_is_admitted_to_a_group_sits_there_at_once(albania):
    assert approval_for(albania.charter, "WG-DATA") is None
    seat = admit(albania, "Ministry of Interior", "Ministry of Interior", TODAY, body="WG-DATA")
    assert not seat.pending
    with pytest.raises(Problem, match="has a seat already"):
        admit(albania, "Ministry of Interior", "", TODAY, body="WG-DATA")


@pytest.mark.parametrize(
    ("consortium", "printed"),
    [
        ("", "KNCHR"),
        ("Youth", "KNCHR, for the Youth consortium"),
        ("Youth Alliance", "KNCHR, for the Youth Alliance"),
        ("the child rights coalition", "KNCHR, for the child rights coalition"),
    ],
)
def test_a_consortium_is_printed_with_who_speaks_for_it(albania, consortium, printed):
    seat = admit(albania, "KNCHR", "Human rights", TODAY, body="WG-DATA", speaks_for=consortium)
    assert seat.spoken == printed
    meeting = convene.plan(albania, convene.Invitation(
        kind=MeetingKind.WORKING_GROUP, starts=datetime(2026, 9, 22, 10), body="WG-DATA"))  # fmt: skip
    with albania.register.transaction("in"):
        albania.of(Participant).put(
            Participant(id="p", meeting=meeting.id, entity="KNCHR", name="J. Doe", presence=(Span(start=AT),))
        )
    assert printed in "\n".join(participation(albania.record(meeting.id)))


def test_the_rosters_of_the_groups_stand_in_the_members_paper(kenya):
    decided = kenya.of(Decision).all()[0].symbol
    admit(kenya, "KNCHR", "Human rights", TODAY, body="WG-DATA", by=decided, speaks_for="Civil Society")
    text = paper(kenya, "members")
    assert "#### WG-DATA: Data" in text
    assert "Ad hoc, established on 22 September 2026 by UNNM-KEN/2026/Q3/D01, to be reviewed by 30 June 2027." in text
    assert "- KNCHR, for the Civil Society consortium" in text
    assert "WG-DATA" not in paper(kenya, "members", on=TODAY - timedelta(days=1))


def test_a_review_is_moved_by_a_decision_or_for_a_reason_and_never_silently(kenya):
    group = find_group(kenya, "wg-data")
    with pytest.raises(Problem, match="by a decision, or for a reason"):
        set_review(kenya, group, date(2027, 9, 30))
    with pytest.raises(Problem, match="a day to come"):
        set_review(kenya, group, date(2026, 9, 21), reason="late")
    with pytest.raises(Problem, match="There is no decision"):
        set_review(kenya, group, date(2027, 9, 30), decision="UNNM-KEN/2026/Q3/D09")
    moved = set_review(kenya, group, date(2027, 9, 30), reason="the survey is late")
    assert review_words(moved, TODAY) == "by 30 September 2027; reason: the survey is late"
    decision, reason = read_grounds(kenya, "unnm-ken/2026/q3/d01")
    moved = set_review(kenya, group, None, decision=decision, reason=reason)
    assert review_words(moved, TODAY) == "none is set, by UNNM-KEN/2026/Q3/D01"
    kenya.register.undo()
    assert find_group(kenya, "WG-DATA").review_on == date(2027, 9, 30)


def test_a_group_that_was_abolished_stays_on_record_and_takes_nothing_more(kenya):
    pen = Pen(kenya, kenya.meetings()[0].id)
    for line in ("/d the group has done its work", "/effect abolish WG-DATA"):
        capture.take(pen, line)
    (group,) = groups(kenya, TODAY)
    assert "abolished on 22 September 2026 by UNNM-KEN/2026/Q3/D02" in kind_words(group.body)
    with pytest.raises(Problem, match="nothing to review"):
        set_review(kenya, group.body, date(2027, 9, 30), reason="late")
    with pytest.raises(Problem, match="nobody joins it"):
        admit(kenya, "KNCHR", "Human rights", TODAY, body="WG-DATA")
    with pytest.raises(Problem, match="is the network itself"):
        find_group(kenya, "network")
