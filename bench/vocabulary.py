"""Words as the minutes of a migration network have them, drawn so that a few are frequent and most are rare."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate

SUBJECTS = (
    "labour migration data", "seasonal work", "border management", "return and reintegration", "the diaspora survey",
    "remittance costs", "mixed movements", "child protection", "trafficking in persons", "the Global Compact review",
    "the annual workplan", "recruitment fees", "health screening at points of entry", "skills recognition",
    "climate displacement", "the joint programme", "host communities", "statelessness", "cross-border trade",
    "access to justice", "alternatives to detention", "regular pathways", "student mobility", "the voluntary review",
    "migrant resource centres", "data protection", "search and rescue", "family reunification", "social protection",
    "identity documents", "gender-based violence", "psychosocial support", "drought in the north",
    "ethical recruitment",
    "pre-departure orientation", "the Kampala declaration", "nomadic herders", "the coast guard", "smuggling networks",
    "unaccompanied minors", "bilateral labour agreements", "the census module", "portability of benefits",
    "école mobile", "rapatriés", "travailleurs saisonniers", "the Málaga dialogue", "the São Tomé exchange",
    "migración laboral", "Gastarbeiter archives", "the Þingvellir note", "sağlık mediators", "the Kraków indicators",
)  # fmt: skip
DETAILS = (
    "survey", "questionnaire", "draft", "budget line", "baseline", "indicator", "annex", "interim report", "roadmap",
    "focal point", "field mission", "consultation", "ministry", "county government", "mandate", "timeline",
    "funding gap",
    "secondary data", "translation", "methodology", "pilot", "training of trainers", "referral pathway", "hotline",
    "desk officer", "memorandum", "standard operating procedure", "pledging conference", "dashboard", "evaluation",
    "case file", "caravan", "helpdesk", "biometric kit", "vaccination card", "transit centre", "stipend", "consulate",
    "waiver", "quota", "embargo", "ombudsman", "apprenticeship", "ferry", "checkpoint", "moratorium",
    "tripartite forum",
    "clearing house", "footnote", "toolkit", "scorecard", "logframe", "harvest calendar", "kiosk", "tarmac", "gazette",
)  # fmt: skip
PLACES = (
    "Nairobi", "Mombasa", "Turkana", "Garissa", "Kakuma", "Dadaab", "Kisumu", "Moyale", "Busia", "Lamu", "Tiranë",
    "Shkodër", "Gjirokastër", "Niš", "Kraljevo", "Prishtinë", "Mitrovicë", "Peć", "Osh", "Жалал-Абад", "Ысык-Көл",
    "Bişkek", "Genève", "Yaoundé", "Bogotá", "Łódź", "Ağrı", "Håpet", "Córdoba", "Reykjavík",
)  # fmt: skip
PEOPLE = (
    "A. Otieno", "M. Njeri", "K. Hassan", "P. Wekesa", "J. Mwangi", "Š. Jovanović", "E. Çelik", "L. Gjoni",
    "A. Ásgeirsdóttir", "T. Nguyễn", "C. Müller", "F. Ndiaye", "Ж. Асанова", "R. Pérez", "O. Łukasz", "B. Kovačević",
    "S. Bekele", "D. Abdi", "I. Søndergaard", "N. Krasniqi", "G. Façade", "H. Zoë", "V. Đorđević", "Y. Tanaka",
)  # fmt: skip
NOTES = (
    "Members discussed {a} and the {d} in {p}.",
    "It was recalled that {a} depends on the {d}, which is not yet agreed.",
    "{n} presented the {d} on {a}; questions concerned {p} and {b}.",
    "The figures for {p} differ from those of the {d}; the secretariat will compare them.",
    "A {d} on {a} is under way in {p}, with results expected before {b} is taken up.",
    "Some members cautioned that {a} should not delay {b}.",
    "Members welcomed the {d} and asked how {a} would be financed.",
)
STATEMENTS = (
    "asked that {a} be included in the {d}",
    "reported on {a} in {p}, where the {d} had been slow",
    "offered its {d} for {a} and suggested a {e} in {p}",
    "was concerned that {a} goes beyond the {d} of this network",
    "would share the {d} on {b} with the members by e-mail",
    "said that seasonal work in {p} cannot be understood without {a}",
)
OPERATIVE = (
    "endorsed the {d} on {a}", "agreed to hold a {d} on {a} in {p}", "took note of the {d} on {a} and of {b}",
    "decided that the {d} covers {a} as well as {b}", "approved the {d} for {p}, with {a} as its first subject",
    "requested the secretariat to prepare a {d} on {a}", "adopted the {d}, as amended on {a}",
)  # fmt: skip
TASKS = (
    "revise the {d} on {a}", "share the {d} with {p}", "draft a {d} for {a}",
    "confirm the {d} of {b} with the ministry",
    "circulate the {d} of {p}", "invite the {d} team to present {a}",
)  # fmt: skip
TITLES = ("Data on {a}", "Update on {a}", "{a}: the {d}", "{p}: {a}", "Follow-up on {b}")
FOLLOW_UP = (
    "the {d} was sent to {p}", "waiting for the {d} of the ministry", "{n} finished the {d}", "delayed by {a}",
    "discussed with {n} in {p}", "the {d} on {a} is published",
)  # fmt: skip


class Words:
    """Sentences, the same for the same chance: the k-th word of a list comes about 1/k as often as the first."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._weights: dict[int, list[float]] = {}

    def pick(self, words: Sequence[str]) -> str:
        """One of the words, the first ones most often."""
        weights = self._weights.setdefault(len(words), [*accumulate(1 / (n + 2) for n in range(len(words)))])
        return self.chance.choices(words, cum_weights=weights)[0]

    def say(self, forms: Sequence[str]) -> str:
        """One of the forms with its words."""
        return self.chance.choice(forms).format(
            a=self.pick(SUBJECTS), b=self.pick(SUBJECTS), d=self.pick(DETAILS), e=self.pick(DETAILS),
            p=self.pick(PLACES), n=self.pick(PEOPLE),
        )  # fmt: skip

    def note(self) -> str:
        """What was noted: one sentence, at times two or three."""
        return " ".join(_begun(self.say(NOTES)) for _ in range(self.chance.choice((1, 1, 1, 2, 2, 3))))

    def title(self) -> str:
        """The title of an agenda item."""
        return _begun(self.say(TITLES))


def _begun(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
