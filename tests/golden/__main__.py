"""Write the golden papers anew: `python -m tests.golden`. What changed is then to be read in the difference."""

import tempfile
from pathlib import Path

from tests.golden.network import CHARTERS, small_network
from tests.golden.papers import FOLDER, golden_papers


def main() -> None:
    """A folder for each charter, a file for each paper."""
    for name in CHARTERS:
        with tempfile.TemporaryDirectory() as scratch:
            book = small_network(name, Path(scratch) / "register")
            folder = FOLDER / name
            folder.mkdir(exist_ok=True)
            for old in folder.glob("*.md"):
                old.unlink()
            for file, text in golden_papers(book):
                (folder / file).write_text(text, encoding="utf-8", newline="\n")
            book.register.close()


if __name__ == "__main__":
    main()
