"""The app: creates the services, and passes keys, state and messages to the screen on top."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rich.console import Console
from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter, Monochrome, NoColor
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.widget import AwaitMount
from textual.worker import Worker

from portfolio import themes
from portfolio.errors import PortfolioError
from portfolio.records.collection import Records
from portfolio.sanitise import clean_line
from portfolio.settings import Unknown, passed_over, unknown_actions, unknown_theme
from portfolio.themes import Theme
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.file_watch import FileWatch
from portfolio.tui.keymap import table
from portfolio.tui.keymap.key_words import moved_sentence
from portfolio.tui.keymap.names import key_names
from portfolio.tui.keymap.places import modes
from portfolio.tui.navigator import AppNavigator
from portfolio.tui.services.answer_drafts import AnswerDrafts
from portfolio.tui.services.draft_writer import DraftWriter
from portfolio.tui.services.drafts import DraftKeeper
from portfolio.tui.services.flow_gate import Holds
from portfolio.tui.services.key_queue import KeyDone, KeyQueue
from portfolio.tui.services.notebook_worker import NotebookWorker
from portfolio.tui.services.preferences import Preferences
from portfolio.tui.services.services import Services
from portfolio.tui.services.session import Session
from portfolio.tui.services.shutdown import Shutdown
from portfolio.tui.services.start import Start
from portfolio.tui.services.state import AppState
from portfolio.tui.services.status import Status, StatusMessage
from portfolio.tui.shell.flow import flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.theme.terminal_filter import LastEdge
from portfolio.tui.theme.theme import Paint, PlainBars, as_textual
from portfolio.tui.writing.words_after import WordsAfter
from portfolio.wording import Words

if TYPE_CHECKING:
    from textual.driver import Driver

_NO_COLOUR: Final = NoColor()


class LeerreisApp(App[int]):
    """Leerreis in the terminal."""

    ENABLE_COMMAND_PALETTE = False  # our own palette is in the user's language
    MODES = modes()
    DEFAULT_MODE: ClassVar[str] = "today"
    TITLE = "Leerreis"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
        Binding("ctrl+q", "close", show=False, priority=True),  # on every screen, also in a text
    ]
    CSS = """
    .-plain WritingBox, .-plain WritingBox:focus { border: ascii $line; }
    .-plain WritingBox:focus { border: ascii $accent; }
    .-plain FormField WritingBox, .-plain FormField WritingBox:focus { border: none; }
    .-plain Dialog > .framed { border: ascii $accent; }
    .-plain .beside { border-left: ascii $line; }
    .-plain .ruled { border-top: ascii $line; }
    """
    paint: Paint
    """The styles of the current theme."""

    def __init__(self, start: Start) -> None:
        """Create the services. No record is read before the first frame, and only the chosen theme is."""
        super().__init__()
        worker = NotebookWorker(start.open_notebook, start.locations)
        status = Status(self._show_message, self.set_timer)
        writer = DraftWriter(worker, lambda: self.call_later(self.services.drafts.say_that_drafts_fail))
        state = AppState(Words(start.language), start.today, Records.of_all(()), read=False, example=start.demo)
        answers = AnswerDrafts(writer)
        session = Session(worker, status, state, writer, answers, self.run_worker, self._show_state)
        preferences = Preferences(start, worker, session, status, self)
        navigator = AppNavigator(self)
        drafts = DraftKeeper(worker, writer, answers, session, status, self.run_worker, navigator.after_adding)
        self._words_after = WordsAfter(self)
        keys = KeyQueue(self, super().on_event, self._words_after, self.action_quit)
        shutdown = Shutdown(
            self,
            self.run_worker,
            self.gather_words,
            self._words_after.let_answers_go,
            self._say_slow,
            worker,
            writer,
            keys,
        )
        self.services = Services(worker, session, drafts, preferences, status, keys, navigator, shutdown)
        self.file_watch = FileWatch(self.services, self.run_worker, navigator.place_on_top, self._is_asked)
        self._terminal_filter = LastEdge()
        self.wear(preferences.theme, plain=start.ascii)
        self.let_move(on=start.settings.animations)
        # The traceback of an unexpected failure would show the values of variables, which are private. It is discarded;
        # `run` prints one sentence instead.
        self.error_console = Console(file=io.StringIO())

    def on_load(self) -> None:
        """Handle signals of the system from here on; the terminal is taken over later."""
        self.services.shutdown.heed_the_system()

    def on_mount(self) -> None:
        """Read the file in a worker and keep watching it; at the first start, ask where it should be."""
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))
        changed = self.services.preferences.keys.changed
        self.use_keys(changed)
        self.services.session.state = self.services.state._replace(keys=key_names(changed))
        if self.services.preferences.start.ask_where:
            self.run_worker(self._begin_somewhere())
        else:
            self.run_worker(self._begin(), holds="nothing")

    async def _begin_somewhere(self) -> None:
        """Ask where to keep the portfolio, then start there."""
        start = self.services.preferences.start
        path = await self.services.navigator.ask("first_start", start)
        if path:
            await self.services.preferences.settle(path)
        await self._begin()

    async def _begin(self) -> None:
        session, status, preferences = self.services.session, self.services.status, self.services.preferences
        wrong: list[Unknown | PortfolioError | themes.Failed] = list(passed_over(preferences.start.settings))
        wrong += unknown_actions(preferences.start.settings, table.ids())
        if not preferences.theme_found:
            found = themes.load(preferences.locations.themes_folder)
            wrong += found.failed or unknown_theme(preferences.start.settings, found.loaded)
        if wrong:
            status.say(clean_line(" ".join(each.sentence(session.state.words) for each in wrong)), "warning")
        if await session.refresh():
            await session.ask(lambda nb: nb.tidy())
        if not wrong:
            await self._tell_moved_keys()
        if preferences.start.demo:
            message = session.state.words("This is an example. What you change here is gone afterwards.")
            status.say(message, "muted", here=True)
        self.file_watch.begin(self.set_interval)

    async def _tell_moved_keys(self) -> None:
        """Tell once which keys moved because the user gave theirs to something else."""
        preferences, _ = self.services.preferences, self.services.state.words
        if preferences.moved_keys and preferences.moved_keys != preferences.start.settings.keys_told:
            self.services.status.say(moved_sentence(preferences.keys.moved, _), "muted", here=True)
            await preferences.keep_setting(keys_told=preferences.moved_keys)

    async def on_event(self, event: events.Event) -> None:
        """Queue keys and pastes; handle other events at once."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.services.keys.take(event)
        else:
            if isinstance(event, events.MouseDown):
                self._words_after.hand_came()
            await super().on_event(event)

    def on_key_done(self, done: KeyDone) -> None:
        """Tell the queue that a key has been handled."""
        self.services.keys.done(done)

    def on_worker_state_changed(self) -> None:
        """Give the waiting keys when a flow of the app has ended."""
        self.call_later(self.services.keys.give)

    def run_worker(self, work: Any, *args: Any, holds: Holds = "keys", **more: Any) -> Worker[Any]:
        """Start a worker, which holds back keys until it ends: all of them, or those in `holds`."""
        return self.services.keys.held_by(super().run_worker(work, *args, **more), holds)

    async def push_screen_wait(self, screen: Any, **more: Any) -> Any:
        """Open a screen from a flow and wait for its result; keys go to that screen meanwhile."""
        with self.services.keys.asking(screen):
            return await super().push_screen_wait(screen, **more)

    def _is_asked(self) -> bool:
        return any(isinstance(screen, Dialog) for screen in self.screen_stack[-1:])

    def on_top(self) -> BaseScreen[Any] | None:
        """Return the screen on top; None under a dialog, or when none is left."""
        screen = self.screen_stack[-1] if self.screen_stack else None
        return screen if isinstance(screen, BaseScreen) else None

    def _show_state(self, state: AppState) -> None:
        """Give the state to the screen on top; the others get it when they return."""
        if (screen := self.on_top()) is not None:
            screen.state = state

    def _show_message(self, message: StatusMessage) -> None:
        if (screen := self.on_top()) is not None:
            screen.say(message)

    def switch_mode(self, mode: str) -> AwaitMount:
        """Switch to another place."""
        if mode != self.current_mode:
            self.services.status.done_with()
        return super().switch_mode(mode)

    def wear(self, theme: Theme, *, plain: bool) -> None:
        """Show everything in this theme, with ASCII symbols when `plain`."""
        self.paint = Paint(theme, plain=plain)
        self.set_class(plain, "-plain")
        ScrollBar.renderer = PlainBars if plain else ScrollBarRender
        self.register_theme(as_textual(theme))
        self.theme = theme.name
        if self.is_running:
            self.refresh_css(animate=False)

    def let_move(self, *, on: bool) -> None:
        """Switch animations on or off."""
        self.animation_level = "full" if on else "none"

    def use_keys(self, changed: Mapping[str, str]) -> None:
        """Use these keys, which differ from the table of actions."""
        self.set_keymap(dict(changed))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters of the output. NO_COLOR shows a theme in grey, the terminal's own colours not at all.

        Textual chooses between these two at the start, before the theme is set: the terminal's own colours would then
        all be black. The last filter removes control characters from stored text before it reaches the terminal.
        """
        found = super().get_line_filters()
        if self.no_color and self.services.preferences.theme.terminal:
            found = [_NO_COLOUR if isinstance(each, Monochrome) else each for each in found]
        return [*found, self._terminal_filter]

    def get_driver_class(self) -> type[Driver]:
        """Return our own driver on POSIX, which survives the loss of the terminal."""
        if os.name == "nt" or os.environ.get("TEXTUAL_DRIVER"):
            return super().get_driver_class()
        from portfolio.tui.services.terminal import TerminalDriver

        return TerminalDriver

    def gather_words(self) -> None:
        """Queue the text of every open entry as a draft."""
        for screen in self.services.navigator.open_entries():
            screen.gather()
        words = self.services.keys.held_at_the_end()
        if words:
            self._words_after.keep(words)

    def _say_slow(self) -> None:
        message = self.services.state.words(
            "Waiting for the disk; what you wrote is kept. Press {quit} again to close without waiting."
        )
        self.services.status.say(message.format(**self.services.state.keys), "muted")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action is available on the topmost visible screen, also below a dialog."""
        if action in table.of_app():
            framed = (each for each in reversed(self.screen_stack) if isinstance(each, BaseScreen) and each.is_open)
            screen = next(framed, None)
            return screen is not None and screen.can(action)
        return super().check_action(action, parameters)

    def action_go(self, place: str) -> None:
        """Go to a place and close everything on top of it."""
        self.services.navigator.go(place)

    def action_neighbour(self, step: int) -> None:
        """Go to the next place; after the last one, to the first."""
        self.services.navigator.go_beside(step)

    def action_help(self) -> None:
        """Show the help of this screen."""
        screen = self.on_top()
        if screen is not None:
            self.services.navigator.show("help", screen.WHERE, screen.current_context())

    def action_search(self) -> None:
        """Open the search."""
        self.services.navigator.show("search")

    @flow
    async def action_palette(self) -> None:
        """Open the palette and run the chosen command."""
        do = await self.services.navigator.ask("palette", self.screen)
        if do is not None:
            self.call_later(do)

    def action_menu(self) -> None:
        """Open the menu of what can be done here."""
        screen = self.on_top()
        if screen is not None:
            self.services.navigator.start("menu", screen)

    def action_export(self) -> None:
        """Prepare a document to hand over."""
        screen = self.on_top()
        if screen is not None:
            self.services.navigator.hand_over(screen.current_context())

    def action_over_shoulder(self) -> None:
        """Switch Over the shoulder; leaving it takes two presses."""
        self.services.session.turn_over_shoulder()

    def action_settings(self) -> None:
        """Open the settings, and remember the place to return to."""
        self.services.navigator.came_from = self.current_mode
        self.services.navigator.go("settings")

    def action_hide(self) -> None:
        """Hide everything at once."""
        self.services.navigator.show("hidden")

    def action_quick_note(self) -> None:
        """Write a note from any place and return there."""
        self.services.navigator.quick_note()

    def action_undo(self) -> None:
        """Undo the last change."""
        self.services.session.undo()

    def action_redo(self) -> None:
        """Redo the change that was undone last."""
        self.services.session.undo("redo")

    async def action_quit(self) -> None:
        """Close once everything asked and typed is on disk."""
        self.services.shutdown.asked()

    def action_close(self) -> None:
        """Close from every screen: `quit` is only there where its letter is no text."""
        self.services.shutdown.asked()

    def action_suspend_process(self) -> None:
        """Suspend the app to the shell."""
        from portfolio.tui.services.job_control import suspend

        suspend(self)

    def action_help_quit(self) -> None:
        """Tell how to close the app: Ctrl+C is more often a slip than a wish to quit."""
        _ = self.services.state.words
        message = _("To close Leerreis press ctrl+q; outside a text, {quit} is enough.")
        self.services.status.say(message.format(**self.services.state.keys), "muted")
