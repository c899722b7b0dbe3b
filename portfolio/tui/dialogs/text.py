"""Dialogs that show a text to read: an earlier document, a sheet for the user, or the help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.tui.dialogs.dialog import Dialog, around
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.render.document import RenderedDocument
from portfolio.tui.shell.help_rows import every_key, help_lines
from portfolio.tui.text.spans import Line
from portfolio.tui.widgets.lines import Lines


class TextDialog(Dialog[None]):
    """Dialog with a text to read; it changes nothing."""

    WIDTH = 90
    EDGE = 8
    AROUND = 6
    MOST: ClassVar[int | None] = None
    """Lines shown at once where the screen has room for more; None: as many as the screen allows."""

    def __init__(self, text: str = "", about: str = "") -> None:
        """`text` is Markdown; `about` is a sentence that describes it."""
        super().__init__()
        self._document, self._about = RenderedDocument(text), about

    def body(self) -> ComposeResult:
        """Lay out the text."""
        yield Lines(id="text")

    def lines(self) -> Sequence[Line]:
        """Return the text in lines of this width."""
        return self._document.lines(max(self.room, 20))

    def lay_out(self) -> None:
        """Show the text, as high as it needs and the screen allows, without scrolling back to the top."""
        super().lay_out()
        lines, text = self.lines(), self.query_one("#text", Lines)
        room = max(self.app.size.height - around(self) - len(self.hint_lines()), 3)
        text.styles.height = min(len(lines), room, self.MOST or room)
        text.show(lines, top=False)

    def hint_lines(self) -> Sequence[Line]:
        """Return the description and the keys."""
        _ = self.words
        hint = _("↑ ↓ scroll · esc back")
        return self.wrapped(f"{self._about} {hint}".strip(), "muted")


class HelpDialog(TextDialog):
    """Dialog with the help of one place."""

    WIDTH = 76
    MOST = 28
    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1", "dismiss", show=False, id="help")]

    def __init__(self, where: str, context: ActionContext) -> None:
        """`where` is the id of a screen; `context` decides which of its keys matter now."""
        super().__init__()
        self._where, self._at_hand = where, context
        self._every = False

    def lines(self) -> Sequence[Line]:
        """Return the keys that matter here, what the signs mean and where the file is, or every key."""
        width = self.room
        state, preferences = self.services.state, self.services.preferences
        if self._every:
            return every_key(state, preferences.keys, width)
        locations = preferences.start.locations
        return help_lines(self._where, self._at_hand, state, preferences.keys, locations, preferences.signs, width)

    def hint_lines(self) -> Sequence[Line]:
        """Return the keys of this dialog."""
        _ = self.words
        keys = _("↑ ↓ scroll · esc back") if self._every else _("↑ ↓ scroll · enter shows every key · esc back")
        return self.wrapped(keys, "muted")

    def _turn(self, *, every: bool) -> None:
        self._every = every
        self.lay_out()
        self.query_one("#text", Lines).scroll_home(animate=False)

    def action_choose(self) -> None:
        """Show every key."""
        self._turn(every=True)

    def action_cancel(self) -> None:
        """Go back to the keys of this screen, and from there close."""
        if self._every:
            self._turn(every=False)
        else:
            self.dismiss(None)
