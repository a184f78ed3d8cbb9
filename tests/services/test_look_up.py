"""Rows have exactly the promised keys, and a query finds what its words and filters say."""

import json
from datetime import UTC, date, datetime

import pytest

from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.services import capture, circulating, convene
from tui_app.services.charters import load_charter
from tui_app.services.history import history
from tui_app.services.look_up import actions, decisions, meetings, members
from tui_app.services.membership import admit, end_seat
from tui_app.services.pen import Pen
from tui_app.services.registers import make, open_book

LINES = (
    "/in IOM A. Otieno",
    "/in UNHCR K. Hassan",
    "/in FAO P. Wekesa",
    "/action IOM, ILO: revise section 2 by 30 Sep",
    "/action UNHCR: share the survey by next meeting",
    "/item 2",
    "/propose The Network endorses the data plan",
    "/position IOM joins",
    "/position UNHCR objects resources: asks for a budget line",
    "/position FAO reservation para 3: seasonal work is not covered",
    "/decide The Network took note of the survey",
    "/owner D01 UN Women by 1 Sep 2026",
)


KEYS = [
    *("symbol", "kind", "state", "text", "body", "tier", "basis", "meeting", "item", "round"),
    *("owners", "due", "positions", "implementation", "response"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("look-up") / "register"


@pytest.fixture(scope="module")
def book(folder):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MINUTEBOOK_HOME", str(folder.parent / "home"))
        book = make(load_charter("kenya"), folder, "A. Otieno",
                    clock=lambda: datetime(2026, 9, 22, 7, 30, tzinfo=UTC))  # fmt: skip
        meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
        convene.plan(book, convene.Invitation(kind=MeetingKind.ANNUAL, starts=datetime(2026, 12, 8, 10)))
        convene.open_meeting(book, meeting)
        pen = Pen(book, meeting.id)
        for line in LINES:
            capture.take(pen, line)
        admit(book, "IFRC", "Red Cross", date(2026, 10, 1))
        end_seat(book, "UNV", date(2026, 6, 30))
        yield book
        book.register.close()


def test_a_decision_has_the_promised_keys(book):
    (row,) = decisions(book)
    assert list(row) == KEYS
    assert row["symbol"] == "UNNM-KEN/2026/Q3/D01"
    assert (row["kind"], row["state"], row["meeting"]) == ("decision", "adopted", "2026/Q3")
    assert (row["owners"], row["due"], row["implementation"]) == (["UN Women"], "2026-09-01", "not started")
    assert {"entity": "IOM", "position": "joins", "words": ""} in row["positions"]
    json.dumps(row)


def test_a_proposal_that_became_no_decision_is_listed_when_everything_is_asked_for(book):
    proposal, decision = decisions(book, everything=True)
    assert list(proposal) == list(decision)
    assert proposal["symbol"] == "UNNM-KEN/2026/Q3/P1"
    assert (proposal["kind"], proposal["state"], proposal["implementation"]) == ("proposal", "objected", None)
    said = {row["entity"]: (row["position"], row["words"]) for row in proposal["positions"]}
    assert said["UNHCR"] == ("objects", "resources: asks for a budget line")
    assert said["FAO"] == ("reservation", "para 3: seasonal work is not covered")


def test_a_withdrawn_objection_stands_no_more_in_a_row_but_its_words_do(book):
    meeting = book.meeting("2026/Q3")
    capture.take(Pen(book, meeting.id), "/withdraw UNHCR")
    positions = decisions(book, everything=True)[0]["positions"]
    book.register.undo()
    assert {
        "entity": "UNHCR",
        "position": "no position",
        "words": "objection withdrawn: resources: asks for a budget line",
    } in positions


def test_an_action_has_the_promised_keys(book):
    first, second = actions(book)
    assert first == {
        "symbol": "UNNM-KEN/2026/Q3/A01",
        "text": "revise section 2",
        "responsible": ["IOM", "ILO"],
        "due": "2026-09-30",
        "due_words": None,
        "status": "not started",
        "meeting": "2026/Q3",
    }
    assert second["due"] == "2026-12-08"


def test_a_meeting_has_the_promised_keys(book):
    held, planned = meetings(book)
    assert held == {
        "symbol": "2026/Q3",
        "kind": "quarterly",
        "state": "in session",
        "opened": "2026-09-22T10:30:00+03:00",
        "closed": None,
        "entries": 4,
        "decisions": 1,
        "actions": 2,
    }
    assert (planned["symbol"], planned["state"], planned["opened"], planned["entries"]) == (
        "2026/AN",
        "planned",
        None,
        0,
    )


def test_members_keep_their_dates_and_a_pending_seat_is_no_member(book):
    rows = {row["entity"]: row for row in members(book)}
    assert rows["UNV"] == {
        "entity": "UNV",
        "name": "United Nations Volunteers",
        "tier": "member",
        "from": None,
        "until": "2026-06-30",
    }
    assert "IFRC" not in rows
    assert [row["entity"] for row in members(book, "is:pending")] == ["IFRC"]
    assert [row["entity"] for row in members(book, "is:ended")] == ["UNV"]
    assert len(members(book, "tier:executive")) == 7


@pytest.mark.parametrize(
    ("look_up", "query", "found"),
    [
        (decisions, "survey", 1),
        (decisions, "is:open is:overdue owner:women", 1),
        (decisions, "is:open kind:recommendation", 0),
        (decisions, "body:network meeting:2026Q3 since:2026Q3 until:2026Q3", 1),
        (decisions, 'item:"minutes of"', 1),
        (actions, "owner:ilo", 1),
        (actions, "owner:labour", 1),
        (actions, "is:open", 2),
        (actions, "is:overdue", 0),
        (actions, "survey share", 1),
        (actions, "text:section since:2027", 0),
        (meetings, "kind:annual", 1),
        (meetings, 'is:"in session"', 1),
        (meetings, "third quarterly", 1),
        (members, "children", 1),
    ],
)
def test_a_query_finds_by_words_and_filters(book, look_up, query, found):
    assert len(look_up(book, query)) == found


MEANT = [
    (actions, "is:late", "did you mean 'is:overdue'"),
    (actions, "is:done", "did you mean 'is:implemented'"),
    (decisions, "is:late", "did you mean 'is:overdue'"),
    (decisions, "is:implmented", "did you mean 'is:implemented'"),
    (actions, "is:blue", "it can be one of: open, overdue, not started,"),
    (decisions, "nix:IOM", "it can be one of: is:, kind:, owner:"),
]


@pytest.mark.parametrize(("look_up", "query", "told"), MEANT)
def test_only_what_is_near_or_means_the_same_is_told_as_meant(book, look_up, query, told):
    with pytest.raises(Problem, match=told):
        look_up(book, query)


def test_a_filter_that_there_is_not_is_told_with_the_nearest(book):
    with pytest.raises(Problem, match="did you mean 'owner:'"):
        actions(book, "ownr:IOM")
    with pytest.raises(Problem, match="no filter 'kind:'"):
        actions(book, "kind:decision")


def test_the_history_of_a_record_says_who_changed_what_and_when(book):
    made, owned = history(book, "unnm-ken/2026/q3/d01")
    assert (made["by"], made["at"], made["why"]) == ("A. Otieno", "2026-09-22T10:30:00+03:00", "decision")
    assert [change["table"] for change in made["changes"]] == ["decisions"]
    assert owned["changes"][0]["changed"] == {"owners": ["UN Women"], "due": "2026-09-01"}


def test_the_history_of_the_register_holds_every_transaction_in_order(book):
    assert [row["sequence"] for row in history(book)] == [*range(1, book.register.sequence + 1)]


@pytest.mark.parametrize("symbol", ["2026Q3", "2026/AN", "UNNM-KEN/2026/Q3/A02", "UNNM-KEN/2026/Q3/P1", "unv"])
def test_every_symbol_has_a_history(book, symbol):
    assert [*history(book, symbol)]


def test_a_record_that_there_is_not_is_told_with_the_nearest(book):
    with pytest.raises(Problem, match="UNNM-KEN/2026/Q3/D0"):
        [*history(book, "UNNM-KEN/2026/Q3/D07")]


def test_who_reads_leaves_the_register_to_whoever_writes(book, folder, monkeypatch, tmp_path):
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path))
    reader = open_book(folder, read_only=True)
    assert decisions(reader) == decisions(book)
    assert not reader.register.notices
    with pytest.raises(Problem, match="read only"):
        circulating.circulate(reader, reader.meeting("2026/AN"))
