"""`leerreis merge-driver O A B`: the merge driver for git, called when both branches changed the data file."""

from __future__ import annotations

from portfolio import atomic
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.notebook.reports import merge_versions


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Write the join of A and B into A. On any error A is not changed and git marks the file as in conflict."""
    _ = context.words
    parser = Parser("merge-driver", _("For git: join two versions of your file. Git itself calls this."))
    parser.add_argument("base", metavar="O", help=_("the version that both came from"))
    parser.add_argument("ours", metavar="A", help=_("this version; the outcome is written here"))
    parser.add_argument("theirs", metavar="B", help=_("the other version"))
    given = parser.parse_args(arguments)
    joined = merge_versions(given.base, given.ours, given.theirs)
    atomic.write(given.ours, joined.encode())
    return 0
