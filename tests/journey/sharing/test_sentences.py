"""How much of what people write the check before handing over finds, and how often it points at nothing.

The sentences are written as in learning journals; what must be found is marked as `{sort|words}`. The rules were tuned
on one list of each language. The other was written before it was measured, with many capitals that are no names; at
first sight 85 of 86 names and numbers in it were found, and 8 of its 150 sentences had a harmless flag. A list of
ours may well have gained words of it since, so its figures now tell that nothing got worse, and no longer how texts
that nobody looked at would fare. `pytest -rP` prints the figures.

The list `fresh` was written by someone who had not read the rules, for the work of a technician, a nurse, a teacher, a
clerk and an engineer. At first sight 36 of its 42 names and numbers were found and 6 of its 20 sensitive words, and 13
of its 126 sentences had a harmless flag: departments, wards, brands, titles of works and names of laws. Those kinds
were then mended. Another 56 harmless sentences, each with the name of a product, a place or a work, were put behind
them: 17 had a harmless flag at first sight. Both tell now only that nothing got worse: a name of a product that is in
no list of ours may be pointed out.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.leaks import leaks
from portfolio.journey.sharing.share import share
from portfolio.records.record import Record
from tests.builders import TODAY, a_person, a_profile, a_reflection, having

_MARKED: Final = re.compile(r"\{(\w+)\|([^}]*)\}")
_SENTENCES: Final = Path(__file__).parent / "sentences"
_NOT_NAMED: Final = {
    "nl": "Erik de Groot,Zoë van der Meer,Ruud Jansen,Hans Bakker,Bart Mulder,Marie Claes,Kees Visser,Jo Smeets,Bo,"
    "José Alvarez,Anne-Marie Vos,Jan Kok,Roos Dekker,Mark",
    "en": "Erik Lindqvist,Zoë Marsh,Will Turner,May Chen,Grace Hill,José Alvarez,Jo Reed,Bo Larsen,Mark Baker,"
    "Anne-Marie Stone,Rose Carter,Bill Price,Jan Novak,Siobhán O'Brien",
}
_LANGUAGES: Final = ("nl", "en")


class Found(NamedTuple):
    """What the check did with one sentence: what was marked, what was found, as sort and words."""

    text: str
    marked: tuple[tuple[str, str], ...]
    found: tuple[tuple[str, str], ...]

    @property
    def missed(self) -> list[tuple[str, str]]:
        """Marked, and nothing of that sort was found there."""
        return [mark for mark in self.marked if not any(_same_place(mark, found) for found in self.found)]

    @property
    def inexact(self) -> list[tuple[str, str]]:
        """Found with a word more or less than is marked."""
        return [mark for mark in self.marked if mark not in self.found and mark not in self.missed]

    @property
    def false(self) -> list[tuple[str, str]]:
        """Found where nothing is marked."""
        return [found for found in self.found if not any(_same_place(mark, found) for mark in self.marked)]


def _same_place(mark: tuple[str, str], found: tuple[str, str]) -> bool:
    return mark[0] == found[0] and (mark[1] in found[1] or found[1] in mark[1])


def _people(language: str) -> list[Record]:
    people = [a_person(name, "colleague", may_be_named="no") for name in _NOT_NAMED[language].split(",")]
    if language == "nl":
        consented = a_person("Samira Haddad", "colleague", may_be_named="yes")
        return [*people, consented, a_profile("Lotte Vermeulen", team="Team Noord", organisation="Zorggroep Waterland")]
    consented = a_person("Tom Fisher", "colleague", may_be_named="yes")
    return [*people, consented, a_profile("Sam Okafor", team="Customer care", organisation="Brightwater Energy")]


@cache
def _measured(language: str, part: str) -> tuple[Found, ...]:
    people = _people(language)
    lines = (_SENTENCES / f"{language}_{part}.txt").read_text("utf-8").splitlines()
    return tuple(_looked_at(line, people) for line in lines)


def _looked_at(line: str, people: list[Record]) -> Found:
    marked = tuple((sort, words) for sort, words in _MARKED.findall(line))
    text = _MARKED.sub(lambda mark: mark[2], line)
    records = having(a_reflection("2025-06-01", "success", text, shareable=True), *people)
    found = tuple((leak.sort, leak.words) for leak in leaks(share(records, Choice(), TODAY), records))
    return Found(text, marked, found)


def _figures(language: str, part: str) -> Iterator[str]:
    measured = _measured(language, part)
    marked = Counter(sort for each in measured for sort, _ in each.marked)
    missed, inexact, false = (
        Counter(sort for each in measured for sort, _ in getattr(each, name)) for name in ("missed", "inexact", "false")
    )
    nothing = sum(not each.marked for each in measured)
    yield f"{language} {part}: {len(measured)} sentences, {nothing} of them with nothing to find"
    for sort in sorted(marked | false):
        found = f"found {marked[sort] - missed[sort]:>2} of {marked[sort]:>2}"
        yield f"  {sort:<10} {found} (other words {inexact[sort]}), false alarms {false[sort]}"
    for each in measured:
        if each.missed or each.inexact or each.false:
            yield f"  {each.text} -> missed {each.missed}, other words {each.inexact}, false {each.false}"


@pytest.mark.parametrize("part", ["tuned", "held_out", "fresh"])
@pytest.mark.parametrize("language", _LANGUAGES)
def test_names_and_numbers_are_found(language: str, part: str) -> None:
    print("\n".join(_figures(language, part)))
    measured = _measured(language, part)
    for sensitive in (False, True):
        marked = sum((sort == "sensitive") is sensitive for each in measured for sort, _ in each.marked)
        missed = sum((sort == "sensitive") is sensitive for each in measured for sort, _ in each.missed)
        assert marked, "else nothing was measured"
        assert 1 - missed / marked >= 0.95


@pytest.mark.parametrize(("part", "sentences"), [("tuned", 60), ("held_out", 20), ("fresh", 60)])
def test_few_sentences_have_a_harmless_flag(part: str, sentences: int) -> None:
    measured = [each for language in _LANGUAGES for each in _measured(language, part)]
    assert sum(bool(each.false) for each in measured) * sentences <= len(measured)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_texts_of_the_example_have_next_to_no_harmless_flag(language: str) -> None:
    given = json.loads((files("portfolio") / "demo" / f"{language}.json").read_text("utf-8"))
    people = [a_person(one["name"], may_be_named=one["may_be_named"]) for one in given if one["kind"] == "person"]
    own = [a_profile(one["name"], organisation=one["organisation"]) for one in given if one["kind"] == "profile"]
    words = [text for one in given if one["kind"] not in ("person", "profile") for text in _texts(one)]
    records = having(*people, *own, *(a_reflection("2025-06-01", "success", text, shareable=True) for text in words))
    found = leaks(share(records, Choice(), TODAY), records)
    assert len(words) > 400
    assert sum(leak.sort != "name" for leak in found) * 200 < len(words)
    named = {each.name for each in people if each.may_be_named != "yes"}
    assert {leak.words for leak in found if leak.sort == "name"} <= named


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from [value] if " " in value else []
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def test_the_lists_are_long_enough_to_say_something() -> None:
    lengths = {
        language: sum(len(_measured(language, part)) for part in ("tuned", "held_out")) for language in _LANGUAGES
    }
    assert lengths["nl"] >= 150 and lengths["en"] >= 100
