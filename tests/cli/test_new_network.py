"""A register of the blank charter, from the command line: whose papers it prints."""


def test_the_blank_network_has_the_name_that_it_is_given_and_a_symbol_of_its_own(command_line):
    told = command_line("new", "blank", "--me", "A. Mensah", "--name", "Ghana UN Network on Migration",
                        "--zone", "accra")  # fmt: skip
    assert told[0].rstrip().endswith("UNNM-GHA")
    assert told[1] == ""
    command_line("meeting", "add", "--kind", "quarterly", "--on", "2031-12-09T10:00")
    agenda, _ = command_line("export", "agenda")
    assert "# Ghana UN Network on Migration" in agenda
    assert "(Africa/Accra, UTC+00:00)" in agenda
    assert "Secretariat:" not in agenda  # the blank charter names none


def test_without_a_name_it_is_told_what_the_papers_will_say_and_another_charter_keeps_its_own(command_line):
    assert "Its papers will say UN Network on Migration" in command_line("new", "blank", "--me", "A. Mensah")[1]
    told = command_line("new", "kenya", "--me", "A. Otieno", "--name", "Ghana UN Network on Migration", status=2)[1]
    assert "Kenya UN Network on Migration is named by its charter: leave --name out." in told


def test_a_blank_network_meets_in_the_time_zone_of_the_computer_unless_another_is_named(command_line):
    command_line.environment["TZ"] = "Asia/Kathmandu"
    new = ("new", "blank", "--me", "A. Rai", "--name", "Nepal UN Network on Migration")
    assert "this computer's time zone, Asia/Kathmandu: --zone names another" in command_line(*new)[1]
    command_line("meeting", "add", "--kind", "quarterly", "--on", "2031-12-09T10:00")
    assert "(Asia/Kathmandu, UTC+05:45)" in command_line("export", "agenda")[0]
    assert "'Asia/Katmandoo' is not a time zone: did you mean" in command_line(
        *new, "--zone", "Asia/Katmandoo", status=1
    )[1]  # fmt: skip
    kenya = command_line("new", "kenya", "--me", "A. Otieno", "--zone", "Africa/Accra", status=2)[1]
    assert "has its time zone, Africa/Nairobi: leave --zone out." in kenya
