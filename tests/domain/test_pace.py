"""What items of a kind took before, against what is planned for them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tui_app.domain.meeting.agenda import AgendaItem, Purpose, Span, agenda_of
from tui_app.domain.meeting.pace import minutes_taken, pace_of

TEN = datetime(2026, 9, 22, 10, tzinfo=UTC)


def item(title: str, took: int | None = None, *, parent: str = "", suggestion: str = "", planned: int = 10,
         purpose: Purpose = Purpose.DISCUSSION, meeting: str = "m") -> AgendaItem:  # fmt: skip
    spans = () if took is None else (Span(start=TEN, end=TEN + timedelta(minutes=took)),)
    return AgendaItem(id=f"{meeting}-{title}", meeting=meeting, rank=0, title=title, parent=parent, minutes=planned,
                      suggestion=suggestion, spans=spans, purpose=purpose)  # fmt: skip


OPENING = "Opening and adoption of the agenda"


def test_items_of_the_same_title_tell_the_last_three_times_newest_first() -> None:
    pace = pace_of([[item(OPENING.upper(), n)] for n in (9, 7, 5, 3)])
    assert pace.took(item(OPENING)) == (9, 7, 5)
    assert pace.usual(item(OPENING)) == 7
    assert pace.took(item("Housing")) == ()


def test_a_suggestion_is_the_same_matter_whatever_its_title() -> None:
    pace = pace_of([[item("Housing", 22, suggestion="s")]])
    assert pace.took(item("Housing and rents", suggestion="s")) == (22,)


def test_the_time_of_the_parts_is_that_of_their_item() -> None:
    whole, part = item("Plan", 5), item("Budget", 12, parent="m-Plan")
    assert minutes_taken(whole, [whole, part]) == 17
    assert minutes_taken(item("Plan"), [item("Plan")]) is None


def test_a_new_title_takes_what_items_for_its_purpose_took_and_a_standing_one_what_is_planned() -> None:
    pace = pace_of([[item("A", 30, purpose=Purpose.DECISION), item("B", 10, purpose=Purpose.DECISION)]])
    new = item("Housing", purpose=Purpose.DECISION)
    assert pace.usual(new) == 20
    assert pace.usual(item("Any other business", purpose=Purpose.DECISION)) is None
    assert pace.whole(agenda_of([new, item("Any other business", planned=5), item("Talk", planned=7)])) == 32


def test_what_was_never_on_the_table_tells_nothing() -> None:
    assert pace_of([[item("Housing")]]).took(item("Housing")) == ()
