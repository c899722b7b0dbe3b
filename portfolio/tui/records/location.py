"""Flow that opens the file or web page of a piece of evidence, or the copy of an exported document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio import opener
from portfolio.errors import PortfolioError
from portfolio.notebook.export import copy_of
from portfolio.records.exports import Export
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.text import TextDialog

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.records.record import Record
    from portfolio.tui.shell.screen import BaseScreen


async def open_what_it_points_to(screen: BaseScreen[None], record: Record | None) -> None:
    """Open the location of a record after asking; show an exported document in plain text in a dialog.

    A failure to read or open it is shown as a message.
    """
    if not isinstance(record, Export):
        await _ask_and_open(screen, getattr(record, "location", None) or "")
        return
    services = screen.services

    def found(nb: Notebook) -> tuple[str, str]:
        path = copy_of(nb, record)
        if not path.endswith(".md"):
            return path, ""
        with open(path, encoding="utf-8", newline="") as file:
            return path, file.read()

    try:
        path, text = await services.worker.ask(found)
    except (PortfolioError, OSError, UnicodeDecodeError) as failure:
        message = failure.sentence(screen.words) if isinstance(failure, PortfolioError) else ""
        services.status.say(message or screen.words("The copy of that document cannot be read."), "muted")
        return
    if services.session.looked_on or not screen.is_current:
        return
    if text:
        screen.app.push_screen(TextDialog(text, screen.words("This is exactly what was handed over.")))
    else:
        await _ask_and_open(screen, path)


async def _ask_and_open(screen: BaseScreen[None], location: str) -> None:

    _, services = screen.words, screen.services
    target = await services.worker.aside(lambda: opener.target_of(location))
    if target is None:
        services.status.say(_("This is no web page, and no file on this computer that can be opened."), "muted")
        return
    if services.session.looked_on or not screen.is_current:
        return
    question = _("Open this? {target}").format(target=clean_line(target.address))
    if await screen.choose(question, [("open", _("Open it")), ("no", _("Leave it"))]) != "open":
        return
    if not await services.worker.aside(lambda: opener.open_target(target)):
        services.status.say(_("This computer has no program to open it with."), "muted")
