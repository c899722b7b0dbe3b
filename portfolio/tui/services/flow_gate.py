"""The gate before the keys: while something is worked out or waits for the disk, no key goes through.

Every worker that a screen or the app starts holds the keys until it has ended, unless it says that it holds less. So no
flow can forget it. A flow that awaits the answer to a dialog lets the keys go for that long.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, Literal

from textual.worker import Worker

from portfolio.tui.services.held_words import Pressed

Holds = Literal["keys", "commands", "nothing"]
"""What a worker holds: every key; all but those that write or leave, while one types to find something; none."""
_WRITE_OR_LEAVE: Final = frozenset({"backspace", "delete", "escape", "home", "end", "left", "right"})


class FlowGate:
    """The workers that hold the keys."""

    def __init__(self) -> None:
        """Open."""
        self._flows: dict[Worker[Any], Holds] = {}
        self._asking: set[Worker[Any]] = set()
        """Those of them that wait for the answer of a person."""
        self._ended = False

    def hold(self, flow: Worker[Any], holds: Holds) -> None:
        """Let these keys wait until the flow has ended or was cancelled."""
        if holds != "nothing":
            self._flows[flow] = holds

    @property
    def is_closed(self) -> bool:
        """Whether every key waits now."""
        return "keys" in self._held()

    def stops(self, pressed: Pressed) -> bool:
        """Whether this key waits now."""
        held = self._held()
        writes = bool(pressed.text and pressed.key != "enter") or pressed.key in _WRITE_OR_LEAVE
        return "keys" in held or ("commands" in held and not writes)

    def _held(self) -> set[Holds]:
        going = {f: holds for f, holds in self._flows.items() if not (f.is_finished or f.is_cancelled)}
        self._ended = self._ended or len(going) < len(self._flows)
        self._flows = going
        return {holds for flow, holds in self._flows.items() if flow not in self._asking}

    def ended(self) -> bool:
        """Whether a flow has ended since this was asked last: what it reported at its end is on its way still."""
        self._held()
        ended, self._ended = self._ended, False
        return ended

    def is_asking(self, flow: Worker[Any]) -> bool:
        """Whether this flow waits for an answer."""
        return flow in self._asking

    @contextmanager
    def asking(self, flow: Worker[Any]) -> Iterator[None]:
        """Let the keys through while this flow waits for an answer; `answered` closes the gate again."""
        self._asking.add(flow)
        try:
            yield
        finally:
            self._asking.discard(flow)

    def answered(self, flow: Worker[Any]) -> None:
        """The answer was given: the keys wait again for what the flow does with it."""
        self._asking.discard(flow)
