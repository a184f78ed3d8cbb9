"""The member list that is to be shared regularly, where the ToR say so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..membership.sharing import asked_by, sharing_due
from .matter import Matter, Standing, Urgency


def of_member_list(standing: Standing, today: date) -> Iterable[Matter]:
    """It was not shared for more than a quarter (R-06), or never."""
    told = sharing_due(standing.charter, standing.shared, today)
    if told:
        yield Matter(
            urgency=Urgency.SOON if standing.shared else Urgency.LATER,
            what="member list",
            place="network",
            clause=asked_by(standing.charter)[0],
            since=standing.shared.on if standing.shared else None,
            record="roster",
            deed="network.share",
            sentence=told,
        )
