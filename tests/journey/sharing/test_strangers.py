"""What may be the name of a person who is no record is pointed out, and names of things are not."""

from __future__ import annotations

import pytest

from portfolio.journey.sharing import known_words
from portfolio.journey.sharing.first_names import FIRST_NAMES
from tests.builders import a_person, a_profile, a_reflection, a_skill
from tests.journey.sharing.looking import found_in

KNOWN = [
    a_profile("Samir Bouali", organisation="Brinkzicht Installatietechniek"),
    a_person("Ruud Jansen", may_be_named="yes"),
    a_skill("Werken met Xaltura"),
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Met mevrouw Pietersen gebeld", "mevrouw Pietersen"),
        ("met mevrouw de vries gebeld", "mevrouw de vries"),
        ("met Dhr. Van den Heuvel", "Dhr. Van den Heuvel"),
        ("met dhr. jansma", "dhr. jansma"),
        ("mevr. Jansen-de Vries belde", "mevr. Jansen-de Vries"),
        ("meneer J.P. Smit belde", "meneer J.P. Smit"),
        ("het was J.P. Smit", "J.P. Smit"),
        ("P. de Boer hielp", "P. de Boer"),
        ("Hanna Kuipers belde", "Hanna Kuipers"),
        ("Sanne's idee", "Sanne"),
        ("met Van Dijk gebeld", "Van Dijk"),
        ("Frank vroeg iets", "Frank"),
        ("mijn collega Özgür hielp", "Özgür"),
        ("Met Łukasz Nowak gewerkt", "Łukasz Nowak"),
        ("with Mr McGregor", "Mr McGregor"),
        ("Mrs. Smith-Jones rang", "Mrs. Smith-Jones"),
        ("I met Ngozi Adichie", "Ngozi Adichie"),
        ("met Jan gesproken", "Jan"),
        ("o.a. Willem hielp", "Willem"),
        ("voor Hanna, en dat was goed", "Hanna"),
        ("DE HEER PIETERSEN belde", "HEER PIETERSEN"),
        ("MEVROUW DE VRIES belde", "MEVROUW DE VRIES"),
        ("DHR. VAN DEN HEUVEL BELDE", "DHR. VAN DEN HEUVEL BELDE"),
        ("MR HOLLOWAY rang", "MR HOLLOWAY"),
        ("met DR. Özgür", "DR. Özgür"),
    ],
)
def test_what_may_be_a_name_is_found_with_its_title(text: str, words: str) -> None:
    assert found_in(text, *KNOWN) == [("stranger", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Samir Bouali en mevrouw Jansen, bij Brinkzicht, met Xaltura",
        "Een zin. Daarna nog een. Vraag: Waarom? - Omdat het kon",
        "in Apeldoorn en te Wijchen, op de Veluwe, de Erasmusbrug",
        "de Samsung, een Kivola, het Rijksmuseum, the Zorbax pump",
        "de cursus Effectief Luisteren en het boek De Grote Vriendelijke Reus",
        "op Maandag in Januari, in Jan 2026, met Kerst, het Frans",
        "als Product Owner en Scrum Master bij de Europese Unie",
        "Jansen BV en Kuipers Holding",
        "Python-script, PowerBI, iPhone, SQL, MBO, deel II",
        "I think I'm better, and I've asked",
        "mijn collega van HR, mevrouw was boos, de heer des huizes",
        "Mark the date. Will this work? May is late",
        "we werkten met Figma en Canva",
        "een MR SCAN, MS OFFICE, 5 MW WARMTEPOMP, IR CAMERA, MEVROUW WAS BOOS",
        "de ploeg van Elektro, aan Sales en Inkoop, op Boven-West, de leverancier is Kivola, de nieuwe Kivola",
        "de stelling van Thales, Zorbax's law, een les over Kivola, the Freedom of Zorbax",
        "with Think-Pair-Share, op Kivola 7",
    ],
)
def test_other_capitals_are_left_alone(text: str) -> None:
    assert found_in(text, *KNOWN) == []


def test_a_word_that_is_written_small_elsewhere_is_no_name_unless_a_title_says_so() -> None:
    elsewhere = a_reflection("2025-05-01", "note", "de kruimelaar liep goed")
    assert found_in("met Kruimelaar gewerkt") == [("stranger", "Kruimelaar")]
    assert found_in("met Kruimelaar gewerkt", elsewhere) == []
    assert found_in("met mevrouw Kruimelaar gewerkt", elsewhere) == [("stranger", "mevrouw Kruimelaar")]


def test_the_lists_are_folded() -> None:
    for words in (known_words.KNOWN, FIRST_NAMES, known_words.SURNAMES, known_words.ALSO_WORDS):
        assert all(word.isascii() and word == word.lower() for word in words)
