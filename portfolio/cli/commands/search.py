"""`leerreis search WORDS...`: print matching records, newest first; last those with a word inside a longer one."""

from __future__ import annotations

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context, WrongUse
from portfolio.sanitise import clean_line
from portfolio.wording import N_
from portfolio.wording.search import meant_instead, nothing_found


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print the records that hold every word; finding none is no error."""
    _ = context.words
    parser = Parser("search", _("Every word, in any field; case and accents do not matter. Parts of words come last."))
    parser.add_argument("words", nargs="+", metavar=_("WORDS"), help=_("words that must all be in a record"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    if not any(word.strip() for word in given.words):
        raise WrongUse(N_("There is no word to search for."))
    notebook = context.existing()
    words = " ".join(given.words)
    found = notebook.read.search(words)
    if not found:
        near = notebook.read.nearest(words)
        said = [nothing_found(words.split(), _), *([meant_instead([*map(clean_line, near)], _)] if near else [])]
        context.say(" ".join(said))
    if given.json:
        context.print(output.records_json(found))
    else:
        context.print_lines(output.line(record, notebook.read.records, context.words) for record in found)
    return 0
