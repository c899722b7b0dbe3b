"""Choosing one thing out of many, or out of a few: type to narrow it down, enter takes it, a new name can be made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from portfolio.text import wrap
from portfolio.tui.dialogs.options import Option, narrowed
from portfolio.tui.dialogs.words_dialog import WordsDialog
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import GUTTER, FixedRows, Row, Rows

_WIDTH: Final = 66
_FEW: Final = 8
"""With so few options there is nothing to narrow down."""

NewOptions = Callable[[str], Sequence[Option]]
"""What can be made out of what was typed."""


def _nothing_new(_typed: str) -> Sequence[Option]:
    return ()


class PickDialog(WordsDialog):
    """Dismissed with the key of what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("escape", "cancel", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]
    DEFAULT_CSS = """
    PickDialog > Vertical { width: 66; }
    PickDialog LineInput { margin: 0; }
    PickDialog #hint { margin: 1 0 0 0; }
    """

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        *,
        chosen: Sequence[str] = (),
        at: str = "",
        new: NewOptions | None = None,
        typed: str = "",
        numbered: bool = False,
    ) -> None:
        """`chosen` are marked, the cursor begins on `at`; `new` makes options out of what is typed.

        A few options that are `numbered` can be taken by their number too.
        """
        super().__init__(title, typed, keeps=new is not None)
        self._title, self._options, self._chosen, self._at = title, options, frozenset(chosen), at
        self._new = new or _nothing_new
        self.seeks = new is None  # what is typed can become something new
        self._narrows = new is not None or len(options) > _FEW
        self._numbered = numbered and not self._narrows

    def compose(self) -> ComposeResult:
        """The question, a box to narrow down with, and the options."""
        with Vertical():
            yield Lines(id="question", can_focus=False)
            yield self.box
            yield Rows(id="options")
            yield Lines(id="hint", can_focus=False)

    def on_mount(self) -> None:
        """Fill it in."""
        box = self.box
        box.display = self._narrows
        if self._narrows and self.begins_with:
            box.insert(self.begins_with)
        self.set_focus(box if self._narrows else self.query_one(Rows))
        self.on_resize()

    def on_resize(self) -> None:
        """Fit the size."""
        _, width = self.words, min(_WIDTH, self.app.size.width) - 8
        self.query_one("#question", Lines).show_all([(Span(line, bold=True),) for line in wrap(self._title, width)])
        hint = _("enter chooses · esc back")
        if self._narrows:
            how = _("type to find it") if self._new is _nothing_new else _("type to find it or to make a new one")
            hint = f"{how} · {hint}"
        self.query_one("#hint", Lines).show_all([(Span(line, "muted"),) for line in wrap(hint, width)])
        self._list()

    @on(LineInput.Changed)
    def _list(self) -> None:
        typed, rows = self.typed, self.query_one(Rows)
        found = [*narrowed(self._options, typed), *self._new(typed)]
        width = min(_WIDTH, self.app.size.width) - 8 - GUTTER
        shown = [row for n, option in enumerate(found) for row in self._rows(n, option, width)]
        if not shown:
            _ = self.words
            shown = [Row(left=(Span(line, "muted"),)) for line in wrap(_("There is nothing here."), width)]
        self._found = found
        around = 10 + (3 if self._narrows else 0)
        rows.styles.height = max(min(len(shown), self.app.size.height - around), 1)
        at = next((str(n) for n, option in enumerate(found) if not typed and option.key == self._at), None)
        rows.show_rows(FixedRows(shown), at=at or "0")

    def _rows(self, n: int, option: Option, width: int) -> list[Row]:
        on = option.key in self._chosen
        number = f"{n + 1}  " if self._numbered else ""
        left: Line = (Span(number + ("✓ " if on else ""), "accent"), Span(option.label, bold=on))
        right: Line = (Span(option.right, "muted"),) if option.right else EMPTY
        indent = " " * max(len(number), 2)
        about = wrap(option.about, width - len(indent)) if option.about else []
        return [Row(str(n), left, right), *(Row(left=(Span(f"{indent}{line}", "muted"),)) for line in about)]

    def on_key(self, event: events.Key) -> None:
        """A number takes the option that has it."""
        if self._numbered and event.key.isdigit() and 0 < int(event.key) <= len(self._found):
            event.stop()
            self.dismiss(self._found[int(event.key) - 1].key)

    def action_move(self, step: int) -> None:
        """Move through the options while the box keeps the keys."""
        self.query_one(Rows).action_cursor(step)

    def action_page(self, step: int) -> None:
        """A page further."""
        self.query_one(Rows).action_page(step)

    @on(LineInput.Left)
    def _left(self, event: LineInput.Left) -> None:
        self.action_move(event.step)

    @on(Rows.Clicked)
    @on(LineInput.WentOn)
    def action_choose(self) -> None:
        """Take what the cursor is on."""
        key = self.query_one(Rows).key
        if key:
            self.dismiss(self._found[int(key)].key)

    def action_cancel(self) -> None:
        """Take nothing."""
        self.dismiss(None)
