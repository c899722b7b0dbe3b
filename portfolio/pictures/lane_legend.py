"""The legend of the lanes: only the symbols that were drawn, each with its meaning."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from portfolio.pictures.canvas import Role, Row, legend_rows, text_rows
from portfolio.pictures.signs import Signs
from portfolio.wording import N_, Words

MEANINGS: Final[tuple[tuple[str, str, Role, str], ...]] = (
    ("levels", "heights", "level3", N_("level")),
    ("level", "level", "mark", N_("level noted")),
    ("up", "up", "rise", N_("level up")),
    ("down", "down", "fall", N_("level adjusted")),
    ("other", "other", "other", N_("level by someone else")),
    ("start", "start", "mark", N_("start")),
    ("active", "active", "bar", N_("under way")),
    ("ahead", "ahead", "bar_rest", N_("to come")),
    ("planned", "planned", "planned", N_("planned")),
    ("achieved", "achieved", "achieved", N_("achieved")),
    ("dropped", "dropped", "dropped", N_("dropped")),
    ("target", "target", "target", N_("review date")),
    ("story", "story", "story", N_("story")),
    ("milestone", "milestone", "milestone", N_("milestone")),
    ("certificate", "certificate", "certificate", N_("certificate")),
    ("step", "step", "step", N_("step")),
    ("conversation", "conversation", "conversation", N_("conversation")),
    ("top", "top", "top", N_("strength")),
    ("tip", "tip", "tip", N_("suggestion")),
    ("both", "both", "both", N_("strength and suggestion")),
    ("feedback", "feedback", "mark", N_("feedback")),
    ("paused", "paused", "paused", N_("start of a pause")),
    ("pause", "pause", "paused", N_("paused")),
    ("resumed", "resumed", "mark", N_("taken up again")),
    ("unknown", "unknown", "muted", N_("day not known")),
)
"""What was drawn, the name of its symbol, its role and its meaning: levels and goals, then moments, then pauses.

The lane of entries says what its marks are.
"""
_OTHERS: Final[tuple[tuple[str, str, Role, str], ...]] = (
    ("entry", "entry", "entry", N_("note")),
    ("beyond", "beyond", "bar_rest", N_("goes on after this")),
    ("now", "now", "now", N_("today")),
)
"""Symbols that explain themselves in the picture; they are in the list of all symbols only."""


def drawn_span(state: str) -> str:
    """Return the name in `MEANINGS` of a stretch of a goal in this state; "paused" is the mark where a pause starts."""
    return "pause" if state == "paused" else state


def key(drawn: Collection[str], signs: Signs, _: Words) -> tuple[tuple[str, Role, str], ...]:
    """Return every symbol in `drawn`, with its role and its meaning, in the order of `MEANINGS`."""
    return (*(item for _name, item in _explained(drawn, signs, _)), *_rest(drawn, signs, _))


def most_frequent_first(drawn: Mapping[str, int], signs: Signs, _: Words) -> tuple[tuple[str, Role, str], ...]:
    """Return the symbols that do not explain themselves, with their roles and meanings, the most frequent first."""
    return tuple(item for _name, item in sorted(_explained(drawn, signs, _), key=lambda each: -drawn[each[0]]))


def _explained(drawn: Collection[str], signs: Signs, _: Words) -> list[tuple[str, tuple[str, Role, str]]]:
    found = [(name, _item(sign, role, words, signs, _)) for name, sign, role, words in MEANINGS if name in drawn]
    if "several" in drawn:
        found.append(("several", (f"{signs.several[0]} {signs.several[1]}", "caption", _("this many in one place"))))
    return found


def _rest(drawn: Collection[str], signs: Signs, _: Words) -> list[tuple[str, Role, str]]:
    return [_item(sign, role, words, signs, _) for name, sign, role, words in _OTHERS if name in drawn]


def _item(sign: str, role: Role, words: str, signs: Signs, _: Words) -> tuple[str, Role, str]:
    drawn_as: str = getattr(signs, sign)
    return drawn_as[1::2] if sign == "heights" else drawn_as, role, _(words)


def legend(drawn: Collection[str], width: int, signs: Signs, _: Words, *, twin: bool = True) -> tuple[Row, ...]:
    """Return the legend of the symbols in `drawn`; if marks overlap it says where all are listed.

    `twin` is False where the picture has no list beside it.
    """
    items = [_item(sign, role, words, signs, _) for name, sign, role, words in MEANINGS if name in drawn]
    rows = legend_rows(items, width)
    if "several" in drawn:
        note = _("{two} or {three}: how many in one place.").format(two=signs.several[0], three=signs.several[1])
        hint = _("The list has them all.") if twin else ""
        rows += text_rows(f"{note} {hint}".strip(), width, "muted")
    return rows
