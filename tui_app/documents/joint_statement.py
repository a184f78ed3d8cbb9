"""A joint statement: what the network says with one voice, in the words that were adopted and no others (R-53)."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from tui_app.documents.language import words_of
from tui_app.documents.letterhead import cited, facts, paper
from tui_app.documents.markdown import escape, paragraph, quote, rule
from tui_app.documents.phrases import in_a_sentence
from tui_app.domain.charter.charter import Charter
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.meeting import Meeting, title_in

_PROVISION = "Joint statements"
"""The subject under which a charter says who speaks in the name of the network."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """An adopted text that is a joint statement, and what is told of it.

    `voice`: in whose name, the network's or a group's. `version`: the round in which the text stood.
    """

    decision: Decision
    meeting: Meeting
    voice: str
    version: int = 1


def joint_statement(charter: Charter, spoken: Spoken, *, released_by: Iterable[Decision] | None = None) -> str:
    """The adopted text with its version and the SHA-256 of its words as UTF-8.

    `released_by`: the decisions that let anybody read it; None for those inside.
    """
    words = words_of(charter)
    clauses = [clause for each in charter.provisions if each.subject == _PROVISION for clause in each.clauses]
    released = words.all_of(
        words("{symbol} of {day}", symbol=each.symbol, day=words.date(each.adopted_on)) for each in released_by or ()
    )
    meeting = in_a_sentence(title_in(words, spoken.meeting))
    about = [
        (words("Released by"), released),
        (words("In the name of"), f"{spoken.voice}{cited(clauses)}"),
        (
            words("Adopted"),
            f"{words.date(spoken.decision.adopted_on)}, {meeting}",
        ),
    ]
    seal = [
        (words("Symbol"), spoken.decision.symbol),
        (words("Version"), words("text {number}", number=spoken.version)),
        (words("Checksum of the text"), sha256(spoken.decision.text.encode()).hexdigest()),
    ]
    return paper(
        charter, words("Joint statement"), facts(about, words), quote(paragraph(escape(spoken.decision.text))), rule(),
        facts(seal, words), public=released_by is not None,
    )  # fmt: skip
