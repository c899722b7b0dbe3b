"""Parse arguments: the global options from anywhere on the line, and parsers with translated messages.

argparse's own sentences are in our catalogue too (wording/argparse_words.py keeps their ids), so a mistake is answered
in the user's language.
"""

from __future__ import annotations

import argparse
import gettext
import os
from collections.abc import Sequence
from typing import Any, Final, NoReturn

from portfolio.cli.context import Globals, WrongUse
from portfolio.errors import UsageError
from portfolio.records.problems import brief
from portfolio.records.validate import NOT_A_CHOICE
from portfolio.sanitise import clean_line
from portfolio.wording import DOMAIN, LANGUAGES, N_, Words

_LONGEST: Final = 1000
"""Characters of a sentence that repeats typed text; the longest list of choices fits in it."""
GLOBAL_OPTIONS: Final = {"--file": "file", "--lang": "lang", "--today": "today"}


def split(argv: Sequence[str]) -> tuple[Globals, list[str]]:
    """Split off the global options, anywhere before `--`, from the rest of the line, which keeps its order."""
    found: dict[str, str] = {}
    rest: list[str] = []
    words = list(argv)
    while words:
        word = words.pop(0)
        if word == "--":
            rest += ["--", *words]
            break
        option, equals, value = word.partition("=")
        if option not in GLOBAL_OPTIONS:
            rest.append(word)
        elif equals:
            found[GLOBAL_OPTIONS[option]] = value
        elif words:
            found[GLOBAL_OPTIONS[option]] = words.pop(0)
        else:
            raise WrongUse(N_("{option} needs a value after it."), option=option)
    for option, name in GLOBAL_OPTIONS.items():
        if found.get(name) == "":
            raise WrongUse(N_("{option} needs a value after it."), option=option)
    if found.get("lang") not in (None, *LANGUAGES):
        raise WrongUse(N_("--lang is nl or en."))
    return Globals(**found), rest


def refuse_invalid_text(*texts: str) -> None:
    """Raise WrongUse for text that held bytes that are not UTF-8: it could not be stored unchanged."""
    if any("\ud800" <= character <= "\udfff" for text in texts if not text.isascii() for character in text):
        raise WrongUse(N_("This is not text in UTF-8, so it cannot be kept as it is; nothing was saved."))


def use_language(words: Words) -> None:
    """Take argparse's sentences from our catalogue, in this language."""
    os.environ["LANGUAGE"] = words.language
    gettext.bindtextdomain(DOMAIN, f"{os.path.dirname(os.path.dirname(__file__))}{os.sep}locale")
    gettext.textdomain(DOMAIN)


class BadArguments(UsageError):
    """argparse's sentence about a mistake in the arguments."""

    def __init__(self, sentence: str, usage: str) -> None:
        """`sentence` is translated already."""
        super().__init__("{sentence}", sentence=sentence)
        self.usage = usage

    def sentence(self, _: Words) -> str:
        """The sentence, and how to get help."""
        message = clean_line(str(self.parameters["sentence"]))
        message = message if len(message) <= _LONGEST else f"{message[: _LONGEST - 1]}…"
        return (
            message[:1].upper()
            + message[1:]
            + ("" if message.endswith(".") else ".")
            + " "
            + _("Help: {command} --help").format(command=self.usage)
        )


class Parser(argparse.ArgumentParser):
    """A parser that raises its messages instead of printing them and exiting."""

    def __init__(self, command: str, description: str = "") -> None:
        """`command` is what the user types after `leerreis`."""
        super().__init__(
            prog=f"leerreis {command}".strip(), description=description or None, formatter_class=_formatter
        )

    def add_argument(self, *names: str, **options: Any) -> argparse.Action:
        """As argparse's, but a wrong choice gets our own message with all choices, in the user's language."""
        choices: Sequence[str] = options.get("choices") or ()

        def chosen(text: str) -> str:
            if text not in choices:
                message = gettext.gettext(NOT_A_CHOICE).format(value=brief(text), choices=", ".join(choices))
                raise argparse.ArgumentTypeError(message)
            return text

        return super().add_argument(*names, **{**options, "type": chosen} if choices else options)

    def error(self, message: str) -> NoReturn:
        """Raise BadArguments, which has exit status 2."""
        raise BadArguments(message, self.prog)

    def print_help(self, file: Any = None) -> None:  # noqa: ARG002 - help always goes to stdout
        """Raise HelpShown, for `run` to print."""
        raise HelpShown(0, self.format_help())


def _formatter(prog: str) -> argparse.HelpFormatter:
    """A formatter as wide as the terminal, asked of the system itself: argparse would import more for it."""
    try:
        width = os.get_terminal_size().columns
    except OSError:
        width = 80
    return argparse.HelpFormatter(prog, width=max(width - 2, 40))


class HelpShown(Exception):
    """Carries the help that the user asked for."""

    def __init__(self, status: int, text: str = "") -> None:
        """`text` is printed on stdout."""
        super().__init__(text)
        self.status, self.text = status, text


def add_filters(parser: Parser, _: Words) -> None:
    """Add the options that choose a period."""
    parser.add_argument("--since", metavar=_("DATE"), help=_("from this day on"))
    parser.add_argument("--until", metavar=_("DATE"), help=_("up to and including this day"))


Arguments = argparse.Namespace
SUPPRESS: Final = argparse.SUPPRESS
"""As the help of an option: the option works, and the help does not mention it."""
