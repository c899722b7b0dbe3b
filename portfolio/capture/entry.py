"""What is being written, as a value: a text for each field so far, and how it survives as a draft. No widget, no file.

An evening check asks one question at a time; a note is a check with one question; everything else is a form. All of
them are the same value, so all survive a crash in the same way.

The text of a field is what a person typed. The answers of a reflection are fields of their own (`answers.learned`). A
field that holds several things has one a line, and a link is an id, or the name of something that does not exist yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from portfolio.journey.prompts.follow_up import ASPECTS
from portfolio.records.days import parse_day
from portfolio.records.field_order import fields_of
from portfolio.records.kinds import TABLES, fields
from portfolio.records.templates import TEMPLATES
from portfolio.sanitise import clean_line
from portfolio.wording import Words
from portfolio.wording.names import capital, kind_name
from portfolio.wording.prompts import template_name

ANSWER: Final = "answers."
"""How the key of an answer begins."""
ENERGY: Final = "energy"
EXTRA: Final = "extra"
"""The question that takes turns; its answer becomes a note with the question as its title."""
QUESTIONS: Final = "questions"
FORM: Final = "form"
NOTE: Final = "note"
"""One question about a record: the field for notes, in a talk."""
OWN: Final = "own."
"""How the key of an answer to a question of one's own begins; the number of the question follows."""

SHEET: Final = "sheet."
"""How the key of a line of the preparation sheet begins."""

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_WORDS: Final = frozenset({"text", "keyed"})


class Entry(NamedTuple):
    """Texts by field."""

    name: str
    """The name of its draft."""
    kind: str
    day: date
    texts: Mapping[str, str] = NOTHING
    template: str = ""
    """For a reflection: which questions it answers."""
    at: int = 0
    """Which question is next."""
    record: str = ""
    """The id of the record that is changed; empty for a new one."""
    shown: Mapping[str, str] = NOTHING
    """What a form showed when it was opened: only what differs from it is a change."""
    seen: Mapping[str, Sequence[str]] = NOTHING
    """The versions that the form showed, so that a change from another machine is kept beside this one."""
    question: str = ""
    """The question that takes turns, as it stood above the answer that was given to it."""
    deeper: str = ""
    """Which question was asked at the end because something was missing; it is asked once."""
    way: str = ""
    """How it is asked for: QUESTIONS, NOTE or FORM. Empty: a new reflection by its questions, all else in a form."""
    closes: str = ""
    """The request that is answered when this is saved."""
    own: tuple[str, ...] = ()
    """Questions of one's own, when it answers those. They are part of it: their file may be gone tomorrow."""
    stamp: str = ""
    """What its draft on disk said when it was loaded from there. Empty: it begins without one."""

    @property
    def by_question(self) -> bool:
        """Whether it is asked for one question at a time, now and when it is gone on with later."""
        return self.way in (QUESTIONS, NOTE) or (not self.way and self.kind == "reflection" and not self.record)

    @property
    def touched(self) -> bool:
        """Whether there is a word or a change in it. What is untouched is never stored."""
        return bool(self.changed)

    @property
    def changed(self) -> dict[str, str]:
        """The texts that differ from what was shown; space around a new text is nothing."""
        if self.record:
            return {key: text for key, text in self.texts.items() if text != self.shown.get(key, "")}
        return {k: text for k, text in self.texts.items() if text.strip() != self.shown.get(k, "").strip()}

    def text(self, key: str) -> str:
        """The text of a field so far."""
        return self.texts.get(key, "")

    def lines(self, key: str) -> tuple[str, ...]:
        """What a field with several things holds."""
        return tuple(line for line in self.text(key).split("\n") if line.strip())

    def with_text(self, key: str, text: str) -> Entry:
        """The same with this text in a field."""
        return self._replace(texts={**self.texts, key: text})

    def asked(self, way: str) -> Entry:
        """The same, asked for in this way; it goes on where it was left when it was asked for like that before."""
        return self if way == self.way else self._replace(way=way, at=0)

    def without(self, keys: Iterable[str]) -> Entry:
        """The same, with what was shown in these fields."""
        given = frozenset(keys)
        texts = {key: text for key, text in self.texts.items() if key not in given}
        return self._replace(texts={**texts, **{key: text for key, text in self.shown.items() if key in given}})

    def as_new(self, name: str) -> Entry:
        """The same as a new writing of this name: what it was about is nowhere any more."""
        return self._replace(
            name=name, texts={**self.shown, **self.texts}, record="", shown=NOTHING, seen=NOTHING, stamp=""
        )

    def with_line(self, key: str, line: str) -> Entry:
        """The same with one more thing in a field, or one less when it was there."""
        held = self.lines(key)
        rest = tuple(each for each in held if each != line)
        return self.with_text(key, "\n".join(rest if len(rest) < len(held) else (*held, line)))

    def payload(self) -> dict[str, Any]:
        """What a draft holds."""
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
        }


def is_answer(key: str) -> bool:
    """Whether it is the key of words that answer a question, not of a field."""
    return key == EXTRA or key.startswith((ANSWER, SHEET, OWN))


def from_payload(name: str, payload: Mapping[str, object]) -> Entry | None:
    """The writing that a draft holds; None when it holds no words that can be read."""
    texts, day, template = payload.get("texts"), parse_day(payload.get("date")), payload.get("template")
    kind = payload.get("kind")
    if not isinstance(texts, Mapping) or day is None or not isinstance(kind, str) or kind not in TABLES:
        return None
    at, record, seen, question = (payload.get(key) for key in ("at", "record", "seen", "question"))
    deeper, way, closes, own = (payload.get(key) for key in ("deeper", "way", "closes", "own"))
    known = template if isinstance(template, str) and template in TEMPLATES else ""
    writing = Entry(
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
        way if isinstance(way, str) and way in (QUESTIONS, NOTE, FORM) else "",
        closes if isinstance(closes, str) else "",
        tuple(each for each in own if isinstance(each, str)) if isinstance(own, list) else (),
    )
    return writing if writing.touched else None


def _texts(found: object) -> dict[str, str]:
    return {str(k): v for k, v in found.items() if isinstance(v, str)} if isinstance(found, Mapping) else {}


def name_of(writing: Entry, _: Words) -> str:
    """What is being written: "3-minute check", "Learning goal"."""
    if writing.own:
        return " ".join(clean_line(writing.text("title")).split())
    return template_name(writing.template, _) if writing.template else capital(kind_name(writing.kind, _))


def first_words(writing: Entry) -> str:
    """The first words in it, on one safe line."""
    known = fields(writing.kind)
    answers = (ANSWER + key for key in TEMPLATES.get(writing.template, ()))
    own = (f"{OWN}{n}" for n in range(len(writing.own)))
    order = {key: n for n, key in enumerate((*own, *answers, *fields_of(writing.kind).all))}
    texts = sorted(writing.texts.items(), key=lambda pair: order.get(pair[0], len(order)))  # a draft has them by name
    named = ("title",) if writing.own else ()
    words = (text for key, text in texts if _is_words(key, known) and key not in named and text.strip())
    return next((" ".join(clean_line(text).split()) for text in words), "")


def _is_words(key: str, known: Mapping[str, Any]) -> bool:
    return key not in known or known[key].sort in _WORDS
