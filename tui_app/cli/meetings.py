"""Meetings: planned, opened, closed, circulated, adopted."""

from __future__ import annotations

from argparse import Namespace

from tui_app.cli.misuse import Usage
from tui_app.cli.opening import back_up_if_due, chosen_meeting, writing
from tui_app.cli.output import complain, say
from tui_app.cli.usage import Parser, coming_day, meeting_kind, moment, past_day, time_of_day, words


def _add_arguments(parser: Parser) -> None:
    kinds = "quarterly, on request, extraordinary, annual, stakeholder, working group"
    parser.add_argument("--kind", metavar="KIND", required=True, type=meeting_kind, help=kinds)
    parser.add_argument("--on", metavar="TIME", required=True, type=moment, help="day and time, as 2026-09-22T10:00")
    parser.add_argument("--zone", metavar="Z", default="", type=words,
                        help="time zone or its city, as Africa/Accra (default: the charter's)")  # fmt: skip
    parser.add_argument("--body", metavar="BODY", default="", type=words, help="the working group that meets")
    parser.add_argument("--place", metavar="P", default="", type=words)
    parser.add_argument("--minutes", metavar="N", default=120, type=int, help="minutes available (default: 120)")
    parser.add_argument("--requested-by", "--called-by", metavar="E", default="", type=words,
                        help="who requested it, or calls an extraordinary one")  # fmt: skip
    parser.add_argument("--requested-on", metavar="D", type=past_day, help="when it was requested")
    parser.add_argument("--reason", metavar="R", default="", type=words, help="why an extraordinary meeting is called")
    parser.add_argument("--conjunction", metavar="M", default="", type=words, help="the meeting it is held with")


def _add(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.membership.roster import NETWORK
        from tui_app.services.convene import Invitation, plan
        from tui_app.services.planning_remarks import told_of_caller, told_of_day

        invitation = Invitation(
            kind=arguments.kind,
            starts=arguments.on,
            zone=arguments.zone,
            body=arguments.body or NETWORK,
            place=arguments.place,
            minutes_available=arguments.minutes,
            requested_by=arguments.requested_by,
            requested_on=arguments.requested_on,
            reason=arguments.reason,
            conjunction=arguments.conjunction,
        )
        told = (*told_of_day(book, invitation.kind, invitation.starts.date()),
                *told_of_caller(book, invitation.kind, invitation.requested_by))  # fmt: skip
        meeting = plan(book, invitation)
        for sentence in told:
            complain(sentence)
        say(meeting.symbol)


def _move_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help="as 2026/Q3; it has not been opened")
    parser.add_argument("--on", metavar="TIME", type=moment, help="its new day and time, as 2026-09-24T10:00")
    parser.add_argument("--zone", metavar="Z", type=words, help="its new time zone, or a city of it")
    parser.add_argument("--place", metavar="P", type=words)
    parser.add_argument("--minutes", metavar="N", type=int, help="minutes available")
    parser.add_argument("--conjunction", metavar="M", type=words, help="the meeting it is held with")


