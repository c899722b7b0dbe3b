"""The options of a field: fixed values, levels with their meaning, and records by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple, Protocol

from portfolio.capture.entry import Entry, spec_of
from portfolio.journey.facts.skill_history import skill_histories
from portfolio.journey.fold import fold
from portfolio.journey.search.tags import tags
from portfolio.present.titles import heading
from portfolio.records.collection import Records
from portfolio.records.fields import LISTS, Field
from portfolio.records.goals import Goal
from portfolio.records.identity import is_id
from portfolio.records.kinds import TABLES
from portfolio.records.levels import SELF, steps
from portfolio.records.persons import Person
from portfolio.records.record import Record
from portfolio.records.skills import Skill
from portfolio.sanitise import clean_line, on_one_line
from portfolio.wording import Words
from portfolio.wording.dates import day_short
from portfolio.wording.learning_forms import form_sides
from portfolio.wording.levels import level_anchor, level_label, yes_no
from portfolio.wording.names import capital, choice_label, kind_name

NAMEABLE: Final = ("goal", "skill", "evidence", "person")
"""Kinds of which a new record can be made from its name alone."""
_SMALL: Final = 10
"""A whole number with fewer possible values than this is chosen, not typed."""


class Facts(Protocol):
    """What options are made from; a face passes its own state."""

    @property
    def words(self) -> Words:
        """The translator."""

    @property
    def records(self) -> Records:
        """The records that may be shown."""

    @property
    def today(self) -> date:
        """The user's calendar day."""


class Option(NamedTuple):
    """One option."""

    key: str
    label: str
    right: str = ""
    about: str = ""
    """Explanation in a sentence, shown below it."""
    possible: bool = True
    """Whether it can be had now; otherwise it is shown muted, and its explanation says what it needs."""


def is_chosen(spec: Field) -> bool:
    """Whether a field is filled from a list of options."""
    if spec.sort == "whole":
        return spec.high is not None and spec.high - (spec.low or 0) < _SMALL
    return spec.sort not in ("text", "day", "number", "keyed", "pauses")


def takes_several(spec: Field) -> bool:
    """Whether more than one option can be chosen."""
    return spec.sort in LISTS


def new_kind(spec: Field) -> str:
    """Return the kind of which a new record can be made in this field; "tag" for tags; empty when none can."""
    if spec.sort == "texts":
        return "tag"
    made = [kind for kind in spec.to if kind in NAMEABLE]
    return made[0] if made else ""


def options_of(entry: Entry, field: str, facts: Facts) -> list[Option]:
    """Return the options of a field of an entry."""
    spec, _ = spec_of(entry, field), facts.words
    match spec.sort:
        case "choice" | "choices":
            about = form_sides if field in ("form", "forms") else _nothing_about
            return [Option(v, choice_label(field, v, _, entry.kind), about=about(v, _)) for v in spec.choices]
        case "flag":
            known = field == "shareable"
            return [
                Option("yes", choice_label(field, True, _) if known else yes_no(True, _)),
                Option("", choice_label(field, False, _) if known else yes_no(False, _)),
            ]
        case "whole" | "wholes":
            low, high = int(spec.low or 0), int(spec.high or 0)
            return [Option(str(n), choice_label(field, n, _, entry.kind)) for n in range(low, high + 1)]
        case "texts":
            return [Option(tag, clean_line(tag)) for tag in tags_of(facts)]
        case "level":
            return levels_of(entry, facts)
    found = [option for kind in spec.to or tuple(TABLES) for option in named(kind, facts, entry.record)]
    found += lost_links(entry, field, facts)
    return [Option(SELF, _("yourself")), *found] if field == "rater" else found


def _nothing_about(_value: str, _: Words) -> str:
    return ""


def named(kind: str, facts: Facts, but: str = "") -> list[Option]:
    """Return the records of a kind, without the record with id `but`.

    Active goals come first; skills and people are sorted by name; other kinds are newest first.
    """
    records = [r for r in reversed(facts.records.of_kind(kind)) if r.id != but]
    if kind == "goal":
        records.sort(key=lambda r: isinstance(r, Goal) and r.state != "active")
    if kind in ("person", "skill"):
        records.sort(key=lambda r: fold(r.heading))
    return [Option(r.id, heading(r, facts.records, facts.words), _beside(r, facts.words)) for r in records]


