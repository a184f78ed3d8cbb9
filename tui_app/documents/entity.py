"""The sheet of one entity: its seats, attendance, positions, and what it carries out (R-68); always internal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui_app.documents.letterhead import paper
from tui_app.documents.markdown import escape, heading, paragraph, strong, table
from tui_app.documents.phrases import CLOSED_SESSION, by_when, day
from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.calendar import long_date
from tui_app.domain.charter.charter import Charter
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.proposal import Position
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.chasing import by_deadline
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.timetable import late_words
from tui_app.domain.membership.entity_sheet import Attended, EntitySheet, Presence, Stance
from tui_app.domain.membership.roster import NETWORK, Seat


def entity_paper(charter: Charter, sheet: EntitySheet, meetings: Iterable[Meeting]) -> str:
    """What is on record of one entity as at a day."""
    symbols = {meeting.id: meeting.symbol for meeting in meetings}
    name = f"{sheet.entity}, {sheet.name}" if sheet.name != sheet.entity else sheet.entity
    return paper(
        charter,
        f"{name}, as at {long_date(sheet.on)}",
        *_seats(charter, sheet),
        *_attendance(sheet.attended),
        *_positions(sheet.stances),
        *_decisions(sheet, symbols),
        *_actions(sheet),
    )


def _seats(charter: Charter, sheet: EntitySheet) -> Iterator[str]:
    yield heading(3, "Seats")
    rows = [[*map(escape, _seat(charter, seat))] for seat in sheet.seats]
    yield table(["Body", "Tier", "Since", "Until"], rows) if rows else paragraph("It has no seat.")


def _seat(charter: Charter, seat: Seat) -> tuple[str, ...]:
    body = charter.name if seat.body == NETWORK else seat.body
    since = "waits for approval" if seat.pending else day(seat.since) or "the beginning"
    return body, seat.tier.value, since, day(seat.until)


def _attendance(attended: Sequence[Attended]) -> Iterator[str]:
    """Its last meetings, the newest first, and at how many it was represented."""
    yield heading(3, "Attendance")
    if not attended:
        yield paragraph("No meeting was held while it had a seat.")
        return
    there = sum(each.presence is Presence.REPRESENTED for each in attended)
    of = f"its last {len(attended)} meetings" if len(attended) > 1 else "its one meeting"
    yield paragraph(f"Represented at {there} of {of}.")
    rows = ([*map(escape, (e.meeting.symbol, long_date(e.meeting.on), e.presence.value, _by(e)))] for e in attended)
    yield table(["Meeting", "Date", "Attendance", "By"], rows)


def _by(attended: Attended) -> str:
    return "; ".join(", ".join(filter(None, (p.name, p.title, p.acting_for and f"for {p.acting_for}")))
                     for p in attended.by if p.name)  # fmt: skip


def _positions(stances: Sequence[Stance]) -> Iterator[str]:
    """What it said of each text; those that it joined without a word, together."""
    yield heading(3, "Positions")
    said, joined = [s for s in stances if not s.bare], [short_symbol(s.symbol) for s in stances if s.bare]
    rows = ([*map(escape, _stance(stance))] for stance in said)
    yield table(["Symbol", "Text", "Position", "Words"], rows) if said else ""
    yield paragraph(escape(f"Joined: {', '.join(joined)}.")) if joined else ""
    yield "" if stances else paragraph("It was asked for no position.")


def _stance(stance: Stance) -> tuple[str, ...]:
    text = f"{CLOSED_SESSION if stance.closed else ''}{stance.text}"
    heard = f"consulted: {stance.heard}" if stance.heard else ""
    return stance.symbol, text, _kind(stance.position), "; ".join(filter(None, (_words(stance.position), heard)))


def _kind(position: Position) -> str:
    return "objection withdrawn" if position.withdrawn else position.kind.value


def _words(position: Position) -> str:
    """`resources: asks for a budget line`, `para 3: seasonal work`: ground or paragraph, then the words."""
    before = position.ground.value if position.ground else position.paragraph
    return ": ".join(filter(None, (before, position.words)))


def _decisions(sheet: EntitySheet, symbols: dict[str, str]) -> Iterator[str]:
    """What it owns, what is still open first."""
    yield heading(3, "Decisions to carry out")
    owned = sorted(sheet.decisions, key=lambda d: (not d.open, symbols[d.meeting], len(d.number), d.number))
    rows = ([escape(d.symbol), escape(_text(d, sheet)), escape(day(d.due)), _standing(d, sheet)] for d in owned)
    yield table(["Symbol", "Decision", "Due", "State"], rows) if owned else paragraph("It owns no decision.")


def _actions(sheet: EntitySheet) -> Iterator[str]:
    """What it has to do, what is still open first, by deadline."""
    yield heading(3, "Action points")
    theirs = sorted(sheet.actions, key=lambda action: (not action.open, by_deadline(action)))
    rows = ([escape(a.symbol), escape(_text(a, sheet)), escape(by_when(a)), _standing(a, sheet)] for a in theirs)
    nothing = paragraph("It has no action point.")
    yield table(["Symbol", "Action", "By", "Status"], rows) if theirs else nothing


def _text(record: Decision | ActionPoint, sheet: EntitySheet) -> str:
    return f"{CLOSED_SESSION if record.id in sheet.closed else ''}{record.text}"


def _standing(record: Decision | ActionPoint, sheet: EntitySheet) -> str:
    """`**52 days overdue**, not started`; of what is done, what shows it."""
    if isinstance(record, Decision) and record.state is not DecisionState.ADOPTED:
        return escape(record.state.value)
    status = record.implementation if isinstance(record, Decision) else record.status
    last = record.progress[-1] if record.progress else None
    said = ": ".join(filter(None, (status.value, (last.evidence or last.note) if last else "")))
    late = late_words(record.due, sheet.on) if record.open else ""
    return (f"{strong(late)}, " if late else "") + escape(said)
