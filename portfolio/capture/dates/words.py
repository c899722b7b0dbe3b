"""Split a line of text into the tokens of the grammar.

Capitals, accents, extra spaces and full stops are removed here; a text with any other character, or with a word of
neither language, is refused. Nothing here computes a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from portfolio.capture.dates import dutch, english, kinds
from portfolio.capture.dates.errors import NotUnderstoodError
from portfolio.capture.dates.kinds import Token

LONGEST: Final = 100
"""Characters in a text that can be a date; the longest known phrase has half as many."""


LEXICON: Final = english.WORDS | dutch.WORDS
_FILLERS: Final = dutch.FILLERS | english.FILLERS
_PARTS: Final = dutch.PARTS_OF_DAY | english.PARTS_OF_DAY
_OR: Final = "of"
"""A word that is ignored in English, and means "or" in Dutch."""
_LONGEST_PHRASE: Final = max(phrase.count(" ") + 1 for phrase in LEXICON)

_SPACES: Final = re.compile("[ \t\r\n\u00a0\u202f]+")
_PLAIN: Final = re.compile(r"[a-z0-9 .,/'-]+")
_COMMA: Final = re.compile(r",(?!5(?![0-9]))")  # the comma of "2,5 weken" stays
_LOOSE_DASH: Final = re.compile(r"(?<=[0-9]) ?([-/]) ?(?=[0-9])")
_DASH_AT_LETTER: Final = re.compile(r"(?<=[a-z])[-/](?=[a-z0-9])|(?<=[0-9])[-/](?=[a-z])")
_ISO_WEEK: Final = re.compile(r"([0-9]{4})-?w([0-9]{2})(?:-?([1-7]))?")
_SHORT_YEAR_LAST: Final = re.compile(r"(?<=[0-9a-z] )([0-9]{2})$")
_DATE_THEN_YEAR: Final = re.compile(r"(?:.* )?[0-9]{1,2}[a-z]* [a-z]+\.? [0-9]{2}")
_COMPOUND: Final = re.compile(
    "(maan|dins|woens|donder|vrij|zater|zon|eergister|gister|morgen)(dag)?"
    "(ochtend|morgen|middag|namiddag|avond|nacht|vroeg)"
)
_GENITIVE: Final = re.compile(r"[a-z]+(?:s'|'s)")
_DOTTED: Final = re.compile(r"[a-z](?:\.[a-z])+")

_DAY_MONTH_YEAR: Final = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_YEAR_MONTH_DAY: Final = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_DAY_MONTH: Final = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})")
_NUMBERED_DAY: Final = re.compile(r"([0-9]{1,2})(?:e|de|ste|st|nd|rd|th)")
_HALVES: Final = re.compile(r"([0-9]{1,3})[.,]5")
_WEEK: Final = re.compile(r"(?:w|wk|week)([0-9]{1,2})")


def plain(text: str) -> str:
    """The text in lower-case ASCII letters, digits and a few signs, its words separated by one space.

    Raises NotUnderstoodError for a text that is too long, empty, or holds a character that no date has.
    """
    if len(text) > LONGEST:
        raise NotUnderstoodError
    folded = text.casefold()
    if not folded.isascii():
        folded = _without_accents(folded)
    folded = _SPACES.sub(" ", folded).strip(" ").rstrip(".").rstrip(" ")
    if not _PLAIN.fullmatch(folded):
        raise NotUnderstoodError
    return folded


def tokens(line: str) -> tuple[Token, ...]:
    """The tokens of a plain line, in order. Raises NotUnderstoodError at the first unknown word."""
    if week := _ISO_WEEK.fullmatch(line):
        year, number, weekday = Token(kinds.YEAR, int(week[1])), int(week[2]), int(week[3] or 1)
        return Token(kinds.WEEKDAY, weekday), Token(kinds.WEEK, 7), Token(kinds.NUMBER, number), year
    line = " ".join(_COMMA.sub(" ", line).split())
    line = _DASH_AT_LETTER.sub(" ", _LOOSE_DASH.sub(r"\1", line))
    if _DATE_THEN_YEAR.fullmatch(line):
        line = _SHORT_YEAR_LAST.sub(r"'\1", line)
    typed = [word for part in line.split() for word in _bare(part)]
    if _OR in typed:
        _refuse_or(typed)
    return _settle_halves(list(_look_up([word for word in typed if word not in _FILLERS])))


def _refuse_or(typed: list[str]) -> None:
    """Refuse a choice between two days: in Dutch "vrijdag of volgende week" is Friday or next week."""
    only_dutch = dutch.WORDS.keys() - english.WORDS.keys()
    if _OR in {typed[0], typed[-1]} or not only_dutch.isdisjoint(typed):
        raise NotUnderstoodError


def _without_accents(folded: str) -> str:
    """The letters without their accents; other characters, foreign digits among them, are unchanged."""
    import unicodedata

    folded = folded.replace("\u0133", "ij").replace("\u2019", "'").replace("\u2018", "'")
    return "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign))


def _bare(word: str) -> Iterator[str]:
    """A word without full stops and apostrophes, and a Dutch compound such as "vrijdagmiddag" in its parts."""
    word = word.rstrip(".")
    if word[:1] == "'" and word[1:].isdigit():
        yield word
        return
    if _GENITIVE.fullmatch(word):
        word = word.replace("'", "")  # only at the end: "zo'n" is not a Sunday
    if _DOTTED.fullmatch(word):
        word = word.replace(".", "")
    compound = _COMPOUND.fullmatch(word)
    if compound and word not in LEXICON:
        yield compound[1] + (compound[2] or "")
        yield compound[3]
    else:
        yield word


def _look_up(typed: list[str]) -> Iterator[Token]:
    """The token of each word, or of the longest phrase that begins with it; a part of a day is skipped."""
    at = 0
    before = ""
    while at < len(typed):
        if before in {kinds.WEEKDAY, kinds.DAY} and typed[at] in _PARTS:
            at += 1
            continue
        for size in range(min(_LONGEST_PHRASE, len(typed) - at), 0, -1):
            token = LEXICON.get(" ".join(typed[at : at + size]))
            if token:
                found: tuple[Token, ...] = (token,)
                break
        else:
            size, found = 1, _from_digits(typed[at])
        yield from found
        before = found[-1].kind
        at += size


def _from_digits(word: str) -> tuple[Token, ...]:
    """The tokens of a word with digits in it: a number, a year, an ordinal, a week or a date."""
    if word.isdigit() and len(word) <= 4:
        return (Token(kinds.YEAR if len(word) == 4 else kinds.NUMBER, int(word)),)
    if word[:1] == "'" and len(word) == 3:
        return (Token(kinds.SHORT_YEAR, int(word[1:])),)
    if match := _NUMBERED_DAY.fullmatch(word):
        return (Token(kinds.ORDINAL, int(match[1])),)
    if match := _WEEK.fullmatch(word):
        return Token(kinds.WEEK, 7), Token(kinds.NUMBER, int(match[1]))
    if match := _HALVES.fullmatch(word):
        return (Token(kinds.AMOUNT, 2 * int(match[1]) + 1),)
    return _date_in_digits(word)


def _date_in_digits(word: str) -> tuple[Token, ...]:
    """A date in digits: day, month and an optional year, or year first. The day always comes before the month."""
    if match := _DAY_MONTH_YEAR.fullmatch(word):
        year = Token(kinds.YEAR if len(match[4]) == 4 else kinds.SHORT_YEAR, int(match[4]))
        return Token(kinds.NUMBER, int(match[1])), Token(kinds.MONTH, int(match[3])), year
    if match := _YEAR_MONTH_DAY.fullmatch(word):
        return (
            Token(kinds.YEAR, int(match[1])),
            Token(kinds.MONTH, int(match[3])),
            Token(kinds.NUMBER, int(match[4])),
        )
    if match := _DAY_MONTH.fullmatch(word):
        return Token(kinds.NUMBER, int(match[1])), Token(kinds.MONTH, int(match[2]))
    raise NotUnderstoodError


def _settle_halves(found: list[Token]) -> tuple[Token, ...]:
    """Decide from the next word what "half" means, and add "and a half" to the amount before it."""
    units = {kinds.WEEK, kinds.DAYS, kinds.MONTHS}
    settled: list[Token] = []
    for at, token in enumerate(found):
        if token.kind == kinds.HALF:
            counts = at + 1 < len(found) and found[at + 1].kind in units
            settled.append(Token(kinds.AMOUNT, 1) if counts else Token(kinds.EDGE, kinds.MIDDLE))
        elif token.kind == kinds.AND_A_HALF:
            _add_half(settled)
        else:
            settled.append(token)
    return tuple(settled)


def _add_half(settled: list[Token]) -> None:
    """Add half a unit to the last amount: "two and a half weeks", "a year and a half"."""
    for back in (-1, -2):
        amount = settled[back] if len(settled) >= -back else Token("", 0)
        halves = 2 * amount.value if amount.kind == kinds.NUMBER else amount.value
        if amount.kind in {kinds.NUMBER, kinds.AMOUNT} and halves % 2 == 0:
            settled[back] = Token(kinds.AMOUNT, halves + 1)
            return
    raise NotUnderstoodError
