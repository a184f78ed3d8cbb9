"""Public versions of papers: what a decision in force names, and nothing else (R-70, R-71)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tui_app.domain.consensus.decision import Decision
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.problem import Problem
from tui_app.domain.reports.period import Period
from tui_app.domain.reports.reporting import report_rules
from tui_app.services import adopting, capture, circulating, convene, reports, workplan
from tui_app.services.charters import load_charter
from tui_app.services.membership import admit
from tui_app.services.paper_names import file_name
from tui_app.services.papers import paper
from tui_app.services.pen import Pen
from tui_app.services.prepare_agenda import set_agenda
from tui_app.services.registers import make

AGENDA = ("Opening 5m J. Njoroge", "Data plan [decision] 20m", "  An annex [closed]", "A case [closed] 5m", "AOB")
SAID = (
    "/in IOM A. Otieno, Head of Programmes", "/in UNHCR K. Hassan", "/guest Min. of Labour: B. Kamau",
    "Members discussed the sources.", "UNHCR: asked that seasonal work be included", "! IOM: regretted the late papers",
    "/item 2", "/decide The Network endorses the data plan", "/action IOM: share the survey by 30 Nov",
    "/decide The Network took note of a report", "/item 3", "the secret case", "UNHCR: a secret name",
    "/action IOM: a secret task", "the secret end",
    "/item 4", "/propose The Network asks for a budget", "/position UNHCR objects resources: no money", "/defer",
)  # fmt: skip
INSIDE = ("Otieno", "Programmes", "Hassan", "Kamau", "Labour", "Njoroge", "UNHCR", "secret", "An annex", "A case",
          "budget", "no money", "INTERNAL")  # fmt: skip


@pytest.fixture
def said(tmp_path, monkeypatch):
    """A register of Kyrgyzstan, whose ToR keep internal what is not stated and agreed otherwise, and its open pen."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    book = make(load_charter("kyrgyzstan"), tmp_path / "register", "A. Otieno",
                clock=lambda: datetime(2026, 9, 22, 8, tzinfo=UTC))  # fmt: skip
    invitation = convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10), place="Room 9")
    meeting = convene.plan(book, invitation)
    set_agenda(book, meeting, AGENDA)
    circulating.circulate(book, meeting)
    pen = Pen(book, convene.open_meeting(book, book.meeting("2026/Q3")).id)
    for line in SAID:
        capture.take(pen, line)
    yield pen
    book.register.close()


def release(pen, *subjects):
    capture.take(pen, "/decide The Network releases what follows")
    for subject in subjects:
        capture.take(pen, f"/effect release {subject}")
    return pen.book.of(Decision).all()[-1].symbol


def adopted(pen):
    convene.close_meeting(pen.book, pen.meeting)
    circulating.circulate(pen.book, pen.meeting)
    adopting.adopt(pen.book, pen.meeting)
    return pen.book


def test_released_minutes_tell_what_was_said_by_nobody_and_what_was_decided(said):
    by = release(said, "2026/Q3")
    text = paper(adopted(said), "minutes", "2026/Q3", public=True)
    assert text.startswith("# ")
    assert "## Public version of the minutes of the third quarterly meeting of 2026" in text
    assert f"- **Released by**: {by} of 22 September 2026" in text
    assert "stay internal (KGZ:67)" in text
    for told in ("Members discussed the sources.", "One member asked that seasonal work be included",
                 "**On record, as requested**: IOM: regretted the late papers", "2a. (closed item)", "3. (closed item)",
                 "**A01** IOM: share the survey (by 30 November 2026)", "**A02**: (closed item)",
                 "> **UNNM-KGZ/2026/Q3/D01** The Network endorses the data plan"):  # fmt: skip
        assert told in text
    assert [kept for kept in INSIDE if kept in text] == []
    assert text.count("\n(closed item)\n") == 1


def test_minutes_are_public_only_once_they_are_adopted_and_released(said):
    with pytest.raises(Problem, match="releases the minutes of 2026/Q3: a meeting does so by /effect release 2026/Q3"):
        paper(said.book, "minutes", "2026/Q3", public=True)
    release(said, "minutes 2026/Q3")
    with pytest.raises(Problem, match="not adopted yet"):
        paper(said.book, "minutes", "2026/Q3", public=True)


def test_a_decision_is_public_alone_or_with_the_minutes_of_its_meeting(said):
    by = release(said, "D01")
    text = paper(said.book, "decisions", public=True)
    assert f"- **Released by**: {by} of 22 September 2026" in text
    assert "| UNNM-KGZ/2026/Q3/D01 | The Network endorses the data plan | 22 September 2026 |" in text
    assert "took note" not in text
    assert "releases what" not in text
    release(said, "2026/Q3")
    assert "took note" in paper(said.book, "decisions", public=True)


def test_a_release_that_is_rescinded_or_superseded_releases_nothing(said):
    by = release(said, "D01", "members")
    capture.take(said, "/decide The Network takes it back")
    capture.take(said, f"/effect rescind {by}")
    for kind in ("decisions", "members"):
        with pytest.raises(Problem, match="No decision in force releases"):
            paper(said.book, kind, public=True)


