"""Consensus: the text before the body, and what each entity says of it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui_app.commands.catalogue import key_of
from tui_app.documents.language import words_of
from tui_app.domain.capture.lines import (
    AmendLine,
    ConcernLine,
    ConsultLine,
    DeclareLine,
    DeferLine,
    EndLine,
    Line,
    PositionLine,
    ProposeLine,
    ReferLine,
    RestLine,
    WithdrawLine,
)
from tui_app.domain.capture.position_words import read_position
from tui_app.domain.charter.charter import DecisionRule
from tui_app.domain.consensus import silence
from tui_app.domain.consensus.consensus import find
from tui_app.domain.consensus.decision import DecisionState
from tui_app.domain.consensus.declaring import proposed_words
from tui_app.domain.consensus.effect import FORMS, EffectKind
from tui_app.domain.consensus.moves import Said, require_open
from tui_app.domain.consensus.proposal import Ground, Position, PositionKind
from tui_app.domain.meeting.versions import LEGEND
from tui_app.domain.membership.turn import state_body, to_consult
from tui_app.domain.problem import Problem
from tui_app.screens import matrix
from tui_app.screens.asking import Choose
from tui_app.screens.basis_asking import on_a_basis
from tui_app.screens.check import Check
from tui_app.screens.place import bindings_of
from tui_app.screens.whole import text_width
from tui_app.services.room_screen import positions_shown, show_positions
from tui_app.widgets.rows import Column

GROUNDS = ", ".join(ground.value for ground in Ground)


class Consensus(Check):
    """One key a position; the outcome by the charter's rule, in sentences."""

    NAME = "consensus"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("consensus")

    @property
    def rule(self) -> DecisionRule:
        """How this body decides."""
        return self.charter.decision

    def action_earlier(self) -> None:
        """The proposal that was put before."""
        self.attempt(lambda: self.step(-1))

    def action_later(self) -> None:
        """The proposal that was put after."""
        self.attempt(lambda: self.step(1))

    # -- positions -------------------------------------------------------

    def _position(self) -> Position:
        """The position of the entity under the cursor; Problem if there is none."""
        proposal, key = self.proposal(), self.rows().key
        found = next((position for position in proposal.positions if position.entity == key), None)
        if found is None and key and key == state_body(proposal, self.rule):
            consult, waive = key_of("consensus.consult"), key_of("consensus.waive")
            raise Problem(f"{key} takes no position: {consult} records its consultation, {waive} that there was none.")
        if found is None:
            raise Problem("There is no entity under the cursor: this body has no members yet (Network).")
        return found

    def _plain(self, kind: PositionKind) -> None:
        self.attempt(lambda: self.do(PositionLine(self._position().entity, Said(kind=kind))))

    def _worded(self, kind: PositionKind, label: str) -> None:
        """A position that needs words; they are asked on the prompt line."""
        self.attempt(lambda: self._ask_position(self._position(), kind, label))

    def _ask_position(self, now: Position, kind: PositionKind, label: str) -> None:
        def read(words: str) -> Line:
            return PositionLine(now.entity, read_position(f"{kind} {words}"))

        said = matrix.as_said(now) if now.kind is kind else ""
        self.ask_line(f"{now.entity} {label}", read, f"{Ground.SUBSTANCE}: words", text=said)

    def twice(self) -> None:
        """Nothing: Enter declares, and a row was meant."""

    def action_joins(self) -> None:
        """The entity joins."""
        self._plain(PositionKind.JOINS)

    def action_dissociates(self) -> None:
        """It dissociates itself."""
        self._plain(PositionKind.DISSOCIATES)

    def action_no_position(self) -> None:
        """It takes no position."""
        self._plain(PositionKind.NO_POSITION)

    def action_absent(self) -> None:
        """It is absent."""
        self._plain(PositionKind.ABSENT)

    def action_pending(self) -> None:
        """It is not yet asked."""
        self._plain(PositionKind.PENDING)

    def action_statement(self) -> None:
        """It joins, and its statement is printed."""
        self._worded(PositionKind.STATEMENT, "joins with a statement: its words")

    def action_reservation(self) -> None:
        """It joins with a reservation."""
        self._worded(
            PositionKind.RESERVATION,
            "reserves: the paragraph and its words, as in para 3: seasonal work is not covered",
        )

    def action_objects(self) -> None:
        """It objects."""
        asked = f"its ground and the change it seeks, as in mandate: leave out para 2 ({GROUNDS})"
        self._worded(PositionKind.OBJECTS, f"objects: {asked}")

    def action_withdraw(self) -> None:
        """The entity under the cursor withdraws its objection."""
        self.attempt(lambda: self.do(WithdrawLine(self._position().entity)))

    def action_rest(self) -> None:
        """All who are present and not yet asked join, after the exceptions were shown."""
        self.attempt(self._ask_rest)

    def _ask_rest(self) -> None:
        proposal = self.proposal()
        require_open(proposal)
        asked = [p.entity for p in proposal.positions if p.kind is PositionKind.PENDING]
        if not asked:
            raise Problem("Nobody is left to be asked.")
        exceptions = matrix.exceptions(proposal)
        stands = any(p.objecting for p in proposal.positions)
        question = f"{'The rest' if stands else 'It is so decided'}: {', '.join(asked)} join?"
        self.confirm_line(question, exceptions or ["No exception."], "they join", RestLine(PositionKind.JOINS))

    # -- text and consultations ------------------------------------------

    def action_propose(self) -> None:
        """Put a text to the body."""
        self.attempt(
            lambda: self.ask_line("The text put to the body", lambda text: ProposeLine(_needed(text)), "A text")
        )

    def action_amend(self) -> None:
        """A new text, a new round."""
        self.attempt(self._ask_text)

    def _ask_text(self) -> None:
        text = self.proposal().text
        self.ask_line("The amended text", AmendLine, f"{text} amended", text=text)

    def action_versions(self) -> None:
        """Every round's text and positions."""
        self.attempt(self._show_versions)

    def _show_versions(self) -> None:
        proposal = self.proposal()
        width = text_width(self.app)
        rows = [*matrix.finding_rows(self.no_room_for), *matrix.version_rows(proposal, width)]
        columns = Column("", 12), Column("")
        title, note = f"{proposal.number} and its rounds, the last one first", f"{LEGEND}   Arrows move, Esc closes."
        self.app.push_screen(Choose(title, rows, *columns, note=note))

    def action_concern(self) -> None:
        """The proposal concerns the state."""
        self.attempt(self._concern)

    def _concern(self) -> None:
        require_open(self.proposal())
        self.do(ConcernLine())

    def action_consult(self) -> None:
        """A consultation and its result."""
        self.attempt(lambda: self._ask_consultation(waived=False))

    def action_waive(self) -> None:
        """Go on without a consultation."""
        self.attempt(lambda: self._ask_consultation(waived=True))

    def _ask_consultation(self, *, waived: bool) -> None:
        proposal = self.proposal()
        require_open(proposal)
        body = to_consult(proposal, self.rule, self.rows().key)
        if waived:
            reason = f"No consultation of {body}: the reason"
            self.ask_line(reason, lambda text: ConsultLine(body, _needed(text), waived), "words")
            return
        self.ask_line(f"Consultation of {body}: its answer and how, as in on 18 Sep: agrees, by e-mail",
                      lambda text: self.pen.read(f"/consult {body}{_dated(text)}"), "words")  # fmt: skip

    def action_effect(self) -> None:
        """What the adoption of the text does."""
        forms = ", ".join(EffectKind)
        self.attempt(lambda: self.ask_line(
            f"Its adoption does what? As in {FORMS[EffectKind.ESTABLISH]} ({forms})",
            lambda text: self.pen.read(f"/effect {_needed(text)}"), "workplan 2099"))  # fmt: skip

    def action_silence(self) -> None:
        """A silence procedure until a deadline."""
        self.attempt(self._ask_deadline)

    def _ask_deadline(self) -> None:
        require_open(self.proposal())
        pen, zone = self.pen, self.require_meeting().zone
        terms = silence.proposed_terms(pen.moment())
        self.ask_line(f"Silence procedure: until when ({zone}), and how the text went out",
                      lambda text: pen.read(f"/silence {_needed(text)}"), terms, text=terms)  # fmt: skip

    def action_project(self) -> None:
        """The room sees the positions on the projector, or does not."""
        self.attempt(self._project)

    def _project(self) -> None:
        meeting = self.require_meeting()
        shown = not positions_shown(self.book, meeting.id)
        show_positions(self.book, meeting.id, shown=shown)
        self.tell(f"The projector {'shows' if shown else 'hides'} what each entity says.")

    # -- ending ----------------------------------------------------------

    def action_declare(self) -> None:
        """The chair's declaration, in proposed words."""
        self.attempt(self._ask_declaration)

    def _ask_declaration(self) -> None:
        proposal = self.proposal()
        require_open(proposal)
        try:
            self.foretell(DeclareLine())
        except Problem as problem:
            if any(missing in str(problem) for missing in find(proposal, self.rule).missing):
                raise Problem(f"{proposal.number} cannot be declared yet: what is missing stands above.") from None
            raise
        on_a_basis(self, self._ask_words)

    def _ask_words(self) -> None:
        proposal = self.proposal()
        adopted = find(proposal, self.rule).state is not DecisionState.OBJECTED
        outcome = f"{proposal.number} is adopted" if adopted else f"{proposal.number} is not agreed"
        self.ask_line(f"The chair's declaration: {outcome}, in these words", DeclareLine, "",
                      text=proposed_words(self.charter, proposal, words_of(self.charter)))  # fmt: skip

    def action_defer(self) -> None:
        """Put the matter off."""
        self.attempt(self._ask_to_defer)

    def _ask_to_defer(self) -> None:
        number = self.proposal().number
        self.confirm_line(f"Defer {number}?", ["It can be put again at a later meeting."], "defer it", DeferLine())

    def action_withdraw_text(self) -> None:
        """Its proposer takes the text back."""
        self.attempt(lambda: self.confirm_line(
            f"Is {self.proposal().number} withdrawn by its proposer?", ["Its text and its number stay in the record."],
            "it is withdrawn", WithdrawLine()))  # fmt: skip

    def action_end(self) -> None:
        """Close the matter without consensus."""
        self.attempt(lambda: self.confirm_line(
            f"Close {self.proposal().number} without consensus?", ["It can be put again as a new text."],
            "close it", EndLine()))  # fmt: skip

    def action_refer(self) -> None:
        """Table the matter to the parent body."""
        self.attempt(self._ask_question)

    def _ask_question(self) -> None:
        text = self.proposal().text
        self.ask_line(f"The question put to the {self.rule.escalation}", ReferLine, "words", text=text)


def _dated(text: str) -> str:
    """The words of a consultation behind its body, with the day in front if one was typed."""
    return f" {text}" if text.strip().casefold().startswith("on ") and ":" in text else f": {_needed(text)}"


def _needed(text: str) -> str:
    if not text.strip():
        raise Problem("There is nothing written yet.")
    return text.strip()
