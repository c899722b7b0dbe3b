"""The title of a record in a list: one safe line, from its own text or else from its links.

A rating has no text of its own: its title is made of its skill and its level. Nothing here decides what can be shown.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from portfolio.records.collection import Records
from portfolio.records.conversations import Conversation
from portfolio.records.exports import Export
from portfolio.records.feedback import Request
from portfolio.records.goals import Goal, Measure, Reading, Step
from portfolio.records.persons import Person
from portfolio.records.record import Record
from portfolio.records.reflections import Reflection
from portfolio.records.skills import Rating, Skill
from portfolio.sanitise import clean_line
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full
from portfolio.wording.levels import level_label
from portfolio.wording.names import capital, choice_label, field_label, kind_name
from portfolio.wording.outline import role_word
from portfolio.wording.prompts import prompt_label, template_name
from portfolio.wording.quantities import with_unit
from portfolio.wording.sheet import sheet_label

_LONGEST: Final = 400
"""The most characters of the user's text that a heading is made from: more than any line shows."""
_NAMED_AFTER_SOMEBODY: Final = frozenset({"kolb", "gibbs", "korthagen"})
"""Templates with a name that keeps its capital within a sentence."""


def heading(record: Record, records: Records, _: Words) -> str:
    """Return one line that names the record, safe for a terminal; never empty."""
    made = _MADE.get(record.kind)
    words = made(record, records, _) if made else record.heading
    return " ".join(clean_line(words[:_LONGEST]).split()) or capital(kind_name(record.kind, _))


def kind_word(record: Record, _: Words) -> str:
    """Return the sort of record: the template for a reflection, otherwise the kind."""
    if isinstance(record, Reflection):
        return template_name(record.template, _)
    return capital(kind_name(record.kind, _))


def sort_in_a_sentence(kind: str, template: str, _: Words) -> str:
    """Return the sort of record for inside a sentence: "note", "learning goal"; "Gibbs' cycle" keeps its capital."""
    name = template_name(template, _) if template else kind_name(kind, _)
    keeps = template in _NAMED_AFTER_SOMEBODY or name[1:2].isupper()
    return name if keeps else name[:1].lower() + name[1:]


def field_in_words(record: Record, field: str, _: Words) -> str:
    """Return the label of a field; for a question its short heading."""
    group, dot, key = field.partition(".")
    if dot and isinstance(record, Reflection):
        return prompt_label(record.template, key, _)
    if dot and group == "sheet":
        return sheet_label(key, _)
    return field_label(group, _, record.kind) + (f" {clean_line(key)}" if dot else "")


def _reflection(record: Record, _records: Records, _: Words) -> str:
    assert isinstance(record, Reflection)  # noqa: S101 - the table below calls it for this kind only
    if record.title and record.title.strip():
        return record.title
    if record.template == "quarter":  # its first line is about one goal, the whole about all of them
        return _("Quarter up to {day}").format(day=day_in_full(record.date, _))
    return next((words for _key, words in record.in_order()), "")


def _rating(record: Record, records: Records, _: Words) -> str:
    assert isinstance(record, Rating)  # noqa: S101 - the table below calls it for this kind only
    skill = records.find(Skill, record.skill)
    who = records.find(Person, record.rater)
    level = level_label(record.level, _, skill.scale if skill else "")
    named = f"{skill.title}: {level}" if skill else level
    return f"{named} ({person_word(who, _)})" if who else named


def _reading(record: Record, records: Records, _: Words) -> str:
    assert isinstance(record, Reading)  # noqa: S101 - the table below calls it for this kind only
    measure = records.find(Measure, record.measure)
    value = with_unit(number(record.value, _), (measure.unit or "") if measure else "", one=record.value == 1)
    return f"{measure.name}: {value}" if measure else value


def _step(record: Record, records: Records, _: Words) -> str:
    assert isinstance(record, Step)  # noqa: S101 - the table below calls it for this kind only
    goal = records.find(Goal, record.goal)
    return f"{record.text} ({goal.title})" if goal else record.text


def _request(record: Record, _records: Records, _: Words) -> str:
    assert isinstance(record, Request)  # noqa: S101 - the table below calls it for this kind only
    greeting, gap, rest = record.question.strip().partition("\n\n")
    greets = greeting.rstrip().endswith(",") and "\n" not in greeting
    return rest if gap and greets else record.question  # the greeting does not say what is asked


def _conversation(record: Record, records: Records, _: Words) -> str:
    assert isinstance(record, Conversation)  # noqa: S101 - the table below calls it for this kind only
    who = records.find(Person, record.with_)
    sort = capital(choice_label("sort", record.sort, _, kind="conversation"))
    return f"{sort}: {person_word(who, _)}" if who else sort


def person_word(person: Person, _: Words) -> str:
    """Return a person by name; a copy whose name is its role by the word for that role."""
    return role_word(person.name, _) if person.name == person.role else person.name


def _person(record: Record, _records: Records, _: Words) -> str:
    assert isinstance(record, Person)  # noqa: S101 - the table below calls it for this kind only
    return person_word(record, _)


def _export(record: Record, _records: Records, _: Words) -> str:
    assert isinstance(record, Export)  # noqa: S101 - the table below calls it for this kind only
    return capital(choice_label("sort", record.sort or "", _, kind="export"))


_MADE: Final[dict[str, Callable[[Record, Records, Words], str]]] = {
    "reflection": _reflection,
    "rating": _rating,
    "reading": _reading,
    "step": _step,
    "request": _request,
    "conversation": _conversation,
    "export": _export,
    "person": _person,
}


def number(value: float, _: Words) -> str:
    """Return a number as written in this language: a comma in Dutch, a point in English; with all stored digits."""
    plain = f"{Decimal(repr(float(value))):f}".removesuffix(".0")
    return plain.replace(".", ",") if _.language == "nl" else plain
