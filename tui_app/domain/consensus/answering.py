"""The parent body's answer: what can be recorded of it, and how it is said (R-43, R-44)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..calendar import day_and_date, long_date, read_past_date
from ..charter.charter import Charter, Clause, Output
from ..problem import Problem, did_you_mean
from ..words import ENGLISH, Words
from .answer import Answered, Response, Ruled, Ruling
from .decision import Decision, DecisionState
from .proposal import Outcome, Proposal

Answerable = Decision | Proposal
"""What the parent body may have to answer: a recommendation, or a text that was referred to it."""

Kind = Response | Ruling
"""How an answer turned out; a recommendation takes a Response, a referral a Ruling."""

_KINDS: dict[str, Kind] = {kind.value: kind for kind in (*Response, *Ruling)}
_PHRASES: dict[Kind, str] = {Response.PARTLY: "followed in part"}


def read_kind(text: str) -> Kind:
    """`followed`, `partly`, `not-followed`, `decided` or `returned`; Problem with the nearest."""
    wanted = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    if wanted not in _KINDS:
        raise Problem(f"{text!r} is not an answer: {did_you_mean(wanted, _KINDS)}")
    return _KINDS[wanted]


def kinds_of(record: Answerable) -> tuple[Kind, ...]:
    """The answers that a record can have."""
    return tuple(Response) if isinstance(record, Decision) else tuple(Ruling)


def who_answers(record: Answerable, charter: Charter) -> str:
    """The body from which an answer to this record comes, by its short name."""
    rule, parent = charter.decision, charter.terms.parent_body.short
    if isinstance(record, Decision):
        return rule.answer.by if rule.answer else parent
    return rule.escalation or parent


def clauses_of_answer(record: Answerable, charter: Charter) -> tuple[Clause, ...]:
    """Where the ToR say that the parent body answers it."""
    rule = charter.decision
    if isinstance(record, Decision):
        return rule.answer.clauses if rule.answer else ()
    return rule.clauses if rule.escalation else ()


# -- recording -----------------------------------------------------------


def require_answerable(record: Answerable, charter: Charter) -> None:
    """Raise Problem, with the reason, where the parent body has nothing to answer."""
    if isinstance(record, Decision):
        _require_recommendation(record, charter)
    elif not record.referred:
        raise Problem(f"{record.number} {_why_not_referred(record, charter)}")


def _require_recommendation(decision: Decision, charter: Charter) -> None:
    parent = who_answers(decision, charter)
    if decision.kind is not Output.RECOMMENDATION:
        raise Problem(f"{decision.number} is a decision of the network: only a recommendation is answered.")
    if decision.state is not DecisionState.ADOPTED:
        raise Problem(f"{decision.number} is {decision.state}: record the {parent}'s answer to what took its place.")


def _why_not_referred(proposal: Proposal, charter: Charter) -> str:
    escalation = charter.decision.escalation
    if proposal.closing is not None and proposal.closing.outcome is Outcome.ADOPTED:
        return "was adopted: what is answered, if anything, is what it became."
    if not escalation:
        return "is not adopted, and the Terms of Reference know no referral: no answer to it is awaited."
    if proposal.closing is not None and proposal.closing.outcome is Outcome.NOT_REACHED:
        return f"has not been referred to the {escalation} yet: do so first (in Consensus, or by /refer)."
    return f"was not referred to the {escalation}: no answer to it is awaited."


def answer_recommendation(decision: Decision, charter: Charter, answer: Answered, today: date) -> Decision:
    """The recommendation with its answer, in place of one recorded before.

    Problem: it is no recommendation that stands, the motivation is missing where the ToR ask for it, or the
    day is before the adoption or still to come.
    """
    require_answerable(decision, charter)
    require_words(decision, charter, answer.kind, answer.motivation)
    _require_day(decision, answer.on, today)
    return replace(decision, answer=replace(answer, motivation=answer.motivation.strip()))


def answer_referral(proposal: Proposal, charter: Charter, answer: Ruled, today: date) -> Proposal:
    """The referral with its answer, in place of one recorded before; Problem as for a recommendation."""
    require_answerable(proposal, charter)
    require_words(proposal, charter, answer.kind, answer.words)
    _require_day(proposal, answer.on, today)
    return replace(proposal, answer=replace(answer, words=answer.words.strip()))


def needs_words(charter: Charter, kind: Kind) -> bool:
    """Whether an answer is not recorded without words: a motivation where the ToR ask for it, always on a referral."""
    if isinstance(kind, Ruling):
        return True
    return kind is not Response.FOLLOWED and charter.decision.answer is not None and charter.decision.answer.motivation


def require_words(record: Answerable, charter: Charter, kind: Kind, words: str) -> None:
    """Raise Problem where an answer of that kind lacks the words that belong to it, or is none to this record."""
    parent = who_answers(record, charter)
    if kind not in kinds_of(record):
        *most, last = kinds_of(record)
        what = "recommendation" if isinstance(record, Decision) else "referral"
        raise Problem(f"{record.number} is a {what}: the {parent}'s answer is {', '.join(most)} or {last}.")
    if words.strip() or not needs_words(charter, kind):
        return
    if isinstance(kind, Ruling):
        need = "what was decided" if kind is Ruling.DECIDED else "why it was returned"
        raise Problem(f"The answer of the {parent} to {record.number} needs its words: {need}.")
    clauses = ", ".join(clauses_of_answer(record, charter))
    asked = f" ({clauses})" if clauses else ""
    raise Problem(f"{record.number} is recorded as {_phrase(kind)} only with the motivation of the {parent}{asked}.")


def _require_day(record: Answerable, on: date, today: date) -> None:
    since = put_on(record)
    if on < since:
        put = "adopted" if isinstance(record, Decision) else "referred"
        raise Problem(
            f"{record.number} was {put} on {long_date(since)}: it was not answered on {long_date(on)} already."
        )
    if on > latest_day(record, today):
        raise Problem(
            f"{long_date(on)} is still to come: write the day of the answer with its year, as in 20 Sep 2026."
        )


def put_on(record: Answerable) -> date:
    """The day on which it went to the parent body."""
    if isinstance(record, Decision):
        return record.adopted_on
    assert record.closing is not None
    return record.closing.at.date()


def read_day(phrase: str, record: Answerable, today: date) -> date:
    """The day of an answer as typed, which lies behind us; Problem as in `read_past_date`."""
    return read_past_date(phrase, latest_day(record, today), put_on(record))


def latest_day(record: Answerable, today: date) -> date:
    """Today, or the day on which it went to the parent body where minutes are written ahead of the calendar."""
    return max(today, put_on(record))


# -- saying --------------------------------------------------------------


def _phrase(kind: Kind) -> str:
    return _PHRASES.get(kind, kind.value)


def answer_state(record: Answerable, charter: Charter) -> str:
    """`awaits UNKT`, `not followed`, `returned`; empty where there is nothing to answer."""
    if record.answer is not None:
        return record.answer.kind.value
    return f"awaits {who_answers(record, charter)}" if record.awaits_answer else ""


def answer_words(answer: Answered | Ruled) -> str:
    """The motivation of a response, the words of a ruling."""
    return answer.motivation if isinstance(answer, Answered) else answer.words


def answer_sentence(record: Answerable, words: Words = ENGLISH) -> str:
    """`followed in part, 3 October 2026: the budget is not there yet`; `awaited since ...`; or nothing."""
    if record.answer is not None:
        said = answer_words(record.answer)
        told = f"{words(_phrase(record.answer.kind))}, {words.date(record.answer.on)}"
        return f"{told}{words.colon}{said}" if said else told
    return words("awaited since {day}", day=words.date(put_on(record))) if record.awaits_answer else ""


def answer_echo(record: Answerable, charter: Charter, kind: Kind, on: date) -> str:
    """What Enter will record: `D01 is not followed by the UNKT, on Sat 3 Oct 2026`."""
    return f"{record.number} is {said_by(record, charter, kind)}, on {day_and_date(on)}"


def said_by(record: Answerable, charter: Charter, kind: Kind) -> str:
    """`followed in part by the UNKT`."""
    return f"{_phrase(kind)} by the {who_answers(record, charter)}"
