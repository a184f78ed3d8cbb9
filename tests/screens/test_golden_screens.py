"""Every place and sheet as it is kept in the golden texts, and the pictures of the README beside them."""

import re
from html import unescape

import pytest

from tests.golden.scenes import (
    FOLDER,
    GOLDEN,
    PICTURED,
    SCENES,
    SIZES,
    golden_file,
    picture_file,
    sample_register,
    text_of,
)

ANEW = "if that is meant, make it anew with: python -m tests.golden screens"


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    return sample_register(tmp_path_factory.mktemp("sample") / "register")


@pytest.mark.parametrize(("name", "size"), GOLDEN, ids=lambda value: value if isinstance(value, str) else str(value[0]))
async def test_a_screen_shows_what_its_golden_text_shows(name, size, register):
    expected = golden_file(name, size).read_text(encoding="utf-8")
    assert await text_of(SCENES[name], size, register) == expected, ANEW


@pytest.mark.parametrize(("name", "size"), GOLDEN)
def test_a_golden_text_has_as_many_lines_as_the_screen(name, size):
    lines = golden_file(name, size).read_text(encoding="utf-8").splitlines()
    assert len(lines) == size[1], ANEW


def test_nothing_else_is_kept():
    kept = {golden_file(name, size) for size, names in SIZES.items() for name in names}
    assert {*FOLDER.glob("*/*")} == kept, ANEW


@pytest.mark.parametrize("light", [False, True])
@pytest.mark.parametrize("name", PICTURED)
def test_a_picture_shows_the_words_of_its_golden_text(name, light):
    svg = picture_file(name, light=light).read_text(encoding="utf-8")
    words = unescape("".join(re.findall(r"<text [^>]*>(.*?)</text>", svg)))
    seen = golden_file(name, (80, 24)).read_text(encoding="utf-8")
    assert "".join(words.split()) == "Minutebook" + "".join(seen.split()), ANEW
