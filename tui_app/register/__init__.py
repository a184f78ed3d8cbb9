"""The record on disk: one append-only journal behind TinyDB's public interface."""

from tui_app.register.register import Register
from tui_app.register.repository import Repository, TableOf
from tui_app.register.transaction import Change, Operation, Transaction

__all__ = ["Change", "Operation", "Register", "Repository", "TableOf", "Transaction"]
