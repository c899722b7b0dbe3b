"""The user's settings on this computer, such as the data file, the language and the theme, in config.toml.

They never hold anything about the portfolio itself. A file that cannot be read counts as empty, is reported and is not
overwritten, so that a mistake in it never keeps users from their portfolio.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, MutableMapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from portfolio.errors import PortfolioError
from portfolio.sanitise import clean_line
from portfolio.wording import LANGUAGES, N_, Words

PRESETS: Final = ("arrows", "vim")
"""The sets of keys to choose from."""
_NO_KEYS: Final[Mapping[str, str]] = MappingProxyType({})
GONE_ACTIONS: Final = frozenset({"form", "conversation", "document_language", "names", "careful", "sections"})
"""Actions of earlier versions that are a choice in a dialog now; an own key for one is no mistake."""


class Unknown(NamedTuple):
    """A name or value in the file that has no meaning."""

    typed: str
    """The name, or the name with its value."""
    nearest: str = ""
    """The most similar known name; empty when there is none."""

    def sentence(self, _: Words) -> str:
        """What has no meaning, and the name that was probably meant."""
        typed, nearest = clean_line(self.typed), self.nearest
        if nearest:
            return _("The setting “{said}” does not exist. Do you mean “{nearest}”?").format(
                said=typed, nearest=nearest
            )
        return _("The setting “{said}” does not exist and is ignored.").format(said=typed)


class Settings(NamedTuple):
    """The settings; None means the default."""

    file: str | None = None
    language: str | None = None
    theme: str | None = None
    animations: bool = True
    ascii: bool | None = None
    """Whether pictures use plain ASCII; None: as the locale can show."""
    plain: bool = False
    """Whether `leerreis` prints lines of text instead of opening the app."""
    inbox: str | None = None
    """The folder for notes from a phone, beside the data file unless it is a whole path; None: "inbox" or "postvak"."""
    keys: Mapping[str, str] = _NO_KEYS
    """The user's own keys, by the id of an action."""
    keys_preset: str | None = None
    """A set of keys beside the table's: one of `PRESETS`."""
    keys_told: str | None = None
    """What was said about keys that moved for the user's own, so that it is said once."""
    damaged: tuple[str, ...] = ()
    """What could not be read: the path of the file, or names of settings."""
    placeless: str = ""
    """A `file` that names no place on this computer, such as "$NOSUCH/leerreis.json"."""
    unknown: tuple[Unknown, ...] = ()
    """Unknown names, and values that a setting does not have."""


class SettingsNotWritten(PortfolioError):
    """The settings could not be saved."""


