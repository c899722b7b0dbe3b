"""Records handed over as JSON: one object, a list of them, or an object on each line (NDJSON, as `jq -c` writes it).

What cannot be read is named by its line and, where they are known, by the title and the field that come before it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from portfolio.cli.context import WrongUse
from portfolio.records.kinds import FIRST_WORDS
from portfolio.records.problems import Problem, brief
from portfolio.wording import N_, Words

_EMPTY: Final = N_("There is nothing in {path}. Nothing was added.")
_NO_JSON: Final = N_("{path} is not JSON; look at line {line}. Nothing was added.")
_NO_JSON_NEAR: Final = N_("{path} is not JSON; look at line {line}, {place}. Nothing was added.")
_TWICE: Final = N_("“{field}” is there twice in one record, in {path}. Nothing was added.")
_TITLES: Final = ("title", *dict.fromkeys(FIRST_WORDS.values()))
_NAME: Final = re.compile(r'"((?:[^"\\]|\\.){1,200})"\s*:')
_TITLE: Final = re.compile(rf'"(?:{"|".join(dict.fromkeys(_TITLES))})"\s*:\s*"((?:[^"\\]|\\.)*)"')


class Given(NamedTuple):
    """What was handed over, and how a record of it is pointed out."""

    records: tuple[Any, ...]
    places: tuple[int, ...] = ()
    """The number of each: of its line in NDJSON, else in the list; empty for one record by itself."""
    by_line: bool = False

    def at(self, index: int, problem: Problem, _: Words) -> Problem:
        """The problem with the place of its record: 3 “Meten”, with."""
        if not self.places:
            return problem
        number, record = str(self.places[index]), self.records[index]
        where = _("line {line}").format(line=number) if self.by_line else number
        words = [record.get(name) for name in _TITLES] if isinstance(record, Mapping) else []
        called = next((f" “{brief(each)}”" for each in words if isinstance(each, str) and each.strip()), "")
        return problem._replace(field=f"{where}{called}" + (f", {problem.field}" if problem.field else ""))


class _Twice(ValueError):
    """A key that an object has twice, of which one value would be lost."""


def given_in(text: str, path: str) -> Given:
    """The records in a text. `WrongUse` names the first place that is no JSON; `path` is what the user called it."""
    if not text.strip():
        raise WrongUse(_EMPTY, path=brief(path))
    try:
        whole = _value(text)
    except _Twice as twice:
        raise WrongUse(_TWICE, field=brief(str(twice)), path=brief(path)) from twice
    except json.JSONDecodeError as problem:
        lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not _begins_ndjson(lines[0][1], lines[1][1]):
            raise _no_json(text, path, 1, problem) from problem
        return Given(tuple(_of_lines(lines, path)), tuple(n for n, _line in lines), by_line=True)
    except (ValueError, RecursionError) as problem:
        raise WrongUse(N_("{path} is not JSON. Nothing was added."), path=brief(path)) from problem
    return Given(tuple(whole), tuple(range(1, len(whole) + 1))) if isinstance(whole, list) else Given((whole,))


def _begins_ndjson(first: str, second: str) -> bool:
    """Whether each line is an object: the first is whole, or the second begins one of its own."""
    if not first.lstrip().startswith("{"):
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return second.lstrip().startswith("{") and first.rstrip() != "{"
    return True


def _of_lines(lines: list[tuple[int, str]], path: str) -> Iterator[Any]:
    for number, line in lines:
        try:
            yield _value(line)
        except _Twice as twice:
            place = _named_before(line, len(line))[0]
            raise WrongUse(
                N_("“{field}” is there twice on line {line}{called} of {path}. Nothing was added."),
                field=brief(str(twice)),
                line=number,
                called=f" {place}" if place else "",
                path=brief(path),
            ) from twice
        except json.JSONDecodeError as problem:
            raise _no_json(line, path, number, problem) from problem
        except (ValueError, RecursionError) as problem:
            raise WrongUse(_NO_JSON, path=brief(path), line=number) from problem


def _no_json(text: str, path: str, first: int, problem: json.JSONDecodeError) -> WrongUse:
    """What is said of a text of which this place is no JSON; `first` is the number of its first line."""
    place = ", ".join(filter(None, _named_before(text, problem.pos)))
    line = first + problem.lineno - 1
    if not place:
        return WrongUse(_NO_JSON, path=brief(path), line=line)
    return WrongUse(_NO_JSON_NEAR, path=brief(path), line=line, place=place)


def _named_before(text: str, at: int) -> tuple[str, str]:
    """The title in a record that cannot be read, and the last field before this place; empty where there is none."""
    begin = max(text.rfind("\n{", 0, at), text.rfind("{", 0, at), 0)
    end = text.find("}", at) if text.find("}", at) >= 0 else len(text)
    title = _TITLE.search(text, begin, end)
    names = [found[1] for found in _NAME.finditer(text, begin, at)]
    return f"“{brief(title[1])}”" if title else "", brief(names[-1]) if names else ""


def _value(text: str) -> Any:
    return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_each_key_once)


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object; `_Twice` where a key is there twice."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _Twice(name)
        found[name] = value
    return found


def _no_constant(name: str) -> None:
    raise ValueError(name)
