"""What is circulated is kept word for word; what has changed since is told (R-27, R-60)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tui_app.domain.meeting.circulated import CirculatedPaper, PaperKind
from tui_app.domain.meeting.differences import differing
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene
from tui_app.services.adopting import adopt, before_adopting
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.circulating import (
    Circulation,
    before_circulating,
    circulate,
    kept_comments_by,
    proposed_recipients,
    read_recipients,
)
from tui_app.services.comments import log_comment
from tui_app.services.history import told
from tui_app.services.membership import end_seat
from tui_app.services.naming import known
from tui_app.services.papers import paper
from tui_app.services.pen import Pen
from tui_app.services.registers import make
from tui_app.services.verifying import verify
from tui_app.services.versions import circulated_text, compare, minutes_changed

NOW = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    """Kenya's register with a closed meeting whose minutes are a draft."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", lambda: NOW)
    invitation = convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10))
    meeting = convene.open_meeting(book, convene.plan(book, invitation))
    capture.take(Pen(book, meeting.id), "Members discussed the sources")
    convene.close_meeting(book, book.meeting("2026/Q3"))
    yield book
    book.register.close()


def sent(book: Book, **asked: object) -> None:
    circulate(book, book.meeting("2026/Q3"), Circulation(**asked))  # type: ignore[arg-type]


def correct(book: Book) -> None:
    meeting = book.meeting("2026/Q3")
    pen = Pen(book, meeting.id)
    capture.edit(pen, book.record(meeting.id).entries[0], "Members discussed the sources of the survey")


def test_a_version_is_kept_word_for_word_and_the_paper_at_hand_tells_that_it_changed(book: Book) -> None:
    sent(book, comments_by=date(2026, 10, 6))
    first = paper(book, "minutes", "2026/Q3")
    assert "Status: **DRAFT v1, comments by 6 October 2026**\n" in first
    assert circulated_text(book, book.meeting("2026/Q3"), PaperKind.MINUTES, 1) == first
    correct(book)
    assert "Status: **DRAFT v1, comments by 6 October 2026; changed since**\n" in paper(book, "minutes", "2026/Q3")
    assert "They have changed since v1 went to the members." in before_adopting(book, book.meeting("2026/Q3"))
    sent(book)
    assert not minutes_changed(book, book.meeting("2026/Q3"))
    assert circulated_text(book, book.meeting("2026/Q3"), PaperKind.MINUTES, 1) == first
    adopt(book, book.meeting("2026/Q3"))
    assert circulated_text(book, book.meeting("2026/Q3"), PaperKind.MINUTES, 2) != first


def test_adopted_minutes_differ_from_what_was_circulated_by_their_words_alone(book: Book) -> None:
    sent(book)
    adopt(book, book.meeting("2026/Q3"))
    compared = compare(book, book.meeting("2026/Q3"), PaperKind.MINUTES)
    told = "\n".join(line.marked for line in differing(compared.lines))
    assert "ADOPTED" in told
    assert not any(word in told for word in ("Checksum", "Register", "**", "- - "))


def test_the_same_text_circulated_again_is_told_and_kept_as_another_version(book: Book) -> None:
    sent(book)
    assert [*before_circulating(book, book.meeting("2026/Q3"))] == ["Nothing has changed since v1."]
    correct(book)
    assert [*before_circulating(book, book.meeting("2026/Q3"))] == []


def test_a_note_that_says_who_spoke_is_told_before_it_goes_out(book: Book) -> None:
    pen = Pen(book, book.meeting("2026/Q3").id)
    entry = book.record(pen.meeting_id).entries[0]
    for words in ("IOM presented two options: A and B", "The results: good", "IOM and UNHCR agreed"):
        capture.edit(pen, entry, words)
        assert [*before_circulating(book, book.meeting("2026/Q3"))] == []
    capture.edit(pen, entry, "UNHCR (K. Hassan): thanked all")
    assert [*before_circulating(book, book.meeting("2026/Q3"))] == [
        "A note says who spoke, and is printed as typed: “UNHCR (K. Hassan): thanked all”."
    ]


def test_it_goes_to_all_members_of_the_day_unless_others_are_named(book: Book) -> None:
    end_seat(book, "UNV", date(2026, 9, 1))
    meeting = book.meeting("2026/Q3")
    everyone = read_recipients(book, meeting, "")
    assert len(everyone) == 18
    assert "UNV" not in everyone
    assert read_recipients(book, meeting, "all members, Ministry of Labour") == (*everyone, "Ministry of Labour")
    assert read_recipients(book, meeting, "iom; ILO, IOM") == ("IOM", "ILO")
    with pytest.raises(Problem, match="did you mean UNHCR"):
        read_recipients(book, meeting, "UNHRC")
    sent(book, recipients=("IOM", "ILO"))
    assert "- **Circulated**: v1 on 22 September 2026, to IOM and ILO\n" in paper(book, "minutes", "2026/Q3")


