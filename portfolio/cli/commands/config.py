"""`leerreis config`: print every setting, its value, and where that comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.cli.wrong_settings import wrong_settings
from portfolio.sanitise import clean_line
from portfolio.text import pad
from portfolio.wording import N_, Words

_FILE, _USUAL = "settings", "usual"
_OPTION, _VARIABLE, _COMPUTER = "option", "variable", "computer"
_FROM: Final = {
    _FILE: N_("from your settings"),
    _OPTION: N_("from this command"),
    _VARIABLE: N_("from the environment"),
    _COMPUTER: N_("from your computer"),
    _USUAL: N_("the usual value"),
}


class _Setting(NamedTuple):
    """A setting as it counts now."""

    key: str
    value: Any
    """As JSON: text, yes or no, or None where the program decides when it starts."""
    source: str
    """A key of `_FROM`."""


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print the settings; nothing is changed, and the portfolio is not opened."""
    _, context.quiet = context.words, True  # what is wrong in the settings is said below, all of it
    parser = Parser(
        "config", _("Every setting, its value and where that comes from. You change them in the app, under Settings.")
    )
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    path, found = context.locations.config_file, list(_settings(context))
    wrong = [each.sentence(_) for each in wrong_settings(context)]
    if given.json:
        values = {each.key: {"value": each.value, "from": each.source} for each in found}
        context.print(output.as_text({"path": path, "settings": values, "unknown": wrong}))
        return 0
    shown = [(each.key, _shown(each.value, _), _(_FROM[each.source])) for each in found]
    wide = [max(len(row[n]) for row in shown) + 2 for n in (0, 1)]
    context.print(path)
    context.print_lines(f"{pad(key, wide[0])}{pad(value, wide[1])}{source}" for key, value, source in shown)
    for sentence in wrong:
        context.say(sentence)
    return 0


def _settings(context: Context) -> Iterator[_Setting]:
    from portfolio.settings import Settings
    from portfolio.themes import DEFAULT

    chosen, usual, environment = context.settings, Settings(), context.environment
    option = bool(context.given.file)
    by_variable = bool(environment.get("LEERREIS_FILE"))
    source = _OPTION if option else _VARIABLE if by_variable else _FILE if chosen.file else _USUAL
    yield _Setting("file", context.locations.data_file, source)
    by_option, by_file = bool(context.given.lang), bool(chosen.language)
    language = _OPTION if by_option else _FILE if by_file else _COMPUTER
    yield _Setting("language", context.words.language, language)
    yield _Setting("theme", chosen.theme or DEFAULT, _FILE if chosen.theme else _USUAL)
    for name in ("animations", "ascii", "plain", "inbox", "keys_preset"):
        value = getattr(chosen, name)
        yield _Setting(name, value, _USUAL if value == getattr(usual, name) else _FILE)
    for action, key in sorted(chosen.keys.items()):
        yield _Setting(f"keys.{action}", key, _FILE)


def _shown(value: Any, _: Words) -> str:
    if value is None:
        return _("not chosen")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return clean_line(str(value))
