"""Find the names of known people in free text, in the forms in which they are inflected and typed.

"Eriks", "Erik's", "ERIK", "@zoë", "Zoe" for Zoë, "Bartje", "van der Meer", "N.W.": all forms of a name are made once
and looked up word by word, so the time taken does not depend on the number of people.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from portfolio.journey.sharing.first_names import FIRST_NAMES
from portfolio.journey.sharing.known_words import (
    ACRONYMS,
    ALSO_WORDS,
    FIRST_PARTICLES,
    PARTICLES,
    RARELY_FIRST,
    ROLES,
    SAYING,
    SHORT_WORDS,
    TITLES,
)
from portfolio.journey.sharing.plain_letters import PlainLetters, Word, is_month

_GLUE: Final = re.compile(r"[ \t\n'_-]{0,3}|(?<=[vd])[./] ?")
_INITIALS: Final = re.compile(
    r"(?<![^\W_])(?:(?:[^\W\d_]\. ?){1,6}[^\W\d_]|[^\W\d_]{2,5}|[^\W\d_](?: [^\W\d_]){1,5})\.?(?![^\W_])"
)
_COMPOUND: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)+")
_TWO: Final = 2
_LONGEST: Final = 4
"""The most particles that a name has in a row."""
_ASKING: Final = frozenset(("i", "you", "we", "he", "she", "it", "they", "the", "ik", "je", "we", "ze"))
"""After "Will" or "May" at the start of a sentence these words make it a question."""
_NO_WORD_BREAKS: Final = re.compile("[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Letters of scripts that are written without spaces."""


class Hit(NamedTuple):
    """A name or initials in plain letters, and the people it can belong to."""

    start: int
    end: int
    people: frozenset[str]
    whole: bool
    """Whether it is a name by itself; an ordinary word that is also a name is not."""


class Named(NamedTuple):
    """A name or initials in the text as typed, and the id of the person."""

    sort: str
    start: int
    end: int
    person: str


