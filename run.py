#!/usr/bin/env python3
"""Set everything up in a virtual environment of this folder's own, then do one thing.

    python3 run.py demo     opens the sample meeting (without a terminal: prints its minutes)
    python3 run.py test     runs the tests
    python3 run.py app ...  runs minutebook with whatever follows
    python3 run.py setup    only sets up

Needs Python 3.11 or newer and pip, nothing else: not a pip that may write to
the system (Debian's may not), nor the venv package that Debian keeps apart.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def main(arguments: list[str]) -> int:
    """Set up if need be, then run."""
    task, *rest = arguments or ["demo"]
    if task not in ("demo", "test", "app", "setup"):
        print(f"{task!r} is not a task: it can be demo, test, app or setup.", file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036  # this file alone is run by whatever Python there is
        print("Minutebook needs Python 3.11 or newer.", file=sys.stderr)
        return 1
    if not set_up():
        return 1
    commands = {
        "demo": ["-m", "tui_app", "demo", *rest],
        "test": ["-m", "pytest", "-q", "-n", "4", "--hypothesis-profile=repeatable", *rest],
        "app": ["-m", "tui_app", *rest],
        "setup": ["-c", "print('ready')"],
    }
    return subprocess.run([str(PYTHON), *commands[task]], cwd=HERE, check=False).returncode


def set_up() -> bool:
    """Make the environment and install into it, unless that was done for this very pyproject.toml."""
    wanted = sha256((HERE / "pyproject.toml").read_bytes()).hexdigest()
    done = ENVIRONMENT / "minutebook-setup"
    if PYTHON.exists() and done.is_file() and done.read_text(encoding="utf-8") == wanted:
        return True
    print("Setting up Minutebook in .venv (once) ...", file=sys.stderr)
    if not PYTHON.exists():
        venv.create(ENVIRONMENT, with_pip=False, symlinks=sys.platform != "win32")
    pip = pip_for_environment()
    if pip is None:
        print("pip is missing: install it for this Python (Debian: apt install python3-pip).", file=sys.stderr)
        return False
    install = [*pip, "install", "--quiet", "--disable-pip-version-check", "--editable", str(HERE), *dev_dependencies()]
    if subprocess.run(install, check=False).returncode:
        print("The packages could not be installed; is there a connection?", file=sys.stderr)
        return False
    done.write_text(wanted, encoding="utf-8")
    return True


def pip_for_environment() -> list[str] | None:
    """A pip that installs into the environment: this Python's own, or one made there."""
    if find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    made = subprocess.run([str(PYTHON), "-m", "ensurepip", "--default-pip"], check=False, capture_output=True)
    return None if made.returncode else [str(PYTHON), "-m", "pip"]


def dev_dependencies() -> list[str]:
    """What the tests need, as pyproject.toml lists it."""
    import tomllib

    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))
    return [str(each) for each in project["dependency-groups"]["dev"]]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
