"""Every action has another key at once: each place names and takes the new ones, and the old ones do nothing there."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.screen import Screen

from tests.screens.test_every_action import happened, usual_keys
from tui_app.commands.catalogue import CATALOGUE, action_of, actions_of
from tui_app.commands.keymap import read_keymap
from tui_app.commands.keys import key_name, read_key
from tui_app.commands.places import PLACES, SECTIONS, SHEETS
from tui_app.screens.palette import Palette
from tui_app.screens.place import Place
from tui_app.services import filing
from tui_app.services.registers import open_book
from tui_app.services.sample_year import play
from tui_app.widgets.rows import Rows

NOW = datetime(2026, 9, 22, 7, 41, tzinfo=UTC)
"""In that meeting: it stands still, or the minute in the headline might change between two looks."""
SCRIPTS = ("αω", "ап", "рт", "ут", "юя", "АЯ", "աֆ", "ԱՖ", "აჰ")
"""First and last letters, of which no action has one as the program comes, so that each gets one of its own."""
NAMED = re.compile(r"\b(?:Enter|Tab|Left|Right|space|delete|shift)\b")
"""The usual keys that have a name; Esc keeps its sense."""
MOVE = {
    "j",
    "k",
    "g",
    "G",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "tab",
    "shift+tab",
    "escape",
}
"""What moves in a list, in a text, from pane to pane or one step out besides."""
OF_A_LINE = re.compile("Type a line; Enter saves it|press Enter. What Enter will do")
"""Enter where it ends a line, which nobody can change."""
IN_A_LINE = {"Tab", "F5", "/?"}
"""Nobody's own: what completes, a place, and a line that is typed."""
TAB = {action.place for action in CATALOGUE if "tab" in action.default_keys.split(",")}
FIRST_OF_A_PLACE = {
    "home": "home.year-before", "agenda": "agenda.add", "minutes": "minutes.line", "consensus": "consensus.joins",
    "decisions": "decisions.search", "actions": "actions.report", "network": "network.section",
    "papers": "papers.format", "backlog": "backlog.add", "documents": "documents.add", "versions": "versions.comment",
}  # fmt: skip


def new_keys():
    """By action: a letter, or where that would be typed, another with alt."""
    letters = iter(dict.fromkeys(chr(n) for first, last in SCRIPTS for n in range(ord(first), ord(last) + 1)))
    latin = iter("abcdefghijklmnopqrstuvwxyz")
    return {action.id: f"alt+{next(latin)}" if action.always else next(letters) for action in CATALOGUE}


NEW = new_keys()


def old_keys(place):
    """Those that did something at a place, and do not move there."""
    return sorted({key for action in actions_of(place) for key in action.default_keys.split(",")} - MOVE)


