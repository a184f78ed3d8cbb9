"""Frozen dataclasses of our own do what those of the standard library do."""

import copy
import dataclasses
import inspect
import pickle
from dataclasses import field

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.frozen import dataclass


class Plain:
    """A chair."""

    name: str
    terms: int = 0
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return f"{self.name} ({self.terms})"


def made(decorator, **options):
    """The same class, once more, made by one of the two."""
    body = {key: value for key, value in vars(Plain).items() if key not in ("__dict__", "__weakref__")}
    return decorator(frozen=True, **options)(type("Plain", (), body))


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    entity: str
    tier: str = "core"


@dataclass(frozen=True, slots=True)
class Span:
    first: int
    last: int

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("upside down")


@dataclass(frozen=True, slots=True)
class Own:
    id: str
    labels: dict[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return self.id


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


OPTIONS = [{}, {"slots": True}, {"kw_only": True}, {"slots": True, "kw_only": True}]
VALUES = st.fixed_dictionaries(
    {"name": st.text(max_size=3)},
    optional={"terms": st.integers(0, 2), "labels": st.dictionaries(st.text(max_size=1), st.text(max_size=1))},
)


@pytest.mark.parametrize("options", OPTIONS)
@given(one=VALUES, other=VALUES)
def test_they_are_made_compared_and_shown_alike(options, one, other):
    ours, theirs = made(dataclass, **options), made(dataclasses.dataclass, **options)
    assert (ours(**one) == ours(**other)) == (theirs(**one) == theirs(**other))
    assert repr(ours(**one)) == repr(theirs(**one))
    assert dataclasses.asdict(ours(**one)) == dataclasses.asdict(theirs(**one))
    changed = dataclasses.replace(ours(**one), terms=7)
    assert (changed.terms, changed.title) == (7, f"{one['name']} (7)")
    assert msgspec.json.encode(ours(**one)) == msgspec.json.encode(theirs(**one))
    assert ours(**one) != theirs(**one)


@pytest.mark.parametrize("options", OPTIONS)
def test_their_arguments_are_the_same(options):
    ours, theirs = made(dataclass, **options), made(dataclasses.dataclass, **options)
    shapes = [
        [(each.name, each.kind, each.annotation) for each in inspect.signature(made).parameters.values()]
        for made in (ours, theirs)
    ]
    assert shapes[0] == shapes[1]
    assert ours.__match_args__ == theirs.__match_args__
    for wrong in ({}, {"name": "A", "nmae": "B"}):
        with pytest.raises(TypeError) as told:
            ours(**wrong)
        with pytest.raises(TypeError) as expected:
            theirs(**wrong)
        assert str(told.value).split(".")[-1] == str(expected.value).split(".")[-1]


def test_a_default_is_made_anew_for_each():
    ours = made(dataclass)
    assert ours("A").labels == {}
    assert ours("A").labels is not ours("A").labels


@pytest.mark.parametrize("seat", [Seat(entity="IOM"), made(dataclass)("A")])
def test_nothing_can_be_changed(seat):
    with pytest.raises(dataclasses.FrozenInstanceError):
        seat.entity = "UNHCR"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del seat.entity
    with pytest.raises(dataclasses.FrozenInstanceError):
        seat.anything = 1


def test_what_is_equal_has_one_hash():
    assert {Seat(entity="IOM"), Seat(entity="IOM", tier="core"), Seat(entity="FAO")} == {
        Seat(entity="FAO"), Seat(entity="IOM"),
    }  # fmt: skip
    assert {Nothing(), Nothing()} == {Nothing()}
    assert Seat(entity="IOM") != Span(1, 2)


def test_what_a_class_says_itself_stands():
    assert {Own("A"), Own("A")} == {Own("A")} != {Own("A", {"tabled": "déposée"})}
    assert repr(Own("A")) == "A"


@pytest.mark.parametrize("value", [Seat(entity="IOM", tier="core"), Span(1, 2), Nothing()])
def test_they_are_copied_and_kept(value):
    assert copy.deepcopy(value) == copy.copy(value) == pickle.loads(pickle.dumps(value)) == value
    assert msgspec.json.decode(msgspec.json.encode(value), type=type(value)) == value


def test_they_are_checked_however_they_are_made():
    with pytest.raises(ValueError, match="upside down"):
        Span(2, 1)
    with pytest.raises(msgspec.ValidationError, match="upside down"):
        msgspec.json.decode(b'{"first": 2, "last": 1}', type=Span)
    with pytest.raises(ValueError, match="upside down"):
        dataclasses.replace(Span(1, 2), last=0)
