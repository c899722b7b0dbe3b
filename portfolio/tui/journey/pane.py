"""The picture of the Journey place, with the picture names above it and a caption below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from portfolio.pictures.canvas import Place, Role
from portfolio.tui.journey import caption, cursor_moves
from portfolio.tui.journey.animation import Animation
from portfolio.tui.journey.cache import PictureCache, Wanted
from portfolio.tui.journey.picture_view import PictureView
from portfolio.tui.journey.view import Drawn, JourneyView, drawn, names_line, offered, skill_at
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
"""Rows of the screen for the places, the picture names and the keys."""
_BESIDE: Final = 6
"""Columns at both sides of a picture."""
_TALL: Final = 18
"""Rows of the terminal from which a line separates the caption."""


class JourneyPicture(PictureView, RecordActions):
    """A picture whose marks are records."""

    BINDINGS: ClassVar[list[BindingType]] = table.record_bindings()

    @property
    def cursor_on(self) -> str:
        """The ids of the mark under the cursor, separated by spaces: several ids are not a record."""
        return " ".join(self.place.ids) if self.place is not None else ""


class JourneyPane(Vertical):
    """Draws the current view, and keeps the cursor on the same record."""

    DEFAULT_CSS = """
    JourneyPane #caption { padding: 0 2 0 3; }
    JourneyPane .ruled { border-top: solid $line; }
    """

    def __init__(self) -> None:
        """Start with the first picture, over a year."""
        super().__init__()
        self.view = JourneyView()
        """The current view."""
        self.at: Place | None = None
        """The place under the cursor."""
        self.on_names = False
        """Whether the arrow keys move along the names of the pictures."""
        self.state: AppState | None = None
        """The state that is shown."""
        self.player = Animation(self, self._show_frame_of, self._played)
        """Plays the lanes."""
        self._meant: Place | None = None
        """The last place the user moved to: the cursor returns there when a picture has it."""
        self._album = PictureCache()
        self._on_its_way: Wanted | None = None
        """The picture that is being drawn in a worker."""

    @property
    def _services(self) -> Services:
        return services_of(self.app)

    def compose(self) -> ComposeResult:
        """Lay out the picture names, the picture and the caption."""
        yield Bar(id="pictures")
        yield JourneyPicture(id="picture")
        yield Lines(id="caption", can_focus=False)

    def see(self, view: JourneyView, *, on_names: bool = False) -> None:
        """Show another view."""
        self.view, self.on_names = view, on_names
        if self.state is not None:
            self.show(self.state)

    def show(self, state: AppState) -> None:
        """Show the picture, with the cursor on the same record."""
        self.state = state
        if not state.read and state.looked_on:
            self.at = None
            self._put(Drawn(), cursor_moves.NOWHERE)
            return
        names = offered(state)
        if self.view.picture not in names:
            self.view = self.view._replace(picture=names[0])
        picture = self._picture(state)
        line = self.query_one("#caption")
        line.set_class(self._ruled(), "ruled")
        line.styles.height = self._caption_rows() + self._ruled()
        landed = "" if self._on_its_way else self._landed_in(picture)
        index = cursor_moves.NOWHERE
        if not self.on_names:
            before = None if landed else self._meant
            index = cursor_moves.again(picture.places, before, landed or skill_at(before, state))
        self.at = picture.places[index] if index != cursor_moves.NOWHERE else None
        self.screen.set_focus(self._put(picture, index))

    def _put(self, picture: Drawn, index: int) -> PictureView:
        """Show a picture with its cursor on a place, and its caption; return the widget."""
        view = self.query_one(JourneyPicture)
        view.show_picture(picture, index, self.room()[1])
        self.cursor_came(view)
        return view

    def _picture(self, state: AppState) -> Drawn:
        """Return the picture from the cache, or draw it; a long list is drawn in a worker."""
        wanted = Wanted(self.view, state, self._services.preferences.signs, self.room())
        found = self._album.find(wanted)
        if found is None and wanted.is_long:
            if self._on_its_way != wanted:
                self._on_its_way = wanted
                self.screen.run_worker(self._draw_beside(wanted))
            return wanted.meanwhile()
        self._on_its_way = None
        return found or self._album.keep(wanted, wanted.drawn())

    def room(self) -> tuple[int, int]:
        """Return the columns and rows available for a picture."""
        return self.app.size.width - _BESIDE, self.app.size.height - _BARS - self._caption_rows() - self._ruled()

    async def _draw_beside(self, wanted: Wanted) -> None:
        """Draw a long list in a worker, and show it if it is still wanted."""
        if self._on_its_way is not wanted:
            return
        picture = await self._services.worker.aside(wanted.drawn)
        if self._on_its_way is wanted and self.state is wanted.state and self.is_attached:
            self._album.keep(wanted, picture)
            self.show(wanted.state)

    def _caption_rows(self) -> int:
        return caption.rows_for(self.app.size.height)

    def _ruled(self) -> bool:
        """Whether there is room for a line above the caption."""
        return self.app.size.height >= _TALL

    def _landed_in(self, picture: Drawn) -> str:
        """Return the id of the record that was just written, if this picture has it; empty otherwise."""
        landed = self._services.session.take_landed() or ""
        if any(landed in place.ids for place in picture.places):
            self.on_names = False
            return landed
        return ""

    @property
    def key(self) -> Sequence[tuple[str, Role, str]]:
        """Every symbol of the picture, also of the picture behind a list."""
        if self.state is None:
            return ()
        shown = self.view._replace(as_list=False)
        return drawn(shown, self.state, self._services.preferences.signs, self.room()).key

    @property
    def day(self) -> date | None:
        """The day of the place under the cursor."""
        return next((each.day for each in self.at.sentences if each.day), None) if self.at else None

    def cursor_came(self, view: PictureView) -> None:
        """Update names and caption after the cursor moved or the picture changed."""
        place = view.place
        if self._on_its_way is None:
            self.on_names = place is None and view.walkable
        if place is not self.at:
            self.at, self._meant = place, place or self._meant
        if self.state is not None:
            self._show_names(self.state, on_them=place is None)
            self.query_one("#caption", Lines).show(self._about(self.state, place))
        cast("BaseScreen[Any]", self.screen).cursor_came()

    def _show_names(self, state: AppState, *, on_them: bool) -> None:
        width = self.app.size.width - MARGIN - 1
        names = offered(state)  # while the shared records are being read, the current picture may not be among these
        here = self.view.picture
        shown = names_line(names, here, on_them, width, state.words) if here in names else []
        self.query_one("#pictures", Bar).show(shown)

    def _about(self, state: AppState, place: Place | None) -> list[Line]:
        width = self.app.size.width - _BESIDE
        if self.player.plays:
            return caption.playing(state)
        if place is not None:
            return caption.at_place(place, state, width, self._caption_rows())
        if self.on_names:
            return caption.on_names(state, width)
        empty = self.view.picture if self._picture(state).empty else ""
        return caption.nowhere(state, empty, width)

    @on(PictureView.Turned)
    def _turned(self, event: PictureView.Turned) -> None:
        self.turn(event.step, on_names=True)

    def turn(self, step: int, *, on_names: bool = False) -> None:
        """Show the picture `step` positions after this one; after the last one, the first."""
        names = offered(self.state) if self.state else []
        if self.view.picture in names:
            at = names.index(self.view.picture)
            self.show_named(names[(at + step) % len(names)], on_names=on_names)

    def show_named(self, name: str, *, on_names: bool = False) -> None:
        """Show the picture with this name; the skill picture starts with the skill under the cursor."""
        near = self.at or self._meant
        skill = skill_at(near, self.state) if self.state is not None and name == "skill" else ""
        self.see(self.view._replace(picture=name, skill=skill or self.view.skill), on_names=on_names)

    def _show_frame_of(self, frame: Drawn) -> None:
        self._put(frame._replace(places=()), cursor_moves.NOWHERE)

    def _played(self) -> None:
        if self.state is not None and self.is_attached:
            self.show(self.state)
