"""What waits for the parent body's answer, on a day: recommendations (R-44) and referrals (R-43)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .answering import Answerable, clauses_of_answer, put_on, who_answers
from .charter import Charter, Clause
from .decision import Decision
from .meeting import Meeting
from .proposal import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """One text that waits for the answer of the body `by`, since a day.

    `symbol` is without the network's own (`2026/Q3/P2`); `text` is the question of a referral.
    """

    record: Answerable
    symbol: str
    by: str
    since: date
    text: str
    clauses: tuple[Clause, ...]


def awaited(
    charter: Charter, records: Iterable[Answerable], meetings: Iterable[Meeting], on: date | None = None
) -> tuple[Awaited, ...]:
    """Every recommendation and referral of these meetings without an answer, the oldest first; as at a day's end."""
    symbols = {meeting.id: meeting.symbol for meeting in meetings}
    waiting = (record for record in records if record.meeting in symbols and _awaits(record, on))
    found = (
        Awaited(
            record=record,
            symbol=f"{symbols[record.meeting]}/{record.number}",
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
