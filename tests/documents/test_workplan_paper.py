"""The workplan as a paper: by outcome, by quarter, what it leaves out; for Kenya and for Kosovo (R-67)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.documents.workplan import workplan_paper
from tui_app.domain.charter.charter import Output
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.names import entity_names
from tui_app.domain.problem import Problem
from tui_app.domain.workplan.line import read_line
from tui_app.domain.workplan.overview import overview
from tui_app.domain.workplan.workplan import Workplan
from tui_app.services.charters import load_charter

ON = date(2026, 9, 22)
NAMES = entity_names([("IOM", "IOM"), ("ILO", "ILO")])


def line(number, text, **known):
    return replace(read_line(text, NAMES, id=str(number), year=2026, number=f"W0{number}", rank=number), **known)


def decision(number, text):
    return Decision(
        id=number, number=number, symbol=f"UNNM-KEN/2026/Q1/{number}", kind=Output.DECISION, meeting="m", item="i",
        proposal="p", body="network", text=text, tier="member", basis="consensus", clause="", adopted_on=ON,
    )  # fmt: skip


DECISIONS = (decision("D01", "It endorses the survey"), decision("D02", "It took note"))
LINES = (
    line(1, "Data | plan [IOM] with ILO; gcm 1, 3; sdg 10.7; unsdcf 2.1; Q1 draft; Q2 plan; Q4 use"),
    line(2, "Survey held; gcm 3; Q3 held", decisions=("UNNM-KEN/2026/Q1/D01",)),
    line(3, "Struck [ILO]; gcm 5", struck=True),
)


def paper_of(charter, lines=LINES, endorsed=None):
    texts = {each.symbol: each.text for each in DECISIONS}
    return workplan_paper(load_charter(charter), overview(2026, endorsed, lines, DECISIONS), texts, ON)


@pytest.mark.parametrize("charter", ["kenya", "kosovo"])
def test_the_paper_has_the_lines_the_milestones_and_the_annexes(charter):
    text = paper_of(charter)
    assert "Draft, not endorsed by a decision. As at 22 September 2026." in text
    assert text.index("UNSDCF outcome 2.1") < text.index("Without an UNSDCF outcome")
    assert r"| W01 | Data \| plan | **IOM** with ILO | 1, 3 | 10.7 | not started |" in text
    assert "| W02 | Survey held | (no lead yet) | 3 | | not started |" in text
    assert "| W01 | draft (**not done**) | plan (**not done**) | | use |" in text
    assert "| W02 | | | held | |" in text
    assert "| W02 | 2026/Q1/D01 | It endorses the survey |" in text
    assert text.index("Annex 1: decisions of 2026 without a line") < text.index("| 2026/Q1/D02 | It took note |")
    assert "| 3 | Accurate and timely information | W01, W02 |" in text
    assert "Without a line: 2, 4, 5," in text
    assert "Struck" not in text


def test_kosovos_paper_has_its_footnote_once_and_no_word_of_the_others():
    text = paper_of("kosovo")
    assert text.count("1244 (1999)") == 1
    assert "UNCT" not in text
    assert "¹" not in paper_of("kenya")


def test_what_changed_since_the_endorsement_is_printed():
    endorsed = Workplan(id="w", year=2026, version=1, endorsed_by="UNNM-KEN/2026/Q1/D01", endorsed_on=ON)
    text = paper_of("kenya", endorsed=endorsed)
    assert "Endorsed by 2026/Q1/D01 on 22 September 2026, 2 changes since." in text
    assert "- W02 was added: Survey held" in text
    assert "Changes since" not in paper_of("kenya")


def test_an_empty_year_says_so():
    text = paper_of("kenya", ())
    assert "The workplan for 2026 has no line yet." in text
    assert "Milestones" not in text


@given(st.text(), st.text(), st.text())
def test_whatever_was_typed_is_seen_as_typed(assert_seen, output, outcome, milestone):
    try:
        made = line(1, f"{output}; unsdcf {outcome}; Q2 {milestone}".replace("\x00", ""))
    except Problem:
        return
    from tui_app.domain.text import clean

    cleaned = replace(made, output=clean(made.output)[0], unsdcf=clean(made.unsdcf)[0], milestones=())
    assert_seen(paper_of("kenya", (cleaned,)), " / ".join(cleaned.output.split("\n")))
