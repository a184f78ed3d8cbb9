"""What an absent member answers in writing: whether it objects, or takes another position."""

from __future__ import annotations

import pytest

from tui_app.domain.capture.position_words import answer_as_position, answer_objects
from tui_app.domain.consensus.proposal import PositionKind


@pytest.mark.parametrize(
    ("answer", "objects"),
    [
        ("objects to the text", True),
        ("UNODC objects, it is against its mandate", True),
        ("it has an objection to paragraph 3", True),
        ("agrees", False),
        ("no objection", False),
        ("has no further objections", False),
        ("does not object", False),
        ("withdraws its objection", False),
        ("agrees without any objection; its objectives are met", False),
    ],
)
def test_an_objection_is_known_in_whatever_words(answer, objects):
    assert answer_objects(answer) is objects


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("dissociates: no funds", PositionKind.DISSOCIATES),
        ("reservation para 3: seasonal work", PositionKind.RESERVATION),
        ("no position", PositionKind.NO_POSITION),
        ("agrees", None),
        ("joins", None),
        ("will revert", None),
    ],
)
def test_another_position_is_taken_as_one(answer, kind):
    said = answer_as_position(answer)
    assert (said.kind if said else None) is kind
