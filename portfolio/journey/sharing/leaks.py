"""What someone may not have meant to hand over: names, addresses, sensitive words, private sentences in their words.

Nothing is judged and nothing is taken out by itself: each place is shown, and its writer decides. In a document other
words can stand there (`changed`); the records stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from portfolio.journey.folding import fold
from portfolio.journey.sharing.share import Shared
from portfolio.records.collection import Records
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record, attribute_name

Sort = Literal["name", "initials", "mail", "phone", "postcode", "path", "link", "sensitive", "quoted"]

OF_THE_DOCUMENT: Final = ""
"""Instead of the id of a record: the words were typed for this document alone."""

Changes = Mapping[str, str]
"""Words -> what stands in a document instead."""

_PATTERNS: Final[tuple[tuple[Sort, re.Pattern[str]], ...]] = (
    ("mail", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")),
    ("phone", re.compile(r"(?<![\w-])(?:\+|00)?\d(?:[ ()./-]{0,2}\d){8,13}(?![\w-])")),
    ("postcode", re.compile(r"(?<!\w)[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?!\w)")),
    ("path", re.compile(r"(?<!\w)(?:[A-Za-z]:\\|\\\\\w+\\|~/|/(?:home|Users|mnt|media|srv|var|etc|tmp)/)\S+")),
    ("link", re.compile(r"\[\[[^\[\]]{1,200}\]\]|(?<!\w)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)")),
)
"""Every repetition has an end, so that a text of any length is looked through in one go; an address has at most 64
characters before the @ and 63 between two points (RFC 5321, 4.5.3.1; RFC 1035, 2.3.4)."""
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d|\d\d?-\d\d?-\d{4}")
SENSITIVE: Final = (
    "ziek", "ziekte", "ziekteverzuim", "ziekmelding", "burn-out", "burnout", "overspannen", "diagnose", "medicijn",
    "medicijnen", "zwanger", "zwangerschap", "therapie", "therapeut", "psycholoog", "handicap", "geloof", "vakbond",
    "schuld", "schulden", "ontslag", "ontslagen", "reorganisatie", "wachtwoord", "scheiding",
    "ill", "illness", "sick", "sickness", "diagnosis", "medicine", "medication", "pregnant", "pregnancy", "therapy",
    "therapist", "psychologist", "disability", "religion", "union", "debt", "debts", "dismissal", "dismissed", "fired",
    "redundancy", "reorganisation", "reorganization", "password", "divorce",
)  # fmt: skip
"""Words about health, belief, money and work that deserve a second look, Dutch and English; a list of our own."""
_SENSITIVE: Final = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, SENSITIVE))})(?!\w)")
_SHORTEST: Final = 3
"""A shorter part of a name is found in too many other words."""
_QUOTED: Final = 8
"""So many words in a row that also stand in something private are a quotation."""
_AROUND: Final = 40
"""Characters before and after, to see the place."""


class Leak(NamedTuple):
    """One place: in which record, what sort of thing, the words as they stand there, and the text around them."""

    id: str
    """The record; `OF_THE_DOCUMENT` for words that stand in none."""
    sort: Sort
    words: str
    around: str
    person: str = ""
    """The id of the person whose name or initials these are."""


def leaks(shared: Shared, records: Records, own: Iterable[str] = ()) -> tuple[Leak, ...]:
    """Every place in what leaves, by record; the same words in the same record once.

    `own` are words that were typed for the document itself.
    """
    people = [
        person for person in records.of(Person) if person.may_be_named != "yes" or "may_be_named" in person.damaged
    ]
    named = [each for person in people for each in _of_person(person)]
    leaving = [
        *((OF_THE_DOCUMENT, text) for text in own),
        *((r.id, text) for r in shared.records for text in texts(r) if not isinstance(r, Person | Profile)),
    ]
    going = {run for _id, text in leaving for run in _runs(text)}
    private = _known(going, (text for record in records if _stays(record) for text in texts(record)))
    found: dict[tuple[str, str], Leak] = {}
    for identity, text in leaving:
        for leak in (*_in_text(identity, text, named), *_quotations(identity, text, private)):
            found.setdefault((leak.id, leak.words), leak)
    return tuple(found.values())


def changed(shared: Shared, changes: Changes) -> Shared:
    """What leaves with other words in these places; whole words only, the longest first."""
    if not changes:
        return shared
    other = changing(changes)
    return replace(shared, records=Records.of_all(_with(record, other) for record in shared.records))


def changing(changes: Changes) -> Callable[[str], str]:
    """What puts other words in these places of a text."""
    each = sorted(changes, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, each))})(?!\w)")
    return lambda text: pattern.sub(lambda found: changes[found[0]], text) if changes else text


def initials_of(person: Person) -> str:
    """The first letters of a name, with points: "N.W."; empty when it has no capitals."""
    return "".join(f"{part[0]}." for part in _parts(person.name))


def texts(record: Record) -> Iterator[str]:
    """Everything that someone typed in a record, field by field."""
    for name, spec in record.fields.items():
        value = getattr(record, attribute_name(name))
        if spec.sort == "text" and value:
            yield value
        elif spec.sort == "keyed":
            yield from (text for text in value.values() if text)


def _with(record: Record, other: Callable[[str], str]) -> Record:
    if isinstance(record, Person | Profile):
        return record
    values: dict[str, object] = {}
    for name, spec in record.fields.items():
        attribute = attribute_name(name)
        value = getattr(record, attribute)
        if spec.sort == "text" and value:
            values[attribute] = other(value)
        elif spec.sort == "keyed" and value:
            values[attribute] = {key: other(text) for key, text in value.items()}
    return record.but(**values)


def _stays(record: Record) -> bool:
    return not record.shareable and not isinstance(record, Person | Profile)


def _parts(name: str) -> list[str]:
    return [part for part in re.findall(r"\w+", name) if part[0].isupper()]


def _of_person(person: Person) -> Iterator[tuple[Sort, str, re.Pattern[str]]]:
    """The patterns of a name: the whole of it, each part that is long enough, and its initials."""
    parts = _parts(person.name)
    words = [person.name.strip(), *(part for part in parts if len(part) >= _SHORTEST)]
    if any(len(word) >= _SHORTEST for word in words):
        either = "|".join(re.escape(word) for word in words if len(word) >= _SHORTEST)
        yield "name", person.id, re.compile(rf"(?<!\w)(?:{either})(?!\w)")
    if len(parts) > 1:
        letters = r"\.? ?".join(re.escape(part[0]) for part in parts)
        yield "initials", person.id, re.compile(rf"(?<!\w){letters}\.?(?!\w)")


def _in_text(identity: str, text: str, named: Sequence[tuple[Sort, str, re.Pattern[str]]]) -> Iterator[Leak]:
    for sort, person, pattern in named:
        for found in pattern.finditer(text):
            yield Leak(identity, sort, found[0], _around(text, *found.span()), person)
    for sort, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            if sort != "phone" or _is_phone(found[0]):
                yield Leak(identity, sort, found[0], _around(text, *found.span()))
    folded = text.casefold()
    if len(folded) == len(text):  # else the places would not be those of the text
        for found in _SENSITIVE.finditer(folded):
            yield Leak(identity, "sensitive", text[slice(*found.span())], _around(text, *found.span()))


def _is_phone(words: str) -> bool:
    """Nine digits or more are a number; a day and other days are not."""
    return not _DATE.search(words) and words.startswith(("0", "+"))


def _around(text: str, start: int, end: int) -> str:
    before, after = "…" * (start > _AROUND), "…" * (end + _AROUND < len(text))
    return " ".join(f"{before}{text[max(start - _AROUND, 0) : end + _AROUND]}{after}".split())


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(fold(found[0]), found.start(), found.end()) for found in re.finditer(r"\w+", text)]


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of so many words in a text."""
    words = re.findall(r"\w+", fold(text))
    return zip(*(words[n:] for n in range(_QUOTED)), strict=False)


def _known(going: Collection[tuple[str, ...]], private: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Of the runs in what leaves those that also stand in what stays: it is looked through, not remembered."""
    return frozenset(run for text in private for run in _runs(text) if run in going) if going else frozenset()


def _quotations(identity: str, text: str, private: frozenset[tuple[str, ...]]) -> Iterator[Leak]:
    """The stretches of a text that also stand in something private, each whole."""
    words = _words(text)
    n = 0
    while n + _QUOTED <= len(words):
        end = n
        while end + _QUOTED <= len(words) and tuple(w for w, _s, _e in words[end : end + _QUOTED]) in private:
            end += 1
        if end > n:
            last = words[end + _QUOTED - 2][2]
            yield Leak(identity, "quoted", text[words[n][1] : last], _around(text, words[n][1], last))
            n = end + _QUOTED - 1
        else:
            n += 1
