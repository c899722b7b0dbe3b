"""Base classes of the screens: `OwnScreen` for all of them, `BaseScreen` for those with place bar and key bar.

Bindings are made when a class is defined, before a language is chosen; their labels are translated when they are shown.
A screen lays out widgets and handles keys; other modules make the rows that it shows, and `services` saves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol, TypeVar, runtime_checkable

from textual import events, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import TextArea
from textual.worker import Worker

from portfolio.records.goals import Step
from portfolio.tui.keymap import table
from portfolio.tui.keymap.conditions import ActionContext
from portfolio.tui.keymap.places import EVERYWHERE
from portfolio.tui.services.flow_gate import Holds
from portfolio.tui.services.services import services_of
from portfolio.tui.services.state import AppState
from portfolio.tui.services.status import StatusMessage
from portfolio.tui.shell.frame import Frame, has_widgets
from portfolio.tui.shell.why_not import say_why_not
from portfolio.tui.widgets.bars import MARGIN, Bar, StatusLine
from portfolio.tui.widgets.rows import Rows
from portfolio.wording import Words
from portfolio.wording.dates import context

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from portfolio.tui.services.services import Services

_TICK_OFF: Final = context("key", "tick off")
_AIRY: Final = 16
"""Rows from which the place bar has a blank line below it."""
Result = TypeVar("Result")
Answer = TypeVar("Answer")
Key = TypeVar("Key", bound=str)


@runtime_checkable
class HasCursor(Protocol):
    """Protocol of a widget with a cursor, on the row that actions apply to."""

    def in_context(self, context: ActionContext) -> ActionContext:
        """Return the context, completed with the row and record under the cursor."""


def _label(binding: Binding, context: Callable[[], ActionContext]) -> str:
    """Return the label of a key where nothing else is labelled: a step has one status to change."""
    if binding.id == "state" and isinstance(context().chosen, Step):
        return _TICK_OFF[1]
    return binding.description


class OwnScreen(Screen[Result]):
    """Base of every screen: gives access to the services, asks in dialogs, and closes only once.

    Keys can arrive faster than a screen closes: the keys that it gets after its end have no effect.
    """

    over: bool = False
    """Whether the screen has been dismissed: it has given its result, and is closing."""
    is_open: bool = False
    """Whether the screen is mounted and can take keys."""
    asked_by: Worker[Any] | None = None
    """The flow that awaits the result of this screen."""
    saved: bool = False
    """Whether it closes because its text has been saved."""
    seeks: bool = False
    """Whether text typed here is a search, which is not kept."""
    _closes_later: bool = False
    _result: Result | None = None

    @property
    def services(self) -> Services:
        """The services of the app."""
        return services_of(self.app)

    @property
    def words(self) -> Words:
        """The translator of the current language."""
        return self.services.state.words

    def on_mount(self) -> None:
        """Release the keys that waited for this screen, once it has been mounted."""
        self.is_open = True
        self.app.call_later(self.services.keys.give)

    @property
    def takes_words(self) -> bool:
        """Whether keys type text to keep; if the screen closes meanwhile, the next keys must not run as commands."""
        return not self.seeks and isinstance(self.focused, TextArea)

    def run_worker(self, work: Any, *args: Any, holds: Holds = "keys", **more: Any) -> Worker[Any]:
        """Run a worker; until it ends it holds back the keys in `holds`, by default all of them."""
        return self.services.keys.held_by(super().run_worker(work, *args, **more), holds)

    async def ask(self, dialog: Screen[Answer]) -> Answer | None:
        """Open a dialog and return its answer; None when the user goes back. Only in a flow."""
        return await self.app.push_screen_wait(dialog)

    async def choose(self, question: str, answers: Sequence[tuple[Key, str]], *, at: str | None = None) -> Key | None:
        """Ask for one of a few answers, each a key and a label, and return its key; None when the user goes back.

        Only in a flow. The cursor starts at the answer with the key `at`, which applies now; by default at the first
        answer, which must be the safe one.
        """
        answer: Key | None = await self.services.navigator.ask("choose", question, answers, at)
        return answer

    def on_worker_state_changed(self) -> None:
        """Release the keys that waited for a worker, when it has ended."""
        self.app.call_later(self.services.keys.give)

    def gather(self) -> None:
        """Take the text of the boxes before the app closes; screens that keep text override this."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with this result; a second call has no effect."""
        if self.over:
            return AwaitComplete()
        self.over = True
        if self.asked_by is not None:
            self.services.keys.gate.answered(self.asked_by)
        self.services.keys.text_closed(self, saved=self.saved)
        if self.app.screen is not self:  # it closes when the screens on top of it have closed
            self._closes_later, self._result = True, result
            return AwaitComplete()
        return super().dismiss(result)

    def on_screen_resume(self) -> None:
        """Close if it was dismissed under another screen; release the keys pressed while that screen closed."""
        self.app.call_later(self.services.keys.came_back)
        if self._closes_later:
            self._closes_later = False
            super().dismiss(self._result)

    def finish(self, work: Callable[[], object], result: Result | None = None) -> None:
        """Call `work` and close; a second call has no effect."""
        if not self.over:
            work()
            self.dismiss(result)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable every action after the screen has been dismissed."""
        return False if self.over else super().check_action(action, parameters)


class BaseScreen(OwnScreen[Result]):
    """Base of the screens with place bar and key bar.

    A subclass sets its id in `WHERE`, yields widgets in `body` and fills them in `show`. The focused widget adds the
    row under its cursor to the context (`in_context`) and runs the actions on a record.
    """

    WHERE: ClassVar[str] = ""
    """The id of the screen in the table of actions."""

    SHOWS_RECORDS: ClassVar[bool] = True
    """Whether it always shows the current records; a form shows its record as it was when the form opened."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (_AIRY, "-airy")]  # noqa: RUF012 - Textual declares it so
    """Classes by height: `-airy` where there is room for a blank line below the place bar."""

    state: reactive[AppState | None] = reactive(None, init=False)
    """The state that is shown, set by the app; None before the screen is mounted."""

    def __init__(self) -> None:
        """Start without a state."""
        super().__init__()
        self.frame = Frame(self, self.WHERE, lambda: self.state, self.current_context, self.label)

    @property
    def is_place(self) -> bool:
        """Whether the actions of every place are available here: not while a text is open."""
        return self.WHERE in EVERYWHERE

    def compose(self) -> ComposeResult:
        """Lay out the body between place bar, message line and key bar."""
        yield Bar(id="places", margin=MARGIN - 1)
        yield from self.body()
        yield StatusLine()
        yield Bar(id="keys")

    def body(self) -> ComposeResult:
        """Yield the widgets between the bars."""
        raise NotImplementedError

    def show(self, state: AppState) -> None:
        """Show a state at the current size of the screen."""
        raise NotImplementedError

    def come_home(self) -> None:
        """Return to the first view of the place; called when the key of the place is pressed."""

    def current_context(self) -> ActionContext:
        """Return the context that decides which actions are available now."""
        state = self.state
        if state is None:
            return ActionContext()
        undo, redo = state.next_acts
        context = ActionContext(
            alone=state.alone,
            writable=state.writable,
            something=state.exists,
            undoable=undo is not None,
            redoable=redo is not None,
            deeper=self.WHERE not in table.PLACE_IDS,
        )
        return self.focused.in_context(context) if isinstance(self.focused, HasCursor) else context

    def label(self, binding: Binding) -> str:
        """Return the current label of a key: an English message id with context "key"."""
        return _label(binding, self.current_context)

    def can(self, action: str) -> bool:
        """Return whether this action of the table is available here and now."""
        return table.find(action, self.WHERE) is not None and bool(self.check_action(action, ()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action is available: the table decides, for keys, key bar and palette alike."""
        row = table.find(action, self.WHERE)
        if row is None or self.over:
            return super().check_action(action, parameters)
        context = self.current_context()
        return any(r.available(context) for r in table.at(self.WHERE) if r.id == action)

    async def run_action(self, action: str, namespaces: Mapping[str, DOMNode] | None = None) -> None:
        """Run an action on the focused widget, else on the nearest of its ancestors that has it, up to the app."""
        row = table.find(action, self.WHERE)
        action = row.call if row is not None and row.of_record else action
        for node in (self.focused or self).ancestors_with_self:
            if await self.app.run_action(action, node, namespaces):
                return

    def action_back(self) -> None:
        """Close the screen: return to the one below it."""
        self.dismiss(None)

    def on_mount(self) -> None:
        """Show the state; repaint the key bar when the bindings change."""
        self.bindings_updated_signal.subscribe(self, lambda _screen: self.frame.show())
        self.state = self.services.state

    def on_screen_resume(self) -> None:
        """Show the state and message that changed while another screen was on top."""
        self.state = self.services.state
        self.say(self.services.status.message)

    def on_key(self, event: events.Key) -> None:
        """Remove a message that waited for a key; show why a key without effect has none."""
        if self.is_place:
            say_why_not(self.services, self.WHERE, self.current_context(), event.key)
        self.services.status.key_came()

    @on(Rows.Reached)
    def cursor_came(self) -> None:
        """Remove a message about another row and update the keys: the cursor or the rows have changed."""
        if has_widgets(self):
            self.services.status.cursor_came(self.current_context().row)
            self.frame.keys_changed()

    def on_resize(self) -> None:
        """Show the state at the new size."""
        if self.state is not None:
            self.watch_state(self.state)

    def watch_state(self, state: AppState | None) -> None:
        """Show the new state and repaint the bars."""
        if state is not None and has_widgets(self):
            self.show(state)
            self.frame.show()

    def say(self, message: StatusMessage) -> None:
        """Show a message in the line above the key bar; without one a place shows what holds all the time."""
        if has_widgets(self):
            nothing = self.is_place and not message.text
            self.query_one(StatusLine).say(self.services.status.idle() if nothing else message)
            self.services.status.shown_at(self.current_context().row)
