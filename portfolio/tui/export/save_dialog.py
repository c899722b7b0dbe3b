"""Dialog that asks where to save the document, with a safe name proposed; replacing a file is asked first."""

from __future__ import annotations

import os
from typing import NamedTuple

from textual.app import ComposeResult

from portfolio.errors import PortfolioError
from portfolio.export.files import target
from portfolio.export.form import refuse_itself
from portfolio.folders import path_hint, whole_path
from portfolio.notebook.export_request import ExportDraft
from portfolio.notebook.included import many_in_it
from portfolio.sanitise import clean_line
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.text.spans import Line
from portfolio.tui.widgets.line_input import LineInput


class Target(NamedTuple):
    """Where a document goes."""

    path: str
    force: bool = False
    """Whether it may replace a file."""


class SaveDialog(Dialog[Target]):
    """Asks for the path of the file; dismissed with it, or None."""

    seeks = True  # what is typed is a path, not text to keep
    WIDTH = 76
    DEFAULT_CSS = """
    SaveDialog #question, SaveDialog #hint { margin: 0; }
    """

    def __init__(self, draft: ExportDraft, form: str) -> None:
        """`draft` is the document; `form` is its format when the name has no known extension.

        A form of an employer that was filled in has that format whatever its name.
        """
        super().__init__()
        self._draft, self._form = draft, form

    def body(self) -> ComposeResult:
        """Lay out the path box."""
        yield LineInput(id="path")

    def fill_body(self) -> None:
        """Fill in the proposed path."""
        box = self.query_one(LineInput)
        box.text = os.path.join(self._draft.folder, self._proposed)
        box.move_cursor(box.document.end)

    @property
    def _proposed(self) -> str:
        return f"{os.path.splitext(self._draft.preview.name)[0]}.{self._form}"

    def question_lines(self) -> list[Line]:
        """Return the question, with the number of records that are shared."""
        _ = self.words
        return self.wrapped(_("Where should the document go?") + f" {many_in_it(self._draft, _)}.")

    def hint_lines(self) -> list[Line]:
        """Return the folder, since a narrow box shows only the end of a path, and a note about the format."""
        _, path = self.words, self._path()
        where = _("In the folder {folder}").format(folder=clean_line(os.path.dirname(path)))
        sentences = (
            where if path else path_hint(self.query_one(LineInput).text, _),
            _("It is not encrypted; it stays on this computer until you send it. enter saves · esc back"),
        )
        return [line for text in sentences for line in self.wrapped(text, "muted")]

    def _path(self) -> str:
        """Return the full path that was typed."""
        return whole_path(self.query_one(LineInput).text)

    def action_choose(self) -> None:
        """Save to the path; ask before replacing a file."""
        path = self._path()
        if path:
            self.run_worker(self._go(path), group="go")

    async def _go(self, typed: str) -> None:
        name = self._proposed
        form = self._form
        filled = self._draft.form

        def looked() -> tuple[str, bool]:
            found = target(typed, name, form, only=filled is not None)
            if filled is not None:
                refuse_itself(filled.path, found[0])
            return found

        try:
            path, taken = await self.services.worker.aside(looked)
        except PortfolioError as failure:
            self.services.status.say(failure.sentence(self.words), "warning")
            return
        if self.over or not self.is_current:
            return
        if not taken:
            self.dismiss(Target(path))
            return
        _ = self.words
        question = _("“{name}” is there already. Replace it?").format(name=clean_line(os.path.basename(path)))
        answers = [("no", _("No, choose another name")), ("yes", _("Yes, replace it"))]
        if await self.choose(question, answers) == "yes":
            self.dismiss(Target(path, force=True))
