"""The capture line: one typed line becomes one value of `lines` (EXPERIENCE.md section 3).

Case does not matter. A command may be typed by any beginning that is not
shared. What is not a command is a note or, after a known entity and a colon,
a statement; so nothing that people write is ever refused for its words.
"""

from __future__ import annotations

import re

from ..problem import Problem
from .grammar import find_command
from .lines import Line, NoteLine, StatementLine
from .surroundings import Surroundings

_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060 "
LONGEST = 20_000
"""The most characters that one entry holds: some eight printed pages."""


def read_line(text: str, around: Surroundings) -> Line:
    """What Enter will do with this text. Raises Problem, also for an empty or an endless line."""
    line = text.strip()
    if not line.strip(_UNSEEN):
        raise Problem("There is nothing to save: type a line first.")
    if len(line) > LONGEST:
        raise Problem(f"This line has {len(line):,} characters and an entry holds {LONGEST:,}: split it.")
    if re.match(r"//\w", line):
        return NoteLine(line[1:])
    if re.match(r"/\w*(?!\S)", line):
        return _read_command(line[1:], around)
    return _read_tagged(line, around) or _read_text(line, around)


def _read_command(text: str, around: Surroundings) -> Line:
    word, _, rest = text.partition(" ")
    return find_command(word).read(rest.strip(), around)


_TAGGED = re.compile(
    r"(?:#(?P<hash>action|decision|decide|propose|proposal)\b:?|(?P<caps>ACTION|DECISION|PROPOSAL)\s*:)\s*",
    re.I,
)
_TAGS = {
    "action": "action",
    "decision": "decide",
    "decide": "decide",
    "propose": "propose",
    "proposal": "propose",
}


def _read_tagged(line: str, around: Surroundings) -> Line | None:
    """`#action ...` and `ACTION: ...`, for hands trained elsewhere."""
    found = _TAGGED.match(line)
    if not found:
        return None
    tag = (found["hash"] or found["caps"]).casefold()
    return find_command(_TAGS[tag]).read(line[found.end() :], around)


def _read_text(line: str, around: Surroundings) -> Line:
    on_record = re.match(r"!\s*(?=\w)([^:]{1,80}):(\s*)(?=\S)", line)
    if on_record and (on_record[2] or around.names.find(on_record[1])):
        return StatementLine(around.names.require(on_record[1]), line[on_record.end() :], on_record=True)
    head, colon, tail = line.partition(":")
    entity = around.names.find(head) if colon and len(head) <= 80 else None
    return StatementLine(entity, tail.strip()) if entity and tail.strip() else NoteLine(line)