def _move(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.meeting.meeting_words import moved_words, when_words
        from tui_app.services.moving import Change, move

        meeting = book.meeting(arguments.meeting)
        change = Change(starts=arguments.on, zone=arguments.zone, place=arguments.place,
                        minutes_available=arguments.minutes, conjunction=arguments.conjunction)  # fmt: skip
        if change == Change():
            raise Usage("minutebook meeting move needs what is to change: --on, --zone, --place, --minutes or "
                        "--conjunction.")  # fmt: skip
        moved = move(book, meeting, change)
        for sentence in moved_words(meeting, moved.starts)[1:] if moved.starts != meeting.starts else ():
            complain(sentence)
        say(", ".join(filter(None, (f"{moved.symbol} meets on {when_words(moved)} ({moved.zone})", moved.place))))


def _cancel_arguments(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", help="as 2026/Q3; it has not been opened")
    parser.add_argument("--reason", metavar="R", required=True, type=words, help="why it is not held; it is printed")


def _cancel(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.moving import cancel

        cancelled = cancel(book, book.meeting(arguments.meeting), arguments.reason)
        say(f"{cancelled.symbol} cancelled: {cancelled.cancelled_because}")


def _meeting_argument(parser: Parser) -> None:
    parser.add_argument("meeting", metavar="MEETING", nargs="?", help="as 2026/Q3 (default: the meeting at hand)")


def _timed_arguments(parser: Parser) -> None:
    _meeting_argument(parser)
    parser.add_argument("--at", metavar="HH:MM", type=time_of_day, help="the time, if it is not now")


def _open(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.convene import before_opening, on_another_day, open_meeting

        meeting = chosen_meeting(book, arguments.meeting)
        odd = before_opening(book, meeting)
        if another_day := on_another_day(book, meeting):
            begins = arguments.at or meeting.starts
            odd = (f"{another_day} Its minutes begin at {begins:%H:%M} of its day. If it meets today: "
                   "minutebook undo, then meeting move.", *odd)  # fmt: skip
        meeting = open_meeting(book, meeting, arguments.at)
        for sentence in odd:
            complain(sentence)
        say(f"{meeting.symbol} opened {meeting.opened:%H:%M}")


def _close(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.meeting.meeting import MeetingState
        from tui_app.services.convene import before_closing, close_meeting
        from tui_app.services.convene import moment as moment_of

        meeting = chosen_meeting(book, arguments.meeting, MeetingState.IN_SESSION)
        at = moment_of(book, meeting, arguments.at) if arguments.at else None
        missing = before_closing(book, meeting) if meeting.in_session else ()
        closed = close_meeting(book, meeting, at)
        for sentence in missing:
            complain(sentence)
        say(f"{closed.symbol} closed {closed.closed:%H:%M}")
        back_up_if_due(book, now=True)


def _circulate_arguments(parser: Parser) -> None:
    _meeting_argument(parser)
    parser.add_argument("--to", metavar="E", default="", type=words, help="to whom, as in 'all members, Min. of "
                        "Labour' (default: those of the version before, or all members of the body)")  # fmt: skip
    parser.add_argument("--comments-by", metavar="D", type=coming_day, help="until when comments are "
                        "welcome (default: the day of the version before, if it is not past)")  # fmt: skip
    parser.add_argument("--on", metavar="D", type=past_day, help="the day on which it went out (default: today)")


def _circulate(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.calendar import long_date
        from tui_app.domain.meeting.meeting import MeetingState
        from tui_app.services.circulating import (
            Circulation,
            before_circulating,
            circulate,
            kept_comments_by,
            read_recipients,
        )
        from tui_app.services.documents import going_out
        from tui_app.services.versions import told_of_version

        meeting = chosen_meeting(book, arguments.meeting, MeetingState.DRAFT)
        planned = meeting.state is MeetingState.PLANNED
        documents = going_out(book, meeting) if planned else ()
        missing = tuple(before_circulating(book, meeting))
        to = read_recipients(book, meeting, arguments.to)
        due = arguments.comments_by or kept_comments_by(book, meeting, arguments.on)
        circulated, what = circulate(book, meeting, Circulation(recipients=to, comments_by=due, on=arguments.on))
        say(f"{circulated.symbol} {what}")
        if told_of_version(book, circulated):
            complain(told_of_version(book, circulated))
        complain(f"To {', '.join(to) or 'nobody: the body has no member on record'}.")
        if due and not arguments.comments_by:
            complain(f"Comments by {long_date(due)}, as before.")
        if documents:
            complain(f"With it went document {', '.join(each.number for each in documents)}.")
        for sentence in missing:
            complain(sentence)


def _adopt_arguments(parser: Parser) -> None:
    _meeting_argument(parser)
    parser.add_argument("--at", metavar="M", help="the meeting that adopted them, as 2026/Q4 (default: none did)")
    parser.add_argument("--corrections", metavar="W", default="", type=words, help="with what, in words; printed")


def _adopt(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.meeting.meeting import MeetingState
        from tui_app.services.adopting import Adoption, adopt, before_adopting, previous_minutes

        meeting = chosen_meeting(book, arguments.meeting, MeetingState.CIRCULATED)
        odd = before_adopting(book, meeting)[1:]
        at = book.meeting(arguments.at) if arguments.at else None
        if at is not None:
            previous_minutes(book, at, meeting.symbol)
        on = at.on if at else book.today()
        adopted = adopt(book, meeting, Adoption(at=at.symbol if at else "", on=on, corrections=arguments.corrections))
        for sentence in odd:
            complain(sentence)
        say(f"{adopted.symbol} minutes adopted")


COMMANDS = {
    "meeting add": (_add_arguments, _add),
    "meeting move": (_move_arguments, _move),
    "meeting cancel": (_cancel_arguments, _cancel),
    "meeting open": (_timed_arguments, _open),
    "meeting close": (_timed_arguments, _close),
    "meeting circulate": (_circulate_arguments, _circulate),
    "meeting adopt": (_adopt_arguments, _adopt),
}
