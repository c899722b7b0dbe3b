"""The names of people in free text, as others inflect and type them.

"Eriks", "Erik's", "ERIK", "@zoë", "Zoe" for Zoë, "Bartje", "van der Meer", "N.W.": every form of a name is made
once and looked up word by word, so the time that it takes does not depend on how many people there are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from portfolio.journey.sharing.known_words import (
    ACRONYMS,
    ALSO_WORDS,
    FIRST_NAMES,
    MONTHS,
    PARTICLES,
    RARELY_FIRST,
    ROLES,
    SHORT_WORDS,
    TIME_BEFORE,
    TITLES,
)
from portfolio.journey.sharing.plain_letters import PlainLetters, Word

_GLUE: Final = re.compile(r"[ \t\n'_-]{0,3}")
_INITIALS: Final = re.compile(
    r"(?<![^\W_])(?:(?:[^\W\d_]\. ?){1,6}[^\W\d_]|[^\W\d_]{2,5}|[^\W\d_](?: [^\W\d_]){1,5})\.?(?![^\W_])"
)
_TWO: Final = 2
_LONGEST: Final = 4
"""No name has more particles in a row."""
_ASKING: Final = frozenset(("i", "you", "we", "he", "she", "it", "they", "the", "ik", "je", "we", "ze"))
"""After "Will" or "May" at the beginning of a sentence these make it a question."""
_NO_WORD_BREAKS: Final = re.compile("[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Letters of scripts that are written without spaces."""


class Hit(NamedTuple):
    """A name or initials, by plain letters, and whose it may be."""

    start: int
    end: int
    people: frozenset[str]
    whole: bool
    """Whether it can stand by itself; an ordinary word that is also a name cannot."""


class Named(NamedTuple):
    """A name or initials, in the text as typed, and whose."""

    sort: str
    start: int
    end: int
    person: str


class KnownNames:
    """Every form of the names of these people, by id; `allowed` are the ids of those who may be named."""

    def __init__(self, people: Mapping[str, str], allowed: Collection[str]) -> None:
        self._allowed = frozenset(allowed)
        self._forms: dict[str, dict[str, bool]] = {}
        """Form -> person -> whether it is (of) a first name."""
        self._particled: dict[str, frozenset[str]] = {}
        """Particles and the name behind them, without spaces -> people."""
        self._initials: dict[str, str] = {}
        self._unbroken: list[tuple[str, str]] = []
        for person, name in people.items():
            self._add(person, name)

    def find(self, plain: PlainLetters) -> Iterator[Named]:
        """Names first, then initials that are no part of one."""
        named = not self._forms.keys().isdisjoint(plain.each_word())
        for hit in self._merged(plain, plain.words()) if named else ():
            asked = sorted(hit.people - self._allowed)
            if asked and hit.whole:
                start = hit.start - (plain.letters[max(hit.start - 1, 0) : hit.start] == "@")
                yield Named("name", *plain.span(start, hit.end), asked[0])
        for form, person in self._unbroken:
            for found in re.finditer(re.escape(form), plain.letters):
                yield Named("name", *plain.span(*found.span()), person)
        if self._initials:
            yield from self._find_initials(plain)

    def _add(self, person: str, name: str) -> None:
        plain = PlainLetters(name)
        words = plain.words()
        parts = _parts(plain, words)
        allowed = person in self._allowed
        if _NO_WORD_BREAKS.search(plain.letters) and not allowed:
            self._unbroken.append((plain.letters.strip(), person))
        for n, part in enumerate(parts):
            for form in _forms(part.plain, first=n == 0):
                self._forms.setdefault(form, {})[person] = n == 0 or self._forms.get(form, {}).get(person, False)
        self._add_particles(person, plain, words, parts)
        if len(parts) > 1:
            self._forms.setdefault("".join(part.plain for part in parts), {})[person] = True
            self._forms.setdefault("".join(word.plain for word in words), {})[person] = True
            if not allowed and all(plain.capital(part) for part in parts):
                for letters in {"".join(p.plain[0] for p in parts), "".join(w.plain[0] for w in words)}:
                    self._initials.setdefault(letters, person)

    def _add_particles(self, person: str, plain: PlainLetters, words: list[Word], parts: list[Word]) -> None:
        run = ""
        for n, word in enumerate(words):
            if word in parts:
                for form in _forms(word.plain, first=False) if run else ():
                    self._particled[run + form] = self._particled.get(run + form, frozenset()) | {person}
                run = ""
            else:
                run = run + word.plain if _small(plain, word) and (n or word.plain not in PARTICLES) else ""

    def _merged(self, plain: PlainLetters, words: list[Word]) -> Iterator[Hit]:
        """Hits of one person that stand together, with the particles before and between them, as one."""
        open_hit: Hit | None = None
        linked = False  # whether nothing but particles is between the open hit and this word
        particles: list[Word] = []
        before: Word | None = None
        for n, word in enumerate(words):
            if before is None or not _GLUE.fullmatch(plain.letters, before.end, word.start):
                linked, particles = False, []
            hit = self._hit(plain, words, n) if word.plain in self._forms else None
            if hit is not None:
                joined = open_hit.people & hit.people if open_hit is not None and linked else frozenset()
                if open_hit is not None and joined:
                    open_hit = Hit(open_hit.start, hit.end, joined, whole=True)
                else:
                    if open_hit is not None:
                        yield open_hit
                    open_hit = self._with_particles(hit, particles, word)
                linked, particles = True, []
            elif _small(plain, word):
                particles.append(word)
            else:
                linked, particles = False, []
            before = word
        if open_hit is not None:
            yield open_hit

    def _with_particles(self, hit: Hit, particles: list[Word], word: Word) -> Hit:
        """The hit with the particles before it that are part of the name: "van der Meer"."""
        for n in range(max(len(particles) - _LONGEST, 0), len(particles)):
            own = particles[n:]
            people = self._particled.get("".join(each.plain for each in (*own, word)), frozenset()) & hit.people
            if people:
                return Hit(own[0].start, hit.end, people, hit.whole or len(own) > 1)
        return hit

    def _hit(self, plain: PlainLetters, words: list[Word], n: int) -> Hit | None:
        """One word that may be a name, unless it is clearly something else here."""
        word, people = words[n], self._forms[words[n].plain]
        before, after = words[n - 1] if n else None, words[n + 1] if n + 1 < len(words) else None
        capital, first = plain.capital(word), any(people.values())
        sure = word.plain not in ALSO_WORDS and not (len(word.plain) <= _TWO and not capital)
        whole = sure or capital
        if word.plain in MONTHS and _is_month(before, after):
            whole = False
        elif not sure and capital and plain.begins_sentence(before, word):
            asks = after is not None and after.plain in _ASKING and plain.letters[word.end : after.start] == " "
            whole = (first and not asks and word.plain not in SHORT_WORDS) or word.plain in RARELY_FIRST
        elif len(word.plain) <= _TWO and plain.typed(word).isupper() and word.plain in ACRONYMS:
            whole = False
        return Hit(word.start, word.end, frozenset(people), whole)

    def _find_initials(self, plain: PlainLetters) -> Iterator[Named]:
        for found in _INITIALS.finditer(plain.letters):
            letters = re.sub(r"[. ]", "", found[0])
            person = self._initials.get(letters)
            if person is None:
                continue
            start, end = plain.span(*found.span())
            typed = plain.text[start:end]
            pointed = "." in typed.strip(".") or " " in typed
            if not typed[0].isupper() or not (pointed or typed.strip(".").isupper()):
                continue
            if pointed or letters not in ACRONYMS:
                yield Named("initials", start, end if pointed or not typed.endswith(".") else end - 1, person)


