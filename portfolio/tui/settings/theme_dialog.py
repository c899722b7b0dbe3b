"""Dialog of the themes: moving the cursor previews a theme, Enter keeps it, Escape restores the old one."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from portfolio import themes
from portfolio.sanitise import clean_line
from portfolio.text import cut
from portfolio.themes import Theme, Themes
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.settings.theme_sample import sample_lines
from portfolio.tui.shell.screen import OwnScreen
from portfolio.tui.text.spans import Line, Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import Row, Rows
from portfolio.wording import N_

_LIST = 24
"""Cells of the list, beside the sample."""


class ThemeDialog(Dialog[Theme]):
    """Dismissed with the chosen theme, or None."""

    QUESTION = N_("Which colours?")
    WIDTH = 68
    DEFAULT_CSS = f"""
    ThemeDialog Horizontal {{ height: auto; }}
    ThemeDialog Rows {{ width: {_LIST}; max-height: 9; }}
    ThemeDialog #sample {{ width: 1fr; padding: 0 0 0 2; }}
    """

    def __init__(self, found: Themes) -> None:
        """`found` has the available themes and the theme files that cannot be used."""
        super().__init__()
        self._found = found
        self._before: Theme | None = None

    def body(self) -> ComposeResult:
        """Lay out the list beside the sample."""
        with Horizontal():
            yield Rows(id="themes")
            yield Lines(id="sample", can_focus=False)

    def fill_body(self) -> None:
        """Show the themes, with the cursor on the current one."""
        _ = self.words
        self._before = self.services.preferences.theme
        self.query_one("#sample", Lines).show_all(sample_lines(_, self.services.preferences.signs))
        rows = [Row(name, (Span(cut(clean_line(t.title(_)), _LIST - 3)),)) for name, t in self._found.loaded.items()]
        self.show_rows(rows, self._before.name)

    def hint_lines(self) -> list[Line]:
        """Return the themes that could not be read, and the keys."""
        _ = self.words
        failed = [self.wrapped(clean_line(each.sentence(_)), "warning")[:3] for each in self._found.failed[:2]]
        keys = cut(_("↑↓ shows it · enter takes it · esc leaves it"), self.room)
        return [*(line for lines in failed for line in lines), (Span(keys, "muted"),)]

    @on(Rows.Reached)
    def _reached(self, event: Rows.Reached) -> None:
        """Preview the theme under the cursor."""
        theme = self._found.loaded.get(event.key)
        if theme is not None and not self.over and theme is not self.services.preferences.theme:
            self.services.preferences.put_on(theme)

    def action_choose(self) -> None:
        """Dismiss with the theme under the cursor."""
        self.dismiss(self._found.loaded.get(self.query_one(Rows).key))

    def action_cancel(self) -> None:
        """Restore the old theme and close."""
        if self._before is not None:
            self.services.preferences.put_on(self._before)
        self.dismiss(None)


async def ask_theme(screen: OwnScreen[Any]) -> None:
    """Ask for a theme and apply it."""
    preferences, worker = screen.services.preferences, screen.services.worker
    found = await worker.aside(lambda: themes.load(preferences.locations.themes_folder))
    theme = await screen.ask(ThemeDialog(found))
    if theme is not None:
        await preferences.wear(theme)
