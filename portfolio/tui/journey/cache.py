"""Pictures of the journey as they were drawn, kept as long as there is nothing else to see."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from portfolio.pictures.signs import Signs
from portfolio.tui.journey.view import Drawn, JourneyView, drawn
from portfolio.tui.text.spans import EMPTY, Span

if TYPE_CHECKING:
    from portfolio.records.collection import Records
    from portfolio.tui.services.state import AppState

MANY: Final = 2_000
"""From so many records on a list of them takes longer to write than a key may take."""
_LISTED: Final = frozenset({"timeline"})
"""The pictures that are lists themselves."""


class Wanted(NamedTuple):
    """A picture that someone wants to see: of what, in which signs, in how many columns and rows."""

    view: JourneyView
    look: AppState
    signs: Signs
    size: tuple[int, int]

    def drawn(self) -> Drawn:
        """The picture."""
        return drawn(self.view, self.look, self.signs, self.size)

    @property
    def is_long(self) -> bool:
        """Whether it is to be drawn beside the screen."""
        listed = self.view.as_list or self.view.picture in _LISTED
        return listed and len(self.look.records) >= MANY

    def meanwhile(self) -> Drawn:
        """What stands there until it is drawn."""
        message = self.look.words("This is a long list; it is on its way.")
        return Drawn((EMPTY, (Span(message, "muted"),)), empty=False)


class PictureCache:
    """The pictures of one look."""

    def __init__(self) -> None:
        """Empty."""
        self._of: tuple[Records, date] | None = None
        """What the pictures are of. It holds the records themselves: what is gone could lend its id to others."""
        self._kept: dict[tuple[object, ...], Drawn] = {}

    def find(self, wanted: Wanted) -> Drawn | None:
        """The picture, when it was drawn before."""
        return self._kept.get(_name(wanted)) if self._is_of(wanted.look) else None

    def keep(self, wanted: Wanted, picture: Drawn) -> Drawn:
        """Keep a picture; those of other records go."""
        if not self._is_of(wanted.look):
            self._of = (wanted.look.records, wanted.look.today)
            self._kept.clear()
        self._kept[_name(wanted)] = picture
        return picture

    def _is_of(self, look: AppState) -> bool:
        return self._of is not None and self._of[0] is look.records and self._of[1] == look.today


def _name(wanted: Wanted) -> tuple[object, ...]:
    return wanted.look.words.language, wanted.signs.ascii, wanted.view, wanted.size
