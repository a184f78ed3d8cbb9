"""What items of a kind took before, against what is planned for them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tui_app.domain.meeting.agenda import AgendaItem, Span, agenda_of
from tui_app.domain.meeting.pace import minutes_taken, pace_of

TEN = datetime(2026, 9, 22, 10, tzinfo=UTC)


def item(title: str, took: int | None = None, *, parent: str = "", suggestion: str = "", planned: int = 10,
         meeting: str = "m") -> AgendaItem:  # fmt: skip
    spans = () if took is None else (Span(start=TEN, end=TEN + timedelta(minutes=took)),)
    return AgendaItem(id=f"{meeting}-{title}", meeting=meeting, rank=0, title=title, parent=parent, minutes=planned,
                      suggestion=suggestion, spans=spans)  # fmt: skip


OPENING = "Opening and adoption of the agenda"


def test_items_of_the_same_title_tell_the_last_three_times_newest_first() -> None:
    pace = pace_of([[item(OPENING.upper(), n)] for n in (9, 7, 5, 3)])
    assert pace.took(item(OPENING)) == (9, 7, 5)
    assert pace.measured(agenda_of([item(OPENING)])) == (1, 7)
    assert pace.took(item("Housing")) == ()


def test_a_suggestion_is_the_same_matter_whatever_its_title() -> None:
    pace = pace_of([[item("Housing", 22, suggestion="s")]])
    assert pace.took(item("Housing and rents", suggestion="s")) == (22,)


def test_the_time_of_the_parts_is_that_of_their_item() -> None:
    whole, part = item("Plan", 5), item("Budget", 12, parent="m-Plan")
    assert minutes_taken(whole, [whole, part]) == 17
    assert minutes_taken(item("Plan"), [item("Plan")]) is None


def test_only_what_was_measured_is_counted_and_not_what_is_planned() -> None:
    pace = pace_of([[item("A", 30), item("B", 0), item("C", 5)], [item("A", 10)]])
    agenda = agenda_of([item("A"), item("B", planned=20), item("New", planned=60), item("B", parent="m-A")])
    assert pace.measured(agenda) == (2, 20)
    assert pace.measured(agenda_of([item("New", planned=60)])) == (0, 0)


def test_what_was_never_on_the_table_tells_nothing() -> None:
    assert pace_of([[item("Housing")]]).took(item("Housing")) == ()
