"""Check what is about to be shared for what the user can have overlooked.

It finds names, addresses, numbers, sensitive words and quotations from private records. Nothing is judged or removed:
each place is shown and the user decides. In the document words can be replaced (`other_words`); the records do not
change. The time taken is linear in the length of the texts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from portfolio.journey.sharing.choice import Names
from portfolio.journey.sharing.first_names import FIRST_NAMES
from portfolio.journey.sharing.names import KnownNames
from portfolio.journey.sharing.numbers import numbers
from portfolio.journey.sharing.plain_letters import PlainLetters
from portfolio.journey.sharing.quotations import in_both, quotations, staying
from portfolio.journey.sharing.rules import PROFILE_ALWAYS
from portfolio.journey.sharing.sensitive import sensitive
from portfolio.journey.sharing.share import Shared
from portfolio.journey.sharing.strangers import Stranger, strangers
from portfolio.records.collection import Records
from portfolio.records.evidence import Evidence
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record, attribute_name
from portfolio.records.skills import Skill

SORTS: Final = (
    "name", "stranger", "initials", "mail", "phone", "postcode", "address", "iban", "bsn", "number", "plate", "path",
    "link", "host", "secret", "sensitive", "quoted",
)  # fmt: skip
"""Every sort of leak; `wording.leaks` has the words for them."""

OF_THE_DOCUMENT: Final = ""
"""Used as the id of the record for text typed for this document only."""

_MARK: Final = "[\u0300-\u036f]"
"""A combining mark, which continues the word before it."""
_AROUND: Final = 40
"""Characters of context shown before and after a leak."""


class Leak(NamedTuple):
    """One leak: the record, the sort, the words as typed, and the text around them."""

    id: str
    """The id of the record; `OF_THE_DOCUMENT` for text of no record."""
    sort: str
    words: str
    around: str
    person: str = ""
    """The id of the person whose name or initials these are; empty for other sorts."""


def leaks(shared: Shared, records: Records, own: Iterable[str] = (), *, names: Names = "consented") -> tuple[Leak, ...]:
    """Return the leaks in what is shared, by record; the same words in the same record appear once.

    `own` holds texts typed for the document itself; with `names` "consented", names of people who agreed are not
    reported.
    """
    checked = [
        *((OF_THE_DOCUMENT, PlainLetters(text)) for text in own),
        *((record.id, PlainLetters(text)) for record in shared.records for text in _checked(record)),
    ]
    known = _Known(records, names)
    strange = [list(strangers(plain, known.has)) for _id, plain in checked]
    words = known.in_lower_case(strange, records)
    private = in_both((plain.letters for _id, plain in checked), (text for r in records for text in staying(r)))
    found: dict[tuple[str, str], Leak] = {}
    for (identity, plain), candidates in zip(checked, strange, strict=True):
        sure = [each for each in candidates if each.sure or words.isdisjoint(map(str.lower, each.words))]
        places = [
            *_in_text(plain, known.names, sure),
            *(_Place("quoted", *each) for each in quotations(plain, private)),
        ]
        for place in sorted(places, key=lambda each: (each.start, each.end)):
            leak = _leak(identity, plain.text, place)
            found.setdefault((leak.id, leak.words), leak)
    return tuple(found.values())


def initials_of(person: Person) -> str:
    """Return the initials of a name with points, such as "N.W."; empty when it has no capitals."""
    return "".join(f"{part[0]}." for part in _parts(person.name))


def texts(record: Record) -> Iterator[str]:
    """Yield every text typed in a record, field by field."""
    for name, spec in record.fields.items():
        value = getattr(record, attribute_name(name))
        if spec.sort == "text" and value:
            yield value
        elif spec.sort == "keyed":
            yield from (text for text in value.values() if text)


def _parts(name: str) -> list[str]:
    return [part for part in re.findall(r"\w+", name) if part[0].isupper()]


def _checked(record: Record) -> Iterator[str]:
    """Yield the texts to check; the names of people and of the user were decided on elsewhere."""
    if isinstance(record, Profile):
        always = {getattr(record, name) for name in PROFILE_ALWAYS}
        yield from (text for text in texts(record) if text not in always)
    elif not isinstance(record, Person):
        yield from texts(record)


class _Known:
    """The names of a portfolio: of people to report, and words of the user's own that are not to be reported."""

    def __init__(self, records: Records, names: Names) -> None:
        people = records.of(Person)
        agreed = [each for each in people if each.may_be_named == "yes" and "may_be_named" not in each.damaged]
        allowed = agreed if names == "consented" else []
        profiles = {each.id: each.name for each in records.of(Profile) if each.name}
        everyone = {each.id: each.name for each in people} | profiles
        self.names = KnownNames(everyone, {*profiles, *(each.id for each in allowed)})
        own = [*(each.name for each in allowed), *profiles.values()]
        own += [text for p in records.of(Profile) for text in (p.job, p.team, p.organisation) if text]
        things = [*(skill.title for skill in records.of(Skill)), *(each.issuer for each in records.of(Evidence))]
        self._own = _words_of(own) | (_words_of(filter(None, things)) - FIRST_NAMES)

    def has(self, plain: str) -> bool:
        """Return whether every part of a plain word belongs to the user's own names, skills or organisations."""
        parts = re.split("['-]", plain)
        return all(part in self._own or part.removesuffix("s") in self._own for part in parts)

    def in_lower_case(self, found: Sequence[Sequence[Stranger]], records: Records) -> frozenset[str]:
        """Return the possible names that occur in lower case somewhere in these records."""
        asked = {word.lower() for each in found for stranger in each if not stranger.sure for word in stranger.words}
        seen: set[str] = set()
        for record in records if asked else ():
            for text in texts(record):
                seen |= {word for word in asked - seen if word in text and _whole(word).search(text)}
        return frozenset(seen)


