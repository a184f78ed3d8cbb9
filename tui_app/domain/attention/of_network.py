"""The network itself: a roster without members, the terms of its chairs, groups to be reviewed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..calendar import short_date
from ..membership.roster import NETWORK, seats_on
from ..membership.succession import Notice
from .matter import Matter, Standing, Urgency


def of_roster(standing: Standing, today: date) -> Iterable[Matter]:
    """Without a member nobody can be asked; Kosovo's ToR list none."""
    if not seats_on(standing.seats, NETWORK, today):
        clauses = standing.charter.membership.clauses
        yield Matter(
            urgency=Urgency.NOW,
            what="roster",
            clause=clauses[0] if clauses else "",
            place="network",
            record="roster",
            deed="network.admit",
            sentence="The roster has no member, so no consensus can be tested.",
        )


def _term(notice: Notice) -> Matter:
    return Matter(
        urgency=Urgency.LATE if notice.ended else Urgency.SOON,
        what=notice.what,
        sentence=notice.sentence,
        place="network",
        record=notice.term,
        deed="network.end-term" if notice.too_long else "network.begin-term",
        clause=notice.clause,
        since=notice.on,
    )


def of_terms(standing: Standing, today: date) -> Iterable[Matter]:
    """What is to be known of the terms of the chairs."""
    return map(_term, standing.notices)


def of_reviews(standing: Standing, today: date) -> Iterable[Matter]:
    """The groups that stand past the day on which they were to be reviewed (R-52)."""
    clauses = standing.charter.groups.clauses if standing.charter.groups else ()
    for body in standing.bodies:
        if body.review_on is not None and body.review_overdue(today):
            kind = "an ad hoc" if body.ad_hoc else "a permanent"
            yield Matter(
                urgency=Urgency.LATE,
                what="review",
                since=body.review_on,
                place="network",
                record=body.id,
                deed="network.review",
                clause=clauses[0] if clauses else "",
                sentence=f"{body.symbol}, {kind} group, was to be reviewed by {short_date(body.review_on)}.",
            )
