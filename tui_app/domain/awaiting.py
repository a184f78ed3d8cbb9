"""What waits for the parent body's answer, on a day: recommendations (R-44) and referrals (R-43)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .answering import Answerable, clauses_of_answer, put_on, who_answers
from .charter import Charter, Clause
from .decision import Decision
from .proposal import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """One text that waits for the answer of the body `by`, since a day; `text` is the question of a referral."""

    record: Answerable
    by: str
    since: date
    text: str
    clauses: tuple[Clause, ...]


def awaited(charter: Charter, records: Iterable[Answerable], on: date | None = None) -> tuple[Awaited, ...]:
    """Every recommendation and referral without an answer, the oldest first; as at the end of a day."""
    waiting = (record for record in records if _awaits(record, on))
    found = (
        Awaited(
            record=record,
            by=who_answers(record, charter),
            since=put_on(record),
            text=record.text if isinstance(record, Decision) else _question(record),
            clauses=clauses_of_answer(record, charter),
        )
        for record in waiting
    )
    return tuple(sorted(found, key=lambda each: each.since))


def _awaits(record: Answerable, on: date | None) -> bool:
    if on is None or record.answer is None:
        return record.awaits_answer and (on is None or put_on(record) <= on)
    return put_on(record) <= on < record.answer.on


def _question(proposal: Proposal) -> str:
    assert proposal.closing is not None
    return proposal.closing.question or proposal.text
