"""Which documents of a table are as somebody wants them: found once, and kept right while the table changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

import msgspec

from tui_app.register.rows import Contents, in_json
from tui_app.register.transaction import REMOVED, Operation


class Selection:
    """The ids of the documents of which a part is wanted, in order of creation.

    `part` is a dataclass of some of their fields, each with a default. A document in which `unless` stands, a field
    with its value in JSON, is not even looked at: of a thousand long ones, a few take little more than their own time.
    """

    def __init__(self, part: type[Any], wanted: Callable[[Any], bool], unless: bytes) -> None:
        self._part, self._wanted, self._unless = part, wanted, unless
        self._ids: dict[str, None] | None = None  # None until somebody asks, or where a place among them is not known

    def ids(self, committed: Contents) -> Iterable[str]:
        """Those of what is committed."""
        if self._ids is None:
            self._ids = dict.fromkeys(self.among(committed))
        return self._ids

    def among(self, contents: Contents) -> Iterable[str]:
        """Those of some contents, looked through one by one."""
        return [id for id, content in contents.items() if self._matches(in_json(content))]

    def applied(self, operation: Operation) -> None:
        """Keep them right after a committed change."""
        if self._ids is None:
            return
        matches = operation.content != REMOVED and self._matches(bytes(operation.content))
        if not matches:
            self._ids.pop(operation.id, None)
        elif not operation.base or operation.id in self._ids:
            self._ids[operation.id] = None
        else:
            self._ids = None

    def _matches(self, document: bytes) -> bool:
        return (not self._unless or document.rfind(self._unless) < 0) and self._wanted(self._read(document))

    @cached_property
    def _read(self) -> Callable[[bytes], Any]:
        return msgspec.json.Decoder(self._part).decode
