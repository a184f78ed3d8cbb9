"""The sentence with which a report begins: how much there was of what (R-64 to R-66)."""

from __future__ import annotations

from collections.abc import Iterator

from tui_app.documents.report_activities import Activities


def summary(done: Activities) -> str:
    """How many meetings, decisions, referrals and actions there were in the period, in one sentence or two.

    Somebody outside is told the same of the rest, whether anything was left out or not.
    """
    words, network = done.words, done.charter.wording.network_short
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
    words, taken = done.words, len(done.decisions)
    yield _held(done)
    if done.advises:
        yield words.count(
            taken, "adopted 1 recommendation", "adopted {number} recommendations", "adopted no recommendation"
        )
    else:
        yield words.count(taken, "adopted 1 decision", "adopted {number} decisions", "adopted no decision")
    if done.referred:
        referred = words.count(len(done.referred), "referred 1 matter", "referred {number} matters")
        yield f"{referred} {words('to the {body}', body=done.charter.decision.escalation)}"
    if done.actions:
        yield _followed(done)


def _followed(done: Activities) -> str:
    return done.words.count(len(done.actions), "followed 1 action point", "followed {number} action points")


def _of_groups(groups: Activities) -> str:
    words = groups.words
    taken = words.count(len(groups.decisions), "took 1 decision", "took {number} decisions")
    told = (groups.held and _held(groups), groups.decisions and taken, groups.actions and _followed(groups))
    return words("Its working groups {did}.", did=words.all_of(part for part in told if part))
