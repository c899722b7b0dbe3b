"""Flow that fills in the form of an employer: where the form is, what to check in it, and its words to read first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult

from portfolio.export.form import read, words_of
from portfolio.folders import of_dropped, shown, whole_path
from portfolio.notebook.export_request import ExportDraft, prepare
from portfolio.tui.dialogs.dialog import Dialog
from portfolio.tui.dialogs.read_first import ReadFirstDialog
from portfolio.tui.export.progress import MakingDialog
from portfolio.tui.text.spans import Line
from portfolio.tui.widgets.line_input import LineInput
from portfolio.wording import N_
from portfolio.wording.document_forms import EMPLOYERS_FORM, form_name

if TYPE_CHECKING:
    from portfolio.tui.export.request import RequestWork
    from portfolio.tui.shell.screen import BaseScreen


class FormDialog(Dialog[str]):
    """Asks where the form is; dismissed with its full path, or None."""

    QUESTION = N_("Where is your employer's form? It stays as it is.")
    seeks = True  # what is typed is a path, not text to keep
    WIDTH = 76
    DEFAULT_CSS = """
    FormDialog #question, FormDialog #hint { margin: 0; }
    """

    def __init__(self, path: str = "") -> None:
        """`path` is the path that was given before."""
        super().__init__()
        self._before = path

    def body(self) -> ComposeResult:
        """Lay out the path box."""
        yield LineInput(id="path")

    def fill_body(self) -> None:
        """Fill in the path of before."""
        box = self.query_one(LineInput)
        box.text = self._before
        box.move_cursor(box.document.end)

    def hint_lines(self) -> list[Line]:
        """Return the file that is meant, or what to type, and the keys."""
        _, typed = self.words, self.query_one(LineInput).text.strip()
        about = shown(whole_path(typed)) if whole_path(typed) else _("Type the path of the form, a Word file (.docx).")
        return [line for text in (about, _("enter fills it in · esc back")) for line in self.wrapped(text, "muted")]

    @on(LineInput.Changed)
    def _correct(self) -> None:
        """Take away what was said about the path of before, once another one is typed."""
        if self.query_one(LineInput).text != self._before:
            self.services.status.clear(self.services.status.message)

    def action_choose(self) -> None:
        """Go on with the path, when there is one."""
        path = whole_path(self.query_one(LineInput).text)
        if path:
            self.dismiss(path)


class FilledInDialog(ReadFirstDialog):
    """The words of a form that was filled in, to read before it is saved."""

    HINT: ClassVar[str] = N_("↑ ↓ scroll · enter goes on · esc back")


async def ask_form(screen: BaseScreen[None], work: RequestWork, path: str) -> tuple[str, ExportDraft | None]:
    """Ask where the form is, and fill it in; why it cannot be is said, and the path stays to be corrected.

    Returns the path and the draft; no draft when the user goes back.
    """
    while (typed := await screen.ask(FormDialog(path))) is not None:
        path = typed
        draft = await fill_in(screen, work, path)
        if draft is not None:
            return path, draft
    return path, None


async def fill_in(screen: BaseScreen[None], work: RequestWork, path: str) -> ExportDraft | None:
    """Fill in the form at a path for the request as it is now; None, after saying why, when that cannot be done."""
    state, request = screen.services.state, work.request
    folder = work.draft.folder if work.draft is not None else ""

    def filled() -> ExportDraft:
        return prepare(state.records, request, state.today, read(of_dropped(path)))._replace(folder=folder)

    return await screen.ask(MakingDialog(form_name(EMPLOYERS_FORM, screen.words), filled))


async def read_first(screen: BaseScreen[None], draft: ExportDraft) -> bool:
    """Show the words of the form as it was filled in; False when the user goes back."""
    _ = screen.words
    question = _("This will be in the form. Nothing is written yet.")
    if draft.preview.unconfirmed:
        waits = _("What it asks of “At a glance” is empty until you confirm its lines.")
        question = f"{question} {waits}"
    return await screen.ask(FilledInDialog(question, words_of(draft.preview.made.document))) is not None