def test_what_stands_no_more_is_in_the_minutes_with_a_word_and_not_among_the_decisions(said):
    release(said, "2026/Q3")
    capture.take(said, "/decide The Network takes note again")
    capture.take(said, "/effect supersede D02")
    assert "took note of a report" not in paper(said.book, "decisions", public=True)
    assert "took note of a report (superseded since)" in paper(adopted(said), "minutes", "2026/Q3", public=True)


def test_an_agenda_is_public_as_it_was_circulated(said):
    release(said, "agenda 2026/Q3")
    text = paper(said.book, "agenda", "2026/Q3", public=True)
    assert "| 2 | Data plan | decision |" in text
    assert "| 2a | (closed item) | |" in text
    assert [kept for kept in INSIDE if kept in text] == []
    capture.take(said, "/new A sudden matter")
    assert paper(said.book, "agenda", "2026/Q3", public=True) == text


def test_an_agenda_that_was_not_circulated_is_not_public_and_what_is_closed_since_is_withheld(said):
    book = said.book
    convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 12, 8, 10)))
    release(said, "agenda 2026/Q3", "agenda 2026/Q4")
    (plan,) = [item for item in book.of(AgendaItem).all() if item.title == "Data plan"]
    with book.register.transaction("closed"):
        book.of(AgendaItem).put(replace(plan, closed=True))
    text = paper(book, "agenda", "2026/Q3", public=True)
    assert "Data plan" not in text
    assert "| 2 | (closed item) | |" in text
    with pytest.raises(Problem, match="2026/Q4 was not circulated"):
        paper(book, "agenda", "2026/Q4", public=True)


def test_the_member_list_names_entities_alone(said):
    admit(said.book, "KNCHR", "A commission", date(2026, 1, 1), speaks_for="Civil Society")
    by = release(said, "members")
    text = paper(said.book, "members", public=True)
    assert f"- **Released by**: {by}" in text
    assert "| KNCHR | A commission |" in text
    assert "Civil Society" not in text


def test_the_workplan_is_public_as_it_was_endorsed(said):
    line = workplan.add_line(said.book, 2026, "Data plan adopted [IOM] with ILO; gcm 1, 3; sdg 10.7; Q3 plan adopted")
    release(said, "workplan 2026")
    with pytest.raises(Problem, match="not endorsed yet"):
        paper(said.book, "workplan", "2026", public=True)
    capture.take(said, "/decide The Network endorses its workplan")
    capture.take(said, "/effect workplan 2026")
    workplan.edit_line(said.book, line, "Something new [UNHCR]")
    workplan.add_line(said.book, 2026, "A later thought")
    text = paper(said.book, "workplan", "2026", public=True)
    assert "| W01 | Data plan adopted | IOM with ILO | 1, 3 | 10.7 | |" in text
    assert "| W01 | | | plan adopted | |" in text
    assert [kept for kept in ("new", "later", *INSIDE) if kept in text] == []


def test_a_report_is_public_while_what_it_tells_and_its_own_release_stand(said):
    book, by = said.book, release(said, "D01")
    outside = reports.draft(book, report_rules(book.charter)[-1], Period(date(2026, 7, 1), date(2026, 9, 30)),
                            ["the press"])  # fmt: skip
    report = reports.keep(book, outside)
    with pytest.raises(Problem, match="names no decision that releases it: that is asked when it is sent"):
        paper(book, "report", "R01", public=True)
    other = reports.keep(book, outside)
    reports.send(book, other, "the press")
    with pytest.raises(Problem, match="R02 was sent without a decision that releases it: draft another report"):
        paper(book, "report", "R02", public=True)
    reports.send(book, report, "the press", released_by=by)
    assert "endorses the data plan" in paper(book, "report", "R01", public=True)
    capture.take(said, "/decide The Network releases less")
    capture.take(said, "/effect release 2026/Q3/D02")
    capture.take(said, f"/effect supersede {by}")
    with pytest.raises(Problem, match="is in force no more"):
        paper(book, "report", "R01", public=True)


def test_a_report_for_readers_inside_is_not_public(said):
    reports.keep(said.book, reports.draft(said.book, report_rules(said.book.charter)[-1],
                                          Period(date(2026, 7, 1), date(2026, 9, 30))))  # fmt: skip
    with pytest.raises(Problem, match="for readers inside"):
        paper(said.book, "report", "R01", public=True)


@pytest.mark.parametrize("kind", ["actions", "calendar", "completeness", "entity", "tabling-note"])
def test_what_no_decision_can_release_is_refused_with_what_one_can(said, kind):
    with pytest.raises(Problem, match="is always internal: a decision can release only minutes, decisions, agenda"):
        paper(said.book, kind, public=True)


def test_the_public_version_has_a_name_of_its_own(said):
    assert file_name(said.book, "minutes", public=True) == "UNNM-KGZ 2026-Q3 minutes public in session.md"
