"""Sensitive words are found in their inflected forms, wherever they are."""

from __future__ import annotations

import pytest

from portfolio.journey.sharing.sensitive import PATTERNS
from tests.journey.sharing.looking import found_in


@pytest.mark.parametrize(
    "word",
    [
        "burn-out", "burn out", "burn‑out", "burn\u00a0out", "Burnouts", "zieke", "ziekgemeld", "ziekteverlof",
        "overspannen", "zwangerschapsverlof", "therapeuten", "medicatie", "reorganisaties", "ontslagen", "wachtwoorden",
        "schulden", "vakbonden", "depressief", "illness", "sickness", "burnt out", "pregnancy",
        "therapists", "disabilities",
        "redundancies", "passwords", "divorced",
        "re-integratie", "reïntegratie", "Re‑integratieplan", "reïntegreren", "chemo", "chemokuur", "chemotherapie",
        "borstkanker", "hartinfarct", "PTSS", "WIA-uitkering", "chemotherapy", "re-integration", "phased return",
        "heart attack", "sick leave", "eating disorder",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["na {} weer begonnen", "Straße, ﬁets, ﬂes, İ: {}"])
def test_an_inflected_word_is_found(word: str, around: str) -> None:
    assert found_in(around.format(word)) == [("sensitive", word)]


@pytest.mark.parametrize(
    "text",
    [
        "muziek, fysiek, ziekenhuis, schuldig, illogical, ill-defined, firedamp, unionised",
        "ik geloof dat het lukt, geloof ik; het was mijn schuld",
        "a union all in SQL, the European Union, technical debt",
        "rechtsbijstand, integratie, infrastructuur, fysiotherapeut, traumateam",
        "a borderline case, two-stroke engine, chemical, the stress test",
        "de scheiding van taken; I diagnosed the fault; the alarm was disabled",
    ],
)
def test_a_harmless_use_is_left_alone(text: str) -> None:
    assert found_in(text) == []


def test_the_patterns_are_folded_and_each_is_there_once() -> None:
    assert len(set(PATTERNS)) == len(PATTERNS)
    assert all(pattern.isascii() and pattern == pattern.lower() for pattern in PATTERNS)
