"""`leerreis merge FILE...`: join other copies of the same portfolio."""

from __future__ import annotations

from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.errors import PortfolioError
from portfolio.notebook.backups import merged_since, not_unmerged
from portfolio.records.problems import brief
from portfolio.wording import N_


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Merge what can be merged, name the rest, and say in words what came from where."""
    _ = context.words
    parser = Parser(
        "merge", _("Join other copies of your file; nothing is lost, and the other files stay as they are.")
    )
    parser.add_argument("files", nargs="*", metavar=_("FILE"))
    given = parser.parse_args(arguments)
    if not given.files:
        raise PortfolioError(N_("Name the copy to merge; finding copies by itself comes in a later version."))
    notebook = context.notebook
    failed = brought = False
    for path in given.files:
        try:
            merged = notebook.merge(path)
        except PortfolioError as problem:
            context.say(f"{brief(path)}: {problem.sentence(context.words)}")
            failed = True
            continue
        brought = brought or bool(merged.new or merged.changed)
        for sentence in merged.sentences(context.words):
            context.print(f"{brief(path)}: {sentence}")
        for notice in merged.notices:
            context.say(notice.sentence(context.words))
    before = merged_since(notebook) if brought else None
    if before is not None:
        context.say(not_unmerged(before, context.words))
    return 1 if failed else 0
