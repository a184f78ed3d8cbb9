"""The capture line: each form of the grammar, each mistake, and nothing that is typed is lost."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_app.domain.capture.capture import LONGEST, read_line
from tui_app.domain.capture.grammar import COMMANDS
from tui_app.domain.capture.lines import (
    ActionLine,
    AmendLine,
    BasisLine,
    ConcernLine,
    ConsultLine,
    DecideLine,
    DeclareLine,
    DeferLine,
    DocumentLine,
    DoorsLine,
    EndLine,
    FixLine,
    ItemLine,
    NewItemLine,
    NextLine,
    NoteLine,
    OwnerLine,
    PositionLine,
    ProposeLine,
    ReferLine,
    RestLine,
    SilenceLine,
    StatementLine,
    TimeLine,
    UndoLine,
    WithdrawLine,
)
from tui_app.domain.capture.room_lines import ApologiesLine, GuestLine, InLine, OutLine
from tui_app.domain.capture.surroundings import Surroundings
from tui_app.domain.consensus.moves import Said
from tui_app.domain.consensus.proposal import Ground, PositionKind
from tui_app.domain.names import entity_names
from tui_app.domain.problem import Problem

NAIROBI = timezone(timedelta(hours=3))
AROUND = Surroundings(
    names=entity_names(
        [
            ("International Organization for Migration", "IOM"),
            ("International Labour Organization", "ILO"),
            ("UNHCR", "UNHCR"),
            ("UNDP", "UNDP"),
            ("UN Women", "UN Women"),
            ("FAO", "FAO"),
            ("WHO", "WHO"),
            ("Government of Kenya", "GoK"),
            ("Food, Land and Water", "FLW"),
        ]
    ),
    now=datetime(2026, 9, 22, 10, 30, tzinfo=NAIROBI),
    next_meeting=date(2026, 12, 8),
)
SEP_30 = date(2026, 9, 30)


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("IOM presented the draft data plan (doc 3.1)", NoteLine("IOM presented the draft data plan (doc 3.1)")),
        ("  spaces around  ", NoteLine("spaces around")),
        ("Unknown: stays text", NoteLine("Unknown: stays text")),
        ("10:31 the chair opened", NoteLine("10:31 the chair opened")),
        ("IOM:", NoteLine("IOM:")),
        ("//usr is a folder", NoteLine("/usr is a folder")),
        ("// either of them", NoteLine("// either of them")),
        ("/home/user/file", NoteLine("/home/user/file")),
        ("/* a comment */", NoteLine("/* a comment */")),
        ("![](https://example.org/a.png)", NoteLine("![](https://example.org/a.png)")),
        ("!!x: y", NoteLine("!!x: y")),
        ("#tag of something else", NoteLine("#tag of something else")),
        ("! surprising", NoteLine("! surprising")),
        ("ILO: asked that seasonal work be included", StatementLine("ILO", "asked that seasonal work be included")),
        ("unhcr : agreed", StatementLine("UNHCR", "agreed")),
        ("un women: agreed", StatementLine("UN Women", "agreed")),
        ("international labour organization: agreed", StatementLine("ILO", "agreed")),
        ("! UNHCR: places on record", StatementLine("UNHCR", "places on record", on_record=True)),
        ("!unhcr: places on record", StatementLine("UNHCR", "places on record", on_record=True)),
    ],
)
def test_what_is_not_a_command_is_a_note_or_a_statement(typed, becomes):
    assert read_line(typed, AROUND) == becomes


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("/action IOM, ILO: revise it by 30 Sep", ActionLine(("IOM", "ILO"), "revise it", SEP_30, "30 Sep")),
        ("/a iom: x by +2w", ActionLine(("IOM",), "x", date(2026, 10, 6), "+2w")),
        ("/ACTION IOM and ILO: x by fri", ActionLine(("IOM", "ILO"), "x", date(2026, 9, 25), "fri")),
        ("/act IOM & ILO: x by eoq.", ActionLine(("IOM", "ILO"), "x", SEP_30, "eoq")),
        ("/a UNHCR: x by next meeting", ActionLine(("UNHCR",), "x", date(2026, 12, 8), "next meeting")),
        ("/a Secretariat: x by 2026-09-30", ActionLine(("Secretariat",), "x", SEP_30, "2026-09-30")),
        ("/a all: x", ActionLine(("All members",), "x")),
        ("/a IOM, IOM: x", ActionLine(("IOM",), "x")),
        ("/a Food, Land and Water: x", ActionLine(("FLW",), "x")),
        ("/a IOM: stand by the plan", ActionLine(("IOM",), "stand by the plan")),
        ("/a IOM: x by the sun by 30/9", ActionLine(("IOM",), "x by the sun", SEP_30, "30/9")),
        ("/a revise section 2", ActionLine((), "revise section 2")),
        ("/a share the survey with everyone who asked for it: soon",
         ActionLine((), "share the survey with everyone who asked for it: soon")),
        ("/a check the numbers: all of them", ActionLine((), "check the numbers: all of them")),
        ("/a IOM: cut costs by 20%", ActionLine(("IOM",), "cut costs by 20%")),
        ("/a IOM: have it agreed by 19 members", ActionLine(("IOM",), "have it agreed by 19 members")),
        ("/a IOM: send it by 5 pm", ActionLine(("IOM",), "send it by 5 pm")),
        ("/a IOM: send it by 30 Sep!", ActionLine(("IOM",), "send it", SEP_30, "30 Sep")),
        ("/a Prepare: the report", ActionLine((), "Prepare: the report")),
        ("#action IOM: x by 30 Sep", ActionLine(("IOM",), "x", SEP_30, "30 Sep")),
        ("ACTION: IOM: x by 30 Sep", ActionLine(("IOM",), "x", SEP_30, "30 Sep")),
        ("action: IOM: x", ActionLine(("IOM",), "x")),
    ],
)  # fmt: skip
def test_an_action_is_who_what_by_when(typed, becomes):
    assert read_line(typed, AROUND) == becomes


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("/propose The Network endorses the plan", ProposeLine("The Network endorses the plan")),
        ("/p FAO: The Network endorses the plan", ProposeLine("The Network endorses the plan", "FAO")),
        ("#proposal text", ProposeLine("text")),
        ("/decide It was so decided: yes", DecideLine("It was so decided: yes")),
        ("/d text", DecideLine("text")),
        ("DECISION: text", DecideLine("text")),
        ("#decision text", DecideLine("text")),
        ("/owner D04 IOM, ILO by 30 Sep", OwnerLine("D04", ("IOM", "ILO"), SEP_30)),
        ("/owner 2026/Q2/D04 IOM", OwnerLine("2026/Q2/D04", ("IOM",))),
        ("/owner D04 nobody", OwnerLine("D04", ())),
        ("/owner nothing to carry out", OwnerLine("", ())),
        ("/owner UNHCR", OwnerLine("", ("UNHCR",))),
        ("/next", NextLine()),
        ("/n", NextLine()),
        ("/item 2a", ItemLine("2a")),
        ("/i 4", ItemLine("4")),
        ("/new Letter to the Minister [decision] 10m IOM", NewItemLine("Letter to the Minister [decision] 10m IOM")),
        ("/defer", DeferLine()),
        ("/in UNDP J. Mwangi", InLine("UNDP", "J. Mwangi")),
        ("/in UNDP J. Mwangi, Analyst 11:05", InLine("UNDP", "J. Mwangi", "Analyst", at=time(11, 5))),
        ("/in un women F. Galgalo for A. Noor", InLine("UN Women", "F. Galgalo", acting_for="A. Noor")),
        ("/out UNDP 11:05", OutLine(("UNDP",), time(11, 5))),
        ("/out UNDP", OutLine(("UNDP",))),
        ("/out UNDP, WHO 11:05", OutLine(("UNDP", "WHO"), time(11, 5))),
        ("/out UNDP J. Mwangi", OutLine(("UNDP",), name="J. Mwangi")),
        ("/apologies FAO, WHO", ApologiesLine(("FAO", "WHO"))),
        ("/guest Min. of Labour", GuestLine("Min. of Labour")),
        ("/guest Ministry: J. Doe, invited by IOM for item 3", GuestLine("Ministry", "J. Doe", "IOM", "item 3")),
        ("/guest EU Office, invited by IOM: donor", GuestLine("EU Office", "", "IOM", "donor")),
        ("/doc 3.1 Data plan.docx", DocumentLine("3.1", "Data plan.docx")),
        ("/closed", DoorsLine(closed=True)),
        ("/open", DoorsLine(closed=False)),
        ("/fix Febuary/February/", FixLine("Febuary", "February")),
        ("/fix word//", FixLine("word", "")),
        ("/undo", UndoLine()),
        ("/time 10:20", TimeLine(time(10, 20))),
        ("/time now", TimeLine(None)),
        ("/basis By practice", BasisLine("By practice")),
    ],
)  # fmt: skip
def test_each_command_of_the_minutes(typed, becomes):
    assert read_line(typed, AROUND) == becomes


@pytest.mark.parametrize(
    ("typed", "text", "due"),
    [
        ("share the survey questionnaire fri", "share the survey questionnaire", date(2026, 9, 25)),
        ("share it Friday.", "share it", date(2026, 9, 25)),
        ("share it, +2w", "share it", date(2026, 10, 6)),
        ("share it eoq", "share it", date(2026, 9, 30)),
        ("share it 30 Sep", "share it", date(2026, 9, 30)),
        ("share it 2026-10-01", "share it", date(2026, 10, 1)),
        ("read the report of 30 Sep", "read the report of 30 Sep", None),
        ("meet again on Fri", "meet again on Fri", None),
        ("put it on the agenda of the next meeting", "put it on the agenda of the next meeting", None),
        ("say where they sat", "say where they sat", None),
        ("compare 29 Sep and 30 Sep", "compare 29 Sep and 30 Sep", None),
    ],
)
def test_a_date_that_ends_an_action_is_its_deadline_unless_the_words_speak_of_it(typed, text, due):
    line = read_line(f"/a IOM: {typed}", AROUND)
    assert (line.text, line.due) == (text, due)


def position(kind, words="", ground=None, paragraph=""):
    return PositionLine("UNHCR", Said(kind=kind, words=words, ground=ground, paragraph=paragraph))


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("/position UNHCR joins", position(PositionKind.JOINS)),
        ("/position UNHCR joins with statement: it recalls", position(PositionKind.STATEMENT, "it recalls")),
        ("/position UNHCR reservation para 3: seasonal work",
         position(PositionKind.RESERVATION, "seasonal work", paragraph="para 3")),
        ("/position UNHCR dissociates", position(PositionKind.DISSOCIATES)),
        ("/position UNHCR no position", position(PositionKind.NO_POSITION)),
        ("/position UNHCR objects resources: asks for a budget line",
         position(PositionKind.OBJECTS, "asks for a budget line", Ground.RESOURCES)),
        ("/position UNHCR OBJECTS state position: asks",
         position(PositionKind.OBJECTS, "asks", Ground.STATE_POSITION)),
        ("/position UNHCR absent", position(PositionKind.ABSENT)),
        ("/position UNHCR pending", position(PositionKind.PENDING)),
        ("/rest joins", RestLine(PositionKind.JOINS)),
        ("/amend The whole new text", AmendLine("The whole new text")),
        ("/withdraw UNHCR", WithdrawLine("UNHCR")),
        ("/withdraw", WithdrawLine()),
        ("/consult UNDP: agrees, by e-mail", ConsultLine("UNDP", "agrees", channel="by e-mail")),
        ("/consult UNDP on 18 Sep 2026: agrees, by letter of its director",
         ConsultLine("UNDP", "agrees", channel="by letter of its director", on=date(2026, 9, 18))),
        ("/consult UNDP on 18 Sep: agrees", ConsultLine("UNDP", "agrees", on=date(2026, 9, 18))),
        ("/consult UNDP on 23 May: agrees", ConsultLine("UNDP", "agrees", on=date(2026, 5, 23))),
        ("/consult UNDP: agrees to be led by IOM", ConsultLine("UNDP", "agrees to be led by IOM")),
        ("/end", EndLine()),
        ("/consult Ministry of Foreign Affairs: no comment", ConsultLine("Ministry of Foreign Affairs", "no comment")),
        ("/waive UNDP: on mission", ConsultLine("UNDP", "on mission", waived=True)),
        ("/silence 2026-09-25T17:00", SilenceLine(datetime(2026, 9, 25, 17, 0, tzinfo=NAIROBI))),
        ("/silence 25 Sep 17.00, by e-mail of 10:30",
         SilenceLine(datetime(2026, 9, 25, 17, 0, tzinfo=NAIROBI), "by e-mail of 10:30")),
        ("/silence fri 17:00", SilenceLine(datetime(2026, 9, 25, 17, 0, tzinfo=NAIROBI))),
        ("/silence 2026-09-25T17:00Z by e-mail to all",
         SilenceLine(datetime(2026, 9, 25, 17, 0, tzinfo=UTC), "by e-mail to all")),
        ("/concern", ConcernLine()),
        ("/declare", DeclareLine()),
        ("/declare The Chair noted no objection", DeclareLine("The Chair noted no objection")),
        ("/refer Should it be so?", ReferLine("Should it be so?")),
    ],
)  # fmt: skip
def test_each_command_of_the_check_of_consensus(typed, becomes):
    assert read_line(typed, AROUND) == becomes


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "nothing to save"),
        ("   ", "nothing to save"),
        ("x" * (LONGEST + 1), "split it"),
        ("/", "After the slash comes a command: action, propose,"),
        ("/ IOM", "After the slash comes a command"),
        ("/acton x", "did you mean 'action'"),
        ("/de x", "/decide or /defer"),
        ("/action", "write /action IOM, ILO"),
        ("/action IOM:", "what is to be done"),
        ("/action UNHRC: x", "did you mean UNHCR"),
        ("/action IOM, UNHRC: x", "did you mean UNHCR"),
        ("/action IOM: x by 31 Sep", "no 31 September"),
        ("/action IOM: x by 9/30", "the day comes first"),
        ("! UNHRC: x", "did you mean UNHCR"),
        ("/propose", "write /propose"),
        ("/decide", "write /decide"),
        ("/item", "write /item"),
        ("/in", "write /in"),
        ("/in UNPD J. Doe", "did you mean UNDP"),
        ("/out UNDP 25:00", "not a time"),
        ("/apologies FOA", "did you mean FAO"),
        ("/doc plan.docx", "its number and its file"),
        ("/fix Febuary", "written /fix old/new/"),
        ("/time noon", "not a time"),
        ("/position UNHCR opposes", "is not a position"),
        ("/position UNHCR objects budget: x", "not a ground of objection"),
        ("/position UNHRC joins", "did you mean UNHCR"),
        ("/position", "write /position"),
        ("/rest", "write /rest joins"),
        ("/rest joins loudly", "stands alone"),
        ("/consult UNDP", "write /consult"),
        ("/consult UNDP on 23 Dec 2026: agrees", "still to come"),
        ("/consult UNDP on 23 Dec: agrees", "still to come, or long past"),
        ("/waive UNDP:", "write /waive"),
        ("/silence", "needs its deadline"),
        ("/silence soon", "day and time"),
        ("/silence 2026-09-25T25:00", "not a time"),
        ("/silence 31 Sep 17:00", "There is no 31 September"),
        ("/in IOM, ILO J. Doe", "is no person of IOM"),
        ("/silence 2026-09-25T17:00+99:00", "not an offset from UTC"),
        ("/owner", "write /owner"),
        ("/owner D04", "owner is missing"),
        ("/owner D04 UNHRC", "did you mean UNHCR"),
    ],
)
def test_each_mistake_is_told_in_one_sentence_with_what_would_be_right(typed, told):
    with pytest.raises(Problem) as raised:
        read_line(typed, AROUND)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


BEGINNINGS = [f"/{c.name}" for c in COMMANDS] + [f"/{c.name[:2]}" for c in COMMANDS]
TYPED = st.one_of(
    st.text(),
    st.builds(lambda command, text: f"{command} {text}", st.sampled_from(BEGINNINGS), st.text()),
    st.builds(
        lambda command, text, date: f"{command} IOM: {text} by {date}",
        st.sampled_from(["/a", "/owner", "/silence", "/in", "/position", "#action", "!"]),
        st.text(),
        st.from_regex(r"[0-9+]{1,4}[-/. dwmyTZ:+0-9]{0,14}", fullmatch=True),
    ),
    st.builds(
        "/silence {}".format, st.from_regex(r"2026-09-2[0-9]T[0-9:]{4,8}[Z+-]?[0-9:]{0,5}( .*)?", fullmatch=True)
    ),
)


@given(TYPED)
def test_whatever_is_typed_is_a_line_or_one_sentence(typed):
    try:
        answer = read_line(typed, AROUND)
    except Problem as problem:
        answer = str(problem)
    assert answer


@given(st.text().map(str.strip).filter(lambda text: text and text[0] not in "/#!"))
def test_plain_text_is_never_lost(typed):
    if typed.casefold().startswith(("action", "decision", "proposal")):
        return
    line = read_line(typed, AROUND)
    assert isinstance(line, NoteLine | StatementLine)
    kept = line.text if isinstance(line, NoteLine) else typed[typed.index(":") + 1 :].strip()
    assert line.text == kept
    assert isinstance(line, StatementLine) or line.text == typed


@given(st.sampled_from(["IOM", "ilo", "UN Women"]), st.text().map(str.strip).filter(bool))
def test_what_an_entity_said_is_kept_whole(entity, words):
    line = read_line(f"{entity}: {words}", AROUND)
    assert isinstance(line, StatementLine)
    assert line.text == words


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_form_that_help_shows_can_be_typed(command):
    if command.name != "fix":
        read_line(command.form, AROUND)
    assert command.does
