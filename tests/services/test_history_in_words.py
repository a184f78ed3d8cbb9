"""The history as people read it: newest first, by any usual symbol, without keys (R-72)."""

import re
from datetime import UTC, date, datetime
from itertools import islice

import pytest

from tui_app.domain.follow_up.action import ActionPoint, ActionStatus
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene
from tui_app.services.charters import load_charter
from tui_app.services.follow_up import report
from tui_app.services.history import history, told
from tui_app.services.membership import admit, end_seat
from tui_app.services.naming import known
from tui_app.services.pen import Pen
from tui_app.services.prepare_agenda import edit_item
from tui_app.services.registers import make
from tui_app.services.sample_year import play


@pytest.fixture(scope="module", autouse=True)
def own_home(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MINUTEBOOK_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="module")
def year(tmp_path_factory, own_home):
    book = play(tmp_path_factory.mktemp("year") / "register", to_the_end=True)
    yield book
    book.register.close()


@pytest.fixture
def live(tmp_path):
    clock = datetime(2026, 9, 22, 7, 30, tzinfo=UTC)
    book = make(load_charter("kenya"), tmp_path / "register", "A. Otieno", clock=lambda: clock)
    invitation = convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10))
    convene.open_meeting(book, convene.plan(book, invitation))
    yield book
    book.register.close()


def of(book, symbol):
    return [*told(book, known(book).find(symbol)[1])]


def test_no_key_stands_in_the_history_of_a_whole_year(year):
    for transaction in told(year):
        assert transaction.lines or "agenda" in transaction.why or transaction.sequence == 1
        for line in (transaction.headline, *transaction.lines):
            assert not re.search("[0-9a-f]{16}", line)


def test_the_newest_comes_first_and_only_what_is_asked_for_is_read(year, monkeypatch):
    read = []
    reading = year.register._journal.transaction
    monkeypatch.setattr(year.register._journal, "transaction", lambda n: read.append(n) or reading(n))
    newest = [*islice(told(year), 5)]
    last = year.register.sequence
    assert [transaction.sequence for transaction in newest] == [*range(last, last - 5, -1)]
    assert len(read) < last / 2


def test_the_history_of_one_record_is_that_of_the_register_narrowed(year):
    numbers = [transaction.sequence for transaction in of(year, "2025/Q4/A05")]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers == [row["sequence"] for row in history(year, "2025/Q4/A05")][::-1]
    action = year.register.database.table("actions")
    id = next(document.doc_id for document in action if document["symbol"] == "UNNM-KEN/2025/Q4/A05")
    assert numbers[::-1] == [transaction.sequence for transaction in year.register.history("actions", id)]


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        ("UNNM-KEN/2026/Q3/A07", "2026/Q3/A07"),
        ("unnm-ken/2026/q3/a7", "2026/Q3/A07"),
        ("2026Q3/A07", "2026/Q3/A07"),
        ("Q2/D1", "2026/Q2/D01"),
        ("A07", "2026/Q3/A07"),
        ("p1", "2026/Q3/P1"),
        ("q3", "2026/Q3"),
        ("2026/Q3/5a", "2026/Q3/5a"),
        ("un women", "UN Women"),
    ],
)
def test_a_record_is_found_by_any_symbol_that_people_type(year, typed, symbol):
    assert known(year).find(typed)[0] == symbol


@pytest.mark.parametrize(("typed", "nearest"), [("A09", "A0"), ("2026/Q3/A99", "2026/Q3/A"), ("UNHRC", "UNHCR")])
def test_on_a_miss_the_nearest_is_named(year, typed, nearest):
    with pytest.raises(Problem, match=f"did you mean '{nearest}"):
        known(year).find(typed)


def test_every_known_symbol_has_a_history(year):
    addresses = known(year).addresses
    for symbol in list(addresses)[::7]:
        assert of(year, symbol), symbol


def take(book, *lines):
    pen = Pen(book, book.meeting("2026/Q3").id)
    for line in lines:
        capture.take(pen, line)


def test_an_item_is_called_as_it_was_called_then(live):
    take(live, "/new Data", "Members discussed the sources.")
    item = live.agenda(live.meeting("2026/Q3").id).by_number("2")
    edit_item(live, item, "Seasonal work [discussion]")
    edited, note, *_ = told(live)
    assert edited.lines == ("item 2 Seasonal work - title: Data -> Seasonal work",)
    assert note.lines == ("new: note under item 2 Data - Members discussed the sources.",)


def test_what_is_undone_is_said_to_be_and_shown(live):
    take(live, "Members discussed the sources.")
    live.register.undo()
    undone = next(told(live))
    assert undone.why == "undo: note"
    assert undone.lines[0].startswith("taken out: note under item 1")


def test_a_report_is_told_as_people_read_it(live):
    take(live, "/action IOM: revise section 2 by 30 Sep")
    action = live.of(ActionPoint).all()[0]
    report(live, action, Reported(ActionStatus.IN_PROGRESS, "draft shared"))
    newest = of(live, "A01")[0]
    assert newest.headline == "22 September 2026 10:30  A. Otieno  2026/Q3/A01 in progress"
    assert newest.lines[0] == "2026/Q3/A01 - status: not started -> in progress"


def test_an_entity_has_the_history_of_its_seats(live):
    admit(live, "IFRC", "Red Cross", date(2026, 10, 1))
    end_seat(live, "UNV", date(2026, 6, 30))
    assert of(live, "UNV")[0].lines == ("seat of UNV - until: none -> 30 Jun 2026",)
    assert "seat of IFRC" in of(live, "ifrc")[0].lines[1]


def test_the_rows_give_the_values_before_beside_those_after(live):
    end_seat(live, "UNV", date(2026, 6, 30))
    (change,) = [*history(live)][-1]["changes"]
    assert (change["changed"], change["before"]) == ({"until": "2026-06-30"}, {"until": None})
    assert [*history(live)][1]["changes"][0]["before"] is None
