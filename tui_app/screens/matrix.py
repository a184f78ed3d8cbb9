"""How the consensus place writes a check: its head, its rows, what follows from it."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import short_date
from tui_app.domain.charter.charter import Charter, Tier
from tui_app.domain.consensus.consensus import binds, clause_of, find
from tui_app.domain.consensus.decision import DecisionState
from tui_app.domain.consensus.proposal import Consultation, Outcome, Position, PositionKind, Proposal, Round
from tui_app.domain.consensus.silence import ran_out
from tui_app.domain.meeting.versions import marked
from tui_app.domain.membership.turn import asking_order, state_body
from tui_app.widgets.rows import Row
from tui_app.widgets.wrapping import wrap

_OUTCOMES = {
    Outcome.ADOPTED: "adopted",
    Outcome.NOT_REACHED: "not reached",
    Outcome.REFERRED: "referred",
    Outcome.CLOSED: "closed without agreement",
    Outcome.DEFERRED: "deferred",
    Outcome.WITHDRAWN: "withdrawn",
}


# -- the head ----------------------------------------------------------------


def head(proposal: Proposal, charter: Charter, *, live: bool, decision: str = "", others: tuple[str, ...] = ()) -> str:
    """`Proposal P3, round 2 (t amends, v versions)   KEN:134`, and which others are open.

    `live`: whether its meeting is in session; `decision`: the number of the decision that it became.
    """
    parts = [f"Proposal {proposal.number}, round {proposal.round.number if proposal.round else 1}"]
    if proposal.closing is not None:
        parts.append(f"{_OUTCOMES[proposal.closing.outcome]}{f' as {decision}' if decision else ''}")
    if proposal.state_concern:
        parts.append("concerns the state")
    versions = f"{key_of('consensus.versions')} versions"
    keys = f"({key_of('consensus.amend')} amends, {versions})" if proposal.open and live else f"({versions})"
    clause = clause_of(charter.decision) or "no rule stated in the ToR"
    first = f"{', '.join(parts)} {keys}   {clause}"
    ways = f"{key_of('consensus.earlier')} and {key_of('consensus.later')} go there"
    return f"{first}\nAlso open: {', '.join(others)} ({ways})" if others else first


# -- the rows ----------------------------------------------------------------


def matrix_rows(proposal: Proposal, charter: Charter) -> list[Row]:
    """One row an entity, those that bind first, `*` where not all do; then the state's body, where it is consulted."""
    rule = charter.decision
    rows = [_row(position, proposal, charter) for position in asking_order(proposal, rule)]
    state = state_body(proposal, rule)
    return [*rows, _state_row(state, proposal.consulted(state))] if state else rows


def _row(position: Position, proposal: Proposal, charter: Charter) -> Row:
    rule = charter.decision
    marked = rule.binding_tier is not Tier.MEMBER and binds(position, rule)
    chairs = any(chair.entity == position.entity for chair in charter.chairs)
    name = f"{position.entity}{' *' if marked else ''}{' chair' if chairs else ''}"
    person = position.represented_by or ("not in the room" if proposal.away(position) else "")
    look = "bold" if position.objecting and binds(position, rule) else ""
    words = words_of(position, proposal)
    if position.kind is PositionKind.ABSENT and not words and rule.consult_absent and binds(position, rule):
        words = f"written consultation: none ({key_of('consensus.consult')})"
    return Row(position.entity, (name, person, _position_word(position), words), look)


_SHORT = {PositionKind.PENDING: "", PositionKind.STATEMENT: "with statement"}
"""What stands in the column where the word itself is too long for it, or says nothing."""


def _position_word(position: Position) -> str:
    if position.kind is PositionKind.OBJECTS:
        return "OBJECTS" if position.objecting else "withdrawn"
    return _SHORT.get(position.kind, position.kind.value)


def _state_row(body: str, held: Consultation | None) -> Row:
    if held is None:
        return Row(body, ("The state", "", "", f"{body}: not yet consulted ({key_of('consensus.consult')})"))
    done = "waived" if held.waived else "consulted"
    return Row(body, ("The state", "", done, f"{body}, {short_date(held.on)}: {held.result}"))


def words_of(position: Position, proposal: Proposal) -> str:
    """What an entity said, or how it was consulted."""
    if position.kind is PositionKind.ABSENT:
        held = proposal.consulted(position.entity)
        return f"{'waived' if held.waived else 'consulted'} {short_date(held.on)}: {held.result}" if held else ""
    said = as_said(position)
    return f"objected, {said} (withdrawn {position.withdrawn:%H:%M})" if position.withdrawn else said


def as_said(position: Position) -> str:
    """`resources: asks for a budget line`, as it would be typed again."""
    return ": ".join(part for part in (position.ground or position.paragraph, position.words) if part)


def exceptions(proposal: Proposal) -> list[str]:
    """Who does not simply join, a sentence each; those who are absent, and were not consulted, in one."""
    taken = [(p, words_of(p, proposal)) for p in proposal.positions if p.kind not in _SIMPLY]
    away = [p.entity for p, words in taken if p.kind is PositionKind.ABSENT and not words]
    said = [f"{p.entity}: {p.kind}. {words}".strip() for p, words in taken if p.entity not in away]
    return [*said, *([f"Absent: {', '.join(away)}."] if away else [])]


