"""An agenda is set from lines and changed item by item; what was taken under an item holds it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.domain.meeting.agenda import AgendaItem, Purpose, item_line
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.problem import Problem
from tui_app.services import capture, convene, correcting, prepare_agenda
from tui_app.services.charters import load_charter
from tui_app.services.pen import Pen
from tui_app.services.registers import make

LINES = (
    "Opening [decision] 5m IOM",
    "Data on labour migration [decision] 20m IOM",
    "  The survey [information] 10m UNFPA",
    "  The data plan [decision] 10m ILO",
    "Workplan [discussion] 30m Secretariat",
    "Any other business [discussion] 10m",
)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MINUTEBOOK_HOME", str(tmp_path_factory.mktemp("home")))
        book = make(load_charter("kenya"), tmp_path_factory.mktemp("r") / "r", "A. Otieno",
                    clock=lambda: datetime(2026, 9, 22, 7, 30, tzinfo=UTC))  # fmt: skip
        yield book
        book.register.close()


@pytest.fixture
def meeting(book):
    """A meeting of its own for each test, with the agenda above."""
    meeting = convene.plan(
        book, convene.Invitation(kind=MeetingKind.EXTRAORDINARY, starts=datetime(2026, 9, 22, 10), reason="a test")
    )
    prepare_agenda.set_agenda(book, meeting, LINES)
    yield meeting
    now = book.meeting(meeting.symbol)
    if now.in_session:
        convene.close_meeting(book, now)


def titles(book, meeting):
    agenda = book.agenda(meeting.id)
    return [f"{agenda.numbers[item.id]} {item.title}" for item in agenda.items]


def item(book, meeting, number):
    return book.agenda(meeting.id).by_number(number)


START = ["1 Opening", "2 Data on labour migration", "2a The survey", "2b The data plan", "3 Workplan",
         "4 Any other business"]  # fmt: skip


def test_setting_replaces_the_usual_items(book, meeting):
    assert titles(book, meeting) == START
    assert tuple(item_line(i) for i in book.agenda(meeting.id).items) == LINES
    assert item(book, meeting, "2b").presenter == "ILO"


def test_a_name_of_an_entity_or_a_collective_behind_the_purpose_is_the_presenter(book, meeting):
    agenda = prepare_agenda.set_agenda(
        book, meeting, ["Data [decision] UN Women", "Report [info] Secretariat", "Letter to UNHCR"]
    )
    assert [(i.title, i.presenter) for i in agenda.items] == [
        ("Data", "UN Women"),
        ("Report", "Secretariat"),
        ("Letter to UNHCR", ""),
    ]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([], "needs an item"),
        (["", "  "], "needs an item"),
        (["Data [descision]"], "line 1: 'descision' is not a purpose: did you mean 'decision'"),
        (["  Part"], "line 1: a sub-item needs an item above"),
        (["Data", "[decision] 5m"], "line 2: an item needs a title"),
    ],
)
def test_lines_that_cannot_be_read_change_nothing(book, meeting, lines, words):
    with pytest.raises(Problem, match=words):
        prepare_agenda.set_agenda(book, meeting, lines)
    assert titles(book, meeting) == START


def test_the_agenda_of_a_meeting_that_has_begun_is_not_replaced(book, meeting):
    opened = convene.open_meeting(book, meeting)
    with pytest.raises(Problem, match="in session"):
        prepare_agenda.set_agenda(book, opened, LINES)


@pytest.mark.parametrize(
    ("line", "after", "number"),
    [
        ("New [information] 5m", None, "5"),
        ("New", "1", "2"),
        ("New", "2", "3"),
        ("New", "2a", "3"),
        ("  New", "2", "2a"),
        ("  New", "2a", "2b"),
        ("  New", "2b", "2c"),
        ("  New", "3", "3a"),
        ("  New", None, "4a"),
    ],
)
def test_adding(book, meeting, line, after, number):
    behind = item(book, meeting, after).id if after else None
    added = prepare_agenda.add_item(book, meeting, line, behind)
    assert book.agenda(meeting.id).numbers[added.id] == number
    assert [t.split(" ", 1)[1] for t in titles(book, meeting) if "New" not in t] == [t.split(" ", 1)[1] for t in START]


def test_editing_keeps_the_place_and_the_clock(book, meeting):
    opened = convene.open_meeting(book, meeting)
    before = item(book, opened, "1")
    after = prepare_agenda.edit_item(book, before, "Opening and welcome [information] 7m UNDP")
    assert (after.title, after.purpose, after.minutes, after.presenter) == (
        "Opening and welcome",
        Purpose.INFORMATION,
        7,
        "UNDP",
    )
    assert (after.id, after.rank, after.parent, after.spans) == (before.id, before.rank, before.parent, before.spans)
    assert after.spans


def test_editing_a_sub_item_leaves_it_one(book, meeting):
    prepare_agenda.edit_item(book, item(book, meeting, "2a"), "The household survey")
    assert "2a The household survey" in titles(book, meeting)


def test_moving_carries_the_sub_items(book, meeting):
    prepare_agenda.move_item(book, item(book, meeting, "2"), down=True)
    assert titles(book, meeting) == ["1 Opening", "2 Workplan", "3 Data on labour migration", "3a The survey",
                                     "3b The data plan", "4 Any other business"]  # fmt: skip
    prepare_agenda.move_item(book, item(book, meeting, "3"), down=False)
    assert titles(book, meeting) == START


def test_a_sub_item_moves_among_its_own(book, meeting):
    prepare_agenda.move_item(book, item(book, meeting, "2b"), down=False)
    assert titles(book, meeting)[2:4] == ["2a The data plan", "2b The survey"]


@pytest.mark.parametrize(
    ("number", "down", "words"),
    [("1", False, "first already"), ("4", True, "last already"), ("2a", False, "first"), ("2b", True, "last")],
)
def test_beyond_the_ends_nothing_moves(book, meeting, number, down, words):
    with pytest.raises(Problem, match=words):
        prepare_agenda.move_item(book, item(book, meeting, number), down)
    assert titles(book, meeting) == START


def test_an_item_becomes_a_part_and_an_item_again(book, meeting):
    prepare_agenda.indent_item(book, item(book, meeting, "3"))
    assert titles(book, meeting)[2:5] == ["2a The survey", "2b The data plan", "2c Workplan"]
    prepare_agenda.outdent_item(book, item(book, meeting, "2c"))
    assert titles(book, meeting) == START


@pytest.mark.parametrize(
    ("number", "words"), [("1", "none above it"), ("2", "sub-items of its own"), ("2a", "sub-item already")]
)
def test_an_agenda_has_two_levels(book, meeting, number, words):
    with pytest.raises(Problem, match=words):
        prepare_agenda.indent_item(book, item(book, meeting, number))


def test_an_item_goes_with_its_parts(book, meeting):
    prepare_agenda.remove_item(book, item(book, meeting, "2"))
    assert titles(book, meeting) == ["1 Opening", "2 Workplan", "3 Any other business"]


def test_a_part_goes_alone(book, meeting):
    prepare_agenda.remove_item(book, item(book, meeting, "2a"))
    assert titles(book, meeting)[1:3] == ["2 Data on labour migration", "2a The data plan"]


def test_what_was_taken_under_an_item_or_its_part_holds_it(book, meeting):
    opened = convene.open_meeting(book, meeting)
    with pytest.raises(Problem, match="on the table"):
        prepare_agenda.remove_item(book, item(book, opened, "1"))
    pen = Pen(book, opened.id)
    capture.take(pen, "/item 2a")
    capture.take(pen, "The survey was presented.")
    capture.take(pen, "/item 3")
    for number in ("2", "2a"):
        with pytest.raises(Problem, match="an entry stands under it"):
            prepare_agenda.remove_item(book, item(book, opened, number))
    prepare_agenda.remove_item(book, item(book, opened, "2b"))
    assert all(book.of(AgendaItem).find(entry.item) for entry in book.of(Entry).of(opened.id))


def test_an_item_stays_while_a_record_that_was_taken_under_it_is_there(book, meeting):
    opened = convene.open_meeting(book, meeting)
    pen = Pen(book, opened.id)
    for line in ("/item 2a", "/action UNHCR: revise it", "/item 2b", "/doc 2.1 plan.pdf", "/item 1"):
        capture.take(pen, line)
    for number, named in (("2a", "an entry stands under it"), ("2b", r"2\.1 was taken under it")):
        with pytest.raises(Problem, match=f"cannot go: {named}"):
            prepare_agenda.remove_item(book, item(book, opened, number))
    (entry,) = book.of(Entry).of(opened.id)
    correcting.move(book, entry, True)
    prepare_agenda.remove_item(book, item(book, opened, "2a"))


def test_each_change_is_taken_back_by_one_undo(book, meeting):
    changes = (
        lambda: prepare_agenda.set_agenda(book, meeting, ["Only one"]),
        lambda: prepare_agenda.add_item(book, meeting, "New", item(book, meeting, "1").id),
        lambda: prepare_agenda.edit_item(book, item(book, meeting, "2"), "Other"),
        lambda: prepare_agenda.move_item(book, item(book, meeting, "2"), True),
        lambda: prepare_agenda.indent_item(book, item(book, meeting, "3")),
        lambda: prepare_agenda.outdent_item(book, item(book, meeting, "2a")),
        lambda: prepare_agenda.remove_item(book, item(book, meeting, "2")),
    )
    for change in changes:
        change()
        assert titles(book, meeting) != START
        book.register.undo()
        assert titles(book, meeting) == START


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["up", "down", "indent", "outdent", "add"]), st.integers(0, 9)), max_size=8))
def test_no_sequence_of_changes_loses_an_item(book, steps):
    meeting = convene.plan(
        book, convene.Invitation(kind=MeetingKind.EXTRAORDINARY, starts=datetime(2026, 9, 22, 10), reason="a test")
    )
    prepare_agenda.set_agenda(book, meeting, LINES)
    added = 0
    for step, place in steps:
        items = book.agenda(meeting.id).items
        chosen = items[place % len(items)]
        try:
            match step:
                case "indent":
                    prepare_agenda.indent_item(book, chosen)
                case "outdent":
                    prepare_agenda.outdent_item(book, chosen)
                case "add":
                    prepare_agenda.add_item(book, meeting, "  Part" if place % 2 else "Item", chosen.id)
                    added += 1
                case _:
                    prepare_agenda.move_item(book, chosen, step == "down")
        except Problem:
            pass
        agenda = book.agenda(meeting.id)
        assert len(agenda.items) == len(LINES) + added
        assert [i.rank for i in agenda.items] == list(range(len(agenda.items)))
        tops = {i.id for i in agenda.items if not i.parent}
        assert all(i.parent in tops for i in agenda.items if i.parent)


def test_after_the_meeting_items_keep_their_order_and_only_their_words_are_mended(book, meeting):
    opened = convene.open_meeting(book, meeting)
    closed = convene.close_meeting(book, opened)
    for change in (
        lambda: prepare_agenda.add_item(book, closed, "New", None),
        lambda: prepare_agenda.move_item(book, item(book, closed, "1"), True),
        lambda: prepare_agenda.remove_item(book, item(book, closed, "3")),
    ):
        with pytest.raises(Problem, match="keep their order"):
            change()
    prepare_agenda.edit_item(book, item(book, closed, "1"), "Opening of the meeting [decision]")
    assert item(book, closed, "1").title == "Opening of the meeting"
