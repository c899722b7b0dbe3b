"""Which sections a document has, in which order, under which headings, and what stands under "At a glance".

What is chosen here holds for this document only. The screen gives it back when it closes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.export.options import Proposed
from portfolio.export.outline import Contents
from portfolio.notebook.export_request import ExportRequest, chapters
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.export import sections_rows as view
from portfolio.tui.export.sections_rows import AT_A_GLANCE, HEADING, OUT, OWN, USUAL, SectionPlace
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.wording.dates import context

_AROUND: Final = 5
"""Cells beside the head."""
_LINES: Final = context("key", "lines")


class SectionsScreen(BaseScreen[None]):
    """On top of what would leave."""

    WHERE: ClassVar[str] = "sections"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    SectionsScreen #head { height: auto; padding: 0 2 0 3; }
    """

    def __init__(self, wish: ExportRequest, done: Callable[[ExportRequest], None]) -> None:
        """`done` gets the wish with what was chosen."""
        super().__init__()
        self._begun_with = self._wish = wish
        self._done = done
        self._contents: Contents | None = None
        self._goes_on_at: str | None = None
        """The row of the lines of "At a glance" that they are shown with again, when they were worked out anew."""
        self._in_lines = False

    def body(self) -> ComposeResult:
        """What it is, and the sections."""
        yield Lines(id="head", can_focus=False)
        yield Rows(id="sections")

    @property
    def rows(self) -> Rows:
        """The sections."""
        return self.query_one(Rows)

    def show(self, look: AppState) -> None:
        """Work out anew what there is."""
        self.query_one("#head", Lines).show_all(view.head_lines(look, self.app.size.width - _AROUND))
        self.set_focus(self.rows)
        self._fill()
        self.call_after_refresh(self._fill)
        self._work_out()

    def _work_out(self) -> None:
        wish, look = self._wish, self.look
        if look is not None:
            self.run_worker(self._worked_out(wish, look), exclusive=True, group="contents")

    async def _worked_out(self, wish: ExportRequest, look: AppState) -> None:
        contents = await self.services.session.ask(lambda nb: chapters(nb.read.records, wish, look.today))
        if contents is None or wish != self._wish or not self.is_attached:
            return
        self._contents = contents
        self._fill()
        if self._goes_on_at is not None and self.is_current:
            at, self._goes_on_at = self._goes_on_at, None
            self._choose_lines(at)

    def _fill(self) -> None:
        """As it is wished now; what there is for a section is as it was last worked out."""
        if self._contents is not None and self.look is not None and self.is_attached:
            rows = view.section_rows(self._contents, self._wish, self.look, self.rows.room)
            self.rows.show_rows(FixedRows(rows))

    def _wishes(self, wish: ExportRequest) -> None:
        self._wish = wish
        self.services.session.requests[wish.conversation] = (
            wish  # a number key leaves at once, and words were typed here
        )
        self._fill()
        self._work_out()

    def situation(self) -> ActionContext:
        """Which section the cursor is on."""
        return super().situation()._replace(row=self.rows.key)

    @on(Rows.Reached)
    def _reached(self) -> None:
        """Enter leads to something else under "At a glance"."""
        if (self.rows.key == AT_A_GLANCE) != self._in_lines:
            self._in_lines = not self._in_lines
            self.refresh_bindings()
        self.frame.keys_changed()

    def label(self, binding: Binding) -> str:
        """What enter leads to."""
        return _LINES[1] if binding.id == "open" and self.rows.key == AT_A_GLANCE else super().label(binding)

    def action_mark(self) -> None:
        """In or out."""
        section = self.rows.key
        if self._contents is not None and section:
            shown = view.is_shown(section, self._wish, self._contents)
            self._wishes(self._wish._replace(sections={**self._wish.sections, section: not shown}))

    def action_section_up(self) -> None:
        """A place earlier."""
        self._move(-1)

    def action_section_down(self) -> None:
        """A place later."""
        self._move(1)

    def _move(self, step: int) -> None:
        if self.rows.key:
            self._wishes(self._wish.moved(self.rows.key, step))

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """A heading of one's own, or the lines of "At a glance"."""
        if self.rows.key == AT_A_GLANCE:
            self._choose_lines(HEADING)
        elif self.rows.key:
            self._ask_heading(self.rows.key)

    def _ask_heading(self, section: str) -> None:
        def named(words: str | None) -> None:
            if words is not None:
                self._wishes(view.with_heading(section, words, self._wish))

        question = self.words("The heading in the document; leave it empty for the usual one")
        self.app.push_screen(LineDialog(question, view.heading_of(section, self._wish)), named)

    def _choose_lines(self, at: str) -> None:
        """The lines of "At a glance", again and again until escape."""
        contents, look = self._contents, self.look
        if contents is None or look is None:
            return

        def picked(key: str | None) -> None:
            if key == HEADING:
                self._ask_heading(AT_A_GLANCE)
            elif key is not None:
                self._choose_line(SectionPlace.of(key), contents, look)

        options = view.part_options(contents, self._wish, look)
        title = self.words("At a glance: which line do you want to change?")
        self.app.push_screen(PickDialog(title, options, at=at), picked)

    def _choose_line(self, place: SectionPlace, contents: Contents, look: AppState) -> None:
        """What is proposed for a line, one's own words, or nothing."""
        options, now = view.line_options(place, contents, self._wish, look)

        def picked(key: str | None) -> None:
            if key is None:
                self._choose_lines(place.key)
            elif key == OWN:
                self._ask_words(place, contents, look)
            elif key == USUAL:
                self._go_on(place, view.as_proposed(place.part, self._wish))
            else:
                line = None if key == OUT else Proposed(key)
                self._go_on(place, view.with_line(place, line, contents, self._wish))

        title = view.label_of(place, look)
        self.app.push_screen(PickDialog(title, options, chosen=[now], at=now, numbered=True), picked)

    def _ask_words(self, place: SectionPlace, contents: Contents, look: AppState) -> None:
        def written(words: str | None) -> None:
            if words is None:
                self._choose_lines(place.key)
            else:
                self._go_on(place, view.with_line(place, words, contents, self._wish))

        lines = contents.told.get(place.part, ())
        now = lines[place.line].words if place.line < len(lines) else ""
        self.app.push_screen(LineDialog(view.label_of(place, look), now), written)

    def _go_on(self, place: SectionPlace, wish: ExportRequest) -> None:
        """Take it, and show the lines again as they are then."""
        self._goes_on_at = place.key
        self._wishes(wish)

    def action_back(self) -> None:
        """To the document, with what was chosen."""
        if self._wish != self._begun_with:
            self._done(self._wish)
        self.dismiss(None)
