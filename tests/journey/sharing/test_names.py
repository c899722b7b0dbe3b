"""The name of a person is found in every form in which people type it, and not in other words."""

from __future__ import annotations

import unicodedata

import pytest

from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.leaks import leaks
from portfolio.journey.sharing.share import share
from tests.builders import TODAY, a_person, a_profile, a_reflection, having
from tests.journey.sharing.looking import found_in

PEOPLE = [
    a_person(name, "colleague", may_be_named="no")
    for name in (
        "Erik", "Ruud Jansen", "Zoë van der Meer", "Hans Bakker", "Bart", "Marie Claes", "Kees", "Tim", "Jo", "José",
        "Anne-Marie de Wit", "Łukasz Wójcik", "Groß", "李明", "van den Berg", "klant",
        "Siobhán O'Brien", "Ineke 't Hart",
        "D'Angelo", "İbrahim", "mijn collega van de administratie", "ilse", "Will Turner", "May Chen", "Jan Kok",
    )
]  # fmt: skip


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Eriks plan uitgevoerd", "Eriks"),
        ("Erik's plan", "Erik"),
        ("Erik’s plan", "Erik"),
        ("Hans' plan", "Hans"),
        ("met ERIK besproken", "ERIK"),
        ("met erik besproken", "erik"),
        ("van ruuds kant", "ruuds"),
        ("Zoe belde", "Zoe"),
        ("Zoës plan", "Zoës"),
        (nfd("Zoë belde"), nfd("Zoë")),
        (nfd("met Zoës plan"), nfd("Zoës")),
        ("appje van @zoë gekregen", "@zoë"),
        ("volgens _Ruud_ niet", "Ruud"),
        ("volgens **Ruud** niet", "Ruud"),
        ("@Ruud_Jansen zei", "@Ruud_Jansen"),
        ("RuudJansen zei", "RuudJansen"),
        ("Ru\u00adud belde", "Ru\u00adud"),
        ("Bartje hielp", "Bartje"),
        ("Marietje hielp", "Marietje"),
        ("Keesjes vraag", "Keesjes"),
        ("Timmetje hielp", "Timmetje"),
        ("Hansie hielp", "Hansie"),
        ("Jo hielp", "Jo"),
        ("met jo gebeld", "jo"),
        ("Jo's tip", "Jo"),
        ("Jose hielp", "Jose"),
        ("Ruud Jansen hielp", "Ruud Jansen"),
        ("met Jansen gebeld", "Jansen"),
        ("mevrouw Van der Meer", "Van der Meer"),
        ("met van der meer gebeld", "van der meer"),
        ("met v.d. Meer gebeld", "v.d. Meer"),
        ("met vd Berg gebeld", "vd Berg"),
        ("Van den Berg belde", "Van den Berg"),
        ("Anne‑Marie belde", "Anne‑Marie"),
        ("met annemarie gebeld", "annemarie"),
        ("Anne Marie de Wit belde", "Anne Marie de Wit"),
        ("met De Wit gebeld", "De Wit"),
        ("Lukasz belde", "Lukasz"),
        ("met łukasz gebeld", "łukasz"),
        ("Gross belde", "Gross"),
        ("GROSS belde", "GROSS"),
        ("与李明讨论", "李明"),
        ("Siobhan O’Brien belde", "Siobhan O’Brien"),
        ("met obrien gebeld", "obrien"),
        ("D’Angelo belde", "D’Angelo"),
        ("met 't Hart gebeld", "'t Hart"),
        ("met ibrahim gebeld", "ibrahim"),
        ("İBRAHİM belde", "İBRAHİM"),
        ("Ilse hielp", "Ilse"),
        ("met ilses hulp", "ilses"),
        ("Erik in de Hauptstraße met de ﬁets", "Erik"),
        ("Will asked me", "Will"),
        ("Turner said no", "Turner"),
        ("May's idea", "May"),
        ("Jan belde", "Jan"),
        ("met jan gebeld", "jan"),
        ("Erik Peeters belde", "Erik Peeters"),
    ],
)
def test_a_name_is_found_as_it_was_typed(text: str, words: str) -> None:
    assert found_in(text, *PEOPLE) == [("name", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [("met R.J. gebeld", "R.J."), ("met RJ gebeld", "RJ"), ("met A.M.d.W. gebeld", "A.M.d.W."), ("AMdW belde", "AMdW")],
)
def test_initials_are_found(text: str, words: str) -> None:
    assert found_in(text, *PEOPLE) == [("initials", words)]


@pytest.mark.parametrize(
    "text",
    [
        "De eriksonlijst en de joker",
        "De bergen en het hart van de muur, de witte",
        "Een klant en nog een Klant",
        "Meer tijd, meer rust",
        "Het was een goede administratie",
        "In Jan 2026 and since May",
        "We begin in mei, op 3 mei",
        "Will you ask? May I? I will, if I may",
        "Van de week en met al die dingen",
        "a turner, a baker and a cook",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert found_in(text, *PEOPLE) == []


def test_who_agreed_may_stand_there_unless_roles_are_asked_for() -> None:
    ruud = a_person("Ruud Jansen", "colleague", may_be_named="yes")
    other = a_person("Ruud Bakker", "colleague", may_be_named="no")
    assert found_in("Ruuds plan, en mevrouw Jansen", ruud) == []
    assert found_in("Ruuds plan", ruud, names="roles") == [("name", "Ruuds")]
    assert found_in("Ruud Jansen en Ruud Bakker", ruud, other) == [("name", "Ruud Bakker")]
    assert found_in("Ruud hielp", ruud, other) == [("name", "Ruud")]


def test_one_s_own_name_is_no_leak_and_the_person_is_named() -> None:
    erik, profile = a_person("Erik Bouali", may_be_named="no"), a_profile("Samir Bouali")
    assert found_in("Samir Bouali, Samirs plan", profile) == []
    records = having(a_reflection("2025-06-01", "success", "Samir Bouali en Eriks plan", shareable=True), erik, profile)
    (leak,) = leaks(share(records, Choice(), TODAY), records)
    assert (leak.words, leak.person) == ("Eriks", erik.id)
