"""The minutes of one meeting, in the order that DOMAIN.md section 4 gives their parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tui_app.documents.annexes import annexes
from tui_app.documents.formulas import told
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import cited, facts, paper
from tui_app.documents.markdown import escape, heading, paragraph, rule, strong, table
from tui_app.documents.outcomes import owners, responsible
from tui_app.documents.participation import participation
from tui_app.documents.particulars import particulars, state_line
from tui_app.documents.phrases import behind_doors, by_when, clock, in_a_sentence, status_on, utc_offset
from tui_app.documents.positions import Fact
from tui_app.documents.proceedings import proceedings
from tui_app.documents.release import behind_closed_doors, withheld
from tui_app.documents.seal import Seal, checksum, seal_facts
from tui_app.domain.meeting.circulated import PaperKind, circulated_words
from tui_app.domain.meeting.meeting import Meeting, MeetingState, title_in
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.words import Words

NOT_AS_ADOPTED = "The text that was adopted is in another language: the register keeps it, with its seal."
"""The label on adopted minutes in another language."""
AS_ENTERED = "What was entered in the meeting, sentences of procedure among it, stands in the language of the meeting."
"""The label on minutes in another language, where what the program itself entered is not told in it."""
NOTES = (NOT_AS_ADOPTED, AS_ENTERED)


def minutes_paper(
    record: MeetingRecord,
    seal: Seal | None = None,
    next_meeting: Meeting | None = None,
    *,
    changed: bool = False,
    note: str = "",
) -> str:
    """The minutes as they stand; `seal` is printed on adopted ones.

    `changed`: they are not what was circulated any more. `note`: a label below their status, where they
    are in another language.
    """
    words = words_of(record.charter)
    return paper(
        record.charter,
        words("Minutes of the {meeting}", meeting=in_a_sentence(title_in(words, record.meeting))),
        paragraph(words("Status") + words.colon + strong(state_line(record.meeting, words, changed=changed))),
        paragraph(words(note)) if note else "",
        facts([*particulars(record), (words("Minutes by"), _takers(record)), *_handled(record, words)], words),
        *participation(record),
        *_decisions(record, words),
        *_actions(record, words),
        *proceedings(record),
        *_next(next_meeting, words),
        *annexes(record),
        *_sealed(record.meeting, seal, words),
    )


def sealed_minutes(record: MeetingRecord, seal: Seal, next_meeting: Meeting | None) -> tuple[str, Seal]:
    """The minutes as they are adopted, with their checksum in them; and the seal with that checksum."""
    whole = replace(seal, checksum=checksum(minutes_paper(record, seal, next_meeting)))
    return minutes_paper(record, whole, next_meeting), whole


def _sent(record: MeetingRecord, words: Words) -> str:
    """When the version that the members have went out, and to whom; not once the minutes are adopted."""
    sent = record.sent(PaperKind.MINUTES) if record.meeting.state is MeetingState.CIRCULATED else None
    return circulated_words(sent, words) if sent else ""


def _handled(record: MeetingRecord, words: Words) -> Iterator[Fact]:
    """To whom the minutes went; which meeting adopted them, and with what corrections, in its words."""
    yield words("Circulated"), _sent(record, words)
    if record.adopting is not None:
        at = in_a_sentence(title_in(words, record.adopting))
        yield words("Adopted at"), f"{words('the {meeting}', meeting=at)} ({record.adopting.symbol})"
    yield words("Adopted with the following corrections"), record.meeting.corrections


def _takers(record: MeetingRecord) -> str:
    return ", ".join(dict.fromkeys(entry.by for entry in record.entries if entry.by))


def _decisions(record: MeetingRecord, words: Words) -> Iterator[str]:
    yield heading(3, words("Decisions"))
    if not record.decisions:
        yield paragraph(words("No decision was taken."))
        return
    closed = behind_closed_doors(record)
    rows = (
        (
            escape(d.symbol),
            escape(f"{behind_doors(words, closed=d.id in closed)}{d.text}"),
            escape(f"{told(d.basis, words)}{cited([d.clause])}"),
            owners(d, words),
            escape(words.day(d.due)),
        )
        for d in record.decisions
    )
    yield table([*map(words, ("Symbol", "Decision", "Basis", "Owner", "Due"))], rows)


def _as_at(record: MeetingRecord) -> date | None:
    """The day as at which the minutes tell how far actions have come: when they were adopted, or went out last."""
    sent = record.sent(PaperKind.MINUTES)
    return record.meeting.adopted_on or (sent.at.date() if sent else None)


def _actions(record: MeetingRecord, words: Words) -> Iterator[str]:
    yield heading(3, words("Action points"))
    actions = [action for action in record.actions if not action.struck]
    if not actions:
        yield paragraph(words("No action point was agreed."))
        return
    closed = behind_closed_doors(record)
    rows = (
        (
            escape(a.symbol),
            escape(f"{behind_doors(words, closed=a.id in closed)}{a.text}"),
            responsible(a, words),
            escape(by_when(a, words)),
            "" if withheld(a, words) else escape(words(status_on(a.progress, _as_at(record)).value)),
        )
        for a in actions
    )
    yield table([*map(words, ("Symbol", "Action", "Responsible", "By", "Status"))], rows)


def _next(meeting: Meeting | None, words: Words) -> Iterator[str]:
    yield heading(3, words("Next meeting"))
    if meeting is None:
        yield paragraph(words("To be decided."))
        return
    place = f", {meeting.place}" if meeting.place else ""
    when = f"{words.date(meeting.on)}, {clock(meeting.starts, meeting)} ({utc_offset(meeting.starts, meeting)}){place}"
    yield paragraph(escape(f"{title_in(words, meeting)}{words.colon}{when}"))


def _sealed(meeting: Meeting, seal: Seal | None, words: Words) -> Iterator[str]:
    if seal is not None and meeting.state is MeetingState.ADOPTED:
        yield rule()
        yield facts(seal_facts(seal, words), words)
