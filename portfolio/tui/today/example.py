"""Look around in the example portfolio: `leerreis demo` in this terminal, until it is closed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from portfolio.foreground import WITHIN, run

if TYPE_CHECKING:
    from portfolio.tui.shell.screen import BaseScreen


def look_around(screen: BaseScreen[None]) -> None:
    """Open the example in the foreground and return to this app when it is closed."""
    _, services = screen.words, screen.services
    services.shutdown.flush_drafts()
    command = (sys.executable, "-P", "-m", "portfolio", "--lang", _.language, "demo")
    failed = False
    try:
        with screen.app.suspend():  # no exception may leave it: Textual 8.2.8 would then not restore the screen
            try:
                run(command, {**services.preferences.start.environment, WITHIN: "1"})
            except OSError:
                failed = True
    except SuspendNotSupported:
        failed = True
    if failed:
        services.status.say(_("The example cannot be opened from here. In a shell: leerreis demo"), "muted")
