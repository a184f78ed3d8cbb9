"""The footer of the consensus place: the keys that can be of use as the matter stands."""

from __future__ import annotations

from datetime import datetime

from tui_app.commands.catalogue import hint_of, hints_of
from tui_app.domain.charter.charter import DecisionRule
from tui_app.domain.consensus.ending import unreached
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.meeting import Meeting, MeetingState

_POSITIONS = ("joins", "statement", "reservation", "dissociates", "no-position", "objects", "absent")


def footer_to_read(proposal: Proposal | None) -> str:
    """The keys where nothing can be changed."""
    return _line() if proposal is None else _line("versions")


def footer(meeting: Meeting, proposal: Proposal | None, rule: DecisionRule, now: datetime) -> str:
    """One line of keys, or two while positions are taken."""
    if meeting.state in (MeetingState.PLANNED, MeetingState.CANCELLED, MeetingState.ADOPTED):
        return footer_to_read(proposal)
    live, reading = meeting.in_session, () if proposal is None else ("versions",)
    if proposal is None or not proposal.open:
        further = _after_no_consensus(rule) if proposal is not None and unreached(proposal) else ()
        return _line(*further, *(("propose",) if live else ()), *reading)
    if proposal.silence is not None and proposal.in_silence:
        over = now > proposal.silence.deadline
        broken = any(position.objecting for position in proposal.positions)
        state = ("consult",) if over and rule.state_concern and proposal.state_concern else ()
        return _line(*(() if over else ("objects",)), *state, *(("declare",) if over or broken else ()), *reading)
    if not live:
        return f"{_keys(*_POSITIONS)}\n{_line('consult', 'silence', 'declare', *reading)}"
    text = "concern" if rule.state_concern and not proposal.state_concern else "amend"
    return f"{_keys(*_POSITIONS)}\n{_line('rest', 'consult', 'silence', text, 'declare')}"


def _after_no_consensus(rule: DecisionRule) -> tuple[str, ...]:
    return ("refer",) if rule.escalation else ("end", "defer")


def _line(*names: str) -> str:
    always = "  ".join(f"{key} {word}" for key, word in hints_of(""))
    return f"{_keys(*names)}  {always}" if names else always


def _keys(*names: str) -> str:
    return "  ".join(hint_of(f"consensus.{name}") for name in names)
