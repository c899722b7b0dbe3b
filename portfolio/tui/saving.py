"""From what was written to an act of saving: typed texts to values, new things on the way, all problems at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from portfolio.records.fields import LISTS
from portfolio.records.identity import is_id
from portfolio.records.kinds import HEADINGS, fields
from portfolio.records.levels import SELF
from portfolio.records.record import Record, attribute_name
from portfolio.records.reflections import Reflection
from portfolio.records.templates import EVENING, TEMPLATES
from portfolio.sanitise import clean
from portfolio.tui.form_fields import fields_of
from portfolio.tui.questions import WEEK
from portfolio.tui.writings import ANSWER, EXTRA, Writing
from portfolio.wording import Words
from portfolio.wording.prompts import extra_question

if TYPE_CHECKING:
    from portfolio.capture.drafting import Drafting
    from portfolio.notebook import Notebook
    from portfolio.records.problems import Problem

_PERIODS = {EVENING: "day", WEEK: "week", "quarter": "quarter"}


def of_record(record: Record) -> Writing:
    """A record, ready to be changed. Control characters are shown as signs, and stay as stored unless changed."""
    shown = dict(_shown(record))
    template = record.template if isinstance(record, Reflection) else ""
    return Writing(f"edit-{record.id}", record.kind, record.date, shown, template, 0, record.id, shown)


def _shown(record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, Reflection):
        for key in dict.fromkeys((*TEMPLATES.get(record.template, ()), *record.answers)):
            yield ANSWER + key, clean(record.answers.get(key, ""))
    for name in fields_of(record.kind).all:
        yield name, as_typed(getattr(record, attribute_name(name)))


def as_typed(value: object) -> str:
    """A value as someone would type it in its field."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, Mapping):
        return "\n".join(f"{key}={clean(words)}" for key, words in value.items())
    if isinstance(value, tuple):
        return "\n".join(clean(str(each)).replace("\n", " ") for each in value)
    return f"{value:g}" if isinstance(value, float) else clean(str(value))


def add_to(drafting: Drafting, writing: Writing, _: Words) -> None:
    """Put a new writing into an act of saving."""
    texts = {k: text.strip() for k, text in writing.texts.items() if text.strip()}
    extra = texts.pop(EXTRA, None)
    if texts:
        if writing.template:
            texts |= {"template": writing.template}
        if writing.template in _PERIODS:
            texts.setdefault("period", _PERIODS[writing.template])
        texts.setdefault("date", writing.day.isoformat())
        drafting.add_typed(writing.kind, _typed(drafting, writing.kind, texts))
    if extra:
        question = extra_question(writing.day, _)
        day = texts.get("date", writing.day.isoformat())
        note = {"template": ["note"], "title": [question], "date": [day], "answers": [f"text={extra}"]}
        drafting.add_typed("reflection", note)


def change(drafting: Drafting, writing: Writing) -> bool:
    """Put the texts that were changed into an act of saving; False when none was."""
    changed = {key: text.strip() for key, text in writing.changed.items()}
    if changed:
        drafting.edit_typed(writing.record, writing.kind, _typed(drafting, writing.kind, changed))
    return bool(changed)


def set_fields(drafting: Drafting, identity: str, kind: str, texts: Mapping[str, str]) -> None:
    """Put a few fields of a record into an act of saving."""
    drafting.edit_typed(identity, kind, _typed(drafting, kind, texts))


def problems(notebook: Notebook, writing: Writing, _: Words) -> tuple[Problem, ...]:
    """What stands in the way of saving, each with its field; nothing is saved."""
    drafting = notebook.drafting()
    if writing.record:
        change(drafting, writing)
    else:
        add_to(drafting, writing, _)
    return tuple(drafting.problems)


def _typed(drafting: Drafting, kind: str, texts: Mapping[str, str]) -> dict[str, list[str]]:
    """Texts as the reader of typed fields wants them; what is new among the links is made on the way."""
    found: dict[str, list[str]] = {}
    known = fields(kind)
    for key, text in texts.items():
        if key.startswith(ANSWER):
            found.setdefault("answers", []).append(f"{key.removeprefix(ANSWER)}={text}")
            continue
        spec = known.get(key)
        several = spec is not None and (spec.sort in LISTS or spec.sort == "keyed")
        lines = [line for line in text.split("\n") if line.strip()] if several else [text]
        if spec is not None and spec.sort in ("link", "links"):
            lines = [_made(drafting, spec.to, line) for line in lines]
        found[key] = lines
    return found


def _made(drafting: Drafting, to: Sequence[str], line: str) -> str:
    """The id of what a line names, made when there is no such thing yet; a person is made by the drafting itself."""
    if not line or line == SELF or is_id(line) or "person" in to or not to or to[0] not in HEADINGS:
        return line
    return drafting.named(to[0], line)


def decided(notebook: Notebook, writing: Writing) -> dict[str, tuple[str, ...]]:
    """The fields that had two versions, by record: the form showed all of them, so saving it chooses one."""
    record = notebook.records.get(writing.record)
    names = tuple(name for name in record.conflicts if name in writing.seen) if record is not None else ()
    return {writing.record: names} if names else {}