def _beside(record: Record, _: Words) -> str:
    """Return the text that tells a record from another one with the same name."""
    match record:
        case Goal():
            return choice_label("state", record.state, _, "goal")
        case Person():
            return clean_line(record.role or "") or capital(kind_name("person", _))
        case Skill():
            return capital(kind_name("skill", _))
    return day_short(record.date, _)


def lost_links(entry: Entry, field: str, facts: Facts) -> list[Option]:
    """Return the links in a field to deleted records, so that they can be removed."""
    lost = (line for line in entry.lines(field) if is_id(line) and facts.records.get(line) is None)
    return [Option(line, _link_words(line, facts)) for line in lost]


def levels_of(entry: Entry, facts: Facts) -> list[Option]:
    """Return the levels of the scale that applies, each with its meaning."""
    _ = facts.words
    scale, anchors = entry.text("scale") or "independence", dict(_anchors(entry.lines("anchors")))
    if entry.kind == "rating":
        skill = facts.records.find(Skill, entry.text("skill"))
        scale, anchors = (skill.scale, dict(skill.anchors)) if skill else ("independence", {})
    found = []
    for step in steps(scale, anchors):
        own = clean_line(anchors.get(str(step), ""))
        about = own or (level_anchor(step, _) if isinstance(step, int) else "")
        found.append(Option(str(step), level_label(step, _, scale), about=about))
    return found


def current(entry: Entry, field: str, facts: Facts) -> str:
    """Return the present value of what a field describes: the current level of the skill, for a new rating."""
    if entry.kind != "rating" or field != "level":
        return ""
    history = skill_histories(facts.records, facts.today).get(entry.text("skill"))
    return str(history.now.level) if history is not None and history.now is not None else ""


def _anchors(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        key, equals, words = line.partition("=")
        if equals and not line.startswith(" "):  # otherwise it continues the previous line
            yield key.strip(), words


def tags_of(facts: Facts) -> list[str]:
    """Return every tag in use, the most used first."""
    return [on_one_line(tag.name) for tag in tags(facts.records)]


def new_names(entry: Entry, field: str, facts: Facts) -> list[Option]:
    """Return the names in a field for which a record will be made, so that they can be removed."""
    if spec_of(entry, field).sort not in ("link", "links"):
        return []
    new = (line for line in entry.lines(field) if line != SELF and not is_id(line) and facts.records.get(line) is None)
    return [Option(line, _link_words(line, facts)) for line in new]


def chosen_words(entry: Entry, field: str, facts: Facts) -> list[str]:
    """Return the values of a field in words, one per value."""
    spec, _ = spec_of(entry, field), facts.words
    if field == "shareable":
        return [choice_label(field, entry.text(field) == "yes", _)]
    found = []
    for line in entry.lines(field):
        if spec.sort in ("link", "links"):
            found.append(_link_words(line, facts))
        else:
            known = next((o.label for o in options_of(entry, field, facts) if o.key == line), None)
            found.append(known or clean_line(line))
    return found


def _link_words(line: str, facts: Facts) -> str:
    _ = facts.words
    if line == SELF:
        return _("yourself")
    record = facts.records.get(line)
    if record is not None:
        return heading(record, facts.records, _)
    if is_id(line):
        return _("(deleted)")
    return _("{name} (new)").format(name=clean_line(line))


def narrowed(options: Sequence[Option], words: str) -> list[Option]:
    """Return the options in which each of the words starts a word; those that match in their label come first."""
    wanted = fold(words).split()
    if not wanted:
        return list(options)
    found = [o for o in options if _fits(fold(f"{o.label} {o.right} {o.about}"), wanted)]
    return sorted(found, key=lambda o: not _fits(fold(o.label), wanted))


def _fits(text: str, wanted: Iterable[str]) -> bool:
    padded = " " + "".join(c if c.isalnum() else " " for c in text)
    return all(f" {word}" in padded or word in text.split() for word in wanted)
