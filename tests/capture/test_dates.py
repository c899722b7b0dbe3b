"""Dates as people say them: a fixed today, Wednesday 18 November 2026 in ISO week 47."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portfolio.capture.dates import UnknownWhen, When, dutch, english, parse_when
from portfolio.errors import USAGE, UsageError
from portfolio.sanitise import clean_line
from portfolio.wording import Language, Words
from portfolio.wording.dates import day_in_full, day_short

TODAY = date(2026, 11, 18)

DUTCH = """
vandaag = 2026-11-18
nu = 2026-11-18
vanmorgen = 2026-11-18
vanochtend = 2026-11-18
vanmiddag = 2026-11-18
vanavond = 2026-11-18
gisteren = 2026-11-17
gisteravond = 2026-11-17
gistermiddag = 2026-11-17
gisteren middag = 2026-11-17
eergisteren = 2026-11-16
eergisteravond = 2026-11-16
morgen = 2026-11-19
morgenochtend = 2026-11-19
morgen vroeg = 2026-11-19
overmorgen = 2026-11-20
3 dagen geleden = 2026-11-15
drie dagen geleden = 2026-11-15
één dag geleden = 2026-11-17
een paar dagen geleden = 2026-11-16
veertien dagen geleden = 2026-11-04
10 dagen terug = 2026-11-08
een week geleden = 2026-11-11
twee weken geleden = 2026-11-04
anderhalve week geleden = 2026-11-08
2,5 weken geleden = 2026-11-01
tweeënhalve week geleden = 2026-11-01
een maand geleden = 2026-10-18
drie maanden geleden = 2026-08-18
een halve maand geleden = 2026-11-03
half jaar geleden = 2026-05-18
een half jaar geleden = 2026-05-18
anderhalf jaar geleden = 2025-05-18
twee en een half jaar geleden = 2024-05-18
een jaar geleden = 2025-11-18
twaalf jaar geleden = 2014-11-18
vandaag een week geleden = 2026-11-11
gisteren een jaar geleden = 2025-11-17
over twee weken = 2026-12-02
over een maand = 2026-12-18
over een half jaar = 2027-05-18
over anderhalve week = 2026-11-28
binnen drie dagen = 2026-11-21
twee weken vanaf nu = 2026-12-02
morgen over een week = 2026-11-26
maandag over een week = 2026-11-30
vorige week = 2026-11-11
volgende week = 2026-11-25
vorige maand = 2026-10-18
volgende maand = 2026-12-18
vorig jaar = 2025-11-18
volgend jaar = 2027-11-18
vorige week vrijdag = 2026-11-13
vrijdag vorige week = 2026-11-13
de vrijdag van vorige week = 2026-11-13
vorige week zondag = 2026-11-15
vorige week maandag = 2026-11-09
volgende week vrijdag = 2026-11-27
deze week maandag = 2026-11-16
vrijdag deze week = 2026-11-20
vrijdag = 2026-11-13
woensdag = 2026-11-18
op vrijdag = 2026-11-13
vrijdagmiddag = 2026-11-13
vrijdag morgen = 2026-11-13
afgelopen maandag = 2026-11-16
afgelopen woensdag = 2026-11-11
maandag jl. = 2026-11-16
vrijdag j.l. = 2026-11-13
vorige vrijdag = 2026-11-13
verleden vrijdag = 2026-11-13
volgende vrijdag = 2026-11-20
komende vrijdag = 2026-11-20
aanstaande vrijdag = 2026-11-20
vrijdag a.s. = 2026-11-20
komende woensdag = 2026-11-25
deze vrijdag = 2026-11-20
vrijdag twee weken geleden = 2026-11-06
half mei = 2026-05-15
begin mei = 2026-05-01
eind mei = 2026-05-31
eind februari = 2026-02-28
eind november = 2025-11-30
eind maart 2024 = 2024-03-31
medio juni = 2026-06-15
de laatste dag van februari 2024 = 2024-02-29
eind vorige maand = 2026-10-31
begin deze maand = 2026-11-01
half volgende maand = 2026-12-15
eind van het jaar = 2026-12-31
begin 2026 = 2026-01-01
12 maart = 2026-03-12
twaalf maart = 2026-03-12
20 november = 2025-11-20
18 november = 2026-11-18
12 mrt. = 2026-03-12
12 mrt 2024 = 2024-03-12
12 maart '24 = 2024-03-12
12 maart 24 = 2024-03-12
12-mrt-24 = 2024-03-12
12 maart jl. = 2026-03-12
20 november a.s. = 2026-11-20
afgelopen 12 maart = 2026-03-12
12 maart vorig jaar = 2025-03-12
12 maart volgend jaar = 2027-03-12
12e maart = 2026-03-12
de derde = 2026-11-03
3e = 2026-11-03
de 3e = 2026-11-03
de 20ste = 2026-10-20
de eenendertigste = 2026-10-31
de 3e van vorige maand = 2026-10-03
de eerste van de maand = 2026-11-01
vrijdag morgen vorige week = 2026-11-13
w24 = 2026-06-08
volgende maand de 3e = 2026-12-03
vrijdag 20 november = 2026-11-20
donderdag 20 november = 2025-11-20
vr 13 november 2026 = 2026-11-13
vrijdag de 13e = 2026-11-13
vr 20 = 2026-11-20
gisteren, dinsdag = 2026-11-17
week 24 = 2026-06-08
wk 24 = 2026-06-08
week 47 = 2026-11-16
week 50 = 2025-12-08
week 53 = 2020-12-28
week 24 van 2025 = 2025-06-09
vrijdag in week 24 = 2026-06-12
week 24 vrijdag = 2026-06-12
"""

ENGLISH = """
today = 2026-11-18
now = 2026-11-18
this morning = 2026-11-18
this afternoon = 2026-11-18
tonight = 2026-11-18
earlier today = 2026-11-18
yesterday = 2026-11-17
yesterday morning = 2026-11-17
last night = 2026-11-17
the day before yesterday = 2026-11-16
tomorrow = 2026-11-19
tomorrow evening = 2026-11-19
the day after tomorrow = 2026-11-20
3 days ago = 2026-11-15
three days ago = 2026-11-15
a day ago = 2026-11-17
a couple of days ago = 2026-11-16
a few days ago = 2026-11-15
twenty-one days ago = 2026-10-28
400 days ago = 2025-10-14
a week ago = 2026-11-11
one week ago = 2026-11-11
two weeks ago = 2026-11-04
two weeks back = 2026-11-04
a week and a half ago = 2026-11-08
two and a half weeks ago = 2026-11-01
1.5 years ago = 2025-05-18
a fortnight ago = 2026-11-04
a month ago = 2026-10-18
twelve months ago = 2025-11-18
half a year ago = 2026-05-18
a half year ago = 2026-05-18
a year and a half ago = 2025-05-18
an entire year ago = ?
a year ago = 2025-11-18
a year ago today = 2025-11-18
a week ago yesterday = 2026-11-10
in two weeks = 2026-12-02
in two weeks' time = 2026-12-02
in a month = 2026-12-18
within a week = 2026-11-25
two weeks from now = 2026-12-02
a week from tomorrow = 2026-11-26
a week from friday = 2026-11-27
three months hence = 2027-02-18
friday week = 2026-11-27
last week = 2026-11-11
next week = 2026-11-25
the week before last = 2026-11-04
last month = 2026-10-18
next month = 2026-12-18
last year = 2025-11-18
next year = 2027-11-18
last friday = 2026-11-13
last wednesday = 2026-11-11
this past monday = 2026-11-16
last week friday = 2026-11-13
friday last week = 2026-11-13
friday of last week = 2026-11-13
friday a week ago = 2026-11-13
sunday a week ago = 2026-11-08
the friday before last = 2026-11-06
next friday = 2026-11-20
next wednesday = 2026-11-25
coming friday = 2026-11-20
this friday = 2026-11-20
this monday = 2026-11-16
friday next week = 2026-11-27
next week friday = 2026-11-27
friday = 2026-11-13
on Friday = 2026-11-13
Wednesday = 2026-11-18
friday afternoon = 2026-11-13
last friday evening = 2026-11-13
Thurs. = 2026-11-12
mid May = 2026-05-15
mid-May = 2026-05-15
the middle of May = 2026-05-15
early May = 2026-05-01
the beginning of May = 2026-05-01
end of May = 2026-05-31
the end of February 2024 = 2024-02-29
the last day of June = 2026-06-30
end of last month = 2026-10-31
the end of this month = 2026-11-30
the end of the month = 2026-11-30
end of the year = 2026-12-31
end of next year = 2027-12-31
March 12 = 2026-03-12
March 12th = 2026-03-12
March the 12th = 2026-03-12
the 12th of March = 2026-03-12
12 March = 2026-03-12
the twelfth of March = 2026-03-12
November 20 = 2025-11-20
Nov 18 = 2026-11-18
Mar 12, 2024 = 2024-03-12
12 March '24 = 2024-03-12
next 12 March = 2027-03-12
last March 12 = 2026-03-12
12 March last year = 2025-03-12
the 3rd = 2026-11-03
3rd = 2026-11-03
the third = 2026-11-03
the 20th = 2026-10-20
the 31st = 2026-10-31
the twenty-first = 2026-10-21
the 3rd of last month = 2026-10-03
the 20th of the month = 2026-11-20
in a week's time = 2026-11-25
the 3rd of next month = 2026-12-03
Friday 20 November = 2026-11-20
Thursday 20 November = 2025-11-20
Friday, November 20, 2026 = 2026-11-20
Friday the 20th of November 2026 = 2026-11-20
Friday the 13th = 2026-11-13
Tuesday, yesterday = 2026-11-17
week 24 = 2026-06-08
week 24 of 2025 = 2025-06-09
Friday of week 24 = 2026-06-12
"""

DIGITS = """
2026-03-12 = 2026-03-12
20260312 = 2026-03-12
12-3-2026 = 2026-03-12
12-03-2026 = 2026-03-12
12/3/2026 = 2026-03-12
12.3.2026 = 2026-03-12
12 - 3 - 2026 = 2026-03-12
3/12/2026 = 2026-12-03
12-3-26 = 2026-03-12
12-3-99 = 1999-03-12
12-3-46 = 1946-03-12
12-3-45 = 2045-03-12
12-3 = 2026-03-12
20/11 = 2025-11-20
2026/3/12 = 2026-03-12
vr 20-11 = 2026-11-20
vrijdag 20-11-2026 = 2026-11-20
op 2026-03-12 = 2026-03-12
2026-W12 = 2026-03-16
2026-w12-5 = 2026-03-20
2026W125 = 2026-03-20
29-2-2024 = 2024-02-29
"""

HELD_OUT = """
zaterdag jongstleden = 2026-11-14
ma jl = 2026-11-16
de vrijdag daarvoor = ?
op de 1e = 2026-11-01
eerste dag van vorige maand = 2026-10-01
donderdagavond = 2026-11-12
afgelopen zondagmiddag = 2026-11-15
14 dgn geleden = 2026-11-04
over 1 week = 2026-11-25
volgende week di = 2026-11-24
1 jan. jl. = 2026-01-01
begin volgend jaar = 2027-01-01
half december vorig jaar = 2025-12-15
zestien november = 2026-11-16
maandag 16 november jl. = 2026-11-16
een kwartaal geleden = 2026-08-18
drie weekjes terug = 2026-10-28
1 week en een half geleden = 2026-11-08
Sat last week = 2026-11-14
first of November = 2026-11-01
Sunday the 15th = 2026-11-15
wed 11 nov = 2026-11-11
within the week = ?
late October = 2026-10-31
one month from now = 2026-12-18
the end of week 24 = ?
six wks ago = 2026-10-07
the fifth of Nov = 2026-11-05
day before yesterday evening = 2026-11-16
the friday after next = 2026-11-27
two years and a half ago = 2024-05-18
start of last year = 2025-01-01
December 1st, 2025 = 2025-12-01
"""

FUTURE = """
vrijdag = 2026-11-20
woensdag = 2026-11-25
friday = 2026-11-20
monday = 2026-11-23
this monday = 2026-11-23
this friday = 2026-11-20
this wednesday = 2026-11-18
12 maart = 2027-03-12
March 12 = 2027-03-12
18 november = 2026-11-18
20 november = 2026-11-20
12-3 = 2027-03-12
29 februari = 2028-02-29
half mei = 2027-05-15
eind november = 2026-11-30
de 3e = 2026-12-03
the 20th = 2026-11-20
the 31st = 2026-12-31
week 24 = 2027-06-14
week 47 = 2027-11-22
vrijdag 20 november = 2026-11-20
donderdag 20 november = 2025-11-20
vrijdag in week 50 = 2026-12-11
vorige week vrijdag = 2026-11-13
vrijdag jl. = 2026-11-13
12 maart jl. = 2026-03-12
gisteren = 2026-11-17
twee weken geleden = 2026-11-04
12 maart 2026 = 2026-03-12
"""

EXACT = """2026-03-12|20260312|12 maart 2026|12 March 2026|March 12, 2026|the 12th of March 2026
|do 12 maart 2026|Thursday 12 March 2026|donderdag 12-3-2026|12 mrt. 2026|twaalf maart 2026"""
WORKED_OUT = "vandaag|friday|12-3|12 maart|12-3-26|week 24|2026-W12-5|12 maart vorig jaar|eind mei 2026|do 12 maart"

REFUSED = """
31 februari
2026-02-30
20260230
13-13-2026
3/13/2026
30-2
29-2-2026
29 February 2026
0-3-2026
12-0-2026
0000-01-01
2026-00-10
32 maart
de 32e
the 0th
12-3/2026
1-2-3-4
12-3-202
week 0
week 54
week 53 2025
2026-W54
vrijdag 21 november 2026
Friday 20 November 2025
zaterdag 20 november
friday the 2nd
gisteren vrijdag
vrijdag of zaterdag
vrijdag of volgende week
vrijdag of 13 november
of friday
zo'n twee weken geleden
zo'n
ma'andag
anderhalve week en een half geleden
friday saturday
12 of 13 maart
3-4 weken geleden
-3 dagen geleden
halve dag geleden
anderhalve dag geleden
9999 jaar geleden
over 9999 jaar
99999 days ago
deze week
this month
maart
maart 2026
2026
12
a March
een paar mei
half
begin
eind van de week
half 2026
the
op

