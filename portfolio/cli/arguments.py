"""Parse arguments: the global options from anywhere on the line, and one parser for the rest of each command.

argparse fills in the values. What is wrong with a line is found and said here, so that its own sentences reach nobody.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple, NoReturn

from portfolio.cli.bad_arguments import BadArguments, Missing, NotPossible
from portfolio.cli.context import Globals, WrongUse
from portfolio.records.near import nearest
from portfolio.records.problems import brief
from portfolio.wording import LANGUAGES, N_, Words


class OtherWords(NamedTuple):
    """Other words for the choices of an argument."""

    named: Callable[[str], str]
    """Gives the choice that is also called this; empty when none is."""
    near: Callable[[str], Sequence[str]]
    """Gives what was most likely meant by any other word."""


GLOBAL_OPTIONS: Final = {"--file": "file", "--lang": "lang", "--today": "today"}
PLAIN: Final = "--plain"
"""The global option without a value."""
SHORT_GLOBALS: Final = {"-f": "--file", "-l": "--lang"}
SHORT: Final = {
    "--help": "-h",
    "--json": "-j",
    "--limit": "-n",
    "--reverse": "-r",
    "--to": "-o",
    "--svg": "-o",
    "--yes": "-y",
}
"""Long option -> the letter that does the same, in every command that has the option."""
HELP: Final = ("-h", "--help")
_NEEDS_VALUE: Final = N_("{option} needs a value after it.")
_CHOOSE_ONE: Final = N_("{first} and {second} do not go together; choose one.")
_NOT_WHOLE: Final = N_("{option} is a whole number, such as 5; “{value}” is not.")
_TOO_LOW: Final = N_("{option} is {low} or more.")
_TEXT: Final = "\0"
"""A mark before a word that begins with a dash and is no option, while argparse reads the line."""
_NUMBER: Final = re.compile(r"-[\d.,]")


def split(argv: Sequence[str]) -> tuple[Globals, list[str]]:
    """Split off the global options, anywhere before `--`, from the rest of the line, which keeps its order."""
    found: dict[str, str] = {}
    rest: list[str] = []
    words, plain = list(argv), False
    while words:
        word = words.pop(0)
        if word == "--":
            rest += ["--", *words]
            break
        option, equals, value = word.partition("=")
        option = SHORT_GLOBALS.get(option, option)
        if word == PLAIN:
            plain = True
        elif option not in GLOBAL_OPTIONS:
            rest.append(word)
        elif equals:
            found[GLOBAL_OPTIONS[option]] = value
        elif words:
            found[GLOBAL_OPTIONS[option]] = words.pop(0)
        else:
            raise WrongUse(_NEEDS_VALUE, option=option)
    for option, name in GLOBAL_OPTIONS.items():
        if found.get(name) == "":
            raise WrongUse(_NEEDS_VALUE, option=option)
    if found.get("lang") not in (None, *LANGUAGES):
        raise WrongUse(N_("--lang is nl or en."))
    return Globals(found.get("file"), found.get("lang"), found.get("today"), plain), rest


def refuse_invalid_text(*texts: str) -> None:
    """Raise WrongUse for text that held bytes that are not UTF-8: it could not be stored unchanged."""
    if any("\ud800" <= character <= "\udfff" for text in texts if not text.isascii() for character in text):
        raise WrongUse(N_("This is not text in UTF-8, so it cannot be kept as it is; nothing was saved."))


class Parser(argparse.ArgumentParser):
    """The arguments of one command. Everything that is wrong with them is raised as BadArguments."""

    def __init__(self, command: str, description: str = "") -> None:
        """`command` is what the user types after `leerreis`."""
        super().__init__(
            prog=f"leerreis {command}".strip(),
            description=description or None,
            add_help=False,
            formatter_class=_formatter,
        )
        self.command = command
        self.arguments: list[argparse.Action] = []
        """What the command takes, in the order in which help lists it."""
        self.usual: dict[str, str] = {}
        """What counts when an argument is left out, in words, by its name."""
        self._long: dict[str, argparse.Action] = {}
        self._exclusive: list[tuple[str, ...]] = []

    def add_argument(
        self,
        *names: str,
        usual: str = "",
        low: int | None = None,
        other_words: OtherWords | None = None,
        **options: Any,
    ) -> argparse.Action:
        """As argparse's; a wrong choice or number is answered in our own words.

        `usual` says in the help what counts when the argument is left out, where `default` does not say it; `low` is
        the lowest whole number; `other_words` gives the choice that is meant by a word that is none of them.
        """
        choices, kind = options.get("choices") or (), options.get("type")
        shown = next((n for n in names if n.startswith("--")), "") or options.get("metavar") or "".join(names)
        if choices:
            options["type"] = self._chosen(shown, choices, other_words)
        elif kind is int:
            options["type"] = self._whole(shown, low)
        action = super().add_argument(*names, **options)
        self.arguments.append(action)
        if usual:
            self.usual[action.dest] = usual
        self._long.update(dict.fromkeys(action.option_strings, action))
        return action

    def add_several(self, name: str, **options: Any) -> argparse.Action:
        """Add an option that takes one or more words, and more when it is repeated."""
        return self.add_argument(name, nargs="+", action="extend", default=[], **options)

    def add_repeated(self, name: str, **options: Any) -> argparse.Action:
        """Add an option that takes one word each time it is given."""
        return self.add_argument(name, action="append", default=[], **options)

    def only_one_of(self, *options: str) -> None:
        """Refuse a line with more than one of these options."""
        self._exclusive.append(options)

    def parse_args(self, arguments: Sequence[str]) -> argparse.Namespace:  # type: ignore[override]
        """The values. Raises HelpShown, or BadArguments for what is wrong."""
        line = list(self._read(arguments))
        given = [option for each in line if (option := each.partition("=")[0]) in self._long]
        for options in self._exclusive:
            both = [option for option in options if option in given]
            if len(both) > 1:
                raise self._wrong(_CHOOSE_ONE, first=both[0], second=both[1])
        values, extra = self.parse_known_args(line)
        if extra:
            message = N_("“{word}” is one word too many here.")
            if any(action.dest == "text" for action in self.arguments):
                message = N_("“{word}” is one word too many. Put text of more than one word between quotes.")
            raise self._wrong(message, word=brief(_plain(extra[0])))
        for name, value in vars(values).items():
            setattr(values, name, _plain(value))
        return values

    def error(self, message: str) -> NoReturn:
        """Raise BadArguments instead of printing argparse's sentence and exiting."""
        problem = sys.exception()
        name = problem.argument_name or "" if isinstance(problem, argparse.ArgumentError) else ""
        name = name.partition("/")[0]
        action = self._long.get(name)
        if action is not None and isinstance(action.nargs, int):
            raise self._wrong(
                N_("{option} needs {n} words after it: {words}."),
                option=name,
                n=action.nargs,
                words=" ".join(action.metavar or ()),
            )
        if name:
            raise self._wrong(_NEEDS_VALUE, option=name)
        from portfolio.cli.examples import example_of

        missing = message.rpartition(": ")[2]
        raise Missing(missing, self.prog, example_of(self.command))

    def _wrong(self, message: str, near: Sequence[str] = (), **parameters: object) -> BadArguments:
        return BadArguments(message, self.prog, near, **parameters)

    def _read(self, arguments: Sequence[str]) -> Iterator[str]:
        """The line for argparse: options by their whole names, a mark before text that begins with a dash."""
        short = {SHORT[long]: long for long in self._long if long in SHORT}
        words = iter(arguments)
        for word in words:
            if word == "--":
                yield from map(_marked, words)
            elif word in HELP:
                raise HelpShown(self)
            elif not word.startswith("-") or word == "-":
                yield word
            elif word.startswith("--"):
                name, equals, value = word.partition("=")
                if _is_text(name):
                    yield _marked(word)
                else:
                    yield f"{self._option(name, with_value=bool(equals))}{equals}{value}"
            else:
                yield from self._of_letters(word, short)

    def _of_letters(self, word: str, short: dict[str, str]) -> Iterator[str]:
        """What a word with one dash means: flags, an option with its number behind it (`-rn5`), or text."""
        if _is_text(word):
            yield _marked(word)
            return
        found: list[str] = []
        for at, letter in enumerate(word[1:], 2):
            option, rest = short.get(f"-{letter}"), word[at:]
            if option is None:
                raise self._unknown(word)
            if self._is_flag(option) or not rest:
                found.append(option)
                continue
            if not (rest.startswith("=") or rest.isdigit()):
                raise self._unknown(word)
            found.append(f"{option}={rest.removeprefix('=')}")
            break
        yield from found

    def _is_flag(self, option: str) -> bool:
        return self._long[option].nargs == 0

    def _option(self, typed: str, *, with_value: bool) -> str:
        """The whole name of an option, of which the beginning is enough when it can mean only one."""
        found = [typed] if typed in self._long else [each for each in self._long if each.startswith(typed)]
        if len({self._long[each].dest for each in found}) > 1:
            raise self._wrong(N_("{option} can mean more than one option."), found, option=typed)
        if not found:
            raise self._unknown(typed)
        if with_value and self._is_flag(found[0]):
            raise self._wrong(N_("{option} takes no value."), option=found[0])
        return found[0]

    def _unknown(self, typed: str) -> BadArguments:
        near = nearest(typed, [*self._long, *GLOBAL_OPTIONS, PLAIN])
        if near:
            return self._wrong(N_("There is no option “{option}” here."), near, option=brief(typed))
        message = N_("There is no option “{option}” here. Text that starts with a dash goes after --.")
        return self._wrong(message, option=brief(typed))

    def _chosen(self, shown: str, choices: Sequence[str], other_words: OtherWords | None) -> Callable[[str], str]:
        def chosen(typed: str) -> str:
            text = str(_plain(typed))
            for each in (text, text.casefold().replace("-", "_")):
                if each in choices:
                    return each
            if other_words is not None and (named := other_words.named(text)) in choices:
                return named
            near = [n for n in other_words.near(text) if n in choices] if other_words else nearest(text, choices)
            raise NotPossible(shown, brief(text), choices, near, self.prog)

        return chosen

    def _whole(self, shown: str, low: int | None) -> Callable[[str], int]:
        def whole(typed: str) -> int:
            text = _plain(typed).strip()
            if text.isascii() and text.removeprefix("-").isdigit() and len(text) < 10:
                number = int(text)
                if low is None or number >= low:
                    return number
                raise self._wrong(_TOO_LOW, option=shown, low=low)
            raise self._wrong(_NOT_WHOLE, option=shown, value=brief(text))

        return whole


