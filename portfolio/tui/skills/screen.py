"""Skills: where each began, where it is and where it is to go, with who says so and the evidence beside the claim."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from portfolio.tui.keymap import table
from portfolio.tui.records.list_screen import ListScreen
from portfolio.tui.skills.rows import listed, row_maker
from portfolio.wording import N_


class SkillsScreen(ListScreen):
    """The fifth place."""

    WHERE: ClassVar[str] = "skills"
    KINDS: ClassVar[tuple[str, ...]] = ("skill", "evidence")
    EMPTY: ClassVar[str] = N_(
        "No skills yet. Press {new} for a skill; press {add} on a skill to say which level you have."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]

    listed = staticmethod(listed)
    row_maker = staticmethod(row_maker)
