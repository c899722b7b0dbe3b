"""The keys that move: the arrows and their kin always do, letters beside them can be changed."""

from __future__ import annotations

from typing import Final, NamedTuple

from textual.binding import Binding, BindingType

from portfolio.wording import N_


class Move(NamedTuple):
    """One way to move, the same in every list, text and picture."""

    id: str
    fixed: str
    """The keys that nobody can lose; empty when there are only letters."""
    letters: str
    """The keys beside those, separated by commas; they can be changed."""
    label: str
    """One or two words: a message id in English."""
    help: str
    """One sentence: a message id in English."""

    @property
    def keys(self) -> str:
        """All keys, separated by commas."""
        return ",".join(filter(None, (self.fixed, self.letters)))


_HELP: Final = N_("Moves in lists, texts and pictures. Its arrow or page key always works too.")
_BESIDE: Final = N_("Moves in pictures; in a list it goes to the place beside it. Its arrow always works too.")
_HALF: Final = N_("Moves in lists, texts and pictures by half of what you see.")

MOVES: Final = (
    Move("move_up", "up", "k", N_("Up"), _HELP),
    Move("move_down", "down", "j", N_("Down"), _HELP),
    Move("move_left", "left", "", N_("One to the left"), _BESIDE),
    Move("move_right", "right", "", N_("One to the right"), _BESIDE),
    Move("move_first", "home", "g", N_("First"), _HELP),
    Move("move_last", "end", "G", N_("Last"), _HELP),
    Move("page_up", "pageup", "", N_("A page up"), _HELP),
    Move("page_down", "pagedown", "", N_("A page down"), _HELP),
    Move("half_up", "", "ctrl+u", N_("Half a page up"), _HALF),
    Move("half_down", "", "ctrl+d", N_("Half a page down"), _HALF),
)
_BY_ID: Final = {move.id: move for move in MOVES}


def movement(**actions: str) -> list[BindingType]:
    """Return the bindings that run these actions, by the id of a move."""
    return [Binding(_BY_ID[name].keys, action, show=False, id=name) for name, action in actions.items()]
