"""A key that the user can change is named by `key_of`, or by the screen behind a Problem: never in a sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tui_app.commands.catalogue import EVERY, action_of

ROOMS = Path(__file__).parents[2] / "tui_app"
OF_DIALOGS = {
    "asking.py", "capturing.py", "choosing.py", "consensus.py", "entry_list.py", "first_start.py", "help.py",
    "importing.py", "jumping.py", "lacking_shown.py", "linked.py", "long_text.py", "minutes.py", "minutes_footer.py",
    "palette.py", "planning.py", "prompt.py", "report_asking.py", "saved.py", "searched.py", "shown_paper.py",
    "term_questions.py", "whole.py",
}  # fmt: skip
"""Where Enter, Esc, Tab or ctrl+s are those of a line, a dialog or a page, which nobody can change."""
NAMED = "|".join(
    re.escape(key) for key in sorted({key for each in EVERY for key in each.every_key if len(key) > 1} - {"space"})
)
LETTER = r"(?<!\w)(?:[B-HJ-Zb-z?/]|\[|\])"
FIXED = {"help.py": ("j k", "g G"), "asking.py": ("y {}", "n go back"), "first_start.py": ("s: sample year",),
         "importing.py": ("n with nothing left open",), "linked.py": ("o to the meeting",),
         "saved.py": ("x removes it",), "shown_paper.py": ("y copies it",)}  # fmt: skip
"""The letters of dialogs, which nobody can change either."""
SAYS = (
    rf"\({LETTER}\)",  # Backlog (b)
    rf"\({LETTER}[:, ]",  # (v shows it whole)
    rf"(?:^|[,;:.] |and |then |with )(?:{LETTER}|a) (?:there |in \w+ )?[a-z]+s (?:\w|\{{)",  # M plans one
    rf"(?:: |, |with ){LETTER}(?:,| or |$)",  # with n or s
)
"""How a letter is named as a key in a sentence."""


def sentences(tree: ast.Module) -> Iterator[str]:
    """Every text of a module but its docstrings and regular expressions, with `{}` for what is filled in."""
    apart = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    for each in ast.walk(tree):
        if isinstance(each, ast.JoinedStr):
            apart |= {id(part) for part in each.values}
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in each.values)
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in apart:
            yield each.value


def keys_named(path: Path) -> Iterator[str]:
    """The sentences of a module that name a key which the user can change."""
    for text in sentences(ast.parse(path.read_text(encoding="utf-8"))):
        if " " not in text or "(?" in text or "\\" in text:
            continue
        bare = text
        for fixed in FIXED.get(path.name, ()):
            bare = bare.replace(fixed, "")
        named = path.name not in OF_DIALOGS and re.search(rf"(?<![\w+])(?:{NAMED})(?![\w+])", bare)
        if named or any(re.search(says, bare) for says in SAYS):
            yield f"{path.name}: {text}"


def test_no_sentence_names_a_key_that_the_user_can_change() -> None:
    rooms = ("domain", "services", "screens", "widgets", "projector")
    paths = [path for room in rooms for path in sorted((ROOMS / room).rglob("*.py"))] + [ROOMS / "app.py"]
    assert [named for path in paths for named in keys_named(path)] == []


def test_what_answers_a_problem_is_an_action_of_the_catalogue() -> None:
    deeds = [
        keyword.value.value
        for path in ROOMS.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Problem"
        for keyword in call.keywords
        if keyword.arg == "deed" and isinstance(keyword.value, ast.Constant)
    ]
    assert deeds
    assert all(action_of(deed) for deed in deeds)
