"""Translation into the language asked for; the only use of gettext.

Each front end makes a `Words` for its language and passes it on. There is no global one, so a screen in Dutch can
export a document in English. English is the source language. The user's own text is never translated.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from typing import Final, Literal

Language = Literal["nl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")
DOMAIN: Final = "leerreis"


class Words:
    """A translator: call it with an English message to get it in `language`."""

    __slots__ = ("_catalogue", "language")

    def __init__(self, language: Language) -> None:
        """Load the catalogue of `language`; without one the messages stay in English."""
        self.language: Language = language
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        if language != "en":
            folder = f"{__file__.rpartition('wording')[0]}locale"
            self._catalogue = gettext.translation(DOMAIN, folder, [language], fallback=True)

    def __call__(self, message: str) -> str:
        """Translate a message; an empty one stays empty."""
        return self._catalogue.gettext(message) if message else ""

    def plural(self, one: str, many: str, n: int, said: str = "") -> str:
        """Translate the form for `n` things, with `{n}` filled in: as `said` ("three"), else in figures."""
        return self._catalogue.ngettext(one, many, n).format(n=said or n)

    def context(self, context: str, message: str) -> str:
        """Translate a message in a context, for English words with more than one translation."""
        return self._catalogue.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the name that extraction tools know
    """Mark a message for extraction without translating it; translate it where it is used."""
    return message


def choose_language(wanted: str | None, environment: Mapping[str, str]) -> Language:
    """Return the language asked for, else that of the locale (LC_ALL, LC_MESSAGES, LANG), else English."""
    if wanted in LANGUAGES:
        return "nl" if wanted == "nl" else "en"
    locale = next((environment[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(k)), "")
    return "nl" if locale.lower().startswith("nl") else "en"
