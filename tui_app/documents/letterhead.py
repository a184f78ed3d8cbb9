"""What every paper has around its text: the classification, the network's name, the standing footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui_app.documents.language import INTERNAL, words_of
from tui_app.documents.markdown import bullets, document, escape, heading, paragraph, quote, rule, strong
from tui_app.domain.charter.charter import Charter, Clause, Footnote, Handling, Wording
from tui_app.domain.words import ENGLISH, Words

_MARKS = "¹²³⁴⁵⁶⁷⁸⁹"


def paper(charter: Charter, title: str, *blocks: str, public: bool = False, readers: Iterable[str] = ()) -> str:
    """A whole paper: `title` is raw text, `blocks` are Markdown; only a release lifts the classification (R-70).

    `readers`: who reads it beside the members. The name stands first, since a Markdown file begins with its heading.
    """
    classification = "" if public else quote(paragraph(escape(internal_words(charter, readers))))
    name = heading(1, escape(charter.name))
    return _with_footnotes(charter, (name, classification, heading(2, escape(title)), *blocks))


def enclosed(charter: Charter, text: str, source: str) -> str:
    """Markdown that was written elsewhere, word for word, between what every paper has around it; `source` is raw."""
    classification = quote(paragraph(escape(internal_words(charter))), paragraph(escape(source)))
    return _with_footnotes(charter, (heading(1, escape(charter.name)), classification, text.strip("\n")))


def classified(text: str) -> bool:
    """Whether a text has the classification of a paper that this program wrote, below its heading or before it."""
    return any(line.startswith("> INTERNAL USE ONLY") for line in text.split("\n", 4)[:4])


def facts(pairs: Iterable[tuple[str, str]], words: Words = ENGLISH) -> str:
    """Lines of `label: value`, both raw text, with the colon of a language; a fact without a value is left out."""
    return bullets(strong(label) + escape(f"{words.colon}{value}") for label, value in pairs if value)


def cited(clauses: Iterable[Clause | str]) -> str:
    """` (KEN:134, KEN:139)`, to stand behind a sentence; empty without a clause."""
    named = ", ".join(filter(None, clauses))
    return f" ({named})" if named else ""


def internal_words(charter: Charter, readers: Iterable[str] = ()) -> str:
    """The classification of every paper that no decision released, with its clause; `readers` beside the members."""
    rule, words = charter.confidentiality, words_of(charter)
    stated = rule.statement is Handling.INTERNAL
    unless = f", {words('unless {condition}', condition=rule.unless)}" if stated and rule.unless else ""
    source = cited(rule.clauses) if stated else ""
    short = charter.wording.network_short
    named = words("the members of {network}", network=short)
    members = words("the members of the Network") if short == Wording().network_short else named
    beside = [each for each in readers if each.casefold().removeprefix("all ") != "members"]
    return f"{words(INTERNAL, readers=words.all_of([*beside, members]))}{unless}{source}."


def footnote_marks(charter: Charter) -> Iterator[tuple[str, Footnote]]:
    """Each standing footnote with its mark."""
    return zip(_MARKS, charter.footnotes, strict=False)


def _with_footnotes(charter: Charter, blocks: tuple[str, ...]) -> str:
    """Each standing footnote once, its mark behind the first mention of what it explains (R-02)."""
    text = document(*blocks).rstrip("\n")
    notes = []
    for mark, note in footnote_marks(charter):
        mention = rf"(?<!\w){re.escape(escape(note.mark))}(?!\w)"
        text = re.sub(mention, lambda found, mark=mark: found[0] + mark, text, count=1)  # type: ignore[misc]
        notes.append(paragraph(f"{mark} {escape(note.text)}"))
    return document(text, rule(), *notes) if notes else document(text)
