"""Seals: the text of adopted minutes is kept, and any file can be held against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from tui_app.documents.corrigendum import Made, corrigenda_in, with_corrigenda
from tui_app.documents.language import every_language, words_of
from tui_app.documents.minutes import NOT_AS_ADOPTED, sealed_minutes
from tui_app.documents.seal import Seal, checksum
from tui_app.domain.calendar import long_date
from tui_app.domain.consensus.declaring import listed
from tui_app.domain.meeting.meeting import Meeting, MeetingState, title_in
from tui_app.domain.meeting.minutes import AdoptedMinutes
from tui_app.domain.problem import Problem
from tui_app.domain.words import Words
from tui_app.services.book import Book
from tui_app.services.corrigenda import corrigenda_made

_AROUND = 24  # characters shown before the first that differs
_SHOWN = 60


def sealed(book: Book, meeting: Meeting) -> tuple[Meeting, AdoptedMinutes]:
    """A meeting whose minutes are adopted at its sequence and head, with their checksum; and their text to keep."""
    adopting = book.meeting(meeting.adopted_at) if meeting.adopted_at else None
    record = replace(book.record(meeting.id), meeting=meeting, adopting=adopting)
    seal = Seal(meeting.sealed_sequence, meeting.sealed_head)
    text, seal = sealed_minutes(record, seal, book.next_meeting_told(meeting))
    return replace(meeting, sealed_checksum=seal.checksum), AdoptedMinutes(id=meeting.id, text=text)


def adopted_meetings(book: Book) -> tuple[Meeting, ...]:
    """The meetings whose minutes are adopted, by date."""
    return tuple(meeting for meeting in book.meetings() if meeting.state is MeetingState.ADOPTED)


def adopted_faults(book: Book) -> Iterator[str]:
    """What is not as it was at the adoption of some minutes, a sentence each."""
    for faults in seal_faults(book, adopted_meetings(book)).values():
        yield from faults


def seal_faults(book: Book, meetings: Iterable[Meeting]) -> dict[str, tuple[str, ...]]:
    """By the id of each meeting whose minutes are adopted, what is not as it was then, a sentence each."""
    written: dict[str, list[int]] = {}
    for transaction in book.register.history("adopted_minutes"):  # the journal is read once for all of them
        again = transaction.undoes or transaction.redoes  # of an import: the text is the same, or gone
        for operation in () if again else transaction.ops:
            if operation.table == "adopted_minutes":
                written.setdefault(operation.id, []).append(transaction.sequence)
    adopted = (meeting for meeting in meetings if meeting.state is MeetingState.ADOPTED)
    return {each.id: tuple(_faults(book, each, written.get(each.id, [])[1:])) for each in adopted}


def _faults(book: Book, meeting: Meeting, changed: Sequence[int]) -> Iterator[str]:
    """`changed`: the transactions that wrote the text of the minutes again."""
    kept = book.of(AdoptedMinutes).find(meeting.id)
    if kept is None:
        yield f"The text of the adopted minutes of {meeting.symbol} is gone."
        return
    if checksum(kept.text) != meeting.sealed_checksum:
        yield f"The text of the adopted minutes of {meeting.symbol} does not fit its checksum."
    if book.register.head_at(meeting.sealed_sequence) != meeting.sealed_head:
        yield f"The minutes of {meeting.symbol} were adopted in another register, or in another state of this one."
    if changed:
        yield f"The adopted minutes of {meeting.symbol} were changed afterwards, in change {changed[0]}."


def judge(book: Book, name: str, content: bytes) -> str:
    """The sentence that a file is the adopted minutes of a meeting; Problem with what it is, or differs in, if not."""
    text, changed = _as_written(name, content)
    for meeting in adopted_meetings(book):
        kept = book.of(AdoptedMinutes).get(meeting.id).text
        made = corrigenda_made(book, meeting)
        if kept == text or (made and text.startswith(f"{kept}\n")):
            behind = _corrigenda_behind(book, meeting, made, text)
            return f"{name} is the adopted minutes of {_of(book, meeting)}, unchanged{changed}{behind}."
    raise Problem(_not_adopted(book, name, text))


def _corrigenda_behind(book: Book, meeting: Meeting, made: Sequence[Made], text: str) -> str:
    """Which corrigenda stand behind the adopted text of a file, those it was imported with too, and which are newer.

    Problem where it is something else.
    """
    kept, charter = book.of(AdoptedMinutes).get(meeting.id).text, book.charter_of(meeting.body)
    for count in range(len(made), -1, -1):
        if with_corrigenda(charter, kept, made[:count]) == text:
            there, newer = corrigenda_in(text), [each.corrigendum.ordinal for each in made[count:]]
            since = f"; {_numbered(newer)} {'were' if len(newer) > 1 else 'was'} made since" if newer else ""
            return (f", with {_numbered(there)}" if there else "") + since
    raise Problem(
        f"The adopted minutes of {_of(book, meeting)} stand in it unchanged, but what stands behind them is not the "
        f"corrigenda on record."
    )


def _numbered(corrigenda: list[str]) -> str:
    return f"corrigend{'a' if len(corrigenda) > 1 else 'um'} {listed(corrigenda)}"


def _as_written(name: str, content: bytes) -> tuple[str, str]:
    """The text as the program wrote it, and what a mail program or an editor has made of its bytes since."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(f"{name} is not text in UTF-8: give the Markdown file that was exported.") from None
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    whole = plain.rstrip("\n") + "\n"
    changes = {
        "a byte order mark": content.startswith(b"\xef\xbb\xbf"),
        "other line ends": plain != text,
        "another number of empty lines at the end": whole != plain,
    }
    found = [change for change, made in changes.items() if made]
    return whole, f" but for {' and '.join(found)}, as mail programs make" if found else ""


