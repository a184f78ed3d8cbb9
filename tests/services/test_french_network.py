"""A network whose charter is French: what the program writes is French, whatever the charter; nothing English is left.

Everything that is typed, and every text of the charter, is a word that begins with `zz`; each other word of a paper is
the program's, and stands in the file of labels.
"""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.services.disguise import Disguise
from tui_app.documents.language import words_of
from tui_app.domain.charter.charter import Binding, Charter, Tier, Wording
from tui_app.domain.charter.rules import ListedMember
from tui_app.domain.consensus.answer import Response
from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.meeting.minutes import EntryKind
from tui_app.domain.meeting.standing import Standing
from tui_app.domain.problem import Problem
from tui_app.domain.words import Words
from tui_app.services import (
    answering,
    backlog,
    capture,
    convene,
    corrigenda,
    follow_up,
    importing,
    papers,
    prepare_agenda,
    reports,
    sharing,
    workplan,
)
from tui_app.services.adopting import adopt
from tui_app.services.calendar import calendar_bytes
from tui_app.services.charters import charter_names, load_charter
from tui_app.services.circulating import Circulation, circulate
from tui_app.services.pen import Pen
from tui_app.services.registers import make

LINES = """\
/in {a} Zzamina Zzdiallo, Zzhead
/in {b}
/in {c}
/apologies {d}
/guest Zzoffice: Zzdina, invited by {a} for item 3
/chair Zzamina
zzwelcomed
/adopt agenda
/next
/next
/item 4
/doc 3.1 Zzplan
{b}: zzasked
! {c}: zzstated
/propose zztext zzone
/effect statement
/position {a} joins
/position {b} reservation para 2: zzreserved
/position {c} joins with statement: zzjoined
/consult {d}: zzanswered
/declare
/owner D01 {a} by 30 Jun 2026
/a {a}, {b}: zzaction by 30 Apr 2026
/a all: zzeverybody
/decide zzdecision
/propose {b}: zzexchange
/position {a} objects mandate: zzobjected
/rest joins
/consult {d}: zzconsulted
{ending}
/propose {b}: zzsilence
/silence 12 Mar 17:00 zzmail
/position {a} objects legal: zzbroken
/defer
/new Zzlate [decision] 10m {a}
/closed
/decide zzclosed
/open
/defer
/item 5
/propose zzwithdrawn
/withdraw"""


RELEASED = ("2026/Q1", "agenda 2026/Q1", "workplan 2026", "members", "2026/Q1/D01")
EFFECTS = ("workplan 2026", *(f"release {each}" for each in RELEASED))
"""What the second meeting endorses, and releases for the public."""


class Clock:
    """Shows the time that it was set to."""

    def __init__(self, at):
        self.at = at

    def __call__(self):
        return self.at


def disguised(name: str) -> Charter:
    """A shipped charter with words of no language for its texts, and none of its own for the chair."""
    charter = load_charter(name)
    listed = charter.members or tuple(
        ListedMember(entity=each, name=each, tier=Tier.MEMBER) for each in ("IOM", "UNHCR", "FAO", "WHO")
    )
    committee = [each for each in listed if each.tier is not Tier.MEMBER][:2]
    others = [each for each in listed if each.tier is Tier.MEMBER][: 4 - len(committee)]
    basis = "zzbasis" if charter.decision.statement is not Binding.NOT_STATED else Wording().basis
    return replace(Disguise().of(replace(charter, members=(*committee, *others))), wording=Wording(basis=basis))


def held(charter: Charter, folder):
    """A network of that charter which has met once, with as much as a meeting has, and has the next one planned."""
    clock = Clock(datetime(2026, 2, 2, 9, tzinfo=ZoneInfo(charter.zone)))
    book = make(charter, folder, "Zzkeeper", clock, remembered=False)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 3, 10, 10)))
    names = dict(zip("abcd", [each.entity for each in charter.members][:4], strict=True))
    backlog.suggest(book, "Zzsuggested [decision] 20m", names["a"])
    backlog.take(book, backlog.backlog(book)[0], meeting)
    circulate(book, meeting)
    clock.at = meeting.starts
    convene.open_meeting(book, book.meeting("2026/Q1"))
    pen = Pen(book, meeting.id, keeps_time=True)
    ending = "/declare\n/refer zzquestion" if charter.decision.escalation else "/declare\n/end"
    for line in LINES.format(**names, ending=ending).split("\n"):
        capture.take(pen, line)
    convene.close_meeting(book, book.meeting("2026/Q1"))
    clock.at += timedelta(days=3)
    circulate(book, book.meeting("2026/Q1"), Circulation(comments_by=date(2026, 3, 27)))
    clock.at += timedelta(days=60)
    _afterwards(book, names)
    _next_meeting(book, clock)
    return book


