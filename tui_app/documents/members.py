"""The list of members as at a date, with what the Terms of Reference say of it in two ways (R-05, R-06)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tui_app.documents.formulas import told
from tui_app.documents.language import words_of
from tui_app.documents.letterhead import cited, facts, paper
from tui_app.documents.markdown import bullets, escape, heading, paragraph, table
from tui_app.domain.charter.charter import Charter
from tui_app.domain.charter.lint import Discrepancy
from tui_app.domain.membership.group_words import kind_words
from tui_app.domain.membership.offices import CHAIR, offices_of
from tui_app.domain.membership.roster import Body, Entity, Seat, seats_on
from tui_app.domain.membership.sharing import SharedList, asked_by, changes_by
from tui_app.domain.membership.tenure import ChairTerm, holders
from tui_app.domain.words import Words


def members_paper(  # noqa: PLR0913  # all that is known of a roster
    charter: Charter,
    body: Body,
    seats: Iterable[Seat],
    entities: Iterable[Entity],
    on: date,
    discrepancies: Iterable[Discrepancy] = (),
    *,
    shared: SharedList | None = None,
    groups: Iterable[Body] = (),
    terms: Iterable[ChairTerm] = (),
    contacts: bool = False,
) -> str:
    """Who holds a seat of a body on a day, who waits for one, and every discrepancy, shown and not repaired.

    `shared`: the list that went out last, from which the changes are told (R-06). `groups`: those whose rosters follow,
    with their chairs among `terms`. `contacts`: whom to write to at each, too (R-71).
    """
    every = tuple(seats)
    known, words = tuple(entities), words_of(charter)
    names = {entity.acronym: entity.name for entity in known}
    held = seats_on(every, body.symbol, on)
    waiting = [seat for seat in every if seat.pending and seat.body == body.symbol]
    return paper(
        charter,
        _title(charter, body, on, words),
        *_sharing(charter, shared, changes_by(shared, every, known, on, words) if shared else ()),
        _table(held, known, words, contacts=contacts) if held else paragraph(words("No member is recorded.")),
        _from_the_beginning(words) if any(seat.since is None for seat in held) else "",
        *_pending(charter, waiting, names),
        *_groups(groups, every, tuple(terms), on, charter),
        *_disagreements(discrepancies, words),
    )


def _title(charter: Charter, body: Body, on: date, words: Words) -> str:
    if body.name == charter.name:
        return words("Members as at {day}", day=words.date(on))
    return words("Members of {body} as at {day}", body=body.name, day=words.date(on))


def _from_the_beginning(words: Words) -> str:
    return paragraph(words("Members without a date were members when this register was made."))


def _table(seats: Sequence[Seat], entities: Iterable[Entity], words: Words, *, contacts: bool) -> str:
    by_acronym = {entity.acronym: entity for entity in entities}
    header = [*map(words, ("Entity", "Name", "Tier", "Since", "Until")), *([words("Contact")] if contacts else ())]
    rows = []
    for seat in seats:
        entity = by_acronym.get(seat.entity)
        name = entity.name if entity else seat.entity
        rows.append([seat.entity, name, words(seat.tier.value), words.day(seat.since), words.day(seat.until)])
        rows[-1] += [entity.contact if entity else ""] if contacts else []
    return table(header, [[*map(escape, row)] for row in rows])


def _sharing(charter: Charter, shared: SharedList | None, changes: Sequence[str]) -> Iterator[str]:
    """When the list was shared, and what changed since; where it never was, only if the ToR ask for it."""
    clauses, words = asked_by(charter), words_of(charter)
    if shared is None:
        yield paragraph(escape(f"{words('Not recorded as shared yet')}{cited(clauses)}.") if clauses else "")
        return
    to = told(shared.recipients, words)
    last = words("Shared last on {day} with {recipients}", day=words.date(shared.on), recipients=to)
    since = words("Since then:" if changes else "No change since.")
    yield paragraph(escape(f"{last}{cited(clauses)}. {since}"))
    if changes:
        yield bullets(escape(f"{change}.") for change in changes)


def _pending(charter: Charter, waiting: Sequence[Seat], names: dict[str, str]) -> Iterator[str]:
    if waiting:
        rule, words = charter.membership, words_of(charter)
        by = f" {words('by the {body}', body=rule.approved_by)}{cited(rule.clauses)}" if rule.approved_by else ""
        yield heading(3, words("Waiting for approval"))
        yield paragraph(escape(f"{words('These have no position until they are approved')}{by}."))
        ordered = sorted(waiting, key=lambda seat: seat.entity.casefold())
        yield bullets(escape(f"{seat.entity}, {names.get(seat.entity, seat.entity)}") for seat in ordered)


def _groups(
    groups: Iterable[Body], seats: Sequence[Seat], terms: Sequence[ChairTerm], on: date, charter: Charter
) -> Iterator[str]:
    """The working groups that stand on the day, each with what it is, who chairs it and who sits there (R-15)."""
    there, words = [group for group in groups if group.stands_on(on)], words_of(charter)
    if there:
        yield heading(3, words("Working groups"))
    for group in there:
        yield heading(4, escape(f"{group.symbol}{words.colon}{group.name}"))
        yield paragraph(escape(_kind(group, words)))
        yield facts(_chairs(charter, group, terms, on, words), words)
        members = seats_on(seats, group.symbol, on)
        yield bullets(_spoken(each) for each in members) if members else paragraph(words("No member is recorded."))
        waiting = [seat for seat in seats if seat.body == group.symbol and seat.pending and seat.until is None]
        if waiting:
            yield paragraph(words("Waiting for the decision that approves them:"))
            yield bullets(_spoken(each) for each in waiting)


def _spoken(seat: Seat) -> str:
    return escape(seat.spoken)


def _kind(group: Body, words: Words) -> str:
    reviewed = group.review_on
    review = f", {words('to be reviewed by {day}', day=words.date(reviewed))}" if reviewed else ""
    kind = kind_words(group, words)
    return f"{kind[:1].upper()}{kind[1:]}{review}."


def _chairs(
    charter: Charter, group: Body, terms: Iterable[ChairTerm], on: date, words: Words
) -> Iterator[tuple[str, str]]:
    """Who holds each office of a group on the day, until when; an office that nobody holds is left out."""
    for held in holders(offices_of(charter, group), terms, on):
        term = held.acting or held.term
        if term is not None:
            until = f", {words('until {day}', day=words.date(term.until))}" if term.until else ""
            yield words("Chair") if held.office.name == CHAIR else words("Co-chair"), f"{held.named(words)}{until}"


def _disagreements(discrepancies: Iterable[Discrepancy], words: Words) -> Iterator[str]:
    found = tuple(discrepancies)
    if found:
        yield heading(3, words("Where the Terms of Reference can be read in two ways"))
        yield bullets(escape(_told(each, words)) for each in found)


def _settled(discrepancy: Discrepancy, words: Words) -> str:
    decided = discrepancy.resolved_by_decision
    return words("Settled by {symbol}.", symbol=decided) if decided else words("Not settled.")


def _told(discrepancy: Discrepancy, words: Words) -> str:
    return f"{discrepancy.sentence.removesuffix('.')}{cited(discrepancy.clauses)}. {_settled(discrepancy, words)}"
