"""Flow that saves a document: questions about places to check and changed records, the form, the path, and the file.

A form of an employer is a document of its own: what is in it and not in ours is asked about too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.capture.options import Option
from portfolio.export.endings import format_of
from portfolio.export.registry import available
from portfolio.export.typeface import lacking_sentence
from portfolio.folders import shown
from portfolio.notebook.export_file import as_file, is_current, write_made
from portfolio.notebook.included import many
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.export.confirm import ask_about_changed, ask_about_places
from portfolio.tui.export.employers_form import ask_form, fill_in, read_first
from portfolio.tui.export.leaks import look_at_leaks
from portfolio.tui.export.progress import MakingDialog
from portfolio.tui.export.save_dialog import SaveDialog, Target
from portfolio.tui.services.status import StatusMessage
from portfolio.wording import Words
from portfolio.wording.document_forms import EMPLOYERS_FORM, ending_of, form_name, forms, then

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.notebook.export import Preview
    from portfolio.notebook.export_request import ExportDraft
    from portfolio.tui.export.request import RequestWork
    from portfolio.tui.shell.screen import BaseScreen
    from portfolio.tui.widgets.rows import Rows


async def ask_and_save(screen: BaseScreen[None], work: RequestWork, rows: Rows, draft: ExportDraft) -> None:
    """Ask about places to check and about what changed, then in which form and where to save the document.

    `rows` are the records of the document: the cursor moves to the record that the user wants to check first.
    """
    while (places := await ask_about_places(screen, draft)) == "look":
        if not await look_at_leaks(screen, work) or work.draft is None:
            return
        draft = work.draft
    if places is not None and await _agreed_to_changed(screen, work, rows, draft):
        await _save(screen, work, rows, draft)


async def _agreed_to_changed(screen: BaseScreen[None], work: RequestWork, rows: Rows, draft: ExportDraft) -> bool:
    """Ask about records that changed; False when the user wants to see them first, leaves them out, or goes back."""
    changed = await ask_about_changed(screen, draft)
    if changed == "look":
        rows.go_to(next(iter(draft.preview.changed)))
    elif changed == "stays":
        work.leave_out(draft.preview.changed)
    return changed == "as_is"


async def _save(screen: BaseScreen[None], work: RequestWork, rows: Rows, draft: ExportDraft) -> None:
    """Ask for the form and the path, make the file and write it; going back from the path asks for the form again."""
    target, form = None, next(each.key for each in forms(available(), screen.words) if each.can_be_made)
    typed, document = "", draft
    while target is None:
        chosen = await _ask_form(screen, draft, form)
        if chosen is None:
            return
        form, document = chosen, draft
        if form == EMPLOYERS_FORM:
            typed, filled = await ask_form(screen, work, typed)
            if filled is None:
                continue
            agreed = await _agreed_to_form(screen, work, rows, draft, filled)
            if agreed is None:
                return
            document = agreed
            if not await read_first(screen, document):
                continue
        target = await screen.ask(SaveDialog(document, ending_of(form)))
    await _make(screen, document, target, form)


async def _agreed_to_form(
    screen: BaseScreen[None], work: RequestWork, rows: Rows, draft: ExportDraft, filled: ExportDraft
) -> ExportDraft | None:
    """Ask about what is in the form and was not in the document; the form as it is then, or None to end the flow."""
    form = filled.form
    asked = {leak.words for leak in draft.to_look_at}
    if form is not None and any(leak.words not in asked for leak in filled.to_look_at):
        while (places := await ask_about_places(screen, filled)) == "look":
            if not await look_at_leaks(screen, work, lambda: fill_in(screen, work, form.path)):
                return None
            again = await fill_in(screen, work, form.path)
            if again is None:
                return None
            filled = again
        if places is None:
            return None
    new = frozenset(filled.preview.changed) - frozenset(draft.preview.changed)
    return filled if not new or await _agreed_to_changed(screen, work, rows, filled) else None


async def _make(screen: BaseScreen[None], draft: ExportDraft, target: Target, form: str) -> None:
    """Make the file and write it."""
    path = target.path
    name = form_name(form if form == EMPLOYERS_FORM else format_of(path), screen.words)
    document = await screen.ask(MakingDialog(name, lambda: as_file(draft, path)))
    if document is not None:
        await _write(screen, draft, document, target)


async def _ask_form(screen: BaseScreen[None], draft: ExportDraft, form: str) -> str | None:
    """Ask for the form; a form that this computer cannot make says how to get it, and the list is asked again."""
    _ = screen.words
    found = {each.key: each for each in forms(available(), _)}
    lacking = lacking_sentence(draft.preview.made.document, _)
    if lacking and found["pdf"].can_be_made:
        found["pdf"] = found["pdf"]._replace(about=lacking)
    options = [Option(each.key, each.name, f".{each.ending}", each.about, each.can_be_made) for each in found.values()]
    while True:
        title = _("In which form do you hand it over?")
        chosen = await screen.ask(PickDialog(title, options, at=form, numbered=True))
        if chosen is None or found[chosen].can_be_made:
            return chosen
        form = chosen
        screen.services.status.say(found[chosen].about, "warning")


async def _write(screen: BaseScreen[None], draft: ExportDraft, document: Preview, target: Target) -> None:
    """Write the file, unless the document changed since it was shown; say where it is and what is not in it."""
    _, today = screen.words, screen.services.state.today

    def save(nb: Notebook) -> StatusMessage:
        if not is_current(nb, draft, today):
            sentence = _("Nothing was written: something in it changed since you saw it. Look again.")
            return StatusMessage(sentence, "warning")
        written, noted = write_made(nb, document, target.path, force=target.force, recipient=draft.recipient)
        where = _("The document is in {path}").format(path=shown(written))
        if not noted:
            failed = _("This computer could not note that you handed it over, or keep a copy of it. See: {check}")
            return StatusMessage(f"{where}\n{failed.format(check='leerreis check')}", "warning")
        sentences = (then(format_of(written), _), _what_stays(draft, _))
        return StatusMessage("\n".join([where, *filter(None, sentences)]), "shareable", here=True)

    await screen.services.session.save(save)


def _what_stays(draft: ExportDraft, _: Words) -> str:
    """Return how many shareable records are not in the document; empty when all of them are."""
    found = draft.shareable - many(draft)
    counted = _.plural("{n} shareable record is not in it.", "{n} shareable records are not in it.", found)
    return counted if found > 0 else ""
