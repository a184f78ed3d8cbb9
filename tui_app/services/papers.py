"""Papers: what the secretariat circulates, made from the register and written to a file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from errno import ELOOP
from pathlib import Path
from types import MappingProxyType

from tui_app.documents.actions import actions_paper
from tui_app.documents.completeness import Section, completeness_paper
from tui_app.documents.decisions import decisions_paper
from tui_app.documents.language import words_of
from tui_app.documents.members import members_paper
from tui_app.documents.seal import Seal
from tui_app.documents.tabling_note import tabling_note
from tui_app.documents.workplan import workplan_paper
from tui_app.domain.charter.charter import Charter
from tui_app.domain.completeness.gap import Gap
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import ActionPoint
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.meeting import Meeting
from tui_app.domain.membership.roster import NETWORK, Body, Entity, Seat
from tui_app.domain.membership.tenure import ChairTerm
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.services.awaiting import last_to_refer, referred_by
from tui_app.services.book import Book
from tui_app.services.calendar import calendar_markdown
from tui_app.services.chasing import chasing_text
from tui_app.services.completeness import check
from tui_app.services.disagreements import disagreements
from tui_app.services.entity_sheet import entity_text
from tui_app.services.publishing import public_paper
from tui_app.services.reports import find_report, text_of
from tui_app.services.sharing import shared_by
from tui_app.services.statements import find_statement, statement_text
from tui_app.services.versions import agenda_text, minutes_text
from tui_app.services.workplan import linkable, read_year, year_plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked for; `meeting` is a symbol or None, `entity` an acronym or empty, `matter` a `P2` or empty."""

    meeting: str | None
    entity: str
    matter: str
    on: date
    contacts: bool = False


def meeting_named(book: Book, symbol: str | None) -> Meeting:
    """The meeting that was named, or the one at hand."""
    found = book.meeting(symbol) if symbol else book.meeting_at_hand()
    if found is None:
        raise Problem("There is no meeting yet: plan one.", option="minutebook meeting add", deed="any.new-meeting")
    return found


def _agenda(book: Book, order: Order) -> str:
    return agenda_text(book, meeting_named(book, order.meeting), order.on)


def _minutes(book: Book, order: Order) -> str:
    return minutes_text(book, meeting_named(book, order.meeting))


def _decisions(book: Book, _: Order) -> str:
    return decisions_paper(book.charter, book.of(Decision).all(), book.meetings(), book.of(Proposal).all())


def _actions(book: Book, order: Order) -> str:
    if order.entity:
        return chasing_text(book, order.entity, order.on)
    return actions_paper(book.charter, book.of(ActionPoint).all(), order.on)


def _entity(book: Book, order: Order) -> str:
    return entity_text(book, order.entity, order.on)


def _members(book: Book, order: Order) -> str:
    seats, entities = book.of(Seat).all(), book.of(Entity).all()
    charter = book.charter
    shared = shared_by(book, order.on)
    groups = [body for body in book.of(Body).all() if body.symbol != NETWORK]
    disagreeing = disagreements(book, words_of(charter))
    return members_paper(charter, book.body(NETWORK), seats, entities, order.on, disagreeing,
                         shared=shared, groups=groups, terms=book.of(ChairTerm).all(),
                         contacts=order.contacts)  # fmt: skip


def _tabling_note(book: Book, order: Order) -> str:
    """What a meeting referred, one note a matter; only that of one matter if it is named."""
    if not book.charter.decision.escalation:
        raise Problem("The Terms of Reference of this network know no referral, so there is no tabling note.")
    meeting = meeting_named(book, order.meeting or last_to_refer(book))
    referred = referred_by(book, meeting, order.matter)
    return tabling_note(book.record(meeting.id), referred, Seal(book.register.sequence, book.register.head))


def _completeness(book: Book, order: Order) -> str:
    """The gaps of the meeting that was named; of every meeting and of the network if none was."""
    meeting = book.meeting(order.meeting) if order.meeting else None
    gaps: dict[Meeting | None, list[tuple[Gap, str]]] = {
        each: [] for each in ([meeting] if meeting else book.meetings())
    }
    for checked in check(book, meeting, words_of(book.charter)):
        gaps.setdefault(checked.meeting, []).append((checked.gap, checked.reason))
    return completeness_paper(book.charter, (Section(*each) for each in gaps.items()), book.today())


def _workplan(book: Book, order: Order) -> str:
    """That of the year named, or of the meeting's; without one, of the year in which the paper is made."""
    plan = year_plan(book, read_year(order.meeting) if order.meeting else order.on.year, words_of(book.charter))
    return workplan_paper(book.charter, plan, {each.symbol: each.text for each in linkable(book)}, order.on)


