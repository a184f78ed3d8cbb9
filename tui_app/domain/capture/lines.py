"""What one captured line can be: a value for each form of the grammar (EXPERIENCE.md section 3).

`capture` reads text into these, the services carry them out, `echo` says what
they will do. No form knows how it was typed.
"""

from __future__ import annotations

from datetime import date, datetime, time

from tui_app.domain.frozen import dataclass

from ..consensus.effect import Effect
from ..consensus.moves import Said
from ..consensus.proposal import PositionKind
from ..follow_up.progress_words import Reported
from ..reports.report_words import Reply
from .room_lines import ApologiesLine, GuestLine, InLine, MembersInLine, OutLine


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note under the current item."""

    text: str


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What an entity said; `on_record`: printed with its author."""

    entity: str
    text: str
    on_record: bool = False


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action point: who, what, by when. `due_words`: the deadline as it was typed."""

    responsible: tuple[str, ...]
    text: str
    due: date | None = None
    due_words: str = ""


@dataclass(frozen=True, slots=True)
class ProposeLine:
    """A text put to the body."""

    text: str
    proposed_by: str = ""


@dataclass(frozen=True, slots=True)
class DecideLine:
    """A decision taken without a matrix: "it was so decided".

    `reason`: why it goes on without those who are absent and were not consulted.
    """

    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """Who carries a decision out and by when; no owner: nothing is to be done.

    `number`: its number here, or the symbol of another meeting's; empty: the last decision.
    """

    number: str
    owners: tuple[str, ...]
    due: date | None = None


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What was reported of a matter under Follow-up, or answered by the parent body; `symbol` as it was typed."""

    symbol: str
    said: Reported | Reply


@dataclass(frozen=True, slots=True)
class NextLine:
    """To the next agenda item."""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """To the agenda item with that number."""

    number: str


@dataclass(frozen=True, slots=True)
class NewItemLine:
    """A new agenda item after the current one, at once on the table; written as an agenda line."""

    text: str


@dataclass(frozen=True, slots=True)
class DeferLine:
    """The proposal on the table is put off; without one, the agenda item."""


@dataclass(frozen=True, slots=True)
class ChairLine:
    """Who is in the chair today, as it is printed: an officer-in-charge, someone ad interim."""

    name: str


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document on the table."""

    number: str
    path: str


@dataclass(frozen=True, slots=True)
class DoorsLine:
    """The meeting goes behind closed doors, or opens them again."""

    closed: bool


@dataclass(frozen=True, slots=True)
class FixLine:
    """Repairs the last line that has `old` in it."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class AdoptLine:
    """The minutes of an earlier meeting are adopted, with what is corrected in them, in words.

    `meeting`: its symbol as it was typed; empty: the previous one whose minutes are circulated.
    """

    meeting: str = ""
    corrections: str = ""


@dataclass(frozen=True, slots=True)
class AdoptAgendaLine:
    """The agenda of this meeting is adopted as it stands."""


@dataclass(frozen=True, slots=True)
class UndoLine:
    """Takes the last change back."""


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The time of what is typed next; None: the clock's again."""

    at: time | None


@dataclass(frozen=True, slots=True)
class PositionLine:
    """What one entity says of the proposal on the table; `received`: when it came in writing, if before now."""

    entity: str
    said: Said
    received: datetime | None = None


@dataclass(frozen=True, slots=True)
class RestLine:
    """What everyone present and still to be asked says."""

    kind: PositionKind


@dataclass(frozen=True, slots=True)
class AmendLine:
    """A new text for the proposal on the table."""

    text: str


@dataclass(frozen=True, slots=True)
class WithdrawLine:
    """An entity withdraws its objection; without one, the proposer withdraws the text."""

    entity: str = ""


@dataclass(frozen=True, slots=True)
class ConsultLine:
    """A consultation of an absent member or of the state's body; `waived`: not held, for that reason.

    `channel`: how it was held, as in `by e-mail`; `on` None: today.
    """

    body: str
    result: str
    waived: bool = False
    channel: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class SilenceLine:
    """A silence procedure on the text until a deadline; `circulated`: how the text went out."""

    deadline: datetime
    circulated: str = ""


@dataclass(frozen=True, slots=True)
class ConcernLine:
    """The proposal concerns the state."""


@dataclass(frozen=True, slots=True)
class EffectLine:
    """What the adoption of the proposal on the table does; without one, what the last decision does.

    None: nothing of what was said before.
    """

    effect: Effect | None


@dataclass(frozen=True, slots=True)
class DeclareLine:
    """The chair's declaration; without words, those of the charter."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class EndLine:
    """The matter is closed without consensus, after the chair declared that there is none."""


@dataclass(frozen=True, slots=True)
class ReferLine:
    """The matter is tabled to the parent body, with the question put to it."""

    question: str = ""


@dataclass(frozen=True, slots=True)
class BasisLine:
    """The basis on which this network decides, where its ToR states none (R-45)."""

    text: str


Line = (
    NoteLine | StatementLine | ActionLine | ProposeLine | DecideLine | OwnerLine | NextLine | ItemLine
    | NewItemLine | DeferLine | InLine | MembersInLine | OutLine | ApologiesLine | GuestLine | ChairLine
    | DocumentLine | DoorsLine | FixLine | UndoLine | TimeLine | PositionLine | RestLine | AmendLine
    | WithdrawLine | ConsultLine | SilenceLine | ConcernLine | EffectLine | DeclareLine | EndLine | ReferLine
    | BasisLine | ReportLine | AdoptLine | AdoptAgendaLine
)  # fmt: skip
"""Any captured line."""
