"""Other words in a document than in the records: a role for each name, and what its writer wants to say instead.

A name is replaced only where the sentence stays whole. Where it would not (part of another word, an unknown surname
behind it, a Dutch possessive), it stays, and the check before handing over points it out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from portfolio.journey.sharing.known_words import PARTICLES, ROLES, SOFT_TITLES, TITLES
from portfolio.journey.sharing.names import KnownNames
from portfolio.journey.sharing.plain_letters import PlainLetters
from portfolio.journey.sharing.share import Shared
from portfolio.records.collection import Records
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record, attribute_name
from portfolio.wording import Language
from portfolio.wording.in_a_sentence import DETERMINERS, is_noun, language_of, role_in_a_sentence, whose, with_article

Changes = Mapping[str, str]
"""Words -> what is in a document instead."""

_OWNERS: Final = frozenset(("de", "mijn", "jouw", "uw", "onze", "the", "my", "your", "our"))
"""Determiners before a name, after which a noun needs no article of its own."""
_PREPOSITIONS = """met van en of door aan bij voor naar dat als toen omdat zonder vroeg belde zag hielp sprak
with by to and or for from that as when because without asked called saw helped"""
_BEFORE_A_NOUN: Final = frozenset(_PREPOSITIONS.split())
"""Words after which "collega Ruud" can become "een collega"."""
_AMBIGUOUS = "coach lead mentor team chef groep afdeling bedrijf organisatie familie ervaren"
_NO_NOUNS: Final = frozenset(_AMBIGUOUS.split())
"""Words for a role that are also something else before a name."""
_OPENING: Final = " \t\"'“”„«»‹›‘([{*_#>-•·–—"
_ENDING: Final = (".", "!", "?", "…", "\n")
_SHORT: Final = re.compile(r"(?:^|[\s(])(?:bijv|bv|o\.a|i\.p\.v|t\.o\.v|m\.b\.t|nr|ca|incl|evt|e\.g|i\.e|vs|\w)\.$")
"""Short forms whose point ends no sentence."""
_WHOSE: Final = re.compile(r"(['’])[sS](?![^\W_])")
_SURNAME: Final = re.compile(rf" (?:(?:{'|'.join(sorted(PARTICLES))}) )*(?![Ii]\b)[^\W\d_a-zà-ÿ]", re.UNICODE)
_MARK: Final = "[\u0300-\u036f]"


class _Edit(NamedTuple):
    start: int
    end: int
    words: str
    key: str = ""
    """Which of the changes it comes from; empty for a role."""


class Instead(NamedTuple):
    """What is said instead of a name."""

    bare: str
    """Without an article, after "my"."""
    whole: str
    """As part of a sentence."""
    noun: bool
    """Whether these are words with an article, and no name."""


class OtherWords:
    """Puts other words in texts, and says which changes it used."""

    def __init__(
        self,
        people: Iterable[Person],
        profiles: Iterable[Profile],
        changes: Changes,
        language: Language,
        *,
        roles: bool,
    ) -> None:
        """`language` is that of the document, for texts that do not show theirs; `roles` replaces every name."""
        self._changes = {_composed(words): other for words, other in changes.items()}
        self._language, self._roles = language, roles
        self._people = {person.id: person for person in people}
        own = {profile.id: profile.name for profile in profiles if profile.name}
        everyone = {person.id: person.name for person in self._people.values()} | own
        self._words_of = {identity: frozenset(_plain_words(name)) for identity, name in everyone.items()}
        self._named = {words: key for key in self._changes if (words := _plain_words(key)) and self._is_name(words)}
        self._known = KnownNames(everyone, own) if self._named or roles else None
        self._literal = _pattern(key for key in self._changes if _plain_words(key) not in self._named)

    def text(self, text: str) -> str:
        """The text with other words in it."""
        return self.looked_at(text)[0]

    def looked_at(self, text: str) -> tuple[str, frozenset[str]]:
        """The text with other words in it, and the changes that were used."""
        edits: list[_Edit] = []
        for edit in sorted((*self._names(text), *self._words(text)), key=lambda each: (each.start, -each.end)):
            if not edits or edit.start >= edits[-1].end:
                edits.append(edit)
        made, at = [], 0
        for edit in edits:
            kept = text[at : edit.start]
            made += [kept if edit.words else kept.removesuffix(" "), edit.words]
            at = edit.end
        return "".join((*made, text[at:])), frozenset(edit.key for edit in edits if edit.key)

    def label(self, word: str) -> tuple[str, frozenset[str]]:
        """A word by which someone is called on a record, where it is no part of a sentence."""
        called = frozenset(_plain_words(word)) - PARTICLES
        whole = called and any(called == known - PARTICLES for known in self._words_of.values())
        key = self._key(_plain_words(word)) if whole else ""
        if key:
            return self._changes[key], frozenset({key})
        pattern = _pattern(self._changes)
        if pattern is None:
            return word, frozenset()
        used = frozenset(_composed(found[0]) for found in pattern.finditer(word)) & self._changes.keys()
        return pattern.sub(lambda found: self._changes.get(_composed(found[0]), found[0]), word), used

    def _is_name(self, words: tuple[str, ...]) -> bool:
        """Whether these words are the name of a person, or a part of it, and not of the writer's own."""
        parts = frozenset(words) - PARTICLES
        owners = {identity for identity, known in self._words_of.items() if parts and parts <= known}
        return bool(owners) and owners <= self._people.keys()

    def _words(self, text: str) -> Iterator[_Edit]:
        """Changes that are no names: these words exactly, at the beginning of a sentence with a capital too."""
        for found in self._literal.finditer(text) if self._literal else ():
            typed = _composed(found[0])
            if typed in self._changes:
                yield _Edit(*found.span(), self._changes[typed], typed)
                continue
            small = typed[0].lower() + typed[1:]
            if small in self._changes and begins_sentence(text, found.start()):
                yield _Edit(*found.span(), _capital(self._changes[small]), small)

    def _names(self, text: str) -> Iterator[_Edit]:
        if self._known is None:
            return
        language = language_of(text, self._language)
        for named in self._known.find(PlainLetters(text)):
            if named.sort != "name":
                continue
            place = _Place(text, named.start, named.end)
            base, possessive = self._base(place, named.person)
            if not base:
                continue
            key = self._key(base)
            instead = _as_typed(self._changes[key], language) if key else self._role(base, language)
            if instead is None:
                continue
            edit = _in_its_sentence(place, instead, language, possessive=possessive)
            if edit is not None:
                yield edit._replace(key=key)

    def _base(self, place: _Place, person: str) -> tuple[tuple[str, ...], bool]:
        """The plain words of the name itself, and whether a possessive s is glued to it; none for other forms of it."""
        base = _plain_words(place.typed)
        known = self._words_of.get(person, frozenset()) | PARTICLES
        if place.typed.startswith("@") or not base:
            return (), False
        if all(word in known for word in base):
            return base, False
        last = base[-1][:-1]
        glued = base[-1].endswith("s") and last in known and all(word in known for word in base[:-1])
        return ((*base[:-1], last), True) if glued else ((), False)

    def _key(self, base: tuple[str, ...]) -> str:
        """The change for a name: of all of it, else of its longest part."""
        fitting = [words for words in self._named if set(words) - PARTICLES <= set(base)]
        return self._named[max(fitting, key=len)] if fitting else ""

    def _role(self, base: tuple[str, ...], language: Language) -> Instead | None:
        """The role of the one person who is called so; none when it could be another, or has no role."""
        parts = frozenset(base) - PARTICLES
        owners = [identity for identity, known in self._words_of.items() if parts <= known]
        people = [self._people.get(identity) for identity in owners] if self._roles else []
        roles = {(person.role or "").strip() if person and not person.conflicts else "" for person in people}
        if len(roles) != 1 or not (role := roles.pop()):
            return None
        whole = role_in_a_sentence(role, language)
        return Instead(_without_article(whole), whole, noun=True)


