"""Holds back keys while a flow is working or waits for the disk.

Every worker that a screen or the app starts holds the keys until it ends, unless it declares that it holds less, so no
flow can forget to. A flow that awaits the answer to a dialog lets keys through for that time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, Literal

from textual.worker import Worker

from portfolio.tui.services.held_words import Pressed

Holds = Literal["keys", "commands", "nothing"]
"""What a worker holds back: every key; every key except those that type, edit or cancel, for search as you type;
none."""
_WRITE_OR_LEAVE: Final = frozenset({"backspace", "delete", "escape", "home", "end", "left", "right"})


class FlowGate:
    """The workers that hold back keys."""

    def __init__(self) -> None:
        """Start with the gate open."""
        self._flows: dict[Worker[Any], Holds] = {}
        self._asking: set[Worker[Any]] = set()
        """The flows among them that wait for the user's answer."""
        self._ended = False

    def hold(self, flow: Worker[Any], holds: Holds) -> None:
        """Hold back these keys until the flow ends or is cancelled."""
        if holds != "nothing":
            self._flows[flow] = holds

    @property
    def is_closed(self) -> bool:
        """Whether every key is held back now."""
        return "keys" in self._held()

    def stops(self, pressed: Pressed) -> bool:
        """Whether this key is held back now."""
        held = self._held()
        writes = bool(pressed.text and pressed.key != "enter") or pressed.key in _WRITE_OR_LEAVE
        return "keys" in held or ("commands" in held and not writes)

    def _held(self) -> set[Holds]:
        going = {f: holds for f, holds in self._flows.items() if not (f.is_finished or f.is_cancelled)}
        self._ended = self._ended or len(going) < len(self._flows)
        self._flows = going
        return {holds for flow, holds in self._flows.items() if flow not in self._asking}

    def ended(self) -> bool:
        """Return whether a flow has ended since the last call: its final messages may still be on their way."""
        self._held()
        ended, self._ended = self._ended, False
        return ended

    def is_asking(self, flow: Worker[Any]) -> bool:
        """Whether this flow waits for an answer."""
        return flow in self._asking

    @contextmanager
    def asking(self, flow: Worker[Any]) -> Iterator[None]:
        """Let the keys through while this flow waits for an answer; `answered` can close the gate earlier."""
        self._asking.add(flow)
        try:
            yield
        finally:
            self._asking.discard(flow)

    def answered(self, flow: Worker[Any]) -> None:
        """Hold back the keys again: the flow continues with the answer."""
        self._asking.discard(flow)
