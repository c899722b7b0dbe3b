"""What a screen can ask of the app, by type: no screen imports the app."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from portfolio.capture.entry import Entry
    from portfolio.own_templates import OwnTemplate
    from portfolio.records.record import Record
    from portfolio.tui.services.drafts import DraftKeeper
    from portfolio.tui.services.key_queue import KeyQueue
    from portfolio.tui.services.notebook_worker import NotebookWorker
    from portfolio.tui.services.preferences import Preferences
    from portfolio.tui.services.session import Session
    from portfolio.tui.services.shutdown import Shutdown
    from portfolio.tui.services.state import AppState
    from portfolio.tui.services.status import Status


class Navigator(Protocol):
    """Opens screens and begins flows by name. Only the navigator knows which class shows what."""

    came_from: str
    """The place to which the settings lead back."""

    def place_on_top(self) -> Any:
        """The place on top; None where a text is open or a question is asked."""

    def go(self, place: str) -> None:
        """To a place, as it is: what was opened on top of it is closed."""

    def go_beside(self, step: int) -> None:
        """To the place `step` further than this one."""

    def show(self, name: str, *given: Any) -> None:
        """Open a screen by its name in the navigator's table."""

    async def ask(self, name: str, *given: Any) -> Any:
        """Open a screen by its name in the navigator's table and wait for what it is dismissed with, in a flow."""

    def start(self, flow: str, *given: Any) -> None:
        """Start the flow of this name in the navigator's table."""

    def open_record(self, identity: str) -> None:
        """Show a record on a screen of its own, with what hangs together with it."""

    def begin_own(self, template: OwnTemplate) -> None:
        """Start an entry that answers the user's own questions; it is kept as a note."""

    def write_new(self, screen: Any, kind: str, template: str = "", given: Mapping[str, str] = {}) -> None:
        """Start a new record of a kind with these texts in its fields; for some kinds more is asked first."""

    def new_entry(self, kind: str, template: str = "", given: Mapping[str, str] = {}) -> Entry:
        """A new record that nothing is typed into yet."""

    def to_change(self, record: Record) -> Entry:
        """What a record says, ready to be changed; with the words of its draft where there is one."""

    def begun(self, entry: Entry) -> Entry | None:
        """The draft of something that is written once a day, week or quarter, or once: the profile."""

    def open_entries(self) -> Iterable[Any]:
        """Every screen in which something is being written."""

    def quick_note(self) -> None:
        """Write a note from wherever the user is."""

    async def write(self, entry: Entry, at: str = "") -> None:
        """Open an entry where it was left and wait until it closes, in a flow; a form begins in field `at`."""

    def open_entry(self, entry: Entry, at: str = "") -> None:
        """Open an entry where it was left, question by question or as a form."""


class Services(NamedTuple):
    """The services of the app."""

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
        """What the screens show now."""
        return self.session.state


class HasServices(Protocol):
    """The app, as a screen knows it."""

    services: Services


def services_of(app: object) -> Services:
    """The services of the app that a screen or widget belongs to."""
    return cast("HasServices", app).services
