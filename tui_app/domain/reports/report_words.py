"""What is reported of a matter that is followed up, as one line: its progress, or what the parent body answered."""

from __future__ import annotations

import re
from datetime import date

from tui_app.domain.frozen import dataclass

from ..calendar import read_past_date
from ..consensus.answer import Response, Ruling
from ..consensus.answering import Kind, read_kind
from ..follow_up.action import ActionStatus
from ..follow_up.progress_words import STATUSES, Reported, read_progress, statuses_begun
from ..problem import Problem, nearest


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer of the parent body; `on` None: given on the day of the report."""

    kind: Kind
    words: str = ""
    on: date | None = None


_REPLY = re.compile(
    r"(?P<kind>followed|partly(?=\s+followed\b)?|not followed|decided|returned)(?:(?<=partly)\s+followed)?"
    r"(?:\s+on\s+(?P<day>[^:]+?)\s*(?=:|$)|(?!\s+on\b))(?:\s*[:,]\s*|\s+|$)(?P<words>.*)",
    re.IGNORECASE,
)


def read_report(text: str, today: date) -> Reported | Reply:
    """Read `in progress: draft received`, `implemented: adopted, evidence: letter of 3 Sep`, `decided on 8 Oct: yes`.

    An answer needs no colon before its words, only behind its day. Problem: it is neither, with the statuses and the
    answers there are; or a day is still to come.
    """
    reply = _REPLY.fullmatch(text.strip())
    if reply is None:
        _require_status(text)
        return read_progress(text, today)
    on = read_past_date(reply["day"], today) if reply["day"] else None
    return Reply(read_kind(reply["kind"]), (reply["words"] or "").strip(), on)


def _require_no_answer_meant(text: str) -> None:
    """Raise Problem for two words that begin as a status and are an answer misspelt, `not folowed`."""
    both = " ".join(re.split(r"[:,;.]", text, maxsplit=1)[0].split()[:2])
    if nearest(both, (*ActionStatus, *Response, *Ruling), least=0.8) == Response.NOT_FOLLOWED:
        raise Problem(f"{both!r} is neither a status nor an answer: did you mean {Response.NOT_FOLLOWED!s}?")


def _require_status(text: str) -> None:
    """Raise Problem for words that begin no status and are no answer, with both."""
    first = text.split(maxsplit=1)[0].rstrip(":,;.") if text.strip() else ""
    if not first:
        return
    if statuses_begun(first):
        _require_no_answer_meant(text)
        return
    if first.casefold() in (*Response, *Ruling):
        raise Problem(f"After its day an answer has a colon: {first} on 8 Oct: and its words.")
    raise Problem(
        f"{first!r} is not a status ({STATUSES}), nor the answer to a recommendation ({', '.join(Response)}) or to a "
        f"referral ({', '.join(Ruling)})."
    )
