"""The frame of a screen: the places above, the keys below, kept true when something else can be done."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from textual.binding import Binding
from textual.screen import Screen

from portfolio.tui.keymap import table
from portfolio.tui.keymap.action import Action
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.bars import keys_line, places_line
from portfolio.tui.widgets.bars import Bar


class Frame:
    """Paints the two bars of a screen, and only when they say something else."""

    def __init__(
        self,
        screen: Screen[Any],
        where: str,
        look: Callable[[], AppState | None],
        situation: Callable[[], ActionContext],
        label: Callable[[Binding], str],
    ) -> None:
        """`screen` has a bar `#places` and a bar `#keys`; `where` is its id in the table of actions.

        `look` gives what it shows, `situation` what decides which actions can be done, `label` the words of a key.
        """
        self._screen, self._where = screen, where
        self._look, self._situation, self._label = look, situation, label
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
        situation, here = self._situation(), table.at(self._where)
        return frozenset((a, self._label(table.binding_of(a))) for a in here if a.available(situation))

    def _paint(self) -> None:
        self._due = False
        screen, look = self._screen, self._look()
        if look is None or not screen.is_attached:
            return
        width, _ = screen.app.size.width, look.words
        screen.query_one("#places", Bar).show(*places_line(self._where, look, width))
        if not screen.app.app_focus:
            return  # Textual takes the focus from every widget meanwhile: the keys stay as they were
        self._shown = self._available()
        bindings = (active.binding for active in screen.active_bindings.values() if active.enabled)
        named = [dataclasses.replace(b, description=_.context("key", self._label(b))) for b in bindings]
        screen.query_one("#keys", Bar).show(keys_line(named, self._where, _, width))
