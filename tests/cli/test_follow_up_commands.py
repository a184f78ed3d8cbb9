"""Progress and who does what by when, from the command line."""

import pytest


@pytest.fixture
def closed(in_session):
    in_session("capture", "2026/Q3", typed="/action IOM: revise it by 2026-09-30\n/decide The plan stands\n")
    in_session("meeting", "close", "2026/Q3", "--at", "11:45")
    return in_session


def test_progress_is_noted_on_its_day_and_needs_its_evidence(closed):
    said, _ = closed("progress", "2026/Q3/A01", "in", "progress", "on", "2026-10-01:", "half", "is", "done")
    assert said == "UNNM-KEN/2026/Q3/A01 is in progress on Thu 1 Oct 2026 - half is done\n"
    _, told = closed("progress", "A01", "implemented", status=1)
    assert "needs its evidence" in told
    said, _ = closed("progress", "A01", "implemented: sent; evidence: letter of 2 Oct")
    assert said == "UNNM-KEN/2026/Q3/A01 is implemented - sent - evidence: letter of 2 Oct\n"
    assert "implemented" in closed("actions")[0]
    _, told = closed("progress", "A01", "delayed", "on", "2026-10-02: the mail was late")
    assert told.startswith("A01 stays implemented, as reported for ")
    assert closed("progress", "2026/Q3/D01", "delayed")[0] == "UNNM-KEN/2026/Q3/D01 is delayed\n"


def test_a_deadline_is_moved_and_the_reminder_has_the_new_one(closed):
    said, _ = closed("assign", "2026/Q3/A01", "IOM, ILO by 2027-03-30 (before the rains) because roads were closed")
    assert said == (
        "UNNM-KEN/2026/Q3/A01 - IOM, ILO - by Tue 30 Mar 2027 (before the rains) - because roads were closed\n"
    )
    text, _ = closed("export", "actions", "--entity", "ilo")
    assert "(by 30 March 2027, before the rains; with IOM)" in text
    assert "30 September 2026" in closed("export", "minutes", "2026/Q3")[0]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("progress", "A07", "delayed"), "There is no action or decision 'A07'"),
        (("progress", "A01", "delaid"), "did you mean"),
        (("assign", "A01", "IOMM"), "did you mean IOM?"),
        (("assign", "D01", "IOM", "by", "before", "the", "rains"), "is a day"),
    ],
)
def test_what_cannot_be_is_told_in_one_sentence(closed, words, sentence):
    results, told = closed(*words, status=1)
    assert results == ""
    assert sentence in told
    assert told.count("\n") == 1
