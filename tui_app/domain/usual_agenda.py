"""The agenda with which a meeting begins, before anybody has changed it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .agenda import CLOSING, OPENING, AgendaItem, read_agenda


def usual_items(meeting: str, purposes: Iterable[str]) -> tuple[AgendaItem, ...]:
    """The items with which an agenda begins: opening, previous minutes, follow-up, any other business.

    `purposes`: those that the charter gives the kind of meeting, each an item
    of its own (the three of an annual meeting: ALB:52, KGZ:75, SRB:50).
    """
    own = {f"{purpose[:1].upper()}{purpose[1:]}": purpose for purpose in purposes}
    lines = (*OPENING, *(f"{title} [discussion] 30m" for title in own), *CLOSING)
    return tuple(replace(item, serves=own.get(item.title, "")) for item in read_agenda(lines, meeting, ()))
