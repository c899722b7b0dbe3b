"""`leerreis search WORDS...`: print matching records, newest first."""

from __future__ import annotations

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context, WrongUse
from portfolio.wording import N_


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print the records that hold every word; finding none is no error."""
    _ = context.words
    parser = Parser("search", _("Every word, in any field; case and accents do not matter, beginnings count."))
    parser.add_argument("words", nargs="+", metavar=_("WORDS"), help=_("words that must all be in a record"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    if not any(word.strip() for word in given.words):
        raise WrongUse(N_("There is no word to search for."))
    notebook = context.existing()
    found = notebook.read.search(" ".join(given.words))
    if not found:
        context.say(context.words("Nothing contains all of these words."))
    if given.json:
        context.print(output.records_json(found))
    else:
        context.print_lines(output.line(record, notebook.read.records, context.words) for record in found)
    return 0
