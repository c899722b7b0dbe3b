"""Version sets: joining loses nothing, whatever the order, the clock or the machine."""

from __future__ import annotations

from hypothesis import given

from portfolio.store.format.stored_form import encode
from portfolio.store.versions import version_set
from portfolio.store.versions.shown_version import other_values, shown_value
from portfolio.store.versions.values import Json, spelled
from portfolio.store.versions.version_ids import new_vid
from portfolio.store.versions.version_set import (
    GONE_AT_MOST,
    Deletion,
    Entry,
    VersionSet,
    adopt_hand_edits,
    is_live,
    join,
)
from tests.store import acting
from tests.store.lives import lives, record_id, vid

ID = record_id(1)


def text(entry: Entry) -> str:
    """The stored form: equal text is equal state."""
    return spelled(encode(ID, entry))


def shown(entry: Entry, field: str = "title") -> Json:
    return shown_value(field, entry.fields[field].heads)


@given(lives)
def test_joining_is_commutative(machines: list[Entry]) -> None:
    a, b, _c = machines
    assert text(join(a, b)) == text(join(b, a))


@given(lives)
def test_joining_is_associative(machines: list[Entry]) -> None:
    a, b, c = machines
    assert text(join(join(a, b), c)) == text(join(a, join(b, c)))


@given(lives)
def test_joining_is_idempotent_and_dominates_both(machines: list[Entry]) -> None:
    a, b, _c = machines
    both = join(a, b)
    assert text(join(a, a)) == text(a)
    assert text(join(both, a)) == text(join(both, b)) == text(both)


@given(lives)
def test_machines_that_exchange_everything_agree(machines: list[Entry]) -> None:
    a, b, c = machines
    assert text(join(join(a, b), c)) == text(join(join(c, a), b)) == text(join(join(b, c), a))


@given(lives)
def test_a_value_leaves_only_when_someone_replaced_it(machines: list[Entry]) -> None:
    a, b, _c = machines
    both = join(a, b)
    for name, field in a.fields.items():
        for version in field.heads:
            kept = both.fields.get(name, VersionSet({}))
            assert version in kept.heads or version in kept.gone or version in both.deletion.purged


@given(lives)
def test_a_replaced_value_never_comes_back(machines: list[Entry]) -> None:
    a, b, _c = machines
    both = join(a, b)
    for name, field in a.fields.items():
        assert not field.gone & set(both.fields.get(name, VersionSet({})).heads)


@given(lives)
def test_purged_words_are_in_no_copy_that_joined(machines: list[Entry]) -> None:
    a, b, c = machines
    purged = version_set.purge(join(a, b), version_set.all_of(join(a, b)))
    joined = join(purged, join(c, a))
    for name, field in joined.fields.items():
        for version in field.heads:
            assert version not in {
                **a.fields.get(name, VersionSet({})).heads,
                **b.fields.get(name, VersionSet({})).heads,
            }


def test_two_edits_of_one_text_are_both_kept_and_an_edit_that_saw_both_settles_it() -> None:
    start = version_set.create({"title": "x"}, vid(1))
    here, there = acting.edited(start, {"title": "here"}, vid(3)), acting.edited(start, {"title": "there"}, vid(2))
    both = join(here, there)
    assert shown(both) == "here"
    assert other_values("title", both.fields["title"].heads) == ["there"]
    settled = join(acting.edited(both, {"title": "here"}, vid(4)), both)
    assert settled.fields["title"].heads == {vid(4): "here"}


def test_an_edit_replaces_only_what_its_editor_was_shown() -> None:
    start = version_set.create({"title": "x"}, vid(1))
    arrived = join(start, acting.edited(start, {"title": "there"}, vid(2)))
    edited = acting.edited(arrived, {"title": "here"}, vid(3), seen={"title": [vid(1)]})
    assert edited.fields["title"].heads == {vid(2): "there", vid(3): "here"}
    unseen = acting.edited(arrived, {"why": "because"}, vid(4), seen={})
    assert unseen.fields["why"].heads == {vid(4): "because"}


