"""The English words of dates, without accents, capitals, dots and the article "the"."""

from __future__ import annotations

from typing import Final

from portfolio.capture.dates import kinds
from portfolio.capture.dates.kinds import Token, numbered, words

FILLERS: Final = frozenset({"on", "the", "of"})
"""Words that are ignored."""

PARTS_OF_DAY: Final = frozenset({"morning", "afternoon", "evening", "night"})
"""Parts of a day; they follow the day."""


def _up_to_31(small: str, *thirties: str) -> dict[int, str]:
    """The numbers from 1 to 31, from the words for 1 to 20 and for 30 and 31."""
    units = small.split()
    return dict(enumerate([*units, *(f"twenty {unit}" for unit in units[:9]), *thirties], start=1))


_WEEKDAYS: Final = numbered(
    kinds.WEEKDAY,
    "monday|mon tuesday|tues|tue wednesday|weds|wed thursday|thurs|thur|thu friday|fri saturday|sat sunday|sun",
)
_MONTHS: Final = numbered(
    kinds.MONTH,
    "january|jan february|feb|febr march|mar april|apr may june|jun july|jul"
    " august|aug september|sep|sept october|oct november|nov december|dec",
)
_SMALL: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
_SMALL_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_NUMBERS: Final = words(kinds.NUMBER, _up_to_31(_SMALL, "thirty", "thirty one"))
_ORDINALS: Final = words(kinds.ORDINAL, _up_to_31(_SMALL_ORDINALS, "thirtieth", "thirty first"))
_AMOUNTS: Final = words(
    kinds.AMOUNT,
    {1: "half a|half an|a half|one half", 2: "a|an", 4: "a couple|couple", 6: "a few"},
)
_DAYS: Final = words(
    kinds.DAY,
    {
        -2: "day before yesterday",
        -1: "yesterday|last night|last evening",
        0: "today|now|just now|tonight|this morning|this afternoon|this evening|earlier today|later today",
        1: "tomorrow",
        2: "day after tomorrow",
    },
)
_WHICH: Final = words(
    kinds.WHICH,
    {
        -2: "before last",
        -1: "last|past|previous|this past",
        0: "this",
        1: "next|coming|upcoming|this coming",
        2: "after next",
    },
)
_UNITS: Final = (
    words(kinds.WEEK, {7: "week|weeks|wk|wks"})
    | words(kinds.DAYS, {1: "day|days", 14: "fortnight|fortnights"})
    | words(kinds.MONTHS, {1: "month|months|mth|mths", 3: "quarter|quarters", 12: "year|years|yr|yrs"})
)
_EDGES: Final = words(
    kinds.EDGE,
    {
        kinds.BEGIN: "start|beginning|early|first day",
        kinds.MIDDLE: "mid|middle",
        kinds.END: "end|late|last day",
    },
)
_JOINTS: Final = (
    words(kinds.AGO, {0: "ago|back"})
    | words(kinds.AHEAD, {0: "in|within"})
    | words(kinds.HENCE, {0: "hence|time"})
    | words(kinds.FROM, {0: "from"})
    | words(kinds.HALF, {0: "half"})
    | words(kinds.AND_A_HALF, {0: "and a half"})
)

WORDS: Final[dict[str, Token]] = {
    **_WEEKDAYS,
    **_MONTHS,
    **_NUMBERS,
    **_ORDINALS,
    **_AMOUNTS,
    **_DAYS,
    **_WHICH,
    **_UNITS,
    **_EDGES,
    **_JOINTS,
}
"""Every word and short phrase, with its meaning."""
