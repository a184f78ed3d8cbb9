"""What may be typed into the record."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.text import clean

anything = st.text(st.characters(categories=None))


@pytest.mark.parametrize(
    ("typed", "kept", "removed"),
    [
        ("Noted.", "Noted.", 0),
        ("a\tb", "a b", 0),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour", 0),
        ("soft\vbreak\fpage\x85next\u2028line\u2029end", "soft\nbreak\npage\nnext\nline\nend", 0),
        ("\x1b[31mred\x07\0", "[31mred", 3),
        ("\x7fa\x9b", "a", 2),
        ("pay \u202e001\u202c", "pay 001", 2),
        ("\ufeffIOM \ud83d\ufffe\U0001ffff\ufdd0", "IOM ", 5),
        ("  two  spaces  ", "  two  spaces  ", 0),
        ("", "", 0),
    ],
)
def test_what_cannot_be_shown_is_removed_and_counted(typed, kept, removed):
    assert clean(typed) == (kept, removed)


@pytest.mark.parametrize(
    "typed",
    [
        "می\u200cخواهم",  # Persian, zero width non-joiner
        "\u2067المنظمة\u2069 (IOM)\u200e",  # Arabic with isolates and a mark
        "👩\u200d👧 1\ufe0f\u20e3",  # emoji with joiner and variation selector
        "e\u0301 \u00e9 \u212b",  # accents as typed, not recomposed
        "10\u00a0000 移民　",  # no-break and ideographic spaces
    ],
)
def test_every_script_stays_exactly_as_typed(typed):
    assert clean(typed) == (typed, 0)


@given(anything)
def test_clean_text_is_clean(typed):
    kept, _ = clean(typed)
    assert clean(kept) == (kept, 0)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert not {char for char in kept if unicodedata.category(char) in ("Cc", "Cs")} - {"\n"}
    assert "".join(kept.splitlines()) == kept.replace("\n", "")


@given(st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs"))))
def test_nothing_that_is_seen_is_ever_removed(typed):
    assert clean(typed) == (typed, 0)


@given(anything.filter(lambda typed: "\r\n" not in typed))
def test_the_count_is_of_the_characters_that_went(typed):
    kept, removed = clean(typed)
    assert len(kept) + removed == len(typed)
