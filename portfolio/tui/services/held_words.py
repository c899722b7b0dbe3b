"""Recognises, by typing rhythm, words that are typed on after their text box closed. Uses no widget and no clock.

A user who types fast does not see at once that Enter has closed the box. Keys that follow in the rhythm of typing are
treated as text, never as commands, until there is a pause or a key that writes nothing. Escape also closes a box and
may be a slip: several keys right after it are text too, but a single key is a command.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

PAUSE: Final = 1.0
"""Seconds without a key after which the user has stopped typing."""
MEANT: Final = 0.6
"""Seconds after closing from which a single key can be meant as a command."""
BURST: Final = 0.05
"""Seconds between two keys below which they were pasted, not typed."""

Verdict = Literal["give", "hold", "first"]
"""What to do with a key: give it to the screen, hold it as text, or settle the held text first."""


class Pressed(NamedTuple):
    """The properties of a key that the rhythm depends on."""

    key: str
    text: str
    """The text it writes; empty when it writes nothing."""
    at: float
    """Time in seconds, on any monotonic clock."""


class Held(NamedTuple):
    """What was held when the user paused."""

    words: str
    """Text to offer back; empty when the keys are commands or only white space."""
    keys: tuple[str, ...] = ()
    """Names of the keys."""
    meant: bool = False
    """Whether the keys can be given as commands."""


class HeldWords:
    """Decides for each key whether it is text typed on after its box closed."""

    def __init__(self) -> None:
        """Start with nothing typed."""
        self._where: object = None
        """The screen that text was last typed in."""
        self._wrote = False
        """Whether a key wrote text in it."""
        self._last: float | None = None
        """Time of the last key that was text; None once typing has stopped."""
        self._since: float | None = None
        """Time at which the screen closed; None while it is open."""
        self._saved = False
        """Whether a whole text was saved, rather than the answer to a one-line question."""
        self._left = False
        """Whether Escape was the last key in the box."""
        self._pressed: list[Pressed] = []
        self._edited: str | None = None
        """The held text after a backspace; None when nothing was erased."""

    def wrote(self, pressed: Pressed, where: object) -> None:
        """Record a key that was given to a screen that takes text."""
        if where is not self._where:
            self._where, self._wrote = where, False
        self._since = None
        self._wrote = self._wrote or bool(pressed.text.strip())
        self._left = pressed.key == "escape"
        self._last = pressed.at

    def went_elsewhere(self) -> None:
        """Record a key that was given to a screen without text: typing has stopped if Escape closed the box."""
        if self._left:
            self._last = None

    def closed(self, where: object, at: float, *, saved: bool) -> None:
        """Record that a screen closed; `saved` when that stored a text."""
        writes_on = where is self._where and self._wrote and self._last is not None
        if saved or writes_on:
            self._where, self._since, self._saved = None, at, saved
            self._left = self._left and not saved
            self._last = at if self._last is None else max(self._last, at)

    @property
    def waits_for_more(self) -> bool:
        """Whether a text box has closed and, as far as known, the user is still typing."""
        return self._since is not None

    @property
    def text(self) -> str:
        """The text held so far."""
        return self._edited if self._edited is not None else "".join(p.text for p in self._pressed)

    @property
    def pressed(self) -> tuple[Pressed, ...]:
        """The keys that are held."""
        return tuple(self._pressed)

    def judge(self, pressed: Pressed, *, on_text: bool) -> Verdict:
        """Decide what to do with a key; `on_text` when the screen that has the focus takes text too."""
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
        """Whether Enter is a command: after a pause, with at most one key held, and not as part of a paste."""
        if self._left and not self._pressed:
            return True
        return (
            self._may_be_meant(self._pressed[0].at if self._pressed else at) and gap > BURST and len(self._pressed) <= 1
        )

    def _may_be_meant(self, at: float) -> bool:
        """Whether a single key at this time can be a command: after a pause, or after Escape."""
        return self._since is not None and (self._left or at - self._since >= MEANT)

    def _stop(self) -> Verdict:
        if self._pressed:
            return "first"
        self._since = self._last = None
        return "give"

    def rests(self, now: float) -> bool:
        """Whether the user has paused."""
        return self._last is None or now - self._last >= PAUSE

    def settle(self) -> Held:
        """Return what was held and start again without it."""
        held = self.outcome()
        self._pressed, self._edited, self._since, self._last = [], None, None, None
        return held

    def outcome(self) -> Held:
        """Return what `settle` would return now, without changing anything."""
        words, pressed = self.text, self._pressed
        meant = bool(pressed) and self._edited is None and self._may_be_meant(pressed[0].at)
        meant = meant and (len(pressed) == 1 or not words.strip())
        return Held("" if meant else words.strip(), tuple(p.key for p in pressed), meant)
