"""`leerreis show ID`: print one whole record, with what hangs together with it."""

from __future__ import annotations

from portfolio.cli import output, whole_record
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.records.decode import as_json


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print every field that is set."""
    _ = context.words
    parser = Parser("show", _("One record, whole, with everything that belongs with it."))
    parser.add_argument("id", metavar="ID", help=_("an id, its last six characters or more, or an exact title"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    notebook = context.existing()
    record = notebook.read.record(notebook.read.find(given.id))
    records = notebook.read.records
    if given.json:
        context.print(output.as_text({**as_json(record), **whole_record.keys(record, records, context.today)}))
    else:
        context.print_lines(output.whole(record, records, context.words))
        context.print_lines(whole_record.lines(record, records, context.today, context.words))
    return 0
