"""The part of the app that a person sets to their liking: language, theme, signs, keys, and where the file lives.

What is chosen is put on at once and kept in the settings, beside the screen. Who someone is and how their weeks go
belongs to the portfolio itself, and is saved as an act that can be undone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from textual import on
from textual.filter import LineFilter, Monochrome, NoColor
from textual.scrollbar import ScrollBar, ScrollBarRender

from portfolio.errors import PortfolioError
from portfolio.locations import Locations
from portfolio.sanitise import clean_line
from portfolio.tui.keymap.names import key_names
from portfolio.tui.services import messages
from portfolio.tui.services.saved_message import saved_message
from portfolio.tui.theme.theme import Paint, PlainBars, as_textual
from portfolio.tui.today.hint_answers import HintKeeping
from portfolio.tui.widgets.bars import StatusMessage
from portfolio.wording import Language, Words

if TYPE_CHECKING:
    from portfolio.notebook import Notebook, Stored
    from portfolio.notebook.relocation import Found, Moved
    from portfolio.pictures.signs import Signs
    from portfolio.themes import Theme
    from portfolio.tui.app import Start

_NO_COLOUR: Final = NoColor()


class Preferring(HintKeeping):
    """An app that can be chosen to be otherwise."""

    start: Start
    paint: Paint
    worn: Theme
    """The theme that is on."""

    @property
    def locations(self) -> Locations:
        """Where everything lies."""
        return self.start.locations

    @property
    def signs(self) -> Signs:
        """The signs that pictures are drawn with."""
        from portfolio.pictures.signs import ASCII, UNICODE

        return ASCII if self.start.ascii else UNICODE

    async def keep_setting(self, **choices: Any) -> None:
        """Keep a choice in the settings; the example keeps none."""
        from portfolio import settings

        self.start = self.start._replace(settings=self.start.settings._replace(**choices))
        self.look = self.look._replace(words=Words(self.look.words.language))  # another look: all is shown anew
        path = self.start.locations.config_file
        await self.act_on_settings(lambda: settings.write(path, **choices))

    async def act_on_settings(self, write: Callable[[], None]) -> None:
        """Write a choice to the settings, beside the screen."""
        if self.start.demo:
            return
        try:
            await self.desk.aside(write)
        except PortfolioError as failure:
            self.say(failure.sentence(self.look.words), "wrong")

    async def speak(self, language: Language) -> None:
        """Go on in another language, at once and from now on."""
        self.look = self.look._replace(words=Words(language))
        await self.keep_setting(language=language)

    def put_on(self, theme: Theme) -> None:
        """Show everything in this theme, as long as no other is put on."""
        self.worn, self.paint = theme, Paint(theme, plain=self.start.ascii)
        self.set_class(self.start.ascii, "-plain")
        ScrollBar.renderer = PlainBars if self.start.ascii else ScrollBarRender
        self.register_theme(as_textual(theme))
        self.theme = theme.name

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without colour (NO_COLOR) a theme turns grey; one that is the terminal's own has nothing to turn.

        Textual chooses between the two when an app begins, before its theme is on: a terminal's own colours would all
        be black.
        """
        found = super().get_line_filters()
        if not (self.no_color and self.worn.terminal):
            return found
        return [_NO_COLOUR if isinstance(each, Monochrome) else each for each in found]

    async def wear(self, theme: Theme) -> None:
        """Take on another theme, at once and from now on."""
        self.put_on(theme)
        await self.keep_setting(theme=theme.name)

    async def glide(self, *, on: bool) -> None:
        """Let things glide, or stand still at once."""
        self.animation_level = "full" if on else "none"
        await self.keep_setting(animations=on)

    async def draw_in_ascii(self, plain: bool | None) -> None:
        """Draw with plain signs or not; None: as the terminal can."""
        self.start = self.start._replace(ascii=self.start.terminal_ascii if plain is None else plain)
        self.put_on(self.worn)
        self.refresh_css(animate=False)
        await self.keep_setting(ascii=plain)

    async def use_keys(self, own: Mapping[str, str]) -> None:
        """Give actions keys of one's own, at once and from now on."""
        self.start = self.start._replace(own_keys=dict(own))
        self.set_keymap(dict(own))
        self.look = self.look._replace(keys=key_names(own))
        await self.keep_setting(keys=dict(own))

    @on(messages.ProfileChanged)
    def _profile_changed(self, fact: messages.ProfileChanged) -> None:
        _, values = self.look.words, fact.values
        self.run_worker(self.act(lambda nb: saved_message(changed_profile(nb, values), _("Saved."), _)), group="acts")

    async def found_at(self, path: str) -> Found | None:
        """What lies where someone wants their portfolio; None when that cannot be told, and then the reason is said."""
        from portfolio.notebook import relocation

        start = self.start
        try:
            return await self.desk.aside(lambda: relocation.found_at(start.locations, path, start.now))
        except PortfolioError as failure:
            self.say(clean_line(failure.sentence(self.look.words)), "wrong")
            return None

    @on(messages.PlaceChosen)
    def _place_chosen(self, fact: messages.PlaceChosen) -> None:
        self.run_worker(self._settle_elsewhere(fact.path, join=fact.join))

    async def _settle_elsewhere(self, path: str, *, join: bool) -> None:
        """The portfolio lives there from now on. What cannot be is said, and everything stays as it was."""
        from portfolio import settings
        from portfolio.notebook import relocation

        start, work = self.start, relocation.go_on_with if join else relocation.move
        new = start.locations._replace(data_file=path)

        def remember(chosen: str) -> None:
            settings.write(start.locations.config_file, file=chosen)

        try:
            moved = await self.desk.after(lambda: work(start.locations, path, start.now, remember), new)
        except PortfolioError as failure:
            self.say(clean_line(failure.sentence(self.look.words)), "wrong")
            return
        self.start = self.start._replace(locations=new, settings=self.start.settings._replace(file=path))
        await self.look_again()
        self.saying = where_it_is(moved, self.look.words)


def changed_profile(notebook: Notebook, values: Mapping[str, Any]) -> Stored:
    """Save these fields of the profile, of which there is one."""
    from portfolio.records.kinds import PROFILE_ID

    drafting = notebook.drafting()
    if notebook.records.of_kind("profile"):
        drafting.edit(PROFILE_ID, "profile", values)
    else:
        drafting.add_json({"kind": "profile", **values})
    return notebook.save(drafting, create_file=True)


def where_it_is(moved: Moved, _: Words) -> StatusMessage:
    """The sentence about a move, with what else there is to know."""
    sentences = [_("Your file is in {path} from now on.").format(path=clean_line(moved.path))]
    if moved.left:
        left = _("The old one is still at {path}; nothing is added to it here any more.")
        sentences.append(left.format(path=clean_line(moved.left)))
    sentences += [clean_line(notice.sentence(_)) for notice in moved.notices]
    return StatusMessage(" ".join(sentences), "warning" if moved.left or moved.notices else "good")
