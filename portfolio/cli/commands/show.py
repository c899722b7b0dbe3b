"""`leerreis show ID`: print one whole record."""

from __future__ import annotations

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.records.decode import as_json


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print every field that is set."""
    _ = context.words
    parser = Parser("show", _("One record, whole."))
    parser.add_argument("id", metavar="ID", help=_("an id, its last six characters or more, or an exact title"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    notebook = context.existing()
    record = notebook.read.record(notebook.read.find(given.id))
    if given.json:
        context.print(output.as_text(as_json(record)))
    else:
        context.print_lines(output.whole(record, notebook.read.records, context.words))
    return 0
