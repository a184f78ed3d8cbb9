"""Charters are found by name or by file, and what is wrong is said in a sentence."""

import re
from datetime import date

import pytest

from tui_app.documents.language import words_of
from tui_app.domain.problem import Problem
from tui_app.resources import resource
from tui_app.services.charters import charter_names, load_charter


def test_the_five_networks_and_the_blank_one():
    assert charter_names() == ("albania", "kenya", "kosovo", "kyrgyzstan", "serbia", "blank")


@pytest.mark.parametrize("name", ["kenya", "Kenya", " KENYA "])
def test_names_are_case_blind(name):
    assert load_charter(name).key == "KEN"


def test_a_secretariat_copies_the_blank_charter_and_makes_it_its_own(tmp_path):
    text = (resource("sample_data/charters") / "blank.toml").read_text(encoding="utf-8")
    mine = tmp_path / "Mine.toml"
    mine.write_text(text.replace('"UN Network on Migration"', '"My Network"'), encoding="utf-8-sig")
    assert load_charter(str(mine)).name == "My Network"


def test_every_example_in_the_blank_charter_is_valid(tmp_path):
    text = (resource("sample_data/charters") / "blank.toml").read_text(encoding="utf-8")
    used = re.sub(r"(?m)^( *)#(?=[^ \n])", r"\1", text).replace('output = "decision"', 'output = "recommendation"')
    mine = tmp_path / "mine.toml"
    mine.write_text(used, encoding="utf-8")
    charter = load_charter(str(mine))
    parts = (charter.members, charter.chairs, charter.representation, charter.reports, charter.footnotes)
    assert [len(part) for part in parts] == [2, 1, 1, 1, 1]
    assert charter.groups
    assert charter.cadence.annual
    assert charter.decision.answer


@pytest.mark.parametrize(
    ("name", "word"),
    [("kenia", "'kenya'"), ("Kosova", "'kosovo'"), ("xyz", "albania"), ("", "albania")],
)
def test_an_unknown_name_is_answered_with_the_nearest(name, word):
    with pytest.raises(Problem, match=word):
        load_charter(name)


def write(path, content):
    path.write_bytes(content)
    return str(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'key = "KEN"\nname = \n', "line 2"),
        (b'key = "KEN"\nkye = 1\n', "'key'"),
        (b"key = \xff\xfe\n", "UTF-8"),
        (b"", "missing"),
    ],
)
def test_a_file_that_is_no_charter_is_named_with_the_place(tmp_path, content, words):
    mine = write(tmp_path / "mine.toml", content)
    with pytest.raises(Problem) as caught:
        load_charter(mine)
    assert "mine.toml" in str(caught.value)
    assert words in str(caught.value)


def test_a_file_that_is_not_there_and_a_folder(tmp_path):
    (tmp_path / "folder.toml").mkdir()
    for name in ("nowhere.toml", "folder.toml"):
        with pytest.raises(Problem, match=name):
            load_charter(str(tmp_path / name))


def changed(tmp_path, *lines, labels=()):
    """Kenya's charter with lines at its top, and labels of its own."""
    text = (resource("sample_data/charters") / "kenya.toml").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text("\n".join([*lines, text, "[labels]", *labels]), encoding="utf-8")
    return path


def test_a_charter_gives_its_language_and_its_own_labels(tmp_path):
    charter = load_charter(str(changed(tmp_path, 'language = "fr"', labels=['"Owner" = "Pilote"'])))
    words = words_of(charter)
    assert (words("Owner"), words("Due"), words.date(date(2026, 10, 1))) == ("Pilote", "Échéance", "1er octobre 2026")
    assert words_of(charter.for_group())("Owner") == "Pilote"


@pytest.mark.parametrize(
    ("lines", "labels", "told"),
    [
        (['language = "de"'], [], "language: 'de' is not a language that papers are written in: there is en, fr."),
        (
            [],
            ['"Acton points" = "x"'],
            "labels.'Acton points': the papers have no such label; did you mean 'Action points'?",
        ),
        ([], ['"Minutes of the {meeting}" = "{title}"'], "there is no {title} to fill in."),
        ([], ['"INTERNAL USE ONLY. For {readers}" = "{readers}"'], "the classification is the same in every network"),
        ([], ['"Owner" = "{"'], "a brace of the text itself is written twice."),
        ([], ['"Owner" = 3'], "labels.Owner: expected text in quotes, found 3."),
    ],
)
def test_a_language_or_a_label_that_there_is_not_is_told(tmp_path, lines, labels, told):
    with pytest.raises(Problem) as problem:
        load_charter(str(changed(tmp_path, *lines, labels=labels)))
    assert told in str(problem.value)
    assert len(str(problem.value).splitlines()) == 1
