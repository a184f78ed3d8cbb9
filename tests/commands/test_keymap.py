"""The user's own keys: what is read of them, what clashes, and the sentence for each mistake."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import _character_to_key

from tui_app.commands.catalogue import EVERY
from tui_app.commands.keymap import read_keymap
from tui_app.commands.keys import key_name, read_key
from tui_app.domain.problem import Problem

IN_QUOTES = 'home.go: its key is given in quotes, as in "Enter", several as ["Enter", "F12"], none as [].'
DEFAULTS = {action.id: action.default_keys for action in EVERY}


@pytest.mark.parametrize("action", EVERY, ids=lambda action: action.id)
def test_the_keys_of_the_catalogue_clash_nowhere(action):
    same = [key_name(key) for key in action.default_keys.split(",")]
    keymap = read_keymap({action.id: same})
    assert keymap.mistakes == ()
    assert keymap.keys == {action.id: action.default_keys}


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("a", "a"), ("A", "A"), ("shift+a", "A"), ("?", "question_mark"), ("+", "plus"), (",", "comma"),
        ("ctrl+o", "ctrl+o"), ("Ctrl+O", "ctrl+o"), ("F5", "f5"), ("Enter", "enter"), ("Esc", "escape"),
        ("PgDn", "pagedown"), ("shift+Up", "shift+up"), ("shift+ctrl+left", "ctrl+shift+left"), ("alt+x", "alt+x"),
        ("question_mark", "question_mark"), ("space", "space"), ("é", "é"),
    ],
)  # fmt: skip
def test_a_key_is_written_as_people_write_it(typed, key):
    assert read_key(typed) == key


@given(st.characters(min_codepoint=33, max_codepoint=126))
def test_every_sign_has_the_name_that_textual_gives_it(sign):
    assert read_key(sign) == _character_to_key(sign)
    assert key_name(read_key(sign)) == sign


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("crtl+o", "there is no key 'crtl+o': did you mean 'ctrl+o'?"),
        ("entr", "there is no key 'entr': did you mean 'Enter'?"),
        ("ctrl+i", "terminals send Tab for ctrl+i: name another key."),
    ],
)
def test_an_unknown_key_is_answered_with_the_nearest(typed, told):
    with pytest.raises(Problem) as problem:
        read_key(typed)
    assert str(problem.value) == told


@given(st.text(max_size=12))
def test_whatever_is_written_as_a_key_is_read_or_told(typed):
    keymap = read_keymap({"agenda.add": typed})
    assert len(keymap.keys) + len(keymap.mistakes) == 1


@pytest.mark.parametrize(
    "table", [{"agenda.add": "w"}, {"agenda": {"add": "w"}}, {"agenda.add": ["w"]}, {"agenda": {"add": ["w", "w"]}}]
)
def test_a_key_may_be_given_in_each_form_of_toml(table):
    assert read_keymap(table).keys == {"agenda.add": "w"}


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"agenda.ad": "w"}, "there is no action 'agenda.ad': did you mean 'agenda.add'?"),
        ({"zzz": "w"}, "there is no action 'zzz': minutebook keys lists them all."),
        ({"agenda.add": "g"}, "agenda.add: g moves in the list already, so a stays; free in Agenda: f, h, l."),
        ({"agenda.add": "2"}, "agenda.add: 2 leads to Agenda already, so a stays; free in Agenda: f, h, l."),
        ({"agenda.add": "m"}, "agenda.add: m is any.choose-meeting (Choose the meeting) already, so a stays; "
                              "free in Agenda: f, h, l."),
        ({"agenda.add": "e"}, "agenda.add: e is agenda.edit (Edit the item) already, so a stays; "
                              "free in Agenda: f, h, l."),
        ({"any.theme": "a"}, "any.theme: a is agenda.add (Add an item) already, so T stays; free: q, z."),
        ({"home.go": 3}, IN_QUOTES), ({"home.go": [3]}, IN_QUOTES),
        ({"any.palette": []}, "any.palette: it keeps a key, or what has none could not be found."),
        ({"any.palette": "ctrl+s"}, "any.palette: ctrl+s saves a long text already, so ctrl+p stays; "
                                    "free: ctrl+b, ctrl+g, ctrl+l."),
        ({"agenda.add": "Esc"}, "agenda.add: Esc leads one step out already, so a stays; free in Agenda: f, h, l."),
        ({"projector.positions": "c"}, "projector.positions: c is projector.changes (Changes) already, so m stays; "
                                       "free in Projector: a, b, d."),
        ({"projector.changes": "space"}, "projector.changes: space moves in a long text already, so c stays; "
                                         "free in Projector: a, b, d."),
        ({"any.undo": "q"}, "any.undo: q is needed where you type, and it works there too: give it ctrl with a letter, "
                            "or an F key."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_one_sentence_and_the_usual_key_stays(table, told):
    keymap = read_keymap(table)
    assert keymap.mistakes == (told,)
    assert keymap.keys == {}


def test_an_action_may_have_no_key():
    assert read_keymap({"agenda.add": []}).keys == {"agenda.add": ""}
    assert read_keymap({"agenda.add": [], "agenda.edit": "a"}).mistakes == ()


def test_what_leads_one_step_out_keeps_esc_beside_its_other_keys():
    assert read_keymap({"minutes.list": "ctrl+l"}).keys == {"minutes.list": "ctrl+l,escape"}
    assert read_keymap({"backlog.back": []}).keys == {"backlog.back": "escape"}


def test_the_projector_has_its_keys_for_itself():
    assert read_keymap({"projector.positions": "2", "any.theme": "b", "projector.theme": "m"}).mistakes == (
        "any.theme: b is agenda.backlog (Backlog) already, so T stays; free: q, z.",
    )


def test_two_keys_may_change_places():
    assert read_keymap({"agenda.add": "e", "agenda.edit": ["a", "Enter"]}).mistakes == ()


def test_of_two_that_are_given_the_same_key_the_first_has_it():
    keymap = read_keymap({"agenda.add": "w", "agenda.place": "w"})
    assert keymap.keys == {"agenda.add": "w"}
    assert keymap.mistakes == (
        "agenda.place: w is agenda.add (Add an item) already, so p stays; free in Agenda: a, f, h.",
    )


def test_a_key_that_is_refused_leaves_its_place_to_no_other():
    keymap = read_keymap({"agenda.add": "e", "agenda.edit": "g"})
    assert keymap.keys == {}
    assert len(keymap.mistakes) == 2


def test_each_section_of_network_has_its_own_keys():
    assert read_keymap({"network.basis": "a", "network.begin-term": "a"}).mistakes == ()
    assert read_keymap({"network.end-seat": "a"}).mistakes


def test_letters_are_positions_in_consensus_and_may_be_given_away_there():
    assert read_keymap({"consensus.joins": "g"}).mistakes == ()


@given(st.dictionaries(st.sampled_from([*DEFAULTS]), st.sampled_from(["a", "e", "g", "w", "f12", "2", "ctrl+z"])))
def test_what_holds_never_clashes(table):
    keymap = read_keymap(table)
    assert read_keymap({id: [*filter(None, keys.split(","))] for id, keys in keymap.keys.items()}).mistakes == ()
    assert len(keymap.keys) + len(keymap.mistakes) == len(table)
