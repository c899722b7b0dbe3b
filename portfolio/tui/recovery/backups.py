"""Screen of the backups: when they were made, what restoring one would change, and restoring it after a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from portfolio.notebook.backups import Backup, RestorePlan, backups, go_back, plan
from portfolio.notebook.reports import Snapshot
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.recovery.backups_rows import copy_rows, plan_lines, question
from portfolio.tui.services.state import AppState
from portfolio.tui.services.status import StatusMessage, saved_message
from portfolio.tui.shell.flow import flow
from portfolio.tui.shell.frame import has_widgets
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.text.spans import EMPTY
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import FixedRows, Rows
from portfolio.tui.widgets.two_pane import WIDE
from portfolio.wording.dates import moment

if TYPE_CHECKING:
    from portfolio.notebook import Notebook

_BELOW: Final = 8
"""Lines of the change when it is below the list."""
_LONGEST: Final = 200
"""Lines of the change when it is beside the list, where it can be scrolled."""


class CopiesScreen(BaseScreen[None]):
    """The list of backups, on top of the previous place. It closes in Over the shoulder."""

    WHERE: ClassVar[str] = "copies"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = f"""
    CopiesScreen.-airy #places {{ margin-bottom: 1; }}
    CopiesScreen Container {{ height: 1fr; layout: vertical; }}
    CopiesScreen Container.wide {{ layout: horizontal; }}
    CopiesScreen #copies {{ width: 1fr; }}
    CopiesScreen #change {{ height: {_BELOW + 1}; padding: 0 2 0 3; scrollbar-gutter: stable; }}
    CopiesScreen .ruled {{ border-top: solid $line; }}
    CopiesScreen .wide #change {{ height: 1fr; width: 1fr; padding: 0 2; }}
    CopiesScreen .beside {{ border-left: solid $line; }}
    """

    def __init__(self) -> None:
        """Start without backups or a plan."""
        super().__init__()
        self._found: Sequence[Backup] | None = None
        self._plan: RestorePlan | None = None
        self._planned = ""
        """Id of the backup that the plan is for."""

    def body(self) -> ComposeResult:
        """Lay out the list, with the change beside or below it."""
        with Container():
            yield Rows(id="copies")
            yield Lines(id="change", can_focus=False)

    def show(self, state: AppState) -> None:
        """Read and show the backups; close in Over the shoulder."""
        if not state.alone:
            self.dismiss(None)
            return
        self.query_one(Container).set_class(self._wide, "wide")
        self.query_one("#change").set_class(self._wide, "beside")
        self.query_one("#change").set_class(not self._wide, "ruled")
        self.set_focus(self.query_one("#copies"))
        self._plan, self._planned = None, ""
        self._fill()
        self.call_after_refresh(self._fill)
        self.run_worker(self._look_up(), exclusive=True, group="copies")

    @property
    def _wide(self) -> bool:
        return self.app.size.width >= WIDE

    async def _look_up(self) -> None:
        found = await self.services.session.ask(backups)
        if found is not None:
            self._found = found
            self._fill()
            self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        if self.state is None or not has_widgets(self) or self.over:
            return
        rows = self.query_one("#copies", Rows)
        rows.show_rows(FixedRows(copy_rows(self._found, self.words, rows.room)))
        self._tell()
        self.refresh_bindings()

    @property
    def _chosen(self) -> Snapshot | None:
        key = self.query_one("#copies", Rows).key
        return next((each.snapshot for each in self._found or () if each.snapshot.id == key), None)

    @on(Rows.Reached)
    def _reached(self) -> None:
        chosen = self._chosen
        if chosen is not None and chosen.id != self._planned:
            self._plan, self._planned = None, chosen.id
            self.run_worker(self._work_out(chosen), exclusive=True, group="plan")
        self._tell()
        self.frame.keys_changed()

    async def _work_out(self, chosen: Snapshot) -> None:
        made = await self.services.session.ask(lambda nb: plan(nb, chosen))
        if self._planned == chosen.id and made is not None:
            self._plan = made
            self._tell()
            self.frame.keys_changed()

    def _tell(self) -> None:
        pane = self.query_one("#change", Lines)
        width = pane.scrollable_content_region.width
        if self.state is None or width <= 0:
            return
        height = _LONGEST if self._wide else _BELOW
        made = plan_lines(self._plan, self.state.records, self.words, width, height) if self._chosen else [EMPTY]
        pane.show(made)

    def current_context(self) -> ActionContext:
        """Return the backup under the cursor as the row, when restoring it would change something."""
        now = super().current_context()
        can = now.alone and now.writable and self._plan is not None and bool(self._plan.operations)
        return now._replace(row=self.query_one("#copies", Rows).key if can else "", deeper=True)

    @on(Rows.Clicked)
    @flow
    async def action_open(self) -> None:
        """Restore the backup under the cursor, after a question."""
        _, chosen, made = self.words, self._chosen, self._plan
        if chosen is None or made is None or not self.current_context().row:
            return
        answers = [("no", _("No, leave it as it is")), ("yes", _("Yes, go back to it"))]
        if await self.choose(question(made, _), answers) == "yes":
            self._restore(chosen)

    def _restore(self, chosen: Snapshot) -> None:
        _ = self.words

        def restore(nb: Notebook) -> StatusMessage:
            made, stored = go_back(nb, chosen)
            when = _("Back to the backup of {when}.").format(when=moment(made.at, _)) if made.operations else ""
            return saved_message(stored, " ".join((when, *made.sentences(_))).strip(), _)

        self.services.session.save_soon(restore)

    def action_back(self) -> None:
        """Go back to the previous place."""
        self.dismiss(None)
