"""A frozen dataclass is made by `tui_app.domain.frozen`: the standard library's takes six times as long.

More than a hundred are made before the first screen, which then comes half a second later on a slow machine. Only what
is ordered, as a period is, needs the standard library's, and what is not frozen, as what is filled in while reading.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


def made_by_the_standard_library(tree: ast.Module) -> Iterator[str]:
    """The names of the classes that are frozen, and neither ordered nor made by `tui_app.domain.frozen`."""
    frozen_is_ours = any(
        isinstance(each, ast.ImportFrom) and (each.module or "").endswith("frozen") for each in ast.walk(tree)
    )
    for each in ast.walk(tree):
        for made in each.decorator_list if isinstance(each, ast.ClassDef) else ():
            if isinstance(made, ast.Call) and ast.unparse(made.func).endswith("dataclass"):
                asked = {keyword.arg for keyword in made.keywords}
                ours = frozen_is_ours and isinstance(made.func, ast.Name)
                if "frozen" in asked and "order" not in asked and not ours:
                    yield each.name


def test_frozen_dataclasses_are_made_in_the_quick_way() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "tui_app").rglob("*.py")
        for name in made_by_the_standard_library(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == set(), "from tui_app.domain.frozen import dataclass"
