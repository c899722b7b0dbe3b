"""Sharing a record, from its key to the notebook, with the questions about private parts and permission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.journey.facts.links import WHOLES, counted, parts_of
from portfolio.present.titles import heading
from portfolio.records.feedback import Feedback
from portfolio.tui.records import changes
from portfolio.tui.services.status import saved_message
from portfolio.tui.shell.flow import start_flow
from portfolio.wording.names import counted_kinds

if TYPE_CHECKING:
    from portfolio.records.record import Record
    from portfolio.tui.services.services import Services
    from portfolio.tui.shell.screen import BaseScreen


def share(screen: BaseScreen[None], record: Record) -> None:
    """Make a shareable record private, or a private one shareable, after the questions of `make_shareable`."""
    if record.shareable:
        set_shareable(screen.services, (record.id,), False)
    else:
        start_flow(screen, make_shareable, screen, record)


async def make_shareable(screen: BaseScreen[None], record: Record) -> None:
    """Make the record shareable, and its private parts if the user wants: without ratings a skill has no level."""
    state, _ = screen.services.state, screen.words
    if isinstance(record, Feedback) and record.permission != "yes":
        await _after_a_yes(screen, record)
        return
    parts = parts_of(state.records, [record.id]) if record.kind in WHOLES else ()
    private = [part for part in parts if not part.shareable]
    answer: str | None = "only"
    if private:
        named, title = counted_kinds(counted(private), _), heading(record, state.records, _)
        question = _("{parts} of “{title}” are private and would stay with you. What may go along?")
        answers = [("only", _("Only this")), ("parts", _("Also {parts}").format(parts=named))]
        answer = await screen.choose(question.format(parts=named, title=title), answers)
    if answer is not None:
        more = tuple(part.id for part in private) if answer == "parts" else ()
        set_shareable(screen.services, (record.id, *more), True)


async def _after_a_yes(screen: BaseScreen[None], record: Feedback) -> None:
    """Ask for the permission of the giver, without which feedback is not exported, and make it shareable."""
    _ = screen.words
    answers = [
        ("later", _("Not yet: mark it, it stays with me until then")),
        ("yes", _("Yes, I may share it")),
    ]
    answer = await screen.choose(_("Did the giver say that you may share this?"), answers)
    if answer == "yes":
        changes.set_fields(screen.services, record.id, record.kind, {"permission": "yes", "shareable": "yes"})
    elif answer == "later":
        set_shareable(screen.services, (record.id,), True)


def set_shareable(services: Services, ids: tuple[str, ...], shareable: bool, named: str = "") -> None:
    """Make records shareable or private.

    `named` is the sanitised title to show in the message, for a list in which the row is no longer visible afterwards.
    """
    _ = services.state.words
    message = _("Shareable. It leaves only when you export it.") if shareable else _("Private. Only you see this.")
    if len(ids) > 1:
        several = _("{n} records are shareable. They leave only when you export them.")
        message = (several if shareable else _("{n} records are private. Only you see them.")).format(n=len(ids))
    if named:
        message = _("Private again: {title}. Copies that you handed out stay out there.").format(title=named)
    services.session.save_soon(
        lambda nb: saved_message(nb.write.set_shareable(ids, shareable), message, _, here=not named)
    )
