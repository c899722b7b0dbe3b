"""From what was written to an act of saving: typed texts to values, new things on the way, all problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from portfolio.capture.entry import ANSWER, EXTRA, NOTHING, OWN, SHEET, Entry
from portfolio.journey.prompts.if_then_plans import WEEK
from portfolio.records.conversations import Conversation
from portfolio.records.field_order import fields_of
from portfolio.records.fields import LISTS
from portfolio.records.identity import is_id
from portfolio.records.kinds import HEADINGS, fields
from portfolio.records.levels import SELF
from portfolio.records.record import Record, attribute_name
from portfolio.records.reflections import Reflection
from portfolio.records.templates import EVENING, TEMPLATES
from portfolio.sanitise import on_one_line, with_line_ends
from portfolio.wording import Words
from portfolio.wording.prompts import extra_question
from portfolio.wording.sheet import PROMPTS

if TYPE_CHECKING:
    from portfolio.capture.batch import Batch
    from portfolio.notebook import Notebook
    from portfolio.records.collection import Records

_GOES_ON: Final = "    "
"""How a line begins that goes on with the text of the line before, where a field has a text for each key."""
_THOUSANDS: Final = 3
"""Digits behind a point that could be thousands as well; with one more there is no doubt."""
_PERIODS = {EVENING: "day", WEEK: "week", "quarter": "quarter"}


def of_record(record: Record, seen: Mapping[str, Iterable[str]] = NOTHING) -> Entry:
    """A record, ready to be changed; `seen` are the versions that its texts are.

    Its texts are as they are stored, except for their line ends; the box in which they are changed draws them safely.
    """
    shown = dict(_shown(record))
    template = record.template if isinstance(record, Reflection) else ""
    versions = {name: tuple(held) for name, held in seen.items()}
    return Entry(f"edit-{record.id}", record.kind, record.date, shown, template, 0, record.id, shown, versions)


def _shown(record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, Reflection):
        for key in dict.fromkeys((*TEMPLATES.get(record.template, ()), *record.answers)):
            yield ANSWER + key, with_line_ends(record.answers.get(key, ""))
    if isinstance(record, Conversation):
        for prompt in PROMPTS:
            yield SHEET + prompt.key, with_line_ends(record.sheet.get(prompt.key, ""))
    for name in fields_of(record.kind).all:
        yield name, as_typed(getattr(record, attribute_name(name)))


def as_typed(value: object) -> str:
    """A value as someone would type it in its field."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, Mapping):
        return "\n".join(
            f"{key}={with_line_ends(words)}".replace("\n", f"\n{_GOES_ON}") for key, words in value.items()
        )
    if isinstance(value, tuple):
        return "\n".join(on_one_line(str(each)) for each in value)
    if isinstance(value, float):
        plain = f"{Decimal(repr(value)):f}".removesuffix(".0")
        return f"{plain}0" if len(plain.partition(".")[2]) == _THOUSANDS else plain
    return with_line_ends(str(value))


def add_to(drafting: Batch, writing: Entry, _: Words) -> None:
    """Put a new writing into an act of saving."""
    texts = {k: text.strip() for k, text in writing.texts.items() if text.strip()}
    extra = texts.pop(EXTRA, None)
    own = [texts.pop(f"{OWN}{n}", "") for n in range(len(writing.own))]
    if writing.own:
        pairs = zip(writing.own, own, strict=True)
        words = "\n\n".join(f"{question}\n{answer}" for question, answer in pairs if answer)
        texts = {**texts, f"{ANSWER}text": words} if words else {}
    if texts:
        if writing.template:
            texts |= {"template": writing.template}
        if writing.template in _PERIODS:
            texts.setdefault("period", _PERIODS[writing.template])
        texts.setdefault("date", writing.day.isoformat())
        drafting.add_typed(writing.kind, _typed(drafting, writing.kind, texts))
        if writing.closes:
            drafting.edit(writing.closes, "request", {"state": "answered", "feedback": drafting.asked[-1]})
    if extra:
        _add_note(drafting, writing.question or extra_question(writing.day, _), extra, writing.day, texts)


def _add_note(drafting: Batch, question: str, words: str, day: date, texts: Mapping[str, str]) -> None:
    """A note with the question as its title, linked with what the text is linked with after which it was asked."""
    note = {"template": "note", "title": question, "date": texts.get("date", day.isoformat()), f"{ANSWER}text": words}
    links = {name: texts[name] for name in ("goals", "skills") if texts.get(name)}
    drafting.add_typed("reflection", _typed(drafting, "reflection", note | links))


