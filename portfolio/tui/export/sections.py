"""Screen to choose the sections of a document, their order and headings, and the lines of "At a glance".

The choices are for this document only, which is prepared again when the screen closes.
"""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.export.options import LEAD_WORDS, too_many_words
from portfolio.export.outline import Contents
from portfolio.export.sections.glance import LEAD
from portfolio.notebook.export_request import ExportRequest, chapters
from portfolio.tui.dialogs.line import LineDialog
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.export import sections_rows as view
from portfolio.tui.export.request import RequestWork
from portfolio.tui.export.sections_rows import AT_A_GLANCE, HEADING, OUT, OWN, TAKE, USUAL, SectionPlace
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.shell.frame import has_widgets
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.wording.dates import context

_AROUND: Final = 5
"""Cells beside the head."""
_LINES: Final = context("key", "lines")


class SectionsScreen(BaseScreen[None]):
    """Screen on top of the sharing screen."""

    WHERE: ClassVar[str] = "sections"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    SectionsScreen #head { height: auto; padding: 0 2 0 3; }
    """

    def __init__(self, work: RequestWork) -> None:
        """`work` holds the request that changes."""
        super().__init__()
        self._work = work
        self._begun_with = work.request
        self._contents: Contents | None = None
        self._in_lines = False

    def body(self) -> ComposeResult:
        """Lay out the head and the sections."""
        yield Lines(id="head", can_focus=False)
        yield Rows(id="sections")

    @property
    def rows(self) -> Rows:
        """The list of sections."""
        return self.query_one(Rows)

    def show(self, state: AppState) -> None:
        """Show the sections and compute their contents again."""
        self.query_one("#head", Lines).show_all(view.head_lines(state, self.app.size.width - _AROUND))
        self.set_focus(self.rows)
        self._fill()
        self.call_after_refresh(self._fill)
        self._work_out()

    def _work_out(self) -> None:
        self.run_worker(self._worked_out(), exclusive=True, group="contents")

    async def _worked_out(self) -> bool:
        """Compute the contents for the current request and show them; False when unknown or overtaken."""
        request, state = self._work.request, self.state
        if state is None:
            return False
        contents = await self.services.session.ask(lambda nb: chapters(nb.read.records, request, state.today))
        if contents is None or request != self._work.request or not has_widgets(self):
            return False
        self._contents = contents
        self._fill()
        return True

    def _fill(self) -> None:
        """Show the current choices with the contents that were computed last."""
        if self._contents is not None and self.state is not None and has_widgets(self):
            rows = view.section_rows(self._contents, self._work.request, self.state, self.rows.room)
            self.rows.show_rows(FixedRows(rows))

    def _set_request(self, request: ExportRequest) -> None:
        self._take(request)
        self._work_out()

    def _take(self, request: ExportRequest) -> None:
        """Store the request at once: a number key leaves this screen without closing it."""
        self._work.keep(request)
        self._fill()

    def current_context(self) -> ActionContext:
        """Return the context of the keys with the section under the cursor."""
        return super().current_context()._replace(row=self.rows.key)

    @on(Rows.Reached)
    def _reached(self) -> None:
        """Update the label of Enter, which differs for "At a glance"."""
        if (self.rows.key == AT_A_GLANCE) != self._in_lines:
            self._in_lines = not self._in_lines
            self.refresh_bindings()
        self.frame.keys_changed()

    def label(self, binding: Binding) -> str:
        """Label Enter by what it opens."""
        return _LINES[1] if binding.id == "open" and self.rows.key == AT_A_GLANCE else super().label(binding)

    def action_mark(self) -> None:
        """Include or exclude the section."""
        section = self.rows.key
        if self._contents is not None and section:
            shown = view.is_shown(section, self._work.request, self._contents)
            self._set_request(self._work.request._replace(sections={**self._work.request.sections, section: not shown}))

    def action_section_up(self) -> None:
        """Move the section up."""
        self._move(-1)

    def action_section_down(self) -> None:
        """Move the section down."""
        self._move(1)

    def _move(self, step: int) -> None:
        if self.rows.key:
            self._set_request(self._work.request.moved(self.rows.key, step))

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Edit the heading, or the lines of "At a glance"."""
        if self.rows.key == AT_A_GLANCE:
            start_flow(self, self._choose_lines)
        elif self.rows.key:
            start_flow(self, self._ask_heading, self.rows.key)

    async def _ask_heading(self, section: str) -> None:
        question = self.words("The heading in the document; leave it empty for the usual one")
        words = await self.ask(LineDialog(question, view.heading_of(section, self._work.request)))
        if words is not None:
            self._set_request(view.with_heading(section, words, self._work.request))

    async def _choose_lines(self) -> None:
        """Edit lines of "At a glance" one by one until Escape."""
        at, there = TAKE, True
        while there and self._contents is not None and self.state is not None:
            options = view.part_options(self._contents, self._work.request, self.state)
            title = self.words("At a glance: which line do you want to change?")
            key = await self.ask(PickDialog(title, options, at=at))
            if key == HEADING:
                await self._ask_heading(AT_A_GLANCE)
            if key is None or key == HEADING:
                return
            if key == TAKE:
                self._take(self._work.request.with_proposed(self._contents.offered))
                at, there = HEADING, await self._worked_out() and self.is_current
                continue
            place = SectionPlace.of(key)
            request = await self._choose_line(place, self._contents, self.state)
            if request is not None:
                self._take(request)
                there = await self._worked_out() and self.is_current
            at = place.key

    async def _choose_line(self, place: SectionPlace, contents: Contents, state: AppState) -> ExportRequest | None:
        """Ask for a proposed line, the user's own, or none; None when cancelled."""
        options, now = view.line_options(place, contents, self._work.request, state)
        title = view.label_of(place, state)
        key = await self.ask(PickDialog(title, options, chosen=[now], at=now, numbered=True))
        if key is None:
            return None
        if key == USUAL:
            return view.as_proposed(place.part, self._work.request)
        if key != OWN:
            line = None if key == OUT else view.proposal(place, key, contents)
            return view.with_line(place, line, contents, self._work.request)
        lines = contents.lines.get(place.part, ())
        shown = lines[place.line].words if place.line < len(lines) else ""
        words = await self.ask(LineDialog(title, shown))
        while place.part == LEAD and words is not None and too_many_words(words):
            most = self.words("At most {most} words, please; these are {found}.")
            title = most.format(most=LEAD_WORDS, found=too_many_words(words))
            words = await self.ask(LineDialog(title, words))
        return view.with_line(place, words, contents, self._work.request) if words is not None else None

    def action_back(self) -> None:
        """Return to the document with the changed request."""
        if self._work.request != self._begun_with:
            self._work.change(self._work.request)
        self.dismiss(None)
