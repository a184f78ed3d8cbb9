"""Comments and corrigenda by keys: whose it is, what it says, what was done; what is right, and who decided it."""

from __future__ import annotations

from tui_app.commands.catalogue import key_of
from tui_app.domain.calendar import day_and_date, read_past_date
from tui_app.domain.meeting.comment import FORM, Comment, Treatment, read_treatment
from tui_app.domain.problem import Problem
from tui_app.screens.place import Place
from tui_app.services.comments import answer_comment, commented, log_comment
from tui_app.services.corrigenda import not_in_the_minutes, record_corrigendum, require_adopted


def ask_comment(place: Place) -> None:
    """Ask for `UNHCR: the words`, then the day on which it came in."""
    meeting, book = place.require_meeting(), place.book
    kind, version = commented(meeting)

    def read(line: str) -> tuple[str, str]:
        entity, colon, text = (part.strip() for part in line.partition(":"))
        if not colon or not entity or not text:
            raise Problem("Whose is it, and what does it say? As in UNHCR: item 3, it was the draft plan.")
        return book.names().anybody(entity), text

    def dated(line: str) -> None:
        entity, text = read(line)

        def kept(day: str) -> None:
            comment = log_comment(book, meeting, entity, text, on=read_past_date(day, book.today()))
            place.rows().go_to(comment.id)
            if comment.late:
                place.tell(f"{comment.number} came after the day for comments; it is kept, and marked late.")

        place.ask("When did it come in?", kept, text="today",
                  echo=lambda day: day_and_date(read_past_date(day, book.today())))  # fmt: skip

    place.ask(f"Comment on {kind} v{version}, as UNHCR: item 3, ...", dated,
              echo=lambda line: f"Of {read(line)[0]}", chain=f"comment on {meeting.symbol}")  # fmt: skip


def ask_answer(place: Place, comment: Comment | None) -> None:
    """Ask what was done about a comment; Problem where there is none under the cursor."""
    if comment is None:
        raise Problem(f"There is no comment under the cursor: {key_of('versions.comment')} keeps one.")

    def echo(typed: str) -> str:
        kind, words = read_treatment(typed)
        return f"{comment.number} is {kind}{f': {words}' if words else ''}"

    label = f"{comment.number} of {comment.entity}: {', '.join(Treatment)}?"
    before = comment.treated
    text = f"{before.kind}{f': {before.words}' if before.words else ''}" if before else FORM.partition(":")[0]
    place.ask(label, lambda typed: answer_comment(place.book, comment, typed), text=text, echo=echo)


def ask_corrigendum(place: Place) -> None:
    """Ask what the minutes say, what is right, and by which meeting or decision."""
    meeting, book = place.require_meeting(), place.book
    require_adopted(meeting)

    def right(says: str) -> None:
        place.ask(f'For "{says.strip()}" read', lambda reads: by_whom(says, reads))

    def by_whom(says: str, reads: str) -> None:
        later = [each.symbol for each in book.meetings() if each.held and each.starts > meeting.starts]
        place.ask("Made by which meeting, as 2026/Q4, or decision, as 2026/Q4/D01?",
                  lambda who: made(says, reads, who), text=later[-1] if later else "")  # fmt: skip

    def made(says: str, reads: str, who: str) -> None:
        by_decision = "/D" in who.upper()
        corrigendum = record_corrigendum(book, meeting, says, reads, at="" if by_decision else who,
                                         decision=who if by_decision else "")  # fmt: skip
        place.rows().go_to(corrigendum.id)

    place.ask(f"What do the minutes of {meeting.symbol} say, and where?", right,
              echo=lambda says: not_in_the_minutes(book, meeting, says) or "The minutes have these words",
              chain=f"corrigendum to {meeting.symbol}")  # fmt: skip
