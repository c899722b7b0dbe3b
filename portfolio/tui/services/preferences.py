"""The user's choices for this computer: language, theme, symbols, keys and where the file is kept.

A choice takes effect at once and is written to the settings file on the notebook thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from portfolio import themes
from portfolio.errors import PortfolioError
from portfolio.locations import Locations
from portfolio.sanitise import clean_line
from portfolio.tui.keymap.custom import Keys, keys_now
from portfolio.tui.keymap.names import key_names
from portfolio.tui.services.status import Status, StatusMessage
from portfolio.wording import Language, Words

if TYPE_CHECKING:
    from portfolio.notebook.relocation import Found, Moved
    from portfolio.pictures.signs import Signs
    from portfolio.themes import Theme
    from portfolio.tui.services.notebook_worker import NotebookWorker
    from portfolio.tui.services.session import Session
    from portfolio.tui.services.start import Start


class Appearance(Protocol):
    """The parts of the app's look and keys that can be changed."""

    def wear(self, theme: Theme, *, plain: bool) -> None:
        """Show everything in this theme, with ASCII symbols when `plain`."""

    def let_move(self, *, on: bool) -> None:
        """Switch animations on or off."""

    def use_keys(self, changed: Mapping[str, str]) -> None:
        """Use these keys, which differ from the table of actions."""


