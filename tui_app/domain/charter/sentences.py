"""A charter read aloud: each rule that its Terms of Reference (ToR) state, as a sentence with clause and quotation."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.domain.frozen import dataclass

from .charter import (
    Answer,
    Binding,
    Chair,
    Charter,
    Clause,
    DecisionRule,
    Handling,
    MeetingRule,
    Output,
    ReportRule,
    Status,
    Tenure,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One rule: its subject, what it says, the clauses and, where there is one, the ToR's own words."""

    subject: str
    sentence: str
    clauses: tuple[Clause, ...] = ()
    quote: str = ""


def stated_rules(charter: Charter, basis: str = "") -> tuple[Stated, ...]:
    """Every rule of the charter but its chairs, by subject; `basis` is what the network recorded where none is stated.

    What the ToR leave unsaid is said to be unsaid only where a reader would look for it.
    """
    return (
        *_status(charter),
        *_decision(charter, basis),
        *_meetings(charter),
        *_membership(charter),
        *_groups(charter),
        *_reports(charter),
        *_confidentiality(charter),
        *_provisions(charter),
        *_names(charter),
    )


def stated_meeting(charter: Charter, kind: str) -> str:
    """What the ToR say of meetings of that kind, with the clauses; empty if they do not provide for it.

    An additional meeting is planned as one on request, by whoever calls it.
    """
    rule = getattr(charter.cadence, kind.replace(" ", "_"))
    told = [f"{_meeting(kind, rule)} ({', '.join(rule.clauses)})"] if rule is not None else []
    if kind == "on request" and (additional := charter.cadence.additional) is not None:
        by, clauses = additional.called_by, ", ".join(additional.clauses)
        called = f", called by the {by}: planned as requested by the {by}" if by else ""
        told.append(f"Additional meetings{called} ({clauses}).")
    return " ".join(told)


_CALLED = {"on request": "a meeting on request", "working group": "a meeting of a working group"}


def unstated_meeting(charter: Charter, kind: str) -> str:
    """The sentence for a kind of meeting for which the ToR do not provide; empty if they do."""
    of_a_group = kind == "working group" and charter.groups is not None
    if of_a_group or stated_meeting(charter, kind):
        return ""
    called = _CALLED.get(kind, f"{'an' if kind[0] in 'aeiou' else 'a'} {kind} meeting")
    return f"The Terms of Reference do not provide for {called}; it is planned all the same."


def stated_chairs(charter: Charter) -> tuple[Stated, ...]:
    """Every chair's office with its tenure, term and appointment."""
    return tuple(
        Stated(subject=chair.title, sentence=_chair(chair), clauses=chair.clauses, quote=chair.quote)
        for chair in charter.chairs
    )


def _sentence(*parts: str) -> str:
    told = ", ".join(part for part in parts if part)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def _months(count: int) -> str:
    return {1: "every month", 3: "every three months", 6: "every six months", 12: "every year"}.get(
        count, f"every {count} months" if count else ""
    )


def _chair(chair: Chair) -> str:
    terms = f"at most {chair.terms_each} term{'s' if chair.terms_each > 1 else ''} for each entity"
    tenure = "" if chair.tenure is Tenure.NOT_STATED or chair.tenure in chair.title.casefold() else chair.tenure
    return _sentence(
        chair.office,
        tenure,
        f"for a term of {chair.term_months} months" if chair.term_months else "",
        terms if chair.terms_each else "",
        f"appointed by the {chair.appointed_by}" if chair.appointed_by else "",
    )


def _status(charter: Charter) -> Iterator[Stated]:
    if charter.status is Status.DRAFT:
        yield Stated(subject="Status", sentence="The ToR call themselves a draft.", clauses=charter.status_clauses)


def _consensus(rule: DecisionRule) -> str:
    if rule.statement is Binding.EXECUTIVE_COMMITTEE:
        return "of the Executive Committee"
    return "based on consultations with all members" if rule.consult_absent else "of all members"


def _decision(charter: Charter, basis: str) -> Iterator[Stated]:
    rule = charter.decision
    if rule.statement is Binding.NOT_STATED:
        recorded = f"recorded as its basis: {basis}" if basis else "no basis has been recorded yet"
        yield Stated(subject="Decision", sentence=f"The ToR state no rule of decision; {recorded}.")
    else:
        endeavour = " Consensus of all members is sought too." if rule.endeavour else ""
        whose = f"Decisions are made by consensus {_consensus(rule)}."
        yield Stated(subject="Decision", sentence=whose + endeavour, clauses=rule.clauses, quote=rule.quote)
    if rule.consult_absent_basis:
        yield Stated(subject="Absent", sentence=rule.consult_absent_basis)
    if rule.state_concern:
        consulted = f"and {rule.state_concern_also} are" if rule.state_concern_also else "is"
        sentence = f"On what concerns the state, the {rule.state_concern} {consulted} consulted."
        yield Stated(subject="State", sentence=sentence, clauses=rule.clauses)
    if rule.mandate_clause:
        yield Stated(subject="Mandates", sentence="Decisions respect the mandates of the members.",
                     clauses=(rule.mandate_clause,), quote=rule.mandate_quote)  # fmt: skip
    yield from _beyond(charter)


