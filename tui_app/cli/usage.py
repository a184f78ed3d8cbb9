"""Reading a command's arguments, with one sentence where they are not as they should be."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from tui_app.cli.misuse import Usage
from tui_app.domain.problem import Problem, did_you_mean, nearest

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from tui_app.domain.charter.charter import Tier
    from tui_app.domain.meeting.meeting import MeetingKind

T = TypeVar("T")


_MEANING = (("--from", "--since", "--start"), ("--to", "--until", "--end"), ("--on", "--date", "--day"))
"""Options that mean the same: one command calls it this, another that."""

_PLAINLY = (
    (r"invalid int value: (.+)", r"\1 is not a whole number"),
    (r"the following arguments are required: (.+, .+)", r"\1 are missing"),
    (r"the following arguments are required: (.+)", r"\1 is missing"),
    (r"expected one argument", "what it is to be is missing behind it"),
)
"""What argparse says, and how whoever typed the command would say it."""


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence, with the nearest option where one was mistyped."""

    def __init__(self, prog: str, does: str = "", example: str = "") -> None:
        self.options: list[str] = []
        super().__init__(
            prog=prog,
            description=f"{does[:1].upper()}{does[1:]}." if does else None,
            epilog=f"example: {example}" if example else None,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,  # an example is copied, so it is not broken
        )

    def add_argument(self, *names: Any, **settings: Any) -> argparse.Action:  # noqa: ANN401  # as the parent has it
        """Add an argument, and note an option's name for whoever mistypes it."""
        self.options += [name for name in names if str(name).startswith("--")]
        return super().add_argument(*names, **settings)

    def read(self, words: list[str]) -> argparse.Namespace:
        """The arguments in the words; Usage if there are more than the command takes."""
        arguments, left = self.parse_known_args(words)
        if not left:
            return arguments
        if left[0].startswith("-"):
            raise Usage(f"{self.prog} has no option {left[0]}: {self._meant(left[0].partition('=')[0])}")
        raise Usage(f"{left[0]!r} is too much for {self.prog}: see {self.prog} --help.")

    def _meant(self, option: str) -> str:
        """The option that means the same here, or that resembles it by more than the strokes; else those there are."""
        same = [each for meant in _MEANING if option in meant for each in self.options if each in meant]
        near = nearest(option.strip("-"), (each.strip("-") for each in self.options), least=0.65)
        found = same[:1] or ([f"--{near}"] if near else [])
        return f"did you mean {found[0]!r}?" if found else f"it can be one of: {', '.join(self.options)}."

    def error(self, message: str) -> NoReturn:
        """Raise Usage in place of printing how the command is used and ending the process."""
        sentence = message.removeprefix("argument ").rstrip(".")
        for theirs, ours in _PLAINLY:
            sentence = re.sub(theirs, ours, sentence)
        more = "" if sentence.endswith("?") else f"; see {self.prog} --help."
        raise Usage(f"{self.prog}: {sentence}{more}")


def _read(reader: Callable[[str], T]) -> Callable[[str], T]:
    """A reader of an argument whose Problem becomes a sentence on usage."""

    def read(text: str) -> T:
        try:
            return reader(text)
        except Problem as problem:
            raise argparse.ArgumentTypeError(str(problem)) from None

    return read


def folder(text: str) -> Path:
    """A folder as typed, `~` too; an empty name would silently be the folder one is in."""
    if not text.strip():
        raise argparse.ArgumentTypeError("a folder needs a name.")
    return Path(text).expanduser()


def words(text: str) -> str:
    """Words for the record, without control characters."""
    from tui_app.domain.text import clean

    return " ".join(clean(text)[0].split())


@_read
def day(text: str) -> date:
    """A date in any of the forms of the minutes, counted from today."""
    from datetime import date

    from tui_app.domain.calendar import read_date

    return read_date(text, date.today())


@_read
def coming_day(text: str) -> date:
    """A day to come; one just past that has no year is asked for with it."""
    from datetime import date

    from tui_app.domain.calendar import read_coming_date

    return read_coming_date(text, date.today())


@_read
def first_day(text: str) -> date:
    """The first day of a seat or a term; without its year it looks back."""
    from datetime import date

    from tui_app.domain.calendar import read_since

    return read_since(text, date.today())


@_read
def past_day(text: str) -> date:
    """A day that lies behind, or today."""
    from datetime import date

    from tui_app.domain.calendar import read_past_date

    return read_past_date(text, date.today())


@_read
def time_of_day(text: str) -> time:
    """A time, as in 10:20."""
    from tui_app.domain.calendar import read_time

    return read_time(text)


@_read
def moment(text: str) -> datetime:
    """A day and a time, as in 2026-09-22T10:00; an offset may follow."""
    import re
    from datetime import date, datetime

    from tui_app.domain.calendar import read_date_and_time

    if re.fullmatch(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.+", text):
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            raise Problem(f"{text!r} is not a day and time: write it as 2026-09-22T10:00+03:00.") from None
    on, at = read_date_and_time(text, date.today())
    return datetime.combine(on, at)


@_read
def year(text: str) -> int:
    """A year, as 2026."""
    from tui_app.services.workplan import read_year

    return read_year(text)


@_read
def meeting_kind(text: str) -> MeetingKind:
    """A kind of meeting."""
    from tui_app.domain.meeting.meeting import read_kind

    return read_kind(text)


@_read
def tier(text: str) -> Tier:
    """A tier of membership by a beginning of its words."""
    from tui_app.domain.charter.charter import Tier

    wanted = " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
    found = [each for each in Tier if wanted and each.value.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    raise Problem(f"{text!r} is not a tier: {did_you_mean(wanted, [each.value for each in Tier])}")
