"""Everything that one reflection says, in boxes below each other. What is not changed stays as it is stored."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from portfolio.records.reflections import Reflection
from portfolio.tui import actions
from portfolio.tui.layout import EMPTY, Line, Span, wrap
from portfolio.tui.look import Look
from portfolio.tui.messages import Corrected, Discarded
from portfolio.tui.screens.choose import ChooseScreen
from portfolio.tui.views.versions import other_versions, versions_beside
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.writing_box import WritingBox
from portfolio.tui.writing_screen import WritingScreen
from portfolio.tui.writings import TITLE, Writing, name_of
from portfolio.wording import Words
from portfolio.wording.dates import day_in_full
from portfolio.wording.names import field_label
from portfolio.wording.prompts import prompt_question


class EditScreen(WritingScreen):
    """A form with a box for each answer."""

    WHERE: ClassVar[str] = "edit"
    BINDINGS: ClassVar[list[BindingType]] = [*actions.bindings(WHERE)]
    DEFAULT_CSS = """
    EditScreen VerticalScroll { padding: 1 2 0 3; height: 1fr; scrollbar-size-vertical: 1; }
    EditScreen VerticalScroll Lines { padding: 0; height: auto; }
    EditScreen WritingBox { height: auto; min-height: 3; max-height: 12; margin: 0 0 1 0; }
    """

    def __init__(self, writing: Writing) -> None:
        """`writing` is what the record says, or a change to it that was left earlier."""
        super().__init__(writing)
        self._keys = tuple(writing.answers)
        self._saving = False
        self._record: Reflection | None = None
        """The record as it was when the form opened: its other versions stand below the boxes."""

    def body(self) -> ComposeResult:
        """A question and a box for each answer, with its other versions below it."""
        with VerticalScroll(can_focus=False):
            yield Lines(id="head", can_focus=False)
            for n, key in enumerate(self._keys):
                yield Lines(id=f"label-{n}", can_focus=False)
                yield WritingBox(self.writing.answers[key], id=f"box-{n}", one_line=key == TITLE)
                yield Lines(id=f"others-{n}", can_focus=False)
            yield Lines(id="beside", can_focus=False)

    def show(self, look: Look) -> None:
        """The words around the boxes."""
        _, width = look.words, max(self.app.size.width - 7, 20)
        self._record = self._record or look.records.find(Reflection, self.writing.record)
        self.query_one("#head", Lines).show_all(self._head(_, width))
        for n, key in enumerate(self._keys):
            label = field_label("title", _) if key == TITLE else prompt_question(self.writing.template, key, _)
            self.query_one(f"#label-{n}", Lines).show_all([(Span(line, "muted"),) for line in wrap(label, width)])
        self._show_versions(_, width)
        if not self.writing.seen:
            self.run_worker(self._note_versions(), exclusive=True)
        if self.focused is None:
            first = next((n for n, key in enumerate(self._keys) if key != TITLE), 0)
            self.set_focus(self.query_one(f"#box-{first}"))

    def _head(self, _: Words, width: int) -> list[Line]:
        day = Span(f" · {day_in_full(self.writing.day, _)}", "muted")
        lines: list[Line] = [(Span(name_of(self.writing, _), "accent", bold=True), day)]
        if self._record is not None and self._record.conflicts:
            told = _("This was changed in two places. What stands in the boxes when you save is what stays.")
            lines += [(Span(line, "warning"),) for line in wrap(told, width)]
        return [*lines, ()]

    def _show_versions(self, _: Words, width: int) -> None:
        fields = [key if key == TITLE else f"answers.{key}" for key in self._keys]
        for n, field in enumerate(fields):
            others = list(other_versions(self._record, field, _, width)) if self._record else []
            self.query_one(f"#others-{n}", Lines).show_all([*others, EMPTY] if others else [])
        beside = list(versions_beside(self._record, frozenset(fields), _, width)) if self._record else []
        self.query_one("#beside", Lines).show_all(beside)

    async def _note_versions(self) -> None:
        """Remember which versions the boxes show."""
        record = self.writing.record
        seen = await self.leerreis.ask(lambda nb: {k: tuple(v) for k, v in nb.seen(record).items()})
        self.writing = self.writing._replace(seen=seen or {})

    @on(WritingBox.Changed)
    def _changed(self, event: WritingBox.Changed) -> None:
        self.answer(self._keys[int((event.text_area.id or "box-0").removeprefix("box-"))], event.text_area.text)

    @on(WritingBox.WentOn)
    def _went_on(self) -> None:
        """Enter goes from a box of one line to the next."""
        self.focus_next(WritingBox)

    @on(WritingBox.Left)
    def _left(self, event: WritingBox.Left) -> None:
        """The arrows go from box to box."""
        if event.step > 0:
            self.focus_next(WritingBox)
        else:
            self.focus_previous(WritingBox)

    async def action_save(self) -> None:
        """Save what was changed; where there were two versions, what stands here is what stays."""
        if self.over or self._saving:
            return
        self._saving = True
        self.stop_keeping()
        if not self.writing.seen:
            await self._note_versions()
        self.finish(Corrected(self.writing))

    def action_back(self) -> None:
        """Leave; when something was changed, ask what to do with it."""
        if self._saving:
            return
        if not self.writing.touched:
            self.leave()
            return
        _ = self.words
        answers = [
            ("save", _("Save it")),
            ("on", _("Go on writing")),
            ("drop", _("Leave it as it was")),
        ]
        self.app.push_screen(ChooseScreen(_("You changed something. What do you want?"), answers), self._answered)

    async def _answered(self, answer: str | None) -> None:
        if answer == "save":
            await self.action_save()
        elif answer == "drop":
            self.stop_keeping()
            self.finish(Discarded(self.writing.name))
