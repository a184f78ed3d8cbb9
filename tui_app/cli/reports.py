"""Reports: printed for any period, or kept, edited by hand, refreshed and sent."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tui_app.cli.handing_out import chosen_format, hand_out, handing_out_arguments
from tui_app.cli.misuse import Usage
from tui_app.cli.opening import reading, writing
from tui_app.cli.output import complain, say, say_columns, say_objects
from tui_app.cli.usage import Parser, day, past_day, words
from tui_app.domain.problem import Problem

if TYPE_CHECKING:
    from tui_app.domain.reports.report import Report
    from tui_app.services.book import Book

_PAPER = "report"
"""The kind of paper that all of these are."""


def _draft_arguments(parser: Parser) -> None:
    parser.add_argument("--from", dest="since", metavar="D", type=day, help="the first day")
    parser.add_argument("--to", dest="until", metavar="D", type=day, help="the last day")
    parser.add_argument("--period", metavar="P", default="", help="instead of the two: Q3 2026, H1 2026, 2026")
    parser.add_argument("--audience", metavar="A", default="", type=words, help="who reads it, several with commas; "
                        "one outside the UN system gets nothing internal")  # fmt: skip
    _released_argument(parser)
    parser.add_argument("kind", metavar="KIND", nargs="*", default=[], help="as minutebook charter names it, or a "
                        "clause (default: what the ToR ask for on such a period, or one on demand)")  # fmt: skip


def _released_argument(parser: Parser) -> None:
    parser.add_argument("--released-by", metavar="D", type=words, default="", help="the decision that lets it go "
                        "outside, as 2026/Q3/D04; without one it stays marked as internal")  # fmt: skip


def _drafted(book: Book, arguments: Namespace) -> Report:
    from tui_app.domain.reports.period import checked_period, read_period
    from tui_app.domain.reports.reporting import find_rule, rule_for
    from tui_app.services.reports import draft, proposed_period

    audience = [each.strip() for each in arguments.audience.split(",") if each.strip()]
    kind = " ".join(arguments.kind)
    rule = find_rule(book.charter, kind, arguments.audience) if kind else None
    if arguments.period:
        period = read_period(arguments.period, book.today())
    elif arguments.since and arguments.until:
        period = checked_period(arguments.since, arguments.until)
    elif arguments.since or arguments.until or rule is None:
        raise Usage("Say on which days: --from 2026-07-01 --to 2026-09-30, or --period 'Q3 2026'.")
    else:
        period = proposed_period(book, rule)
    rule = rule or rule_for(book.charter, period, audience)
    return draft(book, rule, period, audience, released_by=arguments.released_by)


def _notes(book: Book, report: Report) -> None:
    """What the ToR say of it, and what it still lacks, on standard error."""
    from tui_app.domain.reports.report import shortcomings
    from tui_app.services.reports import ambiguities_of, remarks

    for sentence in (
        *remarks(book, report),
        *shortcomings(report),
        *(each.text for each in ambiguities_of(book, report)),
    ):
        complain(sentence)


def _print_arguments(parser: Parser) -> None:
    _draft_arguments(parser)
    parser.add_argument("--language", metavar="L", default="", help="that of labels and dates, as fr (default: the "
                        "charter's); what people typed stays as it is")  # fmt: skip
    handing_out_arguments(parser)


def _print(arguments: Namespace) -> None:
    chosen_format(arguments, _PAPER)
    with reading(arguments) as book:
        from tui_app.services.reports import text_of

        report, told = _drafted(book, arguments), book.in_language(arguments.language)
        hand_out(text_of(told, report), arguments, _PAPER, told.charter.language)
        _notes(book, report)


def _draft(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.reports import keep

        report = keep(book, _drafted(book, arguments))
        say(f"{report.symbol} drafted: {report.title}")
        _notes(book, report)


def _list_arguments(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _list(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.services.reports import all_reports, due

        reports = all_reports(book)
        if arguments.json:
            say_objects({"symbol": r.symbol, "kind": r.kind, "from": r.since.isoformat(), "to": r.until.isoformat(),
                         "audience": list(r.audience), "external": r.external, "clauses": list(r.clauses),
                         "sent": r.sent_on.isoformat() if r.sent_on else None, "sent_to": r.sent_to or None}
                        for r in reports)  # fmt: skip
            return
        say_columns([(r.symbol, f"sent {r.sent_on}" if r.sent_on else "draft", r.title, " and ".join(r.audience))
                     for r in reports])  # fmt: skip
        for each in due(book):
            when = "not sent, ended" if each.late else "due"
            clause = f" ({each.rule.clauses[0]})" if each.rule.clauses else ""
            complain(f"The {each.rule.kind} on {each.period.words}: {when} {each.period.until}{clause}.")
        if not reports:
            complain("There is no report yet: minutebook report draft makes one.")


def _report_argument(parser: Parser) -> None:
    parser.add_argument("report", metavar="REPORT", help="as 2026/R01 or R01")


def _show_arguments(parser: Parser) -> None:
    parser.add_argument("report", metavar="REPORT", nargs="?", default="", help="as R01 (default: the newest)")
    handing_out_arguments(parser)


def _show(arguments: Namespace) -> None:
    chosen_format(arguments, _PAPER)
    with reading(arguments) as book:
        from tui_app.domain.reports.report import section_state
        from tui_app.services.reports import as_of_now, find_report, text_of

        report = find_report(book, arguments.report)
        hand_out(text_of(book, report), arguments, _PAPER, book.charter.language)
        for number, section in enumerate(() if report.sent_on else as_of_now(book, report).sections, 1):
            complain(f"{number} {section.heading}: {section_state(section)}")


def _edit_arguments(parser: Parser) -> None:
    _report_argument(parser)
    parser.add_argument("section", metavar="SECTION", help="its number, as report show has it, or a beginning of it")
    parser.add_argument("file", metavar="FILE", nargs="?", help="its new words in Markdown, - reads them from standard "
                        "input (default: print those it has)")  # fmt: skip
    parser.add_argument("--as-drafted", action="store_true", help="take the words of the record again")


def _edit(arguments: Namespace) -> None:
    if arguments.file is None and not arguments.as_drafted:
        with reading(arguments) as book:
            from tui_app.domain.reports.report import find_section
            from tui_app.services.reports import find_report

            say(find_section(find_report(book, arguments.report), arguments.section).text)
        return
    with writing(arguments) as book:
        from tui_app.domain.reports.report import find_section, section_state
        from tui_app.services.reports import edit, find_report

        report = find_report(book, arguments.report)
        section = find_section(report, arguments.section)
        report = edit(book, report, section, section.drafted if arguments.as_drafted else _words_in(arguments.file))
        state = section_state(next(each for each in report.sections if each.heading == section.heading))
        say(f"{report.symbol} {section.heading}: {state}")


def _words_in(name: str) -> str:
    """The words of a file, or of standard input for `-`; Problem if they cannot be read."""
    from tui_app.domain.text import clean

    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).expanduser().read_bytes()
        return clean(content.decode("utf-8-sig"))[0]
    except UnicodeDecodeError:
        raise Problem(f"{name} is not text in UTF-8.") from None
    except OSError as error:
        raise Problem(f"{name} cannot be read: {error.strerror or error}.") from error


def _refresh(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.reports import find_report, refresh

        report = refresh(book, find_report(book, arguments.report))
        say(f"{report.symbol} refreshed")
        _notes(book, report)


def _send_arguments(parser: Parser) -> None:
    _report_argument(parser)
    parser.add_argument("--to", metavar="WHOM", type=words, default="", help="to whom (default: its audience)")
    parser.add_argument("--on", metavar="D", type=past_day, help="on which day (default: today)")
    parser.add_argument("--although-empty", action="store_true", help="even with nothing under a heading of the ToR")
    parser.add_argument("--although-early", action="store_true", help="even before its period has ended")
    _released_argument(parser)


def _send(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.reports.sending import require_ended, require_filled
        from tui_app.services.releasing import released
        from tui_app.services.reports import before_sending, find_report, require_recipients, send

        found, on = find_report(book, arguments.report), arguments.on or book.today()
        report = released(book, found, arguments.released_by)
        to = arguments.to or " and ".join(report.audience)
        require_recipients(book, report, to)
        notes = before_sending(book, report, on)
        if not arguments.although_empty:
            require_filled(report)
        if not arguments.although_early:
            require_ended(report, on)
        sent = send(book, report, to, on)
        say(f"{sent.symbol} sent on {sent.sent_on} to {sent.sent_to}")
        for sentence in notes:
            complain(sentence)


COMMANDS = {
    "report": (_print_arguments, _print),
    "report draft": (_draft_arguments, _draft),
    "report list": (_list_arguments, _list),
    "report show": (_show_arguments, _show),
    "report edit": (_edit_arguments, _edit),
    "report refresh": (_report_argument, _refresh),
    "report send": (_send_arguments, _send),
}
