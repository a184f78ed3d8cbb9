"""The sentence with which a report begins: how much there was of what (R-64 to R-66)."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.documents.formulas import told
from tui_app.documents.report_activities import Activities
from tui_app.domain.charter.charter import Output


def summary(done: Activities) -> str:
    """How many meetings, decisions, referrals and actions there were in the period, in one sentence or two.

    Somebody outside is told the same of the rest, whether anything was left out or not.
    """
    words, network = done.words, told(done.charter.wording.network_short, done.words)
    days = words("From {since} to {until}", since=words.date(done.period.since), until=words.date(done.period.until))
    if done.external:
        alone = words("Of its decisions this report tells those that the network has released.")
        return f"{days} {network} {_held(done)}. {alone}"
    if done.nothing:
        return f"{days} {network} {words('held no meeting and took no decision')}."
    beside = f" {_of_groups(done.groups)}" if done.groups else ""
    return f"{days} {network} {words.all_of(_parts(done))}.{beside}"


def _held(done: Activities) -> str:
    return done.words.count(len(done.held), "held 1 meeting", "held {number} meetings", "held no meeting")


def _parts(done: Activities) -> Iterator[str]:
    words = done.words
    yield _held(done)
    yield from _adopted(done)
    if done.newly_referred:
        referred = words.count(done.newly_referred, "referred 1 matter", "referred {number} matters")
        yield f"{referred} {words('to the {body}', body=done.charter.decision.escalation)}"
    yield from _followed(done)


def _adopted(done: Activities) -> Iterator[str]:
    """Advice and the network's own decisions apart, since only advice is answered."""
    words, own = done.words, sum(each.kind is Output.DECISION for each in done.decisions)
    if not done.advises:
        yield words.count(own, "adopted 1 decision", "adopted {number} decisions", "adopted no decision")
        return
    advice = len(done.decisions) - own
    yield words.count(
        advice, "adopted 1 recommendation", "adopted {number} recommendations", "adopted no recommendation"
    )
    if own:
        yield words.count(own, "took 1 decision of its own", "took {number} decisions of its own")


def _followed(done: Activities) -> Iterator[str]:
    words, advice = done.words, sum(each.kind is Output.RECOMMENDATION for each in done.earlier)
    own = len(done.earlier) - advice
    if done.actions:
        yield words.count(len(done.actions), "followed 1 action point", "followed {number} action points")
    if advice:
        yield words.count(
            advice, "followed up 1 earlier recommendation", "followed up {number} earlier recommendations"
        )
    if own:
        yield words.count(own, "followed up 1 earlier decision", "followed up {number} earlier decisions")


def _of_groups(groups: Activities) -> str:
    words = groups.words
    taken = words.count(len(groups.decisions), "took 1 decision", "took {number} decisions")
    told = (groups.held and _held(groups), groups.decisions and taken, *_followed(groups))
    return words("Its working groups {did}.", did=words.all_of(part for part in told if part))
