"""The part of the app that answers facts: something was linked, shared, deleted, exported. It asks the desk, then says
in one sentence what came of it, and sends a new look down.

A sentence about a change can name something private: while someone looks on it is not said.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from portfolio.errors import PortfolioError
from portfolio.sanitise import clean_line
from portfolio.tui.services import messages
from portfolio.tui.services.draft_keeper import WritingKeeping
from portfolio.tui.services.saved_message import saved_message
from portfolio.tui.widgets.bars import StatusMessage

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.tui.app import Start


class RecordKeeping(WritingKeeping):
    """An app that does with the notebook what its screens report."""

    start: Start

    async def act(self, work: Callable[[Notebook], StatusMessage]) -> bool:
        """Ask the desk, say what came of it and look again. False when it could not be done.

        Whatever arrives before the desk comes to it was not on the screen: the act leaves it alone.
        """
        shown = self.shown

        def do(nb: Notebook) -> StatusMessage:
            if shown is not None:
                nb.shows(shown)
            return work(nb)

        try:
            said = await self.desk.ask(do)
        except PortfolioError as failure:
            _ = self.look.words
            private = _("What you did last could not be done.")  # the reason can name what nobody may see now
            self.say(private if self.looked_on else failure.sentence(_), "wrong")
            return False
        self.landed = said.landed or self.landed
        await self.look_again()
        self.tell(said)
        return True

    @on(messages.FieldsChosen)
    def _fields_chosen(self, fact: messages.FieldsChosen) -> None:
        from portfolio.notebook import entries
        from portfolio.notebook.change_names import in_words
        from portfolio.wording.names import capital

        _ = self.look.words

        def save(nb: Notebook) -> StatusMessage:
            drafting = nb.drafting()
            entries.set_fields(drafting, fact.id, fact.kind, fact.texts)
            stored = nb.save(drafting)
            act = nb.next_acts().undo
            said = _("{act}.").format(act=capital(in_words(act, _))) if act is not None else _("Saved.")
            return saved_message(stored, fact.told or said, _, here=True)

        self.run_worker(self.act(save), group="acts")

    @on(messages.RecordAdded)
    def _record_added(self, fact: messages.RecordAdded) -> None:
        _ = self.look.words

        def save(nb: Notebook) -> StatusMessage:
            drafting = nb.drafting()
            drafting.add_typed(fact.kind, {name: [text] for name, text in fact.texts.items()})
            return saved_message(nb.save(drafting, create_file=True), _("Saved. Only you see this."), _)

        self.run_worker(self.act(save), group="acts")

    @on(messages.TagRenamed)
    def _tag_renamed(self, fact: messages.TagRenamed) -> None:
        from portfolio.notebook.tags import rename

        _ = self.look.words
        said = _("The tag is called “{tag}” now, everywhere. Press {undo} to take that back.")
        said = said.format(tag=clean_line(fact.new), **self.look.keys)
        self.run_worker(self.act(lambda nb: saved_message(rename(nb, fact.old, fact.new), said, _)), group="acts")

    @on(messages.VersionChosen)
    def _version_chosen(self, fact: messages.VersionChosen) -> None:
        _ = self.look.words
        said = _("This version stays. Press {undo} to have both again.").format(**self.look.keys)
        self.run_worker(
            self.act(lambda nb: saved_message(nb.choose(fact.id, fact.field, fact.version, fact.seen), said, _)),
            group="acts",
        )

    @on(messages.LinkChosen)
    def _link_chosen(self, fact: messages.LinkChosen) -> None:
        from portfolio.notebook import entries
        from portfolio.notebook.change_names import in_words
        from portfolio.wording.names import capital

        _ = self.look.words

        def save(nb: Notebook) -> StatusMessage:
            drafting = nb.drafting()
            for identity in fact.ids:
                entries.link(drafting, nb.record(identity), fact.field, fact.line, linked=fact.linked)
            stored = nb.save(drafting)
            act = nb.next_acts().undo
            said = _("{act}.").format(act=capital(in_words(act, _))) if act is not None else _("Saved.")
            return saved_message(stored, said, _, here=True)

        self.run_worker(self.act(save), group="acts")

    @on(messages.FeedbackSplit)
    def _feedback_split(self, fact: messages.FeedbackSplit) -> None:
        from portfolio.notebook.split import split

        _ = self.look.words
        said = _.plural("Split: {n} piece of feedback now.", "Split: {n} pieces of feedback now.", len(fact.parts))
        self.run_worker(
            self.act(lambda nb: saved_message(split(nb, fact.id, fact.parts, fact.seen), said, _)), group="acts"
        )

    @on(messages.AgreementBecomes)
    def _agreement_becomes(self, fact: messages.AgreementBecomes) -> None:
        from portfolio.notebook.agreement_followup import INTO, become
        from portfolio.records.conversations import Agreement
        from portfolio.wording.names import kind_name

        _ = self.look.words
        said = _("It is a {kind} too now, for you alone. Press {undo} to take that back.")
        said = said.format(kind=kind_name(fact.into, _), **self.look.keys)

        def save(nb: Notebook) -> StatusMessage:
            agreement = nb.records.find(Agreement, fact.id)
            into = next(each for each in INTO if each == fact.into)
            if agreement is None:
                return StatusMessage(_("That agreement is not there any more."), "warning")
            return saved_message(become(nb, agreement, into, fact.goal), said, _)

        self.run_worker(self.act(save), group="acts")

    @on(messages.ShareChosen)
    def _share_chosen(self, fact: messages.ShareChosen) -> None:
        _ = self.look.words
        now_so = (
            _("Shareable. It leaves only when you export it.") if fact.shareable else _("Private. Only you see this.")
        )
        if len(fact.ids) > 1:
            shared = _("{n} records are shareable. They leave only when you export them.")
            now_so = (shared if fact.shareable else _("{n} records are private. Only you see them.")).format(
                n=len(fact.ids)
            )
        if fact.named:
            now_so = _("Private again: {title}. Copies that you handed out stay out there.").format(title=fact.named)
        here = not fact.named
        self.run_worker(
            self.act(lambda nb: saved_message(nb.set_shareable(fact.ids, fact.shareable), now_so, _, here=here)),
            group="acts",
        )

    @on(messages.Deleted)
    def _deleted(self, fact: messages.Deleted) -> None:
        from portfolio.notebook.change_names import in_words
        from portfolio.wording.names import capital

        _ = self.look.words

        def delete(nb: Notebook) -> StatusMessage:
            stored = nb.delete(fact.ids, with_parts=fact.with_parts)
            act = nb.next_acts().undo
            gone = capital(in_words(act, _)) if act is not None else _("Deleted")
            one = len(fact.ids) == 1
            back = _("Press {undo} to bring it back.") if one else _("Press {undo} to bring them back.")
            return saved_message(stored, f"{gone}. {back.format(**self.look.keys)}", _)

        self.run_worker(self.act(delete), group="acts")

    @on(messages.ExportChosen)
    def _export_chosen(self, fact: messages.ExportChosen) -> None:
        from portfolio.export.endings import format_of
        from portfolio.notebook.export_request import prepare, write

        _, today, theme = self.look.words, self.look.today, self.start.settings.theme

        def save(nb: Notebook) -> StatusMessage:
            if nb.changed_outside():
                nb.look()
            if prepare(nb.records, fact.leaving.wish, today).preview.made != fact.leaving.preview.made:
                return StatusMessage(
                    _("Nothing was written: something in it changed since you saw it. Look again."), "warning"
                )
            path, noted = write(nb, fact.leaving, fact.path, force=fact.force, theme=theme)
            where = _("The document is in {path}").format(path=clean_line(path))
            if not noted:
                failed = _("This computer could not note that you handed it over, or keep a copy of it. See: {check}")
                return StatusMessage(f"{where}\n{failed.format(check='leerreis check')}", "warning")
            how = _("Open it in your word processor to print it, or attach it to a mail.")
            if format_of(path) in ("html", "pdf"):
                how = _("Open it in your browser to read or print it, or attach it to a mail.")
            return StatusMessage(f"{where}\n{how}", "shareable", here=True)

        self.run_worker(self.act(save), group="acts")
