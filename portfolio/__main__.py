"""Run the command line or the app and exit with its status; the only module that exits."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from portfolio.cli.context import Context


def open_app(context: Context, demo: bool) -> int:
    """Run the app. Textual is imported only here."""
    from portfolio.tui.run import run

    return run(
        locations=context.locations,
        settings=context.settings,
        language=context.words.language,
        today=context.today,
        now=context.clock,
        environment=context.environment,
        give_up=os._exit,
        demo=demo,
        ask_language=context.given.lang is None and context.settings.language is None,
    )


def open_plain(context: Context, demo: bool) -> int:
    """Run plain mode, in the streams of the command line."""
    from portfolio.pictures.signs import ASCII, UNICODE
    from portfolio.plain.run import Around, lines_of, run
    from portfolio.settings import plain_signs

    gc.enable()  # unlike a command it lasts
    streams, settings = context.streams, context.settings
    signs = ASCII if plain_signs(settings, context.environment, sys.platform) else UNICODE
    notebook = context.notebook  # first: the language can be that of the profile
    lines = lines_of(streams.stdin, streams.stdout, context.environment)
    around = Around(settings, signs, lambda: context.today, demo)
    return run(lines, notebook, context.words, around, streams.stdout)


def action_ids() -> tuple[str, ...]:
    """The ids of the actions of the app, for which keys can be set."""
    from portfolio.tui.keymap import table

    return tuple(table.ids())


def _stream(stream: TextIO | None, mode: str) -> TextIO:
    """A stream in UTF-8. For a stream that the caller closed: reads as empty and discards what is written.

    Bytes that are not UTF-8 are read as lone surrogates, so that they can be refused instead of being changed.
    """
    if stream is None:
        return io.TextIOWrapper(io.FileIO(os.devnull, mode), encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape" if mode == "r" else "replace")
    return stream


def main() -> None:
    """The entry point of the command `leerreis`."""
    gc.disable()  # a command makes many objects, few cycles, and ends soon; collecting would take a tenth of its time
    from portfolio.cli.context import Streams
    from portfolio.cli.main import run

    streams = Streams(_stream(sys.stdin, "r"), _stream(sys.stdout, "w"), _stream(sys.stderr, "w"))
    try:
        status = run(sys.argv[1:], os.environ, streams, open_app, action_ids, open_plain)
    except BrokenPipeError:
        status = 0  # the reader of a pipe closed it
    except KeyboardInterrupt:
        status = 130
    try:
        streams.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the rest cannot be written; exit must not report it again
    sys.exit(status)


if __name__ == "__main__":
    main()
