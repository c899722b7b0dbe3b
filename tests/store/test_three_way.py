"""Two versions of a file and the one that both came from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from portfolio.errors import PortfolioError
from portfolio.records.identity import number_of
from portfolio.store.errors import ForeignError, MissingError, NewerError, OtherPortfolioError
from portfolio.store.format.canonical import SCHEMA, State, new_state
from portfolio.store.format.strict import UnreadableError
from portfolio.store.three_way import merge_versions
from tests.store import acting
from tests.store.lives import record_id, state_of, vid

START = state_of(("goals", 1, {"title": "Meten", "why": "daarom"}))
OTHER = "0198c0de-0000-4000-8000-000000000002"
Join = Callable[[State | bytes, State | bytes, State | bytes], State]


@pytest.fixture
def joined(tmp_path: Path) -> Join:
    """Joins three states or bytes, as they lie in files O, A and B; A and B are as they were afterwards."""

    def join(base: State | bytes, ours: State | bytes, theirs: State | bytes) -> State:
        given = {"O": base, "A": ours, "B": theirs}
        data = {name: each.encode() if isinstance(each, State) else each for name, each in given.items()}
        for name, each in data.items():
            (tmp_path / name).write_bytes(each)
        try:
            return merge_versions(*(str(tmp_path / name) for name in "OAB"))
        finally:
            assert {name: (tmp_path / name).read_bytes() for name in "OAB"} == data

    return join


def edited(state: State, number: int, **changes: str) -> State:
    """The first goal with these values."""
    entry = state.entry("goals", record_id(1))
    assert entry is not None
    return state.with_entries([("goals", record_id(1), acting.edited(entry, changes, vid(number)))])


def heads(state: State, field: str) -> set[object]:
    """What the current versions of a field of the first goal say."""
    entry = state.entry("goals", record_id(1))
    assert entry is not None
    return set(entry.fields[field].heads.values())


def typed_over(state: State, field: str, value: str) -> bytes:
    """The file after a text editor changed this value and nothing else."""
    document = json.loads(state.encode())
    document["goals"][str(number_of(record_id(1)))][field] = value
    return json.dumps(document).encode()


def test_both_sides_are_there_whole(joined: Join) -> None:
    ours = edited(START, 2, title="Eerst meten")
    theirs = edited(START, 3, why="omdat het helpt")
    after = joined(START, ours, theirs)
    assert (heads(after, "title"), heads(after, "why")) == ({"Eerst meten"}, {"omdat het helpt"})
    assert after.encode() == joined(START, theirs, ours).encode()


def test_a_text_that_was_changed_on_both_sides_has_both_versions(joined: Join) -> None:
    after = joined(START, edited(START, 2, title="hier"), edited(START, 3, title="daar"))
    assert heads(after, "title") == {"hier", "daar"}


def test_a_value_typed_over_on_one_branch_replaces_the_one_it_was(joined: Join) -> None:
    theirs = edited(START, 2, why="anders")
    after = joined(START, typed_over(START, "title", "met de hand"), theirs)
    assert (heads(after, "title"), heads(after, "why")) == ({"met de hand"}, {"anders"})
    both = joined(START, typed_over(START, "title", "met de hand"), edited(START, 2, title="in de app"))
    assert heads(both, "title") == {"met de hand", "in de app"}


@pytest.mark.parametrize("base", [b"", b"{", b"[]", new_state(OTHER).encode(), b"<<<<<<< HEAD\n"])
def test_a_base_that_is_none_does_no_harm(joined: Join, base: bytes) -> None:
    after = joined(base, edited(START, 2, title="hier"), edited(START, 3, why="daar"))
    assert (heads(after, "title"), heads(after, "why")) == ({"hier"}, {"daar"})


def test_a_portfolio_without_a_record_gives_way_to_one_that_has_some(joined: Join) -> None:
    empty = new_state(OTHER)
    assert joined(b"", empty, START).encode() == joined(b"", START, empty).encode() == START.encode()


NEWER = START.encode().replace(b'"schema": %d' % SCHEMA, b'"schema": %d' % (SCHEMA + 1))


@pytest.mark.parametrize(
    ("side", "refusal"),
    [
        (b"", UnreadableError),
        (START.encode()[:200], UnreadableError),
        (b"<<<<<<< ours\n{}\n=======\n", UnreadableError),
        (b"{}", ForeignError),
        (NEWER, NewerError),
        (START.encode().replace(b"000000000001", b"000000000002"), OtherPortfolioError),
    ],
)
def test_a_side_that_cannot_be_joined_is_refused_by_name(joined: Join, side: bytes, refusal: type) -> None:
    for ours, theirs, name in ((START, side, "B"), (side, START, "A")):
        with pytest.raises(refusal) as refused:
            joined(START, ours, theirs)
        assert isinstance(refused.value, PortfolioError)
        if refusal is not OtherPortfolioError:
            assert str(refused.value.parameters["path"]).endswith(name)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "A").write_bytes(START.encode())
    with pytest.raises(MissingError, match="B"):
        merge_versions(str(tmp_path / "O"), str(tmp_path / "A"), str(tmp_path / "B"))
