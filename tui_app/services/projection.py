"""What the room may see of a meeting, on a projector: the item on the table, its clock, the text before the body.

Made of what is named here and of nothing else. Not what was noted or said, who is there, what anybody has to do; of a
position not its words, which are the secretariat's until they are circulated; nothing taken behind closed doors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from tui_app.documents.language import words_of
from tui_app.documents.letterhead import footnote_marks
from tui_app.documents.outcomes import ENDED
from tui_app.documents.release import withheld, without_closed_items
from tui_app.domain.charter.charter import Charter, DecisionRule, Output, Tier
from tui_app.domain.consensus.consensus import binds
from tui_app.domain.consensus.proposal import Position, Proposal
from tui_app.domain.meeting.agenda import AgendaItem
from tui_app.domain.meeting.differences import Side
from tui_app.domain.meeting.meeting import Meeting, title_in
from tui_app.domain.meeting.projection import Clock, ProjectedItem, ProjectedPosition, ProjectedText, Projection
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.meeting.versions import Change, changes
from tui_app.domain.membership.turn import asking_order
from tui_app.domain.words import Words


def project(record: MeetingRecord, following: Meeting | None = None) -> Projection:
    """What the room sees of a meeting as it is now; `following`: the meeting after it."""
    words, meeting = words_of(record.charter), record.meeting
    if meeting.in_session and meeting.doors_closed:
        return Projection(said=(words("Closed session"),))
    if not meeting.in_session:
        said = _over(words, following) if meeting.over else _awaited(meeting, words)
        return replace(_around(record.charter, words, meeting), said=said)
    shown = without_closed_items(record)
    item = _item_on_the_table(shown)
    nxt = shown.agenda.after(item.id) if item else None
    return replace(
        _around(record.charter, words, meeting),
        said=() if item else (words("The meeting is open."),),
        item=_item(shown, item, words) if item else None,
        following=words("Next: {item}", item=f"{shown.agenda.numbers[nxt.id]}  {nxt.title}") if nxt else "",
        text=_text(shown, item, words),
    )


def project_nothing(charter: Charter) -> Projection:
    """What the room sees where no meeting is planned."""
    words = words_of(charter)
    return replace(_around(charter, words), said=(words("No meeting is planned."),))


def _around(charter: Charter, words: Words, meeting: Meeting | None = None) -> Projection:
    """The network, with the marks of its footnotes (R-02), and the meeting."""
    name, notes = charter.name, []
    for mark, note in footnote_marks(charter):
        if note.mark in name:
            name = name.replace(note.mark, note.mark + mark, 1)
            notes.append(f"{mark} {note.text}")
    title = title_in(words, meeting) if meeting else ""
    return Projection(network=name, meeting=title, footnotes=tuple(notes))


# -- no meeting in session -----------------------------------------------


def _awaited(meeting: Meeting, words: Words) -> tuple[str, ...]:
    if meeting.cancelled:
        return (words("This meeting was cancelled."),)
    return (words("The meeting has not been opened yet."), _when(meeting, words), meeting.place)


def _over(words: Words, following: Meeting | None) -> tuple[str, ...]:
    nxt = f"{words('Next meeting')}{words.colon}{_when(following, words)}" if following else ""
    return words("The meeting is closed."), nxt


def _when(meeting: Meeting, words: Words) -> str:
    return words("{day} at {time}", day=words.date(meeting.on), time=f"{meeting.starts:%H:%M}")


# -- the item ------------------------------------------------------------


def _item_on_the_table(record: MeetingRecord) -> AgendaItem | None:
    return next((each for each in record.agenda.items if each.id == record.meeting.current_item), None)


def _item(record: MeetingRecord, item: AgendaItem, words: Words) -> ProjectedItem:
    return ProjectedItem(
        number=record.agenda.numbers[item.id],
        title=item.title,
        purpose=words("for {purpose}", purpose=words(item.purpose.value)),
        clock=_clock(item, record.meeting),
    )


def _clock(item: AgendaItem, meeting: Meeting) -> Clock:
    over = (span.end - span.start for span in item.spans if span.end is not None)
    return Clock(
        spent=sum((max(each, timedelta()) for each in over), timedelta()),
        since=next((span.start for span in item.spans if span.end is None), None),
        on=meeting.on,
        planned=item.minutes,
    )


# -- the text ------------------------------------------------------------


def _text(record: MeetingRecord, item: AgendaItem | None, words: Words) -> ProjectedText | None:
    proposal = _before_the_body(record, item, words)
    if proposal is None:
        return None
    rule, closing = record.charter.decision, proposal.closing
    return ProjectedText(
        heading=_heading(record, proposal, words),
        changes=_changes(proposal),
        marks=words("underlined: new; in brackets: taken out"),
        positions=tuple(_position(each, rule, words) for each in asking_order(proposal, rule)),
        legend=words("on the Executive Committee") if rule.binding_tier is not Tier.MEMBER else "",
        declared=closing.words if closing else "",
    )


def _before_the_body(record: MeetingRecord, item: AgendaItem | None, words: Words) -> Proposal | None:
    """The proposal of which something was recorded last: of the item on the table, or since that is there."""
    since = item.spans[-1].start if item and item.spans else None
    near = []
    for proposal in reversed(record.proposals):
        last = max(_moments(record, proposal), default=since)
        here = item is not None and proposal.item == item.id
        if not (proposal.struck or withheld(proposal, words)) and (here or (since and last and last > since)):
            near.append((last, proposal))
    return max(near, key=lambda each: (each[0] is not None, each[0]), default=(None, None))[1]


def _moments(record: MeetingRecord, proposal: Proposal) -> Iterator[datetime]:
    """When something was recorded of a proposal."""
    yield from (entry.at for entry in record.entries if entry.refers_to == proposal.id)
    yield from (each.opened for each in proposal.rounds)
    yield from (at for each in proposal.positions for at in (each.at, each.withdrawn) if at is not None)
    if proposal.closing is not None:
        yield proposal.closing.at


def _heading(record: MeetingRecord, proposal: Proposal, words: Words) -> str:
    """`Decision D04`, `Proposal P3, round 2`, `Proposal P3, deferred`."""
    decision = next((each for each in record.decisions if each.proposal == proposal.id), None)
    if decision is not None and decision.kind is Output.RECOMMENDATION:
        return words("Recommendation {number}", number=decision.number)
    if decision is not None:
        return words("Decision {number}", number=decision.number)
    name = words("Proposal {number}", number=proposal.number)
    if proposal.closing is not None and proposal.closing.outcome in ENDED:
        return f"{name}{words.comma}{words(ENDED[proposal.closing.outcome])}"
    rounds = len(proposal.rounds)
    return f"{name}{words.comma}{words('round {number}', number=rounds)}" if rounds > 1 else name


def _changes(proposal: Proposal) -> tuple[Change, ...]:
    """The whole text, against that of the round before; what was decided has no changes any more."""
    if proposal.closing is None and len(proposal.rounds) > 1:
        return tuple(changes(proposal.rounds[-2].text, proposal.text))
    return ((Side.BOTH, proposal.text),)


def _position(position: Position, rule: DecisionRule, words: Words) -> ProjectedPosition:
    withdrawn = position.withdrawn is not None
    return ProjectedPosition(
        entity=position.entity,
        position=words("objection withdrawn") if withdrawn else words(position.kind.value),
        objects=position.objecting,
        binds=rule.binding_tier is not Tier.MEMBER and binds(position, rule),
    )
