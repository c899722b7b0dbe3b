"""`leerreis journey [PICTURE]`: the learning journey as text, with its sentence, or as JSON."""

from __future__ import annotations

import os
import sys
from typing import Any, Final

from portfolio.cli import output
from portfolio.cli.arguments import SUPPRESS, Arguments, Parser, add_filters
from portfolio.cli.context import Context, WrongUse
from portfolio.errors import PortfolioError
from portfolio.journey.as_json import as_json
from portfolio.journey.period import Period, the_year_up_to
from portfolio.journey.sharing import Choice, share
from portfolio.pictures import PICTURES, PRIVATE, draw, view_of
from portfolio.pictures.signs import ASCII, UNICODE
from portfolio.records.collection import Records
from portfolio.records.kinds import record_type
from portfolio.settings import plain_signs
from portfolio.wording import N_

NARROWEST: Final = 40
WIDEST: Final = 240


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print one picture."""
    _ = context.words
    parser = Parser("journey", _("Your learning journey as text."))
    parser.add_argument("picture", nargs="?", default="lanes", choices=list(PICTURES), metavar=_("PICTURE"))
    parser.add_argument("skill", nargs="?", metavar=_("SKILL"), help=_("which skill, for the picture “skill”"))
    add_filters(parser, _)
    parser.add_argument("--shared", action="store_true", help=_("only what you would share"))
    parser.add_argument("--width", type=int, metavar="N", help=_("cells, from 40 to 240"))
    parser.add_argument("--ascii", action="store_true", help=_("our signs in plain ASCII"))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=_("as JSON"))
    shape.add_argument("--svg", metavar=_("FILE"), help=SUPPRESS)  # not there yet
    given = parser.parse_args(arguments)
    if given.svg:
        raise PortfolioError(N_("“{command}” is not there yet; it comes in a later version."), command="journey --svg")
    view = _view(given, context)
    if given.json:
        context.print(output.as_text(as_json(view)))
    else:
        plain = given.ascii or plain_signs(context.settings, context.environment, sys.platform)
        signs = ASCII if plain else UNICODE
        context.print(draw(view, width=_width(given, context), _=context.words, signs=signs).text())
    return 0


def _view(given: Arguments, context: Context) -> Any:
    notebook = context.existing()
    since, until = context.days(given.since, given.until)
    until = until or context.today
    since = since or the_year_up_to(until).since
    if since > until:
        raise WrongUse(N_("This period ends before it begins."))
    records, period = notebook.records, Period(since, until)
    more: dict[str, Any] = _which(given, context)
    if given.shared:
        if given.picture in PRIVATE:
            raise WrongUse(N_("“{picture}” is for you alone; it has no shared form."), picture=given.picture)
        records = _stripped(records, period, context)
    elif given.picture == "timeline":
        more["quiet"] = True
    view = view_of(given.picture, records, period, context.today, **more)
    if view is None:
        raise PortfolioError(N_("This skill is not among what you would share."))
    return view


def _stripped(records: Records, period: Period, context: Context) -> Records:
    return share(records, Choice(since=period.since, until=period.until), context.today).records


def _which(given: Arguments, context: Context) -> dict[str, Any]:
    """What a picture takes besides the records."""
    if given.picture != "skill":
        if given.skill:
            raise WrongUse(N_("Only the picture “skill” takes a name behind it."))
        return {}
    if given.skill is None:
        titles = ", ".join(record.heading for record in context.notebook.records.of(record_type("skill")))
        raise WrongUse(N_("Which skill? Choose from: {titles}."), titles=titles or "-")
    return {"skill": context.notebook.find(given.skill, ("skill",))}


def _width(given: Arguments, context: Context) -> int:
    if given.width is not None:
        if not NARROWEST <= given.width <= WIDEST:
            raise WrongUse(N_("--width is a number from {low} to {high}."), low=NARROWEST, high=WIDEST)
        width: int = given.width
        return width
    try:
        columns = os.get_terminal_size(context.streams.stdout.fileno()).columns
    except (OSError, ValueError):
        columns = 80
    return min(max(columns, NARROWEST), WIDEST)
