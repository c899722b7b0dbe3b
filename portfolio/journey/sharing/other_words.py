"""Replace words in a document: each name by a role, and other words by what the user wants to say instead.

A name is replaced only where the sentence stays correct. Where it would not (part of another word, before an unknown
surname, a Dutch possessive) it is kept, and the check before sharing reports it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
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
"""Words -> what the document says instead."""

_OWNERS: Final = frozenset(("de", "mijn", "jouw", "uw", "onze", "the", "my", "your", "our"))
"""Determiners after which a noun needs no article of its own."""
_PREPOSITIONS = """met van en of door aan bij voor naar dat als toen omdat zonder vroeg belde zag hielp sprak
with by to and or for from that as when because without asked called saw helped"""
_BEFORE_A_NOUN: Final = frozenset(_PREPOSITIONS.split())
"""Words after which "collega Ruud" can become "een collega"."""
_AMBIGUOUS = "coach lead mentor team chef groep afdeling bedrijf organisatie familie ervaren"
_NO_NOUNS: Final = frozenset(_AMBIGUOUS.split())
"""Words for a role that can also be something else before a name."""
_OPENING: Final = " \t\"'“”„«»‹›‘([{*_#>-•·–—"
_ENDING: Final = (".", "!", "?", "…", "\n")
_SHORT: Final = re.compile(r"(?:^|[\s(])(?:bijv|bv|o\.a|i\.p\.v|t\.o\.v|m\.b\.t|nr|ca|incl|evt|e\.g|i\.e|vs|\w)\.$")
"""Abbreviations whose point does not end a sentence."""
_WHOSE: Final = re.compile(r"(['’])[sS](?![^\W_])")
_SURNAME: Final = re.compile(rf" (?:(?:{'|'.join(sorted(PARTICLES))}) )*(?![Ii]\b)[^\W\d_a-zà-ÿ]", re.UNICODE)
_MARK: Final = "[\u0300-\u036f]"


class _Edit(NamedTuple):
    start: int
    end: int
    words: str
    key: str = ""
    """The change it comes from; empty for a role."""


class Replacement(NamedTuple):
    """The replacement of a name."""

    bare: str
    """Without an article, for use after "my"."""
    whole: str
    """With the article that a sentence needs."""
    noun: bool
    """Whether it is a noun with an article, rather than a name."""


class OtherWords:
    """Replaces words in texts, and reports which changes were used."""

    def __init__(
        self,
        people: Iterable[Person],
        profiles: Iterable[Profile],
        changes: Changes,
        language: Language,
        *,
        roles: bool,
    ) -> None:
        """Prepare the replacements.

        `language` is that of the document, for texts whose own language cannot be recognised; `roles` replaces every
        name.
        """
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
        """Return the text with its words replaced."""
        return self.looked_at(text)[0]

    def looked_at(self, text: str) -> tuple[str, frozenset[str]]:
        """Return the text with its words replaced, and the changes that were used."""
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
        """Return the replacement of a name or role in a field of its own, and the changes that were used."""
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
        """Return whether these words are (part of) the name of a person, and not of the user's own name."""
        parts = frozenset(words) - PARTICLES
        owners = {identity for identity, known in self._words_of.items() if parts and parts <= known}
        return bool(owners) and owners <= self._people.keys()

    def _words(self, text: str) -> Iterator[_Edit]:
        """Yield the changes that are not names: exactly these words, at the start of a sentence also with a capital."""
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
            replacement = _as_typed(self._changes[key], language) if key else self._role(base, language)
            if replacement is None:
                continue
            edit = _in_its_sentence(place, replacement, language, possessive=possessive)
            if edit is not None:
                yield edit._replace(key=key)

    def _base(self, place: _Place, person: str) -> tuple[tuple[str, ...], bool]:
        """Return the plain words of the name and whether a possessive s is attached; ((), False) for other forms."""
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
        """Return the change for a name: for all of it, else for its longest part; empty without one."""
        fitting = [words for words in self._named if set(words) - PARTICLES <= set(base)]
        return self._named[max(fitting, key=len)] if fitting else ""

    def _role(self, base: tuple[str, ...], language: Language) -> Replacement | None:
        """Return the role of the person with this name; None when several people or no role match."""
        parts = frozenset(base) - PARTICLES
        owners = [identity for identity, known in self._words_of.items() if parts <= known]
        people = [self._people.get(identity) for identity in owners] if self._roles else []
        roles = {(person.role or "").strip() if person and not person.conflicts else "" for person in people}
        if len(roles) != 1 or not (role := roles.pop()):
            return None
        whole = role_in_a_sentence(role, language)
        return Replacement(_without_article(whole), whole, noun=True)


