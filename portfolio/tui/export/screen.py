"""The sharing screen: choose what to include, read the whole document, and save it.

Choices made here are for this document only. What is left out is kept with its conversation; the record itself is
changed only by the key that shares.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import ClassVar, Final, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches

from portfolio.journey.sharing.candidates import waits_for_a_yes
from portfolio.notebook.included import leaves_out_for_care
from portfolio.present.titles import heading
from portfolio.records.feedback import Feedback
from portfolio.records.record import Record
from portfolio.tui.export import head
from portfolio.tui.export.choices import choose, choose_all
from portfolio.tui.export.choose_rows import DONE, WRITE
from portfolio.tui.export.leaks import look_at_leaks
from portfolio.tui.export.panes import DocumentPanes
from portfolio.tui.export.request import RequestWork
from portfolio.tui.export.rows import MORE, READ, SAVE
from portfolio.tui.export.save import ask_and_save
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.records import changes
from portfolio.tui.records.share import make_shareable, set_shareable
from portfolio.tui.services.state import AppState, Taken
from portfolio.tui.shell.flow import flow, start_flow
from portfolio.tui.shell.frame import has_widgets
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.shell.why_not import say_not_now
from portfolio.tui.widgets.bars import MARGIN, Bar
from portfolio.tui.widgets.lines import Lines
from portfolio.tui.widgets.rows import Rows
from portfolio.wording import N_
from portfolio.wording.dates import context

_LABELS: Final = {"list": context("key", "list"), "mend": context("key", "open"), "share": context("key", "share")}

Then = Literal["", "choose", "read", "save"]
"""What a step of the preparation opens: the list of what is in the document, the list of all that can be shared, the
document, or the question where to save it."""


def _choose(screen: SharingScreen) -> None:
    """Take the record in or leave it out, for this conversation only; make it shareable first where it is not.

    What became shareable on this screen becomes private again.
    """
    record = screen.current_context().chosen
    if record is None:
        return
    if record.shareable and record.id in screen.shared_here:
        _take_back(screen, record)
        return
    if record.shareable and not waits_for_a_yes(record):
        screen.work.turn(record)
        return
    if record.id in screen.work.request.left_out:
        screen.work.turn(record)
    start_flow(screen, _share_here, screen, record)


async def _share_here(screen: SharingScreen, record: Record) -> None:
    """Make the record shareable, and remember what became so and the permission that it had."""
    ids = await make_shareable(screen, record)
    if ids:
        screen.shared_here[record.id] = ids, record.permission if isinstance(record, Feedback) else ""


def _take_back(screen: SharingScreen, record: Record) -> None:
    """Make private again exactly what became shareable with this record."""
    ids, permission = screen.shared_here.pop(record.id)
    if isinstance(record, Feedback) and record.permission != permission:
        changes.set_fields(screen.services, record.id, record.kind, {"permission": permission, "shareable": "no"})
    else:
        set_shareable(screen.services, ids, False)


def _share(screen: SharingScreen) -> None:
    """Make the record under the cursor private for good, or shareable."""
    record = screen.current_context().chosen
    if record is None:
        return
    if not record.shareable:
        start_flow(screen, _share_here, screen, record)
        return
    named = " ".join(heading(record, screen.services.state.records, screen.words).split())
    set_shareable(screen.services, (record.id,), False, named)


def _look_how_far(screen: SharingScreen) -> None:
    """Keep that the document was read once its last line was on the screen."""
    if has_widgets(screen) and screen.panes.at_the_end and screen.work.is_current:
        screen.services.session.take_step(Taken("read", screen.work.request.conversation))


def _under_cursor(screen: SharingScreen) -> tuple[bool, bool]:
    """Return whether Enter opens the row under the cursor, and whether its record is shareable or there is none."""
    record = screen.panes.chosen(screen.state)
    return screen.panes.opens(screen.work.draft), record is None or record.shareable is True


class SharingScreen(BaseScreen[None]):
    """The records that can be included, with the document."""

    WHERE: ClassVar[str] = "sharing"
    BINDINGS: ClassVar[list[BindingType]] = [*table.bindings(WHERE)]
    DEFAULT_CSS = """
    SharingScreen #summary { height: auto; padding: 0 2 0 3; }
    """

    def __init__(self, conversation: str = "", then: Then = "") -> None:
        """Start with a portfolio of the last year, for `conversation` or else for the next one, and do `then`."""
        super().__init__()
        self.work: Final = RequestWork(self, conversation, self._show_prepared)
        self.panes: Final = DocumentPanes()
        self.panes.reading, self.panes.choosing = then == "read", then == "choose"
        self.shared_here: Final[dict[str, tuple[tuple[str, ...], str]]] = {}
        """What became shareable on this screen: its id -> the ids that became so with it, and its permission before."""
        self._then = then
        self._looked_on = self._chooses_more = False
        self._labelled = (False, True)
        """What the keys were labelled for: as `_under_cursor`."""

    def body(self) -> ComposeResult:
        """Lay out the choices, the summary, the list and the document."""
        yield Bar(id="chips")
        yield Lines(id="summary", can_focus=False)
        yield self.panes

    def show(self, state: AppState) -> None:
        """Lay out the screen and prepare the document again."""
        if self._looked_on != state.looked_on:  # the summary says how much is private
            self.work.draft = None
        self._looked_on = state.looked_on
        if not state.alone:
            self.panes.choosing = False
        self._lay_out()
        self.work.prepare(state)

    def _show_prepared(self) -> None:
        draft, state = self.work.draft, self.state
        if draft is not None and state is not None and state.alone and not (draft.usual or draft.held):
            self.panes.reading, self.panes.choosing = False, True  # from an empty document nobody can go on
        with suppress(NoMatches):  # the screen may be on its way out
            self._lay_out()
        if self._then == "save" and self.is_current:
            self._then = ""
            self.action_export()

    def _lay_out(self) -> None:
        self.panes.fit()
        size, panes = (self.app.size.width - MARGIN, self.app.size.height), self.panes
        choosing = panes.choosing and not panes.reading
        above = head.Above.of(self.work.draft, self.state, size, reading=panes.reading, choosing=choosing)
        self.query_one("#summary", Lines).show_all(above.summary)
        bar = self.query_one("#chips", Bar)
        bar.display = bool(above.chips)
        bar.show(above.chips)
        self.call_after_refresh(self._fill)
        self.refresh_bindings()

    def _fill(self) -> None:
        ready = has_widgets(self) and self.state is not None and self.work.draft is not None
        landed = self.services.session.take_landed() if ready else None
        draft, document = (self.work.draft, self.work.document) if ready else (None, None)
        self.panes.fill(draft, document, self.state, landed)
        if ready and self.panes.reading:
            self.services.session.take_step(Taken("open", self.work.request.conversation))
            self.call_after_refresh(_look_how_far, self)

    def on_mount(self) -> None:
        """Follow how far the document is read."""
        self.watch(self.panes.document, "scroll_y", partial(_look_how_far, self), init=False)

    def current_context(self) -> ActionContext:
        """Return the context of the keys: the row, and its record if it is shareable and the list has the focus."""
        here = super().current_context()
        return here._replace(
            row=self.panes.rows.key or "document", something=True, chosen=self.panes.chosen(self.state)
        )

    def label(self, binding: Binding) -> str:
        """Label Enter by what it does to the row, and the keys that read and share by what they do here."""
        if binding.id in ("read", "open") and self.panes.reading:
            return _LABELS["list"][1]
        if binding.id == "open" and self.panes.opens(self.work.draft):
            return _LABELS["mend"][1]
        if binding.id == "share" and not _under_cursor(self)[1]:
            return _LABELS["share"][1]
        return super().label(binding)

    @on(Rows.Reached)
    def _reached(self) -> None:
        if _under_cursor(self) != self._labelled:
            self._labelled = _under_cursor(self)
            self.refresh_bindings()

    def action_share(self) -> None:
        """Make the record private again, or shareable; the document is prepared with what is shareable now."""
        _share(self)

    @on(Rows.Clicked)
    def action_open(self) -> None:
        """Take the record in or leave it out, or open it when it must be changed; while choosing, share it or not."""
        key = self.panes.rows.key
        if self.panes.reading or key == READ:
            self.action_read()
        elif key == MORE:
            self.panes.choosing = self._chooses_more = True
            self._lay_out()
        elif key == DONE:
            self.services.session.take_step(Taken("choose", self.work.request.conversation))
            self.panes.choosing = self._chooses_more = False
            self.services.session.landed = READ
            self._lay_out()
        elif key == SAVE:
            self.action_export()
        elif key == WRITE:
            self.services.navigator.go("today")
        elif self.panes.choosing:
            _choose(self)
        elif self.panes.can_mend(self.work.draft):
            self.services.navigator.open_record(key)
        else:
            self.action_mark()

    def action_read(self) -> None:
        """Switch between the list and the document."""
        self.panes.reading = not self.panes.reading
        self._lay_out()

    def action_back(self) -> None:
        """Go back to the list, and from there to the place below; from what can be shared to where one came from."""
        if self.panes.reading:
            self.panes.reading = False
        elif self.panes.choosing and self._chooses_more:
            self.panes.choosing = self._chooses_more = False
        else:
            self.dismiss(None)
            return
        self._lay_out()

    def action_mark(self) -> None:
        """Leave the record out of this document, or include it; the record itself does not change."""
        record = self.current_context().chosen
        if self.panes.choosing:
            _choose(self)
        elif record is not None and not self.current_context().alone:
            say_not_now(self.services)
        elif record is not None:
            self.work.turn(record)

    @flow
    async def action_filter(self) -> None:
        """Show the choices of this document and change them."""
        await choose_all(self, self.work)

    @flow
    async def action_choice(self, choice: str) -> None:
        """Ask about the choice of a chip that was clicked."""
        await choose(self, self.work, choice)

    @flow
    async def action_leaks(self) -> None:
        """Check the document for words that the user may not want to share, place by place."""
        await look_at_leaks(self, self.work)

    def action_export(self) -> None:
        """Ask in which form and where to save the document, and save it."""
        draft, message = self.work.draft, _not_yet(self.work)
        if not self.current_context().alone:
            say_not_now(self.services)
        elif draft is None or message:
            self.services.status.say(self.words(message).format(**self.services.state.keys), "muted")
        else:
            start_flow(self, ask_and_save, self, self.work, self.panes.rows, draft)


def _not_yet(work: RequestWork) -> str:
    """Return why the document cannot be saved now, as an English message id; empty when it can."""
    if work.draft is None or not work.is_current:
        return N_("The document is being prepared. Look at it, then press {export} again.")
    if work.draft.preview.lacks:
        return work.draft.preview.lacks
    if work.draft.going:
        return ""
    if leaves_out_for_care(work.draft):
        return N_("What you share has no place in a careful document. {filter} includes all sections.")
    return N_("Nothing is included yet. Enter puts a tick before what you want to hand over.")
