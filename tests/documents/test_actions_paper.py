"""The list of action points."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui_app.documents.actions import actions_paper
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus, Progress
from tui_app.services.charters import load_charter

KENYA = load_charter("kenya")
TODAY = date(2026, 11, 21)


def action(number, **fields):
    known = {"id": number, "number": number, "symbol": f"UNNM-KEN/2026/Q3/{number}", "meeting": "m", "item": "i"}
    return ActionPoint(**{**known, "text": "revise section 2", **fields})


DONE = (Progress(on=TODAY, status=ActionStatus.IMPLEMENTED, evidence="sent by mail"),)


def test_the_list_has_all_with_what_is_late_first_and_done_last():
    every = [
        action("A01", due=date(2026, 9, 1), progress=DONE),
        action("A02"),
        action("A10", due=date(2026, 9, 30), responsible=("IOM", "ILO")),
        action("A03", struck=True),
    ]
    paper = actions_paper(KENYA, every, TODAY)
    rows = [line for line in paper.splitlines() if "/Q3/A" in line]
    assert "## Action points as at 21 November 2026" in paper
    assert rows == [
        "| UNNM-KEN/2026/Q3/A10 | revise section 2 | IOM, ILO | 30 September 2026 | **overdue**, not started |",
        "| UNNM-KEN/2026/Q3/A02 | revise section 2 | **nobody yet** | | not started |",
        "| UNNM-KEN/2026/Q3/A01 | revise section 2 | **nobody yet** | 1 September 2026 | implemented: sent by mail |",
    ]


@given(st.data())
def test_whatever_is_typed_is_seen(assert_seen, typed_texts, data):
    words, who = data.draw(typed_texts), data.draw(typed_texts)
    every = [action("A01", text=words, responsible=(who,))]
    assert_seen(actions_paper(KENYA, every, TODAY), words, who)
