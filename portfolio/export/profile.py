"""Profiles: what a document has, in which order, under which headings and within which limits. One TOML file each.

    layout = "portfolio"                       # portfolio, page, pdp, evc or hours
    name = "Portfolio for the register"        # what it is called where one chooses
    title = "Register portfolio"               # what it is called in its head
    sections = ["goals", "evidence", "hours"]
    order = ["evidence"]                       # these come first; without it the usual order of the layout
    all_years = true                           # everything that is shareable, unless a period is given
    careful = false                            # only facts and results
    questions = ["What does the assessor say about it?"]   # at the end, with room for an answer

    [headings]
    evidence = { nl = "Bewijzen", en = "Evidence" }        # a text, or one for each language

    [limits]
    stories = 3                                # by section; `pages` is what its readers read

The shipped ones are such files too. Own ones are in the folder `profiles` beside the settings; a file that cannot be
used is reported and skipped.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

from portfolio.sanitise import clean_line
from portfolio.wording import LANGUAGES, N_, Words
from portfolio.wording.names import capital, choice_label
from portfolio.wording.outline import HEADINGS

Text: TypeAlias = str | Mapping[str, str]
"""A text in whatever language, or one for each language."""

LAYOUTS: Final = ("portfolio", "page", "pdp", "evc", "hours")
"""The sorts of documents: how a document is laid out."""
SHIPPED: Final = (*LAYOUTS, "careful")
"""The names of the profiles that come with the program; an own one cannot take them."""
PAGES: Final = "pages"
"""The limit that is no section: the most pages that its readers read."""
_NONE: Final[Mapping[str, Any]] = MappingProxyType({})
_LARGEST: Final = 100_000
"""Bytes of a file."""
_LONGEST: Final = 500
"""Characters of a text."""
_MOST_QUESTIONS: Final = 20
_MOST: Final = 1000
"""The largest limit."""
_FLAGS: Final = ("careful", "all_years")
KEYS: Final = frozenset(
    {"layout", "name", "about", "title", "sections", "order", "questions", "headings", "limits", *_FLAGS}
)
"""The keys of a profile."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One profile."""

    key: str
    """The name of its file, without the ending."""
    layout: str
    sections: tuple[str, ...]
    order: tuple[str, ...] = ()
    """The sections that come first; empty: the order of the layout."""
    name: Text = ""
    about: Text = ""
    title: Text = ""
    """The title of the document; empty: that of its layout."""
    headings: Mapping[str, Text] = field(default_factory=dict)
    questions: tuple[Text, ...] = ()
    """Questions at the end, each with room for an answer."""
    limits: Mapping[str, int] = field(default_factory=dict)
    careful: bool = False
    all_years: bool = False

    def most(self, section: str) -> int | None:
        """The most things in a section; None without a limit."""
        return self.limits.get(section)

    def with_limit(self, section: str, most: int) -> Profile:
        """The profile with another limit."""
        return replace(self, limits={**self.limits, section: most})

    @property
    def own_words(self) -> Iterator[str]:
        """Every text that can come in the document, in each language."""
        for text in (self.title, *self.questions, *self.headings.values()):
            yield from (text,) if isinstance(text, str) else text.values()

    def with_words(self, other: Callable[[str], str]) -> Profile:
        """The profile with `other` applied to every text that can come in the document."""

        def changed(text: Text) -> Text:
            return other(text) if isinstance(text, str) else {key: other(words) for key, words in text.items()}

        headings = {key: changed(text) for key, text in self.headings.items()}
        questions = tuple(changed(text) for text in self.questions)
        return replace(self, title=changed(self.title), headings=headings, questions=questions)


class Failed(NamedTuple):
    """A file that was skipped, and why."""

    path: str
    reason: str
    """An English message id, with a place for `words`."""
    words: str = ""

    @property
    def key(self) -> str:
        """The name of the file, without the ending."""
        return _key(self.path)

    def sentence(self, _: Words) -> str:
        """What is wrong with the file, in one sentence."""
        why = _(self.reason).format(words=self.words)
        return _("The profile in {path} was skipped: {why}").format(path=os.path.basename(self.path), why=why)


class Profiles(NamedTuple):
    """The profiles of the user, in the order of their file names."""

    loaded: tuple[Profile, ...] = ()
    failed: tuple[Failed, ...] = ()


def in_language(text: Text, language: str) -> str:
    """The text in this language, else in the other one."""
    if isinstance(text, str):
        return text
    return text.get(language) or next((words for words in text.values() if words), "")


def profile_name(profile: Profile, _: Words) -> str:
    """What a profile is called where one chooses a document."""
    own = clean_line(in_language(profile.name, _.language)).strip()
    return own if profile.key not in SHIPPED and own else capital(choice_label("sort", profile.layout, _, "export"))


@cache
def shipped(key: str) -> Profile:
    """A profile that comes with the program. Raises KeyError when there is none of this name."""
    if key not in SHIPPED:
        raise KeyError(key)
    found = _read(os.path.join(os.path.dirname(__file__), "profiles", f"{key}.toml"))
    if isinstance(found, Failed):
        raise KeyError(found.reason)
    return found


