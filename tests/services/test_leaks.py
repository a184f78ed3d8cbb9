"""Nothing leaks: every text of the record is a mark, and no public paper in any format has one that it may not have.

`ALLOWED` is all that may be found, with its reason: whoever lets a public paper tell more has to write that there.
"""

import re
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from tests.services.marked_register import BY, marked_book
from tests.services.marks import MARK, Marker, text_fields
from tui_app.cli.main import main
from tui_app.documents.formats.formats import FORMATS, formats_of, in_format
from tui_app.documents.language import languages
from tui_app.documents.letterhead import internal_words
from tui_app.domain.charter.charter import Charter
from tui_app.domain.problem import Problem
from tui_app.domain.reports.period import read_period
from tui_app.domain.reports.reporting import report_rules
from tui_app.register.tables import TABLES
from tui_app.services import reports
from tui_app.services.calendar import calendar_bytes
from tui_app.services.papers import PAPERS, paper

EVERYWHERE = {"charter.name": "a paper says whose it is"}
DECIDED = {"decision.text": "its minutes are released", "released alone.text": "it is released by its symbol"}
ALLOWED = {
    "minutes": {
        "charter.confidentiality.clauses": "by which clause the rest stays internal",
        "2026/Q3.place": "where it was held", "2026/Q3 open item.title": "what was on the agenda",
        "decision.text": "adopted there", "superseded.text": "adopted there, with the word that it stands no more",
        "note.text": "noted", "statement.text": "said, by one member", "on record.text": "said",
        "on record.entity": "asked to be named", "action.text": "agreed", "action.responsible": "who agreed to it",
        "action.due_words": "by when it was agreed",
    },
    "decisions": DECIDED,
    "agenda": {"2026/Q4.place": "where it will be held", "2026/Q4 open item.title": "as it was circulated"},
    "members": {"member.acronym": "who is a member", "member.name": "who is a member"},
    "workplan": {"member.acronym": "who leads", **{f"endorsed {each}": "as it was endorsed"
                                                   for each in ("output", "partner", "outcome", "milestone")}},
    "joint-statement": {"released alone.text": "it is released by its symbol"},
    "report": {"sent report.sent_text": "as it was sent to those very readers"},
    "drafted report": {**DECIDED, "charter.wording.network_short": "who met", "reader": "for whom it is"},
}  # fmt: skip
GIVEN = {"id", "meeting", "symbol", "number", "zone", "body", "item", "refers_to", "parent", "current_item", "carried",
         "superseded_by", "agenda_fingerprint", "endorsed", "proposal", "endorsed_by", "rescinded_by", "adopted_at",
         "entity"}  # fmt: skip
CHARTER = {each.partition(".")[0] for each in text_fields(Charter)}
"""The types of the charter, every text of which was marked but its key, symbol, zone, language and templates."""
NAMES = ("2026/Q2", "2026/Q3", "2026/Q4", "2026", "R01", "R02", "2026/Q2/D02", "")
"""All that a paper can be asked of: meetings, a year, reports, a decision, nothing."""


@pytest.fixture(scope="module")
def marker():
    return Marker()


@pytest.fixture(scope="module")
def book(marker, tmp_path_factory):
    book = marked_book(tmp_path_factory.mktemp("leaks") / "register", marker)
    yield book
    book.register.close()


def everything_in(content):
    """All that whoever opens a file could come upon: parts of an archive, attributes, folded lines, split words."""
    parts = [content]
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as archive:
            parts = [part for name in archive.namelist() for part in (name.encode(), archive.read(name))]
    text = "\n".join(part.decode("utf-8", "replace") for part in parts)
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    return "\n".join((unfolded, unescape(unfolded), re.sub("<[^>]*>", "", unfolded))).casefold()


def found(marker, content):
    """The fields of which a mark stands in the content of a file."""
    return {marker.fields[mark] for mark in MARK.findall(everything_in(content))}


def of_every_format(kind, markdown):
    """The paper in every format made from it; a spreadsheet only where there is a list."""
    for name in formats_of(kind):
        if FORMATS[name].write is not None and (name != "csv" or "\n| " in markdown):
            yield name, in_format(markdown, name)


