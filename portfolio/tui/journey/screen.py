"""The learning journey as pictures, to walk: a cursor on the marks, what it is on below, enter opens the record.

Tab goes from picture to picture, p chooses the period, t tells the same facts as a list; what else is chosen about
what is seen stands in `portfolio.tui.journey.view_actions`.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.pictures.canvas import Place
from portfolio.tui.journey import caption, cursor_moves
from portfolio.tui.journey.animation import Animation
from portfolio.tui.journey.cache import PictureCache, Wanted
from portfolio.tui.journey.picture_view import PictureView
from portfolio.tui.journey.view import Drawn, JourneyView, frames, names_line, offered, skill_at
from portfolio.tui.journey.view_actions import SightScreen
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.services.state import AppState
from portfolio.tui.services.status import StatusMessage
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.text.spans import Line
from portfolio.tui.widgets.bars import MARGIN, Bar
from portfolio.tui.widgets.lines import Lines

_BARS = 3
"""Rows of the screen that places, names and keys take."""
_BESIDE = 6
"""Columns at both sides of a picture."""
_TALL = 24
"""From so many rows on a line stands below the picture."""


class JourneyScreen(SightScreen):
    """The sixth place."""

    WHERE: ClassVar[str] = "journey"
    BINDINGS: ClassVar[list[BindingType]] = [
        *table.bindings(WHERE),
        Binding("right_square_bracket", "next", show=False),
        Binding("left_square_bracket", "previous", show=False),
        Binding("escape", "app.go('today')", show=False),  # where there is no step back within the place
        Binding("up", "app.go('today')", show=False),
    ]
    DEFAULT_CSS = """
    JourneyScreen #told { padding: 0 2 0 3; }
    JourneyScreen .ruled { border-top: solid $line; }
    """

    def __init__(self) -> None:
        """The first picture, over a year."""
        super().__init__()
        self._at: Place | None = None
        """What the cursor is on."""
        self._meant: Place | None = None
        """Where someone walked last: the cursor goes back there when a picture has it again."""
        self._on_names = False
        """Whether the arrows go along the names of the pictures, above the first mark."""
        self._album = PictureCache()
        self.player = Animation(self, self._show_frame_of, self._played)
        """What plays the lanes."""
        self._on_its_way: Wanted | None = None
        """The picture that is drawn beside the screen."""

    def body(self) -> ComposeResult:
        """The names of the pictures, the picture, and what its cursor is on."""
        yield Bar(id="pictures")
        yield PictureView(id="picture")
        yield Lines(id="told", can_focus=False)

    def show(self, look: AppState) -> None:
        """Show the picture with the cursor on what it was on."""
        if not look.read and look.looked_on:
            self._at = None
            self._put(Drawn(), cursor_moves.NOWHERE)
            return
        names = offered(look)
        if self.sight.picture not in names:
            self.sight = self.sight._replace(picture=names[0])
        picture = self._picture(look)
        told = self.query_one("#told")
        told.set_class(self._ruled(), "ruled")
        told.styles.height = self._told_rows() + self._ruled()
        landed = "" if self._on_its_way else self._landed_in(picture)
        index = cursor_moves.NOWHERE
        if not self._on_names:
            before = None if landed else self._meant
            index = cursor_moves.again(picture.places, before, landed or skill_at(before, look))
        self._at = picture.places[index] if index != cursor_moves.NOWHERE else None
        self.set_focus(self._put(picture, index))

    def _put(self, picture: Drawn, index: int) -> PictureView:
        """A picture with its cursor on this place, and what is said about it."""
        view = self.query_one("#picture", PictureView)
        view.show_picture(picture.lines, picture.fixed, picture.places, index)
        self._stands(view)
        return view

    def _picture(self, look: AppState) -> Drawn:
        """The picture, drawn when it was not drawn yet for these records, words and size."""
        wanted = Wanted(self.sight, look, self.services.preferences.signs, self._room())
        found = self._album.find(wanted)
        if found is None and wanted.is_long:
            if self._on_its_way != wanted:
                self._on_its_way = wanted
                self.run_worker(self._draw_beside(wanted))
            return wanted.meanwhile()
        self._on_its_way = None
        return found or self._album.keep(wanted, wanted.drawn())

    def _room(self) -> tuple[int, int]:
        """Columns and rows that there are for a picture."""
        return self.app.size.width - _BESIDE, self.app.size.height - _BARS - self._told_rows() - self._ruled()

    async def _draw_beside(self, wanted: Wanted) -> None:
        """Draw a long list while the screen goes on, and show it when it is still wanted."""
        if self._on_its_way is not wanted:
            return
        picture = await self.services.worker.aside(wanted.drawn)
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
        landed = self.take_landed() or ""
        if any(landed in place.ids for place in picture.places):
            self._on_names = False
            return landed
        return ""

    def see(self, sight: JourneyView) -> None:
        """Look at this from now on."""
        self._see(sight)

    def day_looked_at(self) -> date | None:
        """The day of what the cursor is on."""
        return next((told.day for told in self._at.told if told.day), None) if self._at else None

    def _see(self, sight: JourneyView, *, on_names: bool = False) -> None:
        self.sight, self._on_names = sight, on_names
        if self.look is not None:
            self.show(self.look)

    def situation(self) -> ActionContext:
        """Where someone stands: on the record of a mark, on a mark of several, or above them."""
        situation, place = super().situation(), self._at
        inside = self.sight.as_list or bool(self.sight.focus)
        if self.look is None or place is None:
            return situation._replace(deeper=inside or self._on_names)
        situation = situation._replace(deeper=inside)
        if len(place.ids) == 1:
            return self.chosen_in(situation, place.ids[0])
        return situation._replace(row=" ".join(place.ids))

    def say(self, saying: StatusMessage) -> None:
        """Say it; what is about the mark that the cursor is on makes way when it moves."""
        BaseScreen.say(self, saying)
        self._said_at = self.situation().row if saying.here else None

    @on(PictureView.Reached)
    def _reached(self, fact: PictureView.Reached) -> None:
        self._stands(fact.view)

    def _stands(self, view: PictureView) -> None:
        place = view.place
        if self._on_its_way is None:
            self._on_names = place is None and view.walkable
        if place is not self._at:
            self._at, self._meant = place, place or self._meant
        if self._said_at is not None and self._said_at != self.situation().row:
            self._said_at = None
            self.services.status.moved_on()
        if self.look is not None:
            self._show_names(self.look, on_them=place is None)
            self.query_one("#told", Lines).show(self._about(self.look, place))
        self.frame.keys_changed()

    def _show_names(self, look: AppState, *, on_them: bool) -> None:
        width = self.app.size.width - MARGIN
        names = offered(look)  # while it is not known what may be shared, the picture that is on may be none of them
        here = self.sight.picture
        shown = names_line(names, here, on_them, width, look.words) if here in names else []
        self.query_one("#pictures", Bar).show(shown)

    def _about(self, look: AppState, place: Place | None) -> list[Line]:
        width = self.app.size.width - _BESIDE
        if self.player.plays:
            return caption.playing(look)
        if place is not None:
            return caption.at_place(place, look, width, self._told_rows())
        if self._on_names:
            return caption.on_names(look, width)
        return caption.nowhere(look, self._picture(look).empty, width)

    @on(PictureView.Turned)
    def _turned(self, fact: PictureView.Turned) -> None:
        self._turn(fact.step, on_names=True)

    def _turn(self, step: int, *, on_names: bool = False) -> None:
        names = offered(self.look) if self.look else []
        if self.sight.picture in names:
            at = names.index(self.sight.picture)
            self._show_named(names[(at + step) % len(names)], on_names=on_names)

    def _show_named(self, name: str, *, on_names: bool = False) -> None:
        near = self._at or self._meant
        skill = skill_at(near, self.look) if self.look is not None and name == "skill" else ""
        self._see(self.sight._replace(picture=name, skill=skill or self.sight.skill), on_names=on_names)

    def action_show_picture(self, name: str) -> None:
        """The picture of this name."""
        self._show_named(name)

    def action_next(self) -> None:
        """The next picture; after the last one the first."""
        self._turn(1)

    def action_previous(self) -> None:
        """The picture before."""
        self._turn(-1)

    @on(PictureView.Clicked)
    def action_open(self) -> None:
        """The record that the cursor is on; where several lie together, a list of them first."""
        if self._at is None:
            return
        if len(self._at.ids) == 1:
            self.open_record(self._at.ids[0])
            return
        titles = caption.titles(self._at)
        self.ask_then(self.words("Which one?"), titles, lambda key: self.open_record(key) if key else None)

    def action_new(self) -> None:
        """A milestone, on the day under the cursor; nothing happened yet on a day to come."""
        if self.look is None:
            return
        day = self.day_looked_at() or self.look.today
        self.write_new("milestone", date=min(day, self.look.today).isoformat())

    def action_play(self) -> None:
        """Play the period: the lanes fill up month by month; a key stops it."""
        look = self.look
        if look is None:
            return
        if self.app.animation_level == "none":
            self.services.status.say(
                look.words("Animations are off in the settings; this is the whole period."), "muted"
            )
            return
        self.see(self.sight._replace(picture="lanes", as_list=False))
        found = frames(self.sight, look, self.services.preferences.signs, self._room())
        if found:
            self.player.play(found)

    def _show_frame_of(self, frame: Drawn) -> None:
        self._put(frame._replace(places=()), cursor_moves.NOWHERE)

    def _played(self) -> None:
        if self.look is not None and self.is_attached:
            self.show(self.look)

    def on_key(self, event: events.Key) -> None:
        """While it plays any key stops it, and does nothing else."""
        if self.player.plays:
            event.stop()
            event.prevent_default()
            self.player.stop()

    def action_back(self) -> None:
        """From the names to the marks, from the list to the picture, from one goal or skill to everything."""
        if self._on_names:
            self.see(self.sight)
        elif self.sight.as_list:
            self.see(self.sight._replace(as_list=False))
        else:
            self.see(self.sight._replace(focus=""))
