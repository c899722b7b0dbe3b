"""Screen for use during a conversation: one point at a time, the elapsed time, and keys for agreement, note and done.

Records marked as only for the user are not shown, because the other person can see the screen.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.capture.additions import TO_RECORD, options, tied
from portfolio.capture.entry import NOTE, QUESTIONS
from portfolio.journey.facts.meeting_points import Point, points
from portfolio.records.conversations import Conversation
from portfolio.tui.conversation.meeting_rows import table_lines
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.records.state import set_state
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.lines import Lines

_SECONDS = 5.0
"""Seconds between updates of the elapsed time."""


class _Place(Lines):
    """Area of the point; its height changes when a message is shown below it."""

    def on_resize(self) -> None:
        """Lay out the point for the new size."""
        if isinstance(self.screen, AtTheTableScreen) and self.screen.state is not None:
            self.screen.show(self.screen.state)


class AtTheTableScreen(BaseScreen[None]):
    """Screen on top of the Conversation place."""

    WHERE: ClassVar[str] = "table"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    AtTheTableScreen #point { padding: 1 2 0 3; overflow-y: hidden; }
    """

    def __init__(self, conversation: str) -> None:
        """`conversation` is the id of the conversation."""
        super().__init__()
        self._conversation_id, self._at = conversation, 0
        self._minutes = 0

    def body(self) -> ComposeResult:
        """Lay out the text."""
        yield _Place(id="point")

    def on_mount(self) -> None:
        """Start the clock."""
        self._began = self.services.preferences.start.now()
        self.set_interval(_SECONDS, self._look_at_the_clock)

    def _look_at_the_clock(self) -> None:
        gone = int((self.services.preferences.start.now() - self._began).total_seconds() // 60)
        if gone != self._minutes and self.state is not None:
            self._minutes = gone
            self.show(self.state)

    @property
    def _done(self) -> frozenset[str]:
        """Keys of the points that were discussed; kept by the session when the screen closes."""
        return self.services.session.state.talked_about.get(self._conversation_id, frozenset())

    @property
    def _conversation(self) -> Conversation | None:
        return self.state.records.find(Conversation, self._conversation_id) if self.state is not None else None

    @property
    def _points(self) -> tuple[Point, ...]:
        conversation, state = self._conversation, self.state
        return points(state.records, conversation) if conversation is not None and state is not None else ()

    def show(self, state: AppState) -> None:
        """Show the current point; close in Over the shoulder or when the conversation is gone."""
        conversation, place = self._conversation, self.query_one("#point", Lines)
        if state.read and (conversation is None or not state.alone):
            self.dismiss(None)
            return
        found = self._points
        self._at = min(self._at, max(len(found) - 1, 0))
        size = place.scrollable_content_region
        if conversation is not None and size.width > 0:
            lines = table_lines(
                found,
                self._at,
                self._done,
                conversation,
                state,
                minutes=self._minutes,
                width=size.width,
                height=size.height,
            )
            place.show(lines)
        self.set_focus(place)

    def current_context(self) -> ActionContext:
        """Return the context of the keys, without a chosen record."""
        return super().current_context()._replace(deeper=True)

    def action_next_point(self) -> None:
        """Go to the next point."""
        self._go(1)

    def action_point_before(self) -> None:
        """Go to the previous point."""
        self._go(-1)

    def _go(self, step: int) -> None:
        if self.state is not None:
            self._at = min(max(self._at + step, 0), max(len(self._points) - 1, 0))
            self.show(self.state)

    def action_talked_about(self) -> None:
        """Mark the point as discussed and go to the next open one; a second time, undo the mark."""
        found = self._points
        if not found:
            return
        key = found[self._at].key
        self.services.session.discuss(self._conversation_id, self._done ^ {key})
        if key in self._done:
            after = [*range(self._at + 1, len(found)), *range(self._at)]
            self._at = next((n for n in after if found[n].key not in self._done), self._at)
        self._go(0)

    @flow
    async def action_agreed(self) -> None:
        """Add an agreement: ask whose it is, then what and by when."""
        conversation = self._conversation
        if conversation is None:
            return
        additions = {addition.id: addition for addition in TO_RECORD["conversation"]}
        offered = options(tuple(additions.values()), self.words)
        key = await self.ask(PickDialog(self.words("What did you agree?"), offered, numbered=True))
        if key is not None:
            entry = self.services.navigator.new_entry("agreement", "", tied(additions[key], conversation))
            self.services.navigator.open_entry(entry._replace(way=QUESTIONS))

    def action_table_note(self) -> None:
        """Write a note with the conversation, below any earlier note."""
        conversation = self._conversation
        if conversation is not None:
            self.services.navigator.open_entry(self.services.navigator.to_change(conversation).asked(NOTE))

    @flow
    async def action_back(self) -> None:
        """Leave; when the conversation is over, continue with the agreements of both sides."""
        conversation, _ = self._conversation, self.words
        if conversation is None or conversation.state != "preparing":
            self.dismiss(None)
            return
        answers = [
            ("later", _("No, I'll come back to it")),
            ("held", _("Yes, and I'll write down the rest")),
        ]
        answer = await self.choose(_("Is the conversation over?"), answers)
        if answer is not None:
            self.dismiss(None)
        if answer == "held":
            await set_state(self, conversation, "held")
