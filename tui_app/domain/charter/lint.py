"""Where the Terms of Reference (ToR) disagree with themselves.

Contradictions are computed from the lists that one ToR gives of the same body;
with the ambiguities that the charter declares they are shown, each until a
decision settles it, and never repaired (R-05).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tui_app.domain.frozen import dataclass

from ..words import ENGLISH, Words
from .charter import Charter, Clause, MemberList, Tier

_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """Two places of the ToR that disagree; `resolved_by_decision` is the symbol that settled it."""

    id: str
    sentence: str
    clauses: tuple[Clause, ...]
    resolved_by_decision: str | None = None


def discrepancies(
    charter: Charter, resolved: Mapping[str, str] = _NONE, words: Words = ENGLISH
) -> tuple[Discrepancy, ...]:
    """Every contradiction between the lists of the ToR, then its ambiguities.

    `resolved` gives, by id, the symbol of the decision that settled one. Ids stay
    the same as long as the lists keep theirs.
    """
    declared = (
        Discrepancy(id=f"{charter.key}/{item.id}", sentence=item.text, clauses=item.clauses)
        for item in charter.ambiguities
    )
    found = (*_one_sided(charter, words), *_outside(charter, words), *_spellings(charter, words), *declared)
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


def _one_sided(charter: Charter, words: Words) -> Iterator[Discrepancy]:
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
                    sentence=f"{_counted(here, there, words)}{words.colon}{_only(only, here, words)}.",
                    clauses=here.clauses + there.clauses,
                )


def _outside(charter: Charter, words: Words) -> Iterator[Discrepancy]:
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
                sentence=_missing(missing, committee, words),
                clauses=committee.clauses + tuple(c for listed in members for c in listed.clauses),
            )


def _spellings(charter: Charter, words: Words) -> Iterator[Discrepancy]:
    """Entities that a list prints otherwise than the roster."""
    for listed in charter.lists:
        pairs = zip(listed.entities, _entities(charter, listed), strict=True)
        for printed, entity in pairs:
            if printed != entity:
                yield Discrepancy(
                    id=f"{charter.key}/{listed.id}-spells-{entity.casefold().replace(' ', '-')}",
                    sentence=words(
                        "{list} prints '{printed}' where the roster has '{entity}'.",
                        list=listed.title,
                        printed=printed,
                        entity=entity,
                    ),
                    clauses=listed.clauses,
                )


def _counted(here: MemberList, there: MemberList, words: Words) -> str:
    return words("{list} has {number} entities and {other} has {others}", list=here.title, number=len(here.entities),
                 other=there.title, others=len(there.entities))  # fmt: skip


def _only(names: list[str], listed: MemberList, words: Words) -> str:
    entities = words.all_of(names)
    if len(names) == 1:
        return words("{entities} is only in {list}", entities=entities, list=listed.title)
    return words("{entities} are only in {list}", entities=entities, list=listed.title)


def _missing(names: list[str], listed: MemberList, words: Words) -> str:
    entities = words.all_of(names)
    if len(names) == 1:
        return words("{entities} is in {list} and in no list of members.", entities=entities, list=listed.title)
    return words("{entities} are in {list} and in no list of members.", entities=entities, list=listed.title)
