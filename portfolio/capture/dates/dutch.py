"""The Dutch words of dates, without accents, capitals, dots and articles."""

from __future__ import annotations

from typing import Final

from portfolio.capture.dates import kinds
from portfolio.capture.dates.kinds import Token, numbered, words

FILLERS: Final = frozenset({"op", "de", "het", "van"})
"""Words that are ignored."""

PARTS_OF_DAY: Final = frozenset({"ochtend", "morgen", "middag", "namiddag", "avond", "nacht", "vroeg"})
"""Parts of a day; they follow the day, or are joined to it in one word."""

_WEEKDAYS: Final = numbered(
    kinds.WEEKDAY,
    "maandag|maa|ma dinsdag|din|di woensdag|woe|wo donderdag|don|do vrijdag|vrij|vri|vr zaterdag|zat|za zondag|zon|zo",
)
_MONTHS: Final = numbered(
    kinds.MONTH,
    "januari|jan februari|feb|febr maart|mrt april|apr mei juni|jun juli|jul"
    " augustus|aug september|sep|sept oktober|okt november|nov december|dec",
)
_COUNTS: Final = (
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
    " zeventien achttien negentien twintig eenentwintig tweeentwintig drieentwintig vierentwintig vijfentwintig"
    " zesentwintig zevenentwintig achtentwintig negenentwintig dertig eenendertig"
)
_ORDINALS: Final = numbered(
    kinds.ORDINAL,
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende"
    " vijftiende zestiende zeventiende achttiende negentiende twintigste eenentwintigste tweeentwintigste"
    " drieentwintigste vierentwintigste vijfentwintigste zesentwintigste zevenentwintigste achtentwintigste"
    " negenentwintigste dertigste eenendertigste",
)
_HALVES: Final = {
    f"{count}{joint}{half}": Token(kinds.AMOUNT, 2 * number + 1)
    for number, count in enumerate(_COUNTS.split()[1:12], start=2)
    for joint in ("en", "eneen")
    for half in ("half", "halve")
}
_AMOUNTS: Final = words(
    kinds.AMOUNT,
    {1: "een half|een halve|halve", 3: "anderhalf|anderhalve|een anderhalf|een anderhalve", 4: "een paar|paar"},
)
_DAYS: Final = words(
    kinds.DAY,
    {
        -2: "eergisteren|eergister",
        -1: "gisteren|gister",
        0: "vandaag|nu|vanochtend|vanmorgen|vanmiddag|vanavond|deze ochtend|deze morgen|deze middag|deze avond"
        "|eerder vandaag|later vandaag|zojuist|zonet",
        1: "morgen",
        2: "overmorgen",
    },
)
_WHICH: Final = words(
    kinds.WHICH,
    {
        -2: "voorvorige",
        -1: "vorige|vorig|afgelopen|verleden|laatstleden|jongstleden|jl|ll",
        0: "deze|dit",
        1: "volgende|volgend|komende|komend|aanstaande|aanstaand|eerstvolgende|eerstkomende|as",
    },
)
_UNITS: Final = (
    words(kinds.WEEK, {7: "week|weken|weekje|weekjes|wk|wkn"})
    | words(kinds.DAYS, {1: "dag|dagen|dgn|dagje|dagjes"})
    | words(kinds.MONTHS, {1: "maand|maanden|mnd|maandje|maandjes", 3: "kwartaal|kwartalen", 12: "jaar|jaren|jr"})
)
_EDGES: Final = words(
    kinds.EDGE,
    {
        kinds.BEGIN: "begin|eerste dag",
        kinds.MIDDLE: "midden|medio",
        kinds.END: "eind|einde|laatste dag",
    },
)
_JOINTS: Final = (
    words(kinds.AGO, {0: "geleden|terug"})
    | words(kinds.AHEAD, {0: "over|in|binnen"})
    | words(kinds.FROM, {0: "vanaf"})
    | words(kinds.HALF, {0: "half"})
    | words(kinds.AND_A_HALF, {0: "en een half|en een halve|en half"})
)

WORDS: Final[dict[str, Token]] = {
    **_WEEKDAYS,
    **_MONTHS,
    **numbered(kinds.NUMBER, _COUNTS),
    **_ORDINALS,
    **_HALVES,
    **_AMOUNTS,
    **_DAYS,
    **_WHICH,
    **_UNITS,
    **_EDGES,
    **_JOINTS,
}
"""Every word and short phrase, with its meaning."""
