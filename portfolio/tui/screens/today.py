"""Today: one screen that says what matters, with the evening check under the enter key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.tui import actions
from portfolio.tui.look import Look
from portfolio.tui.messages import Discarded
from portfolio.tui.recording import RecordingScreen
from portfolio.tui.situations import Situation
from portfolio.tui.views.day import CHECK, DRAFT, day_row
from portfolio.tui.widgets.rows import FixedRows, Rows

if TYPE_CHECKING:
    from portfolio.tui.writings import Writing


class TodayScreen(RecordingScreen):
    """The first place."""

    WHERE: ClassVar[str] = "today"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings(WHERE)

    def body(self) -> ComposeResult:
        """One list."""
        yield Rows(id="today")

    def show(self, look: Look) -> None:
        """Fill the list; after saving the cursor is on what was saved."""
        rows = self.query_one("#today", Rows)
        if not look.read:
            rows.show_rows(FixedRows([day_row(look.today, look.words)]))
            return
        from portfolio.tui.views.today import today_rows  # after the first frame, which shows the day alone

        rows.show_rows(FixedRows(today_rows(look, rows.room)), at=self.take_landed())

    def situation(self) -> Situation:
        """What the cursor is on."""
        return self.chosen_in(super().situation(), self.query_one("#today", Rows).key)

    @on(Rows.Reached)
    def _reached(self) -> None:
        self.cursor_came()

    @on(Rows.Clicked)
    def _clicked(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Begin the check, go on with a draft, or read an entry where all entries are."""
        key = self.query_one("#today", Rows).key
        if key == CHECK:
            self.begin("three_minutes")
        elif key.startswith(DRAFT):
            writing = self._unfinished(key)
            if writing is not None:
                self.go_on(writing)
        elif self.situation().chosen is not None:
            self.open_record(key)

    def action_delete(self) -> None:
        """A draft is thrown away after a question; a record can be brought back, so it needs none."""
        key = self.query_one("#today", Rows).key
        writing = self._unfinished(key)
        if writing is None:
            super().action_delete()
            return
        _ = self.words
        self.ask(
            _("Throw this unfinished text away? It can't be brought back."),
            [("keep", _("Keep it")), ("drop", _("Throw it away"))],
            lambda answer: answer == "drop" and self.post_message(Discarded(writing.name)),
        )

    def _unfinished(self, key: str) -> Writing | None:
        drafts = self.look.unfinished if self.look else ()
        return next((kept.writing for kept in drafts if f"{DRAFT}{kept.name}" == key), None)
