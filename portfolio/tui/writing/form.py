"""Form with every field of one record, one field per line. Fields that are not changed stay as stored.

Enter goes to the next field and saves at the last one; Ctrl+S saves from any field; Escape asks what to do with
changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from portfolio.capture.entry import Entry, is_answer
from portfolio.records.field_order import fields_of
from portfolio.records.kinds import fields
from portfolio.records.problems import Problem
from portfolio.records.record import Record
from portfolio.tui.dialogs.options import chosen_words, takes_several
from portfolio.tui.keymap import table
from portfolio.tui.render.versions import versions_beside
from portfolio.tui.services.state import AppState
from portfolio.tui.shell.flow import flow, start_flow
from portfolio.tui.text.spans import Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing import form_rows
from portfolio.tui.writing.choose_value import ask_value
from portfolio.tui.writing.form_field import EDITOR, FocusLine, FormField
from portfolio.tui.writing.screen import WritingScreen


class FormScreen(WritingScreen):
    """Form of one record, new or existing."""

    WHERE: ClassVar[str] = "form"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    FormScreen VerticalScroll { padding: 1 2 0 3; height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    FormScreen #head, FormScreen #beside { padding: 0; height: auto; }
    FormScreen #more, FormScreen #save { margin: 1 0 0 0; width: auto; min-width: 20; }
    """

    def __init__(self, entry: Entry, at: str = "") -> None:
        """`entry` is a new entry, a stored record, or a draft; the form starts in field `at`."""
        super().__init__(entry)
        self._begins_at = at
        self._more = False
        self._problems: Sequence[Problem] = ()
        self._record: Record | None = None

    def body(self) -> ComposeResult:
        """Lay out the fields below each other."""
        with VerticalScroll(can_focus=False):
            yield Lines(id="head", can_focus=False)
            for n, view in enumerate(form_rows.field_views(self.entry, self.words, more=False)):
                yield FormField(view, self.entry.text(view.key), n)
            yield FocusLine(id="more", classes=EDITOR)
            yield FocusLine(id="save", classes=EDITOR)
            yield Lines(id="beside", can_focus=False)

    def on_mount(self) -> None:
        """Focus the field that was asked for, or else the first empty one of a new record."""
        fields_here = list(self.query(FormField))
        asked = next((f for f in fields_here if f.view.key == self._begins_at), None)
        empty = next((f for f in fields_here if not self.entry.text(f.view.key)), None)
        first = asked or (fields_here[0] if self.entry.record else empty or fields_here[0])
        self.set_focus(first.editor)

    @property
    def width(self) -> int:
        """Cells per line."""
        return max(self.app.size.width - 8, 20)

    def show(self, state: AppState) -> None:
        """Show the head, the fields and their notes."""
        _ = state.words
        found = state.records.get(self.entry.record)
        self._record = found if found is not None or self._record is None else None
        self.query_one("#head", Lines).show_all(form_rows.head(self.entry, found, state, self.width))
        shown = list(self.query(FormField))
        label_width = form_rows.label_width((f.view for f in shown), self.width)
        for field in shown:
            field.lay_out(label_width, self.width)
            self._show_field(field)
        more = self.query_one("#more", FocusLine)
        more.display = not self._more and len(shown) < len(fields_of(self.entry.kind).all)
        more.show_words([(Span("+ ", "accent"), Span(_("more fields"), "muted"))])
        self.query_one("#save", FocusLine).show_words([(Span("✓ ", "good"), Span(_("Save"), bold=True))])
        keys = frozenset(field.view.key for field in shown)
        other = list(versions_beside(found, keys, state.records, _, self.width)) if found is not None else []
        beside = [(Span(line, "wrong"),) for line in form_rows.beside(self._problems, dict.fromkeys(keys), _)]
        self.query_one("#beside", Lines).show_all([*beside, *other])

    def _show_field(self, field: FormField) -> None:
        key, editor = field.view.key, field.editor
        state = self.services.state
        if isinstance(editor, FocusLine):
            words = chosen_words(self.entry, key, state)
            hint = [(Span(self.words("enter: choose"), "muted"),)] if editor.has_focus and not words else []
            editor.show_words([(Span(each),) for each in words] or hint)
        here, width = editor.has_focus, self.width - field.note_indent
        field.note(form_rows.notes(self.entry, key, self._problems, self._record, state, width, here=here))

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _moved(self) -> None:
        if self.state is not None and not self.over:
            label_width = form_rows.label_width((f.view for f in self.query(FormField)), self.width)
            for field in self.query(FormField):
                field.lay_out(label_width, self.width)
                self._show_field(field)

    def _field_of(self, widget: object) -> FormField | None:
        return next((f for f in self.query(FormField) if f.editor is widget), None)

    @on(WritingBox.Changed)
    def _typed(self, event: WritingBox.Changed) -> None:
        field = self._field_of(event.text_area)
        if field is not None:
            self.fill(field, event.text_area.text)

    def gather(self) -> None:
        """Keep the text in every box."""
        for field in self.query(FormField):
            text = field.typed if field.is_mounted else None
            if text is not None:
                self.answer(field.view.key, text)

    def fill(self, field: FormField, text: str) -> None:
        """Set the text of a field; its problems are checked again when saving."""
        self.answer(field.view.key, text)
        self._problems = [p for p in self._problems if p.field != field.view.key]
        self._show_field(field)
        if self.state is not None and field.view.key == "shareable":
            self.query_one("#head", Lines).show_all(form_rows.head(self.entry, self._record, self.state, self.width))

    @on(FocusLine.Pressed)
    def _pressed(self, event: FocusLine.Pressed) -> None:
        if self.app.screen is not self:  # a letter typed before the dialog opened belongs in the dialog
            if event.typed:
                self.app.post_message(events.Key(event.typed, event.typed))
        elif self.saving:
            return
        elif event.line.id == "save":
            self.action_save()
        elif event.line.id == "more":
            self.run_worker(self._open_more(), exclusive=True, group="more fields")
        else:
            field = self._field_of(event.line)
            if field is not None:
                start_flow(self, self._choose_value, field, event.typed.strip())

    async def _choose_value(self, field: FormField, typed: str) -> None:
        """Ask for the value of a field; a field with several values adds or removes the chosen one."""
        key = field.view.key
        line = await ask_value(self, self.entry, key, field.view.label, typed)
        if line is None:
            return
        if takes_several(fields(self.entry.kind)[key]):
            self.fill(field, self.entry.with_line(key, line).text(key))
        else:
            self.fill(field, line)
            self.go_on()

    @on(FocusLine.Emptied)
    def _emptied(self, event: FocusLine.Emptied) -> None:
        field = self._field_of(event.line)
        if field is not None and not self.saving:
            self.fill(field, "\n".join(self.entry.lines(field.view.key)[:-1]))

    async def _open_more(self) -> None:
        """Show the remaining fields."""
        self._more = True
        have = {field.view.key for field in self.query(FormField)}
        views = [v for v in form_rows.field_views(self.entry, self.words, more=True) if v.key not in have]
        made = [FormField(view, self.entry.text(view.key), n) for n, view in enumerate(views, len(have))]
        await self.query_one(VerticalScroll).mount_all(made, before="#more")
        if self.state is not None:
            self.show(self.state)
        if made:
            self.set_focus(made[0].editor)

    @on(WritingBox.WentOn)
    def go_on(self) -> None:
        """Go to the next field."""
        self.focus_next(f".{EDITOR}")

    @on(WritingBox.Left)
    @on(FocusLine.Left)
    def _left(self, event: WritingBox.Left | FocusLine.Left) -> None:
        """Go to the previous or next field with the arrow keys."""
        if event.step > 0:
            self.focus_next(f".{EDITOR}")
        else:
            self.focus_previous(f".{EDITOR}")

    def action_next_field(self) -> None:
        """Go to the next field, also from a long text, where Enter starts a new line."""
        self.go_on()

    def action_save(self) -> None:
        """Save, or show each problem at its field."""
        self.save()

    async def show_problems(self, found: Sequence[Problem]) -> None:
        """Show each problem at its field and focus the first."""
        self._problems = found
        shown = {field.view.key for field in self.query(FormField)}
        if any(p.field in fields(self.entry.kind) and p.field not in shown for p in found):
            await self._open_more()
        if self.state is not None:
            self.show(self.state)
        first = next((f for f in self.query(FormField) if any(p.field == f.view.key for p in found)), None)
        if first is not None:
            self.set_focus(first.editor)
        message = self.words("Not saved yet: look at what is marked. What you typed is kept.")
        self.services.status.say(message, "wrong")

    @flow
    async def action_back(self) -> None:
        """Leave; after a change, ask what to do with it."""
        if not self.entry.touched:
            self.leave()
            return
        _ = self.words
        drop = _("Leave it as it was") if self.entry.record else _("Throw it away")
        answers = [
            ("save", _("Save it")),
            ("on", _("Go on writing")),
            ("later", _("Keep it for later")),
            ("drop", drop),
        ]
        answer = await self.choose(_("You changed something. What do you want?"), answers)
        if answer == "save":
            self.save()
        elif answer == "later":
            self.leave()
        elif answer == "drop":
            self._drop()

    def _drop(self) -> None:
        """Discard the text of the fields; words in the draft without a field here stay a draft."""
        shown = {field.view.key for field in self.query(FormField)}
        rest = self.entry.without(shown)
        if any(is_answer(key) for key in rest.changed):
            self.finish(lambda: self.services.drafts.leave(rest))
        else:
            self.finish(lambda: self.services.drafts.discard(self.entry.name))
