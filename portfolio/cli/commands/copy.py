"""`leerreis copy --to PATH`: write everything, private or not, for the user alone."""

from __future__ import annotations

from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.export import endings
from portfolio.export.copy import full_copy
from portfolio.notebook.export import write_copy
from portfolio.records.collection import Records
from portfolio.sanitise import clean_line
from portfolio.wording import Words


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Write the full copy; its first line says that it is private."""
    _ = context.words
    parser = Parser("copy", _("Everything, private or not, for yourself."))
    parser.add_argument("--to", metavar=_("PATH"), required=True, help=_("the file to write; - for the screen"))
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there"))
    given = parser.parse_args(arguments)
    endings.refuse_other_endings(given.to, *endings.ENDINGS["md"], *endings.ENDINGS["txt"])
    notebook = context.existing()
    if given.to == endings.STDOUT:
        context.write(full_copy(notebook.read.records, _))
        context.say(_what_it_holds(notebook.read.records, _))
    else:
        write_copy(notebook, given.to, _, force=given.force)
        written = _("Saved: {path}").format(path=clean_line(given.to))
        context.say(f"{written}. {_what_it_holds(notebook.read.records, _)}")
    return 0


def _what_it_holds(records: Records, _: Words) -> str:
    """Whether anything private is in the copy; of what is shareable some fields are private all the same."""
    if any(not record.shareable for record in records):
        return _("Your private records are in it too; it is for yourself.")
    return _("All your records are in it, private ones too; it is for yourself.")
