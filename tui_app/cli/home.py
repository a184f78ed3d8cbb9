"""Home, line by line: what needs attention, and the year by quarters."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui_app.cli.misuse import Usage
from tui_app.cli.opening import reading
from tui_app.cli.output import print_lines, say, say_columns, say_objects
from tui_app.cli.usage import Parser, day, year

if TYPE_CHECKING:
    from tui_app.domain.attention.matter import Matter
    from tui_app.domain.attention.year import YearLine
    from tui_app.services.book import Book


def _home_arguments(parser: Parser) -> None:
    parser.add_argument("--on", metavar="D", type=day, help="a day to come: what will need attention then, as the "
                        "record is now (default: today)")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="what needs attention, one JSON object a line")


def _home(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.domain.attention.attention import matters
        from tui_app.domain.attention.year import year_lines
        from tui_app.domain.calendar import day_and_date
        from tui_app.domain.meeting.quarters import years_shown
        from tui_app.services.astray import documents_to_look_at, look_for
        from tui_app.services.attention import standing

        on = arguments.on or book.today()
        if on < book.today():
            raise Usage(f"{day_and_date(on)} is past: --on looks ahead, and minutebook year shows what was held.")
        there = standing(book, look_for(book, documents_to_look_at(book, on)), on)
        found = matters(there, on)
        if arguments.json:
            say_objects(_object(book, each) for each in found)
            return
        say(f"{'Needs attention' if found else 'Nothing needs attention'} on {day_and_date(on)}")
        say_columns((each.what, _told(each)) for each in found)
        for shown in years_shown(there.meetings, on):
            print_lines([""])
            _print_year(shown, [each for each in year_lines(there, shown, on) if each.meeting or shown == on.year])


def _told(matter: Matter) -> str:
    return f"{matter.sentence} ({matter.clause})" if matter.clause else matter.sentence


def _object(book: Book, matter: Matter) -> dict[str, object]:
    from tui_app.domain.meeting.meeting import Meeting
    from tui_app.services.naming import numbered

    meeting, record = book.of(Meeting).find(matter.meeting), numbered(book, matter.record)
    return {
        "urgency": matter.urgency.name.lower(), "what": matter.what, "sentence": matter.sentence,
        "clause": matter.clause or None, "since": matter.since.isoformat() if matter.since else None,
        "meeting": meeting.symbol if meeting else None, "record": record[0] if record else None,
    }  # fmt: skip


def _year_arguments(parser: Parser) -> None:
    parser.add_argument("year", metavar="YEAR", nargs="?", type=year, help="as 2026 (default: this one)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _year(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.domain.attention.year import year_lines
        from tui_app.services.attention import standing

        shown, today = arguments.year or book.today().year, book.today()
        lines = [*year_lines(standing(book), shown, today)]
    if arguments.json:
        say_objects(_line_object(each) for each in lines)
        return
    _print_year(shown, lines)


def _print_year(year: int, lines: Iterable[YearLine]) -> None:
    print_lines([f"The year {year}"])
    say_columns((each.what, each.sentence) for each in lines)


def _line_object(line: YearLine) -> dict[str, object]:
    return {
        "year": line.year, "quarter": line.quarter, "state": line.state or None,
        "meeting": line.meeting.symbol if line.meeting else None, "sentence": line.sentence,
    }  # fmt: skip


COMMANDS = {"home": (_home_arguments, _home), "year": (_year_arguments, _year)}
