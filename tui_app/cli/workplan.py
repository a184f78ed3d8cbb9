"""The workplan of a year: its lines listed, added, changed, linked and reported on."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from tui_app.cli.opening import reading, writing
from tui_app.cli.output import complain, say, say_columns, say_objects
from tui_app.cli.usage import Parser, past_day, words
from tui_app.domain.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from tui_app.domain.workplan.overview import YearPlan
    from tui_app.domain.workplan.workplan import WorkplanLine
    from tui_app.services.book import Book

_WORDS = ("add", "edit", "strike", "move", "link", "unlink", "progress", "done")
_FORM = 'as in "Data plan adopted [IOM] with ILO; gcm 1, 3; sdg 10.7; unsdcf 2.1; Q2 draft circulated"'


def _year(text: str) -> int:
    from tui_app.services.workplan import read_year

    try:
        return read_year(text)
    except Problem as problem:
        if text[:1].isdigit():
            raise ArgumentTypeError(str(problem)) from None
        known = did_you_mean(text, _WORDS)
        raise ArgumentTypeError(f"{text!r} is neither a year, as 2026, nor a word after workplan: {known}") from None


def _line_arguments(parser: Parser) -> None:
    parser.add_argument("line", metavar="N", type=words, help="its number: 3, W03 or 2026/W03")
    _year_argument(parser)


def _year_argument(parser: Parser) -> None:
    parser.add_argument("--year", metavar="YEAR", type=_year, help="the year (default: this one)")


# -- the list ------------------------------------------------------------


def _list_arguments(parser: Parser) -> None:
    parser.add_argument("year", metavar="YEAR", nargs="?", type=_year, help="as 2026 (default: this one)")
    parser.add_argument("--without-line", action="store_true", help="the decisions of the year that serve no line")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _list(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.services.workplan import year_plan

        plan = year_plan(book, arguments.year or book.today().year)
        if arguments.without_line:
            _say_unserved(plan, json=arguments.json)
        elif arguments.json:
            say_objects(_object(line) for line in (*plan.lines, *plan.struck))
        else:
            none = "" if plan.lines else " It has no line yet: minutebook workplan add --help."
            complain(f"Workplan for {plan.year}: {plan.state}.{none}")
            say_columns(_cells(line, book.today()) for line in plan.lines)
            for change in plan.changes:
                complain(change)


def _say_unserved(plan: YearPlan, *, json: bool) -> None:
    if json:
        say_objects({"symbol": each.symbol, "text": each.text} for each in plan.unserved)
    else:
        say_columns((each.symbol, each.text) for each in plan.unserved)


def _cells(line: WorkplanLine, today: date) -> tuple[str, ...]:
    from tui_app.domain.workplan.line import typed_line

    late = ", ".join(f"Q{each.quarter} not done" for each in line.milestones if line.late(each, today))
    return line.number, line.status.value, late, typed_line(line)


def _object(line: WorkplanLine) -> dict[str, object]:
    """A line as a plain value; `done` is a day, null until the milestone is reached."""
    milestones = [{"quarter": each.quarter, "text": each.text, "done": str(each.done_on) if each.done_on else None}
                  for each in line.milestones]  # fmt: skip
    return {
        "number": line.number, "year": line.year, "output": line.output, "lead": line.lead,
        "partners": list(line.partners), "milestones": milestones, "status": line.status.value,
        "gcm": list(line.gcm), "sdg": list(line.sdg), "unsdcf": line.unsdcf, "decisions": list(line.decisions),
        "actions": list(line.actions), "struck": line.struck,
    }  # fmt: skip


# -- one line ------------------------------------------------------------


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("text", metavar="LINE", type=words, help=_FORM)
    _year_argument(parser)


def _add(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.workplan import add_line

        line = add_line(book, arguments.year or book.today().year, arguments.text)
        say(f"{line.symbol} {_planned(line)}")


def _edit_arguments(parser: Parser) -> None:
    _line_arguments(parser)
    parser.add_argument("text", metavar="LINE", type=words, help=f"the whole line anew, {_FORM}")


def _way(text: str) -> str:
    if text.casefold() in ("up", "down"):
        return text.casefold()
    raise ArgumentTypeError(f"{text!r} is no way to move: write up or down.")


def _move_arguments(parser: Parser) -> None:
    _line_arguments(parser)
    parser.add_argument("way", metavar="up|down", type=_way, help="past the line before or after it")


def _link_arguments(parser: Parser) -> None:
    _line_arguments(parser)
    parser.add_argument(
        "symbols", metavar="SYMBOL", nargs="+", type=words, help="of decisions and actions: 2026/Q3/D04"
    )


def _progress_arguments(parser: Parser) -> None:
    _line_arguments(parser)
    parser.add_argument("said", metavar="PROGRESS", type=words, help='as in "in progress: draft shared"')
    parser.add_argument("--evidence", metavar="E", default="", type=words, help="what shows that it is implemented")
    parser.add_argument("--on", metavar="D", type=past_day, help="the day (default: today)")


def _done_arguments(parser: Parser) -> None:
    _line_arguments(parser)
    parser.add_argument("milestone", metavar="MILESTONE", type=words, help='its quarter: Q2, or "Q2 draft"')
    parser.add_argument("--on", metavar="D", type=past_day, help="the day (default: today)")
    parser.add_argument("--not", action="store_true", dest="undone", help="it is not done after all")


def _planned(line: WorkplanLine) -> str:
    from tui_app.domain.workplan.line import typed_line

    return typed_line(line)


def _linked(line: WorkplanLine) -> str:
    return f"is served by {', '.join(line.linked)}" if line.linked else "is served by no decision and no action"


def _reported(line: WorkplanLine) -> str:
    last = line.progress[-1]
    words = "; ".join(filter(None, (last.note, f"evidence: {last.evidence}" if last.evidence else "")))
    return f"{last.status}{f': {words}' if words else ''}, {last.on}"


def _reached(line: WorkplanLine) -> str:
    reached = "; ".join(f"{each}{f' (done {each.done_on})' if each.done_on else ''}" for each in line.milestones)
    return f"{reached} - {line.status}"


def _on_line(
    deed: Callable[[Book, WorkplanLine, Namespace], WorkplanLine], told: Callable[[WorkplanLine], str] = _planned
) -> Callable[[Namespace], None]:
    """A command that does something with one line, and tells the line as it then is."""

    def carry_out(arguments: Namespace) -> None:
        with writing(arguments) as book:
            from tui_app.services.workplan import find_line

            line = deed(book, find_line(book, arguments.line, arguments.year or book.today().year), arguments)
            say(f"{line.symbol} {told(line)}")

    return carry_out


def _edit(book: Book, line: WorkplanLine, arguments: Namespace) -> WorkplanLine:
    from tui_app.services.workplan import edit_line

    return edit_line(book, line, arguments.text)


def _strike(book: Book, line: WorkplanLine, _: Namespace) -> WorkplanLine:
    from tui_app.services.workplan import strike_line

    struck = strike_line(book, line)
    complain(f"{struck.symbol} is {'struck out; once more restores it' if struck.struck else 'restored'}.")
    return struck


def _move(book: Book, line: WorkplanLine, arguments: Namespace) -> WorkplanLine:
    from tui_app.services.workplan import move_line

    move_line(book, line, -1 if arguments.way == "up" else 1)
    return line


def _link(book: Book, line: WorkplanLine, arguments: Namespace) -> WorkplanLine:
    from tui_app.services.workplan import link

    return link(book, line, arguments.symbols)


def _unlink(book: Book, line: WorkplanLine, arguments: Namespace) -> WorkplanLine:
    from tui_app.services.workplan import unlink

    return unlink(book, line, arguments.symbols)


def _progress(book: Book, line: WorkplanLine, arguments: Namespace) -> WorkplanLine:
    from dataclasses import replace

    from tui_app.domain.follow_up.progress_words import read_progress
    from tui_app.services.follow_up import report

    said = read_progress(arguments.said, book.today())
    evidence, on = arguments.evidence or said.evidence, arguments.on or said.on
    return report(book, line, replace(said, evidence=evidence, on=on))


def _done(book: Book, line: WorkplanLine, arguments: Namespace) -> WorkplanLine:
    from tui_app.domain.workplan.workplan import find_milestone
    from tui_app.services.workplan import mark_milestone

    place = find_milestone(line, arguments.milestone)
    return mark_milestone(book, line, place, None if arguments.undone else arguments.on or book.today())


COMMANDS = {
    "workplan": (_list_arguments, _list),
    "workplan add": (_add_arguments, _add),
    "workplan edit": (_edit_arguments, _on_line(_edit)),
    "workplan strike": (_line_arguments, _on_line(_strike)),
    "workplan move": (_move_arguments, _on_line(_move)),
    "workplan link": (_link_arguments, _on_line(_link, _linked)),
    "workplan unlink": (_link_arguments, _on_line(_unlink, _linked)),
    "workplan progress": (_progress_arguments, _on_line(_progress, _reported)),
    "workplan done": (_done_arguments, _on_line(_done, _reached)),
}
