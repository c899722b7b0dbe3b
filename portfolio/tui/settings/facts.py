"""One row of the settings: how it is shown, why it may be locked, and how it is changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

from portfolio.folders import Surroundings, cloud_name
from portfolio.records.persons import Profile
from portfolio.tui.services.services import Services
from portfolio.tui.services.state import AppState
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


def facts_of(services: Services, state: AppState, around: Surroundings) -> Facts:
    """Return the current choices; `around` are the folders found on this computer."""
    start = services.preferences.start
    return Facts(
        file=start.locations.data_file,
        copy=start.locations.shadow_folder,
        theme=services.preferences.theme.title(state.words),
        cloud=cloud_name(start.locations.data_file, around.clouds),
        fixed_by=start.fixed_by,
        demo=start.demo,
        alone=state.alone,
        writable=state.writable,
        animations=start.settings.animations,
        ascii=start.settings.ascii,
        plain=start.settings.plain,
        profile=next(iter(state.records.of(Profile)), None),
        own=start.own_keys,
        preset=start.settings.keys_preset,
        around=around,
    )


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
    values: Callable[[Words], Mapping[Any, str]] | None = None
    """Returns the values to choose from in words; None when it is not one of a few."""
    take: Callable[[Services, Any], Awaitable[None]] | None = None
    """Applies one of `values`."""

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

    def values_of(_: Words) -> dict[Any, str]:
        return ({None: _("No fixed day")} if key == "review_day" else {}) | names(_)

    async def ask(screen: BaseScreen[None], facts: Facts) -> None:
        _, values = screen.words, values_of(screen.words)
        answers = [(str(value), capital(name)) for value, name in values.items()]
        answer = await screen.choose(_(question), answers, at=str(now(facts, _)))
        for value in (each for each in values if str(each) == answer):
            await keep(screen.services, value)

    def value(facts: Facts, _: Words) -> Value:
        return Value(names(_).get(now(facts, _)) or _("not chosen"))

    return Setting(key, label, about, value, ask, values=values_of, take=keep)