.
,
-
'
volgende
dag
last day
binnenkort
ooit
soon
the other day
een uur geleden
2026-03-12T10:00
2026-03-12 10:00
12 maart 2026 12 maart 2026
vandaag vandaag
gisteren geleden
and a half
and a half years ago
friday; rm -rf
<b>today</b>
[b]today[/b]
"""


def _table(text: str) -> list[tuple[str, str]]:
    """Phrase and expected day; a question mark stands for a refusal."""
    rows = (line.rpartition(" = ") for line in text.strip().splitlines())
    return [(phrase, day) for phrase, _, day in rows]


def _is(phrase: str, expected: str, *, future: bool = False) -> None:
    if expected == "?":
        with pytest.raises(UnknownWhen):
            parse_when(phrase, TODAY, future=future)
    else:
        assert parse_when(phrase, TODAY, future=future).day.isoformat() == expected


@pytest.mark.parametrize(("phrase", "expected"), _table(DUTCH))
def test_dutch_is_understood(phrase: str, expected: str) -> None:
    _is(phrase, expected)


@pytest.mark.parametrize(("phrase", "expected"), _table(ENGLISH))
def test_english_is_understood(phrase: str, expected: str) -> None:
    _is(phrase, expected)


@pytest.mark.parametrize(("phrase", "expected"), _table(DIGITS))
def test_digits_are_read_day_first_and_iso_before_all(phrase: str, expected: str) -> None:
    _is(phrase, expected)


@pytest.mark.parametrize(("phrase", "expected"), _table(HELD_OUT))
def test_phrases_thought_of_after_the_grammar_was_written(phrase: str, expected: str) -> None:
    _is(phrase, expected)


@pytest.mark.parametrize(("phrase", "expected"), _table(FUTURE))
def test_a_field_that_looks_ahead_takes_the_next_one(phrase: str, expected: str) -> None:
    _is(phrase, expected, future=True)


def test_each_language_has_sixty_phrases_that_are_understood() -> None:
    for table in (DUTCH, ENGLISH):
        assert len({phrase for phrase, day in _table(table) if day != "?"}) >= 60


@pytest.mark.parametrize("text", EXACT.replace("\n", "").split("|"))
def test_a_full_date_is_exact(text: str) -> None:
    assert parse_when(text, TODAY) == When(date(2026, 3, 12), exact=True)


@pytest.mark.parametrize(
    ("text", "exact"), [("1-3-2026", False), ("12/3/2026", False), ("13-3-2026", True), ("3-3-2026", True)]
)
def test_numbers_that_others_read_as_another_day_are_printed_in_full(text: str, exact: bool) -> None:
    assert parse_when(text, TODAY).exact is exact


@pytest.mark.parametrize("text", WORKED_OUT.split("|"))
def test_a_date_that_was_worked_out_says_so(text: str) -> None:
    assert not parse_when(text, TODAY).exact


@pytest.mark.parametrize("text", REFUSED.strip("\n").split("\n"))
def test_what_cannot_be_a_day_is_refused(text: str) -> None:
    for future in (False, True):
        with pytest.raises(UnknownWhen):
            parse_when(text, TODAY, future=future)


WEEKDAYS = {
    1: "maandag maa ma monday mon",
    2: "dinsdag din di tuesday tues tue",
    3: "woensdag woe wo wednesday weds wed",
    4: "donderdag don do thursday thurs thur thu",
    5: "vrijdag vri vr friday fri",
    6: "zaterdag zat za saturday sat",
    7: "zondag zon zo sunday sun",
}
MONTHS = {
    1: "januari jan january",
    2: "februari feb february",
    3: "maart mrt march mar",
    4: "april apr",
    5: "mei may",
    6: "juni jun june",
    7: "juli jul july",
    8: "augustus aug august",
    9: "september sep sept",
    10: "oktober okt october oct",
    11: "november nov",
    12: "december dec",
}


@pytest.mark.parametrize(("number", "word"), [(n, word) for n, line in WEEKDAYS.items() for word in line.split()])
def test_every_form_of_a_weekday_is_known(number: int, word: str) -> None:
    day = parse_when(word, TODAY).day
    assert day.isoweekday() == number
    assert TODAY - timedelta(days=7) < day <= TODAY
    for last in (f"vorige {word}", f"last {word}", f"{word} jl.", f"afgelopen {word}"):
        assert TODAY - timedelta(days=7) <= parse_when(last, TODAY).day < TODAY
    for following in (f"volgende {word}", f"next {word}", f"{word} a.s.", f"komende {word}"):
        assert TODAY < parse_when(following, TODAY).day <= TODAY + timedelta(days=7)
    assert parse_when(f"vorige week {word}", TODAY).day == date.fromisocalendar(2026, 46, number)
    assert parse_when(f"{word.upper()} next week", TODAY).day == date.fromisocalendar(2026, 48, number)


@pytest.mark.parametrize(("number", "word"), [(n, word) for n, line in MONTHS.items() for word in line.split()])
def test_every_form_of_a_month_is_known(number: int, word: str) -> None:
    for text in (f"5 {word} 2025", f"{word} 5, 2025", f"5 {word.upper()}. 2025", f"5-{word}-2025", f"5e {word} '25"):
        assert parse_when(text, TODAY).day == date(2025, number, 5)
    assert parse_when(f"5 {word}", TODAY).day == date(2025 if number == 12 else 2026, number, 5)
    assert parse_when(f"half {word}", date(2026, 12, 31)).day == date(2026, number, 15)


@pytest.mark.parametrize(
    "text", ["VORIGE WEEK VRIJDAG", "  vorige\t week \n vrijdag. ", "vórige wéék, vrijdag", "op vorige week vrijdag"]
)
def test_capitals_accents_spaces_and_small_words_change_nothing(text: str) -> None:
    assert parse_when(text, TODAY).day == date(2026, 11, 13)


def test_decomposed_accents_a_ligature_and_a_typographic_apostrophe_are_read_too() -> None:
    assert parse_when("e\u0301e\u0301n week geleden", TODAY).day == date(2026, 11, 11)
    assert parse_when("vr\u0133dag", TODAY).day == date(2026, 11, 13)
    assert parse_when("in two weeks\u2019 time", TODAY).day == date(2026, 12, 2)


def test_29_february_is_looked_for_up_to_eight_years_away() -> None:
    assert parse_when("29 februari", TODAY).day == date(2024, 2, 29)
    assert parse_when("29 Feb", date(1904, 2, 28)).day == date(1896, 2, 29)
    assert parse_when("29 Feb", date(1896, 3, 1), future=True).day == date(1904, 2, 29)
    assert parse_when("29 Feb", date(2024, 2, 29)).day == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("today", "text", "expected"),
    [
        ("2026-03-31", "een maand geleden", "2026-02-28"),
        ("2024-03-31", "last month", "2024-02-29"),
        ("2024-02-29", "vorig jaar", "2023-02-28"),
        ("2024-02-29", "in four years", "2028-02-29"),
        ("2026-08-31", "over een half jaar", "2027-02-28"),
        ("2026-03-01", "yesterday", "2026-02-28"),
        ("2024-03-01", "gisteren", "2024-02-29"),
        ("2026-12-31", "morgen", "2027-01-01"),
        ("2026-01-01", "last week", "2025-12-25"),
        ("2026-01-01", "the 31st", "2025-12-31"),
        ("2026-03-01", "de 30e", "2026-01-30"),
        ("2026-03-01", "the 1st", "2026-03-01"),
        ("2027-01-01", "week 53", "2026-12-28"),
        ("2027-01-03", "vorige week zondag", "2026-12-27"),
        ("2026-12-15", "end of this month", "2026-12-31"),
        ("2026-12-15", "eind volgende maand", "2027-01-31"),
    ],
)
def test_ends_of_months_and_years_hold(today: str, text: str, expected: str) -> None:
    assert parse_when(text, date.fromisoformat(today)).day.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000,
        "3 " * 5_000,
        " " * 10_000,
        "een " * 25,
        "and a half " * 9,
        "12-" * 33,
        "week 24\x1b[31m",
        "gis\x00teren",
        "today\x7f",
        "\u0661\u0662-\u0663-\u0662\u0660\u0662\u0666",
        "\uff12\uff10\uff12\uff16-03-12",
        "\u0662\u0660\u0662\u0666\u0660\u0663\u0661\u0662",
        "12\u00b2 maart",
        "\u202etoday",
        "\ud800",
        "today\u200b",
    ],
)
def test_hostile_text_is_refused_quickly_and_shown_safely(text: str) -> None:
    start = time.perf_counter()
    with pytest.raises(UnknownWhen) as refused:
        parse_when(text, TODAY)
    assert time.perf_counter() - start < 0.2
    sentence = refused.value.sentence(Words("en"))
    assert len(sentence) < 200
    assert sentence == clean_line(sentence)


def test_the_sentence_names_the_text_and_its_examples_can_be_typed() -> None:
    with pytest.raises(UnknownWhen) as refused:
        parse_when("binnenkort {day}", TODAY)
    problem = refused.value
    assert isinstance(problem, UsageError)
    assert problem.exit_status == USAGE
    languages: tuple[Language, ...] = ("en", "nl")
    for language in languages:
        shown, *examples = problem.sentence(Words(language)).replace("”", "“").split("“")[1::2]
        assert shown == "binnenkort {day}"
        assert len(examples) == 2
        for example_text in examples:
            parse_when(example_text, TODAY)


def test_the_sentence_says_what_is_wrong() -> None:
    said = {}
    for text in ("binnenkort", "31 februari", "vrijdag 21 november 2026"):
        with pytest.raises(UnknownWhen) as refused:
            parse_when(text, TODAY)
        said[text] = str(refused.value)
    assert "not understood" in said["binnenkort"]
    assert "not on the calendar" in said["31 februari"]
    assert "do not belong together" in said["vrijdag 21 november 2026"]


def test_a_long_text_is_cut_at_sixty_characters_in_its_sentence() -> None:
    assert str(UnknownWhen("y" * 60)).count("y") == 60 + str(UnknownWhen("")).count("y")
    cut = UnknownWhen("z" * 61).parameters["text"]
    assert cut == "z" * 59 + "…"


def test_no_word_means_two_things_in_the_two_languages() -> None:
    shared = english.WORDS.keys() & dutch.WORDS.keys()
    assert {word for word in shared if english.WORDS[word] != dutch.WORDS[word]} == set()
    fillers = english.FILLERS | dutch.FILLERS
    assert not [phrase for phrase in english.WORDS | dutch.WORDS if fillers & set(phrase.split())]


def test_importing_the_package_loads_no_dateutil_and_neither_do_days_and_weeks() -> None:
    code = (
        "import sys; from datetime import date; from portfolio.capture.dates import parse_when as p;"
        "d = date(2026, 11, 18); p('2026-03-12', d);"
        "assert 'portfolio.capture.dates.grammar' not in sys.modules;"
        "[p(t, d) for t in ('gisteren', 'vorige week vrijdag', '12 maart', 'eind mei', 'the 3rd', 'week 24')];"
        "assert not {m for m in sys.modules if m.startswith(('dateutil', 'calendar', 'locale', 'unicodedata'))};"
        "p('vorige maand', d); assert 'dateutil.relativedelta' in sys.modules;"
        "assert 'dateutil.parser' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


DAYS = st.dates(min_value=date(1000, 1, 1))
NEAR = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))


@given(day=DAYS, today=NEAR, future=st.booleans())
def test_every_printed_date_reads_back_as_the_same_day(day: date, today: date, *, future: bool) -> None:
    printed = [
        day.isoformat(),
        day.strftime("%Y%m%d"),
        f"{day.day}-{day.month}-{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
    ]
    languages: tuple[Language, ...] = ("en", "nl")
    for language in languages:
        printed += [day_in_full(day, Words(language)), day_short(day, Words(language))]
    for text in printed:
        assert parse_when(text, today, future=future).day == day


@given(day=NEAR, today=NEAR)
def test_a_date_without_its_year_is_on_the_right_side_of_today(day: date, today: date) -> None:
    for text in (f"{day.day} {english_month(day)}", f"{day.day}-{day.month}"):
        past = parse_when(text, today).day
        coming = parse_when(text, today, future=True).day
        assert past <= today <= coming
        assert (past.day, past.month) == (coming.day, coming.month) == (day.day, day.month)
        assert (coming - past).days <= 366 * 8


def english_month(day: date) -> str:
    """The name of its month, as the screen prints it."""
    return day_in_full(day, Words("en")).split()[2]


@given(today=NEAR, number=st.integers(0, 999))
def test_days_weeks_and_their_opposites_agree(today: date, number: int) -> None:
    assert parse_when(f"{number} dagen geleden", today).day == today - timedelta(days=number)
    assert parse_when(f"in {number} weeks", today).day == today + timedelta(weeks=number)
    back = parse_when(f"{number} weken geleden", today).day
    assert parse_when(f"over {number} weken", back).day == today


PIECES = st.lists(
    st.sampled_from([*english.WORDS, *dutch.WORDS, "12", "2026", "31", "3e", "12-3", "31/2", "de", "of", "'26", ","]),
    max_size=8,
).map(" ".join)


@given(
    text=st.one_of(st.text(), st.text(alphabet="0123456789-/. wWeekjan'"), PIECES),
    today=st.dates(),
    future=st.booleans(),
)
@example(text="9999-12-31", today=date.max, future=True)
@example(text="morgen", today=date.max, future=False)
@example(text="vorig jaar", today=date.min, future=False)
@example(text="eind december", today=date.max, future=True)
@example(text="zaterdag 29 februari", today=date.max, future=False)
def test_no_text_raises_anything_but_unknown_when(text: str, today: date, *, future: bool) -> None:
    try:
        when = parse_when(text, today, future=future)
    except UnknownWhen as problem:
        said = problem.sentence(Words("nl"))
    else:
        said = day_in_full(when.day, Words("nl"))
    assert said == clean_line(said)