def _formatter(prog: str) -> argparse.HelpFormatter:
    """A formatter of a fixed width: to ask for that of the terminal argparse would import more. It prints nothing."""
    return argparse.HelpFormatter(prog, width=80)


def _is_text(word: str) -> bool:
    """Whether a word that begins with a dash is no option: a sentence, or a number."""
    return _NUMBER.match(word) is not None or any(character.isspace() for character in word)


def _marked(word: str) -> str:
    return f"{_TEXT}{word}" if word.startswith("-") else word


def _plain(value: Any) -> Any:
    """A value as it was typed."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.removeprefix(_TEXT) if isinstance(value, str) else value


class HelpShown(Exception):
    """Carries the help that the user asked for: of the parser of a command, or of what makes the text itself."""

    def __init__(self, asked: Parser | Callable[[Words], str]) -> None:
        """`asked` is turned into text once the language is known."""
        super().__init__()
        self.asked = asked


def add_filters(parser: Parser, _: Words, since: str, until: str) -> None:
    """Add the options that choose a period; `since` and `until` say in the help what counts without them."""
    parser.add_argument("--since", metavar=_("DATE"), help=_("from this day on"), usual=since)
    parser.add_argument("--until", metavar=_("DATE"), help=_("up to and including this day"), usual=until)


Arguments = argparse.Namespace
