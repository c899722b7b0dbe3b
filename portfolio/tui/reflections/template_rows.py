"""Options of the reflection templates, short ones first, with their duration and use."""

from __future__ import annotations

from typing import Final

from portfolio.capture.options import Option
from portfolio.wording import Words
from portfolio.wording.prompts import TEMPLATES, template_name, template_use

ORDER: Final = (
    "note", "success", "mistake", "shared_knowledge", "three_minutes", "log", "what_so_what", "start_stop_continue",
    "four_l", "after_action", "abcd", "starr", "kolb", "gibbs", "korthagen", "week", "checkin", "quarter",
)  # fmt: skip
"""Templates from shortest to longest."""


def template_options(_: Words) -> list[Option]:
    """Return an option for each template."""
    return [Option(key, template_name(key, _), minutes_of(key, _), template_use(key, _)) for key in ORDER]


def minutes_of(key: str, _: Words) -> str:
    """Return the usual duration in words."""
    minutes = TEMPLATES[key].minutes
    if minutes is None:
        return _("a line or more")
    return _("{low}–{high} min").format(low=minutes[0], high=minutes[1])
