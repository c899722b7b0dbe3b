"""The themes, put on while one looks: the cursor puts one on, enter keeps it, escape goes back to the old one."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from portfolio.sanitise import clean_line
from portfolio.text import cut, wrap
from portfolio.themes import Theme, Themes
from portfolio.tui.settings.theme_sample import sample_lines
from portfolio.tui.shell.screen import Dialog
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Row, Rows

_LIST = 24
"""Cells of the list, beside the sample."""


class ThemeDialog(Dialog[Theme]):
    """Dismissed with the theme that was kept, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("escape", "cancel", show=False),
    ]
    DEFAULT_CSS = f"""
    ThemeDialog > Vertical {{ width: 68; }}
    ThemeDialog Horizontal {{ height: auto; }}
    ThemeDialog Rows {{ width: {_LIST}; }}
    ThemeDialog #sample {{ width: 1fr; padding: 0 0 0 2; }}
    """

    def __init__(self, found: Themes) -> None:
        """`found` is every theme there is, and the files that cannot be used."""
        super().__init__()
        self._found = found
        self._before: Theme | None = None

    def compose(self) -> ComposeResult:
        """The list beside the sample, and what could not be read below."""
        with Vertical():
            yield Lines(id="question", can_focus=False)
            with Horizontal():
                yield Rows(id="themes")
                yield Lines(id="sample", can_focus=False)
            yield Lines(id="hint", can_focus=False)

    def on_mount(self) -> None:
        """Fill in the words, with the cursor on the theme that is on."""
        _ = self.words
        self._before = self.services.preferences.theme
        self.query_one("#question", Lines).show_all([(Span(_("Which colours?")),), EMPTY])
        self.query_one("#sample", Lines).show_all(sample_lines(_, self.services.preferences.signs))
        themes = self.query_one("#themes", Rows)
        rows = [Row(name, (Span(cut(clean_line(t.title(_)), _LIST - 3)),)) for name, t in self._found.loaded.items()]
        themes.styles.height = min(len(rows), 9)
        themes.show_rows(FixedRows(rows), at=self._before.name)
        self.set_focus(themes)
        self.query_one("#hint", Lines).show_all(self._hint())

    def _hint(self) -> list[Line]:
        _, width = self.words, min(68, self.app.size.width) - 6
        lines: list[Line] = [EMPTY]
        for failed in self._found.failed[:2]:
            lines += [(Span(line, "warning"),) for line in wrap(clean_line(failed.sentence(_)), width)[:3]]
        return [*lines, (Span(cut(_("↑↓ puts it on · enter keeps it · esc as it was"), width), "muted"),)]

    @on(Rows.Reached)
    def _reached(self, event: Rows.Reached) -> None:
        """Put on what the cursor is on."""
        theme = self._found.loaded.get(event.key)
        if theme is not None and not self.over and theme is not self.services.preferences.theme:
            self.services.preferences.put_on(theme)

    @on(Rows.Clicked)
    def action_choose(self) -> None:
        """Keep what is on."""
        self.dismiss(self._found.loaded.get(self.query_one("#themes", Rows).key))

    def action_cancel(self) -> None:
        """Back to the old one."""
        if self._before is not None:
            self.services.preferences.put_on(self._before)
        self.dismiss(None)
