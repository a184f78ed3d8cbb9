"""The reminder of one entity: what is late, what is to come, from which meeting."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from tui_app.documents.chasing import chasing_paper
from tui_app.documents.formats.plain import plain_text
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus, Progress
from tui_app.domain.follow_up.chasing import chase
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.services.charters import load_charter

KENYA = load_charter("kenya")
TODAY = date(2026, 11, 21)


def meeting(symbol, starts):
    return Meeting(id=symbol, symbol=symbol, kind=MeetingKind.QUARTERLY, starts=starts, zone="Africa/Nairobi")


Q3 = meeting("2026/Q3", datetime(2026, 9, 22, 10, tzinfo=UTC))
Q4 = meeting("2026/Q4", datetime(2026, 12, 15, 10, tzinfo=UTC))
DONE = (Progress(on=TODAY, status=ActionStatus.IMPLEMENTED, evidence="sent by mail"),)


def action(number, **fields):
    known = {"id": number, "number": number, "symbol": f"UNNM-KEN/2026/Q3/{number}", "meeting": Q3.id, "item": "i"}
    return ActionPoint(**{**known, "text": "revise section 2", **fields})


def written(*actions, entity="ILO", coming=Q4):
    return chasing_paper(KENYA, entity, chase(actions, TODAY), (Q3, Q4), TODAY, coming)


def test_it_is_sorted_by_what_is_late_and_names_meeting_and_day():
    paper = plain_text(written(
        action("A01", responsible=("ILO",), due=date(2026, 12, 1)),
        action("A02", responsible=("ILO", "IOM"), due=date(2026, 9, 30), due_words="30 Sep"),
        action("A03", responsible=("All members",), due_words="before the winter"),
        action("A04", responsible=("ILO",), progress=DONE),
    ))  # fmt: skip
    source = "Agreed at the third quarterly meeting of 2026, on 22 September 2026."
    assert [line for line in paper.splitlines() if line][2:] == [
        "Open action points and decisions of ILO as at 21 November 2026",
        "The Secretariat would be grateful if ILO could say how far the following have come.",
        "Overdue",
        "- UNNM-KEN/2026/Q3/A02 revise section 2 (by 30 September 2026; with IOM): 52 days overdue, not started. "
        + source,
        "Due",
        f"- UNNM-KEN/2026/Q3/A01 revise section 2 (by 1 December 2026): not started. {source}",
        "Without a day",
        f"- UNNM-KEN/2026/Q3/A03 revise section 2 (before the winter; all members): not started. {source}",
        "One line on each is enough, before the fourth quarterly meeting of 2026, on 15 December 2026: "
        "what was done and, where it is implemented, what shows it.",
    ]
    assert "INTERNAL USE ONLY" in paper


def test_a_meeting_whose_title_has_its_day_is_dated_once():
    group = Meeting(id="g", symbol="2026/WG-DATA-1", kind=MeetingKind.WORKING_GROUP, body="WG-DATA", zone="UTC",
                    starts=datetime(2026, 2, 26, 10, tzinfo=UTC))  # fmt: skip
    paper = chasing_paper(KENYA, "ILO", chase([action("A01", meeting="g", responsible=("ILO",))], TODAY), [group],
                          TODAY, group)  # fmt: skip
    assert "Agreed at the meeting of WG-DATA on 26 February 2026." in paper
    assert "is enough, before the meeting of WG-DATA on 26 February 2026:" in paper


def test_an_entity_with_nothing_open_is_told_so():
    assert "FAO has no open action point or decision." in written(entity="FAO")
    assert "grateful" not in written(entity="FAO")


@given(st.data())
def test_whatever_is_typed_is_seen(assert_seen, typed_texts, data):
    words, who = data.draw(typed_texts), data.draw(typed_texts)
    assert_seen(written(action("A01", text=words, responsible=(who,)), entity=who, coming=None), words, who)
