"""What may be typed into the record: text that every screen, file and mail shows alike."""

from __future__ import annotations

import re

_LINE_END = "\r\n|[\r\v\f\x85\u2028\u2029]"

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
_UNWANTED = (
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters: they drive terminals and break files
    "\u202a-\u202e"  # bidirectional embeddings and overrides: they can show text in a false order
    "\ufeff"  # byte order mark: unseen, and makes equal names differ
    "\ud800-\udfff"  # lone surrogates: no file can hold them
    f"{_NONCHARACTERS}]"
)


def clean(text: str) -> tuple[str, int]:
    """The text fit for the record, and how many characters were removed to make it so.

    Every kind of line end (Word's soft break and U+2028 too) becomes a newline and a tab
    becomes a space; neither counts as removed. Control characters, bidirectional
    overrides, byte order marks, lone surrogates and noncharacters are removed. All else
    stays exactly as typed: accents are not recomposed, spaces are not collapsed, and the
    marks, joiners and isolates that Arabic, Persian and emoji are written with are kept.
    """
    lines = re.sub(_LINE_END, "\n", text).replace("\t", " ")
    return re.subn(_UNWANTED, "", lines)