_SIMPLY = (PositionKind.JOINS, PositionKind.PENDING)


# -- where the matter stands -------------------------------------------------


def summary(proposal: Proposal, charter: Charter, now: datetime, *, live: bool) -> str:
    """Where the matter stands, in sentences, and the key that leads on: never a count."""
    if proposal.closing is not None:
        return "\n".join(_ended(proposal, charter))
    finding = find(proposal, charter.decision)
    declare = key_of("consensus.declare")
    over = f"{ended.removesuffix('.')} ({declare})." if (ended := ran_out(proposal, now)) else ""
    lines = [*_who(proposal, charter), *((over,) if over else finding.missing)]
    if not live:
        lines.insert(0, "The meeting is closed; this check goes on until the chair's declaration.")
    if finding.state is DecisionState.OBJECTED:
        amend = f"{key_of('consensus.amend')} amends the text, " if live else ""
        withdraw = f"{amend}{key_of('consensus.withdraw')} withdraws the objection"
        lines.append(f"{withdraw}, {declare} declares that there is no agreement.")
    if finding.adoptable:
        lines.append(f"Nothing is missing: {declare} is the chair's declaration.{_ask_of_state(proposal, charter)}")
    return "\n".join([*lines, *finding.remarks])


def _ask_of_state(proposal: Proposal, charter: Charter) -> str:
    body = charter.decision.state_concern
    if not body or proposal.state_concern:
        return ""
    concern, clause = key_of("consensus.concern"), clause_of(charter.decision)
    return f" If it concerns the state, {concern} first: then {body} is consulted ({clause})."


def _ended(proposal: Proposal, charter: Charter) -> list[str]:
    assert proposal.closing is not None
    closing, escalation = proposal.closing, charter.decision.escalation
    if closing.outcome is Outcome.ADOPTED:
        return [closing.words, f"Basis: {closing.basis}"]
    if closing.outcome is Outcome.REFERRED:
        return [closing.words, f"The question: {closing.question}"]
    if closing.outcome is Outcome.NOT_REACHED and escalation:
        tables = f"{key_of('consensus.refer')} tables the matter to the {escalation}"
        return [closing.words, f"{tables} ({closing.clause}), with a question to answer."]
    return [closing.words]


def _who(proposal: Proposal, charter: Charter) -> tuple[str, ...]:
    """What those who bind have said so far; who is absent or still to be asked is said in what is missing."""
    binding = [p for p in proposal.positions if binds(p, charter.decision)]
    joined = any(p.kind in _JOINING for p in binding)
    other = [f"{p.entity} ({_of(p)})" for p in binding if p.kind not in _JOINING | _SAYS_NOTHING]
    tier = "Executive Committee (*)" if charter.decision.binding_tier is not Tier.MEMBER else "Members"
    if not proposal.positions:
        return ("This body has no members yet: the Network (F8) is where they are admitted.",)
    if not other and not joined:
        return () if proposal.in_silence else (f"{tier}: nobody has been asked yet.",)
    said = ["all who were asked join"] if joined else []
    return (f"{tier}: {', except '.join([*said, *([', '.join(other)] if other else [])])}.",)


_JOINING = {PositionKind.JOINS, PositionKind.STATEMENT}
_SAYS_NOTHING = {PositionKind.PENDING, PositionKind.ABSENT}


def _of(position: Position) -> str:
    return "objection withdrawn" if position.withdrawn else position.kind.value


def finding_rows(sentences: list[str]) -> list[Row]:
    """What had no room above and below the matrix, under a heading."""
    rows = [Row(f"finding-{n}", ("", each)) for n, each in enumerate(sentences)]
    return [Row("", ("Where it stands",), "heading"), *rows] if rows else []


# -- the rounds --------------------------------------------------------------

LINE = 56
"""A long text is written in rows of so many cells, so that it can be gone through."""


def version_rows(proposal: Proposal, width: int = LINE) -> list[Row]:
    """Every round, the last one first: its text, what it changed marked, and the positions taken on it.

    `width`: so many cells has a row of the text; 0: it is one row.
    """
    if not proposal.rounds:
        return _text_rows(0, proposal.text, width)
    first, *_ = proposal.rounds
    texts = [first.text, *(marked(before.text, after.text) for before, after in pairwise(proposal.rounds))]
    rounds = reversed([*zip(proposal.rounds, texts, strict=True)])
    return [row for each, text in rounds for row in _round_rows(each, text, proposal, width)]


def _round_rows(each: Round, text: str, proposal: Proposal, width: int) -> list[Row]:
    said = [
        Row(f"{each.number}-{p.entity}", (p.entity, f"{p.kind} {words_of(p, proposal)}".rstrip()), "dim")
        for p in each.positions
        if p.kind is not PositionKind.PENDING
    ]
    title = Row("", (f"Round {each.number}, {each.opened:%H:%M}",), "heading")
    return [title, *_text_rows(each.number, text, width), *said]


def _text_rows(number: int, text: str, width: int) -> list[Row]:
    lines = wrap(text, width) if width else (text,)
    return [Row(f"text-{number}-{n}", ("" if n else "text", line)) for n, line in enumerate(lines)]
