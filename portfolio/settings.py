"""What a person chose for this computer: where the file lies, the language, the theme. Kept in config.toml.

The settings never hold anything about the portfolio itself. A file that cannot be read counts as empty and is named,
so that a slip in it never keeps anyone from their portfolio; it is not written over then.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from portfolio.errors import PortfolioError
from portfolio.wording import N_

_NO_KEYS: Final[Mapping[str, str]] = MappingProxyType({})


class Settings(NamedTuple):
    """The choices; None where the default decides."""

    file: str | None = None
    language: str | None = None
    theme: str | None = None
    animations: bool = True
    ascii: bool | None = None
    """Signs of pictures in plain ASCII; None: as the locale can show."""
    keys: Mapping[str, str] = _NO_KEYS
    """Keys of one's own, by the id of an action."""
    damaged: tuple[str, ...] = ()
    """What could not be read: the path of the file, or names of settings."""


class SettingsNotWritten(PortfolioError):
    """The settings could not be saved."""


def read(path: str) -> Settings:
    """The settings in this file; defaults where there is none. Never raises for what the file holds."""
    if not os.path.exists(path):
        return Settings()
    import tomllib

    try:
        with open(path, "rb") as source:
            found = tomllib.load(source)
    except (OSError, ValueError):
        return Settings(damaged=(path,))
    good = {name: value for name, value in found.items() if _fits(name, value)}
    known = set(Settings._fields) - {"damaged"}
    return Settings(**good, damaged=tuple(sorted((set(found) & known) - set(good))))


def _fits(name: str, value: Any) -> bool:
    wanted = {"file": str, "language": str, "theme": str, "animations": bool, "ascii": bool}
    if name == "keys":
        return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
    return name in wanted and isinstance(value, wanted[name])


def plain_signs(settings: Settings, environment: Mapping[str, str], platform: str) -> bool:
    """Whether signs must be ASCII: by the settings, else where the locale names another encoding than UTF-8.

    A locale that names nothing is taken for a terminal that can show them; Windows and macOS always can.
    """
    if settings.ascii is not None:
        return settings.ascii
    locale = next((environment[k] for k in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(k)), "")
    return platform not in ("win32", "darwin") and bool(locale) and "utf" not in locale.lower().replace("-", "")


def write(path: str, **choices: str | bool | Mapping[str, str] | None) -> None:
    """Set these choices and leave everything else in the file, comments too, as it is; None takes one out.

    Of a table the lines that differ are changed, and those that are not in it any more taken out.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    from portfolio import atomic

    try:
        text = ""
        if os.path.exists(path):
            with open(path, encoding="utf-8") as source:
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
    """Make a table say this. Lines that say it already are not touched, so what is written beside them stays."""
    import tomlkit
    from tomlkit.items import AbstractTable

    table = document.get(name)
    if not isinstance(table, AbstractTable):  # not there, or spread over dotted keys, of which none can be taken out
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
