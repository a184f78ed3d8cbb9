"""Write anew what is golden: `python -m tests.golden`, or only `papers` or `screens` behind it.

Papers and screens are text, and the pictures of the README are made with the screens. What changed is then to be read
in the difference. Where two changes meet in a golden file, take either side of it and make it anew.
"""

import sys
import tempfile
from pathlib import Path

from tests.golden import papers, scenes
from tests.golden.network import CHARTERS, small_network


def main(*which: str) -> None:
    """What was named, else everything."""
    if "papers" in which or not which:
        write_papers()
    if "screens" in which or not which:
        write_screens()


def write_papers() -> None:
    """A folder for each charter, a file for each paper."""
    for name in CHARTERS:
        with tempfile.TemporaryDirectory() as scratch:
            book = small_network(name, Path(scratch) / "register")
            folder = papers.FOLDER / name
            folder.mkdir(exist_ok=True)
            for old in folder.glob("*.md"):
                old.unlink()
            for file, text in papers.golden_papers(book):
                _write(folder / file, text)
            book.register.close()


def write_screens() -> None:
    """A folder for each size, a file for each place and sheet; and the pictures."""
    for old in scenes.FOLDER.glob("*/*.txt"):
        old.unlink()
    for file, text in scenes.golden_screens():
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, text)


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
