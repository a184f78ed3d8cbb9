"""Joint statements: which of the adopted texts are one, and the paper of each (R-53)."""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.documents.joint_statement import Spoken, joint_statement
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.effect import EffectKind
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.membership.roster import NETWORK
from tui_app.domain.problem import Problem
from tui_app.services.book import Book
from tui_app.services.naming import find_decision


def find_statement(book: Book, symbol: str = "") -> Decision:
    """The joint statement with a symbol, or the newest; Problem where the text is none, or stands no more."""
    if not symbol:
        return _newest(book)
    found = find_decision(book, symbol)
    if not _is_statement(found):
        known = ", ".join(each.symbol for each in statements(book)) or "none is yet"
        raise Problem(f"{found.symbol} is no joint statement; there is: {known}.")
    if found.state is not DecisionState.ADOPTED:
        raise Problem(f"{found.symbol} is {found.state}: it is the voice of the network no more.")
    return found


def statements(book: Book) -> tuple[Decision, ...]:
    """The joint statements that stand, the newest last."""
    standing = (each for each in book.of(Decision).all() if each.state is DecisionState.ADOPTED)
    return tuple(sorted(filter(_is_statement, standing), key=lambda each: each.adopted_on))


def statement_text(book: Book, statement: Decision, released_by: Iterable[Decision] | None = None) -> str:
    """The paper of a statement, `released_by` as for `joint_statement`; its text as adopted, whatever came later."""
    proposal = book.of(Proposal).find(statement.proposal) if statement.proposal else None
    meeting = book.of(Meeting).get(statement.meeting)
    charter = book.charter_of(meeting.body)
    voice = charter.name if meeting.body == NETWORK else book.body(meeting.body).name
    spoken = Spoken(statement, meeting, voice, len(proposal.rounds) if proposal and proposal.rounds else 1)
    return joint_statement(charter, spoken, released_by=released_by)


def _newest(book: Book) -> Decision:
    there = statements(book)
    if not there:
        raise Problem("No joint statement is adopted yet: /effect statement behind the text of one makes it one.")
    return there[-1]


def _is_statement(decision: Decision) -> bool:
    return any(effect.kind is EffectKind.STATEMENT for effect in decision.effects)
