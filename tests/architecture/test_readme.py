"""The README says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.quoted import quoted
from tui_app.commands.__main__ import keys_table

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLES = {"minutes2019.md"}
"""Not to be read but to be imported."""
PAGES = [ROOT / "README.md", *(page for page in sorted((ROOT / "docs").glob("*.md")) if page.name not in SAMPLES)]


def test_the_table_of_keys_is_that_of_the_catalogue() -> None:
    assert keys_table() in README, "write it anew: python -m tui_app.commands"


def test_its_figures_are_those_that_were_measured() -> None:
    assert quoted() in README, "write them anew: python -m bench.quoted"


def test_every_folder_it_names_is_there() -> None:
    named = re.findall(r"`(tui_app/\w+|styles|sample_data/charters)/?`", README)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_and_picture_it_leads_to_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", text) + re.findall(r'src(?:set)?="([^"]+)"', text)
    assert [name for name in named if not (page.parent / name).exists()] == []


def test_every_page_is_led_to() -> None:
    assert [page.name for page in PAGES[1:] if f"docs/{page.name}" not in README] == []
