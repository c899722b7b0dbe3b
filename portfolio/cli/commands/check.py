"""`leerreis check`: is the file whole, and is there something to do?"""

from __future__ import annotations

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.errors import PortfolioError


def run(_name: str, arguments: list[str], context: Context) -> int:
    """0: whole, nothing to do. 1: something to do, and what, each file by name."""
    _ = context.words
    parser = Parser("check", _("Is the file whole, and is there something to do?"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    from portfolio.notebook.checking import check, unreadable

    try:
        found = check(context.open(copies="leave"))
    except PortfolioError as failure:
        found = (unreadable(context.locations.data_file, failure),)
    if given.json:
        context.print(output.as_text({"whole": not found, "findings": [f.as_json(context.words) for f in found]}))
    else:
        context.print_lines(f.sentence(context.words) for f in found)
        if not found:
            context.print(context.words("Your portfolio is whole; there is nothing to do."))
    return 1 if found else 0
