"""The network itself: a roster without members, the terms of its chairs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .matter import Matter, Standing, Urgency
from .roster import NETWORK, seats_on
from .succession import Notice


def of_roster(standing: Standing, today: date) -> Iterable[Matter]:
    """Without a member nobody can be asked; Kosovo's ToR list none."""
    if not seats_on(standing.seats, NETWORK, today):
        clauses = standing.charter.membership.clauses
        yield Matter(
            urgency=Urgency.NOW,
            what="roster",
            clause=clauses[0] if clauses else "",
            place="network",
            sentence="The roster has no member, so no consensus can be tested: 7 (Network), then a admits one.",
        )


def _term(notice: Notice) -> Matter:
    return Matter(
        urgency=Urgency.LATE if notice.ended else Urgency.SOON,
        what=notice.what,
        sentence=notice.sentence,
        place="network",
        clause=notice.clause,
        since=notice.on,
    )


def of_terms(standing: Standing, today: date) -> Iterable[Matter]:
    """What is to be known of the terms of the chairs."""
    return map(_term, standing.notices)
