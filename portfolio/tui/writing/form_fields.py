"""The fields of a form below each other, with a head above them and notes at each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from portfolio.capture.entry import spec_of
from portfolio.capture.form import missing_at
from portfolio.capture.options import chosen_words, new_kind, new_names, takes_several
from portfolio.records.field_order import fields_of
from portfolio.records.kinds import fields
from portfolio.sanitise import clean_line
from portfolio.text import wrap_parts
from portfolio.tui.dialogs.pick import DONE
from portfolio.tui.render.versions import versions_beside
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.text.spans import PAGE, Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.text_input import WritingBox
from portfolio.tui.writing import form_rows
from portfolio.tui.writing.choose_value import ask_value
from portfolio.tui.writing.form_field import CURSOR, EDITOR, NO_CURSOR, FieldView, FocusLine, FormField
from portfolio.wording.names import kind_name

if TYPE_CHECKING:
    from portfolio.records.problems import Problem
    from portfolio.records.record import Record
    from portfolio.tui.services.state import AppState
    from portfolio.tui.writing.open_entry import OpenEntry
    from portfolio.wording import Words


class FormFields(VerticalScroll):
    """The fields of one entry, which changes as they are filled in."""

    DEFAULT_CSS = f"""
    FormFields {{ padding: 1 2 0 3; height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }}
    FormFields > * {{ max-width: {PAGE}; }}
    FormFields #head, FormFields #beside {{ padding: 0; height: auto; }}
    FormFields #more, FormFields #save {{ margin: 1 0 0 0; padding: 0 1 0 0; width: auto; min-width: 20; }}
    """

    def __init__(self, opened: OpenEntry) -> None:
        """Make the fields of the entry that is `opened`."""
        super().__init__(can_focus=False)
        self._open = opened
        self._more = False
        """Whether every field is shown."""
        self._state: AppState | None = None
        self._problems: Sequence[Problem] = ()
        self._record: Record | None = None

    def compose(self) -> ComposeResult:
        """Lay out the head, the first fields, and the lines to open more and to save."""
        yield Lines(id="head", can_focus=False)
        for n, view in enumerate(form_rows.field_views(self._open.entry, self._open.screen.words, more=False)):
            yield self._made(view, n)
        yield FocusLine(id="more", classes=EDITOR)
        yield FocusLine(id="save", classes=EDITOR)
        yield Lines(id="beside", can_focus=False)

    def _made(self, view: FieldView, n: int) -> FormField:
        entry, state = self._open.entry, self._open.screen.services.state
        return FormField(view, entry.text(view.key), n, form_rows.shown_in_box(entry, view.key, state))

    def focus_first(self, at: str) -> None:
        """Focus field `at`, else the text where a draft was left, at its cursor, else the first empty field if new.

        A draft that was left at a value to choose begins in a text: there typing would open its list.
        """
        entry, shown = self._open.entry, self._fields
        key, *place = entry.left
        texts = [f for f in shown if isinstance(f.editor, WritingBox)]
        left = next((f for f in texts if f.view.key == key), None)
        asked = next((f for f in shown if f.view.key == at), None)
        if not asked and left is not None and isinstance(left.editor, WritingBox):
            left.editor.move_cursor(min((place[0], place[1]), left.editor.document.end))
        empty = [f for f in (texts if key else shown) if not entry.text(f.view.key)]
        first = (empty or (texts[-1:] if key else []) or shown)[0]
        self.screen.set_focus((asked or left or (shown[0] if entry.record and not key else first)).editor)

    @property
    def _fields(self) -> list[FormField]:
        return list(self.query(FormField))

    @property
    def keys(self) -> list[str]:
        """The fields that are shown."""
        return [field.view.key for field in self._fields]

    @property
    def enter(self) -> str:
        """What Enter does where the focus is, as a key of `keymap.writing.ENTER`."""
        here = self.screen.focused
        field = self._field_of(here)
        if field is not None:
            return {"line": "field", "text": "line", "pick": "choose"}[field.view.shape]
        return here.id if isinstance(here, FocusLine) and here.id is not None else ""

    @property
    def _width(self) -> int:
        """Cells per line."""
        return min(max(self.app.size.width - 8, 20), PAGE)

    def show(self, state: AppState) -> None:
        """Show the head, the fields and their notes; nothing once the form is closing and its parts are gone."""
        self._state, _ = state, state.words
        if not self.query("#head"):
            return
        found = state.records.get(self._open.entry.record)
        self._record = found if found is not None or self._record is None else None
        self._show_head(state)
        self._show_fields()
        keys = self.keys
        more = self.query_one("#more", FocusLine)
        more.display = not self._more and len(keys) < len(fields_of(self._open.entry.kind).all)
        self._show_ends(_)
        other = versions_beside(found, frozenset(keys), state.records, _, self._width) if found is not None else ()
        beside = [(Span(line, "wrong"),) for line in form_rows.beside(self._problems, dict.fromkeys(keys), _)]
        self.query_one("#beside", Lines).show_all([*beside, *other])

    def _show_ends(self, _: Words) -> None:
        """Show the lines below the fields, with the cursor sign before the focused one."""
        for name, words in (
            ("#more", (Span("+ ", "accent"), Span(_("more fields"), "muted"))),
            ("#save", (Span("✓ ", "good"), Span(_("Save"), bold=True))),
        ):
            line = self.query_one(name, FocusLine)
            line.show_words([(Span(CURSOR if line.has_focus else NO_CURSOR, "accent"), *words)])

    def _show_head(self, state: AppState) -> None:
        head = form_rows.head(self._open.entry, self._record, state, self._width)
        self.query_one("#head", Lines).show_all(head)

    def _show_fields(self) -> None:
        shown = self._fields
        label_width = form_rows.label_width((f.view for f in shown), self._width)
        for field in shown:
            field.lay_out(label_width, self._width)
            self._show_field(field)

    def _show_field(self, field: FormField) -> None:
        key, editor, state = field.view.key, field.editor, self._open.screen.services.state
        if isinstance(editor, FocusLine):
            editor.show_words([(Span(each),) for each in chosen_words(self._open.entry, key, state)])
        here, width = editor.has_focus, self._width - field.note_indent
        notes = form_rows.notes(self._open.entry, key, self._problems, self._record, state, width, here=here)
        if here:
            notes += [(Span(line, "muted"),) for line in wrap_parts(form_rows.keys_at(field.view, state), width)]
        field.note(notes)

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _moved(self) -> None:
        if self._state is not None and not self._open.screen.over:
            self._show_fields()
            self._show_ends(self._open.screen.words)

    def _field_of(self, widget: object) -> FormField | None:
        return next((f for f in self._fields if f.editor is widget), None)

    @on(WritingBox.Changed)
    def _typed(self, event: WritingBox.Changed) -> None:
        field = self._field_of(event.text_area)
        if field is not None:
            self._fill(field, field.text)

    def gather(self) -> None:
        """Keep the text in every box, and where the cursor is."""
        for field in sorted(self._fields, key=lambda f: f.editor is self.screen.focused):
            text = field.typed if field.is_mounted else None
            if text is not None or (field.is_mounted and field.editor is self.screen.focused):
                key, kept = field.view.key, self._open.entry.text(field.view.key)
                self._open.answer(key, kept if text is None else text, field.cursor)

    def _fill(self, field: FormField, text: str) -> None:
        """Set the text of a field; its problems are checked again when saving."""
        key = field.view.key
        self._open.answer(key, text, field.cursor)
        self._problems = [p for p in self._problems if p.field != key]
        self._show_field(field)
        if self._state is not None and key == "shareable":
            self._show_head(self._state)

    @on(FocusLine.Pressed)
    def _pressed(self, event: FocusLine.Pressed) -> None:
        field = self._field_of(event.line)
        if self._open.closed:
            return
        if event.line.id == "more":
            self._open.screen.run_worker(self._open_more(), exclusive=True, group="more fields")
        elif field is not None:
            start_flow(self, self._choose_value, field, event.typed.strip())

    async def _choose_value(self, field: FormField, typed: str) -> None:
        """Ask for the value of a field; of a field with several, one after the other."""
        key, opened = field.view.key, self._open
        several = takes_several(spec_of(opened.entry, key))
        line = await ask_value(opened.screen, opened.entry, key, field.view.label, typed)
        while several and line is not None and line != DONE and field.is_attached:
            self._fill(field, opened.entry.with_line(key, line).text(key))
            line = await ask_value(opened.screen, opened.entry, key, field.view.label, "", at=DONE)
        if line is not None and field.is_attached:  # the form can have been closed meanwhile, as at a hangup
            if not several:
                self._fill(field, line)
            self._say_new(key)
            self.go_on()

    def _say_new(self, key: str) -> None:
        """Say that a name in this field becomes a new record, since it is easily typed by mistake."""
        spec, state = spec_of(self._open.entry, key), self._state
        found = new_names(self._open.entry, key, state) if state is not None else []
        if state is None or not found or not new_kind(spec):
            return
        said = state.words("New when you save: {kind} “{name}”. To take it back, open this field again.")
        text = said.format(kind=kind_name(new_kind(spec), state.words), name=clean_line(found[-1].key))
        self._open.screen.services.status.say(text, "muted")

    @on(FocusLine.Emptied)
    def _emptied(self, event: FocusLine.Emptied) -> None:
        field = self._field_of(event.line)
        if field is not None and not self._open.closed:
            self._fill(field, "\n".join(self._open.entry.lines(field.view.key)[:-1]))

    async def _open_more(self) -> None:
        """Show the remaining fields."""
        self._more = True
        have, screen = self.keys, self._open.screen
        views = [v for v in form_rows.field_views(self._open.entry, screen.words, more=True) if v.key not in have]
        made = [self._made(view, n) for n, view in enumerate(views, len(have))]
        await self.mount_all(made, before="#more")
        if self._state is not None:
            self.show(self._state)
        if made:
            screen.set_focus(made[0].editor)

    @on(WritingBox.WentOn)
    def go_on(self) -> None:
        """Go to the next field on enter; where this one is empty and must not be, first say that and stay."""
        if not self._show_missing():
            self.next_field()

    def next_field(self) -> None:
        """Go to the next field on tab, which never holds; say it where a field that must not be empty is left so."""
        self._show_missing()
        self.screen.focus_next(f".{EDITOR}")

    def _show_missing(self) -> bool:
        """Say that the focused field is empty and must not be; return whether it was not said before."""
        field = self._field_of(self.screen.focused)
        missing = missing_at(self._open.entry, field.view.key) if field is not None else []
        if field is not None and missing and not any(problem.field == field.view.key for problem in self._problems):
            self._problems = [*self._problems, *missing]
            self._show_field(field)
            return True
        return False

    @on(WritingBox.Left)
    @on(FocusLine.Left)
    def _left(self, event: WritingBox.Left | FocusLine.Left) -> None:
        """Go to the previous or next field with the arrow keys."""
        if event.step > 0:
            self.screen.focus_next(f".{EDITOR}")
        else:
            self.screen.focus_previous(f".{EDITOR}")

    async def show_problems(self, found: Sequence[Problem]) -> None:
        """Show each problem at its field and focus the first."""
        self._problems, shown = found, self.keys
        if any(p.field in fields(self._open.entry.kind) and p.field not in shown for p in found):
            await self._open_more()
        if self._state is not None:
            self.show(self._state)
        first = next((f for f in self._fields if any(p.field == f.view.key for p in found)), None)
        if first is not None:
            self.screen.set_focus(first.editor)
