"""Everything that one reflection says, in boxes below each other. What is not changed stays as it is stored."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.timer import Timer

from portfolio.tui import actions
from portfolio.tui.frame import LeerreisScreen
from portfolio.tui.layout import Span, wrap
from portfolio.tui.look import Look
from portfolio.tui.messages import Corrected, Discarded, Typed
from portfolio.tui.screens.check import KEPT_WITHIN
from portfolio.tui.screens.choose import ChooseScreen
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.writing_box import WritingBox
from portfolio.tui.writings import TITLE, Writing, name_of
from portfolio.wording.dates import day_in_full
from portfolio.wording.names import field_label
from portfolio.wording.prompts import prompt_question


class EditScreen(LeerreisScreen[None]):
    """A form with a box for each answer."""

    WHERE: ClassVar[str] = "edit"
    BINDINGS: ClassVar[list[BindingType]] = [*actions.bindings(WHERE)]
    DEFAULT_CSS = """
    EditScreen VerticalScroll { padding: 1 2 0 3; height: 1fr; scrollbar-size-vertical: 1; }
    EditScreen Lines { padding: 0; height: auto; }
    EditScreen WritingBox { height: auto; min-height: 3; max-height: 12; margin: 0 0 1 0; }
    """

    def __init__(self, writing: Writing) -> None:
        """`writing` is what the record says, or a change to it that was left earlier."""
        super().__init__()
        self.writing = writing
        self._keys = tuple(writing.answers)
        self._keeping: Timer | None = None

    def body(self) -> ComposeResult:
        """A question and a box for each answer."""
        with VerticalScroll(can_focus=False):
            yield Lines(id="head", can_focus=False)
            for n, key in enumerate(self._keys):
                yield Lines(id=f"label-{n}", can_focus=False)
                yield WritingBox(self.writing.answers[key], id=f"box-{n}")

    def show(self, look: Look) -> None:
        """The words above the boxes."""
        _, width = look.words, max(self.app.size.width - 7, 20)
        day = Span(f" · {day_in_full(self.writing.day, _)}", "muted")
        head = (Span(name_of(self.writing, _), "accent", bold=True), day)
        self.query_one("#head", Lines).show_all([head, ()])
        for n, key in enumerate(self._keys):
            label = field_label("title", _) if key == TITLE else prompt_question(self.writing.template, key, _)
            self.query_one(f"#label-{n}", Lines).show_all([(Span(line, "muted"),) for line in wrap(label, width)])
        if not self.writing.seen:
            self.run_worker(self._note_versions(), exclusive=True)
        if self.focused is None:
            first = next((n for n, key in enumerate(self._keys) if key != TITLE), 0)
            self.set_focus(self.query_one(f"#box-{first}"))

    async def _note_versions(self) -> None:
        """Remember which versions the boxes show."""
        record = self.writing.record
        seen = await self.leerreis.desk.ask(lambda nb: {k: tuple(v) for k, v in nb.seen(record).items()})
        self.writing = self.writing._replace(seen=seen)

    @on(WritingBox.Changed)
    def _changed(self, event: WritingBox.Changed) -> None:
        key = self._keys[int((event.text_area.id or "box-0").removeprefix("box-"))]
        text = event.text_area.text
        if text != self.writing.answers[key]:
            self.writing = self.writing.answered(key, text)
            if self._keeping is None:
                self._keeping = self.set_timer(KEPT_WITHIN, self._keep)

    def _keep(self) -> None:
        self._keeping = None
        self.app.post_message(Typed(self.writing))

    @on(WritingBox.Left)
    def _left(self, event: WritingBox.Left) -> None:
        """The arrows go from box to box."""
        if event.step > 0:
            self.focus_next(WritingBox)
        else:
            self.focus_previous(WritingBox)

    def action_save(self) -> None:
        """Save what was changed."""
        self._stop()
        self.app.post_message(Corrected(self.writing))
        self.dismiss()

    def _stop(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None

    def action_back(self) -> None:
        """Leave; when something was changed, ask what to do with it."""
        if self.writing.answers == self.writing.shown:
            self.dismiss()
            return
        _ = self.words
        answers = [
            ("save", _("Save it")),
            ("on", _("Go on writing")),
            ("drop", _("Leave it as it was")),
        ]
        self.app.push_screen(ChooseScreen(_("You changed something. What do you want?"), answers), self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer == "save":
            self.action_save()
        elif answer == "drop":
            self._stop()
            self.app.post_message(Discarded(self.writing.name))
            self.dismiss()