def with_other_words(shared: Shared, other: OtherWords) -> tuple[Shared, Mapping[str, frozenset[str]]]:
    """Return what is shared with its words replaced, and for each change the ids of the records where it was used."""
    used: dict[str, set[str]] = {}
    records = []
    for record in shared.records:
        new, keys = _with(record, other)
        records.append(new)
        for key in keys:
            used.setdefault(key, set()).add(record.id)
    return shared._replace(records=Records.of_all(records)), {key: frozenset(ids) for key, ids in used.items()}


def begins_sentence(text: str, start: int) -> bool:
    """Return whether a sentence, a line or a quotation begins at `start`."""
    before = text[:start].rstrip(_OPENING)
    if not before:
        return True
    if before.endswith(":"):
        return any(each in text[len(before) : start] for each in "\"“„«'‘")
    return before.endswith(_ENDING) and not _SHORT.search(before)


class _Place:
    """A name in a text, with the text around it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.typed = text[start:end]

    @property
    def inseparable(self) -> bool:
        """Whether it is part of a compound, an address or a path, or a surname follows."""
        before, after = self.text[: self.start], self.text[self.end :]
        token = re.split(r"\s", before)[-1] + self.typed + re.split(r"\s", after, maxsplit=1)[0]
        address = "://" in token or "@" in token or "www." in token or "\\" in token
        joined = re.search(r"[^\W_][-‐‑/.]$", before) or re.match(r"[-‐‑/.][^\W_]", after)
        return address or bool(joined) or bool(_SURNAME.match(after))

    def word_before(self, at: int) -> tuple[int, str]:
        """Return where the word directly before `at` begins, and that word, casefolded; (`at`, "") without one."""
        found = re.search(r"([^\W_]+(?:-[^\W_]+)*)\.? $", self.text[:at])
        return (found.start(1), found[1].casefold()) if found else (at, "")


def _in_its_sentence(place: _Place, replacement: Replacement, language: Language, *, possessive: bool) -> _Edit | None:
    """Return the replacement as it fits here; None where it would break the sentence."""
    text, start, end = place.text, place.start, place.end
    if place.inseparable:
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
    words = replacement.whole
    if replacement.noun and before in ROLES:
        return None if possessive else _beside_a_role(place, at, before, language)
    if replacement.noun and before in _OWNERS:
        words = replacement.bare
    elif replacement.noun and before in ("een", "a", "an"):
        return None
    if possessive:
        new = whose(words, language, name=not replacement.noun)
        if new is None or (replacement.noun and not apostrophe):
            return None
        words = new
    return _Edit(start, end, _capital(words) if begins_sentence(text, start) else words)


def _beside_a_role(place: _Place, at: int, role: str, language: Language) -> _Edit | None:
    """Replace a name after a role: "my colleague Ruud" loses the name, "with colleague Ruud" gets an article."""
    _start, before = place.word_before(at)
    noun = place.text[at : at + len(role)]
    if before in DETERMINERS:
        return _Edit(at, place.end, noun)
    opens = begins_sentence(place.text, at)
    if role in _NO_NOUNS or not (before in _BEFORE_A_NOUN or opens):
        return None
    words = with_article(noun[0].lower() + noun[1:], language)
    return _Edit(at, place.end, _capital(words) if opens else words)


def _as_typed(other: str, language: Language) -> Replacement:
    """Return the replacement that the user chose for a name; a noun gets the article that a sentence needs."""
    if is_noun(other):
        return Replacement(other, with_article(other, language), noun=True)
    return Replacement(_without_article(other), other, noun=not other[:1].isupper())


def _without_article(words: str) -> str:
    return re.sub(r"^(?:een|an?) ", "", words)


def _with(record: Record, other: OtherWords) -> tuple[Record, frozenset[str]]:
    put: Callable[[str], tuple[str, frozenset[str]]] = other.label if isinstance(record, Profile) else other.looked_at
    if isinstance(record, Person):
        return _person_with(record, other)
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


def _person_with(person: Person, other: OtherWords) -> tuple[Record, frozenset[str]]:
    """Return a person who is called otherwise; the role of a name that was replaced is left out."""
    named = person.name != person.role
    word, keys = other.label(person.name)
    if keys or not named:
        word = word if keys else other.text(word)  # a role can contain the name of another person
        return person.but(name=word, role=word), keys
    role, used = other.label(person.role or "")
    return person.but(name=other.text(word), role=role if used else other.text(role)), used


_FREE: Final = frozenset({"strengths", "motives", "ambition"})
"""The fields of a profile that are running text."""


def _pattern(keys: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern of these words as whole words, longest first.

    It matches composed and decomposed letters, and a lower-case word also with a capital.
    """
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
