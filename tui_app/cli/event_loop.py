"""The event loop of the screen, as a program without a network needs it."""

from __future__ import annotations

import sys


def load_event_loop() -> None:
    """Load asyncio as where Python was built without TLS, which is of no use offline and a twentieth of a start.

    Whoever imports `ssl` later gets it.
    """
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # how the import of a module is refused
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