def test_an_edit_that_changes_nothing_makes_no_version() -> None:
    start = version_set.create({"title": "x", "why": None}, vid(1))
    assert acting.edited(start, {"title": "x", "why": None, "energy": None}, vid(2)) == start


def test_one_is_not_true() -> None:
    start = version_set.create({"shareable": 1}, vid(1))
    assert acting.edited(start, {"shareable": True}, vid(2)).fields["shareable"].heads[vid(2)] is True


def test_a_deleted_record_comes_back_when_it_was_edited_unseen() -> None:
    start = version_set.create({"title": "x"}, vid(1))
    deleted, edited = acting.deleted(start, vid(2)), acting.edited(start, {"title": "y"}, vid(3))
    assert not is_live(deleted)
    assert is_live(join(deleted, edited))
    assert not is_live(acting.deleted(join(deleted, edited), vid(4)))


def test_an_undeleted_record_stays_when_an_old_copy_arrives() -> None:
    deleted = acting.deleted(version_set.create({"title": "x"}, vid(1)), vid(2))
    back = version_set.undelete(deleted)
    assert is_live(back)
    assert is_live(join(back, deleted))


def test_no_older_copy_brings_purged_words_back() -> None:
    first = version_set.create({"title": "x", "sheet.my own question": "y"}, vid(1))
    second = acting.edited(first, {"title": "z"}, vid(2))
    purged = version_set.purge(second, version_set.all_of(second))
    for old in (first, second):
        joined = join(purged, old)
        assert joined.fields == {}
        assert not is_live(joined)
        assert "question" not in text(joined)


def test_one_id_with_two_values_keeps_both() -> None:
    a, b = version_set.create({"title": "x"}, vid(1)), version_set.create({"title": "y"}, vid(1))
    both = join(a, b)
    assert sorted(map(str, both.fields["title"].heads.values())) == ["x", "y"]
    assert text(both) == text(join(b, a)) == text(join(both, a)) == text(join(both, b))
    third = version_set.create({"title": "w"}, vid(1))
    assert text(join(both, third)) == text(join(a, join(b, third)))
    assert len(join(both, third).fields["title"].heads) == 3


def test_a_field_that_a_program_dropped_comes_back() -> None:
    whole, dropped = (
        version_set.create({"title": "x"}, vid(1)),
        Entry({"title": VersionSet({vid(1): None})}, Deletion({})),
    )
    assert shown(join(whole, dropped)) == shown(join(dropped, whole)) == "x"
    assert shown(join(whole, adopt_hand_edits(dropped, whole))) == "x"


def test_a_hand_edit_becomes_a_version_that_replaces_the_old_one_and_is_the_same_everywhere() -> None:
    known, edited = version_set.create({"title": "x"}, vid(1)), version_set.create({"title": "by hand"}, vid(1))
    adopted = adopt_hand_edits(edited, known)
    joined = join(known, adopted)
    assert list(joined.fields["title"].heads.values()) == ["by hand"]
    assert joined.fields["title"].gone == {vid(1)}
    assert adopted == adopt_hand_edits(edited, known)


def test_the_newest_of_replaced_versions_are_remembered() -> None:
    entry = version_set.create({"title": "0"}, vid(0))
    for n in range(1, GONE_AT_MOST + 5):
        entry = acting.edited(entry, {"title": str(n)}, vid(n))
    assert len(entry.fields["title"].gone) == GONE_AT_MOST
    assert vid(GONE_AT_MOST + 3) in entry.fields["title"].gone
    assert vid(0) not in entry.fields["title"].gone


def test_a_clock_years_behind_loses_nothing() -> None:
    start = version_set.create({"title": "x"}, new_vid(2**40, 1))
    edited = acting.edited(start, {"title": "later, by a slow clock"}, new_vid(5, 2))
    assert shown(join(start, edited)) == "later, by a slow clock"
