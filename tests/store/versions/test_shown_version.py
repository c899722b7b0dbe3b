"""What is shown of several versions: careful where privacy is at stake, kind to lists, honest about texts."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from portfolio.store.versions.shown_version import SETTLED, other_values, shown_value
from portfolio.store.versions.values import Json
from tests.store.lives import field_values, vid


@given(st.sampled_from(["title", "tags", "chosen", "shareable", "permission"]), st.lists(field_values, max_size=4))
def test_what_is_shown_does_not_depend_on_the_order_of_the_versions(name: str, values: list[Json]) -> None:
    heads = {vid(n): value for n, value in enumerate(values)}
    assert len({repr(shown_value(name, dict(each))) for each in permutations(heads.items())}) == 1


def test_a_text_shows_its_latest_version_and_keeps_the_others() -> None:
    heads: dict[str, Json] = {vid(1): "a", vid(3): "c", vid(2): "b", vid(4): "c"}
    assert shown_value("title", heads) == "c"
    assert other_values("title", heads) == ["b", "a"]


def test_equal_versions_are_no_conflict() -> None:
    assert other_values("title", {vid(1): "a", vid(2): "a"}) == []


def test_a_text_that_was_cleared_on_one_side_shows_both_sides() -> None:
    assert shown_value("why", {vid(1): "a", vid(2): None}) is None
    assert other_values("why", {vid(1): "a", vid(2): None}) == ["a"]
    assert other_values("why", {vid(2): "a", vid(1): None}) == [None]


def test_tags_and_links_join_in_the_order_they_came() -> None:
    assert shown_value("tags", {vid(2): ["b", "c"], vid(1): ["a", "b"]}) == ["a", "b", "c"]
    assert shown_value("goals", {vid(1): ["a"], vid(2): None}) == ["a"]
    assert shown_value("tags", {vid(1): "damaged", vid(2): ["a"]}) == ["damaged", "a"]


def test_a_record_is_shareable_only_when_every_version_says_so() -> None:
    assert shown_value("shareable", {vid(1): True, vid(2): True}) is True
    for other in (False, None, "yes", 1):
        assert shown_value("shareable", {vid(1): other, vid(2): True}) is False
        assert shown_value("shareable", {vid(2): other, vid(1): True}) is False


def test_the_most_careful_permission_counts() -> None:
    for name in ("permission", "may_be_named"):
        assert shown_value(name, {vid(1): "no", vid(2): "yes", vid(3): "not_asked"}) == "no"
        assert shown_value(name, {vid(1): "not_asked", vid(2): "yes"}) == "not_asked"
        assert shown_value(name, {vid(1): None, vid(2): "yes"}) is None
        assert shown_value(name, {vid(1): "damaged", vid(2): "yes"}) == "damaged"
        assert shown_value(name, {vid(1): "yes", vid(2): "yes"}) == "yes"


def test_what_is_chosen_is_what_both_chose() -> None:
    assert shown_value("chosen", {vid(1): ["a", "b"], vid(2): ["b", "c"]}) == ["b"]
    assert shown_value("chosen", {vid(1): ["a", "b"], vid(2): None}) == []


def test_fields_that_settle_themselves_are_never_a_conflict() -> None:
    for name in SETTLED:
        assert other_values(name, {vid(1): ["a"], vid(2): ["b"]}) == []


def test_no_pause_is_lost_where_two_computers_noted_one() -> None:
    one: Json = {"from": "2025-03-01", "until": "2025-04-01"}
    other: Json = {"from": "2025-06-01"}
    assert shown_value("pauses", {vid(1): [one], vid(2): [one, other]}) == [one, other]
    assert shown_value("pauses", {vid(1): [one], vid(2): [other]}) == [one, other]
