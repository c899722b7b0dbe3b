"""Flow that saves a document: questions about names and changed records, the form, the path, and the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from portfolio.capture.options import Option
from portfolio.export.endings import format_of
from portfolio.export.registry import available
from portfolio.export.typeface import lacking_sentence
from portfolio.notebook.export_request import as_file, is_current, not_included, write_made
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.pick import PickDialog
from portfolio.tui.export.confirm import ask_about_changed, ask_about_names
from portfolio.tui.export.progress import MakingDialog
from portfolio.tui.export.save_dialog import SaveDialog, Target
from portfolio.tui.services.status import StatusMessage
from portfolio.wording import N_, Words

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.notebook.export import Preview
    from portfolio.notebook.export_request import ExportDraft
    from portfolio.tui.export.request import RequestWork
    from portfolio.tui.shell.screen import BaseScreen
    from portfolio.tui.widgets.rows import Rows

_FORMS: Final = {
    "md": (N_("Markdown text"), N_("Reads well as it is, and in every program that knows Markdown.")),
    "html": (N_("Web page"), N_("For the browser, with the pictures drawn; it prints on A4.")),
    "pdf": (N_("PDF"), N_("To print, or to attach to a mail.")),
    "docx": (N_("Word document"), N_("For a word processor, where others can write in it.")),
    "txt": (N_("Text for mail"), N_("Plain text to paste in a mail.")),
}
"""Format -> its name and its use."""
_THEN: Final = {
    "md": N_("Open it in a text editor, or attach it to a mail."),
    "html": N_("Open it in your browser to read or print it, or attach it to a mail."),
    "pdf": N_("Open it to read or print it, or attach it to a mail."),
    "docx": N_("Open it in Word or another word processor to print it, or attach it to a mail."),
    "txt": N_("Open it, and copy the text into your mail."),
}
"""Format -> what to do with the file."""


async def ask_and_save(screen: BaseScreen[None], work: RequestWork, rows: Rows, draft: ExportDraft) -> None:
    """Ask about names that are left and about what changed, then in which form and where to save the document.

    `rows` are the records of the document: the cursor moves to the record that the user wants to check first.
    """
    names = await ask_about_names(screen, draft)
    if names == "look":
        await screen.run_action("leaks")
    if names != "as_is":
        return
    changed = await ask_about_changed(screen, draft)
    if changed == "look":
        rows.go_to(next(iter(draft.preview.changed)))
    elif changed == "stays":
        work.leave_out(draft.preview.changed)
    elif changed == "as_is":
        await _save(screen, draft)


async def _save(screen: BaseScreen[None], draft: ExportDraft) -> None:
    """Ask for the form and the path, make the file and write it; going back from the path asks for the form again."""
    target, form = None, "md"
    while target is None:
        chosen = await _ask_form(screen, draft, form)
        if chosen is None:
            return
        form = chosen
        target = await screen.ask(SaveDialog(draft, form))
    path = target.path
    name = screen.words(_FORMS[format_of(path)][0])
    document = await screen.ask(MakingDialog(name, lambda: as_file(draft, path)))
    if document is not None:
        await _write(screen, draft, document, target)


async def _ask_form(screen: BaseScreen[None], draft: ExportDraft, form: str) -> str | None:
    _ = screen.words
    there = available()
    uses = {form: _(use) for form, (_name, use) in _FORMS.items()}
    lacking = lacking_sentence(draft.preview.made.document, _)
    if lacking:
        uses["pdf"] = lacking
    options = [Option(form, _(name), f".{form}", uses[form]) for form, (name, _use) in _FORMS.items() if form in there]
    return await screen.ask(PickDialog(_("In which form do you hand it over?"), options, at=form, numbered=True))


async def _write(screen: BaseScreen[None], draft: ExportDraft, document: Preview, target: Target) -> None:
    """Write the file, unless the document changed since it was shown; say where it is and what is not in it."""
    _, today = screen.words, screen.services.state.today

    def save(nb: Notebook) -> StatusMessage:
        if not is_current(nb, draft, today):
            sentence = _("Nothing was written: something in it changed since you saw it. Look again.")
            return StatusMessage(sentence, "warning")
        written, noted = write_made(nb, document, target.path, force=target.force, recipient=draft.recipient)
        where = _("The document is in {path}").format(path=clean_line(written))
        if not noted:
            failed = _("This computer could not note that you handed it over, or keep a copy of it. See: {check}")
            return StatusMessage(f"{where}\n{failed.format(check='leerreis check')}", "warning")
        sentences = (_(_THEN[format_of(written)]), _what_stays(draft, _))
        return StatusMessage("\n".join([where, *filter(None, sentences)]), "shareable", here=True)

    await screen.services.session.save(save)


def _what_stays(draft: ExportDraft, _: Words) -> str:
    """Return what is shareable and not in the document, and why; empty when everything is."""
    found = not_included(draft)
    if not found:
        return ""
    counted = ", ".join(f"{count} ({_(reason)})" for reason, count in found.items())
    return _("Not included: {what}.").format(what=counted)
