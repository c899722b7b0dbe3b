"""A screen that one types into from the first letter on, also from letters that come faster than it opens."""

from __future__ import annotations

from textual import events

from portfolio.tui.frame import OwnScreen, Result
from portfolio.tui.widgets.writing_box import WritingBox


class TypedInto(OwnScreen[Result]):
    """What came before the box had the keys stands in it as soon as it has them."""

    _early: str = ""

    def takes(self, letter: str) -> bool:
        """Put it into the box, or keep it until there is one; not when something else has the keys."""
        box = self.focused
        if isinstance(box, WritingBox):
            box.insert(letter)
        elif box is None:
            self._early += letter
        else:
            return False
        return True

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The box has the keys now."""
        early, box = self._early, event.widget
        if early and isinstance(box, WritingBox):
            self._early = ""
            box.insert(early)
