"""The sections on reflections: a line with day and title, then the answers."""

from __future__ import annotations

from portfolio.export.document import Block, Heading, Paragraph, Strong
from portfolio.export.placement import OF_TEMPLATE
from portfolio.export.prose import one_line
from portfolio.export.section_context import Section, SectionContext, bullets, labelled, led
from portfolio.records.reflections import Reflection
from portfolio.wording.prompts import template_name


def as_item(context: SectionContext, reflection: Reflection, *, with_form: bool = False) -> tuple[Block, ...]:
    """A reflection as a list item: a single answer follows the lead; several are below it with their labels."""
    lead = context.lead(reflection, with_form=with_form)
    answers = context.answers(reflection)
    refs = context.refs(reflection.evidence)
    if len(answers) == 1:
        return led((f"{lead}: ",), answers[0][1], refs)
    inner = bullets(labelled(label, text) for label, text in answers)
    return (Paragraph((lead, *refs)), *inner)


def results_and_stories(context: SectionContext) -> Section:
    """Each story under its own heading, in the order of its template."""
    blocks: list[Block] = []
    stories = context.routes.of("stories")
    for story in stories:
        blocks += _story(context, story)
    return Section("stories", tuple(blocks), _ids(stories))


def setbacks(context: SectionContext) -> Section:
    """The lesson and what the user does now, without what happened."""
    lessons = context.routes.of("setbacks")
    items = [tuple(block for _l, text in context.answers(r) for block in led((), text)) for r in lessons]
    return Section("setbacks", bullets(item for item in items if item), _ids(lessons))


def shared_knowledge(context: SectionContext) -> Section:
    """What the user explained or showed, and to which group."""
    found = context.routes.of("shared_knowledge")
    return Section("shared_knowledge", bullets(as_item(context, r) for r in found), _ids(found))


def points_to_discuss(context: SectionContext) -> Section:
    """Points to discuss; a point that is in another section is only named."""
    points = context.routes.of("discuss")
    elsewhere = [r for places in ("stories", "shared_knowledge") for r in context.routes.of(places)]
    marked = [r for r in elsewhere if r.id in context.shared.discuss]
    items = [*(_point(context, r) for r in points), *((Paragraph((_named(context, r),)),) for r in marked)]
    return Section("discuss", bullets(items), _ids((*points, *marked)))


def _story(context: SectionContext, story: Reflection) -> list[Block]:
    refs = context.refs(story.evidence)
    answers = context.answers(story)
    title = one_line(story.title or "")
    day = context.day(story.date)
    blocks: list[Block] = [Heading(3, (f"{title} ({day})" if title else day,))]
    if len(answers) == 1:
        return [*blocks, *led((), answers[0][1], refs)]
    for n, (label, text) in enumerate(answers, 1):
        blocks += labelled(label, text, refs if n == len(answers) else ())
    return blocks if answers or not refs else [*blocks, Paragraph(refs[1:])]


def _point(context: SectionContext, reflection: Reflection) -> tuple[Block, ...]:
    """A point to discuss: its title, then its text, without day or way of learning."""
    title = one_line(reflection.title or "")
    answers = context.answers(reflection)
    lead = (Strong(title), " ") if title and title[-1] in ".!?" else (Strong(f"{title}."), " ") if title else ()
    if len(answers) == 1:
        return led(lead, answers[0][1])
    inner = bullets(labelled(label, text) for label, text in answers)
    return (Paragraph(lead[:1] or (context.day(reflection.date),)), *inner)


def _named(context: SectionContext, reflection: Reflection) -> str:
    """The name of a reflection in another section; its title only when that section is not shown."""
    day = context.day(reflection.date)
    name = template_name(reflection.template, context.words)
    title = one_line(reflection.title or "")
    shown = OF_TEMPLATE[reflection.template] in context.shown
    return f"{title or name} ({day})" if not shown else f"{name} ({day})"


def _ids(reflections: tuple[Reflection, ...]) -> tuple[str, ...]:
    return tuple(r.id for r in reflections)
