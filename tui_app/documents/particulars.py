"""The head of the minutes: how final they are, then when, where, why and under whom the body met."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.documents.language import words_of
from tui_app.documents.letterhead import cited
from tui_app.documents.phrases import clock, zone_words
from tui_app.documents.positions import Fact
from tui_app.domain.charter.charter import Charter
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.meeting.purposes import Without, unserved
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.membership.offices import CHAIR, Office, offices_of
from tui_app.domain.membership.roster import NETWORK
from tui_app.domain.membership.tenure import Held, holders, span
from tui_app.domain.words import Words


def state_line(meeting: Meeting, words: Words, *, changed: bool = False) -> str:
    """`DRAFT v2, comments by 3 October 2026`, or `ADOPTED on 21 November 2026`; `changed`: since it was circulated."""
    match meeting.state:
        case MeetingState.CANCELLED:
            return f"{words('CANCELLED')}{words.colon}{meeting.cancelled_because}"
        case MeetingState.ADOPTED:
            return words("ADOPTED on {day}", day=words.day(meeting.adopted_on))
        case MeetingState.CIRCULATED:
            by = f", {words('comments by {day}', day=words.date(meeting.comments_by))}" if meeting.comments_by else ""
            since = f"{words.semicolon}{words('changed since')}" if changed else ""
            return f"{words('DRAFT v{version}', version=meeting.minutes_version)}{by}{since}"
        case MeetingState.DRAFT:
            return words("DRAFT, not yet circulated")
        case MeetingState.IN_SESSION:
            return words("IN SESSION, not yet a draft")
    return words("NOT YET HELD")


def particulars(record: MeetingRecord) -> Iterator[Fact]:
    """The facts of the header; those that are not known are empty."""
    meeting, charter = record.meeting, record.charter
    words = words_of(charter)
    yield words("Date"), words.date(meeting.on)
    yield words("Time"), _time(meeting)
    yield words("Place"), meeting.place
    yield words("Body"), record.body.name if meeting.body != NETWORK else ""
    yield words("In conjunction with"), meeting.conjunction
    yield from _grounds(charter, meeting, words)
    yield words("Without"), words.semicolon.join(f"{each.purpose} ({each.reason})" for each in _left_out(record))
    chairs = [*_chairs(record, words)]
    yield words("Chairs") if len(chairs) > 1 else words("Chair"), words.semicolon.join(chairs)
    yield words("In the chair"), meeting.in_the_chair
    yield words("Imported"), _imported(meeting, words)
    secretariat = charter.terms.secretariat.name
    yield words("Secretariat"), secretariat if secretariat.casefold() != "secretariat" else ""  # nobody is named


def _time(meeting: Meeting) -> str:
    if not meeting.timed:
        return ""
    opened = meeting.opened or meeting.starts
    until = f"-{clock(meeting.closed, meeting)}" if meeting.closed else ""
    return f"{clock(opened, meeting)}{until} ({zone_words(opened, meeting)})"


def _imported(meeting: Meeting, words: Words) -> str:
    """Where the record came from that was not taken with this program."""
    source = meeting.imported
    if source is None:
        return ""
    return words("from {file} on {date}; not taken with this program", file=source.name,
                 date=words.date(source.at.date()))  # fmt: skip


def _grounds(charter: Charter, meeting: Meeting, words: Words) -> Iterator[Fact]:
    """Who requested or called the meeting, and why (R-21, R-22)."""
    if meeting.kind is MeetingKind.EXTRAORDINARY:
        rule = charter.cadence.extraordinary
        by = meeting.requested_by or (rule.called_by if rule else "")
        yield words("Called by"), f"{by}{cited(rule.clauses)}" if rule and by == rule.called_by else by
    elif meeting.requested_by:
        on = f", {words('on {day}', day=words.date(meeting.requested_on))}" if meeting.requested_on else ""
        yield words("Requested by"), f"{meeting.requested_by}{on}"
    yield words("Reason"), meeting.reason


def _left_out(record: MeetingRecord) -> Iterator[Without]:
    """The purposes that the meeting does without (R-23), unless an item serves them after all."""
    missing = unserved(record.agenda.items, [each.purpose for each in record.meeting.without])
    yield from (each for each in record.meeting.without if each.purpose in missing)


def _chairs(record: MeetingRecord, words: Words) -> Iterator[str]:
    """Every chair's office of the body as its charter has it, with who held it, or acted, on the day (R-10, R-11)."""
    if record.meeting.imported is not None:
        yield from record.meeting.chairs
        return
    held = {each.office.name: each for each in holders(offices_of(record.charter, record.body), record.chair_terms,
                                                       record.meeting.on)}  # fmt: skip
    if record.meeting.body != NETWORK:
        yield from (f"{_sitting(each, words)} ({_of_group(each.office, words)})" for each in held.values() if str(each))
        return
    for name in record.meeting.chairs:
        yield _office(held[name], words) if name in held else name


def _of_group(office: Office, words: Words) -> str:
    return words("chair of {group}" if office.name == CHAIR else "co-chair of {group}", group=office.body)


def _office(held: Held, words: Words) -> str:
    office, who = held.office, _sitting(held, words)
    term = f", {words('term of {number} months', number=office.months)}" if office.months else ""
    return f"{office.name} ({office.title}{term}){f'{words.colon}{who}' if who else ''}"


def _sitting(held: Held, words: Words) -> str:
    """`UNHCR, B. Berisha, from 1 January 2026 until 31 December 2026`; whoever acts has no term."""
    if held.term is None or held.acting is not None or held.term.until is None:
        return held.named(words)
    return f"{held.named(words)}, {span(held.term, words)}"
