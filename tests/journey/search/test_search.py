"""Searching: folding, the short cut for many lines, and what counts as a hit."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.fold import fold, fold_encoded
from portfolio.journey.search.search import BEGINS, INSIDE, Query, newest_first
from portfolio.records.decode import decode
from portfolio.records.identity import new_id

_WESTERN = st.text(st.sampled_from("abcXYZ 019éèËïÖüçñÀÿ–“”…’€°·«»\u00a0😀"), max_size=30)
_ANY = st.text(max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Réunie", "reunie"),
        ("ÉÉN", "een"),
        ("e\u0301e\u0301n", "een"),
        ("Straße", "strasse"),
        ("ﬁets", "fiets"),
        ("ABC", "abc"),
    ],
)
def test_folding_takes_case_and_accents_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.lists(_WESTERN | _ANY, max_size=5), _WESTERN | _ANY)
def test_many_lines_at_once_fold_as_one_at_a_time_as_far_as_the_word_matters(texts: list[str], wanted: str) -> None:
    words = fold(wanted).split()
    lines = [json.dumps(text, ensure_ascii=False) for text in texts]
    encoded = "\n".join(lines).encode("utf-8", "replace")
    for word in words:
        folded = fold_encoded(encoded, word).split(b"\n")
        assert len(folded) == encoded.count(b"\n") + 1
        for line, found in zip(encoded.decode().split("\n"), folded, strict=True):
            assert (word in fold(line)) <= (word.encode() in found)


@given(st.lists(_WESTERN | _ANY, max_size=4), _WESTERN | _ANY)
def test_the_first_look_never_misses_a_record(texts: list[str], wanted: str) -> None:
    query = Query(wanted.encode("utf-8", "replace").decode())
    safe = [text.encode("utf-8", "replace").decode() for text in texts]
    lines = [json.dumps({"date": "2026-03-12", "title": text}, ensure_ascii=False).encode() for text in safe]
    looked = set(query.lines(b"\n".join(lines)))
    for text, line in zip(safe, lines, strict=True):
        if query and query.matches(decode("goal", new_id(1, 1), {"date": "2026-03-12", "title": text})):
            assert line in looked


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("warm", True),
        ("pomp", True),
        ("epo", True),
        ("ep", False),
        ("pompen", False),
        ("WARMTEPOMP kapot", True),
        ("kapot heel", False),
        ("é", True),
        ("2026-03", True),
    ],
)
def test_beginnings_of_every_word_count_and_parts_of_three_characters(words: str, found: bool) -> None:
    goal = decode("goal", new_id(1, 1), {"title": "Warmtepomp kapot, eens", "date": "2026-03-01", "tags": ["x"]})
    assert Query(words).matches(goal) is found


@pytest.mark.parametrize(
    ("words", "rank"),
    [("sensor", BEGINS), ("een sensor", BEGINS), ("nsor", INSIDE), ("een flow", INSIDE), ("se", BEGINS), ("ow", None)],
)
def test_a_word_inside_a_longer_one_counts_for_less(words: str, rank: int | None) -> None:
    assert Query(words).rank("een sensor bij de nieuwflow") == rank


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('"de pomp lekt"', True),
        ('"pomp de"', False),
        ('"de pomp', True),
        ('"omp lekt" de', True),
        ("pomp -lekt", False),
        ("pomp -heel", True),
        ('pomp -"de pomp"', False),
        ('pomp -"pomp de"', True),
        ("pomp -", False),
        ("-heel", False),
        ("e-mail", True),
        ('"e-mail"', True),
    ],
)
def test_quotes_keep_words_together_and_a_minus_leaves_a_word_out(words: str, found: bool) -> None:
    query = Query(words)
    line = json.dumps({"title": "De  e-mail: de pomp lekt"}).encode()
    assert (bool(query) and query.rank("de  e-mail: de pomp lekt") is not None) is found
    assert not found or list(query.lines(line)) == [line]


def test_the_newest_come_first() -> None:
    old, new = (
        decode("goal", new_id(n, 0), {"title": "x", "date": day}) for n, day in ((2, "2026-01-01"), (1, "2026-02-01"))
    )
    assert list(newest_first([old, new])) == [new, old]


@given(_WESTERN | _ANY)
def test_the_table_folds_as_the_rule_does_and_folding_twice_changes_nothing(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(("words", "text"), [("co2", "CO₂-meting"), ("rs", "₨ 5"), ("dj", "🆐 vanavond"), ("tm", "™")])
def test_letters_and_digits_in_disguise_are_found_by_their_plain_ones(words: str, text: str) -> None:
    line = json.dumps({"title": text}, ensure_ascii=False).encode()
    assert list(Query(words).lines(line)) == [line]
    assert Query(words).begins_in(fold(text))


def test_a_word_that_utf8_cannot_hold_is_looked_for_too() -> None:
    line = json.dumps({"title": "a\udcff"}).encode()
    assert list(Query("a\udcff").lines(line)) == [line]
