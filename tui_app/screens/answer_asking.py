"""What the Decisions place asks of an answer: which, in which words, on which day; and a returned text, put again."""

from __future__ import annotations

from tui_app.domain.attention.matter import short_symbol
from tui_app.domain.consensus.answer import Response, Ruling
from tui_app.domain.consensus.answering import (
    Answerable,
    Kind,
    answer_echo,
    answer_words,
    clauses_of_answer,
    kinds_of,
    latest_day,
    needs_words,
    read_day,
    read_kind,
    require_answerable,
    require_words,
    who_answers,
)
from tui_app.screens.place import Place
from tui_app.services.answering import record_answer, symbol_of
from tui_app.services.putting_again import put_again, require_returned
from tui_app.widgets.rows import Column, Row


def ask_answer(place: Place, record: Answerable) -> None:
    """Ask for the answer to a recommendation or a referral; Problem where none is awaited."""
    charter = place.book.charter
    require_answerable(record, charter)
    motivated = ", ".join(clauses_of_answer(record, charter))
    rows = [Row(kind.value, (kind.value, _means(kind, asked=needs_words(charter, kind), clause=motivated)))
            for kind in kinds_of(record)]  # fmt: skip

    title = (
        f"What is the answer of the {who_answers(record, charter)} to {short_symbol(symbol_of(place.book, record))}?"
    )
    now = record.answer.kind.value if record.answer else rows[0].key
    place.choose(title, rows, Column("", 13), Column(""), key=now,
                 then=lambda key: _ask_words(place, record, read_kind(key)))  # fmt: skip


def _means(kind: Kind, *, asked: bool, clause: str) -> str:
    if isinstance(kind, Ruling):
        return "in its words" if kind is Ruling.DECIDED else "the matter is with the network again: why"
    return f"with its motivation{f' ({clause})' if clause else ''}" if asked else ""


def _ask_words(place: Place, record: Answerable, kind: Kind) -> None:
    charter = place.book.charter
    now = record.answer

    def said(words: str) -> None:
        require_words(record, charter, kind, words)
        _ask_day(place, record, kind, words)

    place.ask(
        _label(kind, who_answers(record, charter), needed=needs_words(charter, kind)),
        said,
        text=answer_words(now) if now is not None and now.kind is kind else "",
        chain=f"answer to {symbol_of(place.book, record)}",
    )


def _label(kind: Kind, body: str, *, needed: bool) -> str:
    if isinstance(kind, Response):
        return f"The motivation of the {body}" if needed else f"What the {body} said, if anything"
    return f"What the {body} decided" if kind is Ruling.DECIDED else f"Why the {body} returned it"


def _ask_day(place: Place, record: Answerable, kind: Kind, words: str) -> None:
    book = place.book
    today = book.today()
    latest = latest_day(record, today)
    place.ask(
        "On which day was that",
        lambda day: record_answer(book, record, kind, words, read_day(day, record, today)),
        text="today" if latest == today else latest.isoformat(),
        echo=lambda day: answer_echo(record, book.charter, kind, read_day(day, record, today)),
    )


def ask_again(place: Place, record: Answerable) -> None:
    """Ask for the text, as it stands or amended, to put again; Problem where it was not returned."""
    meeting = require_returned(place.book, record)

    def put(text: str) -> None:
        place.tell(f"Put to {meeting.symbol} as {put_again(place.book, record, text).number}: 4 asks the positions.")

    place.ask(f"The text put again, to {meeting.symbol}", put, text=record.text)
