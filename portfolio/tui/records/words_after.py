"""Words that were typed on after a text was saved: kept as a draft at once, and offered back to who typed them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from portfolio.capture.entry import ANSWER, EXTRA, OWN, Entry

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.tui.services.draft_keeper import WritingKeeping
    from portfolio.tui.services.held_words import Held

_TEXT = f"{ANSWER}text"


class SavedText(NamedTuple):
    """Where the text stands that was saved last."""

    record: str
    key: str
    """The field in which was written last."""


def text_key(writing: Entry, last: str) -> str:
    """The key of the text of a stored record in which a writer wrote last; empty when it is no text."""
    from portfolio.records.kinds import fields

    if last.startswith(OWN):
        return _TEXT
    if last.startswith(ANSWER):
        return last
    spec = fields(writing.kind).get(last)
    return last if last != EXTRA and spec is not None and spec.sort == "text" else ""


def as_note(app: WritingKeeping, words: str, name: str) -> Entry:
    """The words as a note of their own, not saved yet."""
    return Entry(name, "reflection", app.look.today, {_TEXT: words}, "note")


def offer(app: WritingKeeping, held: Held, saved: SavedText | None) -> None:
    """Ask what becomes of the words. They are a draft until there is an answer."""
    from portfolio.tui.dialogs import typed_on
    from portfolio.tui.keymap import table
    from portfolio.tui.keymap.custom import key_of
    from portfolio.tui.services import messages

    _, where, own = app.look.words, getattr(app.screen, "WHERE", ""), app.own_keys()
    name = app.keep_held(held.words)
    answers = [(typed_on.ADD, _("Add it to what you just saved"))] if saved is not None and saved.key else []
    answers += [(typed_on.NOTE, _("Keep it as a note")), (typed_on.DROP, _("Throw it away"))]
    meant = next((a for a in table.at(where) if held.keys == (key_of(a.id, own),)), None)
    if meant is not None:
        answers.append((typed_on.KEY, _("I meant the key: {action}").format(action=_.context(*meant.label))))
    screen = typed_on.TypedOnScreen(held.words, answers, _)

    def answered(answer: str | None) -> None:
        app.holds_nothing()
        writing = as_note(app, screen.held, name)
        if answer == typed_on.ADD and saved is not None:
            app.run_worker(_add(app, saved, writing), group="acts")
        elif answer == typed_on.NOTE:
            app.run_worker(app.save_writing(writing, _TEXT), group="acts")
        elif answer is None:
            app.post_message(messages.LeftForLater(writing))
        else:
            app.post_message(messages.Discarded(name))
        if answer == typed_on.KEY:
            app.press_again(held.keys[0])

    app.push_screen(screen, answered)


async def _add(app: WritingKeeping, saved: SavedText, words: Entry) -> None:
    """Put the words behind the text that was saved; where that is gone they are a note."""
    from portfolio.notebook.entries import of_record

    def found(nb: Notebook) -> Entry | None:
        if not nb.knows(saved.record):
            return None
        record = nb.record(saved.record)
        writing = of_record(record, nb.seen(record.id))._replace(name=words.name)
        before, more = writing.text(saved.key).rstrip(), words.text(_TEXT)
        if saved.key in ("title", "name"):
            more = " ".join(more.split())
        between = "\n" if "\n" in more else " "
        return writing.with_text(saved.key, f"{before}{between if before else ''}{more}")

    added: Entry | None = await app.ask(found)
    await app.save_writing(added or words, saved.key if added else _TEXT)
