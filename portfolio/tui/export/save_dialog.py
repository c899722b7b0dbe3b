"""Dialog that asks where to save the document, with a safe name proposed; replacing a file is asked first."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from portfolio.export.endings import format_of
from portfolio.export.files import target
from portfolio.export.registry import available
from portfolio.folders import path_hint, whole_path
from portfolio.notebook.export_request import ExportDraft, is_current, write
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.services.status import StatusMessage
from portfolio.tui.text.spans import Line
from portfolio.tui.widgets.line_input import LineInput
from portfolio.wording import N_

if TYPE_CHECKING:
    from portfolio.notebook import Notebook

_SAYS: Final = {
    "md": N_("Text for mail (.md). tab: another format."),
    "html": N_("Web page (.html), with the pictures drawn; prints on A4. tab: another format."),
    "docx": N_("Word document (.docx). tab: another format."),
    "pdf": N_("PDF, to print or send. tab: another format."),
}
"""The use of each format."""


class SaveDialog(Dialog[None]):
    """Asks for the path of the file."""

    seeks = True  # what is typed is a path, not text to keep
    WIDTH = 76
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "other_form", show=False, priority=True)]
    DEFAULT_CSS = """
    SaveDialog #question, SaveDialog #hint { margin: 0; }
    """

    def __init__(self, draft: ExportDraft) -> None:
        """`draft` is the document."""
        super().__init__()
        self._draft = draft
        self._form = "md"
        """The format when the name has no known extension."""

    def body(self) -> ComposeResult:
        """Lay out the path box."""
        yield LineInput(id="path")

    def fill_body(self) -> None:
        """Fill in the proposed path."""
        box = self.query_one(LineInput)
        box.text = os.path.join(self._draft.folder, self._draft.preview.name)
        box.move_cursor(box.document.end)

    def question_lines(self) -> list[Line]:
        """Return the question, with the number of records that are shared."""
        _ = self.words
        count = _.plural("{n} record is included.", "{n} records are included.", len(self._draft.preview.items))
        return self.wrapped(_("Where should the document go?") + f" {count}")

    def hint_lines(self) -> list[Line]:
        """Return the folder, since a narrow box shows only the end of a path, and a note about the format."""
        _, path = self.words, self._path()
        where = _("In the folder {folder}").format(folder=clean_line(os.path.dirname(path)))
        sentences = (
            where if path else path_hint(self.query_one(LineInput).text, _),
            _(_SAYS[format_of(path) or self._form]),
            _("It is not encrypted; it stays on this computer until you send it. enter saves · esc back"),
        )
        return [line for text in sentences for line in self.wrapped(text, "muted")]

    def action_other_form(self) -> None:
        """Change the extension to the next format."""
        box = self.query_one(LineInput)
        forms, form = available(), format_of(box.text) or self._form
        self._form = forms[(forms.index(form) + 1) % len(forms)] if form in forms else forms[0]
        name = os.path.splitext(box.text)[0] if format_of(box.text) else box.text
        box.text = f"{name}.{self._form}"
        box.move_cursor(box.document.end)

    def _path(self) -> str:
        """Return the full path that was typed."""
        return whole_path(self.query_one(LineInput).text)

    def action_choose(self) -> None:
        """Save to the path; ask before replacing a file."""
        path = self._path()
        if path:
            self.run_worker(self._go(path), group="go")

    async def _go(self, typed: str) -> None:
        name = self._draft.preview.name
        form = self._form
        path, taken = await self.services.worker.aside(lambda: target(typed, name, form))
        if self.over or not self.is_current:
            return
        if not taken:
            self._leave(path, force=False)
            return
        _ = self.words
        question = _("“{name}” is there already. Replace it?").format(name=clean_line(os.path.basename(path)))
        answers = [("no", _("No, choose another name")), ("yes", _("Yes, replace it"))]
        if await self.choose(question, answers) == "yes":
            self._leave(path, force=True)

    def _leave(self, path: str, *, force: bool) -> None:
        self.finish(lambda: self._write(path, force=force))

    def _write(self, path: str, *, force: bool) -> None:
        """Write the document, unless its content changed since it was shown."""
        _, services, draft = self.words, self.services, self._draft
        today, theme = services.state.today, services.preferences.start.settings.theme

        def save(nb: Notebook) -> StatusMessage:
            if not is_current(nb, draft, today):
                sentence = _("Nothing was written: something in it changed since you saw it. Look again.")
                return StatusMessage(sentence, "warning")
            written, noted = write(nb, draft, path, force=force, theme=theme)
            where = _("The document is in {path}").format(path=clean_line(written))
            if not noted:
                failed = _("This computer could not note that you handed it over, or keep a copy of it. See: {check}")
                return StatusMessage(f"{where}\n{failed.format(check='leerreis check')}", "warning")
            how = _("Open it in Word or another word processor to print it, or attach it to a mail.")
            if format_of(written) in ("html", "pdf"):
                how = _("Open it in your browser to read or print it, or attach it to a mail.")
            return StatusMessage(f"{where}\n{how}", "shareable", here=True)

        services.session.save_soon(save)
