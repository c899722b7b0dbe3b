"""The state that the screens show, and all requests to the notebook.

The session holds one `AppState` and asks the notebook for a new one after each change. A request that fails is reported
once for as long as it keeps failing, and never stops the app.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from portfolio.errors import PortfolioError
from portfolio.records.collection import Records
from portfolio.records.reflections import Reflection
from portfolio.tui.services.state import AppState, Asks, NextActs, Taken, nothing_seen
from portfolio.tui.services.status import Status, StatusMessage, saved_message
from portfolio.wording import Words

if TYPE_CHECKING:
    from portfolio.journey.prompts.nudges import Nudge
    from portfolio.journey.prompts.proposals import Proposal
    from portfolio.journey.sharing.share import Shared
    from portfolio.notebook import Notebook
    from portfolio.notebook.export_request import ExportRequest
    from portfolio.notebook.history import Direction
    from portfolio.notebook.reports import Arrival, State
    from portfolio.tui.services.answer_drafts import AnswerDrafts
    from portfolio.tui.services.draft_writer import DraftWriter
    from portfolio.tui.services.flow_gate import Holds
    from portfolio.tui.services.notebook_worker import NotebookWorker

T = TypeVar("T")

LATELY: Final = timedelta(days=120)
"""How far back Today looks; `journey.prompts.nudges` looks no further."""
ENOUGH: Final = 20
"""Number of reflections that is enough for Today."""


class Spawn(Protocol):
    """Runs a coroutine beside the screen; with `exclusive` it cancels the others of its group.

    Until it ends it holds back every key, or only those in `holds`.
    """

    def __call__(
        self,
        work: Coroutine[Any, Any, Any] | Awaitable[Any],
        *,
        group: str = "default",
        exclusive: bool = False,
        exit_on_error: bool = True,
        holds: Holds = "keys",
    ) -> object:
        """Start the coroutine."""


class Session:
    """Holds the state that the screens show, asks and changes the notebook, and handles Over the shoulder."""

    def __init__(
        self,
        worker: NotebookWorker,
        status: Status,
        state: AppState,
        writer: DraftWriter,
        answers: AnswerDrafts,
        spawn: Spawn,
        changed: Callable[[AppState], None],
    ) -> None:
        """`changed` gives every new state to the screen on top."""
        self._worker, self._status, self._spawn, self._changed = worker, status, spawn, changed
        self._writer, self._answers = writer, answers
        self._state = state
        self.looked_on = False
        """Whether Over the shoulder is on, from the key press; the matching state may still be on its way."""
        self.asked_to_see_all = False
        """Whether the last key was a first request to leave Over the shoulder."""
        self.landed = ""
        """The id of the record that was written last: lists move their cursor to it once."""
        self.requests: dict[str, ExportRequest] = {}
        """The choices for the document of each conversation, kept while the app is open."""
        self.taken: frozenset[Taken] = frozenset()
        """The steps of a preparation that were taken and leave nothing in a record, kept while the app is open."""
        self._before_the_hand: State | None = None
        """What the screen showed at the last key or click on a screen with records."""
        self._unanswered: StatusMessage | None = None
        """The message about the failing disk; None when requests succeed."""

    @property
    def state(self) -> AppState:
        """The state that the screens show now."""
        return self._state

    @state.setter
    def state(self, state: AppState) -> None:
        self._state = state
        self._changed(state)

    def hand_came(self, shown: State | None) -> None:
        """Record what is `shown` when a key or click is about to be handled.

        Changes that arrive while a dialog is open were not visible when it was opened. A form keeps its own record of
        this.
        """
        self._before_the_hand = shown

    @property
    def shown(self) -> State | None:
        """What was shown before the coming change: the only content that it may replace."""
        return self._state.shown if self._before_the_hand is None else self._before_the_hand

    @property
    def unanswered(self) -> bool:
        """Whether the last request failed."""
        return self._unanswered is not None

    async def ask(self, work: Callable[[Notebook], T]) -> T | None:
        """Return the notebook's answer; None, after showing why, when it has none.

        Also None when Over the shoulder was switched meanwhile: the answer was for other eyes.
        """
        looked_on = self.looked_on
        answer = await self._answer(work)
        return answer if looked_on == self.looked_on else None

    async def _answer(self, work: Callable[[Notebook], T]) -> T | None:
        try:
            answer = await self._worker.ask(work)
        except PortfolioError as failure:
            sentence = failure.sentence(self._state.words)
            if self._unanswered is None or self._unanswered.text != sentence:
                self._status.say(sentence, "wrong")
                self._unanswered = self._status.lasting = self._status.message
            return None
        if self._unanswered is not None:
            self._status.clear(self._unanswered)
            self._unanswered = self._status.lasting = None
        return answer

    async def save(self, work: Callable[[Notebook], StatusMessage]) -> bool:
        """Change the notebook, show the message and the new state. False when it failed.

        `work` leaves alone whatever arrives in the file before it runs, since that was not on the screen.
        """
        shown, answers = self.shown, self._answers.waiting

        def do(nb: Notebook) -> StatusMessage:
            if shown is not None:
                nb.read.shows(shown)
            done = work(nb)
            self._answers.stored(answers)
            return done

        try:
            message = await self._worker.ask(do)
        except PortfolioError as failure:
            _ = self._state.words
            private = _("Your last action failed.")  # the reason may name private things
            why = private if self.looked_on else failure.sentence(_)
            if self._answers.stay(answers):
                await self._worker.drafts_written()  # what is typed last may still be in line
                await self.refresh()
                draft = _("What you wrote is kept as a draft; you'll find it on Today.")
                why = f"{why} {draft}"
            self._status.say(why, "wrong")
            return False
        self.landed = message.landed or self.landed
        await self.refresh()
        self.tell(message)
        return True

    def take_landed(self) -> str | None:
        """Return the id of the record that was written last, once: lists move their cursor to it."""
        landed, self.landed = self.landed, ""
        self._status.brought_to = landed or self._status.brought_to
        return landed or None

    def save_soon(self, work: Callable[[Notebook], StatusMessage]) -> None:
        """Change the notebook in a worker, after the earlier requests."""
        self._spawn(self.save(work), group="acts")

    def take_step(self, step: Taken) -> None:
        """Keep that a step of a preparation was taken, and show it."""
        if step not in self.taken:
            self.taken |= {step}
            self.state = self._state._replace(taken=self.taken)

    def discuss(self, conversation: str, points: frozenset[str]) -> None:
        """Keep which points of a conversation were discussed, and show it."""
        self.state = self._state._replace(talked_about={**self._state.talked_about, conversation: points})

    def undo(self, direction: Direction = "undo") -> None:
        """Undo or redo the last change; the cursor moves to the record concerned."""
        _ = self._state.words

        def work(nb: Notebook) -> StatusMessage:
            done = nb.write.undo() if direction == "undo" else nb.write.redo()
            landed = next((step.record_id for step in done.action.steps), "")
            return saved_message(done, done.sentence(_), _, landed=landed)

        self.save_soon(work)

    def tell(self, message: StatusMessage) -> None:
        """Show the message of an action with news from other computers; nothing of it in Over the shoulder."""
        if self.looked_on:
            return
        if self._state.arrived:
            self._status.message = StatusMessage(f"{message.text} {self.news()}", message.role, until_key=True)
        else:
            self._status.say(message.text, message.role, here=message.here)

    def news(self) -> str:
        """Return the message about changes that came from copies beside the file."""
        _ = self._state.words
        return " ".join(arrival.sentence(_) for arrival in self._state.arrived)

    def turn_over_shoulder(self) -> None:
        """Switch Over the shoulder on; switch it off only at a second press, since v is a letter in many words."""
        if self._state.alone or self.asked_to_see_all:
            self.asked_to_see_all = False
            self.look_over_shoulder(on=self._state.alone)
            return
        self.asked_to_see_all = True
        message = self._state.words("Press {over_shoulder} again to see everything.")
        self._status.say(message.format(**self._state.keys), "muted")

    def look_over_shoulder(self, *, on: bool) -> None:
        """Show only what may be shared, or everything again.

        Nothing private is shown from now on: until the shared state has been read, the screen is empty.
        """
        _, old = self._state.words, self._state
        self.looked_on = on
        self._unanswered = self._status.lasting = None  # report a failing disk again, since the screen is empty
        if on:
            self.state = AppState(
                _,
                old.today,
                Records.of_all(()),
                looked_on=True,
                shown=old.shown,
                keys=old.keys,
                example=old.example,
                read=False,
            )
            message = _("Only what is shareable is on the screen. Press {over_shoulder} twice to see everything.")
            self._status.say(message.format(**old.keys))
        else:
            self._status.say("")
        self._spawn(self.refresh(), group="look")

    async def refresh(self) -> bool:
        """Show the current content of the notebook. False when it cannot be read: the old state stays.

        Language and keys can change meanwhile and are kept. If the day or Over the shoulder changed, the notebook is
        asked again.
        """
        arrived: tuple[Arrival, ...] = ()
        drafts_on_disk = self._writer.on_disk()
        while True:
            over, today = self.looked_on, self._state.today
            state = await self._answer(partial(state_of, today=today, over_shoulder=over))
            if state is None:
                return False
            arrived += state.arrived
            if (over, today) == (self.looked_on, self._state.today):
                break
        old = self._state
        self.state = state._replace(
            words=old.words,
            keys=old.keys,
            taken=self.taken,
            talked_about=old.talked_about,
            arrived=() if over else arrived,
            example=old.example,
        )
        if self._state.arrived:
            self._status.message = StatusMessage(self.news(), "accent", until_key=True)
        if self._state.alone:
            self._writer.looked(drafts_on_disk)
        ahead = self._worker.ask(lambda nb: nb.read.read_ahead())
        self._spawn(ahead, exclusive=True, group="read ahead", exit_on_error=False, holds="nothing")
        return True


def state_of(notebook: Notebook, *, today: date, over_shoulder: bool) -> AppState:
    """Return the state of a notebook; in Over the shoulder only what may be shared, through `shared_of`."""
    from portfolio.notebook import drafts, inbox

    records, shared = notebook.read.records, None
    lately = notebook.read.lately(today - LATELY)
    if over_shoulder:
        shared = shared_of(records, today)
        records = shared.records
    return AppState(
        words=Words("en"),  # the session sets the current language
        today=today,
        records=records,
        recent=recent(lately, records) if shared is None else records.of(Reflection)[::-1],
        shared=shared,
        looked_on=over_shoulder,
        seen=nothing_seen if over_shoulder else notebook.read.seen_now(),
        shown=notebook.read.state,
        unfinished=() if over_shoulder else drafts.load_all(notebook.locations),
        inbox=0 if over_shoulder else inbox.waits(notebook),
        notices=(*notebook.notices, *(() if over_shoulder else notebook.copies.left_beside())),
        arrived=() if over_shoulder else notebook.copies.take_arrived(),
        asks=Asks() if over_shoulder else asks_of(notebook),
        next_acts=NextActs() if over_shoulder else NextActs(*notebook.next_acts()),
        writable=not notebook.read_only,
        worth=None if over_shoulder else worth_a_look(lately, today),
        this_day=() if over_shoulder else notebook.read.on_this_day(today),
        exists=notebook.exists,
    )


def asks_of(notebook: Notebook) -> Asks:
    """Return the questions about the file that only the user can answer."""
    missing = any(notice.kind == "missing" for notice in notebook.notices)
    return Asks(missing, tuple(notebook.copies.others().items()), notebook.waits())


def recent(lately: Records, everything: Records) -> Sequence[Reflection]:
    """Return the newest reflections.

    The whole portfolio, possibly forty years, is decoded only when the recent months hold too few.
    """
    found = lately.of(Reflection)
    return (found if len(found) >= ENOUGH else everything.of(Reflection))[::-1]


def worth_a_look(lately: Records, today: date) -> Nudge | Proposal | None:
    """Return the milestone that could be made, else the one nudge, else None."""
    from portfolio.journey.prompts import nudges, proposals

    return proposals.proposal(lately, today) or nudges.nudge(lately, today)


def shared_of(records: Records, today: date) -> Shared:
    """Return everything that may be shared, of all years."""
    from portfolio.journey.sharing.choice import Choice
    from portfolio.journey.sharing.share import share

    # the first day must not reveal a private one
    days = [today, *(record.date for record in records if record.shareable)]
    return share(records, Choice(since=min(days), until=max(days)), today)
