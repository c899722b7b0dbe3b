"""The app: makes the services and hands on keys, the state and messages to the screen on top."""

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
from portfolio.settings import Unknown, passed_over, unknown_theme
from portfolio.themes import Theme
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.file_watch import FileWatch
from portfolio.tui.keymap import table
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

    ENABLE_COMMAND_PALETTE = False  # ours speaks the language that is on, to the last word
    MODES = modes()
    DEFAULT_MODE: ClassVar[str] = "today"
    TITLE = "Leerreis"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False, priority=True)]
    CSS = """
    .-plain WritingBox, .-plain WritingBox:focus { border: ascii $line; }
    .-plain WritingBox:focus { border: ascii $accent; }
    .-plain FormField WritingBox, .-plain FormField WritingBox:focus { border: none; }
    .-plain Dialog > .framed { border: ascii $accent; }
    .-plain .beside { border-left: ascii $line; }
    .-plain .ruled { border-top: ascii $line; }
    """
    paint: Paint
    """The styles of the theme that is on."""

    def __init__(self, start: Start) -> None:
        """No record is read before the first frame is painted; of the themes only the chosen one is."""
        super().__init__()
        worker = NotebookWorker(start.open_notebook, start.locations)
        status = Status(self._show_message, self.set_timer)
        writer = DraftWriter(worker, lambda: self.call_later(self.services.drafts.say_that_drafts_fail))
        state = AppState(Words(start.language), start.today, Records.of_all(()), read=False)
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
        # An unforeseen failure would be printed with the values of variables in it, which are private words. It goes
        # nowhere; `run` says one sentence instead.
        self.error_console = Console(file=io.StringIO())

    def on_load(self) -> None:
        """From here on the system may say that we are to end; the terminal is not ours yet."""
        self.services.shutdown.heed_the_system()

    def on_mount(self) -> None:
        """Read beside the screen, then keep watching; at the very first start ask the one question."""
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))
        own = self.services.preferences.start.own_keys
        self.set_keymap(dict(own))
        self.services.session.state = self.services.state._replace(keys=key_names(own))
        if self.services.preferences.start.ask_where:
            self.run_worker(self._begin_somewhere())
        else:
            self.run_worker(self._begin(), holds="nothing")

    async def _begin_somewhere(self) -> None:
        """Ask where the portfolio should live, then begin there."""
        start = self.services.preferences.start
        path = await self.services.navigator.ask("first_start", start.locations.data_file, start.clouds)
        if path:
            await self.services.preferences.settle(path)
        await self._begin()

    async def _begin(self) -> None:
        session, status, preferences = self.services.session, self.services.status, self.services.preferences
        wrong: list[Unknown | PortfolioError | themes.Failed] = list(passed_over(preferences.start.settings))
        if not preferences.theme_found:
            found = themes.load(preferences.locations.themes_folder)
            wrong += found.failed or unknown_theme(preferences.start.settings, found.loaded)
        if wrong:
            status.say(clean_line(" ".join(each.sentence(session.state.words) for each in wrong)), "warning")
        if await session.refresh():
            await session.ask(lambda nb: nb.tidy())
        if preferences.start.demo:
            told = session.state.words("This is an example. What you change here is gone afterwards.")
            status.say(told, "muted", here=True)
        self.file_watch.begin(self.set_interval)

    async def on_event(self, event: events.Event) -> None:
        """Keys wait in line; anything else goes on at once."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self.services.keys.take(event)
        else:
            if isinstance(event, events.MouseDown):
                self._words_after.hand_came()
            await super().on_event(event)

    def on_key_done(self, done: KeyDone) -> None:
        """A key did its work."""
        self.services.keys.done(done)

    def on_worker_state_changed(self) -> None:
        """A flow of the app has ended: the keys that waited for it may go on."""
        self.call_later(self.services.keys.give)

    def run_worker(self, work: Any, *args: Any, holds: Holds = "keys", **more: Any) -> Worker[Any]:
        """Run this; until it has ended it holds the keys, all of them unless it says less."""
        return self.services.keys.held_by(super().run_worker(work, *args, **more), holds)

    async def push_screen_wait(self, screen: Any, **more: Any) -> Any:
        """Ask something and wait for the answer: the keys are for the question meanwhile."""
        with self.services.keys.asking(screen):
            return await super().push_screen_wait(screen, **more)

    def _is_asked(self) -> bool:
        return any(isinstance(screen, Dialog) for screen in self.screen_stack[-1:])

    def on_top(self) -> BaseScreen[Any] | None:
        """The screen in the frame that is on top; None under a dialog, or when the last one closed."""
        screen = self.screen_stack[-1] if self.screen_stack else None
        return screen if isinstance(screen, BaseScreen) else None

    def _show_state(self, state: AppState) -> None:
        """Hand it to the screen on top; the others catch up when they come back."""
        if (screen := self.on_top()) is not None:
            screen.look = state

    def _show_message(self, message: StatusMessage) -> None:
        if (screen := self.on_top()) is not None:
            screen.say(message)

    def switch_mode(self, mode: str) -> AwaitMount:
        """To another place."""
        if mode != self.current_mode:
            self.services.status.done_with()
        return super().switch_mode(mode)

    def wear(self, theme: Theme, *, plain: bool) -> None:
        """Show everything in this theme, with ASCII signs when `plain`."""
        self.paint = Paint(theme, plain=plain)
        self.set_class(plain, "-plain")
        ScrollBar.renderer = PlainBars if plain else ScrollBarRender
        self.register_theme(as_textual(theme))
        self.theme = theme.name
        if self.is_running:
            self.refresh_css(animate=False)

    def let_move(self, *, on: bool) -> None:
        """Let things move, or stand still at once."""
        self.animation_level = "full" if on else "none"

    def use_keys(self, own: Mapping[str, str]) -> None:
        """Give actions these keys."""
        self.set_keymap(dict(own))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without colour (NO_COLOR) a theme turns grey; one that is the terminal's own has nothing to turn.

        Textual chooses between the two when an app begins, before its theme is on: a terminal's own colours would all
        be black. After them comes the last edge before the terminal, where stored text loses what a terminal obeys.
        """
        found = super().get_line_filters()
        if self.no_color and self.services.preferences.theme.terminal:
            found = [_NO_COLOUR if isinstance(each, Monochrome) else each for each in found]
        return [*found, self._terminal_filter]

    def get_driver_class(self) -> type[Driver]:
        """On POSIX our own, which outlives the terminal."""
        if os.name == "nt" or os.environ.get("TEXTUAL_DRIVER"):
            return super().get_driver_class()
        from portfolio.tui.services.terminal import TerminalDriver

        return TerminalDriver

    def gather_words(self) -> None:
        """Put what is in the box of every open entry in line for the disk."""
        for screen in self.services.navigator.open_entries():
            screen.gather()
        words = self.services.keys.held_at_the_end()
        if words:
            self._words_after.keep(words)

    def _say_slow(self) -> None:
        told = self.services.state.words(
            "Waiting for the disk; what you wrote is kept. Press {quit} again to close without waiting."
        )
        self.services.status.say(told.format(**self.services.state.keys), "muted")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether it can be done on the screen in the frame that is in sight, below a dialog too."""
        if action in table.of_app():
            framed = (each for each in reversed(self.screen_stack) if isinstance(each, BaseScreen) and each.is_open)
            screen = next(framed, None)
            return screen is not None and screen.can(action)
        return super().check_action(action, parameters)

    def action_go(self, place: str) -> None:
        """To a place, as it is: what was opened on top of it is closed."""
        self.services.navigator.go(place)

    def action_neighbour(self, step: int) -> None:
        """To the place beside this one; after the last one the first."""
        self.services.navigator.go_beside(step)

    def action_help(self) -> None:
        """What can be done here."""
        self.services.navigator.show("help", getattr(self.screen, "WHERE", ""))

    def action_search(self) -> None:
        """Whatever holds some words, of every kind."""
        self.services.navigator.show("search")

    @flow
    async def action_palette(self) -> None:
        """Everything by its name."""
        do = await self.services.navigator.ask("palette", self.screen)
        if do is not None:
            self.call_later(do)

    def action_over_shoulder(self) -> None:
        """Only what may be shared; everything again only when asked twice."""
        self.services.session.turn_over_shoulder()

    def action_settings(self) -> None:
        """To the settings, and back."""
        self.services.navigator.came_from = self.current_mode
        self.services.navigator.go("settings")

    def action_hide(self) -> None:
        """Hide everything at once."""
        self.services.navigator.show("hidden")

    def action_quick_note(self) -> None:
        """A note, from wherever the user is; afterwards they are there again."""
        self.services.navigator.quick_note()

    def action_undo(self) -> None:
        """Take back the last change."""
        self.services.session.undo()

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self.services.session.undo("redo")

    async def action_quit(self) -> None:
        """Close when everything that was asked and everything that was typed is on disk."""
        self.services.shutdown.asked()

    def action_suspend_process(self) -> None:
        """Back to the shell for a while."""
        from portfolio.tui.services.job_control import suspend

        suspend(self)

    def action_help_quit(self) -> None:
        """Ctrl+c is a slip more often than a wish: say how to close."""
        _ = self.services.state.words
        told = _("To close Leerreis press ctrl+q; outside a text, {quit} is enough.")
        self.services.status.say(told.format(**self.services.state.keys), "muted")
