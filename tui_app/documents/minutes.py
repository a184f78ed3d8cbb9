"""The minutes of one meeting, in the order that DOMAIN.md section 4 gives their parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tui_app.documents.annexes import annexes
from tui_app.documents.letterhead import cited, facts, paper
from tui_app.documents.markdown import escape, heading, paragraph, rule, strong, table
from tui_app.documents.outcomes import owners, responsible
from tui_app.documents.participation import participation
from tui_app.documents.particulars import particulars, state_line
from tui_app.documents.phrases import (
    CLOSED_SESSION,
    by_when,
    clock,
    day,
    in_a_sentence,
    status_on,
    utc_offset,
)
from tui_app.documents.proceedings import proceedings
from tui_app.documents.release import behind_closed_doors, withheld, without_closed_items
from tui_app.documents.seal import Seal, checksum, seal_facts
from tui_app.domain.calendar import long_date
from tui_app.domain.meeting.circulated import PaperKind, circulated_words
from tui_app.domain.meeting.meeting import Meeting, MeetingState
from tui_app.domain.meeting.record import MeetingRecord


def minutes_paper(
    record: MeetingRecord,
    seal: Seal | None = None,
    next_meeting: Meeting | None = None,
    *,
    changed: bool = False,
    public: bool = False,
) -> str:
    """The minutes as they stand; `seal` is printed on adopted ones. `public` leaves closed items out (R-71).

    `changed`: they are not what was circulated any more.
    """
    shown = without_closed_items(record) if public else record
    return paper(
        record.charter,
        f"Minutes of the {in_a_sentence(record.meeting.title)}",
        paragraph(f"Status: {strong(state_line(record.meeting, changed=changed))}"),
        facts([*particulars(shown), ("Minutes by", _takers(record)), ("Circulated", "" if public else _sent(record))]),
        *participation(shown),
        *_decisions(shown),
        *_actions(shown),
        *proceedings(shown),
        *_next(next_meeting),
        *annexes(shown),
        *_sealed(record.meeting, seal),
        public=public,
    )


def sealed_minutes(record: MeetingRecord, seal: Seal, next_meeting: Meeting | None) -> tuple[str, Seal]:
    """The minutes as they are adopted, with their checksum in them; and the seal with that checksum."""
    whole = replace(seal, checksum=checksum(minutes_paper(record, seal, next_meeting)))
    return minutes_paper(record, whole, next_meeting), whole


def _sent(record: MeetingRecord) -> str:
    """When the version that the members have went out, and to whom; not once the minutes are adopted."""
    sent = record.sent(PaperKind.MINUTES) if record.meeting.state is MeetingState.CIRCULATED else None
    return circulated_words(sent) if sent else ""


def _takers(record: MeetingRecord) -> str:
    return ", ".join(dict.fromkeys(entry.by for entry in record.entries if entry.by))


def _decisions(record: MeetingRecord) -> Iterator[str]:
    yield heading(3, "Decisions")
    if not record.decisions:
        yield paragraph("No decision was taken.")
        return
    closed = behind_closed_doors(record)
    rows = (
        (
            escape(d.symbol),
            escape(f"{CLOSED_SESSION if d.id in closed else ''}{d.text}"),
            escape(f"{d.basis}{cited([d.clause])}"),
            owners(d),
            escape(day(d.due)),
        )
        for d in record.decisions
    )
    yield table(["Symbol", "Decision", "Basis", "Owner", "Due"], rows)


def _as_at(record: MeetingRecord) -> date | None:
    """The day as at which the minutes tell how far actions have come: when they were adopted, or went out last."""
    sent = record.sent(PaperKind.MINUTES)
    return record.meeting.adopted_on or (sent.at.date() if sent else None)


def _actions(record: MeetingRecord) -> Iterator[str]:
    yield heading(3, "Action points")
    actions = [action for action in record.actions if not action.struck]
    if not actions:
        yield paragraph("No action point was agreed.")
        return
    closed = behind_closed_doors(record)
    rows = (
        (
            escape(a.symbol),
            escape(f"{CLOSED_SESSION if a.id in closed else ''}{a.text}"),
            responsible(a),
            escape(by_when(a)),
            "" if withheld(a) else escape(status_on(a.progress, _as_at(record)).value),
        )
        for a in actions
    )
    yield table(["Symbol", "Action", "Responsible", "By", "Status"], rows)


def _next(meeting: Meeting | None) -> Iterator[str]:
    yield heading(3, "Next meeting")
    if meeting is None:
        yield paragraph("To be decided.")
        return
    place = f", {meeting.place}" if meeting.place else ""
    when = f"{long_date(meeting.on)}, {clock(meeting.starts, meeting)} ({utc_offset(meeting.starts, meeting)}){place}"
    yield paragraph(escape(f"{meeting.title}: {when}"))


def _sealed(meeting: Meeting, seal: Seal | None) -> Iterator[str]:
    if seal is not None and meeting.state is MeetingState.ADOPTED:
        yield rule()
        yield facts(seal_facts(seal))
