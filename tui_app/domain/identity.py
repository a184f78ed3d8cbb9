"""Keys of records: made once, never reused, the same on every laptop."""

from __future__ import annotations

from uuid import uuid4


def new_id() -> str:
    """A fresh key: a random UUID as 32 hexadecimal digits (RFC 9562)."""
    return uuid4().hex
