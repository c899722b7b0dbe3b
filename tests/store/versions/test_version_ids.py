"""Version ids sort by time and say when they were made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portfolio.store.versions.version_ids import derived_vid, is_vid, new_vid, vid_time

moments = st.integers(0, 2**45 - 1)
randoms = st.integers(0, 2**35 - 1)


@given(moments, moments, randoms, randoms)
def test_version_ids_sort_by_their_time(a: int, b: int, ra: int, rb: int) -> None:
    assert (new_vid(a, ra) < new_vid(b, rb)) == ((a, ra) < (b, rb))


@given(moments, randoms)
def test_a_version_id_gives_its_time_back(moment: int, random: int) -> None:
    vid = new_vid(moment, random)
    assert vid_time(vid) == moment
    assert is_vid(vid)


def test_what_is_no_version_id_is_told() -> None:
    assert not any(map(is_vid, ("", "-", "abc", "0" * 15, "0" * 17, "0" * 15 + "a", "0" * 15 + " ", None, 7, "é" * 16)))


def test_a_derived_id_depends_on_every_part_and_on_nothing_else() -> None:
    assert derived_vid(5, "a", "b") == derived_vid(5, "a", "b")
    assert (
        len({derived_vid(5, "a", "b"), derived_vid(5, "ab"), derived_vid(6, "a", "b"), derived_vid(5, "b", "a")}) == 4
    )
