"""Which key should this action have? The next key that is pressed; escape leaves it, backspace gives its own back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.tui.keymap import custom
from portfolio.tui.keymap.custom import OwnKeys
from portfolio.tui.keymap.names import named
from portfolio.tui.settings.key_catcher import KeyCatcher
from portfolio.tui.shell.screen import Dialog
from portfolio.tui.text.spans import EMPTY, Line, Span, wrap


class KeyDialog(Dialog[str]):
    """Dismissed with the name of a key that the action can have, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, action: str, own: OwnKeys) -> None:
        """`own` are the keys that differ from the table now."""
        super().__init__()
        self._action, self._own = action, own

    def compose(self) -> ComposeResult:
        """The question, which takes the keys."""
        with Vertical():
            yield KeyCatcher(id="question")

    def on_mount(self) -> None:
        """Ask."""
        self._ask()
        self.set_focus(self.query_one(KeyCatcher))

    def _ask(self, refused: str = "") -> None:
        _, width = self.words, min(60, self.app.size.width) - 6
        action = next(a for a in custom.changeable() if a.id == self._action)
        asked = _("Press the key that “{action}” should have.").format(action=_.context(*action.label))
        now = named(custom.key_of(action.id, self._own), "" if action.id in self._own else action.display)
        usual = named(action.key, action.display)
        hint = _("esc leaves it as it is")
        if action.id in self._own:
            hint = _("backspace gives {key} back · esc leaves it as it is").format(key=usual)
        told = (
            (asked, "text"),
            ("", ""),
            (_("Now: {key}").format(key=now), "muted"),
            (refused, "warning"),
            (hint, "muted"),
        )
        lines: list[Line] = []
        for text, role in told:
            lines += [(Span(line, role),) for line in wrap(text, width)] if text else [EMPTY]
        self.query_one(KeyCatcher).show_all(lines)

    @on(KeyCatcher.Pressed)
    def _pressed(self, event: KeyCatcher.Pressed) -> None:
        """Take the key, or say why not and wait for another one."""
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "backspace" and self._action in self._own:
            self.dismiss(custom.key_of(self._action, {}))
        elif event.key == custom.key_of("hide", self._own) and self._action != "hide":
            self.services.navigator.show("hidden")
        elif refusal := custom.refusal(self._action, event.key):
            self._ask(self.words(refusal))
        else:
            self.dismiss(event.key)
