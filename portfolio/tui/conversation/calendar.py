"""Writing future appointments to a calendar file, with or without the user's own words."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from portfolio.capture.options import Option
from portfolio.export import files, ics
from portfolio.journey.facts.appointments import ahead
from portfolio.notebook.export_request import folder_for
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.services.status import StatusMessage

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.tui.shell.screen import BaseScreen

_NAME: Final = "leerreis.ics"
_WITH: Final = "with"


async def write_calendar(screen: BaseScreen[None]) -> None:
    """Ask for whom the calendar is and write the file in the export folder; ask before replacing one."""

    _, services = screen.words, screen.services
    state = services.state
    if not ahead(state.records, state.today).appointments:
        services.status.say(
            _("There is nothing to plan yet: give a goal a review date, or an agreement a due date."), "muted"
        )
        return
    options = [
        Option(_WITH, _("With my own words"), "", _("For a calendar that is mine alone.")),
        Option("bare", _("Without my own words"), "", _("For a calendar that others can see.")),
    ]
    whose = await screen.ask(PickDialog(_("What can be in your calendar?"), options, numbered=True))
    if whose is None:
        return
    path = os.path.join(folder_for(services.preferences.locations.data_file), _NAME)
    if await services.worker.aside(lambda: os.path.exists(path)):
        question = _("“{name}” is there already. Replace it?").format(name=_NAME)
        if await screen.choose(question, [("yes", _("Yes, replace it")), ("no", _("No, leave it"))]) != "yes":
            return

    def save(notebook: Notebook) -> StatusMessage:

        data = ics.render(ahead(notebook.read.records, services.state.today), _, own_words=whose == _WITH)
        files.save(path, data, force=True, never=(notebook.locations.data_file,))
        message = _(
            "The calendar file is in {path}. Open it in your calendar; opening a newer one changes what is there."
        )
        return StatusMessage(message.format(path=clean_line(path)), "shareable", here=True)

    services.session.save_soon(save)
