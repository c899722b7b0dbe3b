"""One setting, and what the settings show."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

from portfolio.folders import Surroundings
from portfolio.records.persons import Profile
from portfolio.tui.shell.screen import BaseScreen
from portfolio.wording import Words


class Facts(NamedTuple):
    """Everything that the settings show."""

    file: str
    copy: str
    theme: str
    """Name of the current theme."""
    cloud: str = ""
    """Name of the cloud folder that the file is in."""
    fixed_by: str = ""
    """What fixes the file's path instead of the settings; empty when nothing does."""
    demo: bool = False
    alone: bool = True
    writable: bool = True
    animations: bool = True
    ascii: bool | None = None
    plain: bool = False
    profile: Profile | None = None
    own: Mapping[str, str] = {}
    around: Surroundings = Surroundings()
    """The folders of this computer."""

    def of_profile(self, field: str) -> Any:
        """Return a field of the profile; None without a profile."""
        return getattr(self.profile, field, None)


class Value(NamedTuple):
    """The current value in words."""

    text: str
    role: str = "text"
    right: str = ""
    below: str = ""


class Setting(NamedTuple):
    """One row."""

    key: str
    label: str | tuple[str, str]
    """Message id, with its context if it has one."""
    about: str
    """Message id of the explanation."""
    value: Callable[[Facts, Words], Value]
    change: Callable[[BaseScreen[None], Facts], Awaitable[None]] | None
    """Asks for a new value and applies it."""
    locked: Callable[[Facts, Words], str] = lambda _facts, _: ""
    """Returns why it cannot be changed now; empty when it can."""
    private: bool = False
    """Whether it concerns the user's writing: locked in Over the shoulder."""
    in_profile: bool = False
    """Whether it is a field of the profile, which is stored in the portfolio itself."""

    def words(self, _: Words) -> str:
        """Return the label."""
        return _(self.label) if isinstance(self.label, str) else _.context(*self.label)
