"""Chairs: terms begun, ended and listed."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from tui_app.cli.misuse import Usage
from tui_app.cli.opening import reading, writing
from tui_app.cli.output import complain, say, say_columns, say_objects
from tui_app.cli.usage import Parser, day, first_day, words
from tui_app.domain.problem import Problem

if TYPE_CHECKING:
    from tui_app.domain.membership.offices import Office
    from tui_app.domain.membership.tenure import ChairTerm
    from tui_app.services.book import Book

_GROUP = "a working group, whose offices are chair and co-chair (default: the network)"

_WHOSE = "its acronym or name; none for an office that is one person's, who is then named by --person"


def _office_arguments(parser: Parser) -> None:
    parser.add_argument("office", metavar="OFFICE", type=words, help="its name or title, or a beginning of one")
    parser.add_argument("--body", metavar="B", default="network", type=words, help=_GROUP)


def _add_arguments(parser: Parser) -> None:
    _office_arguments(parser)
    parser.add_argument("entity", metavar="ENTITY", nargs="?", default="", type=words, help=_WHOSE)
    parser.add_argument("--person", metavar="NAME", default="", type=words, help="who sits there for it")
    parser.add_argument("--from", metavar="D", dest="since", type=first_day, help="the first day (default: today)")
    parser.add_argument("--until", metavar="D", type=day, help="the last day (default: as long as the charter gives)")
    parser.add_argument("--acting", metavar="HOW", default="", help="officer-in-charge or a.i.: it only acts there")
    parser.add_argument("--override", metavar="REASON", default="", type=words, help="why it serves again, or longer")
    parser.add_argument("--decision", metavar="SYMBOL", default="", help="the decision that chose it")


def _add(arguments: Namespace) -> None:
    acting = _acting(arguments.acting)
    with writing(arguments) as book:
        from tui_app.domain.membership.tenure_rules import NeedsOverride
        from tui_app.services.tenure import begin_term, office_of, told_of

        try:
            term = begin_term(
                book, body=arguments.body, office=arguments.office, entity=arguments.entity,
                since=arguments.since or book.today(), until=arguments.until, person=arguments.person,
                acting=acting, override=arguments.override, decision=arguments.decision,
            )  # fmt: skip
        except NeedsOverride as asked:
            raise Problem(f"{str(asked).removesuffix('.')}: add --override with the reason.") from None
        say(_told(office_of(book, term).label, term))
        remark = told_of(book, term)
    if remark:
        complain(remark)


def _acting(text: str) -> str:
    from tui_app.domain.membership.tenure import read_acting

    try:
        return read_acting(text) if text else ""
    except Problem as problem:
        raise Usage(str(problem)) from None


def _told(label: str, term: ChairTerm) -> str:
    """`Rotating Co-Chair: UNHCR, B. Berisha, from 2026-01-01 until 2026-12-31`."""
    who = ", ".join(filter(None, (term.entity, term.person, term.acting)))
    return f"{label}: {who}, from {term.since}" + (f" until {term.until}" if term.until else "")


def _end_arguments(parser: Parser) -> None:
    _office_arguments(parser)
    parser.add_argument("--on", metavar="D", required=True, type=day, help="the last day")
    parser.add_argument("--acting", action="store_true", help="end the term of whoever acts there")


def _end(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.services.tenure import end_term, office_of

        ended = end_term(book, _running(book, arguments), arguments.on)
        say(_told(office_of(book, ended).label, ended))


def _running(book: Book, arguments: Namespace) -> ChairTerm:
    """The term that runs on the day on which it is to end."""
    from tui_app.domain.calendar import long_date
    from tui_app.domain.membership.offices import find_office, offices_of
    from tui_app.domain.membership.tenure import ChairTerm, holders

    body = book.body(arguments.body)
    office = find_office(offices_of(book.charter, body), arguments.office)
    (held,) = holders([office], book.of(ChairTerm).of(body.symbol), arguments.on)
    term = held.acting if arguments.acting else held.term
    if term is None:
        does = "acts as" if arguments.acting else "is"
        raise Problem(f"Nobody {does} {office.label} on {long_date(arguments.on)}: see minutebook chair list.")
    return term


def _list_arguments(parser: Parser) -> None:
    parser.add_argument("--on", metavar="D", type=day, help="only who held each office on that day")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _list(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.domain.membership.tenure import ChairTerm
        from tui_app.services.tenure import held, office_of, yet_to_serve

        on = arguments.on or book.today()
        terms = [(office_of(book, term), term) for term in sorted(book.of(ChairTerm).all(), key=lambda t: t.since)
                 if arguments.on is None or term.held_on(on)]  # fmt: skip
        waiting = [(each.office, yet_to_serve(book, each.office, on)) for each in held(book, on)]
    if arguments.json:
        unserved = ({**_office_object(office), "not_served": names} for office, names in waiting if names)
        say_objects([*(_term_object(office, term) for office, term in terms), *unserved])
    else:
        not_yet = ((office.body, office.title, "not yet", "", "", ", ".join(names))
                   for office, names in waiting if names)  # fmt: skip
        say_columns([*(_term_cells(office, term) for office, term in terms), *not_yet])


def _term_cells(office: Office, term: ChairTerm) -> tuple[str, ...]:
    words = ", ".join(filter(None, (term.person, term.acting, term.override, term.decision)))
    return (term.body, office.title, term.entity, str(term.since), str(term.until or ""), words)


def _office_object(office: Office) -> dict[str, object]:
    return {"body": office.body, "office": office.name, "title": office.title}


def _term_object(office: Office, term: ChairTerm) -> dict[str, object]:
    return {
        **_office_object(office), "entity": term.entity, "person": term.person, "from": str(term.since),
        "until": str(term.until) if term.until else None, "acting": term.acting, "override": term.override,
        "decision": term.decision,
    }  # fmt: skip


COMMANDS = {
    "chair add": (_add_arguments, _add),
    "chair end": (_end_arguments, _end),
    "chair list": (_list_arguments, _list),
}
