"""`leerreis search WORDS...`: print matching records, newest first; last those with a word inside a longer one."""

from __future__ import annotations

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context, WrongUse
from portfolio.journey.search.conditions import unclear, unknown_term
from portfolio.journey.search.search import Query
from portfolio.journey.search.terms import NAMES
from portfolio.records.problems import brief
from portfolio.sanitise import clean_line
from portfolio.wording import N_
from portfolio.wording.search import UNKNOWN_TERM, meant_instead, nothing_found, unclear_term


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print the records that hold every word; finding none is no error."""
    _ = context.words
    about = _(
        "Every word, in any field; case and accents do not matter. Parts of words come last. "
        "Also: tag:, person:, goal:, skill:, kind:, since:, until:, shareable:."
    )
    parser = Parser("search", about)
    parser.add_argument("words", nargs="+", metavar=_("WORDS"), help=_("words that must all be in a record"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    if not any(word.strip() for word in given.words):
        raise WrongUse(N_("There is no word to search for."))
    words = " ".join(_quoted(word) for word in given.words)
    wrong = unclear(Query(words))
    if wrong is not None:
        raise WrongUse(unclear_term(wrong.name), value=brief(wrong.value))
    notebook = context.existing()
    found = notebook.read.search(words)
    if not found:
        unknown = unknown_term(Query(words))
        near = notebook.read.nearest(words)
        said = [nothing_found(words.split(), _), *([meant_instead([*map(clean_line, near)], _)] if near else [])]
        if unknown is not None:
            said.append(_(UNKNOWN_TERM).format(value=clean_line(unknown)))
        context.say(" ".join(said))
    if given.json:
        context.print(output.records_json(found))
    else:
        context.print_lines(output.line(record, notebook.read.records, context.words) for record in found)
    return 0


def _quoted(word: str) -> str:
    """Return an argument with the quotes again that a shell took away: person:"Erik de Vries"."""
    name, colon, value = word.partition(":")
    spaced = colon and name.removeprefix("-").casefold() in NAMES and " " in value and '"' not in value
    return f'{name}:"{value}"' if spaced else word
