"""Today: one screen that says what matters, with the evening check under the enter key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.records.templates import EVENING
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.records.actions import RecordingScreen
from portfolio.tui.services.drafts import DRAFT
from portfolio.tui.services.state import AppState
from portfolio.tui.today import hints
from portfolio.tui.today.day import CHECK, HINT, MILESTONE, PLACE, PLAN, REVIEW, day_row
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.wording.dates import context

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry

_PUT_AWAY: Final = context("key", "put away")
_KEEP: Final = context("key", "keep")
_ANSWER: Final = context("key", "answer")


class TodayScreen(RecordingScreen):
    """The first place."""

    WHERE: ClassVar[str] = "today"
    BINDINGS: ClassVar[list[BindingType]] = table.bindings(WHERE)
    DEFAULT_CSS = """
    TodayScreen #today { max-width: 120; }
    """

    def body(self) -> ComposeResult:
        """One list."""
        yield Rows(id="today")

    def show(self, look: AppState) -> None:
        """Fill the list; after saving the cursor is on what was saved."""
        rows = self.query_one("#today", Rows)
        if not look.read:
            rows.show_rows(FixedRows([day_row(look.today, look.words)]))
            return
        from portfolio.tui.today.rows import today_rows  # after the first frame, which shows the day alone

        rows.show_rows(FixedRows(today_rows(look, rows.room, self._height)), at=self.take_landed())

    @property
    def _height(self) -> int:
        """The rows there are, one of them kept free for what the app says."""
        return self.app.size.height - 3

    def situation(self) -> ActionContext:
        """What the cursor is on."""
        return self.chosen_in(super().situation(), self.query_one("#today", Rows).key)

    @on(Rows.Reached)
    def _reached(self) -> None:
        self.cursor_came()

    @on(Rows.Clicked)
    def _clicked(self) -> None:
        self.action_open()

    def label(self, binding: Binding) -> str:
        """On a hint enter and d do something else than on a record, and say so."""
        key = self.query_one("#today", Rows).key
        if key.startswith(HINT) and binding.id == "delete":
            return _PUT_AWAY[1]
        if key == PLAN and binding.id == "open":
            return _ANSWER[1]
        return _KEEP[1] if key == MILESTONE and binding.id == "open" else super().label(binding)

    def action_open(self) -> None:
        """Begin a look back, go on with a draft, do what a hint is for, or open the record that the row is about."""
        key = self.query_one("#today", Rows).key
        if key == CHECK:
            self.begin(EVENING)
        elif key == REVIEW:
            self.begin("week")
        elif key == PLAN:
            self._ask_about_the_plan()
        elif key.startswith(HINT):
            self._follow_hint()
        elif key.startswith(PLACE):
            self.services.navigator.go(key.removeprefix(PLACE))
        elif key.startswith(DRAFT):
            drafts = self.services.drafts.writer.on_offer(self.look.unfinished if self.look else ())
            if key.removeprefix(DRAFT) in drafts:
                self.go_on(drafts[key.removeprefix(DRAFT)])
        elif self.situation().chosen is not None:
            self.open_record(key)

    def action_look_back(self) -> None:
        """Begin to look back, by the time there is and the kind of moment."""
        self.services.navigator.start("look_back", self)

    def _ask_about_the_plan(self) -> None:
        from portfolio.tui.today.plan import ask_how_it_went
        from portfolio.tui.today.rows import plan_of

        plan = plan_of(self.look) if self.look is not None else None
        if plan is not None:
            ask_how_it_went(self, plan)

    def _follow_hint(self) -> None:
        from portfolio.journey.prompts.nudges import LETTERS
        from portfolio.journey.prompts.proposals import Proposal

        worth = self.look.worth if self.look is not None else None
        if isinstance(worth, Proposal):
            hints.take_milestone(self.services, worth)
        elif worth is not None and worth.sort in LETTERS:
            self._go_on_with_story(worth.about, LETTERS[worth.sort])
        elif worth is not None:
            self.open_record(worth.about)

    def _go_on_with_story(self, identity: str, letter: str) -> None:
        from portfolio.records.reflections import Reflection
        from portfolio.tui.records.story import go_on_with_story

        story = self.look.records.find(Reflection, identity) if self.look is not None else None
        if story is not None and self.look is not None and self.look.writable:
            go_on_with_story(self, story, letter)

    def action_delete(self) -> None:
        """A draft is thrown away after a question; what can be brought back needs none."""
        key = self.query_one("#today", Rows).key
        if key.startswith(HINT) and self.look is not None and self.look.worth is not None:
            hints.put_away(self.services, self.look.worth.key)
            return
        writing = self._unfinished(key)
        if writing is None:
            super().action_delete()
            return
        _ = self.words
        self.ask_then(
            _("Throw this unfinished text away? It can't be brought back."),
            [("keep", _("Keep it")), ("drop", _("Throw it away"))],
            lambda answer: self.services.drafts.discard(writing.name, writing.stamp) if answer == "drop" else None,
        )

    def _unfinished(self, key: str) -> Entry | None:
        drafts = self.look.unfinished if self.look else ()
        return next((kept.writing for kept in drafts if f"{DRAFT}{kept.name}" == key), None)
