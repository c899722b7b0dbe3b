"""How one reflection is told: a line that says when and what, then its answers."""

from __future__ import annotations

from portfolio.export.document import Block, Heading, Paragraph, Strong
from portfolio.export.placement import OF_TEMPLATE
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, bullets, labelled, led
from portfolio.records.reflections import Reflection
from portfolio.wording.prompts import template_name


def told(telling: SectionContext, reflection: Reflection, *, with_form: bool = False) -> tuple[Block, ...]:
    """As one item of a list: a single answer follows the lead; several stand below it with their labels."""
    lead = telling.lead(reflection, with_form=with_form)
    answers = telling.answers(reflection)
    refs = telling.refs(reflection.evidence)
    if len(answers) == 1:
        return led((f"{lead}: ",), answers[0][1], refs)
    inner = bullets(labelled(label, text) for label, text in answers)
    return (Paragraph((lead, *refs)), *inner)


def results_and_stories(telling: SectionContext) -> Section:
    """Each story under its own heading, in the order of its template."""
    blocks: list[Block] = []
    stories = telling.routes.of("stories")
    for story in stories:
        blocks += _story(telling, story)
    return Section("stories", tuple(blocks), _ids(stories))


def setbacks(telling: SectionContext) -> Section:
    """The lesson and what I do now; nothing about what happened."""
    lessons = telling.routes.of("setbacks")
    items = [tuple(block for _l, text in telling.answers(r) for block in led((), text)) for r in lessons]
    return Section("setbacks", bullets(item for item in items if item), _ids(lessons))


def shared_knowledge(telling: SectionContext) -> Section:
    """What I explained or showed, to which group."""
    told_here = telling.routes.of("shared_knowledge")
    return Section("shared_knowledge", bullets(told(telling, r) for r in told_here), _ids(told_here))


def points_to_discuss(telling: SectionContext) -> Section:
    """What I want to talk about; of what stands in another section only which one it is."""
    points = telling.routes.of("discuss")
    elsewhere = [r for places in ("stories", "shared_knowledge") for r in telling.routes.of(places)]
    marked = [r for r in elsewhere if r.id in telling.shared.discuss]
    items = [*(_point(telling, r) for r in points), *((Paragraph((_named(telling, r),)),) for r in marked)]
    return Section("discuss", bullets(items), _ids((*points, *marked)))


def _story(telling: SectionContext, story: Reflection) -> list[Block]:
    refs = telling.refs(story.evidence)
    answers = telling.answers(story)
    title = one_line(story.title or "")
    day = telling.day(story.date)
    blocks: list[Block] = [Heading(3, (f"{title} ({day})" if title else day,))]
    if len(answers) == 1:
        return [*blocks, *led((), answers[0][1], refs)]
    for n, (label, text) in enumerate(answers, 1):
        blocks += labelled(label, text, refs if n == len(answers) else ())
    return blocks if answers or not refs else [*blocks, Paragraph(refs[1:])]


def _point(telling: SectionContext, reflection: Reflection) -> tuple[Block, ...]:
    """A question to talk about: its title, then the words, without the day or the form."""
    title = one_line(reflection.title or "")
    answers = telling.answers(reflection)
    lead = (Strong(title), " ") if title and title[-1] in ".!?" else (Strong(f"{title}."), " ") if title else ()
    if len(answers) == 1:
        return led(lead, answers[0][1])
    inner = bullets(labelled(label, text) for label, text in answers)
    return (Paragraph(lead[:1] or (telling.day(reflection.date),)), *inner)


def _named(telling: SectionContext, reflection: Reflection) -> str:
    """Which one of another section; its title only in a document without that section."""
    day = telling.day(reflection.date)
    name = template_name(reflection.template, telling.words)
    title = one_line(reflection.title or "")
    shown = OF_TEMPLATE[reflection.template] in telling.shown
    return f"{title or name} ({day})" if not shown else f"{name} ({day})"


def _ids(reflections: tuple[Reflection, ...]) -> tuple[str, ...]:
    return tuple(r.id for r in reflections)
