"""Network: who belongs to it as at a day, who chairs, and its charter with clauses and open questions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui_app.commands.catalogue import actions_of, key_of
from tui_app.commands.places import SECTIONS
from tui_app.domain.calendar import day_and_date, read_date, read_past_date, read_since, short_date
from tui_app.domain.charter.charter import Binding, Tier
from tui_app.domain.membership.roster import NETWORK, Body, Seat
from tui_app.domain.membership.tenure import ChairTerm
from tui_app.domain.problem import Problem
from tui_app.domain.workplan.workplan import WorkplanLine
from tui_app.resources import stylesheet
from tui_app.screens.chair_rows import term_at
from tui_app.screens.chairs import Chairs
from tui_app.screens.group_rows import group_rows, review_key
from tui_app.screens.groups import Groups
from tui_app.screens.network_beside import NetworkBeside
from tui_app.screens.network_rows import chairs_rows, charter_rows, discrepancy_rows, roster_rows
from tui_app.screens.place import bindings_of
from tui_app.screens.shown_paper import ShownPaper
from tui_app.screens.workplan import Workplan
from tui_app.services import membership, sharing
from tui_app.services.basis import record_basis
from tui_app.services.disagreements import disagreements, settle
from tui_app.services.entity_sheet import entity_text
from tui_app.widgets.rows import Column, Row, Rows

_ADMISSION = "admission"


def overruled(section: str) -> frozenset[str]:
    """The actions of other sections whose keys do something else in this one."""
    ours = {a.method: {*a.keys} for a in actions_of("network") if a.place == "network"}
    keys = {key for method in SECTIONS[section] for key in ours[method]}
    return frozenset(method for method in ours.keys() - SECTIONS[section] if ours[method] & keys)


class Network(NetworkBeside, Chairs, Workplan, Groups):
    """Six sections, one shown at a time; Tab goes to the next."""

    CSS_PATH = stylesheet("network")
    NAME = "network"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("network")

    def __init__(self) -> None:
        super().__init__()
        self._section = "Roster"
        self._overruled = {section: overruled(section) for section in SECTIONS}
        self._on: date | None = None

    @property
    def on(self) -> date:
        """The day as at which the roster is shown."""
        return self._on or self.book.today()

    def compose_body(self) -> ComposeResult:
        """The names of the sections, then the one chosen."""
        yield Static("", id="sections", markup=False)
        yield from self.compose_beside(Rows(Column("subject", 19), Column("words")))

    def show_record(self) -> None:
        """The section chosen."""
        names = "".join(f"[{each}]" if each == self._section else f" {each} " for each in SECTIONS)
        self.query_one("#sections", Static).update(names)
        writers: dict[str, Callable[[], list[Row]]] = {
            "Roster": lambda: roster_rows(self.book, self.on),
            "Chairs": lambda: chairs_rows(self.book),
            "Charter": lambda: charter_rows(self.book),
            "Discrepancies": lambda: discrepancy_rows(self.book),
            "Workplan": self.workplan_rows,
            "Groups": lambda: group_rows(self.book, self.book.today()),
        }
        self.rows().show(writers[self._section]())
        self.call_after_refresh(self.show_beside)
        self.show_hints()

    def _show_section(self, name: str) -> None:
        self._section = name
        self.show_record()
        self.rows().action_edge(-1)

    def action_section(self) -> None:
        """To the next section."""
        self._show_section_beside(1)

    def action_section_before(self) -> None:
        """Back to the section before."""
        self._show_section_beside(-1)

    def _show_section_beside(self, step: int) -> None:
        names = [*SECTIONS]
        self._show_section(names[(names.index(self._section) + step) % len(names)])

    def hints(self) -> str:
        """The keys of the section, and those that work in each."""
        shown = {"section", *SECTIONS[self._section]}
        every = (each for each in actions_of(self.NAME) if each.hint and each.key)
        return "  ".join(f"{each.key} {each.hint}" for each in every if each.place != self.NAME or each.method in shown)

    @property
    def shows_chairs(self) -> bool:
        """Whether the section is that of the chairs."""
        return self._section == "Chairs"

    @property
    def shows_workplan(self) -> bool:
        """Whether the section is that of the workplan."""
        return self._section == "Workplan"

    def show_workplan(self) -> None:
        """The section of the workplan."""
        if self._section != "Workplan":
            self._show_section("Workplan")

    def seek(self, record: str) -> None:
        """A line of the workplan in its year, a term among the chairs, a group by its review; a seat in the roster."""
        line, group = self.book.of(WorkplanLine).find(record), self.book.of(Body).find(record)
        term = self.book.of(ChairTerm).find(record)
        if line is not None:
            self._year = line.year
        self._show_section("Workplan" if line else "Groups" if group else "Chairs" if term else "Roster")
        super().seek(review_key(group) if group else self._row_of(term) if term else record)

    def _row_of(self, term: ChairTerm) -> str:
        """The key of the row of an office while the term lasts, else of the term itself."""
        today = self.book.today()
        return next((row.key for row in self.rows().rows if term_at(self.book, row.key, today) == term), "")

    @property
    def shows_groups(self) -> bool:
        """Whether the section is that of the working groups."""
        return self._section == "Groups"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that the section has for itself does nothing else there, and what needs a section waits for it."""
        return action not in self._overruled[self._section] and super().check_action(action, parameters)

    def twice(self) -> None:
        """A line of the workplan is shown whole; else the sheet of an entity."""
        self.action_whole_line() if self._section == "Workplan" else self.action_entity()

    # -- the roster ------------------------------------------------------

    def _read_day(self, phrase: str) -> date:
        """A day that looks back, unless its year is given."""
        return read_since(phrase, self.book.today()) if phrase.strip() else self.book.today()

    def _echo_day(self, phrase: str) -> str:
        return day_and_date(self._read_day(phrase))

    def _of_roster(self, ask: Callable[[], object]) -> None:
        """Ask it in the section of the roster; tell in another one where its key does something."""
        if self._section == "Roster":
            ask()
        else:
            self.tell(f"This key is for the roster: {key_of('network.section')} shows it.", wrong=True)

    def action_as_at(self) -> None:
        """Show the roster as it was on a day."""
        self._of_roster(lambda: self.ask("The roster as at", self._show_as_at, text=short_date(self.on),
                                         echo=self._echo_day, reads=True))  # fmt: skip

    def _show_as_at(self, phrase: str) -> None:
        day = self._read_day(phrase)
        self._on = None if day == self.book.today() else day
        self._show_section("Roster")

    def action_entity(self) -> None:
        """Show the sheet of the entity under the cursor."""
        seat = self.book.of(Seat).find(self.rows().key)
        if seat is None:
            self.tell("Put the cursor on a member first: its sheet is shown.", wrong=True)
        else:
            self.app.push_screen(ShownPaper(entity_text(self.book, seat.entity, self.on)))

    def action_contact(self) -> None:
        """Record whom to write to at the entity under the cursor."""
        self.attempt(self._ask_contact)

    def _ask_contact(self) -> None:
        seat = self.book.of(Seat).find(self.rows().key)
        if seat is None:
            raise Problem("Put the cursor on a member first: whom to write to there is recorded.")
        self.ask(f"Whom to write to at {seat.entity}: name, mail, telephone",
                 lambda text: self._contact(seat.entity, text),
                 text=membership.contact_of(self.book, seat.entity))  # fmt: skip

    def _contact(self, entity: str, text: str) -> None:
        known = membership.set_contact(self.book, entity, text)
        where = "kept, and stands in no paper" if known.contact else "forgotten"
        self.tell(f"The contact of {known.acronym} is {where}.")

    def action_end_seat(self) -> None:
        """End the seat under the cursor."""
        self.attempt(self._ask_end)

    def _read_last_day(self, phrase: str) -> date:
        return read_date(phrase, self.book.today()) if phrase.strip() else self.book.today()

    def _ask_end(self) -> None:
        seat = self.book.of(Seat).find(self.rows().key) if self._section == "Roster" else None
        if seat is None:
            raise Problem(
                f"Put the cursor on a seat of the roster first: {key_of('network.section')} shows the roster."
            )

        def end(phrase: str) -> None:
            membership.end_seat(self.book, seat.entity, self._read_last_day(phrase), seat.body)

        self.ask(f"The last day of {seat.entity}'s seat", end, text="today",
                 echo=lambda phrase: day_and_date(self._read_last_day(phrase)))  # fmt: skip

    def action_admit(self) -> None:
        """Give an entity a seat: its acronym, name, first day, then what the charter asks for."""
        self._of_roster(self._ask_newcomer)

    def _ask_newcomer(self) -> None:
        self.ask("Entity to admit, by its acronym, as in UNHCR", self._ask_name,
                 echo=self.echo_newcomer, chain=_ADMISSION)  # fmt: skip

    def _ask_name(self, text: str) -> None:
        acronym, name = membership.read_newcomer(self.book, text)
        if name:
            self._ask_since(acronym, name)
        else:
            self.ask(f"The full name of {acronym}", lambda words: self._ask_since(acronym, words))

    def _ask_since(self, acronym: str, name: str) -> None:
        self.ask(f"{acronym} has a seat since", lambda day: self._ask_tier(acronym, name, self._read_day(day)),
                 text="today", echo=self._echo_day)  # fmt: skip

    def _ask_tier(self, acronym: str, name: str, since: date) -> None:
        if self.book.charter.decision.statement is not Binding.EXECUTIVE_COMMITTEE:
            self._ask_approval(acronym, name, since, Tier.MEMBER)
            return

        self.choose(f"{acronym} is admitted as", [Row(tier.value, (tier.value,)) for tier in Tier],
                    then=lambda tier: self._ask_approval(acronym, name, since, Tier(tier)))  # fmt: skip

    def _ask_approval(self, acronym: str, name: str, since: date, tier: Tier) -> None:
        def admit(by: str) -> None:
            seat = membership.admit(self.book, acronym, name, since, tier=tier, by=by.strip())
            self._show_section("Roster")
            self.rows().go_to(seat.id)

        approval = membership.approval_for(self.book.charter, NETWORK)
        if not approval:
            admit("")
            return
        self.ask(f"The decision of the {approval.by} that admits it; empty: the seat waits for it", admit,
                 chain=_ADMISSION)  # fmt: skip

    def action_share(self) -> None:
        """Record that the member list was shared: with whom, and when."""
        self._of_roster(self._ask_shared_with)

    def _ask_shared_with(self) -> None:
        self.ask("With whom was the member list shared?", self._ask_shared_on, text=sharing.ALL_MEMBERS)

    def _ask_shared_on(self, recipients: str) -> None:
        today = self.book.today()
        self.ask(f"On which day was it shared with {recipients.strip() or sharing.ALL_MEMBERS}?",
                 lambda day: sharing.share(self.book, recipients, read_past_date(day, today)),
                 text="today", echo=lambda day: day_and_date(read_past_date(day, today)))  # fmt: skip

    # -- the charter -----------------------------------------------------

    def action_basis(self) -> None:
        """Record on what the network decides where its Terms of Reference state no rule."""
        self.attempt(self._ask_basis)

    def _ask_basis(self) -> None:
        if self.book.charter.decision.statement is not Binding.NOT_STATED:
            raise Problem("The Terms of Reference state how this network decides: no other basis is recorded.")
        self.ask("On what does this network decide?", lambda text: record_basis(self.book, text),
                 text=self.book.network.basis)  # fmt: skip

    def action_settle(self) -> None:
        """Record which decision settled the discrepancy under the cursor."""
        self.attempt(self._ask_decision)

    def _ask_decision(self) -> None:
        found = {each.id: each for each in disagreements(self.book)}
        here = found.get(self.rows().key) if self._section == "Discrepancies" else None
        if here is None:
            raise Problem(f"Put the cursor on a discrepancy first: {key_of('network.section')} shows them.")
        self.ask("The decision that settled it, by its symbol; empty: it is open again",
                 lambda symbol: settle(self.book, here.id, symbol), text=here.resolved_by_decision or "",
                 about=here.id)  # fmt: skip
