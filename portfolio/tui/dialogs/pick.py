"""Choosing one thing: an answer to a question, or one of many options, of which a new one can be made by its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.text import wrap
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.dialogs.options import Option, narrowed
from portfolio.tui.dialogs.words_dialog import WordsDialog
from portfolio.tui.shell.screen import OwnScreen
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.rows import GUTTER, Row, Rows

_FEW: Final = 8
"""With so few options there is nothing to narrow down."""

NewOptions = Callable[[str], Sequence[Option]]
"""What can be made out of what was typed."""


def _nothing_new(_typed: str) -> Sequence[Option]:
    return ()


class ChooseDialog(Dialog[str]):
    """A question with a few answers, the safe one first; dismissed with the key of one of them, or None."""

    def __init__(self, question: str, answers: Sequence[tuple[str, str]], at: str | None = None) -> None:
        """`answers` are keys with their words; the cursor begins `at` one of them, else at the first."""
        super().__init__(question)
        self._answers, self._at = answers, at

    def fill_body(self) -> None:
        """Show the answers."""
        self.show_rows([Row(key, (Span(words),)) for key, words in self._answers], self._at)

    def action_choose(self) -> None:
        """Take the answer that the cursor is on."""
        self.dismiss(self.query_one(Rows).key)


async def confirmed(screen: OwnScreen[Any], question: str, yes: str) -> bool:
    """Ask before something is done; the first answer leaves it as it is."""
    answers = [("no", screen.words("No, leave it as it is")), ("yes", yes)]
    return await screen.choose(question, answers) == "yes"


class PickDialog(WordsDialog):
    """Dismissed with the key of what was chosen, or None."""

    BOLD = True
    WIDTH = 66
    EDGE = 8
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

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
        self._options, self._marked, self._at = options, frozenset(chosen), at
        self._new = new or _nothing_new
        self.seeks = new is None  # what is typed can become something new
        self._narrows = new is not None or len(options) > _FEW
        self._numbered = numbered and not self._narrows

    def body(self) -> ComposeResult:
        """A box to narrow down with, and the options."""
        yield self.box
        yield Rows()

    def fill_body(self) -> None:
        """Hide the box where there is nothing to narrow down, else begin with what was typed already."""
        self.box.display = self._narrows
        if self._narrows and self.begins_with:
            self.box.insert(self.begins_with)

    def lay_out(self) -> None:
        """Show the options too."""
        super().lay_out()
        self._list()

    def hint_lines(self) -> Sequence[Line]:
        """How to find it, and which keys there are."""
        _ = self.words
        hint = _(self.HINT)
        if self._narrows:
            how = _("type to find it") if self._new is _nothing_new else _("type to find it or to make a new one")
            hint = f"{how} · {hint}"
        return self.wrapped(hint, "muted")

    def _list(self) -> None:
        typed, width = self.typed, self.room - GUTTER
        self._found = found = [*narrowed(self._options, typed), *self._new(typed)]
        shown = [row for n, option in enumerate(found) for row in self._rows(n, option, width)]
        if not shown:
            _ = self.words
            shown = [Row(left=(Span(line, "muted"),)) for line in wrap(_("There is nothing here."), width)]
        at = next((str(n) for n, option in enumerate(found) if not typed and option.key == self._at), None)
        self.show_rows(shown, at or "0")

    def _rows(self, n: int, option: Option, width: int) -> list[Row]:
        on = option.key in self._marked
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

    def action_choose(self) -> None:
        """Take what the cursor is on."""
        key = self.query_one(Rows).key
        if key:
            self.dismiss(self._found[int(key)].key)
