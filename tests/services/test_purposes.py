"""The purposes of an annual meeting (R-23): prefilled, and none is dropped without a reason that is printed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import convene, papers
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.convene import Invitation
from tui_app.services.prepare_agenda import add_item, edit_item, remove_item, set_agenda
from tui_app.services.purposes import lost_by
from tui_app.services.registers import make

NOW = datetime(2026, 12, 15, 9, 0, tzinfo=UTC)
THREE = ("Review Network progress", "Explore ways to further enhance collaboration", "Identify emerging challenges")


@pytest.fixture(params=["albania", "kyrgyzstan", "serbia"])
def book(request, tmp_path: Path) -> Book:
    book = make(load_charter(request.param), tmp_path / "register", "A", lambda: NOW, remembered=False)
    convene.plan(book, Invitation(kind=MeetingKind.ANNUAL, starts=datetime(2026, 12, 15, 10)))
    return book


def annual(book: Book) -> Meeting:
    return book.meeting("2026/AN")


def item(book, title):
    return next(each for each in book.agenda(annual(book).id).items if each.title == title)


@pytest.mark.parametrize("title", THREE)
def test_dropping_one_needs_a_reason_which_is_printed(book, title):
    with pytest.raises(Problem, match=r"The ToR ask for .* or say why not"):
        remove_item(book, item(book, title))
    remove_item(book, item(book, title), " it was  done in June ")
    fact = f"- **Without**: {title[:1].lower()}{title[1:]} (it was done in June)"
    assert fact.casefold() in papers.paper(book, "agenda", "2026/AN").casefold()
    assert fact.casefold() in papers.paper(book, "minutes", "2026/AN").casefold()
    assert "it was done in June" in annual(book).steps[-1].what
    assert not convene.before_opening(book, annual(book))
    book.register.undo()
    assert item(book, title)
    assert not annual(book).without


IN_OTHER_WORDS = ("Progress of the Network [discussion]", "How to collaborate better: collaboration", "New challenge")


def test_an_item_serves_a_purpose_whose_words_it_names(book):
    set_agenda(book, annual(book), IN_OTHER_WORDS)
    assert not annual(book).without
    with pytest.raises(Problem, match='"review Network progress": no item serves it'):
        set_agenda(book, annual(book), ("Review of the Network", *IN_OTHER_WORDS[1:]))


def test_any_other_item_goes_without_a_reason(book):
    remove_item(book, item(book, "Any other business"))
    assert not annual(book).without


def test_an_item_serves_its_purpose_whatever_it_is_called_later(book):
    edit_item(book, item(book, THREE[2]), "Drought and floods [discussion] 30m")
    assert not convene.before_opening(book, annual(book))
    assert lost_by(book, item(book, "Drought and floods"))


def test_one_of_two_items_of_a_purpose_may_go(book):
    add_item(book, annual(book), f"{THREE[2]} of the north", None)
    assert not lost_by(book, item(book, THREE[2]))
    remove_item(book, item(book, THREE[2]))


def test_each_of_several_purposes_has_its_own_reason(book):
    lines = ["Opening [decision] 5m", THREE[0]]
    with pytest.raises(Problem, match="challenges"):
        set_agenda(book, annual(book), lines, "collaboration: covered by the retreat")
    set_agenda(book, annual(book), lines, "collaboration: covered by the retreat", "challenges: no time")
    assert [each.reason for each in annual(book).without] == ["covered by the retreat", "no time"]
    set_agenda(book, annual(book), THREE)
    set_agenda(book, annual(book), lines, "collaboration: covered by the retreat", "the plan: see the minutes")
    assert [each.reason for each in annual(book).without] == ["covered by the retreat", "the plan: see the minutes"]


def test_a_purpose_that_is_taken_up_again_is_no_longer_printed_as_left_out(book):
    remove_item(book, item(book, THREE[2]), "no time")
    add_item(book, annual(book), THREE[2], None)
    assert "Without" not in papers.paper(book, "agenda", "2026/AN")
    remove_item(book, item(book, THREE[2]))
    assert "no time" in papers.paper(book, "agenda", "2026/AN")


def test_a_whole_agenda_drops_none_silently(book):
    with pytest.raises(Problem, match="no item serves them"):
        set_agenda(book, annual(book), ["Opening [decision] 5m", THREE[0]])
    assert item(book, THREE[1])
    set_agenda(book, annual(book), ["Opening [decision] 5m", THREE[0]], "the others are in the retreat")
    assert {each.reason for each in annual(book).without} == {"the others are in the retreat"}
    set_agenda(book, annual(book), THREE)
    assert not annual(book).without
