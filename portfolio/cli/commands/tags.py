"""`leerreis tags`: list every tag in use, and rename one."""

from __future__ import annotations

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.notebook.tags import known, rename
from portfolio.sanitise import clean_line


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print the tags, most used first; or rename one in every record, which joins it with a tag of that name."""
    _ = context.words
    parser = Parser("tags", _("Every tag that you use, the most used first."))
    parser.add_argument(
        "--rename",
        nargs=2,
        metavar=(_("OLD"), _("NEW")),
        help=_("rename a tag everywhere; a name that is already in use joins the two"),
        usual=_("none"),
    )
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    notebook = context.existing()
    if given.rename:
        old, new = given.rename
        stored = rename(notebook, old, new)
        context.say(_.plural("{n} record changed.", "{n} records changed.", len(stored.ids)))
        for notice in stored.notices:
            context.say(notice.sentence(_))
        return 0
    found = known(notebook)
    if given.json:
        context.print(output.as_text([{"tag": tag.name, "records": len(tag.records)} for tag in found]))
        return 0
    context.print_lines(f"{len(tag.records):>5}  {clean_line(tag.name)}" for tag in found)
    if not found:
        context.say(_("No tags yet."))
    return 0
