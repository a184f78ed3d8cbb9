"""The chairs' offices of a body, as its charter rules them (R-09 to R-11, R-51).

The network's are its charter's chairs. A working group has a chair, and may have a co-chair.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.domain.frozen import dataclass

from ..charter.charter import Chair, Charter, Tenure
from ..problem import Problem, did_you_mean
from .roster import NETWORK, Body

CHAIR = "chair"
CO_CHAIR = "co-chair"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One chair's office with what its charter says of it.

    `label` names it in a sentence. `entity`: the one that the ToR name. `months` 0: no term is stated;
    `terms_each` 0: no number of them. `binding`: a longer term is refused; elsewhere it takes a reason, and is flagged.
    `any_member`: it passes from one member to another, or is for any of them.
    """

    body: str
    name: str
    title: str
    label: str
    entity: str = ""
    months: int = 0
    terms_each: int = 0
    chosen_by: str = ""
    binding: bool = True
    any_member: bool = False
    rotating: bool = False
    clauses: tuple[str, ...] = ()

    @property
    def personal(self) -> bool:
        """Whether it is one person's, of whatever entity: the ToR name none for it, and it is for no member in turn."""
        return not self.entity and not self.any_member

    @property
    def cited(self) -> str:
        """` (KOS:86)`, or nothing where the ToR are silent."""
        return f" ({', '.join(self.clauses)})" if self.clauses else ""


def offices_of(charter: Charter, body: Body) -> tuple[Office, ...]:
    """The chairs' offices of the network or of a working group, in the order of the ToR."""
    if body.symbol == NETWORK:
        return tuple(map(_of_the_network, charter.chairs))
    rule = charter.groups
    return tuple(
        Office(
            body=body.symbol,
            name=name,
            title=f"{name.capitalize()} of {body.symbol}",
            label=f"{name} of {body.symbol}",
            months=rule.chair_term_months if rule else 0,
            chosen_by=rule.chair_selected_by if rule else "",
            binding=False,  # flagged; where the ToR set a term for groups they leave it "(TBD)"
            any_member=True,
            rotating=bool(rule and rule.chair_term_months),
            clauses=(rule.chair_clauses or rule.clauses) if rule else (),
        )
        for name in (CHAIR, CO_CHAIR)
    )


def _of_the_network(chair: Chair) -> Office:
    rotating = chair.tenure is Tenure.ROTATING
    return Office(
        body=NETWORK,
        name=chair.office,
        title=chair.title,
        label=chair.title if rotating or chair.office == chair.entity else chair.office,
        entity=chair.entity,
        months=chair.term_months,
        terms_each=chair.terms_each,
        chosen_by=chair.appointed_by or "",
        any_member=not chair.entity and chair.tenure is not Tenure.PERMANENT,
        rotating=rotating,
        clauses=chair.clauses,
    )


def find_office(offices: Iterable[Office], text: str) -> Office:
    """An office by its name or title, or by a beginning of one; Problem with the nearest."""
    every, wanted = tuple(offices), " ".join(text.casefold().split())
    spelled = {office: (office.name.casefold(), office.title.casefold()) for office in every}
    exact = [office for office, names in spelled.items() if wanted in names]
    begun = [office for office, names in spelled.items() if wanted and any(n.startswith(wanted) for n in names)]
    found = exact or begun
    if len(found) == 1:
        return found[0]
    names = [office.name for office in found or every]
    if not names:
        raise Problem("The charter names no chair: the offices are those of its chairs.")
    raise Problem(f"{text.strip()!r} is not one chair's office: {did_you_mean(wanted, names)}")
