"""Working groups in words: what each is, when it is reviewed, how often it met."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..calendar import long_date, short_date
from ..meeting.meeting import Meeting
from ..words import ENGLISH, Words
from .roster import Body


def kind_words(body: Body, words: Words = ENGLISH) -> str:
    """`ad hoc, established on 3 March 2026 by UNNM-KEN/2026/Q1/D03`, and by what it was abolished."""
    since = words("established on {day}", day=words.date(body.established)) if body.established else ""
    by = f" {words('by {symbol}', symbol=body.established_by)}" if body.established_by else ""
    gone = words("abolished on {day}", day=words.date(body.abolished)) if body.abolished else ""
    gone_by = f" {words('by {symbol}', symbol=body.abolished_by)}" if body.abolished_by else ""
    kind = words("ad hoc") if body.ad_hoc else words("permanent")
    return ", ".join(filter(None, (kind, f"{since}{by}", f"{gone}{gone_by}")))


def review_words(body: Body, today: date) -> str:
    """When a group is reviewed, and who said so or why; `OVERDUE since` once that day is over (R-52)."""
    if body.review_on is None:
        return f"none is set{_grounds(body)}"
    overdue = body.review_overdue(today)
    return f"{'OVERDUE since' if overdue else 'by'} {long_date(body.review_on)}{_grounds(body)}"


def _grounds(body: Body) -> str:
    return (
        f", by {body.review_by}" if body.review_by else f"; reason: {body.review_reason}" if body.review_reason else ""
    )


def meetings_words(held: Sequence[Meeting], planned: Sequence[Meeting]) -> str:
    """`3 held, the last 2026/WG-DATA-3 on 4 Sep 2026; the next 2026/WG-DATA-4 on 4 Dec 2026`."""
    last = f"{len(held)} held, the last {held[-1].symbol} on {short_date(held[-1].on)}" if held else "none held yet"
    following = f"; the next {planned[0].symbol} on {short_date(planned[0].on)}" if planned else ""
    return f"{last}{following}"
