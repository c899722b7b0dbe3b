"""The help of the program and of a command: what it does, examples, and everything it takes with all choices."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from portfolio.cli.arguments import PLAIN, SHORT, Parser
from portfolio.cli.examples import examples_of
from portfolio.sanitise import clean_line
from portfolio.text import cells, pad, wrap
from portfolio.wording import LANGUAGES, N_, Words

WIDEST: Final = 80
_NARROWEST: Final = 40
_COLUMN: Final = 26
"""Cells before the explanation of an option."""

GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        N_("Write and change"),
        ("add", "edit", "share", "unshare", "delete", "undo", "redo", "tags", "bin", "purge", "inbox", "import"),
    ),
    (N_("Look"), ("list", "show", "search", "journey")),
    (N_("Before and after a conversation"), ("ready", "sheet", "export", "become", "calendar")),
    (N_("Your file"), ("copy", "check", "merge", "merge-driver", "backups", "restore", "where", "config", "demo")),
)
"""The commands in the order in which the help of the program lists them."""


def text_of(asked: Parser | Callable[[Words], str], _: Words) -> str:
    """The help that was asked for."""
    return help_of(asked, _) if isinstance(asked, Parser) else asked(_)


def help_of(parser: Parser, _: Words) -> str:
    """The help of one command."""
    width = _width()
    positional = [action for action in parser.arguments if not action.option_strings]
    options = [action for action in parser.arguments if action.option_strings]
    lines = [*wrap(_usage(parser, positional, options, _), width, 2), ""]
    for paragraph in (parser.description or "").split("\n"):
        lines += wrap(paragraph, width)
    lines += ["", _("Examples:"), *(f"  {_(example)}" for example in examples_of(parser.command))]
    for title, group in ((_("Arguments:"), positional), (_("Options:"), options)):
        if group:
            lines += ["", title]
            for action in group:
                lines += _entry(_names(action), _about(action, parser.usual.get(action.dest, ""), _), width)
    lines += ["", *_everywhere(width, _)]
    return "\n".join(lines) + "\n"


def overview(commands: Mapping[str, str], _: Words) -> str:
    """The help of the program: one sentence, examples, the commands, and the options for all of them.

    `commands` are the English lines about each command.
    """
    width = _width()
    lines = [
        *wrap(_("leerreis: write down what you learn, see how you grow, and choose what you share."), width),
        "",
        *wrap(_("usage: leerreis [COMMAND] [OPTION ...]"), width),
        "",
        *wrap(_("Without a command it opens the app. More about a command: leerreis COMMAND --help"), width),
        "",
        _("Examples:"),
        *(f"  {_(example)}" for example in (examples_of("add")[0], examples_of("journey")[0])),
    ]
    for title, names in GROUPS:
        lines += ["", f"{_(title)}:"]
        for name in names:
            lines += _entry(f"  {name}", _(commands[name]), width, 18)
    lines += ["", *_everywhere(width, _), *_entry("  -V, --version", _("the version"), width)]
    return "\n".join(lines) + "\n"


def _everywhere(width: int, _: Words) -> Iterator[str]:
    yield _("With every command, before or after it:")
    file = _("your portfolio (default: see leerreis where)")
    path, day = _("PATH"), _("DATE")
    yield from _entry(f"  -f, --file {path}", file, width)
    lang = _("the language (default: that of your settings, your profile or your computer)")
    yield from _entry(f"  -l, --lang {'|'.join(LANGUAGES)}", lang, width)
    yield from _entry(f"      --today {day}", _("the day that counts as today (default: today)"), width)
    plain = _("lines of text instead of screens, for a screen reader or a very small terminal")
    yield from _entry(f"      {PLAIN}", plain, width)
    yield from _entry("  -h, --help", _("this help"), width)


def _usage(parser: Parser, positional: Sequence[argparse.Action], options: Sequence[argparse.Action], _: Words) -> str:
    needed = [f"{action.option_strings[0]} {_value(action)}" for action in options if action.required]
    option, usage = _("OPTION"), _("usage:")
    free = [f"[{option} ...]"] if len(options) > len(needed) else []
    return " ".join([f"{usage} {clean_line(parser.prog)}", *map(_place, positional), *needed, *free])


def _place(action: argparse.Action) -> str:
    """A place on the line, in brackets when it can be left out."""
    name = _value(action)
    forms = {"?": f"[{name}]", "*": f"[{name} ...]", "+": f"{name} [{name} ...]"}
    return forms.get(str(action.nargs), name)


def _value(action: argparse.Action) -> str:
    """The name of what is typed for an argument; empty for a flag."""
    if action.nargs == 0:
        return ""
    metavar = action.metavar or action.dest.upper()
    return " ".join(metavar) if isinstance(metavar, tuple) else metavar


def _names(action: argparse.Action) -> str:
    if not action.option_strings:
        return f"  {_value(action)}"
    long = action.option_strings[0]
    before = f"{SHORT[long]}, " if long in SHORT else "    "
    value = _value(action)
    more = " ..." if action.nargs == "+" else ""
    optional = f" [{value}]" if action.nargs == "?" else f" {value}{more}"
    return f"  {before}{long}{optional if value else ''}"


def _about(action: argparse.Action, usual: str, _: Words) -> str:
    """What an argument is for, everything that can be chosen, and what counts without it."""
    said = [action.help] if action.help else []
    choices = [str(choice) for choice in action.choices or ()]
    if choices and "|".join(choices) != action.metavar:
        said.append(_("one of: {choices}").format(choices=", ".join(choices)))
    about = "; ".join(said)
    default = usual or ("" if action.nargs == 0 or action.default in (None, []) else action.default)
    if default:
        about += " " + _("(default: {value})").format(value=default)
    return about.strip()


def wrapped(text: str) -> list[str]:
    """A paragraph as lines that fit."""
    return wrap(text, _width())


def entries(pairs: Iterable[tuple[str, str]], column: int = 22) -> Iterator[str]:
    """Names with an explanation beside each, as lines; `column` is where the explanations begin."""
    width = _width()
    for name, about in pairs:
        yield from _entry(f"  {name}", about, width, column)


def _entry(names: str, about: str, width: int, column: int = _COLUMN) -> list[str]:
    """An argument with its explanation beside it, or below it where its name is long."""
    column = min(column, width // 2)
    lines = wrap(about, width - column) if about else [""]
    if cells(names) + 2 > column:
        return [names.rstrip(), *(" " * column + line for line in lines if line)]
    first, *rest = lines
    return [f"{pad(names, column)}{first}".rstrip(), *(" " * column + line for line in rest)]


def _width() -> int:
    """The width of the terminal, at most 80 cells."""
    try:
        columns = os.get_terminal_size().columns
    except OSError:
        columns = WIDEST
    return max(min(columns, WIDEST), _NARROWEST)
