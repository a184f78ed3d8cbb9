"""Working groups on the command line; a name is asked for only where it is not on record."""

import json


def test_a_group_from_its_decision_to_its_members_and_its_review(in_session):
    assert in_session("group", "list") == (
        "", "There is no working group: a decision establishes one (/effect establish WG-DATA Data, ad hoc).\n"
    )  # fmt: skip
    in_session("capture", "2026/Q3", typed="/in all\n/d established\n/effect establish WG-DATA Data, ad hoc\n")
    said, told = in_session("member", "add", "IOM", "--body", "WG-DATA", "--from", "2027-01-01")
    assert said == "IOM member from 2027-01-01 (pending)\n"
    assert "until the Executive Committee approves it (KEN:123)" in told
    decision = "UNNM-KEN/2026/Q3/D01"
    said, _ = in_session("member", "add", "KNCHR", "--name", "Human rights", "--body", "WG-DATA", "--from",
                         "2026-09-22", "--by", decision, "--for", "Civil Society")  # fmt: skip
    assert said == "KNCHR, for the Civil Society consortium member from 2026-09-22\n"
    _, told = in_session("group", "review", "WG-DATA", "2031-06-30", status=1)
    assert told.startswith("A review is set by a decision, or for a reason")
    said, _ = in_session("group", "review", "WG-DATA", "2031-06-30", "--decision", decision)
    assert said == f"WG-DATA review by 30 June 2031, by {decision}\n"
    said, _ = in_session("group", "list", "--json")
    row = json.loads(said)
    assert (row["symbol"], row["kind"], row["established_by"]) == ("WG-DATA", "ad hoc", decision)
    assert row["members"] == [{"entity": "KNCHR", "speaks_for": "Civil Society"}]
    assert row["waiting"] == ["IOM"]
    assert "members: KNCHR" in in_session("group", "list")[0]
    assert "waiting for a decision: IOM" in in_session("group", "list")[0]
    for asked in ("is:pending", "body:WG-DATA"):
        assert "in WG-DATA, waits for a decision" in in_session("members", asked)[0]
    (row,) = in_session("members", "is:pending", "--json")[0].splitlines()
    assert (json.loads(row)["entity"], json.loads(row)["body"], json.loads(row)["pending"]) == ("IOM", "WG-DATA", True)
    assert "pending" not in in_session("members", "--json")[0]
    history, _ = in_session("history", "KNCHR")
    assert "speaks for Civil Society" in history


def test_an_entity_on_record_needs_no_name_and_another_one_does(in_session):
    _, told = in_session("member", "add", "UNOPS", status=1)
    assert told == "UNOPS is not on record yet: give its full name too, with --name.\n"
    in_session("member", "end", "WHO", "--on", "2026-09-30")
    said, _ = in_session("member", "add", "WHO", "--from", "2026-11-01")
    assert said == "WHO member from 2026-11-01 (pending)\n"
