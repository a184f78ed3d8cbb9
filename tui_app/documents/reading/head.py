"""The head of minutes: which meeting of which kind, its day, time, place, chair, and whether they were adopted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from tui_app.documents.reading.blocks import Block, Kind
from tui_app.documents.reading.found import Head
from tui_app.documents.reading.reading import Reading, label_and_value
from tui_app.domain.calendar import read_time
from tui_app.domain.meeting.meeting import MeetingKind, read_kind
from tui_app.domain.names import fold
from tui_app.domain.problem import Problem, did_you_mean

_ORDINALS = ("First", "Second", "Third", "Fourth")
_QUARTERLY = re.compile(
    rf"({'|'.join(_ORDINALS)}) quarterly meeting of (\d{{4}})(?: \(meeting (\d+) of the quarter\))?", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(meeting on request|extraordinary meeting|annual meeting|stakeholder meeting) of (\d{4})(?:, no\. (\d+))?",
    re.IGNORECASE,
)
_OF_A_GROUP = re.compile(r"meeting of (WG-[\w-]+)(?: on|,) (.+)", re.IGNORECASE)
_BY_DAY = re.compile(r"(?:the )?(.+?) meeting(?: of| on|,)? (.*\d{4}.*)", re.IGNORECASE)
_OF_NO_KIND = re.compile(r"meeting(?: of| on|,)? (\d.*)", re.IGNORECASE)
_STEMS = {
    "meeting on request": (MeetingKind.ON_REQUEST, "RQ"),
    "extraordinary meeting": (MeetingKind.EXTRAORDINARY, "EX"),
    "annual meeting": (MeetingKind.ANNUAL, "AN"),
    "stakeholder meeting": (MeetingKind.STAKEHOLDER, "ST"),
}


def read_title(reading: Reading, block: Block, head: Head) -> bool:
    """Take the kind, and the symbol or the day, from `Minutes of the ...`; whether the heading is such a title."""
    found = re.fullmatch(r"(?:draft )?minutes(?: of(?: the)?|:)? (.+)", " ".join(block.text.split()), re.IGNORECASE)
    if not found:
        return False
    try:
        _title(reading, found[1], head)
    except Problem as problem:
        reading.miss(block.line, str(problem), block.text)
    return True


def _title(reading: Reading, title: str, head: Head) -> None:
    if quarterly := _QUARTERLY.fullmatch(title):
        number = [fold(each) for each in _ORDINALS].index(fold(quarterly[1])) + 1
        head.kind = MeetingKind.QUARTERLY
        head.symbol = f"{quarterly[2]}/Q{number}{f'-{quarterly[3]}' if quarterly[3] else ''}"
    elif numbered := _NUMBERED.fullmatch(title):
        head.kind, stem = _STEMS[fold(numbered[1])]
        again = "-" if numbered[3] and head.kind is MeetingKind.ANNUAL else ""
        head.symbol = f"{numbered[2]}/{stem}{again}{numbered[3] or ''}"
    elif group := _OF_A_GROUP.fullmatch(title):
        head.kind, head.body = MeetingKind.WORKING_GROUP, group[1]
        _day(reading, group[2], head)
    elif of_no_kind := _OF_NO_KIND.fullmatch(title):
        _day(reading, of_no_kind[1], head)
    elif by_day := _BY_DAY.fullmatch(title):
        head.kind = read_kind(by_day[1])
        _day(reading, by_day[2], head)
    else:
        raise Problem(f"{title!r} does not say which meeting: write Minutes of the quarterly meeting of 12 June 2019.")


def _day(reading: Reading, text: str, head: Head) -> None:
    head.misread = True
    head.on = reading.full_date(text)
    head.misread = False


def read_facts(reading: Reading, block: Block, head: Head) -> None:
    """Take `Date: 12 June 2019` and the like, one a line; what is no fact is noted."""
    lines = block.said.lines if block.kind is Kind.PARAGRAPH else (block.text,)
    for number, line in enumerate(lines, block.line):
        label, value = label_and_value(line)
        label = reading.english(label)
        if line.strip() and label not in _PASSED_OVER:
            _fact(reading, (number, line), (label, value), head)


def _fact(reading: Reading, where: tuple[int, str], fact: tuple[str, str], head: Head) -> None:
    take = _FACTS.get(fact[0])
    if take is None:
        known = [name.capitalize() for name in _FACTS]
        said = repr(where[1].strip()[:60])
        reading.miss(where[0], f"{said} is no fact of a meeting: {did_you_mean(fact[0] or where[1], known)}", where[1])
        return
    try:
        take(reading, fact[1], head)
    except Problem as problem:
        reading.miss(where[0], str(problem), where[1])


_PASSED_OVER = frozenset({"secretariat", "without", "imported", "circulated", "adopted at"})
"""What follows from the charter or the agenda, and how the paper itself went about and was adopted."""

_TIME = re.compile(
    r"(?:from )?(\d{1,2}[:.h]\d{2})(?:\s*(?:-|–|to|until)\s*(\d{1,2}[:.h]\d{2}))?(?:\s*\(([^,)]+)(?:,[^)]*)?\))?"
)


def _date(reading: Reading, value: str, head: Head) -> None:
    on = reading.full_date(value)
    if head.on is not None and head.on != on:
        raise Problem(f"{value!r} is another day than that of the title.")
    head.on = on


def _time(reading: Reading, value: str, head: Head) -> None:
    found = _TIME.fullmatch(value)
    if not found:
        raise Problem(f"{value!r} is not a time: write 10:00-12:30, and the zone in brackets behind it if need be.")
    head.starts, head.ends = read_time(found[1]), read_time(found[2]) if found[2] else None
    head.zone = found[3] or ""


def _body(reading: Reading, value: str, head: Head) -> None:
    """The name of the group; the title has its symbol, unless it is written here."""
    if value.upper().startswith("WG-"):
        head.body = value


def _words(field: str) -> Callable[[Reading, str, Head], None]:
    def take(reading: Reading, value: str, head: Head) -> None:
        setattr(head, field, value)

    return take


def _requested(reading: Reading, value: str, head: Head) -> None:
    by, comma, on = value.rpartition(", on ")
    head.requested_by = re.sub(r" \([A-Z]{3}:[^)]*\)$", "", by if comma else value)
    head.requested_on = reading.full_date(on) if comma else None


def _chairs(reading: Reading, value: str, head: Head) -> None:
    head.chairs = tuple(part for part in value.split("; ") if part)


def _status(reading: Reading, value: str, head: Head) -> None:
    words = fold(value)
    if words.startswith("adopted"):
        found = re.match(r"adopted(?: on)? (\d{1,2} \w+ \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})", words)
        if not found:
            raise Problem("It does not say when they were adopted: write Status: adopted on 12 September 2019.")
        head.adopted = reading.full_date(found[1])
    elif words.startswith(("not yet held", "cancelled")):
        raise Problem("The meeting was not held, so these are no minutes of it.")
    elif not words.startswith(("draft", "in session", "circulated")):
        raise Problem(f"{value!r} is not a status: write adopted on 12 September 2019, or draft.")


_FACTS: Mapping[str, Callable[[Reading, str, Head], None]] = MappingProxyType(
    {
        "date": _date,
        "time": _time,
        "place": _words("place"),
        "body": _body,
        "in conjunction with": _words("conjunction"),
        "called by": _requested,
        "requested by": _requested,
        "reason": _words("reason"),
        "chair": _chairs,
        "chairs": _chairs,
        "in the chair": _words("in_the_chair"),
        "minutes by": _words("taken_by"),
        "status": _status,
        "adopted with the following corrections": _words("corrections"),
    }
)
