"""In the conversation itself: one point at a time, the time gone, and one key each for agreed, note and done.

What one keeps to oneself is not on it, since someone else sits at the table.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.capture.entry import NOTE, QUESTIONS
from portfolio.journey.facts.meeting_points import Point, points
from portfolio.records.conversations import Conversation
from portfolio.tui.conversation.meeting_rows import table_lines
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.records import add
from portfolio.tui.records.state import set_state
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.lines import Lines

_SECONDS = 5.0
"""How often the time gone is looked at."""


class _Place(Lines):
    """Where the point stands; what is said above the keys takes a line of it, and gives it back."""

    def on_resize(self) -> None:
        """Lay the point out for the place there is now."""
        if isinstance(self.screen, AtTheTableScreen) and self.screen.look is not None:
            self.screen.show(self.screen.look)


class AtTheTableScreen(BaseScreen[None]):
    """On top of the conversation place."""

    WHERE: ClassVar[str] = "table"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    AtTheTableScreen #point { padding: 1 2 0 3; overflow-y: hidden; }
    """

    def __init__(self, talk: str) -> None:
        """`talk` is the id of the conversation."""
        super().__init__()
        self._talk_id, self._at = talk, 0
        self._minutes = 0

    def body(self) -> ComposeResult:
        """One text."""
        yield _Place(id="point")

    def on_mount(self) -> None:
        """Look at the clock now and then."""
        self._began = self.services.preferences.start.now()
        self.set_interval(_SECONDS, self._look_at_the_clock)

    def _look_at_the_clock(self) -> None:
        gone = int((self.services.preferences.start.now() - self._began).total_seconds() // 60)
        if gone != self._minutes and self.look is not None:
            self._minutes = gone
            self.show(self.look)

    @property
    def _done(self) -> frozenset[str]:
        """The points that were talked about; they are still done when someone comes back."""
        return self.services.session.talked_about.get(self._talk_id, frozenset())

    @property
    def _talk(self) -> Conversation | None:
        return self.look.records.find(Conversation, self._talk_id) if self.look is not None else None

    @property
    def _points(self) -> tuple[Point, ...]:
        talk, look = self._talk, self.look
        return points(look.records, talk) if talk is not None and look is not None else ()

    def show(self, look: AppState) -> None:
        """The point that it is about; while someone looks on, or when the conversation is gone, the screen closes."""
        talk, place = self._talk, self.query_one("#point", Lines)
        if look.read and (talk is None or not look.alone):
            self.dismiss(None)
            return
        found = self._points
        self._at = min(self._at, max(len(found) - 1, 0))
        size = place.scrollable_content_region
        if talk is not None and size.width > 0:
            lines = table_lines(
                found,
                self._at,
                self._done,
                talk,
                look,
                minutes=self._minutes,
                width=size.width,
                height=size.height,
            )
            place.show(lines)
        self.set_focus(place)

    def situation(self) -> ActionContext:
        """Nothing is chosen: the keys are about the conversation."""
        return super().situation()._replace(deeper=True)

    def action_next_point(self) -> None:
        """The next point."""
        self._go(1)

    def action_point_before(self) -> None:
        """The point before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        if self.look is not None:
            self._at = min(max(self._at + step, 0), max(len(self._points) - 1, 0))
            self.show(self.look)

    def action_talked_about(self) -> None:
        """Done, and on to the next that is not; once more takes it back."""
        found = self._points
        if not found:
            return
        key = found[self._at].key
        self.services.session.talked_about[self._talk_id] = self._done ^ {key}
        if key in self._done:
            after = [*range(self._at + 1, len(found)), *range(self._at)]
            self._at = next((n for n in after if found[n].key not in self._done), self._at)
        self._go(0)

    @flow
    async def action_agreed(self) -> None:
        """Who does it, what, and by when."""
        talk = self._talk
        if talk is None:
            return
        additions = {addition.id: addition for addition in add.TO_RECORD["conversation"]}
        options = add.options(tuple(additions.values()), self.words)
        key = await self.ask(PickDialog(self.words("What did you agree?"), options, numbered=True))
        if key is not None:
            writing = self.services.navigator.new_entry("agreement", "", add.tied(additions[key], talk))
            self.services.navigator.open_entry(writing._replace(way=QUESTIONS))

    def action_table_note(self) -> None:
        """A note with the conversation; what was noted before stands there."""
        talk = self._talk
        if talk is not None:
            self.services.navigator.open_entry(self.services.navigator.to_change(talk).asked(NOTE))

    @flow
    async def action_back(self) -> None:
        """Leave; when it is over, the agreements of both sides come next."""
        talk, _ = self._talk, self.words
        if talk is None or talk.state != "preparing":
            self.dismiss(None)
            return
        answers = [
            ("later", _("No, I come back to it")),
            ("held", _("Yes, and I write down the rest")),
        ]
        answer = await self.choose(_("Is the conversation over?"), answers)
        if answer is not None:
            self.dismiss(None)
        if answer == "held":
            await set_state(self, talk, "held")
