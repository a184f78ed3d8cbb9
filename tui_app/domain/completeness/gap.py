"""A gap in the files, and what is on file of a meeting, from which gaps are read (R-31)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from tui_app.domain.frozen import dataclass

from ..charter.charter import Charter
from ..consensus.decision import Decision
from ..consensus.proposal import Proposal
from ..meeting.agenda import Agenda
from ..meeting.attendance import Participant
from ..meeting.comment import Comment
from ..meeting.document import Document, FileState
from ..meeting.meeting import Meeting
from ..words import ENGLISH, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that the files lack. `key` names it among the gaps of its meeting: `agenda`, `document 3.1`.

    `closes` is what would close it. `explainable`: it may be past mending, and then the reason closes it.
    """

    key: str
    sentence: str
    closes: str
    clause: str = ""
    explainable: bool = False

    def __str__(self) -> str:
        return self.told(ENGLISH)

    def told(self, words: Words) -> str:
        """The sentence with its clause, and what would close it; `words` are those in which it was read."""
        return f"{self.sentence}{f' ({self.clause})' if self.clause else ''}{words.colon}{self.closes}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Why a gap of a meeting stays, for whoever reads the files later."""

    id: str
    meeting: str
    gap: str
    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFiles:
    """What is on file of one meeting. `members`: how many were entitled on its day.

    `found`: by the id of a document, what was found of its file; one that is not in it was not looked for.
    `faults`: what is not as it was when the minutes were adopted, a sentence each. `comments`: those on its papers.
    """

    charter: Charter
    meeting: Meeting
    agenda: Agenda
    members: int
    participants: tuple[Participant, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    decisions: tuple[Decision, ...] = ()
    documents: tuple[Document, ...] = ()
    explained: tuple[Explained, ...] = ()
    found: Mapping[str, FileState] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()

    def clause(self, subject: str, word: str = "") -> str:
        """The first clause on a subject with that word in its text, else that on the files; may be empty."""
        provisions = self.charter.provisions
        on_it = [each for each in provisions if each.subject == subject and word in each.text]
        on_files = [each for each in provisions if each.subject == "Files"]
        return next((clause for each in (*on_it, *on_files) for clause in each.clauses), "")
