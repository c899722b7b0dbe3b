"""The app: its places, its theme, its language and the timer that watches the file. It shows nothing by itself."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from rich.console import Console
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from portfolio import themes
from portfolio.folders import Surroundings
from portfolio.locations import Locations
from portfolio.sanitise import clean_line
from portfolio.settings import Settings, unknown_theme
from portfolio.tui.file_watch import Minding
from portfolio.tui.keymap.names import key_names
from portfolio.tui.keymap.places import modes
from portfolio.tui.services.notebook_worker import NotebookWorker
from portfolio.tui.shell.screen import Dialog
from portfolio.tui.shutdown import Shutdown
from portfolio.tui.theme.terminal_filter import LastEdge
from portfolio.wording import Language, Words

if TYPE_CHECKING:
    from textual.driver import Driver

    from portfolio.notebook import Notebook
    from portfolio.notebook.export_request import ExportRequest

WATCH_SECONDS: Final = 2.0
"""How often we ask whether someone else wrote the file."""


class Start(NamedTuple):
    """What the app begins with; everything of the outside comes in here."""

    locations: Locations
    settings: Settings
    language: Language
    today: date
    now: Callable[[], datetime]
    open_notebook: Callable[[Locations], Notebook]
    ask_where: bool = False
    """Whether this is the very first start: then the one question is where the portfolio lives."""
    clouds: tuple[tuple[str, str], ...] = ()
    """Cloud folders found on this machine: name and path."""
    ascii: bool = False
    """Signs of pictures in plain ASCII."""
    terminal_ascii: bool = False
    """Whether this terminal needs plain signs, for who leaves that to it."""
    demo: bool = False
    fixed_by: str = ""
    """What decides where the file is, when not the settings: "LEERREIS_FILE" or "--file"."""
    look_around: Callable[[], Surroundings] = Surroundings
    """Finds the folders on this machine where a portfolio can live."""
    environment: Mapping[str, str] = MappingProxyType({})
    """For the person's own editor."""
    own_keys: Mapping[str, str] = MappingProxyType({})


class LeerreisApp(Minding):
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
    .-plain Dialog > Vertical { border: ascii $accent; }
    .-plain .beside { border-left: ascii $line; }
    .-plain .ruled { border-top: ascii $line; }
    """

    def __init__(self, start: Start) -> None:
        """No record is read before the first frame stands; of the themes only the chosen one is."""
        super().__init__(NotebookWorker(start.open_notebook, start.locations), Words(start.language), start.today)
        self.start = start
        self.shutdown: Final = Shutdown(self)
        """How it ends."""
        self._last_edge = LastEdge()
        self.wishes: dict[str, ExportRequest] = {}
        """What was wished of the document for each conversation, as long as the app is open."""
        self.talked_about: dict[str, frozenset[str]] = {}
        """For each conversation the points that are done, as long as the app is open."""
        self._watching = asyncio.Lock()
        self._follows_the_clock = not start.demo and start.now().astimezone().date() == start.today
        chosen = themes.load_one(start.settings.theme or themes.DEFAULT, start.locations.themes_folder)
        self._theme_found = chosen is not None
        self.put_on(chosen or themes.load().get(None))
        if not start.settings.animations:
            self.animation_level = "none"
        # An unforeseen failure would be printed with the values of variables in it, which are someone's private
        # words. It goes nowhere; `run` says one sentence instead.
        self.error_console = Console(file=io.StringIO())

    def on_load(self) -> None:
        """From here on the system may say that we are to end; the terminal is not ours yet."""
        self.shutdown.heed_the_system()

    def on_mount(self) -> None:
        """Read beside the screen, then keep watching; on the very first start ask the one question."""
        self.set_keymap(dict(self.start.own_keys))
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))
        self.look = self.look._replace(keys=key_names(self.start.own_keys))
        if self.start.ask_where:
            from portfolio.tui.settings.first_start import FirstStartScreen

            self.push_screen(FirstStartScreen(self.start.locations.data_file, self.start.clouds), self._settle)
        else:
            self.run_worker(self._begin(), holds="nothing")

    async def _begin(self) -> None:
        if not self._theme_found:
            found = themes.load(self.start.locations.themes_folder)
            for wrong in found.failed or unknown_theme(self.start.settings, found.loaded):
                self.say(clean_line(wrong.sentence(self.look.words)), "warning")
        if await self.look_again():
            await self.ask(lambda nb: nb.tidy())
        if self.start.demo:
            told = self.look.words("This is an example. What you change here is gone afterwards.")
            self.say(told, "muted", here=True)
        self.ask_about_the_file()
        self.set_interval(WATCH_SECONDS, lambda: self.run_worker(self._watch(), holds="nothing"))

    async def _watch(self) -> None:
        """Look again when someone else wrote the file, when midnight passed, or when there was no answer last time."""
        if self._watching.locked():  # a slow disk is still answering; nobody takes its answer away
            return
        async with self._watching:
            await self._look_when_due()

    async def _look_when_due(self) -> None:
        actual = self.start.now().astimezone().date()
        due = self._unanswered is not None or not self.look.read
        if self._follows_the_clock and actual != self.look.today:
            self.look = self.look._replace(today=actual)
            due = True
        today, asking = self.look.today, isinstance(self.screen, Dialog)

        def changed(notebook: Notebook) -> bool:
            notebook.today = today
            # A question is about what was on the screen when it was asked: what arrives meanwhile waits for its answer.
            return ((not asking and notebook.changed_outside()) or due) and notebook.look() is not None

        if await self.ask(changed):
            await self.look_again()
        self.ask_about_the_file()

    async def _settle(self, path: str | None) -> None:
        """The portfolio lives here from now on."""
        if path:
            start, chosen = self.start, self.start.locations._replace(data_file=path)
            self.start = start._replace(locations=chosen)
            await self.desk.after(lambda: None, chosen)
            await self.keep_setting(file=path)
        await self._begin()

    def own_keys(self) -> Mapping[str, str]:
        """The keys that the person chose."""
        return self.start.own_keys

    def get_driver_class(self) -> type[Driver]:
        """On POSIX our own, which outlives the terminal."""
        if os.name == "nt" or os.environ.get("TEXTUAL_DRIVER"):
            return super().get_driver_class()
        from portfolio.tui.services.terminal import TerminalDriver

        return TerminalDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and after them the last edge before the terminal."""
        return [*super().get_line_filters(), self._last_edge]

    async def action_quit(self) -> None:
        """Close when everything that was asked and everything that was typed is on disk."""
        self.shutdown.asked()

    def action_suspend_process(self) -> None:
        """Back to the shell for a while."""
        from portfolio.tui.services.job_control import suspend

        suspend(self)

    def action_help_quit(self) -> None:
        """Ctrl+c is a slip more often than a wish: say how to close."""
        _ = self.look.words
        told = _("To close Leerreis press ctrl+q; outside a text, {quit} is enough.")
        self.say(told.format(**self.look.keys), "muted")
