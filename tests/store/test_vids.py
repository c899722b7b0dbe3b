"""Version ids sort by time and say when they were made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portfolio.store.vids import derived_vid, id_of, id_time, is_vid, key_of, mint, new_vid, vid_time

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


def test_a_minted_id_is_of_this_moment() -> None:
    assert 1_700_000_000_000 < vid_time(mint()) < 2**45
    assert mint() != mint()


def test_a_derived_id_depends_on_every_part_and_on_nothing_else() -> None:
    assert derived_vid(5, "a", "b") == derived_vid(5, "a", "b")
    assert (
        len({derived_vid(5, "a", "b"), derived_vid(5, "ab"), derived_vid(6, "a", "b"), derived_vid(5, "b", "a")}) == 4
    )


@given(st.integers(0, 2**128 - 1))
def test_an_id_and_its_number_are_one_to_one(key: int) -> None:
    assert key_of(id_of(key)) == key


def test_only_a_uuid_of_version_seven_has_a_time() -> None:
    assert id_time("0198c0de-0000-7000-8000-000000000001") == 0x0198C0DE0000
    assert id_time("0198c0de-0000-4000-8000-000000000001") is None
    assert key_of("no id at all") is None
    assert key_of("z" * 36) is None
