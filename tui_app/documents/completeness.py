"""The completeness of the files: each gap with what would close it, and the reasons given for those that stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tui_app.documents.language import words_of
from tui_app.documents.letterhead import paper
from tui_app.documents.markdown import bullets, escape, heading, paragraph, strong
from tui_app.domain.charter.charter import Charter
from tui_app.domain.completeness.gap import Gap
from tui_app.domain.meeting.meeting import Meeting, title_in
from tui_app.domain.words import Words

NO_GAP_SO_FAR = "No gap is open so far; what a meeting leaves behind is looked at once it is closed."


class Section(NamedTuple):
    """What was found of one meeting, or of the network's own files: each gap with the reason given for it, or none."""

    meeting: Meeting | None
    gaps: Sequence[tuple[Gap, str]]


def completeness_paper(charter: Charter, sections: Iterable[Section], on: date) -> str:
    """Every section with its open gaps, then the explained ones; one without a gap says so."""
    every, words = tuple(sections), words_of(charter)
    still_open = sum(not reason for section in every for _, reason in section.gaps)
    to_come = any(section.meeting is not None and not section.meeting.over for section in every)
    whole = words(NO_GAP_SO_FAR if to_come else "The files are complete.")
    told = words.count(still_open, "1 gap is open.", "{number} gaps are open.") if still_open else whole
    title = words("Completeness of the files as at {day}", day=words.date(on))
    return paper(charter, title, paragraph(strong(told)), *(b for section in every for b in _section(section, words)))


def _section(section: Section, words: Words) -> Iterator[str]:
    meeting = section.meeting
    title = f"{meeting.symbol}{words.colon}{title_in(words, meeting)}" if meeting else words("The network")
    yield heading(3, escape(title))
    still_open = [gap for gap, reason in section.gaps if not reason]
    yield bullets(escape(gap.told(words)) for gap in still_open) if still_open else paragraph(words("No gap is open."))
    explained = [(gap, reason) for gap, reason in section.gaps if reason]
    if explained:
        yield paragraph(words("With a reason on record:"))
        yield bullets(escape(f"{gap.sentence}{words.colon}{reason.removesuffix('.')}.") for gap, reason in explained)
