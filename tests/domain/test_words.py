"""How papers write dates, lists and numbers, in English and in French."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tui_app.documents.language import words_of
from tui_app.domain.meeting.meeting import Meeting, MeetingKind, title_in
from tui_app.domain.words import ENGLISH, Words
from tui_app.services.charters import load_charter


@pytest.fixture(scope="module")
def french():
    return words_of(replace(load_charter("kenya"), language="fr"))


@pytest.mark.parametrize(
    ("on", "english", "in_french", "brief"),
    [
        (date(2026, 11, 21), "21 November 2026", "21 novembre 2026", "21 nov. 2026"),
        (date(2026, 10, 1), "1 October 2026", "1er octobre 2026", "1er oct. 2026"),
        (date(2027, 8, 11), "11 August 2027", "11 août 2027", "11 août 2027"),
    ],
)
def test_dates(french, on, english, in_french, brief):
    assert (ENGLISH.date(on), french.date(on), french.brief(on)) == (english, in_french, brief)


def test_a_weekday_stands_before_a_date(french):
    assert (ENGLISH.weekday(date(2026, 11, 21)), french.weekday(date(2026, 11, 21))) == (
        "Sat 21 Nov 2026",
        "sam. 21 nov. 2026",
    )


@pytest.mark.parametrize(
    ("names", "english", "in_french"),
    [
        ([], "", ""),
        (["FAO"], "FAO", "FAO"),
        (["FAO", "ILO"], "FAO and ILO", "FAO et ILO"),
        (["FAO", "ILO", "WHO"], "FAO, ILO and WHO", "FAO, ILO et WHO"),
    ],
)
def test_lists(french, names, english, in_french):
    assert (ENGLISH.all_of(names), french.all_of(names)) == (english, in_french)


@pytest.mark.parametrize(
    ("kind", "symbol", "in_french"),
    [
        (MeetingKind.QUARTERLY, "2026/Q3", "Troisième réunion trimestrielle de 2026"),
        (MeetingKind.QUARTERLY, "2026/Q1-2", "Première réunion trimestrielle de 2026 (réunion n°\u00a02 du trimestre)"),
        (MeetingKind.EXTRAORDINARY, "2026/EX1", "Réunion extraordinaire de 2026, n°\u00a01"),
        (MeetingKind.ANNUAL, "2026/AN", "Réunion annuelle de 2026"),
        (MeetingKind.WORKING_GROUP, "2026/WG-DATA-1", "Réunion du 1er octobre 2026 (WG-DATA)"),
    ],
)
def test_titles_of_meetings(french, kind, symbol, in_french):
    body = "WG-DATA" if kind is MeetingKind.WORKING_GROUP else "network"
    meeting = Meeting(id="m", symbol=symbol, kind=kind, starts=datetime(2026, 10, 1, tzinfo=UTC), zone="UTC", body=body)
    assert title_in(french, meeting) == in_french
    assert title_in(ENGLISH, meeting) == meeting.title


@pytest.mark.parametrize(
    ("number", "english", "in_french"),
    [(0, "held no meeting", "n’a tenu aucune réunion"), (1, "held 1 meeting", "a tenu 1 réunion"),
     (4, "held 4 meetings", "a tenu 4 réunions")],
)  # fmt: skip
def test_how_many(french, number, english, in_french):
    forms = ("held 1 meeting", "held {number} meetings", "held no meeting")
    assert (ENGLISH.count(number, *forms), french.count(number, *forms)) == (english, in_french)


def test_a_charters_own_label_comes_before_its_languages_and_this_before_english():
    words = Words(labels={"Owner": "Responsable", "Due": "Échéance"}, own={"Owner": "Pilote"})
    assert [words(label) for label in ("Owner", "Due", "Basis")] == ["Pilote", "Échéance", "Basis"]


def test_a_hint_behind_a_bar_is_not_printed():
    assert ENGLISH("By|whom") == "By"


def test_braces_that_were_typed_stay_as_they_are(french):
    assert french("Proposal {number}", number="{day}") == "Proposition {day}"
