"""Reports: what the record says of a period under each heading, and the paper that a report is (R-64 to R-66).

Nothing taken behind closed doors stands in any report but by its number; one that somebody outside reads is drafted
from what `for_outsiders` leaves of the record, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tui_app.documents.decisions import by_number
from tui_app.documents.letterhead import cited, facts, paper
from tui_app.documents.markdown import escape, heading, paragraph, table
from tui_app.documents.outcomes import owners, responsible
from tui_app.documents.phrases import all_of, by_when, day, status_on
from tui_app.documents.release import for_outsiders, withheld, without_closed_items
from tui_app.documents.seal import checksum
from tui_app.domain.calendar import long_date
from tui_app.domain.charter.charter import Charter, Output
from tui_app.domain.consensus.answering import answer_sentence, put_on, who_answers
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import DONE, ActionPoint
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.membership.roster import NETWORK
from tui_app.domain.reports.period import Period
from tui_app.domain.reports.report import Draft, Report
from tui_app.domain.reports.reporting import goes_outside
from tui_app.domain.symbols import full_symbol

SUMMARY = "Summary"
"""The heading of the first section, which a paper does not print: it begins with its sentence."""

RELEASED_ALONE = "Of its decisions this report tells those that the network has released."
"""What somebody outside is told of the rest: the same words whether anything was left out or not."""


@dataclass(frozen=True)
class Activities:
    """What happened in a period, gathered from the records of the meetings that have to do with it.

    `groups`: what the working groups did, which is none of the network's own.
    """

    charter: Charter
    period: Period
    external: bool
    held: tuple[MeetingRecord, ...]
    decisions: tuple[Decision, ...]
    referred: tuple[tuple[str, Proposal], ...]
    actions: tuple[ActionPoint, ...]
    groups: Activities | None = None

    @property
    def nothing(self) -> bool:
        """Whether the record has nothing of the period."""
        return not (self.held or self.decisions or self.referred or self.actions or self.groups)

    @property
    def happened(self) -> bool:
        """Whether there is more than actions that are open since before."""
        reported = any(self.period.holds(each.on) for action in self.actions for each in action.progress)
        return bool(self.held or self.decisions or self.referred or reported)


def activities(
    charter: Charter,
    period: Period,
    records: Iterable[MeetingRecord],
    *,
    external: bool,
    released: Container[str] = (),
) -> Activities:
    """What to report; `records` are those of all meetings that were held, by date.

    `released`: the symbols of what somebody outside may read. Where all there is are actions that are open since
    before, nothing happened.
    """
    every = tuple(records)
    own = [each for each in every if each.body.symbol == NETWORK]
    others = [each for each in every if each.body.symbol != NETWORK]
    done = _of(charter, period, own, external=external, released=released)
    groups = _of(charter.for_group(), period, others, external=external, released=released)
    if not (done.happened or groups.happened):
        return replace(done, actions=())
    return done if groups.nothing else replace(done, groups=groups)


def _of(
    charter: Charter, period: Period, every: Sequence[MeetingRecord], *, external: bool, released: Container[str]
) -> Activities:
    told = [for_outsiders(record, released) if external else without_closed_items(record) for record in every]
    wanted = {each.id for record in every for each in record.actions if _of_period(each, record, period)}
    return Activities(
        charter=charter,
        period=period,
        external=external,
        held=tuple(record for record in told if period.holds(record.meeting.on)),
        decisions=tuple(d for record in told for d in _in_order(record) if period.holds(d.adopted_on)),
        referred=tuple(each for record in told for each in _put_before(record, period)),
        actions=tuple(action for record in told for action in record.actions if action.id in wanted),
    )


def _in_order(record: MeetingRecord) -> list[Decision]:
    return sorted(record.decisions, key=by_number)


def _put_before(record: MeetingRecord, period: Period) -> Iterator[tuple[str, Proposal]]:
    """What a meeting referred in the period, with its symbol."""
    for proposal in record.proposals:
        if proposal.referred and period.holds(put_on(proposal)):
            yield full_symbol(record.charter.symbol, record.meeting.symbol, proposal.number), proposal


def _of_period(action: ActionPoint, record: MeetingRecord, period: Period) -> bool:
    """Whether an action was agreed in the period, reported on in it, or still to be done at its beginning."""
    if action.struck or record.meeting.on > period.until:
        return False
    reported = any(period.holds(each.on) for each in action.progress)
    return reported or period.holds(record.meeting.on) or status_on(action.progress, period.since) not in DONE


def drafts(done: Activities, headings: Iterable[str]) -> Iterator[Draft]:
    """What the record says under each heading; first a sentence on the whole, then the headings that the ToR ask for.

    Of a period in which nothing happened there is that one sentence.
    """
    yield Draft(SUMMARY, paragraph(escape(_summary(done))))
    yield from (Draft(each, "", mandatory=True) for each in headings)
    sections = (
        ("Meetings", _meetings(done)),
        ("Participation", _participation(done)),
        ("Recommendations" if _advises(done.charter) else "Decisions", _decisions(done)),
        (f"Matters referred to the {done.charter.decision.escalation}", _referred(done)),
        ("Action points", _actions(done)),
        *(_of_groups(done.groups) if done.groups else ()),
    )
    yield from (Draft(title, text) for title, text in sections if text)


def _of_groups(groups: Activities) -> Iterator[tuple[str, str]]:
    yield "Meetings of working groups", _meetings(groups)
    yield "Decisions of working groups", _decisions(groups)
    yield "Action points of working groups", _actions(groups)


def _advises(charter: Charter) -> bool:
    return charter.decision.output is Output.RECOMMENDATION


def _summary(done: Activities) -> str:
    network = done.charter.wording.network_short
    days = f"{long_date(done.period.since)} to {long_date(done.period.until)}"
    if done.external:
        return f"From {days} {network} held {_counted(len(done.held), 'meeting')}. {RELEASED_ALONE}"
    if done.nothing:
        return f"From {days} {network} held no meeting and took no decision."
    what = "recommendation" if _advises(done.charter) else "decision"
    parts = [f"held {_counted(len(done.held), 'meeting')}", f"adopted {_counted(len(done.decisions), what)}"]
    if done.referred:
        parts.append(f"referred {_counted(len(done.referred), 'matter')} to the {done.charter.decision.escalation}")
    if done.actions:
        parts.append(f"followed {_counted(len(done.actions), 'action point')}")
    beside = f" {_summary_of_groups(done.groups)}" if done.groups else ""
    return f"From {days} {network} {all_of(parts)}.{beside}"


def _summary_of_groups(groups: Activities) -> str:
    counted = (("held", len(groups.held), "meeting"), ("took", len(groups.decisions), "decision"),
               ("followed", len(groups.actions), "action point"))  # fmt: skip
    return f"Its working groups {all_of(f'{did} {_counted(many, what)}' for did, many, what in counted if many)}."


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'s' if number > 1 else ''}"


def _meetings(done: Activities) -> str:
    rows = [[*map(escape, (record.meeting.title, long_date(record.meeting.on)))] for record in done.held]
    return table(["Meeting", "Date"], rows) if rows else ""


def _participation(done: Activities) -> str:
    """How many of the network's meetings each member came to, where attendance was taken; and which are left out."""
    if done.external:
        return ""
    came: dict[str, list[bool]] = {}
    for record in done.held:
        there = {*record.attendance.represented, *record.attendance.left}
        for seat in record.seats if record.participants else ():
            came.setdefault(seat.entity, []).append(seat.entity in there)
    rows = [[escape(entity), f"{sum(each)} of {len(each)}"] for entity, each in sorted(came.items())]
    counted = table(["Member", "Meetings represented at"], rows) if rows else ""
    return "\n\n".join(filter(None, (counted, _not_counted(done.held))))


