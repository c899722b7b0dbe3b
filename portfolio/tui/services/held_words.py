"""Words that are typed on after the text was saved, known by the rhythm of the hand. No widget, no clock.

A hand that types does not see at once that Enter has closed the box. What follows in the rhythm of typing is text, and
never a command, until the hand pauses or presses a key that writes nothing. Escape closes a box too, and may have been
a slip: words that follow it at once are text as well, but one key by itself is the command that it is.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

PAUSE: Final = 1.0
"""Seconds without a key after which the hand has stopped typing."""
MEANT: Final = 0.6
"""Seconds after closing from which one key by itself can be meant as the command that it is."""
BURST: Final = 0.05
"""Seconds between two keys below which no hand pressed them: they were pasted."""

Verdict = Literal["give", "hold", "first"]
"""The key is for the screen; it is text and is held; what is held must be settled before it."""


class Pressed(NamedTuple):
    """A key as the rhythm needs it."""

    key: str
    text: str
    """What it writes; empty when it writes nothing."""
    at: float
    """Seconds, of any one clock."""


class Held(NamedTuple):
    """What was held when the hand paused."""

    words: str
    """Text to offer back; empty when the keys are meant as they are, or mean nothing."""
    keys: tuple[str, ...] = ()
    """The names of the keys."""
    meant: bool = False
    """Whether the keys can be given as the commands that they are."""


class HeldWords:
    """Decides of each key whether it is text that goes on after its box was closed."""

    def __init__(self) -> None:
        """Nothing was written."""
        self._where: object = None
        """The screen in which text was written last."""
        self._wrote = False
        """Whether a key wrote in it."""
        self._last: float | None = None
        """When the hand was last at text; None when it stopped."""
        self._since: float | None = None
        """When the screen closed; None while it is open."""
        self._saved = False
        """Whether that was a whole text that was saved, not one line of a question."""
        self._left = False
        """Whether escape was the last key in the box."""
        self._pressed: list[Pressed] = []
        self._edited: str | None = None
        """The words, when the hand took letters back."""

    def wrote(self, pressed: Pressed, where: object) -> None:
        """A key was given to a screen in which text is written."""
        if where is not self._where:
            self._where, self._wrote = where, False
        self._since = None
        self._wrote = self._wrote or bool(pressed.text.strip())
        self._left = pressed.key == "escape"
        self._last = pressed.at

    def went_elsewhere(self) -> None:
        """A key was given to a screen in which nothing is written: after escape the hand answered a question there."""
        if self._left:
            self._last = None

    def closed(self, where: object, at: float, *, saved: bool) -> None:
        """A screen closed; `saved` when that stored a text."""
        writes_on = where is self._where and self._wrote and self._last is not None
        if saved or writes_on:
            self._where, self._since, self._saved = None, at, saved
            self._left = self._left and not saved
            self._last = at if self._last is None else max(self._last, at)

    @property
    def waits_for_more(self) -> bool:
        """Whether a text has closed and the hand has not stopped yet, as far as is known."""
        return self._since is not None

    @property
    def text(self) -> str:
        """What is held so far."""
        return self._edited if self._edited is not None else "".join(p.text for p in self._pressed)

    @property
    def pressed(self) -> tuple[Pressed, ...]:
        """The keys that are held."""
        return tuple(self._pressed)

    def judge(self, pressed: Pressed, *, on_text: bool) -> Verdict:
        """What becomes of a key; `on_text` when the screen that has the keys now takes text too."""
        if self._since is None or self._last is None:
            return "give"
        if self.rests(pressed.at) or (on_text and not self._saved):
            return self._stop()
        gap = pressed.at - self._last
        if pressed.key == "backspace" and self._pressed:
            self._edited = self.text[:-1]
        elif pressed.key == "enter" and self._enter_is_meant(pressed.at, gap):
            return self._stop()
        elif pressed.text:
            if self._edited is not None:
                self._edited += pressed.text
            self._pressed.append(pressed)
        else:
            return self._stop()
        self._last = max(self._last, pressed.at)
        return "hold"

    def _enter_is_meant(self, at: float, gap: float) -> bool:
        """Whether Enter opens what is there: after a breath, with at most one key held, and not as part of a paste."""
        if self._left and not self._pressed:
            return True
        return (
            self._may_be_meant(self._pressed[0].at if self._pressed else at) and gap > BURST and len(self._pressed) <= 1
        )

    def _may_be_meant(self, at: float) -> bool:
        """Whether one key at this moment can be a command: after a breath, or after escape, which leaves a text."""
        return self._since is not None and (self._left or at - self._since >= MEANT)

    def _stop(self) -> Verdict:
        if self._pressed:
            return "first"
        self._since = self._last = None
        return "give"

    def rests(self, now: float) -> bool:
        """Whether the hand has paused."""
        return self._last is None or now - self._last >= PAUSE

    def settle(self) -> Held:
        """What was held, which is let go of here: the hand paused, or pressed a key that is no text."""
        held = self.outcome()
        self._pressed, self._edited, self._since, self._last = [], None, None, None
        return held

    def outcome(self) -> Held:
        """What is held, as it would be settled now."""
        words, pressed = self.text, self._pressed
        meant = bool(pressed) and self._edited is None and self._may_be_meant(pressed[0].at)
        meant = meant and (len(pressed) == 1 or not words.strip())
        return Held("" if meant else words.strip(), tuple(p.key for p in pressed), meant)
