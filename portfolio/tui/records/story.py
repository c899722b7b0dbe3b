"""Turn a note into a story, one letter of STARR per question, and a story into a short copy to share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portfolio.capture.entry import ANSWER, FORM, QUESTIONS
from portfolio.journey.prompts.stories import SHORT, STORY, grown, missing_letter, short_text
from portfolio.present.titles import heading
from portfolio.records.templates import TEMPLATES

if TYPE_CHECKING:
    from portfolio.records.reflections import Reflection
    from portfolio.tui.shell.screen import BaseScreen


def go_on_with_story(screen: BaseScreen[None], reflection: Reflection, letter: str = "") -> None:
    """Ask for this letter of the story, else the first without an answer; saving turns a note into a story."""
    entry = screen.services.navigator.to_change(reflection).asked(QUESTIONS)
    texts = dict(entry.texts)
    answers = {key: entry.text(f"{ANSWER}{key}") for key in (*TEMPLATES[STORY], "text")}
    as_written = reflection.but(template=entry.template, answers=answers)
    letter = letter or missing_letter(as_written)
    if entry.template != STORY:
        texts |= {f"{ANSWER}{key}": words for key, words in grown(as_written).items()}
        texts |= {f"{ANSWER}text": "", "template": STORY}
        letter = TEMPLATES[STORY][1]
    at = TEMPLATES[STORY].index(letter) if letter else 0
    screen.services.navigator.open_entry(entry._replace(texts=texts, template=STORY, at=at))


def write_short_version(screen: BaseScreen[None], reflection: Reflection) -> None:
    """Start a copy to shorten, with the same links; the story and its privacy do not change."""
    state, _ = screen.services.state, screen.words
    title = (reflection.title or "").strip() or heading(reflection, state.records, _)
    given = {
        "title": _("{title} (in short)").format(title=title),
        f"{ANSWER}text": short_text(reflection),
        "date": reflection.date.isoformat(),
    }
    links = {name: state.records.present(getattr(reflection, name)) for name in ("goals", "skills", "evidence")}
    texts = given | {name: "\n".join(ids) for name, ids in links.items() if ids}
    entry = screen.services.navigator.new_entry("reflection", SHORT, {})
    screen.services.navigator.open_entry(entry._replace(texts=texts, way=FORM), at=f"{ANSWER}text")
    message = _(
        "A copy of what happened, what you did and what came of it. What you learned from it stays in the story."
    )
    screen.services.status.say(message)
