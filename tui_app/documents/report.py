"""Reports: what the record says of a period under each heading, and the paper that a report is (R-64 to R-66)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tui_app.documents.language import words_of
from tui_app.documents.letterhead import cited, facts, paper
from tui_app.documents.markdown import escape, heading, paragraph, table
from tui_app.documents.outcomes import owners, responsible
from tui_app.documents.phrases import by_when, status_on
from tui_app.documents.release import withheld
from tui_app.documents.report_activities import Activities
from tui_app.documents.report_summary import summary
from tui_app.documents.seal import checksum
from tui_app.domain.charter.charter import Charter, Output
from tui_app.domain.consensus.answering import Answerable, answer_sentence, put_on, who_answers
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.meeting.meeting import title_in
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.reports.report import Draft, Report, report_title
from tui_app.domain.reports.reporting import goes_outside
from tui_app.domain.words import Words

SUMMARY = "Summary"
"""The heading of the first section, which a paper does not print: it begins with its sentence."""


def drafts(done: Activities, headings: Iterable[str]) -> Iterator[Draft]:
    """What the record says under each heading; first a sentence on the whole, then the headings that the ToR ask for.

    Of a period in which nothing happened there is that one sentence.
    """
    words = done.words
    yield Draft(SUMMARY, paragraph(escape(summary(done))))
    yield from (Draft(each, "", mandatory=True) for each in headings)
    sections = (
        (words("Meetings"), _meetings(done)),
        (words("Participation"), _participation(done)),
        *_decisions_by_kind(done),
        (words("Matters referred to the {body}", body=done.charter.decision.escalation), _referred(done)),
        (words("Action points"), _actions(done)),
        *(_of_groups(done.groups) if done.groups else ()),
    )
    yield from (Draft(title, text) for title, text in sections if text)


BY_KIND = (
    (Output.RECOMMENDATION, "Recommendations", "Earlier recommendations"),
    (Output.DECISION, "Decisions", "Earlier decisions"),
)
"""The headings, as labels, of what was adopted in the period and of what was adopted before it."""


def _decisions_by_kind(done: Activities) -> Iterator[tuple[str, str]]:
    """What was adopted in the period and what was followed up in it, advice and the network's own decisions apart."""
    words = done.words
    for kind, taken, before in BY_KIND:
        yield words(taken), _decisions(done, [each for each in done.decisions if each.kind is kind])
        yield words(before), _decisions(done, [each for each in done.earlier if each.kind is kind])


def _of_groups(groups: Activities) -> Iterator[tuple[str, str]]:
    yield groups.words("Meetings of working groups"), _meetings(groups)
    yield groups.words("Decisions of working groups"), _decisions(groups, groups.decisions)
    yield groups.words("Earlier decisions of working groups"), _decisions(groups, groups.earlier)
    yield groups.words("Action points of working groups"), _actions(groups)


def _meetings(done: Activities) -> str:
    words = done.words
    rows = [[*map(escape, (title_in(words, each.meeting), words.date(each.meeting.on)))] for each in done.held]
    return table([*map(words, ("Meeting", "Date"))], rows) if rows else ""


def _participation(done: Activities) -> str:
    """How many of the network's meetings each member came to, where attendance was taken; and which are left out."""
    if done.external:
        return ""
    words, came = done.words, dict[str, list[bool]]()
    for record in done.held:
        there = {*record.attendance.represented, *record.attendance.left}
        for entity in record.entitled if record.participants else ():
            came.setdefault(entity, []).append(entity in there)
    rows = [
        [escape(entity), words("{number} of {all}", number=sum(each), all=len(each))]
        for entity, each in sorted(came.items())
    ]
    counted = table([*map(words, ("Member", "Meetings represented at"))], rows) if rows else ""
    return "\n\n".join(filter(None, (counted, _not_counted(done.held, words))))


def _not_counted(held: Iterable[MeetingRecord], words: Words) -> str:
    """Why there are fewer meetings in the table than were held; empty where there are as many."""
    unknown = words.all_of(title_in(words, record.meeting) for record in held if not record.participants)
    told = words("Not counted, since no attendance was recorded: {meetings}.", meetings=unknown)
    return paragraph(escape(told)) if unknown else ""


def _decisions(done: Activities, decisions: Sequence[Decision]) -> str:
    """Decisions of one kind, each as it stood at the end of the period; recommendations with their answer."""
    words = done.words
    if not decisions:
        return ""
    if done.external:
        return table(
            [*map(words, ("Symbol", "Text"))], [[escape(each.symbol), escape(each.text)] for each in decisions]
        )
    header = [*map(words, ("Symbol", "Text", "Owner", "Due", "Implementation"))]
    rows = [_decision(each, done) for each in decisions]
    if decisions[0].kind is Output.RECOMMENDATION:
        header.append(escape(words("Answer of the {body}", body=who_answers(decisions[0], done.charter))))
        rows = [[*row, escape(_answer(each, done))] for row, each in zip(rows, decisions, strict=True)]
    return table(header, rows)


