"""The legend of the lanes: only the symbols that were drawn, each with its meaning."""

from __future__ import annotations

from collections.abc import Collection
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


def legend(
    drawn: Collection[str], crowded: bool, width: int, signs: Signs, _: Words, *, twin: bool = True
) -> tuple[Row, ...]:
    """Return the legend of the symbols in `drawn`; if marks overlap (`crowded`) it says where all are listed.

    `twin` is False where the picture has no list beside it.
    """
    items = []
    for key, sign, role, meaning in MEANINGS:
        if key in drawn:
            drawn_as: str = getattr(signs, sign)
            items.append((drawn_as[1::2] if sign == "heights" else drawn_as, role, _(meaning)))
    rows = legend_rows(items, width)
    if crowded:
        note = _("{two} or {three}: how many at once.").format(two=signs.several[0], three=signs.several[1])
        hint = _("The list has them all.") if twin else ""
        rows += text_rows(f"{note} {hint}".strip(), width, "muted")
    return rows
