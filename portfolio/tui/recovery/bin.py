"""Screen of the bin: Enter restores a deleted record; d removes its text for good, after a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.notebook.bin import Binned, bring_back, deleted_records, purged_in_words
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.recovery.bin_rows import OLDER, about_older, bin_rows
from portfolio.tui.render.record import reading
from portfolio.tui.services.state import AppState
from portfolio.tui.services.status import StatusMessage, saved_message
from portfolio.tui.shell.flow import flow
from portfolio.tui.shell.frame import has_widgets
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.text.spans import EMPTY, Line
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.tui.widgets.two_pane import TwoPane
from portfolio.wording.dates import context

if TYPE_CHECKING:
    from portfolio.notebook import Notebook

_FOR_GOOD: Final = context("key", "delete for good")


class BinScreen(BaseScreen[None]):
    """The deleted records, on top of the previous place. It closes in Over the shoulder."""

    WHERE: ClassVar[str] = "bin"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    BinScreen.-airy #places { margin-bottom: 1; }
    BinScreen #deleted { width: 3fr; }
    BinScreen #text { width: 2fr; padding: 0 2; scrollbar-gutter: stable; }
    """

    def __init__(self) -> None:
        """Start without records."""
        super().__init__()
        self._rows: Final = Rows(id="deleted")
        self._text: Final = Lines(id="text", can_focus=False)
        self._panes: Final = TwoPane(self._rows, self._text)
        self._found: Sequence[Binned] | None = None

    def body(self) -> ComposeResult:
        """Lay out the list, with the record beside it."""
        yield self._panes

    def show(self, state: AppState) -> None:
        """Read and show the bin; close in Over the shoulder."""
        if not state.alone:
            self.dismiss(None)
            return
        self.set_focus(self._rows)
        self._fill()
        self.run_worker(self._look_up(), exclusive=True, group="bin")

    async def _look_up(self) -> None:
        found = await self.services.session.ask(deleted_records)
        if found is not None:
            self._found = found
            self._fill()

    def _fill(self) -> None:
        if self.state is None or not has_widgets(self) or self.over:
            return
        if self._panes.lay_out(empty=not self._found):
            self.call_after_refresh(self._fill)
        made = bin_rows(self._found, self.state, self._rows.room) if self._found is not None else []
        self._rows.show_rows(FixedRows(made))
        self._tell()
        self.refresh_bindings()

    @on(Rows.Reached)
    def _reached(self) -> None:
        self._tell()
        self.frame.keys_changed()

    def _tell(self) -> None:
        pane, key = self._text, self._rows.key
        width = pane.scrollable_content_region.width
        if self.state is None or not pane.display or width <= 0:
            return
        lines: list[Line] = about_older(self.state, width) if key == OLDER else [EMPTY]
        chosen = next((each for each in self._found or () if each.record.id == key), None)
        pane.show(reading(chosen.record, self.state, width) if chosen is not None else lines)

    def current_context(self) -> ActionContext:
        """Return the record under the cursor as the row, when it can be changed."""
        now = super().current_context()
        key = self._rows.key
        return now._replace(row=key if now.alone and now.writable else "", deeper=True)

    def label(self, binding: Binding) -> str:
        """Label Enter on the row of older records as deleting for good."""
        older = binding.id == "open" and self._rows.key == OLDER
        return _FOR_GOOD[1] if older else super().label(binding)

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Restore the record under the cursor; older records can only be deleted for good."""
        key = self._rows.key
        if key == OLDER:
            self.action_delete()
        elif key and self.current_context().row:
            self._bring_back((key,))

    @flow
    async def action_delete(self) -> None:
        """Remove the text of the chosen records for good, after a question with the safe answer first."""
        _, key = self.words, self._rows.key
        ids = tuple(each.record.id for each in self._found or () if not each.left) if key == OLDER else (key,)
        if not key or not ids:
            return
        question = _.plural(
            "Take the words of {n} record out of every file, for good? This cannot be undone.",
            "Take the words of {n} records out of every file, for good? This cannot be undone.",
            len(ids),
        )
        answers = [("no", _("No, leave it as it is")), ("yes", _("Yes, for good"))]
        if await self.choose(question, answers) == "yes":
            self._purge(ids)

    def _bring_back(self, ids: tuple[str, ...]) -> None:
        _ = self.words
        message = _("It is back where it was.")
        self.services.session.save_soon(lambda nb: saved_message(bring_back(nb, ids), message, _))

    def _purge(self, ids: tuple[str, ...]) -> None:
        _ = self.words

        def purge(nb: Notebook) -> StatusMessage:
            purged = nb.write.purge(ids)
            sentences = purged_in_words(purged, len(ids), nb.locations.data_file, _)
            calm = purged.saved.in_file and not purged.left
            return StatusMessage(" ".join(sentences), "good" if calm else "warning")

        self.services.session.save_soon(purge)

    def action_back(self) -> None:
        """Go back to the previous place."""
        self.dismiss(None)