def _decision(decision: Decision, done: Activities) -> list[str]:
    words = done.words
    untold = withheld(decision, words) or (decision.carried_out and not decision.progress)
    status = "" if untold else words(status_on(decision.progress, done.period.until).value)
    due = words.day(decision.due)
    return [escape(decision.symbol), escape(decision.text), owners(decision, words), due, escape(status)]


def _answer(record: Answerable, done: Activities) -> str:
    """What the parent body had answered by the end of the period."""
    known = record.answer is not None and record.answer.on <= done.period.until
    return answer_sentence(record if known else replace(record, answer=None), done.words)


def _referred(done: Activities) -> str:
    words = done.words
    rows = (
        (symbol, p.text, p.closing.question if p.closing else "", words.date(put_on(p)), _answer(p, done))
        for symbol, p in done.referred
    )
    header = [*map(words, ("Symbol", "Text", "Question", "Referred", "Answer"))]
    return table(header, [[*map(escape, row)] for row in rows]) if done.referred else ""


def _actions(done: Activities) -> str:
    words = done.words
    rows = [
        [escape(a.symbol), escape(a.text), responsible(a, words), escape(by_when(a, words)),
         "" if withheld(a, words) else escape(words(status_on(a.progress, done.period.until).value))]
        for a in done.actions
    ]  # fmt: skip
    return table([*map(words, ("Symbol", "Action", "Responsible", "By", "Status"))], rows) if rows else ""


# -- the paper -----------------------------------------------------------


def report_paper(charter: Charter, report: Report) -> str:
    """The report as a paper, which says for whom it is; it is marked as internal unless it may go outside."""
    words, public = words_of(charter), goes_outside(charter, report)
    readers = [_reader(each, charter, words) for each in report.audience]
    return paper(
        charter,
        report_title(report, words),
        facts(_particulars(report, readers, words), words),
        *_sections(report, words),
        public=public,
        readers=readers,
    )


def _reader(audience: str, charter: Charter, words: Words) -> str:
    """The parent body is named by the program where nobody else was; any other audience is in somebody's words."""
    parent = charter.terms.parent_body.short
    return words("the {body}|as reader", body=parent) if audience == f"the {parent}" else audience


def _particulars(report: Report, readers: Iterable[str], words: Words) -> Iterator[tuple[str, str]]:
    yield words("For|audience"), words.all_of(readers)
    yield words("Period"), words("{since} to {until}", since=words.date(report.since), until=words.date(report.until))
    yield words("As at"), _as_at(report, words)
    yield words("Asked for by"), cited(report.clauses).strip(" ()")
    yield words("Released by"), report.released_by
    yield words("Sent"), _sent(report, words)


def _sent(report: Report, words: Words) -> str:
    """When and to whom, and the day of a text that was written up only after that."""
    if report.sent_on is None:
        return words("not yet, a draft")
    sent = words("{day} to {recipients}", day=words.date(report.sent_on), recipients=report.sent_to)
    late = words("written up on {day}", day=words.day(report.drafted_on))
    return f"{sent}{words.semicolon}{late}" if report.written_up_after(report.sent_on) else sent


def _as_at(report: Report, words: Words) -> str:
    """The day on which it was drafted, and of which day what it tells is: that, or the earlier end of its period.

    Readers outside are told of no status and no answer.
    """
    same = report.drafted_on == report.until or (report.external and not report.drafted_unfinished)
    if report.drafted_on is None or same:
        return words.day(report.drafted_on)
    ended = words("statuses and answers those of {day}", day=words.date(report.until))
    runs = words("the period still runs") if report.drafted_unfinished else ended
    return f"{words.date(report.drafted_on)}{words.semicolon}{runs}"


def _sections(report: Report, words: Words) -> Iterator[str]:
    for section in report.sections:
        if section.heading != SUMMARY:
            yield heading(3, escape(section.heading))
        empty = words("(left empty)" if report.sent_on else "(nothing yet)")
        yield section.text or (paragraph(empty) if section.missing else "")


def sent_paper(charter: Charter, report: Report) -> Report:
    """The report with its text as it is sent, and the checksum of that text."""
    text = report_paper(charter, report)
    return replace(report, sent_text=text, checksum=checksum(text))
