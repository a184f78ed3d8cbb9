"""Circulating: the agenda or the minutes go to the members, and their very text is kept (R-27, R-60)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256

from tui_app.domain.calendar import long_date
from tui_app.domain.frozen import dataclass
from tui_app.domain.identity import new_id
from tui_app.domain.meeting.agenda import fingerprint
from tui_app.domain.meeting.circulated import CirculatedPaper, PaperKind, last_of
from tui_app.domain.meeting.document import FileState, lacks_papers
from tui_app.domain.meeting.meeting import Meeting, MeetingState, state_sentence
from tui_app.domain.meeting.minutes import names_a_speaker
from tui_app.domain.membership.roster import Seat, seats_on
from tui_app.domain.names import ALL_MEMBERS
from tui_app.domain.problem import Problem
from tui_app.services.book import Book
from tui_app.services.documents import file_states, going_out, send_with_agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulation:
    """To whom a paper went, until when comments on it are awaited, and on what day, if that was not today.

    No recipients: those of the version before, or every member of the body. No day for comments: none is named.
    """

    recipients: tuple[str, ...] = ()
    comments_by: date | None = None
    on: date | None = None


def members_now(book: Book, meeting: Meeting) -> tuple[str, ...]:
    """The members of the body that meets as at today, by entity: to whom a paper goes unless others are named."""
    return tuple(seat.entity for seat in seats_on(book.of(Seat).of(meeting.body), meeting.body, book.today()))


def proposed_recipients(book: Book, meeting: Meeting) -> str:
    """To whom the next version goes unless others are named, as typed: all members, and who had the one before."""
    before = last_of(book.of(CirculatedPaper).of(meeting.id), kind_to_circulate(meeting))
    if before is None or not before.recipients:
        return ALL_MEMBERS.casefold()
    seats = seats_on(book.of(Seat).of(meeting.body), meeting.body, before.at.date())
    members = {seat.entity for seat in seats}
    if not members <= {*before.recipients}:
        return ", ".join(before.recipients)
    return ", ".join((ALL_MEMBERS.casefold(), *(each for each in before.recipients if each not in members)))


def recipients_words(book: Book, meeting: Meeting) -> str:
    """To whom the next version goes unless others are named: `all members (19)`, `IOM, ILO (2)`."""
    return f"{proposed_recipients(book, meeting)} ({len(read_recipients(book, meeting, ''))})"


def read_recipients(book: Book, meeting: Meeting, typed: str) -> tuple[str, ...]:
    """`all members, Min. of Labour` as those meant, nothing typed as proposed; Problem for a misspelt one."""
    typed = typed if typed.strip(" ,;") else proposed_recipients(book, meeting)
    parts = [part for part in map(str.strip, typed.replace(";", ",").split(",")) if part]
    named = (book.names().anybody(part) for part in parts)
    each = (members_now(book, meeting) if name == ALL_MEMBERS else (name,) for name in named)
    return tuple(dict.fromkeys(recipient for several in each for recipient in several))


def kept_comments_by(book: Book, meeting: Meeting, on: date | None = None) -> date | None:
    """The day for comments of the version before, unless it has passed when the next one goes out."""
    before = last_of(book.of(CirculatedPaper).of(meeting.id), kind_to_circulate(meeting))
    due = before.comments_by if before else None
    return due if due and due >= (on or book.today()) else None


def kind_to_circulate(meeting: Meeting) -> PaperKind:
    """What would go out now: the agenda of a planned meeting, or the minutes; Problem where neither can."""
    if meeting.in_session or meeting.cancelled or meeting.state is MeetingState.ADOPTED:
        raise Problem(f"{state_sentence(meeting)}: there is nothing to circulate now.")
    return PaperKind.AGENDA if meeting.state is MeetingState.PLANNED else PaperKind.MINUTES


def before_circulating(book: Book, meeting: Meeting) -> Iterable[str]:
    """What is odd or missing, a sentence each: nothing new, an item without its papers, a file that is gone."""
    if kind_to_circulate(meeting) is PaperKind.MINUTES:
        yield from _before_minutes(book, meeting)
        return
    record = book.record(meeting.id)
    if meeting.agenda_version and not record.agenda_changed:
        yield f"Nothing has changed since v{meeting.agenda_version}."
    going = going_out(book, meeting)
    agenda, sent = record.agenda, {each.item for each in going}
    bare = [agenda.numbers[i.id] for i in agenda.items if lacks_papers(i, record.documents) and i.id not in sent]
    if bare:
        yield f"For decision without a circulated document: {', '.join(bare)}."
    states = file_states(book, going)
    astray = [each.number for each in going if states[each.id][-1] in (FileState.NOT_FOUND, FileState.CHANGED)]
    if astray:
        yield f"Not found, or another file than on record: {', '.join(astray)}."


def _before_minutes(book: Book, meeting: Meeting) -> Iterable[str]:
    from tui_app.services.versions import minutes_changed  # it loads the papers, and a start needs none

    if meeting.minutes_version and not minutes_changed(book, meeting):
        yield f"Nothing has changed since v{meeting.minutes_version}."
    record = book.record(meeting.id)
    names = {name for each in record.participants for name in (each.entity, each.name)}
    names |= {seat.entity for seat in record.seats}
    named = [each.text for each in record.entries if names_a_speaker(each, names)]
    if named:
        more = f", and {len(named) - 1} more like it" if len(named) > 1 else ""
        yield f"A note says who spoke, and is printed as typed: “{_beginning(named[0])}”{more}."


def _beginning(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} ..."


_SHOWN = 60  # characters of a note that is pointed to


def circulate(book: Book, meeting: Meeting, circulation: Circulation | None = None) -> tuple[Meeting, str]:
    """Circulate the agenda of a planned meeting, or the minutes of a closed one; the meeting and what was done.

    The text is kept as it goes out. With the agenda go its documents, but those that are held back (R-30).
    Problem: its day is to come, before the meeting or the version before it, or comments were due before it.
    """
    kind = kind_to_circulate(meeting)
    asked = circulation or Circulation()
    at = went_out(book, meeting, asked)
    to = read_recipients(book, meeting, "")
    meeting = _agenda_out(book, meeting) if kind is PaperKind.AGENDA else _minutes_out(meeting, asked)
    version = meeting.agenda_version if kind is PaperKind.AGENDA else meeting.minutes_version
    paper = CirculatedPaper(
        id=new_id(),
        meeting=meeting.id,
        kind=kind,
        version=version,
        at=at,
        by=book.register.who,
        recipients=asked.recipients or to,
        following=tuple(filter(None, (book.next_meeting_after(meeting),))),
        comments_by=asked.comments_by,
    )
    what = f"{paper.name} circulated"
    with book.register.transaction(f"{meeting.symbol} {what}"):
        if kind is PaperKind.AGENDA:
            send_with_agenda(book, meeting, at.date())
        meeting = book.of(Meeting).put(book.stepped(meeting, what, at))
        book.of(CirculatedPaper).put(paper)  # what is printed says to whom it goes
        book.of(CirculatedPaper).put(_with_text(book, paper))
    return meeting, what


def went_out(book: Book, meeting: Meeting, asked: Circulation) -> datetime:
    """When the next version goes out: now, or at this time of the day on which it went; Problem as in `circulate`."""
    now, kind = book.now(), kind_to_circulate(meeting)
    on = asked.on or now.date()
    before = last_of(book.of(CirculatedPaper).of(meeting.id), kind)
    if on > now.date():
        raise Problem(f"{long_date(on)} is still to come: a paper is recorded as circulated once it went out.")
    if before is not None and on < before.at.date():
        raise Problem(
            f"{before.name.capitalize()} went out on {long_date(before.at.date())}: the next version cannot be older."
        )
    if asked.on is not None and kind is PaperKind.MINUTES and on < meeting.on:
        raise Problem(f"The meeting was on {long_date(meeting.on)}: its minutes cannot have gone out before it.")
    if asked.comments_by is not None and asked.comments_by < on:
        today = "today" if on == now.date() else long_date(on)
        raise Problem(f"Comments by {long_date(asked.comments_by)}? The paper goes out {today}: give a day after it.",
                      option="--comments-by")  # fmt: skip
    return datetime.combine(on, now.timetz())


def _agenda_out(book: Book, meeting: Meeting) -> Meeting:
    agenda = book.agenda(meeting.id)
    if not agenda.items:
        raise Problem(f"The agenda of {meeting.symbol} is empty: add its items first.")
    sent = fingerprint(agenda, meeting.starts, meeting.minutes_available)
    return replace(meeting, agenda_version=meeting.agenda_version + 1, agenda_fingerprint=sent)


def _minutes_out(meeting: Meeting, asked: Circulation) -> Meeting:
    return replace(
        meeting,
        state=MeetingState.CIRCULATED,
        minutes_version=meeting.minutes_version + 1,
        comments_by=asked.comments_by,
    )


def _with_text(book: Book, paper: CirculatedPaper) -> CirculatedPaper:
    from tui_app.services.versions import text_now  # it loads the papers, and a start needs none

    text = text_now(book, book.of(Meeting).get(paper.meeting), paper.kind)
    return replace(paper, text=text, checksum=sha256(text.encode()).hexdigest())