class KnownNames:
    """Every form of the names of these people, by id; people in `allowed` can be named and are not reported."""

    def __init__(self, people: Mapping[str, str], allowed: Collection[str]) -> None:
        self._allowed = frozenset(allowed)
        self._forms: dict[str, dict[str, bool]] = {}
        """Form -> person -> whether it is (part of) a given name."""
        self._particled: dict[str, frozenset[str]] = {}
        """Particles and the name after them, without spaces -> people."""
        self._initials: dict[str, str] = {}
        self._unbroken: list[tuple[str, str]] = []
        for person, name in people.items():
            self._add(person, name)

    def find(self, plain: PlainLetters) -> Iterator[Named]:
        """Yield names first, then initials that are not part of a name."""
        named = not self._forms.keys().isdisjoint(plain.each_word())
        for hit in self._merged(plain, plain.words()) if named else ():
            asked = sorted(hit.people - self._allowed)
            if asked and hit.whole:
                before = plain.letters[max(hit.start - 1, 0) : hit.start]
                start = hit.start - (before == "@" or (before == "'" and plain.letters.startswith("t ", hit.start)))
                yield Named("name", *plain.span(start, hit.end), asked[0])
        for form, person in self._unbroken:
            for found in re.finditer(re.escape(form), plain.letters):
                yield Named("name", *plain.span(*found.span()), person)
        if self._initials:
            yield from self._find_initials(plain)

    def _add(self, person: str, name: str) -> None:
        plain = PlainLetters(name)
        tokens = plain.words()
        parts = _parts(plain, tokens)
        allowed = person in self._allowed
        if _NO_WORD_BREAKS.search(plain.letters) and not allowed:
            self._unbroken.append((plain.letters.strip(), person))
        for n, part in enumerate(parts):
            for form in _forms(part.plain, first=n == 0):
                self._forms.setdefault(form, {})[person] = n == 0 or self._forms.get(form, {}).get(person, False)
        self._add_particles(person, plain, tokens, parts)
        for found in _COMPOUND.finditer(plain.letters):
            self._forms.setdefault(re.sub("['-]", "", found[0]), {})[person] = found.start() == 0
        if len(parts) > 1:
            self._forms.setdefault("".join(part.plain for part in parts), {})[person] = True
            self._forms.setdefault("".join(word.plain for word in tokens), {})[person] = True
            if not allowed and all(plain.capital(part) for part in parts):
                for letters in {"".join(p.plain[0] for p in parts), "".join(w.plain[0] for w in tokens)}:
                    self._initials.setdefault(letters, person)

    def _add_particles(self, person: str, plain: PlainLetters, tokens: list[Word], parts: list[Word]) -> None:
        run = ""
        for word in tokens:
            if word in parts:
                runs = {run, "vd"} if run in ("vander", "vanden", "vande") else {run} - {""}
                for glued in (each + form for each in runs for form in _forms(word.plain, first=False)):
                    self._particled[glued] = self._particled.get(glued, frozenset()) | {person}
                run = ""
            else:
                run = run + word.plain if _small(plain, word) else ""

    def _merged(self, plain: PlainLetters, tokens: list[Word]) -> Iterator[Hit]:
        """Yield hits, joining adjacent hits of one person, with the particles before and between them."""
        open_hit: Hit | None = None
        linked = False  # whether only particles are between the open hit and this word
        particles: list[Word] = []
        before: Word | None = None
        for n, word in enumerate(tokens):
            if before is None or not _GLUE.fullmatch(plain.letters, before.end, word.start):
                linked, particles = False, []
            hit = self._hit(plain, tokens, n) if word.plain in self._forms else None
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
        """Return the hit extended with the particles before it that are part of the name: "van der Meer"."""
        for n in range(max(len(particles) - _LONGEST, 0), len(particles)):
            own = particles[n:]
            people = self._particled.get("".join(each.plain for each in (*own, word)), frozenset()) & hit.people
            if people:
                return Hit(own[0].start, hit.end, people, hit.whole or len(own) > 1)
        return hit

    def _hit(self, plain: PlainLetters, tokens: list[Word], n: int) -> Hit | None:
        """Return a hit for a word that can be a name; `whole` is False where it is clearly something else."""
        word, people = tokens[n], self._forms[tokens[n].plain]
        before, after = tokens[n - 1] if n else None, tokens[n + 1] if n + 1 < len(tokens) else None
        capital, first = plain.capital(word), any(people.values())
        sure = word.plain not in ALSO_WORDS and word.plain not in SHORT_WORDS
        whole = sure or capital
        if is_month(before, word, after):
            whole = False
        elif not sure and capital and plain.begins_sentence(before, word):
            follows = after.plain if after is not None and plain.letters[word.end : after.start] == " " else ""
            whole = first and follows not in _ASKING and word.plain not in SHORT_WORDS
            whole = whole or word.plain in RARELY_FIRST or follows in SAYING
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
            ends = len(letters) > _TWO and typed.rstrip(".")[-1].isupper()
            if not typed[0].isupper() or not (pointed or ends or typed.strip(".").isupper()):
                continue
            if pointed or letters not in ACRONYMS:
                yield Named("initials", start, end if pointed or not typed.endswith(".") else end - 1, person)


def _small(plain: PlainLetters, word: Word) -> bool:
    """Return whether a word is a small part of a name: "van", or the O of O'Brien."""
    return word.plain in PARTICLES or (len(word.plain) == 1 and plain.letters.startswith("'", word.end))


def _parts(plain: PlainLetters, tokens: list[Word]) -> list[Word]:
    """Return the words of a name that can identify the person: no particle, title, role or initial."""
    kept = [
        word
        for n, word in enumerate(tokens)
        if len(word.plain) > 1
        and not word.plain.isdigit()
        and word.plain not in ROLES
        and word.plain not in TITLES
        and (word.plain not in PARTICLES or (n == 0 and word.plain in FIRST_PARTICLES))
    ]
    capitals = [word for word in kept if plain.capital(word)]
    if capitals or len(tokens) > _TWO:
        return capitals
    return [word for word in kept if word.plain not in ALSO_WORDS]


def _forms(part: str, *, first: bool) -> Iterator[str]:
    """Yield a name, its genitive, and the diminutives of a given name."""
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
