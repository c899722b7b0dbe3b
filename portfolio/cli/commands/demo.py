"""`leerreis demo`: open the example portfolio in the app; `leerreis demo COMMAND ...` runs a command on it.

The example is a temporary copy: changes to it are lost afterwards, and the user's own portfolio is not touched.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import threading
from datetime import UTC, datetime

from portfolio.cli.arguments import HELP, Parser
from portfolio.cli.commands.app import open_app
from portfolio.cli.context import Context
from portfolio.locations import EXAMPLE
from portfolio.notebook import open_notebook
from portfolio.notebook.demo import TODAY, fill


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Open the example, or run the command that follows on it."""
    if arguments[:1] and arguments[0] in HELP:
        _ = context.words
        parser = Parser("demo", _("Open the example portfolio, or run a command on it. It is a copy: nothing is kept."))
        parser.add_argument("command", nargs="*", metavar=_("COMMAND"), help=_("a command and what goes with it"))
        parser.parse_args(arguments)
    folder = tempfile.mkdtemp(prefix=EXAMPLE)
    _clean_up_when_ended(folder)
    try:
        example = _example(folder, context)
        if not arguments:
            return open_app(example, demo=True)
        return context.dispatch(arguments, example) if context.dispatch is not None else 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clean_up_when_ended(folder: str) -> None:
    """Remove the copy when a signal ends the process, such as when the terminal is closed; then obey the signal."""

    def ended(number: int, _frame: object) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    if threading.current_thread() is threading.main_thread():
        for name in ("SIGHUP", "SIGTERM"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), ended)


def _example(folder: str, context: Context) -> Context:
    """A context whose every path is in this folder, with the example in it."""
    outside = ("LEERREIS_FILE", "LEERREIS_TODAY")
    environment = {k: v for k, v in context.environment.items() if k not in outside} | {"LEERREIS_HOME": folder}
    given = context.given._replace(
        file=None, lang=context.words.language, today=context.given.today or TODAY.isoformat()
    )
    example = Context(
        given,
        environment,
        context.streams,
        context.app,
        context.clock,
        context.settings._replace(file=None),
        context.dispatch,
        plain=context.plain,
    )
    evening = datetime(TODAY.year, TODAY.month, TODAY.day, 16, 0, tzinfo=UTC)
    notebook = open_notebook(example.locations, today=TODAY, now=lambda: evening)
    fill(notebook, context.words.language)
    return example
