"""Cache of drawn pictures of the journey, valid for one set of records and one day."""

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
"""Number of records from which a list takes too long to draw on a key press."""
_LISTED: Final = frozenset({"timeline"})
"""Pictures that are lists themselves."""


class Wanted(NamedTuple):
    """Everything that a drawn picture depends on: the view, the state, the symbols, and columns and rows."""

    view: JourneyView
    state: AppState
    signs: Signs
    size: tuple[int, int]

    def drawn(self) -> Drawn:
        """Draw the picture."""
        return drawn(self.view, self.state, self.signs, self.size)

    @property
    def is_long(self) -> bool:
        """Whether it must be drawn in a worker."""
        listed = self.view.as_list or self.view.picture in _LISTED
        return listed and len(self.state.records) >= MANY

    def meanwhile(self) -> Drawn:
        """Return what is shown until it is drawn."""
        message = self.state.words("This is a long list; loading …")
        return Drawn((EMPTY, (Span(message, "muted"),)), empty=False)


class PictureCache:
    """The pictures drawn from one set of records."""

    def __init__(self) -> None:
        """Start without pictures."""
        self._of: tuple[Records, date] | None = None
        """Records and day of the pictures. Holds the records themselves, since the `id()` of freed objects can be
        reused."""
        self._kept: dict[tuple[object, ...], Drawn] = {}

    def find(self, wanted: Wanted) -> Drawn | None:
        """Return the picture when it was drawn before, else None."""
        return self._kept.get(_name(wanted)) if self._is_of(wanted.state) else None

    def keep(self, wanted: Wanted, picture: Drawn) -> Drawn:
        """Keep a picture and drop those of other records or days; return the picture."""
        if not self._is_of(wanted.state):
            self._of = (wanted.state.records, wanted.state.today)
            self._kept.clear()
        self._kept[_name(wanted)] = picture
        return picture

    def _is_of(self, state: AppState) -> bool:
        return self._of is not None and self._of[0] is state.records and self._of[1] == state.today


def _name(wanted: Wanted) -> tuple[object, ...]:
    return wanted.state.words.language, wanted.signs.ascii, wanted.view, wanted.size
