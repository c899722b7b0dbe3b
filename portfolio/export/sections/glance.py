"""The section "At a glance": a lead in the user's own words, at most three results, and what the user is proud of.

Its lines are proposed by rule from the shared records, but only what the user confirmed is in the document: a rule does
not know what the user is proud of. Nothing is proposed from a section that was left out by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from portfolio.export.document import Block, Fact, Facts, Lead, Paragraph, Results
from portfolio.export.document import Result as ResultBlock
from portfolio.export.options import GLANCE, GlanceLine, Proposed, is_visible
from portfolio.export.prose import one_line
from portfolio.export.result_words import big_words, known_words, what_words
from portfolio.export.section_context import Section, SectionContext, brief, has_words
from portfolio.journey.facts.need_answer import need_answer
from portfolio.journey.facts.results import Result, results
from portfolio.records.conversations import Need
from portfolio.records.goals import Goal
from portfolio.records.milestones import Milestone
from portfolio.records.reflections import Reflection
from portfolio.wording.outline import GLANCE_LABELS

LEAD: Final = "lead"
"""The id of the proposed lead, which is made of several records."""
_REFS: Final = 3
"""The references beside a result; more would push its large words aside."""
_BIG: Final = 14
"""Characters before a colon that are set large in a result in the user's own words."""
_SECTION_OF: Final[Mapping[str, str]] = {"measure": "goals", "certificate": "evidence", "goal": "goals"}
"""Sort of result -> the section it is from, which can be left out by name; levels are from "Where I stand"."""
_OTHERS: Final[Mapping[str, str]] = {"work_on": "looking_ahead", "need": "needs"}
"""Part -> the section in which its line is, when the document has that section."""


class GlanceText(NamedTuple):
    """One line: the id of its record (empty for the user's own words), and its text."""

    id: str
    words: str
    of: tuple[str, ...] = ()
    """The records that the proposed lead is made of."""

    @property
    def as_choice(self) -> GlanceLine:
        """The choice for this line: the proposal that it is, or the user's own words."""
        return Proposed(self.id, self.of) if self.id else self.words


def summary(context: SectionContext) -> Section:
    """The lead and the results, and the lines whose own section is not in the document."""
    lines = shown_lines(context)
    blocks: list[Block] = [Lead(line.words) for line in lines.get("lead", ())]
    known = {result.id: result for result in _results(context)}
    if "learned" in lines:
        blocks.append(Results(tuple(_block(context, line, known.get(line.id)) for line in lines["learned"])))
    rest = tuple(
        Fact(context.words(GLANCE_LABELS[part]).rstrip(": "), (Paragraph((line.words,)),))
        for part, section in _OTHERS.items()
        if section not in context.shown
        for line in lines.get(part, ())
    )
    blocks += [Facts(rest)] if rest else []
    parts = ("lead", "learned", *(part for part, section in _OTHERS.items() if section not in context.shown))
    used = (identity for part in parts for line in lines.get(part, ()) for identity in _records(line))
    return Section("at_a_glance", tuple(blocks), tuple(dict.fromkeys(used)), title="")


def proud(context: SectionContext) -> Section:
    """What the user is proud of, with the evidence for it."""
    _ = context.words
    found = shown_lines(context).get("proud", ())
    blocks = []
    for line in found:
        story = context.shared.records.find(Reflection, line.id) if line.id else None
        blocks.append(Paragraph((line.words, *context.refs(story.evidence if story else ()))))
    title = _(GLANCE_LABELS["proud"]).rstrip(": ")
    return Section("at_a_glance", tuple(blocks), tuple(line.id for line in found if line.id), title=title)


def first_chosen(context: SectionContext, part: str) -> tuple[GlanceText, ...]:
    """The confirmed lines of a part, for the section in which they come first."""
    return shown_lines(context).get(part, ()) if "at_a_glance" not in context.left_out else ()


def proposals(context: SectionContext) -> dict[str, tuple[GlanceText, ...]]:
    """The possible lines of each part, the most relevant first."""
    makers = {"lead": _lead, "learned": _learned, "proud": _proud, "work_on": _ahead, "need": _need}
    return {part: tuple(dict.fromkeys(make(context))) for part, make in makers.items()}


def shown_lines(context: SectionContext) -> dict[str, tuple[GlanceText, ...]]:
    """The lines of the parts that have any: the chosen ones, and the proposed ones if these were confirmed."""
    chosen = _chosen_lines(context)
    found = {**chosen, **offered(context)} if context.takes_proposed else chosen
    return {part: found[part] for part in GLANCE if found.get(part)}


def offered(context: SectionContext) -> dict[str, tuple[GlanceText, ...]]:
    """The proposed lines of the parts for which the user chose nothing; none that another part has."""
    found = _chosen_lines(context)
    made: dict[str, tuple[GlanceText, ...]] = {}
    for part, lines in proposals(context).items():
        if part not in found:
            there = {line for others in (*found.values(), *made.values()) for line in others}
            made[part] = tuple(line for line in lines if line not in there)[: GLANCE[part]]
    return {part: lines for part, lines in made.items() if lines}


