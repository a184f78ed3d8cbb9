"""The register of decisions over all meetings (R-61)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui_app.documents.formulas import told
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import cited, paper
from tui_app.documents.markdown import escape, heading, paragraph, table
from tui_app.documents.outcomes import owners
from tui_app.domain.charter.charter import Charter, Output
from tui_app.domain.consensus.answering import answer_sentence, put_on, who_answers
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.meeting.meeting import Meeting, title_in
from tui_app.domain.symbols import full_symbol
from tui_app.domain.words import Words


def decisions_paper(
    charter: Charter, decisions: Iterable[Decision], meetings: Iterable[Meeting], proposals: Iterable[Proposal] = ()
) -> str:
    """Every decision under its meeting, in the order in which they were taken; and the proposals that were referred."""
    every, held, words = tuple(decisions), tuple(meetings), words_of(charter)
    blocks = [block for meeting in held for block in _of_meeting(charter, meeting, every)]
    none = [paragraph(words("No decision has been taken yet."))]
    return paper(
        charter, words("Register of decisions"), *(blocks or none), *_referred(charter, held, tuple(proposals))
    )


def by_number(decision: Decision) -> tuple[int, str]:
    """Orders the decisions of one meeting: D9 before D10."""
    return len(decision.number), decision.number


def _of_meeting(charter: Charter, meeting: Meeting, every: Sequence[Decision]) -> Iterator[str]:
    """The decisions of one meeting; where some are recommendations, with what was answered to them (R-44)."""
    taken = sorted((d for d in every if d.meeting == meeting.id), key=by_number)
    symbols, words = {d.id: d.symbol for d in every}, words_of(charter)
    if not taken:
        return
    yield heading(3, escape(f"{meeting.symbol}{words.colon}{title_in(words, meeting)}, {words.date(meeting.on)}"))
    header = [*map(words, ("Symbol", "Decision", "Basis", "Owner", "Due", "State"))]
    rows = [_row(d, symbols, words) for d in taken]
    advice = [d for d in taken if d.kind is Output.RECOMMENDATION]
    if advice:
        header.append(escape(words("Answer of the {body}", body=who_answers(advice[0], charter))))
        rows = [[*row, escape(answer_sentence(d, words))] for row, d in zip(rows, taken, strict=True)]
    yield table(header, rows)


def _referred(charter: Charter, meetings: Iterable[Meeting], proposals: Sequence[Proposal]) -> Iterator[str]:
    """The matters on which consensus was not reached, with what was answered to them (R-43)."""
    words = words_of(charter)
    rows = [
        [*map(escape, (full_symbol(charter.symbol, meeting.symbol, p.number), p.text, p.closing.question,
                       words.date(put_on(p)), answer_sentence(p, words)))]
        for meeting in meetings for p in proposals if p.meeting == meeting.id and p.referred and p.closing
    ]  # fmt: skip
    if rows:
        body = charter.decision.escalation
        header = [*map(words, ("Symbol", "Text", "Question", "Referred"))]
        yield heading(3, escape(words("Matters referred to the {body}", body=body)))
        yield table([*header, escape(words("Answer of the {body}", body=body))], rows)


def _row(decision: Decision, symbols: Mapping[str, str], words: Words) -> list[str]:
    return [
        escape(decision.symbol),
        escape(decision.text),
        escape(f"{told(decision.basis, words)}{cited([decision.clause])}"),
        owners(decision, words),
        escape(words.day(decision.due)),
        escape(_state(decision, symbols, words)),
    ]


def _state(decision: Decision, symbols: Mapping[str, str], words: Words) -> str:
    """Adopted with its implementation, or the later decision that took its place, by its symbol."""
    later = decision.rescinded_by or decision.superseded_by
    if later:
        symbol = symbols.get(later) or words("a later decision")
        return words("rescinded by {symbol}" if decision.rescinded_by else "superseded by {symbol}", symbol=symbol)
    if decision.carried_out:
        return words(DecisionState.ADOPTED.value)
    evidence = told(decision.progress[-1].evidence, words) if decision.progress else ""
    done = f"{words(decision.implementation.value)}{f'{words.colon}{evidence}' if evidence else ''}"
    return f"{words(DecisionState.ADOPTED.value)}, {done}"
