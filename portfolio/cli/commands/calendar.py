"""`leerreis calendar`: upcoming appointments as lines, as JSON, or as a calendar file."""

from __future__ import annotations

from portfolio.cli import output
from portfolio.cli.arguments import Parser
from portfolio.cli.context import Context
from portfolio.cli.destination import deliver
from portfolio.export import endings, ics
from portfolio.journey.facts.appointments import ahead
from portfolio.journey.views.as_json import as_json
from portfolio.sanitise import clean_line
from portfolio.wording.dates import day_short


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print the appointments, or write the file and say that it is private."""
    _ = context.words
    parser = Parser("calendar", _("Agreements, review dates, conversations and the weekly review, for your calendar."))
    parser.add_argument("--to", metavar=_("PATH"), help=_("a calendar file (.ics)"), usual=_("text on the screen"))
    parser.add_argument("--without-words", action="store_true", help=_("titles without your own words"))
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    if given.to:
        endings.refuse_other_endings(given.to, "ics")
    view = ahead(context.existing().read.records, context.today)
    if given.to:
        data = ics.render(view, _, own_words=not given.without_words)
        if deliver(data, given.to, context, force=given.force):
            context.say(_("Saved: {path}").format(path=clean_line(given.to)))
        if not given.without_words:
            context.say(
                _("Your own words are in it. With --without-words they are not, for a calendar others can read.")
            )
    elif given.json:
        context.print(output.as_text(as_json(view)))
    else:
        for appointment in view.appointments:
            words = ics.title(appointment, _, own_words=not given.without_words)
            context.print(f"{day_short(appointment.date, _):<11}  {words}")
        if not view.appointments:
            context.say(_("There is nothing to plan yet: give a goal a review date, or an agreement a due date."))
    return 0
