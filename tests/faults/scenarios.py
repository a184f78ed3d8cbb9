"""All scenarios, with how much of each is tried: in the ordinary tests, and whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.faults import damage, errors, killing, terminal, words
from tests.faults.found import Found


@dataclass(frozen=True, slots=True)
class Scenario:
    """`run` takes an empty place for a register and how much to try, of which `short` and `whole` are two measures."""

    name: str
    run: Callable[[Path, int], Found]
    short: int
    whole: int


_ANYWHERE = (
    Scenario("kill -9 of a writer", killing.killed_while_writing, 4, 250),
    Scenario("journal cut at every byte", damage.cut_at_every_byte, 2, 20),
    Scenario("the same with filler behind the cut", damage.cut_before_filler, 2, 20),
    Scenario("journal flipped at every byte", damage.flipped_at_every_byte, 2, 10),
    Scenario("the same with filler behind the lines", damage.flipped_before_filler, 2, 10),
    Scenario("power cut, any mix of sectors of the last write", damage.power_cut, 60, 2000),
    Scenario("error at every n-th operation of the disk", errors.error_at_every_operation, 5, 1),
    Scenario("another program reads while one writes", killing.read_while_another_writes, 50, 2000),
    Scenario("the one who held the register is killed", killing.writes_after_the_holder_was_killed, 2, 50),
    Scenario("NUL, half pairs, U+2028, 20 MB of text, 2**70", words.hostile_words, 1, 20),
)
_POSIX = (
    Scenario("a disk of 128 KiB", errors.full_disk, 1, 10),
    Scenario("a folder that cannot be written to", errors.read_only_folder, 5, 50),
    Scenario("kill -9 of the app in a terminal while lines are typed", terminal.app_killed_while_typing, 1, 20),
)
SCENARIOS = (*_ANYWHERE, *(_POSIX if os.name == "posix" else ()))
