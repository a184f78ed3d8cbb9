"""What is reported of a matter under Follow-up, read from one line."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tui_app.domain.capture.capture import read_line
from tui_app.domain.capture.completion import complete
from tui_app.domain.capture.lines import ReportLine
from tui_app.domain.capture.surroundings import Surroundings
from tui_app.domain.consensus.answer import Response, Ruling
from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.names import entity_names
from tui_app.domain.problem import Problem
from tui_app.domain.reports.report_words import Reply

AROUND = Surroundings(names=entity_names([("IOM", "IOM")]), now=datetime(2026, 9, 22, 10, 30, tzinfo=UTC))
LINES = [
    ("/report A07 in progress: draft received", "A07", Reported(ActionStatus.IN_PROGRESS, "draft received")),
    ("/rep a07: delayed", "a07", Reported(ActionStatus.DELAYED)),
    ("/report 2026/Q2/D03 implemented: adopted, evidence: letter of 3 Sep", "2026/Q2/D03",
     Reported(ActionStatus.IMPLEMENTED, "adopted", "letter of 3 Sep")),
    ("/report UNNM-KEN/2026/Q2/A03 not started", "UNNM-KEN/2026/Q2/A03", Reported(ActionStatus.NOT_STARTED)),
    ("/report D01 not started yet", "D01", Reported(ActionStatus.NOT_STARTED, "yet")),
    ("/report D01 not stared: yet", "D01", Reported(ActionStatus.NOT_STARTED, "stared: yet")),
    ("/report 2026/Q2/D01 not followed: there is no budget", "2026/Q2/D01",
     Reply(Response.NOT_FOLLOWED, "there is no budget")),
    ("/report D01 followed", "D01", Reply(Response.FOLLOWED)),
    ("/report D01 followed on 8 Sep", "D01", Reply(Response.FOLLOWED, "", date(2026, 9, 8))),
    ("/report D01 partly only agencies with an office", "D01", Reply(Response.PARTLY, "only agencies with an office")),
    ("/report D01 partly followed: only in 2: the rest later", "D01",
     Reply(Response.PARTLY, "only in 2: the rest later")),
    ("/report D01 not followed there is no budget", "D01", Reply(Response.NOT_FOLLOWED, "there is no budget")),
    ("/report 2026/Q2/P3 decided on 8 Sep: it may", "2026/Q2/P3", Reply(Ruling.DECIDED, "it may", date(2026, 9, 8))),
    ("/report P3 RETURNED: ask 8 members", "P3", Reply(Ruling.RETURNED, "ask 8 members")),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "symbol", "said"), LINES)
def test_progress_and_answers_are_told_apart(typed: str, symbol: str, said: Reported | Reply) -> None:
    assert read_line(typed, AROUND) == ReportLine(symbol, said)


REFUSED = [
    ("/report", "write /report 2026/Q2/A03 in progress"),
    ("/report A07", "write /report 2026/Q2/A03 in progress"),
    ("/report IOM done", "'IOM' is no symbol of an action, a decision or a referral"),
    ("/report A07 folowed: yes", r"'folowed' is not a status \(not started.*followed, partly, not followed.*returned"),
    ("/report D01 not folowed: no budget", "'not folowed' is neither a status nor an answer: .* not followed?"),
    ("/report P3 decided on 8 Sep it may", "'8 Sep it may'"),
    ("/report P3 decided on", "an answer has a colon: decided on 8 Oct: and its words"),
    ("/report P3 decided on 30 Sep 2026: yes", "is still to come"),
    ("/re A07 done", "/re can be"),
]


@pytest.mark.parametrize(("typed", "sentence"), REFUSED)
def test_what_cannot_be_read_is_told(typed: str, sentence: str) -> None:
    with pytest.raises(Problem, match=sentence):
        read_line(typed, AROUND)


SYMBOLS = ("2026/Q1/A04", "2026/Q2/A03", "2026/Q2/D02")
COMPLETED = [
    ("/report ", "/report 2026/Q", SYMBOLS),
    ("/report 2026/Q1", "/report 2026/Q1/A04 ", ()),
    ("/rep d", "/rep 2026/Q2/D02 ", ()),
    ("/report A0", "/report A0", ("2026/Q1/A04", "2026/Q2/A03")),
    ("/report X", "/report X", ()),
    ("/report 2026/Q1/A04 IO", "/report 2026/Q1/A04 IOM", ()),
]


@pytest.mark.parametrize(("typed", "text", "several"), COMPLETED)
def test_tab_completes_what_is_open(typed: str, text: str, several: tuple[str, ...]) -> None:
    assert complete(typed, ("IOM",), SYMBOLS) == (text, several)
