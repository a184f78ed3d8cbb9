"""The agenda with which a meeting begins, before anybody has changed it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .agenda import CLOSING, OPENING, PREVIOUS_MINUTES, AgendaItem, read_agenda
from .meeting import MeetingKind

_WITH_STAKEHOLDERS = "Exchange with the stakeholders [discussion] 60m"


def usual_items(
    meeting: str, kind: MeetingKind, purposes: Iterable[str], *, first: bool = False
) -> tuple[AgendaItem, ...]:
    """The items with which an agenda begins: opening, previous minutes, follow-up, any other business.

    `purposes`: those that the charter gives the kind of meeting, each an item
    of its own (the three of an annual meeting: ALB:52, KGZ:75, SRB:50). A
    stakeholder meeting begins with the members alone, in its closed part (R-24).
    `first`: the body never met before, so there are no minutes to adopt.
    """
    own = {f"{purpose[:1].upper()}{purpose[1:]}": purpose for purpose in purposes}
    among_members = kind is MeetingKind.STAKEHOLDER
    usual = [line for line in OPENING if not (first and line.startswith(PREVIOUS_MINUTES))]
    opening = [f"{line} [closed]" for line in usual] if among_members else usual
    middle = [*(f"{title} [discussion] 30m" for title in own), *([_WITH_STAKEHOLDERS] if among_members else [])]
    items = read_agenda((*opening, *middle, *CLOSING), meeting, ())
    return tuple(replace(item, serves=own.get(item.title, "")) for item in items)
