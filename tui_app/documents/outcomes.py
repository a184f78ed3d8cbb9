"""Decisions, proposals and action points as they stand within the minutes, each under its official number."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.documents.letterhead import cited, facts
from tui_app.documents.markdown import escape, paragraph, quote, strong
from tui_app.documents.phrases import day, in_brackets
from tui_app.documents.positions import Fact, how_it_went
from tui_app.documents.release import withheld
from tui_app.domain.calendar import long_date
from tui_app.domain.charter.charter import Output
from tui_app.domain.consensus.answering import answer_sentence, who_answers
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Outcome, Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.assignment import NOTHING_TO_DO, by_words
from tui_app.domain.meeting.minutes import EntryKind
from tui_app.domain.meeting.record import MeetingRecord

NO_OWNER = "no owner"
NOBODY = "nobody yet"

_ENDED = {
    Outcome.NOT_REACHED: "not adopted: the objection was sustained",
    Outcome.CLOSED: "closed without adoption",
    Outcome.DEFERRED: "deferred",
    Outcome.REFERRED: "not adopted, and referred",
    Outcome.WITHDRAWN: "withdrawn by its proposer",
}


def owners(decision: Decision) -> str:
    """Who carries the decision out, as inline Markdown; that nobody does is flagged (R-48)."""
    words = _owner(decision)
    return strong(words) if words == NO_OWNER else escape(words)


def _owner(decision: Decision) -> str:
    """Empty where it is not told, and where nothing remains that somebody would have to carry out."""
    if withheld(decision):
        return ""
    nobody = NO_OWNER if decision.lacks_owner else NOTHING_TO_DO if decision.carried_out else ""
    return ", ".join(decision.owners) or nobody


def responsible(action: ActionPoint) -> str:
    """Who is to do it, as inline Markdown; that nobody is named is flagged, unless it is not told."""
    if withheld(action):
        return ""
    return escape(", ".join(action.responsible)) if action.responsible else strong(NOBODY)


def action_line(action: ActionPoint, mark: str = "") -> str:
    """`**A07** IOM, ILO: revise section 2 (by 30 September 2026)`"""
    by = in_brackets(by_words(action.due, action.due_words))
    what = escape(f": {action.text}{by}")
    who = responsible(action)
    return paragraph(f"{escape(mark)}{strong(action.number)}{f' {who}' if who else ''}{what}")


def decision_blocks(record: MeetingRecord, decision: Decision, mark: str = "") -> Iterator[str]:
    """The operative sentence set apart, then what it rests on and what was said of it."""
    yield quote(paragraph(escape(mark) + strong(decision.symbol) + escape(f" {decision.text}")))
    yield facts(_decision_facts(record, decision))


def _decision_facts(record: MeetingRecord, decision: Decision) -> Iterator[Fact]:
    proposal = next((p for p in record.proposals if p.id == decision.proposal), None)
    if decision.kind is Output.RECOMMENDATION:
        answer = record.charter.decision.answer
        yield "Recommendation to", f"{record.charter.terms.parent_body}{cited(answer.clauses if answer else ())}"
        yield (
            f"Answer of the {who_answers(decision, record.charter)}",
            answer_sentence(decision) if decision.answer else "",
        )
    yield "Effect", "; ".join(map(str, decision.effects))
    yield "Basis", _basis(decision, proposal)
    if proposal is not None:
        yield from _declared(record, proposal)
        yield from how_it_went(record, proposal)
    yield "Owner", _owner(decision)
    yield "Due", day(decision.due)
    if decision.adopted_on != record.meeting.on:
        yield "Adopted", f"on {long_date(decision.adopted_on)}"


def _answer(record: MeetingRecord, answered: Decision | Proposal) -> Fact:
    label = f"Answer of the {who_answers(answered, record.charter)}"
    return label, answer_sentence(answered) if answered.answer else ""


def _basis(decision: Decision, proposal: Proposal | None) -> str:
    rounds = len(proposal.rounds) if proposal else 0
    text = f"; text of round {rounds}" if rounds > 1 else ""
    return f"{decision.basis}{cited([decision.clause])}{text}" if decision.basis else ""


def _declared(record: MeetingRecord, proposal: Proposal) -> Iterator[Fact]:
    """The chair's words, where the minutes do not have them in an entry of their own."""
    if proposal.closing is not None and not _told(record, proposal):
        yield "Declaration", proposal.closing.words


def _told(record: MeetingRecord, proposal: Proposal) -> bool:
    """Whether an entry of the minutes tells how the check ended."""
    procedural = (entry for entry in record.entries if entry.kind is EntryKind.PROCEDURAL and not entry.struck)
    words = proposal.closing.words if proposal.closing else ""
    return any(entry.refers_to == proposal.id and entry.text == words for entry in procedural)


def proposal_blocks(record: MeetingRecord, proposal: Proposal, mark: str = "") -> Iterator[str]:
    """A text that was put and not adopted, with its outcome; an adopted one is printed as the decision it became."""
    if proposal.closing is not None and proposal.closing.outcome is Outcome.ADOPTED:
        return
    by = f", by {proposal.proposed_by}" if proposal.proposed_by else ""
    label = strong(f"Proposal {proposal.number}")
    yield quote(paragraph(escape(mark) + label + escape(f"{by}: {proposal.text}")))
    # The chair's own words may say anything of it, so the outcome is always told beside them.
    yield facts([("Outcome", outcome_of(proposal)), *how_it_went(record, proposal), *_question(record, proposal)])


def _question(record: MeetingRecord, proposal: Proposal) -> Iterator[Fact]:
    if proposal.closing is not None and proposal.closing.outcome is Outcome.REFERRED:
        yield f"Question to the {record.charter.decision.escalation}", proposal.closing.question
        yield (
            f"Answer of the {who_answers(proposal, record.charter)}",
            answer_sentence(proposal) if proposal.answer else "",
        )


def outcome_of(proposal: Proposal) -> str:
    """How a check ended, as a phrase."""
    if proposal.closing is None:
        return "still open"
    return _ENDED[proposal.closing.outcome]
