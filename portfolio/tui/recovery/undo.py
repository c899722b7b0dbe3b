"""The part of the app that takes an act back or does it again, brings back what was deleted or said before, and takes
words away for good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from portfolio.tui.services import messages
from portfolio.tui.services.saved_message import saved_message
from portfolio.tui.services.saves import RecordKeeping
from portfolio.tui.widgets.bars import StatusMessage
from portfolio.wording.dates import moment

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.notebook.history import Direction


class TakingBack(RecordKeeping):
    """An app in which nothing that was done is final, but for one thing that is asked first."""

    @on(messages.UndoChosen)
    def _undo_chosen(self) -> None:
        self._again("undo")

    @on(messages.RedoChosen)
    def _redo_chosen(self) -> None:
        self._again("redo")

    def _again(self, direction: Direction) -> None:
        """Undo or redo, with the cursor on what came back."""
        _ = self.look.words

        def do(nb: Notebook) -> StatusMessage:
            done = nb.undo() if direction == "undo" else nb.redo()
            landed = next((step.record_id for step in done.action.steps), "")
            return saved_message(done, done.sentence(_), _, landed=landed)

        self.run_worker(self.act(do), group="acts")

    @on(messages.BroughtBack)
    def _brought_back(self, fact: messages.BroughtBack) -> None:
        from portfolio.notebook.bin import bring_back

        _ = self.look.words
        said = _("It is back where it was.")
        self.run_worker(self.act(lambda nb: saved_message(bring_back(nb, fact.ids), said, _)), group="acts")

    @on(messages.PurgeChosen)
    def _purge_chosen(self, fact: messages.PurgeChosen) -> None:
        from portfolio.notebook.bin import purged_in_words

        _ = self.look.words

        def do(nb: Notebook) -> StatusMessage:
            purged = nb.purge(fact.ids)
            sentences = purged_in_words(purged, len(fact.ids), nb.locations.data_file, _)
            calm = purged.saved.in_file and not purged.left
            return StatusMessage(" ".join(sentences), "good" if calm else "warning")

        self.run_worker(self.act(do), group="acts")

    @on(messages.CopyChosen)
    def _copy_chosen(self, fact: messages.CopyChosen) -> None:
        from portfolio.notebook.backups import go_back

        _ = self.look.words

        def do(nb: Notebook) -> StatusMessage:
            plan, stored = go_back(nb, fact.copy)
            when = _("Back to the copy of {when}.").format(when=moment(plan.at, _)) if plan.deeds else ""
            return saved_message(stored, " ".join((when, *plan.sentences(_))).strip(), _)

        self.run_worker(self.act(do), group="acts")

    @on(messages.NameTakenAway)
    def _name_taken_away(self, fact: messages.NameTakenAway) -> None:
        _ = self.look.words
        said = _("The name is gone, the role stays. Press {undo} to bring it back.").format(**self.look.keys)
        self.run_worker(self.act(lambda nb: saved_message(nb.keep_role(fact.person, fact.role), said, _)), group="acts")
