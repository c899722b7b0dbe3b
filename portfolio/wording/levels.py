"""The words for levels: the scale of independence, yes and no, and "no level".

The scale measures how much help a task still needs, as entrustment scales do (ten Cate 2005), since colleagues can
observe that. Levels are ordinal: nothing here adds or averages them. CEFR levels are shown by their codes (Council of
Europe 2001) and the user's own levels as typed.
"""

from __future__ import annotations

from typing import Final

from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words

YES_NO: Final[dict[str, str]] = {"yes": N_("yes"), "no": N_("no")}

SCALE: Final[tuple[tuple[str, str], ...]] = (
    (N_("Not yet"), N_("I have not done this yet.")),
    (N_("Beginner"), N_("I know how it goes and do it with someone, or with a step-by-step guide.")),
    (N_("With help"), N_("I do it myself while someone watches or checks.")),
    (N_("Independent"), N_("I do the ordinary cases alone and ask for help with unusual ones.")),
    (N_("Advanced"), N_("I handle difficult and new cases and can explain why I do it that way.")),
    (N_("Expert"), N_("I teach others and improve the way we work.")),
)
"""Message ids of name and anchor of levels 0 to 5 of the scale of independence, in English."""


def level_name(n: int, _: Words) -> str:
    """Return the name of level `n`: "Independent", "Zelfstandig"; outside 0–5 the number itself."""
    return _(SCALE[n][0]) if 0 <= n < len(SCALE) else str(n)


def level_anchor(n: int, _: Words) -> str:
    """Return the description of level `n` in the first person; empty outside 0–5."""
    return _(SCALE[n][1]) if 0 <= n < len(SCALE) else ""


def level_label(value: int | str | None, _: Words, scale: str = "") -> str:
    """Return a level in words: "3 Independent" for a number, "yes" for a permit, the text itself on other scales.

    `scale` matters only for the texts "yes" and "no": on a custom scale or CEFR they stay as typed.
    """
    if value is None or value == "":
        return no_level(_)
    if isinstance(value, int):
        name = level_name(value, _)
        return name if name == str(value) else f"{value} {name}"
    if value in YES_NO and scale in ("", "yes_no"):
        return _(YES_NO[value])
    return clean_line(value)


def no_level(_: Words) -> str:
    """Return "no level": a skill without a rating has no level, which is not level 0."""
    return _("no level")


def yes_no(value: bool, _: Words) -> str:
    """Return yes or no for a truth value."""
    key = "yes" if value else "no"
    return _(YES_NO[key])
