"""Make records from typed text or JSON: all of them valid, or every problem reported at once.

One `Batch` is one action: its drafts are saved together or not at all, and can link to each other. An unknown name in a
field for a person creates a private person with that name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from portfolio.capture import planned, states, typed
from portfolio.capture.links import UNKNOWN, Names
from portfolio.records.collection import Records
from portfolio.records.fields import Field
from portfolio.records.identity import is_id
from portfolio.records.kinds import HEADINGS, PROFILE_ID, TABLES, fields, record_type
from portfolio.records.levels import SELF, as_level, steps
from portfolio.records.near import nearest
from portfolio.records.problems import Problem
from portfolio.records.record import Record, attribute_name
from portfolio.records.templates import DEFAULT_TEMPLATE, TEMPLATES
from portfolio.records.validate import UNKNOWN_FIELD, not_a_choice, validate
from portfolio.sanitise import with_line_ends
from portfolio.wording import N_

NEEDS_KIND: Final = N_("Each record needs a “kind”, such as goal or reflection.")
IS_TEMPLATE: Final = N_("“{kind}” is a template: write the kind reflection, and this as its “template”.")
NO_SUCH_KIND: Final = N_("“{kind}” is not a kind of record.")
APPEND_ONLY: Final = N_("What was said then stays as it was; a correction is a new rating.")
_RATING_FIELDS: Final = frozenset({"skill", "level", "rater", "reason", "date"})
"""The fields of a rating that cannot be edited: a correction is a new rating."""
NOT_AN_OBJECT: Final = N_("Each record needs a “kind”.")
_OF_WORDS: Final = frozenset({"text", "texts", "keyed"})
_NOT_THEIRS: Final = frozenset({"id", "created", "modified", "conflicts", "related", "history", "kind"})
"""Keys that `show --json` prints and users cannot set; they are ignored on input."""


class Draft(NamedTuple):
    """Checked values of a new record, or the changed fields of an existing one (None clears)."""

    id: str
    kind: str
    values: Mapping[str, Any]
    new: bool = True


class Batch:
    """Collects drafts, and the problems that keep them from being saved."""

    def __init__(self, records: Records, new_id: Callable[[], str], today: date) -> None:
        """`new_id` makes an id that rises; words such as "yesterday" count from `today`."""
        self._records, self._new_id, self._today = records, new_id, today
        self._names = Names(records)
        self.drafts: list[Draft] = []
        self.problems: list[Problem] = []
        self.asked: list[str] = []
        """The ids of the requested records, in order; people created for links are not among them."""
        self.computed_days: list[date] = []
        """Days computed from words; the caller shows them in full."""
        self.namesakes: dict[str, Sequence[str]] = {}
        """The name of a person that is made for a link -> people with a name like it; the caller tells of them."""

    def add_typed(self, kind: str, texts: Mapping[str, Sequence[str]], identity: str = "") -> None:
        """Add a new record from texts by field name, as the command line and the forms give them.

        With an `identity` that follows from what is added, two computers that add the same make the same record.
        """
        self.asked.append(self._add(kind, self._read(kind, texts, _state_in(texts)), identity=identity))

    def add_json(self, given: object) -> None:
        """Add a new record from a JSON object with a `kind`, as `show --json` prints it.

        A link to a deleted record is a problem here, unlike in `edit`, which keeps it: see `Records.present`.
        """
        if not isinstance(given, Mapping):
            self.problems.append(Problem("", NOT_AN_OBJECT))
            return
        kind = given.get("kind")
        if kind is None:
            self.problems.append(Problem("kind", NEEDS_KIND))
            return
        if isinstance(kind, str) and kind in TEMPLATES:
            self.problems.append(Problem("kind", IS_TEMPLATE, {"kind": kind}))
            return
        if not isinstance(kind, str) or kind not in TABLES:
            self.problems.append(Problem("kind", NO_SUCH_KIND, {"kind": str(kind)}, tuple(nearest(str(kind), TABLES))))
            return
        values = {k: v for k, v in given.items() if k not in _NOT_THEIRS}
        self.asked.append(self._add(kind, values, older="created" in given))

    def named(self, kind: str, title: str) -> str:
        """The id of the record of this kind with this title; a new record is made when there is none."""
        found = self._names.find((kind,), title)
        if isinstance(found, str):
            return found
        return title if found else self._add(kind, {HEADINGS[kind]: title})

    def edit_typed(self, identity: str, kind: str, texts: Mapping[str, Sequence[str]]) -> None:
        """Change fields of an existing record; an empty text clears its field."""
        state = _state_in(texts) or getattr(self._records.find(record_type(kind), identity), "state", None)
        if "date" in texts:
            self.problems += planned.without_a_day(kind, state, "".join(texts["date"]))
        self.edit(identity, kind, self._read(kind, texts, state))

    def edit(self, identity: str, kind: str, values: Mapping[str, Any]) -> None:
        """Change fields of an existing record, as JSON values; None clears a field."""
        if kind == "rating" and _RATING_FIELDS.intersection(values):
            self.problems.append(Problem("", APPEND_ONLY))
        record = self._records.find(record_type(kind), identity)
        ready = self._linked(kind, _with_line_ends(kind, values), record)
        self.problems += states.ahead(ready, self._today)
        if record is not None:
            if isinstance(ready.get("pauses"), list):
                ready["pauses"] = states.kept(ready["pauses"], record)
            ready, wrong = states.of_edit(record, ready, self._today)
            self.problems += wrong
        if kind == "reflection" and "answers" in ready and "template" not in ready and record is not None:
            self._check(kind, {**ready, "template": getattr(record, "template", "")}, whole=False)
        else:
            self._check(kind, ready, whole=False)
        self._level(kind, ready, record)
        self.asked.append(identity)
        self.drafts.append(Draft(identity, kind, ready, new=False))

    def _add(self, kind: str, given: Mapping[str, Any], *, older: bool = False, identity: str = "") -> str:
        """Add a new record of these values; its id. Empty values are left out: a field that is not set is absent.

        `older` means that it was a record before: days of its state that are not given stay unknown.
        """
        values = {k: v for k, v in _with_line_ends(kind, given).items() if not (v is None or v in ("", [], {}))}
        if kind == "profile" and self._records.of_kind("profile"):
            self.edit(PROFILE_ID, kind, values)
            return self.asked.pop()
        if kind == "reflection":
            values.setdefault("template", DEFAULT_TEMPLATE)
        for name, field in fields(kind).items():
            if field.default is not None:
                values.setdefault(name, field.default)
        values.setdefault("date", self._today.isoformat())
        if not older:
            self.problems += states.ahead(values, self._today)
        ready = self._linked(kind, values if older else states.of_new(kind, values, self._today), None)
        self._check(kind, ready, whole=True)
        self._level(kind, ready, None)
        identity = PROFILE_ID if kind == "profile" else identity or self._new_id()
        for n, draft in enumerate(self.drafts if kind == "profile" else ()):
            if draft.id == identity:  # a second profile in one action: there is one, so the first draft is extended
                self.drafts[n] = draft._replace(values={**draft.values, **ready})
                return identity
        self._names.add(identity, kind, ready)
        self.drafts.append(Draft(identity, kind, ready))
        return identity

    def _read(self, kind: str, texts: Mapping[str, Sequence[str]], state: str | None) -> dict[str, Any]:
        """The values of these texts; the state of the record decides which of its days lie ahead."""
        known = fields(kind)
        values: dict[str, Any] = {}
        for name, given in texts.items():
            if name not in known:
                self.problems.append(Problem(name, UNKNOWN_FIELD, {"field": name}, tuple(nearest(name, known))))
                continue
            field = planned.field_of(kind, name, state)
            values[name], found = typed.read(name, field, given, self._today)
            self.problems += found
            if found:
                del values[name]
            elif field.sort == "day" and given and given[-1].strip():
                day = typed.computed_day(field, given[-1], self._today)
                self.computed_days += [day] if day else []
        return values

    def _check(self, kind: str, values: Mapping[str, Any], *, whole: bool) -> None:
        failed = {p.field for p in self.problems}
        self.problems += [p for p in validate(kind, values, whole=whole) if p.field not in failed]

    def _linked(self, kind: str, values: dict[str, Any], record: Record | None) -> dict[str, Any]:
        """Turn names into ids. A link that the record holds already can point to a record that is gone."""
        known = fields(kind)
        for name, value in list(values.items()):
            field = known.get(name)
            if field and field.sort == "link" and isinstance(value, str) and value.strip():
                values[name] = self._link(name, field, value, _held(record, name))
            elif field and field.sort == "links" and isinstance(value, list | tuple):
                held = _held(record, name)
                ids = [self._link(name, field, v, held) if isinstance(v, str) and v.strip() else v for v in value]
                values[name] = list(dict.fromkeys(ids))
        return values

    def _link(self, name: str, field: Field, words: str, held: Sequence[str]) -> str:
        if (name == "rater" and words == SELF) or words in held:
            return words
        found = self._names.find(field.to, words)
        if isinstance(found, Problem):
            self.problems.append(Problem(name, found.message, found.parameters))
            return words
        if found is not None:
            return found
        if field.to == ("person",) and not is_id(words):
            alike = self._names.near(("person",), words)
            if alike:
                self.namesakes[words] = alike
            return self._add("person", {"name": words})
        self.problems.append(Problem(name, UNKNOWN, {"name": words}, tuple(self._names.near(field.to, words))))
        return words

    def _level(self, kind: str, values: dict[str, Any], record: object) -> None:
        """Check that a level is a step of its skill's scale."""
        name = {"rating": "level", "skill": "target"}.get(kind)
        if name is None or values.get(name) is None:
            return
        scale, anchors = self._scale(kind, values, record)
        level = as_level(values[name], scale, anchors)
        if level is None:
            self.problems.append(not_a_choice(name, str(values[name]), [str(s) for s in steps(scale, anchors)]))
        else:
            values[name] = level

    def _scale(self, kind: str, values: Mapping[str, Any], record: object) -> tuple[str, Sequence[str]]:
        """The scale that applies and the keys of its own anchors."""
        if kind == "rating":
            identity = values.get("skill") or getattr(record, "skill", None)
            pending = self._names.values(str(identity))
            if pending is not None:
                return self._scale("skill", pending[1], None)
            record = self._records.find(record_type("skill"), str(identity))
            values = {}
        scale = values.get("scale") or getattr(record, "scale", None) or "independence"
        anchors = values.get("anchors") or getattr(record, "anchors", {})
        return str(scale), tuple(anchors) if isinstance(anchors, Mapping) else ()


def _state_in(texts: Mapping[str, Sequence[str]]) -> str:
    """The state that is typed with the other fields; empty when it is not."""
    return "".join(texts.get("state", ())).strip().casefold()


def _with_line_ends(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The values with a line feed for every line end in their texts."""
    known = fields(kind)
    return {k: _lines(v) if k in known and known[k].sort in _OF_WORDS else v for k, v in given.items()}


def _lines(value: Any) -> Any:
    if isinstance(value, str):
        return with_line_ends(value)
    if isinstance(value, Mapping):
        return {key: _lines(words) for key, words in value.items()}
    return [_lines(words) for words in value] if isinstance(value, list | tuple) else value


def _held(record: Record | None, name: str) -> Sequence[str]:
    """The ids that a record holds in a field of links."""
    value = getattr(record, attribute_name(name), None) or ()
    return (value,) if isinstance(value, str) else tuple(value)
