"""The items that every agenda has: what each is, and what the program calls it."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """What an item is that every agenda has, whatever it is called."""

    OPENING = "opening"
    PREVIOUS_MINUTES = "previous minutes"
    FOLLOW_UP = "follow-up"
    LAST = "other business"


TITLES = {
    Standing.OPENING: "Opening and adoption of the agenda",
    Standing.PREVIOUS_MINUTES: "Minutes of the previous meeting",
    Standing.FOLLOW_UP: "Follow-up to decisions and actions",
    Standing.LAST: "Any other business",
}
"""What the program calls each of them, which is a label."""

BY_TITLE = {title.casefold(): standing for standing, title in TITLES.items()}
"""By what each is known that was stored before it was noted what it is."""