def with_other_words(shared: Shared, other: OtherWords) -> tuple[Shared, Mapping[str, frozenset[str]]]:
    """What leaves with other words in it, and by change the ids of the records in which it was used."""
    used: dict[str, set[str]] = {}
    records = []
    for record in shared.records:
        new, keys = _with(record, other)
        records.append(new)
        for key in keys:
            used.setdefault(key, set()).add(record.id)
    return replace(shared, records=Records.of_all(records)), {key: frozenset(ids) for key, ids in used.items()}


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation begins here."""
    before = text[:start].rstrip(_OPENING)
    if not before:
        return True
    if before.endswith(":"):
        return any(each in text[len(before) : start] for each in "\"“„«'‘")
    return before.endswith(_ENDING) and not _SHORT.search(before)


class _Place:
    """A name in a text, with what is around it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.typed = text[start:end]

    @property
    def stuck(self) -> bool:
        """Whether it is a part of a compound, an address or a path."""
        before, after = self.text[: self.start], self.text[self.end :]
        token = re.split(r"\s", before)[-1] + self.typed + re.split(r"\s", after, maxsplit=1)[0]
        address = "://" in token or "@" in token or "www." in token or "\\" in token
        joined = re.search(r"[^\W_][-‐‑/.]$", before) or re.match(r"[-‐‑/.][^\W_]", after)
        return address or bool(joined) or bool(_SURNAME.match(after))

    def word_before(self, at: int) -> tuple[int, str]:
        """Where the word directly before `at` begins, and the word itself; empty when there is none."""
        found = re.search(r"([^\W_]+(?:-[^\W_]+)*)\.? $", self.text[:at])
        return (found.start(1), found[1].casefold()) if found else (at, "")


