"""Comments on what was circulated that wait for an answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..meeting.comment import unanswered_words
from .matter import Matter, Standing, Urgency


def of_comments(standing: Standing, today: date) -> Iterable[Matter]:
    """Each meeting with comments about which it is not said what was done."""
    for meeting in standing.meetings:
        left = [comment for comment in standing.comments if comment.meeting == meeting.id]
        if left:
            yield Matter(
                urgency=Urgency.SOON,
                what="comments",
                since=min(comment.on for comment in left),
                sentence=f"{meeting.symbol}: {unanswered_words(left)}.",
                place="papers",
                meeting=meeting.id,
                record=left[0].kind.value,
                deed="papers.versions",
            )