def load(folder: str) -> Profiles:
    """The profiles in a folder; none when there is no such folder."""
    loaded: list[Profile] = []
    failed: list[Failed] = []
    for path in _paths(folder):
        found = _read(path)
        if isinstance(found, Failed):
            failed.append(found)
        elif found.key in SHIPPED:
            failed.append(
                Failed(path, N_("“{words}” is a profile of the program; give the file another name."), found.key)
            )
        else:
            loaded.append(found)
    return Profiles(tuple(loaded), tuple(failed))


def _paths(folder: str) -> list[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [os.path.join(folder, name) for name in names if name.endswith(".toml") and not name.startswith(".")]


def _key(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]


def _read(path: str) -> Profile | Failed:
    try:
        with open(path, "rb") as source:
            found = tomllib.loads(source.read(_LARGEST).decode("utf-8-sig"))
    except OSError:
        return Failed(path, N_("it cannot be read."))
    except (ValueError, RecursionError):
        return Failed(path, N_("it is not TOML."))
    try:
        return _profile(_key(path), found)
    except _WrongError as wrong:
        return Failed(path, wrong.reason, wrong.words)


class _WrongError(Exception):
    """What is wrong in a profile."""

    def __init__(self, reason: str, words: str = "") -> None:
        """`reason` is an English message id, with a place for `words`."""
        super().__init__(reason)
        self.reason, self.words = reason, words


def _profile(key: str, found: Mapping[str, Any]) -> Profile:
    unknown = [name for name in found if name not in KEYS]
    if unknown:
        raise _WrongError(N_("“{words}” means nothing in a profile."), unknown[0])
    layout = found.get("layout", "portfolio")
    if layout not in LAYOUTS:
        raise _WrongError(N_("its layout must be one of: {words}."), ", ".join(LAYOUTS))
    base = None if key == layout else shipped(layout)
    sections = _sections(found, "sections") if "sections" in found else base.sections if base else ()
    if not sections:
        raise _WrongError(N_("it needs sections = […], one or more of: {words}."), ", ".join(HEADINGS))
    order = _sections(found, "order") if "order" in found else base.order if base else ()
    return Profile(
        key,
        layout,
        sections,
        order,
        name=_text(found, "name") or key,
        about=_text(found, "about"),
        title=_text(found, "title"),
        headings=_headings(found),
        questions=_questions(found),
        limits={**(base.limits if base else {}), **_limits(found)},
        careful=_flag(found, "careful", bool(base and base.careful)),
        all_years=_flag(found, "all_years", bool(base and base.all_years)),
    )


def _sections(found: Mapping[str, Any], name: str) -> tuple[str, ...]:
    keys = found[name]
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise _WrongError(N_("“{words}” must be a list of sections."), name)
    wrong = next((key for key in keys if key not in HEADINGS), None)
    if wrong is not None:
        raise _WrongError(N_("“{words}” is not a section."), wrong)
    return tuple(dict.fromkeys(keys))


def _text(found: Mapping[str, Any], name: str) -> Text:
    return _as_text(found.get(name, ""), name)


def _as_text(value: Any, name: str) -> Text:
    words = value.values() if isinstance(value, dict) else (value,)
    known = not isinstance(value, dict) or set(value) <= set(LANGUAGES)
    if not known or not all(isinstance(each, str) and len(each) <= _LONGEST for each in words):
        raise _WrongError(N_("“{words}” must be text, or text for each language: nl and en."), name)
    return value if isinstance(value, str) else dict(value)


def _headings(found: Mapping[str, Any]) -> dict[str, Text]:
    headings = found.get("headings", {})
    wrong = [key for key in headings if key not in HEADINGS] if isinstance(headings, dict) else ["headings"]
    if wrong:
        raise _WrongError(N_("“{words}” is not a section."), wrong[0])
    return {key: _as_text(value, key) for key, value in headings.items()}


def _questions(found: Mapping[str, Any]) -> tuple[Text, ...]:
    questions = found.get("questions", [])
    if not isinstance(questions, list) or len(questions) > _MOST_QUESTIONS:
        raise _WrongError(N_("“{words}” must be a list of at most twenty texts."), "questions")
    return tuple(_as_text(each, "questions") for each in questions)


def _limits(found: Mapping[str, Any]) -> dict[str, int]:
    limits = found.get("limits", {})
    if not isinstance(limits, dict):
        raise _WrongError(N_("“{words}” must be a table with numbers."), "limits")
    for key, most in limits.items():
        if key != PAGES and key not in HEADINGS:
            raise _WrongError(N_("“{words}” is not a section."), key)
        if not isinstance(most, int) or isinstance(most, bool) or not 1 <= most <= _MOST:
            raise _WrongError(N_("the limit of “{words}” must be a whole number from 1 to 1000."), key)
    return dict(limits)


def _flag(found: Mapping[str, Any], name: str, usual: bool) -> bool:
    value = found.get(name, usual)
    if not isinstance(value, bool):
        raise _WrongError(N_("“{words}” must be true or false."), name)
    return value
