"""The best match first, the newer first of equals; the hit marked in its context."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui_app.domain.review.ranking import Narrowing, context, cut_around, marks, ranked
from tui_app.domain.review.search import Card, Passage, plain, read_query

TODAY = date(2026, 9, 22)


def a_card(name, title, rest="", around="", on=TODAY):
    return Card(name, plain(title), plain(rest), {}, on, plain(around))


def found(query, *cards):
    return ranked(read_query(query, {}, TODAY), cards)


def test_a_word_counts_most_in_the_title_then_on_record_then_around_and_most_as_a_whole():
    cards = (
        a_card("around", "x", "x", "work"),
        a_card("within, on record", "x", "network"),
        a_card("beginning, on record", "x", "workers"),
        a_card("whole, on record", "x", "work"),
        a_card("within", "network"),
        a_card("beginning", "workers"),
        a_card("whole", "at work."),
    )
    assert found("work", *cards) == [card.record for card in reversed(cards)]


def test_words_side_by_side_go_before_words_apart_and_newer_before_older():
    old, new = a_card("old", "seasonal work", on=date(2020, 1, 1)), a_card("new", "seasonal work")
    apart = a_card("apart", "work that is seasonal")
    assert found("seasonal work", old, apart, new) == ["new", "old", "apart"]


def test_every_word_must_occur_somewhere_and_without_words_nothing_is_moved():
    both, one = a_card("both", "data", "", "survey"), a_card("one", "data survey!")
    assert found("data survey", both, a_card("no", "data"), one) == ["one", "both"]
    assert found("", both, one) == ["both", "one"]


TEXTS = st.text(alphabet="abé Ł-.\n", max_size=12)
CARDS = st.lists(
    st.builds(a_card, st.uuids(), TEXTS, TEXTS, TEXTS, st.dates(date(2020, 1, 1), date(2020, 1, 3))), max_size=8
)


@given(TEXTS, CARDS)
def test_ranking_finds_what_matches_and_nothing_else(query, cards):
    wanted = read_query(query, {}, TODAY)
    assert sorted(map(str, ranked(wanted, cards))) == sorted(str(c.record) for c in cards if wanted.matches(c))


@given(st.lists(st.tuples(st.sampled_from(["", "text:a ", "since:2020-01-02 "]), TEXTS), max_size=6), CARDS, CARDS)
def test_a_query_finds_the_same_whatever_was_typed_before_it(typed, cards, more):
    narrowing, listed = Narrowing(), list(cards)
    filters = {"text": (), "since": ()}
    for filter_typed, words in typed:
        for end in range(len(words) + 1):
            query = read_query(filter_typed + words[:end], filters, TODAY)
            assert narrowing.ranked(query, listed) == ranked(query, listed)
        listed += more
        more = []


@given(st.text(alphabet="abé ", min_size=1, max_size=6), CARDS, st.randoms())
def test_ranking_depends_on_the_order_given_only_among_equals_of_one_day(query, cards, chance):
    wanted = read_query(query, {}, TODAY)
    if not wanted.words:
        return
    days = {card.record: card.on for card in cards}
    texts = {card.record: (card.title, card.rest, card.around) for card in cards}
    shuffled = list(cards)
    chance.shuffle(shuffled)
    one, other = ranked(wanted, cards), ranked(wanted, shuffled)
    assert [days[r] for r in one] == [days[r] for r in other]
    if len(set(texts.values())) == len(texts) and len(set(days.values())) == len(days):
        assert one == other


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Members discussed Seasonal work.", ("seasonal",), ["Seasonal"]),
        ("Šarūnas of the Ministère", ("saru", "ministere"), ["Šarū", "Ministère"]),
        ("Network, and work in networks", ("work",), ["work"]),
        ("Network", ("work",), ["work"]),
        ("a data-plan", ("data plan",), ["data-plan"]),
        ("ﬁsh", ("fi",), ["ﬁ"]),
        ("aba", ("ab", "a"), ["ab"]),
        ("nothing", ("x", ""), []),
    ],
)
def test_the_words_are_marked_as_they_are_written(text, words, marked):
    assert [text[start:end] for start, end in marks(text, words)] == marked


@given(st.text(max_size=30), st.lists(st.text(max_size=4), max_size=3))
def test_marks_are_in_order_apart_and_within_the_text(text, words):
    at = 0
    for start, end in marks(text, [plain(word).strip() for word in words]):
        assert at <= start < end <= len(text)
        at = end


def test_the_context_is_the_passage_with_most_of_the_words_cut_around_them():
    long = f"{'before ' * 20}the seasonal work of herders {'after ' * 20}"
    passages = (Passage("IOM", "seasonal"), Passage("ILO objects", long), Passage("FAO", "seasonal work too"))
    told = context(passages, ("seasonal", "work"), 60)
    assert told.startswith("ILO objects: … ")
    assert "the seasonal work of" in told
    assert told.endswith(" …")
    assert context(passages, ("nowhere",), 60) == ""


@given(st.text(min_size=1, max_size=200), st.integers(20, 60))
@example("0" * 41 + ":1–", 20)
def test_a_text_is_cut_to_its_width_and_keeps_the_word(text, width):
    words = [word for word in plain(text).split() if len(word) <= 10][-1:]
    cut = cut_around(text, words, width)
    assert len(cut) <= 2 * width + 4
    assert not words or marks(cut, words)
