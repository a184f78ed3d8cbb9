"""How decisions, and proposals that never became one, are written in lists and whole."""

from __future__ import annotations

from collections.abc import Iterable

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import long_date, short_date
from tui_app.domain.consensus.answer import Ruling
from tui_app.domain.consensus.answering import answer_state, answer_words, put_on, said_by, who_answers
from tui_app.domain.consensus.consensus import find
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.proposal import Closing, Outcome, Proposal
from tui_app.domain.follow_up.action import DONE, ActionPoint, Progress
from tui_app.domain.follow_up.assignment import NOTHING_TO_DO, Terms, changed_words
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.minutes import Entry
from tui_app.domain.meeting.timetable import late_words
from tui_app.screens.facts import facts
from tui_app.screens.matrix import LINE, version_rows
from tui_app.services.rows import Shelf
from tui_app.services.workplan import served_by
from tui_app.widgets.rows import Row

Fact = tuple[str, str]
"""A label and its value; a fact without a value is not shown."""

_SETTLED = frozenset({Outcome.CLOSED, Outcome.WITHDRAWN, Outcome.DEFERRED})


def meeting_heading(meeting: Meeting) -> Row:
    """`2026/Q3  Third quarterly meeting of 2026, 22 Sep 2026`."""
    return Row("", (f"{meeting.symbol}  {meeting.title}, {short_date(meeting.on)}",), "heading")


def listed_row(record: Decision | Proposal, around: Shelf) -> Row:
    """Number, state, day and text; below, who carries it out and whether it is late."""
    charter = around.book.charter
    answer = answer_state(record, charter)
    if isinstance(record, Proposal):
        return _proposal_row(record, answer or _state(find(record, charter.decision).state), around)
    late = late_words(record.due, around.today) if record.open else ""
    stands = record.state is DecisionState.ADOPTED
    carried_out = answer or (record.state.value if record.carried_out else record.implementation.value)
    state = carried_out if stands else _state(record.state)
    done = [record.implementation.value] if answer and record.progress else []
    below = ", ".join([*(record.owners or (_nobody(record),)), *done, *([late] if late else [])])
    look = "late" if late else "" if record.open else "dim"
    due = short_date(record.due) if record.due else ""
    return Row(record.id, (record.number, state, due, f"{record.text}\n{below}"), look)


def _proposal_row(proposal: Proposal, state: str, around: Shelf) -> Row:
    closing, answer = proposal.closing, proposal.answer
    decided = answer is not None and answer.kind is Ruling.DECIDED
    ended = decided or (closing is not None and closing.outcome in _SETTLED)
    put = f"referred to the {who_answers(proposal, around.book.charter)}" if proposal.referred else "not adopted"
    below = f"proposal, {put if closing else 'still open'}"
    return Row(proposal.id, (proposal.number, state, "", f"{proposal.text}\n{below}"), "dim" if ended else "")


def _state(state: DecisionState) -> str:
    """A state in a column's width: `not reached`; what waits for the state's body `awaits`."""
    return "awaits" if state is DecisionState.AWAITING_CONSULTATION else state.value.replace("_", " ")


def _nobody(decision: Decision) -> str:
    """What stands in the place of owners."""
    return NOTHING_TO_DO if decision.left_to_nobody else "no owner"


def _no_owner_yet() -> str:
    return f"no owner yet: {key_of('decisions.owner')} in the list names one"


def fact_rows(record: Decision | Proposal, around: Shelf) -> list[Row]:
    """What is to be said of it in a line each: text, state, basis, owner, answer."""
    if isinstance(record, Proposal):
        return [*facts(*_proposal_facts(record, around))]
    return [*facts(*_decision_facts(record, around.proposals.get(record.proposal), around))]


def follow_up_rows(record: Decision | Proposal) -> list[Row]:
    """How a decision is carried out, with its dated notes, and who was to do so before."""
    return [*progress_rows(record.progress), *assignment_rows(record)] if isinstance(record, Decision) else []


def check_rows(record: Decision | Proposal, around: Shelf, width: int = LINE) -> list[Row]:
    """The rounds with their texts and positions, the consultations, the silence procedures."""
    proposal = around.proposals.get(record.proposal) if isinstance(record, Decision) else record
    return _check(proposal, width) if proposal else []


def whole_title(record: Decision | Proposal, around: Shelf) -> str:
    """The symbol of a decision; the working number and the meeting of a proposal."""
    if isinstance(record, Decision):
        return record.symbol
    return f"Proposal {record.number} of {around.meetings[record.meeting].symbol}"


def _decision_facts(decision: Decision, proposal: Proposal | None, around: Shelf) -> list[Fact]:
    closing = proposal.closing if proposal else None
    clause = f" ({decision.clause})" if decision.clause else ""
    after = [d for d in (decision.superseded_by, decision.rescinded_by) if d]
    later = [found.symbol for d in after if (found := around.book.of(Decision).find(d))]
    return [
        (decision.kind.value.capitalize(), decision.text),
        ("Symbol", decision.symbol),
        ("State", ", ".join([_state(decision.state), *(f"by {symbol}" for symbol in later)])),
        ("Adopted", f"{long_date(decision.adopted_on)}, {where(decision, around)}"),
        ("Effect", "; ".join(map(str, decision.effects))),
        ("Basis", f"{decision.basis}{clause}"),
        ("Declared", _declared(closing) or decision.declared_by),
        ("Owner", ", ".join(decision.owners) or (_no_owner_yet() if decision.lacks_owner else _nobody(decision))),
        ("Due", long_date(decision.due) if decision.due else "no date"),
        ("Workplan", served_by(around.book, decision.symbol)),
        ("Progress", "" if decision.left_to_nobody else decision.implementation.value),
        *_answer_facts(decision, around),
    ]


