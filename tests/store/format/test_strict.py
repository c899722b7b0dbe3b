"""Reading what anybody may have written: every doubt is refused by name."""

from __future__ import annotations

import pytest

from portfolio.store.file.shadow import NOTHING
from portfolio.store.format import strict
from portfolio.store.format.canonical import State, from_tables
from portfolio.store.format.database import read_with_tinydb
from portfolio.store.format.line_reader import read_lines
from portfolio.store.format.strict import UnreadableError, is_foreign, is_newer
from portfolio.store.format.strict import state_of as state_of_tables
from portfolio.store.versions.values import Json
from portfolio.wording import Words
from tests.store.format.test_canonical import META
from tests.store.lives import state_of

META_1: dict[str, Json] = dict(META["1"])  # type: ignore[arg-type]
GOOD = state_of(("goals", 1, {"title": "x", "why": "y"}), ("steps", 2, {"text": "z"})).encode()
BROKEN = {
    "empty": b"",
    "blank": b" \n\n",
    "nul bytes": b"\0" * 500,
    "utf-16": GOOD.decode().encode("utf-16"),
    "utf-16 without mark": GOOD.decode().encode("utf-16-le"),
    "latin-1": GOOD.replace(b'"x"', b'"\xe9"'),
    "list": b"[]",
    "null": b"null",
    "number": b"7",
    "text": b'"\\ud800"',
    "conflict markers": b"<<<<<<< HEAD\n" + GOOD + b"=======\n" + GOOD + b">>>>>>> other\n",
    "depth": b"[" * 100_000,
    "deep object": b'{"a":' * 100_000,
    "a number of ten thousand digits": b'{"a": ' + b"9" * 10_000 + b"}",
    "NaN": GOOD.replace(b'"x"', b"NaN"),
    "infinity": GOOD.replace(b'"x"', b"-Infinity"),
    "infinity by size": GOOD.replace(b'"x"', b"1e999"),
    "a key twice": GOOD.replace(b'"title"', b'"why"'),
    "a record twice": GOOD.replace(b"\n}\n}\n", b",\n" + GOOD.split(b"\n")[-4] + b"\n}\n}\n"),
    "a table twice": GOOD.replace(b'"steps"', b'"goals"'),
    "something after the end": GOOD + b"x",
    "old tail": GOOD + GOOD[-40:],
    "no comma between records": GOOD.replace(b"},\n", b"}\n"),
    "a comma too many": GOOD.replace(b"}\n}", b"},\n}"),
    "a raw tab in a text": GOOD.replace(b'"x"', b'"a\tb"'),
    **{f"cut at {n}/20": GOOD[: len(GOOD) * n // 20] for n in range(1, 20)},
    "cut at the last brace": GOOD[:-2],
}


def read(data: bytes) -> State:
    return state_of_tables(strict.parse(data))


@pytest.mark.parametrize("name", BROKEN)
def test_broken_bytes_are_refused_with_a_reason(name: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(BROKEN[name])
    assert refused.value.reason
    with pytest.raises(UnreadableError, match="somewhere"):
        read_with_tinydb("somewhere/leerreis.json", BROKEN[name])
    assert read_lines(BROKEN[name], NOTHING) is None
    assert read_lines(BROKEN[name], read(GOOD)) is None


def test_what_is_larger_than_any_portfolio_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict, "LARGEST", 100)
    with pytest.raises(UnreadableError, match="256 MB"):
        read(GOOD)


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + GOOD,
        b" " + GOOD,
        GOOD.replace(b", ", b","),
        b'{"goals": {"7": []}}',
    ],
)
def test_other_spellings_of_json_are_read(data: bytes) -> None:
    assert read(data).tables()


def test_a_header_of_something_else_is_foreign() -> None:
    headers: list[dict[str, Json]] = [
        {},
        {"format": "other", "schema": 1},
        {**META_1, "schema": "1"},
        {**META_1, "schema": 0},
        {**META_1, "schema": True},
        {**META_1, "portfolio_id": ""},
    ]
    for header in headers:
        assert is_foreign(from_tables({"_meta": {"1": header}}))
    assert is_foreign(from_tables({"goals": {}}))
    assert is_foreign(from_tables({"_meta": []}))
    assert not is_foreign(from_tables({"_meta": {"1": META_1}}))


def test_a_greater_schema_is_newer() -> None:
    assert is_newer(from_tables({"_meta": {"1": {**META_1, "schema": 2}}}))
    assert not is_newer(from_tables({"_meta": {"1": META_1}}))


def test_the_sentence_says_which_file_and_why() -> None:
    assert "a.json" in UnreadableError("it is empty", "a.json").sentence(Words("en"))
    assert "it is empty" in str(UnreadableError("it is empty", "a.json"))