def _chosen_lines(context: SectionContext) -> dict[str, tuple[GlanceText, ...]]:
    """The lines of each part for which the user chose any, without those of records that are not shared.

    A lead that is made of other records than when it was confirmed is not confirmed: it is proposed again.
    """
    proposed = proposals(context) if context.glance else {}
    overtaken = {
        part
        for part, lines in context.glance.items()
        for now in proposed[part]
        if any(isinstance(each, Proposed) and each.id == now.id and each.of not in ((), now.of) for each in lines)
    }
    return {part: _chosen(lines, proposed[part]) for part, lines in context.glance.items() if part not in overtaken}


def _chosen(chosen: Iterable[GlanceLine], proposed: tuple[GlanceText, ...]) -> tuple[GlanceText, ...]:
    by_record = {line.id: line for line in reversed(proposed)}
    lines: list[GlanceText] = []
    for each in chosen:
        if isinstance(each, Proposed):
            lines += [by_record[each.id]] if each.id in by_record else []
        elif is_visible(words := one_line(each)):
            lines.append(GlanceText("", words))
    return tuple(dict.fromkeys(lines))


def _block(context: SectionContext, line: GlanceText, result: Result | None) -> ResultBlock:
    _ = context.words
    if result is not None and line.id:
        refs = context.numbers(result.evidence)[:_REFS]
        return ResultBlock(big_words(result, _), what_words(result), known_words(result, context.today, _), refs)
    big, colon, what = line.words.partition(": ")
    if colon and what.strip() and len(big) <= _BIG:
        return ResultBlock(big, what)
    return ResultBlock("", line.words)


def _records(line: GlanceText) -> tuple[str, ...]:
    """The records that a line is about."""
    return line.of or ((line.id,) if line.id else ())


def _results(context: SectionContext) -> tuple[Result, ...]:
    """The results of the period, without those of sections left out by name."""
    found = results(context.shared.records, context.shared.period, context.today)
    return tuple(each for each in found if _SECTION_OF.get(each.sort, "where_i_stand") not in context.left_out)


def _lead(context: SectionContext) -> Iterator[GlanceText]:
    """A first version of the lead, to be edited by the user."""
    found = list(_of_the_lead(context))
    if found:
        yield GlanceText(LEAD, " ".join(words for _id, words in found), tuple(identity for identity, _words in found))


def _of_the_lead(context: SectionContext) -> Iterator[tuple[str, str]]:
    """The sentences of the proposed lead with their records: the strongest measure, a certificate, and a wish."""
    _ = context.words
    found = _results(context)
    measure = next((each for each in found if each.sort in ("measure", "level")), None)
    if measure is not None:
        yield measure.id, _("{what}: {change}.").format(what=brief(what_words(measure)), change=big_words(measure, _))
    certificate = next((each for each in found if each.sort == "certificate" and not each.expired), None)
    if certificate is not None:
        yield certificate.id, _("Earned: {certificate}.").format(certificate=brief(certificate.title).rstrip("."))
    wish = next(_ahead(context), None)
    if wish is not None:
        yield wish.id, _("Next I want to learn: {goal}.").format(goal=wish.words.rstrip("."))


def _learned(context: SectionContext) -> Iterator[GlanceText]:
    """The results, the strongest first; then milestones."""
    for each in _results(context):
        yield GlanceText(each.id, f"{big_words(each, context.words)}: {what_words(each)}")
    if "journey" not in context.left_out:
        yield from (GlanceText(m.id, brief(m.text)) for m in reversed(context.shared.records.of(Milestone)))


def _proud(context: SectionContext) -> Iterator[GlanceText]:
    """The latest success, else the latest story, else the latest milestone."""
    stories = context.routes.of("stories") if "stories" not in context.left_out else ()
    for template in ("success", "starr"):
        for story in reversed([s for s in stories if s.template == template]):
            words = story.title if has_words(story.title) else next((text for _k, text in story.in_order()), "")
            if words.strip():
                yield GlanceText(story.id, brief(words))
    if "journey" not in context.left_out:
        yield from (GlanceText(m.id, brief(m.text)) for m in reversed(context.shared.records.of(Milestone)))


def _ahead(context: SectionContext) -> Iterator[GlanceText]:
    """The first idea for a goal, else another coming goal, else the goal that was started last."""
    if "looking_ahead" not in context.left_out:
        for goal in sorted(context.routes.ahead, key=lambda goal: goal.state != "idea"):
            yield GlanceText(goal.id, brief(goal.title))
    if "goals" not in context.left_out:
        yield from (GlanceText(g.id, brief(g.title)) for g in reversed(context.routes.goals) if g.state == "active")


def _need(context: SectionContext) -> Iterator[GlanceText]:
    if "needs" not in context.left_out:
        yield from (GlanceText(need.id, brief(need.text)) for need in needs(context))


def needs(context: SectionContext) -> tuple[Need, ...]:
    """The needs that were not promised yet: what was promised is not asked again."""
    found = ((need, need_answer(need.answer)) for need in context.shared.records.of(Need))
    return tuple(need for need, answer in found if answer is None or not answer.promised)


def chosen_goals(context: SectionContext) -> tuple[Goal, ...]:
    """The goals that the user put first in what is to come."""
    found = (context.shared.records.find(Goal, line.id) for line in first_chosen(context, "work_on") if line.id)
    return tuple(goal for goal in found if goal is not None)
