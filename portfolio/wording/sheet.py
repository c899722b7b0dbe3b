"""The preparation sheet: questions to oneself before a conversation, and likely questions to prepare for.

Keys are stored; the words are translated when shown. The sheet is for the user only and is never shared.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from portfolio.sanitise import clean_line
from portfolio.wording import N_, Words


class SheetPrompt(NamedTuple):
    """One line of the sheet; `label` and `question` are message ids in English."""

    key: str
    label: str
    question: str


OWN: Final = (
    SheetPrompt("want", N_("What I want from it"), N_("What do I want from this conversation? One sentence.")),
    SheetPrompt("ask", N_("What I ask for"), N_("What exactly do I ask for? At the table you see the first line.")),
    SheetPrompt("second", N_("My second choice"), N_("What is my second choice? It is not shown at the table.")),
    SheetPrompt("points", N_("Three points to make"), N_("Which three things must the other person know?")),
    SheetPrompt("examples", N_("My examples"), N_("Which examples show it?")),
    SheetPrompt("hard", N_("Difficult points"), N_("What criticism might I hear, and how will I answer it?")),
    SheetPrompt("questions", N_("My questions"), N_("What do I want to ask the other person?")),
    SheetPrompt("needs", N_("What I need"), N_("What do I need, and from whom?")),
    SheetPrompt("not_shared", N_("What I keep to myself"), N_("What do I not want to discuss?")),
)
"""Questions to oneself, in order."""
LIKELY: Final = (
    SheetPrompt("proud", N_("Proud"), N_("What are you proud of, and what was your part?")),
    SheetPrompt("less", N_("Less well"), N_("What went less well, and what did you learn?")),
    SheetPrompt("able", N_("New"), N_("What can you do now that you could not a year ago?")),
    SheetPrompt("next_goal", N_("Next goal"), N_("What is your next learning goal, and why that one?")),
    SheetPrompt("needed", N_("Needed"), N_("What do you need: time, money, guidance?")),
    SheetPrompt("notice", N_("Noticing"), N_("How will we notice it worked?")),
)
"""Six questions that managers are likely to ask, each to prepare with a few keywords."""
PROMPTS: Final = (*OWN, *LIKELY)


def sheet_label(key: str, _: Words) -> str:
    """Return the short heading above an answer; an unknown key as it is."""
    found = next((prompt for prompt in PROMPTS if prompt.key == key), None)
    return _(found.label) if found else clean_line(key)
