"""The register of decisions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.documents.decisions import decisions_paper
from tui_app.domain.charter.charter import Output
from tui_app.domain.consensus.decision import Decision
from tui_app.services.charters import load_charter

KENYA = load_charter("kenya")


def decision(number, **fields):
    known = {
        "id": number, "number": number, "symbol": f"UNNM-KEN/2026/Q3/{number}", "kind": Output.DECISION,
        "meeting": "m", "item": "i", "proposal": "p", "body": "network", "text": "the Network agreed",
        "tier": "member", "basis": "consensus", "clause": "KEN:134", "adopted_on": date(2026, 9, 22),
    }  # fmt: skip
    return Decision(**{**known, **fields})


def test_decisions_stand_under_their_meeting_in_the_order_of_their_numbers(record_of):
    meetings = (record_of().meeting,)
    every = [decision("D100"), decision("D09", owners=("IOM",), due=date(2026, 9, 30)), decision("D20")]
    paper = decisions_paper(KENYA, every, meetings)
    assert "### 2026/Q3: Third quarterly meeting of 2026, 22 September 2026" in paper
    assert [line.split("/")[-1][:4].strip(" |") for line in paper.splitlines() if "/Q3/D" in line] == [
        "D09", "D20", "D100",
    ]  # fmt: skip
    assert "| the Network agreed | consensus (KEN:134) | IOM | 30 September 2026 | adopted, not started |" in paper
    assert "| **no owner** |" in paper


@pytest.mark.parametrize("how", ["superseded", "rescinded"])
def test_a_decision_that_was_replaced_says_by_the_symbol_of_which(record_of, how):
    later = decision("D02", id="d52e91c9", symbol="UNNM-KEN/2026/Q4/D02", meeting="next")
    earlier = decision("D01", **{f"{how}_by": later.id})
    paper = decisions_paper(KENYA, [earlier, later], [record_of().meeting])
    assert f"{how} by UNNM-KEN/2026/Q4/D02" in paper
    assert later.id not in paper


def test_an_empty_register_says_so():
    assert "No decision has been taken yet." in decisions_paper(KENYA, [], [])


@given(st.data())
def test_whatever_is_typed_is_seen(record_of, assert_seen, typed_texts, data):
    words = data.draw(typed_texts)
    paper = decisions_paper(KENYA, [decision("D01", text=words)], [record_of().meeting])
    assert_seen(paper, words)
