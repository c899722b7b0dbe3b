"""The screen to choose between the versions of a text that was changed on two computers.

A choice replaces only the two versions that are shown: those that arrive meanwhile or were not shown are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from portfolio.journey.facts.differences import both_in_one
from portfolio.notebook.conflicts import Conflict, Version
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.records.versions_rows import BOTH, KEEP, NEXT, OTHER, version_rows
from portfolio.tui.services.state import AppState
from portfolio.tui.services.status import saved_message
from portfolio.tui.shell.frame import has_widgets
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.widgets.reading_rows import ReadingRows
from portfolio.tui.widgets.rows import Rows


class VersionsScreen(BaseScreen[None]):
    """Screen with two versions of a text; it closes when nothing is left to choose."""

    WHERE: ClassVar[str] = "versions"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    VersionsScreen ReadingRows { padding: 1 2 0 1; scrollbar-gutter: stable; }
    """

    def __init__(self, identity: str) -> None:
        """`identity` is the id of the record."""
        super().__init__()
        self._identity = identity
        self._found: Sequence[Conflict] = ()
        self._at = 1
        """Index of the version that is compared with the current one, which has index 0."""

    def body(self) -> ComposeResult:
        """Lay out one text with rows."""
        yield ReadingRows(id="text")

    def show(self, state: AppState) -> None:
        """Ask the notebook for the versions; close without any, and in Over the shoulder."""
        record = state.records.get(self._identity)
        if not state.read and state.alone:
            return
        if record is None or not record.conflicts or not state.alone:
            self.dismiss(None)
            return
        self.set_focus(self.query_one("#text"))
        self.run_worker(self._look_up(), exclusive=True, group="versions")

    async def _look_up(self) -> None:
        found = await self.services.session.ask(lambda nb: nb.read.conflicts(self._identity))
        if found and has_widgets(self) and not self.over:
            if not self._found or found[0] != self._found[0]:
                self._at = 1
            self._found = found
            self._fill()

    def _fill(self) -> None:
        state, rows = self.state, self.query_one("#text", ReadingRows)
        record = state.records.get(self._identity) if state is not None else None
        if state is None or record is None or not self._found:
            return
        conflict = self._found[0]
        made = version_rows(
            record, conflict, self._at, len(self._found) - 1, state, rows.room, both=self._are_texts(conflict)
        )
        rows.show_text(made, f"{conflict.field} {self._at}", at=KEEP)

    def _are_texts(self, conflict: Conflict) -> bool:
        """Whether the two versions can be combined: only texts, not a date, a choice or a link."""
        record = self.state.records.get(self._identity) if self.state is not None else None
        spec = record.fields.get(conflict.field.partition(".")[0]) if record is not None else None
        plain = spec is None or "." in conflict.field or spec.sort == "text"
        return plain and all(isinstance(version.value, str) for version in self._shown_versions(conflict))

    def _shown_versions(self, conflict: Conflict) -> tuple[Version, Version]:
        return (conflict.versions[0], conflict.versions[self._at])

    def current_context(self) -> ActionContext:
        """Return the context of the keys, with the choice under the cursor."""
        return super().current_context()._replace(row=self.query_one("#text", ReadingRows).key)

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Make the choice under the cursor."""
        key = self.query_one("#text", ReadingRows).key
        if not self._found or not key:
            return
        conflict = self._found[0]
        shown, other = self._shown_versions(conflict)
        if key == NEXT:
            self._at = self._at % (len(conflict.versions) - 1) + 1
            self._fill()
        elif key == BOTH:
            self._make_one(conflict)
        elif key in (KEEP, OTHER):
            chosen = shown if key == KEEP else other
            self._choose(conflict.field, chosen, (*shown.ids, *other.ids))

    def _choose(self, field: str, version: Version, seen: tuple[str, ...]) -> None:
        """Keep one of the versions shown, whose ids are `seen`; it replaces only those."""
        _, identity = self.words, self._identity
        message = _("This version stays. Press {undo} to have both again.").format(**self.services.state.keys)
        self.services.session.save_soon(
            lambda nb: saved_message(nb.write.choose(identity, field, version, seen), message, _)
        )

    def _make_one(self, conflict: Conflict) -> None:
        """Open a form with both texts in one box; saving it replaces the versions that the form shows."""
        state = self.state
        record = state.records.get(self._identity) if state is not None else None
        if record is not None and state is not None:
            entry, seen = self.services.navigator.to_change(record).asked(""), state.seen(record.id)
            one, other = (str(version.value) for version in self._shown_versions(conflict))
            made = both_in_one(entry.text(conflict.field) or one, other)
            field = {conflict.field: tuple(seen[conflict.field])} if conflict.field in seen else {}
            entry = entry._replace(seen={**entry.seen, **field})
            self.services.navigator.open_entry(entry.with_text(conflict.field, made), at=conflict.field)
