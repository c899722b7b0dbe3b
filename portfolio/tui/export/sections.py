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
from portfolio.tui.shell.flow import start_flow
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
        self.run_worker(self._worked_out(), exclusive=True, group="contents")

    async def _worked_out(self) -> bool:
        """Show what there is for each section by this wish; False when it is not known, or no longer asked."""
        wish, look = self._wish, self.look
        if look is None:
            return False
        contents = await self.services.session.ask(lambda nb: chapters(nb.read.records, wish, look.today))
        if contents is None or wish != self._wish or not self.is_attached:
            return False
        self._contents = contents
        self._fill()
        return True

    def _fill(self) -> None:
        """As it is wished now; what there is for a section is as it was last worked out."""
        if self._contents is not None and self.look is not None and self.is_attached:
            rows = view.section_rows(self._contents, self._wish, self.look, self.rows.room)
            self.rows.show_rows(FixedRows(rows))

    def _wishes(self, wish: ExportRequest) -> None:
        self._take(wish)
        self._work_out()

    def _take(self, wish: ExportRequest) -> None:
        """Keep the wish at once: a number key leaves the screen without closing it, and words were typed here."""
        self._wish = self.services.session.requests[wish.conversation] = wish
        self._fill()

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
            start_flow(self, self._choose_lines)
        elif self.rows.key:
            start_flow(self, self._ask_heading, self.rows.key)

    async def _ask_heading(self, section: str) -> None:
        question = self.words("The heading in the document; leave it empty for the usual one")
        words = await self.ask(LineDialog(question, view.heading_of(section, self._wish)))
        if words is not None:
            self._wishes(view.with_heading(section, words, self._wish))

    async def _choose_lines(self) -> None:
        """The lines of "At a glance", again and again until escape."""
        at, there = HEADING, True
        while there and self._contents is not None and self.look is not None:
            options = view.part_options(self._contents, self._wish, self.look)
            title = self.words("At a glance: which line do you want to change?")
            key = await self.ask(PickDialog(title, options, at=at))
            if key == HEADING:
                await self._ask_heading(AT_A_GLANCE)
            if key is None or key == HEADING:
                return
            place = SectionPlace.of(key)
            wish = await self._choose_line(place, self._contents, self.look)
            if wish is not None:
                self._take(wish)
                there = await self._worked_out() and self.is_current
            at = place.key

    async def _choose_line(self, place: SectionPlace, contents: Contents, look: AppState) -> ExportRequest | None:
        """What is proposed for a line, the user's own words, or nothing; None when the user goes back."""
        options, now = view.line_options(place, contents, self._wish, look)
        title = view.label_of(place, look)
        key = await self.ask(PickDialog(title, options, chosen=[now], at=now, numbered=True))
        if key is None:
            return None
        if key == USUAL:
            return view.as_proposed(place.part, self._wish)
        if key != OWN:
            return view.with_line(place, None if key == OUT else Proposed(key), contents, self._wish)
        lines = contents.told.get(place.part, ())
        shown = lines[place.line].words if place.line < len(lines) else ""
        words = await self.ask(LineDialog(title, shown))
        return view.with_line(place, words, contents, self._wish) if words is not None else None

    def action_back(self) -> None:
        """To the document, with what was chosen."""
        if self._wish != self._begun_with:
            self._done(self._wish)
        self.dismiss(None)
