"""Find words that could be the name of a person without a record: "mevrouw Pietersen", "Hanna Kuipers".

Without a title only capitals give a clue, so this is a guess: a capital in mid-sentence that is no known place, day,
language, brand or organisation, no title of a thing, and no word of the user's own portfolio. At the start of a
sentence only a common given name counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from portfolio.journey.sharing.first_names import FIRST_NAMES
from portfolio.journey.sharing.known_words import (
    ALSO_WORDS,
    ARTICLES,
    CALLED_AFTER,
    COMMON,
    COMPANY,
    CUES,
    DAYS,
    KNOWN,
    PARTICLES,
    PLACE_BEFORE,
    PLACE_ENDINGS,
    ROLE_TITLES,
    ROLES,
    SAYING,
    SOFT_TITLES,
    SUPPLIERS,
    SURNAMES,
    THING_VERBS,
    TITLES,
    WORKING,
    WORKS,
)
from portfolio.journey.sharing.plain_letters import PlainLetters, Word, is_month

_WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SHAPE: Final = re.compile(r"(?:[DdLlOo]['’])?(?:Ma?c)?[^\W\d_]+")
_ROMAN: Final = frozenset(("ii", "iv", "vi", "ix", "xi"))
_ABBREVIATED: Final = frozenset(("mevr", "mw", "dhr", "dr", "drs", "ir", "ing", "mr", "mrs", "ms", "prof", "fam"))
_PREPOSITIONS: Final = frozenset(("met", "bij", "voor", "in", "op", "with", "at", "for", "from", "to", "naar", "van"))
_ALL_TITLES: Final = TITLES | SOFT_TITLES | ROLE_TITLES
_INSIDE: Final = PARTICLES - frozenset(("in", "op", "te", "het", "al", "do", "la", "le", "du", "di", "d"))
"""Small words inside a surname that rarely mean something else."""
_THINGS: Final = KNOWN - COMMON - ROLES - DAYS - ROLE_TITLES - TITLES - SOFT_TITLES
_ALSO_ACRONYMS: Final = frozenset(("mw", "dr", "drs", "ir", "ing", "mr", "ms", "mx"))
"""Titles with another meaning in capitals (MR scan, MS Office, 5 MW): they need a point or a longer word after them."""
_ABOUT: Final = frozenset(("over", "on", "about", "of", "van", "by", "uit"))
_CALLED: Final = frozenset(("is", "was", "wordt", "werd", "heet", "called", "named"))
_TECHNICAL: Final = frozenset(
    ("scan", "scans", "scanner", "imaging", "angio", "office", "plan", "bank", "project", "camera")
)
_PARTS: Final = 3
"""From this number of words joined by dashes on, capitals are no name: Think-Pair-Share."""
_LETTERS: Final = 2
"""The number of letters in a Dutch postcode."""
_ACRONYM: Final = 3
"""Up to this many capitals are an acronym; more can be a name in capitals."""
_SURE_INSIDE: Final = frozenset(("van", "von", "ter", "ten", "el"))
"""With a capital in mid-sentence these begin a surname."""
_LONGEST: Final = 5
"""The most words in a name."""


class Stranger(NamedTuple):
    """A possible name in the text as typed, with the title before it."""

    start: int
    end: int
    words: tuple[str, ...]
    """Its capitalised words as typed, without title and particles."""
    sure: bool
    """Whether a title or a given name proves it; else the same word in lower case elsewhere disproves it."""


def strangers(plain: PlainLetters, known: Callable[[str], bool]) -> Iterator[Stranger]:
    """Yield the possible names; `known` says whether a plain word has a capital for a known reason."""
    text = _Text(plain, known)
    behind = 0
    for n in text.interesting:
        if n < behind:
            continue
        found = text.after_title(n) or text.name_at(n)
        if found is None:
            behind = text.after_capitals(n)
        else:
            stranger, behind = found
            yield stranger


class _Text:
    """The words of a text, and what each looks like."""

    def __init__(self, plain: PlainLetters, known: Callable[[str], bool]) -> None:
        self.plain = plain
        self.tokens = [Word(found[0], found.start(), found.end()) for found in _WORD.finditer(plain.letters)]
        self.interesting = [n for n, word in enumerate(self.tokens) if word.plain in _ALL_TITLES or plain.capital(word)]
        self._own = known
        self._shouted: set[int] = set()
        """Indexes of words in capitals that are a name because of the title in capitals before them."""
        self._things: set[int] = set()
        """Indexes of words that have a capital because they name a thing."""

    def after_capitals(self, n: int) -> int:
        """Return the next word to look at: after the capitalised words that name one thing."""
        if self._starts(n) or self._particle(n):
            return n + 1
        end = max(self._run(n), n + 1)
        if self._shaped(n):
            self._things.update(range(n, end))
        return end

    def after_title(self, n: int) -> tuple[Stranger, int] | None:
        """Return a title and the name after it, with the index after it; None without one."""
        title = self.tokens[n].plain
        if title not in _ALL_TITLES:
            return None
        gap = r"\.? {1,2}" if title in _ABBREVIATED else " {1,2}"
        m = n + 1
        if m >= len(self.tokens) or not re.fullmatch(gap, self._between(n)):
            return None
        first = m
        while m < len(self.tokens) and self._particle(m) and m - first < _LONGEST and (m == first or self._near(m)):
            m += 1
        if m >= len(self.tokens) or (m > first and not self._near(m)):
            return None
        word = self.tokens[m]
        self._note_capitals(n, m)
        shaped = any(self._shaped(k) for k in range(m, max(self._run(m), m + 1)))
        if title in TITLES and title != "heer":
            counts = shaped and word.plain not in COMMON
            small = word.plain in SURNAMES and (m > first or word.plain not in ALSO_WORDS)
            after_point = title in _ABBREVIATED and "." in self._between(n) and not word.plain.isdigit()
            counts = counts or small or (after_point and word.plain not in KNOWN and len(word.plain) > 2)
        else:
            counts = shaped and not self._known(m)
        if not counts or (title in ("ms", "ing") and not shaped):
            return None
        end = max(self._run(m, particles=True), m + 1)
        if all(self._is_own(k) or self._particle(k) for k in range(m, end)):
            return None
        return self._stranger(first if title in ROLE_TITLES else n, end, tuple(range(m, end)), sure=True), end

    def _note_capitals(self, title: int, first: int) -> None:
        """Note words in capitals as a name after a title in capitals: DE HEER JANSEN, MR HOLLOWAY."""
        plain = self.tokens[title].plain
        if plain not in TITLES or not self.plain.typed(self.tokens[title]).isupper():
            return
        if plain in _ALSO_ACRONYMS and "." not in self._between(title):
            behind = self.tokens[first].plain
            if plain != "mr" or len(behind) <= _ACRONYM or behind in _TECHNICAL:
                return
        m = first
        while m < len(self.tokens) and m - first < _LONGEST and (m == first or self._near(m)):
            typed, word = self.plain.typed(self.tokens[m]), self.tokens[m].plain
            if len(word) < _LETTERS or not typed.isupper() or (word in COMMON and not self._particle(m)):
                return
            if not self._particle(m):
                self._shouted.add(m)
            m += 1

    def name_at(self, n: int) -> tuple[Stranger, int] | None:
        """Return a name without a title, with the index after it; None without one."""
        if self._initial(n):
            return self._after_initials(n)
        if not self._shaped(n) or self.tokens[n].plain in ALSO_WORDS & COMMON:
            return None
        if is_month(self._word(n - 1), self.tokens[n], self._word(n + 1)):
            return None
        end = self._run(n, particles=True)
        given = self._given(n)
        several = self._run(n) > n + 1 or end > n + 1
        if self._starts(n):
            says = end < len(self.tokens) and self.tokens[end].plain in SAYING and self._near(end)
            unsure = self.tokens[n].plain in ALSO_WORDS and not several and not says
            common = self.tokens[n].plain in COMMON and not several
            if not given or unsure or common or self._is_own(n):
                return None
        elif not self._may_be(n, end, given=given):
            return None
        behind = end if end < len(self.tokens) and self._near(end) else end - 1
        if self.tokens[behind].plain in COMPANY:
            return None
        first = self._particles_before(n)
        return self._stranger(first, end, tuple(range(n, end)), sure=given), end

    def _after_initials(self, n: int) -> tuple[Stranger, int] | None:
        """Return initials with points and a surname: "J.P. Smit"."""
        end = self._run(n, particles=True)
        pointed = n + 1 < len(self.tokens) and self._between(n) in (".", ". ")
        shaped = [m for m in range(n, end) if self._shaped(m)]
        if not pointed or not shaped or any(self._known(m) for m in shaped):
            return None
        return self._stranger(n, end, tuple(range(n, end)), sure=True), end

    def _may_be(self, n: int, end: int, *, given: bool) -> bool:
        """Return whether capitalised words in mid-sentence can be a name."""
        if any(self._known(m) for m in range(n, end) if m == n or not given):
            return False
        if any(_is_place(self.tokens[m].plain) for m in range(n, end) if m > n or not given):
            return False
        if not given and n and self._near(n) and self._is_thing(n - 1):
            return False
        before = self.tokens[n - 1].plain if n else ""
        if n > 1 and len(before) == _LETTERS and re.fullmatch(r"[1-9]\d{3}", self.tokens[n - 2].plain):
            return False  # the town after a postcode
        if before in CUES and self._near(n) and not (given and end == n + 1):
            return False
        first = self._particles_before(n)
        if given or first < n:
            return given or first == 0 or self.tokens[first - 1].plain not in PLACE_BEFORE
        if self._is_subject(n):
            return False
        if end == n + 1 and len(self.tokens[n].plain) <= _LETTERS:
            return False
        if before in ARTICLES or before in PLACE_BEFORE or before in THING_VERBS:
            return False
        if n > 1 and before in _PREPOSITIONS and self.tokens[n - 2].plain in WORKING:
            return False
        return not (n > 1 and before in ("and", "en", "&") and self._listed(n))

    def _is_subject(self, n: int) -> bool:
        """Return whether the words around a capital show that it is no person but a law, work, firm or title."""
        parts = self.tokens[n].plain.split("-")
        if len(parts) >= _PARTS or (len(parts) > 1 and all(part in KNOWN for part in parts)):
            return True
        behind = self._word(n + 1)
        if self.tokens[n].plain.endswith("'s") and behind is not None and behind.plain in CALLED_AFTER:
            return True
        if behind is not None and self._near(n + 1) and behind.plain.isdigit():
            return True
        if n < 2 or not self._near(n) or not self._near(n - 1):  # needs two words directly before it
            return False
        what, how = self.tokens[n - 2], self.tokens[n - 1].plain
        if how == "of" and self.plain.capital(what) and not self._given(n - 2):
            return True
        if (
            what.plain in ARTICLES
            and how.endswith("e")
            and not self.plain.capital(self.tokens[n - 1])
            and how not in COMMON
        ):
            return True  # the word between is an adjective: "de nieuwe Viega"
        named = (what.plain in CALLED_AFTER and how == "van") or (what.plain in WORKS and how in _ABOUT)
        return named or (what.plain in SUPPLIERS and how in _CALLED)

    def _listed(self, n: int) -> bool:
        """Return whether the capitalised word before "and" is no name: brands, places and titles come in lists."""
        return n - 2 in self._things or (self._shaped(n - 2) and self._known(n - 2))

    def _word(self, n: int) -> Word | None:
        return self.tokens[n] if 0 <= n < len(self.tokens) else None

    def _starts(self, n: int) -> bool:
        return self.plain.begins_sentence(self._word(n - 1), self.tokens[n])

    def _particles_before(self, n: int) -> int:
        """Return where the surname begins of which this is the last part: "de Vries"."""
        m = n
        while m and self._near(m) and self._particle(m - 1) and n - m < _LONGEST:
            m -= 1
        sure = m < n and self.tokens[m].plain in _SURE_INSIDE and self.plain.capital(self.tokens[m])
        return m if m < n and (self.tokens[n].plain in SURNAMES or (sure and not self._starts(m))) else n

    def _is_thing(self, n: int) -> bool:
        """Return whether a capitalised word is a known name of a thing, and no common word, role or day."""
        plain = self.tokens[n].plain
        return (
            self.plain.capital(self.tokens[n]) and plain in KNOWN and plain not in COMMON | ROLES | DAYS | ROLE_TITLES
        )

    def _run(self, n: int, *, particles: bool = False) -> int:
        """Return the index after the capitalised words from `n` on; with `particles` these can be in between."""
        end = n
        while end < len(self.tokens) and end - n < 2 * _LONGEST and (end == n or self._near(end)):
            if self._shaped(end) or self._initial(end):
                end += 1
                continue
            ahead = end
            while particles and end > n and ahead < len(self.tokens) and self._particle(ahead) and self._near(ahead):
                ahead += 1
            if end < ahead < len(self.tokens) and self._near(ahead) and self._shaped(ahead):
                end = ahead + 1
            else:
                break
        return end

    def _stranger(self, first: int, end: int, names: tuple[int, ...], *, sure: bool) -> Stranger:
        start, last = self.tokens[first].start, self.tokens[end - 1]
        finish = last.end - 2 if last.plain.endswith("'s") else last.end
        typed = tuple(self.plain.typed(self.tokens[m]) for m in names if not self._particle(m))
        return Stranger(*self.plain.span(start, finish), typed, sure)

    def _between(self, n: int) -> str:
        return self.plain.letters[self.tokens[n].end : self.tokens[n + 1].start]

    def _near(self, n: int) -> bool:
        """Return whether a word directly follows the word before it, or its initial with a point."""
        between = self._between(n - 1)
        return between == " " or (between in (". ", ".") and len(self.tokens[n - 1].plain) == 1)

    def _particle(self, n: int) -> bool:
        return self.tokens[n].plain in _INSIDE

    def _initial(self, n: int) -> bool:
        word = self.tokens[n]
        return len(word.plain) == 1 and word.plain not in ("i", "o") and self.plain.typed(word).isupper()

    def _shaped(self, n: int) -> bool:
        """Return whether each part is a capital with lower-case letters: no acronym, code or program name."""
        word = self.tokens[n]
        if n in self._shouted:
            return True
        if len(word.plain) < 2 or not self.plain.capital(word) or word.plain in _ROMAN:
            return False
        typed = self.plain.typed(word)
        if typed.endswith(("'s", "’s", "´s", "`s")):
            typed = typed[:-2]
        if typed.isupper() and len(typed) > _ACRONYM and word.plain in FIRST_NAMES and word.plain not in ALSO_WORDS:
            return True
        first, *others = re.split("[-‐‑‒–]", typed)
        return _name_shaped(first) and all(_name_shaped(part) or part in _INSIDE for part in others)

    def _given(self, n: int) -> bool:
        plain = self.tokens[n].plain.removesuffix("'s")
        names = (plain, plain.removesuffix("s"), plain.partition("-")[0])
        return any(name in FIRST_NAMES for name in names)

    def _known(self, n: int) -> bool:
        return self.tokens[n].plain.removesuffix("'s") in KNOWN or self._is_own(n)

    def _is_own(self, n: int) -> bool:
        return self._own(self.tokens[n].plain.removesuffix("'s"))


def _is_place(plain: str) -> bool:
    return plain.endswith(PLACE_ENDINGS) and plain not in PLACE_ENDINGS


def _name_shaped(part: str) -> bool:
    if not _SHAPE.fullmatch(part):
        return False
    if part[1:2] in ("'", "’"):
        part = part[2:]
    elif part.startswith(("Mc", "Mac")) and any(letter.isupper() for letter in part[2:]):
        part = part[3:] if part.startswith("Mac") else part[2:]
    return len(part) > 1 and part[0].isupper() and (part[1:].islower() or (not part.isascii() and not part.isupper()))
