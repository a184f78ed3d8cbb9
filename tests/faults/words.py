"""Text and numbers that break other programs."""

from __future__ import annotations

from pathlib import Path

from tests.faults.found import Found, is_one_sentence
from tests.register.sample_records import Remark, new_register, open_register
from tui_app.domain.problem import Problem
from tui_app.register import Register

WORDS = (
    "NUL \0 and \x01\x1f\x7f",
    "a line separator \u2028, a paragraph separator \u2029, a next line \x85",
    "LF \n CR LF \r\n CR \r tab \t and \\n",
    'what a line of the journal begins with: {"n":1,"ops":[]} {"n":2',
    "0" * 64 + " {}",
    "right to left \u202e, zero width \u200b\u200d, byte order \ufeff, no character \uffff \ufffe",
    "beyond the first plane \U0001f600\U0010ffff, combining e\u0301\u0327",
    "half a pair \ud83d",
    "\udc80 the other half",
    "\ude00\ud83d the wrong way round",
)
NUMBERS = (0, -1, 2**53 + 1, 2**63, 2**64, -(2**64), 2**70, 10**300)


def hostile_words(folder: Path, megabytes: int) -> Found:
    """Each is saved and read again as it was, or refused in a sentence and nothing of it written."""
    remarks = [Remark(f"w{n}", words, words, (words,)) for n, words in enumerate(WORDS)]
    remarks += [Remark(f"n{n}", "g", "number", minutes=number) for n, number in enumerate(NUMBERS)]
    remarks.append(Remark("long", "g", "Zürich \u2028" * (megabytes * 100_000)))
    found, saved = Found(), []
    with new_register(folder) as register:
        for remark in remarks:
            saved += [remark] if _is_saved(register, remark) else []
            found += Found(1, silent=_is_silent(register, remark, remark in saved))
    with open_register(folder) as register:
        lost = [remark for remark in saved if register.repository(Remark).find(remark.id) != remark]
        more = register.repository(Remark).all() != tuple(saved)
    return found + Found(acknowledged=len(saved), lost=len(lost), silent=more)


def _is_saved(register: Register, remark: Remark) -> bool:
    try:
        return register.repository(Remark).put(remark) == remark
    except Problem as problem:
        return not is_one_sentence(problem)


def _is_silent(register: Register, remark: Remark, saved: bool) -> bool:
    """Whether it was refused although it has a form in UTF-8, or not refused although it has none."""
    has_form = not any("\ud800" <= character <= "\udfff" for character in remark.text[:100])
    return saved != has_form or (register.repository(Remark).find(remark.id) is not None) != saved
