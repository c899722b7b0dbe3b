"""The settings screen: file, language and appearance, rhythm, profile and keys. Enter changes a row."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.folders import Surroundings
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.services.state import AppState
from portfolio.tui.settings.facts import Facts, facts_of
from portfolio.tui.settings.schema import SETTINGS, about, locked, setting_options, setting_rows
from portfolio.tui.shell.flow import flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.tui.widgets.two_pane import TwoPane

_BESIDE = 40
"""Width of the explanation beside the list, in cells."""


class SettingsScreen(BaseScreen[None]):
    """The settings, a place without a number."""

    WHERE: ClassVar[str] = "settings"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE, "settings")]
    DEFAULT_CSS = f"""
    SettingsScreen.-airy #places {{ margin-bottom: 1; }}
    SettingsScreen #settings {{ width: 1fr; }}
    SettingsScreen #about {{ width: {_BESIDE}; padding: 0 2; }}
    SettingsScreen #below {{ height: auto; padding: 1 2 0 3; }}
    """

    _around = Surroundings()
    """The folders found on this computer."""
    _wanted: str | None = None
    """The row to go to when the rows are shown next."""

    def __init__(self) -> None:
        """Start with an empty list."""
        super().__init__()
        self._rows: Final = Rows(id="settings")
        self._panes: Final = TwoPane(self._rows, Lines(id="about", can_focus=False))

    def body(self) -> ComposeResult:
        """Lay out the list, with the explanation beside or below it."""
        yield self._panes
        yield Lines(id="below", can_focus=False)

    def on_mount(self) -> None:
        """Look for folders in a worker."""
        self.run_worker(self._look_around())

    async def _look_around(self) -> None:
        self._around = await self.services.worker.aside(self.services.preferences.start.look_around)
        self._fill()

    def show(self, state: AppState) -> None:  # noqa: ARG002 - `facts` reads the state
        """Fill the list for the current size."""
        self._panes.lay_out()
        self.query_one("#below").display = not self._panes.wide
        self.set_focus(self._rows)
        self._fill()
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        self._rows.show_rows(FixedRows(setting_rows(self.facts(), self.words, self._rows.room)), at=self._wanted)
        self._wanted = None
        self._tell()

    def show_setting(self, key: str) -> None:
        """Go to the row of a setting, now or as soon as there are rows."""
        self._wanted = key
        if self.is_open and self._rows.key:
            self._fill()

    def facts(self) -> Facts:
        """Return the current choices."""
        return facts_of(self.services, self.state or self.services.state, self._around)

    def current_context(self) -> ActionContext:
        """Return the context of the keys with the row under the cursor, when it can be changed."""
        key = self._rows.key
        row = key if key and not locked(key, self.facts(), self.words) else ""
        return super().current_context()._replace(row=row, deeper=True)

    @on(Rows.Reached)
    def _reached(self) -> None:
        self._tell()
        self.refresh_bindings()

    def _tell(self) -> None:
        """Show the explanation of the row."""
        key, facts, _ = self._rows.key, self.facts(), self.words
        if not key:
            return
        if self._panes.wide:
            self.query_one("#about", Lines).show(about(key, facts, _, _BESIDE - 5))
        else:
            self.query_one("#below", Lines).show_all(about(key, facts, _, max(self.app.size.width - 5, 20)))

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Change the row under the cursor."""
        key, facts = self._rows.key, self.facts()
        change = SETTINGS[key].change if key and not locked(key, facts, self.words) else None
        if change is not None:
            self.run_worker(change(self, facts))

    @flow
    async def action_search(self) -> None:
        """Find a setting or a key by what is typed, and go to its row."""
        _ = self.words
        options = setting_options(self.facts(), _)
        key = await self.ask(PickDialog(_("Which setting or key?"), options, at=self._rows.key))
        if key is not None:
            self.show_setting(key)

    def action_back(self) -> None:
        """Go back to the previous place."""
        self.services.navigator.go(self.services.navigator.came_from)

    def action_settings(self) -> None:
        """Go back: the settings key closes the settings too."""
        self.action_back()
