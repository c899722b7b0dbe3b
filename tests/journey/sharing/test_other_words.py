"""Other words in a document: everywhere, with the sentence whole, or left where it is and said."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.journey.sharing.other_words import OtherWords, begins_sentence
from portfolio.records.persons import Person, Profile
from portfolio.wording import Language
from tests.builders import a_person, a_profile

RUUD = a_person("Ruud de Vries", "ervaren monteur", may_be_named="yes")
ZOE = a_person("Zoë", "colleague")
HANS = a_person("Hans", "HR-adviseur")
NOBODY = a_person("Karim", "")
TWO = (a_person("Kim Bakker", "planner"), a_person("Kim Smit", "mentor"))
OWN = a_profile(name="Samir Bouali")
PEOPLE = (RUUD, ZOE, HANS, NOBODY, *TWO)


def other(language: Language = "nl", *, roles: bool = False, changes: dict[str, str] | None = None) -> OtherWords:
    people = [person for person in PEOPLE if isinstance(person, Person)]
    profiles = [OWN] if isinstance(OWN, Profile) else []
    return OtherWords(people, profiles, changes or {}, language, roles=roles)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Meelopen met Ruud: de foutcode", "Meelopen met een ervaren monteur: de foutcode"),
        ("Ruud keek mee. Ruud zei niets.", "Een ervaren monteur keek mee. Een ervaren monteur zei niets."),
        ("Met Ruud de Vries en Hans", "Met een ervaren monteur en een HR-adviseur"),
        ("Ik belde ruud, RUUD en Zoe", "Ik belde een ervaren monteur, een ervaren monteur en een collega"),
        ("- Ruud belt\n- bel Ruud", "- Een ervaren monteur belt\n- bel een ervaren monteur"),
        ("Hij zei: “Ruud is er.”", "Hij zei: “Een ervaren monteur is er.”"),
        ("de uitleg die Ruud gaf", "de uitleg die een ervaren monteur gaf"),
        ("Dat deed mijn Ruud", "Dat deed mijn ervaren monteur"),
        ("Van meneer De Vries geleerd", "Van een ervaren monteur geleerd"),
        ("Samen met collega Ruud", "Samen met een collega"),
        ("Samen met mijn collega Ruud gemeten", "Samen met mijn collega gemeten"),
        ("Collega Ruud keek mee", "Een collega keek mee"),
        ("i.p.v. Ruud", "i.p.v. een ervaren monteur"),
        ("(met Ruud)", "(met een ervaren monteur)"),
        ("Vraag het _Ruud_ of **Hans**", "Vraag het _een ervaren monteur_ of **een HR-adviseur**"),
        (unicodedata.normalize("NFD", "Met Zoë."), "Met een collega."),
    ],
)
def test_a_role_stands_for_a_name_and_the_sentence_is_whole(text: str, told: str) -> None:
    assert other(roles=True).text(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I asked Zoë for help", "I asked a colleague for help"),
        ("I asked Hans for help with it", "I asked an HR-adviseur for help with it"),
        ("That was Zoë's plan", "That was a colleague's plan"),
        ("Zoë’s plan was good", "A colleague's plan was good"),
        ("With my Zoë", "With my colleague"),
        ("With my colleague Zoë at the table", "With my colleague at the table"),
    ],
)
def test_in_english_too(text: str, told: str) -> None:
    assert other("en", roles=True).text(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Ruuds plan uitgevoerd",
        "Ruud's plan uitgevoerd",
        "Hans' plan uitgevoerd",
        "Met Ruudje gepraat",
        "De Ruud-methode werkt",
        "Schrijf aan Ruud@bedrijf.nl",
        "Zie https://bedrijf.nl/Ruud/bon",
        "Met Hans Jansen gebeld",
        "Met Hans van der Berg gebeld",
        "Met Karim gebeld",
        "Met Kim gebeld",
        "Vraag het @Ruud",
        "Onze nieuwe collega Ruud keek",
        "Ik coach Ruud nu",
        "Een Ruud als monteur",
    ],
)
def test_where_the_sentence_would_break_or_nobody_is_sure_the_name_stays(text: str) -> None:
    assert other(roles=True).text(text) == text


def test_who_has_another_last_name_is_not_somebody_else() -> None:
    assert other(roles=True).text("Met Kim Bakker") == "Met een planner"
    assert other(roles=True).text("Samir vroeg Ruud") == "Samir vroeg een ervaren monteur", "the writer has a name"


@pytest.mark.parametrize(
    ("text", "replacement", "told"),
    [
        ("Met Ruud mee", "Mentor", "Met Mentor mee"),
        ("Met Ruud mee", "collega", "Met een collega mee"),
        ("Met Ruud mee", "een collega", "Met een collega mee"),
        ("Met Ruud mee", "mijn mentor", "Met mijn mentor mee"),
        ("Met Ruud mee", "iemand", "Met iemand mee"),
        ("Met Ruud mee", "collega's", "Met collega's mee"),
        ("Met Ruud mee", "R.", "Met R. mee"),
        ("Met Ruud mee", "", "Met mee"),
        ("Met Ruud de Vries mee", "Mentor", "Met Mentor mee"),
        ("Ruud ging mee", "collega", "Een collega ging mee"),
        ("Ruud ging mee", "…", "… ging mee"),
        ("Mijn Ruud ging mee", "een collega", "Mijn collega ging mee"),
        ("Ruuds plan", "Mentor", "Mentors plan"),
        ("Ruud's plan", "Anna", "Anna's plan"),
        ("Ruuds plan", "collega", "Ruuds plan"),
        ("met Ruudje", "Mentor", "met Ruudje"),
        ("I asked Ruud and it was Ruud's plan", "colleague", "I asked a colleague and it was a colleague's plan"),
    ],
)
def test_what_its_writer_wants_to_say_fits_in_the_sentence(text: str, replacement: str, told: str) -> None:
    assert other(changes={"Ruud": replacement}).text(text) == told


def test_other_words_than_names_are_replaced_exactly() -> None:
    change = other(changes={"warme pomp": "installatie", "Heijmans": "een aannemer", "Ruud's plan": "ons plan"})
    assert change.text("De warme pomp. Warme pomp? warme pompen") == "De installatie. Installatie? warme pompen"
    assert change.text("Bij Heijmans, niet Heijmansen") == "Bij een aannemer, niet Heijmansen"
    assert change.text("Na Ruud's plan") == "Na ons plan"
    assert change.looked_at("Bij Heijmans") == ("Bij een aannemer", frozenset({"Heijmans"}))


def test_the_longest_words_go_first_and_what_is_there_is_not_replaced_again() -> None:
    change = other(changes={"Ruud": "Ruud de Vries", "Ruud de Vries": "N."})
    assert change.text("Ruud de Vries en Ruud") == "N. en Ruud de Vries"


def test_a_change_wins_from_a_role() -> None:
    assert other(roles=True, changes={"Ruud": "Mentor"}).text("Ruud en Hans") == "Mentor en een HR-adviseur"


@pytest.mark.parametrize(
    ("label", "told"),
    [("Ruud de Vries", "Mentor"), ("Ruud", "Mentor"), ("vriend van Ruud", "vriend van Mentor"), ("Ruudje", "Ruudje")],
)
def test_the_word_for_a_person_on_a_record_is_replaced_too(label: str, told: str) -> None:
    assert other(changes={"Ruud": "Mentor"}).label(label)[0] == told


@given(st.text(max_size=80), st.sampled_from(["Ruud", "Hans", "x"]))
def test_any_text_keeps_what_is_no_name(text: str, name: str) -> None:
    assert other().text(text) == text
    assert other(roles=True).text(text) == text or "en" in other(roles=True).text(text).casefold()
    assert name not in other(changes={name: "…"}).text(f"{name} {text.replace(name, '')}")[:1]


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        ("", True),
        ("Klaar. ", True),
        ("Klaar.", True),
        ("regel\n", True),
        ("- ", True),
        ("tip: ", False),
        ("o.a. ", False),
    ],
)
def test_where_a_sentence_begins(before: str, begins: bool) -> None:
    assert begins_sentence(f"{before}x", len(before)) is begins
