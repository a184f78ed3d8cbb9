"""What one transaction changed, in words that a person reads: no keys, no fingerprints, before and after (R-72).

A record is seen here as the journal has it, a mapping of its fields, so that one of any age can be told. A field
that this module does not know is told by its own name; one that only the program needs is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from tui_app.domain.frozen import dataclass

from ..membership.list_changes import LISTS
from ..titles import Document, Names, title_of
from .changed_values import is_text, value_words, words_side_by_side


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None where it was not there."""

    table: str
    id: str
    before: Document | None
    after: Document | None


CONTACT, TOLD_OF_CONTACT = "contact", "contact details"
"""The field that is told of in the history without what stands in it (R-71)."""

_INTERNAL = frozenset({
    "agenda_fingerprint", "agenda_adopted", "sealed_sequence", "sealed_head", "sealed_checksum", "steps", "zone",
    "number", "symbol",
    "meeting", "refers_to", "proposal", "by", "made", "checksum", "resolved", "binding", "carried", "endorsed",
    "sent_text", "following",
})  # fmt: skip
_INTERNAL_WITHIN = frozenset({"tier", "opened", "round", "recipients", "text", "at", "before", "question", "present"})
_UNTOLD = frozenset({"numbering"})
_LABELS: Mapping[str, str] = {
    "minutes_available": "minutes available", "in_the_chair": "in the chair", "current_item": "on the table",
    "minutes": "minutes planned", "presence": "in the room", "spans": "on the table", "parent": "part of",
    "at": "time", "starts": "begins", "on": "day", "invited_why": "invited for", "declared_by": "declared by",
    "silences": "silence procedure", "consultations": "consultation", "acting_for": "acting for",
    "closing": "end of the check", "effects": "on adoption", "since": "from", "settled": "settled by",
    "treated": "answer", "says": "for", "reads": "read", "decided_at": "made at",
    "review_on": "to be reviewed by", "review_by": "review set by", "review_reason": "review moved because",
}  # fmt: skip
_FLAGS: Mapping[str, tuple[str, str]] = {
    "struck": ("struck out", "restored"),
    "deferred": ("put off", "put off no more"),
    "doors_closed": ("doors closed", "doors open"),
    "closed": ("behind closed doors", "behind closed doors no more"),
    "untold": ("its title given behind closed doors", "its title told in the open"),
    "on_record": ("placed on record", "on record no more"),
    "state_concern": ("a concern of the state", "no concern of the state"),
    "pending": ("waits for the decision that approves it", "approved"),
    "ad_hoc": ("ad hoc", "permanent"),
    "apologies": ("sent apologies", "comes after all"),
    "late": ("came after the day for comments", "came in time"),
    "waived": ("waived", "held"),
    "carried_out": ("nothing has to be carried out", "has to be carried out"),
}
_DONE: Mapping[str, str] = {
    "agenda_version": "agenda v{} circulated",
    "minutes_version": "minutes v{} circulated",
    "adopted_at": "minutes adopted at {}",
}
"""The fields that come with a step of a meeting, told by it."""
_TOLD_WHEN_NEW: Mapping[str, tuple[str, ...]] = {
    "meetings": ("kind", "starts", "place", "requested_by", "reason"),
    "items": ("purpose", "presenter", "minutes", "parent"),
    "participants": ("capacity", "title", "invited_by", "invited_why", "apologies", "presence"),
    "entries": ("text", "struck"),
    "proposals": ("text", "proposed_by", "effects"),
    "decisions": ("text", "owners", "due"),
    "actions": ("text", "responsible", "due", "due_words"),
    "documents": ("title", "path"),
    "workplan_lines": ("output", "lead", "partners", "gcm", "sdg", "unsdcf", "milestones"),
    "reports": ("kind", "since", "until", "audience"),
    "workplans": ("version",),
    "explained": ("reason",),
    "entities": ("name",),
    "seats": ("tier", "speaks_for", "since", "until", "pending"),
    "adopted_minutes": (),
    "corrigenda": ("says", "reads", "decided_at", "decision", "on"),
    "comments": ("text", "on", "late"),
    "circulated_papers": ("recipients", "comments_by"),
    "networks": (),
    "searches": ("query",),
}