def change(drafting: Batch, writing: Entry) -> bool:
    """Put the texts that were changed into an act of saving; False when none was."""
    changed = {key: text.strip() for key, text in writing.changed.items()}
    extra = changed.pop(EXTRA, "")
    if extra and writing.question:
        _add_note(drafting, writing.question, extra, writing.day, writing.texts)
    if changed:
        typed = _typed(drafting, writing.kind, changed)
        for key in [key for key in changed if _is_keyed(writing.kind, key)]:
            typed[key] += [f"{gone}=" for gone in _keys(writing.shown.get(key, "")) - _keys(changed[key])]
        drafting.edit_typed(writing.record, writing.kind, typed)
    return bool(changed or extra)


def set_fields(drafting: Batch, identity: str, kind: str, texts: Mapping[str, str]) -> None:
    """Put a few fields of a record into an act of saving."""
    drafting.edit_typed(identity, kind, _typed(drafting, kind, texts))


def link(drafting: Batch, record: Record, field: str, line: str, *, linked: bool) -> None:
    """Link a record with one thing more, or with one less; its other links stay as they are now."""
    rest = [each for each in of_record(record).lines(field) if each != line]
    set_fields(drafting, record.id, record.kind, {field: "\n".join([*rest, line] if linked else rest)})


def without_lost(writing: Entry, records: Records) -> tuple[Entry, bool]:
    """The same without links to what was deleted while it was written, and whether there were any.

    What a record was linked with before stays: undo can bring that back.
    """
    lost = False
    for key, text in writing.texts.items():
        spec = fields(writing.kind).get(key)
        if spec is None or spec.sort not in ("link", "links"):
            continue
        held = writing.shown.get(key, "").split("\n") if writing.record else ()
        lines = [each for each in text.split("\n") if each in held or not is_id(each) or records.get(each) is not None]
        if lines != text.split("\n"):
            writing, lost = writing.with_text(key, "\n".join(lines)), True
    return writing, lost


def _typed(drafting: Batch, kind: str, texts: Mapping[str, str]) -> dict[str, list[str]]:
    """Texts as the reader of typed fields wants them; what is new among the links is made on the way."""
    found: dict[str, list[str]] = {}
    known = fields(kind)
    for key, text in texts.items():
        if key.startswith(ANSWER):
            found.setdefault("answers", []).append(f"{key.removeprefix(ANSWER)}={text}")
            continue
        if key.startswith(SHEET):
            found.setdefault("sheet", []).append(f"{key.removeprefix(SHEET)}={text}")
            continue
        spec = known.get(key)
        several = spec is not None and (spec.sort in LISTS or spec.sort == "keyed")
        lines = [line for line in text.split("\n") if line.strip()] if several else [text]
        if _is_keyed(kind, key):
            lines = _joined(text)
        if spec is not None and spec.sort in ("link", "links"):
            lines = [_made(drafting, spec.to, line) for line in lines]
        found[key] = lines
    return found


def _is_keyed(kind: str, key: str) -> bool:
    spec = fields(kind).get(key)
    return spec is not None and spec.sort == "keyed"


def _joined(text: str) -> list[str]:
    """The lines of a field with a text for each key, those that go on with a text joined to it."""
    found: list[str] = []
    for line in text.split("\n"):
        if found and line.startswith(_GOES_ON):
            found[-1] += "\n" + line.removeprefix(_GOES_ON)
        elif line.strip():
            found.append(line)
    return found


def _keys(text: str) -> frozenset[str]:
    return frozenset(line.partition("=")[0].strip() for line in _joined(text))


def _made(drafting: Batch, to: Sequence[str], line: str) -> str:
    """The id of what a line names, made when there is no such thing yet; a person is made by the drafting itself."""
    if not line or line == SELF or is_id(line) or "person" in to or not to or to[0] not in HEADINGS:
        return line
    return drafting.named(to[0], line)


def decided(notebook: Notebook, writing: Entry) -> dict[str, tuple[str, ...]]:
    """The fields that had two versions, by record: the form showed all of them, so saving it chooses one."""
    record = notebook.read.records.get(writing.record)
    names = tuple(name for name in record.conflicts if name in writing.seen) if record is not None else ()
    return {writing.record: names} if names else {}
