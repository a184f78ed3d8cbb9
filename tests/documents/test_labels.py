"""Every label that the code prints has its words in each language's file, and no file has one that is not used."""

import ast
import tomllib
from pathlib import Path

import pytest

import tui_app
from tui_app.documents import agenda, formulas, language, minutes, outcomes, release, report
from tui_app.documents.completeness import NO_GAP_SO_FAR
from tui_app.documents.language import fields_of, languages
from tui_app.domain.charter.charter import Tier
from tui_app.domain.completeness.of_papers import OF_A_FILE
from tui_app.domain.consensus import effect
from tui_app.domain.consensus.answer import Response, Ruling
from tui_app.domain.consensus.decision import DecisionState
from tui_app.domain.consensus.proposal import Ground, PositionKind
from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.follow_up.assignment import NOTHING_TO_DO
from tui_app.domain.meeting import backlog_words
from tui_app.domain.meeting.agenda import Purpose
from tui_app.domain.meeting.attendance import Capacity
from tui_app.domain.membership import sharing, tenure
from tui_app.domain.membership.entity_sheet import Presence
from tui_app.domain.reports.period import PARTS
from tui_app.domain.workplan.global_compact import OBJECTIVES

ROOT = Path(tui_app.__file__).parent
PARTLY = {Response.PARTLY: "followed in part"}
FROM_TABLES = {
    *outcomes.ENDED.values(),
    *(
        language.INTERNAL,
        agenda.AS_NAMED,
        minutes.AS_ENTERED,
        minutes.NOT_AS_ADOPTED,
        outcomes.NO_OWNER,
        outcomes.NOBODY,
        NOTHING_TO_DO,
        release.CLOSED_ITEM,
        NO_GAP_SO_FAR,
    ),
    *formulas.FORMULAS,
    *formulas.MEETINGS,
    *backlog_words.PUT_OFF.values(),
    *effect.SAID.values(),
    *sharing.TIERS.values(),
    *(label for _, *labels in report.BY_KIND for label in labels),
    *(label for labels in OF_A_FILE.values() for label in labels),
    *OBJECTIVES.values(),
    *(part for parts in PARTS.values() for part in parts),
    *(tenure.OFFICER_IN_CHARGE, tenure.AD_INTERIM),
    *(each.value for kind in (ActionStatus, Capacity, Ground, PositionKind, Presence, Purpose, Tier) for each in kind),
    *(PARTLY.get(each, each.value) for each in (*Response, *Ruling)),
    *(each.value for each in (DecisionState.ADOPTED, DecisionState.SUPERSEDED, DecisionState.RESCINDED)),
}
"""The labels that stand in tables and enumerations, and not where they are printed."""


def _is_words(node):
    """Whether it is `words`, or `done.words`: what every paper calls its labels by."""
    return (isinstance(node, ast.Name) and node.id == "words") or (
        isinstance(node, ast.Attribute) and node.attr == "words"
    )


def _label_arguments(call):
    """The arguments of a call that are labels: `words(...)`, `map(words, ...)`, `words.count(number, ...)`."""
    if _is_words(call.func):
        return call.args[:1]
    if isinstance(call.func, ast.Name) and call.func.id == "map" and _is_words(call.args[0]):
        return call.args[1:]
    if isinstance(call.func, ast.Attribute) and call.func.attr == "count" and _is_words(call.func.value):
        return call.args[1:]
    return ()


def _texts(node):
    """The texts that an argument can be; those in calls within it are no labels of this one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, ast.Tuple | ast.List):
        yield from (text for each in node.elts for text in _texts(each))


def in_the_code():
    """Every label that is written where it is printed."""
    for room in ("documents", "domain", "services"):
        for file in (ROOT / room).rglob("*.py"):
            calls = (
                node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
            )
            yield from (text for call in calls for each in _label_arguments(call) for text in _texts(each))


OTHERS = languages()[1:]
USED = {*in_the_code(), *FROM_TABLES}


def read(name):
    return tomllib.loads((Path(language.__file__).parent / "labels" / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", OTHERS)
def test_a_language_has_every_label_and_none_that_is_not_used(name):
    labels = read(name)["labels"]
    assert {"missing": USED - labels.keys(), "not used": labels.keys() - USED} == {"missing": set(), "not used": set()}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_filled_in_is_the_same_in_every_language(name):
    wrong = {label: text for label, text in read(name)["labels"].items() if fields_of(label) != fields_of(text)}
    assert not wrong


@pytest.mark.parametrize("name", OTHERS)
def test_no_label_is_empty_or_has_space_around_it(name):
    assert not [label for label, text in read(name)["labels"].items() if not text or text != text.strip()]
