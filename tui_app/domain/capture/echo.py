"""What Enter will do with a line, in one sentence, before it is pressed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch

from ..calendar import day_and_date
from ..charter.charter import Output
from ..consensus.proposal import PositionKind
from ..follow_up.assignment import NOTHING_TO_DO, by_words
from ..symbols import Letter
from . import lines as a
from . import room_lines as r


def echo(line: a.Line, numbers: Mapping[Letter, str], outcome: str = "", output: Output = Output.DECISION) -> str:
    """The sentence for a line; `numbers` are the official numbers that come next, `output` what is adopted.

    `outcome`: what the line was found to become, for those whose words alone do not tell what they touch.
    """
    letter = _LETTERS.get(type(line))
    said = _say(line).replace("{output}", output.capitalize(), 1)
    if outcome and isinstance(line, a.DeferLine):
        return f"{said}: {outcome.replace('deferred ', '', 1)}"
    if outcome and isinstance(line, _TOLD_BY_OUTCOME):
        return f"{said}: {outcome}"
    said = said.replace("{which}", outcome.partition(" ")[0] or "it", 1)
    return said.replace("{number}", numbers[letter], 1) if letter else said


_TOLD_BY_OUTCOME = (
    a.AdoptAgendaLine,
    a.AdoptLine,
    a.AmendLine,
    a.DeclareLine,
    a.EffectLine,
    a.EndLine,
    a.FixLine,
    a.ItemLine,
    a.NewItemLine,
    a.NextLine,
    a.ReferLine,
    a.ReportLine,
    a.RestLine,
    a.WithdrawLine,
)


_LETTERS: Mapping[type, Letter] = {
    a.ActionLine: Letter.ACTION,
    a.ProposeLine: Letter.PROPOSAL,
    a.DecideLine: Letter.DECISION,
}


@singledispatch
def _say(line: a.Line) -> str:
    raise TypeError(f"no echo for {type(line).__name__}")


@_say.register
def _(line: a.NoteLine) -> str:
    return "Note under this item"


@_say.register
def _(line: a.StatementLine) -> str:
    return f"{line.entity} said, on record with its name" if line.on_record else f"{line.entity} said"


@_say.register
def _(line: a.ActionLine) -> str:
    who = ", ".join(line.responsible) or "nobody yet"
    by = by_words(line.due, line.due_words, day_and_date) or "no date"
    return f'Action {{number}} - {who} - "{line.text}" - {by}'


@_say.register
def _(line: a.ProposeLine) -> str:
    of = f" of {line.proposed_by}" if line.proposed_by else ""
    return f"Proposal {{number}}{of}, then Consensus for the positions"


@_say.register
def _(line: a.DecideLine) -> str:
    return "{output} {number}, so decided without a matrix; it cannot be edited afterwards"


@_say.register
def _(line: a.OwnerLine) -> str:
    by = f" by {day_and_date(line.due)}" if line.due else ""
    return f"{', '.join(line.owners)} will carry out {{which}}{by}" if line.owners else f"{{which}}: {NOTHING_TO_DO}"


@_say.register
def _(line: a.ReportLine) -> str:
    return "Reported"


@_say.register
def _(line: a.NextLine) -> str:
    return "To the next item"


@_say.register
def _(line: a.ItemLine) -> str:
    return "Goes to"


@_say.register
def _(line: a.NewItemLine) -> str:
    return f'New item "{line.text}", at once on the table'


@_say.register
def _(line: a.DeferLine) -> str:
    return "Puts off"


@_say.register
def _(line: r.InLine) -> str:
    person = ", ".join(part for part in (line.name, line.title) if part)
    acting = f" for {line.acting_for}" if line.acting_for else ""
    at = f" at {line.at:%H:%M}" if line.at else ""
    return f"{line.entity} comes in{at}" + (f": {person}{acting}" if person else "")


@_say.register
def _(line: r.MembersInLine) -> str:
    at = f" at {line.at:%H:%M}" if line.at else ""
    return f"{', '.join(line.entities) or 'Every member'} in the room{at}, without names"


@_say.register
def _(line: r.OutLine) -> str:
    who = f"{', '.join(line.entities)}{f' ({line.name})' if line.name else ''}"
    return f"{who} leave{'s' if len(line.entities) == 1 else ''}" + (f" at {line.at:%H:%M}" if line.at else "")


@_say.register
def _(line: r.ApologiesLine) -> str:
    return f"Apologies of {', '.join(line.entities)}"


@_say.register
def _(line: r.GuestLine) -> str:
    unnamed = " (a name stands behind a colon)" if "," in line.organisation else ""
    name = f" ({line.name})" if line.name else unnamed
    invited = f", invited by {line.invited_by}" if line.invited_by else ", invited by whom?"
    return f"Guest without a position: {line.organisation}{name}{invited}" + (f", for {line.why}" if line.why else "")


@_say.register
def _(line: a.ChairLine) -> str:
    return f"In the chair today, as the minutes print it: {line.name}"


@_say.register
def _(line: a.DocumentLine) -> str:
    return f"Document {line.number} on the table: {line.path}"


@_say.register
def _(line: a.DoorsLine) -> str:
    return "Closed session: what follows stays internal, until /open" if line.closed else "The session is open again"


@_say.register
def _(line: a.AdoptLine) -> str:
    return "Adopts"


@_say.register
def _(line: a.AdoptAgendaLine) -> str:
    return "Adopts"


@_say.register
def _(line: a.FixLine) -> str:
    return f'"{line.new}" instead of "{line.old}" in the last entry that has it'


@_say.register
def _(line: a.UndoLine) -> str:
    return "Takes the last change back"


@_say.register
def _(line: a.TimeLine) -> str:
    return f"The next entry is of {line.at:%H:%M}" if line.at else "The time is the clock's again"


@_say.register
def _(line: a.PositionLine) -> str:
    said = line.said
    ground = f", ground {said.ground}" if said.ground else ""
    of_what = f" on {said.paragraph}" if said.paragraph else " (on which paragraph?)"
    words = f": {said.words}" if said.words else ""
    return f"{line.entity}: {said.kind}{of_what if said.kind is PositionKind.RESERVATION else ''}{ground}{words}"


@_say.register
def _(line: a.RestLine) -> str:
    return "All who are present and not yet asked"


@_say.register
def _(line: a.AmendLine) -> str:
    return "A new round, everyone is asked again"


@_say.register
def _(line: a.WithdrawLine) -> str:
    return "Withdrawn by its proposer" if not line.entity else f"{line.entity} withdraws its objection"


@_say.register
def _(line: a.ConsultLine) -> str:
    if line.waived:
        return f"No consultation of {line.body}: {line.result}"
    on = f" on {day_and_date(line.on)}" if line.on else ""
    return f"Consultation of {line.body}{on}, {line.channel or 'by which channel?'}: {line.result}"


@_say.register
def _(line: a.SilenceLine) -> str:
    how = f", circulated {line.circulated}" if line.circulated else ", circulated how?"
    return f"Silence procedure until {day_and_date(line.deadline.date())} {line.deadline:%H:%M %Z}{how}"


@_say.register
def _(line: a.ConcernLine) -> str:
    return "The proposal concerns the state: its body is consulted before adoption"


@_say.register
def _(line: a.EffectLine) -> str:
    return "Its adoption"


@_say.register
def _(line: a.DeclareLine) -> str:
    return f'The chair declares "{line.words}"' if line.words else "The chair declares"


@_say.register
def _(line: a.EndLine) -> str:
    return "Closes the matter without consensus"


@_say.register
def _(line: a.ReferLine) -> str:
    return "Tables the matter to the parent body"


@_say.register
def _(line: a.BasisLine) -> str:
    return "Recorded as the basis on which this network decides"
