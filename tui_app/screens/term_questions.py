"""The questions that make a chair's term: entity, person, first day, last day, and what the charter asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tui_app.domain.calendar import day_and_date, read_date, read_since, short_date
from tui_app.domain.membership.offices import Office
from tui_app.domain.membership.roster import NETWORK
from tui_app.domain.membership.tenure import OFFICER_IN_CHARGE, ChairTerm, last_day, read_acting
from tui_app.domain.membership.tenure_rules import NeedsOverride
from tui_app.domain.problem import Problem
from tui_app.screens.chair_rows import office_key
from tui_app.screens.place import Place
from tui_app.services import tenure


class TermQuestions:
    """One term being asked for on the prompt line of a place; nothing is recorded before the last answer.

    `entity`: who is proposed; `now`: the term of who holds the office today.
    """

    def __init__(self, place: Place, office: Office, entity: str, now: ChairTerm | None) -> None:
        self._place, self._book, self._office, self._now = place, place.book, office, now
        self._chain = f"term of {office.label}"
        self._draft = ChairTerm(
            id="", body=office.body, office=office.name, entity=entity or office.entity, since=self._book.today()
        )

    def of_holder(self) -> None:
        """Ask who is to hold the office; not for the entity where the ToR name it, last where they name none."""
        if self._office.personal:
            self._ask_name("Who becomes")
        elif self._office.entity:
            self._ask_person()
        else:
            self._ask_entity("Entity that becomes")

    def of_who_acts(self) -> None:
        """Ask who acts there."""
        entity = self._now.entity if self._now else self._draft.entity
        self._draft = replace(self._draft, entity=entity, acting=OFFICER_IN_CHARGE)
        if self._office.personal:
            self._ask_name("Who acts as")
        else:
            self._ask_entity("Entity whose person acts as")

    def _ask_name(self, label: str) -> None:
        """The person first, then the entity, which may stay empty."""

        def of(words: str) -> None:
            self._draft = replace(self._draft, entity=self._book.names().require(words) if words.strip() else "")
            self._go_on()

        def named(person: str) -> None:
            if not person.strip():
                raise Problem(f"The office of {self._office.label} is a person's: write the name.")
            self._draft = replace(self._draft, person=person.strip())
            self._place.ask(f"The entity of {self._draft.person}; may stay empty", of, text=self._draft.entity)

        self._place.ask(f"{label} {self._office.label}? The person's name", named, chain=self._chain)

    def _ask_entity(self, label: str) -> None:
        def named(words: str) -> None:
            if not words.strip():
                raise Problem("A term is an entity's: write its acronym, as in UNHCR.")
            self._draft = replace(self._draft, entity=self._book.names().require(words))
            self._ask_person()

        self._place.ask(f"{label} {self._office.label}", named, text=self._draft.entity, chain=self._chain)

    @property
    def _who(self) -> str:
        return f"{self._draft.who} as {self._office.label}"

    def _ask_person(self) -> None:
        def named(person: str) -> None:
            self._draft = replace(self._draft, person=person.strip())
            self._go_on()

        self._place.ask(f"The person of {self._who}; may stay empty", named, chain=self._chain)

    def _go_on(self) -> None:
        (self._ask_how if self._draft.acting else self._ask_since)()

    def _ask_how(self) -> None:
        def told(words: str) -> None:
            self._draft = replace(self._draft, acting=read_acting(words))
            self._ask_since()

        self._place.ask("Acts as officer-in-charge or a.i.", told, text=self._draft.acting, echo=read_acting)

    def _ask_since(self) -> None:
        follows = self._now.until if self._now and not self._draft.acting else None
        first = follows + timedelta(days=1) if follows else self._draft.since

        def begun(phrase: str) -> None:
            self._draft = replace(self._draft, since=read_since(phrase, self._book.today()))
            self._ask_until()

        self._place.ask(f"The first day of {self._who}", begun, text=short_date(first),
                        echo=lambda phrase: day_and_date(read_since(phrase, self._book.today())))  # fmt: skip

    def _echo(self, phrase: str) -> str:
        return day_and_date(read_date(phrase, self._book.today()))

    def _ask_until(self) -> None:
        office = self._office
        months = 0 if self._draft.acting else office.months
        limit = f", at most {months} months{office.cited}" if months else "; empty: not known yet"

        def ended(phrase: str) -> None:
            until = read_date(phrase, self._book.today()) if phrase.strip() else None
            self._draft = replace(self._draft, until=until)
            self._ask_decision()

        proposed = short_date(last_day(self._draft.since, months)) if months else ""
        self._place.ask(f"The last day of {self._who}{limit}", ended, text=proposed, echo=self._echo)

    def _ask_decision(self) -> None:
        """Where the body chooses, by which decision it did."""
        if self._draft.acting or self._office.body == NETWORK or not self._office.chosen_by:
            self._record()
            return

        def named(symbol: str) -> None:
            self._draft = replace(self._draft, decision=symbol.strip())
            self._record()

        self._place.ask(f"The decision by {self._office.chosen_by}, by its symbol; may stay empty", named)

    def _record(self) -> None:
        """Record the term; where the charter asks for a reason, ask for it first."""
        draft = self._draft
        try:
            term = tenure.begin_term(
                self._book, body=draft.body, office=draft.office, entity=draft.entity, since=draft.since,
                until=draft.until, person=draft.person, acting=draft.acting, override=draft.override,
                decision=draft.decision,
            )  # fmt: skip
        except NeedsOverride as asked:
            self._place.ask(f"{asked} Why?", self._reasoned)
            return
        held_now = term.held_on(self._book.today()) and not term.acting
        self._place.rows().go_to(office_key(self._book, self._office, self._book.today()) if held_now else term.id)
        self._place.tell(tenure.told_of(self._book, term))

    def _reasoned(self, reason: str) -> None:
        if not reason.strip():
            raise Problem("The reason is recorded with the term: write it, or leave with Esc.")
        self._draft = replace(self._draft, override=reason.strip())
        self._record()
