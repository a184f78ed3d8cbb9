"""What went to the members, from the command line: kept, printed again, and held against the paper as it stands."""

import pytest


@pytest.fixture
def circulated(in_session):
    """Minutes that went out as v1 and were corrected since."""
    in_session("capture", "2026/Q3", typed="Members discussed the sources\n")
    in_session("meeting", "close", "2026/Q3", "--at", "11:00")
    in_session("meeting", "circulate", "2026/Q3", "--to", "IOM, ILO", "--comments-by", "2030-10-06")
    return in_session


def test_circulating_tells_to_whom_it_went_and_that_nothing_has_changed(circulated):
    results, messages = circulated("meeting", "circulate", "2026/Q3")
    assert results == "2026/Q3 minutes v2 circulated\n"
    assert "To IOM, ILO." in messages
    assert "Comments by 6 October 2030, as before." in messages
    assert "Nothing has changed since v1." in messages
    assert "differ" not in messages
    _, messages = circulated("meeting", "circulate", "2026/Q3", "--comments-by", "2026-09-01", status=1)
    assert "Comments by 1 September 2026? The paper goes out today: give a day after it (--comments-by)." in messages
    assert "did you mean IOM?" in circulated("meeting", "circulate", "2026/Q3", "--to", "IOMM", status=1)[1]


def test_a_version_is_printed_as_it_went_out_and_its_differences_are_told(circulated):
    circulated("meeting", "circulate", "2026/Q3", "--comments-by", "2030-10-20")
    first, now = (circulated("export", "minutes", "2026/Q3", *which)[0] for which in (("--version", "1"), ()))
    assert "comments by 6 October 2030" in first
    assert "comments by 20 October 2030" in now
    lines, sentence = circulated("differences", "2026/Q3", "minutes", "v1", "v2")
    assert "- Status: DRAFT [-v1-], comments by [-6 -]October 2030\n" in lines
    assert "+ Status: DRAFT [+v2+], comments by [+20 +]October 2030\n" in lines
    assert sentence == "2 lines differ between minutes v1 and minutes v2.\n"
    assert circulated("differences", "2026/Q3") == ("", "Nothing differs between minutes v2 and the minutes as they "
                                                        "stand.\n")  # fmt: skip


def test_what_is_asked_wrongly_is_told_in_a_sentence(circulated):
    assert "There is no minutes v7 of 2026/Q3" in circulated("differences", "2026/Q3", "minutes", "7", status=1)[1]
    assert "is not a version" in circulated("differences", "2026/Q3", "minutes", "first", status=2)[1]
    assert "No version of the agenda" in circulated("differences", "2026/Q3", "agenda", status=1)[1]
    assert "stay internal" in circulated("export", "actions", "--version", "1", status=2)[1]
