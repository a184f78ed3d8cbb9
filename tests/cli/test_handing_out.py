"""Papers in their formats from the command line: printed, or written to a file."""

import pytest


def test_a_paper_is_printed_in_a_format_byte_for_byte(in_session):
    process = in_session.start("export", "minutes", "--format", "html")
    content, _ = process.communicate(timeout=60)
    assert content.startswith(b"<!DOCTYPE html>\n")
    assert content.endswith(b"</html>\n")


def test_the_ending_of_the_file_names_the_format(in_session):
    in_session("export", "agenda", "-o", "agenda.HTML")
    in_session("export", "agenda", "--format", "md", "-o", "second")
    assert "whatever its name ends in" in in_session("export", "agenda", "--format", "md", "-o", "other.xyz")[1]
    assert "whatever its name ends in" in in_session("export", "agenda", "-o", "agenda.v2")[1]
    assert in_session("export", "agenda", "-o", "third.txt")[1] == ""
    beginnings = [(in_session.home / name).read_text(encoding="utf-8")[:5]
                  for name in ("agenda.HTML", "second", "third.txt")]  # fmt: skip
    assert beginnings == ["<!DOC", "# Ken", "# Ken"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["agenda", "--format", "html", "-o", "x.docx"],
            "x.docx would be html, and its name says docx: name it x.html.",
        ),
        (["agenda", "--format", "md", "-o", "q3.HTML"], "q3.HTML would be md, and its name says html: name it q3.md."),
        (["calendar", "--format", "ics", "-o", "a.csv"], "a.csv would be ics, and its name says csv: name it a.ics."),
        (["tinydb", "-o", "all.md"], "all.md would be json, and its name says md: name it all.json."),
        (["tinydb", "-o", "all.xlsx"], "all.xlsx would be json, and its name says xlsx: name it all.json."),
        (["actions", "-o", "a.xlsx"], "a list for a spreadsheet is csv, which Excel opens: write .csv;"),
        (["minutes", "-o", "a.odt"], "a file for Word is docx, which other programs open too: write .docx."),
        (["minutes", "-o", "a.dcox"], "'dcox' is not a format: did you mean 'docx'?"),
    ],
)
def test_a_file_whose_name_says_another_format_is_refused_and_not_written(in_session, words, sentence):
    assert sentence in in_session("export", *words, status=2)[1]
    assert not (in_session.home / words[-1]).exists()


def test_a_report_out_in_the_same_formats(in_session):
    period = ("--from", "2026-07-01", "--to", "2026-09-30")
    assert in_session("report", *period, "--format", "html")[0].startswith("<!DOCTYPE html>")
    in_session("report", "draft", *period)
    in_session("report", "show", "-o", "report.html")
    assert (in_session.home / "report.html").read_bytes() == in_session.start(
        "export", "report", "R01", "--format", "html"
    ).communicate(timeout=60)[0]


def test_a_list_goes_to_a_spreadsheet_byte_for_byte(in_session):
    in_session("export", "members", "-o", "members.csv")
    content = (in_session.home / "members.csv").read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") == 21
    with in_session.start("export", "members", "--format", "csv") as process:
        assert process.communicate(timeout=60)[0] == content


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["export", "agenda", "--format", "htm"], "'htm' is not a format: did you mean 'html'?"),
        (["export", "agenda", "--format", "ics"], "ics is a format of calendar; agenda has md, html"),
        (["export", "agenda", "-o", "agenda.ics"], "ics is a format of calendar; agenda has md, html"),
        (
            ["export", "minutes", "--format", "csv"],
            "csv is a format of actions, calendar, decisions, members, workplan",
        ),
        (["export", "decisions", "--format", "json"], "json is printed by the lists themselves"),
        (["export", "minutes", "-o", "minutes.pdf"], "pdf is printed from html"),
        (["export", "minutes", "-o", ".pdf"], "pdf is printed from html"),
        (["export", "minutes", "-o", ".docx"], ".docx is only an ending: put a name before it, as in minutes.docx."),
        (["export", "minutes", "-o", "minutes.dox"], "'dox' is not a format: did you mean 'docx'?"),
        (["export", "tinydb", "--format", "html"], "tinydb is a format of its own: leave --format out."),
    ],
)
def test_a_format_that_a_paper_does_not_have_is_told_in_a_sentence(in_session, words, sentence):
    assert sentence in in_session(*words, status=2)[1]
    assert not (in_session.home / "agenda.ics").exists()