def _of(book: Book, meeting: Meeting) -> str:
    on = f", adopted on {long_date(meeting.adopted_on)}" if meeting.adopted_on else ""
    return f"{book.charter.symbol}/{meeting.symbol}{on}"


def _not_adopted(book: Book, name: str, text: str) -> str:
    """What a file is that is no adopted minutes of this register."""
    sealed_in = next((meeting for meeting in adopted_meetings(book) if meeting.sealed_head in text), None)
    if sealed_in is not None:
        return _altered(book, sealed_in, name, text)
    found = next(filter(None, (_head(text, words) for words in (words_of(book.charter), *every_language()))), None)
    if found is None:
        return f"{name} is no minutes that this program wrote."
    words, titled, status = found
    held = (each for each in book.meetings() if each.held)
    meeting = next((each for each in held if title_in(words, each).casefold() == titled.casefold()), None)
    of = f" of {book.charter.symbol}/{meeting.symbol}" if meeting else ""
    if words(NOT_AS_ADOPTED) in text:
        return f"{name} has the adopted minutes{of} in another language: it is not the text that was adopted."
    if words("ADOPTED on {day}").partition("{")[0] not in status:
        return f"{name} is a draft{of} ({status.replace('*', '')}), not adopted minutes."
    if meeting is not None and meeting.state is MeetingState.ADOPTED:
        return _altered(book, meeting, name, text)
    return f"{name} is the adopted minutes of no meeting in {book.register.folder}: name its register with --register."


def _head(text: str, words: Words) -> tuple[Words, str, str] | None:
    """The meeting and the status that minutes in a language name at their top; None where they are not in it."""
    title = re.escape(words("Minutes of the {meeting}", meeting="|")).replace(r"\|", "(.*)")
    titled = re.search(rf"^## {title}$", text, re.MULTILINE)
    status = re.search(rf"^{re.escape(words('Status') + words.colon)}(.*)$", text, re.MULTILINE)
    return (words, titled[1], status[1]) if titled and status else None


def _altered(book: Book, meeting: Meeting, name: str, text: str) -> str:
    difference = _difference(text, book.of(AdoptedMinutes).get(meeting.id).text)
    return f"{name} is not the minutes of {_of(book, meeting)}, as they were: {difference}."


def _difference(text: str, kept: str) -> str:
    pairs = zip_longest(text.splitlines(), kept.splitlines())
    number, (there, adopted) = next((n, pair) for n, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    if there is None:
        return f"it ends before line {number}, {_excerpt(adopted, '')}"
    if adopted is None:
        return f"it goes on in line {number} with {_excerpt(there, '')}, where the adopted text has ended"
    return f"line {number} says {_excerpt(there, adopted)}, where {_excerpt(adopted, there)} was adopted"


def _excerpt(line: str, other: str) -> str:
    """The part of a line where it differs from another."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(line, other, strict=False))
    same = sum(1 for _ in alike)
    start = max(0, same - _AROUND)
    part = line[start : start + _SHOWN]
    return f"'{'...' if start else ''}{part}{'...' if len(line) > start + _SHOWN else ''}'"
