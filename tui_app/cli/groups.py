"""Working groups: listed, and their reviews set; decisions establish and abolish them."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from tui_app.cli.opening import reading, writing
from tui_app.cli.output import complain, say, say_columns, say_objects
from tui_app.cli.usage import Parser, day, words

if TYPE_CHECKING:
    from datetime import date

    from tui_app.services.groups import Group


def _list_arguments(parser: Parser) -> None:
    parser.add_argument("--on", metavar="D", type=day, help="as at a day (default: today)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _list(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.services.groups import groups

        today = book.today()
        found = groups(book, arguments.on or today)
    if arguments.json:
        say_objects(_object(group, today) for group in found)
        return
    say_columns(_cells(group, today) for group in found)
    if not found:
        complain("There is no working group: a decision establishes one (/effect establish WG-DATA Data, ad hoc).")


def _cells(group: Group, today: date) -> tuple[str, ...]:
    from tui_app.domain.membership.group_words import kind_words, meetings_words, review_words

    chairs = "; ".join(f"{each.office.name} {each}" for each in group.chairs if str(each))
    members = "; ".join(seat.spoken for seat in group.members) or "none yet"
    waiting = "; ".join(seat.spoken for seat in group.waiting)
    waits = f"; waiting for a decision: {waiting}" if waiting else ""
    return (
        group.body.symbol,
        chairs or "no chair on record",
        f"review {review_words(group.body, today)}",
        meetings_words(group.held, group.planned),
        f"{group.body.name}: {kind_words(group.body)}; members: {members}{waits}",
    )


def _object(group: Group, today: date) -> dict[str, object]:
    body = group.body
    return {
        "symbol": body.symbol, "name": body.name, "kind": "ad hoc" if body.ad_hoc else "permanent",
        "established": str(body.established) if body.established else None,
        "established_by": body.established_by or None,
        "abolished": str(body.abolished) if body.abolished else None, "abolished_by": body.abolished_by or None,
        "review_on": str(body.review_on) if body.review_on else None, "review_overdue": body.review_overdue(today),
        "review_by": body.review_by or None, "review_reason": body.review_reason or None,
        "chairs": [{"office": each.office.name, "holder": str(each)} for each in group.chairs if str(each)],
        "members": [{"entity": seat.entity, "speaks_for": seat.speaks_for or None} for seat in group.members],
        "waiting": [seat.entity for seat in group.waiting],
        "held": [meeting.symbol for meeting in group.held],
    }  # fmt: skip


def _review_arguments(parser: Parser) -> None:
    parser.add_argument("group", metavar="GROUP", help="its symbol, as WG-DATA")
    parser.add_argument("on", metavar="D", nargs="?", type=day, help="the day (default: no review is set any more)")
    parser.add_argument("--decision", metavar="SYMBOL", default="", help="the decision that says so")
    parser.add_argument("--reason", metavar="WORDS", default="", type=words, help="or why, without a decision")


def _review(arguments: Namespace) -> None:
    with writing(arguments) as book:
        from tui_app.domain.membership.group_words import review_words
        from tui_app.services.groups import find_group, set_review

        group = set_review(book, find_group(book, arguments.group), arguments.on,
                           decision=arguments.decision, reason=arguments.reason)  # fmt: skip
        say(f"{group.symbol} review {review_words(group, book.today())}")


COMMANDS = {"group list": (_list_arguments, _list), "group review": (_review_arguments, _review)}
