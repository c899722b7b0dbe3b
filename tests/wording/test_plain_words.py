"""All words for keys at once: translated, short, calm and in plain Dutch."""

from __future__ import annotations

import re
from itertools import chain

from portfolio.wording import Words
from portfolio.wording.choices import CHOICES
from portfolio.wording.field_hints import HINTS
from portfolio.wording.fields import LABELS
from portfolio.wording.kinds import KINDS
from portfolio.wording.levels import SCALE
from portfolio.wording.outline import HEADINGS, ROLES, closing_line
from portfolio.wording.prompts import EXTRA_QUESTIONS, OPTIONAL_QUESTIONS, TEMPLATES

NL = Words("nl")

# Words that Dutch people use as they are.
SAME_IN_DUTCH = frozenset(
    (
        "ABCD",
        "Beginner",
        "Check-in",
        "Code",
        "Expert",
        "Feedback",
        "ID",
        "Microlearning (5–10 min)",
        "STARR",
        "Start",
        "Status",
        "Stop",
        "Team",
        "Transfer",
        "assessor",
        "coach",
        "experiment",
        "export",
        "exports",
        "feedback",
        "mentor",
        "open",
        "portfolio",
        "week",
    )
)
_TEMPLATE_WORDS = [
    text
    for template in TEMPLATES.values()
    for text in (
        template.name,
        template.use,
        *chain.from_iterable((prompt.label, prompt.question, prompt.hint) for prompt in template.prompts),
    )
    if text
]
MESSAGES = sorted(
    {
        *chain.from_iterable(KINDS.values()),
        *LABELS.values(),
        *HINTS.values(),
        *chain.from_iterable(words.values() for words in CHOICES.values()),
        *chain.from_iterable(SCALE),
        *HEADINGS.values(),
        *ROLES.values(),
        *EXTRA_QUESTIONS,
        *OPTIONAL_QUESTIONS.values(),
        *_TEMPLATE_WORDS,
        closing_line(Words("en")),
    }
)


def test_every_message_is_translated_or_known_to_be_the_same() -> None:
    assert {message for message in MESSAGES if NL(message) == message} == SAME_IN_DUTCH


def test_dutch_sentences_are_at_most_eighteen_words() -> None:
    sentences = [sentence for message in MESSAGES for sentence in re.split(r"[.?:]\s", NL(message))]
    assert [s for s in sentences if len(re.findall(r"[^\W_][\w'-]*", s)) > 18] == []


def test_nothing_shouts() -> None:
    assert [message for message in MESSAGES if "!" in message + NL(message)] == []


def test_dutch_says_je_and_uses_no_word_that_the_glossary_avoids() -> None:
    avoided = {"u", "uw", "skill", "skills", "leerstijl", "doelniveau", "kloof", "score", "dagboek"}
    assert [m for m in MESSAGES if avoided & set(re.findall(r"[\w-]+", NL(m).lower()))] == []


def test_a_message_and_its_dutch_ask_and_state_alike() -> None:
    """A question stays a question, and what stands in braces stays in braces."""
    for message in MESSAGES:
        assert re.findall(r"{\w+}", message) == re.findall(r"{\w+}", NL(message))
        assert not message.endswith("?") or "?" in NL(message)
