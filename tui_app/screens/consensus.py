"""Consensus: the text before the body, and what each entity says of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui_app.domain import position_words
from tui_app.domain.declaring import proposed_words
from tui_app.domain.lines import (
    AmendLine,
    ConcernLine,
    ConsultLine,
    DeclareLine,
    DeferLine,
    Line,
    PositionLine,
    ProposeLine,
    ReferLine,
    RestLine,
    WithdrawLine,
)
from tui_app.domain.moves import Said, open_check
from tui_app.domain.problem import Problem
from tui_app.domain.proposal import Ground, PositionKind, Proposal
from tui_app.screens import matrix
from tui_app.screens.asking import Choose, Confirm
from tui_app.screens.place import Place, bindings_of
from tui_app.services import capture, checking
from tui_app.services.pen import Pen
from tui_app.widgets.rows import Column, Rows

GROUNDS = ", ".join(ground.value for ground in Ground)


class Consensus(Place):
    """One key a position; the outcome by the charter's rule, in sentences."""

    NAME = "consensus"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("consensus")

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""

    def compose_body(self) -> ComposeResult:
        """The text, the matrix, what follows."""
        yield Static("", id="proposal", markup=False)
        yield Rows(Column("entity", 14), Column("represented by", 16), Column("position", 14), Column("words"),
                   id="matrix", titles=True, letters=False)  # fmt: skip
        yield Static("", id="finding", markup=False)

    def hints(self) -> str:
        """The positions on a line of their own, above the usual footer."""
        positions = "j joins s statement r reservation d dissociates n none o objects a absent"
        return f"{positions}\nJ rest  c consult  w silence  t amend  Enter declare  ? help  ctrl+q quit"

    # -- following the record --------------------------------------------

    @property
    def pen(self) -> Pen:
        """The pen of the meeting shown."""
        return Pen(self.book, self.require_meeting().id)

    def proposal(self) -> Proposal:
        """The proposal on the table, else the last one of the meeting, with everyone who is entitled."""
        pen = self.pen
        proposals = [p for p in self.book.of(Proposal).of(pen.meeting_id) if not p.struck]
        if not proposals:
            raise Problem("No text is before the body: p puts one, or /propose in the minutes.")
        proposal = checking.on_the_table(pen) or proposals[-1]
        if proposal.open and not proposal.rounds:  # shown as it will be asked; saved with the first position
            return open_check(proposal, checking.asked(pen), pen.moment())
        return proposal

    def show_record(self) -> None:
        """The text, the matrix, where the matter stands."""
        charter = self.book.charter
        try:
            proposal = self.proposal()
        except Problem as problem:
            self.rows().show(())
            self.query_one("#proposal", Static).update(str(problem))
            self.query_one("#finding", Static).update("")
            return
        self.query_one("#proposal", Static).update(matrix.head(proposal, charter))
        rows = matrix.matrix_rows(proposal, charter)
        first_unasked = next((row.key for row in rows if not row.cells[2]), None)
        self.rows().show(rows, key=None if self._shown == proposal.id else first_unasked)
        self._shown = proposal.id
        self.query_one("#finding", Static).update(matrix.summary(proposal, charter))

    # -- positions -------------------------------------------------------

    def _do(self, line: Line) -> None:
        taken = capture.carry_out(self.pen, line)
        if not isinstance(line, PositionLine | RestLine):
            self.tell(taken.note)

    def _take(self, said: Said) -> None:
        """Record a position of the entity under the cursor, and go to the next one."""
        entity = self.rows().key
        if not entity:
            raise Problem("There is no entity under the cursor: p puts a text to the body first.")
        self._do(PositionLine(entity, said))
        self.rows().action_move(1)

    def _plain(self, kind: PositionKind) -> None:
        self.attempt(lambda: self._take(Said(kind=kind)))

    def _worded(self, kind: PositionKind, label: str) -> None:
        """A position that needs words; they are asked on the prompt line."""
        entity = self.rows().key
        if entity:
            self.ask(f"{entity} {label}", lambda text: self._take(position_words.read_position(f"{kind} {text}")))

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
        self._worded(PositionKind.RESERVATION, "reserves: para 3: the text of the reservation")

    def action_objects(self) -> None:
        """It objects."""
        self._worded(PositionKind.OBJECTS, f"objects: ground: the change it seeks ({GROUNDS})")

    def action_withdraw(self) -> None:
        """The entity under the cursor withdraws its objection."""
        self.attempt(lambda: self._do(WithdrawLine(self.rows().key)))

    def action_rest(self) -> None:
        """All who are present and not yet asked join, after the exceptions were shown."""
        self.attempt(self._ask_rest)

    def _ask_rest(self) -> None:
        positions = self.proposal().positions
        asked = [p.entity for p in positions if p.kind is PositionKind.PENDING]
        if not asked:
            raise Problem("Nobody is left to be asked.")
        taken = [p for p in positions if p.kind not in (PositionKind.JOINS, PositionKind.PENDING)]
        exceptions = [f"{p.entity} {p.kind} {p.words}".rstrip() for p in taken] or ["No exception."]
        question = f"It is so decided: {', '.join(asked)} join?"
        self._confirm(question, exceptions, "they join", lambda: self._do(RestLine(PositionKind.JOINS)))

    def _confirm(self, question: str, sentences: list[str], verb: str, deed: Callable[[], None]) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self.attempt(deed)

        self.app.push_screen(Confirm(question, sentences, verb), answered)

    # -- text and consultations ------------------------------------------

    def action_propose(self) -> None:
        """Put a text to the body."""
        self.ask("The text put to the body", lambda text: self._do(ProposeLine(_needed(text))))

    def action_amend(self) -> None:
        """A new text, a new round."""
        self.attempt(lambda: self.ask("The amended text", lambda text: self._do(AmendLine(text)),
                                      text=self.proposal().text))  # fmt: skip

    def action_versions(self) -> None:
        """Every round's text and positions."""
        self.attempt(self._show_versions)

    def _show_versions(self) -> None:
        proposal = self.proposal()
        rows = matrix.version_rows(proposal)
        self.app.push_screen(
            Choose(f"The rounds of {proposal.number}", rows, Column("", 12), Column(""), note="Esc closes.")
        )

    def action_concern(self) -> None:
        """The proposal concerns the state."""
        self.attempt(lambda: self._do(ConcernLine()))

    def action_consult(self) -> None:
        """A consultation and its result."""
        self.attempt(lambda: self._ask_consultation(waived=False))

    def action_waive(self) -> None:
        """Go on without a consultation."""
        self.attempt(lambda: self._ask_consultation(waived=True))

    def _ask_consultation(self, *, waived: bool) -> None:
        body = self._body_to_consult()
        label = f"No consultation of {body}: the reason" if waived else f"Consultation of {body}: how, and its result"
        self.ask(label, lambda text: self._do(ConsultLine(body, _needed(text), waived)))

    def _body_to_consult(self) -> str:
        """The absent entity under the cursor; else the state's body, where the proposal concerns the state."""
        proposal, state = self.proposal(), self.book.charter.decision.state_concern
        here = next((p for p in proposal.positions if p.entity == self.rows().key), None)
        if here is not None and here.kind is PositionKind.ABSENT:
            return here.entity
        if state and proposal.state_concern:
            return state
        if here is None:
            raise Problem("There is no entity under the cursor to consult.")
        raise Problem(f"{here.entity} is in the room: take its position; absent ones are consulted.")

    def action_silence(self) -> None:
        """A silence procedure until a deadline."""
        self.ask(
            "Silence procedure until when, and how the text went out, as in 2026-09-25T17:00 by e-mail to all",
            lambda text: self._do(self.pen.read(f"/silence {text}")),
        )

    # -- ending ----------------------------------------------------------

    def action_declare(self) -> None:
        """The chair's declaration, in proposed words."""
        self.attempt(self._ask_declaration)

    def _ask_declaration(self) -> None:
        proposal = self.proposal()
        if not proposal.open:
            raise Problem(f"{proposal.number} is closed: p puts a new text to the body.")
        self.on_a_basis(self._ask_words)

    def _ask_words(self) -> None:
        words = proposed_words(self.book.charter, self.proposal())
        self.ask("The chair's declaration", lambda text: self._do(DeclareLine(text)), text=words)

    def action_defer(self) -> None:
        """Put the matter off."""
        self._confirm("Defer this proposal?", ["It can be put again at a later meeting."], "defer it",
                      lambda: self._do(DeferLine()))  # fmt: skip

    def action_refer(self) -> None:
        """Table the matter to the parent body."""
        self.attempt(self._ask_question)

    def _ask_question(self) -> None:
        rule = self.book.charter.decision
        if not rule.escalation:
            raise Problem("The Terms of Reference know no referral: defer the matter, or close it.")
        self.ask(f"The question put to the {rule.escalation}", lambda text: self._do(ReferLine(text)),
                 text=self.proposal().text)  # fmt: skip


def _needed(text: str) -> str:
    if not text.strip():
        raise Problem("There is nothing written yet.")
    return text.strip()
