"""What people are told on the screen holds there: options of the command line are its own to name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOMS = Path(__file__).parents[2] / "tui_app"
ONLY_ON_THE_COMMAND_LINE = {"sealing.py", "own_keys.py"}
"""`verify` alone says what a file of minutes is; `keys --check` tells all that is wrong in a file of keys."""


def said(tree: ast.AST) -> Iterator[str]:
    """Every text of a module but its docstrings and what a Problem names for the command line."""
    apart = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    for each in ast.walk(tree):
        if isinstance(each, ast.keyword) and each.arg == "option":
            apart |= {id(part) for part in ast.walk(each.value)}
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in apart:
            yield each.value


def test_no_sentence_that_a_screen_can_show_names_an_option_of_the_command_line() -> None:
    modules = [each for room in ("domain", "services", "screens") for each in (ROOMS / room).rglob("*.py")]
    named = [
        f"{path.name}: {text}"
        for path in modules
        if path.name not in ONLY_ON_THE_COMMAND_LINE
        for text in said(ast.parse(path.read_text(encoding="utf-8")))
        if re.search(r"[\s('`]--[a-z]", text)
    ]
    assert named == []
