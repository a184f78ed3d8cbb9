"""Every scenario in its short form; `python -m tests.faults` runs them whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.scenarios import SCENARIOS, Scenario
from tests.faults.writing import write
from tests.register.sample_records import new_register, open_register
from tui_app.register import disk


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_nothing_acknowledged_is_lost_and_nothing_is_silent(scenario: Scenario, tmp_path: Path) -> None:
    found = scenario.run(tmp_path / "register", scenario.short)
    assert found.harmless, found


def test_a_line_that_was_half_written_when_a_follower_read_it_is_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_register(tmp_path) as writer, open_register(tmp_path) as follower:
        start = follower.written.end
        write(writer, 1)
        write(writer, 2)
        line, next_line = (tmp_path / "register.journal").read_bytes()[start : writer.written.end].splitlines(True)
        with monkeypatch.context() as patch:
            patch.setattr(disk, "batches", lambda *_: iter([[line[:100]], [line[100:], next_line]]))
            assert follower.refresh() == 0
        with monkeypatch.context() as patch:
            patch.setattr(disk, "batches", lambda *_: iter([[line[:100] + b"\n", b"\n", next_line]]))
            patch.setattr(disk, "rest", lambda *_: line[:100] + b"\n\n" + next_line)
            assert follower.refresh() == 0
        assert follower.refresh() == 2
