"""An open register with its network and its clock: what every service works on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from tui_app.documents.language import require_language, worded
from tui_app.domain.charter.charter import Charter
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.agenda import Agenda, AgendaItem, agenda_of
from tui_app.domain.meeting.meeting import Meeting, MeetingState, Step
from tui_app.domain.membership.network import Network, Numbering
from tui_app.domain.membership.roster import NETWORK, Body, Entity, Seat, seats_on
from tui_app.domain.names import SECRETARIAT, EntityNames, entity_names
from tui_app.domain.problem import Problem, did_you_mean
from tui_app.domain.symbols import Letter, official, read_meeting_symbol
from tui_app.register.register import Register
from tui_app.register.repository import Repository

if TYPE_CHECKING:  # a type of record is loaded by whoever asks for it
    from tui_app.domain.completeness.gap import Explained
    from tui_app.domain.consensus.decision import Decision
    from tui_app.domain.consensus.proposal import Proposal
    from tui_app.domain.follow_up.action import ActionPoint
    from tui_app.domain.meeting.attendance import Participant
    from tui_app.domain.meeting.backlog import Suggestion
    from tui_app.domain.meeting.circulated import CirculatedPaper
    from tui_app.domain.meeting.comment import Comment
    from tui_app.domain.meeting.corrigendum import Corrigendum
    from tui_app.domain.meeting.document import Document
    from tui_app.domain.meeting.minutes import AdoptedMinutes, Entry
    from tui_app.domain.meeting.record import MeetingRecord
    from tui_app.domain.membership.sharing import SharedList
    from tui_app.domain.membership.tenure import ChairTerm
    from tui_app.domain.reports.report import Report
    from tui_app.domain.review.saved_search import SavedSearch
    from tui_app.domain.workplan.workplan import Workplan, WorkplanLine

    R = TypeVar("R", ActionPoint, AdoptedMinutes, AgendaItem, Body, ChairTerm, CirculatedPaper, Comment, Corrigendum,
                Decision, Document, Entity, Entry, Explained, Meeting, Network, Numbering, Participant, Proposal,
                Report, SavedSearch, Seat, SharedList, Suggestion, Workplan, WorkplanLine)  # fmt: skip

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The time now, with its zone."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Book:
    """One network's register, open. Readings are always of what is on the disk.

    `language`: that of the papers made from it, where it is another than the charter's.
    """

    register: Register
    clock: Clock = system_clock
    language: str = ""

    def of(self, record_type: type[R]) -> Repository[R]:
        """The repository of one type of record."""
        return self.register.repository(record_type)

    @property
    def network(self) -> Network:
        """The network whose register this is."""
        return self.of(Network).all()[0]

    @property
    def charter(self) -> Charter:
        """The charter by which it decides and reports."""
        charter = self.network.charter
        return worded(replace(charter, language=self.language) if self.language else charter)

    def in_language(self, language: str) -> Book:
        """The same register, of which the papers are made in a language (`fr`); empty: the charter's own.

        Problem: there is no such language.
        """
        return replace(self, language=require_language(language) if language else "")

    @property
    def translating(self) -> bool:
        """Whether papers are made in another language than the charter's."""
        return self.charter.language != self.network.charter.language

    def charter_of(self, body: str) -> Charter:
        """The charter as it applies to a body: the network itself, or a working group."""
        return self.charter if body == NETWORK else worded(self.charter.for_group())

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the network."""
        return ZoneInfo(self.charter.zone)

    def now(self) -> datetime:
        """The time now, in the network's zone, to the second."""
        return self.clock().astimezone(self.zone).replace(microsecond=0)

    def today(self) -> date:
        """The day it is where the network is."""
        return self.now().date()

    # -- meetings --------------------------------------------------------

    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting, by date."""
        return tuple(sorted(self.of(Meeting).all(), key=lambda meeting: meeting.starts))

    def meeting(self, symbol: str) -> Meeting:
        """The meeting with a symbol, as people type it; Problem with the nearest one."""
        wanted = read_meeting_symbol(symbol)
        for meeting in self.meetings():
            if meeting.symbol.casefold() == wanted.casefold():
                return meeting
        there = [meeting.symbol for meeting in self.meetings()]
        if not there:
            raise Problem(f"There is no meeting {wanted}: none has been added yet.")
        raise Problem(f"There is no meeting {wanted}: {did_you_mean(wanted, there)}")

    def meeting_at_hand(self) -> Meeting | None:
        """The meeting that people most likely mean: in session, else the next planned, else the last.

        One that was cancelled only where there is no other.
        """
        every = self.meetings()
        meetings = [m for m in every if not m.cancelled] or every
        in_session = [m for m in meetings if m.in_session]
        planned = [m for m in meetings if m.state is MeetingState.PLANNED]
        if in_session:
            return in_session[-1]
        return planned[0] if planned else (meetings[-1] if meetings else None)

    def next_meeting_after(self, meeting: Meeting) -> Meeting | None:
        """The meeting of the same body that follows, and was not cancelled."""
        others = (m for m in self.meetings() if m.body == meeting.body and not m.cancelled)
        return next((m for m in others if m.starts > meeting.starts), None)

    def next_meeting_told(self, meeting: Meeting) -> Meeting | None:
        """The meeting that the minutes name as the next one: as it was planned when they went out last."""
        from tui_app.domain.meeting.circulated import CirculatedPaper, PaperKind, last_of

        sent = last_of(self.of(CirculatedPaper).of(meeting.id), PaperKind.MINUTES)
        if sent is None or sent.following is None:
            return self.next_meeting_after(meeting)
        return next(iter(sent.following), None)

    def agenda(self, meeting_id: str) -> Agenda:
        """The agenda of a meeting, in order and numbered."""
        return agenda_of(self.of(AgendaItem).of(meeting_id))

    def record(self, meeting_id: str) -> MeetingRecord:
        """Everything recorded of one meeting; who and by when as it was agreed there."""
        from tui_app.services.recorded import recorded

        return recorded(self, meeting_id)

    def stepped(self, meeting: Meeting, what: str, at: datetime | None = None) -> Meeting:
        """A meeting with one step more in its life: what is done to it, now or at another time, by whoever writes."""
        step = Step(what=what, at=at or self.now(), by=self.register.who)
        return replace(meeting, steps=(*meeting.steps, step))

    # -- bodies and names ------------------------------------------------

    def body(self, symbol: str) -> Body:
        """A body by its symbol; Problem with the nearest one."""
        bodies = {body.symbol: body for body in self.of(Body).all()}
        for there, body in bodies.items():
            if there.casefold() == symbol.casefold():
                return body
        raise Problem(f"There is no body {symbol!r}: {did_you_mean(symbol, bodies)}")

    def seats(self, meeting: Meeting) -> tuple[Seat, ...]:
        """The seats held on the day of a meeting in the body that meets."""
        return seats_on(self.of(Seat).of(meeting.body), meeting.body, meeting.on)

    def names(self) -> EntityNames:
        """Every entity by every spelling that the roster and the charter know."""
        charter = self.charter
        spellings = [(entity.name, entity.acronym) for entity in self.of(Entity).all()]
        spellings += [(alias, member.entity) for member in charter.members for alias in member.aliases]
        around = (charter.terms.parent_body, charter.terms.state_counterpart, charter.terms.coordinator)
        spellings += [(term.name or term.short, term.short) for term in around if term.short]
        spellings.append((SECRETARIAT, SECRETARIAT))
        spellings += [(chair.entity, chair.entity) for chair in charter.chairs]
        return entity_names(spellings)

    # -- numbers ---------------------------------------------------------

    def next_number(self, meeting_id: str, letter: Letter) -> str:
        """The number that the next record with this letter will get."""
        last = self.of(Numbering).find(f"{meeting_id}-{letter}")
        return official(letter, (last.last if last else 0) + 1)

    def take_number(self, meeting_id: str, letter: Letter) -> str:
        """Give a number, for ever: neither an undo nor a strike gives it back (R-61)."""
        key = f"{meeting_id}-{letter}"
        last = self.of(Numbering).find(key)
        given = self.of(Numbering).put(Numbering(id=key, last=(last.last if last else 0) + 1))
        return official(letter, given.last)


def network_body(charter: Charter, id: str) -> Body:
    """The body that is the network itself."""
    return Body(id=id, symbol=NETWORK, name=charter.name)
