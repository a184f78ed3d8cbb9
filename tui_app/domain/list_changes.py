"""How lists of a record grew: the rounds of a proposal with its positions, and what was reported of an action."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest

from .changed_values import value_words
from .titles import Document


def _progress(befores: list[Document], afters: list[Document]) -> Iterator[str]:
    """How far it has come: what was last reported, before and after, with the words and the evidence."""
    last = befores[-1]["status"] if befores else "not started"
    if len(afters) < len(befores):
        yield f"report taken out; status: {last} -> {afters[-1]['status'] if afters else 'not started'}"
    for report in afters[len(befores) :]:
        yield f"status: {last} -> {report['status']} ({value_words(report['on'], str)})"
        last = report["status"]
        for part in ("note", "evidence"):
            if report.get(part):
                yield f"{part}: {report[part]}"


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


LISTS: Mapping[str, Callable[[list[Document], list[Document]], Iterator[str]]] = {
    "rounds": _rounds,
    "progress": _progress,
}
"""By the name of the field, what tells it from before to after."""
