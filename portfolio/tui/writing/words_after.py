"""Words typed on after a text was saved: kept as a draft at once, and offered back to the user."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from textual import events
from textual.screen import ModalScreen

from portfolio.capture.entry import ANSWER, Entry
from portfolio.sanitise import clean_line
from portfolio.tui.shell.flow import start_flow
from portfolio.tui.shell.screen import BaseScreen
from portfolio.tui.writing.screen import WritingScreen

if TYPE_CHECKING:
    from textual.app import App

    from portfolio.notebook import Notebook
    from portfolio.tui.dialogs.typed_on import TypedOnScreen
    from portfolio.tui.services.drafts import SavedText
    from portfolio.tui.services.held_words import Held
    from portfolio.tui.services.services import Services

SHOWN: Final = 160
"""Characters of the words that are shown while they are typed."""
_TEXT: Final = f"{ANSWER}text"


class WordsAfter:
    """Listener of the key queue: handles words that were typed where nothing takes text."""

    def __init__(self, app: App[int]) -> None:
        """`app` must have its services by the time of the first key."""
        self._app = app
        self._name = ""
        """Name of the draft that holds the words."""

    @property
    def _services(self) -> Services:
        from portfolio.tui.services.services import services_of

        return services_of(self._app)

    def hide_key(self) -> str:
        """Return the key that hides everything."""
        return self._services.preferences.keys.first("hide")

    def hand_came(self) -> None:
        """Record the state on screen as what this key or click, and the answers that follow, are about."""
        screen = self._app.screen_stack[-1] if self._app.screen_stack else None
        if isinstance(screen, BaseScreen) and screen.state is not None and screen.SHOWS_RECORDS:
            self._services.session.hand_came(screen.state.shown)

    def key_comes(self, key: str) -> None:
        """Remove the last message when the key does something."""
        screen = self._app.screen
        chain = screen._modal_binding_chain  # noqa: SLF001 - `active_bindings` computes each: too slow for every key
        bound = any(key in bindings.key_to_bindings for _node, bindings in chain)
        if bound or isinstance(screen, ModalScreen) or getattr(screen, "takes_words", False):
            self._services.status.done_with()
        self.let_answers_go()

    def let_answers_go(self) -> None:
        """Discard the drafts of submitted answers when no screen of their question is open any more."""
        answers, session = self._services.drafts.answers, self._services.session
        open_now = self._app.screen_stack if answers.waiting else []
        if open_now and isinstance(open_now[-1], WritingScreen):
            gone = answers.let_go()
        elif len(open_now) == 1:
            gone = answers.waiting
            if answers.end_flow():
                self._app.run_worker(self._show_drafts(), group="acts")
        else:
            return
        left = tuple(each for each in session.state.unfinished if each.name not in gone)
        session.state = session.state._replace(unfinished=left)

    async def _show_drafts(self) -> None:
        await self._services.worker.drafts_written()
        await self._services.session.refresh()

    def text_closed(self, screen: object, *, saved: bool) -> None:
        """Forget the last saved text when another text closes without being saved."""
        from portfolio.tui.dialogs.typed_on import TypedOnScreen

        if not saved and getattr(screen, "takes_words", False) and not isinstance(screen, TypedOnScreen):
            self._services.drafts.saved_text = None

    def words_held(self, words: str) -> None:
        """Show the words and keep them as a draft."""
        status, _ = self._services.status, self._services.state.words
        if len(words.strip()) > 1:
            shown = " ".join(clean_line(words).split())[-SHOWN:]
            status.say(_("Keep typing: “{words}”").format(words=shown), "accent")
            self.keep(words)
        elif self._name and not words:
            status.say("")

    def keep(self, words: str) -> str:
        """Keep the words as a draft and return its name."""
        self._name = self._name or f"note-{datetime.now(UTC).isoformat()}"
        self._services.drafts.writer.keep(self._as_note(words, self._name))
        return self._name

    def _as_note(self, words: str, name: str) -> Entry:
        return Entry(name, "reflection", self._services.state.today, {_TEXT: words}, "note")

    def offer_words(self, held: Held) -> None:
        """Ask what to do with the words, which stay a draft until there is an answer."""
        from portfolio.tui.dialogs import typed_on
        from portfolio.tui.keymap import table

        services, saved = self._services, self._services.drafts.saved_text
        _, where = services.state.words, getattr(self._app.screen, "WHERE", "")
        keys, name = services.preferences.keys.of, self.keep(held.words)
        answers = [(typed_on.ADD, _("Add it to what you just saved"))] if saved is not None and saved.key else []
        answers += [(typed_on.NOTE, _("Keep it as a note")), (typed_on.DROP, _("Discard it"))]
        meant = next((a for a in table.at(where) if len(held.keys) == 1 and held.keys[0] in keys[a.id]), None)
        if meant is not None:
            answers.append((typed_on.KEY, _("I meant the key: {action}").format(action=_.context(*meant.label))))
        question = typed_on.TypedOnScreen(held.words, answers, _, self.keep)
        start_flow(self._app, self._ask, question, name, held, saved)

    async def _ask(self, question: TypedOnScreen, name: str, held: Held, saved: SavedText | None) -> None:
        """Ask what to do with the draft `name`; `saved` is the text that the words can be added to."""
        from portfolio.tui.dialogs import typed_on

        answer: str | None = await self._app.push_screen_wait(question)
        self._name = ""  # the next held words become another draft
        drafts, entry = self._services.drafts, self._as_note(question.held, name)
        if answer == typed_on.ADD and saved is not None:
            await self._add(saved, entry)
        elif answer == typed_on.NOTE:
            await drafts.save(entry, _TEXT)
        elif answer is None:
            drafts.leave(entry)
        else:
            drafts.discard(name)
        if answer == typed_on.KEY:
            self._app.post_message(events.Key(held.keys[0], None))

    async def _add(self, saved: SavedText, words: Entry) -> None:
        """Add the words to the text that was saved; save them as a note when that is gone."""
        from portfolio.notebook.entries import of_record

        def found(nb: Notebook) -> Entry | None:
            if not nb.read.knows(saved.record):
                return None
            record = nb.read.record(saved.record)
            entry = of_record(record, nb.read.seen(record.id))._replace(name=words.name)
            before, more = entry.text(saved.key).rstrip(), words.text(_TEXT)
            if saved.key in ("title", "name"):
                more = " ".join(more.split())
            between = "\n" if "\n" in more else " "
            return entry.with_text(saved.key, f"{before}{between if before else ''}{more}")

        added: Entry | None = await self._services.session.ask(found)
        await self._services.drafts.save(added or words, saved.key if added else _TEXT)
