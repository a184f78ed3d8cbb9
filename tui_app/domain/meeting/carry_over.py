"""What is carried over to a meeting: what was open before it, oldest first, and what was reported of it (R-63)."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from datetime import date

from tui_app.domain.frozen import dataclass

from ..calendar import long_date
from ..charter.charter import Charter
from ..consensus.answer import Answered, Response, Ruled
from ..consensus.answering import answer_sentence, put_on, who_answers
from ..consensus.decision import Decision, DecisionState
from ..consensus.proposal import Proposal
from ..follow_up.action import DONE, ActionPoint, Progress, last_report
from ..follow_up.assignment import Assignment, Terms, deadline_words
from ..words import ENGLISH, Words
from .meeting import Meeting

Followed = ActionPoint | Decision | Proposal
"""What is followed up: an action point, a decision, a text that was referred to the parent body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One record that is followed up. `symbol` is without the network's own (`2026/Q3/A07`).

    `closed`: it was taken behind closed doors.
    """

    record: Followed
    symbol: str
    closed: bool = False


def open_before(meeting: Meeting, meetings: Iterable[Meeting], records: Iterable[Followed], on: date) -> list[Followed]:
    """What earlier meetings of the same body had left open at the end of a day, each once, the oldest first.

    A working group follows up its own matters, since it has its own roster and meetings (R-15); every other kind of
    meeting those of the network. What the meeting itself takes is not carried to it.
    """
    earlier = {each.id: each for each in meetings if each.body == meeting.body and each.starts < meeting.starts}
    found = (record for record in records if record.meeting in earlier and open_on(record, on))
    return sorted(found, key=lambda record: (earlier[record.meeting].starts, *_number(record)))


def _number(record: Followed) -> tuple[int, int]:
    """Within a meeting: what was decided, then what was referred, then what is to be done, each by its number."""
    return "DPA".index(record.number[0]), int(record.number[1:])


def open_on(record: Followed, on: date) -> bool:
    """Whether something remained to be done, or to be answered, at the end of a day."""
    if isinstance(record, ActionPoint):
        return not record.struck and not _done(record.progress, on)
    if isinstance(record, Proposal):
        return awaits_on(record, on)
    unfollowed = record.answer is not None and record.answer.kind is Response.NOT_FOLLOWED and record.answer.on <= on
    stands = record.state is DecisionState.ADOPTED and record.adopted_on <= on
    done = record.carried_out or unfollowed or _done(record.progress, on)
    return stands and (awaits_on(record, on) or not done)


def _done(progress: Iterable[Progress], on: date) -> bool:
    last = last_report(progress, on)
    return last is not None and last.status in DONE


def awaits_on(record: Decision | Proposal, on: date) -> bool:
    """Whether the parent body had still to answer it at the end of a day."""
    if record.answer is None:
        return record.awaits_answer and put_on(record) <= on
    return put_on(record) <= on < record.answer.on


def carried(records: Iterable[Followed], meetings: Iterable[Meeting], closed: Container[str]) -> tuple[Carried, ...]:
    """These records as they are followed up; `closed` are the ids of what was taken behind closed doors."""
    symbols = {meeting.id: meeting.symbol for meeting in meetings}
    return tuple(
        Carried(
            record=record,
            symbol=f"{symbols[record.meeting]}/{record.number}",
            closed=record.id in closed or (isinstance(record, Decision) and record.proposal in closed),
        )
        for record in records
        if not (isinstance(record, ActionPoint | Proposal) and record.struck)
    )


# -- saying --------------------------------------------------------------


def text_of(record: Followed) -> str:
    """What is to be done or was decided; of a referral, the question."""
    return record.closing.question or record.text if isinstance(record, Proposal) and record.closing else record.text


def terms_on(record: ActionPoint | Decision, on: date) -> Assignment | Terms:
    """Who was responsible and by when at the end of a day, whatever was changed later."""
    return next((before for before in record.earlier if before.until > on), record.terms)


def responsible_for(record: Followed, on: date) -> tuple[str, ...]:
    """The entities that were to do it; of a referral, nobody."""
    return () if isinstance(record, Proposal) else terms_on(record, on).responsible


def due_words(record: Followed, on: date, write: Callable[[date], str] = long_date) -> str:
    """By when it was due, as it is written; empty where there was no time."""
    if isinstance(record, Proposal):
        return ""
    terms = terms_on(record, on)
    return deadline_words(terms.due, terms.due_words, write)


def overdue_on(record: Followed, on: date) -> bool:
    """Whether it was open, and its day over."""
    if isinstance(record, Proposal):
        return False
    due = terms_on(record, on).due
    return due is not None and due < on and open_on(record, on)


def status_words(
    record: Followed, charter: Charter, on: date, day: Callable[[date], str] = long_date, words: Words = ENGLISH
) -> str:
    """How it stood at the end of a day: `in progress, 4 September 2026: the forum was held`, or what is awaited."""
    last = None if isinstance(record, Proposal) else last_report(record.progress, on)
    said = [] if isinstance(record, ActionPoint) else [_answer_on(record, charter, on, day, words)]
    if last is not None or not any(said):
        said.append(_progress(last, day, words))
    return words.semicolon.join(filter(None, said))


def _answer_on(
    record: Decision | Proposal, charter: Charter, on: date, day: Callable[[date], str], words: Words
) -> str:
    if awaits_on(record, on):
        body = who_answers(record, charter)
        return words("awaiting the answer of the {body} since {day}", body=body, day=day(put_on(record)))
    answered: Answered | Ruled | None = record.answer
    return answer_sentence(record, words) if answered is not None and answered.on <= on else ""


def _progress(last: Progress | None, day: Callable[[date], str], words: Words) -> str:
    if last is None:
        return words("not started")
    note = f"{words.colon}{last.note}" if last.note else ""
    shown = f" ({words('evidence')}{words.colon}{last.evidence})" if last.evidence else ""
    return f"{words(last.status.value)}, {day(last.on)}{note}{shown}"


def reported_on(record: Followed, on: date) -> bool:
    """Whether something was reported of it, or answered, on that very day."""
    answered = not isinstance(record, ActionPoint) and record.answer is not None and record.answer.on == on
    return answered or (not isinstance(record, Proposal) and any(each.on == on for each in record.progress))


def carried_words(carried: Sequence[Carried], on: date) -> list[str]:
    """How many there are and which are late, and which wait for an answer: a sentence each."""
    late = [each.symbol for each in carried if overdue_on(each.record, on)]
    waiting = [
        each.symbol for each in carried if not isinstance(each.record, ActionPoint) and awaits_on(each.record, on)
    ]
    counted = f"{len(carried)} matter{'s are' if len(carried) > 1 else ' is'} carried over"
    overdue = f", {len(late)} overdue: {', '.join(late)}" if late else ""
    sentences = [f"{counted}{overdue}."] if carried else []
    return sentences + ([f"Without an answer: {', '.join(waiting)}."] if waiting else [])
