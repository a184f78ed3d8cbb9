"""The commands of the capture line: a table, and how the words after each are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time

from tui_app.domain.frozen import dataclass

from ..calendar import read_time
from ..follow_up.assignment import nothing_to_do
from ..names import ALL_MEMBERS, COLLECTIVES, fold
from ..problem import Problem, did_you_mean
from ..reports.report_words import read_report
from . import check_grammar as check
from .lines import (
    ActionLine,
    AdoptAgendaLine,
    AdoptLine,
    AmendLine,
    BasisLine,
    ChairLine,
    ConcernLine,
    DecideLine,
    DeferLine,
    DocumentLine,
    DoorsLine,
    EndLine,
    FixLine,
    ItemLine,
    Line,
    NewItemLine,
    NextLine,
    OwnerLine,
    ProposeLine,
    ReportLine,
    TimeLine,
    UndoLine,
)
from .room_lines import ApologiesLine, GuestLine, InLine, MembersInLine, OutLine
from .surroundings import Surroundings, need
from .who_and_when import split_due, split_responsible


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the grammar: how it is typed, what it needs, what it does, how it is read."""

    name: str
    short: str
    form: str
    does: str
    read: Callable[[str, Surroundings], Line]


def _action(argument: str, around: Surroundings) -> Line:
    text = need(argument, "/action IOM, ILO: revise section 2 by 30 Sep")
    responsible, text = split_responsible(text, around.names)
    text, due, due_words = split_due(text, around.date)
    return ActionLine(responsible, need(text, "what is to be done, after the colon"), due, due_words)


def _propose(argument: str, around: Surroundings) -> Line:
    text = need(argument, "/propose The Network endorses the data plan")
    head, colon, tail = text.partition(":")
    entity = around.names.find(head) if colon else None
    return ProposeLine(tail.strip(), entity) if entity and tail.strip() else ProposeLine(text)


def _owner(argument: str, around: Surroundings) -> Line:
    words = need(argument, "/owner D04 IOM, ILO by 30 Sep")
    found = re.match(r"((?:\S+/)?D\d+)\b[:\s]*", words, re.IGNORECASE)
    rest, number = (words[found.end() :], found[1].upper()) if found else (words, "")
    if nothing_to_do(rest):
        return OwnerLine(number, ())
    who, due, _ = split_due(rest, around.date)
    owners = tuple(around.names.responsible(p) for p in re.split(r"\s*[,;&]\s*", who) if p)
    if not owners:
        raise Problem("A decision's owner is missing: write /owner D04 IOM, ILO by 30 Sep.")
    return OwnerLine(number, owners, due)


def _report(argument: str, around: Surroundings) -> Line:
    form = "/report 2026/Q2/A03 in progress: draft received"
    symbol, _, said = need(argument, form).partition(" ")
    if not re.fullmatch(r"(?:.*/)?[ADP]\d+:?", symbol, re.IGNORECASE):
        raise Problem(f"{symbol!r} is no symbol of an action, a decision or a referral: write {form}.")
    return ReportLine(symbol.rstrip(":"), read_report(need(said.strip(), form), around.now.date()))


def _in(argument: str, around: Surroundings) -> Line:
    words, at = _take_time(need(argument, "/in UNDP J. Mwangi"))
    if COLLECTIVES.get(fold(words)) == ALL_MEMBERS:
        return MembersInLine(at=at)
    listed = [around.names.find(part) for part in re.split(r"\s*[,;&]\s*", words) if part]
    if len(listed) > 1 and all(listed) and not around.names.find(words):
        return MembersInLine(tuple(entity for entity in listed if entity), at)
    words, _, acting_for = (part.strip() for part in words.partition(" for "))
    entity, person = around.names.split(words)
    name, _, title = (part.strip() for part in person.partition(","))
    if any(around.names.find(beginning) for beginning in (name, name.split(" ")[0])):
        raise Problem(f"{name} is no person of {entity}: give each member with a name a line of its own.")
    return InLine(entity, name, title, acting_for, at)


def _out(argument: str, around: Surroundings) -> Line:
    words, at = _take_time(need(argument, "/out UNDP 11:05"))
    listed = [part for part in re.split(r"\s*[,;&]\s*", words) if part]
    if len(listed) > 1 and not around.names.find(words):
        return OutLine(tuple(around.names.require(part) for part in listed), at)
    entity, name = around.names.split(words)
    return OutLine((entity,), at, name)


