"""One row of the settings: how it is shown, why it may be locked, and how it is changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

from portfolio.folders import Surroundings
from portfolio.records.persons import Profile
from portfolio.tui.services.services import Services
from portfolio.tui.shell.screen import BaseScreen
from portfolio.wording import Words
from portfolio.wording.names import capital


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
    preset: str | None = None
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


def choice(
    key: str,
    label: str,
    about: str,
    question: str,
    names: Callable[[Words], dict[Any, str]],
    now: Callable[[Facts, Words], Any],
    keep: Callable[[Services, Any], Awaitable[None]],
) -> Setting:
    """Return a row with a few named values."""

    async def ask(screen: BaseScreen[None], facts: Facts) -> None:
        _ = screen.words
        values = ({None: _("No fixed day")} if key == "review_day" else {}) | names(_)
        answers = [(str(value), capital(name)) for value, name in values.items()]
        answer = await screen.choose(_(question), answers, at=str(now(facts, _)))
        for value in (each for each in values if str(each) == answer):
            await keep(screen.services, value)

    def value(facts: Facts, _: Words) -> Value:
        return Value(names(_).get(now(facts, _)) or _("not chosen"))

    return Setting(key, label, about, value, ask)
