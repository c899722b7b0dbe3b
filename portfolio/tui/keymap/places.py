"""The places of the app, in the order of their number keys. A place is a folder with a screen, and a row here."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from portfolio.wording import N_
from portfolio.wording.dates import context

if TYPE_CHECKING:
    from textual.screen import Screen


class Place(NamedTuple):
    """A place that the user can go to."""

    id: str
    key: str
    label: str
    """A message id in English."""
    short: tuple[str, str]
    """A name for a narrow terminal, of one short word: context and message id."""
    help: str
    """What the user does there: a message id in English."""
    screen: str
    """"folder.Class", with the class in the `screen` module of the folder; imported on the first visit."""

    def make(self) -> Screen[Any]:
        """Make a new screen of this place."""
        module, _, name = self.screen.partition(".")
        made: Screen[Any] = getattr(importlib.import_module(f"portfolio.tui.{module}.screen"), name)()
        return made


PLACES: Final = (
    Place(
        "today",
        "1",
        N_("Today"),
        context("short place", "Day"),
        N_("what matters today, and the 3-minute check"),
        "today.TodayScreen",
    ),
    Place(
        "reflections",
        "2",
        N_("Reflections"),
        context("short place", "Notes"),
        N_("everything you wrote when looking back"),
        "reflections.ReflectionsScreen",
    ),
    Place(
        "goals",
        "3",
        N_("Goals"),
        context("short place", "Goal"),
        N_("what you want to learn, with steps"),
        "goals.GoalsScreen",
    ),
    Place(
        "feedback",
        "4",
        N_("Feedback"),
        context("short place", "Tips"),
        N_("what others said, and what you asked"),
        "feedback.FeedbackScreen",
    ),
    Place(
        "skills",
        "5",
        N_("Skills"),
        context("short place", "Skill"),
        N_("your levels, with the evidence"),
        "skills.SkillsScreen",
    ),
    Place(
        "journey",
        "6",
        N_("Journey"),
        context("short place", "Path"),
        N_("your learning journey as a picture"),
        "journey.JourneyScreen",
    ),
    Place(
        "conversation",
        "7",
        N_("Conversation"),
        context("short place", "Meet"),
        N_("see what would be included, and make your portfolio"),
        "conversation.ConversationScreen",
    ),
)
"""Every place with a number key."""

SETTINGS: Final = Place(
    "settings",
    "",
    N_("Settings"),
    context("short place", "Settings"),
    N_("your file, language, colours, rhythm and keys"),
    "settings.SettingsScreen",
)
"""A place without a number key, from which the user returns to the place before it."""

BY_ID: Final = {place.id: place for place in (*PLACES, SETTINGS)}

RECORD_PLACES: Final = frozenset({*BY_ID, "record", "search", "ready"}) - {SETTINGS.id}
"""The ids of the places, and of the screens on top of a place, where the cursor can be on a record."""


EVERYWHERE: Final = frozenset(
    {*BY_ID, "record", "sharing", "sections", "search", "bin", "copies", "versions", "ready", "sheet", "table"}
)
"""The places, and the screens on top of a place that also have the actions available everywhere."""


def modes() -> dict[str, str | Callable[[], Screen[Any]]]:
    """Return the places as Textual modes."""
    return {place.id: place.make for place in BY_ID.values()}
