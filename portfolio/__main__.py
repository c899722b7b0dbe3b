"""Picks a face and leaves with its exit status; the only place that exits."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portfolio.cli.context import Context


def open_app(context: Context, demo: bool) -> int:
    """The other face; Textual is imported only now."""
    from portfolio.tui.run import run

    gc.enable()  # the app lives for hours
    return run(
        locations=context.locations,
        settings=context.settings,
        language=context.words.language,
        today=context.today,
        now=context.clock,
        environment=context.environment,
        demo=demo,
    )


def main() -> None:
    """The command `leerreis`."""
    gc.disable()  # a command makes many objects, few cycles, and is soon over; looking for cycles takes a tenth of it
    from portfolio.cli.context import Streams
    from portfolio.cli.main import run

    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # both are text files
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        status = run(sys.argv[1:], os.environ, Streams(sys.stdin, sys.stdout, sys.stderr), open_app)
    except BrokenPipeError:
        status = 0  # the reader of a pipe has seen enough
    except KeyboardInterrupt:
        status = 130
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is left cannot be written; leaving must not say so again
    sys.exit(status)


if __name__ == "__main__":
    main()