def _in_its_sentence(place: _Place, instead: Instead, language: Language, *, possessive: bool) -> _Edit | None:
    """The other words as they fit at this place; None where they would break the sentence."""
    text, start, end = place.text, place.start, place.end
    if place.stuck:
        return None
    apostrophe = _WHOSE.match(text, end)
    if apostrophe:
        end, possessive = apostrophe.end(), True
    elif text[end : end + 1] in ("'", "’") and place.typed[-1:] in "sxz" and not text[:start].endswith(("'", "‘", "’")):
        end, possessive = end + 1, True
    at, before = place.word_before(start)
    while before in TITLES | SOFT_TITLES:
        start = at
        at, before = place.word_before(start)
    words = instead.whole
    if instead.noun and before in ROLES:
        return None if possessive else _beside_a_role(place, at, before, language)
    if instead.noun and before in _OWNERS:
        words = instead.bare
    elif instead.noun and before in ("een", "a", "an"):
        return None
    if possessive:
        new = whose(words, language, name=not instead.noun)
        if new is None or (instead.noun and not apostrophe):
            return None
        words = new
    return _Edit(start, end, _capital(words) if begins_sentence(text, start) else words)


def _beside_a_role(place: _Place, at: int, role: str, language: Language) -> _Edit | None:
    """The name behind a role: "my colleague Ruud" loses it, and "with colleague Ruud" gets an article for it."""
    _start, before = place.word_before(at)
    noun = place.text[at : at + len(role)]
    if before in DETERMINERS:
        return _Edit(at, place.end, noun)
    opens = begins_sentence(place.text, at)
    if role in _NO_NOUNS or not (before in _BEFORE_A_NOUN or opens):
        return None
    words = with_article(noun[0].lower() + noun[1:], language)
    return _Edit(at, place.end, _capital(words) if opens else words)


def _as_typed(other: str, language: Language) -> Instead:
    """What its writer wants to say instead of a name; a noun gets the article that its sentence needs."""
    if is_noun(other):
        return Instead(other, with_article(other, language), noun=True)
    return Instead(_without_article(other), other, noun=not other[:1].isupper())


def _without_article(words: str) -> str:
    return re.sub(r"^(?:een|an?) ", "", words)


def _with(record: Record, other: OtherWords) -> tuple[Record, frozenset[str]]:
    put: Callable[[str], tuple[str, frozenset[str]]] = other.label if isinstance(record, Profile) else other.looked_at
    if isinstance(record, Person):
        word, keys = other.label(record.name)
        word = word if keys else other.text(word)  # a role can name someone else
        return record.but(name=word, role=word), keys
    values: dict[str, object] = {}
    used: set[str] = set()
    for name, spec in record.fields.items():
        attribute = attribute_name(name)
        value = getattr(record, attribute)
        if spec.sort == "text" and value:
            values[attribute], keys = (other.looked_at if name in _FREE else put)(value)
            used |= keys
        elif spec.sort == "keyed" and value:
            each = {key: put(text) for key, text in value.items()}
            values[attribute] = {key: text for key, (text, _keys) in each.items()}
            used.update(*(keys for _text, keys in each.values()))
    return record.but(**values), frozenset(used)


_FREE: Final = frozenset({"strengths", "motives", "ambition"})
"""Fields of a profile that are running words."""


def _pattern(keys: Iterable[str]) -> re.Pattern[str] | None:
    """Any of these words, whole, composed or decomposed, the longest first; of a small one also with a capital."""
    forms = {form for key in keys if key for small in {key, _capital(key)} for form in (small, _decomposed(small))}
    if not forms:
        return None
    either = "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))
    return re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_]|{_MARK})")


def _plain_words(text: str) -> tuple[str, ...]:
    return tuple(PlainLetters(text).each_word())


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
