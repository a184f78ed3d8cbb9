"""A charter: one network's Terms of Reference (ToR) as plain values, and the words it speaks in.

Nothing here decides anything: the rules are in `charter_rules`, reading a charter
from its TOML in `charter_reading`, its contradictions in `charter_lint`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from tui_app.domain.frozen import dataclass

from .rules import (
    Ambiguity,
    Answer,
    Binding,
    Cadence,
    Chair,
    Clause,
    Confidentiality,
    DecisionRule,
    Footnote,
    GroupRule,
    Handling,
    ListedMember,
    MeetingRule,
    MemberList,
    Membership,
    Output,
    Provision,
    ReportRule,
    Representation,
    Status,
    Tenure,
    Term,
    Terms,
    Tier,
)

__all__ = [
    "WORDING_FIELDS",
    "Ambiguity",
    "Answer",
    "Binding",
    "Cadence",
    "Chair",
    "Charter",
    "Clause",
    "Confidentiality",
    "DecisionRule",
    "Footnote",
    "GroupRule",
    "Handling",
    "ListedMember",
    "MeetingRule",
    "MemberList",
    "Membership",
    "Output",
    "Provision",
    "ReportRule",
    "Representation",
    "Status",
    "Tenure",
    "Term",
    "Terms",
    "Tier",
    "Wording",
]

WORDING_FIELDS = (
    *("chair", "network", "parent", "coordinator", "counterpart", "secretariat"),
    *("entities", "deadline", "reason", "basis"),
)
"""The fields a wording may use: the first six come from the charter, the others from the occasion."""

_VERBS = (
    *("agreed", "decided", "endorsed", "adopted", "approved"),
    *("recommended", "requested", "took note", "deferred", "referred"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The chair's words and the verbs of the minutes, as templates filled by `Charter.say`.

    The defaults claim no rule of decision; a charter whose ToR state one says so.
    `declaration_adopted_on_record` is for an objection that does not bind,
    `basis_of_all` for a decision by a narrower body that every member joined.
    """

    network_short: str = "the Network"
    chair: str = "The Chair"
    declaration_adopted: str = "{chair} noted that there was no objection, and declared the text adopted."
    declaration_adopted_on_record: str = (
        "{chair} placed on record the objection of {entities}, and declared the text adopted."
    )
    declaration_recommended: str = (
        "{chair} noted that there was no objection, and declared the recommendation to the {parent} adopted."
    )
    declaration_not_reached: str = (
        "{chair} noted that the objection of {entities} was sustained, "
        "and declared that agreement had not been reached."
    )
    declaration_referred: str = (
        "{chair} noted that agreement had not been reached, and put the matter before the {parent}."
    )
    declaration_closed: str = "{chair} closed the matter without agreement."
    declaration_deferred: str = "{chair} deferred the matter to the next meeting."
    so_decided: str = "It was so decided."
    silence_opened: str = "{chair} opened a silence procedure until {deadline}."
    silence_unbroken: str = "{chair} confirmed that no objection was received by {deadline}."
    silence_broken: str = "The silence procedure was broken by {entities}: {reason}."
    consultation_concluded: str = "{counterpart} was consulted on the concern of the state: {reason}."
    consultation_waived: str = "The consultation of {counterpart} was waived: {reason}."
    basis: str = "{basis}, as recorded by the network; the Terms of Reference state no rule of decision"
    basis_of_all: str = ""
    verbs: tuple[str, ...] = _VERBS


GROUP_BASIS = "{basis}; the Terms of Reference state no rule of decision for working groups"
"""The basis of a working group's decision, as `Wording.basis` is that of the network's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter:
    """One network's ToR. `key` begins its clauses (`KEN`), `symbol` its record numbers, `zone` is IANA.

    `language`: that of the labels and dates of its papers, by two letters; `labels` put other words in place of single
    ones, by the English words.
    """

    key: str
    name: str
    symbol: str
    zone: str
    status: Status
    terms: Terms
    decision: DecisionRule
    members: tuple[ListedMember, ...] = ()
    membership: Membership = field(default_factory=Membership)
    chairs: tuple[Chair, ...] = ()
    cadence: Cadence = field(default_factory=Cadence)
    representation: tuple[Representation, ...] = ()
    groups: GroupRule | None = None
    reports: tuple[ReportRule, ...] = ()
    confidentiality: Confidentiality = field(default_factory=Confidentiality)
    footnotes: tuple[Footnote, ...] = ()
    provisions: tuple[Provision, ...] = ()
    lists: tuple[MemberList, ...] = ()
    ambiguities: tuple[Ambiguity, ...] = ()
    wording: Wording = field(default_factory=Wording)
    clauses: tuple[Clause, ...] = ()
    status_clauses: tuple[Clause, ...] = ()
    language: str = "en"
    labels: Mapping[str, str] = field(default_factory=dict)

    def clauses_on(self, subject: str) -> tuple[Clause, ...]:
        """The clauses of the provisions under a subject, such as "Workplan", in their order."""
        return tuple(clause for each in self.provisions if each.subject == subject for clause in each.clauses)

    def for_group(self) -> Charter:
        """The charter as it applies to a working group: no ToR states a rule of decision for the groups (R-45).

        All its members bind, nothing is referred or recommended from it, and its chair speaks without the
        network's formulas.
        """
        silent = DecisionRule(statement=Binding.NOT_STATED, state_concern=self.decision.state_concern)
        wording = Wording(network_short=self.wording.network_short, basis=GROUP_BASIS)
        return replace(self, decision=silent, wording=wording)

    def say(self, template: str, *, entities: str = "", deadline: str = "", reason: str = "", basis: str = "") -> str:
        """Fill one template of `wording`: `charter.say(charter.wording.so_decided)`."""
        return template.format(
            chair=self.wording.chair,
            network=self.wording.network_short,
            parent=self.terms.parent_body.short,
            coordinator=self.terms.coordinator.short,
            counterpart=self.terms.state_counterpart.short,
            secretariat=self.terms.secretariat.short,
            entities=entities,
            deadline=deadline,
            reason=reason,
            basis=basis,
        )
