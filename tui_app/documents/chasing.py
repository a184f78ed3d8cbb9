"""The text that reminds one entity of its open actions and decisions, ready to paste into a mail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui_app.documents.formulas import told_names
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import paper
from tui_app.documents.markdown import bullets, escape, heading, paragraph, strong
from tui_app.documents.phrases import by_bracketed, in_a_sentence
from tui_app.domain.charter.charter import Charter
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.assignment import Terms
from tui_app.domain.follow_up.chasing import Chase, Owed
from tui_app.domain.meeting.meeting import Meeting, title_in
from tui_app.domain.meeting.timetable import late_words
from tui_app.domain.names import ALL_MEMBERS
from tui_app.domain.words import Words


def chasing_paper(
    charter: Charter, entity: str, theirs: Chase, meetings: Iterable[Meeting], on: date, coming: Meeting | None
) -> str:
    """A reminder in the third person, by what is overdue and what is to come; `coming` is the next meeting."""
    by_id, words = {meeting.id: meeting for meeting in meetings}, words_of(charter)
    title = words("Open action points and decisions of {entity} as at {day}", entity=entity, day=words.date(on))
    if not theirs.every:
        nothing = words("{entity} has no open action point or decision.", entity=entity)
        return paper(charter, title, paragraph(escape(nothing)))
    asked = words("The Secretariat would be grateful if {entity} could say how far the following have come.",
                  entity=entity)  # fmt: skip
    groups = (
        (words("Overdue"), theirs.overdue),
        (words("Due|to come"), theirs.coming),
        (words("Without a day"), theirs.undated),
    )

    def lines(records: Iterable[Owed]) -> str:
        return bullets(_line(record, entity, by_id[record.meeting], on, words) for record in records)

    return paper(
        charter,
        title,
        paragraph(escape(asked)),
        *(block for label, actions in groups if actions for block in (heading(3, label), lines(actions))),
        paragraph(escape(_thanks(coming, words))),
    )


def _line(record: Owed, entity: str, meeting: Meeting, on: date, words: Words) -> str:
    """Symbol, what, by when, with whom; how it stands, and the meeting that agreed it."""
    terms, sentence = record.terms, isinstance(record, Decision)
    late = f"{strong(late_words(terms.due, on, words))}, " if record.overdue(on) else ""
    # A decision is a sentence, and more of this one stands behind its full stop.
    text = f" {record.text.removesuffix('.') if sentence else record.text}{_until(terms, entity, words)}{words.colon}"
    return (
        strong(record.symbol)
        + escape(text)
        + late
        + escape(f"{_status(record, words)} {_source(record, meeting, words)}")
    )


def _until(terms: Terms, entity: str, words: Words) -> str:
    """` (by 30 September 2026; with IOM)`: by when, and with whom, or that it falls to all members; or nothing."""
    all_of_them = terms.responsible == (ALL_MEMBERS,)
    named = told_names((name for name in terms.responsible if name != entity), words)
    others = words("all members") if all_of_them else named
    together = words("with {entities}", entities=others) if others and entity in terms.responsible else others
    by = by_bracketed(terms, words).removeprefix(" (").removesuffix(")")
    within = words.semicolon.join(filter(None, (by, together)))
    return f" ({within})" if within else ""


def _status(record: Owed, words: Words) -> str:
    status = record.implementation if isinstance(record, Decision) else record.status
    return f"{words(status.value)}."


def _source(record: Owed, meeting: Meeting, words: Words) -> str:
    held = _dated(meeting, words)
    if isinstance(record, Decision):
        return words("Decided at the {meeting}.", meeting=held)
    return words("Agreed at the {meeting}.", meeting=held)


def _dated(meeting: Meeting, words: Words) -> str:
    """A meeting with its day, which the title of some has already."""
    title, day = in_a_sentence(title_in(words, meeting)), words.date(meeting.on)
    return title if title.endswith(day) else words("{meeting}, on {day}", meeting=title, day=day)


def _thanks(coming: Meeting | None, words: Words) -> str:
    """What is asked for, and until when."""
    if coming is None:
        return words("One line on each is enough: what was done and, where it is implemented, what shows it.")
    return words("One line on each is enough, before the {meeting}: what was done and, where it is implemented, what "
                 "shows it.", meeting=_dated(coming, words))  # fmt: skip
