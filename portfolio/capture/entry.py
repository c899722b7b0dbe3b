"""An entry: the text of each field while a record is being written, and its form as a draft. No widget, no file.

A daily check asks one question at a time; a note is a check with one question; anything else is a form. All of them are
the same value, so all survive a crash in the same way.

The text of a field is what the user typed. The answers of a reflection are fields of their own (`answers.learned`). A
field with several values has one a line, and a link is an id, or the name of a record that does not exist yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from portfolio.journey.prompts.follow_up import ASPECTS
from portfolio.records.days import parse_day
from portfolio.records.field_order import fields_of
from portfolio.records.fields import Field
from portfolio.records.kinds import TABLES, fields
from portfolio.records.templates import TEMPLATES
from portfolio.sanitise import clean_line
from portfolio.wording import Words
from portfolio.wording.names import capital, field_label, kind_name
from portfolio.wording.prompts import prompt_label, template_name
from portfolio.wording.sheet import sheet_label

ANSWER: Final = "answers."
"""Prefix of the key of an answer."""
ENERGY: Final = "energy"
EXTRA: Final = "extra"
"""The rotating question; its answer becomes a note with the question as its title."""
QUESTIONS: Final = "questions"
MORE: Final = "more"
"""The extra questions of an evening check that was saved: they add to its record."""
FORM: Final = "form"
NOTE: Final = "note"
"""One question about a record: its field for notes, used during a conversation."""
NOW: Final = "now"
"""The present level, asked with a new skill; its answer becomes a rating."""
SHOWS: Final = "shows_now"
"""What shows the present level of a new skill; its answer becomes the evidence of that rating."""
OWN: Final = "own."
"""Prefix of the key of an answer to one of the user's own questions; the number of the question follows."""

SHEET: Final = "sheet."
"""Prefix of the key of a line of the preparation sheet."""

NOWHERE: Final = ("", 0, 0)
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_WORDS: Final = frozenset({"text", "keyed"})


def _by_question(way: str) -> bool:
    """Whether an entry of this way is asked one question at a time."""
    return way in (QUESTIONS, MORE, NOTE) or way.startswith(SHEET)


class Entry(NamedTuple):
    """A record that is being written: its texts by field."""

    name: str
    """The name of its draft."""
    kind: str
    day: date
    texts: Mapping[str, str] = NOTHING
    template: str = ""
    """The template of a reflection; empty for another kind."""
    at: int = 0
    """The number of the next question."""
    record: str = ""
    """The id of the record that is changed; empty for a new one."""
    shown: Mapping[str, str] = NOTHING
    """The texts that a form showed when it was opened: only what differs from them is a change."""
    seen: Mapping[str, Sequence[str]] = NOTHING
    """The versions that the form showed, so that a change from another machine is kept beside this one."""
    question: str = ""
    """The rotating question above the answer that was given to it."""
    deeper: str = ""
    """The follow-up question that was asked at the end because something was missing; it is asked once."""
    way: str = ""
    """QUESTIONS, MORE, NOTE, FORM, or the key of one line of the sheet, which is then the only question. Empty: a new
    reflection by its questions, anything else in a form."""
    closes: str = ""
    """The id of the request that saving this answers."""
    own: tuple[str, ...] = ()
    """The user's own questions that it answers. They are stored with it: their file can be gone tomorrow."""
    left: tuple[str, int, int] = NOWHERE
    """The field that was written in last, with the line and the column of the cursor; no field: nowhere yet."""
    stamp: str = ""
    """The stamp of its draft when that was loaded from disk. Empty when it began without a draft."""

    @property
    def by_question(self) -> bool:
        """Whether it is asked one question at a time, now and when it is resumed later."""
        return _by_question(self.way) or (not self.way and self.kind == "reflection" and not self.record)

    @property
    def touched(self) -> bool:
        """Whether any text differs from what was shown. An untouched entry is never stored."""
        return bool(self.changed)

    @property
    def changed(self) -> dict[str, str]:
        """The texts that differ from what was shown; white space around the text of a new record is ignored."""
        if self.record:
            return {key: text for key, text in self.texts.items() if text != self.shown.get(key, "")}
        return {k: text for k, text in self.texts.items() if text.strip() != self.shown.get(k, "").strip()}

    def text(self, key: str) -> str:
        """The text of a field; empty when there is none."""
        return self.texts.get(key, "")

    def lines(self, key: str) -> tuple[str, ...]:
        """The values of a field that has one a line."""
        return tuple(line for line in self.text(key).split("\n") if line.strip())

    def with_text(self, key: str, text: str) -> Entry:
        """A copy with this text in a field."""
        return self._replace(texts={**self.texts, key: text})

    def asked(self, way: str) -> Entry:
        """A copy that is asked in this way; it continues where it was when it was asked in the same way before."""
        return self if way == self.way else self._replace(way=way, at=0)

    def without(self, keys: Iterable[str]) -> Entry:
        """A copy in which these fields have the texts that were shown."""
        given = frozenset(keys)
        texts = {key: text for key, text in self.texts.items() if key not in given}
        return self._replace(texts={**texts, **{key: text for key, text in self.shown.items() if key in given}})

    def as_new(self, name: str) -> Entry:
        """A copy as a new record under this draft name: the record that it changed does not exist any more."""
        return self._replace(
            name=name, texts={**self.shown, **self.texts}, record="", shown=NOTHING, seen=NOTHING, stamp=""
        )

    def with_line(self, key: str, line: str) -> Entry:
        """A copy with this line added to a field, or removed when it was there."""
        held = self.lines(key)
        rest = tuple(each for each in held if each != line)
        return self.with_text(key, "\n".join(rest if len(rest) < len(held) else (*held, line)))

    def payload(self) -> dict[str, Any]:
        """The content of its draft."""
        return {
            "kind": self.kind,
            "template": self.template,
            "date": self.day.isoformat(),
            "texts": dict(self.texts),
            "at": self.at,
            "record": self.record,
            "shown": dict(self.shown),
            "seen": {name: list(versions) for name, versions in self.seen.items()},
            "question": self.question,
            "deeper": self.deeper,
            "way": self.way,
            "closes": self.closes,
            "own": list(self.own),
            "left": list(self.left),
        }


