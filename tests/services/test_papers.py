"""Papers made from a register, as the secretariat asks for them."""

import os
import stat
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.domain.reports.period import read_period
from tui_app.domain.reports.reporting import report_rules
from tui_app.services import adopting, capture, circulating, convene, papers
from tui_app.services.charters import load_charter
from tui_app.services.membership import admit
from tui_app.services.pen import Pen
from tui_app.services.registers import make
from tui_app.services.reports import draft, keep

LINES = """
/in IOM A. Otieno, Head of Programmes
/in UNHCR K. Hassan
UNHCR: asked for data
/action ILO, IOM: revise section 2 by 30 Sep
/action all: read it by 2 Oct
/propose the Network endorses the data plan
/position IOM statement: it reads the plan as a draft
/withdraw
/decide the Network took note of the report
/closed
the case of one person was discussed
/open
"""


@pytest.fixture
def new_book(tmp_path, monkeypatch):
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    opened = []

    def new(charter):
        clock = lambda: datetime(2026, 9, 22, 8, 0, tzinfo=UTC)  # noqa: E731
        opened.append(make(load_charter(charter), tmp_path / charter, "A. Otieno", clock))
        return opened[-1]

    yield new
    for book in opened:
        book.register.close()


@pytest.fixture
def played(new_book):
    """A network's register with one meeting held and closed."""

    def play(charter):
        book = new_book(charter)
        for entity in {"ILO", "IOM", "UNHCR"} - {member.entity for member in book.charter.members}:
            admit(book, entity, entity, date(2026, 1, 1))
        invitation = convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10))
        meeting = convene.open_meeting(book, convene.plan(book, invitation))
        pen = Pen(book, meeting.id)
        for line in LINES.strip().splitlines():
            capture.take(pen, line)
        convene.close_meeting(book, book.meeting("2026/Q3"))
        return book

    return play


def every_paper(book):
    keep(book, draft(book, report_rules(book.charter)[-1], read_period("Q3 2026", book.today())))
    none = (papers.TABLING_NOTE, papers.STATEMENT, papers.ENTITY)  # nothing was referred or spoken
    kinds = (kind for kind in papers.PAPERS if kind not in none)
    of_one = [papers.paper(book, kind, entity="ILO") for kind in ("actions", papers.ENTITY)]
    return [papers.paper(book, kind) for kind in kinds] + of_one


def test_every_paper_is_internal_deterministic_and_ends_with_one_newline(played):
    book = played("kenya")
    first, second = every_paper(book), every_paper(book)
    assert first == second
    for text in first:
        assert text.split("\n")[2].startswith("> INTERNAL USE ONLY")
        assert text.endswith("\n")
        assert not text.endswith("\n\n")


def test_no_paper_of_kosovo_has_the_words_of_the_others(played):
    for text in every_paper(played("kosovo")):
        assert "UNCT" not in text
        assert "Resident Coordinator" not in text
        assert text.count("1244 (1999)") == 1


@pytest.mark.parametrize("charter", ["kenya", "albania", "serbia", "kyrgyzstan"])
def test_no_other_network_has_a_standing_footnote(played, charter):
    assert all("¹" not in text and "1244" not in text for text in every_paper(played(charter)))


def test_minutes_follow_from_the_lines_that_were_typed(played):
    text = papers.paper(played("kenya"), "minutes", "2026/q3")
    assert "| IOM | A. Otieno | Head of Programmes | member |" in text
    assert "One member asked for data" in text
    assert "**A01** ILO, IOM: revise section 2 (by 30 September 2026)" in text
    assert "> **UNNM-KEN/2026/Q3/D01** the Network took note of the report" in text
    assert "The proposal was withdrawn by its proposer." in text
    assert "(closed session) the case of one person was discussed" in text


def test_an_entity_gets_what_it_and_all_members_have_to_do(played):
    book = played("kenya")
    text = papers.paper(book, "actions", entity="ilo", on=date(2026, 10, 1))
    assert "A01** revise section 2 (by 30 September 2026; with IOM): **1 day overdue**, not started. Agreed at" in text
    assert "A02** read it (by 2 October 2026; all members): not started" in text
    assert "A01" not in papers.paper(book, "actions", entity="FAO")


def test_adopted_minutes_bear_the_seal_of_the_register(played):
    book = played("kenya")
    circulating.circulate(book, book.meeting("2026/Q3"))
    head = book.register.head
    adopting.adopt(book, book.meeting("2026/Q3"))
    text = papers.paper(book, "minutes", "2026/Q3")
    assert "**ADOPTED on 22 September 2026**" in text
    assert head in text
    (decision, *_) = book.of(Decision).all()
    book.of(Decision).put(replace(decision, owners=("IOM",)))  # what comes later changes nothing
    assert papers.paper(book, "minutes", "2026/Q3") == text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"kind": "minuts"}, "'minuts' is not a kind of paper: did you mean 'minutes'?"),
        ({"kind": "minutes"}, "There is no meeting yet"),
        ({"kind": "decisions", "public": True}, "No decision in force releases a decision"),
        ({"kind": "actions", "entity": "UNCHR"}, "did you mean UNHCR?"),
        ({"kind": "tabling-note"}, "There is no meeting yet"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(new_book, asked, sentence):
    with pytest.raises(Problem) as refused:
        papers.paper(new_book("kenya"), **asked)
    assert sentence in str(refused.value)


def test_a_tabling_note_is_made_of_what_was_referred(played):
    book = played("kenya")
    with pytest.raises(Problem, match="2026/Q3 has referred nothing to the UNCT, and no other meeting has"):
        papers.paper(book, "tabling-note")
    assert "tabling-note" in papers.kinds_of_paper(book.charter)


def test_a_network_without_referral_has_no_tabling_note(played):
    book = played("albania")
    with pytest.raises(Problem, match="know no referral"):
        papers.paper(book, "tabling-note")
    assert "tabling-note" not in papers.kinds_of_paper(book.charter)


def test_a_paper_is_written_whole_and_private(tmp_path):
    path = tmp_path / "minutes.md"
    path.write_text("the last version", encoding="utf-8")
    assert papers.write("Démarche\n", path) == path
    assert path.read_bytes() == "Démarche\n".encode()
    assert [each.name for each in tmp_path.iterdir()] == ["minutes.md"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_place_that_takes_no_paper_is_refused_in_a_sentence(tmp_path):
    for path, told in ((tmp_path / "no such folder" / "minutes.md", "cannot be written"), (tmp_path, "is a folder")):
        for refused in (lambda path: papers.write("x\n", path), papers.require_place):
            with pytest.raises(Problem, match=told):
                refused(path)
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_followed_and_a_pipe_is_left_as_it_is(tmp_path):
    if os.name != "posix":
        return
    link, real, pipe = tmp_path / "link.md", tmp_path / "real.md", tmp_path / "pipe.md"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    assert papers.write("new\n", link) == link
    assert (link.is_symlink(), real.read_text(encoding="utf-8")) == (True, "new\n")
    os.mkfifo(pipe)
    with pytest.raises(Problem, match="is no file: name the file to write"):
        papers.write("x\n", pipe)
    assert pipe.is_fifo()
    real.unlink()
    real.symlink_to(link)
    with pytest.raises(Problem, match="cannot be written"):
        papers.write("x\n", link)
