"""Decisions, proposals and action points as they stand within the minutes, each under its official number."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.documents.formulas import told, told_names
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import cited, facts
from tui_app.documents.markdown import escape, paragraph, quote, strong
from tui_app.documents.phrases import by_bracketed
from tui_app.documents.positions import Fact, how_it_went
from tui_app.documents.release import withheld
from tui_app.domain.charter.charter import Output
from tui_app.domain.consensus.answering import answer_sentence, who_answers
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.effect import sentence
from tui_app.domain.consensus.proposal import Outcome, Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.assignment import NOTHING_TO_DO
from tui_app.domain.meeting.minutes import EntryKind
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.words import Words

NO_OWNER = "no owner"
NOBODY = "nobody yet"

ENDED = {
    Outcome.NOT_REACHED: "not adopted: the objection was sustained",
    Outcome.CLOSED: "closed without adoption",
    Outcome.DEFERRED: "deferred",
    Outcome.REFERRED: "not adopted, and referred",
    Outcome.WITHDRAWN: "withdrawn by its proposer",
}
"""How a check ended without adoption, as labels."""


def owners(decision: Decision, words: Words) -> str:
    """Who carries the decision out, as inline Markdown; that nobody does is flagged (R-48)."""
    owner = _owner(decision, words)
    return strong(owner) if owner == words(NO_OWNER) else escape(owner)


def _owner(decision: Decision, words: Words) -> str:
    """Empty where it is not told, and where nothing remains that somebody would have to carry out."""
    if withheld(decision, words):
        return ""
    nobody = words(NO_OWNER) if decision.lacks_owner else words(NOTHING_TO_DO) if decision.carried_out else ""
    return told_names(decision.owners, words) or nobody


def responsible(action: ActionPoint, words: Words) -> str:
    """Who is to do it, as inline Markdown; that nobody is named is flagged, unless it is not told."""
    if withheld(action, words):
        return ""
    return escape(told_names(action.responsible, words)) if action.responsible else strong(words(NOBODY))


def action_line(action: ActionPoint, words: Words, mark: str = "") -> str:
    """`**A07** IOM, ILO: revise section 2 (by 30 September 2026)`"""
    what = escape(f"{words.colon}{action.text}{by_bracketed(action, words)}")
    who = responsible(action, words)
    return paragraph(f"{escape(mark)}{strong(action.number)}{f' {who}' if who else ''}{what}")


def decision_blocks(record: MeetingRecord, decision: Decision, mark: str = "") -> Iterator[str]:
    """The operative sentence set apart, then what it rests on and what was said of it."""
    yield quote(paragraph(escape(mark) + strong(decision.symbol) + escape(f" {decision.text}")))
    words = words_of(record.charter)
    yield facts(_decision_facts(record, decision, words), words)


def _decision_facts(record: MeetingRecord, decision: Decision, words: Words) -> Iterator[Fact]:
    proposal = next((p for p in record.proposals if p.id == decision.proposal), None)
    if decision.kind is Output.RECOMMENDATION:
        answer = record.charter.decision.answer
        yield words("Recommendation to"), f"{record.charter.terms.parent_body}{cited(answer.clauses if answer else ())}"
        yield _answer(record, decision, words)
    yield words("Effect"), words.semicolon.join(sentence(effect, words) for effect in decision.effects)
    yield words("Basis"), _basis(decision, proposal, words)
    if proposal is not None:
        yield from _declared(record, proposal, words)
        yield from how_it_went(record, proposal)
    yield words("Owner"), _owner(decision, words)
    yield words("Due"), words.day(decision.due)
    if decision.adopted_on != record.meeting.on:
        yield words("Adopted"), words("on {day}", day=words.date(decision.adopted_on))


def _answer(record: MeetingRecord, answered: Decision | Proposal, words: Words) -> Fact:
    label = words("Answer of the {body}", body=who_answers(answered, record.charter))
    return label, answer_sentence(answered, words) if answered.answer else ""


def _basis(decision: Decision, proposal: Proposal | None, words: Words) -> str:
    rounds = len(proposal.rounds) if proposal else 0
    text = f"{words.semicolon}{words('text of round {number}', number=rounds)}" if rounds > 1 else ""
    return f"{told(decision.basis, words)}{cited([decision.clause])}{text}" if decision.basis else ""


def _declared(record: MeetingRecord, proposal: Proposal, words: Words) -> Iterator[Fact]:
    """The chair's words, where the minutes do not have them in an entry of their own."""
    if proposal.closing is not None and not _told(record, proposal):
        yield words("Declaration"), told(proposal.closing.words, words)


def _told(record: MeetingRecord, proposal: Proposal) -> bool:
    """Whether an entry of the minutes tells how the check ended."""
    procedural = (entry for entry in record.entries if entry.kind is EntryKind.PROCEDURAL and not entry.struck)
    words = proposal.closing.words if proposal.closing else ""
    return any(entry.refers_to == proposal.id and entry.text == words for entry in procedural)


def proposal_blocks(record: MeetingRecord, proposal: Proposal, mark: str = "") -> Iterator[str]:
    """A text that was put and not adopted, with its outcome; an adopted one is printed as the decision it became."""
    if proposal.closing is not None and proposal.closing.outcome is Outcome.ADOPTED:
        return
    words = words_of(record.charter)
    by = f", {words('by {proposer}', proposer=proposal.proposed_by)}" if proposal.proposed_by else ""
    label = strong(words("Proposal {number}", number=proposal.number))
    yield quote(paragraph(escape(mark) + label + escape(f"{by}{words.colon}{proposal.text}")))
    # The chair's own words may say anything of it, so the outcome is always told beside them.
    outcome = (words("Outcome"), outcome_of(proposal, words))
    yield facts([outcome, *how_it_went(record, proposal), *_question(record, proposal, words)], words)


def _question(record: MeetingRecord, proposal: Proposal, words: Words) -> Iterator[Fact]:
    if proposal.closing is not None and proposal.closing.outcome is Outcome.REFERRED:
        yield words("Question to the {body}", body=record.charter.decision.escalation), proposal.closing.question
        yield _answer(record, proposal, words)


def outcome_of(proposal: Proposal, words: Words) -> str:
    """How a check ended, as a phrase."""
    if proposal.closing is None:
        return words("still open")
    return words(ENDED[proposal.closing.outcome])
