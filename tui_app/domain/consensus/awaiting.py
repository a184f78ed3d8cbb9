"""What waits for the parent body's answer, on a day: recommendations (R-44) and referrals (R-43)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tui_app.domain.frozen import dataclass

from ..calendar import short_date
from ..charter.charter import Charter, Clause
from ..meeting.meeting import Meeting
from .answering import Answerable, clauses_of_answer, put_on, who_answers
from .decision import Decision
from .declaring import listed
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """What Home says of it: a referral by itself, the recommendations of a meeting together.

    `text` where it is one; `record` is the id of the first.
    """

    sentence: str
    text: str
    since: date
    record: str
    clause: str
    referral: bool


def unanswered(waiting: Iterable[Awaited]) -> Iterator[Unanswered]:
    """A sentence for each referral, and one for the recommendations of each meeting; the oldest first."""
    groups: dict[str, list[Awaited]] = {}
    for each in waiting:
        key = each.record.meeting if isinstance(each.record, Decision) else each.record.id
        groups.setdefault(key, []).append(each)
    for group in groups.values():
        first = group[0]
        yield Unanswered(
            sentence=f"The {first.by} has not answered {_named(group)}, since {short_date(first.since)}",
            text=first.text if len(group) == 1 else "",
            since=first.since,
            record=first.record.id,
            clause=first.clauses[0] if first.clauses else "",
            referral=isinstance(first.record, Proposal),
        )


def _named(group: list[Awaited]) -> str:
    """`2026/Q3/P2`, or `D01 and D02 of 2026/Q3`."""
    if len(group) == 1:
        return group[0].symbol
    return f"{listed([each.record.number for each in group])} of {group[0].symbol.rpartition('/')[0]}"