def _beyond(charter: Charter) -> Iterator[Stated]:
    """What happens outside the network: escalation, and the answer to a recommendation."""
    rule = charter.decision
    if rule.escalation:
        yield Stated(subject="Escalation", sentence=f"Without consensus a matter is put before the {rule.escalation}.",
                     clauses=rule.clauses)  # fmt: skip
    if rule.output is Output.RECOMMENDATION and rule.answer:
        yield Stated(subject="Answer", clauses=rule.answer.clauses, quote=rule.answer.quote,
                     sentence=_answer(rule.answer))  # fmt: skip


def _answer(answer: Answer) -> str:
    motivation = "; where it does not, it documents the motivation" if answer.motivation else ""
    return f"The {answer.by} may follow a recommendation or not{motivation}."


def _meetings(charter: Charter) -> Iterator[Stated]:
    for kind in ("quarterly", "on_request", "additional", "extraordinary", "annual", "stakeholder", "working_group"):
        rule = getattr(charter.cadence, kind)
        if rule is not None:
            yield Stated(subject=kind.replace("_", " ").capitalize(), sentence=_meeting(kind, rule),
                         clauses=rule.clauses, quote=rule.quote)  # fmt: skip
    for level in charter.representation:
        asked = (level.level, "each member is represented" if level.each_member else "")
        yield Stated(subject="Represented", sentence=_sentence(f"{level.body}: {'; '.join(filter(None, asked))}"),
                     clauses=level.clauses, quote=level.quote)  # fmt: skip


def _meeting(kind: str, rule: MeetingRule) -> str:
    called = "upon request by" if kind.replace("_", " ") == "on request" else "called by"
    return _sentence(
        _months(rule.every_months),
        f"{called} the {rule.called_by}" if rule.called_by else "",
        f"with {rule.participants}" if rule.participants else "",
        f"in conjunction with {rule.in_conjunction_with}" if rule.in_conjunction_with else "",
        f"to {'; '.join(rule.purposes)}" if rule.purposes else "",
    ) or ("As needed." if rule.quote else "")


def _membership(charter: Charter) -> Iterator[Stated]:
    rule = charter.membership
    approval = f"joining needs the approval of the {rule.approved_by}" if rule.approved_by else ""
    told = "; ".join(filter(None, (f"open to {rule.open_to}" if rule.open_to else "", approval)))
    if told:
        yield Stated(subject="Membership", sentence=_sentence(told), clauses=rule.clauses, quote=rule.quote)


def _groups(charter: Charter) -> Iterator[Stated]:
    rule = charter.groups
    if rule is None:
        return
    yield Stated(
        subject=rule.short or "Groups",
        clauses=rule.clauses,
        quote=rule.quote,
        sentence=_sentence(
            rule.name,
            " or ".join(rule.kinds),
            f"decided on by the {rule.decided_by}" if rule.decided_by else "",
            f"composed of {rule.composition}" if rule.composition else "",
            f"their composition determined by the {rule.composed_by}" if rule.composed_by else "",
            f"chaired by {rule.chair}" if rule.chair else "",
            f"selected by the {rule.chair_selected_by}" if rule.chair_selected_by else "",
        ),
    )


def _reports(charter: Charter) -> Iterator[Stated]:
    for rule in charter.reports:
        yield Stated(subject="Report", sentence=_report(rule), clauses=rule.clauses, quote=rule.quote)


def _report(rule: ReportRule) -> str:
    *most, last = rule.audience or ("",)
    return _sentence(
        rule.kind,
        " and ".join(filter(None, (_months(rule.every_months), "on demand" if rule.on_demand else ""))),
        f"by the {rule.by}" if rule.by else "",
        f"to {', '.join(most)} and {last}" if most else f"to {last}" if last else "",
        "read outside the UN system too" if rule.external else "",
        f"with the headings: {'; '.join(rule.headings)}" if rule.headings else "",
    )


def _confidentiality(charter: Charter) -> Iterator[Stated]:
    rule = charter.confidentiality
    unsaid = rule.statement is Handling.NOT_STATED
    internal = "what the network exchanges is for internal use only"
    told = "the ToR state no rule on papers; they stay internal all the same" if unsaid else internal
    unless = f"unless {rule.unless}" if rule.unless else ""
    yield Stated(subject="Papers", sentence=_sentence(told, unless), clauses=rule.clauses, quote=rule.quote)


def _provisions(charter: Charter) -> Iterator[Stated]:
    protection = charter.confidentiality.data_protection
    for each in (*((protection,) if protection else ()), *charter.provisions):
        yield Stated(subject=each.subject, sentence=each.text, clauses=each.clauses, quote=each.quote)
    for note in charter.footnotes:
        yield Stated(
            subject="Footnote", sentence=f"At the first mention of {note.mark}: {note.text}", clauses=note.clauses
        )


def _names(charter: Charter) -> Iterator[Stated]:
    terms = charter.terms
    for subject, term in (("Parent body", terms.parent_body), ("UN coordinator", terms.coordinator),
                          ("Secretariat", terms.secretariat), ("Counterpart", terms.state_counterpart)):  # fmt: skip
        full = _sentence(f"{term.short}: {term.name}" if term.name != term.short else term.name)
        yield Stated(subject=subject, sentence=full, clauses=term.clauses)
