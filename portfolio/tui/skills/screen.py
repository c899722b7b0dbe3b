"""The Skills place: start, present and target level of each skill, with its evidence."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from portfolio.tui.keymap import table
from portfolio.tui.records.list_screen import ListScreen
from portfolio.tui.skills.rows import listed, row_maker
from portfolio.wording import N_


class SkillsScreen(ListScreen):
    """The Skills place."""

    WHERE: ClassVar[str] = "skills"
    KINDS: ClassVar[tuple[str, ...]] = ("skill", "evidence")
    EMPTY: ClassVar[str] = N_(
        "No skills yet. Press {new} for a skill; press {add} on a skill to say which level you have."
    )
    DEFAULT_CSS = """
    SkillsScreen #list { width: 3fr; }
    SkillsScreen #text { width: 2fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]

    listed = staticmethod(listed)
    row_maker = staticmethod(row_maker)
