"""Whom to write to at a member: kept, and in no paper unless it is asked for (R-71)."""

import json
from datetime import UTC, datetime

import pytest

from tui_app.cli.main import main
from tui_app.services.charters import load_charter
from tui_app.services.registers import make

CONTACT = "B. Kamau, b.kamau@example.org, +254 700 000 000"


@pytest.fixture
def register_line(tmp_path, monkeypatch, capsys):
    """Runs a command on a register of Kenya; what it printed, as (results, messages)."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
    folder = tmp_path / "register"
    make(
        load_charter("kenya"), folder, "A. Otieno", clock=lambda: datetime(2026, 9, 22, 8, tzinfo=UTC)
    ).register.close()

    def run(*words, status=0):
        capsys.readouterr()
        assert main(["--register", str(folder), *words]) == status
        return tuple(capsys.readouterr())

    return run


def test_a_contact_is_kept_shown_and_forgotten(register_line):
    said, _ = register_line("member", "contact", "unhcr", CONTACT)
    assert said == "UNHCR contact recorded\n"
    assert register_line("member", "contact", "UNHCR")[0] == f"{CONTACT}\n"
    assert register_line("member", "contact", "UNHCR", "")[0] == "UNHCR contact forgotten\n"
    assert "No contact of UNHCR is recorded" in register_line("member", "contact", "UNHCR")[0]


def test_contacts_stand_in_the_member_list_where_they_are_asked_for(register_line):
    register_line("member", "contact", "UNHCR", CONTACT)
    asked, _ = register_line("export", "members", "--contacts")
    assert "> INTERNAL USE ONLY" in asked
    assert "| Entity | Name | Tier | Since | Until | Contact |" in asked
    assert "B. Kamau, b.kamau" in asked
    assert "B. Kamau" in register_line("export", "members", "--contacts", "--format", "csv")[0]


def test_contacts_stand_nowhere_else(register_line):
    register_line("member", "contact", "UNHCR", CONTACT)
    register_line("member", "contact", "UNHCR", f"{CONTACT}, room 4")
    for typed in (["export", "members"], ["export", "members", "--format", "csv"], ["export", "tinydb"],
                  ["export", "entity", "--entity", "UNHCR"], ["members"], ["members", "--json"], ["history"],
                  ["history", "--json"]):  # fmt: skip
        told, _ = register_line(*typed)
        assert "Kamau" not in told, typed
        assert "700 000" not in told, typed
    assert "contact details changed" in register_line("history")[0]


def test_everything_is_taken_along_where_that_is_asked_for(register_line):
    register_line("member", "contact", "UNHCR", CONTACT)
    every = json.loads(register_line("export", "tinydb", "--contacts")[0])["entities"].values()
    assert [each["contact"] for each in every if each["acronym"] == "UNHCR"] == [CONTACT]


def test_contacts_are_refused_in_any_other_paper_and_in_a_public_one(register_line):
    for typed in (["minutes", "--contacts"], ["members", "--contacts", "--public"]):
        assert "in the internal list of members alone" in register_line("export", *typed, status=2)[1]
