"""Writing a paper to a file by keys: which one, in which format, where, under what name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from tui_app.commands.ways import with_key
from tui_app.documents.formats.formats import FORMATS, ICS, WORD, ending_of, formats_of, require_format
from tui_app.domain.membership.roster import Entity
from tui_app.domain.problem import Problem
from tui_app.screens.asking import Choose
from tui_app.screens.paper_chosen import Chosen
from tui_app.screens.place import Place
from tui_app.services import filing
from tui_app.services.papers import CALENDAR, ENTITY
from tui_app.widgets.rows import Column, Row

Written = Callable[[Path], object]
"""Called with the file once it is written."""


def ask_file(place: Place, chosen: Chosen, then: Written) -> None:
    """Ask what the paper leaves open, then where, and write it in the format in which its kind was written last."""
    form = filing.usual_format(chosen.kind)
    if chosen.kind == ENTITY:
        _ask_whose(place, chosen, form, then)
    elif chosen.kind == CALENDAR and form == ICS:
        _ask_which(place, chosen, then)
    else:
        _ask_where(place, chosen, form, then)


def ask_format(place: Place, chosen: Chosen, then: Written) -> None:
    """Ask for another format, which is remembered for that kind of paper; then as `ask_file`."""
    names = formats_of(chosen.kind)

    def picked(name: str | None) -> None:
        if name:
            filing.note_format(chosen.kind, name)
            place.attempt(lambda: ask_file(place, chosen, then))

    rows = [Row(name, (f".{name}", FORMATS[name].does)) for name in names]
    title = f"Write the {chosen.named} in which format?"
    now = filing.usual_format(chosen.kind)
    place.app.push_screen(Choose(title, rows, Column("", 6), Column(""), key=now), picked)


def _ask_which(place: Place, chosen: Chosen, then: Written) -> None:
    """The calendar of the year, or of the meeting shown alone."""
    meeting, year = place.require_meeting(), chosen.year(place.book)
    rows = [
        Row(year, (f"all meetings of {year}",)),
        Row(meeting.symbol, (f"{meeting.symbol} alone: {meeting.title}",)),
    ]

    def picked(of: str | None) -> None:
        if of:
            place.attempt(lambda: _ask_where(place, replace(chosen, alone=of != year), ICS, then))

    place.app.push_screen(Choose("A calendar file (.ics), for Outlook and others, with", rows, key=year), picked)


def _ask_whose(place: Place, chosen: Chosen, form: str, then: Written) -> None:
    """The sheet of one of the entities on record."""
    entities = sorted(place.book.of(Entity).all(), key=lambda entity: entity.acronym.casefold())

    def picked(of: str | None) -> None:
        if of:
            place.attempt(lambda: _ask_where(place, replace(chosen, entity=of), form, then))

    rows = [Row(each.acronym, (each.acronym, each.name)) for each in entities]
    place.app.push_screen(Choose("The sheet of which entity?", rows, Column("", 10), Column("")), picked)


def _ask_where(place: Place, chosen: Chosen, form: str, then: Written) -> None:
    """Ask for the path; the ending that is typed names the format too."""
    book = place.book
    chosen.text(book)  # where there is no such paper it is told before anything is asked
    name = chosen.file_name(book, form)

    def path_of(typed: str) -> Path:
        path = filing.read_file_path(typed, name)
        require_format(chosen.kind, ending_of(path))
        return path

    def written(typed: str) -> None:
        path = path_of(typed)
        ending = ending_of(path)
        content = chosen.content(book, ending)
        filing.note_format(chosen.kind, ending)
        if ending == WORD:
            filing.require_place(path)
            place.tell("Writing the Word file ...")
            place.run_worker(lambda: _write_beside_the_work(place, content, path, then), thread=True)
        else:
            then(filing.file_away(content(), path))

    def echo(typed: str) -> str:
        path = path_of(typed)
        return f"Replaces {path}" if path.exists() else f"Writes {path}"

    place.ask(
        f"Write the {chosen.named} (.{form}) to",
        written,
        text=str(filing.papers_folder() / name),
        echo=echo,
        reads=True,
    )


def _write_beside_the_work(place: Place, content: Callable[[], bytes], path: Path, then: Written) -> None:
    """Called in a thread of its own: a Word file of long minutes takes seconds."""
    told: Callable[[], object]
    try:
        written = filing.file_away(content(), path)
        told = partial(then, written)
    except Problem as problem:
        told = partial(place.tell, with_key(problem), wrong=True)
    place.app.call_from_thread(place.forget)  # that it is being written
    place.app.call_from_thread(told)
