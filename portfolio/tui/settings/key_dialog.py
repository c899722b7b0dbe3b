"""Dialog that sets the key of an action to the next key pressed; Escape cancels, Backspace restores the default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message

from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.dialogs.pick import confirmed
from portfolio.tui.keymap import custom
from portfolio.tui.keymap.custom import OwnKeys
from portfolio.tui.keymap.key_words import label_of
from portfolio.tui.keymap.names import named
from portfolio.tui.shell.screen import OwnScreen
from portfolio.tui.text.spans import EMPTY
from portfolio.tui.widgets.lines import Lines


class KeyCatcher(Lines, inherit_bindings=False):
    """Reports every key that is pressed while it has the focus."""

    @dataclass
    class Pressed(Message):
        """A key was pressed; `key` is Textual's name for it."""

        key: str

    def on_key(self, event: events.Key) -> None:
        """Report the key and stop it from doing anything else."""
        event.prevent_default()
        event.stop()
        self.post_message(self.Pressed(event.key))


class KeyDialog(Dialog[str]):
    """Dismissed with the name of an allowed key, or None."""

    HINT = ""

    def __init__(self, action: str, own: OwnKeys) -> None:
        """`own` are the keys that differ from the table."""
        super().__init__()
        self._action, self._own = action, own

    def body(self) -> ComposeResult:
        """Lay out the question, which catches the keys."""
        yield KeyCatcher()

    def lay_out(self) -> None:
        """Show the question for the current width."""
        super().lay_out()
        self._ask()

    def _ask(self, refused: str = "") -> None:
        _ = self.words
        each, now = custom.keyed()[self._action], self.services.state.keys
        asked = _("Press the key that “{action}” should have.").format(action=label_of(each, _))
        usual = named(custom.usual(each.id), each.display) if custom.usual(each.id) else _("none")
        hint = _("esc leaves it as it is")
        if each.id in self._own:
            hint = _("backspace gives {key} back · esc leaves it as it is").format(key=usual)
        lines = [
            *self.wrapped(asked),
            EMPTY,
            *self.wrapped(_("Now: {key}").format(key=now[each.id]), "muted"),
            *(self.wrapped(refused, "warning") or [EMPTY]),
            *self.wrapped(hint, "muted"),
        ]
        self.query_one(KeyCatcher).show_all(lines)

    @on(KeyCatcher.Pressed)
    def _pressed(self, event: KeyCatcher.Pressed) -> None:
        """Take the key, or show why it is not allowed and wait for another."""
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "backspace" and self._action in self._own:
            self.dismiss(custom.usual(self._action))
        elif event.key == self.services.preferences.keys.first("hide") and self._action != "hide":
            self.services.navigator.show("hidden")
        elif refusal := custom.refusal(self._action, event.key):
            self._ask(self.words(refusal))
        else:
            self.dismiss(event.key)


async def ask_key(screen: OwnScreen[Any], action: str, own: OwnKeys) -> None:
    """Ask for another key for an action and apply it."""
    key = await screen.ask(KeyDialog(action, own))
    if key is not None:
        preset = screen.services.preferences.start.settings.keys_preset
        other = custom.holder(action, key, own, preset) if key else ""
        keys = await _swapped(screen, own, action, key, other) if other else custom.with_key(own, action, key)
        if keys is not None:
            await screen.services.preferences.use_keys(keys)


async def _swapped(screen: OwnScreen[Any], own: OwnKeys, action: str, key: str, other: str) -> OwnKeys | None:
    """Return the keys after swapping with the `other` action that has `key`; None when impossible or declined."""
    _, labels = screen.words, {each.id: label_of(each, screen.words) for each in custom.changeable()}
    preset = screen.services.preferences.start.settings.keys_preset
    after = custom.swapped(own, action, key, other, preset) if other in labels else None
    known = {"key": named(key), "action": labels.get(other, other)}
    if after is None:
        message = _("{key} is already used for “{action}”. Choose another key.")
        screen.services.status.say(message.format(**known), "warning")
        return None
    question = _("{key} is already used for “{action}”. Swap them? “{action}” then gets {other}.")
    theirs = named(custom.key_of(action, own, preset))
    return after if await confirmed(screen, question.format(**known, other=theirs), _("Yes, swap them")) else None