def _declared(closing: Closing | None) -> str:
    """Who declared it and in which words; the words alone where they begin with who it was."""
    if closing is None:
        return ""
    by = closing.declared_by.casefold().removeprefix("the ")
    named = closing.words.casefold().removeprefix("the ").startswith(by)
    return closing.words if named else f"{closing.declared_by}: {closing.words}"


def _answer_facts(record: Decision | Proposal, around: Shelf) -> list[Fact]:
    """What the parent body answered, or since when its answer is awaited."""
    charter, answer = around.book.charter, record.answer
    if answer is None:
        since = long_date(put_on(record)) if record.awaits_answer else ""
        told = f"of the {who_answers(record, charter)} awaited since {since}: {key_of('decisions.answer')} records it"
        return [("Answer", told if since else "")]
    label = "Motivation" if isinstance(record, Decision) else "In words"
    noted = f" (noted by {answer.by})" if answer.by else ""
    return [
        ("Answer", f"{said_by(record, charter, answer.kind)}, {long_date(answer.on)}{noted}"),
        (label, answer_words(answer)),
    ]


def _proposal_facts(proposal: Proposal, around: Shelf) -> list[Fact]:
    finding, closing = find(proposal, around.book.charter.decision), proposal.closing
    return [
        ("Proposal", proposal.text),
        ("State", _state(finding.state) + (f", {long_date(closing.at.date())}" if closing else "")),
        ("Adoption", "; ".join(map(str, proposal.effects))),
        ("Proposed by", proposal.proposed_by),
        ("Put", where(proposal, around)),
        ("Missing", " ".join(finding.missing)),
        ("Declared", _declared(closing)),
        ("Question", closing.question if closing and closing.outcome is Outcome.REFERRED else ""),
        *_answer_facts(proposal, around),
    ]


def where(record: Decision | Proposal | Entry, around: Shelf) -> str:
    """The meeting and the item of a record."""
    meeting, item = around.meetings[record.meeting], around.item(record.item)
    return f"{meeting.title} ({meeting.symbol})" + (f", under “{item}”" if item else "")


def _check(proposal: Proposal, width: int) -> list[Row]:
    """The rounds with the positions taken, the consultations, the silence procedure."""
    rows = version_rows(proposal, width)
    if proposal.consultations:
        rows.append(Row("", ("Consultations",), "heading"))
    for n, held in enumerate(proposal.consultations):
        words = f"{'waived: ' if held.waived else ''}{held.result} ({short_date(held.on)})"
        rows.append(Row(f"consultation-{n}", (held.body, words)))
    if proposal.silences:
        rows.append(Row("", ("Silence procedure",), "heading"))
    for n, silence in enumerate(proposal.silences):
        circulated = f", circulated {silence.circulated}" if silence.circulated else ""
        until = f"until {short_date(silence.deadline.date())} {silence.deadline:%H:%M}{circulated}"
        ended = f"ended {short_date(silence.ended.date())}" if silence.ended else "not ended yet"
        broken = f", objected: {', '.join(silence.objections)}" if silence.objections else ""
        round_of = f"round {silence.round}" if len(proposal.rounds) > 1 else ""
        rows.append(Row(f"silence-{n}", (round_of, f"{until}; {ended}{broken}")))
    return rows


def progress_rows(progress: Iterable[Progress]) -> list[Row]:
    """The history of implementation, the newest note first."""
    rows = [Row(f"progress-{n}", (short_date(each.on), progress_words(each)), "dim" if each.status in DONE else "")
            for n, each in enumerate(progress)]  # fmt: skip
    return [Row("", ("Implementation",), "heading"), *reversed(rows)] if rows else []


def assignment_rows(record: Decision | ActionPoint) -> list[Row]:
    """Who it was and by when before that was changed, the latest change first."""
    if not record.earlier:
        return []
    between = (Terms(responsible=e.responsible, due=e.due, due_words=e.due_words) for e in record.earlier[1:])
    changes = zip(record.earlier, (*between, record.terms), strict=True)
    rows = [Row(f"earlier-{n}", (short_date(was.until), changed_words(was, became)), "dim")
            for n, (was, became) in enumerate(changes)]  # fmt: skip
    return [Row("", ("Who and by when, changed",), "heading"), *reversed(rows)]


def progress_words(progress: Progress) -> str:
    """`in progress: draft shared; evidence: ...  (A. Otieno)`."""
    said = [progress.note.rstrip("."), f"evidence: {progress.evidence}" if progress.evidence else ""]
    words = "; ".join(part for part in said if part)
    return f"{progress.status}{f': {words}' if words else ''}" + (f"  ({progress.by})" if progress.by else "")
