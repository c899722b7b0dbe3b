"""Find texts to be shared that also occur in something private.

Private texts are determined field by field: a shareable record has private fields too, and feedback without the giver's
consent is private whatever its own mark is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from portfolio.journey.fold import fold
from portfolio.journey.sharing.plain_letters import PlainLetters
from portfolio.journey.sharing.rules import ALLOWED, ANSWERS, PROFILE_ALWAYS
from portfolio.journey.sharing.selection import may_leave
from portfolio.records.feedback import Feedback
from portfolio.records.persons import Person, Profile
from portfolio.records.record import Record, attribute_name
from portfolio.records.reflections import Reflection

_ROW: Final = 8
"""The number of words in a row, also found in something private, that make a quotation."""
_SHORT: Final = 5
"""The number of words from which a whole private sentence is a quotation too."""
_SENTENCE: Final = re.compile(r"[.!?:;…\n]+")
_WORD: Final = re.compile(r"[^\W_]+")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]")

Row = tuple[str, ...]


class Private(NamedTuple):
    """What occurs both in the shared and in the private texts: rows of words, and whole short sentences."""

    rows: frozenset[Row]
    sentences: frozenset[Row]
    begun: frozenset[Row]
    """The first `_SHORT` words of each of them."""


def in_both(shared: Iterable[str], staying: Iterable[str]) -> Private:
    """Return what these texts have in common; the private texts are read once and not stored."""
    going: set[Row] = set()
    begun: set[Row] = set()
    for text in shared:
        words = _words(text)
        going.update(_rows(words, _ROW))
        begun.update(_rows(words, _SHORT))
    rows: set[Row] = set()
    sentences: set[Row] = set()
    for text in staying if begun else ():
        words = _words(text)
        if len(words) < _SHORT or begun.isdisjoint(_rows(words, _SHORT)):
            continue
        rows.update(row for row in _rows(words, _ROW) if row in going)
        for sentence in _SENTENCE.split(text):
            whole = tuple(_words(sentence))
            if _SHORT <= len(whole) < _ROW and whole[:_SHORT] in begun:
                sentences.add(whole)
    first = frozenset(row[:_SHORT] for each in (rows, sentences) for row in each)
    return Private(frozenset(rows), frozenset(sentences), first)


def quotations(plain: PlainLetters, private: Private) -> Iterator[tuple[int, int]]:
    """Yield the places of quotations in the text as typed; overlapping ones are joined."""
    if not private.begun:
        return
    found = list(_WORD.finditer(plain.letters))
    words = [each[0] for each in found]
    begun, ended = -1, -1
    for n, row in enumerate(_rows(words, _SHORT)):
        if row not in private.begun:
            continue
        end = max((n + size for size in range(_SHORT, _ROW + 1) if _known(words, n, size, private)), default=-1)
        if end < 0:
            continue
        if n > ended:
            if begun >= 0:
                yield plain.span(found[begun].start(), found[ended - 1].end())
            begun = n
        ended = max(ended, end)
    if begun >= 0:
        yield plain.span(found[begun].start(), found[ended - 1].end())


def staying(record: Record) -> Iterator[str]:
    """Yield the texts of a record that are never shared, whatever the period and the choice."""
    if isinstance(record, Person):
        return
    names, answers = _shareable_fields(record)
    for name, spec in record.fields.items():
        value = getattr(record, attribute_name(name))
        if spec.sort == "text" and value and name not in names:
            yield value
        elif spec.sort == "keyed":
            kept = answers if name == "answers" and name in names else ()
            yield from (text for key, text in value.items() if text and key not in kept)
    for values in record.conflicts.values():
        yield from (value for value in values if isinstance(value, str))


def _shareable_fields(record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields and the answers of a record that can be shared."""
    allowed = ALLOWED.get(record.kind)
    if isinstance(record, Profile):
        return ALLOWED["profile"].fields if may_leave(record) else PROFILE_ALWAYS, ()
    if allowed is None or not may_leave(record):
        return (), ()
    if isinstance(record, Feedback) and record.permission != "yes":
        return (), ()
    if isinstance(record, Reflection):
        answers = ANSWERS.get(record.template)
        return ((), ()) if answers is None else (allowed.fields, answers)
    return allowed.fields, ()


def _known(words: list[str], n: int, size: int, private: Private) -> bool:
    row = tuple(words[n : n + size])
    return len(row) == size and row in (private.rows if size == _ROW else private.sentences)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text if text.isascii() else _UNSEEN.sub("", text)))


def _rows(words: list[str], size: int) -> Iterator[Row]:
    """Yield every row of `size` words."""
    return zip(*(words[n:] for n in range(size)), strict=False)
