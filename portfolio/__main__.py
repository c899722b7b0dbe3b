"""Picks a face and leaves with its exit status; the only place that exits."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

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
        give_up=os._exit,
        demo=demo,
    )


def _stream(stream: TextIO | None, mode: str) -> TextIO:
    """A stream in UTF-8; one that the caller closed reads as empty and swallows what is written.

    Bytes that are no UTF-8 come in as lone surrogates, so that they can be refused instead of being changed.
    """
    if stream is None:
        return io.TextIOWrapper(io.FileIO(os.devnull, mode), encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape" if mode == "r" else "replace")
    return stream


def main() -> None:
    """The command `leerreis`."""
    gc.disable()  # a command makes many objects, few cycles, and is soon over; looking for cycles takes a tenth of it
    from portfolio.cli.context import Streams
    from portfolio.cli.main import run

    streams = Streams(_stream(sys.stdin, "r"), _stream(sys.stdout, "w"), _stream(sys.stderr, "w"))
    try:
        status = run(sys.argv[1:], os.environ, streams, open_app)
    except BrokenPipeError:
        status = 0  # the reader of a pipe has seen enough
    except KeyboardInterrupt:
        status = 130
    try:
        streams.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is left cannot be written; leaving must not say so again
    sys.exit(status)


if __name__ == "__main__":
    main()
