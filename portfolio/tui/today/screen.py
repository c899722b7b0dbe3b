"""The Today place: one screen with what matters now; Enter starts the evening check."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.records.templates import EVENING
from portfolio.tui.keymap import table
from portfolio.tui.records import add
from portfolio.tui.records.drafts import open_draft
from portfolio.tui.records.record_list import RecordList
from portfolio.tui.services.drafts import DRAFT
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.today import hints
from portfolio.tui.today.day import CHECK, HINT, INBOX, MILESTONE, OFFER, PLACE, PLAN, REVIEW, day_row
from portfolio.tui.today.inbox import take_in
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.tui.widgets.two_pane import TwoPane
from portfolio.wording.dates import context

_WITH_TEXT: Final = 160
"""Columns from which the record under the cursor is shown beside the list."""
_PUT_AWAY: Final = context("key", "later")
_KEEP: Final = context("key", "keep")
_ANSWER: Final = context("key", "answer")
_ADD: Final = context("key", "add")


class TodayList(RecordList):
    """The rows of Today: records, drafts, hints, and texts to start."""

    def action_with_record(self, action: str) -> None:
        """Run an action on the row: delete dismisses a hint."""
        state = self.here.state
        if action != "delete" or state is None:
            super().action_with_record(action)
            return
        if self.key.startswith(HINT) and state.worth is not None:
            hints.put_away(self.here.services, state.worth.key)
        else:
            super().action_with_record(action)


class TodayScreen(BaseScreen[None]):
    """The Today place."""

    WHERE: ClassVar[str] = "today"
    BINDINGS: ClassVar[list[BindingType]] = table.bindings(WHERE)
    DEFAULT_CSS = """
    TodayScreen.-airy #places { margin-bottom: 1; }
    TodayScreen #today { width: 1fr; max-width: 120; }
    TodayScreen #text { width: 1fr; padding: 0 2; scrollbar-gutter: stable; }
    """

    def __init__(self) -> None:
        """Start with an empty list."""
        super().__init__()
        self.list = TodayList(id="today")
        self.text = Lines(id="text", can_focus=False)
        self.panes = TwoPane(self.list, self.text, wide=_WITH_TEXT)

    def body(self) -> ComposeResult:
        """Lay out the list, with the record beside it on a very wide terminal."""
        yield self.panes

    def show(self, state: AppState) -> None:
        """Fill the list, with the cursor on a record that was just saved."""
        rows = self.list
        self.panes.lay_out(empty=state.read and not state.exists)
        if not state.read:
            rows.show_rows(FixedRows([day_row(state.today, state.words, example=state.example)]))
            return
        from portfolio.tui.today.rows import today_rows  # imported after the first frame, which shows the day alone

        rows.show_rows(FixedRows(today_rows(state, rows.room, self._height)), at=self.services.session.take_landed())
        self.call_after_refresh(self._show_text)

    @on(Rows.Reached)
    def _show_text(self) -> None:
        """Show beside the list what goes with the row under the cursor."""
        pane, width = self.text, self.text.scrollable_content_region.width
        if self.state is None or not pane.display or width <= 0:
            return
        from portfolio.tui.today.beside import beside  # imported for a very wide terminal only

        pane.show(beside(self.list.key, self.state, width))

    @property
    def _height(self) -> int:
        """Rows available for the list, keeping one free for a message."""
        return self.app.size.height - (4 if self.has_class("-airy") else 3)

    @on(Rows.Clicked)
    def _clicked(self) -> None:
        self.action_open()

    def label(self, binding: Binding) -> str:
        """Label Enter and d by what they do on a hint or a plan."""
        key = self.list.key
        if key.startswith(HINT) and binding.id == "delete":
            return _PUT_AWAY[1]
        if key == INBOX and binding.id == "open":
            return _ADD[1]
        if key == PLAN and binding.id == "open":
            return _ANSWER[1]
        return _KEEP[1] if key == MILESTONE and binding.id == "open" else super().label(binding)

    def action_open(self) -> None:
        """Start a check or review, continue a draft, follow a hint, or open the record of the row."""
        key = self.list.key
        if key == CHECK:
            self.services.navigator.write_new(self, "reflection", EVENING)
        elif key == REVIEW:
            self.services.navigator.write_new(self, "reflection", "week")
        elif key == INBOX:
            take_in(self.services)
        elif key == PLAN:
            self._ask_about_the_plan()
        elif key.startswith(HINT):
            self._follow_hint()
        elif key.startswith(OFFER):
            self._take_offer(key.removeprefix(OFFER))
        elif key.startswith(PLACE):
            self.services.navigator.go(key.removeprefix(PLACE))
        elif key.startswith(DRAFT):
            open_draft(self, key)
        elif self.current_context().chosen is not None:
            self.services.navigator.open_record(key)

    def action_new(self) -> None:
        """Start a new record."""
        add.new_in(self)

    def action_look_back(self) -> None:
        """Start a reflection by time and kind of moment."""
        self.services.navigator.start("look_back", self)

    def _take_offer(self, offer: str) -> None:
        if offer == "write":
            self.services.navigator.quick_note()
        elif offer in ("goal", "conversation"):
            self.services.navigator.write_new(self, offer)
        else:
            from portfolio.tui.today.example import look_around

            look_around(self)

    def _ask_about_the_plan(self) -> None:
        from portfolio.tui.today.plan import ask_how_it_went
        from portfolio.tui.today.rows import plan_of

        plan = plan_of(self.state) if self.state is not None else None
        if plan is not None:
            start_flow(self, ask_how_it_went, self, plan)

    def _follow_hint(self) -> None:
        from portfolio.journey.prompts.nudges import LETTERS
        from portfolio.journey.prompts.proposals import Proposal

        worth = self.state.worth if self.state is not None else None
        if isinstance(worth, Proposal):
            hints.take_milestone(self.services, worth)
        elif worth is not None and worth.sort in LETTERS:
            self._go_on_with_story(worth.about, LETTERS[worth.sort])
        elif worth is not None:
            self.services.navigator.open_record(worth.about)

    def _go_on_with_story(self, identity: str, letter: str) -> None:
        from portfolio.records.reflections import Reflection
        from portfolio.tui.records.story import go_on_with_story

        story = self.state.records.find(Reflection, identity) if self.state is not None else None
        if story is not None and self.state is not None and self.state.writable:
            go_on_with_story(self, story, letter)
