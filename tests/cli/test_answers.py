"""The parent body's answer from the command line: recorded, looked up, printed."""

import json

import pytest

KOSOVO = """/decide The Network recommended a survey.
/decide The Network recommended a study.
"""
KENYA = """/in IOM A. Otieno
/in ILO M. Njeri
/item 2
/propose The Network endorses the budget.
/position IOM joins
/position ILO objects resources: asks for a budget line
/declare
/refer Is there a budget?
"""


def held(command_line, charter, lines):
    command_line("new", charter, "--me", "A. Otieno")
    command_line("meeting", "add", "--kind", "quarterly", "--on", "2025-09-22T10:00")
    command_line("meeting", "open", "--at", "10:00")
    command_line("capture", "2025/Q3", typed=lines)
    return command_line


@pytest.fixture
def kosovo(command_line):
    """Two recommendations of Kosovo's network await their answer."""
    return held(command_line, "kosovo", KOSOVO)


@pytest.fixture
def kenya(command_line):
    """A matter of Kenya's network was referred."""
    return held(command_line, "kenya", KENYA)


def rows(command_line, *query):
    return [json.loads(line) for line in command_line("decisions", *query, "--json")[0].splitlines()]


def test_a_recommendation_is_answered_with_its_motivation_and_never_without(kosovo):
    assert [row["response"] for row in rows(kosovo, "is:awaiting")] == ["awaiting", "awaiting"]
    results, told = kosovo("answer", "UNNM-KOS/2025/Q3/D01", "not-followed", "--on", "2025-10-03", status=1)
    assert results == ""
    assert told == "D01 is recorded as not followed only with the motivation of the UNKT (KOS:115).\n"
    assert len(rows(kosovo, "is:awaiting")) == 2
    results, _ = kosovo("answer", "2025/Q3/D01", "not-followed", "the budget", "is not there", "--on", "2025-10-03")
    assert results == "UNNM-KOS/2025/Q3/D01 not followed on 2025-10-03: the budget is not there\n"
    (answered,) = rows(kosovo, "is:not-followed")
    words = {"motivation": "the budget is not there"}
    assert answered["response"] == {"kind": "not followed", "by": "UNKT", "on": "2025-10-03", **words}
    first, second = kosovo("decisions")[0].splitlines()
    assert "adopted, not followed by the UNKT" in first
    assert "nothing to carry out" in first
    assert "adopted, awaiting                  not started" in second
    kosovo("answer", "2025/Q3/D02", "followed", "--on", "2025-10-03")
    assert rows(kosovo, "is:awaiting") == []
    assert "not followed" in kosovo("history", "UNNM-KOS/2025/Q3/D01")[0]
    assert kosovo("undo")[0] == "undone: UNNM-KOS/2025/Q3/D02 followed\n"
    assert len(rows(kosovo, "is:awaiting")) == 1


def test_a_referral_is_answered_in_words(kenya):
    assert [row["response"] for row in rows(kenya, "is:awaiting", "--all")] == ["awaiting"]
    _, told = kenya("answer", "2025/Q3/P1", "followed", "--on", "2025-10-03", status=1)
    assert told == "P1 is a referral: the UNCT's answer is decided or returned.\n"
    results, told = kenya("answer", "2025/Q3/P1", "returned", "more data are needed", "--on", "2025-10-03")
    assert results == "UNNM-KEN/2025/Q3/P1 returned on 2025-10-03: more data are needed\n"
    assert "/propose puts the text" in told
    assert rows(kenya, "is:awaiting", "--all") == []


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (("2025/Q3/D09", "followed"), 1, "There is no decision or proposal '2025/Q3/D09'"),
        (("2025/Q3/D01", "folowed"), 2, "'folowed' is not an answer: did you mean 'followed'?"),
        (("2025/Q3/D01",), 2, "ANSWER"),
        (("2025/Q3/D01", "followed", "--on", "2025-09-01"), 1, "D01 was adopted on 22 September 2025"),
        (("2025/Q3/D01", "followed", "--on", "whenever"), 2, "'whenever' is not a day"),
    ],
)
def test_what_cannot_be_is_told_in_one_sentence(kosovo, words, status, sentence):
    results, told = kosovo("answer", *words, status=status)
    assert results == ""
    assert sentence in told
    assert told.count("\n") == 1


def test_the_tabling_note_is_of_the_last_meeting_that_referred_something(kenya):
    kenya("meeting", "add", "--kind", "quarterly", "--on", "2025-12-08T10:00")
    note, _ = kenya("export", "tabling-note")
    assert "### UNNM-KEN/2025/Q3/P1" in note
    assert "> Is there a budget?" in note
    for words in (("2025/Q3",), ("2025/Q3", "P1"), ("UNNM-KEN/2025/Q3/P1",), ("P1",)):
        assert kenya("export", "tabling-note", *words)[0] == note
    told = kenya("export", "tabling-note", "2025/Q4", status=1)[1]
    assert told == "2025/Q4 has referred nothing to the UNCT: 2025/Q3 has.\n"
    assert "P7 was not referred by 2025/Q3" in kenya("export", "tabling-note", "2025/Q3", "P7", status=1)[1]
    assert "too much" in kenya("export", "minutes", "2025/Q3", "P1", status=2)[1]
    assert "awaiting the answer of the UNCT" in kenya("export", "agenda", "2025/Q4")[0]
    kenya("answer", "2025/Q3/P1", "returned", "more data", "--on", "2025-10-03")
    assert "returned, 3 October 2025: more data" in kenya("export", "tabling-note")[0]
    assert "returned, 3 October 2025: more data" in kenya("export", "minutes", "2025/Q3")[0]
    assert "awaiting" not in kenya("export", "agenda", "2025/Q4")[0]


def test_a_network_without_referral_is_told_so(kosovo):
    told = kosovo("export", "tabling-note", status=1)[1]
    assert told == "The Terms of Reference of this network know no referral, so there is no tabling note.\n"
    assert "UNCT" not in kosovo("export", "agenda")[0] + kosovo("export", "decisions")[0]
