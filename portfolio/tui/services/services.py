"""The services that screens can use, with their types, so that no screen imports the app."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.own_templates import OwnTemplate
    from portfolio.records.record import Record
    from portfolio.tui.keymap.conditions import ActionContext
    from portfolio.tui.services.drafts import DraftKeeper
    from portfolio.tui.services.key_queue import KeyQueue
    from portfolio.tui.services.notebook_worker import NotebookWorker
    from portfolio.tui.services.preferences import Preferences
    from portfolio.tui.services.session import Session
    from portfolio.tui.services.shutdown import Shutdown
    from portfolio.tui.services.state import AppState
    from portfolio.tui.services.status import Status


class Navigator(Protocol):
    """Opens screens and starts flows by name. Only the navigator knows their classes."""

    came_from: str
    """The place that the settings lead back to."""

    def place_on_top(self) -> Any:
        """Return the place on top; None while a text or a dialog is open."""

    def go(self, place: str) -> None:
        """Go to a place and close everything on top of it."""

    def go_beside(self, step: int) -> None:
        """Go to the place `step` positions after this one."""

    def show(self, name: str, *given: Any) -> None:
        """Open a screen by its name in the navigator's table."""

    async def ask(self, name: str, *given: Any) -> Any:
        """Open a screen by its name in the navigator's table and wait for what it is dismissed with, in a flow."""

    def start(self, flow: str, *given: Any) -> None:
        """Start the flow of this name in the navigator's table."""

    def open_record(self, identity: str) -> None:
        """Open a record on its own screen, with its related records."""

    def begin_own(self, template: OwnTemplate) -> None:
        """Start an entry that answers the user's own questions; it is saved as a note."""

    def write_new(self, screen: Any, kind: str, template: str = "", given: Mapping[str, str] = {}) -> None:
        """Start a new record of a kind with these field values; some kinds ask a question first."""

    def new_entry(self, kind: str, template: str = "", given: Mapping[str, str] = {}) -> Entry:
        """Return a new, empty entry for a record."""

    def to_change(self, record: Record) -> Entry:
        """Return an entry to edit a record with, filled from its draft when there is one."""

    def begun(self, entry: Entry) -> Entry | None:
        """Return the draft of an entry that exists once: per day, week or quarter, or the profile."""

    def open_entries(self) -> Iterable[Any]:
        """Return every screen that has an entry open."""

    def hand_over(self, context: ActionContext) -> None:
        """Prepare a document for the conversation under the cursor, or else for the next one."""

    def quick_note(self) -> None:
        """Write a note from any place."""

    async def write(self, entry: Entry, at: str = "") -> None:
        """Open an entry where it was left and wait until it closes, in a flow; a form begins in field `at`."""

    def open_entry(self, entry: Entry, at: str = "") -> None:
        """Open an entry where it was left, question by question or as a form."""


class Services(NamedTuple):
    """The services of one app."""

    worker: NotebookWorker
    session: Session
    drafts: DraftKeeper
    preferences: Preferences
    status: Status
    keys: KeyQueue
    navigator: Navigator
    shutdown: Shutdown

    @property
    def state(self) -> AppState:
        """The state that the screens show now."""
        return self.session.state


class HasServices(Protocol):
    """The app, as screens know it."""

    services: Services


def services_of(app: object) -> Services:
    """Return the services of the app that a screen or widget belongs to."""
    return cast("HasServices", app).services
