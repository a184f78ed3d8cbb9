"""What the tests of papers share: readers that share no code, and a meeting to write about."""

import re
from datetime import datetime, timedelta, timezone
from html.parser import HTMLParser

import cmarkgfm
import mistune
import pytest
from cmarkgfm.cmark import Options
from hypothesis import strategies as st

from tui_app.documents.parser import parser
from tui_app.domain.meeting.agenda import AgendaItem, Purpose, Span, agenda_of
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, MeetingState
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.membership.roster import NETWORK, Body, Entity, Seat
from tui_app.domain.text import clean
from tui_app.services.charters import load_charter

TEN = datetime(2026, 9, 22, 10, 0, tzinfo=timezone(timedelta(hours=3)))

_MISTUNE = mistune.create_markdown(escape=False, plugins=["table", "strikethrough", "url", "footnotes", "task_lists"])
_READERS = {
    "markdown-it": lambda source: parser().render(source),
    "mistune": lambda source: str(_MISTUNE(source)),
    "cmark-gfm": lambda source: cmarkgfm.github_flavored_markdown_to_html(source, options=Options.CMARK_OPT_UNSAFE),
}


class _Text(HTMLParser):
    def __init__(self, source):
        super().__init__()
        self.seen = ""
        self.feed(source)
        self.close()

    def handle_data(self, data):
        self.seen += data


def _folded(text):
    return re.sub(r" +", " ", text)


@pytest.fixture(scope="session")
def seen_by():
    """The text that each reader sees in a paper, by the reader's name; runs of spaces are one."""
    return lambda source: {name: _folded(_Text(render(source)).seen) for name, render in _READERS.items()}


@pytest.fixture(scope="session")
def assert_seen(seen_by):
    """Fails unless every reader sees every one of the texts."""

    def check(source, *texts):
        for name, seen in seen_by(source).items():
            for text in texts:
                assert _folded(text.strip()) in seen, (name, text, source)

    return check


@pytest.fixture(scope="session")
def record_of():
    """A meeting of some network with two items, closed, and whatever parts of its record are given."""

    def make(charter_name="kenya", state=MeetingState.DRAFT, of_meeting=None, **parts):
        charter = load_charter(charter_name)
        members = sorted(charter.members, key=lambda member: member.entity)
        meeting = Meeting(
            id="m", symbol="2026/Q3", kind=MeetingKind.QUARTERLY, starts=TEN, zone="Africa/Nairobi", opened=TEN,
            closed=TEN + timedelta(hours=2), chairs=tuple(c.office for c in charter.chairs), state=state,
            **(of_meeting or {}),
        )  # fmt: skip
        spans = (Span(start=TEN, end=TEN + timedelta(minutes=10)),)
        items = (
            AgendaItem(id="i1", meeting="m", rank=1, title="Opening", minutes=10, spans=spans),
            AgendaItem(id="i2", meeting="m", rank=2, title="Data", purpose=Purpose.DECISION, minutes=20, spans=spans),
        )
        empty = dict.fromkeys(("participants", "entries", "proposals", "decisions", "actions", "documents"), ())
        known = {
            "body": Body(id="b", symbol=NETWORK, name=charter.name),
            "agenda": agenda_of(items),
            "seats": tuple(
                Seat(id=m.entity, body=NETWORK, entity=m.entity, tier=m.tier)
                for m in sorted(charter.members, key=lambda m: m.entity)
            ),
            "entities": tuple(Entity(id=m.entity, acronym=m.entity, name=m.name) for m in members),
        }
        return MeetingRecord(charter=charter, meeting=meeting, **{**empty, **known, **parts})

    return make


_FRAGMENTS = (
    *("|", "*a*", "**", "_b_", "`c`", "# ", "1. ", "- ", "> ", "[x](y)", "[^1]", "<b>", "&amp;", "\\", "~~", "$", "¹"),
    *("https://iom.int", "a@b.org", "M&E", "D04", "12.", "...", "?", " ", "Kosovo", "منظمة", "移民", "é", "ı", "word"),
)
_TYPED = st.one_of(st.lists(st.sampled_from(_FRAGMENTS), min_size=1, max_size=6).map("".join), st.text(min_size=1))


@pytest.fixture(scope="session")
def typed_texts():
    """What may be typed on one line: clean, of one line, and not blank."""
    one_line = _TYPED.map(lambda text: clean(text)[0].replace("\n", " ").strip())
    return one_line.filter(bool)
