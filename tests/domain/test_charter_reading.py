"""A charter file is either read whole or refused in one sentence that helps."""

import copy
import tomllib
from dataclasses import fields, is_dataclass

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tui_app.domain.charter import charter as charter_module
from tui_app.domain.charter.charter import Charter
from tui_app.domain.charter.reading import charter_from
from tui_app.domain.problem import Problem
from tui_app.resources import resource

NAMES = ("albania", "blank", "kenya", "kosovo", "kyrgyzstan", "serbia")


def plain(name):
    return tomllib.loads((resource("sample_data/charters") / f"{name}.toml").read_text(encoding="utf-8"))


PLAIN = {name: plain(name) for name in NAMES}


def kenya(*path, value):
    """Kenya's charter with one value put at a path; None takes the key away."""
    data = copy.deepcopy(PLAIN["kenya"])
    place = data
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return data


def refusal(data):
    with pytest.raises(Problem) as caught:
        charter_from(data, "mine.toml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("decision", "binding_teir"), "member", ["decision.binding_teir", "'binding_tier'"]),
        (("decision", "binding_tier"), "executive comittee", ["decision.binding_tier", "'executive committee'"]),
        (("decision", "statement"), None, ["decision.statement", "missing"]),
        (("decision", "endeavour"), "yes", ["decision.endeavour", "true or false", "'yes'"]),
        (("decision", "clauses"), "KEN:134", ["decision.clauses", "list"]),
        (("decision", "clauses"), ["KEN-134"], ["decision.clauses[1]", "'KEN-134'", "KEN:12"]),
        (("decision", "clauses"), ["ALB:48"], ["decision.clauses[1]", "'ALB:48'", "KEN:line"]),
        (("decision", "answer"), {"by": "UNCT", "motivation": True}, ["decision.answer", "recommendation"]),
        (("decision", "state_concern"), "GOK", ["decision.state_concern", "'GoK'"]),
        (("members", 3, "tier"), "commitee", ["members[4].tier", "'executive committee'"]),
        (("members", 3, "entity"), "fao", ["members[4].entity", "'fao'", "members[1]"]),
        (("members", 3, "entity"), " ", ["members[4].entity", "empty"]),
        (("members", 3, "entity"), " IOM", ["members[4].entity", "without spaces around it"]),
        (("members", 3, "aliases"), ["I\nOM"], ["members[4].entity", "one line"]),
        (("members", 3), "IOM", ["members[4]", "table", "'IOM'"]),
        (("cadence", "quarterly", "every_months"), "3", ["cadence.quarterly.every_months", "whole number"]),
        (("cadence", "quarterly", "every_months"), True, ["cadence.quarterly.every_months", "whole number"]),
        (("cadence", "quarterly", "every_months"), -3, ["cadence.quarterly.every_months", "from 0 to"]),
        (("cadence", "quarterly", "every_months"), 10**20, ["cadence.quarterly.every_months", "from 0 to"]),
        (("lists", 0, "entities"), ["FAO", "FAO"], ["lists[1].entities[2]", "'FAO'"]),
        (("zone",), "Africa/Nairobbi", ["zone", "'Africa/Nairobi'"]),
        (("zone",), "", ["zone"]),
        (("zone",), "localtime", ["zone", "not a time zone"]),
        (("key",), "kenya", ["key", "'kenya'", "KEN"]),
        (("key",), 7, ["key", "capital letters"]),
        (("key",), None, ["key", "missing"]),
        (("name",), " ", ["name"]),
        (("name",), "Network\non Migration", ["name", "one line"]),
        (("footnotes",), [{"mark": "", "text": "x"}], ["footnotes[1].mark", "the word"]),
        (("representation", 0, "body"), "netwerk", ["representation[1].body", "'network'"]),
        (("symbol",), "UNNM/KEN", ["symbol", "UNNM-KEN"]),
        (("wording", "so_decided"), "{chairr} so decided.", ["wording.so_decided", "'chair'"]),
        (("wording", "so_decided"), "{chair.office}", ["wording.so_decided", "'chair'"]),
        (("wording", "so_decided"), "{} so decided.", ["wording.so_decided", "chair"]),
        (("wording", "so_decided"), "so { decided", ["wording.so_decided", "brace"]),
    ],
)
def test_a_mistake_is_answered_with_the_file_the_key_and_what_would_be_right(path, value, words):
    sentence = refusal(kenya(*path, value=value))
    assert sentence.startswith("mine.toml: ")
    assert "\n" not in sentence
    for word in words:
        assert word in sentence


def test_a_committee_that_binds_must_have_an_entity():
    data = kenya("members", value=[])
    assert "decision.binding_tier" in refusal(data)


def test_the_binding_tier_is_the_one_whose_consensus_the_tor_ask_for():
    data = kenya("decision", "binding_tier", value="member")
    assert "decision.binding_tier" in refusal(data)


def tables(data, path=()):
    """Every table in a charter file, by its path."""
    if isinstance(data, dict):
        yield path
        for key, value in data.items():
            yield from tables(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from tables(value, (*path, number))


KEYS = {key.name for part in vars(charter_module).values() if is_dataclass(part) for key in fields(part)}
TABLES = [(name, path) for name in NAMES for path in tables(PLAIN[name])]


@settings(deadline=None)  # the first wrong time zone reads the table of all zones
@given(st.sampled_from(TABLES), st.data())
def test_a_misspelt_key_is_always_refused_by_its_path(table, drawn):
    name, path = table
    data = copy.deepcopy(PLAIN[name])
    place = data
    for step in path:
        place = place[step]
    key = drawn.draw(st.sampled_from(sorted(place)) if place else st.just("key"))
    at = drawn.draw(st.integers(0, len(key)))
    misspelt = key[:at] + drawn.draw(st.text(min_size=1, max_size=3)) + key[at + 1 :]
    assume(misspelt not in KEYS)
    place[misspelt] = place.pop(key, "")
    sentence = refusal(data)
    assert misspelt in sentence or repr(misspelt) in sentence
    assert len(sentence.splitlines()) == 1


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@settings(deadline=None)
@given(st.sampled_from(sorted(PLAIN["kenya"])), ANYTHING)
def test_no_value_whatever_ends_in_anything_but_a_charter_or_a_problem(key, value):
    try:
        charter_from(PLAIN["kenya"] | {key: value}, "mine.toml")
    except Problem as problem:
        sentence = str(problem)
    else:
        sentence = "mine.toml: read"
    assert sentence.startswith("mine.toml: ")


@pytest.mark.parametrize("name", NAMES)
def test_a_register_can_keep_a_copy_of_the_charter(name):
    charter = charter_from(PLAIN[name], name)
    stored = msgspec.json.encode(msgspec.to_builtins(charter))
    assert msgspec.convert(msgspec.json.decode(stored), Charter) == charter
    assert charter_from(msgspec.json.decode(stored), name) == charter
