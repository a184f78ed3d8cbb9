"""The text that reminds one entity of its open actions, ready to paste into a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from tui_app.documents.letterhead import paper
from tui_app.documents.markdown import bullets, escape, heading, paragraph, strong
from tui_app.documents.phrases import in_a_sentence, in_brackets
from tui_app.domain.calendar import long_date
from tui_app.domain.charter.charter import Charter
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.assignment import by_words
from tui_app.domain.follow_up.chasing import Chase
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.meeting.timetable import late_words


def chasing_paper(
    charter: Charter, entity: str, theirs: Chase, meetings: Iterable[Meeting], on: date, coming: Meeting | None
) -> str:
    """A reminder in the third person, by what is overdue and what is to come; `coming` is the next meeting."""
    by_id = {meeting.id: meeting for meeting in meetings}
    title = f"Open action points of {entity} as at {long_date(on)}"
    if not theirs.every:
        return paper(charter, title, paragraph(escape(f"{entity} has no open action point.")))
    return paper(
        charter,
        title,
        paragraph(escape(f"The Secretariat would be grateful if {entity} could say how far the following have come.")),
        *_group("Overdue", theirs.overdue, entity, by_id, on),
        *_group("Due", theirs.coming, entity, by_id, on),
        *_group("Without a day", theirs.undated, entity, by_id, on),
        paragraph(escape(_thanks(coming))),
    )


def _group(
    title: str, actions: tuple[ActionPoint, ...], entity: str, meetings: Mapping[str, Meeting], on: date
) -> Iterator[str]:
    if actions:
        yield heading(3, title)
        yield bullets(_line(action, entity, meetings[action.meeting], on) for action in actions)


def _line(action: ActionPoint, entity: str, meeting: Meeting, on: date) -> str:
    """Symbol, what, by when, with whom; how it stands, and the meeting that agreed it."""
    by = in_brackets(by_words(action.due, action.due_words))
    others = [name for name in action.responsible if name != entity]
    together = f" (with {', '.join(others)})" if others and entity in action.responsible else ""
    for_all = "" if entity in action.responsible else f" ({', '.join(action.responsible)})"
    late = f"{strong(late_words(action.due, on))}, " if action.overdue(on) else ""
    source = f"{action.status.value}. Agreed at the {in_a_sentence(meeting.title)}, {long_date(meeting.on)}."
    return strong(action.symbol) + escape(f" {action.text}{by}{together}{for_all}: ") + late + escape(source)


def _thanks(coming: Meeting | None) -> str:
    """What is asked for, and until when."""
    before = f" before the {in_a_sentence(coming.title)}, on {long_date(coming.on)}," if coming else ""
    return f"A line on each{before} is enough: what was done, and for what is implemented what shows it."
