"""Colour themes as data: one file per theme, for the terminal, the SVG and the HTML.

Theme files are read and checked; a file that cannot be read or is incomplete is reported and skipped, so that it never
keeps users from their portfolio. Knows no widget and draws nothing.

A theme names a colour for each role of the chrome. Roles of pictures can be left out: they then have the colour of a
related role of the chrome, so that a user's own theme keeps working when pictures get a new mark.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from portfolio.wording import N_, Words

DEFAULT: Final = "avond"
PAPER: Final = "papier"

ROLES: Final = (
    "ground",  # behind everything
    "panel",  # behind the head and the keys
    "chosen",  # behind the row with the cursor
    "line",  # rules and the scrollbar: visible, not to be read
    "text",
    "muted",  # labels and side matters
    "accent",  # headings, keys, the current place
    "private",
    "shareable",
    "good",
    "warning",
    "wrong",
)
"""Every theme must give these a colour."""

GROUNDS: Final = ("ground", "panel", "chosen")
"""The roles that others are drawn on."""

PICTURE_ROLES: Final[dict[str, str]] = {
    "title": "text",
    "period": "muted",
    "sentence": "text",
    "axis": "muted",
    "year": "accent",
    "label": "text",
    "sublabel": "muted",
    "bar": "accent",
    "bar_done": "good",
    "bar_rest": "muted",
    "paused": "muted",
    "planned": "muted",
    "mark": "text",
    "milestone": "warning",
    "story": "private",
    "entry": "muted",
    "certificate": "warning",
    "conversation": "shareable",
    "rise": "good",
    "fall": "muted",
    "achieved": "good",
    "dropped": "muted",
    "step": "text",
    "top": "good",
    "tip": "warning",
    "both": "accent",
    "target": "warning",
    "self": "accent",
    "other": "private",
    "level0": "muted",
    "level1": "good",
    "level2": "good",
    "level3": "good",
    "level4": "good",
    "level5": "good",
    "week0": "muted",
    "week1": "accent",
    "week2": "accent",
    "week3": "accent",
    "evidence_ok": "good",
    "evidence_look": "warning",
    "evidence_missing": "muted",
    "number": "text",
    "caption": "muted",
    "now": "wrong",
    "guide": "line",
    "legend": "muted",
}
"""Roles of pictures -> the role of the chrome whose colour they have by default."""

_HEX: Final = re.compile(r"#[0-9a-f]{6}\Z")
_TERMINAL_COLOURS: Final = frozenset(
    {"default"}
    | {f"{bright}{colour}" for bright in ("", "bright_") for colour in
       ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")}
)  # fmt: skip
"""The sixteen colours that a terminal's own settings decide (ECMA-48 SGR 30-37 and 90-97), and its default."""


class Theme(NamedTuple):
    """The colours of one theme, by role."""

    name: str
    titles: Mapping[str, str]
    """Its title, by language."""
    dark: bool
    colours: Mapping[str, str]
    """`#rrggbb`, or with `terminal` the name of one of the terminal's own colours."""
    terminal: bool = False
    """Whether it uses the terminal's own colours; documents then take those of `papier` or `avond`."""

    def colour(self, role: str) -> str:
        """The colour of a role of the chrome or of a picture; an unknown role has the colour of text."""
        own = self.colours.get(role)
        return own or self.colours[PICTURE_ROLES.get(role, "text")]

    def title(self, _: Words) -> str:
        """Its title in this language."""
        return self.titles.get(_.language) or self.titles.get("en") or self.name


class Failed(NamedTuple):
    """A theme file that was skipped, and why."""

    path: str
    reason: str
    """An English message id with named places."""
    parameters: Mapping[str, object]

    def sentence(self, _: Words) -> str:
        """What is wrong with the file, in one sentence."""
        why = _(self.reason).format(**self.parameters)
        return _("The theme in {path} was skipped: {why}").format(path=self.path, why=why)