def _afterwards(book, names):
    said = Reported(ActionStatus.IMPLEMENTED, "zznote", "zzevidence", date(2026, 4, 28))
    follow_up.report(book, follow_up.find_followed_up(book, "2026/Q1/A01"), said)
    if book.charter.decision.answer:
        answering.record_answer(book, answering.find_answerable(book, "2026/Q1/D01"), Response.PARTLY, "zzwhy")
    with_whom = f"[{names['a']}] with {names['b']}, Secretariat"
    workplan.add_line(book, 2026, f"Zzline {with_whom}; gcm 1; sdg 17.18; Q1 zzmilestone")
    workplan.link(book, workplan.find_line(book, "1", 2026), ("2026/Q1/D01",))
    sharing.share(book, "zzpartners", book.today())


def _next_meeting(book, clock):
    """The second meeting takes what the first put off, adopts its minutes, and is adopted itself."""
    second = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 6, 9, 10)))
    for waiting in backlog.backlog(book):
        backlog.take(book, waiting, book.meeting(second.symbol))
    circulate(book, book.meeting("2026/Q2"))
    clock.at = second.starts
    convene.open_meeting(book, book.meeting("2026/Q2"))
    pen = Pen(book, second.id)
    for line in (
        "/in all",
        "/next",
        "/adopt with the following corrections: zzcorrection",
        "/decide zzsecond",
        "/propose zzrelease",
        *(f"/effect {each}" for each in EFFECTS),
        "/rest joins",
        "/declare",
    ):
        capture.take(pen, line)
    convene.close_meeting(book, book.meeting(second.symbol))
    circulate(book, book.meeting(second.symbol))
    adopt(book, book.meeting(second.symbol))
    corrigenda.record_corrigendum(book, book.meeting(second.symbol), "zzsecond", "zzthird", decision="2026/Q2/D01")
    for rule in book.charter.reports:
        reports.keep(book, reports.draft(book, rule, reports.proposed_period(book, rule)))


def every_paper(book):
    """Each paper that the network can make, by its name; a kind of which it has none is left out."""
    for kind in papers.PAPERS:
        every = [each.symbol for each in book.meetings()] if kind in (*papers.OF_A_MEETING, papers.CALENDAR) else []
        every += [each.symbol for each in reports.all_reports(book)] if kind == papers.REPORT else []
        for of in every or [None]:
            entity = book.charter.members[0].entity
            for asked in ("", entity) if kind == "actions" else (entity if kind == papers.ENTITY else "",):
                try:
                    yield f"{kind} {of} {asked}", papers.paper(book, kind, of, entity=asked)
                except Problem:
                    assert kind in (papers.TABLING_NOTE, papers.REPORT)

    for kind in ("minutes", "agenda", "workplan", "members", "decisions"):
        of = "2026/Q1" if kind in papers.OF_A_MEETING else None
        yield f"public {kind}", papers.paper(book, kind, of, public=True)
    file = calendar_bytes(book).decode().replace("\r\n ", "")
    shown = re.findall(r"^(?:SUMMARY|DESCRIPTION|LOCATION|X-WR-CALNAME)[^:]*:(.*)", file, re.MULTILINE)
    yield "calendar file", "\n".join(shown).replace("\\n", "\n")


def vocabulary(words: Words) -> set[str]:
    """Every word that the program writes in a language."""
    texts = (*words.labels.values(), *words.months, *words.short_months, *words.short_weekdays, words.first_day)
    return {each for text in texts for each in words_in(re.sub(r"\{\w+\}", " ", text))}


def words_in(text: str) -> list[str]:
    return [each.casefold() for each in re.findall(r"[^\W\d_]+", text) if each.isalpha()]


NAMES = re.compile(
    r"""\b[0-9a-f]{64}\b | \*\*Checksum\*\* | (?<=\d\d:\d\d\ )[A-Z]{3,4}\b | UTC[+-][\d:]+ | \w+/\w+(?:/[\w-]+)*
    | \b[DPAWSR]\d+\b | \bv\d+\b | \bzz\w* | \bpara\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What is no word of a language: checksums, zones, symbols, versions, and what was typed."""


def english_in(paper: str, charter: Charter) -> set[str]:
    """The words of a paper that are neither French nor a name."""
    bare = NAMES.sub(" ", paper.replace(charter.zone, " ").replace(charter.symbol, " "))
    bare = re.sub(rf"\b{charter.key}:\d+", " ", bare)
    return {*words_in(bare)} - vocabulary(words_of(replace(charter, language="fr", labels={})))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", charter_names())
def test_no_paper_in_french_has_a_word_that_is_not_in_the_labels(name, language, tmp_path):
    """Whether the charter is French, or only the paper is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
        book = held(replace(disguised(name), language=language), tmp_path / "book")
    french = book.in_language("fr")
    made = dict(every_paper(french))
    book.register.close()
    found = {of: english_in(paper, book.charter) for of, paper in made.items()}
    assert len(found) > 12
    assert not {of: words for of, words in found.items() if words}
    assert not [of for of, paper in made.items() if re.search(r"\([^()*\n]*\*\*\)", paper)], "bold ends in a bracket"


@pytest.fixture
def kenya(tmp_path, monkeypatch):
    """A network with the charter of Kenya in French, which calls the last item otherwise, and its first meeting."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    charter = replace(load_charter("kenya"), language="fr", labels={"Any other business": "Divers"}, wording=Wording())
    clock = Clock(datetime(2026, 3, 10, 10, tzinfo=ZoneInfo(charter.zone)))
    book = make(charter, tmp_path / "kenya", "A. Otieno", clock, remembered=False)
    convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=datetime(2026, 3, 10, 10)))
    yield book
    book.register.close()


