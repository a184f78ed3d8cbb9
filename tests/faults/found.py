"""What a scenario found, in numbers."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Found:
    """`tried`: how often it was tried; `acknowledged`: records reported as saved before the fault.

    `lost`: of those, not there afterwards; `unreadable`: registers that could not be opened again, or held half a
    transaction; `silent`: damage, or a change not made, that no sentence told.
    """

    tried: int = 0
    acknowledged: int = 0
    lost: int = 0
    unreadable: int = 0
    silent: int = 0

    def __add__(self, other: Found) -> Found:
        return Found(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(Found)))

    @property
    def harmless(self) -> bool:
        """Whether something was acknowledged, and nothing lost, unreadable or silent."""
        return bool(self.tried and self.acknowledged) and self.lost == self.unreadable == self.silent == 0


def is_one_sentence(told: Exception) -> bool:
    """Whether an error is what a user may read: a sentence on one line."""
    text = str(told)
    return text.endswith(".") and "\n" not in text and "Traceback" not in text and text[:1] not in ("", " ")
