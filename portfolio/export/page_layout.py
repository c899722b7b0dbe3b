"""The grid that the formats share: colours on paper, widths of columns, and words that stay together."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from portfolio.export.document import Line, Ref, Table
from portfolio.export.document_lines import plain_words
from portfolio.wording import Language, Words
from portfolio.wording.levels import SCALE, level_label

ACCENT: Final = "#0f4c5c"
"""The one colour: a contrast of 9.5 on white, and a dark grey in print."""
INK: Final = "#1d2326"
MUTED: Final = "#545b5f"
RULE: Final = "#c5cfd2"
TINT: Final = "#edf3f4"
_PICTURE: Final = {
    "ground": "#ffffff",
    "panel": "#ffffff",
    "line": RULE,
    "guide": "#dfe6e8",
    "axis": MUTED,
    "caption": MUTED,
    "period": MUTED,
    "legend": MUTED,
    "bar": ACCENT,
    "bar_rest": ACCENT,
    "bar_done": ACCENT,
    "level3": ACCENT,
    "self": ACCENT,
    "target": ACCENT,
    "mark": ACCENT,
}
BIG: Final = 10
"""Signs of the large words of a result above which they are smaller."""
_LEAST: Final = 6
"""Characters that a column has room for at least."""
_WORD: Final = 22
"""Characters of a word up to which a column is made as wide as the word."""
_CELL: Final = 46
"""Characters of a cell above which a column gets no more room."""
_NARROW: Final = 16
"""Characters up to which a column is as wide as its widest cell."""
_WHOLE: Final = 92.0
"""Characters of a line of a table."""
_REFS: Final = 3
"""References beside each other in a cell, before the next line."""
_REF: Final = 5
"""Characters of a reference with its space."""
_UNBROKEN: Final = "\u00a0"
_APOSTROPHE: Final = re.compile(r"(?<=\w)'(?=\w)|(?<!\S)'(?=[stn]\b)|(?<=[szx])'(?=\s)")
"""A straight apostrophe in a word: collega's, 's avonds, Hans' plan."""


def on_paper(role: str) -> str:
    """The colour of a role of a picture on white paper."""
    return _PICTURE.get(role, INK)


def shares(table: Table) -> tuple[float, ...]:
    """The part of the width of each column, by its content; together 1.

    A column of short cells is as wide as its widest cell, unless such columns take more than half of the table. The
    others are as wide as their longest word, and share what is left by the square root of their text, so that a long
    text gets more room and does not take it all.
    """
    needs = [_need(table, n) for n in range(len(table.header))]
    if sum(least for least, more in needs if not more) > _WHOLE / 2:
        needs = [_need(table, n, narrow=0) for n in range(len(table.header))]
    whole = max(sum(least for least, _more in needs), _WHOLE)
    left, wanting = whole - sum(least for least, _more in needs), sum(more for _least, more in needs)
    widths = [least + (left * more / wanting if wanting else left / len(needs)) for least, more in needs]
    return tuple(width / sum(widths) for width in widths)


def _need(table: Table, n: int, narrow: int = _NARROW) -> tuple[float, float]:
    """The characters that a column needs at least, and its claim on what is left: none up to `narrow` characters."""
    cells = [plain_words(row[n]) for row in (table.header, *table.rows)]
    longest = max(map(len, cells))
    if longest <= narrow:
        return max(longest, _LEAST) + 1.0, 0.0
    word = max((len(word) for cell in cells for word in cell.split()), default=0)
    text = sum(min(len(cell), 4 * _CELL) for cell in cells[1:]) / max(len(cells) - 1, 1)
    refs = max(sum(isinstance(part, Ref) for part in row[n]) for row in table.rows) if table.rows else 0
    return float(min(max(word + 1, min(refs, _REFS) * _REF, _LEAST), _WORD)), max(text, 1.0) ** 0.5


@cache
def level_names(language: Language) -> tuple[str, ...]:
    """The names of the levels of the scale, such as "1 Beginner"."""
    return tuple(level_label(n, Words(language)) for n in range(len(SCALE)))


def unbroken(line: Line, language: Language) -> Line:
    """The line with every name of a level, such as "1 Beginner", in one piece."""
    return tuple(_whole(part, language) if isinstance(part, str) else part for part in line)


def _whole(words: str, language: Language) -> str:
    for level in level_names(language):
        words = words.replace(level, level.replace(" ", _UNBROKEN))
    return words


def typeset(words: str) -> str:
    """Words as a page has them: with typographic apostrophes."""
    return _APOSTROPHE.sub("’", words)
