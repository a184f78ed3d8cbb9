"""Reports by keys: which to draft, on which days and for whom; its sections; that it was sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui_app.commands.catalogue import key_of
from tui_app.documents.markdown import bullets, document, escape, heading, paragraph
from tui_app.domain.calendar import day_and_date, long_date, read_past_date
from tui_app.domain.charter.charter import ReportRule
from tui_app.domain.reports.period import Period, read_period, typed_period
from tui_app.domain.reports.report import Report, Section, find_section, require_unsent, section_state
from tui_app.domain.reports.reporting import goes_outside, misfit, report_rules, rule_words
from tui_app.domain.text import clean
from tui_app.screens import editor
from tui_app.screens.long_text import Writing
from tui_app.screens.place import Place
from tui_app.services import half_typed, releasing, reports
from tui_app.services.book import Book
from tui_app.widgets.rows import Column, Row

# -- what is shown -------------------------------------------------------


def overview(book: Book) -> str:
    """What the ToR ask to report, when it is due, and where they disagree with themselves; in Markdown."""
    return document(heading(2, "Reports"), *_overview(book))


def _overview(book: Book) -> Iterator[str]:
    rules = report_rules(book.charter)
    draft = key_of("papers.new-report")
    yield paragraph(escape(f"{draft} drafts a report from the record; below stand those that were drafted or sent."))
    for due in reports.due(book):
        ended = f"{due.not_sent}; that ended on {long_date(due.period.until)}"
        when = ended if due.late else f"is due on {long_date(due.period.until)}"
        begun = f" {due.draft} is drafted." if due.draft else ""
        yield paragraph(escape(f"The {rule_words(due.rule)} on {due.period.words} {when}.{begun}"))
    for ambiguity in dict.fromkeys(a for rule in rules for a in reports.ambiguities(book, rule)):
        yield paragraph(escape(f"{ambiguity.text} ({', '.join(ambiguity.clauses)})"))
    yield heading(3, "What can be drafted")
    yield bullets(escape(rule_words(rule)) for rule in rules)


def shown(book: Book, report: Report) -> str:
    """The report as a paper; before it, where it was not sent, what is to be looked at."""
    if report.sent_on:
        return reports.text_of(book, report)
    notes = [*reports.before_sending(book, report)]
    write, refresh, send = map(key_of, ("papers.section", "papers.refresh", "papers.send"))
    keys = f"{write} writes a section, {refresh} refreshes it, {send} records that it was sent"
    about = f"{report.symbol} is a draft: {keys}."
    return document(paragraph(escape(about)), bullets(map(escape, notes))) + "\n" + reports.text_of(book, report)


# -- a new one -----------------------------------------------------------


def ask_new(place: Place, then: Callable[[Report], object]) -> None:
    """Ask for kind, period and audience, with what the charter says proposed; then draft it."""
    rules = report_rules(place.book.charter)
    rows = [Row(str(n), ("; ".join(filter(None, (rule_words(rule), _rhythm(rule)))),)) for n, rule in enumerate(rules)]
    remarks = dict.fromkeys(each.text for rule in rules for each in reports.ambiguities(place.book, rule))

    note = "\n".join(("Enter chooses, Esc leaves it.", *remarks))
    place.choose("Draft which report?", rows, note=note,
                 then=lambda number: _ask_period(place, rules[int(number)], then))  # fmt: skip


def _rhythm(rule: ReportRule) -> str:
    """How often the ToR want it, where they say so; that one is on demand alone its words say already."""
    stated = {0: "", 3: "quarterly", 6: "half-yearly", 12: "yearly"}
    every = stated.get(rule.every_months, f"every {rule.every_months} months")
    return f"{every} and on demand" if every and rule.on_demand else every


def _ask_period(place: Place, rule: ReportRule, then: Callable[[Report], object]) -> None:
    book = place.book

    def read(text: str) -> Period:
        return read_period(text, book.today())

    place.ask(
        "On which period: Q3 2026, H1 2026, 2026, or 1 Jul 2026 to 30 Sep 2026",
        lambda text: _ask_audience(place, rule, read(text), then),
        text=typed_period(reports.proposed_period(book, rule)),
        echo=lambda text: misfit(rule, read(text)) or f"A report on {read(text).words}",
        chain=f"report {rule_words(rule)}",
    )


def _ask_audience(place: Place, rule: ReportRule, period: Period, then: Callable[[Report], object]) -> None:
    def drafted(text: str) -> Report:
        return reports.draft(place.book, rule, period, text.split(","))

    def echo(text: str) -> str:
        for_whom = reports.addressed_to(place.book, rule, text.split(","))
        if for_whom.external:
            return "Somebody outside reads it: meetings held, and the decisions that were released"
        return "Nobody outside reads it: with participation, owners, answers and actions"

    place.ask(
        "Who reads it, with commas between", lambda text: then(reports.keep(place.book, drafted(text))),
        text=", ".join(rule.audience), echo=echo,
    )  # fmt: skip


# -- its sections --------------------------------------------------------


def ask_section(place: Place, report: Report) -> None:
    """Choose a section, then write it on a page of its own, or in the user's editor."""
    require_unsent(report)
    rows = [Row(str(n), (each.heading, section_state(each))) for n, each in enumerate(_now(place, report), 1)]

    place.choose("Write which section?", rows, Column("section", 34), Column(""),
                 then=lambda number: _write(place, report, find_section(report, number)))  # fmt: skip


