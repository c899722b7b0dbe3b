"""The newest records that hold some words, and the words around what was found."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.fold import fold
from portfolio.journey.search.record_pages import Found, Page, Pages, pages_of
from portfolio.journey.search.search import BEGINS, INSIDE, Query, best_place, folded_words, newest_first
from portfolio.journey.search.snippet import around, snippet, stretch
from portfolio.records.record import Record
from tests.builders import a_goal, a_reflection
from tests.strategies import WHOLE, Drawn, portfolios

_TEXTS = st.text(st.sampled_from("aAbß éÉe\u0301ﬁ²æ日\n\t\x1b -…"), max_size=40) | st.text(max_size=40)


@WHOLE
@given(
    portfolios(), st.sampled_from(["woord", "zq1", "zq", "2025-1", "woord zq2", "oord", "nergens"]), st.integers(1, 30)
)
def test_the_newest_few_are_the_head_of_all_that_is_found(drawn: Drawn, words: str, most: int) -> None:
    query, pages = Query(words), pages_of(drawn.records)
    ranked = [(query.rank(folded_words(record)), record) for record in drawn.records]
    begun, inside = (newest_first(r for rank, r in ranked if rank == wanted) for wanted in (BEGINS, INSIDE))
    full = [*begun, *inside]
    for _again in range(2):  # the second time from what was kept
        shown = tuple(full[:most])
        assert pages.newest(query, most) == Found(shown, len(full) > most, max(len(shown) - len(begun), 0))
        assert pages.count(query) == len(full)


def read_in_order(records: list[Record]) -> tuple[Pages, list[str]]:
    """Pages that note which of them were read."""
    seen: list[str] = []

    def page(record: Record) -> Page:
        def read() -> Record:
            seen.append(record.id)
            return record

        return Page(record.date, record.id, read)

    return Pages(map(page, records)), seen


def some_goals(number: int) -> list[Record]:
    return [a_goal(f"Word {n}", date(2025, 1, 1) + timedelta(n)) for n in range(number)]


def test_whoever_wants_the_newest_few_reads_no_others() -> None:
    goals = some_goals(500)
    pages, seen = read_in_order(goals)
    assert pages.newest(Query("word"), 3).records == tuple(goals[:-4:-1])
    assert set(seen) <= {goal.id for goal in goals[-4:]}


def test_it_stops_as_soon_as_nobody_wants_the_answer() -> None:
    pages, seen = read_in_order(some_goals(500))
    asked = iter([True] * 10)
    pages.newest(Query("nowhere"), 3, wanted=lambda: next(asked, False))
    assert len(seen) == 10


def test_what_does_not_fit_does_not_count() -> None:
    goals = some_goals(9)
    found = pages_of(goals).newest(Query("word"), 2, fits=lambda record: record.heading in ("Word 1", "Word 3"))
    assert [record.heading for record in found.records] == ["Word 3", "Word 1"]
    assert not found.more


def test_what_has_the_word_only_inside_another_comes_last_and_is_counted() -> None:
    titles = ("Pomp", "Warmtepomp", "Pompen", "Pompje", "Waterpomp")
    goals = [a_goal(title, date(2025, 1, 1) + timedelta(n)) for n, title in enumerate(titles)]
    pages = pages_of(goals)
    for most, inside in ((2, 0), (4, 1), (5, 2)):
        found = pages.newest(Query("pomp"), most)
        named = [record.heading for record in found.records]
        assert named == ["Pompje", "Pompen", "Pomp", "Waterpomp", "Warmtepomp"][:most]
        assert (found.more, found.inside) == (most < 5, inside)
    assert pages.count(Query("pomp")) == 5


def test_without_a_word_nothing_is_found() -> None:
    assert pages_of(some_goals(3)).newest(Query("  "), 5) == Found()


@given(_TEXTS, _TEXTS, st.integers(0, 60))
def test_what_is_marked_is_what_was_looked_for(text: str, wanted: str, width: int) -> None:
    for word in Query(wanted).words:
        found = stretch(text, word)
        assert (found is None) == (best_place(fold(text), word) < 0)
        if found is not None:
            assert word in fold(text[found[0] : found[1]])
            where = around(text, word, width)
            assert not any(c in "\x1b\n\t" for part in where for c in part)
            assert max(len(where.before), len(where.after)) <= width + 1


def test_a_snippet_is_the_line_with_the_word_cut_around_it() -> None:
    text = "First line.\nIt was long before I found that the café was closed and everyone had gone home by then.\nLast."
    record = a_reflection("2025-03-01", title="Other", answers={"text": text})
    where = snippet(record, ("cafe",), 40)
    assert where == ("…that the ", "café", " was closed and…")
    assert snippet(record, ("nowhere", "last"), 40) == ("", "Last", ".")
    assert snippet(record, ("nowhere",), 40) is None
    assert snippet(record, ("2025-03",), 40) is None, "the day stands in the row already"
