"""`leerreis ready`: which skills have evidence and which do not, before a conversation; as text or JSON."""

from __future__ import annotations

import sys

from portfolio.cli import output
from portfolio.cli.arguments import Parser, add_filters
from portfolio.cli.commands.journey import width_of
from portfolio.cli.context import Context, WrongUse
from portfolio.journey.facts.conversations import since_last_conversation
from portfolio.journey.facts.period import Period
from portfolio.journey.prompts.preparation import preparation
from portfolio.journey.views.as_json import as_json
from portfolio.journey.views.readiness import readiness
from portfolio.pictures.readiness import draw
from portfolio.pictures.signs import ASCII, UNICODE
from portfolio.settings import plain_signs
from portfolio.wording import N_


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print the picture; by default since the last conversation."""
    _ = context.words
    parser = Parser(
        "ready", _("Before a conversation: what you can show, what you cannot show yet, and what was agreed.")
    )
    add_filters(parser, _, _("the day of the last conversation"), _("today"))
    parser.add_argument("--width", type=int, metavar="N", help=_("cells, from 40 to 240"), usual=_("your terminal"))
    parser.add_argument("--ascii", action="store_true", help=_("the app's own symbols in plain ASCII"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    given = parser.parse_args(arguments)
    records = context.existing().read.records
    since, until = context.days(given.since, given.until)
    usual = since_last_conversation(records, context.today)
    if (since or usual.since) > (until or usual.until):
        raise WrongUse(N_("This period ends before it begins."))
    view = readiness(records, Period(since or usual.since, until or usual.until), context.today)
    if given.json:
        context.print(output.as_text(as_json(view)))
    else:
        plain = given.ascii or plain_signs(context.settings, context.environment, sys.platform)
        now = preparation(records, context.today)
        picture = draw(view, width=width_of(given, context), _=_, signs=ASCII if plain else UNICODE, now=now)
        context.print(picture.text())
    return 0
