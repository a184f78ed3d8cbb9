"""Minutes that were exported are read back as they were: property tests over generated meetings."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_app.documents.minutes import minutes_paper
from tui_app.documents.reading.minutes import read_minutes
from tui_app.domain.charter.charter import Output
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus, Progress
from tui_app.domain.meeting.agenda import Span
from tui_app.domain.meeting.attendance import Capacity, Participant
from tui_app.domain.meeting.minutes import Entry, EntryKind
from tui_app.domain.names import ALL_MEMBERS, SECRETARIAT, entity_names
from tui_app.services.charters import load_charter

CHARTER = load_charter("kenya")
CHARTERS = ("kenya", "albania", "kyrgyzstan", "serbia", "kosovo")
DAYS = st.dates(date(2026, 9, 22), date(2030, 12, 31))
ENTITIES = ("UNHCR", "IOM", "UN Women", "ILO", "Ministry of Labour, Social Affairs and Youth")


def texts(typed_texts):
    """Texts of one line or of several, as they are kept: no line begins or ends with spaces."""
    several = st.lists(typed_texts.map(lambda text: " ".join(text.split(" ")).strip()), min_size=1, max_size=3)
    return several.map(lambda lines: "\n".join(filter(None, lines))).filter(lambda text: text.strip() == text != "")


@st.composite
def outcomes(draw, typed_texts):
    """Decisions and actions with their entries, some in the items and some only in the tables."""
    who = st.lists(st.sampled_from((*ENTITIES, SECRETARIAT, ALL_MEMBERS)), max_size=3, unique=True).map(tuple)
    decisions, actions, entries = [], [], []
    for number in range(1, draw(st.integers(0, 4)) + 1):
        owners = draw(who)
        decisions.append(Decision(
            id=f"d{number}", number=f"D{number:02d}", symbol=f"NET/2026/Q3/D{number:02d}", kind=Output.DECISION,
            meeting="m", item="i2", proposal="", body="network", text=draw(texts(typed_texts)), tier="",
            basis="consensus", clause="KEN:134", adopted_on=date(2026, 9, 22), owners=owners,
            due=draw(st.none() | DAYS), carried_out=not owners and draw(st.booleans()),
        ))  # fmt: skip
        entries.append(("d", number, EntryKind.DECISION))
    for number in range(1, draw(st.integers(0, 4)) + 1):
        words = draw(st.sampled_from(("", "before the winter", "next meeting", "the first snow")))
        due = None if words == "next meeting" else draw(st.none() | DAYS)
        status = draw(st.sampled_from(ActionStatus))
        actions.append(ActionPoint(
            id=f"a{number}", number=f"A{number:02d}", symbol=f"NET/2026/Q3/A{number:02d}", meeting="m", item="i2",
            text=draw(texts(typed_texts)), responsible=draw(who), due=due, due_words=words,
            progress=(Progress(on=date(2026, 9, 22), status=status, evidence="seen"),),
        ))  # fmt: skip
        entries.append(("a", number, EntryKind.ACTION))
    order = draw(st.permutations(entries))
    return decisions, actions, order


@st.composite
def people(draw, start):
    """Who came, one or more of an entity, with the times at which they were in the room."""
    names = st.sampled_from(("A. Otieno", "Elena Marković", "N'Diaye | Awa", "*Star*", ""))
    found = []
    for number in range(draw(st.integers(0, 5))):
        minute = draw(st.integers(0, 60))
        capacity = draw(st.sampled_from(Capacity))
        member, invitee = capacity is Capacity.MEMBER, capacity is Capacity.INVITEE
        found.append(Participant(
            id=f"p{number}", meeting="m", entity=draw(st.sampled_from(ENTITIES)), name=draw(names),
            title=draw(st.sampled_from(("", "Head of Office", "Chief | Data"))) if member else "", capacity=capacity,
            acting_for=draw(st.sampled_from(("", "C. Wanjiru"))),
            invited_by="IOM" if invitee else "", invited_why="item 3, for advice" if invitee else "",
            presence=(Span(start=start + timedelta(minutes=minute), end=start + timedelta(minutes=100)),),
        ))  # fmt: skip
    return found


@pytest.mark.parametrize("charter", CHARTERS)
def test_what_was_decided_and_agreed_and_who_came_is_read_back(charter, record_of, typed_texts):
    empty = record_of(charter)
    names = entity_names((each, each) for each in (*ENTITIES, SECRETARIAT, *(seat.entity for seat in empty.seats)))

    @settings(max_examples=20)
    @given(outcomes(typed_texts), people(empty.meeting.starts))
    def check(made, came):
        decisions, actions, order = made
        network = empty.charter.symbol
        decisions = [replaced(each, network) for each in decisions]
        actions = [replaced(each, network) for each in actions]
        entries = tuple(
            Entry(id=f"e{rank}", meeting="m", item="i2", rank=rank, at=empty.meeting.starts, kind=kind, by="A. Otieno",
                  refers_to=f"{letter}{number}")
            for rank, (letter, number, kind) in enumerate(order)
        )  # fmt: skip
        record = record_of(charter, decisions=tuple(decisions), actions=tuple(actions), entries=entries,
                           participants=tuple(came))  # fmt: skip
        paper = minutes_paper(record)
        read = read_minutes(paper, record.charter, names)
        assert not read.unread, [str(each) for each in read.unread]
        assert read.head.symbol == "2026/Q3"
        assert [(d.number, d.text, d.responsible, d.due, d.carried_out) for d in read.decisions] == [
            (d.number, d.text, d.owners, d.due, d.carried_out) for d in decisions
        ]
        assert [(a.number, a.text, a.responsible, a.due, a.due_words, a.status) for a in read.actions] == [
            (a.number, a.text, a.responsible, a.due, a.due_words, a.status) for a in actions
        ]
        assert sorted(map(told, read.participants)) == sorted(map(told, came))

    check()


def replaced(outcome, network):
    from dataclasses import replace

    return replace(outcome, symbol=outcome.symbol.replace("NET", network))


def told(person):
    return (person.entity, person.name, person.title, person.capacity, person.acting_for, person.invited_by,
            person.invited_why)  # fmt: skip


_ODD = """\
## Participants
## Decisions
## Actions
## Entities
## Agenda
## 1. Data [for decision]
### Annexes
- UNHCR: A. Otieno, Head [invitee]
- IOM: [x]
- [
- (a) [b] (c)
| Symbol | Decision | Due |
| --- | --- | --- |
| D01 | It agreed. | 31 June 2019 |
| x | y |
1. D01 It agreed. (IOM; 30 Sep 2019) [done]
- IOM: do it by 31 Feb
> **D01** It agreed.
- **Recommendation to**: UNCT
- **Answer of the UNCT**: followed, 31 June 2019
- **Adopted**: on 45 June 2019
**A01** x
ACTION: IOM: x
Status: **ADOPTED on 99 June 2019**
- Time: 25:00-26:00
Date: 0000-00-00
![x](y)
[a](b)
- Called by: IOM, on 99 Sep 2019
Apologies: XYZ, IOM
```
    code
<b>
---
""".split("\n")  # noqa: SIM905


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_ODD) | st.text(max_size=9), max_size=20), st.sampled_from(("\n", "\n\n")))
def test_whatever_a_file_holds_is_read_or_told_with_its_line(lines, between):
    text = "# Minutes of the quarterly meeting of 12 June 2019\n\n" + between.join(lines)
    read = read_minutes(text, CHARTER, entity_names((each, each) for each in ENTITIES))
    assert all(1 <= each.line <= text.count("\n") + 1 for each in read.unread if "\r" not in text)
