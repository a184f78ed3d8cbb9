"""What is reported of a matter that is followed up, as one line: its progress, or what the parent body answered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..calendar import read_past_date
from ..consensus.answering import Kind, read_kind
from ..follow_up.progress_words import Reported, read_progress


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer of the parent body; `on` None: given on the day of the report."""

    kind: Kind
    words: str = ""
    on: date | None = None


_REPLY = re.compile(
    r"(?P<kind>followed|partly|not followed|decided|returned)(?:\s+on\s+(?P<day>[^:]+?))?\s*(?::\s*(?P<words>.*))?",
    re.IGNORECASE,
)


def read_report(text: str, today: date) -> Reported | Reply:
    """Read `in progress: draft received`, `implemented: adopted, evidence: letter of 3 Sep`, `decided on 8 Oct: yes`.

    Problem: it is neither, with the statuses there are; or a day is still to come.
    """
    reply = _REPLY.fullmatch(text.strip())
    if reply is None:
        return read_progress(text, today)
    on = read_past_date(reply["day"], today) if reply["day"] else None
    return Reply(read_kind(reply["kind"]), (reply["words"] or "").strip(), on)
