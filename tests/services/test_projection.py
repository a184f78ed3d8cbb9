"""What the room sees on the projector: the item, the text, the outcome; nothing that is noted, nothing behind doors."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from tests.services.in_session import in_session, texts
from tests.services.marked_register import marked_book
from tests.services.marks import MARK, Marker
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.differences import Side
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.meeting.projection import Projection, time_planned, time_taken
from tui_app.domain.words import ENGLISH
from tui_app.services import capture, convene
from tui_app.services.projection import project


def take(pen, *lines):
    for line in lines:
        capture.take(pen, line)


def seen(pen):
    """What the room sees now."""
    book = pen.book
    following = book.next_meeting_after(pen.meeting)
    return project(book.record(pen.meeting_id), following, lambda each: book.register.changed("proposals", each.id))


def text_of(projection):
    return "".join(words for side, words in projection.text.changes if side is not Side.BEFORE)


# -- what is shown -------------------------------------------------------


def test_the_item_on_the_table_with_what_it_is_for_and_the_one_that_follows(pen):
    take(pen, "/new Data on labour migration [decision] 20m IOM", "/new Another [closed]", "/item 2")
    shown = seen(pen)
    assert (shown.network, shown.meeting) == ("Kenya UN Network on Migration", "Third quarterly meeting of 2026")
    assert (shown.item.number, shown.item.title, shown.item.purpose) == (
        "2", "Data on labour migration", "for decision",
    )  # fmt: skip
    assert shown.following == "Next: 3  (closed item)"
    assert shown.text is None


def test_a_text_is_shown_as_soon_as_it_is_put_and_what_each_round_changed(pen):
    take(pen, "/in all", "/p The Network endorses the plan.")
    assert seen(pen).text.heading == "Proposal P1"
    assert seen(pen).text.changes == ((Side.BOTH, "The Network endorses the plan."),)
    take(pen, "/amend The Network endorses the revised plan.")
    assert seen(pen).text.heading == "Proposal P1, round 2"
    assert seen(pen).text.changes == (
        (Side.BOTH, "The Network endorses the "), (Side.AFTER, "revised "), (Side.BOTH, "plan."),
    )  # fmt: skip


def test_positions_are_shown_without_their_words_and_who_binds_is_marked(pen):
    take(pen, "/in all", "/p A text", "/position FAO objects resources: a budget line", "/position IOM joins")
    positions = {each.entity: each for each in seen(pen).text.positions}
    assert (positions["FAO"].position, positions["FAO"].objects, positions["FAO"].binds) == ("objects", True, False)
    assert (positions["IOM"].position, positions["IOM"].objects, positions["IOM"].binds) == ("joins", False, True)
    take(pen, "/withdraw FAO")
    assert {each.entity: each.position for each in seen(pen).text.positions}["FAO"] == "objection withdrawn"


def test_what_was_declared_stands_under_the_text_until_another_one_is_put(pen):
    take(pen, "/in all", "/p A text", "/amend Another text", "/rest joins", "/declare")
    assert seen(pen).text.heading == "Decision D01"
    assert seen(pen).text.declared.startswith("The Network Coordinator noted that")
    assert seen(pen).text.changes == ((Side.BOTH, "Another text"),)
    take(pen, "/p A third text")
    assert (seen(pen).text.heading, seen(pen).text.declared) == ("Proposal P2", "")


def test_the_text_of_which_something_was_recorded_last_is_shown(pen):
    take(pen, "/in all", "/p First", "/p Second", "/position IOM joins")
    assert text_of(seen(pen)) == "Second"
    pen.proposal = pen.book.of(Proposal).of(pen.meeting_id)[0].id
    take(pen, "/position ILO joins")
    assert text_of(seen(pen)) == "First"


def test_a_text_goes_with_its_item_and_comes_back_with_it(pen):
    take(pen, "/in all", "/p A text", "/next")
    assert seen(pen).text is None
    take(pen, "/item 1")
    assert text_of(seen(pen)) == "A text"
    take(pen, "/undo")
    assert seen(pen).text is None


def test_a_text_struck_out_is_not_shown(pen):
    take(pen, "/p A text", "/undo")
    assert seen(pen).text is None


def test_the_clock_says_how_long_the_item_has_taken_and_by_how_much_that_is_too_long(pen):
    take(pen, "/new Data [decision] 20m")
    clock = seen(pen).item.clock

    def told(**later):
        now = pen.book.now() + timedelta(**later)
        return time_taken(clock, now), time_planned(clock, now, ENGLISH)

    assert told(seconds=7) == ("0:07", "of 20 minutes")
    assert told(minutes=20, seconds=59) == ("20:59", "of 20 minutes")
    assert told(minutes=21) == ("21:00", "1 minute over")
    assert told(minutes=64, seconds=7) == ("1:04:07", "44 minutes over")
    assert told(minutes=-5) == ("0:00", "of 20 minutes")
    assert told(days=1) == ("", "20 minutes planned")


def test_a_meeting_that_is_awaited_and_one_that_is_over(pen):
    nxt = convene.plan(pen.book, convene.Invitation(kind=MeetingKind.ANNUAL, starts=datetime(2026, 12, 1, 9, 30)))
    awaited = project(pen.book.record(nxt.id))
    assert awaited.said == ("The meeting has not been opened yet.", "1 December 2026 at 09:30", "")
    assert (awaited.item, awaited.text, awaited.following) == (None, None, "")
    take(pen, "/p A text")
    convene.close_meeting(pen.book, pen.meeting)
    assert seen(pen).said == ("The meeting is closed.", "Next meeting: 1 December 2026 at 09:30")
    assert (seen(pen).item, seen(pen).text) == (None, None)


def test_the_name_of_the_network_bears_its_footnote(tmp_path):
    pen = in_session(tmp_path, "kosovo")
    shown = seen(pen)
    assert "Kosovo¹" in shown.network
    assert shown.footnotes[0].startswith("¹ ")
    assert "1244 (1999)" in shown.footnotes[0]
    pen.book.register.close()


def test_the_room_reads_the_language_of_the_charter(pen):
    charter = replace(pen.book.charter, language="fr")
    shown = project(replace(pen.book.record(pen.meeting_id), charter=charter))
    assert shown.meeting == "Troisième réunion trimestrielle de 2026"
    assert shown.following.startswith("Point suivant\u00a0: ")


# -- closed doors --------------------------------------------------------

NOTHING_ELSE = Projection(said=("Closed session",))


def test_between_closed_and_open_nothing_else_is_said(pen):
    take(pen, "/in all", "/p A text", "/closed")
    assert seen(pen) == NOTHING_ELSE
    take(pen, "/p A secret text", "/d A secret decision")
    assert seen(pen) == NOTHING_ELSE
    take(pen, "/open")
    assert text_of(seen(pen)) == "A text"


def test_a_text_amended_behind_closed_doors_is_not_shown_until_it_is_decided_in_the_open(pen):
    take(pen, "/in all", "/p A text", "/amend A second text", "/closed", "/amend A secret text", "/open")
    assert seen(pen).text.heading == "Proposal P1, round 2"
    assert text_of(seen(pen)) == "A second text"
    assert seen(pen).text.positions == ()
    take(pen, "/amend A fourth text")
    assert seen(pen).text.changes[1] == (Side.BEFORE, "second ")
    assert "secret" not in " ".join(texts(seen(pen)))


def test_an_item_of_the_closed_part_keeps_its_number_alone(pen):
    take(pen, "/new The matter of X [decision] [closed]", "/open", "/p A text on X")
    shown = seen(pen)
    assert (shown.item.number, shown.item.title) == ("2", "(closed item)")
    assert shown.text is None


# -- nothing internal ----------------------------------------------------

ALLOWED = {"charter.name", "2026/Q3.place", "2026/Q3 open item.title", "proposal.text", "proposal.rounds.text",
           "proposal.rounds.positions.entity", "proposal.closing.words"}  # fmt: skip
"""The fields of the record that the room may see: whoever lets it see more has to write that here."""


def test_no_other_field_of_the_record_is_ever_seen(tmp_path):
    marker = Marker()
    book = marked_book(tmp_path / "register", marker)
    shown = []
    for state in MeetingState:
        for item in ("2026/Q3 open", "2026/Q3 closed", "2026/Q3 untold", ""):
            meeting = replace(book.meeting("2026/Q3"), state=state, current_item=item, doors_closed=False)
            book.of(Meeting).put(meeting)
            record = book.record(meeting.id)
            still_open = tuple(replace(each, closing=None) for each in record.proposals)
            unasked = tuple(replace(each, rounds=()) for each in still_open)
            records = (record, replace(record, proposals=still_open), replace(record, proposals=unasked))
            shown += [project(each, book.meeting("2026/Q4")) for each in records]
    found = {marker.fields[mark] for each in shown for text in texts(each) for mark in MARK.findall(text)}
    assert found == ALLOWED
    book.register.close()
