"""What every test shares: nothing is timed, so that a slow machine fails no property; each has settings of its own.

pytest by itself draws its examples at random, and so looks further each time. The check names the profile `repeatable`,
which draws the same ones each time: a change decides whether it passes, not a die.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from hypothesis import HealthCheck, settings

import bench
import tui_app

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("repeatable", settings.get_profile("untimed"), derandomize=True)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def all_loaded() -> None:
    """Hypothesis also draws what stands in the modules loaded so far: where that is to repeat, it is all of them."""
    if settings.default.derandomize:
        for package in (tui_app, bench):
            for module in walk_packages(package.__path__, f"{package.__name__}."):
                import_module(module.name)


@pytest.fixture(scope="session", autouse=True)
def nobodys_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What several tests share reads and writes no settings of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MINUTEBOOK_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """What a power cut would leave is seen by no test in its own process: only whether it is written at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(autouse=True)
def own_settings(nobodys_settings: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test by itself has settings and registers of its own."""
    monkeypatch.setenv("MINUTEBOOK_HOME", str(tmp_path / "home"))
