"""Writing a paper to a file by keys: which one, where, under what name."""

from __future__ import annotations

from tui_app.domain.membership.roster import Entity
from tui_app.screens.asking import Choose
from tui_app.screens.paper_chosen import Chosen
from tui_app.screens.place import Place
from tui_app.services import filing
from tui_app.services.calendar import calendar_bytes, calendar_name
from tui_app.services.papers import CALENDAR, ENTITY, file_name, paper
from tui_app.widgets.rows import Column, Row


def ask_file(place: Place, chosen: Chosen) -> None:
    """Ask what the paper leaves open, then where, and write it."""
    asked = {CALENDAR: _ask_which, ENTITY: _ask_whose}.get(chosen.key, _ask_where_paper)
    asked(place, chosen)


def _ask_which(place: Place, chosen: Chosen) -> None:
    """The calendar as the file that Outlook reads: of the year, or of the meeting shown alone."""
    book, meeting, year = place.book, place.require_meeting(), chosen.year(place.book)
    rows = [
        Row(year, (f"all meetings of {year}",)),
        Row(meeting.symbol, (f"{meeting.symbol} alone: {meeting.title}",)),
    ]

    def picked(of: str | None) -> None:
        if of:
            place.attempt(lambda: _ask_where(place, chosen, calendar_bytes(book, of), calendar_name(book, of)))

    place.app.push_screen(Choose("A calendar file (.ics), for Outlook and others, with", rows, key=year), picked)


def _ask_whose(place: Place, chosen: Chosen) -> None:
    """The sheet of one of the entities on record."""
    book = place.book
    entities = sorted(book.of(Entity).all(), key=lambda entity: entity.acronym.casefold())

    def picked(of: str | None) -> None:
        if of:
            _ask_where(place, chosen, paper(book, ENTITY, entity=of), file_name(book, ENTITY, entity=of))

    rows = [Row(each.acronym, (each.acronym, each.name)) for each in entities]
    place.app.push_screen(Choose("The sheet of which entity?", rows, Column("", 10), Column("")), picked)


def _ask_where_paper(place: Place, chosen: Chosen) -> None:
    _ask_where(place, chosen, chosen.text(place.book), chosen.file_name(place.book))


def _ask_where(place: Place, chosen: Chosen, text: str | bytes, name: str) -> None:
    def written(typed: str) -> None:
        path = filing.file_away(text, filing.read_file_path(typed, name))
        place.tell(chosen.written(path))

    def echo(typed: str) -> str:
        path = filing.read_file_path(typed, name)
        return f"Replaces {path}" if path.exists() else f"Writes {path}"

    place.ask(f"Write the {chosen.named} to", written, text=str(filing.papers_folder() / name), echo=echo,
              reads=True)  # fmt: skip
