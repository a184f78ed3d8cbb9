"""What the types of a charter cannot say: its parts must fit each other.

A misfit is a mistake of whoever wrote the file, not of the ToR.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from string import Formatter

from ..problem import did_you_mean
from .charter import WORDING_FIELDS, Binding, Charter, Output, Tier
from .zones import all_zones, is_zone

Misfit = tuple[str, str]
"""A key path and the sentence that says what is wrong there."""

_BODIES = ("network", "working group")
_SYMBOL = re.compile(r"[A-Z0-9]+(-[A-Z0-9]+)*")


def is_symbol(text: str) -> bool:
    """Whether decisions can be numbered by it, as UNNM-KEN."""
    return _SYMBOL.fullmatch(text) is not None


def misfits(charter: Charter) -> Iterator[Misfit]:
    """Every misfit, in the order of the file."""
    yield from _names(charter)
    yield from _members(charter)
    yield from _decision(charter)
    yield from _lists(charter)
    yield from _representation(charter)
    yield from _footnotes(charter)
    yield from _wording(charter)


def _names(charter: Charter) -> Iterator[Misfit]:
    if not charter.name.strip():
        yield "name", "the network needs a name."
    elif not _is_plain(charter.name):
        yield "name", f"{charter.name!r} must be one line, without spaces around it."
    if not is_symbol(charter.symbol):
        yield "symbol", f"{charter.symbol!r} is not a symbol; write capitals, digits and hyphens, as UNNM-KEN."
    if not is_zone(charter.zone):
        yield "zone", f"{charter.zone!r} is not a time zone; {did_you_mean(charter.zone, all_zones())}"


def _is_plain(name: str) -> bool:
    """Whether a name can be typed and printed as it stands."""
    return name == " ".join(name.split())


def _members(charter: Charter) -> Iterator[Misfit]:
    names = [(member.entity, *member.aliases) for member in charter.members]
    yield from _twice("members", "entity", names)


def _lists(charter: Charter) -> Iterator[Misfit]:
    yield from _twice("lists", "id", [(listed.id,) for listed in charter.lists])
    yield from _twice("ambiguities", "id", [(item.id,) for item in charter.ambiguities])
    for number, listed in enumerate(charter.lists, start=1):
        yield from _twice(f"lists[{number}].entities", "", [(entity,) for entity in listed.entities])


def _representation(charter: Charter) -> Iterator[Misfit]:
    for number, rule in enumerate(charter.representation, start=1):
        if rule.body not in _BODIES:
            sentence = f"{rule.body!r} is not a body; {did_you_mean(rule.body, _BODIES)}"
            yield f"representation[{number}].body", sentence


def _footnotes(charter: Charter) -> Iterator[Misfit]:
    for number, note in enumerate(charter.footnotes, start=1):
        if not note.mark.strip():
            yield f"footnotes[{number}].mark", "a footnote needs the word at which it is marked."


def _twice(path: str, key: str, rows: Iterable[tuple[str, ...]]) -> Iterator[Misfit]:
    """Rows that repeat a name of an earlier row, case-blind, or whose name is empty or not plain."""
    seen: dict[str, int] = {}
    for number, names in enumerate(rows, start=1):
        place = f"{path}[{number}].{key}".rstrip(".")
        for name in names:
            first = seen.setdefault(name.casefold(), number)
            if not name.strip():
                yield place, "this name is empty."
            elif not _is_plain(name):
                yield place, f"{name!r} must be one line, without spaces around it."
            elif first != number:
                yield place, f"{name!r} is there already, as {path}[{first}]; each may stand once."


def _decision(charter: Charter) -> Iterator[Misfit]:
    rule = charter.decision
    committee = rule.binding_tier is Tier.EXECUTIVE_COMMITTEE
    if rule.statement is not Binding.NOT_STATED and committee != (rule.statement is Binding.EXECUTIVE_COMMITTEE):
        yield "decision.binding_tier", f"{rule.binding_tier.value!r} does not go with {rule.statement.value!r}."
    if committee and not any(member.tier is Tier.EXECUTIVE_COMMITTEE for member in charter.members):
        yield "decision.binding_tier", "no member has the tier 'executive committee'; nobody could decide."
    if rule.answer is not None and rule.output is not Output.RECOMMENDATION:
        yield "decision.answer", "only a recommendation is answered; write output = 'recommendation'."
    counterpart = charter.terms.state_counterpart
    if rule.state_concern not in {None, counterpart.short}:
        yield (
            "decision.state_concern",
            f"{rule.state_concern!r} must be the short name of terms.state_counterpart, {counterpart.short!r}.",
        )


def _wording(charter: Charter) -> Iterator[Misfit]:
    for part in fields(charter.wording):
        template = getattr(charter.wording, part.name)
        if isinstance(template, str):
            for sentence in _template_faults(template):
                yield f"wording.{part.name}", sentence


def _template_faults(template: str) -> Iterator[str]:
    try:
        parts = list(Formatter().parse(template))
    except ValueError as error:
        yield f"{error}; a brace of the text itself is written twice."
        return
    for _, name, form, conversion in parts:
        if name is not None and (name not in WORDING_FIELDS or form or conversion):
            yield f"there is no field {{{name}}}; {did_you_mean(name, WORDING_FIELDS)}"