def _now(place: Place, report: Report) -> tuple[Section, ...]:
    """The sections that there are, each with how it stands by the record of today."""
    fresh = {each.heading: each for each in reports.as_of_now(place.book, report).sections}
    return tuple(fresh.get(each.heading, each) for each in report.sections)


def _write(place: Place, report: Report, section: Section) -> None:
    book, about, saved = place.book, f"{report.id} {section.heading}", section.text

    def save(text: str) -> None:
        reports.edit(book, report, section, clean(text)[0])
        half_typed.keep_long(book, about, saved, saved)

    def left(text: str) -> None:
        place.record_changed()  # what is typed and not saved stands above the paper, and is no part of the record
        if half_typed.recall_long(book, about) is not None:
            again = f"{key_of('papers.section')} opens it again, ctrl+s saves it"
            place.tell(f"{section.heading} is not saved; what you typed is kept: {again}.")

    title = f"{section.heading}, of {report.symbol}"
    writing = Writing(title, saved, save, lambda text: half_typed.keep_long(book, about, text, saved),
                      half_typed.recall_long(book, about))  # fmt: skip
    editor.write(place.app, writing, left)


# -- sent ----------------------------------------------------------------


def ask_sent(place: Place, report: Report) -> None:
    """Ask to whom and on which day it was sent; then, since its text never changes after, whether that is so.

    Of one for somebody outside it is asked before which decision releases it, unless the ToR ask for it.
    """
    require_unsent(report)
    reports.require_current(place.book, report)
    book = place.book

    def on_which_day(report: Report, to: str) -> None:
        reports.require_recipients(book, report, to)
        place.ask(
            f"On which day was it sent to {to}?",
            lambda phrase: _confirm(place, report, to, phrase),
            text="today",
            echo=lambda phrase: f"Sent on {day_and_date(read_past_date(phrase, book.today()))}",
        )

    def to_whom(report: Report) -> None:
        place.ask(f"To whom was {report.symbol} sent?", lambda to: on_which_day(report, to),
                  text=" and ".join(report.audience))  # fmt: skip

    if report.external and not goes_outside(book.charter, report):
        _ask_release(place, report, to_whom)
    else:
        to_whom(report)


def _ask_release(place: Place, report: Report, then: Callable[[Report], object]) -> None:
    book = place.book

    def echo(symbol: str) -> str:
        decision = releasing.release_decision(book, symbol)
        return f"{decision.symbol} of {long_date(decision.adopted_on)}: {decision.text}"

    place.ask(
        "Which decision releases it, as 2026/Q3/D04? (without one it stays marked INTERNAL USE ONLY)",
        lambda symbol: then(releasing.released(book, report, symbol)),
        echo=echo,
        about=report.id,
    )


def _confirm(place: Place, report: Report, to: str, phrase: str) -> None:
    book = place.book
    on = read_past_date(phrase, book.today())
    question = f"{report.symbol} was sent to {to} on {long_date(on)}: freeze its text?"
    place.confirm(question, reports.before_sending(book, report, on), "freeze it",
                  lambda: reports.send(book, report, to, on))  # fmt: skip
