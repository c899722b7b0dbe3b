"""A place with a list of records: the list, the record beside it or on enter, marking several, filter and order.

Two panes from a hundred columns; below that enter opens the record and escape closes it. A place says what is listed
and how a row looks; all the rest is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from portfolio.records.record import Record
from portfolio.text import wrap
from portfolio.tui.dialogs.filter import FilterDialog
from portfolio.tui.dialogs.filter_rows import filter_words
from portfolio.tui.keymap.conditions import ActionContext, can_change, has_location
from portfolio.tui.records import changes
from portfolio.tui.records.actions import RecordingScreen
from portfolio.tui.records.delete import delete
from portfolio.tui.render.filter import ListFilter
from portfolio.tui.render.record_rows import Listed, RecordRows, RowOf
from portfolio.tui.render.related import record_rows
from portfolio.tui.services.state import AppState
from portfolio.tui.text.spans import READABLE, Span
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.reading_rows import ReadingRows
from portfolio.tui.widgets.rows import FixedRows, Row, Rows

NEW: Final = "new"
"""The row of a place where nothing is yet."""
WIDE: Final = 100
"""From so many columns on the record stands beside the list."""
_EDGES: Final = 6
"""Cells of a list that no row has."""


class ListScreen(RecordingScreen):
    """The shared frame of the places with lists."""

    KINDS: ClassVar[tuple[str, ...]] = ()
    """The kinds that are listed."""
    EMPTY: ClassVar[str] = ""
    """What an empty place says: which key makes the first. An English message id with the names of keys."""
    DEFAULT_CSS = """
    ListScreen Horizontal { height: 1fr; }
    ListScreen #list { width: 1fr; }
    ListScreen #text { width: 1fr; padding: 0 1; scrollbar-gutter: stable; }
    ListScreen .beside { border-left: solid $line; }
    ListScreen #told { height: auto; padding: 0 3; display: none; }
    """

    def __init__(self) -> None:
        """Everything is listed, nothing is marked."""
        super().__init__()
        self._showing = ListFilter()
        self._marked: frozenset[str] = frozenset()
        self._reading = False
        self._alone = True

    @staticmethod
    def listed(look: AppState, showing: ListFilter) -> Iterable[Listed]:
        """The records to list, under their headings: from the view of the place."""
        raise NotImplementedError

    @staticmethod
    def row_maker(look: AppState) -> RowOf:
        """How a record is shown in the list; made once for each look."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """What is left out, the list and the record."""
        yield Lines(id="told", can_focus=False)
        with Horizontal():
            yield Rows(id="list")
            yield ReadingRows(id="text")

    @property
    def rows(self) -> Rows:
        """The rows that have the cursor."""
        return self.query_one("#text", ReadingRows) if self._reading else self.query_one("#list", Rows)

    @property
    def wide(self) -> bool:
        """Whether the record stands beside the list."""
        return self.app.size.width >= WIDE

    def show(self, look: AppState) -> None:
        """Fill the list."""
        if self._alone and not look.alone:  # a tag or a number can be a private word
            self._showing, self._marked = ListFilter(), frozenset()
        self._alone = look.alone
        self._marked = frozenset(each for each in self._marked if look.records.get(each) is not None)
        self._lay_out()
        rows = self.query_one("#list", Rows)
        listed = list(self.listed(look, self._showing)) if look.read else []
        source = RecordRows(listed, look, self.row_maker(look), self._marked) if listed else None
        rows.show_rows(source or FixedRows(self._nothing(look)), at=self.take_landed())
        if not look.read:
            self._show_text()
        self._tell(look, sum(isinstance(each, Record) for each in listed))

    def _nothing(self, look: AppState) -> list[Row]:
        if not look.read:
            return []
        # Not the room of the list: on its first showing that is not known yet.
        _, width = look.words, self.app.size.width // (2 if self.wide else 1) - _EDGES
        told = _("Nothing fits what you asked to see. Press esc to see everything.")
        if not self._showing.narrows:
            told = _(self.EMPTY).format(**look.keys) if look.alone else _("Nothing here may be shared yet.")
        first, *rest = wrap(told, min(max(width, 20), READABLE))
        key = NEW if look.alone and not self._showing.narrows else ""  # enter makes the first one, as its key does
        return [Row(), Row(key, (Span(first, "muted"),)), *(Row(left=(Span(line, "muted"),)) for line in rest)]

    def _tell(self, look: AppState, shown: int) -> None:
        """What is left out and how many are marked, in a line above the list."""
        _, told = look.words, []
        if self._showing.narrows or self._showing.order:
            everything = sum(len(look.records.of_kind(kind)) for kind in self.KINDS)
            told.append(filter_words(self._showing, look, shown, everything))
        if self._marked:
            marked = _("{marked} marked: {share} share, {link} link, {tags} tag, {delete} delete, esc unmark")
            told.append(marked.format(marked=len(self._marked), **look.keys))
        lines = wrap(" · ".join(told), max(self.app.size.width - 8, 20)) if told else []
        self.query_one("#told", Lines).show_all([(Span(line, "accent"),) for line in lines])

    def _lay_out(self) -> None:
        """List, record or both; who has the keys."""
        text, rows = self.query_one("#text", ReadingRows), self.query_one("#list", Rows)
        alone = self._reading and not self.wide
        rows.display = not alone
        text.display = self.wide or alone
        text.set_class(self.wide, "beside")
        self.set_focus(text if self._reading else rows)
        if self._reading:
            self._show_text(0)  # keys can come before it has its place: they are for this record
        self.call_after_refresh(self._show_text)
        self.refresh_bindings()

    def situation(self) -> ActionContext:
        """What the cursor is on."""
        situation, meant = self.chosen_in(super().situation(), self.rows.key), self.meant
        deeper = self._reading or bool(self._marked) or self._showing != ListFilter()
        if len(meant) == 1:
            situation = situation._replace(chosen=meant[0])
        elif meant:
            situation = situation._replace(chosen=None, marked=tuple(record.kind for record in meant))
        return situation._replace(deeper=deeper)

    @property
    def meant(self) -> tuple[Record, ...]:
        """The records that are marked; none while one of them is being read, which is the one that is meant then."""
        if self._reading or self.look is None:
            return ()
        return tuple(r for r in map(self.look.records.get, sorted(self._marked)) if r is not None)

    @on(Rows.Reached, "#list")
    def _reached(self) -> None:
        self._show_text()
        self.cursor_came()

    @on(Rows.Reached, "#text")
    def _reached_within(self) -> None:
        self.cursor_came()

    def _show_text(self, tries: int = 3) -> None:
        pane = self.query_one("#text", ReadingRows)
        if self.look is None or not pane.display or not self.is_attached:
            return
        if pane.size.width == 0 and tries:  # a tick of the screen came between: it has no place yet
            self.call_after_refresh(self._show_text, tries - 1)
            return
        record = self.look.records.get(self.query_one("#list", Rows).key)
        width = pane.room or self.app.size.width - _EDGES
        if record is not None and width > 0:
            rows = record_rows(record, self.look, width)
        else:
            told = self.about(self.query_one("#list", Rows).key, self.look)
            rows = [Row(left=(Span(line, "muted"),)) for line in wrap(told, min(max(width, 20), READABLE))]
        pane.show_text(rows, record.id if record is not None else "")

    def about(self, key: str, look: AppState) -> str:  # noqa: ARG002 - only some lists have such rows
        """What there is to say beside a row that stands for no record."""
        return ""

    def open_row(self, key: str) -> None:
        """Open a row that stands for no record."""

    @on(Rows.Clicked, "#list")
    def action_open(self) -> None:
        """Read what the cursor is on; in the record, open what is below it, or tell what can be done with it."""
        if not self._reading:
            self._open_listed(self.query_one("#list", Rows).key)
            return
        key = self.query_one("#text", ReadingRows).key
        if key and key != self.query_one("#list", Rows).key:
            self.open_record(key)
        elif key and can_change(self.situation()):
            self.choose_action()
        elif key and has_location(self.situation()):
            self.action_open_location()

    def _open_listed(self, key: str) -> None:
        if key == NEW:
            self.action_new()
        elif self.look is not None and self.look.records.get(key) is None:
            self.open_row(key)
        elif key:
            self._reading = True
            self._lay_out()

    @on(Rows.Clicked, "#text")
    def _clicked_within(self) -> None:
        if self._reading:
            self.action_open()
        else:
            self._reading = True
            self._lay_out()

    def come_home(self) -> None:
        """The list, whatever was being read."""
        if self._reading:
            self._reading = False
            self._lay_out()

    def action_back(self) -> None:
        """From the record to the list, from marked to unmarked, from a filter to everything."""
        if self._reading:
            self._reading = False
            self._lay_out()
            return
        if self._marked:
            self._marked = frozenset()
        else:
            self._showing = ListFilter()
        self._again()

    def _again(self) -> None:
        if self.look is not None:
            self.show(self.look)
            self.refresh_bindings()

    def action_mark(self) -> None:
        """Mark the record that the cursor is on, or unmark it, and go on to the next."""
        key = self.query_one("#list", Rows).key
        if key and not self._reading:
            self._marked = self._marked ^ {key}
            self._again()
            self.query_one("#list", Rows).action_cursor(1)

    def action_share(self) -> None:
        """What is marked, after a question that says how many change; else what the cursor is on."""
        records = self.meant
        if not records:
            super().action_share()
            return
        private = tuple(r.id for r in records if not r.shareable)
        shared = tuple(r.id for r in records if r.shareable)
        _ = self.words
        answers = [("back", _("Leave them as they are"))]
        if private:
            words = _.plural("Make {n} shareable", "Make {n} shareable", len(private))
            answers.append(("share", words))
        if shared:
            answers.append(("hide", _.plural("Make {n} private", "Make {n} private", len(shared))))
        question = _("{all} marked: {private} private, {shared} shareable. What do you want?").format(
            all=len(records), private=len(private), shared=len(shared)
        )

        def answered(answer: str | None) -> None:
            if answer in ("share", "hide"):
                self._marked = frozenset()
                changes.set_shareable(self.services, private if answer == "share" else shared, answer == "share")

        self.ask_then(question, answers, answered)

    def action_delete(self) -> None:
        """What is marked, else what the cursor is on."""
        if self.meant:
            delete(self, self.meant)
        else:
            super().action_delete()

    def action_link(self) -> None:
        """What is marked, all with the same thing; else what the cursor is on."""
        if self.meant:
            self.link_all(self.meant)
        else:
            super().action_link()

    def action_tags(self) -> None:
        """What is marked, all with the same tag; else what the cursor is on."""
        if self.meant:
            self.tag_all(self.meant)
        else:
            super().action_tags()

    def action_filter(self) -> None:
        """Ask what to see, and in which order."""

        def chosen(showing: ListFilter | None) -> None:
            if showing is not None and showing != self._showing:
                self._showing = showing
                self._again()

        self.app.push_screen(FilterDialog(self._showing, self.KINDS), chosen)
