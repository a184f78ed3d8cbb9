"""Whether the files are complete (R-31): every gap of a meeting, and of the network."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ..attention.matter import Standing
from ..problem import Problem, did_you_mean
from ..words import ENGLISH, Words
from .gap import Gap, MeetingFiles
from .of_meeting import of_agenda, of_attendance, of_comments, of_minutes, of_session
from .of_network import of_member_list, of_reports, of_sent_reports
from .of_papers import of_decisions, of_documents, of_items, of_proposals, of_seal

OF_A_MEETING: tuple[Callable[[MeetingFiles, date, Words], Iterable[Gap]], ...] = (
    of_session,
    of_agenda,
    of_attendance,
    of_items,
    of_documents,
    of_proposals,
    of_decisions,
    of_minutes,
    of_comments,
    of_seal,
)
"""Each reads one kind of gap from what is on file of a meeting, as it stands on a day."""

OF_THE_NETWORK: tuple[Callable[[Standing, date, Words], Iterable[Gap]], ...] = (
    of_reports,
    of_sent_reports,
    of_member_list,
)
"""Each reads one kind of gap that is no meeting's."""


def meeting_gaps(files: MeetingFiles, today: date, words: Words = ENGLISH) -> tuple[Gap, ...]:
    """Every gap of a meeting, those that were explained too; none of one that was cancelled or is still to come.

    Of one that was imported nobody here can say what its files lack; only that its text is unchanged.
    """
    imported = files.meeting.imported is not None
    readers = (of_seal,) if imported else () if files.meeting.cancelled else OF_A_MEETING
    return tuple(gap for read in readers for gap in read(files, today, words))


def open_gaps(files: MeetingFiles, today: date) -> tuple[Gap, ...]:
    """The gaps of a meeting for which no reason was given."""
    explained = {each.gap for each in files.explained}
    return tuple(gap for gap in meeting_gaps(files, today) if not (gap.explainable and gap.key in explained))


def network_gaps(standing: Standing, today: date, words: Words = ENGLISH) -> tuple[Gap, ...]:
    """Every gap that is no meeting's."""
    return tuple(gap for read in OF_THE_NETWORK for gap in read(standing, today, words))


def require_explainable(gaps: Iterable[Gap], key: str) -> Gap:
    """The gap with a key, if a reason can close it; Problem with what would, or with the nearest key."""
    by_key = {gap.key: gap for gap in gaps}
    gap = by_key.get(" ".join(key.split()))
    if gap is None:
        there = did_you_mean(key, by_key) if by_key else "none is open."
        raise Problem(f"There is no gap {key!r}: {there}")
    if not gap.explainable:
        raise Problem(f"A reason does not close it; {gap.sentence}: {gap.closes}.")
    return gap