def _take_time(words: str) -> tuple[str, time | None]:
    found = re.search(r"(?:\s+(?:at|from))?\s+(\d{1,2}[:.h]\d{2})$", words)
    return (words[: found.start()], read_time(found[1])) if found else (words, None)


def _apologies(argument: str, around: Surroundings) -> Line:
    words = need(argument, "/apologies FAO, WHO")
    return ApologiesLine(tuple(around.names.require(p) for p in re.split(r"\s*[,;]\s*", words) if p))


_INVITED = re.compile(
    r"\s*[,;]?\s+invited by (?P<by>.+?)(?:(?:\s+(?:because of|because|to speak on|for)\s|\s*:)\s*(?P<why>.+))?$",
    re.IGNORECASE,
)


def _guest(argument: str, around: Surroundings) -> Line:
    words = need(argument, "/guest Min. of Labour: J. Doe, invited by IOM for item 3")
    found = _INVITED.search(words)
    who = words[: found.start()] if found else words
    organisation, _, name = (part.strip() for part in who.partition(":"))
    if not organisation:
        raise Problem("A guest needs an organisation before the colon, as in /guest Min. of Labour: J. Doe.")
    invited_by = found["by"] if found else ""
    why = (found["why"] or "") if found else ""
    return GuestLine(organisation, name, around.names.find(invited_by) or invited_by, why)


def _document(argument: str, _: Surroundings) -> Line:
    number, _space, path = need(argument, "/doc 3.1 Data plan.docx").partition(" ")
    if not re.fullmatch(r"\w+(?:[.\-]\w+)*", number) or not path.strip():
        raise Problem("A document needs its number and its file or title, as in /doc 3.1 Data plan.docx.")
    return DocumentLine(number, path.strip())


def _fix(argument: str, _: Surroundings) -> Line:
    parts = argument.split("/")
    if len(parts) < 2 or not parts[0]:
        raise Problem("A repair is written /fix old/new/, as in /fix Febuary/February/.")
    return FixLine(parts[0], parts[1])


_ADOPTS = re.compile(
    r"(?:the )?(?:minutes )?(?:of )?(?P<meeting>\d{4}[/ -]?[A-Za-z][\w/-]*)?[,;.]?\s*"
    r"(?P<corrected>with (?:the )?(?:following )?(?:corrections?|amendments?|changes?)\s*:?\s*(?P<corrections>.*))?",
    re.IGNORECASE,
)


def _adopt(argument: str, _: Surroundings) -> Line:
    if re.fullmatch(r"(?:the )?agenda\.?", argument.strip(), re.IGNORECASE):
        return AdoptAgendaLine()
    found = _ADOPTS.fullmatch(argument.strip().rstrip("."))
    if found is None:
        raise Problem("/adopt is for the minutes of an earlier meeting: write /adopt, or /adopt with the following "
                      "corrections: ...; or /adopt agenda; a text is decided with /decide.")  # fmt: skip
    corrections = " ".join((found["corrections"] or "").split())
    if found["corrected"] and not corrections:
        raise Problem("Which corrections? Write them after the colon, as in: item 3, for May read June.")
    return AdoptLine(found["meeting"] or "", corrections)


def _time(argument: str, _: Surroundings) -> Line:
    return TimeLine(None if argument.casefold() in ("", "now") else read_time(argument))


def _text(make: Callable[[str], Line], name: str) -> Callable[[str, Surroundings], Line]:
    """Reads a command whose words are taken as they are; it needs some."""
    return lambda argument, _: make(need(argument, find_command(name).form))


def _bare(line: Line) -> Callable[[str, Surroundings], Line]:
    return lambda _argument, _around: line


