"""How the consensus place writes a check: its head, its rows, what follows from it."""

from __future__ import annotations

from tui_app.domain.charter import Charter, Tier
from tui_app.domain.consensus import binds, clause_of, find
from tui_app.domain.proposal import Outcome, Position, PositionKind, Proposal
from tui_app.widgets.rows import Row

_OUTCOMES = {
    Outcome.ADOPTED: "adopted",
    Outcome.NOT_REACHED: "not reached",
    Outcome.REFERRED: "referred",
    Outcome.CLOSED: "closed without agreement",
    Outcome.DEFERRED: "deferred",
    Outcome.WITHDRAWN: "withdrawn",
}


def head(proposal: Proposal, charter: Charter) -> str:
    """`Proposal P3, round 2 (t amends, v versions)   KEN:134` and the text under it."""
    round_number = proposal.round.number if proposal.round else 1
    ended = f", {_OUTCOMES[proposal.closing.outcome]}" if proposal.closing else " (t amends, v shows versions)"
    clause = clause_of(charter.decision) or "no rule stated in the ToR"
    concern = "   concerns the state" if proposal.state_concern else ""
    return f"Proposal {proposal.number}, round {round_number}{ended}{concern}   {clause}\n{proposal.text}"


def matrix_rows(proposal: Proposal, charter: Charter) -> list[Row]:
    """One row an entity, those that bind first; `*` marks them where not all bind."""
    rule = charter.decision
    ordered = sorted(proposal.positions, key=lambda position: not binds(position, rule))
    return [_row(position, proposal, charter) for position in ordered]


def _row(position: Position, proposal: Proposal, charter: Charter) -> Row:
    rule = charter.decision
    marked = rule.binding_tier is not Tier.MEMBER and binds(position, rule)
    chairs = any(chair.entity == position.entity for chair in charter.chairs)
    name = f"{position.entity}{' *' if marked else ''}{' chair' if chairs else ''}"
    person = position.represented_by or ("not in the room" if proposal.away(position) else "")
    kind = position.kind.value
    said = "" if position.kind is PositionKind.PENDING else kind.upper() if position.objecting else kind
    look = "bold" if position.objecting and binds(position, rule) else ""
    words = words_of(position, proposal)
    if position.kind is PositionKind.ABSENT and not words and rule.consult_absent and binds(position, rule):
        words = "written consultation: none"
    return Row(position.entity, (name, person, said, words), look)


def words_of(position: Position, proposal: Proposal) -> str:
    """What an entity said, or how it was consulted."""
    if position.kind is PositionKind.ABSENT:
        held = proposal.consulted(position.entity)
        return f"{'waived' if held.waived else 'consulted'}: {held.result}" if held else ""
    parts = [position.ground.value if position.ground else position.paragraph, position.words]
    said = ": ".join(part for part in parts if part)
    return f"{said} (withdrawn {position.withdrawn:%H:%M})" if position.withdrawn else said


def summary(proposal: Proposal, charter: Charter) -> str:
    """Where the matter stands, in sentences: never a count."""
    finding = find(proposal, charter.decision)
    if proposal.closing is not None:
        return f"{proposal.closing.words}\nBasis: {proposal.closing.basis}"
    lines = [_who(proposal, charter), *finding.missing, *finding.remarks]
    if finding.adoptable:
        lines.append("Nothing is missing: Enter is the chair's declaration.")
    return "\n".join(lines)


def _who(proposal: Proposal, charter: Charter) -> str:
    rule = charter.decision
    other = [f"{p.entity} {p.kind}" for p in proposal.positions
             if p.kind not in (PositionKind.JOINS, PositionKind.PENDING) and binds(p, rule)]  # fmt: skip
    tier = "Executive Committee (*)" if rule.binding_tier is not Tier.MEMBER else "Members"
    joined = any(p.kind is PositionKind.JOINS for p in proposal.positions if binds(p, rule))
    if not other:
        return f"{tier}: no exception so far." if joined else f"{tier}: nobody has been asked yet."
    return f"{tier}: all who were asked join, except {', '.join(other)}." if joined else f"{tier}: {', '.join(other)}."


def version_rows(proposal: Proposal) -> list[Row]:
    """Every round with its text and the positions taken on it."""
    rows: list[Row] = []
    for each in proposal.rounds:
        rows.append(Row("", (f"Round {each.number}",), "heading"))
        rows.append(Row(f"text-{each.number}", ("text", each.text)))
        rows += [
            Row(f"{each.number}-{p.entity}", (p.entity, f"{p.kind} {words_of(p, proposal)}".rstrip()), "dim")
            for p in each.positions
            if p.kind is not PositionKind.PENDING
        ]
    return rows
