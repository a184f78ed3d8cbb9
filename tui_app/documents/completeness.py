"""The completeness of the files: each gap with what would close it, and the reasons given for those that stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tui_app.documents.letterhead import paper
from tui_app.documents.markdown import bullets, escape, heading, paragraph, strong
from tui_app.domain.calendar import long_date
from tui_app.domain.charter.charter import Charter
from tui_app.domain.completeness.gap import Gap
from tui_app.domain.meeting.meeting import Meeting

NO_GAP_SO_FAR = "No gap is open so far; what a meeting leaves behind is looked at once it is closed."


class Section(NamedTuple):
    """What was found of one meeting, or of the network's own files: each gap with the reason given for it, or none."""

    meeting: Meeting | None
    gaps: Sequence[tuple[Gap, str]]


def completeness_paper(charter: Charter, sections: Iterable[Section], on: date) -> str:
    """Every section with its open gaps, then the explained ones; one without a gap says so."""
    every = tuple(sections)
    still_open = sum(not reason for section in every for _, reason in section.gaps)
    to_come = any(section.meeting is not None and not section.meeting.over for section in every)
    whole = NO_GAP_SO_FAR if to_come else "The files are complete."
    told = f"{still_open} gap{'s are' if still_open != 1 else ' is'} open." if still_open else whole
    blocks = [block for section in every for block in _section(section)]
    return paper(charter, f"Completeness of the files as at {long_date(on)}", paragraph(strong(told)), *blocks)


def _section(section: Section) -> Iterator[str]:
    meeting = section.meeting
    yield heading(3, escape(f"{meeting.symbol}: {meeting.title}" if meeting else "The network"))
    still_open = [gap for gap, reason in section.gaps if not reason]
    yield bullets(escape(str(gap)) for gap in still_open) if still_open else paragraph("No gap is open.")
    explained = [(gap, reason) for gap, reason in section.gaps if reason]
    if explained:
        yield paragraph("With a reason on record:")
        yield bullets(escape(f"{gap.sentence}: {reason.removesuffix('.')}.") for gap, reason in explained)
