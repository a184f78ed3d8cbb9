"""The meetings whose files are not complete."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..completeness.completeness import open_gaps
from ..completeness.gap import Gap
from .matter import Matter, Standing, Urgency, brief

_TOLD_BY_ITSELF = frozenset({"minutes", "session"})
"""What Home tells of a meeting anyway."""


def of_files(standing: Standing, today: date) -> Iterable[Matter]:
    """The meetings that were held and whose files lack what has no line of its own here; it leads to the last one."""
    lacking = [files for files in standing.files if any(map(_told_only_here, open_gaps(files, today)))]
    if lacking:
        symbols = ", ".join(files.meeting.symbol for files in lacking)
        yield Matter(
            urgency=Urgency.LATER,
            what="files",
            place="papers",
            meeting=lacking[-1].meeting.id,
            clause=lacking[-1].clause("Files"),
            record="completeness",
            deed="papers.explain",
            sentence=f"The files of {brief(symbols)} have gaps, which the completeness report names.",
        )


def _told_only_here(gap: Gap) -> bool:
    return gap.key not in _TOLD_BY_ITSELF
