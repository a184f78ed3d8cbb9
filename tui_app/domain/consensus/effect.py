"""What the adoption of a text does beside being recorded (R-07, R-49 to R-53): said before, done on that date.

`/effect establish WG-DATA Data and research, ad hoc until 30 Jun 2027` is read here into a
value that travels with the proposal; the service `effects` carries it out when the text is adopted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum

from tui_app.domain.frozen import dataclass

from ..charter.charter import Charter, Output, Tier
from ..names import EntityNames
from ..problem import Problem, did_you_mean
from ..words import ENGLISH, Words


class EffectKind(StrEnum):
    """What an adopted text can do."""

    ESTABLISH = "establish"
    ABOLISH = "abolish"
    CHAIR = "chair"
    ADMIT = "admit"
    WORKPLAN = "workplan"
    RELEASE = "release"
    STATEMENT = "statement"
    SUPERSEDE = "supersede"
    RESCIND = "rescind"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One thing that adoption does.

    `subject` is what it is done to: a group's symbol, an entity's acronym, a year, the symbol of a decision
    or of a meeting, whose minutes are meant; of a release also `agenda 2026/Q4`, `workplan 2027` or `members`.
    `name`: of a new group or member. `entity` and `person`: who is to chair.
    `until`: when a group is reviewed, or a chair's term ends. `ad_hoc`: the group is not permanent.
    """

    kind: EffectKind
    subject: str = ""
    name: str = ""
    entity: str = ""
    person: str = ""
    tier: Tier = Tier.MEMBER
    ad_hoc: bool = False
    until: date | None = None

    def __str__(self) -> str:
        return sentence(self)


def sentence(effect: Effect, words: Words = ENGLISH) -> str:
    """`establishes WG-DATA (Data and research), ad hoc, to be reviewed by 30 June 2027`."""
    until = words.day(effect.until)
    match effect.kind:
        case EffectKind.ESTABLISH:
            kind = words("ad hoc") if effect.ad_hoc else words("permanent")
            review = f", {words('to be reviewed by {day}', day=until)}" if until else ""
            return words("establishes {group} ({name})", group=effect.subject, name=effect.name) + f", {kind}{review}"
        case EffectKind.CHAIR:
            who = f"{effect.entity} ({effect.person})" if effect.person else effect.entity
            chooses = words("chooses {who} to chair {group}", who=who, group=effect.subject)
            return f"{chooses} {words('until {day}', day=until)}" if until else chooses
        case EffectKind.ADMIT:
            whom = f"{effect.subject} ({effect.name})" if effect.name else effect.subject
            if effect.tier is Tier.EXECUTIVE_COMMITTEE:
                return words("admits {entity} to the Executive Committee", entity=whom)
            return words("admits {entity} as a member", entity=whom)
        case EffectKind.RELEASE:
            return words("releases {what} for the public", what=released_words(effect.subject, words))
        case _:
            return words(SAID[effect.kind], subject=effect.subject)


def released_words(subject: str, words: Words = ENGLISH) -> str:
    """What a release names, in words: `the minutes of 2026/Q3`; a decision by its symbol."""
    paper, _, of = subject.rpartition(" ")
    if paper == WORKPLAN:
        return words("the workplan for {year}", year=of)
    if paper:
        return words("the agenda of {symbol}", symbol=of)
    if subject == MEMBERS:
        return words("the member list")
    return subject if names_decision(subject) else words("the minutes of {symbol}", symbol=subject)


def names_decision(subject: str) -> bool:
    """Whether what a release names is a decision by its symbol, and not the minutes of a meeting."""
    return re.fullmatch(r"(.*/)?D\d+", subject) is not None


AGENDA, WORKPLAN, MEMBERS = "agenda", "workplan", "members"
"""The papers that a release names by their word, beside the minutes of a meeting."""

SAID: Mapping[EffectKind, str] = {
    EffectKind.ABOLISH: "abolishes {subject}",
    EffectKind.WORKPLAN: "endorses the workplan for {subject}",
    EffectKind.STATEMENT: "is a joint statement of the network",
    EffectKind.SUPERSEDE: "supersedes {subject}",
    EffectKind.RESCIND: "rescinds {subject}",
    EffectKind.OWN: "is the network's own decision, to which no answer is awaited",
}
"""What the other effects do, as labels."""


