"""How a person is called behind "with" in a document: a name as it is, a role with "my" before it."""

from __future__ import annotations

import re
from typing import Final

from portfolio.journey.fold import fold
from portfolio.journey.sharing.known_words import ROLES
from portfolio.journey.sharing.strip import SOMEONE
from portfolio.wording import Words
from portfolio.wording.in_a_sentence import is_noun, with_article
from portfolio.wording.outline import role_word

_CAPITALS: Final = re.compile(r"[A-Z]{2,6}[ -][a-z]")
"""A role that begins with an acronym: HR adviser, HR-adviseur."""
_ROLE: Final = re.compile(r"[^\W\d_][a-z]+(?: [a-z]+)*")
"""Words with small letters, of which the first can have a capital: Service manager."""


def with_whom(word: str, _: Words) -> str:
    """The word in the middle of a sentence: "my service manager"; a name, "a colleague" and "HR" as they are."""
    words = word.strip()
    role = bool(_ROLE.fullmatch(words)) and fold(words).rpartition(" ")[2] in ROLES
    if role and words[1:2].islower():
        words = words[0].lower() + words[1:]
    if not (is_noun(words) or _CAPITALS.match(words)):
        return words
    if words == role_word(SOMEONE, _):  # anyone: nothing more may leave, or nothing is known
        return with_article(words, _.language)
    return _("my {role}").format(role=words)
