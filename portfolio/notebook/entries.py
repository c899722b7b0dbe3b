"""Put entries into a batch: typed texts to values, new linked records, all problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from portfolio.capture.entry import ANSWER, EXTRA, NOTHING, NOW, OWN, SHEET, SHOWS, Entry, is_level_now
from portfolio.capture.planned import without_a_day
from portfolio.journey.prompts.if_then_plans import WEEK
from portfolio.records.conversations import Conversation
from portfolio.records.field_order import fields_of
from portfolio.records.fields import LISTS
from portfolio.records.identity import is_id
from portfolio.records.kinds import HEADINGS, fields
from portfolio.records.levels import SELF
from portfolio.records.problems import Problem
from portfolio.records.record import Record, attribute_name
from portfolio.records.reflections import Reflection
from portfolio.records.templates import EVENING, TEMPLATES
from portfolio.sanitise import on_one_line, with_line_ends
from portfolio.wording import N_, Words
from portfolio.wording.prompts import extra_question
from portfolio.wording.sheet import PROMPTS

if TYPE_CHECKING:
    from portfolio.capture.batch import Batch
    from portfolio.notebook import Notebook
    from portfolio.records.collection import Records

_CONTINUATION: Final = "    "
"""Indent of a line that continues the text above it, in a field with a text per key."""
_THOUSANDS: Final = 3
"""Digits after a point that could also be thousands; a fourth digit leaves no doubt."""
_PERIODS = {EVENING: "day", WEEK: "week", "quarter": "quarter"}


def of_record(record: Record, seen: Mapping[str, Iterable[str]] = NOTHING) -> Entry:
    """An entry to edit this record; `seen` are the versions of its texts.

    Its texts are as they are stored, except for their line ends; the text box draws them safely.
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
    """A value as the user would type it in its field."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, Mapping):
        return "\n".join(
            f"{key}={with_line_ends(words)}".replace("\n", f"\n{_CONTINUATION}") for key, words in value.items()
        )
    if isinstance(value, tuple):
        return "\n".join(on_one_line(str(each)) for each in value)
    if isinstance(value, float):
        plain = f"{Decimal(repr(value)):f}".removesuffix(".0")
        return f"{plain}0" if len(plain.partition(".")[2]) == _THOUSANDS else plain
    return with_line_ends(str(value))


def add_to(batch: Batch, entry: Entry, _: Words) -> None:
    """Add a new entry to a batch."""
    texts = {k: text.strip() for k, text in entry.texts.items() if text.strip()}
    extra = texts.pop(EXTRA, None)
    own = [texts.pop(f"{OWN}{n}", "") for n in range(len(entry.own))]
    if entry.own:
        pairs = zip(entry.own, own, strict=True)
        words = "\n\n".join(f"{question}\n{answer}" for question, answer in pairs if answer)
        texts = {**texts, f"{ANSWER}text": words} if words else {}
    now, shows = texts.pop(NOW, ""), texts.pop(SHOWS, "")
    if texts or now or shows:
        if entry.template:
            texts |= {"template": entry.template}
        if entry.template in _PERIODS:
            texts.setdefault("period", _PERIODS[entry.template])
        batch.problems += without_a_day(entry.kind, texts.get("state"), texts.get("date", ""))
        texts.setdefault("date", entry.day.isoformat())
        batch.add_typed(entry.kind, _typed(batch, entry.kind, texts))
        if entry.closes:
            batch.edit(entry.closes, "request", {"state": "answered", "feedback": batch.asked[-1]})
        if now and is_level_now(entry, NOW):
            rating = {"skill": batch.asked[-1], "level": now, "date": entry.day.isoformat(), "evidence": shows}
            batch.add_typed("rating", _typed(batch, "rating", {key: text for key, text in rating.items() if text}))
            batch.asked.pop()  # the change is named by the skill alone
        elif shows:
            batch.problems.append(Problem(NOW, N_("Choose a level too: it is the level that this shows.")))
    if extra:
        _add_note(batch, entry.question or extra_question(entry.day, _), extra, entry.day, texts)


def _add_note(batch: Batch, question: str, words: str, day: date, texts: Mapping[str, str]) -> None:
    """Add a note with the question as its title, with the goals and skills of the entry after which it was asked."""
    note = {"template": "note", "title": question, "date": texts.get("date", day.isoformat()), f"{ANSWER}text": words}
    links = {name: texts[name] for name in ("goals", "skills") if texts.get(name)}
    batch.add_typed("reflection", _typed(batch, "reflection", note | links))


def change(batch: Batch, entry: Entry) -> bool:
    """Add the changed texts of an entry to a batch; False when none was changed."""
    changed = {key: text.strip() for key, text in entry.changed.items()}
    extra = changed.pop(EXTRA, "")
    if extra and entry.question:
        _add_note(batch, entry.question, extra, entry.day, entry.texts)
    if changed:
        typed = _typed(batch, entry.kind, changed)
        for key in [key for key in changed if _is_keyed(entry.kind, key)]:
            typed[key] += [f"{gone}=" for gone in _keys(entry.shown.get(key, "")) - _keys(changed[key])]
        batch.edit_typed(entry.record, entry.kind, typed)
    return bool(changed or extra)


def set_fields(batch: Batch, identity: str, kind: str, texts: Mapping[str, str]) -> None:
    """Add some fields of a record to a batch."""
    batch.edit_typed(identity, kind, _typed(batch, kind, texts))


def link(batch: Batch, record: Record, field: str, line: str, *, linked: bool) -> None:
    """Add one link to a field of a record, or remove it; its other links stay as they are now."""
    rest = [each for each in of_record(record).lines(field) if each != line]
    set_fields(batch, record.id, record.kind, {field: "\n".join([*rest, line] if linked else rest)})


def without_lost(entry: Entry, records: Records) -> tuple[Entry, bool]:
    """The entry without links to records deleted since it was opened, and whether there were any.

    Links that the edited record had already stay: undo can bring those records back.
    """
    lost = False
    for key, text in entry.texts.items():
        spec = (
            fields("rating")["evidence"] if is_level_now(entry, SHOWS) and key == SHOWS else fields(entry.kind).get(key)
        )
        if spec is None or spec.sort not in ("link", "links"):
            continue
        held = entry.shown.get(key, "").split("\n") if entry.record else ()
        lines = [each for each in text.split("\n") if each in held or not is_id(each) or records.get(each) is not None]
        if lines != text.split("\n"):
            entry, lost = entry.with_text(key, "\n".join(lines)), True
    return entry, lost


def _typed(batch: Batch, kind: str, texts: Mapping[str, str]) -> dict[str, list[str]]:
    """The texts as `Batch` reads typed fields; records named in links are made when they do not exist."""
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
            lines = [_made(batch, spec.to, line) for line in lines]
        found[key] = lines
    return found


def _is_keyed(kind: str, key: str) -> bool:
    spec = fields(kind).get(key)
    return spec is not None and spec.sort == "keyed"


def _joined(text: str) -> list[str]:
    """The lines of a field with a text per key, each with the lines that continue it."""
    found: list[str] = []
    for line in text.split("\n"):
        if found and line.startswith(_CONTINUATION):
            found[-1] += "\n" + line.removeprefix(_CONTINUATION)
        elif line.strip():
            found.append(line)
    return found


def _keys(text: str) -> frozenset[str]:
    return frozenset(line.partition("=")[0].strip() for line in _joined(text))


def _made(batch: Batch, to: Sequence[str], line: str) -> str:
    """The id of what a line names, made when it does not exist; the batch itself makes people."""
    if not line or line == SELF or is_id(line) or "person" in to or not to or to[0] not in HEADINGS:
        return line
    return batch.named(to[0], line)


def decided(notebook: Notebook, entry: Entry) -> dict[str, tuple[str, ...]]:
    """The fields in conflict that the form showed, by record: saving the form settles them."""
    record = notebook.read.records.get(entry.record)
    names = tuple(name for name in record.conflicts if name in entry.seen) if record is not None else ()
    return {entry.record: names} if names else {}