def alike(effects: Iterable[Effect], effect: Effect) -> Effect | None:
    """The one that does the same to the same, and so gives way to it."""
    return next((each for each in effects if (each.kind, each.subject) == (effect.kind, effect.subject)), None)


def output_of(charter: Charter, effects: Iterable[Effect]) -> Output:
    """What an adopted text is: what the charter says, or a decision of the network's own where that was said of it."""
    own = any(effect.kind is EffectKind.OWN for effect in effects)
    return Output.DECISION if own else charter.decision.output


_GROUP = r"(?:(?:sub-?)?groups?|task ?forces?|task teams?|committees?|WG-\w+)\b"
"""What a text calls a body of the network."""


def undone(text: str, effects: Iterable[Effect]) -> str:
    """The sentence for a text that speaks of what no effect of its adoption does; empty where none is missing."""
    done = {effect.kind for effect in effects}
    for kind, words in _SPEAKS_OF.items():
        found = re.search(words, text) if kind not in done else None
        if found:
            form = _of_its_year(FORMS[kind], text) if kind is EffectKind.WORKPLAN else FORMS[kind]
            return f'The text says "{found[1]}", and its adoption does nothing of the kind: /effect {form}.'
    return ""


def _of_its_year(form: str, text: str) -> str:
    """The form with the year that a text names, if it names one."""
    year = re.search(r"\b20\d\d\b", text)
    return re.sub(r"\d{4}", year[0], form) if year else form


_SPEAKS_OF: Mapping[EffectKind, str] = {
    kind: rf"(?is)\b({verb})\b.*?\b{what}"
    for kind, verb, what in (
        (EffectKind.ESTABLISH, "establish(?:es)?", _GROUP),
        (EffectKind.ABOLISH, "abolish(?:es)?", _GROUP),
        (EffectKind.WORKPLAN, "endorses?", r"work ?plan\b"),
    )
}

FORMS: Mapping[EffectKind, str] = {
    EffectKind.ESTABLISH: "establish WG-DATA Data and research, ad hoc until 30 Jun 2027",
    EffectKind.ABOLISH: "abolish WG-DATA",
    EffectKind.CHAIR: "chair WG-DATA IOM J. Doe until 30 Jun 2027",
    EffectKind.ADMIT: "admit UNOPS United Nations Office for Project Services",
    EffectKind.WORKPLAN: "workplan 2027",
    EffectKind.RELEASE: "release 2026/Q3/D04",
    EffectKind.STATEMENT: "statement",
    EffectKind.SUPERSEDE: "supersede 2026/Q2/D03",
    EffectKind.RESCIND: "rescind 2026/Q2/D03",
    EffectKind.OWN: "own",
}
"""How each effect is typed."""


def read_effect(words: str, names: EntityNames, read_day: Callable[[str], date]) -> Effect | None:
    """An effect as typed after /effect, None for `none`; Problem with the form that would be right.

    `read_day` reads a date as the capture line does.
    """
    word, _, rest = words.strip().partition(" ")
    if word.casefold() == "none" and not rest:
        return None
    try:
        kind = EffectKind(word.casefold())
    except ValueError:
        raise Problem(f"{word!r} is not an effect: {did_you_mean(word, [kind.value for kind in EffectKind])}") from None
    return _READERS.get(kind, _subject)(kind, rest.strip(), names, read_day)


def _subject(kind: EffectKind, rest: str, _names: EntityNames, _read: Callable[[str], date]) -> Effect:
    """One word: a decision, a meeting, a group."""
    if not rest or " " in rest:
        raise Problem(f"Write /effect {FORMS[kind]}.")
    return Effect(kind=kind, subject=rest.upper())


