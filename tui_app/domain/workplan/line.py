"""One line of a workplan as it is typed, and back.

`Data plan adopted [IOM] with ILO, UNHCR; gcm 1, 3; sdg 10.7; unsdcf 2.1; Q2 draft circulated; Q3 plan adopted`:
the output with its lead in brackets and its partners, then in any order what it serves and its milestones.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..names import COLLECTIVES, EntityNames, fold
from ..problem import Problem, did_you_mean, nearest
from .global_compact import objective_words, read_objectives
from .sustainable_development import read_targets
from .workplan import Milestone, WorkplanLine

EXAMPLE = "Data plan adopted [IOM] with ILO, UNHCR; gcm 1, 3; sdg 10.7; unsdcf 2.1; Q2 draft circulated"
_HEADS = ("gcm", "sdg", "unsdcf", "Q1", "Q2", "Q3", "Q4")
_OUTPUT = re.compile(
    r"(?P<output>.*?)(?:\s*\[(?P<lead>[^\[\]]*)\](?:\s*with(?:\s+(?P<partners>.+))?)?)?", re.IGNORECASE
)
_NO_OUTPUT = re.compile(r"(?:gcm|sdg|unsdcf|q[1-4])[\s\d.,]*", re.IGNORECASE)
# What may stand between a head and what it is the head of. The dot of .5 is of the number, so that it reads again.
_BETWEEN = r"(?:[:,]|\.(?!\d)|\s)*"
_PART = re.compile(rf"(?P<head>gcm|sdg|unsdcf|q\d+)\b\.?{_BETWEEN}(?P<rest>.*)", re.IGNORECASE)


def read_line(text: str, names: EntityNames, *, id: str, year: int, number: str = "", rank: int = 0) -> WorkplanLine:
    """The line that a text means; Problem says what of it cannot be read, and what would be right."""
    first, *parts = (" ".join(part.split()) for part in text.split(";"))
    found = _OUTPUT.fullmatch(first)
    if found is None or not found["output"] or _NO_OUTPUT.fullmatch(first):
        raise Problem(f"A workplan line begins with its output, as in: {EXAMPLE}")
    line = WorkplanLine(
        id=id, year=year, number=number, rank=rank, output=found["output"], lead=_lead(found["lead"] or "", names),
        partners=tuple(dict.fromkeys(_partner(name, names) for name in _listed(found["partners"] or ""))),
    )  # fmt: skip
    for part in filter(None, parts):
        line = _with_part(line, part)
    return replace(line, milestones=tuple(sorted(line.milestones, key=lambda each: each.quarter)))


def _lead(text: str, names: EntityNames) -> str:
    if "," in text:
        one, *others = _listed(text)
        raise Problem(f"A line has one lead: write [{one}] with {', '.join(others)}.")
    return names.responsible(text) if text.strip() else ""


def _listed(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _partner(name: str, names: EntityNames) -> str:
    return names.find(name) or COLLECTIVES.get(fold(name)) or name


def _with_part(line: WorkplanLine, part: str) -> WorkplanLine:
    found = _PART.fullmatch(part)
    if found is None:
        head = part.split(maxsplit=1)[0]
        near = f" {did_you_mean(head, _HEADS)}" if nearest(head, _HEADS, least=0.6) else ""
        raise Problem(f"{part!r} says not what it is: begin it with gcm, sdg, unsdcf or Q1 to Q4.{near}")
    head, rest = found["head"].casefold(), found["rest"]
    match head:
        case "gcm":
            return replace(line, gcm=tuple(sorted({*line.gcm, *read_objectives(rest)})))
        case "sdg":
            return replace(line, sdg=read_targets(" ".join([*line.sdg, rest])))
        case "unsdcf":
            return replace(line, unsdcf=", ".join(filter(None, (line.unsdcf, _outcome(rest)))))
    return replace(line, milestones=(*line.milestones, _milestone(head, rest)))


def _outcome(text: str) -> str:
    outcome = re.sub(rf"^(?:outcome\b{_BETWEEN})+", "", text, flags=re.IGNORECASE)
    if not outcome:
        raise Problem("unsdcf needs an outcome of the cooperation framework, as in unsdcf 2.1.")
    return outcome


def _milestone(head: str, text: str) -> Milestone:
    if head not in ("q1", "q2", "q3", "q4"):
        raise Problem(f"{head.upper()} is not a quarter: they are Q1 to Q4.")
    if not text:
        raise Problem(f"{head.upper()} needs its milestone, as in {head.upper()} draft circulated.")
    return Milestone(quarter=int(head[1]), text=text)


def typed_line(line: WorkplanLine) -> str:
    """The line as `read_line` reads it: its plan, without what was reported or linked."""
    bracket = bool(line.lead or line.partners or "[" in line.output)
    partners = f" with {', '.join(line.partners)}" if line.partners else ""
    parts = (
        f"{line.output}{f' [{line.lead}]' if bracket else ''}{partners}",
        f"gcm {', '.join(map(str, line.gcm))}" if line.gcm else "",
        f"sdg {', '.join(line.sdg)}" if line.sdg else "",
        f"unsdcf {line.unsdcf}" if line.unsdcf else "",
        *map(str, line.milestones),
    )
    return "; ".join(filter(None, parts))


def line_echo(line: WorkplanLine, names: EntityNames) -> str:
    """What Enter will do with a line that was typed: every part of it, in words."""
    parts = (
        line.output,
        f"lead {line.lead}" if line.lead else "no lead yet",
        f"with {', '.join(_told(name, names) for name in line.partners)}" if line.partners else "",
        f"GCM {'; '.join(map(objective_words, line.gcm))}" if line.gcm else "",
        f"SDG {', '.join(line.sdg)}" if line.sdg else "",
        f"UNSDCF {line.unsdcf}" if line.unsdcf else "",
        *map(str, line.milestones),
    )
    return " - ".join(filter(None, parts))


def _told(name: str, names: EntityNames) -> str:
    """A partner that the network does not know is taken as it is, and told, since it may be mistyped."""
    if names.find(name) or fold(name) in COLLECTIVES:
        return name
    near = nearest(name, names.acronyms, least=0.75)
    return f"{name} (not known here{f'; {near}?' if near else ''})"
