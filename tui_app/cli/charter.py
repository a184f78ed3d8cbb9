"""The charter: the network's rules with their clauses, and where its Terms of Reference disagree."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui_app.cli.opening import reading, writing
from tui_app.cli.output import complain, print_lines
from tui_app.cli.usage import Parser

if TYPE_CHECKING:
    from tui_app.domain.charter.charter import Charter
    from tui_app.domain.charter.lint import Discrepancy


def _no_arguments(_: Parser) -> None:
    """The register's own charter needs none."""


def _charter(arguments: Namespace) -> None:
    from tui_app.services.disagreements import disagreements

    with reading(arguments) as book:
        charter, basis = book.charter, book.network.basis
        found = disagreements(book)
    print_lines(_rules(charter, basis))
    print_lines(_told(found))


def _check_arguments(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", help="a TOML file, or the name of a charter that ships with Minutebook")


def _check(arguments: Namespace) -> None:
    from tui_app.domain.charter.lint import discrepancies
    from tui_app.services.charters import load_charter

    charter = load_charter(arguments.file)
    found = discrepancies(charter)
    print_lines(_told(found))
    places = f"{len(found)} place{'s' if len(found) > 1 else ''} in which it disagrees with itself" if found else (
        "no place in which it disagrees with itself")  # fmt: skip
    complain(f"{charter.name}: the charter can be read, and has {places}.")


def _settle_arguments(parser: Parser) -> None:
    parser.add_argument("id", metavar="ID", help="the discrepancy, as minutebook charter names it")
    parser.add_argument("symbol", metavar="SYMBOL", help="the decision; an empty one takes it back")


def _settle(arguments: Namespace) -> None:
    from tui_app.services.disagreements import settle

    with writing(arguments) as book:
        print_lines(_told([settle(book, arguments.id, arguments.symbol)]))


def _told(found: Iterable[Discrepancy]) -> Iterator[str]:
    for each in found:
        by = each.resolved_by_decision
        yield f"{f'settled by {by}' if by else 'to be settled'} [{each.id}]: {each.sentence}{_clauses(each.clauses)}"


def _rules(charter: Charter, basis: str) -> Iterator[str]:
    from tui_app.domain.charter.sentences import stated_chairs, stated_rules

    yield charter.name
    for rule in (*stated_chairs(charter), *stated_rules(charter, basis)):
        yield f"{rule.subject}: {rule.sentence}{_clauses(rule.clauses)}"


def _clauses(clauses: tuple[str, ...]) -> str:
    return f" ({', '.join(clauses)})" if clauses else ""


COMMANDS = {
    "charter": (_no_arguments, _charter),
    "charter settle": (_settle_arguments, _settle),
    "charter check": (_check_arguments, _check),
}
