"""A network with four members, two meetings held and a third planned: little to read, and something of everything.

Made by typing lines through the services, so nothing stands in it that the program would refuse.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tui_app.domain.charter.charter import Charter, Tier
from tui_app.domain.charter.rules import ListedMember
from tui_app.domain.consensus.answer import Response
from tui_app.domain.meeting.meeting import MeetingKind
from tui_app.domain.reports.period import Period
from tui_app.domain.reports.reporting import report_rules
from tui_app.services import capture, convene, workplan
from tui_app.services.answering import find_answerable, record_answer
from tui_app.services.book import Book
from tui_app.services.charters import load_charter
from tui_app.services.circulating import Circulation, circulate
from tui_app.services.corrigenda import record_corrigendum
from tui_app.services.pen import Pen
from tui_app.services.prepare_agenda import set_agenda
from tui_app.services.registers import make
from tui_app.services.reports import draft, keep, proposed_period

CHARTERS = ("kenya", "albania", "kyrgyzstan", "serbia", "kosovo", "blank")
FIRST, SECOND, THIRD = datetime(2026, 3, 10, 10), datetime(2026, 6, 9, 10), datetime(2026, 9, 8, 10)
NOW = datetime(2026, 7, 6, 9)

AGENDA = """\
Opening and adoption of the agenda [decision] 5m
Follow-up [information] 10m
Data plan [decision] 40m {a}
  Sources of the survey [discussion] 15m {b}
Any other business [discussion] 10m"""

LINES = """\
/adopt agenda
/in {a} Amina Diallo, Head of Office
/in {b} Bruno Keller, Programme Officer
/in {c}
/apologies {d}
/guest Statistics Office: Dina Hoxha, invited by {a} for item 3
The chair welcomed the members.
/item 3
/doc 3.1 Draft data plan, 2 March 2026
{b}: asked that seasonal work be included.
! {c}: stated that the survey must be costed.
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
{a}: named the persons concerned.
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

SECOND_AGENDA = """\
Opening and adoption of the agenda [decision] 5m
Minutes of the previous meeting [decision] 5m
Follow-up to decisions and actions [information] 10m
Workplan and publication [decision] 20m {b}
Any other business [discussion] 10m"""

SECOND_LINES = """\
/adopt agenda
/in all
/time 10:05
/item 2
/adopt with the following corrections: under 3a, the ministry is the Ministry of Labour
/time 10:10
/item 3
/report 2026/Q1/A01 implemented: sent to all; evidence: mail of 28 April 2026
/time 10:20
/item 4
/propose The Network endorses its workplan for 2026.
{own}/effect workplan 2026
/rest joins
/declare
/owner D01 all
/propose The Network releases the minutes of its first meeting with their agenda, its members and its workplan.
{own}/effect release 2026/Q1
/effect release agenda 2026/Q1
/effect release members
/effect release workplan 2026
/rest joins
/declare
/owner D02 nobody
/a all: send the costs of 2027 by 31 Jul 2026
/time 10:40
/item 5
/propose The Network corrects its minutes: the draft data plan is of 3 March 2026.
{own}/rest joins
/declare
/owner D03 nobody
/time 10:50"""


LISTED = {
    "IOM": "International Organization for Migration",
    "UNHCR": "United Nations High Commissioner for Refugees",
    "FAO": "Food and Agriculture Organization of the United Nations",
    "WHO": "World Health Organization",
}
"""The members of a network whose list ships empty."""


class Clock:
    """Shows the time that it was set to, a minute later each time something is typed."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


def small_network(name: str, folder: Path) -> Book:
    """The register of one charter by its name, open, as it stands on 6 July 2026."""
    charter = _of_four(load_charter(name))
    clock = Clock(datetime(2026, 2, 2, 9, tzinfo=ZoneInfo(charter.zone)))
    book = make(charter, folder, "A. Otieno", clock, remembered=False)
    a, b = list(members(charter).values())[:2]
    line = (
        f"Data plan in use [{a}] with {b}; gcm 1, 3; sdg 10.7, 17.18; unsdcf 3; Q2 survey carried out; Q4 plan in use"
    )
    workplan.add_line(book, 2026, line)
    for starts in (FIRST, SECOND):
        convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=starts, place="UN House"))
    _hold(book, clock, FIRST, AGENDA, _first_lines(charter))
    clock.at += timedelta(days=3)
    circulate(book, book.meeting("2026/Q1"), Circulation(comments_by=date(2026, 3, 27)))
    convene.plan(book, convene.Invitation(kind=MeetingKind.QUARTERLY, starts=THIRD, place="UN House"))
    _hold(book, clock, SECOND, SECOND_AGENDA, _second_lines(charter))
    _afterwards(book, clock)
    return book


def members(charter: Charter) -> dict[str, str]:
    """Its four members by the letters that the lines have."""
    return dict(zip("abcd", (member.entity for member in charter.members), strict=True))


def _of_four(charter: Charter) -> Charter:
    """Two of each tier where there are two tiers; a list that ships empty gets four."""
    every = charter.members or tuple(
        ListedMember(entity=acronym, name=name, tier=Tier.MEMBER) for acronym, name in LISTED.items()
    )
    committee = [member for member in every if member.tier is not Tier.MEMBER][:2]
    others = [member for member in every if member.tier is Tier.MEMBER][: 4 - len(committee)]
    return replace(charter, members=(*committee, *others), lists=())


def _hold(book: Book, clock: Clock, starts: datetime, agenda: str, lines: str) -> None:
    """Hold the meeting of that day, its agenda circulated and its minutes typed."""
    meeting = next(each for each in book.meetings() if each.on == starts.date())
    letters = members(book.charter)
    set_agenda(book, meeting, agenda.format(**letters).split("\n"))
    circulate(book, meeting)
    clock.at = starts.replace(tzinfo=ZoneInfo(meeting.zone))
    pen = Pen(book, convene.open_meeting(book, book.meeting(meeting.symbol)).id, keeps_time=True)
    for line in lines.format(**letters).split("\n"):
        capture.take(pen, line)
        clock.at = pen.moment()
    convene.close_meeting(book, book.meeting(meeting.symbol))


def _first_lines(charter: Charter) -> str:
    ending = "/declare\n/refer May names be exchanged?" if charter.decision.escalation else "/defer"
    return LINES.replace("{ending}", ending)


def _second_lines(charter: Charter) -> str:
    """Where the body recommends, these texts are its own decisions."""
    return SECOND_LINES.replace("{own}", "/effect own\n" if charter.decision.answer else "")


def _afterwards(book: Book, clock: Clock) -> None:
    """What followed: a corrigendum, an answer where one is due, and two reports, for readers inside and outside."""
    clock.at = NOW.replace(tzinfo=clock.at.tzinfo)
    plan = "Draft data plan, {day} March 2026"
    record_corrigendum(book, book.meeting("2026/Q1"), plan.format(day=2), plan.format(day=3), decision="2026/Q2/D03")
    if book.charter.decision.answer:
        record_answer(book, find_answerable(book, "2026/Q1/D01"), Response.PARTLY, "without the survey")
    workplan.link(book, workplan.find_line(book, "1", 2026), ("2026/Q1/D01",))
    inside, anybody = report_rules(book.charter)[0], report_rules(book.charter)[-1]
    half = Period(date(2026, 1, 1), date(2026, 6, 30))
    keep(book, draft(book, inside, proposed_period(book, inside) if inside.every_months else half))
    keep(book, draft(book, anybody, half, ["the Statistics Office"], released_by="2026/Q2/D02"))
