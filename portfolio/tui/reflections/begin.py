"""Flow that starts a reflection: asks for the time available and the kind of moment, and picks the questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from portfolio import own_templates
from portfolio.capture.entry import OWN
from portfolio.capture.options import Option
from portfolio.records.templates import DEFAULT_TEMPLATE
from portfolio.records.which_template import FEEDBACK, MOMENTS, TIMES, template_for
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.reflections.template_rows import minutes_of, template_options
from portfolio.wording.moments import moment_words, time_words
from portfolio.wording.names import capital, kind_name
from portfolio.wording.prompts import template_name

if TYPE_CHECKING:
    from portfolio.own_templates import OwnTemplate
    from portfolio.tui.shell.screen import BaseScreen

_ALL: Final = "all"
_CATCH_UP: Final = "catch up"


async def ask_how_long(screen: BaseScreen[None]) -> None:
    """Ask for the time available and, if it matters, the kind of moment; then start.

    Cancelling the second question returns to the first.
    """
    done = False
    while not done:
        key = await _ask_time(screen)
        if key == _ALL:
            done = await _begin_by_name(screen)
        elif key is not None and key.isdigit() and int(key) != TIMES[0]:
            done = await _begin_by_moment(screen, int(key))
        else:
            done = True
            if key == _CATCH_UP:
                screen.services.navigator.start("catch_up", screen)
            elif key is not None:
                _begin(screen, template_for(TIMES[0]) if key.isdigit() else key)


def _begin(screen: BaseScreen[None], template: str) -> None:
    screen.services.navigator.write_new(screen, "reflection", template, {})


async def _ask_time(screen: BaseScreen[None]) -> str | None:
    """Return a number of minutes, the note template, `_ALL` or `_CATCH_UP`; None when cancelled."""
    _ = screen.words
    options = [Option(str(TIMES[0]), time_words(TIMES[0], _), template_name(template_for(TIMES[0]), _))]
    options += [Option(str(minutes), time_words(minutes, _)) for minutes in TIMES[1:]]
    options.append(Option(DEFAULT_TEMPLATE, template_name(DEFAULT_TEMPLATE, _), minutes_of(DEFAULT_TEMPLATE, _)))
    options.append(Option(_ALL, _("All questions, by name")))
    options.append(Option(_CATCH_UP, _("Catch up on earlier days")))
    return await screen.ask(PickDialog(_("How much time do you have?"), options, numbered=True))


async def _begin_by_moment(screen: BaseScreen[None], minutes: int) -> bool:
    """Ask for the kind of moment and start; False when cancelled."""
    _ = screen.words

    def name(moment: str) -> str:
        template = template_for(minutes, moment)
        return capital(kind_name(FEEDBACK, _)) if template == FEEDBACK else template_name(template, _)

    options = [Option(moment, capital(moment_words(moment, _)), "", name(moment)) for moment in MOMENTS]
    moment = await screen.ask(PickDialog(_("What kind of moment was it?"), options, numbered=True))
    if moment is None:
        return False
    template = template_for(minutes, moment)
    if template == FEEDBACK:
        screen.services.navigator.write_new(screen, FEEDBACK, "", {})
    else:
        _begin(screen, template)
    return True


async def _begin_by_name(screen: BaseScreen[None]) -> bool:
    """Offer every template and the user's own questions, read from their files; False when cancelled."""
    _, services = screen.words, screen.services
    folder = services.preferences.locations.templates_folder
    found = await services.worker.aside(lambda: own_templates.load(folder))
    own = {f"{OWN}{template.key}": template for template in found.loaded}
    options = [*_own_options(own), *template_options(_)]
    skipped = [clean_line(failed.sentence(_)) for failed in found.failed]
    title = "\n".join([_("What do you want to write?"), *skipped])
    template = await screen.ask(PickDialog(title, options, at=next(iter(own), DEFAULT_TEMPLATE)))
    if template is None:
        return False
    if template in own:
        services.navigator.begin_own(own[template])
    else:
        _begin(screen, template)
    return True


def _own_options(own: Mapping[str, OwnTemplate]) -> list[Option]:
    return [
        Option(key, " ".join(clean_line(template.name).split()), "", " ".join(clean_line(template.use).split()))
        for key, template in own.items()
    ]
