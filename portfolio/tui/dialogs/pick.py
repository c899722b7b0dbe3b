"""Dialogs to choose one thing: a fixed answer, or one of many options, to which a new one can be added by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.capture.options import Option, narrowed
from portfolio.text import wrap
from portfolio.tui.dialogs.answer_rows import answer_rows
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.dialogs.words_dialog import WordsDialog
from portfolio.tui.keymap.movement import movement
from portfolio.tui.shell.screen import OwnScreen
from portfolio.tui.text.spans import EMPTY, Line, Span
from portfolio.tui.widgets.line_input import LineInput
from portfolio.tui.widgets.rows import GUTTER, Row, Rows

DONE: Final = "\n"
"""Answer of the row that ends choosing several; no value has a line break."""
_FEW: Final = 8
"""With this number of options or fewer there is nothing to filter."""
_NUMBERS: Final = 9
"""The same for options with numbers: each has a key of its own."""

SCROLLBAR: Final = 1
"""Cells of the scroll bar of a list that is higher than the screen."""

NewOptions = Callable[[str], Sequence[Option]]
"""Returns the new options that the typed text allows."""


def _nothing_new(_typed: str) -> Sequence[Option]:
    return ()


class ChooseDialog(Dialog[str]):
    """Question with a few answers, the safe one first; dismissed with the key of an answer, or None."""

    def __init__(self, question: str, answers: Sequence[tuple[str, str]], at: str | None = None) -> None:
        """`answers` are keys with texts; the cursor starts on `at`, or on the first."""
        super().__init__(question)
        self._answers, self._at = answers, at

    def lay_out(self) -> None:
        """Show the question and the answers for the current width."""
        super().lay_out()
        width = self.room - GUTTER - SCROLLBAR
        self.show_rows([row for key, words in self._answers for row in answer_rows(key, words, width)], self._at)
        self._at = None

    def action_choose(self) -> None:
        """Dismiss with the answer under the cursor."""
        self.dismiss(self.query_one(Rows).key)


async def confirmed(screen: OwnScreen[Any], question: str, yes: str) -> bool:
    """Ask for confirmation; the first answer is no."""
    answers = [("no", screen.words("No, leave it as it is")), ("yes", yes)]
    return await screen.choose(question, answers) == "yes"


class PickDialog(WordsDialog):
    """Options that can be filtered by typing; dismissed with the key of the chosen option, or None."""

    BOLD = True
    WIDTH = 66
    EDGE = 8
    BINDINGS: ClassVar[list[BindingType]] = movement(
        move_down="move(1)",
        move_up="move(-1)",
        page_down="page(1)",
        page_up="page(-1)",
        half_down="page(1, 2)",
        half_up="page(-1, 2)",
    )

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
        several: bool = False,
    ) -> None:
        """`chosen` options are marked and the cursor starts on `at`; `new` makes options from the typed text.

        With `several` the caller asks again after each, so the hint names both adding and taking away; the first row
        then ends it with DONE.

        When `numbered`, a short list of options can also be chosen by number.
        """
        super().__init__(title, typed, keeps=new is not None)
        self._options, self._marked, self._at = options, frozenset(chosen), at
        self._new = new or _nothing_new
        self.seeks = new is None  # otherwise the typed text can become a new option
        self._narrows = new is not None or len(options) > (_NUMBERS if numbered else _FEW)
        self._several = several
        self._numbered = numbered and not self._narrows

    def body(self) -> ComposeResult:
        """Lay out the filter box and the options."""
        yield self.box
        yield Rows()

    def fill_body(self) -> None:
        """Hide the filter box when there is nothing to filter, or fill it with the initial text."""
        self.box.display = self._narrows
        if self._narrows and self.begins_with:
            self.box.insert(self.begins_with)

    def lay_out(self) -> None:
        """Show the options for the current width and input."""
        super().lay_out()
        self._list()

    def hint_lines(self) -> Sequence[Line]:
        """Return how to find an option, and the keys."""
        _ = self.words
        hint = _("enter adds or takes away · esc done") if self._several and not self.typed else _(self.HINT)
        if self._narrows:
            how = _("type to find it") if self._new is _nothing_new else _("type to find it or to make a new one")
            hint = f"{how} · {hint}"
        return self.hinted(hint)

    def _list(self) -> None:
        typed, width = self.typed, self.room - GUTTER
        can_end = self._several and self._marked and not typed
        ends = [Option(DONE, self.words.context("answer", "Done"))] if can_end else []
        self._found = found = [*ends, *narrowed(self._options, typed), *self._new(typed)]
        shown = [row for n, option in enumerate(found) for row in self._rows(n, option, width)]
        if not shown:
            _ = self.words
            shown = [
                Row(left=(Span(line, "muted"),))
                for line in wrap(_("Empty so far: type a name and press enter."), width)
            ]
        at = next((str(n) for n, option in enumerate(found) if not typed and option.key == self._at), None)
        self.show_rows(shown, at or "0")

    def _rows(self, n: int, option: Option, width: int) -> list[Row]:
        on = option.key in self._marked
        number = f"{n + 1}  " if self._numbered else ""
        before: Line = (Span(number + ("✓ " if on else ""), "accent"),) if number or on else EMPTY
        words, right = option.label, option.right
        role = "text" if option.possible else "muted"
        return answer_rows(str(n), words, width, before=before, right=right, about=option.about, role=role, bold=on)

    def on_key(self, event: events.Key) -> None:
        """Choose an option by the number before it, which is its own number or its place in the list."""
        if self._narrows or not event.key.isdigit():
            return
        found = [option.key for option in self._found]
        if self._numbered and 0 < int(event.key) <= len(found):
            chosen = found[int(event.key) - 1]
        elif event.key in found and self._has_own_numbers:
            chosen = event.key
        else:
            return
        event.stop()
        self.dismiss(chosen)

    @property
    def _has_own_numbers(self) -> bool:
        """Whether every option begins with a number of its own, as a level does."""
        return all(option.label.startswith(f"{option.key} ") for option in self._found if option.key.isdigit())

    def action_move(self, step: int) -> None:
        """Move the cursor while the box keeps the focus."""
        self.query_one(Rows).action_cursor(step)

    def action_page(self, step: int, parts: int = 1) -> None:
        """Move the cursor by a page, or by one of `parts` equal parts of it."""
        self.query_one(Rows).action_page(step, parts)

    @on(LineInput.Left)
    def _left(self, event: LineInput.Left) -> None:
        self.action_move(event.step)

    def action_choose(self) -> None:
        """Dismiss with the option under the cursor."""
        key = self.query_one(Rows).key
        if key:
            self.dismiss(self._found[int(key)].key)
