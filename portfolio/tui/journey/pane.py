"""The picture of the journey with its name above it and what the cursor is on below it, and how it is looked at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from portfolio.pictures.canvas import Place
from portfolio.tui.journey import caption, cursor_moves
from portfolio.tui.journey.animation import Animation
from portfolio.tui.journey.cache import PictureCache, Wanted
from portfolio.tui.journey.picture_view import PictureView
from portfolio.tui.journey.view import Drawn, JourneyView, names_line, offered, skill_at
from portfolio.tui.keymap import table
from portfolio.tui.records.record_list import RecordActions
from portfolio.tui.services.services import Services, services_of
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import Line
from portfolio.tui.widgets.bars import MARGIN, Bar
from portfolio.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from portfolio.tui.shell.screen import BaseScreen

_BARS: Final = 3
"""Rows of the screen that places, names and keys take."""
_BESIDE: Final = 6
"""Columns at both sides of a picture."""
_TALL: Final = 24
"""Rows of the terminal from which a line is drawn below the picture."""


class JourneyPicture(PictureView, RecordActions):
    """A picture of which the marks stand for records."""

    BINDINGS: ClassVar[list[BindingType]] = table.record_bindings()

    @property
    def cursor_on(self) -> str:
        """The id of the record of the mark; of a mark of several all their ids, which are no record."""
        return " ".join(self.place.ids) if self.place is not None else ""


class JourneyPane(Vertical):
    """Draws what is looked at, and keeps the cursor on what it was on."""

    DEFAULT_CSS = """
    JourneyPane #told { padding: 0 2 0 3; }
    JourneyPane .ruled { border-top: solid $line; }
    """

    def __init__(self) -> None:
        """The first picture, over a year."""
        super().__init__()
        self.view = JourneyView()
        """What is looked at."""
        self.at: Place | None = None
        """What the cursor is on."""
        self.on_names = False
        """Whether the arrows go along the names of the pictures, above the first mark."""
        self.look: AppState | None = None
        """The records that are shown."""
        self.player = Animation(self, self._show_frame_of, self._played)
        """What plays the lanes."""
        self._meant: Place | None = None
        """Where the user walked last: the cursor goes back there when a picture has it again."""
        self._album = PictureCache()
        self._on_its_way: Wanted | None = None
        """The picture that is drawn beside the screen."""

    @property
    def _services(self) -> Services:
        return services_of(self.app)

    def compose(self) -> ComposeResult:
        """The names of the pictures, the picture, and what its cursor is on."""
        yield Bar(id="pictures")
        yield JourneyPicture(id="picture")
        yield Lines(id="told", can_focus=False)

    def see(self, view: JourneyView, *, on_names: bool = False) -> None:
        """Look at this from now on."""
        self.view, self.on_names = view, on_names
        if self.look is not None:
            self.show(self.look)

    def show(self, look: AppState) -> None:
        """Show the picture with the cursor on what it was on."""
        self.look = look
        if not look.read and look.looked_on:
            self.at = None
            self._put(Drawn(), cursor_moves.NOWHERE)
            return
        names = offered(look)
        if self.view.picture not in names:
            self.view = self.view._replace(picture=names[0])
        picture = self._picture(look)
        told = self.query_one("#told")
        told.set_class(self._ruled(), "ruled")
        told.styles.height = self._told_rows() + self._ruled()
        landed = "" if self._on_its_way else self._landed_in(picture)
        index = cursor_moves.NOWHERE
        if not self.on_names:
            before = None if landed else self._meant
            index = cursor_moves.again(picture.places, before, landed or skill_at(before, look))
        self.at = picture.places[index] if index != cursor_moves.NOWHERE else None
        self.screen.set_focus(self._put(picture, index))

    def _put(self, picture: Drawn, index: int) -> PictureView:
        """A picture with its cursor on this place, and what is said about it."""
        view = self.query_one(JourneyPicture)
        view.show_picture(picture.lines, picture.fixed, picture.places, index)
        self.cursor_came(view)
        return view

    def _picture(self, look: AppState) -> Drawn:
        """The picture, drawn when it was not drawn yet for these records, words and size."""
        wanted = Wanted(self.view, look, self._services.preferences.signs, self.room())
        found = self._album.find(wanted)
        if found is None and wanted.is_long:
            if self._on_its_way != wanted:
                self._on_its_way = wanted
                self.screen.run_worker(self._draw_beside(wanted))
            return wanted.meanwhile()
        self._on_its_way = None
        return found or self._album.keep(wanted, wanted.drawn())

    def room(self) -> tuple[int, int]:
        """Columns and rows for a picture."""
        return self.app.size.width - _BESIDE, self.app.size.height - _BARS - self._told_rows() - self._ruled()

    async def _draw_beside(self, wanted: Wanted) -> None:
        """Draw a long list while the screen goes on, and show it when it is still wanted."""
        if self._on_its_way is not wanted:
            return
        picture = await self._services.worker.aside(wanted.drawn)
        if self._on_its_way is wanted and self.look is wanted.look:
            self._album.keep(wanted, picture)
            self.show(wanted.look)

    def _told_rows(self) -> int:
        return caption.rows_for(self.app.size.height)

    def _ruled(self) -> bool:
        """Whether there is room for a line above what is told."""
        return self.app.size.height >= _TALL

    def _landed_in(self, picture: Drawn) -> str:
        """The record that was just written, when it is in this picture: the cursor goes there."""
        landed = self._services.session.take_landed() or ""
        if any(landed in place.ids for place in picture.places):
            self.on_names = False
            return landed
        return ""

    @property
    def day(self) -> date | None:
        """The day of what the cursor is on."""
        return next((told.day for told in self.at.told if told.day), None) if self.at else None

    def cursor_came(self, view: PictureView) -> None:
        """The cursor came to a mark or left the marks, or the picture changed under it."""
        place = view.place
        if self._on_its_way is None:
            self.on_names = place is None and view.walkable
        if place is not self.at:
            self.at, self._meant = place, place or self._meant
        if self.look is not None:
            self._show_names(self.look, on_them=place is None)
            self.query_one("#told", Lines).show(self._about(self.look, place))
        cast("BaseScreen[Any]", self.screen).cursor_came()

    def _show_names(self, look: AppState, *, on_them: bool) -> None:
        width = self.app.size.width - MARGIN
        names = offered(look)  # while it is not known what may be shared, the picture that is on may be none of them
        here = self.view.picture
        shown = names_line(names, here, on_them, width, look.words) if here in names else []
        self.query_one("#pictures", Bar).show(shown)

    def _about(self, look: AppState, place: Place | None) -> list[Line]:
        width = self.app.size.width - _BESIDE
        if self.player.plays:
            return caption.playing(look)
        if place is not None:
            return caption.at_place(place, look, width, self._told_rows())
        if self.on_names:
            return caption.on_names(look, width)
        return caption.nowhere(look, self._picture(look).empty, width)

    @on(PictureView.Turned)
    def _turned(self, event: PictureView.Turned) -> None:
        self.turn(event.step, on_names=True)

    def turn(self, step: int, *, on_names: bool = False) -> None:
        """The picture `step` further; after the last one the first."""
        names = offered(self.look) if self.look else []
        if self.view.picture in names:
            at = names.index(self.view.picture)
            self.show_named(names[(at + step) % len(names)], on_names=on_names)

    def show_named(self, name: str, *, on_names: bool = False) -> None:
        """The picture of this name; the one of a skill begins with the skill under the cursor."""
        near = self.at or self._meant
        skill = skill_at(near, self.look) if self.look is not None and name == "skill" else ""
        self.see(self.view._replace(picture=name, skill=skill or self.view.skill), on_names=on_names)

    def _show_frame_of(self, frame: Drawn) -> None:
        self._put(frame._replace(places=()), cursor_moves.NOWHERE)

    def _played(self) -> None:
        if self.look is not None and self.is_attached:
            self.show(self.look)
