"""What happened in a period, gathered from the records of its meetings for a report (R-64 to R-66).

Nothing taken behind closed doors stands in any report but by its number; one that somebody outside reads is drafted
from what `for_outsiders` leaves of the record, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tui_app.documents.decisions import by_number
from tui_app.documents.language import words_of
from tui_app.documents.phrases import status_on
from tui_app.documents.release import for_outsiders, without_closed_items
from tui_app.domain.charter.charter import Charter, Output
from tui_app.domain.consensus.answering import Answerable, put_on
from tui_app.domain.consensus.decision import Decision
from tui_app.domain.consensus.proposal import Proposal
from tui_app.domain.follow_up.action import DONE, ActionPoint
from tui_app.domain.frozen import dataclass
from tui_app.domain.meeting.carry_over import open_on
from tui_app.domain.meeting.record import MeetingRecord
from tui_app.domain.membership.roster import NETWORK
from tui_app.domain.reports.period import Period
from tui_app.domain.symbols import full_symbol
from tui_app.domain.words import Words


@dataclass(frozen=True)
class Activities:
    """What happened in a period, gathered from the records of the meetings that have to do with it.

    `decisions` were taken in it; `earlier` were taken before, and something remained to be done or answered at its
    beginning, or was reported or answered in it. `referred` are both. `groups`: what the working groups did, which is
    none of the network's own.
    """

    charter: Charter
    period: Period
    external: bool
    held: tuple[MeetingRecord, ...]
    decisions: tuple[Decision, ...]
    earlier: tuple[Decision, ...]
    referred: tuple[tuple[str, Proposal], ...]
    actions: tuple[ActionPoint, ...]
    groups: Activities | None = None

    @property
    def advises(self) -> bool:
        """Whether what the network adopts are recommendations, but what is said to be its own decision."""
        return self.charter.decision.output is Output.RECOMMENDATION

    @property
    def newly_referred(self) -> int:
        """How many matters were referred in the period itself."""
        return sum(self.period.holds(put_on(proposal)) for _, proposal in self.referred)

    @property
    def words(self) -> Words:
        """The words of the network's language."""
        return words_of(self.charter)

    @property
    def nothing(self) -> bool:
        """Whether the record has nothing of the period."""
        return not (self.happened or self.earlier or self.referred or self.actions or self.groups)

    @property
    def happened(self) -> bool:
        """Whether there is more than what is open since before."""
        followed: tuple[ActionPoint | Answerable, ...] = (
            *self.actions,
            *self.earlier,
            *(proposal for _, proposal in self.referred),
        )
        reported = any(_reported_in(self.period, each) for each in followed)
        return bool(self.held or self.decisions or self.newly_referred or reported)


def activities(
    charter: Charter,
    period: Period,
    records: Iterable[MeetingRecord],
    *,
    external: bool,
    released: Container[str] = (),
) -> Activities:
    """What to report; `records` are those of all meetings that were held, by date.

    `released`: the symbols of what somebody outside may read. Where all there is is open since before, nothing
    happened.
    """
    every = tuple(records)
    own = [each for each in every if each.body.symbol == NETWORK]
    others = [each for each in every if each.body.symbol != NETWORK]
    done = _of(charter, period, own, external=external, released=released)
    groups = _of(charter.for_group(), period, others, external=external, released=released)
    if not (done.happened or groups.happened):
        return replace(done, earlier=(), referred=(), actions=())
    return done if groups.nothing else replace(done, groups=groups)


def _of(
    charter: Charter, period: Period, every: Sequence[MeetingRecord], *, external: bool, released: Container[str]
) -> Activities:
    told = [for_outsiders(record, released) if external else without_closed_items(record) for record in every]
    actions = {each.id for record in every for each in record.actions if _of_period(each, record, period)}
    earlier = {each.id for record in every for each in record.decisions if not external and _follows(each, period)}
    decisions = [each for record in told for each in sorted(record.decisions, key=by_number)]
    return Activities(
        charter=charter,
        period=period,
        external=external,
        held=tuple(record for record in told if period.holds(record.meeting.on)),
        decisions=tuple(each for each in decisions if period.holds(each.adopted_on)),
        earlier=tuple(each for each in decisions if each.id in earlier),
        referred=tuple(each for record in told for each in _put_before(record, period)),
        actions=tuple(action for record in told for action in record.actions if action.id in actions),
    )


def _put_before(record: MeetingRecord, period: Period) -> Iterator[tuple[str, Proposal]]:
    """What a meeting referred in the period, or earlier and it is followed up, with its symbol."""
    for proposal in record.proposals:
        if proposal.referred and (period.holds(put_on(proposal)) or _follows(proposal, period)):
            yield full_symbol(record.charter.symbol, record.meeting.symbol, proposal.number), proposal


def _follows(record: Answerable, period: Period) -> bool:
    """Whether it is from before the period, and was open at its beginning, reported on or answered in it."""
    if isinstance(record, Proposal) and not record.referred:
        return False
    return put_on(record) < period.since and (open_on(record, _day_before(period)) or _reported_in(period, record))


def _day_before(period: Period) -> date:
    return period.since - timedelta(days=1)


def _reported_in(period: Period, record: ActionPoint | Answerable) -> bool:
    """Whether something was reported of it in the period, or the parent body answered it."""
    reported = not isinstance(record, Proposal) and any(period.holds(each.on) for each in record.progress)
    answer = None if isinstance(record, ActionPoint) else record.answer
    return reported or (answer is not None and period.holds(answer.on))


def _of_period(action: ActionPoint, record: MeetingRecord, period: Period) -> bool:
    """Whether an action was agreed in the period, reported on in it, or still to be done at its beginning."""
    if action.struck or record.meeting.on > period.until:
        return False
    agreed = period.holds(record.meeting.on)
    return agreed or _reported_in(period, action) or status_on(action.progress, period.since) not in DONE
