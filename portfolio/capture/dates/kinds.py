"""The kinds of words in a date: each kind is one letter, and a word has a kind and a number.

A phrase becomes a row of letters ("last friday" is `RW`), and the grammar is a table of such rows. The words of each
language are in a module of their own.
"""

from __future__ import annotations

from typing import Final, NamedTuple

WEEKDAY: Final = "W"
"""A weekday, 1 (Monday) to 7, as ISO 8601 numbers them."""
MONTH: Final = "M"
"""A month, 1 to 12."""
NUMBER: Final = "N"
"""A whole number: a day of the month, a week, or an amount."""
AMOUNT: Final = "B"
"""An amount in halves; never a day of the month ("a", "a couple", "anderhalf")."""
ORDINAL: Final = "O"
"""A day of the month as an ordinal ("3rd", "derde")."""
YEAR: Final = "Y"
"""A year in four digits; as an amount also a number in four digits."""
SHORT_YEAR: Final = "Z"
"""A year in two digits."""
DAY: Final = "D"
"""A day by its distance from today ("yesterday" is -1)."""
WHICH: Final = "R"
"""Last (-1), this (0) or next (1); before last (-2) and after next (2)."""
AGO: Final = "A"
"""Backwards ("ago", "geleden")."""
AHEAD: Final = "I"
"""Forwards, before the amount ("in", "over")."""
HENCE: Final = "T"
"""Forwards, after the amount ("hence")."""
FROM: Final = "P"
"""Forwards, counted from a day that follows ("from", "vanaf")."""
EDGE: Final = "E"
"""The begin (1), the middle (2) or the end (3) of a month or year."""
WEEK: Final = "K"
"""A week of seven days."""
DAYS: Final = "U"
"""A unit that is a number of days."""
MONTHS: Final = "L"
"""A unit that is a number of months."""
HALF: Final = "H"
"""Half: an amount before a unit, else the middle of a month; `words` decides which."""
AND_A_HALF: Final = "F"
"""Half a unit more; `words` adds it to the amount."""

BEGIN: Final = 1
MIDDLE: Final = 2
END: Final = 3


class Token(NamedTuple):
    """A word or phrase: its kind and its number."""

    kind: str
    value: int


def words(kind: str, table: dict[int, str]) -> dict[str, Token]:
    """Words of one kind from a table of number -> words, separated by a bar."""
    return {word: Token(kind, value) for value, line in table.items() for word in line.split("|")}


def numbered(kind: str, line: str) -> dict[str, Token]:
    """Words of one kind that count up from 1, separated by a space; names for the same number by a bar."""
    return words(kind, dict(enumerate(line.split(), start=1)))
