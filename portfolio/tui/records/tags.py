"""Flow that adds one tag to records or removes it from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from portfolio.capture.options import Option, tags_of
from portfolio.notebook.tags import tag_records
from portfolio.records.equivalence import caseless
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.services.status import StatusMessage, saved_message
from portfolio.tui.writing.choose_value import making

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.records.record import Record
    from portfolio.tui.shell.screen import BaseScreen


async def choose_tag(screen: BaseScreen[None], records: Sequence[Record]) -> None:
    """Ask which tag. A tag that all the records have is removed; another is added to those without it."""
    session = screen.services.session
    _, known = screen.words, tags_of(session.state)
    common = set.intersection(*({caseless(tag.strip()) for tag in record.tags} for record in records))
    options = [Option(tag, clean_line(tag)) for tag in known]
    chosen = [tag for tag in known if caseless(tag) in common]
    title = _("Which tag? One with ✓ is taken off.") if chosen else _("Which tag?")
    tag = await screen.ask(PickDialog(title, options, chosen=chosen, new=making("tag", options, _)))
    if tag is None or session.looked_on:
        return
    ids, tagged = tuple(record.id for record in records), caseless(tag.strip()) not in common

    def save(nb: Notebook) -> StatusMessage:
        changed = tag_records(nb, ids, tag, tagged=tagged)
        if changed is None:
            return StatusMessage(_("Nothing was changed."), "muted", here=True)
        many = changed.many > 1
        if tagged:
            message = _("Tag “{tag}” added to {n} records.") if many else _("Tag “{tag}” added.")
        else:
            message = _("Tag “{tag}” taken off {n} records.") if many else _("Tag “{tag}” taken off.")
        message = message.format(tag=clean_line(tag), n=changed.many)
        back = _("Press {undo} to undo that.").format(**session.state.keys)
        return saved_message(changed.stored, f"{message} {back}", _, here=True)

    await session.save(save)
