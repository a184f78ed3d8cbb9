"""How lists of a record grew: rounds of a proposal, reports on an action, versions of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest

from ..review.changed_values import value_words, words_side_by_side
from ..titles import Document


def _progress(befores: list[Document], afters: list[Document]) -> Iterator[str]:
    """How far it has come, before and after, with the words and the evidence of what was reported."""
    old, new = (reports[-1]["status"] if reports else "not started" for reports in (befores, afters))
    if old != new:
        yield f"status: {old} -> {new}"
    for report in (each for each in afters if each not in befores):
        if old == new:
            yield f"reported: {report['status']}"
        for part in ("on", "note", "evidence"):
            if report.get(part):
                yield f"{_PARTS[part]}: {value_words(report[part], str)}"
    if len(afters) < len(befores):
        yield "a report taken out"


_PARTS = {"on": "as at", "note": "note", "evidence": "evidence"}


def _sections(befores: list[Document], afters: list[Document]) -> Iterator[str]:
    """The sections of a report that a hand has written, before and after; what was drafted anew is only said to be."""
    earlier = {section["heading"]: section for section in befores}
    for section in afters:
        heading, old = section["heading"], earlier.get(section["heading"], {})
        said = [each.get("edited") or each.get("drafted") or "" for each in (old, section)]
        if old.get("edited") != section.get("edited"):
            yield from words_side_by_side(heading, said[0], said[1])
        elif old.get("drafted") != section.get("drafted"):
            yield f"{heading}: drafted anew"


def _rounds(befores: list[Document], afters: list[Document]) -> Iterator[str]:
    """The rounds that began, and the positions that are others than before, alike ones together."""
    for before, after in zip_longest(befores, afters):
        if after is None:
            yield f"round {before['number']} taken out"
            continue
        if before is None:
            yield f"round {after['number']} begins"
        yield from _positions(before["positions"] if before else (), after["positions"])


def _positions(before: Iterable[Document], after: Iterable[Document]) -> Iterator[str]:
    earlier = {position["entity"]: _position(position) for position in before}
    moved: dict[tuple[str, str], list[str]] = {}
    for position in after:
        new = _position(position)
        old = earlier.get(position["entity"], new if new == "absent" else "pending")
        if old != new:
            moved.setdefault((old, new), []).append(position["entity"])
    for (old, new), entities in moved.items():
        yield f"position of {', '.join(entities)}: {old} -> {new}"


def _position(position: Document) -> str:
    """`objects (resources: asks for a budget line)`."""
    about = position.get("ground") or position.get("paragraph")
    words = ": ".join(filter(None, (about, position.get("words"))))
    withdrawn = ", objection withdrawn" if position.get("withdrawn") else ""
    return f"{position['kind']}{f' ({words})' if words else ''}{withdrawn}"


def _earlier(befores: list[Document], afters: list[Document]) -> Iterator[str]:
    """Who was responsible and by when until that was changed, on which day and why."""
    for one in afters[len(befores) :]:
        who = ", ".join(one.get("responsible") or ("nobody",))
        by = value_words(one["due"], str) if one.get("due") else one.get("due_words")
        why = f" because {one['why']}" if one.get("why") else ""
        deadline = f", by {by}" if by else ""
        yield f"until then: {who}{deadline}; changed on {value_words(one['until'], str)}{why}"
    if len(afters) < len(befores):
        yield "a change of who and by when taken out"


def _versions(befores: list[Document], afters: list[Document]) -> Iterator[str]:
    """The versions of a document that stay on record behind the one that is current now."""
    for one in afters[len(befores) :]:
        days = (f"{what} {value_words(one[what], str)}" for what in ("received", "circulated") if one.get(what))
        yield f"kept: version {', '.join(filter(None, (one.get('version'), one.get('path'), *days)))}"
    if len(afters) < len(befores):
        yield "an earlier version taken out"


_FOLLOWED_UP = {"progress": _progress, "earlier": _earlier}

LISTS: Mapping[str, Mapping[str, Callable[[list[Document], list[Document]], Iterator[str]]]] = {
    "proposals": {"rounds": _rounds},
    "actions": _FOLLOWED_UP,
    "decisions": _FOLLOWED_UP,
    "workplan_lines": {"progress": _progress},
    "reports": {"sections": _sections},
    "documents": {"earlier": _versions},
}
"""By table and field, what tells it from before to after: fields of one name are not alike in every table."""