def test_a_paper_that_went_out_before_today_has_its_day(book: Book) -> None:
    later = replace(book, clock=lambda: NOW.replace(day=30))
    sent(later, on=date(2026, 9, 24), comments_by=date(2026, 9, 28))
    assert "- **Circulated**: v1 on 24 September 2026, to " in paper(later, "minutes", "2026/Q3")
    for asked, sentence in (
        ({"on": date(2026, 9, 23)}, "Minutes v1 went out on 24 September 2026: the next version cannot be older"),
        ({"on": date(2026, 10, 1)}, "1 October 2026 is still to come"),
        ({"comments_by": date(2026, 9, 29)}, "Comments by 29 September 2026. The paper goes out today"),
    ):
        with pytest.raises(Problem, match=sentence):
            sent(later, **asked)
    book.register.undo()
    with pytest.raises(Problem, match="cannot have gone out before it"):
        sent(later, on=date(2026, 9, 21))


def test_the_next_version_goes_to_those_who_had_the_one_before(book: Book) -> None:
    sent(book, recipients=read_recipients(book, book.meeting("2026/Q3"), "all members, Min. of Labour"))
    assert proposed_recipients(book, book.meeting("2026/Q3")) == "all members, Min. of Labour"
    sent(book)
    assert book.record(book.meeting("2026/Q3").id).circulated[-1].recipients[-1] == "Min. of Labour"
    sent(book, recipients=("IOM", "ILO"))
    assert read_recipients(book, book.meeting("2026/Q3"), "") == ("IOM", "ILO")


def test_comments_on_an_agenda_have_their_day_too(book: Book) -> None:
    invitation = convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 12, 8, 10))
    meeting = convene.plan(book, invitation)
    circulate(book, meeting, Circulation(comments_by=date(2026, 9, 25)))
    text = paper(book, "agenda", "2026/Q4")
    assert "DRAFT v1, circulated on 22 September 2026, comments by 25 September 2026**" in text
    assert circulated_text(book, book.meeting("2026/Q4"), PaperKind.AGENDA, 1) == text
    later = replace(book, clock=lambda: NOW.replace(day=26))
    assert log_comment(later, later.meeting("2026/Q4"), "IOM", "item 2").late


def test_a_version_has_the_day_for_comments_that_it_was_given_and_no_earlier_one(book: Book) -> None:
    sent(book, comments_by=date(2026, 10, 6))
    assert kept_comments_by(book, book.meeting("2026/Q3")) == date(2026, 10, 6)
    assert kept_comments_by(book, book.meeting("2026/Q3"), date(2026, 10, 7)) is None
    sent(book)
    assert "comments by" not in paper(book, "minutes", "2026/Q3")


def test_planning_the_next_meeting_changes_no_minutes_that_went_out(book: Book) -> None:
    sent(book)
    invitation = convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 12, 8, 10))
    convene.plan(book, invitation)
    assert not minutes_changed(book, book.meeting("2026/Q3"))
    adopt(book, book.meeting("2026/Q3"))
    assert "To be decided." in paper(book, "minutes", "2026/Q3")


def test_the_history_of_a_meeting_tells_what_went_out_and_to_whom(book: Book) -> None:
    sent(book, recipients=("IOM", "ILO"))
    addresses = known(book).find("2026/Q3")[1]
    lines = next(iter(told(book, addresses))).lines
    assert any("minutes v1 circulated" in line for line in lines)
    assert any("IOM, ILO" in line for line in lines)
    assert not any("version:" in line for line in lines)
    book.register.undo()
    assert not any(line.endswith("circulated") for line in next(iter(told(book, addresses))).lines)


def test_a_kept_version_that_was_changed_is_told_by_verify(book: Book) -> None:
    sent(book)
    assert verify(book).faults == ()
    (kept,) = book.of(CirculatedPaper).all()
    with book.register.transaction("changed"):
        book.of(CirculatedPaper).put(replace(kept, text=kept.text.replace("sources", "courses")))
    fault = "The text of minutes v1 of 2026/Q3, as it was circulated, does not fit its checksum."
    assert verify(book).faults == (fault,)


def test_a_version_that_there_is_not_is_told_with_those_there_are(book: Book) -> None:
    sent(book)
    with pytest.raises(Problem, match=r"There is no minutes v2 of 2026/Q3: of its minutes these .* kept: v1\."):
        circulated_text(book, book.meeting("2026/Q3"), PaperKind.MINUTES, 2)


def test_undo_takes_a_circulation_back_whole(book: Book) -> None:
    sent(book)
    book.register.undo()
    assert book.of(CirculatedPaper).all() == ()
    assert "DRAFT, not yet circulated" in paper(book, "minutes", "2026/Q3")


def test_the_agenda_is_kept_as_it_went_out(book: Book) -> None:
    invitation = convene.Invitation(kind=convene.MeetingKind.QUARTERLY, starts=datetime(2026, 12, 8, 10))
    meeting = convene.plan(book, invitation)
    circulate(book, meeting)
    text = circulated_text(book, book.meeting("2026/Q4"), PaperKind.AGENDA, 1)
    assert text == paper(book, "agenda", "2026/Q4")
    assert "DRAFT v1, circulated on 22 September 2026" in text
    convene.open_meeting(book, book.meeting("2026/Q4"))
    assert circulated_text(book, book.meeting("2026/Q4"), PaperKind.AGENDA, 1) == text
