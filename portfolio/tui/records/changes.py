"""Changes to records without a form. Each shows one sentence about the change, and can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from portfolio.tui.services.status import StatusMessage, saved_message
from portfolio.wording.names import capital

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.tui.services.services import Services


def _named_change(nb: Notebook, services: Services) -> str:
    """Return a sentence that names the last change as undo does, and the reason that was removed with a state."""
    from portfolio.notebook.change_names import done_in_words

    _, change = services.state.words, nb.next_acts().undo
    return done_in_words(change, _, **services.state.keys) if change is not None else _("Saved.")


def set_fields(services: Services, identity: str, kind: str, texts: Mapping[str, str], message: str = "") -> None:
    """Set a few fields of a record, such as a state. `message` is shown; when empty, the name of the change."""
    _ = services.state.words

    def save(nb: Notebook) -> StatusMessage:
        from portfolio.notebook import entries

        batch = nb.batch()
        entries.set_fields(batch, identity, kind, texts)
        stored = nb.write.save(batch)
        return saved_message(stored, message or _named_change(nb, services), _, here=True)

    services.session.save_soon(save)


def link(services: Services, ids: Sequence[str], field: str, line: str, *, linked: bool) -> None:
    """Add a link to `field` of the records, or remove it, and leave their other links.

    `line` is the id of a record, or the name of a new record to link to.
    """
    _ = services.state.words

    def save(nb: Notebook) -> StatusMessage:
        from portfolio.notebook import entries

        batch = nb.batch()
        for identity in ids:
            entries.link(batch, nb.read.record(identity), field, line, linked=linked)
        stored = nb.write.save(batch)
        return saved_message(stored, _named_change(nb, services), _, here=True)

    services.session.save_soon(save)


def delete(services: Services, ids: tuple[str, ...], *, with_parts: bool = False) -> None:
    """Delete records; `with_parts` also those that belong to them, such as the steps of a goal."""
    _, keys = services.state.words, services.state.keys

    def work(nb: Notebook) -> StatusMessage:
        from portfolio.notebook.change_names import in_words

        stored = nb.write.delete(ids, with_parts=with_parts)
        change = nb.next_acts().undo
        gone = capital(in_words(change, _)) if change is not None else _("Deleted")
        back = _("Press {undo} to bring it back.") if len(ids) == 1 else _("Press {undo} to bring them back.")
        return saved_message(stored, f"{gone}. {back.format(**keys)}", _)

    services.session.save_soon(work)


def take_name_away(services: Services, person: str, role: str) -> None:
    """Remove the name of a person: the records that link to them show `role` instead."""
    _, keys = services.state.words, services.state.keys
    message = _("The name is gone, the role stays. Press {undo} to bring it back.").format(**keys)
    services.session.save_soon(lambda nb: saved_message(nb.write.keep_role(person, role), message, _))