def _establish(kind: EffectKind, rest: str, _: EntityNames, read_day: Callable[[str], date]) -> Effect:
    found = re.match(r"(?P<symbol>WG-[\w-]+)[\s:,]+(?P<name>.+)$", rest, re.IGNORECASE)
    if not found:
        raise Problem(f"A new group needs a symbol that begins with WG- and its name, as in /effect {FORMS[kind]}.")
    kind_said = re.search(_KIND, found["name"])
    name = found["name"][: kind_said.start()] if kind_said else found["name"]
    if not name.strip():
        raise Problem(f"{found['symbol'].upper()} needs its name too, as in /effect {FORMS[kind]}.")
    until = read_day(kind_said["day"]) if kind_said and kind_said["day"] else None
    ad_hoc = kind_said is not None and kind_said["kind"].casefold() != "permanent"
    return Effect(kind=kind, subject=found["symbol"].upper(), name=name.strip(), ad_hoc=ad_hoc, until=until)


_KIND = (
    r"(?i)(?:^|[\s,]+)(?P<kind>ad[ -]?hoc|permanent)\b"
    r"(?:[\s,]+(?:until|(?:to be )?review(?:ed)?(?: by| on| until)?)\s+(?P<day>.+))?$"
)
"""Behind a group's name: `ad hoc`, `ad hoc until 30 Jun 2027`, `ad hoc, to be reviewed by 30 Jun 2027`, `permanent`."""


def _chair(kind: EffectKind, rest: str, names: EntityNames, read_day: Callable[[str], date]) -> Effect:
    found = re.match(r"(?P<group>WG-[\w-]+)\s+(?P<who>.+?)(?:\s+until\s+(?P<until>.+))?$", rest, re.IGNORECASE)
    if not found:
        raise Problem(f"A group's chair is chosen as in /effect {FORMS[kind]}.")
    entity, person = names.split(found["who"])
    until = read_day(found["until"]) if found["until"] else None
    return Effect(kind=kind, subject=found["group"].upper(), entity=entity, person=person, until=until)


def _admit(kind: EffectKind, rest: str, _: EntityNames, _read: Callable[[str], date]) -> Effect:
    committee = re.search(r"[\s,]+(?:to the )?executive committee$", rest, re.IGNORECASE)
    rest = rest[: committee.start()] if committee else rest
    acronym, _space, name = rest.partition(" ")
    if not acronym:
        raise Problem(f"A new member needs its acronym and name, as in /effect {FORMS[kind]}.")
    tier = Tier.EXECUTIVE_COMMITTEE if committee else Tier.MEMBER
    return Effect(kind=kind, subject=acronym.rstrip(":,"), name=name.strip(), tier=tier)


def _release(kind: EffectKind, rest: str, names: EntityNames, read_day: Callable[[str], date]) -> Effect:
    """A decision or the minutes of a meeting by its symbol, or another paper by its word."""
    word, _, of = (part.strip() for part in rest.partition(" "))
    match word.casefold():
        case "minutes":
            return _subject(kind, of, names, read_day)
        case "agenda":
            return Effect(kind=kind, subject=f"{AGENDA} {_subject(kind, of, names, read_day).subject}")
        case "workplan":
            return Effect(kind=kind, subject=f"{WORKPLAN} {_workplan(kind, of, names, read_day).subject}")
        case "members" if not of:
            return Effect(kind=kind, subject=MEMBERS)
        case "report":
            raise Problem("A report itself names the decision that releases it, when it is sent.")
    return _subject(kind, rest, names, read_day)


def _workplan(kind: EffectKind, rest: str, _: EntityNames, _read: Callable[[str], date]) -> Effect:
    if not re.fullmatch(r"20\d\d", rest):
        raise Problem("A workplan is of one year, as in /effect workplan 2027.")
    return Effect(kind=kind, subject=rest)


def _text_itself(kind: EffectKind, rest: str, _: EntityNames, _read: Callable[[str], date]) -> Effect:
    if rest:
        raise Problem(f"It is said of the text itself: write /effect {kind.value} alone.")
    return Effect(kind=kind)


_READERS: Mapping[EffectKind, Callable[[EffectKind, str, EntityNames, Callable[[str], date]], Effect]] = {
    EffectKind.ESTABLISH: _establish,
    EffectKind.CHAIR: _chair,
    EffectKind.ADMIT: _admit,
    EffectKind.WORKPLAN: _workplan,
    EffectKind.RELEASE: _release,
    EffectKind.STATEMENT: _text_itself,
    EffectKind.OWN: _text_itself,
}
