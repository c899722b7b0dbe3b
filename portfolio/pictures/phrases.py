"""Short phrases for what happened, shared by the lists, the timeline and the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from portfolio.journey.facts.marks import Mark
from portfolio.journey.facts.moments import Moment
from portfolio.journey.facts.people import Who
from portfolio.pictures.canvas import Sentence, safe_line
from portfolio.pictures.signs import UNICODE, Signs
from portfolio.records.levels import Level
from portfolio.wording import N_, Words
from portfolio.wording.dates import day_short
from portfolio.wording.levels import level_label
from portfolio.wording.names import capital, choice_label, kind_name
from portfolio.wording.outline import role_word

_PHRASES: Final[dict[str, str]] = {
    "start": N_("Goal started: {text}"),
    "achieved": N_("Goal achieved: {text}"),
    "dropped": N_("Goal dropped: {text}"),
    "paused": N_("Goal paused: {text}"),
    "resumed": N_("Goal taken up again: {text}"),
    "level": N_("Level: {text} {level}"),
    "first": N_("First level: {text} {level}"),
    "up": N_("Level up: {text} {before} {arrow} {level}"),
    "down": N_("Level adjusted: {text} {before} {arrow} {level}"),
    "changed": N_("Level: {text} {before} {arrow} {level}"),
    "other": N_("Level according to {who}: {text} {level}"),
    "story": N_("Story: {text}"),
    "milestone": N_("Milestone: {text}"),
    "certificate": N_("Certificate: {text}"),
    "shared_knowledge": N_("Knowledge shared: {text}"),
    "step": N_("Step done: {text}"),
    "target": N_("Review date: {text}"),
    "top": N_("Strength: {text}"),
    "tip": N_("Suggestion: {text}"),
    "both": N_("Strength and suggestion: {text}"),
    "feedback": N_("Feedback: {text}"),
}

_OF_MOMENT: Final[dict[str, str]] = {
    "goal_started": "start",
    "goal_reached": "achieved",
    "goal_paused": "paused",
    "goal_resumed": "resumed",
    "goal_dropped": "dropped",
    "level_first": "first",
    "level_up": "up",
    "level_down": "down",
    "level_changed": "changed",
    "level_other": "other",
}


def moment_words(moment: Moment, _: Words, signs: Signs = UNICODE) -> str:
    """Return a moment without its day; a conversation includes what was agreed."""
    words = _happened(_OF_MOMENT.get(moment.kind, moment.kind), moment, _, signs)
    if moment.agreements:
        agreed = "; ".join(safe_line(text) for text in moment.agreements)
        words = _("{conversation}; agreed: {agreements}").format(conversation=words, agreements=agreed)
    return words


def mark_words(mark: Mark, _: Words, signs: Signs = UNICODE) -> str:
    """Return a mark without its day: "Level up: Fault finding 1 → 2"."""
    key = "changed" if mark.kind == "level" and mark.before is not None else mark.kind
    return _happened(key, mark, _, signs)


def mark_sentences(marks: Sequence[Mark], _: Words, signs: Signs = UNICODE) -> tuple[Sentence, ...]:
    """Return the marks of one place with their days: "27 Jun 2025 Level up: Fault finding 1 → 2"."""
    return tuple(Sentence(m.id, on_its_day(m.date, mark_words(m, _, signs), _, signs), m.date) for m in marks)


def moment_sentences(moment: Moment, _: Words, signs: Signs = UNICODE) -> tuple[Sentence, ...]:
    """Return a moment with its day."""
    return (Sentence(moment.id, on_its_day(moment.date, moment_words(moment, _, signs), _, signs), moment.date),)


def on_its_day(day: date, words: str, _: Words, signs: Signs = UNICODE) -> str:
    """Put the day before the words, as under the cursor and in the lists."""
    return f"{signs.own(day_short(day, _))}  {words}"


def _happened(key: str, what: Mark | Moment, _: Words, signs: Signs) -> str:
    if key == "conversation":
        return conversation_words(what.sort, what.who, _)
    if key == "entry" and not safe_line(what.text):
        return capital(kind_name("reflection", _))
    phrase = _PHRASES.get(key)
    if phrase is None:
        return safe_line(what.text)
    scale = what.scale if isinstance(what, Moment) else ""
    return _(phrase).format(
        text=safe_line(what.text),
        level=level_short(what.level, scale, _),
        before=level_short(what.before, scale, _),
        arrow=signs.arrow,
        who=who_words(what.who, _) if key == "other" else "",
    )


def conversation_words(sort: str, who: Who | None, _: Words) -> str:
    """Return the kind of conversation and with whom: "Progress review with manager"."""
    kind = capital(choice_label("sort", sort, _, "conversation"))
    if who is None:
        return kind
    return _("{conversation} with {who}").format(conversation=kind, who=who_words(who, _))


def who_words(who: Who | None, _: Words) -> str:
    """Return a person by name, else by role, else "colleague"; "yourself" for None.

    What is shared holds no name of a person who may not be named: there the name is the role.
    """
    if who is not None and who.name.strip() and who.name != who.role:
        return safe_line(who.name)
    return role_words(who, _)


def role_words(who: Who | None, _: Words) -> str:
    """Return a person by role, else by name, else "colleague"; "yourself" for None."""
    if who is None:
        return _("yourself")
    if who.role.strip():
        return safe_line(role_word(who.role, _))
    return safe_line(who.name) or _("colleague")


def level_short(level: Level | None, scale: str, _: Words) -> str:
    """Return a level as short as possible: its number, its code, yes or no, or the user's own word; empty for None."""
    if level is None:
        return ""
    return str(level) if isinstance(level, int) else safe_line(level_label(level, _, scale))


def state_word(state: str, _: Words) -> str:
    """Return the state of a goal or agreement in words, also when it is planned or unknown."""
    words = {"planned": N_("planned"), "unknown": N_("status at that time not known")}
    return _(words[state]) if state in words else choice_label("state", state, _, "goal")


_MOST_LEVELS: Final = 6


def levels_words(levels: Sequence[Level], scale: str, _: Words) -> str:
    """Return levels in order of time: "1 to 2 to 1"; of many only the first and last ones."""
    words = [level_short(level, scale, _) for level in levels]
    if len(words) > _MOST_LEVELS:
        words = [*words[:3], "…", *words[-2:]]
    return _(" to ").join(words)
