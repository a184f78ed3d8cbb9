"""Minutes come in again: those that the program wrote, and a simple form; nothing is guessed."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.golden.network import small_network
from tui_app.documents.minutes import minutes_paper
from tui_app.documents.reading.minutes import read_minutes
from tui_app.domain.attention.attention import matters
from tui_app.domain.attention.matter import Matter
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus
from tui_app.domain.meeting.attendance import Capacity, Participant
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.membership.roster import Entity
from tui_app.domain.problem import Problem
from tui_app.services import attention, capture, completeness, convene, corrigenda, look_up, membership, papers
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.importing import Unreadable, import_minutes, look, made_lines, still_open
from tui_app.services.pen import Pen
from tui_app.services.registers import make
from tui_app.services.sample_year import play
from tui_app.services.sealing import judge
from tui_app.services.verifying import verify

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
CHARTERS = ("kenya", "albania", "kyrgyzstan", "serbia", "kosovo")
DOCS = Path(__file__).parents[2] / "docs"
SIMPLE = (DOCS / "minutes2019.md").read_text(encoding="utf-8")


@pytest.fixture
def empty_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Makes a new register of a charter."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    made, count = [], itertools.count()

    def new(charter: str = "kenya") -> Book:
        made.append(make(load_charter(charter), tmp_path / f"r{next(count)}", "A. Otieno", lambda: NOW))
        return made[-1]

    yield new
    for book in made:
        book.register.close()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory):
    """The sample year, every meeting of it closed."""
    book = play(tmp_path_factory.mktemp("sample") / "kenya", to_the_end=True)
    yield book
    book.register.close()


def taken_in(book: Book, text: str, name: str = "old.md", **settings: bool) -> Meeting:
    """The meeting that an import of a text makes."""
    found = look(book, name, text.encode(), **settings)
    assert not found.unread, [str(each) for each in found.unread]
    return import_minutes(book, found)


def unread(book: Book, text: str) -> list[str]:
    return [str(each) for each in look(book, "old.md", text.encode()).unread]


def decided(book: Book, meeting: Meeting) -> list[tuple]:
    every = (each.agreed for each in book.of(Decision).of(meeting.id))
    return [(d.symbol, d.text, d.kind, d.owners, d.due, d.adopted_on, d.carried_out) for d in every]


def to_do(book: Book, meeting: Meeting) -> list[tuple]:
    every = (each.agreed for each in book.of(ActionPoint).of(meeting.id) if not each.struck)
    return [(a.symbol, a.text, a.responsible, a.due) for a in every]


def came(book: Book, meeting: Meeting) -> list[tuple]:
    found = book.of(Participant).of(meeting.id)
    people = [
        # The title of a guest is on record, and no paper prints it.
        (p.entity, p.name, p.title * (p.capacity is Capacity.MEMBER), p.capacity, p.acting_for, p.invited_by,
         p.invited_why, p.apologies)
        for p in found if p.attended or p.apologies
    ]  # fmt: skip
    return sorted(people)


# -- what the program wrote ----------------------------------------------


def test_the_minutes_of_the_sample_year_come_in_as_they_went_out(empty_book, sample: Book) -> None:
    other = empty_book()
    held = [meeting for meeting in sample.meetings() if meeting.over and meeting.body == "network"]
    assert held
    for meeting in held:
        there = taken_in(other, papers.paper(sample, "minutes", meeting.symbol), f"{meeting.symbol}.md")
        assert there.symbol == meeting.symbol
        assert (there.starts, there.place, there.opened) == (meeting.opened, meeting.place, meeting.opened)
        assert decided(other, there) == decided(sample, meeting)
        assert to_do(other, there) == to_do(sample, meeting)
        assert came(other, there) == came(sample, meeting)
        titles = [[(i.title, i.purpose, i.presenter, bool(i.parent)) for i in b.agenda(m.id).items]
                  for b, m in ((other, there), (sample, meeting))]  # fmt: skip
        assert titles[0] == titles[1]
    assert not verify(other).faults


LINES = (
    "/in {0} A. Otieno", "/guest Ministry of Labour", "/apologies {1}", "{0}: asked for data",
    "! {0}: needs more data", "/action {0}, {1}: revise section 2 by 30 Sep", "/action Secretariat: write to all",
    "/decide The Network agreed on it",
)  # fmt: skip


def with_members(book: Book) -> Book:
    """The register with two members at least: one charter ships without any (R-04)."""
    if not book.of(Entity).all():
        for acronym in ("UNHCR", "IOM"):
            membership.admit(book, acronym, "", date(2026, 1, 1))
    return book


def test_the_minutes_of_every_charter_come_in_as_they_went_out(empty_book) -> None:
    for charter in CHARTERS:
        book, other, again = (with_members(empty_book(charter)) for _ in range(3))
        names = [entity.acronym for entity in book.of(Entity).all()][:2]
        starts = datetime(2026, 9, 22, 10)
        meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts))
        convene.open_meeting(book, meeting)
        pen = Pen(book, meeting.id)
        for line in LINES:
            capture.take(pen, line.format(*names))
        convene.close_meeting(book, book.meeting(meeting.symbol))
        there = taken_in(other, papers.paper(book, "minutes", meeting.symbol))
        assert decided(other, there) == decided(book, meeting)
        assert to_do(other, there) == to_do(book, meeting)
        assert came(other, there) == came(book, meeting)
        third = taken_in(again, papers.paper(other, "minutes", there.symbol))  # a draft that was imported goes out, too
        assert to_do(again, third) == to_do(book, meeting)


def test_adopted_minutes_of_another_register_keep_every_byte_and_their_seal(empty_book, sample: Book) -> None:
    other = empty_book()
    adopted = next(each for each in sample.meetings() if each.state is MeetingState.ADOPTED and each.body == "network")
    text = papers.paper(sample, "minutes", adopted.symbol)
    there = taken_in(other, text)
    assert (there.state, there.adopted_on) == (MeetingState.ADOPTED, adopted.adopted_on)
    assert papers.paper(other, "minutes", there.symbol) == text
    assert any("changed after it was adopted" in each for each in unread(empty_book(), text.replace("IOM", "ILO", 1)))


def test_minutes_that_a_meeting_corrected_and_later_ones_too_come_in_with_every_byte(empty_book, tmp_path) -> None:
    small, other = small_network("kenya", tmp_path / "small"), empty_book()
    text = papers.paper(small, "minutes", "2026/Q1")
    there = taken_in(other, text)
    assert "\n### Corrigenda\n" in text
    assert papers.paper(other, "minutes", there.symbol) == text
    assert there.corrections == "under 3a, the ministry is the Ministry of Labour"
    behind_doors = [each.kind for each in other.of(Entry).of(there.id) if each.closed]
    assert behind_doors == [EntryKind.NOTE, EntryKind.ACTION]
    small.register.close()


def test_a_corrigendum_to_imported_minutes_is_numbered_after_those_that_came_with_them(empty_book, tmp_path) -> None:
    small, other = small_network("kenya", tmp_path / "small"), empty_book()
    text = papers.paper(small, "minutes", "2026/Q1")
    there = taken_in(other, text)
    before = text.count("\n#### Corrigendum ")
    later = convene.plan(other, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 11, 20, 10)))
    made = corrigenda.record_corrigendum(other, there, "by May", "by June", at=later.symbol)
    assert made.number == f"Corr.{before + 1}"
    now = papers.paper(other, "minutes", there.symbol)
    assert now.startswith(text)
    headings = [line for line in now.splitlines() if line.startswith("#")]
    assert len(set(headings)) == len(headings)
    assert not verify(other).faults
    assert before == 1
    assert judge(other, "2026-Q1.md", text.encode()).endswith(
        "unchanged, with corrigendum 1; corrigendum 2 was made since."
    )
    assert judge(other, "2026-Q1.md", now.encode()).endswith("unchanged, with corrigenda 1 and 2.")
    small.register.close()


# -- the simple form -----------------------------------------------------


def test_the_documentation_shows_the_file_that_is_read_here() -> None:
    assert f"```markdown\n{SIMPLE}```" in (DOCS / "importing.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("charter", ["albania", "kosovo", "kyrgyzstan", "serbia", "blank"])
def test_the_file_of_the_documentation_is_read_in_every_network(empty_book, charter: str) -> None:
    assert unread(empty_book(charter), SIMPLE) == []


def test_a_broken_table_is_told_line_by_line_and_makes_no_decision(empty_book) -> None:
    book = empty_book()
    text = f"{HEAD}## Decisions\n\n| Symbol | Decision |\n| - |\n| D01 | The Network agreed. |\n"
    assert [each.partition(" is no row of a table")[0] for each in unread(book, text)] == [
        "line 5: '| Symbol | Decision |'", "line 6: '| - |'", "line 7: '| D01 | The Network agreed. |'",
    ]  # fmt: skip
    assert look(book, "old.md", text.encode()).record.decisions == ()


def test_the_form_of_the_documentation_is_read_whole(empty_book) -> None:
    book = empty_book()
    meeting = taken_in(book, SIMPLE, "minutes2019.md")
    assert (meeting.symbol, meeting.on, meeting.adopted_on) == ("2019/Q2", date(2019, 6, 12), date(2019, 9, 12))
    assert decided(book, meeting) == [
        ("UNNM-KEN/2019/Q2/D01", "The Network agreed to map the data on labour migration.", "decision",
         ("IOM", "UNHCR"), date(2019, 9, 30), date(2019, 6, 12), False),
        ("UNNM-KEN/2019/Q2/D02", "The Network took note of the report of DFID.", "decision", (), None,
         date(2019, 6, 12), True),
    ]  # fmt: skip
    assert to_do(book, meeting) == [
        ("UNNM-KEN/2019/Q2/A01", "share the questionnaire", ("UNHCR", "IOM"), date(2019, 9, 30)),
        ("UNNM-KEN/2019/Q2/A02", "send the budget of the survey", ("DFID",), date(2019, 7, 1)),
    ]
    assert [(entity, name) for entity, name, *_ in came(book, meeting)] == [
        ("DFID", "P. Smith"), ("FAO", ""), ("ILO", ""), ("IOM", "A. Otieno"), ("IOM", "J. Mwangi"),
        ("Ministry of Labour", "J. Kamau"), ("UNHCR", "K. Hassan"),
    ]  # fmt: skip
    (reported,) = book.of(ActionPoint).of(meeting.id)[0].progress
    assert (reported.status, reported.note) == (ActionStatus.IMPLEMENTED, "mail of 27 September 2019")
    assert reported.evidence == "as minuted in minutes2019.md"
    assert book.of(Decision).of(meeting.id)[0].progress[-1].evidence == "as minuted in minutes2019.md"
    assert book.of(Decision).of(meeting.id)[0].basis == "as minuted; imported"


def test_an_import_is_one_change_that_history_names_and_undo_takes_back(empty_book) -> None:
    book = empty_book()
    before = book.register.sequence
    taken_in(book, SIMPLE, "minutes2019.md")
    assert book.register.sequence == before + 1
    assert [*book.register.history()][-1].why == "minutes of 2019/Q2 imported from minutes2019.md"
    assert not verify(book).faults
    book.register.undo()
    assert not book.meetings()
    assert not verify(book).faults
    book.register.redo()
    assert not verify(book).faults
    with pytest.raises(Problem, match=r"imported already, as 2019/Q2, on 21 November 2026"):
        look(book, "again.md", SIMPLE.encode())
    with pytest.raises(Problem, match=r"2019/Q2 is in the register already"):
        look(book, "again.md", SIMPLE.replace("Gigiri", "Nairobi").encode())


def test_what_was_imported_is_found_like_the_rest(empty_book) -> None:
    book = empty_book()
    taken_in(book, SIMPLE)
    assert [row["symbol"] for row in look_up.decisions(book, "labour since:2019 until:2019")] == [
        "UNNM-KEN/2019/Q2/D01"
    ]
    assert [row["symbol"] for row in look_up.actions(book, "is:open owner:DFID")] == ["UNNM-KEN/2019/Q2/A02"]
    assert [row["symbol"] for row in look_up.meetings(book, "is:imported")] == ["2019/Q2"]
    assert any("border posts" in row["text"] for row in look_up.everything(book, "border posts"))
    text = papers.paper(book, "minutes", "2019/Q2")
    assert text.startswith("# Kenya UN Network on Migration\n\n> INTERNAL USE ONLY")
    assert "Imported from old.md on 21 November 2026; not taken with this program." in text
    assert SIMPLE.strip() in text


def test_what_is_open_is_carried_to_the_next_meeting_and_can_be_closed_at_the_import(empty_book) -> None:
    book, other = empty_book(), empty_book()
    assert (
        still_open(look(book, "old.md", SIMPLE.encode())) == "1 action is open and will be carried to the next meeting."
    )
    taken_in(book, SIMPLE)
    for each in (book, other):
        convene.plan(each, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 12, 8, 10)))
    opened = convene.open_meeting(book, book.meeting("2026/Q4"))
    assert [each.symbol for each in book.record(opened.id).carried] == ["2019/Q2/A02"]
    taken_in(other, SIMPLE, nothing_open=True)
    assert not book.record(book.meeting("2019/Q2").id).carried
    assert not other.record(convene.open_meeting(other, other.meeting("2026/Q4")).id).carried


def test_home_and_the_files_are_silent_on_a_meeting_of_years_ago(empty_book) -> None:
    book = empty_book()
    before = [matter.sentence for matter in attention_of(book)]
    taken_in(book, SIMPLE.replace("- Status: adopted on 12 September 2019\n", ""), nothing_open=True)
    after = [matter.sentence for matter in attention_of(book) if matter.what not in ("quarter", "annual")]
    assert [sentence for sentence in after if sentence not in before] == []
    assert not any("2019" in matter.sentence or "2025" in matter.sentence for matter in attention_of(book))
    assert completeness.check(book, book.meeting("2019/Q2")) == ()


def attention_of(book: Book) -> tuple[Matter, ...]:
    return matters(attention.standing(book), book.today())


def test_a_report_counts_of_an_imported_meeting_only_those_of_whom_its_file_speaks(empty_book) -> None:
    book = empty_book()
    taken_in(book, SIMPLE)
    report = papers.paper(book, "entity", entity="WHO")
    assert "2019/Q2" not in report
    record = book.record(book.meeting("2019/Q2").id)
    assert record.entitled == ("IOM", "UNHCR", "FAO", "ILO")


# -- what cannot be read -------------------------------------------------

HEAD = "# Minutes of the quarterly meeting of 12 June 2019\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("## Participants\n\n- UNHRC: A. Otieno\n", "line 5: 'UNHRC' is not an entity of this network: did you"),
        ("## Participants\n\n- UNHCR: A. Otieno [guset]\n", "line 5: 'guset' is not a capacity"),
        ("- Weather: fine\n", "line 3: 'Weather: fine' is no fact of a meeting"),
        ("- Status: adopted\n", "line 3: It does not say when they were adopted"),
        ("- Time: ten\n", "line 3: 'ten' is not a time"),
        ("## Decisions\n\n1. It agreed. (IOM, next spring)\n", "'next spring' in (IOM, next spring) is neither"),
        ("## Decisions\n\n1. It agreed. [dnoe]\n", "line 5: 'dnoe' is not a status"),
        ("## Decisions\n\n1. It agreed.\n2. ALB/2019/Q2/D01 It agreed.\n", "line 6: ALB/2019/Q2/D01 is of another"),
        ("## Decisions\n\n1. D01 It agreed.\n2. D01 It agreed.\n", "line 6: D01 is there twice."),
        ("## Decisions\n\n1. 2018/Q1/D01 It agreed.\n2. 2019/Q2/D01 It agreed.\n", "more than one meeting: 2018/Q1, "),
        ("## Actions\n\n- share the data\n", "line 5: 'share the data' does not say who is to do it"),
        ("## Actions\n\n- IOM: share the data by 31 Jun 2019\n", "line 5: There is no 31 June 2019"),
        ("## Actions\n\n| Action | Phone |\n| --- | --- |\n| share | 1 |\n", "line 5: 'Phone' is not a column here"),
        ("## Notes\n\nSee ![the map](map.png).\n", "line 5: A picture is not kept"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_line(empty_book, text: str, told: str) -> None:
    assert any(told in each for each in unread(empty_book(), HEAD + text)), unread(empty_book(), HEAD + text)


def test_what_cannot_be_read_can_stay_as_notes(empty_book) -> None:
    book = empty_book()
    found = look(book, "old.md", f"{HEAD}## Actions\n\n- share the data\n".encode(), as_notes=True)
    import_minutes(book, found)
    assert [row["text"] for row in look_up.everything(book, "share the data")] == ["share the data"]
    assert "under no item: 1 entry" in [*made_lines(found)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "old.md is empty."),
        (b" \n", "old.md is empty."),
        ("Ärzte".encode("latin-1"), "old.md is not text in UTF-8"),
        (b"PK\x03\x04" + b"\x00" * 99, "old.md is a Word file or the like"),
        (b"<!DOCTYPE html>\n<html><body><h1>Minutes</h1>\n", "old.md is a page for a browser, not Markdown"),
        (b"a" * 5_000_000, "old.md has 5.0 MB"),
        (b"Dear all", "It does not say which meeting"),
        (b"# Minutes of the quarterly meeting of 12 June 2030\n", "still to come"),
        (b"# Minutes of the meeting of WG-NONE on 12 June 2019\n", "There is no body 'WG-NONE'"),
    ],
)
def test_a_file_that_is_no_minutes_is_refused_in_a_sentence(empty_book, content: bytes, told: str) -> None:
    book = empty_book()
    with pytest.raises(Problem) as refused:
        look(book, "old.md", content)
    assert told in str(refused.value)
    assert not book.meetings()


def test_minutes_in_another_language_are_refused_with_how_to_have_them_in_english(empty_book, sample: Book) -> None:
    draft = next(each for each in sample.meetings() if each.state is MeetingState.DRAFT and each.body == "network")
    french = papers.paper(replace(sample, language="fr"), "minutes", draft.symbol)
    with pytest.raises(Problem, match=r"in another language \(fr\): only English ones are read"):
        look(empty_book(), "old.md", french.encode())


def test_labels_that_a_charter_puts_in_place_of_others_are_read(sample: Book) -> None:
    own = {"Action points": "Action items", "Responsible": "Lead", "Place": "Venue", "Apologies": "Regrets"}
    draft = next(each for each in sample.meetings() if each.state is MeetingState.DRAFT and each.body == "network")
    record = sample.record(draft.id)
    paper = minutes_paper(replace(record, charter=replace(record.charter, labels=own)))
    assert "### Action items" in paper
    read = read_minutes(paper, replace(record.charter, labels=own), sample.names())
    assert not read.unread
    assert len(read.actions) == len(record.actions)
    assert read.head.place == draft.place
    assert any(person.apologies for person in read.participants)


# -- text saved from Word ------------------------------------------------

WORD = """\
## 1. Data

