"""The frame of a screen: the places above, the keys below, kept true when something else can be done."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from portfolio.tui.keymap import table
from portfolio.tui.keymap.action import Action
from portfolio.tui.shell.bars import keys_line, places_line
from portfolio.tui.widgets.bars import Bar

if TYPE_CHECKING:
    from portfolio.tui.shell.screen import BaseScreen


class Frame:
    """Paints the two bars of a screen, and only when they say something else."""

    def __init__(self, screen: BaseScreen[Any]) -> None:
        """`screen` has a bar `#places` and a bar `#keys`."""
        self._screen = screen
        self._due = False
        self._shown: frozenset[tuple[Action, str]] = frozenset()
        """The actions that the line of keys shows as possible, with their labels."""

    def show(self) -> None:
        """Paint once, after everything that changed together."""
        if not self._due:
            self._due = True
            self._screen.call_later(self._paint)

    def keys_changed(self) -> None:
        """Paint at once when something else can be done; a moving cursor seldom changes that."""
        if self._available() != self._shown:
            self._paint()  # in the same frame as the row that the cursor came to

    def _available(self) -> frozenset[tuple[Action, str]]:
        screen = self._screen
        situation = screen.situation()
        return frozenset(
            (action, screen.label(table.binding_of(action)))
            for action in table.at(screen.WHERE)
            if action.available(situation)
        )

    def _paint(self) -> None:
        self._due = False
        screen, look = self._screen, self._screen.look
        if look is None or not screen.is_attached:
            return
        width, _ = screen.app.size.width, screen.words
        screen.query_one("#places", Bar).show(*places_line(screen.WHERE, look, width))
        if not screen.app.app_focus:
            return  # Textual takes the focus from every widget meanwhile: the keys stay as they were
        self._shown = self._available()
        bindings = (active.binding for active in screen.active_bindings.values() if active.enabled)
        named = [dataclasses.replace(b, description=_.context("key", screen.label(b))) for b in bindings]
        screen.query_one("#keys", Bar).show(keys_line(named, screen.WHERE, _, width))
