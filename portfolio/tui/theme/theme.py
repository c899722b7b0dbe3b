"""Convert the colours of a theme file to a Textual theme and to the styles of spans.

The stylesheet and the lines that the app draws itself use the same roles; no colour is defined anywhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final, Protocol, cast

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.scrollbar import ScrollBarRender
from textual.theme import Theme as TextualTheme

from portfolio.themes import Theme
from portfolio.tui.text.spans import Span

_BOLD_ROLES: Final = frozenset({"title", "heading", "today", "match"})
_UNDERLINED: Final = {"match": "accent"}
"""Role of text to be found without colour too -> the role in the theme whose colour it has."""


def as_textual(theme: Theme) -> TextualTheme:
    """Return the Textual theme; roles without a Textual name become the variables `$muted`, `$chosen` and `$line`."""
    colour = {role: _name(theme.colour(role), theme.terminal) for role in theme.colours}
    return TextualTheme(
        name=theme.name,
        primary=colour["accent"],
        secondary=colour["muted"],
        accent=colour["accent"],
        foreground=colour["text"],
        background=colour["ground"],
        surface=colour["ground"],
        panel=colour["panel"],
        boost=colour["panel"],
        success=colour["good"],
        warning=colour["warning"],
        error=colour["wrong"],
        dark=theme.dark,
        ansi=theme.terminal,
        variables={
            "muted": colour["muted"],
            "chosen": colour["chosen"],
            "line": colour["line"],
            "scrollbar": colour["line"],
            "scrollbar-hover": colour["muted"],
            "scrollbar-active": colour["accent"],
            "scrollbar-background": colour["ground"],
            "scrollbar-background-hover": colour["ground"],
            "scrollbar-background-active": colour["ground"],
            "scrollbar-corner-color": colour["ground"],
            "input-cursor-background": colour["text"],
            "input-cursor-foreground": colour["ground"],
            "input-selection-background": colour["chosen"],
            "input-selection-foreground": colour["text"],
            # Textual's own styles use these two when a theme leaves the colours to the terminal.
            "ansi-background": colour["ground"],
            "ansi-foreground": colour["text"],
        },
    )


def _name(colour: str, terminal: bool) -> str:
    return f"ansi_{colour}" if terminal else colour


PLAIN: Final = str.maketrans("‹›▸◂✓○●→←↑↓‡·◎◉↳…–━▁▂▃▄▅▆▇█“”’", '<>><vo*><^v#-@@\\~-=..--=###""\'')
"""The app's own symbols for a terminal that shows only ASCII, each with the same width."""


class PlainBars(ScrollBarRender):
    """A scroll bar of whole cells, without the block characters that make its ends exact."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


class Paint:
    """The styles of one theme, by role and background. Every cell gets both colours, so that no gap shows."""

    def __init__(self, theme: Theme, *, plain: bool = False) -> None:
        """`theme` provides every colour; `plain` is for a terminal that shows only ASCII."""
        self._theme, self.plain = theme, plain
        self._styles: dict[tuple[str, str, bool], Style] = {}

    def style(self, role: str, ground: str = "ground", bold: bool = False) -> Style:
        """Return the style of a role on a background, both from the theme.

        In a theme with the terminal's own colours the chosen row is reversed instead.
        """
        key = (role, ground, bold)
        if key not in self._styles:
            self._styles[key] = self._make(role, ground, bold or role in _BOLD_ROLES)
        return self._styles[key]

    def segments(self, line: Sequence[Span], ground: str) -> list[Segment]:
        """Return the spans of a line as segments. Cached styles: a full-screen picture has a thousand spans."""
        if self.plain:
            line = [span._replace(text=self.signs(span.text)) for span in line]
        known = self._styles
        return [
            Segment(text, known.get((role, ground, bold)) or self.style(role, ground, bold))
            for text, role, bold in line
        ]

    def signs(self, text: str) -> str:
        """Return the text with the app's symbols replaced by what the terminal can show."""
        return text.translate(PLAIN) if self.plain and not text.isascii() else text

    def _make(self, role: str, ground: str, bold: bool) -> Style:
        if self._theme.terminal and ground == "chosen":
            return Style(reverse=True, bold=bold, underline=role in _UNDERLINED or None)
        colour = self._theme.colour(_UNDERLINED.get(role, role))
        front = Color.parse(_name(colour, self._theme.terminal)).rich_color
        back = Color.parse(_name(self._theme.colour(ground), self._theme.terminal)).rich_color
        return Style(color=front, bgcolor=back, bold=bold or None, underline=role in _UNDERLINED or None)


class Painted(Protocol):
    """Something with a `Paint`: the app."""

    paint: Paint


def paint_of(app: object) -> Paint:
    """Return the styles of the active theme."""
    return cast("Painted", app).paint