@pytest.fixture(autouse=True)
def unpainted(monkeypatch):
    """What is seen is read from the laid-out screen."""
    monkeypatch.setattr(Screen, "_compositor_refresh", lambda _: None)


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The sample year, in which every place has something to show."""
    with pytest.MonkeyPatch.context() as patched:
        home = tmp_path_factory.mktemp("year")
        patched.setenv("MINUTEBOOK_HOME", str(home))
        book = play(home / "kenya", to_the_end=False)
        book.register.close()
        return book.register.folder


@pytest.fixture
def with_keys(year, home, monkeypatch):
    """`with_keys(keys)`: the register of that year, and a file with these keys by action."""
    monkeypatch.setattr(filing, "papers_folder", lambda: Path("papers"))  # a long name breaks into single letters
    (home / "settings").mkdir(parents=True)
    book = open_book(year, clock=lambda: NOW)

    def written(keys):
        lines = "\n".join(f'"{id}" = {json.dumps(key)}' for id, key in keys.items())
        (home / "settings" / "keys.toml").write_text(lines, encoding="utf-8")
        return book

    yield written
    book.register.close()


@pytest.fixture
def changed(with_keys):
    """Every action has a new key."""
    return with_keys(NEW)


async def everywhere(user, keys=NEW):
    """Goes to each place by its F key, to each section, paper and sheet by these keys; gives what it is called."""
    for place in PLACES:
        await user.send(place.function_key)
        yield place.id
        for _ in SECTIONS if place.id == "network" else ():
            await user.send(keys["network.section"])
            yield user.app.screen._section
        for _ in user.app.screen.rows().rows[1:] if place.id == "papers" else ():
            await user.send("down")
            yield f"paper {user.app.screen.rows().key}"
        if place.id == "minutes":
            await user.send("escape")
            yield "list"
    for sheet in SHEETS.values():
        base = action_of(sheet.opened_by).place
        await user.send(next(place.function_key for place in PLACES if place.id == base))
        await user.send(keys[sheet.opened_by])
        yield sheet.title


def test_they_hold_all_at_once():
    keymap = read_keymap(NEW)
    assert keymap.mistakes == ()
    assert keymap.keys.keys() == NEW.keys()
    assert len({*NEW.values()}) == len(NEW)


# -- named ---------------------------------------------------------------


def footer_wrong(user):
    """The hints at the foot that do not begin with a new key of what can be done here, or the number of a place."""
    place, typing = user.app.screen.NAME, user.app.screen.focused is not user.app.screen.rows()
    here = {NEW[action.id] for action in actions_of(place)} | (IN_A_LINE if typing else set())
    here |= {each.number for each in PLACES}
    return [hint for hint in user.app.screen.hints().split("  ") if hint.split(" ")[0] not in here]


async def test_wherever_one_goes_the_new_keys_stand_at_the_foot_and_no_old_one_on_the_screen(changed, drive):
    seen, wrong = [], []
    async with drive(changed) as user:
        assert not user.told
        async for place in everywhere(user):
            lines = [] if place == "minutes" else OF_A_LINE.sub("", user.screen).splitlines()
            named = [line for line in lines if NAMED.search(line)]
            wrong += [(place, each) for each in [*footer_wrong(user), *usual_keys(user), *named]]
            assert user.app.screen.hints() in user.screen
            seen.append(place)
    assert wrong == []
    assert {*FIRST_OF_A_PLACE} <= {place.casefold() for place in seen}
    assert {*SECTIONS} < {*seen}


async def test_the_legend_of_the_positions_names_the_new_ones(changed, drive):
    async with drive(changed) as user:
        await user.send("f5")
        (legend,) = [line for line in user.screen.splitlines() if "reserves" in line]
        positions = ("joins", "statement", "reservation", "dissociates", "no-position", "objects", "absent", "rest")
        assert legend.split()[::2] == [NEW[f"consensus.{each}"] for each in positions]


async def test_the_help_of_each_place_names_the_new_ones(changed, drive):
    async with drive(changed) as user:
        await user.send("f2")
        for place in FIRST_OF_A_PLACE:
            user.app.screen.NAME = place
            await user.send(NEW["any.help"])
            rows = {row.key: row.cells for row in user.app.screen.query_one(Rows).rows if row.key}
            for action in actions_of(place):
                assert str(rows[action.id][0]).split()[0] == NEW[action.id]
            about, moves = str(user.app.screen.query("Static")[1].content), str(rows["moving"][1])
            assert not NAMED.search(OF_A_LINE.sub("", about))
            assert ("Tab" in moves) == (place not in TAB)
            await user.send(NEW["any.help"])
            assert isinstance(user.app.screen, Place)


async def test_the_palette_names_the_new_ones(changed, drive):
    async with drive(changed) as user:
        titles = [str(hit.text) async for hit in Palette(user.app.screen).discover()]
        for action in CATALOGUE:
            assert any(title.endswith(f"{action.title}  ({NEW[action.id]})") for title in titles)
        await user.send(NEW["any.palette"])
        assert "What do you want to do?" in user.screen


# -- pressed -------------------------------------------------------------


async def test_a_new_key_does_what_it_is_for_and_no_old_one_does_anything(changed, drive):
    idle, done = [], []
    async with drive(changed) as user:
        async for place in everywhere(user):
            if place == "minutes" or place.startswith("paper "):  # where they are typed; where they are those of Papers
                continue
            before = happened(user), user.screen
            await user.send(*old_keys(user.app.screen.NAME))
            done += [place] if (happened(user), user.screen) != before else []
            if place in FIRST_OF_A_PLACE:
                await user.send(NEW[FIRST_OF_A_PLACE[place]])
                idle += [place] if (happened(user), user.screen) == before else []
                await user.send("escape")
    assert done == []
    assert idle == []


async def test_two_clicks_on_a_row_do_what_they_did_by_enter(changed, drive):
    async with drive(changed) as user:
        for place, shown in (("f7", "Progress of 2026/"), ("f8", "Represented at"), ("f3", "as Title [decision]")):
            await user.send(place)
            await user.pilot.click(user.app.screen.rows(), offset=(4, 3), times=2)
            await user.press()
            assert shown in user.screen
            await user.send("escape")


def passed_on():
    """By action the keys of the next one that is at hand with it: they change places among themselves."""
    sections = [*SECTIONS.values()]
    common = {action.method for action in CATALOGUE} - frozenset().union(*sections)
    for place in FIRST_OF_A_PLACE:
        for own in (common, *sections) if place == "network" else ({action.method for action in CATALOGUE},):
            these = [a for a in CATALOGUE if a.place == place and a.method in own and not a.always]
            these = [a for a in these if "escape" not in a.default_keys.split(",")]
            for action, following in zip(these, [*these[1:], *these[:1]], strict=True):
                yield action.id, [key_name(key) for key in following.default_keys.split(",")]


async def test_keys_that_change_places_do_what_their_new_action_does(with_keys, drive):
    keys, wrong = dict(passed_on()), []
    book = with_keys(keys)
    assert read_keymap(keys).mistakes == ()
    async with drive(book) as user:
        async for place in everywhere(user, {id: read_key(each[0]) for id, each in keys.items()}):
            bound = user.app.screen.active_bindings
            there = [action for action in actions_of(user.app.screen.NAME) if action.id in keys]
            others = {method for section, own in SECTIONS.items() if section != place for method in own}
            for action in there if place != "minutes" else ():
                done = {bound[key].binding.action for key in map(read_key, keys[action.id]) if key not in MOVE}
                wrong += [(place, action.id, done)] if done - {action.method} and action.method not in others else []
    assert wrong == []