Members discussed the sources.
UNHCR: the figures of the
border posts are missing.
iom: agreed.
ACTION: IOM: send figures by 2 October 2019
Action: FAO: send other figures by 2 November 2019
DECISION: The Network endorses the plan.
UNHCR: thanked the
    members.
\tThe chair closed the item.
"""


def test_lines_without_a_blank_line_between_them_are_entries_of_their_own(empty_book) -> None:
    book = empty_book()
    found = look(book, "old.md", f"{HEAD}{WORD}".encode())
    assert [*made_lines(found)][1:] == [
        "D01 decision The Network endorses the plan. - nothing to carry out",
        "A01 action IOM - send figures - by 2 Oct 2019 - not started",
        "A02 action FAO - send other figures - by 2 Nov 2019 - not started",
        "item 1 Data: 8 entries",
        "note Members discussed the sources.",
        "statement UNHCR: the figures of the border posts are missing.",
        "statement IOM: agreed.",
        "statement UNHCR: thanked the members.",
        "note The chair closed the item.",
    ]


def test_points_and_indented_lines_are_told_apart_by_line_too(empty_book) -> None:
    text = f"{HEAD}## Action points\n\n- IOM: send figures by 2 October 2019\nFAO: share the data by 2 November 2019\n"
    (first, second) = look(empty_book(), "old.md", text.encode()).record.actions
    assert (first.responsible, first.due, second.responsible) == (("IOM",), date(2019, 10, 2), ("FAO",))
    found = look(empty_book(), "old.md", f"{HEAD}## Notes\n\n\tUNHCR: asked.\n\tIOM: agreed.\n".encode())
    assert [entry.entity for entry in found.record.entries] == ["UNHCR", "IOM"]


def test_with_a_bad_title_all_else_that_cannot_be_read_is_told_too(empty_book) -> None:
    text = "# Minutes of the {} of 31 February 2018\n\n- Weather: fine\n\n## Actions\n\n- share the data\n"
    for what, first in (("quarterly meeting", 1), ("meeting", 2)):
        with pytest.raises(Unreadable) as refused:
            look(empty_book(), "old.md", text.format(what).encode())
        told = [str(each) for each in refused.value.unread]
        assert "line 1: There is no 31 February 2018" in told[0]
        assert [each.line for each in refused.value.unread][first:] == [3, 7]


def test_a_title_without_the_kind_has_its_day(empty_book) -> None:
    text = b"# Minutes of the meeting of 12 June 2019\n"
    assert look(empty_book(), "old.md", text, kind=MeetingKind.ANNUAL).record.meeting.on == date(2019, 6, 12)


def test_who_is_there_twice_and_who_came_and_sent_apologies_is_told(empty_book) -> None:
    text = "## Participants\n\n- IOM: A. Otieno; J. Mwangi\n- IOM: a. otieno\n- Apologies: FAO, IOM\n"
    assert unread(empty_book(), HEAD + text) == [
        "line 6: a. otieno of IOM is there twice.",
        "line 7: IOM is said to have come and to have sent apologies: leave one out.",
    ]
