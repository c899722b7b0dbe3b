"""What is being written, as a value: the answers so far, and how they become records or a draft. No widget, no file.

An evening check asks one question at a time; a note is a check with one question; an edit is a form. All three are
the same value, so all three survive a crash in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from portfolio.records.reflections import Reflection
from portfolio.records.templates import EVENING, TEMPLATES
from portfolio.records.validate import parse_day
from portfolio.sanitise import clean, clean_line
from portfolio.wording import Words
from portfolio.wording.prompts import (
    extra_question,
    optional_question,
    prompt_hint,
    prompt_label,
    prompt_question,
    template_name,
)

if TYPE_CHECKING:
    from portfolio.capture.drafting import Drafting
    from portfolio.notebook import Notebook

ENERGY: Final = "energy"
EXTRA: Final = "extra"
"""The question that takes turns; its answer becomes a note with the question as its title."""
TITLE: Final = "title"

_PERIODS: Final = {EVENING: "day", "week": "week", "quarter": "quarter"}

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class Writing(NamedTuple):
    """Answers by the keys of a template, `energy` and `extra` among them."""

    name: str
    """The name of its draft."""
    template: str
    day: date
    answers: Mapping[str, str] = NOTHING
    at: int = 0
    """Which question is next."""
    record: str = ""
    """The id of the record that is changed; empty for a new one."""
    shown: Mapping[str, str] = NOTHING
    """What a form showed when it was opened: only what differs from it is a change."""
    seen: Mapping[str, Sequence[str]] = NOTHING
    """The versions that the form showed, so that a change from another machine is kept beside this one."""

    @property
    def touched(self) -> bool:
        """Whether there is a word in it, or in a form a change. What is untouched is never stored."""
        if self.record:
            return any(text != self.shown.get(key, "") for key, text in self.answers.items())
        return any(text.strip() for text in self.answers.values())

    def answered(self, key: str, text: str) -> Writing:
        """The same with this answer."""
        return self._replace(answers={**self.answers, key: text})

    def payload(self) -> dict[str, Any]:
        """What a draft holds."""
        return {
            "template": self.template,
            "date": self.day.isoformat(),
            "answers": dict(self.answers),
            "at": self.at,
            "record": self.record,
            "shown": dict(self.shown),
            "seen": {name: list(versions) for name, versions in self.seen.items()},
        }


def from_payload(name: str, payload: Mapping[str, object]) -> Writing | None:
    """The writing that a draft holds; None when it holds no words that can be read."""
    answers, day, template = payload.get("answers"), parse_day(payload.get("date")), payload.get("template")
    if not isinstance(answers, Mapping) or day is None or not isinstance(template, str):
        return None
    words = _texts(answers)
    at, record, seen = payload.get("at"), payload.get("record"), payload.get("seen")
    writing = Writing(
        name,
        template if template in TEMPLATES else "note",
        day,
        words,
        at if isinstance(at, int) and at >= 0 else 0,
        record if isinstance(record, str) else "",
        _texts(payload.get("shown")),
        {k: tuple(map(str, v)) for k, v in seen.items() if isinstance(v, list)} if isinstance(seen, Mapping) else {},
    )
    return writing if writing.touched else None


def _texts(found: object) -> dict[str, str]:
    return {str(k): v for k, v in found.items() if isinstance(v, str)} if isinstance(found, Mapping) else {}


class Question(NamedTuple):
    """One question, in the language asked for."""

    key: str
    label: str
    text: str
    hint: str = ""
    optional: bool = False


def questions(template: str, day: date, _: Words) -> tuple[Question, ...]:
    """What is asked, in order; an evening check ends with two that are optional."""
    asked = tuple(
        Question(k, prompt_label(template, k, _), prompt_question(template, k, _), prompt_hint(template, k, _))
        for k in TEMPLATES[template]
    )
    if template != EVENING:
        return asked
    extra = extra_question(day, _)
    return (
        *asked,
        Question(ENERGY, _("Energy"), optional_question(ENERGY, _), optional=True),
        Question(EXTRA, extra, extra, optional=True),
    )


def name_of(writing: Writing, _: Words) -> str:
    """What is being written: "3-minute check"."""
    return template_name(writing.template, _)


def first_words(writing: Writing) -> str:
    """The first words in it, on one safe line."""
    return next((clean_line(text.strip()) for text in writing.answers.values() if text.strip()), "")


def of_record(record: Reflection) -> Writing:
    """A reflection, ready to be changed. Control characters are shown as signs, and stay as stored unless changed."""
    keys = dict.fromkeys((*TEMPLATES.get(record.template, ()), *record.answers))
    answers = {TITLE: record.title or "", **{key: record.answers.get(key, "") for key in keys}}
    shown = {k: clean(v) for k, v in answers.items()}
    return Writing(f"edit-{record.id}", record.template, record.date, shown, 0, record.id, shown)


def add_to(drafting: Drafting, writing: Writing, _: Words) -> None:
    """Put a new writing into an act of saving."""
    words = {k: text.strip() for k, text in writing.answers.items() if text.strip()}
    extra, energy = words.pop(EXTRA, None), words.pop(ENERGY, None)
    common: dict[str, Any] = {"kind": "reflection", "date": writing.day.isoformat()}
    if words or energy:
        record = {**common, "template": writing.template, "answers": words}
        if writing.template in _PERIODS:
            record["period"] = _PERIODS[writing.template]
        if energy and energy.isdigit():
            record["energy"] = int(energy)
        drafting.add_json(record)
    if extra:
        title = extra_question(writing.day, _)
        drafting.add_json({**common, "template": "note", "title": title, "answers": {"text": extra}})


def change(drafting: Drafting, writing: Writing) -> bool:
    """Put the answers that were changed into an act of saving; False when none was."""
    changed = {k: text.strip() or None for k, text in writing.answers.items() if text != writing.shown.get(k, "")}
    if not changed:
        return False
    values: dict[str, Any] = {}
    if TITLE in changed:
        values["title"] = changed.pop(TITLE)
    if changed:
        values["answers"] = changed
    drafting.edit(writing.record, "reflection", values)
    return True


def decided(notebook: Notebook, writing: Writing) -> dict[str, tuple[str, ...]]:
    """The fields that had two versions, by record: the form showed all of them, so saving it chooses one."""
    record = notebook.records.get(writing.record)
    names = tuple(name for name in record.conflicts if name in writing.seen) if record is not None else ()
    return {writing.record: names} if names else {}
