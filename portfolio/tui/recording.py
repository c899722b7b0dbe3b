"""What every list of records can do: begin a text, change, share and delete what the cursor is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.records.reflections import Reflection
from portfolio.tui.actions import Situation
from portfolio.tui.messages import Deleted, ShareChosen
from portfolio.tui.place_screen import PlaceScreen
from portfolio.tui.widgets.bars import Saying
from portfolio.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from portfolio.tui.writings import Writing


class RecordingScreen(PlaceScreen):
    """A place with a list of reflections."""

    _said_at: str | None = None
    """The row that what was said last is about."""

    def chosen_in(self, situation: Situation, key: str) -> Situation:
        """The situation with the record that the row `key` stands for."""
        record = self.look.records.find(Reflection, key) if self.look else None
        return situation._replace(chosen=record, row=key)

    def say(self, saying: Saying) -> None:
        """Say it; what is about the row that the cursor is on makes way when it moves."""
        super().say(saying)
        self._said_at = self.query(Rows).first().key if saying.here else None

    def cursor_came(self) -> None:
        """The cursor came to a row, or the rows changed under it."""
        if self._said_at is not None and self.query(Rows).first().key != self._said_at:
            self._said_at = None
            self.leerreis.moved_on()
        self.refresh_keys()

    def take_landed(self) -> str | None:
        """The record that was just written, once."""
        landed, self.leerreis.landed = self.leerreis.landed, ""
        return landed or None

    def begin(self, template: str) -> None:
        """Start a new text."""
        if self.look is not None:
            from portfolio.tui.writings import Writing

            name = f"{template}-{self.leerreis.start.now().isoformat()}"
            self.go_on(Writing(name, template, self.look.today))

    def go_on(self, writing: Writing) -> None:
        """Open a text where it was left."""
        if writing.record:
            from portfolio.tui.screens.edit import EditScreen

            self.app.push_screen(EditScreen(writing))
        else:
            from portfolio.tui.screens.check import CheckScreen

            self.app.push_screen(CheckScreen(writing))

    def action_new(self) -> None:
        """A note."""
        self.begin("note")

    def action_edit(self) -> None:
        """Change what the cursor is on."""
        record = self.situation().chosen
        if isinstance(record, Reflection):
            from portfolio.tui.writings import of_record

            self.go_on(of_record(record))

    def action_share(self) -> None:
        """The other way round than it is."""
        record = self.situation().chosen
        if record is not None:
            self.post_message(ShareChosen((record.id,), not record.shareable))

    def action_delete(self) -> None:
        """Delete what the cursor is on."""
        record = self.situation().chosen
        if record is not None:
            self.post_message(Deleted((record.id,)))
