"""The part of the app that takes an act back or does it again, and takes a name away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from portfolio.tui import messages
from portfolio.tui.keeping import RecordKeeping
from portfolio.tui.telling import told
from portfolio.tui.widgets.bars import Saying

if TYPE_CHECKING:
    from portfolio.notebook import Notebook
    from portfolio.notebook.history import Direction


class TakingBack(RecordKeeping):
    """An app in which nothing that was done is final."""

    @on(messages.UndoChosen)
    def _undo_chosen(self) -> None:
        self._again("undo")

    @on(messages.RedoChosen)
    def _redo_chosen(self) -> None:
        self._again("redo")

    def _again(self, direction: Direction) -> None:
        """Undo or redo, with the cursor on what came back."""
        _ = self.look.words

        def do(nb: Notebook) -> Saying:
            done = nb.undo() if direction == "undo" else nb.redo()
            landed = next((step.record_id for step in done.action.steps), "")
            return told(done, done.sentence(_), _, landed=landed)

        self.run_worker(self.act(do), group="acts")

    @on(messages.NameTakenAway)
    def _name_taken_away(self, fact: messages.NameTakenAway) -> None:
        _ = self.look.words
        said = _("The name is gone, the role stays. Press {undo} to bring it back.").format(**self.look.keys)
        self.run_worker(self.act(lambda nb: told(nb.keep_role(fact.person, fact.role), said, _)), group="acts")
