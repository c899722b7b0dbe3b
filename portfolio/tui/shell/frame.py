"""The frame of a screen: the place bar and the key bar, repainted when other actions become available."""

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


def has_widgets(screen: Screen[Any]) -> bool:
    """Whether its widgets can be shown: not before it is mounted, and not while it closes, when they are gone."""
    return screen.is_mounted and screen.is_running and screen.is_attached


class Frame:
    """Paints the place bar and the key bar of a screen."""

    def __init__(
        self,
        screen: Screen[Any],
        where: str,
        state: Callable[[], AppState | None],
        context: Callable[[], ActionContext],
        label: Callable[[Binding], str],
    ) -> None:
        """`screen` has a bar `#places` and a bar `#keys`; `where` is its id in the table of actions.

        `state` returns the state that the screen shows, `context` what decides which actions are available, and
        `label` the label of a key.
        """
        self._screen, self._where = screen, where
        self._state, self._context, self._label = state, context, label
        self._due = False
        self._shown: frozenset[tuple[Action, str]] = frozenset()
        """The available actions at the last paint of the key bar, with their labels."""

    def show(self) -> None:
        """Paint after the pending messages: once for several changes at the same time."""
        if not self._due:
            self._due = True
            self._screen.call_later(self._paint)

    def keys_changed(self) -> None:
        """Paint at once if other actions are available than painted; moving the cursor seldom changes them."""
        if self._available() != self._shown:
            self._paint()  # in the same frame as the new row

    def _available(self) -> frozenset[tuple[Action, str]]:
        context, here = self._context(), table.at(self._where)
        return frozenset((a, self._label(table.binding_of(a))) for a in here if a.available(context))

    def _paint(self) -> None:
        self._due = False
        screen, state = self._screen, self._state()
        if state is None or not has_widgets(screen):
            return
        width, _ = screen.app.size.width, state.words
        screen.query_one("#places", Bar).show(*places_line(self._where, state, width))
        if not screen.app.app_focus:
            return  # no widget has the focus meanwhile: leave the key bar unchanged
        self._shown = self._available()
        bindings = (active.binding for active in screen.active_bindings.values() if active.enabled)
        named = [dataclasses.replace(b, description=_.context("key", self._label(b))) for b in bindings]
        screen.query_one("#keys", Bar).show(keys_line(named, self._where, _, width))
