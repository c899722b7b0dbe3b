"""Beginning to look back: how much time is there, what kind of moment was it? The right questions follow from that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from portfolio import own_templates
from portfolio.capture.entry import OWN
from portfolio.records.templates import DEFAULT_TEMPLATE
from portfolio.records.which_template import FEEDBACK, MOMENTS, TIMES, template_for
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.options import Option
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.reflections.template_rows import minutes_of, template_options
from portfolio.wording.moments import moment_words, time_words
from portfolio.wording.names import capital, kind_name
from portfolio.wording.prompts import template_name

if TYPE_CHECKING:
    from portfolio.own_templates import OwnTemplate
    from portfolio.tui.shell.place_screen import PlaceScreen

_ALL: Final = "all"
_CATCH_UP: Final = "catch up"


def ask_how_long(screen: PlaceScreen) -> None:
    """Ask how much time there is; a note and the whole list of questions are offered beside it."""
    _ = screen.words
    short = template_for(TIMES[0])
    options = [Option(str(TIMES[0]), time_words(TIMES[0], _), template_name(short, _))]
    options += [Option(str(minutes), time_words(minutes, _)) for minutes in TIMES[1:]]
    options.append(Option(DEFAULT_TEMPLATE, template_name(DEFAULT_TEMPLATE, _), minutes_of(DEFAULT_TEMPLATE, _)))
    options.append(Option(_ALL, _("All questions, by name")))
    options.append(Option(_CATCH_UP, _("Catch up on days before")))

    def picked(key: str | None) -> None:
        if key == _ALL:
            _ask_by_name(screen)
        elif key == _CATCH_UP:
            screen.services.navigator.start("catch_up", screen)
        elif key == DEFAULT_TEMPLATE:
            screen.begin(DEFAULT_TEMPLATE)
        elif key is not None and int(key) == TIMES[0]:
            screen.begin(short)
        elif key is not None:
            _ask_what_moment(screen, int(key))

    screen.app.push_screen(PickDialog(_("How much time do you have?"), options, numbered=True), picked)


def _ask_what_moment(screen: PlaceScreen, minutes: int) -> None:
    _ = screen.words

    def name(moment: str) -> str:
        template = template_for(minutes, moment)
        return capital(kind_name(FEEDBACK, _)) if template == FEEDBACK else template_name(template, _)

    options = [Option(moment, capital(moment_words(moment, _)), "", name(moment)) for moment in MOMENTS]

    def picked(moment: str | None) -> None:
        if moment is None:
            ask_how_long(screen)
            return
        template = template_for(minutes, moment)
        if template == FEEDBACK:
            screen.write_new(FEEDBACK)
        else:
            screen.begin(template)

    screen.app.push_screen(PickDialog(_("What kind of moment was it?"), options, numbered=True), picked)


def _ask_by_name(screen: PlaceScreen) -> None:
    """Every template, and the questions of one's own; their files are read beside the screen."""

    async def ask() -> None:
        _, services = screen.words, screen.services
        folder = services.preferences.locations.templates_folder
        found = await services.worker.aside(lambda: own_templates.load(folder))
        own = {f"{OWN}{template.key}": template for template in found.loaded}
        options = [*_own_options(own), *template_options(_)]
        skipped = [clean_line(failed.sentence(_)) for failed in found.failed]

        def picked(template: str | None) -> None:
            if template is None:
                ask_how_long(screen)
            elif template in own:
                screen.begin_own(own[template])
            else:
                screen.begin(template)

        at = next(iter(own), DEFAULT_TEMPLATE)
        title = "\n".join([_("What do you want to write?"), *skipped])
        screen.app.push_screen(PickDialog(title, options, at=at), picked)

    screen.run_worker(ask(), exclusive=True, group="ask by name")


def _own_options(own: Mapping[str, OwnTemplate]) -> list[Option]:
    return [
        Option(key, " ".join(clean_line(template.name).split()), "", " ".join(clean_line(template.use).split()))
        for key, template in own.items()
    ]
