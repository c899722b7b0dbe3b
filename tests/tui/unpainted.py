"""The app without paint, for machines that live thousands of lives: nothing is drawn, and no style is read twice.

What is on a screen is laid out all the same, and `Keys.text` still draws it when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet

_PARSED: dict[Any, Any] = {}
"""The rules of every style sheet that was read, for all apps of this process."""
_parse: Any = Stylesheet._parse_rules


def _draw_nothing(compositor: Compositor, *_given: object, **_more: object) -> None:
    compositor._dirty_regions.clear()


def _parse_once(sheet: Any, *given: Any, **more: Any) -> Any:
    if getattr(sheet, "_keyed", None) is not sheet._variables:
        sheet._keyed = sheet._variables
        sheet._variables_key = frozenset(sheet._variables.items())
        sheet._variables_hash = hash(sheet._variables_key)
    key = sheet._variables_hash, given, tuple(more.items())
    if key not in _PARSED:
        _PARSED[key] = _parse(sheet, *given, **more)
    return _PARSED[key]


@contextmanager
def unpainted() -> Iterator[None]:
    """Apps that run in here draw nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", _draw_nothing)
        patch.setattr(Stylesheet, "_parse_rules", _parse_once)
        yield
