"""No command: open the app, which needs a terminal, or plain mode, which does not."""

from __future__ import annotations

from portfolio.cli.context import Context, WrongUse
from portfolio.wording import N_


def open_app(context: Context, *, demo: bool = False) -> int:
    """Run the app or plain mode until the user leaves it; its exit status."""
    if context.plain is not None and (context.given.plain or context.settings.plain):
        return context.plain(context, demo)
    streams = context.streams
    terminal = streams.stdin.isatty() and streams.stdout.isatty() and context.environment.get("TERM") != "dumb"
    if context.app is None or not terminal:
        raise WrongUse(
            N_("The app needs a terminal. Without one, use leerreis --plain or a command; see: leerreis --help")
        )
    return context.app(context, demo)