class Themes(NamedTuple):
    """The themes by name, and the files that could not be used."""

    loaded: Mapping[str, Theme]
    failed: tuple[Failed, ...] = ()

    def get(self, name: str | None) -> Theme:
        """The theme of this name, else the default."""
        return self.loaded.get(name or DEFAULT) or self.loaded[DEFAULT]

    def for_pictures(self, name: str | None) -> Theme:
        """The theme of this name for a picture in a file: paper when none was chosen or when it has no colours."""
        theme = self.get(name or PAPER)
        return self.loaded[DEFAULT if theme.dark else PAPER] if theme.terminal else theme


def load(own_folder: str | None = None) -> Themes:
    """Load the shipped themes and the user's own; a user's theme replaces a shipped one of the same name."""
    loaded: dict[str, Theme] = {}
    failed: list[Failed] = []
    for name, path, text in _files(own_folder):
        found = _read(name, path, text)
        if isinstance(found, Theme):
            loaded[name] = found
        else:
            failed.append(found)
    return Themes(loaded, tuple(failed))


def load_one(name: str, own_folder: str | None = None) -> Theme | None:
    """Load only the theme of this name, for the first frame; None when there is none or it cannot be used."""
    found = [_read(n, path, text) for n, path, text in _files(own_folder, only=name)]
    return next((theme for theme in reversed(found) if isinstance(theme, Theme)), None)


def _files(own_folder: str | None, only: str | None = None) -> Iterator[tuple[str, str, bytes | None]]:
    """Name, path and bytes of every theme file, ours first; bytes are None where the file cannot be read."""
    for folder in (shipped_folder(), own_folder):
        if folder is None or not os.path.isdir(folder):
            continue
        for entry in sorted(os.listdir(folder)):
            name, ending = os.path.splitext(entry)
            if ending == ".toml" and only in (None, name):
                path = os.path.join(folder, entry)
                yield name, path, _bytes(path)


def _bytes(path: str) -> bytes | None:
    try:
        with open(path, "rb") as source:
            return source.read(_LARGEST)
    except OSError:
        return None


_LARGEST: Final = 100_000  # bytes; a theme is two kilobytes, a much larger file is something else


def shipped_folder() -> str:
    """The folder of the shipped themes: inside the installed package, or beside it in a source tree."""
    package = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(package, "themes")
    return inside if os.path.isdir(inside) else os.path.join(package, os.pardir, "themes")


def _read(name: str, path: str, content: bytes | None) -> Theme | Failed:
    import tomllib

    if content is None:
        return Failed(path, N_("it cannot be read."), {})
    try:
        found = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Failed(path, N_("it is not TOML."), {})
    terminal = found.get("terminal") is True
    colours: dict[str, str] = {}
    for section in ("chrome", "picture"):
        given = found.get(section, {})
        if not isinstance(given, dict):
            return Failed(path, N_("“{section}” must be a table."), {"section": section})
        for role, colour in given.items():
            if not _is_colour(colour, terminal):
                return Failed(path, N_("“{role}” is not a colour; write it as #1a2b3c."), {"role": role})
            colours[role] = colour.lower()
    missing = [role for role in ROLES if role not in colours]
    if missing:
        return Failed(path, N_("it gives no colour for: {roles}."), {"roles": ", ".join(missing)})
    return Theme(name, _titles(found, name), found.get("dark") is not False, colours, terminal)


def _is_colour(value: Any, terminal: bool) -> bool:
    if not isinstance(value, str):
        return False
    return value.lower() in _TERMINAL_COLOURS if terminal else bool(_HEX.match(value.lower()))


def _titles(found: Mapping[str, Any], name: str) -> dict[str, str]:
    titles = found.get("title", {})
    given = titles if isinstance(titles, dict) else {}
    return {language: words for language, words in given.items() if isinstance(words, str)} or {"en": name}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2, "relative luminance")."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
