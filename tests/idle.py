"""Waiting until an application has done all that a key caused, and no longer.

Textual's own waits for twentieths of a second in which the process does next to nothing: that is most of the time of a
journey by keys, and on a busy machine it may be the others for whom the process did nothing.
"""

from __future__ import annotations

import asyncio
from math import inf

_SOON = 0.03
"""What comes within so many seconds belongs to the key: a paint, the next slice of a long list."""


async def wait_for_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Return once nothing is to be run and nothing is about to come; after `max_sleep` seconds in any case."""
    loop = asyncio.get_running_loop()
    start = loop.time()
    while loop.time() < start + max_sleep:
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined]
            continue
        coming = min((timer._when for timer in loop._scheduled if not timer._cancelled), default=inf)  # type: ignore[attr-defined]
        if coming > max(loop.time() + _SOON, start + min_sleep):
            return
        await asyncio.sleep(max(0.0, coming - loop.time()))
