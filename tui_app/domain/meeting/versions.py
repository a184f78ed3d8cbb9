"""Two versions of a text beside each other: what was taken out, what is new."""

from __future__ import annotations

from difflib import SequenceMatcher

LEGEND = "[+new+]  [-taken out-]"
"""What the marks mean."""


def marked(before: str, after: str) -> str:
    """The text `after`, word by word, with the marks of `LEGEND` for what differs from `before`."""
    old, new = before.split(), after.split()
    parts: list[str] = []
    for _, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        removed, added = " ".join(old[start:end]), " ".join(new[new_start:new_end])
        if removed == added:
            parts.append(added)
            continue
        parts += [f"[-{removed}-]"] if removed else []
        parts += [f"[+{added}+]"] if added else []
    return " ".join(parts)
