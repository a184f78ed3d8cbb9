"""The register of decisions over all meetings (R-61)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui_app.documents.letterhead import cited, paper
from tui_app.documents.markdown import escape, heading, paragraph, table
from tui_app.documents.outcomes import owners
from tui_app.documents.phrases import day
from tui_app.domain.calendar import long_date
from tui_app.domain.charter.charter import Charter, Output
from tui_app.domain.consensus.answering import answer_sentence, put_on, who_answers
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.symbols import full_symbol


def decisions_paper(
    charter: Charter, decisions: Iterable[Decision], meetings: Iterable[Meeting], proposals: Iterable[Proposal] = ()
) -> str:
    """Every decision under its meeting, in the order in which they were taken; and the proposals that were referred."""
    every, held = tuple(decisions), tuple(meetings)
    blocks = [block for meeting in held for block in _of_meeting(charter, meeting, every)]
    none = [paragraph("No decision has been taken yet.")]
    return paper(charter, "Register of decisions", *(blocks or none), *_referred(charter, held, tuple(proposals)))


def by_number(decision: Decision) -> tuple[int, str]:
    """Orders the decisions of one meeting: D9 before D10."""
    return len(decision.number), decision.number


def _of_meeting(charter: Charter, meeting: Meeting, every: Sequence[Decision]) -> Iterator[str]:
    """The decisions of one meeting; where some are recommendations, with what was answered to them (R-44)."""
    taken = sorted((d for d in every if d.meeting == meeting.id), key=by_number)
    symbols = {d.id: d.symbol for d in every}
    if not taken:
        return
    yield heading(3, escape(f"{meeting.symbol}: {meeting.title}, {long_date(meeting.on)}"))
    header, rows = ["Symbol", "Decision", "Basis", "Owner", "Due", "State"], [_row(d, symbols) for d in taken]
    advice = [d for d in taken if d.kind is Output.RECOMMENDATION]
    if advice:
        header.append(escape(f"Answer of the {who_answers(advice[0], charter)}"))
        rows = [[*row, escape(answer_sentence(d))] for row, d in zip(rows, taken, strict=True)]
    yield table(header, rows)


def _referred(charter: Charter, meetings: Iterable[Meeting], proposals: Sequence[Proposal]) -> Iterator[str]:
    """The matters on which consensus was not reached, with what was answered to them (R-43)."""
    rows = [
        [*map(escape, (full_symbol(charter.symbol, meeting.symbol, p.number), p.text, p.closing.question,
                       long_date(put_on(p)), answer_sentence(p)))]
        for meeting in meetings for p in proposals if p.meeting == meeting.id and p.referred and p.closing
    ]  # fmt: skip
    if rows:
        body = charter.decision.escalation
        yield heading(3, escape(f"Matters referred to the {body}"))
        yield table(["Symbol", "Text", "Question", "Referred", escape(f"Answer of the {body}")], rows)


def _row(decision: Decision, symbols: Mapping[str, str]) -> list[str]:
    return [
        escape(decision.symbol),
        escape(decision.text),
        escape(f"{decision.basis}{cited([decision.clause])}"),
        owners(decision),
        escape(day(decision.due)),
        escape(_state(decision, symbols)),
    ]


def _state(decision: Decision, symbols: Mapping[str, str]) -> str:
    """Adopted with its implementation, or the later decision that took its place, by its symbol."""
    later = decision.rescinded_by or decision.superseded_by
    if later:
        return f"{decision.state.value} by {symbols.get(later, 'a later decision')}"
    if decision.carried_out:
        return DecisionState.ADOPTED.value
    evidence = decision.progress[-1].evidence if decision.progress else ""
    done = f"{decision.implementation.value}{f': {evidence}' if evidence else ''}"
    return f"{DecisionState.ADOPTED.value}, {done}"
