"""The annotated agenda."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from tui_app.documents.agenda import agenda_paper
from tui_app.domain.meeting.agenda import AgendaItem, agenda_of, fingerprint
from tui_app.domain.meeting.document import Document
from tui_app.domain.meeting.meeting import MeetingState, Step
from tui_app.domain.meeting.timetable import starts

TEN = datetime(2026, 9, 22, 10, 0, tzinfo=timezone(timedelta(hours=3)))


def item(id, minutes=0, parent="", **fields):
    return AgendaItem(
        id=id, meeting="m", rank=int(id), parent=parent, minutes=minutes, **{"title": f"Item {id}", **fields}
    )


def test_each_item_has_the_time_at_which_it_begins(record_of):
    items = (item("1", 5), item("2", 20), item("3", 5, "2"), item("4", 10, "2"), item("5", 15, presenter="IOM"))
    record = record_of(state=MeetingState.PLANNED, agenda=agenda_of(items))
    paper = agenda_paper(record)
    assert "## Annotated draft agenda of the third quarterly meeting of 2026" in paper
    assert "| 10:05 | 2 | Item 2 | discussion | | 20 min | |" in paper
    assert "| 10:05 | 2a | Item 3 | discussion | | 5 min | |" in paper
    assert "| 10:10 | 2b | Item 4 | discussion | | 10 min | |" in paper
    assert "| 10:25 | 3 | Item 5 | discussion | IOM | 15 min | |" in paper
    assert "Planned: 40 of 120 minutes." in paper


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=8))
def test_items_follow_each_other_and_end_with_the_minutes_planned(planned):
    items = tuple(item(str(n), m, "0" if part and n else "") for n, (m, part) in enumerate(planned))
    agenda = agenda_of(items)
    times = list(starts(agenda, TEN).values())
    assert len(times) == len(planned)
    assert all(at >= TEN for at in times)
    tops = [starts(agenda, TEN)[each.id] for each in agenda.items if not each.parent]
    assert tops == sorted(tops)
    # What comes behind the last item begins when the sum of the minutes is over.
    behind = starts(agenda_of((*items, item("9", 1))), TEN)["9"]
    assert behind == TEN + timedelta(minutes=agenda.minutes)


def test_an_item_takes_the_time_of_its_parts_where_they_need_more(record_of):
    parts = (item(str(n), minutes, "2") for n, minutes in enumerate((10, 20, 10, 10), 3))
    items = (item("1", 30), item("2", 25), *parts, item("7", 5))
    paper = agenda_paper(record_of(state=MeetingState.PLANNED, agenda=agenda_of(items)))
    assert "| 10:30 | 2 | Item 2 | discussion | | 50 min | |" in paper
    assert "| 11:20 | 3 | Item 7 | discussion | | 5 min | |" in paper
    assert "Planned: 85 of 120 minutes." in paper


def test_the_version_is_dated_and_too_full_an_agenda_is_told(record_of):
    step = Step(what="agenda v2 circulated", at=TEN - timedelta(days=7), by="A. Otieno")
    record = record_of(
        state=MeetingState.PLANNED, of_meeting={"agenda_version": 2, "steps": (step,), "minutes_available": 20}
    )
    paper = agenda_paper(record)
    assert "Status: **DRAFT v2, circulated on 15 September 2026**" in paper
    assert "Planned: 30 of 20 minutes, 10 minutes more than there are." in paper


def test_an_agenda_changed_since_it_went_out_does_not_pass_for_the_one_that_went_out(record_of):
    step = Step(what="agenda v1 circulated", at=TEN - timedelta(days=7), by="A. Otieno")
    sent = record_of(state=MeetingState.PLANNED)
    known = {"agenda_version": 1, "steps": (step,), "agenda_fingerprint": fingerprint(sent.agenda, TEN, 120)}
    same = record_of(state=MeetingState.PLANNED, of_meeting=known)
    assert "Status: **DRAFT v1, circulated on 15 September 2026**" in agenda_paper(same)
    late = agenda_of((*same.agenda.items, item("9", 5)))
    changed = "v1, circulated on 15 September 2026; changed since**"
    assert f"Status: **DRAFT {changed}" in agenda_paper(replace(same, agenda=late))
    assert f"Status: **{changed}" in agenda_paper(record_of(of_meeting=known, agenda=late))
    assert changed in agenda_paper(record_of(of_meeting={**known, "minutes_available": 90}))


@given(st.data())
def test_whatever_is_typed_is_seen(record_of, assert_seen, typed_texts, data):
    title, presenter, document = (data.draw(typed_texts) for _ in range(3))
    record = replace(
        record_of(agenda=agenda_of((item("1", title=title, presenter=presenter),))),
        documents=(Document(id="d", meeting="m", item="1", number="3.1", title=document),),
    )
    assert_seen(agenda_paper(record), title, presenter, f"3.1 {document}")
