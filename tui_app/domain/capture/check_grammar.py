"""How the words after the commands of a check of consensus are read."""

from __future__ import annotations

import re
from datetime import date, datetime

from ..calendar import read_date_and_time, read_offset, read_past_date, read_time, short_date, split_date_and_time
from ..consensus.effect import FORMS, EffectKind, read_effect
from ..problem import Problem
from . import position_words
from .lines import (
    ConsultLine,
    DeclareLine,
    EffectLine,
    Line,
    PositionLine,
    ReferLine,
    RestLine,
    SilenceLine,
    WithdrawLine,
)
from .surroundings import Surroundings, need


def position(argument: str, around: Surroundings) -> Line:
    """`/position UNHCR objects resources: asks for a budget line`."""
    entity, words = around.names.split(need(argument, "/position UNHCR joins"))
    found = re.search(r"[,;]\s*received (?:on )?(.+)$", words, re.IGNORECASE)
    if found is None:
        return PositionLine(entity, position_words.read_position(words))
    return PositionLine(entity, position_words.read_position(words[: found.start()]), _moment_behind(found[1], around))


def withdraw(argument: str, around: Surroundings) -> Line:
    """`/withdraw UNHCR`, or alone."""
    return WithdrawLine(around.names.require(argument) if argument else "")


_CHANNEL = re.compile(r"[\s,;(]+(by (?:e-?mail|mail|letter|note|phone|telephone|message|fax|video)\b[^,;)]*)\)?$", re.I)


_TIME_ALONE = re.compile(r"(?:at )?(\d{1,2}[:.h]\d{2})", re.IGNORECASE)


def _moment_behind(phrase: str, around: Surroundings) -> datetime:
    """When something was done: day and time, or the time alone for today."""
    alone = _TIME_ALONE.fullmatch(phrase.strip())
    day, at = ("today", read_time(alone[1])) if alone else split_date_and_time(phrase)
    return datetime.combine(read_past_date(day, around.now.date()), at, around.now.tzinfo)


def consult(argument: str, around: Surroundings, *, waived: bool = False) -> Line:
    """`/consult UNDP on 18 Sep: agrees, by e-mail`."""
    form = "/waive UNDP: the reason" if waived else "/consult UNDP on 18 Sep: agrees, by e-mail"
    head, colon, result = (part.strip() for part in need(argument, form).partition(":"))
    if not colon or not result:
        raise Problem(f"Something is missing: write {form}.")
    body, dated, day = head.rpartition(" on ")
    body, on = (body, read_past_date(day, around.now.date())) if dated and not around.names.find(head) else (head, None)
    channel = None if waived else _CHANNEL.search(result)
    answer = result[: channel.start()] if channel else result
    return ConsultLine(around.names.find(body) or body, answer, waived, channel[1] if channel else "", on)


_DEADLINE = re.compile(
    r"(?P<when>.+?\d{1,2}[:.h]\d{2})(?::\d{2})?(?P<zone>Z|[+-]\d{2}:\d{2})?(?:[\s,]+(?P<how>.+))?$", re.IGNORECASE
)


def silence(argument: str, around: Surroundings) -> Line:
    """`/silence 25 Sep 17:00 by e-mail to all`."""
    found = _DEADLINE.match(argument)
    if not found:
        raise Problem("A silence procedure needs its deadline, day and time, as in /silence 25 Sep 17:00 by e-mail.")
    on, at = read_date_and_time(found["when"], around.now.date())
    zone = read_offset(found["zone"]) if found["zone"] else around.now.tzinfo
    return SilenceLine(datetime.combine(on, at, zone), found["how"] or "")


def waive(argument: str, around: Surroundings) -> Line:
    """`/waive UNDP: the reason`."""
    return consult(argument, around, waived=True)


def effect(argument: str, around: Surroundings) -> Line:
    """`/effect establish WG-DATA Data and research`."""
    words = need(argument, f"/effect {FORMS[EffectKind.ESTABLISH]}")
    return EffectLine(read_effect(words, around.names, lambda phrase: _day_to_come(phrase, around)))


def _day_to_come(phrase: str, around: Surroundings) -> date:
    """A day by which something is reviewed or ends, which is not over when it is decided."""
    on = around.date(phrase)
    if on < around.now.date():
        raise Problem(f"{short_date(on)} is over: give a day to come.")
    return on


def rest(argument: str, _: Surroundings) -> Line:
    """`/rest joins`."""
    return RestLine(position_words.read_kind(need(argument, "/rest joins")))


def declare(argument: str, _: Surroundings) -> Line:
    """`/declare words of the chair`."""
    return DeclareLine(argument)


def refer(argument: str, _: Surroundings) -> Line:
    """`/refer the question`."""
    return ReferLine(argument)
