"""The app's input from outside: paths, settings, clock and surroundings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from portfolio.folders import Surroundings
from portfolio.locations import Locations
from portfolio.settings import Settings
from portfolio.wording import Language

if TYPE_CHECKING:
    from portfolio.notebook import Notebook


class Start(NamedTuple):
    """Paths, settings, clock and the function that opens the notebook."""

    locations: Locations
    settings: Settings
    language: Language
    today: date
    now: Callable[[], datetime]
    open_notebook: Callable[[Locations], Notebook]
    ask_where: bool = False
    """Whether this is the first start, which asks where to keep the portfolio."""
    ask_language: bool = False
    """Whether that also offers the other language: none was chosen by an option or in the settings."""
    clouds: tuple[tuple[str, str], ...] = ()
    """Cloud folders on this computer: name and path."""
    ascii: bool = False
    """Whether pictures are drawn in plain ASCII."""
    terminal_ascii: bool = False
    """Whether this terminal needs ASCII, for users who leave the choice to it."""
    demo: bool = False
    """Whether this is the example portfolio."""
    within: bool = False
    """Whether that was opened from the user's own portfolio, to which closing it leads back."""
    fixed_by: str = ""
    """What fixes the file's path instead of the settings: "LEERREIS_FILE", "--file" or empty."""
    look_around: Callable[[], Surroundings] = Surroundings
    """Finds the folders on this computer where a portfolio can be kept."""
    environment: Mapping[str, str] = MappingProxyType({})
    """Environment variables, for the user's own editor."""
    own_keys: Mapping[str, str] = MappingProxyType({})
    """Keys that the user gave to actions, by action id."""