def _small(plain: PlainLetters, word: Word) -> bool:
    """Whether a word is a small part of a name: "van", or the O of O'Brien."""
    return word.plain in PARTICLES or (len(word.plain) == 1 and plain.letters.startswith("'", word.end))


def _is_month(before: Word | None, after: Word | None) -> bool:
    beside = [word.plain for word in (before, after) if word is not None]
    return any(plain.isdigit() for plain in beside) or (before is not None and before.plain in TIME_BEFORE)


def _parts(plain: PlainLetters, words: list[Word]) -> list[Word]:
    """The words of a name that can stand for the person: no particle, title, role or initial."""
    kept = [
        word
        for n, word in enumerate(words)
        if len(word.plain) > 1
        and not word.plain.isdigit()
        and word.plain not in ROLES
        and word.plain not in TITLES
        and (n == 0 or word.plain not in PARTICLES)
    ]
    capitals = [word for word in kept if plain.capital(word)]
    if capitals or len(words) > _TWO:
        return capitals
    return [word for word in kept if word.plain not in ALSO_WORDS]


def _forms(part: str, *, first: bool) -> Iterator[str]:
    """A name, its genitive, and the ways in which a first name is made smaller."""
    yield part
    if len(part) <= _TWO:
        return
    yield f"{part}s"
    if not first:
        return
    last, vowel = part[-1], part[-1] in "aeiou"
    small = {f"{part}{ending}" for ending in ("je", "tje", "pje", "etje")}
    small |= {f"{part}{ending}" for ending in ("ke", "ken") if f"{part}{ending}" not in FIRST_NAMES}
    if last in "aou":
        small.add(f"{part}{last}tje")
    elif not vowel:
        small |= {f"{part}{last}{ending}" for ending in ("etje", "ie", "y")} | {f"{part}ie", f"{part}y"}
        if part.endswith("m"):
            small.add(f"{part}pie")
    for form in sorted(small):
        yield form
        yield f"{form}s"
