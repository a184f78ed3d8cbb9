"""An owner is asked for only where something remains that somebody would carry out (R-48)."""

from dataclasses import replace
from datetime import date

import pytest

from tui_app.domain.charter.charter import Output
from tui_app.domain.consensus.answer import Answered, Response
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionStatus, Progress

TAKEN = Decision(id="d", number="D03", symbol="UNNM-KOS/2026/Q1/D03", kind=Output.RECOMMENDATION, meeting="m",
                 item="i", proposal="", body="network", text="The Network recommends", tier="", basis="", clause="",
                 adopted_on=date(2026, 2, 3))  # fmt: skip


def test_what_stands_without_an_owner_lacks_one():
    assert TAKEN.lacks_owner
    assert not replace(TAKEN, owners=("IOM",)).lacks_owner


@pytest.mark.parametrize(
    "closed",
    [
        {"answer": Answered(kind=Response.NOT_FOLLOWED, on=date(2026, 3, 1))},
        {"carried_out": True},
        {"superseded_by": "d2"},
        {"progress": (Progress(status=ActionStatus.IMPLEMENTED, on=date(2026, 3, 1), evidence="letter"),)},
    ],
)
def test_where_nothing_remains_no_owner_is_asked_for(closed):
    assert not replace(TAKEN, **closed).lacks_owner
