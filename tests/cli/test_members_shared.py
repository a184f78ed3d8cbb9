"""Sharing the member list from the command line."""


def test_the_list_is_shared_and_the_check_no_longer_asks_for_it(command_line):
    command_line("new", "serbia", "--me", "A. Otieno")
    said, _ = command_line("check", status=1)
    assert said == (
        "network  member list  The member list is not recorded as shared yet (SRB:44): "
        "share it, and record that it was.\n"
    )
    said, told = command_line("members", "share", "--with", "the Government")
    assert said.endswith("with the Government: 9 members\n")
    assert told == ""
    assert command_line("check") == ("", "The files are complete.\n")
    command_line("member", "add", "UNOPS", "--name", "Project Services", "--from", "2020-01-01")
    _, told = command_line("members", "share")
    assert told.endswith(": UNOPS joined on 1 January 2020.\n")
    _, told = command_line("members", "share", "--on", "2090-01-01", status=2)
    assert "is still to come" in told
