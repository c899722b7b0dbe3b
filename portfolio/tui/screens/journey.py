"""The learning journey as pictures: left and right go from one to the next, t tells the same facts as a list."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.records.collection import Records
from portfolio.tui import actions
from portfolio.tui.layout import Span
from portfolio.tui.look import Look
from portfolio.tui.place_screen import PlaceScreen
from portfolio.tui.views.journey import PERIODS, Drawn, drawn, offered, title
from portfolio.tui.widgets.bars import Bar, Part
from portfolio.tui.widgets.picture import PictureView


class JourneyScreen(PlaceScreen):
    """The sixth place."""

    WHERE: ClassVar[str] = "journey"
    BINDINGS: ClassVar[list[BindingType]] = [*actions.bindings(WHERE)]
    DEFAULT_CSS = """
    JourneyScreen PictureView { padding: 0 2 0 3; }
    """

    def __init__(self) -> None:
        """The first picture, over a year."""
        super().__init__()
        self._picture, self._period, self._as_list = "lanes", PERIODS[0], False
        self._kept: dict[tuple[object, ...], Drawn] = {}
        self._drawn_of: tuple[Records, date] | None = None
        """What the kept pictures are of. It holds the records themselves: what is gone could lend its id to others."""

    def body(self) -> ComposeResult:
        """The names of the pictures above the picture."""
        yield Bar(id="pictures")
        yield PictureView(id="picture")

    def show(self, look: Look) -> None:
        """Draw, when it was not drawn yet for these records, words and size."""
        names = offered(look)
        if self._picture not in names:
            self._picture = names[0]
        self._list_pictures(look, names)
        place = self.query_one("#picture", PictureView)
        self.set_focus(place)
        size = (self.app.size.width - 6, place.size.height or self.app.size.height - 4)
        if self._drawn_of is None or self._drawn_of[0] is not look.records or self._drawn_of[1] != look.today:
            self._drawn_of = (look.records, look.today)
            self._kept.clear()
        key = (look.words.language, self.leerreis.signs.ascii, self._picture, self._period, self._as_list, size)
        if key not in self._kept:
            signs = self.leerreis.signs
            self._kept[key] = drawn(self._picture, look, self._period, signs, size, as_list=self._as_list)
        picture = self._kept[key]
        place.show_picture(picture.lines, picture.fixed)

    def _list_pictures(self, look: Look, names: list[str]) -> None:
        _ = look.words
        parts = []
        for name in names:
            here = name == self._picture
            words = Span(title(name, _), "accent" if here else "muted", bold=here)
            sign = Span("▸ " if here else "  ", "accent")
            parts.append(Part((sign, words, Span(" ")), f"show_picture('{name}')"))
        self.query_one("#pictures", Bar).show(parts)

    def _again(self) -> None:
        if self.look is not None:
            self.show(self.look)

    def action_show_picture(self, name: str) -> None:
        """The picture of this name."""
        self._picture = name
        self._again()

    def action_next(self, step: int = 1) -> None:
        """The next picture; after the last one the first."""
        names = offered(self.look) if self.look else []
        if names:
            self.action_show_picture(names[(names.index(self._picture) + step) % len(names)])

    def action_previous(self) -> None:
        """The picture before."""
        self.action_next(-1)

    def action_period(self) -> None:
        """The next period: a year, a quarter, since the last conversation, everything."""
        self._period = PERIODS[(PERIODS.index(self._period) + 1) % len(PERIODS)]
        self._again()

    def action_as_text(self) -> None:
        """The same facts as a list, or the picture again."""
        self._as_list = not self._as_list
        self._again()
