"""References to a person without a name inside a sentence: "een collega", "an HR adviser's"."""

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
"""Words before a noun that replace an article."""
_NO_NOUNS: Final = DETERMINERS | _set(_PRONOUNS)
_SMALL_WORDS: Final[tuple[frozenset[str], frozenset[str]]] = _set(_DUTCH), _set(_ENGLISH)
_PLURAL: Final = {
    "nl": re.compile(r"(?:'s|’s|ers|eurs|ors|els|ns|mensen|en)$"),
    "en": re.compile(r"(?:ers|ors|ists|ants|ents|ees|gues|ches|people)$"),
}
"""Endings of plural nouns, which take no article."""
_SOUNDS_AS_VOWEL: Final = re.compile(r"(?:[aeioAEIO]|[uU](?!ni|se|sa|k\b)|[FHLMNRSX](?=[A-Z])|8|11|18)")
_HISSES: Final = ("s", "x", "z", "S", "X", "Z")


def language_of(text: str, otherwise: Language) -> Language:
    """Return the language that a text seems to be in, by its commonest small words; `otherwise` if undecided."""
    words = re.findall(r"(?<![.\w])[^\W\d_]+(?!\.\w)", text.casefold())
    dutch, english = (sum(word in known for word in words) for known in _SMALL_WORDS)
    if dutch == english:
        return otherwise
    return "nl" if dutch > english else "en"


def is_noun(phrase: str) -> bool:
    """Return whether words can take an article: "collega" can; "Mentor", "een collega", "iemand" and "…" cannot."""
    first = phrase.split(maxsplit=1)[0].casefold() if phrase.strip() else ""
    return phrase[:1].isalpha() and phrase[:1].islower() and first not in _NO_NOUNS


def with_article(noun: str, language: Language) -> str:
    """Return a noun with its indefinite article; a plural unchanged."""
    if _PLURAL[language].search(noun):
        return noun
    if language == "nl":
        return f"een {noun}"
    return f"{'an' if _SOUNDS_AS_VOWEL.match(noun) else 'a'} {noun}"


def role_in_a_sentence(role: str, language: Language) -> str:
    """Return a role with its article; unchanged if it starts with a determiner such as "my"."""
    words = role_word(role, Words(language)).strip()
    first = words.split(maxsplit=1)[0].casefold() if words else ""
    return words if first in DETERMINERS else with_article(words, language)


def whose(phrase: str, language: Language, *, name: bool) -> str | None:
    """Return the possessive: "a colleague's", "Mentors"; None where the sentence would need another construction.

    Dutch has a possessive form for names only: "het plan van een collega" has another word order.
    """
    if language == "en":
        return f"{phrase}'" if phrase.endswith(_HISSES) else f"{phrase}'s"
    if not name:
        return None
    if phrase.endswith(_HISSES):
        return f"{phrase}'"
    return f"{phrase}'s" if phrase[-1:] in "aiouy" else f"{phrase}s"
