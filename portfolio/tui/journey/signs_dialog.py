"""What the signs of a picture mean, to read."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio.pictures.canvas import Role
from portfolio.text import cells, wrap
from portfolio.tui.dialogs.text import TextDialog
from portfolio.tui.text.spans import EMPTY, Line, Span


class SignsDialog(TextDialog):
    """Dialog with every sign of a picture and its word."""

    WIDTH = 56
    MOST = 28

    def __init__(self, key: Sequence[tuple[str, Role, str]]) -> None:
        """`key` has each sign with its role and its meaning."""
        super().__init__()
        self._key = key

    def lines(self) -> Sequence[Line]:
        """Return a heading and a line for each sign."""
        _, room = self.words, max(self.room, 20)
        column = max((cells(sign) for sign, _role, _words in self._key), default=0) + 2
        lines: list[Line] = [(Span(_("What the signs mean"), bold=True),), EMPTY]
        for sign, role, words in self._key:
            first, *rest = wrap(words, max(room - column, 10))
            lines.append((Span(sign, role), Span(" " * (column - cells(sign))), Span(first)))
            lines += [(Span(" " * column), Span(line)) for line in rest]
        if not self._key:
            lines += [(Span(line, "muted"),) for line in wrap(_("This picture has no signs."), room)]
        return lines