def _words_of(texts_: Iterable[str]) -> set[str]:
    return {word.plain for text in texts_ for word in PlainLetters(text).words()}


def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])")


class _Place(NamedTuple):
    """A leak and its place in the text as typed."""

    sort: str
    start: int
    end: int
    person: str = ""


def _in_text(plain: PlainLetters, names: KnownNames, candidates: Sequence[Stranger]) -> Iterator[_Place]:
    """Yield the leaks of a text, the most certain first; no letter is part of two leaks."""
    taken = bytearray(len(plain.text))
    named = [_Place(*each) for each in names.find(plain)]
    found = (
        *(_Place(*each) for each in numbers(plain)),
        *_with_surnames(named, candidates),
        *(_Place("stranger", each.start, each.end) for each in candidates if each.sure or len(each.words) > 1),
        *(_Place("sensitive", *each) for each in sensitive(plain)),
        *(_Place("stranger", each.start, each.end) for each in candidates),
    )
    for place in found:
        if taken.find(1, place.start, place.end) < 0:
            taken[place.start : place.end] = b"\1" * (place.end - place.start)
            yield place


def _with_surnames(named: Sequence[_Place], possible: Sequence[Stranger]) -> Iterator[_Place]:
    """Yield each name, extended with an unknown name right after it: "Mark Peeters" where only Mark is known."""
    starts = [each.start for each in possible]
    for n, place in enumerate(named):
        at = bisect_right(starts, place.start) - 1
        end = possible[at].end if at >= 0 else 0
        following = named[n + 1].start if n + 1 < len(named) else end
        longer = place.sort == "name" and place.end < end <= following
        yield place._replace(end=end) if longer else place


def _leak(identity: str, text: str, place: _Place) -> Leak:
    return Leak(
        identity, place.sort, text[place.start : place.end], _around(text, place.start, place.end), place.person
    )


def _around(text: str, start: int, end: int) -> str:
    before, after = "…" * (start > _AROUND), "…" * (end + _AROUND < len(text))
    return " ".join(f"{before}{text[max(start - _AROUND, 0) : end + _AROUND]}{after}".split())
