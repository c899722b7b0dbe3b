"""No command: open the app. It needs a terminal; a pipe or a scheduled job gets one sentence instead."""

from __future__ import annotations

from portfolio.cli.context import Context, WrongUse
from portfolio.wording import N_


def open_app(context: Context, *, demo: bool = False) -> int:
    """Run the app until the user leaves it; its exit status."""
    streams = context.streams
    terminal = streams.stdin.isatty() and streams.stdout.isatty() and context.environment.get("TERM") != "dumb"
    if context.app is None or not terminal:
        raise WrongUse(N_("The app needs a terminal. Without one, use a command; see: leerreis --help"))
    return context.app(context, demo)
