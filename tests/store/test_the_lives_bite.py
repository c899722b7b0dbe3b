"""The test of the test: each of these mistakes in the store must be found by the lives of three computers.

What has to be found for each is what storage without version sets does: words lost, replaced words back, words hidden.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from portfolio.errors import PortfolioError
from portfolio.notebook.seen_versions import SeenVersions
from portfolio.store.file.shadow import Shadow
from portfolio.store.format import record_view
from portfolio.store.format.canonical import State
from portfolio.store.versions import version_ids
from portfolio.store.versions import version_set as store_versions
from portfolio.store.versions.version_set import Entry, Seen, VersionSet
from tests.store import acting
from tests.store.worlds import by_chance, live

LIVES = 120
Patch = pytest.MonkeyPatch


def what_was_replaced_is_forgotten(patch: Patch) -> None:
    """Joining keeps every version of both sides, and what they replaced is not remembered."""

    def both(a: VersionSet, b: VersionSet) -> VersionSet:
        return VersionSet({**a.heads, **b.heads})

    patch.setattr(store_versions, "_join_field", both)


def a_deletion_always_wins(patch: Patch) -> None:
    """Whatever was written without having seen it."""

    def is_live(entry: Entry) -> bool:
        return not entry.deletion.heads and any(field.heads for field in entry.fields.values())

    patch.setattr(store_versions, "is_live", is_live)
    patch.setattr(record_view, "is_live", is_live)


def the_last_writer_wins(patch: Patch) -> None:
    """Of two versions of a field one is kept."""

    def later(a: VersionSet, b: VersionSet) -> VersionSet:
        return max(a, b, key=lambda each: max(each.heads, default=""))

    patch.setattr(store_versions, "_join_field", later)


def no_shadow_is_written(patch: Patch) -> None:
    """Words are in the data file only."""
    patch.setattr(Shadow, "write", lambda *_given: None)


def what_arrives_counts_as_seen(patch: Patch) -> None:
    """A command replaces every version that there is, whoever saw it."""

    def everything(_self: SeenVersions, state: State, identity: str) -> Seen:
        return acting.everything(state, identity)

    patch.setattr(SeenVersions, "__call__", everything)


def a_version_is_named_by_the_clock_alone(patch: Patch) -> None:
    """Two computers at one moment give the same name to two versions."""
    new_vid = version_ids.new_vid
    patch.setattr(version_ids, "new_vid", lambda now_ms, _random: new_vid(now_ms, 0))


MISTAKES: dict[Any, str] = {
    what_was_replaced_is_forgotten: "GHOST",
    a_deletion_always_wins: "HIDDEN",
    the_last_writer_wins: "LOST",
    no_shadow_is_written: "LOST",
    what_arrives_counts_as_seen: "LOST",
    a_version_is_named_by_the_clock_alone: "LOST",
}


@pytest.mark.slow
@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.__name__)
def test_each_mistake_is_found(mistake: Callable[[Patch], None], monkeypatch: Patch) -> None:
    mistake(monkeypatch)
    found: list[str] = []
    for seed in range(LIVES):
        try:
            live(by_chance(seed))
        except AssertionError as failure:
            found.append(str(failure))
            if MISTAKES[mistake] in found[-1]:
                return
        except PortfolioError:
            continue
    pytest.fail(f"never {MISTAKES[mistake]} in {LIVES} lives; {found[:5]}")