def public_papers(book):
    for kind in PAPERS:
        for of in NAMES:
            try:
                markdown = paper(book, kind, of or None, entity="IOM", public=True)
            except Problem:
                continue
            for name, content in of_every_format(kind, markdown):
                yield kind, of, name, content


def test_every_text_of_every_record_is_marked(book, marker):
    """Only keys, numbers and states are given instead: what a record is, and what it belongs to."""
    every = set().union(*(text_fields(table.record_type) for table in TABLES))
    charter = {each for each in every if each.split(".")[0] in CHARTER}
    assert {each.partition(".")[2] for each in every - marker.marked_fields - charter} <= GIVEN


def test_a_public_paper_has_no_text_but_what_was_released(book, marker):
    seen = {}
    for kind, of, name, content in public_papers(book):
        allowed = {**EVERYWHERE, **ALLOWED[kind]}
        leaks = found(marker, content) - allowed.keys()
        assert not leaks, f"{kind} {of} as {name} tells {sorted(leaks)}"
        seen.setdefault(kind, {})[name] = found(marker, content)
    assert seen.keys() == ALLOWED.keys() - {"drafted report"}
    for kind, formats in seen.items():  # each name of the table is told indeed, or the test would look past it
        assert formats["md"] | {"charter.name"} == {**EVERYWHERE, **ALLOWED[kind]}.keys()


@pytest.mark.parametrize("released_by", ["", BY])
def test_a_report_for_outsiders_has_no_text_but_what_was_released(book, marker, released_by):
    for rule in report_rules(book.charter):
        reader = marker.mark("reader")
        report = reports.draft(book, rule, read_period("2026", book.today()), [reader], released_by=released_by)
        assert report.external
        for name, content in of_every_format("report", reports.text_of(book, report)):
            allowed = {**EVERYWHERE, **ALLOWED["drafted report"]}
            of_the_rule = {"charter.reports.kind", "charter.reports.headings", "charter.reports.clauses",
                           "charter.confidentiality.clauses", "charter.confidentiality.unless"}  # fmt: skip
            assert found(marker, content) <= allowed.keys() | of_the_rule, (rule.kind, name)


def test_what_is_always_internal_is_refused_in_every_form(book, capsys):
    folder = str(book.register.folder)
    for typed in (
        ["tinydb"],
        ["calendar", "--format", "ics"],
        ["calendar", "2026/Q3", "--format", "ics"],
        ["entity", "--entity", "IOM"],
    ):
        assert main(["--register", folder, "export", *typed, "--public"]) != 0
        assert not MARK.search(capsys.readouterr().out)


# -- the classification --------------------------------------------------

CLASSIFIED = "INTERNAL USE ONLY"


def words_in_order(content):
    """What is read in a file, from its top."""
    if content.startswith(b"PK"):
        return " ".join(each.text for each in Document(BytesIO(content)).paragraphs)
    text = re.sub("<head>.*?</head>|<[^>]*>", " ", content.decode("utf-8-sig"), flags=re.DOTALL)
    return " ".join(unescape(text).split())


def internal_papers(book):
    for kind in PAPERS:
        for of in NAMES:
            try:
                markdown = paper(book, kind, of or None, entity="IOM")
            except Problem:
                continue
            if not markdown.startswith("mark"):  # a frozen text is a mark itself
                yield from ((kind, name, content) for name, content in of_every_format(kind, markdown))


@pytest.mark.parametrize("language", languages())
def test_every_internal_paper_says_so_at_its_top_and_no_public_one_does(book, language):
    book = book.in_language(language)
    classified, seen = internal_words(book.charter).partition(".")[0], set()
    for kind, name, content in internal_papers(book):
        seen.add((kind, name))
        assert 0 <= words_in_order(content).find(classified) < 20, (kind, name)  # nothing but the name is before it
    assert {kind for kind, _ in seen} >= PAPERS.keys() - {"report"}
    for kind, _, name, content in public_papers(book):
        assert classified.casefold() not in everything_in(content), (kind, name)


def test_the_calendar_and_the_whole_register_are_classified_too(book, capsys):
    assert CLASSIFIED in calendar_bytes(book, "2026/Q4").decode().replace("\r\n ", "")
    assert main(["--register", str(book.register.folder), "export", "tinydb"]) == 0
    assert CLASSIFIED in capsys.readouterr().out[:200]
