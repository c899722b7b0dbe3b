"""What is asked before some things are written: whom to ask for feedback, what becomes of each goal, which skill."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from portfolio.tui.begin_entry import QUARTER
from portfolio.tui.conversation.climate import check_climate
from portfolio.tui.feedback.ask import ask_someone
from portfolio.tui.records import add
from portfolio.tui.reflections.quarter import balance
from portfolio.tui.skills.starters import choose_starter

if TYPE_CHECKING:
    from portfolio.tui.begin_entry import BeginningScreen

Asks = Callable[["BeginningScreen", Mapping[str, str]], None]

FIRST: Final[dict[str, Asks]] = {
    "request": ask_someone,
    QUARTER: lambda screen, _given: balance(screen),
    add.STARTER: lambda screen, _given: choose_starter(screen),
    add.CLIMATE: lambda screen, _given: check_climate(screen),
}
"""By template, kind or addition. Each goes on to the writing itself, with what was answered in it already."""