def _not_counted(held: Iterable[MeetingRecord]) -> str:
    """Why there are fewer meetings in the table than were held; empty where there are as many."""
    unknown = [record.meeting.title for record in held if not record.participants]
    return paragraph(escape(f"Not counted, since no attendance was recorded: {all_of(unknown)}.")) if unknown else ""


def _decisions(done: Activities) -> str:
    if not done.decisions:
        return ""
    if done.external:
        return table(["Symbol", "Text"], [[escape(each.symbol), escape(each.text)] for each in done.decisions])
    header = ["Symbol", "Text", "Owner", "Due", "Implementation"]
    if _advises(done.charter):
        header.append(escape(f"Answer of the {who_answers(done.decisions[0], done.charter)}"))
    return table(header, [_decision(each, done) for each in done.decisions])


def _decision(decision: Decision, done: Activities) -> list[str]:
    status = "" if withheld(decision) else status_on(decision.progress, done.period.until)
    cells = [escape(decision.symbol), escape(decision.text), owners(decision), day(decision.due), escape(status)]
    if not _advises(done.charter):
        return cells
    known = decision.answer is not None and decision.answer.on <= done.period.until
    return [*cells, escape(answer_sentence(decision if known else replace(decision, answer=None)))]


def _referred(done: Activities) -> str:
    rows = [
        [*map(escape, (symbol, p.text, p.closing.question if p.closing else "", long_date(put_on(p)), _ruled(p, done)))]
        for symbol, p in done.referred
    ]
    return table(["Symbol", "Text", "Question", "Referred", "Answer"], rows) if rows else ""


def _ruled(proposal: Proposal, done: Activities) -> str:
    known = proposal.answer is not None and proposal.answer.on <= done.period.until
    return answer_sentence(proposal if known else replace(proposal, answer=None))


def _actions(done: Activities) -> str:
    rows = [
        [escape(a.symbol), escape(a.text), responsible(a), escape(by_when(a)),
         "" if withheld(a) else escape(status_on(a.progress, done.period.until))]
        for a in done.actions
    ]  # fmt: skip
    return table(["Symbol", "Action", "Responsible", "By", "Status"], rows) if rows else ""


# -- the paper -----------------------------------------------------------


def report_paper(charter: Charter, report: Report) -> str:
    """The report as a paper, which says for whom it is; it is marked as internal unless it may go outside."""
    title = facts(
        [
            ("For", all_of(report.audience)),
            ("Period", f"{long_date(report.since)} to {long_date(report.until)}"),
            ("As at", _as_at(report)),
            ("Asked for by", cited(report.clauses).strip(" ()")),
            ("Released by", report.released_by),
            ("Sent", f"{long_date(report.sent_on)} to {report.sent_to}" if report.sent_on else "not yet, a draft"),
        ]
    )
    public = goes_outside(charter, report)
    return paper(charter, report.title, title, *_sections(report), public=public, readers=report.audience)


def _as_at(report: Report) -> str:
    """The day on which it was drafted, and whether more could happen in its period after that."""
    if report.drafted_on is None:
        return ""
    return f"{long_date(report.drafted_on)}{'; the period still runs' if report.drafted_unfinished else ''}"


def _sections(report: Report) -> Iterator[str]:
    for section in report.sections:
        if section.heading != SUMMARY:
            yield heading(3, escape(section.heading))
        empty = "(left empty)" if report.sent_on else "(nothing yet)"
        yield section.text or (paragraph(empty) if section.missing else "")


def sent_paper(charter: Charter, report: Report) -> Report:
    """The report with its text as it is sent, and the checksum of that text."""
    text = report_paper(charter, report)
    return replace(report, sent_text=text, checksum=checksum(text))
