"""Where one finds what was: the bin, and the copies of earlier. Named in the palette and in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.wording import N_

if TYPE_CHECKING:
    from portfolio.tui.shell.place_screen import PlaceScreen

BIN: Final = "bin"
COPIES: Final = "copies"
NAMES: Final = {BIN: N_("Bin"), COPIES: N_("Copies of earlier")}
TOLD: Final = {
    BIN: N_("what you deleted, for thirty days"),
    COPIES: N_("go back to how it was"),
}


def screen_of(which: str) -> PlaceScreen:
    """A new screen, imported when someone goes there."""
    if which == BIN:
        from portfolio.tui.recovery.bin import BinScreen

        return BinScreen()
    from portfolio.tui.recovery.backups import CopiesScreen

    return CopiesScreen()
