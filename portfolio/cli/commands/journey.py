"""`leerreis journey [PICTURE]`: a picture of the learning journey as text, as JSON, or as SVG in a file."""

from __future__ import annotations

import os
import sys
from typing import Any, Final

from portfolio.cli import output
from portfolio.cli.arguments import Arguments, Parser, add_filters
from portfolio.cli.context import Context, WrongUse
from portfolio.errors import PortfolioError
from portfolio.journey.facts.focus import focused
from portfolio.journey.facts.period import Period, fitting, the_year_up_to
from portfolio.journey.sharing.choice import Choice
from portfolio.journey.sharing.share import share
from portfolio.journey.sharing.shown_days import first_day
from portfolio.journey.views.as_json import as_json
from portfolio.pictures import PICTURES, PRIVATE, draw, view_of
from portfolio.pictures.signs import ASCII, UNICODE
from portfolio.pictures.svg import DRAWN, svg
from portfolio.records.collection import Records
from portfolio.records.kinds import record_type
from portfolio.sanitise import clean_line
from portfolio.settings import plain_signs
from portfolio.wording import N_

NARROWEST: Final = 40
WIDEST: Final = 240


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Print one picture."""
    _ = context.words
    parser = Parser("journey", _("Your learning journey as text."))
    parser.add_argument(
        "picture", nargs="?", default="lanes", choices=list(PICTURES), metavar=_("PICTURE"), help=_("which picture")
    )
    parser.add_argument("skill", nargs="?", metavar=_("SKILL"), help=_("which skill, for the picture “skill”"))
    add_filters(parser, _, _("twelve months before the last day"), _("today"))
    parser.add_argument("--goal", metavar="G", help=_("one goal, with what belongs to it"), usual=_("all"))
    parser.add_argument(
        "--skill", dest="one_skill", metavar="S", help=_("one skill, with what belongs to it"), usual=_("all")
    )
    parser.add_argument("--shared", action="store_true", help=_("only what you share"))
    parser.add_argument("--width", type=int, metavar="N", help=_("cells, from 40 to 240"), usual=_("your terminal"))
    parser.add_argument("--ascii", action="store_true", help=_("the app's own symbols in plain ASCII"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))
    parser.add_argument(
        "--svg", metavar=_("FILE"), help=_("as SVG, for lanes, growth and skill"), usual=_("text on the screen")
    )
    parser.only_one_of("--json", "--svg")
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there"))
    given = parser.parse_args(arguments)
    if given.svg and given.picture not in DRAWN:
        raise WrongUse(
            N_("There is no SVG of “{picture}”; there is of: {pictures}."),
            picture=given.picture,
            pictures=", ".join(DRAWN),
        )
    if given.svg:
        from portfolio.export.endings import refuse_other_endings

        refuse_other_endings(given.svg, "svg")
    view = _view(given, context)
    if given.svg:
        _write_svg(view, given, context)
    elif given.json:
        context.print(output.as_text(as_json(view)))
    else:
        plain = given.ascii or plain_signs(context.settings, context.environment, sys.platform)
        signs = ASCII if plain else UNICODE
        context.print(draw(view, width=width_of(given, context), _=context.words, signs=signs).text())
    return 0


def _write_svg(view: Any, given: Arguments, context: Context) -> None:
    """Write the SVG in the colours of the chosen theme, and warn when private records are in it."""
    from portfolio import themes
    from portfolio.cli.destination import deliver

    _ = context.words
    theme = themes.load(context.locations.themes_folder).for_pictures(context.settings.theme)
    if deliver(svg(view, theme.colour, _).encode("utf-8"), given.svg, context, force=given.force):
        context.say(_("Saved: {path}").format(path=clean_line(given.svg)))
    if not given.shared:
        context.say(_("This is for yourself: private records are in it. With --shared it shows only what you share."))


def _view(given: Arguments, context: Context) -> Any:
    records, more = context.existing().read.records, _which(given, context)
    period = _period(records, given, context)
    if given.shared:
        if given.picture in PRIVATE:
            raise WrongUse(N_("“{picture}” is for you alone; it has no shared form."), picture=given.picture)
        records = _stripped(records, period, context)
    elif given.picture == "timeline":
        more |= {"quiet": True, "own": True}
    elif given.picture == "lanes" and not given.svg:  # a file can be handed over; entries are for oneself
        more |= {"own": True, "whole": given.goal is None and given.one_skill is None}
    records = _of_one(records, given, context)
    view = view_of(given.picture, records, period, context.today, **more)
    if view is None:
        raise PortfolioError(N_("This skill is not part of what you share."))
    return view


def _period(records: Records, given: Arguments, context: Context) -> Period:
    """The period that was asked for, else what fits the records, or the shareable part of them."""
    since, until = context.days(given.since, given.until)
    if since is None and until is None:
        if given.shared:
            records = _stripped(records, the_year_up_to(context.today), context)
        return fitting(first_day(records, context.today), context.today)
    until = until or context.today
    since = since or the_year_up_to(until).since
    if since > until:
        raise WrongUse(N_("This period ends before it begins."))
    return Period(since, until)


def _of_one(records: Records, given: Arguments, context: Context) -> Records:
    """Only the records of one goal or one skill, when asked."""
    for name, kind in ((given.goal, "goal"), (given.one_skill, "skill")):
        if name is not None:
            identity = context.notebook.read.find(name, (kind,))
            if records.get(identity) is None:
                raise PortfolioError(N_("This is not part of what you share."))
            records = focused(records, identity)
    return records


def _stripped(records: Records, period: Period, context: Context) -> Records:
    until = min(period.until, context.today) if period.since <= context.today else period.until
    return share(records, Choice(since=period.since, until=until), context.today).records


def _which(given: Arguments, context: Context) -> dict[str, Any]:
    """The extra arguments of a picture, besides the records."""
    if given.picture != "skill":
        if given.skill:
            raise WrongUse(N_("Only the picture “skill” takes a name behind it."))
        return {}
    if given.skill is None:
        titles = ", ".join(record.heading for record in context.notebook.read.records.of(record_type("skill")))
        raise WrongUse(N_("Which skill? Choose from: {titles}."), titles=titles or "-")
    return {"skill": context.notebook.read.find(given.skill, ("skill",))}


def width_of(given: Arguments, context: Context) -> int:
    """The width that was asked for, else that of the terminal."""
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
