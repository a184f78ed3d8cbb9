"""A search looks through everything that led to a decision, and through what was said in any meeting."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene, saved_searches
from tui_app.services.cards import CardBox
from tui_app.services.charters import load_charter
from tui_app.services.follow_up import report
from tui_app.services.lineage import before, since
from tui_app.services.look_up import SEARCH_FILTERS, actions, decisions, everything, why_nothing
from tui_app.services.pen import Pen
from tui_app.services.registers import make
from tui_app.services.rows import gather

JUNE = (
    "/in all",
    "/item 3",
    "ILO: asked that seasonal work be counted in Ağrı",
    "/propose The Network endorses a border survey",
    "/position FAO objects resources: asks for a budget line",
    "/amend The Network endorses a short border survey",
    "/position FAO reservation para 2: the caravan is not covered",
    "/rest joins",
    "/declare",
    "/action IOM: find a printer by 30 Sep",
    "/item 2",
    "The kettle was broken.",
)
SEPTEMBER = ("/in all", "UNDP: reminded of 2026/Q2/D01", "/decide The Network thanked the city of Ağrı", "/next")


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("search")
    moment = [datetime(2026, 6, 22, 7, 30, tzinfo=UTC)]
    book = make(load_charter("kenya"), folder / "register", "A. Otieno", lambda: moment[0], remembered=False)
    for month, lines in ((6, JUNE), (9, SEPTEMBER)):
        moment[0] = moment[0].replace(month=month)
        meeting = convene.plan(
            book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, month, 22, 10))
        )
        convene.open_meeting(book, meeting)
        pen = Pen(book, meeting.id)
        for line in lines:
            capture.take(pen, line)
        if month == 6:
            convene.close_meeting(book, book.meeting("2026/Q2"))
            decision = book.of(Decision).all()[0]
            report(book, decision, Reported(ActionStatus.DELAYED, "the printer jammed", on=date(2026, 6, 22)))
    yield book
    book.register.close()


@pytest.mark.parametrize(
    "words", ["border", "short border", "budget line", "caravan", "jammed", "seasonal", "agri counted", "2026/Q2/D01"]
)
def test_a_decision_is_found_by_all_that_led_to_it(book, words):
    assert [row["symbol"] for row in decisions(book, words)][:1] == ["UNNM-KEN/2026/Q2/D01"]


def test_what_was_said_is_found_with_who_and_where(book):
    (said,) = everything(book, "kind:statement seasonal")
    assert (said["entity"], said["meeting"], said["symbol"], said["kind"]) == ("ILO", "2026/Q2", None, "statement")
    (noted,) = everything(book, "KETTLE")
    assert (noted["text"], noted["on"]) == ("The kettle was broken.", "2026-06-22")


def test_the_best_stands_first_and_a_hit_elsewhere_has_its_context(book):
    rows = everything(book, "agri")
    assert rows[0]["text"].startswith("The Network thanked the city of Ağrı")
    assert rows[0]["context"] is None
    (decision,) = [row for row in everything(book, "caravan") if row["kind"] == "decision"]
    assert decision["context"] == "FAO reservation, round 2: para 2: the caravan is not covered"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('entity:"FAO objects"', 1),
        ("entity:fao", 1),
        ("entity:undp", 0),
        ('entity:"UNDP joins"', 2),
        ('entity:"UNDP absent"', 0),
        ("kind:decision since:2026Q3", 1),
        ("body:network until:2026-06", 1),
    ],
)
def test_an_entity_that_took_a_position_of_its_own_is_a_filter(book, query, found):
    assert len(decisions(book, query)) == found


def test_how_an_entity_was_consulted_finds_the_text(book):
    pen = Pen(book, book.meeting("2026/Q3").id)
    with book.register.transaction("tried"):
        for line in ("/propose A hard text", "/consult FAO: joins, by letter of 16 February"):
            capture.take(pen, line)
    (found,) = everything(book, "16 February")
    book.register.undo()
    assert (found["symbol"], found["context"]) == (
        "UNNM-KEN/2026/Q3/P2", "FAO consulted: joins, by letter of 16 February")  # fmt: skip


def test_what_all_members_have_to_do_each_of_them_has(book):
    pen = Pen(book, book.meeting("2026/Q3").id)
    capture.take(pen, "/action all: share data")
    found = [
        [row["text"] for row in actions(book, query)] for query in ("owner:ILO", "entity:ILO", "entity:Secretariat")
    ]
    book.register.undo()
    assert found == [["share data"], ["share data"], []]


def test_notes_on_progress_and_the_item_find_an_action(book):
    assert [row["symbol"] for row in actions(book, "printer")] == ["UNNM-KEN/2026/Q2/A01"]


def test_a_name_that_nothing_has_is_told_with_the_nearest(book):
    assert why_nothing(book, "owner:UNHRC", SEARCH_FILTERS) == "Nothing has owner:UNHRC: did you mean 'owner:UNHCR'?"
    assert why_nothing(book, "owner:UNHCR", SEARCH_FILTERS) == ""
    assert "did you mean 'meeting:2026/Q" in why_nothing(book, "meeting:2026/Q8", SEARCH_FILTERS)
    assert why_nothing(book, "owner:IOM kettle", SEARCH_FILTERS) == ""
    assert "did you mean 'entity:ILO'?" in why_nothing(book, "entity:ILOO", SEARCH_FILTERS)


def test_only_the_cards_of_a_meeting_that_changed_are_folded_anew(book):
    box = CardBox()
    first = [*box.cards(gather(book))]
    assert all(a is b for a, b in zip(first, box.cards(gather(book)), strict=True))
    entry = book.of(Entry).of(book.meeting("2026/Q3").id)[0]
    with book.register.transaction("changed"):
        book.of(Entry).put(replace(entry, text="reminded of nothing"))
    again = [*box.cards(gather(book))]
    book.register.undo()
    assert [a is b for a, b in zip(first, again, strict=True)] == [False, True]


def test_what_came_of_a_decision_is_told_by_day(book):
    around = gather(book)
    decision = book.of(Decision).all()[0]
    events = since(around, decision)
    assert [event.words for event in events] == [
        "Still open, it was carried over to 2026/Q3.",
        "2026/Q3: UNDP: reminded of 2026/Q2/D01",
    ]
    assert before(around, decision) == ()


def test_a_search_is_kept_replaced_removed_and_taken_back(book):
    saved_searches.save(book, "border work", "border since:2026")
    saved_searches.save(book, "Border-Work", "@border-work is:open")
    (saved,) = saved_searches.saved_searches(book)
    assert (saved.name, saved.query) == ("Border-Work", "border since:2026 is:open")
    assert len(decisions(book, saved_searches.whole_query(book, "@border-work", SEARCH_FILTERS))) == 1
    saved_searches.remove(book, "@BORDER-WORK")
    assert saved_searches.saved_searches(book) == ()
    book.register.undo()
    assert len(saved_searches.saved_searches(book)) == 1
    with pytest.raises(Problem, match="did you mean 'Border-Work'"):
        saved_searches.remove(book, "borderwork")
    with pytest.raises(Problem, match="nothing to save"):
        saved_searches.save(book, "empty", " ")
