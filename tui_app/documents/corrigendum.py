"""Corrigenda: each a paper of its own, and all of them behind the adopted minutes, which they leave as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui_app.documents.language import every_language, words_of
from tui_app.documents.letterhead import facts, paper
from tui_app.documents.markdown import document, escape, heading, paragraph
from tui_app.documents.phrases import in_a_sentence
from tui_app.documents.positions import Fact
from tui_app.domain.charter.charter import Charter
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.corrigendum import Corrigendum
from tui_app.domain.meeting.meeting import Meeting, title_in
from tui_app.domain.words import Words


@dataclass(frozen=True, slots=True)
class Made:
    """A corrigendum, and the meeting that made it, if one did."""

    corrigendum: Corrigendum
    at: Meeting | None = None


def corrigendum_paper(charter: Charter, meeting: Meeting, made: Made) -> str:
    """One corrigendum to the minutes of a meeting."""
    words, corrigendum = words_of(charter), made.corrigendum
    title = words("Corrigendum {number} to the minutes of the {meeting}", number=corrigendum.ordinal,
                  meeting=in_a_sentence(title_in(words, meeting)))  # fmt: skip
    about = [
        (words("Symbol"), f"{charter.symbol}/{meeting.symbol}/{corrigendum.number}"),
        (words("Minutes adopted on"), words.day(meeting.adopted_on)),
        (words("Checksum of the minutes"), meeting.sealed_checksum),
        *_made(made, words),
    ]
    return paper(charter, title, facts(about, words), heading(3, words("Correction")),
                 facts(_correction(corrigendum, words), words))  # fmt: skip


def with_corrigenda(charter: Charter, minutes: str, corrigenda: Iterable[Made]) -> str:
    """Adopted minutes, byte for byte as they were, and behind them what was put right since.

    Minutes that were imported with corrigenda go on with them under the heading that is there.
    """
    every = tuple(corrigenda)
    if not every:
        return minutes
    words = words_of(charter)
    note = words("Made after the adoption; what stands above is as it was adopted.")
    title = heading(3, words("Corrigenda"))
    begun = f"\n{title}\n" in minutes
    blocks = [block for made in every for block in _listed(made, words)]
    return f"{minutes}\n{document(*(() if begun else (title, paragraph(escape(note)))), *blocks)}"


def corrigenda_in(minutes: str) -> list[str]:
    """The numbers of the corrigenda that stand behind adopted minutes, in the language of these."""
    every = (_title(words, "0").partition("0") for words in every_language())
    titles = "|".join(rf"{re.escape(before)}(\d+){re.escape(after)}" for before, _, after in every)
    return [found[found.lastindex or 0] for found in re.finditer(rf"^(?:{titles})$", minutes, re.MULTILINE)]


def _title(words: Words, number: str) -> str:
    return heading(4, escape(words("Corrigendum {number}", number=number)))


def _listed(made: Made, words: Words) -> Iterator[str]:
    yield _title(words, made.corrigendum.ordinal)
    yield facts([*_correction(made.corrigendum, words), *_made(made, words)], words)


def _correction(corrigendum: Corrigendum, words: Words) -> Iterator[Fact]:
    yield words("For|what the minutes say"), corrigendum.says
    yield words("Read|what is right"), corrigendum.reads


def _made(made: Made, words: Words) -> Iterator[Fact]:
    if made.at is not None:
        at = in_a_sentence(title_in(words, made.at))
        yield words("Made at"), f"{words('the {meeting}', meeting=at)} ({made.at.symbol})"
    yield words("Decision"), made.corrigendum.decision
    yield words("Dated"), words.date(made.corrigendum.on)
    yield words("Recorded by"), made.corrigendum.by
