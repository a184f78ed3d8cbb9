"""What stands under the line before Enter is pressed, and what Tab makes of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import get_args

import pytest

from tui_app.domain.capture.capture import read_line
from tui_app.domain.capture.completion import complete
from tui_app.domain.capture.echo import echo
from tui_app.domain.capture.grammar import COMMANDS
from tui_app.domain.capture.lines import Line
from tui_app.domain.capture.surroundings import Surroundings
from tui_app.domain.names import entity_names
from tui_app.domain.symbols import Letter

ENTITIES = ("FAO", "ILO", "IOM", "UN Women", "UNDP", "UNHCR", "UNICEF", "WHO")
AROUND = Surroundings(
    names=entity_names([(name, name) for name in ENTITIES]),
    now=datetime(2026, 9, 22, 10, 30, tzinfo=UTC),
    next_meeting=date(2026, 12, 8),
)
NUMBERS = {Letter.ACTION: "A08", Letter.DECISION: "D04", Letter.PROPOSAL: "P3"}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_form_that_help_shows_can_be_typed_and_is_echoed(command) -> None:
    said = echo(read_line(command.form, AROUND), NUMBERS)
    assert said
    assert "{" not in said


def test_every_form_of_line_has_an_echo() -> None:
    forms = {
        type(read_line(text, AROUND))
        for text in ("a note", "IOM: said", "/in all", "/adopt agenda", *(c.form for c in COMMANDS))
    }
    assert forms == set(get_args(Line))


ECHOES = [
    ("Members discussed it", "Note under this item"),
    ("ilo: asked for it", "ILO said"),
    ("! ILO: asked for it", "ILO said, on record with its name"),
    ("/a UNHCR: share the survey questionnaire by fri",
     'Action A08 - UNHCR - "share the survey questionnaire" - by Fri 25 Sep 2026'),
    ("/a share it", 'Action A08 - nobody yet - "share it" - no date'),
    ("/a IOM: share it by next meeting", 'Action A08 - IOM - "share it" - by Tue 8 Dec 2026'),
    ("/p A text with {braces}", "Proposal P3, then Consensus for the positions"),
    ("/in UNDP J. Mwangi, Analyst 10:05", "UNDP comes in at 10:05: J. Mwangi, Analyst"),
    ("/in IOM, ILO", "IOM, ILO in the room, without names"),
    ("/in all 10:05", "Every member in the room at 10:05, without names"),
    ("/position FAO reservation para 3: seasonal work", "FAO: reservation on para 3: seasonal work"),
    ("/position FAO reservation seasonal work", "FAO: reservation (on which paragraph?): seasonal work"),
    ("/consult UNDP on 18 Sep 2026: agrees", "Consultation of UNDP on Fri 18 Sep 2026, by which channel?: agrees"),
    ("/silence fri 17:00", "Silence procedure until Fri 25 Sep 2026 17:00 UTC, circulated how?"),
    ("/position FAO objects resources: a budget line", "FAO: objects, ground resources: a budget line"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), ECHOES)
def test_the_echo_says_what_enter_will_do(typed: str, said: str) -> None:
    assert echo(read_line(typed, AROUND), NUMBERS) == said


COMPLETIONS = [
    ("/apo", "/apologies ", ()),
    ("/a", "/a", ("action", "apologies", "adopt", "amend")),
    ("unh", "UNHCR: ", ()),
    ("! unh", "! UNHCR: ", ()),
    ("/a iom, il", "/a iom, ILO", ()),
    ("/in U", "/in UN", ("UN Women", "UNDP", "UNHCR", "UNICEF")),
    ("the survey of xyz", "the survey of xyz", ()),
    ("", "", ()),
    ("text ", "text ", ()),
    ("/in ", "/in ", ENTITIES),
    ("/apologies FAO, ", "/apologies FAO, ", ENTITIES),
    ("/item ", "/item ", ("1 Opening", "2 Data on labour migration", "2a Sources", "3 Workplan")),
    ("/i wor", "/i 3", ()),
    ("/item 2", "/item 2", ("2 Data on labour migration", "2a Sources")),
    ("/item budget", "/item budget", ()),
    ("/a IOM: revise it by 30 s", "/a IOM: revise it by 30 September", ()),
    ("/action IOM: step by step by ne", "/action IOM: step by step by next meeting", ()),
    ("#action IOM: revise it by fr", "#action IOM: revise it by Friday", ()),
    ("ACTION: IOM: revise it by 3 ju", "ACTION: IOM: revise it by 3 Ju", ("June", "July")),
    ("/owner D01 IOM by end of the m", "/owner D01 IOM by end of the month", ()),
    (
        "/a IOM: share what was drafted by un",
        "/a IOM: share what was drafted by UN",
        ("UN Women", "UNDP", "UNHCR", "UNICEF"),
    ),
    ("/position un women res", "/position un women reservation ", ()),
    ("/position FAO objects r", "/position FAO objects resources: ", ()),
    ("/rest jo", "/rest joins", ("joins", "joins with statement")),
    ("/position fa", "/position FAO", ()),
]
ITEMS = {"1": "Opening", "2": "Data on labour migration", "2a": "Sources", "3": "Workplan"}


@pytest.mark.parametrize(("typed", "text", "several"), COMPLETIONS)
def test_tab_completes_as_far_as_is_certain(typed: str, text: str, several: tuple[str, ...]) -> None:
    assert complete(typed, ENTITIES, items=ITEMS) == (text, several)


DAYS = ("Monday", "Sunday", "next meeting", "end of the month", "end of the quarter", "end of the year", "today",
        "tomorrow", "30 January", "30 May", "30 December")  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_a_day_that_tab_completes_is_read_as_one(day: str) -> None:
    whole = f"/action IOM: revise it by {day}"
    assert complete(whole.lower().replace("iom", "IOM"), ENTITIES)[0].casefold() == whole.casefold()
    assert read_line(whole, AROUND).due is not None


def test_a_long_title_is_cut_among_others() -> None:
    items = {"1": "Exchange of data on mixed movements", "2": "Opening"}
    assert complete("/item ", ENTITIES, items=items) == ("/item ", ("1 Exchange of data on mix…", "2 Opening"))
