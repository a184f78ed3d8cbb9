"""The time zone of the computer, which a network without a charter of its own most likely meets in."""

from __future__ import annotations

import warnings

from tui_app.domain.charter.zones import UTC_ZONE, is_zone


def own_zone() -> str:
    """The international name of the computer's time zone, as `Africa/Accra`; UTC where it names no place."""
    from pendulum.tz.local_timezone import get_local_timezone

    try:
        with warnings.catch_warnings(action="ignore"):
            name = get_local_timezone().name
    except (OSError, RuntimeError, ValueError):
        return UTC_ZONE
    return name if is_zone(name) and not name.startswith("Etc/") else UTC_ZONE