def _calendar(book: Book, order: Order) -> str:
    return calendar_markdown(book, order.meeting, order.on.year)


def _report(book: Book, order: Order) -> str:
    """The report that was named, or the newest."""
    return text_of(book, find_report(book, order.meeting or ""))


def _statement(book: Book, order: Order) -> str:
    """The joint statement that was named, or the newest."""
    return statement_text(book, find_statement(book, order.meeting or ""))


TABLING_NOTE = "tabling-note"
STATEMENT = "joint-statement"
WORKPLAN = "workplan"
REPORT = "report"
COMPLETENESS = "completeness"
CALENDAR = "calendar"
ENTITY = "entity"

PAPERS: Mapping[str, Callable[[Book, Order], str]] = MappingProxyType(
    {
        "agenda": _agenda,
        "minutes": _minutes,
        TABLING_NOTE: _tabling_note,
        "decisions": _decisions,
        "actions": _actions,
        ENTITY: _entity,
        WORKPLAN: _workplan,
        CALENDAR: _calendar,
        REPORT: _report,
        STATEMENT: _statement,
        "members": _members,
        COMPLETENESS: _completeness,
    }
)
"""The kinds of paper and what makes each."""

OF_A_MEETING = frozenset({"agenda", "minutes", TABLING_NOTE})
"""The kinds that are about one meeting."""


def kinds_of_paper(charter: Charter) -> tuple[str, ...]:
    """The kinds of which a network has one each: a tabling note only where its ToR know the referral."""
    left_out = {REPORT} if charter.decision.escalation else {REPORT, TABLING_NOTE}
    return tuple(kind for kind in PAPERS if kind not in left_out)


def paper(  # noqa: PLR0913  # all that can be asked of a paper
    book: Book,
    kind: str,
    meeting: str | None = None,
    *,
    entity: str = "",
    matter: str = "",
    on: date | None = None,
    public: bool = False,
    contacts: bool = False,
) -> str:
    """A paper as Markdown; `meeting` is a symbol, without one it is the meeting at hand; for the workplan, a year;
    for a report, its number; for a joint statement, its decision.

    `entity` narrows the action list and names whose sheet it is, `matter` (`P2`) narrows the tabling note; `on` is
    the day as at which lists are made (today). `public`: the version for anybody. `contacts`: the member list has
    whom to write to. Problem: no such kind, meeting or entity; or a public paper that no decision in force releases
    (R-70).
    """
    make, day = PAPERS[require_kind(kind)], on or book.today()
    if public:
        return public_paper(book, kind, _named(book, kind, meeting, day), day)
    return make(book, Order(meeting=meeting, entity=entity, matter=matter, on=day, contacts=contacts))


def _named(book: Book, kind: str, meeting: str | None, on: date) -> str:
    """The meeting, the year or the number that a public paper is of; that of a report may be left out."""
    if kind == WORKPLAN:
        return str(read_year(meeting) if meeting else on.year)
    return meeting_named(book, meeting).symbol if kind in OF_A_MEETING else meeting or ""


def require_kind(kind: str) -> str:
    """The kind of paper, if there is one of that name; Problem with the nearest."""
    if kind not in PAPERS:
        raise Problem(f"{kind!r} is not a kind of paper: {did_you_mean(kind, PAPERS)}")
    return kind


def write(text: str | bytes, path: Path) -> Path:
    """Write a paper where only its owner can read it (R-71), whole or not at all; Problem if that fails.

    A link is followed. What is there and is no file, as a folder or a device, is refused.
    """
    with _begun(path) as (descriptor, temporary, place):
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
        temporary.replace(place)
    return path


def require_place(path: Path) -> None:
    """Raise Problem where a paper could not be written, before the work of making it begins."""
    with _begun(path) as (descriptor, *_):
        os.close(descriptor)


@contextmanager
def _begun(path: Path) -> Iterator[tuple[int, Path, Path]]:
    """A private file, open, beside the place to which a path leads, and that place; it is gone in the end.

    It is beside that place since a replacement cannot cross disks.
    """
    if not str(path).isprintable():
        raise Problem(f"{str(path)!r} is no name for a file: leave out the line break in it.")
    try:
        place = path.resolve()
        if place.is_symlink():  # links in a circle, of which Python says so itself until 3.12
            raise OSError(ELOOP, os.strerror(ELOOP))
        if place.exists() and not place.is_file():
            raise Problem(f"{path} is {'a folder' if place.is_dir() else 'no file'}: name the file to write.")
        descriptor, temporary = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
        try:
            yield descriptor, Path(temporary), place
        finally:
            with suppress(OSError):
                Path(temporary).unlink()
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or error
        raise Problem(f"{path} cannot be written: {why}; choose another place.") from error