class Preferences:
    """Holds the choices, applies a new one and writes it to the settings."""

    def __init__(
        self, start: Start, worker: NotebookWorker, session: Session, status: Status, appearance: Appearance
    ) -> None:
        """Applies the chosen theme; other themes are not read."""
        self.start = start
        """What the app started with, updated with the choices made since."""
        self._worker, self._session, self._status, self._appearance = worker, session, status, appearance
        if start.within:
            status.idle = self._way_out
        chosen = themes.load_one(start.settings.theme or themes.DEFAULT, start.locations.themes_folder)
        self.keys: Keys = keys_now(start.own_keys, start.settings.keys_preset)
        """All keys as they are now."""
        self.theme_found = chosen is not None
        """Whether the theme named in the settings could be read."""
        self.theme = chosen or themes.load().get(None)
        """The current theme."""

    def _way_out(self) -> StatusMessage:
        """Return how the example, opened from the user's own portfolio, is closed."""
        _, keys = self._session.state.words, self._session.state.keys
        sentence = _("{quit} closes the example; your own portfolio then opens again.")
        return StatusMessage(sentence.format(**keys), "accent")

    @property
    def locations(self) -> Locations:
        """The paths of the portfolio and its settings."""
        return self.start.locations

    @property
    def signs(self) -> Signs:
        """The symbols that pictures are drawn with."""
        from portfolio.pictures.signs import ASCII, UNICODE

        return ASCII if self.start.ascii else UNICODE

    async def keep_setting(self, **choices: Any) -> None:
        """Write choices to the settings file; the example portfolio writes none."""
        from portfolio import settings

        self.start = self.start._replace(settings=self.start.settings._replace(**choices))
        state = self._session.state
        self._session.state = state._replace(words=Words(state.words.language))  # a new value makes every screen redraw
        path = self.start.locations.config_file
        await self._write(lambda: settings.write(path, **choices))

    async def _write(self, write: Callable[[], None]) -> None:
        if self.start.demo:
            return
        try:
            await self._worker.aside(write)
        except PortfolioError as failure:
            self._status.say(failure.sentence(self._session.state.words), "wrong")

    async def speak(self, language: Language) -> None:
        """Switch to another language."""
        self._session.state = self._session.state._replace(words=Words(language))
        await self.keep_setting(language=language)

    def put_on(self, theme: Theme) -> None:
        """Show everything in this theme without saving the choice."""
        self.theme = theme
        self._appearance.wear(theme, plain=self.start.ascii)

    async def wear(self, theme: Theme) -> None:
        """Switch to another theme."""
        self.put_on(theme)
        await self.keep_setting(theme=theme.name)

    async def glide(self, *, on: bool) -> None:
        """Switch animations on or off."""
        self._appearance.let_move(on=on)
        await self.keep_setting(animations=on)

    async def draw_in_ascii(self, plain: bool | None) -> None:
        """Draw with ASCII symbols or not; None: decided by the terminal."""
        self.start = self.start._replace(ascii=self.start.terminal_ascii if plain is None else plain)
        self.put_on(self.theme)
        await self.keep_setting(ascii=plain)

    async def start_plain(self, plain: bool) -> None:
        """Choose whether the next start prints lines of text instead of opening the app."""
        await self.keep_setting(plain=plain)

    async def use_keys(self, own: Mapping[str, str]) -> None:
        """Use the user's own keys for actions."""
        self.start = self.start._replace(own_keys=dict(own))
        self._apply_keys(self.start.settings.keys_preset)
        await self.keep_setting(keys=dict(own), keys_told=self.moved_keys or None)

    async def use_preset(self, preset: str | None) -> None:
        """Use a preset for the keys that the user did not choose; None: the keys of the table."""
        self._apply_keys(preset)
        await self.keep_setting(keys_preset=preset, keys_told=self.moved_keys or None)

    def _apply_keys(self, preset: str | None) -> None:
        self.keys = keys_now(self.start.own_keys, preset)
        self._appearance.use_keys(self.keys.changed)
        self._session.state = self._session.state._replace(keys=key_names(self.keys.changed))

    @property
    def moved_keys(self) -> str:
        """The keys that moved because of the user's own, as they are remembered in the settings."""
        return " ".join(f"{name}={key}" for name, key in sorted(self.keys.moved.items()))

    async def settle(self, path: str) -> None:
        """Keep the portfolio at `path`: the answer to the question of the first start."""
        chosen = self.start.locations._replace(data_file=path)
        self.start = self.start._replace(locations=chosen)
        await self._worker.after(lambda: None, chosen)
        await self.keep_setting(file=path)

    async def found_at(self, path: str) -> Found | None:
        """Return what is at a path that the user chose for the portfolio.

        Returns None, after showing why, when it cannot be read.
        """
        from portfolio.notebook import relocation

        start = self.start
        try:
            return await self._worker.aside(lambda: relocation.found_at(start.locations, path, start.now))
        except PortfolioError as failure:
            self._status.say(clean_line(failure.sentence(self._session.state.words)), "wrong")
            return None

    async def move(self, path: str, *, join: bool) -> None:
        """Move the portfolio to `path`; with `join`, continue with the portfolio that is there already.

        On failure the reason is shown and nothing changes.
        """
        from portfolio import settings
        from portfolio.notebook import relocation

        start, work = self.start, relocation.go_on_with if join else relocation.move
        new = start.locations._replace(data_file=path)

        def remember(chosen: str) -> None:
            settings.write(start.locations.config_file, file=chosen)

        try:
            moved = await self._worker.after(lambda: work(start.locations, path, start.now, remember), new)
        except PortfolioError as failure:
            self._status.say(clean_line(failure.sentence(self._session.state.words)), "wrong")
            return
        self.start = self.start._replace(locations=new, settings=self.start.settings._replace(file=path))
        await self._session.refresh()
        self._status.message = moved_message(moved, self._session.state.words)


def moved_message(moved: Moved, _: Words) -> StatusMessage:
    """Return the message about a move, with its notices."""
    sentences = [_("Your file is in {path} from now on.").format(path=clean_line(moved.path))]
    if moved.left:
        left = _("The old one is still at {path}; nothing is added to it here any more.")
        sentences.append(left.format(path=clean_line(moved.left)))
    sentences += [clean_line(notice.sentence(_)) for notice in moved.notices]
    return StatusMessage(" ".join(sentences), "warning" if moved.left or moved.notices else "good")
