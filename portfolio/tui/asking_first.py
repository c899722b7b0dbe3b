"""What is asked before some things are written: whom to ask for feedback, what becomes of each goal, which skill."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from portfolio.tui import adding
from portfolio.tui.asking_feedback import ask_someone
from portfolio.tui.balancing import balance
from portfolio.tui.beginning import QUARTER
from portfolio.tui.climate import check_climate
from portfolio.tui.starting_skills import choose_starter

if TYPE_CHECKING:
    from portfolio.tui.beginning import BeginningScreen

Asks = Callable[["BeginningScreen", Mapping[str, str]], None]

FIRST: Final[dict[str, Asks]] = {
    "request": ask_someone,
    QUARTER: lambda screen, _given: balance(screen),
    adding.STARTER: lambda screen, _given: choose_starter(screen),
    adding.CLIMATE: lambda screen, _given: check_climate(screen),
}
"""By template, kind or addition. Each goes on to the writing itself, with what was answered in it already."""
