"""How a person without a name is called in the middle of a sentence: "een collega", "an HR adviser's"."""

from __future__ import annotations

import re
from typing import Final

from portfolio.wording import Language, Words
from portfolio.wording.outline import role_word

_DETERMINERS = """de het een mijn jouw uw ons onze jullie hun dit dat deze die elke iedere welke
the a an my your our their his her this that these those every each"""
_PRONOUNS = """iemand niemand iedereen hij zij ze hem haar hen hun wij we ons ik mij me jij je jou jullie men
someone somebody nobody everyone he she him her they them us i you one"""
_DUTCH = "de het een van ik en met was niet dat op bij naar voor mijn is zijn te om heb heeft"
_ENGLISH = "the a an of i and with was not that on at to for my is are he she have has"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DETERMINERS: Final = _set(_DETERMINERS)
"""Words that come before a noun and take the place of an article."""
_NO_NOUNS: Final = DETERMINERS | _set(_PRONOUNS)
_SMALL_WORDS: Final[tuple[frozenset[str], frozenset[str]]] = _set(_DUTCH), _set(_ENGLISH)
_PLURAL: Final = {
    "nl": re.compile(r"(?:'s|’s|ers|eurs|ors|els|ns|mensen|en)$"),
    "en": re.compile(r"(?:ers|ors|ists|ants|ents|ees|gues|ches|people)$"),
}
"""Endings of nouns of which there are several; they take no article."""
_SOUNDS_AS_VOWEL: Final = re.compile(r"(?:[aeioAEIO]|[uU](?!ni|se|sa|k\b)|[FHLMNRSX](?=[A-Z])|8|11|18)")
_HISSES: Final = ("s", "x", "z", "S", "X", "Z")


def language_of(text: str, otherwise: Language) -> Language:
    """The language that a text seems to be in, by its smallest words."""
    words = re.findall(r"(?<![.\w])[^\W\d_]+(?!\.\w)", text.casefold())
    dutch, english = (sum(word in known for word in words) for known in _SMALL_WORDS)
    if dutch == english:
        return otherwise
    return "nl" if dutch > english else "en"


def is_noun(phrase: str) -> bool:
    """Whether words can take an article: "collega" can, "Mentor", "een collega", "iemand" and "…" cannot."""
    first = phrase.split(maxsplit=1)[0].casefold() if phrase.strip() else ""
    return phrase[:1].isalpha() and phrase[:1].islower() and first not in _NO_NOUNS


def with_article(noun: str, language: Language) -> str:
    """A noun as one of its kind; a plural as it is."""
    if _PLURAL[language].search(noun):
        return noun
    if language == "nl":
        return f"een {noun}"
    return f"{'an' if _SOUNDS_AS_VOWEL.match(noun) else 'a'} {noun}"


def role_in_a_sentence(role: str, language: Language) -> str:
    """A role with its article; one that begins with a word like "my" as it is."""
    words = role_word(role, Words(language)).strip()
    first = words.split(maxsplit=1)[0].casefold() if words else ""
    return words if first in DETERMINERS else with_article(words, language)


def whose(phrase: str, language: Language, *, name: bool) -> str | None:
    """The possessive: "a colleague's", "Mentors"; None where the sentence would have to be built otherwise.

    Dutch makes one only of a name: "het plan van een collega" has another order of words.
    """
    if language == "en":
        return f"{phrase}'" if phrase.endswith(_HISSES) else f"{phrase}'s"
    if not name:
        return None
    if phrase.endswith(_HISSES):
        return f"{phrase}'"
    return f"{phrase}'s" if phrase[-1:] in "aiouy" else f"{phrase}s"
