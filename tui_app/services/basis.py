"""On what a network decides where its Terms of Reference state no rule: asked once, recorded, printed (R-45)."""

from __future__ import annotations

from dataclasses import replace

from tui_app.domain.charter.charter import Binding
from tui_app.domain.consensus.consensus import clause_of
from tui_app.domain.consensus.declaring import PRACTICE
from tui_app.domain.membership.network import Network
from tui_app.domain.problem import Problem
from tui_app.services.book import Book


def needs_basis(book: Book) -> bool:
    """Whether the basis is still to be asked for."""
    return book.charter.decision.statement is Binding.NOT_STATED and not book.network.basis


def record_basis(book: Book, text: str) -> None:
    """Record the basis; it holds for the decisions that follow. Problem where the ToR state the rule themselves."""
    rule = book.charter.decision
    if rule.statement is not Binding.NOT_STATED:
        clause = f" ({clause_of(rule)})" if clause_of(rule) else ""
        raise Problem(f"The Terms of Reference state how this network decides{clause}: no other basis is recorded.")
    with book.register.transaction("basis of decisions recorded"):
        book.of(Network).put(replace(book.network, basis=text))


def settle_basis(book: Book) -> str:
    """Before a decision: where nobody was asked, record the usual basis; the sentence that says so, else empty."""
    if not needs_basis(book):
        return ""
    record_basis(book, PRACTICE)
    return f'The Terms of Reference state no rule of decision; recorded as the basis: "{PRACTICE}" (/basis changes it).'
