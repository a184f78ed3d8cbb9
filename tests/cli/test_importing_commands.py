"""Importing minutes from the command line."""

from pathlib import Path

SIMPLE = Path(__file__).parents[2] / "docs/minutes2019.md"


def test_a_dry_run_shows_what_would_be_made_and_saves_nothing(command_line):
    command_line("new", "kenya", "--me", "A. Otieno")
    shown, messages = command_line("import", "minutes", str(SIMPLE), "--dry-run")
    assert "2019/Q2 Second quarterly meeting of 2019, 12 Jun 2019, minutes adopted on 12 Sep 2019" in shown
    assert "A02 action DFID - send the budget of the survey - by 1 Jul 2019 - not started" in shown
    assert "Nothing was saved: this was a dry run." in messages
    assert command_line("meetings", status=0)[0] == ""
    made, _ = command_line("import", "minutes", "-", "--nothing-open", typed=SIMPLE.read_bytes())
    assert made == shown.replace("1 Jul 2019 - not started", "1 Jul 2019 - overtaken")
    assert "adopted, imported from standard input" in command_line("meetings", "is:imported")[0]
    assert "came with the imported minutes" in command_line("corrigendum", "list", "2019/Q2")[1]
    assert command_line("actions", "is:open")[0] == ""


def test_lines_that_cannot_be_read_are_told_and_nothing_is_saved(command_line):
    command_line("new", "kenya", "--me", "A. Otieno")
    old = command_line.home / "old.md"
    old.write_text("## Decisions\n\n1. It agreed. (IOM, ILLO)\n\n## Notes\n\nThey met.\n", encoding="utf-8")
    _, messages = command_line("import", "minutes", str(old), status=1)
    assert "It does not say which meeting" in messages
    known = ("import", "minutes", str(old), "--kind", "annual", "--on", "2019-12-03")
    made, messages = command_line(*known, status=1)
    assert made == ""
    assert "line 3: 'ILLO' in (IOM, ILLO) is neither an entity of this network nor a date." in messages
    assert "One line could not be read, so nothing was saved" in messages
    assert command_line("meetings")[0] == ""
    command_line(*known, "--as-notes")
    assert "2019/AN" in command_line("meetings")[0]
    assert "It agreed. (IOM, ILLO)" in command_line("search", "ILLO")[0]


def test_what_is_no_file_of_minutes_is_refused_in_one_sentence(command_line):
    command_line("new", "kenya", "--me", "A. Otieno")
    _, messages = command_line("import", "minutes", "nowhere.md", status=1)
    assert messages.startswith("nowhere.md cannot be read:")
    _, messages = command_line("import", "minutes", str(command_line.home), status=1)
    assert len(messages.strip().splitlines()) == 1


def test_all_that_cannot_be_read_is_told_where_the_meeting_is_not_plain(command_line):
    command_line("new", "kenya", "--me", "A. Otieno")
    old = command_line.home / "old.md"
    old.write_text("# Minutes of the quarterly meeting of 31 February 2018\n\n- Weather: fine\n", encoding="utf-8")
    _, messages = command_line("import", "minutes", str(old), "--as-notes", status=1)
    assert "line 1: There is no 31 February 2018" in messages
    assert "line 3: 'Weather: fine' is no fact of a meeting" in messages
    assert "2 lines could not be read, so nothing was saved" in messages
