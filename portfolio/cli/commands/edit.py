"""`leerreis edit ID`: change fields from the line, or the whole record in the user's own editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from portfolio.cli.arguments import HELP, Parser
from portfolio.cli.awaited_yes import say_what_waits
from portfolio.cli.bad_arguments import BadArguments
from portfolio.cli.context import Context
from portfolio.cli.fields import add_field_options, texts_of
from portfolio.errors import PortfolioError
from portfolio.notebook.lookup import DeletedRecord, UnknownRecord
from portfolio.notebook.unfinished import has_draft
from portfolio.records.problems import brief
from portfolio.sanitise import clean_line
from portfolio.wording import N_
from portfolio.wording.names import field_label

if TYPE_CHECKING:
    from portfolio.capture.batch import Batch
    from portfolio.cli.editor import Shown
    from portfolio.notebook import Notebook, Stored
    from portfolio.own_editor import Left, Page
    from portfolio.records.record import Record


def run(_name: str, arguments: list[str], context: Context) -> int:
    """Save the given fields; a list is replaced as a whole, an empty text clears a field."""
    _ = context.words
    about = _("Change a record; without a field it opens in your editor.")
    fields = _("A list is replaced whole, an empty text clears a field. All fields: leerreis edit ID --help")
    first = Parser("edit", f"{about}\n{fields}")
    first.add_argument("id", metavar="ID", help=_("an id, its last six characters or more, or an exact title"))
    if arguments and arguments[0].startswith("-") and arguments[0] not in HELP:
        message = N_("The record comes first: leerreis edit ID --FIELD VALUE")
        raise BadArguments(message, "leerreis edit")
    if not arguments or arguments[0] in HELP:
        first.parse_args(arguments)
    notebook = context.existing()
    record = _record(notebook, arguments, context)
    if has_draft(context.locations, record.id):
        context.say(_("The app has an unsaved draft of this. It stays there; open it in the app to go on with it."))
    texts = _texts(record.kind, arguments, context)
    batch = notebook.batch(record)
    if texts:
        batch.edit_typed(record.id, record.kind, texts)
    else:
        return _in_editor(record, batch, context)
    context.say_computed(batch)
    status = _saved(notebook.write.save(batch), context)
    if texts.keys() & {"shareable", "permission"}:
        say_what_waits([record.id], context)
    _name_other_versions(record, context)
    return status


def _name_other_versions(before: Record, context: Context) -> None:
    """Name the versions that this edit replaced without showing them; undo brings them back."""
    _ = context.words
    after = context.notebook.read.records.get(before.id)
    for name, others in before.conflicts.items():
        if after is None or name in after.conflicts:
            continue
        field = field_label(name.partition(".")[0], _, kind=before.kind)
        for words in others:
            message = _("Another version of “{field}” was replaced too: “{words}”. Bring it back with: leerreis undo")
            context.say(message.format(field=field, words=" ".join(clean_line(str(words)).split())))


def _record(notebook: Notebook, arguments: Sequence[str], context: Context) -> Record:
    """The record to change. Raises PortfolioError; text for a record that was purged meanwhile is kept as a draft."""
    try:
        return notebook.read.to_edit(arguments[0])
    except UnknownRecord as unknown:
        in_bin = isinstance(unknown, DeletedRecord) and unknown.record is not None
        before = None if in_bin else notebook.read.lost(arguments[0])
        if before is None:
            raise
        texts = _texts(before.kind, arguments, context)
        if not texts:
            raise DeletedRecord(arguments[0]) from unknown
        from portfolio.cli.stdin_words import kept_as_draft

        with kept_as_draft(before.kind, texts, context):
            raise DeletedRecord(arguments[0]) from unknown


def _texts(kind: str, arguments: Sequence[str], context: Context) -> dict[str, list[str]]:
    """The fields given on the line."""
    name = f'"{brief(arguments[0])}"' if " " in arguments[0] else brief(arguments[0])
    parser = Parser(f"edit {name}", context.words("Change a record; without a field it opens in your editor."))
    add_field_options(parser, kind, arguments[1:], context.words, new=False)
    return texts_of(parser.parse_args(arguments[1:]), kind)


def _in_editor(record: Record, batch: Batch, context: Context) -> int:
    """Edit the texts of a record on a page, which stays until its text is saved.

    A page that was kept earlier is continued, on top of the versions read then: what arrived since stays beside it.
    """
    from portfolio import own_editor
    from portfolio.cli.editor import changes_on

    _ = context.words
    page = own_editor.Page(context.locations.pages_folder, f"{record.kind}-{record.id}", f"{record.kind}.md")
    given, seen = _laid_out(page, record, context)
    left = _edited(page, context, fresh=not seen.earlier)
    try:
        changes = changes_on(left.text, given)
        if changes:
            batch.edit(record.id, record.kind, changes)
            status = _saved(context.notebook.write.save(batch, seen=seen.versions), context)
            page.forget()
            return status
    except PortfolioError:
        message = _("What you typed is kept in {path}. Edit the record again to continue with it.")
        context.say(message.format(path=page.path))
        raise
    context.say(_("Nothing was changed."))
    if left.at_once:
        context.say(_(own_editor.CAME_BACK).format(path=page.path))
    else:
        page.forget()
    return 0


class Seen(NamedTuple):
    """The versions that a page was made from."""

    versions: Mapping[str, Iterable[str]]
    earlier: bool
    """Whether the page was kept by an earlier edit."""


def _laid_out(page: Page, record: Record, context: Context) -> tuple[Shown, Seen]:
    """Make or find the page of this record. Raises NoEditor."""
    from portfolio.cli.editor import Shown, page_of, shown
    from portfolio.own_editor import RECORD, NoEditor

    given, versions = shown(record), context.notebook.read.seen(record.id)
    if page.is_kept:
        context.say(context.words("Continuing with the page that was kept in {path}.").format(path=page.path))
        about = page.about()
        with suppress(KeyError, TypeError, AttributeError):  # damaged: the page is compared with the current record
            given = Shown(about["texts"], {name: tuple(each) for name, each in about["others"].items()})
            versions = {name: tuple(each) for name, each in about["seen"].items()}
        return given, Seen(versions, True)
    about = {RECORD: record.id, "seen": {name: list(each) for name, each in versions.items()}}
    try:
        page.make(page_of(record, given, context.words), {**about, **given._asdict()})
    except OSError as problem:
        raise NoEditor(N_("There is no space on this disk for the page to edit; nothing was changed.")) from problem
    return given, Seen(versions, False)


def _edited(page: Page, context: Context, *, fresh: bool) -> Left:
    """What the editor left. Raises NoEditor when it did not end well; a page with text on it stays."""
    from portfolio.own_editor import NoEditor, edit

    try:
        left = edit(page, context.environment, at_terminal=context.streams.stdin.isatty())
        trouble = left.trouble(page)
    except NoEditor:
        if fresh and not page.has_more:
            page.forget()
        raise
    if trouble is None:
        return left
    if fresh and not left.touched:
        page.forget()
    raise trouble


def _saved(stored: Stored, context: Context) -> int:
    for notice in stored.notices:
        context.say(notice.sentence(context.words))
    return 0
