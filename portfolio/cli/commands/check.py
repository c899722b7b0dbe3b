"""`leerreis check`: check the file and report what needs attention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.errors import PortfolioError

if TYPE_CHECKING:
    from portfolio.notebook.health import Finding


def _around(context: Context) -> Iterator[Finding]:
    """Findings about this computer's state folder, its settings, its themes and its templates."""
    import os

    from portfolio import own_templates, themes
    from portfolio.cli.wrong_settings import wrong_settings
    from portfolio.export import profile
    from portfolio.locations import cloud_folders
    from portfolio.notebook.health import Finding, check_folders

    places = context.locations
    yield from check_folders(places, cloud_folders(context.environment, os.path.expanduser("~")))
    loaded = themes.load(places.themes_folder)
    for unknown in wrong_settings(context):
        yield Finding("settings", places.config_file, unknown)
    for theme in loaded.failed:
        yield Finding("settings", theme.path, theme)
    for template in own_templates.load(places.templates_folder).failed:
        yield Finding("settings", template.path, template)
    for failed in profile.load(places.profiles_folder).failed:
        yield Finding("settings", failed.path, failed)


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Exit status 0: nothing needs attention. 1: something does, and each file is named."""
    _ = context.words
    parser = Parser("check", _("Is the file whole, and is there something to do?"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    from portfolio.notebook.health import check, unreadable

    context.quiet = True
    try:
        found = check(context.open(copies="leave"))
    except PortfolioError as failure:
        found = (unreadable(context.locations.data_file, failure),)
    found = (*found, *_around(context))
    if given.json:
        context.print(output.as_text({"whole": not found, "findings": [f.as_json(context.words) for f in found]}))
    else:
        context.print_lines(f.sentence(context.words) for f in found)
        if not found:
            context.print(context.words("Your portfolio is whole; there is nothing to do."))
    return 1 if found else 0
