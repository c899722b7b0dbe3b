"""A record and its document: the same both ways, whatever a hand did to the document."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portfolio.store.format.stored_form import decode, encode, flat, nested
from portfolio.store.versions import version_set
from portfolio.store.versions.shown_version import shown_value
from portfolio.store.versions.values import Json, spelled
from portfolio.store.versions.version_set import Entry, join
from tests.store import acting
from tests.store.lives import json_values, lives, record_id, texts, vid

ID = record_id(1)
spoiled_documents = st.dictionaries(
    st.sampled_from(["id", "title", "answers", "sheet", "_v", "_alt", "_del", "_new", "*", "answers.learned", "tags"])
    | texts,
    json_values
    | st.dictionaries(
        st.sampled_from(["title", "*", "answers", "answers.learned", "heads", "gone", "id", vid(3)]),
        st.sampled_from([vid(1), f"{vid(2)} {vid(1)}", "- x", "", "y"])
        | st.dictionaries(st.sampled_from([vid(4), vid(5), "odd one"]), json_values, max_size=2)
        | json_values,
        max_size=3,
    ),
    max_size=6,
)


@given(lives)
def test_a_record_comes_back_from_its_document_as_it_was(machines: list[Entry]) -> None:
    for entry in (*machines, join(machines[0], machines[1])):
        document = encode(ID, entry)
        assert decode(ID, document) == entry
        assert spelled(encode(ID, decode(ID, document))) == spelled(document)


@given(lives)
def test_the_plain_fields_are_what_is_shown(machines: list[Entry]) -> None:
    document = encode(ID, join(machines[0], machines[1]))
    entry = decode(ID, document)
    for name in ("title", "why", "tags", "shareable"):
        field = entry.fields.get(name)
        assert document.get(name) == (shown_value(name, field.heads) if field else None)


@given(spoiled_documents)
def test_a_spoiled_document_is_read_once_and_then_stays_the_same(document: dict[str, Json]) -> None:
    entry = decode(ID, document)
    once = encode(ID, entry)
    assert spelled(encode(ID, decode(ID, once))) == spelled(once)
    assert spelled(encode(ID, decode(ID, document))) == spelled(once)


@given(spoiled_documents)
def test_no_word_of_a_spoiled_document_is_lost(document: dict[str, Json]) -> None:
    document["title"] = "the words of a person"
    document["_v"] = {"title": vid(9)} if isinstance(document.get("_v"), dict) else document.get("_v")
    document.pop("_del", None)
    assert "the words of a person" in spelled(encode(ID, decode(ID, document)))


def test_a_document_without_versions_gets_the_same_ones_everywhere() -> None:
    first, second = decode(ID, {"title": "x", "tags": ["a"]}), decode(ID, {"tags": ["a"], "title": "x", "id": ID})
    assert first == second
    assert list(first.fields["title"].heads.values()) == ["x"]


def test_a_record_saved_once_lists_one_version() -> None:
    document = encode(ID, version_set.create({"title": "x", "answers.learned": "y", "tags": ["a"]}, vid(1)))
    assert document == {"id": ID, "title": "x", "answers": {"learned": "y"}, "tags": ["a"], "_v": {"*": vid(1)}}


def test_the_common_version_is_chosen_by_the_state_alone() -> None:
    a = version_set.create({"title": "x", "why": "y"}, vid(1))
    b = version_set.create({"sign": "s", "due": "d"}, vid(2))
    assert encode(ID, join(a, b))["_v"] == encode(ID, join(b, a))["_v"] == {"*": vid(1), "sign": vid(2), "due": vid(2)}


def test_other_versions_and_replaced_ones_stand_beside_the_plain_fields() -> None:
    start = version_set.create({"title": "x"}, vid(1))
    both = join(acting.edited(start, {"title": "b"}, vid(3)), acting.edited(start, {"title": "a"}, vid(2)))
    document = encode(ID, both)
    assert document["title"] == "b"
    assert document["_alt"] == {"title": {vid(2): "a"}}
    assert document["_v"] == {"title": f"{vid(3)} {vid(1)}"}


def test_a_united_list_changed_by_hand_replaces_what_it_showed() -> None:
    both = join(version_set.create({"tags": ["a"]}, vid(1)), version_set.create({"tags": ["b"]}, vid(2)))
    document = encode(ID, both)
    assert document["tags"] == ["a", "b"]
    document["tags"] = ["a", "b", "c"]
    field = decode(ID, document).fields["tags"]
    assert list(field.heads.values()) == [["a", "b", "c"]]
    assert field.gone == {vid(1), vid(2)}


def test_a_group_that_was_spoiled_keeps_its_words_beside_its_keys() -> None:
    both = join(decode(ID, {"answers": "just text"}), version_set.create({"answers.learned": "x"}, vid(1)))
    document = encode(ID, both)
    assert document["answers"] == {"learned": "x"}
    assert "just text" in spelled(document)
    assert decode(ID, document) == both


def test_groups_are_taken_apart_and_put_together() -> None:
    values: dict[str, Json] = {"title": "t", "answers": {"learned": "a", "with.dot": "b"}, "anchors": {"1": "c"}}
    assert flat(values) == {"title": "t", "answers.learned": "a", "answers.with.dot": "b", "anchors.1": "c"}
    assert nested(flat(values)) == values
    assert nested({"answers.learned": None, "title": None}) == {}


def test_a_strange_id_is_carried_along() -> None:
    assert decode(ID, {"id": "mine", "title": "x"}).fields["_id"].heads.popitem()[1] == "mine"  # type: ignore[attr-defined]
