"""Three computers to which everything happens that happens to files: nothing promised is lost, hidden or haunts.

The rules are the methods of `World`. What it checks at the end, when all of them exchanged everything: no promised word
is gone that nobody who saw it took away; none is back that was replaced; none is hidden by a deletion that did not see
it; purged words are in no file; all three are equal and write nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portfolio.atomic import System
from tests.store.worlds import ARGUMENTS, DEEDS, Step, by_chance, live

MANY = 800


def _step(form: str) -> st.SearchStrategy[tuple[Any, ...]]:
    name, *kinds = form.split()
    return st.tuples(st.just(name), *(st.sampled_from(ARGUMENTS[kind]) for kind in kinds))


steps = st.lists(st.sampled_from([form for often, form in DEEDS for _ in range(often)]).flatmap(_step), max_size=14)


@pytest.fixture(autouse=True, scope="module")
def quick_disk() -> Iterator[None]:
    """No life waits for the disk or for a file that may be half written: neither is what is tested here."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("sleep", "sync", "sync_folder"):
            patch.setattr(System, name, lambda _self, _what: None)
        yield


@given(steps=steps)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_happens_to_three_computers_nothing_promised_is_lost(steps: list[Step]) -> None:
    live(steps)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_long_lives_of_three_computers_lose_nothing(part: int) -> None:
    for seed in range(part, MANY, 4):
        try:
            live(by_chance(seed, 40))
        except AssertionError as failure:
            raise AssertionError(f"{failure}; life {seed}: {by_chance(seed, 40)}") from failure
