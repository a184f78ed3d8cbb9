"""Looking up: decisions, actions, meetings, members, and the history of any record; plain lines or JSON."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from tui_app.cli.opening import reading
from tui_app.cli.output import complain, print_lines, say_columns, say_objects
from tui_app.cli.queries import nothing_found, query, query_arguments
from tui_app.cli.usage import Parser

if TYPE_CHECKING:
    from tui_app.domain.meeting.meeting import Meeting
    from tui_app.services.rows import Row


def _decision_arguments(parser: Parser) -> None:
    query_arguments(parser, 'is:open kind:recommendation owner:UNHCR entity:"FAO objects" since:2025Q1 until: '
                    'meeting: item:"data" body: text:')  # fmt: skip
    parser.add_argument("--all", action="store_true", help="proposals that never became decisions too")


def _decisions(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.services.look_up import DECISION_FILTERS, decisions_found

        wanted = query(book, arguments, DECISION_FILTERS)
        rows, others = decisions_found(book, wanted, everything=arguments.all)
        if wanted and others:
            proposals = "1 proposal" if others == 1 else f"{others} proposals"
            complain(f"What matches too and became no decision, --all lists: {proposals}.")
        elif not rows:
            nothing_found(book, arguments, DECISION_FILTERS, "decision")
    _show(arguments, rows, [
        (_text(r["symbol"]), _text(r["kind"]), _state(r), *_carried_out(r), _text(r["text"])) for r in rows
    ])  # fmt: skip


def _carried_out(row: Row) -> tuple[str, str, str]:
    """How far it has come, who carries it out, and by when."""
    if "nothing_to_carry_out" in row:
        from tui_app.domain.follow_up.assignment import NOTHING_TO_DO

        return "-", NOTHING_TO_DO, _text(row["due"])
    return _text(row["implementation"]), _list(row["owners"], "no owner"), _text(row["due"], "no date")


def _state(row: Row) -> str:
    """`adopted, not followed by the UNKT`: with the answer of the parent body, or that it is awaited."""
    response = row["response"]
    answered = f"{response['kind']} by the {response['by']}" if isinstance(response, dict) else response
    return ", ".join(_text(each) for each in (row["state"], answered) if each)


def _action_arguments(parser: Parser) -> None:
    query_arguments(parser, 'is:open is:overdue owner:UNHCR since:2025Q1 until: meeting: item:"data" body: text:')


def _actions(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.services.look_up import ACTION_FILTERS, actions

        rows = actions(book, query(book, arguments, ACTION_FILTERS))
        if not rows:
            nothing_found(book, arguments, ACTION_FILTERS, "action")
    _show(arguments, rows, [
        (_text(r["symbol"]), _text(r["status"]), _due(r), _list(r["responsible"], "nobody yet"),
         _text(r["text"])) for r in rows
    ])  # fmt: skip


def _due(row: Row) -> str:
    """`2026-11-30 (before the winter)`: the day with the words that say more."""
    due, words = _text(row["due"], "no date"), row["due_words"]
    return f"{due} ({words})" if words and words != row["due"] else due


def _meeting_arguments(parser: Parser) -> None:
    query_arguments(parser, "is:circulated kind:annual since:2025Q1 until: meeting: body:")


def _meetings(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.services.look_up import MEETING_FILTERS, meetings, meetings_found

        wanted = query(book, arguments, MEETING_FILTERS)
        rows = meetings(book, wanted)
        lines = [_meeting_line(meeting, row) for meeting, row in zip(meetings_found(book, wanted), rows, strict=True)]
        if not rows:
            nothing_found(book, arguments, MEETING_FILTERS, "meeting")
    _show(arguments, rows, lines)


def _meeting_line(meeting: Meeting, row: Row) -> tuple[str, ...]:
    """When, what, how it stands; what was taken in it once it was opened; who called it, and where it is."""
    from tui_app.domain.meeting.meeting_words import called_words, standing_words

    opened, closed = (_minute(row[when], "")[-5:] for when in ("opened", "closed"))
    counts = ", ".join(_count(row, what) for what in ("entries", "decisions", "actions"))
    taken = f"{opened}-{closed}: " if closed else f"since {opened}: " if meeting.in_session else ""
    more = (called_words(meeting), meeting.place, f"{taken}{counts}" if meeting.held else "")
    kind, begins = meeting.kind.value, meeting.starts if meeting.timed else meeting.on
    return (meeting.symbol, _minute(begins.isoformat(), ""), kind, _text(standing_words(meeting)),
            _text("; ".join(filter(None, more))))  # fmt: skip


def _member_words(row: Row) -> str:
    """Its name, the group in which the seat is, and that it waits for a decision."""
    where = f"in {row['body']}" if "body" in row else ""
    return _text(", ".join(filter(None, (str(row["name"]), where, "waits for a decision" if "pending" in row else ""))))


def _member_arguments(parser: Parser) -> None:
    query_arguments(parser, "is:current is:ended is:pending tier:executive body:WG-DATA")


def _members(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.services.look_up import MEMBER_FILTERS, members

        rows = members(book, query(book, arguments, MEMBER_FILTERS))
        if not rows:
            nothing_found(book, arguments, MEMBER_FILTERS, "member")
    _show(arguments, rows, [
        (_text(r["entity"]), _text(r["tier"]), f"from {_text(r['from'], 'the beginning')}",
         f"until {r['until']}" if r["until"] else "no end", _member_words(r)) for r in rows
    ])  # fmt: skip


def _show(arguments: Namespace, rows: Iterable[Row], lines: list[tuple[str, ...]]) -> None:
    if arguments.json:
        say_objects(rows)
        return
    say_columns(lines)


def _text(value: object, otherwise: str = "-") -> str:
    return " ".join(str(value).split()) if value else otherwise


def _list(value: object, otherwise: str) -> str:
    return ", ".join(cast(list[str], value)) or otherwise


def _minute(value: object, otherwise: str) -> str:
    return str(value)[:16].replace("T", " ") if value else otherwise


def _count(row: Row, what: str) -> str:
    return f"{row[what]} {what if row[what] != 1 else 'entry' if what == 'entries' else what[:-1]}"


# -- history -------------------------------------------------------------


def _history_arguments(parser: Parser) -> None:
    parser.add_argument("symbol", metavar="SYMBOL", nargs="?", default="", help="as lists print it: D04, Q3/A07, P2, "
                        "2026/Q3, an agenda item such as 2026/Q3/3, an entity (default: everything)")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _history(arguments: Namespace) -> None:
    with reading(arguments) as book:
        from tui_app.services.history import history, told
        from tui_app.services.naming import known

        if arguments.json:
            say_objects(history(book, arguments.symbol))
            return
        addresses = known(book).find(arguments.symbol)[1] if arguments.symbol else ()
        for transaction in reversed([*told(book, addresses)]):
            print_lines([transaction.headline, *(f"    {line}" for line in transaction.lines)])


COMMANDS = {
    "decisions": (_decision_arguments, _decisions),
    "actions": (_action_arguments, _actions),
    "meetings": (_meeting_arguments, _meetings),
    "meeting list": (_meeting_arguments, _meetings),
    "members": (_member_arguments, _members),
    "history": (_history_arguments, _history),
}
