"""What needs attention on a day: a pure reading of the record, most urgent first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from .matter import Matter, Standing
from .of_comments import of_comments
from .of_deciding import of_answers, of_open_checks, of_referrals
from .of_documents import of_documents
from .of_files import of_files
from .of_follow_up import of_actions, of_decisions
from .of_meetings import of_annual, of_meetings, of_quarters
from .of_network import of_reviews, of_roster, of_terms
from .of_reports import of_reports
from .of_sharing import of_member_list
from .of_workplan import of_milestones

READERS: tuple[Callable[[Standing, date], Iterable[Matter]], ...] = (
    of_roster,
    of_meetings,
    of_comments,
    of_actions,
    of_decisions,
    of_referrals,
    of_open_checks,
    of_answers,
    of_quarters,
    of_annual,
    of_terms,
    of_reports,
    of_member_list,
    of_reviews,
    of_files,
    of_documents,
    of_milestones,
)
"""Each reads one kind of matter from the record as it stands on a day."""


def matters(standing: Standing, today: date) -> tuple[Matter, ...]:
    """Everything that needs attention on that day, most urgent first, the oldest first among equals."""
    found = [matter for read in READERS for matter in read(standing, today)]
    return tuple(sorted(found, key=lambda matter: (matter.urgency, matter.since or today)))
