"""A network with four members, one meeting held and the next one planned: little to read, and something of everything.

Made by typing lines through the services, so nothing stands in it that the program would refuse.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tui_app.domain.charter.charter import Charter, Tier
from tui_app.domain.charter.rules import ListedMember
from tui_app.domain.consensus.answer import Response
from tui_app.domain.follow_up.action import ActionStatus
from tui_app.domain.follow_up.progress_words import Reported
from tui_app.domain.meeting.meeting import Meeting, MeetingKind
from tui_app.services import capture, convene, workplan
from tui_app.services.adopting import adopt
from tui_app.services.answering import find_answerable, record_answer
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.circulating import Circulation, circulate
from tui_app.services.corrigenda import record_corrigendum
from tui_app.services.follow_up import find_followed_up, report
from tui_app.services.pen import Pen
from tui_app.services.prepare_agenda import set_agenda
from tui_app.services.registers import make
from tui_app.services.reports import draft, keep, proposed_period

CHARTERS = ("kenya", "albania", "kyrgyzstan", "serbia", "kosovo", "blank")
NOW = datetime(2026, 5, 18, 9)

AGENDA = """\
Opening and adoption of the agenda [decision] 5m
Follow-up [information] 10m
Data plan [decision] 40m {a}
  Sources of the survey [discussion] 15m {b}
Any other business [discussion] 10m"""

LINES = """\
/in {a} Amina Diallo, Head of Office
/in {b} Bruno Keller, Programme Officer
/in {c}
/apologies {d}
/guest Statistics Office: Dina Hoxha, invited by {a} for item 3
The chair welcomed the members.
/item 3
/doc 3.1 Draft data plan, 2 March 2026
{b}: asked that seasonal work be included
! {c}: stated that the survey must be costed
/time 10:20
/propose The Network endorses the data plan | survey.
/effect statement
/position {a} joins
/position {b} reservation para 2: seasonal work is not covered
/position {c} joins with statement: the survey is to be costed first
/consult {d}: joins, by letter of 9 March 2026
/declare
/owner D01 {a} by 30 Jun 2026
/a {a}, {b}: revise section 2 by 30 Apr 2026
/item 3a
/closed
{a}: named the persons concerned
/a {c}: speak with the ministry by 1 Apr 2026
/open
/time 10:40
/item 4
/propose {b}: The Network supports the exchange of names.
/position {a} objects mandate: asks for a legal review first
/rest joins
/consult {d}: no position, by telephone
{ending}
/time 11:00
The chair closed the meeting."""


class Clock:
    """Shows the time that it was set to, a minute later each time something is typed."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


def small_network(name: str, folder: Path) -> Book:
    """The register of one charter by its name, open, as it stands on 18 May 2026."""
    charter = _of_four(load_charter(name))
    clock = Clock(datetime(2026, 2, 2, 9, tzinfo=ZoneInfo(charter.zone)))
    book = make(charter, folder, "A. Otieno", clock, remembered=False)
    _hold_first(book, clock)
    _afterwards(book, clock)
    return book


def members(charter: Charter) -> dict[str, str]:
    """Its four members by the letters that the lines have."""
    return dict(zip("abcd", (member.entity for member in charter.members), strict=True))


def _of_four(charter: Charter) -> Charter:
    """Two of each tier where there are two tiers; a list that ships empty gets four."""
    every = charter.members or tuple(
        ListedMember(entity=acronym, name=acronym, tier=Tier.MEMBER) for acronym in ("IOM", "UNHCR", "FAO", "WHO")
    )
    committee = [member for member in every if member.tier is not Tier.MEMBER][:2]
    others = [member for member in every if member.tier is Tier.MEMBER][: 4 - len(committee)]
    return replace(charter, members=(*committee, *others), lists=())


def _hold_first(book: Book, clock: Clock) -> None:
    starts = datetime(2026, 3, 10, 10)
    meeting = convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts, place="UN House"))
    set_agenda(book, meeting, AGENDA.format(**members(book.charter)).split("\n"))
    circulate(book, meeting)
    clock.at = starts.replace(tzinfo=ZoneInfo(meeting.zone))
    meeting = convene.open_meeting(book, book.meeting(meeting.symbol))
    pen = Pen(book, meeting.id, keeps_time=True)
    for line in _lines(book.charter):
        capture.take(pen, line)
        clock.at = pen.moment()
    convene.close_meeting(book, book.meeting(meeting.symbol))
    _send_and_adopt(book, clock, meeting)


def _lines(charter: Charter) -> Iterator[str]:
    ending = "/declare\n/refer May names be exchanged?" if charter.decision.escalation else "/defer"
    yield from LINES.format(**members(charter), ending=ending).split("\n")


def _send_and_adopt(book: Book, clock: Clock, meeting: Meeting) -> None:
    clock.at += timedelta(days=3)
    circulate(book, book.meeting(meeting.symbol), Circulation(comments_by=date(2026, 3, 27)))
    clock.at += timedelta(days=30)
    adopt(book, book.meeting(meeting.symbol))
    adopted = book.meeting(meeting.symbol)
    record_corrigendum(book, adopted, "Draft data plan, 2 March 2026", "Draft data plan, 3 March 2026", decision="D01")


def _afterwards(book: Book, clock: Clock) -> None:
    """What followed: reports on what was agreed, an answer where one is due, a workplan, the next meeting."""
    clock.at = NOW.replace(tzinfo=clock.at.tzinfo)
    said = Reported(ActionStatus.IMPLEMENTED, "sent to all", "mail of 28 April 2026", date(2026, 4, 28))
    report(book, find_followed_up(book, "2026/Q1/A01"), said)
    if book.charter.decision.answer:
        record_answer(book, find_answerable(book, "2026/Q1/D01"), Response.PARTLY, "without the survey")
    a, b = list(members(book.charter).values())[:2]
    workplan.add_line(book, 2026, f"Data plan: survey carried out - {a} with {b} - Q2, Q4 - GCM 1, SDG 17.18")
    workplan.link(book, workplan.find_line(book, "1", 2026), ("2026/Q1/D01",))
    for rule in book.charter.reports[:1]:
        keep(book, draft(book, rule, proposed_period(book, rule)))
    starts = datetime(2026, 6, 9, 10)
    convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts, place="UN House"))
