"""What is said, written or changed behind closed doors never reaches the room, in whatever way it came into the record.

Texts, titles and positions: the room sees those that were put to it in the open, and of the others that there are some.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.in_session import in_session, texts
from tests.services.marks import MARK
from tui_app.documents.public import public_agenda
from tui_app.documents.release import for_outsiders, released_minutes
from tui_app.domain.consensus.proposal import Outcome, Proposal
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.differences import Side
from tui_app.domain.meeting.minutes import EntryKind
from tui_app.domain.meeting.projection import Projection
from tui_app.domain.problem import Problem
from tui_app.services import capture, correcting, prepare_agenda
from tui_app.services.foresight import foretell, foretell_edit
from tui_app.services.projection import project

NOTHING_ELSE = Projection(said=("Closed session",))
BEHIND = "(closed session)"


def seen(pen):
    return project(pen.book.record(pen.meeting_id), None, lambda each: pen.book.register.changed("proposals", each.id))


def text(pen):
    shown = seen(pen).text
    return "".join(words for side, words in shown.changes if side is not Side.BEFORE) if shown else ""


def positions(pen):
    return {each.entity: (each.position, each.objects) for each in seen(pen).text.positions}


def last_entry(pen):
    return [each for each in pen.book.record(pen.meeting_id).entries if not each.struck][-1]


def take(pen, *lines):
    """Lines as they are typed; the last of them is what was told."""
    for line in lines:
        taken = capture.take(pen, line)
    return taken


# -- positions -----------------------------------------------------------


def test_a_position_taken_behind_closed_doors_is_not_shown_until_it_is_taken_in_the_open(pen):
    take(
        pen, "/in all", "/p A text", "/position IOM joins", "/closed", "/position FAO objects resources: money", "/open"
    )
    assert positions(pen)["IOM"] == ("joins", False)
    assert positions(pen)["FAO"] == (BEHIND, False)
    take(pen, "/position FAO objects resources: money")
    assert positions(pen)["FAO"] == ("objects", True)


@pytest.mark.parametrize("line", ["/withdraw FAO", "/position FAO joins"])
def test_an_objection_given_up_behind_closed_doors_is_not_shown_as_given_up(pen, line):
    take(pen, "/in all", "/p A text", "/position FAO objects resources: money", "/closed", line, "/open")
    assert positions(pen)["FAO"] == (BEHIND, False)


def test_the_rest_who_join_and_who_answers_in_writing_behind_closed_doors_are_not_shown(pen):
    take(pen, "/in IOM", "/p A text", "/closed", "/rest joins", "/consult UNDP: no position", "/open")
    assert (positions(pen)["IOM"], positions(pen)["UNDP"]) == ((BEHIND, False), (BEHIND, False))


# -- texts ---------------------------------------------------------------


@pytest.mark.parametrize("rewritten", ["/fix text/secret/", "e"])
def test_a_text_that_is_reworded_behind_closed_doors_is_shown_as_it_was(pen, rewritten):
    take(pen, "/in all", "/p A text", "/closed")
    if rewritten == "e":
        capture.edit(pen, last_entry(pen), "/p A secret")
    else:
        take(pen, rewritten)
    assert pen.book.of(Proposal).of(pen.meeting_id)[0].text == "A secret"
    told = take(pen, "/open")
    assert text(pen) == "A text"
    assert told.note == "The room sees P1 as it was before: /amend with the new text puts that in the open."
    assert seen(pen).text.positions == ()


@pytest.mark.parametrize("line", ["A note", "UNHCR: a note", "! UNHCR: a note", "/a IOM: a note by 30 Sep"])
@pytest.mark.parametrize("rewritten", ["/fix note/secret/", "e"])
def test_what_is_rewritten_behind_closed_doors_is_of_the_closed_session_and_that_is_told_before(pen, line, rewritten):
    take(pen, line, "/closed")
    edited = line.replace("note", "secret")
    told = foretell_edit(pen, last_entry(pen), edited) if rewritten == "e" else foretell(pen, rewritten, {})
    assert told.startswith(  # a long text fills what is left of the three lines
        "Edited behind closed doors, it is of the closed session now; edited after /open it would not be."
    )
    assert not last_entry(pen).closed
    taken = capture.edit(pen, last_entry(pen), edited) if rewritten == "e" else take(pen, rewritten)
    assert "of the closed session now" in taken.note
    take(pen, "/open")
    assert last_entry(pen).closed
    outside = released_minutes(pen.book.record(pen.meeting_id))
    assert "secret" not in " ".join(texts((outside.entries, outside.actions)))


def test_what_is_left_as_it_was_behind_closed_doors_stays_open(pen):
    take(pen, "A note", "/closed")
    assert capture.edit(pen, last_entry(pen), "A note").note == ""
    assert not last_entry(pen).closed


def test_an_entry_of_the_closed_session_stays_one_when_it_is_edited_in_the_open_and_the_echo_says_which_it_is(pen):
    take(pen, "/closed", "A secret", "/open")
    assert foretell_edit(pen, last_entry(pen), "A plan").startswith("Edits the entry of the closed session: ")
    assert capture.edit(pen, last_entry(pen), "A plan").note == ""
    assert last_entry(pen).closed


def test_a_text_made_behind_closed_doors_is_put_in_the_open_unchanged(pen):
    take(pen, "/in all", "/p A text", "/closed", "/amend Another", "/open", "/amend Another")
    assert text(pen) == "Another"
    assert seen(pen).text.heading == "Proposal P1, round 3"
    with pytest.raises(Problem, match="unchanged"):
        take(pen, "/amend Another")


def test_a_note_made_a_proposal_behind_closed_doors_stays_there(pen):
    take(pen, "A note", "/closed")
    capture.edit(pen, last_entry(pen), "/p A secret")
    take(pen, "/open")
    assert seen(pen).text is None


@pytest.mark.parametrize("end", ["/defer", "/withdraw"])
def test_a_text_that_ends_without_being_adopted_is_shown_as_the_room_knew_it(pen, end):
    take(pen, "/in all", "/p A text", "/closed", "/amend A secret", "/open", end)
    assert text(pen) == "A text"


# -- titles --------------------------------------------------------------


def title(pen):
    return seen(pen).item.title


def public_titles(pen):
    record = for_outsiders(pen.book.record(pen.meeting_id), ())
    return public_agenda(record, ())


def test_a_title_given_behind_closed_doors_is_told_once_its_item_is_reached_in_the_open(pen):
    told = take(pen, "/closed", "/new The secret [decision]", "/open")
    assert (seen(pen).item.number, title(pen)) == ("2", "(closed item)")
    assert told.note == "The room sees item 2 by its number alone: /item 2 tells its title."
    assert "secret" not in public_titles(pen)
    take(pen, "/item 1")
    assert seen(pen).following == "Next: 2  (closed item)"
    take(pen, "/next")
    assert title(pen) == "The secret"
    assert "The secret" in public_titles(pen)


def test_a_text_put_in_the_open_under_a_title_that_is_not_told_is_shown(pen):
    take(pen, "/closed", "/new The secret [decision]", "/open", "/p A text")
    assert (title(pen), text(pen)) == ("(closed item)", "A text")


def test_going_through_the_items_behind_closed_doors_tells_nothing(pen):
    take(pen, "/closed", "/new The secret", "/item 1", "/item 2", "/open")
    assert title(pen) == "(closed item)"


def test_a_title_added_or_changed_in_the_agenda_behind_closed_doors_is_not_told(pen):
    take(pen, "/new An item", "/closed")
    book, item = pen.book, pen.book.agenda(pen.meeting_id).items[1]
    prepare_agenda.edit_item(book, item, "A secret item [decision]")
    prepare_agenda.add_item(book, pen.meeting, "Another secret", item.id)
    take(pen, "/open")
    assert title(pen) == "(closed item)"
    assert seen(pen).following == "Next: 3  (closed item)"
    assert "ecret" not in public_titles(pen)


def test_what_else_of_an_item_is_changed_behind_closed_doors_leaves_its_title_told(pen):
    take(pen, "/new An item", "/closed")
    item = pen.book.agenda(pen.meeting_id).items[1]
    prepare_agenda.edit_item(pen.book, item, "An item [decision] 20m")
    take(pen, "/open")
    assert title(pen) == "An item"


# -- whatever is typed ---------------------------------------------------

CHANGES = (
    "/amend {}", "/amend {}", "/amend {}", "/fix mark/{}/", "/fix mark/{}/", "edit /p {}", "edit /p {}", "edit {}",
    "make note", "make decision", "strike", "/undo", "/undo", "redo", "/position FAO objects resources: {}",
    "/position FAO joins", "/withdraw FAO", "/rest joins", "/consult FAO: no position", "/p {}", "/new {}", "item {}",
    "add {}", "/item 1", "/item 2", "/next", "/defer", "/defer", "/withdraw", "/withdraw", "/declare", "/declare {}",
    "/closed", "/open", "move up", "move down",
)  # fmt: skip
"""By what a text, a title or a position comes into the record, changes there, or goes."""
LINES = (
    *CHANGES, "{}", "UNHCR: {}", "! UNHCR: {}", "/a IOM: {} by 30 Sep", "/d {}",
    "/position ILO reservation para 3: {}", "/position IOM statement {}", "/consult WFP: {}", "/guest {}: {}",
    "/in UNDP {}", "/doc 3.1 {}", "/chair {}", "/new {} [decision] 10m {}", "/new {} [closed]",
)  # fmt: skip
SPOKEN = ("/p {}", "/amend {}", "/d {}", "/declare {}", "/new {}", "/new {} [decision] 10m {}", "/fix mark/{}/",
          "edit /p {}", "item {}", "add {}")  # fmt: skip
"""What puts a text or a title to the room, if its doors are open then; in the others nothing is meant for it."""


def do(pen, line):
    """A line as it is typed, or a key on the last entry or the item on the table."""
    book, (verb, _, words) = pen.book, line.partition(" ")
    match verb:
        case "edit":
            capture.edit(pen, last_entry(pen), words)
        case "strike":
            correcting.strike(book, last_entry(pen))
        case "move":
            correcting.move(book, last_entry(pen), words == "down")
        case "make":
            capture.change_kind(pen, last_entry(pen), EntryKind(words), "a reason")
        case "redo":
            book.register.redo()
        case "item":
            prepare_agenda.edit_item(book, book.of(AgendaItem).get(pen.meeting.current_item), words)
        case "add":
            prepare_agenda.add_item(book, pen.meeting, words, None)
        case _:
            capture.take(pen, line)


def told_by(pen, line, *, was_open):
    """The marks that a line tells the room beside its words: a decision taken in the open, an item reached there."""
    adopted = (p for p in pen.book.of(Proposal).all() if p.closing and p.closing.outcome is Outcome.ADOPTED)
    if was_open and line.startswith(("/declare", "make decision")):
        return {mark for each in adopted for mark in MARK.findall(each.text)}
    agenda = pen.book.agenda(pen.meeting_id)
    item = next((each for each in agenda.items if each.id == pen.meeting.current_item), None)
    if item is None or pen.meeting.doors_closed or agenda.in_closed_part(item):
        return set()
    return set(MARK.findall(item.title)) if line.startswith(("/next", "/item")) else set()


def said_so_far(pen):
    """What each entity says of each text as the record has it, whether the room may see it or not."""
    every = (each for proposal in pen.book.of(Proposal).all() for each in proposal.positions)
    return {(each.entity, "objection withdrawn" if each.withdrawn else each.kind.value) for each in every}


SOME, CHANGED = (st.lists(st.sampled_from(each), max_size=most) for each, most in ((LINES, 6), (CHANGES, 8)))


@settings(max_examples=80)
@given(SOME, st.sampled_from(["{}", "/p {}", "/position FAO objects resources: {}", "/new {}"]), CHANGED, CHANGED)
def test_whatever_is_recorded_the_room_sees_only_what_was_put_to_it_in_the_open(
    tmp_path_factory, before, last, behind, after
):
    lines = ("/in all", "/p {}", *before, last, "/closed", *behind, "/open", *after)
    pen, spoken, count = in_session(tmp_path_factory.mktemp("room")), set(), 0
    heard = {("", word) for word in (BEHIND, "pending", "absent")}
    for line in lines:
        marks = [f"mark{count + n:04}x" for n in range(line.count("{}"))]
        count += len(marks)
        was_open = not pen.meeting.doors_closed
        try:
            do(pen, line.format(*marks))
        except (Problem, IndexError, KeyError):
            continue
        if line in SPOKEN and was_open:
            spoken.add(marks[0])
        spoken |= told_by(pen, line, was_open=was_open)
        shown = seen(pen)
        assert not pen.meeting.doors_closed or shown == NOTHING_ELSE
        assert set(MARK.findall(" ".join(texts(shown)))) <= spoken
        if was_open:
            heard |= said_so_far(pen)
        for each in shown.text.positions if shown.text else ():
            assert {(each.entity, each.position), ("", each.position)} & heard
    pen.book.register.close()