def spec_of(entry: Entry, key: str) -> Field:
    """The type of a field of an entry; the present level of a new skill and its evidence are those of a rating."""
    if is_level_now(entry, key):
        return fields("rating")["level" if key == NOW else "evidence"]
    return fields(entry.kind)[key]


def is_level_now(entry: Entry, key: str) -> bool:
    """Whether this is the present level that is asked with a new skill, or what shows it."""
    return key in (NOW, SHOWS) and entry.kind == "skill" and not entry.record


def is_answer(key: str) -> bool:
    """Whether this is the key of the answer to a question, not of a field."""
    return key == EXTRA or key.startswith((ANSWER, SHEET, OWN))


def from_payload(name: str, payload: Mapping[str, object]) -> Entry | None:
    """The entry in a draft; None when the draft holds no readable text."""
    texts, day, template = payload.get("texts"), parse_day(payload.get("date")), payload.get("template")
    kind = payload.get("kind")
    if not isinstance(texts, Mapping) or day is None or not isinstance(kind, str) or kind not in TABLES:
        return None
    at, record, seen, question = (payload.get(key) for key in ("at", "record", "seen", "question"))
    deeper, way, closes, own = (payload.get(key) for key in ("deeper", "way", "closes", "own"))
    known = template if isinstance(template, str) and template in TEMPLATES else ""
    entry = Entry(
        name,
        kind,
        day,
        _texts(texts),
        (known or "note") if kind == "reflection" else "",
        at if isinstance(at, int) and at >= 0 else 0,
        record if isinstance(record, str) else "",
        _texts(payload.get("shown")),
        {k: tuple(map(str, v)) for k, v in seen.items() if isinstance(v, list)} if isinstance(seen, Mapping) else {},
        question if isinstance(question, str) else "",
        deeper if isinstance(deeper, str) and deeper in ASPECTS else "",
        way if isinstance(way, str) and (way == FORM or _by_question(way)) else "",
        closes if isinstance(closes, str) else "",
        tuple(each for each in own if isinstance(each, str)) if isinstance(own, list) else (),
        _left(payload.get("left")),
    )
    return entry if entry.touched else None


def _left(found: object) -> tuple[str, int, int]:
    match found:
        case [str(key), int(line), int(column)] if line >= 0 and column >= 0:
            return key, line, column
    return NOWHERE


def _texts(found: object) -> dict[str, str]:
    return {str(k): v for k, v in found.items() if isinstance(v, str)} if isinstance(found, Mapping) else {}


def name_of(entry: Entry, _: Words) -> str:
    """The name of an entry: "3-minute check", "Learning goal"."""
    if entry.own:
        return " ".join(clean_line(entry.text("title")).split())
    return template_name(entry.template, _) if entry.template else capital(kind_name(entry.kind, _))


def first_words(entry: Entry) -> str:
    """The first text in it, on one safe line."""
    return next((" ".join(clean_line(text).split()) for _key, text in _texts_in_order(entry)), "")


def texts_in_order(entry: Entry, _: Words) -> Iterator[tuple[str, str]]:
    """Yield the label and the text of every field of words that has any, in the order in which they are asked."""
    for key, text in _texts_in_order(entry):
        yield _label_of(entry, key, _), text


def _label_of(entry: Entry, key: str, _: Words) -> str:
    """The label of a field, or the question above an answer in a few words."""
    if key.startswith(OWN):
        return entry.own[int(key.removeprefix(OWN))]
    if key == EXTRA:
        return entry.question
    if key.startswith(ANSWER):
        return prompt_label(entry.template, key.removeprefix(ANSWER), _)
    if key.startswith(SHEET):
        return sheet_label(key.removeprefix(SHEET), _)
    return field_label(key, _, entry.kind)


def _texts_in_order(entry: Entry) -> Iterator[tuple[str, str]]:
    known = fields(entry.kind)
    answers = (ANSWER + key for key in TEMPLATES.get(entry.template, ()))
    own = (f"{OWN}{n}" for n in range(len(entry.own)))
    order = {key: n for n, key in enumerate((*own, *answers, *fields_of(entry.kind).all))}
    texts = sorted(entry.texts.items(), key=lambda pair: order.get(pair[0], len(order)))  # a draft sorts them by name
    named = ("title",) if entry.own else ()
    for key, text in texts:
        if _is_words(key, known) and key not in (*named, NOW, SHOWS) and text.strip():
            yield key, text


def _is_words(key: str, known: Mapping[str, Any]) -> bool:
    return key not in known or known[key].sort in _WORDS
