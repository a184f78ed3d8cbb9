"""A check on the screen: which proposal is shown, and how a line is asked for and carried out on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets import Input, Static

from tui_app.commands.catalogue import key_of
from tui_app.commands.ways import with_key
from tui_app.domain.capture.lines import DeclareLine, Line, PositionLine, ProposeLine
from tui_app.domain.charter.charter import Charter
from tui_app.domain.consensus.consensus import find
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.moves import open_check
from tui_app.domain.consensus.proposal import PositionKind, Proposal
from tui_app.domain.consensus.silence import ran_out
from tui_app.domain.meeting.meeting import MeetingState, state_sentence
from tui_app.domain.membership.turn import next_turn
from tui_app.domain.problem import Problem
from tui_app.domain.symbols import Letter
from tui_app.resources import stylesheet
from tui_app.screens import matrix
from tui_app.screens.beside import Beside
from tui_app.screens.check_footer import footer, footer_to_read, legend
from tui_app.services import capture, checking
from tui_app.services.foresight import foretell_line
from tui_app.services.pen import Pen
from tui_app.widgets.clicked import Keys
from tui_app.widgets.hints import Legend
from tui_app.widgets.rows import Column, Row, Rows
from tui_app.widgets.wrapping import cut

TALL = 32
"""From so many lines on, there is room for a long text and a long finding."""

LOW = 24
"""Below so many lines the matrix needs some of theirs."""


class Check(Beside):
    """The text before the body, the matrix of positions, where the matter stands."""

    CSS_PATH = stylesheet("consensus")
    LABELS = 10

    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [(TALL, "-tall")]  # type: ignore[misc]

    def __init__(self) -> None:
        super().__init__()
        self._chosen = ""
        self._latest = ""
        self._asked = ("", 0)
        self.no_room_for: list[str] = []
        """What adoption does and where the matter stands, a paragraph each, where the screen shows only a part."""

    def compose_body(self) -> ComposeResult:
        """The text, the matrix, what follows, and which key takes which position."""
        yield Static("", id="proposal", markup=False)
        columns = Column("entity", 14, narrow=12), Column("represented by", 16, narrow=0), Column("position", 14)
        yield from self.compose_beside(Rows(*columns, Column("words"), id="matrix", titles=True, letters=False))
        yield Static("", id="finding", markup=False)
        yield Keys(id="legend")

    def hints(self) -> str:
        """The keys that can be of use as the matter stands."""
        meeting, proposal = self.meeting, self._stored()
        if meeting is None or self.book.register.read_only:
            return footer_to_read(proposal)
        return footer(meeting, proposal, self.charter.decision, self.pen.moment())

    def _show_legend(self) -> None:
        """Which key takes which position; while words are asked for, the room is the matrix's."""
        meeting, line = self.meeting, self.query_one("#legend", Static)
        nothing_taken = meeting is None or self.book.register.read_only or self._asking
        keys = () if nothing_taken else legend(self.require_meeting(), self._stored())
        line.update(Legend(keys))
        line.display = bool(keys)

    def on_descendant_focus(self) -> None:
        """While words are asked for, the room is the matrix's."""
        self._cut_as_there_is_room()

    @property
    def _asking(self) -> bool:
        return isinstance(self.focused, Input)

    # -- which proposal --------------------------------------------------

    def proposals(self) -> tuple[Proposal, ...]:
        """Those of the meeting, in the order in which they were put."""
        if self.meeting is None:
            return ()
        return tuple(p for p in self.book.of(Proposal).of(self.meeting.id) if not p.struck)

    def _stored(self) -> Proposal | None:
        """The one chosen, else the last one that is open, else the last one."""
        there = self.proposals()
        shown = [p for p in there if p.id == self._chosen] or [p for p in there if p.open] or there
        return shown[-1] if shown else None

    @property
    def pen(self) -> Pen:
        """The pen of the meeting, at the proposal shown."""
        shown = self._stored()
        return Pen(self.book, self.require_meeting().id, proposal=shown.id if shown else "")

    @property
    def charter(self) -> Charter:
        """The charter as it applies to the body that meets."""
        return self.pen.charter

    def proposal(self) -> Proposal:
        """The proposal shown, with everyone who is entitled; Problem if the meeting has none."""
        meeting, proposal = self.require_meeting(), self._stored()
        if proposal is None and not meeting.in_session:
            opens = f": {key_of('minutes.open-meeting')} in Minutes (3) opens it"
            planned = meeting.state is MeetingState.PLANNED
            raise Problem(f"{state_sentence(meeting)}, and no text is before the body{opens if planned else ''}.")
        if proposal is None:
            raise Problem(
                f"No text is before the body: {key_of('consensus.propose')} puts one, or /propose in the minutes."
            )
        if proposal.open and not proposal.rounds:  # shown as it will be asked; saved with the first position
            return open_check(proposal, checking.asked(self.pen), self.pen.moment())
        return proposal

    def step(self, places: int) -> None:
        """Show the proposal so many places after the one shown; Problem if there is none."""
        shown, there = self.proposal(), [p.id for p in self.proposals()]
        place = there.index(shown.id) + places
        if not 0 <= place < len(there):
            raise Problem(f"{shown.number} is the {'first' if places < 0 else 'last'} proposal of this meeting.")
        self._chosen = there[place]
        self.show_record()

    def seek(self, record: str) -> None:
        """Show a proposal of the meeting."""
        self._chosen = record
        self.show_record()

    # -- following the record --------------------------------------------

    def show_record(self) -> None:
        """The text, the matrix, where the matter stands; a new text of this meeting is shown at once."""
        latest = next((p.id for p in reversed(self.proposals())), "")
        if latest != self._latest:
            self._latest, self._chosen = latest, ""
        try:
            self._show(self.proposal())
        except Problem as problem:
            self.rows().show(())
            self.query_one("#proposal", Static).update(with_key(problem))
            self.query_one("#finding", Static).update("")
        self._show_legend()
        self.show_hints()
        self.show_beside_later()

    def whole(self, key: str) -> list[Row]:
        """The entity under the cursor: who speaks for it, its words, what it said before."""
        from tui_app.screens.position_rows import entity_rows

        shown = self._stored() if key else None
        return entity_rows(key, self.proposal(), self.book.record(shown.meeting)) if shown is not None else []

    def _show(self, proposal: Proposal) -> None:
        charter, live = self.charter, self.require_meeting().in_session
        width, (most_text, most_said) = self.app.size.width - 2, self._room()
        decisions = self.book.of(Decision).of(proposal.meeting)
        decision = next((d.number for d in decisions if d.proposal == proposal.id), "")
        others = tuple(p.number for p in self.proposals() if p.open and p.id != proposal.id)
        more = "" if self._asking else f"({key_of('consensus.versions')} shows it whole)"
        text = cut(proposal.text, width, most_text, more)
        head = matrix.head(proposal, charter, live=live, decision=decision, others=others)
        effects = [f"Adoption {effect}." for effect in proposal.effects if not decision]
        brief = [cut(effect, width, 1, more) for effect in effects]
        self.query_one("#proposal", Static).update("\n".join([head, text, *brief]))
        asked = (proposal.id, len(proposal.rounds))
        first = next_turn(proposal, charter.decision)
        self.rows().show(matrix.matrix_rows(proposal, charter), key=first if asked != self._asked else None)
        self._asked = asked
        said = self._obstacle(proposal) or matrix.summary(proposal, charter, self.pen.moment(), live=live)
        finding = cut(said, width, most_said, more)
        self.query_one("#finding", Static).update(finding)
        is_cut = any(each.endswith(more) for each in (*brief, finding))
        self.no_room_for = [*effects, *said.split("\n")] if is_cut else []

    def _obstacle(self, proposal: Proposal) -> str:
        """Why a text that is agreed cannot be adopted all the same, as when what it does cannot be done any more."""
        agreed = find(proposal, self.charter.decision).state is DecisionState.AGREED
        if not (agreed and proposal.effects) and not ran_out(proposal, self.pen.moment()):
            return ""
        try:
            self.foretell(DeclareLine())
        except Problem as problem:
            none = f"({key_of('consensus.effect')} none: its adoption does nothing.)"
            return f"{with_key(problem)} {none}" if agreed else with_key(problem)
        return ""

    def show_headline(self) -> None:
        """The clock goes on, and with it a silence procedure may run out."""
        super().show_headline()
        shown = self._stored() if self.is_mounted and not self._stale else None
        if shown is not None and shown.open and shown.in_silence:
            self.show_record()

    def _room(self) -> tuple[int, int]:
        """So many lines for the text and for the finding that the matrix keeps its own."""
        height = self.app.size.height
        if height >= TALL:
            return 12, 14
        text = 4 if height >= LOW else 2
        return text, 2 if self._asking else text + 2

    @on(Resize)
    def _cut_as_there_is_room(self) -> None:
        if not self._stale:
            self.call_after_refresh(self.show_record)

    # -- lines -----------------------------------------------------------

    def foretell(self, line: Line) -> str:
        """What the line will do; Problem with the reason why it would be refused."""
        meeting = self.require_meeting()
        return foretell_line(self.pen, line, {Letter.PROPOSAL: self.book.next_number(meeting.id, Letter.PROPOSAL)})

    def do(self, line: Line) -> None:
        """Carry a line out, and go where the chair turns to next."""
        pen = self.pen
        self._chosen = "" if isinstance(line, ProposeLine) else pen.proposal
        capture.carry_out(pen, line)
        entity = line.entity if isinstance(line, PositionLine) else ""
        if not (isinstance(line, PositionLine) and line.said.kind is PositionKind.PENDING):
            self.rows().go_to(next_turn(self.proposal(), self.charter.decision, entity))

    def ask_line(self, label: str, read: Callable[[str], Line], example: str, *, text: str = "") -> None:
        """Ask for the words of a line, unless it would be refused whatever they are.

        `read` makes the line of the words, `example` are words with which it must be possible.
        """
        self.foretell(read(example))
        self.ask(label, lambda words: self.do(read(words)), text=text, about=self.pen.proposal,
                 echo=lambda words: self.foretell(read(words)))  # fmt: skip

    def confirm_line(self, question: str, sentences: list[str], verb: str, line: Line) -> None:
        """Ask before a line is carried out, unless it would be refused."""
        self.foretell(line)
        self.confirm(question, sentences, verb, lambda: self.do(line))