def agenda(book):
    return book.agenda(book.meeting("2026/Q1").id)


def test_an_agenda_begins_in_the_language_of_the_charter_and_in_its_own_words(kenya):
    assert [item.title for item in agenda(kenya).items] == [
        "Ouverture de la réunion et adoption de l’ordre du jour",
        "Procès-verbal de la réunion précédente",
        "Suivi des décisions et des mesures",
        "Divers",
    ]
    assert [item.standing for item in agenda(kenya).items] == [*Standing]


def test_an_item_that_is_overwritten_by_another_is_no_standing_one_any_more(kenya):
    prepare_agenda.edit_item(kenya, agenda(kenya).follow_up, "Logement des migrants [decision] 15m")
    assert agenda(kenya).follow_up is None
    assert agenda(kenya).items[2].expects_document


def test_a_standing_item_stays_what_it_is_when_it_is_worded_otherwise(kenya):
    meeting = kenya.meeting("2026/Q1")
    *_, follow_up_item, last = agenda(kenya).items
    prepare_agenda.edit_item(kenya, follow_up_item, "Suite donnée aux décisions [information] 15m")
    prepare_agenda.edit_item(kenya, last, "Divers et clôture [discussion] 5m")
    assert agenda(kenya).follow_up.title == "Suite donnée aux décisions"
    backlog.suggest(kenya, "Logement [decision] 20m", "UNHCR")
    backlog.take(kenya, backlog.backlog(kenya)[0], meeting)
    assert [item.title for item in agenda(kenya).items][-2:] == ["Logement", "Divers et clôture"]
    with pytest.raises(Problem, match="stands on every agenda"):
        backlog.send_back(kenya, agenda(kenya).items[-1])
    assert not agenda(kenya).items[0].expects_document


@pytest.mark.parametrize("called", ["Divers", "divers", "Any other business"])
def test_an_agenda_that_is_typed_has_its_standing_items_in_french_or_english(kenya, called):
    lines = ("Procès-verbal de la réunion précédente [decision] 5m", "Suivi [information]", "Logement", called)
    typed = prepare_agenda.set_agenda(kenya, kenya.meeting("2026/Q1"), lines)
    assert [item.standing for item in typed.items] == [
        Standing.PREVIOUS_MINUTES, Standing.FOLLOW_UP, None, Standing.LAST
    ]  # fmt: skip


def test_what_the_program_enters_into_the_minutes_is_french(kenya):
    meeting = convene.open_meeting(kenya, kenya.meeting("2026/Q1"))
    pen = Pen(kenya, meeting.id)
    for line in ("/in all", "/adopt agenda", "/item 4", "/propose Le Réseau approuve le plan.",
                 "/rest joins", "/declare", "/defer"):  # fmt: skip
        capture.take(pen, line)
    said = [entry.text for entry in kenya.record(meeting.id).entries if entry.kind is EntryKind.PROCEDURAL]
    assert said == [
        "L’ordre du jour a été adopté.",
        "La présidence a constaté qu’il n’y avait pas d’objection et a déclaré le texte adopté.",
        "Le point a été reporté.",
    ]


def test_what_was_noted_when_minutes_were_imported_is_told_in_french(kenya):
    read = "# Kenya UN Network on Migration\n\n## Minutes of the fourth quarterly meeting of 2025\n\n" \
           "- **Date**: 2 December 2025\n\n### Action points\n\n- A01 IOM: send the plan\n"  # fmt: skip
    importing.import_minutes(kenya, importing.look(kenya, "pv.md", read.encode(), nothing_open=True))
    assert "n’est plus suivi, ainsi qu’il a été indiqué lors de l’importation (pv.md)" in papers.paper(
        kenya, papers.ENTITY, entity="IOM"
    )


def test_no_label_breaks_a_line_before_its_punctuation():
    labels = words_of(replace(load_charter("kenya"), language="fr")).labels
    assert not [text for text in labels.values() if re.search(r"[^\u00a0][:;?!»](?=\W|$)|«[^\u00a0]", text)]
