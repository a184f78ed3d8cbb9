"""What the parent body says of a recommendation, and of a matter that was referred to it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from tui_app.domain.frozen import dataclass


class Response(StrEnum):
    """What the parent body does with a recommendation."""

    FOLLOWED = "followed"
    PARTLY = "partly"
    NOT_FOLLOWED = "not followed"


class Ruling(StrEnum):
    """What the parent body does with a matter that was referred to it."""

    DECIDED = "decided"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The answer to a recommendation: on which day, with which motivation, and who noted it."""

    kind: Response
    on: date
    motivation: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """The answer to a referral: on which day, what was decided or why it was returned, and who noted it."""

    kind: Ruling
    on: date
    words: str
    by: str = ""
