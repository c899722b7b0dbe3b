"""Words in what leaves that also are in something that stays.

What stays is looked at field by field: a shareable record has private fields too, and feedback whose giver did not say
yes stays whatever its own mark is.
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
"""This many words in a row that are also in something private are a quotation."""
_SHORT: Final = 5
"""A whole private sentence of this many words is one too."""
_SENTENCE: Final = re.compile(r"[.!?:;…\n]+")
_WORD: Final = re.compile(r"[^\W_]+")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]")

Row = tuple[str, ...]


class Private(NamedTuple):
    """What is in what leaves and in what stays: rows of words, and whole short sentences."""

    rows: frozenset[Row]
    sentences: frozenset[Row]
    begun: frozenset[Row]
    """The first words of each."""


def in_both(leaving: Iterable[str], staying: Iterable[str]) -> Private:
    """What these texts have in common; what stays is looked through and not remembered."""
    going: set[Row] = set()
    begun: set[Row] = set()
    for text in leaving:
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
    """The stretches of a text that are also in something private, each whole, in the text as typed."""
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
    """The texts of a record that may never leave, whatever the period and the choice."""
    if isinstance(record, Person):
        return
    names, answers = _may(record)
    for name, spec in record.fields.items():
        value = getattr(record, attribute_name(name))
        if spec.sort == "text" and value and name not in names:
            yield value
        elif spec.sort == "keyed":
            kept = answers if name == "answers" and name in names else ()
            yield from (text for key, text in value.items() if text and key not in kept)
    for values in record.conflicts.values():
        yield from (value for value in values if isinstance(value, str))


def _may(record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields and the answers of a record that may leave."""
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
    """Every row of this many words."""
    return zip(*(words[n:] for n in range(size)), strict=False)
