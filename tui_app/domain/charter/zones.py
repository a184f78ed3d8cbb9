"""Time zones by their international names: whether there is one, and which one is meant."""

from __future__ import annotations

from functools import cache

from ..problem import Problem, nearest

UTC_ZONE = "UTC"


def is_zone(zone: str) -> bool:
    """Whether every computer knows that zone; `localtime` is another one on each."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    if zone != UTC_ZONE and "/" not in zone:
        return False
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def zone_meant(typed: str) -> str:
    """The zone that was typed, case-blind, or by its city alone, as in `accra`; Problem with the nearest."""
    wanted = "_".join(typed.split()).casefold()
    by_name = {zone.rpartition("/")[2]: zone for zone in all_zones()} | {
        zone: zone for zone in (UTC_ZONE, *all_zones())
    }
    found = next((zone for name, zone in by_name.items() if name.casefold() == wanted), None)
    if found is None:
        near = by_name.get(nearest(wanted, by_name) or "")
        right = f"did you mean {near!r}?" if near else "write it as Africa/Accra."
        raise Problem(f"{typed.strip()!r} is not a time zone: {right}")
    return found


@cache
def all_zones() -> tuple[str, ...]:
    """The zones that this computer knows, by alphabet, as `Africa/Accra`."""
    from zoneinfo import available_timezones

    return tuple(sorted(zone for zone in available_timezones() if "/" in zone))
