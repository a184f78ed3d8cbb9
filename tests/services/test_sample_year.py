"""The sample year is played without a refusal, and the rules of the charter are seen to work in it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tui_app.domain.consensus.consensus import find
from tui_app.domain.consensus.decision import Decision, DecisionState
from tui_app.domain.consensus.proposal import Ground, Outcome, PositionKind
from tui_app.domain.follow_up.action import ActionPoint, ActionStatus
from tui_app.domain.meeting.attendance import Capacity
from tui_app.domain.meeting.meeting import MeetingState
from tui_app.domain.meeting.minutes import EntryKind
from tui_app.domain.meeting.record import action_words, entry_words
from tui_app.services import capture, convene, workplan
from tui_app.services.pen import Pen
from tui_app.services.registers import open_book
from tui_app.services.sample_year import PlayedClock, play, sample_lines, sample_year

NAIROBI = ZoneInfo("Africa/Nairobi")
NOW = datetime(2026, 9, 22, 10, 41, 52, tzinfo=NAIROBI)
YEAR = sample_year()
OPERATIVE = ("endorses", "adopts", "adopted", "decided", "establishes", "requested", "agrees", "agreed", "took note")


@pytest.fixture(scope="module", autouse=True)
def own_home(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MINUTEBOOK_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="module")
def whole(tmp_path_factory, own_home):
    book = play(tmp_path_factory.mktemp("whole") / "register", to_the_end=True)
    yield book
    book.register.close()


@pytest.fixture(scope="module")
def live(tmp_path_factory, own_home):
    book = play(tmp_path_factory.mktemp("live") / "register", to_the_end=False)
    yield book
    book.register.close()


def record_of(book, symbol):
    return book.record(book.meeting(symbol).id)


def proposal_of(book, symbol, number):
    return next(p for p in record_of(book, symbol).proposals if p.number == number)


def position(round_, entity):
    return next(p for p in round_.positions if p.entity == entity)


MEETINGS = [
    # symbol, state, decisions, actions, rounds of its proposals
    ("2025/Q4", MeetingState.ADOPTED, 3, 5, (1, 1, 1)),
    ("2026/Q1", MeetingState.ADOPTED, 4, 6, (1, 2, 1, 1)),
    ("2026/WG-CLIMATE-1", MeetingState.ADOPTED, 0, 1, ()),
    ("2026/Q2", MeetingState.CIRCULATED, 4, 5, (1, 1, 2, 1, 1)),
    ("2026/Q3", MeetingState.DRAFT, 3, 7, (1, 1, 1)),
    ("2026/Q4", MeetingState.PLANNED, 0, 0, ()),
]


@pytest.mark.parametrize(("symbol", "state", "decisions", "actions", "rounds"), MEETINGS)
def test_the_year_has_its_meetings(whole, symbol, state, decisions, actions, rounds):
    record = record_of(whole, symbol)
    assert record.meeting.state is state
    assert [d.number for d in record.decisions] == [f"D{n:02d}" for n in range(1, decisions + 1)]
    assert [a.number for a in record.actions] == [f"A{n:02d}" for n in range(1, actions + 1)]
    assert tuple(len(p.rounds) for p in record.proposals) == rounds


def test_there_is_no_other_meeting(whole):
    assert [m.symbol for m in whole.meetings()] == [row[0] for row in MEETINGS]


@pytest.mark.parametrize("sample", [m for m in YEAR.meeting if m.minutes], ids=lambda m: m.symbol)
def test_every_line_leaves_its_mark(whole, sample):
    """Entries, people and papers are as many as the lines that make them."""
    lines = [line for name in (sample.minutes, sample.rest) if name for line in sample_lines(name) if line.strip()]
    record = record_of(whole, sample.symbol)

    def of(*commands):
        return sum(line.split()[0] in commands for line in lines)

    plain = sum(not line.startswith("/") for line in lines)
    made = of("/action", "/propose", "/p", "/refer", "/defer", "/adopt") + 2 * of("/declare") + of("/decide")
    not_reached = sum(p.closing.outcome is Outcome.REFERRED for p in record.proposals)
    assert len(record.entries) == plain + made - not_reached
    assert len(record.documents) == of("/doc")
    assert sum(p.attended for p in record.participants) == of("/in", "/guest")
    assert len(record.agenda.items) == len(sample_lines(sample.agenda))


@pytest.mark.parametrize("sample", [m for m in YEAR.meeting if m.minutes], ids=lambda m: m.symbol)
def test_every_item_was_taken_up_or_deferred_in_true_time(whole, sample):
    record = record_of(whole, sample.symbol)
    assert [m for m in convene.before_closing(whole, record.meeting) if not m.startswith("Not taken up")] == []
    parents = {item.parent for item in record.agenda.items}
    for item in record.agenda.items:
        assert item.spans or item.id in parents, item.title
    times = [entry.at for entry in record.entries]
    assert times == sorted(times)
    assert record.meeting.opened <= times[0] <= times[-1] <= record.meeting.closed


def test_stamps_are_those_of_the_year(whole):
    stamps = [transaction.at for transaction in whole.register.history()]
    assert stamps == sorted(stamps)
    first = whole.meeting("2025/q4")
    assert [(step.what, step.at.date()) for step in first.steps] == [
        ("agenda v1 circulated", date(2025, 11, 18)),
        ("opened", date(2025, 12, 2)),
        ("agenda adopted", date(2025, 12, 2)),
        ("closed", date(2025, 12, 2)),
        ("minutes v1 circulated", date(2025, 12, 9)),
        ("minutes adopted", date(2026, 3, 10)),
    ]
    assert {step.by for step in first.steps} == {"Naserian Lekuta"}


@pytest.mark.parametrize("symbol", [row[0] for row in MEETINGS[:5]])
def test_no_item_of_the_record_is_left_open_ended(whole, symbol):
    record = record_of(whole, symbol)
    assert all(a.responsible and a.due for a in record.actions)
    assert all(d.owners for d in record.decisions)
    assert all(d.text.startswith("The Network ") for d in record.decisions)
    assert all(d.text.removeprefix("The Network ").startswith(OPERATIVE) for d in record.decisions)


# -- the rules of the charter at work ------------------------------------


@pytest.mark.parametrize(("symbol", "number", "entity"), [("2026/Q1", "P3", "UNEP"), ("2026/Q3", "P1", "FAO")])
def test_an_objection_outside_the_committee_is_on_record_and_does_not_bind(whole, symbol, number, entity):
    proposal = proposal_of(whole, symbol, number)
    assert position(proposal.round, entity).objecting
    assert proposal.closing.outcome is Outcome.ADOPTED
    assert f"placed on record the objection of {entity}" in proposal.closing.words
    assert proposal.closing.basis == "consensus of the Executive Committee entities"
    assert proposal.closing.clause == "KEN:134"


def test_a_committee_entity_withdraws_its_objection_after_an_amended_text(whole):
    proposal = proposal_of(whole, "2026/Q1", "P2")
    first, second = proposal.rounds
    assert position(first, "UNODC").ground is Ground.MANDATE
    assert first.text != second.text == proposal.text
    assert position(second, "UNODC").kind is PositionKind.OBJECTS
    assert position(second, "UNODC").withdrawn is not None
    assert proposal.consulted("UNHCR") is not None
    assert proposal.closing.outcome is Outcome.ADOPTED


def test_consensus_that_is_not_reached_goes_to_the_parent_body_with_its_question(whole):
    proposal = proposal_of(whole, "2026/Q2", "P3")
    assert find(proposal, whole.charter.decision).state is DecisionState.REFERRED
    assert position(proposal.round, "UNHCR").objecting
    assert position(proposal.round, "UNFPA").kind is PositionKind.DISSOCIATES
    assert proposal.closing.question.startswith("Whether the Network may support the exchange")
    assert all(decision.proposal != proposal.id for decision in whole.of(Decision).all())


def test_absent_committee_members_were_consulted_wherever_a_text_was_adopted_by_a_check(whole):
    for proposal in (p for m in whole.meetings() for p in whole.record(m.id).proposals):
        for each in proposal.positions:
            if each.tier == "executive committee" and each.kind is PositionKind.ABSENT:
                assert proposal.consulted(each.entity) is not None


def test_what_was_decided_without_a_matrix_says_who_was_not_consulted(whole):
    waived = proposal_of(whole, "2026/Q1", "P1").consulted("UNHCR")
    assert waived is not None
    assert waived.waived


def test_reservations_statements_and_silence_on_a_matter_are_all_there(whole):
    kinds = {p.kind for m in whole.meetings() for q in whole.record(m.id).proposals for r in q.rounds
             for p in r.positions}  # fmt: skip
    assert kinds >= set(PositionKind) - {PositionKind.PENDING}


def test_closed_session_deferred_item_guests_and_statements_on_record(whole):
    record = record_of(whole, "2026/Q1")
    assert [entry.text.split()[0] for entry in record.entries if entry.closed] == ["UNODC", "UNICEF"]
    assert [item.title for item in record.agenda.items if item.deferred] == ["Diaspora engagement"]
    assert "Diaspora engagement" in [i.title for i in record_of(whole, "2026/Q2").agenda.items if i.spans]
    people = [p for m in whole.meetings() for p in whole.record(m.id).participants]
    assert {p.capacity for p in people} == {Capacity.MEMBER, Capacity.INVITEE, Capacity.STATE_COUNTERPART}
    assert all(p.invited_by and p.invited_why for p in people if p.capacity is Capacity.INVITEE)
    assert [p.acting_for for p in people if p.acting_for] == ["Joseph Mwangi"]
    on_record = [e.entity for m in whole.meetings() for e in whole.record(m.id).entries if e.on_record]
    assert on_record == ["OHCHR", "UNHCR", "FAO"]


# -- follow-up -----------------------------------------------------------


def test_in_september_some_actions_are_done_and_some_overdue(live):
    actions = live.of(ActionPoint).all()
    overdue = [a.symbol.removeprefix("UNNM-KEN/") for a in actions if a.overdue(live.today())]
    assert overdue == ["2026/Q1/A04", "2026/Q2/A03", "2026/Q2/A04", "2026/Q2/A05"]
    assert len([a for a in actions if not a.open]) == 13
    assert all(p.evidence for a in actions for p in a.progress if p.status is ActionStatus.IMPLEMENTED)
    assert all(p.on <= live.today() for a in actions for p in a.progress)


# -- the live meeting ----------------------------------------------------


def test_the_demo_opens_in_the_middle_of_item_4(live):
    record = record_of(live, "2026/Q3")
    current = next(i for i in record.agenda.items if i.id == record.meeting.current_item)
    assert (record.agenda.numbers[current.id], current.title) == ("4", "Data on labour migration")
    assert live.meeting_at_hand() == record.meeting
    minutes = [int(item.spent(NOW).total_seconds()) // 60 for item in record.agenda.items[:4]]
    assert minutes == [3, 2, 22, 14]
    assert [item.minutes for item in record.agenda.items[:4]] == [5, 5, 15, 20]
    assert entry_words(record.entries[-1], record) == (
        "P1 The Network endorses the data plan as revised on 18 September 2026."
    )
    assert action_words(record.actions[-1]) == "A03 IOM, ILO - revise section 2 - by 30 Sep 2026"


def test_the_matrix_of_the_live_meeting_is_half_filled(live):
    proposal = record_of(live, "2026/Q3").on_the_table
    asked = {p.entity: p.kind for p in proposal.positions if p.at is not None}
    assert asked == {
        "IOM": PositionKind.JOINS,
        "ILO": PositionKind.RESERVATION,
        "UNHCR": PositionKind.JOINS,
        "FAO": PositionKind.OBJECTS,
    }
    finding = find(proposal, live.charter.decision)
    assert finding.state is DecisionState.CONSULTATION
    assert [m for m in finding.missing if "UNDP, UNODC must be consulted in writing" in m]


def test_its_clock_goes_on_from_there(live):
    assert NOW <= live.now() <= live.now()


def test_the_secretary_takes_over_the_pen(tmp_path):
    book = play(tmp_path / "register", to_the_end=False)
    pen = Pen(book, book.meeting("2026/q3").id)
    assert str(capture.take(pen, "/a UNHCR: share the survey questionnaire by fri")) == (
        "A04 action UNHCR: share the survey questionnaire by 2026-09-25"
    )
    for name in ("/consult UNODC: agrees", "/consult UNDP: agrees", "/rest joins", "/declare"):
        capture.take(pen, name)
    assert record_of(book, "2026/q3").decisions[-1].number == "D01"
    assert record_of(book, "2026/q3").entries[-1].at >= NOW
    book.register.close()


# -- again ---------------------------------------------------------------


def texts(book):
    """Everything that people read of the register, without the ids."""
    records = [book.record(meeting.id) for meeting in book.meetings()]
    return [
        (
            record.meeting.symbol, record.meeting.state, record.meeting.opened, record.meeting.closed,
            [(record.agenda.numbers[i.id], i.title, i.purpose, i.minutes, i.presenter, i.spans, i.deferred)
             for i in record.agenda.items],
            [(e.at, e.kind, entry_words(e, record), e.closed, e.on_record) for e in record.entries],
            [(p.number, p.rounds, p.consultations, p.closing) for p in record.proposals],
            [(d.symbol, d.text, d.owners, d.due, d.progress) for d in record.decisions],
            [(a.symbol, action_words(a), a.progress) for a in record.actions],
            [(p.entity, p.name, p.title, p.presence) for p in record.participants],
        )
        for record in records
    ]  # fmt: skip


@pytest.mark.parametrize("to_the_end", [True, False])
def test_playing_it_again_gives_the_same(whole, live, tmp_path, to_the_end):
    again = play(tmp_path / "register", to_the_end=to_the_end)
    assert texts(again) == texts(whole if to_the_end else live)
    again.register.close()


@pytest.mark.parametrize("to_the_end", [True, False])
def test_opening_it_again_gives_the_same(tmp_path, to_the_end):
    book = play(tmp_path / "register", to_the_end=to_the_end)
    before, sealed = texts(book), book.register.head
    book.register.close()
    again = open_book(tmp_path / "register")
    assert (texts(again), again.register.head) == (before, sealed)
    again.register.close()


def test_the_pieces_of_the_live_meeting_are_one_meeting(whole, live):
    """What was taken when the demo opens is how the whole meeting begins."""
    began = record_of(live, "2026/Q3").entries
    ended = record_of(whole, "2026/Q3").entries
    assert [(e.at, e.kind, e.text) for e in ended[: len(began)]] == [(e.at, e.kind, e.text) for e in began]
    assert EntryKind.DECISION in [e.kind for e in ended[len(began) :]]


def test_a_played_clock_stands_until_it_is_let_go():
    clock = PlayedClock(NOW)
    assert clock() == clock() == NOW
    clock.run()
    assert clock() >= NOW
    clock.set(NOW)
    assert clock() == NOW


def test_the_workplan_was_endorsed_and_what_was_decided_serves_its_lines(whole):
    plan = workplan.year_plan(whole, 2026)
    assert plan.state == "endorsed by 2025/Q4/D02 on 2 December 2025"
    assert [line.number for line in plan.lines] == ["W01", "W02", "W03", "W04", "W05"]
    assert workplan.served_by(whole, "UNNM-KEN/2026/Q2/D03").startswith("2026/W05")
    assert [line.status for line in plan.lines][2:4] == [ActionStatus.IN_PROGRESS, ActionStatus.DELAYED]
    late = [(line.number, str(each)) for line in plan.lines for each in line.milestones if line.late(each, NOW.date())]
    assert late == [("W04", "Q2 procedures revised")]
