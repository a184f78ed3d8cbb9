"""`minutebook report`: printed on any period, kept, edited from standard input, refreshed, sent."""

import json

import pytest

THIRD = ("--from", "2026-07-01", "--to", "2026-09-30")


@pytest.fixture
def held(in_session):
    in_session("capture", "2026/Q3", typed="/in IOM A. Otieno\n/decide The Network took note of the survey\nA secret\n")
    in_session("meeting", "close", "2026/Q3", "--at", "11:00")
    return in_session


def test_a_report_is_printed_on_any_period_and_for_any_audience(held):
    inside, _ = held("report", *THIRD)
    assert "INTERNAL USE ONLY" in inside
    assert "- **For**: the UNCT" in inside
    assert "| IOM | 1 of 1 |" in inside
    outside, _ = held("report", *THIRD, "--audience", "GoK")
    assert "- **For**: the GoK" in outside
    assert "those that the network has released" in outside
    assert not {"survey", "IOM", "Otieno", "secret"} & {*outside.replace("|", " ").split()}
    assert "## Rapport\u00a0: troisième trimestre de 2026" in held("report", *THIRD, "--language", "fr")[0]
    assert held("report", "list")[0] == "", "what was printed is not kept"
    assert "held no meeting and took no decision" in held("report", "--period", "2024")[0]


def test_what_is_released_goes_outside_under_the_decision_that_is_named(in_session):
    in_session("capture", "2026/Q3", typed="/decide The Network took note of the survey\n/decide We release it\n"
               "/effect release D01\n")  # fmt: skip
    outside = (*THIRD, "--audience", "Ministry of Labour")
    assert "D01 releases nothing" in in_session("report", *outside, "--released-by", "2026/Q3/D01", status=1)[1]
    told, _ = in_session("report", *outside, "--released-by", "2026/Q3/D02")
    assert "INTERNAL" not in told
    assert "took note of the survey" in told
    in_session("report", "draft", *outside)
    assert "INTERNAL USE ONLY" in in_session("report", "show", "R01")[0]
    in_session("report", "send", "R01", "--released-by", "2026/Q3/D02")
    assert "- **Released by**: UNNM-KEN/2026/Q3/D02" in in_session("report", "show", "R01")[0]


def test_a_draft_that_says_nothing_or_is_made_twice_is_told(held):
    assert "Nothing is on record of 1 January 2020" in held(
        "report", "draft", "--from", "2020-01-01", "--to", "2020-01-31")[1]  # fmt: skip
    held("report", "draft", *THIRD)
    assert "there is 2026/R01, still a draft" in held("report", "draft", *THIRD)[1]


def test_a_report_is_kept_edited_refreshed_and_sent(held):
    told, _ = held("report", "draft", "KEN:93", "--period", "Q3 2026")
    assert told == "2026/R01 drafted: Periodic report on the third quarter of 2026\n"
    assert held("report", "edit", "R01", "1")[0].startswith("From 1 July 2026")
    told, _ = held("report", "edit", "R01", "summary", "-", typed="A **full** quarter.\n")
    assert told == "2026/R01 Summary: edited\n"
    assert held("report", "refresh", "R01")[0] == "2026/R01 refreshed\n"
    shown, states = held("report", "show")
    assert "A **full** quarter." in shown
    assert "1 Summary: edited" in states
    held("report", "send", "R01", "--to", "the UNCT", "--on", "2026-10-05")
    sent, _ = held("report", "show", "R01")
    assert "5 October 2026 to the UNCT" in sent
    for words in (("refresh", "R01"), ("send", "R01"), ("edit", "R01", "1", "--as-drafted")):
        assert "was sent and cannot change" in held("report", *words, status=1)[1]
    assert held("export", "report", "R01")[0] == sent
    (row,) = held("report", "list", "--json")[0].splitlines()
    assert (json.loads(row)["sent"], json.loads(row)["clauses"]) == ("2026-10-05", ["KEN:93"])


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("report",), 2, "Say on which days"),
        (("report", "--from", "2026-07-01"), 2, "Say on which days"),
        (("report", "--from", "2026-09-30", "--to", "2026-07-01"), 1, "ends before it begins"),
        (("report", "periodic", "--period", "Q3 2026"), 1, "KEN:93 for the periodic report"),
        (("report", "show", "R07"), 1, "There is no report yet"),
        (("report", "refersh", "R01"), 1, "is not a report here"),
    ],
)
def test_what_cannot_be_understood_is_told_in_one_sentence(in_session, words, status, said):
    assert said in in_session(*words, status=status)[1]


def test_a_sending_that_cannot_be_taken_back_is_refused_before_it_is_done(command_line):
    command_line("new", "kosovo", "--me", "B. Berisha")
    assert "is on half a year" in command_line("report", "half-year", "--period", "Q2 2026")[1]
    command_line("report", "draft", "KOS:96", "--period", "Q3 2026")
    assert "'donors' is somebody else" in command_line("report", "send", "R01", "--to", "donors",
                                                       status=1)[1]  # fmt: skip
    assert "--although-empty" in command_line("report", "send", "R01", "--on", "2026-10-01", status=1)[1]
    early = ("report", "send", "R01", "--on", "2026-09-01", "--although-empty")
    assert "--although-early" in command_line(*early, status=1)[1]
    assert json.loads(command_line("report", "list", "--json")[0])["sent"] is None
    sent, told = command_line(*early, "--although-early")
    assert sent == "2026/R01 sent on 2026-09-01 to the UNKT\n"
    assert "is not the one that KOS:96 asks for" in told
    assert "2026/R01 was sent on 1 September 2026 with nothing under" in command_line("check", status=1)[0]
