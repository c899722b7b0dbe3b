"""The ways of learning view: how often each was used, and how often it gave a lesson. Never compared with a norm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from portfolio.journey.facts.findings import FormsFinding
from portfolio.journey.facts.period import Period
from portfolio.records.choices import FORMS
from portfolio.records.collection import Records
from portfolio.records.reflections import Reflection

LESSONS: Final = frozenset({"learned", "lesson", "r2", "conclusion", "f3", "ac", "sowhat", "keep", "c"})
"""The answers that hold a lesson, in any template."""
_OFTEN: Final = 3
"""The number of uses that is needed before anything is said about the lessons of a way of learning."""


@dataclass(frozen=True, slots=True)
class FormUse:
    """One way of learning: uses, lessons, and minutes as far as they were noted (None: nowhere)."""

    form: str
    times: int
    lessons: int
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Forms:
    """The ways of learning that were used, most used first."""

    picture: ClassVar[str] = "forms"

    period: Period
    today: date
    finding: FormsFinding
    forms: tuple[FormUse, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no way of learning was noted."""
        return not self.forms


def forms(records: Records, period: Period, today: date) -> Forms:
    """Return the ways of learning of a period, from the reflections that name one."""
    times: dict[str, int] = {}
    lessons: dict[str, int] = {}
    minutes: dict[str, int] = {}
    for item in records.of(Reflection):
        if item.form and period.contains(item.date) and item.date <= today:
            times[item.form] = times.get(item.form, 0) + 1
            if any(words.strip() for key, words in item.answers.items() if key in LESSONS):
                lessons[item.form] = lessons.get(item.form, 0) + 1
            if item.minutes:
                minutes[item.form] = minutes.get(item.form, 0) + item.minutes
    found = [FormUse(f, times[f], lessons.get(f, 0), minutes.get(f)) for f in FORMS if f in times]
    found.sort(key=lambda use: -use.times)
    return Forms(period, today, _finding(found), tuple(found))


def _finding(found: Sequence[FormUse]) -> FormsFinding:
    if not found:
        return FormsFinding()
    ahead = found[0].times > (found[1].times if len(found) > 1 else 1)
    most = found[0].form if ahead else None
    often = [use for use in found if use.times >= _OFTEN and use.lessons * 2 > use.times]
    best = max(often, key=lambda use: use.lessons / use.times, default=None)
    return FormsFinding(most=most, fruitful=best.form if best and best.form != most else None)
