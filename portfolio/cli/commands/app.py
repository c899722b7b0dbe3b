"""No command: the app. It needs a terminal; a pipe or a scheduled job gets one sentence instead."""

from __future__ import annotations

from portfolio.cli.context import Context, WrongUse
from portfolio.wording import N_


def open_app(context: Context, *, demo: bool = False) -> int:
    """Open the app and stay until the person leaves it."""
    streams = context.streams
    if not (streams.stdin.isatty() and streams.stdout.isatty()) or context.environment.get("TERM") == "dumb":
        raise WrongUse(N_("The app needs a terminal. Without one, use a command; see: leerreis --help"))
    from portfolio.tui.run import run

    return run(
        locations=context.locations,
        settings=context.settings,
        language=context.words.language,
        today=context.today,
        now=context.clock,
        environment=context.environment,
        demo=demo,
    )