def change_lines(changes: Iterable[Change], names: Names) -> Iterator[str]:
    """The lines that tell the changes of one transaction; those of many records that are alike, in one."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for each in _worth_telling(changes):
        told = tuple(_details(each, names))
        if told:
            title = title_of(each.table, each.id, each.after or each.before or {}, names)
            alike.setdefault((_coming_or_going(each), *told), []).append(title)
    for (mark, first, *others), titles in alike.items():
        yield mark + " - ".join(filter(None, (", ".join(dict.fromkeys(titles)), first)))
        yield from (f"  {line}" for line in others)


def _coming_or_going(change: Change) -> str:
    return "new: " if change.before is None else "taken out: " if change.after is None else ""


def _worth_telling(changes: Iterable[Change]) -> Iterator[Change]:
    """Without what another change tells: an entry that only stands for an action, an item that the meeting goes to."""
    every = [change for change in changes if change.table not in _UNTOLD]
    ids, tables = {change.id for change in every}, {change.table for change in every}
    for change in every:
        if change.table == "entries" and (change.after or change.before or {}).get("refers_to") in ids:
            continue
        if change.table == "items" and "meetings" in tables and change.before and change.after:
            yield replace(change, after={**change.after, "spans": change.before.get("spans")})
        else:
            yield change


def _details(change: Change, names: Names) -> Iterator[str]:
    if change.before is None or change.after is None:
        yield from _whole(change, names)
        return
    lists = LISTS.get(change.table, {})
    for name, old, new in _changed(change.before, change.after, _INTERNAL):
        if name in lists:
            yield from lists[name](*(value if isinstance(value, list) else [] for value in (old, new)))
        else:
            yield from _difference(name, old, new, names)


def _whole(change: Change, names: Names) -> Iterator[str]:
    """A record that came or went, in one line."""
    record = change.after or change.before or {}
    told = _TOLD_WHEN_NEW.get(change.table, [field for field in record if field not in _INTERNAL])
    told = [field for field in told if not (field == "due_words" and record.get("due"))]
    yield "; ".join(filter(None, (_new_field(name, record[name], names) for name in told if record.get(name))))


def _new_field(name: str, value: object, names: Names) -> str:
    if value is True or value is False:
        return _FLAGS.get(name, (label_of(name), ""))[not value]
    words = value_words(value, names.name)
    return words if name in ("text", "kind", "name", "title", "purpose", "capacity") else f"{label_of(name)} {words}"


def label_of(name: str) -> str:
    """A field in plain words."""
    return _LABELS.get(name) or name.replace("_", " ")


def _changed(before: Document, after: Document, hidden: frozenset[str]) -> Iterator[tuple[str, object, object]]:
    """Each field that is to be told, with its value before and after."""
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        told = old != new and (old or new)  # a field that came to the records later is empty, and no change
        if told and name not in hidden and not (name == "due_words" and "due" in {**before, **after}):
            yield name, old, new


def _differences(before: Document, after: Document, names: Names, within: str) -> Iterator[str]:
    for name, old, new in _changed(before, after, _INTERNAL | _INTERNAL_WITHIN):
        yield from _difference(name, old, new, names, within)


def _difference(name: str, old: object, new: object, names: Names, within: str = "") -> Iterator[str]:
    label = f"{within} {label_of(name)}".strip()
    if name == "rank":
        yield "moved"
    elif name == CONTACT:
        yield f"{TOLD_OF_CONTACT} {'changed' if old and new else 'given' if new else 'taken out'}"
    elif name in _DONE and new and not (isinstance(old, int) and isinstance(new, int) and new < old):  # not undone
        yield _DONE[name].format(new)
    elif isinstance(new, bool) or (isinstance(old, bool) and new is None):
        yield " ".join(filter(None, (within, _FLAGS.get(name, (f"{label}: yes", f"{label}: no"))[not new])))
    elif _records(old) or _records(new):
        yield from _list_differences(label, old, new, names)
    elif isinstance(old, dict) and isinstance(new, dict):
        yield from _differences(old, new, names, label)
    elif is_text(old) or is_text(new):
        yield from words_side_by_side(label, str(old or ""), str(new or ""))
    else:
        yield f"{label}: {value_words(old, names.name)} -> {value_words(new, names.name)}"


def _records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def _list_differences(label: str, old: object, new: object, names: Names) -> Iterator[str]:
    """What was added to a list, taken from it, or changed in it; by place, since such lists only grow at the end."""
    befores, afters = (value if isinstance(value, list) else [] for value in (old, new))
    for before, after in zip_longest(befores, afters):
        if before is None:
            yield f"{label}: {value_words(after, names.name)}"
        elif after is None:
            yield f"{label} taken out: {value_words(before, names.name)}"
        elif before != after and ("start" in after or "quarter" in after):
            yield f"{label}: {value_words(before, names.name)} -> {value_words(after, names.name)}"
        elif before != after:
            yield from _differences(before, after, names, label)
