"""Where the Terms of Reference (ToR) disagree with themselves.

Contradictions are computed from the lists that one ToR gives of the same body;
with the ambiguities that the charter declares they are shown, each until a
decision settles it, and never repaired (R-05).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .charter import Charter, Clause, MemberList, Tier

_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Two places of the ToR that disagree; `resolved_by_decision` is the symbol that settled it."""

    id: str
    sentence: str
    clauses: tuple[Clause, ...]
    resolved_by_decision: str | None = None


def discrepancies(charter: Charter, resolved: Mapping[str, str] = _NONE) -> tuple[Discrepancy, ...]:
    """Every contradiction between the lists of the ToR, then its ambiguities.

    `resolved` gives, by id, the symbol of the decision that settled one. Ids stay
    the same as long as the lists keep theirs.
    """
    declared = (
        Discrepancy(id=f"{charter.key}/{item.id}", sentence=item.text, clauses=item.clauses)
        for item in charter.ambiguities
    )
    found = (*_one_sided(charter), *_outside(charter), *_spellings(charter), *declared)
    return tuple(
        replace(
            item,
            sentence=item.sentence[:1].upper() + item.sentence[1:],
            resolved_by_decision=resolved.get(item.id),
        )
        for item in found
    )


def _spelling(charter: Charter) -> dict[str, str]:
    """The entity as the roster spells it, by each of its spellings, case-blind."""
    return {name.casefold(): member.entity for member in charter.members for name in (member.entity, *member.aliases)}


def _entities(charter: Charter, listed: MemberList) -> tuple[str, ...]:
    spelling = _spelling(charter)
    return tuple(spelling.get(name.casefold(), name) for name in listed.entities)


def _one_sided(charter: Charter) -> Iterator[Discrepancy]:
    """Entities that one list of a tier has and another list of the same tier has not."""
    for here in charter.lists:
        for there in charter.lists:
            if here.id == there.id or here.tier is not there.tier:
                continue
            other = _entities(charter, there)
            only = [entity for entity in _entities(charter, here) if entity not in other]
            if only:
                yield Discrepancy(
                    id=f"{charter.key}/{here.id}-not-{there.id}",
                    sentence=(
                        f"{here.title} has {len(here.entities)} entities and {there.title} has "
                        f"{len(there.entities)}: {_and(only)} {_are(only)} only in {here.title}."
                    ),
                    clauses=here.clauses + there.clauses,
                )


def _outside(charter: Charter) -> Iterator[Discrepancy]:
    """Entities of a committee that no list of members has."""
    members = [listed for listed in charter.lists if listed.tier is Tier.MEMBER]
    known = {entity for listed in members for entity in _entities(charter, listed)}
    for committee in charter.lists:
        if committee.tier is Tier.MEMBER or not members:
            continue
        missing = [entity for entity in _entities(charter, committee) if entity not in known]
        if missing:
            yield Discrepancy(
                id=f"{charter.key}/{committee.id}-not-a-member",
                sentence=f"{_and(missing)} {_are(missing)} in {committee.title} and in no list of members.",
                clauses=committee.clauses + tuple(c for listed in members for c in listed.clauses),
            )


def _spellings(charter: Charter) -> Iterator[Discrepancy]:
    """Entities that a list prints otherwise than the roster."""
    for listed in charter.lists:
        pairs = zip(listed.entities, _entities(charter, listed), strict=True)
        for printed, entity in pairs:
            if printed != entity:
                yield Discrepancy(
                    id=f"{charter.key}/{listed.id}-spells-{entity.casefold().replace(' ', '-')}",
                    sentence=f"{listed.title} prints {printed!r} where the roster has {entity!r}.",
                    clauses=listed.clauses,
                )


def _and(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _are(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"
