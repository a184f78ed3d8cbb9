"""The papers of the sample year in French: no English label, and what people typed word for word as in English."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from tui_app.documents.language import words_of
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.meeting import MeetingKind, MeetingState
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.problem import Problem
from tui_app.domain.reports.period import Period
from tui_app.domain.words import Words
from tui_app.services import capture, convene, papers, reports
from tui_app.services.adopting import adopt
from tui_app.services.charters import load_charter
from tui_app.services.circulating import circulate
from tui_app.services.importing import look
from tui_app.services.pen import Pen
from tui_app.services.registers import make
from tui_app.services.sample_year import play
from tui_app.services.sealing import judge

NOW = datetime(2026, 9, 22, 8, 0, tzinfo=UTC)

OWN_KINDS = [kind for kind in papers.PAPERS if kind not in (papers.REPORT, papers.STATEMENT, *papers.OF_A_MEETING)]


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MINUTEBOOK_HOME", str(tmp_path_factory.mktemp("home")))
        book = play(tmp_path_factory.mktemp("year") / "kenya", to_the_end=True)
    yield book
    book.register.close()


@pytest.fixture(scope="module")
def every_paper(year):
    """Each paper of the year in English and in French, by its kind and meeting."""
    asked = [(kind, None, "") for kind in OWN_KINDS if kind != papers.ENTITY]
    asked += [(kind, None, "IOM") for kind in (papers.ENTITY, "actions")]
    asked += [(papers.CALENDAR, meeting.symbol, "") for meeting in year.meetings()]
    asked += [(kind, meeting.symbol, "") for kind in ("agenda", "minutes") for meeting in year.meetings()]
    asked.append((papers.TABLING_NOTE, None, ""))
    french = year.in_language("fr")
    return {(k, m, e): [papers.paper(book, k, m, entity=e) for book in (year, french)] for k, m, e in asked}


def labels_seen(paper):
    """What stands where only the program writes: titles of lists and tables, headings without what was typed."""
    for line in paper.splitlines():
        yield from re.findall(r"^- \*\*(.+?)\*\*", line)
        if line.startswith("| ") and not re.search(r"\d|\*", line):
            yield from (cell.strip() for cell in line.strip("|").split("|") if cell.strip())
        if line.startswith("#"):
            yield line.lstrip("# ")


def test_no_english_label_stands_in_a_french_paper(year, every_paper):
    french = words_of(year.in_language("fr").charter)
    english = {label.partition("|")[0] for label, text in french.labels.items() if text != label.partition("|")[0]}
    found = {key: {*labels_seen(paper)} & english for key, (_, paper) in every_paper.items()}
    assert not {key: labels for key, labels in found.items() if labels}


def test_sentences_and_dates_are_french_too(every_paper):
    english = re.compile(
        r"^(- \*\*\S+ : )?\d{1,2} [A-Z][a-z]+ 20\d\d|not started|INTERNAL USE|Status|[Aa]s at|Agreed at the|Answer of"
        r"|Reservation of|Objection of|\[for ",
        re.MULTILINE,
    )
    for key, (_, paper) in every_paper.items():
        assert not english.search(paper), (key, english.search(paper))


def test_what_the_program_wrote_into_the_record_is_french(every_paper):
    """Bases of decisions, reasons of waivers, and who is responsible."""
    english = re.compile(r"consensus of those present|without a check|as minuted|\| (All members|Secretariat) \|")
    for key, (_, paper) in every_paper.items():
        assert not english.search(paper), (key, english.search(paper))


def test_bold_ends_within_no_bracket(every_paper):
    for key, (_, paper) in every_paper.items():
        assert not re.search(r"^- \*\*[^*\n]*\([^()*\n]*\*\*\)", paper, re.MULTILINE), key


def test_what_was_typed_is_word_for_word_the_same(year, every_paper):
    for meeting in year.meetings():
        if meeting.held:
            for paper in every_paper["minutes", meeting.symbol, ""]:
                flat = re.sub(r"\\(?=\W)", "", paper)
                items = [item.title for item in year.of(AgendaItem).of(meeting.id) if not item.standing]
                entries = [each for each in year.of(Entry).of(meeting.id) if each.kind is not EntryKind.PROCEDURAL]
                said = [entry.text for entry in entries if not entry.struck and not entry.refers_to]
                assert not [text for text in (*items, *said) if text not in flat]


def test_adopted_minutes_in_french_say_that_they_are_not_the_adopted_text(year, every_paper):
    adopted = [meeting for meeting in year.meetings() if meeting.state is MeetingState.ADOPTED]
    assert adopted
    for meeting in adopted:
        english, french = every_paper["minutes", meeting.symbol, ""]
        assert "**Checksum**" in english
        assert "**Checksum**" not in french
        assert "Le texte adopté est dans une autre langue" in french
        assert "État\u00a0: **ADOPTÉ le " in french


def test_circulated_minutes_are_not_said_to_have_changed_by_being_translated(year, every_paper):
    circulated = next(meeting for meeting in year.meetings() if meeting.state is MeetingState.CIRCULATED)
    assert "modifié depuis" not in every_paper["minutes", circulated.symbol, ""][1]


def test_a_check_knows_french_minutes_for_what_they_are(year, every_paper):
    for meeting in year.meetings():
        if meeting.state in (MeetingState.ADOPTED, MeetingState.CIRCULATED):
            french = every_paper["minutes", meeting.symbol, ""][1]
            with pytest.raises(Problem) as problem:
                judge(year, "pv.md", french.encode())
            of = f"UNNM-KEN/{meeting.symbol}"
            assert str(problem.value).startswith(
                f"pv.md has the adopted minutes of {of} in another language"
                if meeting.state is MeetingState.ADOPTED
                else f"pv.md is a draft of {of} (PROJET v"
            )


def test_every_label_that_a_paper_asks_for_is_there(year, monkeypatch):
    """Those that stand in no call, in a table or behind a name, are found by making the papers."""
    asked, write = set(), Words.__call__
    monkeypatch.setattr(
        Words, "__call__", lambda self, label, **filled: asked.add(label) or write(self, label, **filled)
    )
    french = year.in_language("fr")
    for kind in OWN_KINDS:
        papers.paper(french, kind, entity="IOM" if kind == papers.ENTITY else "")
    for meeting in year.meetings():
        papers.paper(french, "minutes", meeting.symbol)
    assert len(asked) > 100
    assert not asked - words_of(french.charter).labels.keys()


def test_minutes_adopted_in_french_are_sealed_and_known(tmp_path_factory):
    """A network whose charter is French adopts a French text, and anybody can check it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MINUTEBOOK_HOME", str(tmp_path_factory.mktemp("home")))
        charter = replace(load_charter("kenya"), language="fr")
        book = make(charter, tmp_path_factory.mktemp("r") / "kenya", "A. Otieno", lambda: NOW)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 9, 22, 10)))
    convene.open_meeting(book, meeting)
    capture.take(Pen(book, meeting.id), "UNHCR: a demandé des données")
    convene.close_meeting(book, book.meeting("2026/Q3"))
    circulate(book, book.meeting("2026/Q3"))
    told = "stands in the language of the meeting."
    english = papers.paper(book.in_language("en"), "minutes", "2026/Q3")
    assert told in english
    reader = make(load_charter("kenya"), tmp_path_factory.mktemp("r") / "reader", "A. Otieno", lambda: NOW)
    assert look(reader, "minutes.md", english.encode(), nothing_open=True).unread == ()
    reader.register.close()
    assert "langue de la réunion" not in papers.paper(book, "minutes", "2026/Q3")
    titles = "Titles and texts stand in the language of the network."
    assert titles in papers.paper(book.in_language("en"), "agenda", "2026/Q3")
    assert "langue du Réseau" not in papers.paper(book, "agenda", "2026/Q3")
    adopt(book, book.meeting("2026/Q3"))
    text = papers.paper(book, "minutes", "2026/Q3")
    without = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("- **Checksum**"))
    assert sha256(without.encode()).hexdigest() == book.meeting("2026/Q3").sealed_checksum
    assert judge(book, "pv.md", text.encode()).startswith("pv.md is the adopted minutes of UNNM-KEN/2026/Q3")
    english = papers.paper(book.in_language("en"), "minutes", "2026/Q3")
    assert "Status: **ADOPTED on 22 September 2026**" in english
    assert "The text that was adopted is in another language" in english
    book.register.close()


def test_an_unknown_language_is_told_with_those_there_are(year):
    with pytest.raises(Problem, match=r"'de' is not a language that papers are written in: there is en, fr\."):
        year.in_language("de")


def test_a_report_is_told_in_french_as_far_as_it_stands_as_drafted(year):
    rule = next(rule for rule in year.charter.reports if not rule.external)
    kept = reports.keep(year, reports.draft(year, rule, Period(date(2026, 7, 1), date(2026, 9, 30))))
    reports.edit(year, kept, kept.sections[1], "The meeting was held in Gigiri.")
    english, french = (papers.paper(book, "report", kept.number) for book in (year, year.in_language("fr")))
    assert "## Periodic report\u00a0: troisième trimestre de 2026" in french
    assert "Du 1er juillet 2026 au 30 septembre 2026, le Réseau a tenu " in french
    assert "### Mesures à prendre" in french
    for paper in (english, french):
        assert "The meeting was held in Gigiri." in paper
