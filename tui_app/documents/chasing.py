"""The text that reminds one entity of its open actions, ready to paste into a mail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui_app.documents.language import words_of
from tui_app.documents.letterhead import paper
from tui_app.documents.markdown import bullets, escape, heading, paragraph, strong
from tui_app.documents.phrases import by_bracketed, in_a_sentence
from tui_app.domain.charter.charter import Charter
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.follow_up.chasing import Chase
from tui_app.domain.meeting.meeting import Meeting, title_in
from tui_app.domain.meeting.timetable import late_words
from tui_app.domain.words import Words


def chasing_paper(
    charter: Charter, entity: str, theirs: Chase, meetings: Iterable[Meeting], on: date, coming: Meeting | None
) -> str:
    """A reminder in the third person, by what is overdue and what is to come; `coming` is the next meeting."""
    by_id, words = {meeting.id: meeting for meeting in meetings}, words_of(charter)
    title = words("Open action points of {entity} as at {day}", entity=entity, day=words.date(on))
    if not theirs.every:
        return paper(charter, title, paragraph(escape(words("{entity} has no open action point.", entity=entity))))
    asked = words("The Secretariat would be grateful if {entity} could say how far the following have come.",
                  entity=entity)  # fmt: skip
    groups = (
        (words("Overdue"), theirs.overdue),
        (words("Due|to come"), theirs.coming),
        (words("Without a day"), theirs.undated),
    )

    def lines(actions: Iterable[ActionPoint]) -> str:
        return bullets(_line(action, entity, by_id[action.meeting], on, words) for action in actions)

    return paper(
        charter,
        title,
        paragraph(escape(asked)),
        *(block for label, actions in groups if actions for block in (heading(3, label), lines(actions))),
        paragraph(escape(_thanks(coming, words))),
    )


def _line(action: ActionPoint, entity: str, meeting: Meeting, on: date, words: Words) -> str:
    """Symbol, what, by when, with whom; how it stands, and the meeting that agreed it."""
    others = ", ".join(name for name in action.responsible if name != entity)
    together = f" ({words('with {entities}', entities=others)})" if others and entity in action.responsible else ""
    for_all = "" if entity in action.responsible else f" ({', '.join(action.responsible)})"
    late = f"{strong(late_words(action.due, on, words))}, " if action.overdue(on) else ""
    held = {"meeting": in_a_sentence(title_in(words, meeting)), "day": words.date(meeting.on)}
    source = f"{words(action.status.value)}. {words('Agreed at the {meeting}, {day}.', **held)}"
    text = f" {action.text}{by_bracketed(action, words)}{together}{for_all}{words.colon}"
    return strong(action.symbol) + escape(text) + late + escape(source)


def _thanks(coming: Meeting | None, words: Words) -> str:
    """What is asked for, and until when."""
    if coming is None:
        return words("A line on each is enough: what was done, and for what is implemented what shows it.")
    title, day = in_a_sentence(title_in(words, coming)), words.date(coming.on)
    return words("A line on each before the {meeting}, on {day}, is enough: what was done, and for what is implemented "
                 "what shows it.", meeting=title, day=day)  # fmt: skip
