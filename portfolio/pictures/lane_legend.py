"""The legend of the lanes: only the symbols that were drawn, each with its meaning."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from portfolio.pictures.canvas import Role, Row, legend_rows, text_rows
from portfolio.pictures.signs import Signs
from portfolio.wording import N_, Words

MEANINGS: Final[tuple[tuple[str, str, Role, str], ...]] = (
    ("start", "start", "mark", N_("start")),
    ("active", "active", "bar", N_("under way")),
    ("ahead", "ahead", "bar_rest", N_("to come")),
    ("paused", "pause", "paused", N_("paused")),
    ("planned", "planned", "planned", N_("planned")),
    ("resumed", "resumed", "mark", N_("taken up again")),
    ("unknown", "unknown", "muted", N_("day not known")),
    ("up", "up", "rise", N_("level up")),
    ("down", "down", "fall", N_("level adjusted")),
    ("levels", "heights", "level3", N_("level")),
    ("other", "other", "other", N_("level by someone else")),
    ("story", "story", "story", N_("story")),
    ("milestone", "milestone", "milestone", N_("milestone")),
    ("certificate", "certificate", "certificate", N_("certificate")),
    ("step", "step", "step", N_("step")),
    ("achieved", "achieved", "achieved", N_("achieved")),
    ("dropped", "dropped", "dropped", N_("dropped")),
    ("target", "target", "target", N_("review date")),
    ("conversation", "conversation", "conversation", N_("conversation")),
    ("top", "top", "top", N_("strength")),
    ("tip", "tip", "tip", N_("suggestion")),
    ("both", "both", "both", N_("strength and suggestion")),
    ("feedback", "feedback", "mark", N_("feedback")),
)
"""What was drawn, the name of its symbol, its role and its meaning. The lane of entries says what its marks are."""
_OTHERS: Final[tuple[tuple[str, str, Role, str], ...]] = (
    ("entry", "entry", "entry", N_("note")),
    ("beyond", "beyond", "bar_rest", N_("goes on after this")),
    ("now", "now", "now", N_("today")),
)
"""Symbols that explain themselves in the picture; they are in the list of all symbols only."""


def key(drawn: Mapping[str, int], signs: Signs, _: Words) -> tuple[tuple[str, Role, str], ...]:
    """Return every symbol in `drawn`, with its role and its meaning: the most frequent first, then the others."""
    crowd = f"{signs.several[0]} {signs.several[1]}"
    found = [(drawn[name], _item(sign, role, words, signs, _)) for name, sign, role, words in MEANINGS if name in drawn]
    if "several" in drawn:
        several: tuple[str, Role, str] = (crowd, "caption", _("this many at once"))
        found.append((drawn["several"], several))
    often = sorted(found, key=lambda each: -each[0])
    rest = (_item(sign, role, words, signs, _) for name, sign, role, words in _OTHERS if name in drawn)
    return (*(item for _n, item in often), *rest)


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
        note = _("{two} or {three}: how many at once.").format(two=signs.several[0], three=signs.several[1])
        hint = _("The list has them all.") if twin else ""
        rows += text_rows(f"{note} {hint}".strip(), width, "muted")
    return rows
