"""The parts of a charter: each rule of the Terms of Reference as a plain value with its clause.

Import these names from `charter`. A rule that the Terms of Reference (ToR) do not
state is None, empty or "not stated": it is never filled in from another network.
Only builtins, enums and nested dataclasses are used, so that a register can keep
a copy of the charter it was opened with.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

from tui_app.domain.frozen import dataclass

Clause = NewType("Clause", str)
"""Where the ToR say it: `KEY:line`, for example `KEN:134`."""


class Tier(StrEnum):
    """How a seat weighs: the Executive Committee's entities are members too."""

    MEMBER = "member"
    EXECUTIVE_COMMITTEE = "executive committee"


class Binding(StrEnum):
    """Whose consensus makes a decision, in the words of the ToR."""

    ALL_MEMBERS = "all members"
    EXECUTIVE_COMMITTEE = "executive committee"
    NOT_STATED = "not stated"


class Output(StrEnum):
    """What an adopted text is: a decision, or advice that the parent body answers."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"


class Status(StrEnum):
    """Whether the ToR call themselves a draft."""

    DRAFT = "draft"
    IN_FORCE = "in force"


class Tenure(StrEnum):
    """Whether the ToR say that a chair stays or passes to another entity."""

    PERMANENT = "permanent"
    ROTATING = "rotating"
    NOT_STATED = "not stated"


class Handling(StrEnum):
    """What the ToR say of the network's papers; where they say nothing, papers are internal all the same."""

    INTERNAL = "internal"
    NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A name that differs by network: the short form for the line, the full one for the header."""

    short: str
    name: str
    clauses: tuple[Clause, ...] = ()

    def __str__(self) -> str:
        return self.short


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What this network calls the bodies around it."""

    parent_body: Term
    coordinator: Term
    secretariat: Term
    state_counterpart: Term


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMember:
    """A member as the ToR list it; `aliases` are other spellings under which it is found."""

    entity: str
    name: str
    tier: Tier = Tier.MEMBER
    aliases: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Who may join beside those listed, and whose approval that takes (None: not stated)."""

    open_to: str = ""
    approved_by: str | None = None
    clauses: tuple[Clause, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """One chair's office. `entity` is empty where the ToR name none; `term_months` 0 is no term.

    `terms_each` is how many terms one entity may serve (0: not limited).
    """

    title: str
    office: str
    entity: str = ""
    tenure: Tenure = Tenure.NOT_STATED
    term_months: int = 0
    terms_each: int = 0
    appointed_by: str | None = None
    clauses: tuple[Clause, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Who answers a recommendation, and whether not following it takes a documented motivation."""

    by: str
    motivation: bool
    clauses: tuple[Clause, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRule:
    """How the network decides.

    `binding_tier`: the tier whose objection blocks. `endeavour`: consensus of all
    members is sought too. `state_concern`: the body consulted on what concerns the
    state, by its short name, or None; `state_concern_also`: the others. `escalation`:
    the body to which a matter goes when consensus is not reached, or None.
    `consult_absent_basis` says on what the consultation of absent entities rests,
    or why it is not asked for. `mandate_clause`: decisions respect members' mandates.
    """

    statement: Binding
    binding_tier: Tier = Tier.MEMBER
    endeavour: bool = False
    consult_absent: bool = False
    consult_absent_basis: str = ""
    state_concern: str | None = None
    state_concern_also: str = ""
    escalation: str | None = None
    output: Output = Output.DECISION
    answer: Answer | None = None
    mandate_clause: Clause | None = None
    mandate_quote: str = ""
    clauses: tuple[Clause, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRule:
    """One kind of meeting. `every_months` 0 means no rhythm; `purposes` become agenda items."""

    every_months: int = 0
    called_by: str = ""
    participants: str = ""
    in_conjunction_with: str = ""
    purposes: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """When the network meets, by kind of meeting; None where the ToR do not provide for that kind."""

    quarterly: MeetingRule | None = None
    on_request: MeetingRule | None = None
    additional: MeetingRule | None = None
    extraordinary: MeetingRule | None = None
    annual: MeetingRule | None = None
    stakeholder: MeetingRule | None = None
    working_group: MeetingRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRule:
    """The working groups: which kinds there are, who composes them, and who chairs them for how long.

    `composed_by`: whose decision it takes that an entity joins a group, with its `composed_clauses` (empty: nobody's).
    `chair_clauses` are those on the chairs alone.
    """

    name: str
    short: str
    kinds: tuple[str, ...] = ()
    decided_by: str = ""
    composition: str = ""
    composed_by: str = ""
    composed_clauses: tuple[Clause, ...] = ()
    chair: str = ""
    chair_selected_by: str = ""
    chair_term_months: int = 0
    chair_clauses: tuple[Clause, ...] = ()
    clauses: tuple[Clause, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Representation:
    """Who is to sit there for a member of `body`: the level asked for, and whether each member must come."""

    body: str
    level: str = ""
    each_member: bool = False
    clauses: tuple[Clause, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRule:
    """A report that the ToR ask for. `every_months` 0: no rhythm is stated.

    `headings` must not be empty in the report; `external` is true when someone
    outside the UN system reads it.
    """

    kind: str
    every_months: int = 0
    on_demand: bool = False
    by: str = ""
    audience: tuple[str, ...] = ()
    external: bool = False
    headings: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A standing footnote of every export, marked at the first mention of `mark`."""

    mark: str
    text: str
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """Any other rule of the ToR that the program serves, under the subject it bears on."""

    subject: str
    text: str
    clauses: tuple[Clause, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidentiality:
    """What may leave the network. `unless` is the exception, in the words of the ToR."""

    statement: Handling = Handling.NOT_STATED
    unless: str = ""
    data_protection: Provision | None = None
    clauses: tuple[Clause, ...] = ()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberList:
    """One of the lists that a ToR gives of a tier, with the names as printed there."""

    id: str
    title: str
    tier: Tier
    entities: tuple[str, ...]
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguity:
    """A place where the ToR can be read in two ways, shown until a decision settles it."""

    id: str
    text: str
    clauses: tuple[Clause, ...] = ()
