"""The keys that a user has chosen for actions: read from a table by the ids of the catalogue, and held against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from string import ascii_lowercase

from tui_app.commands.action import ANYWHERE, OWN_KEYS, UserAction
from tui_app.commands.catalogue import EVERY
from tui_app.commands.keys import key_name, read_key, types
from tui_app.commands.keys_toml import flat
from tui_app.commands.places import PLACES, SECTIONS, SHEETS, title_of
from tui_app.domain.frozen import dataclass
from tui_app.domain.problem import Problem, nearest

_BY_ID = {action.id: action for action in EVERY}
_WAYS = {key: f"leads to {place.title}" for place in PLACES for key in (place.number, place.function_key)}
_MOVES = dict.fromkeys(("up", "down", "pageup", "pagedown", "home", "end"), "moves in the list")
_LETTERS_MOVE = dict.fromkeys(("j", "k", "g", "G"), "moves in the list")
_SCROLLS = dict.fromkeys((*_MOVES, *_LETTERS_MOVE, "space"), "moves in a long text")
_LONG_TEXT = dict.fromkeys(("ctrl+s", "f12"), "saves a long text")
_ESC = "escape"
_PALETTE = "any.palette"
_PROJECTOR = "projector"
"""The one place that is an app of its own: nothing of the others works there."""
_FREE_WHILE_TYPING = tuple(f"ctrl+{letter}" for letter in "bglnrt")
"""For what works there too: those that neither edit a line nor are kept by terminals."""
_NO_KEY = "no_key"
"""For Textual, to which no key at all would mean the usual one: no terminal sends it."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The user's keys that hold, by the id of the action, comma-separated; and a sentence for each that does not."""

    keys: Mapping[str, str]
    mistakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clash:
    """Two uses of one key where both are at hand: that of an action that the user has named, and the other."""

    action: UserAction
    key: str
    other: str
    free: tuple[str, ...]


def read_keymap(table: Mapping[str, object]) -> Keymap:
    """The keys in a table such as `{"agenda.add": "a"}`, lists and tables within it too."""
    wanted: dict[str, str] = {}
    mistakes = []
    for id, value in flat(table):
        try:
            wanted[_find(id).id] = ",".join(_read(_find(id), value))
        except Problem as problem:
            mistakes.append(f"{id}: {problem}" if id in _BY_ID else str(problem))
    while (clash := _first_clash(wanted)) is not None:
        del wanted[clash.action.id]
        mistakes.append(_told(clash))
    return Keymap(wanted, tuple(mistakes))


def use(keymap: Keymap) -> None:
    """Show and take these keys from now on, in place of any chosen before."""
    OWN_KEYS.clear()
    OWN_KEYS.update(keymap.keys)


def own_bindings() -> dict[str, str]:
    """The keys in force for every action of each place in which the user has changed one.

    Textual takes a key that is given to one action from all others, so the others of the place name theirs too.
    """
    places = {_BY_ID[id].place for id in OWN_KEYS}
    return {action.id: ",".join(action.keys) or _NO_KEY for action in EVERY if action.place in places}


# -- reading -----------------------------------------------------------------


def _find(id: str) -> UserAction:
    if id not in _BY_ID:
        near = nearest(id, _BY_ID, least=0.6)
        meant = f"did you mean {near!r}?" if near else "minutebook keys lists them all."
        raise Problem(f"there is no action {id!r}: {meant}")
    return _BY_ID[id]


def _read(action: UserAction, value: object) -> tuple[str, ...]:
    """The keys; Problem where one is none, or would be typed in place of doing something."""
    named, usual = [value] if isinstance(value, str) else value, key_name(action.default_keys.split(",")[0])
    if not isinstance(named, list) or not all(isinstance(each, str) and each for each in named):
        raise Problem(f'its key is given in quotes, as in "{usual}", several as ["{usual}", "F12"], none as [].')
    if not named and action.id == _PALETTE:
        raise Problem("it keeps a key, or what has none could not be found.")
    keys = tuple(dict.fromkeys((*map(read_key, named), *((_ESC,) if _leads_out(action) else ()))))
    for key in keys if action.always else ():
        if types(key):
            needed = f"{key_name(key)} is needed where you type, and it works there too"
            raise Problem(f"{needed}: give it ctrl with a letter, or an F key.")
    return keys


def _leads_out(action: UserAction) -> bool:
    """Whether it leads one step out, as Esc does everywhere: it keeps that key beside any other."""
    return _ESC in action.default_keys.split(",")


# -- clashes -----------------------------------------------------------------


def _first_clash(wanted: dict[str, str]) -> _Clash | None:
    """One of an action that the user has named, with one that he has not if there is such; the later ones first."""
    found = [clash for id in reversed(wanted) if (clash := _clash(_BY_ID[id], wanted)) is not None]
    return min(found, key=lambda clash: any(clash.other.startswith(f"is {id} ") for id in wanted), default=None)


def _clash(action: UserAction, wanted: dict[str, str]) -> _Clash | None:
    taken: dict[str, str] = {}
    for together, fixed in _at_hand(action):
        here = {key: f"is {each.id} ({each.title})" for each in together for key in _keys(each, wanted)}
        taken = {**fixed, **here, **taken}
    clashing = next((key for key in _keys(action, wanted) if key in taken), None)
    if clashing is None:
        return None
    keys = _FREE_WHILE_TYPING if action.always else ascii_lowercase
    free = (key for key in keys if key not in {*taken, *action.default_keys.split(",")})
    return _Clash(action, clashing, taken[clashing], tuple(islice(free, 3)))


def _keys(action: UserAction, wanted: Mapping[str, str]) -> list[str]:
    return [*filter(None, wanted.get(action.id, action.default_keys).split(","))]


def _at_hand(action: UserAction) -> Iterator[tuple[list[UserAction], dict[str, str]]]:
    """What else has its keys at the same time: in its place, or in each one if it works everywhere; once a section."""
    everywhere = action.place == ANYWHERE
    for place in [*(each.id for each in PLACES), *SHEETS] if everywhere else [action.place]:
        alone = place == _PROJECTOR
        fixed = _SCROLLS if alone else _WAYS | _MOVES | ({} if place == "consensus" else _LETTERS_MOVE)
        while_writing = _LONG_TEXT if everywhere and action.always else {}
        out = {} if _leads_out(action) else {_ESC: "leads one step out"}
        fixed = {**fixed, **while_writing, **out}
        here = [each for each in EVERY if each.place == place or (each.place == ANYWHERE and not alone)]
        for section in _sections(place):
            together = [each for each in here if each.method in section]
            if action in together:
                yield [each for each in together if each is not action], fixed


def _sections(place: str) -> Iterable[frozenset[str]]:
    """The actions at hand at one time in a place: all, but in Network each section has its own."""
    every = frozenset(each.method for each in EVERY)
    if place != "network":
        return (every,)
    sectional = frozenset().union(*SECTIONS.values())
    return tuple(every - sectional | own for own in SECTIONS.values())


def _told(clash: _Clash) -> str:
    action = clash.action
    where = "" if action.place == ANYWHERE else f" in {title_of(action.place)}"
    stays, free = key_name(action.default_keys.split(",")[0]), ", ".join(clash.free)
    return f"{action.id}: {key_name(clash.key)} {clash.other} already, so {stays} stays; free{where}: {free}."
