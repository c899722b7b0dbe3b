"""Runs the app and returns its exit status. The only module of the app that the command line imports."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from portfolio.foreground import WITHIN
from portfolio.locations import Locations, cloud_folders, documents_folder
from portfolio.sanitise import clean_line
from portfolio.settings import Settings, plain_signs
from portfolio.wording import Language, Words

if TYPE_CHECKING:
    from portfolio.folders import Surroundings
    from portfolio.notebook import Notebook
    from portfolio.tui.app import LeerreisApp
    from portfolio.tui.services.start import Start


def run(
    locations: Locations,
    settings: Settings,
    language: Language,
    today: date,
    now: Callable[[], datetime],
    environment: Mapping[str, str],
    give_up: Callable[[int], None],
    demo: bool = False,
    ask_language: bool = False,
) -> int:
    """Run the app until it is closed. Returns 0, or 1 after an unexpected failure or an unanswered request to the disk.

    The caller has made sure that there is a terminal. `give_up` ends the process with a status at once, whatever its
    threads wait for; it is called when the disk does not answer after closing. `ask_language` tells that nobody chose
    the language, so that a first start offers the other one.
    """
    # SIGINT ends the process until the app handles it: Python's own exception could get lost during the start, and
    # asyncio replaces only Python's default handler.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from portfolio.tui.app import LeerreisApp
    from portfolio.tui.services.last_guard import LastGuard

    gc.freeze()  # what was imported stays until the end: looking through it again and again would delay keys
    gc.enable()
    app = LeerreisApp(
        _start(locations, settings, language, today, now, environment, demo=demo, ask_language=ask_language)
    )
    guard = app.services.shutdown.guard = LastGuard(lambda: _give_up(app, give_up))
    app.run()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    saved = not demo and not app.return_code and _all_saved(app)
    done = app.services.worker.close(app.services.shutdown.seconds_left())
    status = 1 if app.return_code or not done else 0
    with suppress(OSError):  # the terminal may be gone
        if saved and not status:
            sys.stdout.write(f"{clean_line(saved_sentence(app))}\n")
            sys.stdout.flush()
        if status:
            sentence_of = disk_sentence if not done else failure_sentence
            sys.stderr.write(f"{clean_line(sentence_of(Words(language), locations))}\n")
            sys.stderr.flush()
    if done:
        guard.disarm()
    else:
        give_up(status)
    return status


def _all_saved(app: LeerreisApp) -> bool:
    """Whether the file holds every record, and every unfinished text is on disk."""
    services = app.services
    seconds = services.shutdown.seconds_left()
    return services.drafts.writer.flush(seconds) and services.worker.is_saved(services.shutdown.seconds_left())


def _give_up(app: LeerreisApp, give_up: Callable[[int], None]) -> None:
    """Restore the terminal and end the process: everything else waits for the disk."""
    try:
        if app.services.shutdown.terminal is not None:
            app.services.shutdown.terminal.give_back()
    finally:
        give_up(1)


def _start(
    locations: Locations,
    settings: Settings,
    language: Language,
    today: date,
    now: Callable[[], datetime],
    environment: Mapping[str, str],
    *,
    demo: bool,
    ask_language: bool = False,
) -> Start:
    """Collect the input of the app from its surroundings."""
    from portfolio.tui.services.start import Start

    def open_notebook(places: Locations) -> Notebook:
        from portfolio.notebook import open_notebook as opened

        return opened(places, today=today, now=now)

    first = _is_first_start(locations, settings, environment, demo)
    clouds = cloud_folders(environment, os.path.expanduser("~")) if first else ()
    return Start(
        locations,
        settings,
        language,
        today,
        now,
        open_notebook,
        ask_where=first,
        ask_language=first and ask_language,
        clouds=tuple((cloud.name, cloud.path) for cloud in clouds),
        ascii=plain_signs(settings, environment, sys.platform),
        terminal_ascii=plain_signs(settings._replace(ascii=None), environment, sys.platform),
        demo=demo,
        within=demo and bool(environment.get(WITHIN)),
        fixed_by=_decided_by(locations, settings, environment),
        look_around=lambda: _surroundings(environment),
        environment=environment,
        own_keys=dict(settings.keys),
    )


def saved_sentence(app: LeerreisApp) -> str:
    """Return the sentence after closing: where everything is, and that unfinished texts are kept."""
    _, services = app.services.state.words, app.services
    path = services.preferences.locations.data_file
    if services.drafts.writer.on_offer(services.state.unfinished):
        sentence = _("Saved in {path}. What is not finished yet is kept as a draft. See you tomorrow.")
    else:
        sentence = _("Saved in {path}. See you tomorrow.")
    return sentence.format(path=path)


def failure_sentence(_: Words, locations: Locations) -> str:
    """Return the sentence after an unexpected failure: what is safe, and where."""
    return _(
        "Leerreis stopped because of a mistake of its own. What you saved is safe; what you were writing is kept in "
        "{drafts}. Start Leerreis again to go on."
    ).format(drafts=locations.drafts_folder)


def disk_sentence(_: Words, locations: Locations) -> str:
    """Return the sentence after closing while the disk did not answer."""
    return _(
        "The disk did not answer, so Leerreis closed without waiting for it. What you were writing is kept in {drafts}."
    ).format(drafts=locations.drafts_folder)


def _is_first_start(locations: Locations, settings: Settings, environment: Mapping[str, str], demo: bool) -> bool:
    """Whether this is the first start: no file was chosen in any way, and none is or was at the usual path."""
    chosen = settings.file or environment.get("LEERREIS_FILE")
    from portfolio.notebook.known import is_known

    return not (demo or chosen or is_known(locations) or _given_on_the_line(locations, environment))


def _decided_by(locations: Locations, settings: Settings, environment: Mapping[str, str]) -> str:
    """Return what fixes the file's path, so that the settings cannot change it; empty when nothing does."""
    from portfolio.locations import find

    if find(environment, None, settings.file).data_file != locations.data_file:
        return "--file"
    return "LEERREIS_FILE" if environment.get("LEERREIS_FILE") else ""


def _surroundings(environment: Mapping[str, str]) -> Surroundings:
    from portfolio.folders import Surroundings

    return Surroundings(documents_folder(), cloud_folders(environment, os.path.expanduser("~")))


def _given_on_the_line(locations: Locations, environment: Mapping[str, str]) -> bool:
    from portfolio.locations import find

    return find(environment).data_file != locations.data_file
