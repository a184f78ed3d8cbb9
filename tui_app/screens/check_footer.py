"""The keys of the consensus place that can be of use as the matter stands: its footer, and the legend of the matrix."""

from __future__ import annotations

from datetime import datetime

from tui_app.commands.catalogue import action_of, hint_of, hints_of
from tui_app.domain.charter.charter import DecisionRule
from tui_app.domain.consensus.ending import unreached
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.meeting import Meeting, MeetingState

_POSITIONS = ("joins", "statement", "reservation", "dissociates", "no-position", "objects", "absent")
_DONE_WITH = (MeetingState.PLANNED, MeetingState.CANCELLED, MeetingState.ADOPTED)
"""In these states of a meeting no position is taken at it."""


def legend(meeting: Meeting, proposal: Proposal | None) -> tuple[tuple[str, str], ...]:
    """One key a position, and that for the rest, each with its word; nothing while no positions are taken."""
    if meeting.state in _DONE_WITH or proposal is None or not proposal.open or proposal.in_silence:
        return ()
    names = (*_POSITIONS, "rest") if meeting.in_session else _POSITIONS
    actions = [action_of(f"consensus.{name}") for name in names]
    return tuple((action.key, action.hint) for action in actions)


def footer_to_read(proposal: Proposal | None) -> str:
    """The keys where nothing can be changed."""
    return _line() if proposal is None else _line("versions")


def footer(meeting: Meeting, proposal: Proposal | None, rule: DecisionRule, now: datetime) -> str:
    """One line of keys, seven at most: those for positions stand in the `legend`, those for the text in the head."""
    if meeting.state in _DONE_WITH:
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
        return _line("consult", "silence", "declare", *reading)
    concern = ("concern",) if rule.state_concern and not proposal.state_concern else ()
    return _line("consult", "silence", *concern, "declare")


def _after_no_consensus(rule: DecisionRule) -> tuple[str, ...]:
    return ("refer",) if rule.escalation else ("end", "defer")


def _line(*names: str) -> str:
    always = "  ".join(f"{key} {word}" for key, word in hints_of(""))
    keys = "  ".join(hint_of(f"consensus.{name}") for name in names)
    return f"{keys}  {always}" if keys else always
