"""What is said to a command that does not exist, and which one was most likely meant."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from portfolio.cli.arguments import GLOBAL_OPTIONS, PLAIN
from portfolio.cli.bad_arguments import BadArguments
from portfolio.cli.kind_meant import kind_meant
from portfolio.records.kinds import TABLES
from portfolio.records.near import nearest
from portfolio.records.problems import brief
from portfolio.records.templates import TEMPLATES
from portfolio.wording import N_

_NO_COMMAND: Final = N_("There is no command “{word}”.")
_NO_OPTION: Final = N_("There is no option “{option}” here.")
_BEFORE: Final = N_("An option such as {option} goes after the command.")
_OTHER_NAMES: Final = {
    "bewaar": "add",
    "bewerk": "edit",
    "deel": "share",
    "exporteer": "export",
    "find": "search",
    "grep": "search",
    "gesprek": "sheet",
    "herstel": "restore",
    "kopie": "copy",
    "instellingen": "config",
    "lijst": "list",
    "ls": "list",
    "new": "add",
    "nieuw": "add",
    "ongedaan": "undo",
    "open": "show",
    "opnieuw": "redo",
    "prullenbak": "bin",
    "remove": "delete",
    "reservekopie": "backups",
    "rm": "delete",
    "settings": "config",
    "status": "check",
    "toon": "show",
    "trash": "bin",
    "verwijder": "delete",
    "voeg": "add",
    "voorbeeld": "demo",
    "waar": "where",
    "wijzig": "edit",
    "zoek": "search",
}
"""What the commands are called in Dutch or in other programs."""


def unknown_command(name: str, arguments: Sequence[str], commands: Collection[str]) -> BadArguments:
    """The mistake of a line that begins with `name`, with what was most likely meant."""
    word = name.lstrip("-").partition("=")[0].casefold().replace("_", "-")
    kind = word.replace("-", "_")
    if not name.startswith("-"):
        return BadArguments(_NO_COMMAND, near=_meant(word, kind, commands), word=brief(name))
    following = next((each for each in arguments if each in commands), "")
    if following:
        line = f"leerreis {following} {brief(name)}"
        return BadArguments(_BEFORE, f"leerreis {following}", (line,), option=brief(name))
    near = _meant(word, kind, commands, guess=False) if len(word) > 1 else ()
    return BadArguments(
        _NO_OPTION, near=near or nearest(name, (*GLOBAL_OPTIONS, PLAIN, "--help", "--version")), option=name
    )


def _meant(word: str, kind: str, commands: Collection[str], *, guess: bool = True) -> Sequence[str]:
    """The commands that a word most likely means, as they are typed; `guess` also tries the names of kinds."""
    if word in commands or word in _OTHER_NAMES:
        return (f"leerreis {word if word in commands else _OTHER_NAMES[word]}",)
    if kind in TABLES or kind in TEMPLATES:
        return (f"leerreis add {kind}", f"leerreis list {kind}")
    near = nearest(word, (*commands, "--help"))
    kinds = kind_meant(word)[:1] if guess and not near else ()
    return (*(f"leerreis {each}" for each in near), *(f"leerreis add {each}" for each in kinds))
