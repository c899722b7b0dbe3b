"""`leerreis sheet`: the private preparation sheet of a conversation; as text, as JSON, or in a file."""

from __future__ import annotations

from portfolio.cli import output
from portfolio.cli.arguments import Arguments, Parser
from portfolio.cli.context import Context
from portfolio.cli.destination import deliver
from portfolio.errors import PortfolioError
from portfolio.export import endings
from portfolio.export import sheet as sheets
from portfolio.export.registry import FORMATS
from portfolio.export.typeface import lacking_sentence
from portfolio.journey.facts.conversations import coming_conversation
from portfolio.journey.facts.links import agreed_in, last_agreed_in
from portfolio.journey.prompts.sheet import sheet
from portfolio.journey.views.as_json import as_json
from portfolio.pictures.agreements import confirmation, nothing_agreed, still_open
from portfolio.records.conversations import Conversation
from portfolio.sanitise import clean_line
from portfolio.wording import N_


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print or write the sheet; by default of the next conversation."""
    _ = context.words
    parser = Parser(
        "sheet", _("Your own sheet for a conversation: what you want, what was agreed, what you might be asked.")
    )
    parser.add_argument(
        "conversation",
        nargs="?",
        metavar="ID",
        help=_("which conversation"),
        usual=_("the next one; with --mail the last one with agreements"),
    )
    parser.add_argument(
        "--to", metavar=_("PATH"), help=_("a file: .md, .html, .docx or .pdf"), usual=_("text on the screen")
    )
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there"))
    parser.add_argument("--mail", action="store_true", help=_("after it: a text that confirms what was agreed"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    form = endings.format_for(given.to or endings.STDOUT)
    records = context.existing().read.records
    if given.mail:
        return _mail(_agreed(given, context), context)
    view = sheet(records, _conversation(given, context), context.today)
    if given.json:
        context.print(output.as_text(as_json(view)))
        return 0
    document = sheets.document(view, _)
    lacking = lacking_sentence(document, _) if form == "pdf" else ""
    if lacking:
        context.say(lacking)
    data = FORMATS[form](document)
    if deliver(data, given.to or endings.STDOUT, context, force=given.force):
        context.say(_("Saved: {path}. It is for you alone.").format(path=clean_line(given.to)))
    return 0


def _mail(conversation: Conversation, context: Context) -> int:
    """Print the text that confirms what was agreed; say that more can be agreed when the conversation is open."""
    _, records = context.words, context.notebook.read.records
    if not agreed_in(conversation, records):
        context.say(nothing_agreed(_))
        return 1
    context.print(confirmation(records, conversation, context.today, _))
    still = still_open(conversation, _)
    if still:
        then = _("When it was held: leerreis edit ID --state held")
        context.say(f"{still} {then}")
    return 0


def _agreed(given: Arguments, context: Context) -> Conversation:
    """The conversation that was named, else the one in which something was agreed last."""
    if given.conversation is not None:
        return _conversation(given, context)
    found = last_agreed_in(context.notebook.read.records)
    if found is None:
        raise PortfolioError(N_("Nothing was agreed in a conversation yet. Add it with: leerreis add agreement"))
    return found


def _conversation(given: Arguments, context: Context) -> Conversation:
    records = context.notebook.read.records
    if given.conversation is None:
        conversation = coming_conversation(records, context.today)
    else:
        conversation = records.find(Conversation, context.notebook.read.find(given.conversation, ("conversation",)))
    if conversation is None:
        raise PortfolioError(N_("No conversation is planned. Plan one with: leerreis add conversation --date WHEN"))
    return conversation