def read(path: str) -> Settings:
    """Read the settings from this file; defaults when there is none. Never raises because of its content."""
    if not os.path.exists(path):
        return Settings()
    import tomllib

    try:
        with open(path, "rb") as source:
            found = tomllib.loads(source.read().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return Settings(damaged=(path,))
    good = {name: value for name, value in found.items() if _fits(name, value)}
    placeless = ""
    if "file" in good:
        placeless = good["file"]
        good["file"] = _place(good["file"], os.path.dirname(path))
        good = {name: value for name, value in good.items() if value is not None}
        placeless = "" if "file" in good else placeless
    known = set(Settings._fields) - {"damaged", "unknown", "placeless"}
    unknown = [_unknown(name, name, known) for name in found if name not in known]
    language = good.get("language")
    if language is not None and language not in LANGUAGES:
        unknown.append(_unknown(f'language = "{language}"', language, LANGUAGES))
    preset = good.get("keys_preset")
    if preset is not None and preset not in PRESETS:
        unknown.append(_unknown(f'keys_preset = "{preset}"', preset, PRESETS))
    damaged = tuple(sorted((set(found) & known) - set(good)))
    return Settings(**good, damaged=damaged, placeless=placeless, unknown=tuple(unknown))


def unknown_theme(settings: Settings, names: Collection[str]) -> tuple[Unknown, ...]:
    """The chosen theme when it is not one of these names."""
    theme = settings.theme
    return () if theme is None or theme in names else (_unknown(f'theme = "{theme}"', theme, names),)


def unknown_actions(settings: Settings, actions: Collection[str]) -> tuple[Unknown, ...]:
    """The own keys of actions that never existed; `actions` are the ids of all that do."""
    known = GONE_ACTIONS.union(actions)
    return tuple(_unknown(f"[keys] {name}", name, actions) for name in settings.keys if name not in known)


def passed_over(settings: Settings) -> tuple[Unknown | PortfolioError, ...]:
    """What the file says in vain, each with its sentence: names that mean nothing, and values that cannot be."""
    damaged = N_("These settings are ignored: {names}.")
    names = ", ".join(settings.damaged)
    return (*settings.unknown, *([PortfolioError(damaged, names=names)] if names else ()))


def _unknown(typed: str, word: str, known: Collection[str]) -> Unknown:
    from difflib import get_close_matches

    return Unknown(typed, next(iter(get_close_matches(word.lower(), sorted(known), 1)), ""))


def _place(file: str, folder: str) -> str | None:
    """The path of the data file, relative to the settings folder; None when a variable or user in it is unknown."""
    filled = os.path.expanduser(os.path.expandvars(file.strip()))
    if not filled or "$" in filled or filled.startswith("~"):
        return None
    return os.path.normpath(os.path.join(folder, filled))


def _fits(name: str, value: Any) -> bool:
    wanted: dict[str, type] = {"animations": bool, "ascii": bool, "plain": bool}
    wanted |= dict.fromkeys(("file", "language", "theme", "inbox", "keys_preset", "keys_told"), str)
    if name == "keys":
        return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
    return name in wanted and isinstance(value, wanted[name])


def plain_signs(settings: Settings, environment: Mapping[str, str], platform: str) -> bool:
    """Whether pictures must be ASCII: by the settings, else when the locale names an encoding other than UTF-8.

    A locale without an encoding counts as UTF-8, and so do Windows and macOS.
    """
    if settings.ascii is not None:
        return settings.ascii
    locale = next((environment[k] for k in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(k)), "")
    return platform not in ("win32", "darwin") and bool(locale) and "utf" not in locale.lower().replace("-", "")


def write(path: str, **choices: str | bool | Mapping[str, str] | None) -> None:
    """Set these settings and leave everything else in the file unchanged, comments too; None removes a setting.

    In a table only the entries that differ are changed, and those that are not wanted any more removed.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from portfolio import atomic

    try:
        text = ""
        if os.path.exists(path):
            with open(path, encoding="utf-8-sig") as source:
                text = source.read()
        document = tomlkit.parse(text)
        for name, value in choices.items():
            if value is None:
                document.pop(name, None)
            elif isinstance(value, Mapping):
                _write_table(document, name, value)
            else:
                document[name] = value
        atomic.make_private_folder(os.path.dirname(path))
        atomic.write(path, tomlkit.dumps(document).encode())
    except (OSError, ValueError, TOMLKitError) as problem:
        raise SettingsNotWritten(
            N_("The settings could not be saved in {path}; your portfolio is safe. Look at that file, then try again."),
            path=path,
        ) from problem


def _write_table(document: MutableMapping[str, Any], name: str, wanted: Mapping[str, str]) -> None:
    """Set the entries of a table. Unchanged lines are not touched, so comments beside them stay."""
    import tomlkit
    from tomlkit.items import AbstractTable

    table = document.get(name)
    if not isinstance(table, AbstractTable):  # absent, or spread over dotted keys, which cannot be removed one by one
        document.pop(name, None)
        if not wanted:
            return
        document[name] = tomlkit.table()
        table = document[name]
    for key in [key for key in table if key not in wanted]:
        del table[key]
    for key, value in wanted.items():
        if table.get(key) != value:
            table[key] = value
