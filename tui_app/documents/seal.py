r"""The seal of adopted minutes: where in the register they stand, and the checksum of their own text.

The checksum is the SHA-256 of the paper as UTF-8 with LF, without the one line that names it. So it can stand in
the paper itself, and anybody can check it: `grep -v '^- \*\*Checksum\*\*' minutes.md | sha256sum`. docs/papers.md has a
command that leaves out the corrigenda behind it, too.
"""

from __future__ import annotations

import hashlib
import re

from tui_app.domain.frozen import dataclass
from tui_app.domain.words import Words

_CHECKSUM_LINE = re.compile(r"^- \*\*Checksum\*\*\s?: .*\n", re.MULTILINE)  # typed text has its asterisks escaped

_SEAL_LINES = re.compile(rf"(?:^- \*\*.*\n){{2}}{_CHECKSUM_LINE.pattern}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Seal:
    """The number and the seal of the last transaction before the adoption, and the checksum once it is known."""

    sequence: int
    head: str
    checksum: str = ""


def seal_facts(seal: Seal, words: Words) -> list[tuple[str, str]]:
    """The lines of the seal, each a label and a value.

    "Checksum" stays in every language, so that the same command leaves out its line.
    """
    sequence, head = (words("Register sequence"), str(seal.sequence)), (words("Register head"), seal.head)
    return [sequence, head, ("Checksum", seal.checksum)]


def without_seal(paper: str) -> str:
    """A paper without the lines of its seal, if it has one; what it says is the same."""
    return _SEAL_LINES.sub("", paper)


def checksum(paper: str) -> str:
    """The checksum of a paper, whether or not it names it already; 64 hex digits."""
    return hashlib.sha256(_CHECKSUM_LINE.sub("", paper).encode()).hexdigest()
