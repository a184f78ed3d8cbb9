"""The README says what is so."""

from __future__ import annotations

import re
from pathlib import Path

from tui_app.commands.__main__ import keys_table

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_table_of_keys_is_that_of_the_catalogue() -> None:
    assert keys_table() in README, "write it anew: python -m tui_app.commands"


def test_every_picture_and_folder_it_names_is_there() -> None:
    root = Path(__file__).parents[2]
    named = re.findall(r"\]\((docs/[^)]+)\)", README) + re.findall(
        r"`(tui_app/\w+|styles|sample_data/charters)/?`", README
    )
    assert named
    assert [name for name in named if not (root / name).exists()] == []
