"""Which register is opened unasked, and under which name."""

from __future__ import annotations

import pytest

from tui_app.domain.problem import Problem
from tui_app.services.charters import load_charter
from tui_app.services.registers import SAMPLE, make, open_book, places, register_at_hand


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path))
    return tmp_path


def make_one(network, who):
    book = make(load_charter(network), places().registers / network, who)
    book.register.close()
    return book.register.folder


def test_another_register_never_takes_the_place_of_one_that_is_gone():
    make_one("kenya", "A. Otieno")
    gone = make_one("albania", "A. Leka")
    gone.rename(gone.with_name("moved")).joinpath("register.journal").unlink()
    assert register_at_hand() is None
    with pytest.raises(Problem, match=r"is not there: name its new folder\. There is kenya"):
        open_book(None)


def test_the_only_register_is_found_without_settings():
    folder = make_one("kenya", "A. Otieno")
    (places().settings / "settings.json").unlink()
    assert register_at_hand() == folder


def make_sample(name=SAMPLE):
    book = make(load_charter("kenya"), places().registers / name, "A. Otieno", remembered=False)
    book.register.close()
    return book.register.folder


def test_a_sample_is_found_where_nothing_else_is_and_never_in_place_of_another():
    sample = make_sample()
    assert register_at_hand() == sample
    make_sample(f"{SAMPLE} 2")
    assert register_at_hand() is None
    own = make_one("albania", "A. Leka")
    own.rename(own.with_name("moved")).joinpath("register.journal").unlink()
    assert register_at_hand() is None


def test_each_register_is_kept_under_the_name_given_for_it():
    kenya, albania = make_one("kenya", "A. Otieno"), make_one("albania", "A. Leka")
    for folder, who in ((kenya, "A. Otieno"), (albania, "A. Leka")):
        book = open_book(folder)
        assert book.register.who == who
        book.register.close()
