"""The sheet of one entity: its seats, attendance, positions, and what it carries out (R-68); always internal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui_app.documents.formulas import told
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import paper
from tui_app.documents.markdown import escape, heading, paragraph, strong, table
from tui_app.documents.phrases import behind_doors, by_when
from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.charter.charter import Charter
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.proposal import Position
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.chasing import by_deadline
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.timetable import late_words
from tui_app.domain.membership.entity_sheet import Attended, EntitySheet, Presence, Stance
from tui_app.domain.membership.roster import NETWORK, Seat
from tui_app.domain.words import Words


def entity_paper(charter: Charter, sheet: EntitySheet, meetings: Iterable[Meeting]) -> str:
    """What is on record of one entity as at a day."""
    symbols, words = {meeting.id: meeting.symbol for meeting in meetings}, words_of(charter)
    name = f"{sheet.entity}, {sheet.name}" if sheet.name != sheet.entity else sheet.entity
    return paper(
        charter,
        f"{name}, {words('as at {day}', day=words.date(sheet.on))}",
        *_seats(charter, sheet, words),
        *_attendance(sheet.attended, words),
        *_positions(sheet.stances, words),
        *_decisions(sheet, symbols, words),
        *_actions(sheet, words),
    )


def _seats(charter: Charter, sheet: EntitySheet, words: Words) -> Iterator[str]:
    yield heading(3, words("Seats"))
    rows = [[*map(escape, _seat(charter, seat, words))] for seat in sheet.seats]
    nothing = paragraph(words("It has no seat."))
    yield table([*map(words, ("Body", "Tier", "Since", "Until"))], rows) if rows else nothing


def _seat(charter: Charter, seat: Seat, words: Words) -> tuple[str, ...]:
    body = charter.name if seat.body == NETWORK else seat.body
    since = words("waits for approval") if seat.pending else words.day(seat.since) or words("the beginning")
    return body, words(seat.tier.value), since, words.day(seat.until)


def _attendance(attended: Sequence[Attended], words: Words) -> Iterator[str]:
    """Its last meetings, the newest first, and at how many it was represented."""
    yield heading(3, words("Attendance"))
    if not attended:
        yield paragraph(words("No meeting was held while it had a seat."))
        return
    there = sum(each.presence is Presence.REPRESENTED for each in attended)
    if len(attended) == 1:
        yield paragraph(words("Represented at its one meeting." if there else "Not represented at its one meeting."))
    else:
        yield paragraph(words("Represented at {number} of its last {all} meetings.", number=there, all=len(attended)))
    rows = (
        [*map(escape, (e.meeting.symbol, words.date(e.meeting.on), words(e.presence.value), _by(e, words)))]
        for e in attended
    )
    yield table([*map(words, ("Meeting", "Date", "Attendance", "By|whom"))], rows)


def _by(attended: Attended, words: Words) -> str:
    return words.semicolon.join(
        ", ".join(filter(None, (p.name, p.title, p.acting_for and words("for {person}", person=p.acting_for))))
        for p in attended.by
        if p.name
    )


def _positions(stances: Sequence[Stance], words: Words) -> Iterator[str]:
    """What it said of each text; those that it joined without a word, together."""
    yield heading(3, words("Positions"))
    said, joined = [s for s in stances if not s.bare], [short_symbol(s.symbol) for s in stances if s.bare]
    rows = ([*map(escape, _stance(stance, words))] for stance in said)
    yield table([*map(words, ("Symbol", "Text", "Position", "Words"))], rows) if said else ""
    yield paragraph(escape(f"{words('Joined: {symbols}', symbols=', '.join(joined))}.")) if joined else ""
    yield "" if stances else paragraph(words("It was asked for no position."))


def _stance(stance: Stance, words: Words) -> tuple[str, ...]:
    text = f"{behind_doors(words, closed=stance.closed)}{stance.text}"
    heard = words("consulted: {answer}", answer=stance.heard) if stance.heard else ""
    said = words.semicolon.join(filter(None, (_said(stance.position, words), heard)))
    return stance.symbol, text, _kind(stance.position, words), said


def _kind(position: Position, words: Words) -> str:
    return words("objection withdrawn") if position.withdrawn else words(position.kind.value)


def _said(position: Position, words: Words) -> str:
    """`resources: asks for a budget line`, `para 3: seasonal work`: ground or paragraph, then the words."""
    before = words(position.ground.value) if position.ground else position.paragraph
    return words.colon.join(filter(None, (before, position.words)))


def _decisions(sheet: EntitySheet, symbols: dict[str, str], words: Words) -> Iterator[str]:
    """What it owns, what is still open first."""
    yield heading(3, words("Decisions to carry out"))
    owned = sorted(sheet.decisions, key=lambda d: (not d.open, symbols[d.meeting], len(d.number), d.number))
    rows = (
        [escape(d.symbol), escape(_text(d, sheet, words)), escape(words.day(d.due)), _standing(d, sheet, words)]
        for d in owned
    )
    nothing = paragraph(words("It owns no decision."))
    yield table([*map(words, ("Symbol", "Decision", "Due", "State"))], rows) if owned else nothing


def _actions(sheet: EntitySheet, words: Words) -> Iterator[str]:
    """What it has to do, what is still open first, by deadline."""
    yield heading(3, words("Action points"))
    theirs = sorted(sheet.actions, key=lambda action: (not action.open, by_deadline(action)))
    rows = (
        [escape(a.symbol), escape(_text(a, sheet, words)), escape(by_when(a, words)), _standing(a, sheet, words)]
        for a in theirs
    )
    nothing = paragraph(words("It has no action point."))
    yield table([*map(words, ("Symbol", "Action", "By", "Status"))], rows) if theirs else nothing


def _text(record: Decision | ActionPoint, sheet: EntitySheet, words: Words) -> str:
    return f"{behind_doors(words, closed=record.id in sheet.closed)}{record.text}"


def _standing(record: Decision | ActionPoint, sheet: EntitySheet, words: Words) -> str:
    """`**52 days overdue**, not started`; of what is done, what shows it."""
    if isinstance(record, Decision) and record.state is not DecisionState.ADOPTED:
        return escape(words(record.state.value))
    status = record.implementation if isinstance(record, Decision) else record.status
    last = record.progress[-1] if record.progress else None
    said = words.colon.join(
        filter(None, (words(status.value), told(last.evidence or last.note, words) if last else ""))
    )
    late = late_words(record.due, sheet.on, words) if record.open else ""
    return (f"{strong(late)}, " if late else "") + escape(said)
