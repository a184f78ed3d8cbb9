"""A network of the blank charter is called by its own name, and its decisions are numbered by a symbol of its own."""

from __future__ import annotations

import pytest

from tui_app.domain.charter.naming import named
from tui_app.domain.problem import Problem
from tui_app.services.charters import BLANK, load_charter


@pytest.mark.parametrize(
    ("typed", "name", "symbol"),
    [
        ("Ghana UN Network on Migration", "Ghana UN Network on Migration", "UNNM-GHA"),
        ("  UN Network on  Migration in Ghana ", "UN Network on Migration in Ghana", "UNNM-GHA"),
        ("Ghana UN Network on Migration, UNNM-GH", "Ghana UN Network on Migration", "UNNM-GH"),
        ("Réseau des Nations Unies sur les migrations au Tchad", None, "UNNM-TCH"),
        ("Réseau de l'ONU sur la migration en Égypte", None, "UNNM-EGY"),
        ("Network of Refugees, Migrants and Hosts", "Network of Refugees, Migrants and Hosts", "UNNM-REF"),
    ],
)
def test_the_symbol_is_made_of_the_first_word_that_is_its_own_or_stands_behind_a_comma(typed, name, symbol):
    charter = named(load_charter(BLANK), typed)
    assert (charter.name, charter.symbol) == (name or typed, symbol)


@pytest.mark.parametrize(
    ("typed", "told"), [("  ", "type it, as in Ghana"), ("UN Network on Migration", "no word|No word")]
)
def test_no_name_and_no_word_of_its_own_are_told(typed, told):
    with pytest.raises(Problem, match=told):
        named(load_charter(BLANK), typed)
