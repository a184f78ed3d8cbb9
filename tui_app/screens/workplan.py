"""What can be done with the workplan of a year by single keys: its lines, their milestones, progress and links."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import day_and_date, read_past_date, short_date
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.problem import Problem
from tui_app.domain.workplan.line import typed_line
from tui_app.domain.workplan.workplan import WorkplanLine
from tui_app.screens.history_lines import whole_history
from tui_app.screens.place import Place
from tui_app.screens.progress_asking import ask_progress
from tui_app.screens.reading import show_whole
from tui_app.screens.whole import WholeRecord
from tui_app.screens.workplan_rows import line_choices, link_rows, milestone_rows, plan_rows, whole_line_rows
from tui_app.services import workplan
from tui_app.services.follow_up import report
from tui_app.services.rows import gather
from tui_app.widgets.rows import Column, Row

_FORM = "output [LEAD] with PARTNERS; gcm 1, 3; sdg 10.7; unsdcf 2.1; Q2 draft; Q4 adopted"


class Workplan(Place):
    """A place whose list shows the workplan of a year while `shows_workplan`."""

    def __init__(self) -> None:
        super().__init__()
        self._year = 0

    @property
    def shows_workplan(self) -> bool:
        """Whether the list shows the workplan now."""
        return True

    @property
    def year(self) -> int:
        """The year whose workplan is shown: this one, until another is chosen."""
        return self._year or self.book.today().year

    def show_workplan(self) -> None:
        """Show it, where the list shows something else."""

    def workplan_rows(self) -> list[Row]:
        """The list of the section."""
        return plan_rows(workplan.year_plan(self.book, self.year), self.book.today())

    # -- which year, which line ------------------------------------------

    def action_year_before(self) -> None:
        """The workplan of the year before."""
        self.attempt(lambda: self._show_year(self.year - 1))

    def action_year_after(self) -> None:
        """The workplan of the year after."""
        self.attempt(lambda: self._show_year(self.year + 1))

    def _show_year(self, year: int) -> None:
        self._require_workplan()
        self._year = workplan.read_year(str(year))
        self.show_record()
        self.rows().action_edge(-1)

    def _require_workplan(self) -> None:
        if not self.shows_workplan:
            raise Problem(f"This key is for the workplan: {key_of('network.section')} shows it.")

    def _on_line(self, deed: Callable[[WorkplanLine], object]) -> None:
        self.attempt(lambda: deed(self._line()))

    def _line(self) -> WorkplanLine:
        self._require_workplan()
        line = self.book.of(WorkplanLine).find(self.rows().key)
        if line is None:
            raise Problem(f"Put the cursor on a line of the workplan first: {key_of('network.add-line')} adds one.")
        return line

    def _choose(self, title: str, rows: Iterable[Row], width: int, then: Callable[[str], object]) -> None:
        self.choose(title, rows, Column("", width), Column(""), then=then)

    # -- what is planned -------------------------------------------------

    def action_add_line(self) -> None:
        """Ask for a line, and add it."""
        self.attempt(self._ask_new)

    def _ask_new(self) -> None:
        self.show_workplan()
        year = self.year

        def add(text: str) -> None:
            line = workplan.add_line(self.book, year, text)
            self.rows().go_to(line.id)

        self.ask(f"New line for {year}, as: {_FORM}", add, echo=lambda text: workplan.echo(self.book, text, year))

    def action_edit_line(self) -> None:
        """Ask for the line under the cursor anew."""
        self._on_line(self._ask_anew)

    def _ask_anew(self, line: WorkplanLine) -> None:
        def edit(text: str) -> None:
            workplan.edit_line(self.book, self.book.of(WorkplanLine).get(line.id), text)

        echo = partial(workplan.echo, self.book, year=line.year)
        self.ask(f"{line.number}, as: {_FORM}", edit, text=typed_line(line), echo=echo)

    def action_strike_line(self) -> None:
        """Strike the line under the cursor out, or restore it."""
        self._on_line(lambda line: workplan.strike_line(self.book, line))

    def action_line_up(self) -> None:
        """Move the line under the cursor up."""
        self._on_line(lambda line: workplan.move_line(self.book, line, -1))

    def action_line_down(self) -> None:
        """Move the line under the cursor down."""
        self._on_line(lambda line: workplan.move_line(self.book, line, 1))

    # -- what became of it -----------------------------------------------

    def action_line_progress(self) -> None:
        """Ask how far the line under the cursor has come."""
        self._on_line(lambda line: ask_progress(self, line.number, partial(report, self.book, line)))

    def action_milestone(self) -> None:
        """Ask which milestone of the line was reached, and when."""
        self._on_line(self._ask_milestone)

    def _ask_milestone(self, line: WorkplanLine) -> None:
        if not line.milestones:
            edit = key_of("network.edit-line")
            raise Problem(f"{line.number} has no milestone: {edit} edits the line, as in ; Q2 draft circulated.")
        if len(line.milestones) == 1:
            self._ask_day(line, 0)
            return
        rows = milestone_rows(line, self.book.today())
        self._choose(f"Which milestone of {line.number}?", rows, 3, lambda key: self._ask_day(line, int(key)))

    def _ask_day(self, line: WorkplanLine, place: int) -> None:
        milestone, today = line.milestones[place], self.book.today()

        def echo(phrase: str) -> str:
            return day_and_date(read_past_date(phrase, today))

        def done(phrase: str) -> None:
            there = self.book.of(WorkplanLine).get(line.id)
            on = read_past_date(phrase, today) if phrase.strip() else None
            marked = workplan.mark_milestone(self.book, there, place, on)
            if marked.status is not there.status:
                self.tell(f"{marked.number} is {marked.status} now.")

        self.ask(
            f"{milestone}: done on; empty: it is not done", done,
            text=short_date(milestone.done_on) if milestone.done_on else "today", echo=echo,
        )  # fmt: skip

    # -- what serves it --------------------------------------------------

    def action_link(self) -> None:
        """Link a decision or an action to the line under the cursor, or the decision there to a line."""
        self.attempt(self._ask_link)

    def _ask_link(self) -> None:
        self._require_workplan()
        decision = self.book.of(Decision).find(self.rows().key)
        if decision is not None:
            self._ask_line(decision)
            return
        line = self._line()
        first = {each.symbol for each in workplan.year_plan(self.book, line.year).unserved}
        left = [each for each in workplan.linkable(self.book) if each.symbol not in line.linked]
        if not left:
            raise Problem(f"There is no decision and no action that is not linked to {line.number} already.")
        ordered = sorted(left, key=lambda each: each.symbol not in first)
        self._choose(
            f"What serves {line.number}?", link_rows(ordered), 12,
            lambda symbol: workplan.link(self.book, line, [symbol]),
        )  # fmt: skip

    def _ask_line(self, decision: Decision) -> None:
        lines = workplan.year_plan(self.book, self.year).lines
        if not lines:
            raise Problem(f"The workplan for {self.year} has no line yet: {key_of('network.add-line')} adds one.")
        self._choose(
            f"Which line does {decision.number} serve?", line_choices(lines), 4,
            lambda key: workplan.link(self.book, self.book.of(WorkplanLine).get(key), [decision.symbol]),
        )  # fmt: skip

    def action_unlink(self) -> None:
        """Take a link of the line under the cursor back."""
        self._on_line(self._ask_unlink)

    def _ask_unlink(self, line: WorkplanLine) -> None:
        linked = [each for each in workplan.linkable(self.book) if each.symbol in line.linked]
        if not linked:
            raise Problem(
                f"Nothing is linked to {line.number}: {key_of('network.link')} links a decision or an action."
            )
        self._choose(
            f"What serves {line.number} no more?", link_rows(linked), 12,
            lambda symbol: workplan.unlink(self.book, line, [symbol]),
        )  # fmt: skip

    def action_line_history(self) -> None:
        """Show who changed the line under the cursor and when, before and after."""
        self._on_line(self._show_history)

    def _show_history(self, line: WorkplanLine) -> None:
        address = (self.book.of(WorkplanLine).name, line.id)
        self.app.push_screen(whole_history(self.book, line.symbol, address))

    def action_whole_line(self) -> None:
        """Show everything about the line, or about the decision, under the cursor."""
        self.attempt(self._show_whole)

    def _show_whole(self) -> None:
        self._require_workplan()
        decision = self.book.of(Decision).find(self.rows().key)
        if decision is not None:
            show_whole(self.minutebook, decision, gather(self.book))
            return
        line = self._line()
        texts = {each.symbol: each.text for each in workplan.linkable(self.book)}
        self.app.push_screen(WholeRecord(line.symbol, whole_line_rows(line, texts, self.book.today())))
