"""Home: what needs attention today, most urgent first, and the year with all its meetings."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from tui_app.commands.catalogue import action_of, hint_of, key_of
from tui_app.domain.attention.attention import matters
from tui_app.domain.attention.matter import Astray, Matter, Urgency
from tui_app.domain.calendar import day_and_date
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.quarters import first_year
from tui_app.domain.problem import Problem
from tui_app.screens.beside import Beside
from tui_app.screens.place import bindings_of
from tui_app.screens.year_rows import year_rows
from tui_app.services.attention import standing
from tui_app.widgets.rows import Column, Row, Rows

if TYPE_CHECKING:
    from tui_app.services.rows import Shelf

_LOOKS = {Urgency.NOW: "bold", Urgency.LATE: "late", Urgency.SOON: "", Urgency.LATER: "dim"}

_NONE = "none"
"""The key of the line that stands where nothing else needs attention."""

_UNBROKEN = "\u00a0"
"""Keeps a key and its word on one line: wrapping breaks at plain spaces only."""


class Home(Beside):
    """The first place: every line leads to where it is dealt with."""

    NAME = "home"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("home")

    def __init__(self) -> None:
        super().__init__()
        self._matters: dict[str, Matter] = {}
        self._astray: tuple[Astray, ...] = ()
        self._year: int | None = None
        self._around: Shelf | None = None

    def compose_body(self) -> ComposeResult:
        """One list: the matters, then the year; beside it the record that a line is about."""
        yield from self.compose_beside(Rows(Column("what", 12), Column("sentence"), id="matters"))

    def hints(self) -> str:
        """The footer, with the places of a meeting: whoever opens the program for the first time has seen no other."""
        elsewhere = ("2 agenda", "3 minutes", hint_of("any.palette", "find"))
        return "  ".join((hint_of("home.go"), *elsewhere, hint_of("any.help"), hint_of("any.quit")))

    def whole(self, key: str) -> list[Row]:
        """The record, or the meeting, that a line leads to."""
        from tui_app.screens.record_rows import record_rows
        from tui_app.services.rows import gather

        if self._around is None:
            self._around = gather(self.book)
        matter = self._matters.get(key)
        led_to = (matter.record, matter.meeting) if matter else (key,)
        return next(filter(None, (record_rows(self.book, id, self._around) for id in led_to)), [])

    def on_screen_resume(self) -> None:
        """Seen again, and the place shows what it must: then the disk is looked at."""
        if not self._stale:  # else that comes with the record
            self.call_after_refresh(self._look_for_files)

    def show_record(self) -> None:
        """Everything that needs attention today; whether files are in place is added once the disk was looked at."""
        self._around = None
        self._show_matters()
        self.call_after_refresh(self._look_for_files)

    @work(exclusive=True)
    async def _look_for_files(self) -> None:
        """Beside the work: no key and no first screen waits for a disk."""
        from tui_app.services.astray import documents_to_look_at, look_for

        book = self.book
        documents = documents_to_look_at(book, book.today())
        astray = await asyncio.to_thread(look_for, book, documents) if documents else ()
        if astray != self._astray and book is self.book:
            self._astray = astray
            self._show_matters()

    def _show_matters(self) -> None:
        today, there = self.book.today(), standing(self.book, self._astray)
        self._matters = {f"{each.what}: {each.sentence}": each for each in matters(there, today)}
        needs = f"Needs attention on {day_and_date(today)}: {key_of('home.go')} goes there, then the key in [ ]"
        told = needs if self._matters else day_and_date(today)
        rows = [Row("", (told,), "heading"), *self._matter_rows(), Row("", ("",), "heading")]
        self.rows().show([*rows, *year_rows(there, today, self._year)], whole=True)
        self.call_after_refresh(self.show_beside)

    def _matter_rows(self) -> list[Row]:
        rows = [Row(key, (each.what, _told(each)), _LOOKS[each.urgency]) for key, each in self._matters.items()]
        if not self.book.meetings():
            rows.append(Row(_NONE, ("", f"No meeting yet: {key_of('any.new-meeting')} plans the first one.")))
        return rows or [Row(_NONE, ("", "Nothing needs attention."))]

    def action_year_before(self) -> None:
        """Show the year before."""
        self.attempt(lambda: self._show_year(-1))

    def action_year_after(self) -> None:
        """Show the year after."""
        self.attempt(lambda: self._show_year(1))

    def _show_year(self, years: int) -> None:
        """Another year in place of this one and those to come; Problem where the record has none."""
        today = self.book.today()
        year, first = (self._year or today.year) + years, first_year(self.book.meetings(), today)
        if year < first:
            raise Problem(f"The record begins with the year {first}.")
        if year > today.year:
            raise Problem("This year is shown, and every later one in which a meeting is planned.")
        self._year = year if year < today.year else None
        self._show_matters()
        self._to_year()

    def _to_year(self) -> None:
        """The cursor goes to the first line of the year, which may be far below what needs attention."""
        rows = self.rows().rows
        heading = next(n for n, row in enumerate(rows) if not row.key and row.cells[0].startswith("The year "))
        self.rows().go_to(rows[-1].key)  # from there upwards, the year comes to the top
        self.rows().go_to(rows[heading + 1].key)

    def action_go(self) -> None:
        """Go to what the line is about."""
        self._go_to(self.rows().key)

    def _go_to(self, key: str) -> None:
        if not self.book.meetings() and key == _NONE:
            self.minutebook.action_new_meeting()
            return
        if key in self._matters:
            self._go_to_matter(self._matters[key])
            return
        meeting = self.book.of(Meeting).find(key)
        if meeting is not None:
            self.minutebook.choose_meeting(meeting.id)
            self.app.switch_mode("minutes" if meeting.held else "agenda")

    def _go_to_matter(self, matter: Matter) -> None:
        """To its place and record; only a place that is about one meeting changes the meeting that is shown."""
        if matter.place == self.NAME:
            self.minutebook.action_new_meeting()
            return
        if matter.meeting:
            self.minutebook.choose_meeting(matter.meeting)
        self.minutebook.show(matter.place, matter.record)


def _told(matter: Matter) -> str:
    """The sentence, its clause, and the key that deals with it: `... (KEN:134) [a answer]`."""
    clause = f" ({matter.clause})" if matter.clause else ""
    deed = action_of(matter.deed) if matter.deed else None
    key = f"{key_of(deed.id)} {(deed.hint or deed.title).lower()}" if deed else key_of("home.go")
    return f"{matter.sentence}{clause} [{key.replace(' ', _UNBROKEN)}]"
