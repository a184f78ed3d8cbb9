"""Where the record of a meeting came from that was not taken with this program."""

from __future__ import annotations

from datetime import datetime

from tui_app.domain.frozen import dataclass

MINUTED, MINUTED_BASIS = "as minuted; imported", "as minuted: {basis}; imported"
"""The basis of an imported decision: what the file says of it, if anything, which this register does not vouch for."""

NOT_FOLLOWED = "not followed up any more, as said when it was imported from {name}"
"""Why nothing of what was open then is followed up."""
SHOWN_BY = "as minuted in {name}"
"""What shows that something was carried out of which the file gives no other evidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The file whose minutes were read: its name and the SHA-256 of its bytes; when, and by whom.

    `absent`: the entities that it says were not represented, since the roster of that day may not be on record.
    """

    name: str
    checksum: str
    at: datetime
    by: str
    absent: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """`imported from minutes2019.md`."""
        return f"imported from {self.name}"
