"""What is missing in the record of a meeting that is about to be closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..consensus.ending import unreached
from ..membership.roster import NETWORK
from .record import MeetingRecord


def missing_at_closing(record: MeetingRecord) -> tuple[str, ...]:
    """One sentence for each kind of thing that is missing, the most serious first; none of them blocks."""
    actions = [action for action in record.actions if not action.struck]
    still_open = [proposal.number for proposal in record.proposals if proposal.open]
    ownerless = [decision.number for decision in record.decisions if decision.lacks_owner]
    is_open = (
        "is still open: declare it or defer it." if len(still_open) == 1 else "are still open: declare or defer each."
    )
    untaken = _not_taken_up(record)
    sentences = (
        _told(still_open, f"{{}} {is_open}"),
        _told([p.number for p in record.proposals if unreached(p)], "Without consensus, and nothing followed: {}."),
        "" if record.participants else "Nobody was recorded as present (/in UNDP J. Mwangi).",
        *_not_represented(record),
        _told(untaken, f"Not taken up: item{'s' * (len(untaken) > 1)} {{}}."),
        _told(ownerless, f"No owner: {{}} (/owner {ownerless[0] if ownerless else ''} ..., or nobody)."),
        _told([action.number for action in actions if not action.responsible], "Nobody is responsible: {}."),
        _told([action.number for action in actions if action.due is None and not action.due_words], "No date: {}."),
    )
    return tuple(filter(None, sentences))


def _told(numbers: Iterable[str], sentence: str) -> str:
    named = ", ".join(numbers)
    return sentence.format(named) if named else ""


def _not_represented(record: MeetingRecord) -> Iterator[str]:
    """Who is neither here nor excused, where by the ToR each member is to be represented (KGZ:71)."""
    rules = [rule for rule in record.charter.representation if rule.each_member]
    if rules and record.participants and record.meeting.body == NETWORK:
        clauses = ", ".join(clause for rule in rules for clause in rule.clauses)
        told = f"Neither here nor excused: {{}} (/apologies FAO); each member is to be represented, {clauses}."
        yield _told(record.attendance.not_represented, told)


def _not_taken_up(record: MeetingRecord) -> list[str]:
    """The items that were never on the table, neither themselves nor in a part of theirs, and were not put off."""
    items = record.agenda.items
    in_part = {item.parent for item in items if item.spans}
    return [record.agenda.numbers[i.id] for i in items if not (i.spans or i.deferred or i.id in in_part)]
