"""The whole of a file of minutes, section by section; in which form is told by its headings alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tui_app.documents.language import CODE, languages, words_of
from tui_app.documents.letterhead import footnote_marks
from tui_app.documents.markdown import escape, paragraph
from tui_app.documents.minutes import NOTES
from tui_app.documents.reading.attendance import read_attendance
from tui_app.documents.reading.blocks import Block, Kind, blocks
from tui_app.documents.reading.found import Head, ReadMinutes, ReadOutcome, ReadParticipant
from tui_app.documents.reading.head import read_facts, read_title
from tui_app.documents.reading.outcomes import read_outcomes
from tui_app.documents.reading.proceedings import Proceedings, read_agenda
from tui_app.documents.reading.reading import Reading
from tui_app.documents.seal import checksum
from tui_app.domain.charter.charter import Charter
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.names import EntityNames, entity_names, fold
from tui_app.domain.problem import Problem
from tui_app.domain.text import clean

_TITLE = "Minutes of the {meeting}"
_SECTIONS = {
    "participation": "attendance", "participants": "attendance", "attendance": "attendance",
    "decisions": "decisions", "action points": "actions", "actions": "actions",
    "agenda": "agenda", "agenda as adopted": "agenda", "entities": "entities",
    "annexes": "annexes", "next meeting": "passed over",
}  # fmt: skip


_CORRIGENDUM = re.compile(r"corrigendum (\d{1,4})", re.IGNORECASE)


@dataclass(slots=True)
class _Section:
    """A heading, what it stands for (`item` where it is none that is known), and the blocks below it."""

    heading: Block
    what: str
    blocks: list[Block] = field(default_factory=list)


def read_minutes(
    markdown: str, charter: Charter, names: EntityNames, kind: MeetingKind | None = None, on: date | None = None
) -> ReadMinutes:
    """All that can be read of a file, and what cannot; `kind` and `on` where the file does not state them."""
    _require_english(markdown, charter)
    reading = Reading(charter, names)
    head = Head(kind=kind, on=on)
    preamble, sections = _parted(reading, _without_footnotes(_clean_lines(markdown), charter), head)
    for block in preamble:
        if block.text not in NOTES:
            read_facts(reading, block, head)
    reading.day = head.on
    _check_seal(reading, markdown)
    entities = tuple(_entities(reading, _blocks_of(sections, "entities")))
    reading.names = entity_names([*reading.names.by_spelling.items(), *((name, short) for short, name in entities)])
    return _read_sections(reading, head, entities, sections)


def _read_sections(
    reading: Reading, head: Head, entities: tuple[tuple[str, str], ...], sections: Sequence[_Section]
) -> ReadMinutes:
    people: list[ReadParticipant] = []
    absent: tuple[str, ...] = ()
    for section in (each for each in sections if each.what == "attendance"):
        came, absent = read_attendance(reading, section.blocks)
        people += came
    meetings: set[str] = set()
    decisions = read_outcomes(reading, _blocks_of(sections, "decisions"), meetings, decision=True)
    actions = read_outcomes(reading, _blocks_of(sections, "actions"), meetings, decision=False)
    proceedings = Proceedings(reading, decisions, actions, meetings)
    proceedings.items += read_agenda(reading, _blocks_of(sections, "agenda"))
    for section in (each for each in sections if each.what == "item"):
        proceedings.read(section.heading, section.blocks)
    _require_known(reading, head)
    _take_symbol(reading, head, meetings)
    _require_numbers_once(reading, [*decisions, *actions])
    return ReadMinutes(
        head=head, entities=entities, participants=tuple(people), absent=absent, decisions=tuple(decisions),
        actions=tuple(actions), items=tuple(proceedings.items), entries=tuple(proceedings.entries),
        corrigenda=max((int(found[1]) for each in sections if (found := _CORRIGENDUM.fullmatch(each.heading.text))),
                       default=0),
        unread=tuple(sorted(reading.unread, key=lambda each: each.line)),
    )  # fmt: skip


def _parted(reading: Reading, markdown: str, head: Head) -> tuple[list[Block], list[_Section]]:
    """What stands before the first section, and the sections; the title is read on the way."""
    preamble: list[Block] = []
    sections: list[_Section] = []
    for block in blocks(markdown):
        if any(said.picture for said in block.cells):
            reading.miss(block.line, "A picture is not kept: say in words what it shows, or take it out.", block.text)
        if block.kind is not Kind.HEADING:
            (sections[-1].blocks if sections else preamble).append(block)
        elif sections or not _heads(reading, block, head):
            sections.append(_Section(block, _what(reading, block.text, sections)))
    return [block for block in preamble if block.kind is not Kind.QUOTE], sections


def _heads(reading: Reading, block: Block, head: Head) -> bool:
    """Whether a heading is the title, or the name of a network; that of another network is noted."""
    if read_title(reading, block, head) or fold(block.text) == fold(reading.charter.name):
        return True
    if head.kind is not None or _what(reading, block.text, ()) != "item" or re.match(r"\d", block.text):
        return False
    reading.miss(block.line, f"{block.text!r} is neither the name of this network, {reading.charter.name}, nor a "
                 "title: write Minutes of the quarterly meeting of 12 June 2019.", block.text)  # fmt: skip
    return True


def _what(reading: Reading, heading: str, before: Sequence[_Section]) -> str:
    """What a section is by its heading; an annex but the agenda is passed over."""
    title = re.sub(r"^annex \d+\. ", "", fold(heading).rstrip(":"))
    known = _SECTIONS.get(reading.english(title))
    if known is None:
        return "passed over" if any(each.what == "annexes" for each in before) else "item"
    return known


def _blocks_of(sections: Sequence[_Section], what: str) -> list[Block]:
    return [block for section in sections if section.what == what for block in section.blocks]


def _clean_lines(markdown: str) -> str:
    """The text fit for the record, every line where it was: another kind of line end within one is a space.

    Spaces at the end of a line, which would join the next one to it, are left out.
    """
    return "\n".join(clean(line)[0].replace("\n", " ").rstrip(" ") for line in markdown.split("\n"))


def _without_footnotes(markdown: str, charter: Charter) -> str:
    """The text without the standing footnotes and their marks, every line where it was."""
    for mark, note in footnote_marks(charter):
        markdown = markdown.replace(f"{escape(note.mark)}{mark}", escape(note.mark), 1)
        whole = paragraph(f"{mark} {escape(note.text)}")
        markdown = markdown.replace(whole, "\n" * whole.count("\n"))
    return markdown


def _entities(reading: Reading, section: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """`DFID: Department for International Development`, a line each: acronym and name."""
    for block in section:
        lines = block.said.lines if block.kind is Kind.PARAGRAPH else (block.text,)
        for number, line in enumerate(lines, block.line):
            acronym, colon, name = line.partition(":")
            if not colon or not acronym.strip() or not name.strip():
                reading.miss(number, f"{line.strip()!r} is no entity: write DFID: its full name.", line)
            elif reading.names.find(acronym) is None:
                yield acronym.strip(), name.strip()


# -- what must hold of the whole -----------------------------------------


def _require_english(markdown: str, charter: Charter) -> None:
    """Raise Problem for minutes that this program wrote in another language, by their title."""
    for language in languages():
        title = words_of(replace(charter, language=language, labels={}))(_TITLE).partition("{")[0]
        if language != CODE and re.search(rf"^#+ {re.escape(escape(title))}", markdown, re.MULTILINE):
            raise Problem(f"These minutes are in another language ({language}): only English ones are read, "
                          "and the register that wrote these writes them in English too.")  # fmt: skip


def _check_seal(reading: Reading, markdown: str) -> None:
    """Adopted minutes that this program wrote name their own checksum, without the corrigenda behind them."""
    sealed = {checksum(markdown), checksum(markdown.partition("\n### Corrigenda\n")[0])}
    for number, line in enumerate(markdown.split("\n"), 1):
        named = re.fullmatch(r"- \*\*Checksum\*\*: ([0-9a-f]{64})", line)
        if named and named[1] not in sealed:
            reading.miss(number, "The checksum is not that of this text: it was changed after it was adopted.")


def _require_known(reading: Reading, head: Head) -> None:
    if head.kind is None:
        reading.miss(1, "It does not say which meeting: give it the heading Minutes of the quarterly meeting of "
                     "12 June 2019.")  # fmt: skip
    if head.on is None and not head.misread:
        reading.miss(1, "It does not say on which day: write Date: 12 June 2019 below the heading.")


def _take_symbol(reading: Reading, head: Head, meetings: set[str]) -> None:
    """The symbols of what was decided name the meeting, too, and the same one."""
    if len(meetings | ({head.symbol} if head.symbol else set())) > 1:
        every = ", ".join(sorted(meetings | {head.symbol} - {""}))
        reading.miss(1, f"Its title and its symbols are of more than one meeting: {every}.")
    elif meetings:
        head.symbol = next(iter(meetings))


def _require_numbers_once(reading: Reading, outcomes: Sequence[ReadOutcome]) -> None:
    seen: set[str] = set()
    for each in outcomes:
        if each.number and each.number in seen:
            reading.miss(each.line, f"{each.number} is there twice.", each.text)
        seen.add(each.number)
