"""A person's name finds what is linked with that person, in a whole state and in pages alike."""

from __future__ import annotations

import pytest

from portfolio.journey.search.linked_names import linked_names
from portfolio.journey.search.record_pages import pages_of
from portfolio.journey.search.search import Query
from portfolio.records.kinds import PROFILE_ID
from tests.tui.playing import opened, written


@pytest.fixture
def about_them(home: object) -> dict[str, str]:
    """The ids of the records of two people, by the words that name them."""
    _ = home
    henk, _anna = written(
        {"kind": "person", "name": "Henk de Vries"}, {"kind": "person", "name": "Anna", "role": "coach of Henk"}
    )
    (talk,) = written({"kind": "conversation", "with": henk, "place": "Room 4"})
    linked: list[dict[str, object]] = [
        {"kind": "agreement", "text": "A day off", "conversation": talk},
        {"kind": "feedback", "what": "Well explained", "from": henk},
        {"kind": "request", "question": "How did it go?", "person": henk},
        {"kind": "goal", "title": "Measuring", "helpers": [henk]},
        {"kind": "reflection", "answers": {"text": "A long day"}, "people": [henk]},
    ]
    others: list[dict[str, object]] = [
        {"kind": "goal", "title": "Planning", "helpers": [_anna]},
        {"kind": "agreement", "text": "Nobody's"},
    ]
    ids = written(*linked, *others)
    return {"henk": henk, "talk": talk, "anna": _anna} | {str(n): each for n, each in enumerate(ids)}


def found(words: str) -> set[str]:
    """The ids that are found, the same in both ways of searching."""
    read = opened().read
    whole = [record.id for record in read.search(words)]
    typed = read.pages().newest(Query(words), 99).records
    assert [record.id for record in typed] == whole
    records = read.records
    every = [record for kind in ("person", "goal", "agreement") for record in records.of_kind(kind)]
    given = pages_of(every, linked_names(records)).newest(Query(words), 99).records
    assert {record.id for record in given} == set(whole) & {record.id for record in every}
    return set(whole)


def test_a_name_finds_what_is_linked_with_that_person(about_them: dict[str, str]) -> None:
    by_name = {about_them[key] for key in ("henk", "talk", "0", "1", "2", "3", "4")}
    assert found("Henk") == by_name | {about_them["anna"]}
    assert found("vries") == by_name
    assert found("henk explained") == {about_them["1"]}
    assert found("anna") == {about_them["anna"], about_them["5"]}
    assert found("coach") == {about_them["anna"]}, "a role is no name"


def test_what_the_manager_promised_is_found_by_their_name(about_them: dict[str, str]) -> None:
    assert not found("promise henk")
    (promised,) = written({"kind": "agreement", "text": "My promise", "owner": "manager"})
    written({"kind": "profile", "name": "Me", "manager": about_them["henk"]})
    assert found("promise henk") == {promised}
    assert PROFILE_ID in found("henk")
