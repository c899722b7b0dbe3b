"""The questions of a profile, at the end, each with room for an answer."""

from __future__ import annotations

from typing import Final

from portfolio.export.document import Block, Fact, Facts, Heading, Paragraph
from portfolio.export.profile import in_language
from portfolio.export.prose import one_line
from portfolio.export.section_context import SectionContext

LINE: Final = "……………………………………………………………………………………………"
"""A line to write on."""


def questions(context: SectionContext) -> tuple[Block, ...]:
    """The questions of the profile; nothing when it has none."""
    asked = (one_line(in_language(text, context.words.language)) for text in context.profile.questions)
    rows = tuple(Fact(question, (Paragraph((LINE,)), Paragraph((LINE,)))) for question in asked if question)
    return (Heading(2, (context.words("Questions"),)), Facts(rows)) if rows else ()
