"""The settings, in plain words: your file, language and looks, rhythm, who you are, keys. Enter changes a row."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from portfolio.folders import Surroundings, cloud_name
from portfolio.records.persons import Profile
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.services.state import AppState
from portfolio.tui.settings.schema import SETTINGS, Facts, about, locked, setting_rows
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.tui.widgets.two_pane import WIDE

_BESIDE = 40
"""Cells of what stands beside the list."""


class SettingsScreen(BaseScreen[None]):
    """A place without a number."""

    WHERE: ClassVar[str] = "settings"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE, "settings")]
    DEFAULT_CSS = f"""
    SettingsScreen Horizontal {{ height: 1fr; }}
    SettingsScreen #settings {{ width: 1fr; }}
    SettingsScreen #about {{ width: {_BESIDE}; padding: 0 2; border-left: solid $line; }}
    SettingsScreen #below {{ height: auto; padding: 1 2 0 3; }}
    """

    _around = Surroundings()
    """What was found on this machine."""

    def body(self) -> ComposeResult:
        """The list, with what the row is about beside it or below."""
        with Horizontal():
            yield Rows(id="settings")
            yield Lines(id="about", can_focus=False)
        yield Lines(id="below", can_focus=False)

    def on_mount(self) -> None:
        """Look which folders there are, once."""
        self.run_worker(self._look_around())

    async def _look_around(self) -> None:
        self._around = await self.services.worker.aside(self.services.preferences.start.look_around)
        self._fill()

    def show(self, look: AppState) -> None:  # noqa: ARG002 - the facts are asked for where they are used
        """Fill the list, for the size there is."""
        self.query_one("#about").display, self.query_one("#below").display = self._wide, not self._wide
        self.set_focus(self.query_one("#settings"))
        self._fill()
        self.call_after_refresh(self._fill)

    @property
    def _wide(self) -> bool:
        return self.app.size.width >= WIDE

    def _fill(self) -> None:
        rows = self.query_one("#settings", Rows)
        rows.show_rows(FixedRows(setting_rows(self.facts(), self.words, rows.room)))
        self._tell()

    def facts(self) -> Facts:
        """What is chosen now."""
        start, look = self.services.preferences.start, self.look or self.services.state
        return Facts(
            file=start.locations.data_file,
            copy=start.locations.shadow_folder,
            theme=self.services.preferences.theme.title(self.words),
            cloud=cloud_name(start.locations.data_file, self._around.clouds),
            fixed_by=start.fixed_by,
            demo=start.demo,
            alone=look.alone,
            writable=look.writable,
            animations=start.settings.animations,
            ascii=start.settings.ascii,
            profile=next(iter(look.records.of(Profile)), None),
            own=start.own_keys,
            around=self._around,
        )

    def situation(self) -> ActionContext:
        """The row that the cursor is on, when it can be changed; from here there is always a way back."""
        key = self.query_one("#settings", Rows).key
        row = key if key and not locked(key, self.facts(), self.words) else ""
        return super().situation()._replace(row=row, deeper=True)

    @on(Rows.Reached)
    def _reached(self) -> None:
        self._tell()
        self.refresh_bindings()

    def _tell(self) -> None:
        """Say what the row is about."""
        key, facts, _ = self.query_one("#settings", Rows).key, self.facts(), self.words
        if not key:
            return
        if self._wide:
            self.query_one("#about", Lines).show(about(key, facts, _, _BESIDE - 5))
        else:
            self.query_one("#below", Lines).show_all(about(key, facts, _, max(self.app.size.width - 5, 20)))

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Change the row that the cursor is on."""
        key, facts = self.query_one("#settings", Rows).key, self.facts()
        change = SETTINGS[key].change if key and not locked(key, facts, self.words) else None
        if change is not None:
            self.run_worker(change(self, facts))

    def action_back(self) -> None:
        """To the place where one came from."""
        self.services.navigator.go(self.services.navigator.came_from)

    def action_settings(self) -> None:
        """The same key goes back."""
        self.action_back()
