"""Check values before they become a record, and report every problem at once, by field name.

The values are JSON: text, numbers, true/false, lists and objects, with days as YYYY-MM-DD. Links must be ids already;
`capture` turns names into ids and typed text into values.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from portfolio.records.days import parse_day
from portfolio.records.fields import Field
from portfolio.records.kinds import fields
from portfolio.records.near import nearest
from portfolio.records.pauses import pause_of
from portfolio.records.problems import Problem
from portfolio.records.templates import TEMPLATES
from portfolio.wording import N_

UNKNOWN_FIELD: Final = N_("“{field}” is not a field of this kind.")
UNKNOWN_PROMPT: Final = N_("“{key}” is not a question of this template; its questions are: {choices}.")
REQUIRED: Final = N_("This must not be empty.")
WHICH: Final = N_("This is needed: say which one, by its exact title or name, or by its id.")
WHICH_LEVEL: Final = N_("This needs a level.")
NOT_TEXT: Final = N_("This must be text.")
NOT_A_DAY: Final = N_("“{value}” is not a date; write it as 2026-03-12.")
NOT_WHOLE: Final = N_("This must be a whole number.")
NOT_NUMBER: Final = N_("This must be a number.")
OUT_OF_RANGE: Final = N_("This must be a number from {low} to {high}.")
TOO_LOW: Final = N_("This must be {low} or more.")
NOT_FLAG: Final = N_("This must be true or false.")
NOT_A_LIST: Final = N_("This must be a list.")
NOT_A_PAUSE: Final = N_("A pause has a first day and the day you went on: 2025-03-01/2025-04-01.")
NOT_AN_OBJECT: Final = N_("This must be an object of texts by key.")
NOT_A_CHOICE: Final = N_("“{value}” is not possible here; choose from: {choices}.")

Values = Mapping[str, Any]
_Check = Callable[[Field, Any], Problem | None]


def validate(kind: str, values: Values, *, whole: bool = True) -> tuple[Problem, ...]:
    """Every problem of these values for a record of `kind`; empty when there is none.

    With `whole` the required fields must be present; without it only the given values are checked (an edit), where
    `None` clears a field.
    """
    known = fields(kind)
    found: list[Problem] = []
    for name, value in values.items():
        if name not in known:
            found.append(Problem(name, UNKNOWN_FIELD, {"field": name}, tuple(nearest(name, known))))
        elif value is None:
            if known[name].required and not whole:
                found.append(Problem(name, REQUIRED))
        else:
            found.extend(_check_value(name, known[name], value))
    if whole:
        missing = ((n, f) for n, f in known.items() if f.required and values.get(n) is None)
        found.extend(Problem(name, _NEEDED.get(field.sort, REQUIRED)) for name, field in missing)
    if kind == "reflection":
        found.extend(_check_prompts(values))
    return tuple(found)


def not_a_choice(name: str, value: str, choices: Sequence[str]) -> Problem:
    """Return the problem that a field has none of these values, with the nearest."""
    return Problem(name, NOT_A_CHOICE, {"value": value, "choices": ", ".join(choices)}, tuple(nearest(value, choices)))


def _check_value(name: str, field: Field, value: Any) -> list[Problem]:
    if field.sort == "keyed":
        return _check_keyed(name, value)
    problem = _CHECKS[field.sort](field, value)
    return [problem._replace(field=name)] if problem else []


def _check_keyed(name: str, value: Any) -> list[Problem]:
    if not isinstance(value, Mapping):
        return [Problem(name, NOT_AN_OBJECT)]
    return [Problem(f"{name}.{k}", NOT_TEXT) for k, v in value.items() if not (v is None or isinstance(v, str))]


def _check_prompts(values: Values) -> list[Problem]:
    template, answers = values.get("template"), values.get("answers")
    if not isinstance(template, str) or template not in TEMPLATES or not isinstance(answers, Mapping):
        return []
    known = TEMPLATES[template]
    unknown = (k for k, words in answers.items() if k not in known and words is not None)  # None removes an answer
    choices = ", ".join(known)
    return [
        Problem(f"answers.{k}", UNKNOWN_PROMPT, {"key": str(k), "choices": choices}, tuple(nearest(str(k), known)))
        for k in unknown
    ]


def _text(field: Field, value: Any) -> Problem | None:
    if not isinstance(value, str):
        return Problem("", NOT_TEXT)
    return Problem("", REQUIRED) if field.required and not value.strip() else None


def _day(_field: Field, value: Any) -> Problem | None:
    return None if isinstance(value, str) and parse_day(value) else Problem("", NOT_A_DAY, {"value": str(value)})


def _whole(field: Field, value: Any) -> Problem | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return Problem("", NOT_WHOLE)
    return _in_range(field, value)


def _in_range(field: Field, value: int) -> Problem | None:
    if field.low is not None and field.high is not None and not field.low <= value <= field.high:
        return Problem("", OUT_OF_RANGE, {"low": int(field.low), "high": int(field.high)})
    if field.low is not None and value < field.low:
        return Problem("", TOO_LOW, {"low": int(field.low)})
    return Problem("", NOT_WHOLE) if abs(value) > _LARGEST else None


_LARGEST: Final = 2**53  # JSON readers in other languages hold whole numbers exactly up to here (RFC 8259, section 6)


def _number(_field: Field, value: Any) -> Problem | None:
    fits = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return None if fits and abs(value) <= _LARGEST else Problem("", NOT_NUMBER)


def _flag(_field: Field, value: Any) -> Problem | None:
    return None if isinstance(value, bool) else Problem("", NOT_FLAG)


def _choice(field: Field, value: Any) -> Problem | None:
    if isinstance(value, str) and value in field.choices:
        return None
    return not_a_choice("", str(value), field.choices)


def _level(_field: Field, value: Any) -> Problem | None:
    fits = isinstance(value, int | str) and not isinstance(value, bool) and str(value).strip()
    return None if fits else Problem("", WHICH_LEVEL)


def _pause(_field: Field, value: Any) -> Problem | None:
    return None if pause_of(value) else Problem("", NOT_A_PAUSE)


def _each(check: _Check) -> _Check:
    def check_list(field: Field, value: Any) -> Problem | None:
        if not isinstance(value, list | tuple):
            return Problem("", NOT_A_LIST)
        return next((p for p in (check(field, item) for item in value) if p), None)

    return check_list


_NEEDED: Final[dict[str, str]] = {"link": WHICH, "level": WHICH_LEVEL, "number": NOT_NUMBER}
_CHECKS: Final[dict[str, _Check]] = {
    "text": _text,
    "day": _day,
    "whole": _whole,
    "number": _number,
    "flag": _flag,
    "choice": _choice,
    "choices": _each(_choice),
    "link": _text,
    "links": _each(_text),
    "wholes": _each(_whole),
    "texts": _each(_text),
    "level": _level,
    "pauses": _each(_pause),
}
