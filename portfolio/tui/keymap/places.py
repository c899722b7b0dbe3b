"""The places of the app, in the order of their number keys. A place is one file in screens and one row here."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from portfolio.wording import N_

if TYPE_CHECKING:
    from textual.screen import Screen


class Place(NamedTuple):
    """Somewhere a person can be."""

    id: str
    key: str
    label: str
    """An English message id."""
    help: str
    """What one does there: an English message id."""
    screen: str
    """The class, as "module.Class" in the folder of that name; imported when someone first goes there."""

    def make(self) -> Screen[Any]:
        """A new screen of this place."""
        module, _, name = self.screen.partition(".")
        made: Screen[Any] = getattr(importlib.import_module(f"portfolio.tui.{module}.screen"), name)()
        return made


PLACES: Final = (
    Place("today", "1", N_("Today"), N_("what matters today, and the evening check"), "today.TodayScreen"),
    Place(
        "reflections",
        "2",
        N_("Reflections"),
        N_("everything you wrote when looking back"),
        "reflections.ReflectionsScreen",
    ),
    Place("goals", "3", N_("Goals"), N_("what you want to learn, with steps"), "goals.GoalsScreen"),
    Place("feedback", "4", N_("Feedback"), N_("what others said, and what you asked"), "feedback.FeedbackScreen"),
    Place("skills", "5", N_("Skills"), N_("your levels, with the evidence"), "skills.SkillsScreen"),
    Place("journey", "6", N_("Journey"), N_("your learning journey as a picture"), "journey.JourneyScreen"),
    Place(
        "conversation",
        "7",
        N_("Conversation"),
        N_("see what would leave, and make your portfolio"),
        "conversation.ConversationScreen",
    ),
)
"""Every place that has a number key."""

SETTINGS: Final = Place(
    "settings",
    "",
    N_("Settings"),
    N_("your file, language, colours, rhythm and keys"),
    "settings.SettingsScreen",
)
"""A place without a number: one goes there and comes back."""

BY_ID: Final = {place.id: place for place in (*PLACES, SETTINGS)}


def modes() -> dict[str, str | Callable[[], Screen[Any]]]:
    """The places as Textual's modes."""
    return {place.id: place.make for place in BY_ID.values()}
