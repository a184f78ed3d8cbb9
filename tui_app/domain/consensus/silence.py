"""A silence procedure in words: what is proposed when one is opened, what is to be done when it has run out."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ..calendar import long_date, short_date
from .proposal import Proposal, SilenceProcedure


def proposed_terms(now: datetime) -> str:
    """A deadline to begin from, and how the text went out: in a week, a Monday instead of a weekend, at 17:00."""
    day = now.date() + timedelta(days=7)
    day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
    return f"{short_date(day)} 17:00 by e-mail to all members"


def ran_out(proposal: Proposal, now: datetime) -> str:
    """The sentence for a silence procedure whose deadline has passed with nobody objecting; empty otherwise."""
    silence = proposal.silence
    if silence is None or not proposal.in_silence or now <= silence.deadline:
        return ""
    if any(position.objecting for position in proposal.positions):
        return ""
    until = f"{long_date(silence.deadline.date())}, {silence.deadline:%H:%M}"
    return f"Nobody objected in the silence procedure, which ended on {until}: a person confirms it."


def silence_words(symbol: str, silence: SilenceProcedure, today: date) -> str:
    """Until when a silence procedure on the proposal so named runs, or ran, and what a person has to do then."""
    until = f"{short_date(silence.deadline.date())}, {silence.deadline:%H:%M}"
    if today > silence.deadline.date():
        return f"The silence procedure on {symbol} ended on {until}: a person confirms it now."
    return f"The silence procedure on {symbol} runs until {until}: a person confirms it once that has passed."
