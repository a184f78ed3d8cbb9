"""Numbered writes that can be checked later, and the program that makes them until it is killed.

`python -m tests.faults.writing FOLDER` opens the register there and prints the number of each write once it is
acknowledged; a Problem ends it, printed after an exclamation mark.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path

from tests.faults.found import Found
from tests.register.sample_records import Gathering, Remark, open_register
from tui_app.domain.problem import Problem
from tui_app.register import Register


def write(register: Register, number: int) -> None:
    """One transaction over two tables: a new remark, and the gathering that tells which was the last."""
    with register.transaction(f"write {number}"):
        register.repository(Remark).put(_remark(number))
        register.repository(Gathering).put(Gathering("g", str(number)))


def _remark(number: int) -> Remark:
    words = 5000 if number % 50 == 49 else number % 40
    return Remark(f"r{number}", "g", f"words of {number} " * words, minutes=number)


def check(register: Register, acknowledged: Collection[int]) -> Found:
    """Whether what was acknowledged is there as it was written, and no transaction by half."""
    remarks = register.repository(Remark).all()
    last = register.repository(Gathering).find("g")
    halves = [each for each in remarks if each != _remark(each.minutes)]
    ends_alike = max((each.minutes for each in remarks), default=0) == (int(last.title) if last else 0)
    lost = len(set(acknowledged) - {each.minutes for each in remarks})
    return Found(acknowledged=len(acknowledged), lost=lost, unreadable=len(halves) + (not ends_alike))


def check_again(folder: Path, acknowledged: Collection[int]) -> Found:
    """The same after opening the register anew."""
    try:
        with open_register(folder) as register:
            return check(register, acknowledged)
    except Problem:
        return Found(acknowledged=len(acknowledged), lost=len(acknowledged), unreadable=1)


def main() -> None:
    """Write and acknowledge until something ends it."""
    try:
        with open_register(Path(sys.argv[1])) as register:
            while True:
                number = register.sequence
                write(register, number)
                print(number, flush=True)
    except Problem as problem:
        print(f"!{problem}", flush=True)


if __name__ == "__main__":
    main()
