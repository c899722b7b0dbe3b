"""Run one command line: arguments in; results on stdout, messages on stderr, an exit status.

Only the module of the requested command is imported.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from portfolio import __version__
from portfolio.cli.arguments import HELP, HelpShown, refuse_invalid_text, split
from portfolio.cli.context import Context, Globals, Streams
from portfolio.errors import PortfolioError, reason_of
from portfolio.sanitise import clean_document
from portfolio.wording import N_, Words, choose_language

if TYPE_CHECKING:
    from portfolio.cli.context import Actions, App

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "add": ("add", N_("write something down")),
    "list": ("list_", N_("what you wrote, by date")),
    "show": ("show", N_("one record, whole")),
    "search": ("search", N_("find records by words")),
    "edit": ("edit", N_("change a record")),
    "share": ("share", N_("make records shareable")),
    "unshare": ("share", N_("make records private again")),
    "delete": ("share", N_("delete records (undo brings them back)")),
    "bin": ("bin", N_("what you deleted, and bringing it back")),
    "purge": ("purge", N_("take the words of a record out for good")),
    "undo": ("undo", N_("undo the last change")),
    "redo": ("undo", N_("redo what you undid")),
    "tags": ("tags", N_("your tags, and renaming one")),
    "journey": ("journey", N_("your learning journey as text")),
    "export": ("export", N_("a portfolio to hand over")),
    "ready": ("ready", N_("what you can show, and what not yet")),
    "sheet": ("sheet", N_("your own sheet for a conversation")),
    "become": ("become", N_("an agreement becomes a goal, a step or a need")),
    "calendar": ("calendar", N_("what is coming up, for your calendar")),
    "copy": ("copy", N_("everything, for yourself")),
    "check": ("check", N_("is the file whole, is there something to do")),
    "merge": ("merge", N_("join another copy of your file")),
    "merge-driver": ("merge_driver", N_("join two versions of your file, for git")),
    "backups": ("backups", N_("backups on this computer")),
    "restore": ("backups", N_("go back to a backup")),
    "where": ("where", N_("every path that is used")),
    "import": ("import_", N_("notes from jrnl, Day One or a folder of Markdown files")),
    "inbox": ("inbox", N_("notes from your phone: what waits, and adding it")),
    "config": ("config", N_("every setting, and where its value comes from")),
    "demo": ("demo", N_("open the example portfolio")),
}
"""Command -> its module, and its line in the help."""


def run(
    argv: Sequence[str],
    environment: Mapping[str, str],
    streams: Streams,
    app: App | None = None,
    actions: Actions = tuple,
    plain: App | None = None,
) -> int:
    """Run the command line. Exit status: 0 done, 1 could not be done, 2 wrong usage."""
    words = Words(choose_language(None, environment))
    context: Context | None = None
    try:
        refuse_invalid_text(*argv)
        given, rest = split(argv)
        context = Context(given, environment, streams, app, dispatch=dispatch, actions=actions, plain=plain)
        words = context.words
        return _written(dispatch(rest, context), streams)
    except HelpShown as help_asked:
        from portfolio.cli.help import text_of

        streams.stdout.write(clean_document(text_of(help_asked.asked, words)))
        return 0
    except PortfolioError as failure:
        language = context.words if context else words
        (context or Context(Globals(), environment, streams)).say(_with_command(failure, language))
        return failure.exit_status
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except OSError as refused:
        _ = context.words if context else words
        sentence = _("This could not be done ({reason}); what was saved before is safe.")
        (context or Context(Globals(), environment, streams)).say(sentence.format(reason=_(reason_of(refused))))
        return 1
    except Exception as failure:
        _ = context.words if context else words
        where = _where(failure)
        sentence = _("Leerreis made a mistake ({what}). What was saved before is safe. Please report this message.")
        (context or Context(Globals(), environment, streams)).say(sentence.format(what=where))
        return 1


def _with_command(failure: PortfolioError, _: Words) -> str:
    """The sentence of a failure, with the command that helps where only this face has one."""
    from portfolio.notebook.lookup import DeletedRecord

    sentence = failure.sentence(_)
    if isinstance(failure, DeletedRecord) and failure.record is not None:
        back = _("To bring it back: leerreis bin --restore {id}")
        return f"{sentence} {back.format(id=failure.parameters['id'])}"
    return sentence


def _written(status: int, streams: Streams) -> int:
    """The status of a command once its output is flushed, which fails on a full disk."""
    streams.stdout.flush()
    return status


def _where(failure: BaseException) -> str:
    """The type of an exception and its last place in our code; never its message, which can hold private text."""
    place, trace = "", failure.__traceback__
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith("portfolio"):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(failure).__name__} {place}".strip()


def dispatch(rest: Sequence[str], context: Context) -> int:
    """Run the command of the line; without one, the app."""
    if not rest:
        from portfolio.cli.commands.app import open_app

        return open_app(context)
    name, arguments = rest[0], list(rest[1:])
    if name in HELP or (name == "help" and not arguments):
        raise HelpShown(overview)
    if name == "help":
        name, arguments = arguments[0], [*arguments[1:], "--help"]
    if name in ("-V", "--version"):
        context.print(f"leerreis {__version__}")
        return 0
    if name not in COMMANDS:
        from portfolio.cli.unknown_command import unknown_command

        raise unknown_command(name, arguments, COMMANDS)
    module = importlib.import_module(f"portfolio.cli.commands.{COMMANDS[name][0]}")
    status: int = module.run(name, arguments, context)
    return status


def overview(_: Words) -> str:
    """The help of the program."""
    from portfolio.cli import help as help_page

    return help_page.overview({name: line for name, (_module, line) in COMMANDS.items()}, _)
