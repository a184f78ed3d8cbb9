"""Circulating and adopting by keys: to whom it goes, until when comments are asked for, and whether it is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import day_and_date, read_coming_date
from tui_app.domain.consensus.declaring import listed
from tui_app.domain.meeting.circulated import PaperKind, recipients_and_day
from tui_app.domain.meeting.meeting import Meeting
from tui_app.screens.place import Place
from tui_app.services import adopting
from tui_app.services.circulating import (
    Circulation,
    before_circulating,
    circulate,
    kept_comments_by,
    kind_to_circulate,
    proposed_recipients,
    read_recipients,
    went_out,
)
from tui_app.services.versions import told_of_version


def ask_circulation(place: Place) -> None:
    """Ask to whom the agenda or the minutes went and, if not today, when; then until when comments are awaited."""
    meeting, book = place.require_meeting(), place.book
    kind = kind_to_circulate(meeting)
    odd = tuple(before_circulating(book, meeting))
    version = 1 + (meeting.agenda_version if kind is PaperKind.AGENDA else meeting.minutes_version)

    def read(typed: str) -> Circulation:
        named, on = recipients_and_day(typed, book.today(), meeting.on if kind is PaperKind.MINUTES else None)
        asked = Circulation(recipients=read_recipients(book, meeting, named), on=on)
        went_out(book, meeting, asked)
        return asked

    def echo(typed: str) -> str:
        asked = read(typed)
        if not asked.recipients:
            return "The body has no member on record: name who gets it"
        when = f"on {day_and_date(asked.on)}" if asked.on else "today (or add: on 12 Sep)"
        return f"To {len(asked.recipients)} {when}: {listed([*asked.recipients])}"

    def named(typed: str) -> None:
        _ask_until_when(place, f"{kind} v{version}", read(typed))

    asked = place.ask(f"{kind.capitalize()} v{version} of {meeting.symbol} went to", named,
                      text=proposed_recipients(book, meeting), echo=echo,
                      chain=f"circulation of {meeting.symbol}")  # fmt: skip
    for sentence in odd if asked else ():
        place.tell(sentence)


def _circulate(place: Place, meeting: Meeting, circulation: Circulation) -> None:
    """Record it, and tell what differs from the version before it."""
    circulated, done = circulate(place.book, meeting, circulation)
    differs = told_of_version(place.book, circulated)
    shown = f" {differs} {key_of('papers.versions')} shows them." if differs else ""
    place.tell(f"{meeting.symbol}: {done}.{shown}")


def _ask_until_when(place: Place, paper: str, asked: Circulation) -> None:
    """Comments on minutes are awaited for two weeks unless another day is named; on an agenda only if one was or is.

    Counted from the day on which it went out.
    """
    meeting, book = place.require_meeting(), place.book
    before = kept_comments_by(book, meeting, asked.on)

    def read(phrase: str) -> date | None:
        return read_coming_date(phrase, asked.on or book.today()) if phrase.strip() else None

    def echo(phrase: str) -> str:
        due = read(phrase)
        return f"Comments by {day_and_date(due)}" if due else "No day for comments"

    place.ask(
        f"{paper.capitalize()}: comments by? May stay empty",
        lambda phrase: _circulate(place, meeting, replace(asked, comments_by=read(phrase))),
        text="+2w" if paper.startswith(PaperKind.MINUTES) else str(before or ""),
        echo=echo,
    )


def ask_adoption(place: Place) -> None:
    """Ask, since it cannot be undone, then adopt the minutes."""
    meeting, book = place.require_meeting(), place.book
    sentences = adopting.before_adopting(book, meeting)
    place.confirm(f"Adopt the minutes of {meeting.symbol}?", sentences, "adopt them",
                  lambda: adopting.adopt(book, meeting))  # fmt: skip
