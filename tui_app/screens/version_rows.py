"""How the versions of a meeting's papers are listed, with comments and corrigenda; and how differences are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import short_date
from tui_app.domain.meeting.circulated import CirculatedPaper, PaperKind
from tui_app.domain.meeting.comment import Comment, treatment_words, unanswered
from tui_app.domain.meeting.corrigendum import Corrigendum
from tui_app.domain.meeting.differences import DiffLine, Side, differing
from tui_app.services.versions import Compared
from tui_app.widgets.rows import Row
from tui_app.widgets.wrapping import Line, wrap

NOW = "now "
"""Before the kind of a paper, as the key of the row for how it stands."""
_FEW = 5  # recipients that are named in a row


def version_rows(papers: Iterable[CirculatedPaper], kind: PaperKind, adopted: str = "") -> Iterator[Row]:
    """The versions of one paper, the newest first, above them how it stands. `adopted`: on which day, if it is."""
    newest = sorted((each for each in papers if each.kind is kind), key=lambda each: -each.version)
    if newest:
        yield Row("", (kind.value.capitalize(), "", ""), "heading")
        yield Row(f"{NOW}{kind}", ("now", adopted, "as adopted" if adopted else "as it would be handed out now"))
    for each in newest:
        yield Row(each.id, (f"v{each.version}", short_date(each.at.date()), _to_whom(each)))


def _to_whom(paper: CirculatedPaper) -> str:
    few = len(paper.recipients) <= _FEW
    to = ", ".join(paper.recipients) if few else f"{len(paper.recipients)} recipients"
    by = f"; comments by {short_date(paper.comments_by)}" if paper.comments_by else ""
    return f"to {to or 'nobody on record'}{by}"


def comment_rows(comments: Iterable[Comment]) -> Iterator[Row]:
    """One row a comment; those with an answer are done."""
    every = tuple(comments)
    left = len(unanswered(every))
    if every:
        waiting = f"{left} without an answer ({key_of('versions.answer')})"
        yield Row("", ("Comments", "", waiting if left else "all have an answer"), "heading")
    for each in every:
        late = " (late)" if each.late else ""
        said = f"{each.entity}{late} on {each.about}: {each.text}\n{treatment_words(each)}"
        yield Row(each.id, (each.number, short_date(each.on), said), "dim" if each.treated else "")


def corrigendum_rows(corrigenda: Iterable[Corrigendum]) -> Iterator[Row]:
    """One row a corrigendum."""
    every = tuple(corrigenda)
    if every:
        yield Row("", ("Corrigenda", "", ""), "heading")
    for each in every:
        yield Row(each.id, (each.number, short_date(each.on), f"{each.text} ({each.decided_at or each.decision})"))


def difference_lines(compared: Compared, width: int) -> Iterator[Line]:
    """What differs, in lines of at most `width` cells: `-` the older, `+` the newer, the words between marks."""
    yield from (((line, "bold"),) for line in wrap(compared.sentence, width))
    if compared.differ:
        yield from (((line, "dim"),) for line in wrap("- before  + after  [-taken out-]  [+new+]", width))
    for each in differing(compared.lines):
        if each.side is Side.BOTH:
            yield ()
        yield from _wrapped(each, width)


def _wrapped(line: DiffLine, width: int) -> Iterator[Line]:
    mark, words = line.marked[:2], line.marked[2:]
    look = "heading" if line.side is Side.BOTH else ""
    for number, part in enumerate(wrap(words.removeprefix("# "), max(1, width - 2))):
        yield ((("  " if number else mark) + part, look),)
