"""The symbols of the pictures, in Unicode and in ASCII for terminals and fonts without the former.

In every picture the symbols differ in shape, so that it can be read without colour. ASCII affects only the app's own
symbols and words; the user's text stays as written.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from portfolio.wording import Words


@dataclass(frozen=True, slots=True)
class Signs:
    """One character for everything that is drawn; `blocks`, `heights` and `weeks` run from low to high, `several` from
    two. `heights` are levels on a lane: none, then up to half of a cell, so that lanes stay apart.
    """

    ascii: bool = False
    # marks on a lane
    start: str = "○"
    milestone: str = "●"
    certificate: str = "■"
    up: str = "▲"
    down: str = "▼"
    level: str = "□"
    story: str = "✎"
    conversation: str = "◇"
    target: str = "◎"
    achieved: str = "✓"
    dropped: str = "×"
    paused: str = "‖"
    resumed: str = "◌"
    step: str = "┿"
    top: str = "+"
    tip: str = "→"
    both: str = "‡"
    feedback: str = "•"
    entry: str = "╵"
    shared_knowledge: str = "◈"
    beyond: str = "▸"
    several: str = "²³⁴⁵⁶⁷⁸⁹⁺"
    # bars
    active: str = "━"
    first_half: str = "╺"
    last_half: str = "╸"
    ahead: str = "─"
    pause: str = "╌"
    planned: str = "·"
    unknown: str = "?"
    # levels: by the user, by another person, both at once
    self_now: str = "●"
    other: str = "◆"
    at_target: str = "◉"
    line: str = "─"
    rise: str = "┘"
    rise_foot: str = "┌"
    fall: str = "┐"
    fall_foot: str = "└"
    upright: str = "│"
    dots: str = "·"
    blocks: str = "▁▂▃▄▅▆▇█"
    heights: str = "·▁▂▃▄▅"
    # goals
    active_goal: str = "●"
    idea: str = "○"
    done: str = "━"
    to_do: str = "─"
    # evidence
    ok: str = "✓"
    look: str = "?"
    missing: str = "–"
    # the rest
    bar: str = "█"
    weeks: str = "·░▒▓"
    now: str = "┊"
    guide: str = "│"
    corner: str = "└"
    more: str = "…"
    bullet: str = "•"
    arrow: str = "→"
    none: str = "–"
    apart: str = " · "

    def own(self, text: str) -> str:
        """Return the app's own words in the characters of this set."""
        return fold(text) if self.ascii else text


UNICODE: Final = Signs()
ASCII: Final = Signs(
    ascii=True,
    start="o",
    milestone="*",
    certificate="C",
    up="^",
    down="v",
    level="n",
    story="s",
    conversation="G",
    target="@",
    achieved="V",
    dropped="x",
    paused='"',
    resumed="r",
    step="|",
    top="+",
    tip=">",
    both="&",
    feedback="'",
    entry=",",
    shared_knowledge="k",
    beyond=">",
    several="23456789+",
    active="=",
    first_half="=",
    last_half="=",
    ahead=".",
    pause="-",
    planned=".",
    unknown="?",
    self_now="*",
    other="#",
    at_target="&",
    line="-",
    rise="+",
    rise_foot="+",
    fall="+",
    fall_foot="+",
    upright="|",
    dots=".",
    blocks="__--==##",
    heights="._-=%#",
    active_goal="*",
    idea="o",
    done="#",
    to_do=".",
    ok="v",
    look="?",
    missing="-",
    bar="#",
    weeks=".-+#",
    now=":",
    guide=" ",
    corner="+",
    more="~",
    bullet="-",
    arrow="->",
    none="-",
    apart=" - ",
)

_FOLDED: Final = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "…": "...",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "·": "-",
        "→": "->",
        "×": "x",
        "\u00a0": " ",
    }
)


def fold(text: str) -> str:
    """Fold the app's own words to ASCII: accents are dropped, typographic characters become plain ones."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_FOLDED))
    return "".join(c for c in plain if not unicodedata.combining(c)).encode("ascii", "replace").decode("ascii")


class PlainWords(Words):
    """A translator that folds its messages to ASCII before the user's text is inserted."""

    __slots__ = ()

    def __call__(self, message: str) -> str:
        """Translate a message, in ASCII."""
        return fold(super().__call__(message))

    def plural(self, one: str, many: str, n: int, said: str = "") -> str:
        """Translate the form for `n` things, in ASCII."""
        return fold(super().plural(one, many, n, said))

    def context(self, context: str, message: str) -> str:
        """Translate a message in its context, in ASCII."""
        return fold(super().context(context, message))


def words_for(signs: Signs, _: Words) -> Words:
    """Return the translator that goes with a set of symbols."""
    if not signs.ascii or isinstance(_, PlainWords):
        return _
    return PlainWords(_.language)