COMMANDS: tuple[Command, ...] = (
    Command("action", "a", "/action IOM, ILO: text by 30 Sep", "an action point: who, what, by when", _action),
    Command("propose", "p", "/propose text", "a text for consensus, which opens in that place", _propose),
    Command("decide", "d", "/decide text", "decided without a matrix: it was so decided", _text(DecideLine, "decide")),
    Command("owner", "", "/owner D04 IOM by 30 Sep", "who carries a decision out", _owner),
    Command(
        "report",
        "",
        "/report 2026/Q2/A03 implemented: sent, evidence: letter of 3 Sep",
        "what was heard of a matter under Follow-up, or its answer",
        _report,
    ),
    Command("next", "n", "/next", "to the next agenda item", _bare(NextLine())),
    Command("item", "i", "/item 2a", "to that agenda item", _text(ItemLine, "item")),
    Command("new", "", "/new Title [decision] 10m IOM", "a new item, at once on the table", _text(NewItemLine, "new")),
    Command("defer", "", "/defer", "puts off the text of this item, else the item", _bare(DeferLine())),
    Command("in", "", "/in UNDP J. Mwangi, Analyst 10:05", "who comes in; /in IOM, ILO and /in all too", _in),
    Command("out", "", "/out UNDP 11:05", "who leaves; several too: /out UNDP, ILO", _out),
    Command("apologies", "", "/apologies FAO, WHO", "sent word that nobody comes", _apologies),
    Command("guest", "", "/guest Min. of Labour: J. Doe, invited by IOM for item 3", "without a position", _guest),
    Command("chair", "", "/chair J. Doe, officer-in-charge", "who is in the chair today", _text(ChairLine, "chair")),
    Command("doc", "", "/doc 3.1 Data plan.docx", "a document on the table", _document),
    Command("closed", "", "/closed", "behind closed doors, until /open", _bare(DoorsLine(True))),
    Command("open", "", "/open", "the doors are open again", _bare(DoorsLine(False))),
    Command(
        "adopt",
        "",
        "/adopt with the following corrections: item 3, for May read June",
        "the previous minutes; alone: as they are; /adopt agenda",
        _adopt,
    ),
    Command("fix", "", "/fix old/new/", "repairs the last line with that word", _fix),
    Command("undo", "", "/undo", "takes the last change back", _bare(UndoLine())),
    Command("time", "", "/time 10:20", "the time of what is typed next", _time),
    Command(
        "position",
        "",
        "/position UNHCR objects resources: asks for a budget line",
        "a position",
        check.position,
    ),
    Command("rest", "", "/rest joins", "all present who were not asked yet", check.rest),
    Command("amend", "", "/amend The whole new text", "a new round with that text", _text(AmendLine, "amend")),
    Command("withdraw", "", "/withdraw UNHCR", "an objection is withdrawn; alone: the text", check.withdraw),
    Command("consult", "", "/consult UNDP on 18 Sep: agrees, by e-mail", "a consultation in writing", check.consult),
    Command("waive", "", "/waive UNDP: the reason", "goes on without that consultation", check.waive),
    Command("silence", "", "/silence 25 Sep 17:00 by e-mail to all", "a silence procedure until then", check.silence),
    Command("concern", "", "/concern", "the proposal concerns the state", _bare(ConcernLine())),
    Command("effect", "", "/effect establish WG-DATA Data and research", "what its adoption does", check.effect),
    Command(
        "declare",
        "",
        "/declare words of the chair",
        "closes the check, in these words or the charter's",
        check.declare,
    ),
    Command("end", "", "/end", "closes a matter on which there was no consensus", _bare(EndLine())),
    Command("refer", "", "/refer the question", "tables the matter to the parent body", check.refer),
    Command("basis", "", "/basis text", "how this network decides, its ToR being silent", _text(BasisLine, "basis")),
)
"""Every command, in the order in which help shows them."""


_FIRST = 16
"""So many commands are named where none is typed: those of every meeting, which fit in two lines."""


def find_command(word: str) -> Command:
    """The command of that name, short form, or unshared beginning."""
    typed = word.casefold()
    if not typed:
        raise Problem(f"After the slash comes a command: {', '.join(c.name for c in COMMANDS[:_FIRST])} and more.")
    for command in COMMANDS:
        if typed and typed in (command.name, command.short):
            return command
    found = [command for command in COMMANDS if typed and command.name.startswith(typed)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Problem(f"/{word} can be {' or '.join('/' + c.name for c in found)}: type one letter more.")
    known = did_you_mean(typed, [c.name for c in COMMANDS])
    raise Problem(f"There is no command /{word[:20]}: {known} Begin with // to write it as text.")
