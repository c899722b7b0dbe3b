"""The sections on reflections: a line with day and title, then the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from portfolio.export.document import Block, Heading, Paragraph
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, bullets, has_words, in_short, labelled, led
from portfolio.export.sections.glance import first_chosen
from portfolio.records.reflections import Reflection
from portfolio.wording.names import choice_label

_STORY: Final = 80
_ANSWER: Final = 40
"""Words of a story, and of each answer of one with several: a story is read in half a minute."""
_LESSON: Final = 30
"""Words of a lesson in a list."""
_DONE: Final = 16
"""Words of what was done, before the lesson."""
_LEARNED: Final = {
    "three_minutes": "learned",
    "log": "learned",
    "what_so_what": "sowhat",
    "four_l": "learned",
    "after_action": "keep",
    "kolb": "ac",
    "gibbs": "conclusion",
    "week": "lesson",
}
"""Template -> the key of the answer that says what was learned; of the others it is the last answer."""
_PLANS: Final = frozenset({"next", "nowwhat", "focus", "ae", "action"})
"""Keys of answers about what comes next."""
_RESULT: Final = "r1"
"""The key of the result in a story by the STARR method."""


def in_one_line(context: SectionContext, reflection: Reflection, *, with_form: bool = False) -> tuple[Block, ...]:
    """A reflection as a list item: day, what was done (without a title its first answer), and what was learned."""
    form = choice_label("form", reflection.form, context.words) if with_form and reflection.form else ""
    answers = _told(reflection)
    learned, began = _lesson(reflection, answers), next(iter(answers.values()), "")
    done = one_line(reflection.title or "") or (in_short(began, _DONE) if began != learned else "")
    before = " · ".join(part for part in (context.day(reflection.date), done, form) if part)
    words = _joined(before, in_short(learned, _LESSON))
    return (Paragraph((words, *context.refs(reflection.evidence))),)


def done_and_learned(reflection: Reflection, words: int) -> str:
    """The title of a reflection, in `words` words, and in short what was learned."""
    learned = _lesson(reflection, _told(reflection))
    return _joined(in_short(reflection.title or "", words), in_short(learned, _LESSON))


def _joined(done: str, learned: str) -> str:
    if not (done and learned):
        return done or learned
    return f"{done} {learned}" if done[-1] in "!?…:" else f"{done.removesuffix('.')}: {learned}"


def _told(reflection: Reflection) -> dict[str, str]:
    """The answers with words, by key, in the order of the template."""
    return {key: text for key, text in reflection.in_order() if has_words(text)}


def _lesson(reflection: Reflection, answers: Mapping[str, str]) -> str:
    """What was learned: the answer to that question, else the last answer that is not a plan for later."""
    asked = answers.get(_LEARNED.get(reflection.template, ""))
    looking_back = [text for key, text in answers.items() if key not in _PLANS]
    return asked or next(iter([*reversed(looking_back), *answers.values()]), "")


def results_and_stories(context: SectionContext) -> Section:
    """The stories that were added by hand, then those of which the user is proud, then the newest: the result first."""
    stories = context.routes.of("stories")
    chosen = {*context.shared.chosen, *(line.id for line in first_chosen(context, "proud"))}
    first = [story for story in stories if story.id in chosen]
    others = [story for story in stories if story.id not in chosen]
    most = context.profile.most("stories")
    room = len(others) if most is None else max(most - len(first), 0)
    kept = [*others[len(others) - min(room, len(others)) :], *first]
    blocks: list[Block] = []
    for story in reversed(kept):
        blocks += _story(context, story)
    return Section("stories", tuple(blocks), _ids(tuple(kept)))


def setbacks(context: SectionContext) -> Section:
    """The lesson and what the user does now, without what happened."""
    lessons = context.newest("setbacks", context.routes.of("setbacks"))
    items = [tuple(block for _l, text in context.answers(r) for block in led((), text)) for r in lessons]
    return Section("setbacks", bullets(item for item in items if item), _ids(lessons))


def shared_knowledge(context: SectionContext) -> Section:
    """What the user explained or showed, and to which group."""
    found = context.newest("shared_knowledge", context.routes.of("shared_knowledge"))
    return Section("shared_knowledge", bullets(in_one_line(context, r) for r in found), _ids(found))


def _story(context: SectionContext, story: Reflection) -> list[Block]:
    refs = context.refs(story.evidence)
    answers = _result_first(story, context.answers(story))
    title = one_line(story.title or "")
    day = context.day(story.date)
    blocks: list[Block] = [Heading(3, (f"{title} ({day})" if title else day,))]
    if len(answers) == 1:
        return [*blocks, Paragraph((in_short(answers[0][1], _STORY), *refs))]
    has_result = _RESULT in dict(story.in_order())
    proven = 1 if has_result else len(answers)  # the evidence is of the result, not of what came of it later
    for n, (label, text) in enumerate(answers, 1):
        blocks += labelled(label, in_short(text, _ANSWER), refs if n == proven else ())
    return blocks if answers or not refs else [*blocks, Paragraph(refs[1:])]


def _result_first(story: Reflection, answers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The answers with the result of the story before what led to it."""
    keys = [key for key, _text in story.in_order()]
    if _RESULT not in keys:
        return answers
    at = keys.index(_RESULT)
    return [answers[at], *answers[:at], *answers[at + 1 :]]


def _ids(reflections: Iterable[Reflection]) -> tuple[str, ...]:
    return tuple(r.id for r in reflections)
